"""Which of two copies of one document is the better one.

The adopted text before a draft; the fuller one before an extract (a summary page, a page cut off); whole
paragraphs before fragments (a copy with line numbers, a bad scan); then the format that keeps most of the
structure, and the copy that needed fewer repairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Self

from mandex.corpus.expressions import Expression
from mandex.corpus.records import dataclass

# Of two files with the same document the format that keeps most of it wins.
_FORMAT_RANK = {
    "akn": 5, "docx": 4, "odt": 4, "doc": 4, "html": 3, "pdf": 3, "epub": 3, "rtf": 3, "markdown": 2,
    "wikitext": 2, "table": 2, "text": 1,
}  # fmt: skip
_OWN_TEXT = frozenset({"preambular", "operative", "body", "annex"})
# A paragraph that begins or ends in mid-sentence: "sanctions on all 12", "of the Charter of the United"
_FRAGMENT = Expression(r"[a-z].*|.*\w", re.DOTALL)
# Less than four fifths of another copy's text is an extract; a tenth more of fragments is a worse reading.
_EXTRACT, _BROKEN = 0.8, 0.1


@dataclass(frozen=True, slots=True)
class Merit:
    """What counts for a copy: `size` of its own text in characters, `broken` the share of its fragments."""

    draft: bool
    size: int
    broken: float
    rank: int
    repairs: int
    source: str

    @classmethod
    def of(
        cls, paragraphs: Iterable[tuple[str, str]], *, type_: str, format_: str, repairs: int, source: str
    ) -> Self:
        """The merit of a copy whose paragraphs are (kind, text)."""
        texts = [text for kind, text in paragraphs if kind in _OWN_TEXT]
        fragments = sum(_FRAGMENT.fullmatch(text) is not None for text in texts)
        return cls(
            draft=type_ == "draft", size=sum(map(len, texts)), broken=fragments / (len(texts) or 1),
            rank=_FORMAT_RANK.get(format_, 0), repairs=repairs, source=source,
        )  # fmt: skip

    def beats(self, other: Merit) -> bool:
        """Whether this copy is the one to keep."""
        if self.draft != other.draft:
            return other.draft
        if min(self.size, other.size) < _EXTRACT * max(self.size, other.size):
            return self.size > other.size
        if abs(self.broken - other.broken) > _BROKEN:
            return self.broken < other.broken
        return (-self.rank, self.repairs, self.source) < (-other.rank, other.repairs, other.source)
