"""The paragraph that a question names: *1373 OP2(e)*, *what does paragraph 4 of 1970 say?*."""

from __future__ import annotations

from collections.abc import Iterator

from mandex.corpus.errors import BadReferenceError
from mandex.corpus.expressions import Expression
from mandex.corpus.records import dataclass
from mandex.corpus.symbols import Reference, parse, resolution_number
from mandex.index.life.step import covers

_WORDS = 40  # of a question; what is longer is no question about one paragraph
_RUN = 8  # words of a reference: *operative paragraph 2 (e) of Security Council resolution 1373*
_PLACE = Expression(r"(?i)(?:\b(?:op|para(?:graph)?s?)\b|\bop\d|段)")
_WORD = Expression(r"\S+")
# In Chinese a reference goes from the number of a resolution to the paragraph, or its letter, at its end.
_FROM = Expression(r"第?\s?(?<!\d)\d{3,4}")
_TO = Expression(r"段(?:\s?[((][a-z0-9]{1,4}[))])*")


@dataclass(frozen=True, slots=True)
class Named:
    """A paragraph of a resolution, by its number and the paragraph's label, named at `start` .. `end`."""

    start: int
    end: int
    number: int
    label: str

    def is_at(self, number: int | None, label: str) -> bool:
        """Whether a paragraph is the one named, or hangs under it."""
        return number == self.number and covers((self.label,), label)

    def __str__(self) -> str:
        return f"{self.number} OP{self.label}"


def place_in(question: str) -> Named | None:
    """The paragraph of a Council resolution that a question names: what the longest run of its words that is
    a reference says (see `corpus.symbols.parse`); None where it names none.
    """
    if not _PLACE.search(question):
        return None
    for start, end in sorted(_runs(question), key=lambda run: run[0] - run[1]):
        if found := _reference(question[start:end]):
            number = resolution_number(found.symbol)
            named = Named(start, end, number or 0, found.pinpoint)
            return named if number and found.pinpoint[0].isdigit() else None  # a recital answers nothing
    return None


def _runs(question: str) -> Iterator[tuple[int, int]]:
    words = [word.span() for word in _WORD.finditer(question)][:_WORDS]
    for first, (start, _) in enumerate(words):
        yield from ((start, end) for _, end in words[first : first + _RUN])
    ends = [place.end() for place in _TO.finditer(question)][:_WORDS]
    for begins in (number.start() for number in [*_FROM.finditer(question)][:_WORDS]):
        yield from ((begins, end) for end in ends if end > begins)


def _reference(words: str) -> Reference | None:
    """What words as a whole name, if that is a paragraph."""
    words = words.strip(" ?!,;。？，；")
    if not _PLACE.search(words):
        return None
    try:
        found = parse(words)
    except BadReferenceError:
        return None
    return found if found.pinpoint else None
