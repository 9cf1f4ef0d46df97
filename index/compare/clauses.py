"""Clauses that came into a paragraph or fell out of it: a demand or a matter of its own that no topic names.

*Requests the Secretary-General to report every six months* became *… every six months, and to inform troop
contributors promptly of what impedes the mandate*. Words exchanged for others, longer names, citations and
dates are no clauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mandex.corpus.fold import is_chinese
from mandex.corpus.records import dataclass
from mandex.index.compare import actions
from mandex.index.compare.words import Edit
from mandex.index.text.terms import terms

_WORDS = 7  # terms: what is shorter only qualifies
_OTHER_SIDE = 0.3  # what stands in its place, in length: above, wording was exchanged
_OWN = 0.6  # of its terms, those that the other paragraph has nowhere
_QUOTED = 160  # characters
_BRIDGE = re.compile(r"[\s,;.，；、。]*")
# *to harmonize the protocols*, *and inform*, *shall be*, *, addressing concerns*; not *armed groups*.
_VERB = re.compile(
    rf"\b(?:to|and|also)\s+{actions.VERB}|\b(?:shall|should|must)\b|(?:^|[,;]\s|\band\s)\s*(?:by\s)?(?:\w+ly\s)?[A-Za-z]+ing\s(?!of\b)"
    r"|\b(?:requests|calls|urges|encourages|expresses|stresses|underlines|notes|welcomes|condemns|regrets|demands)\b",
    re.IGNORECASE,
)
_CHINESE_VERB = re.compile(actions.CHINESE_VERBS)
# Of what was kept around it: *[and calls upon all sides] to continue …*, *…, including to [ensure]*.
_LOOSE = re.compile(
    r"^(?:and|as well as)\s|(?:[\s,]+(?:and|or|including|to|of|by|the|in|for|its|their|on|with|that))+$"
)
_EDGES = " \t\n,;:.，；：。、"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that only one of two wordings has; `added` where it is the new one."""

    text: str
    added: bool

    @property
    def quoted(self) -> str:
        """On one line, without the stops at its edges; long ones shortened."""
        said = _LOOSE.sub("", " ".join(self.text.split()).strip(_EDGES))
        return said if len(said) <= _QUOTED else f"{said[:_QUOTED].rsplit(' ', 1)[0]} …"


def clauses(edits: Sequence[Edit], old: str, new: str) -> Iterator[Clause]:
    """The clauses of one wording alone; `old` and `new` are the texts without their citations."""
    before, after = set(terms(old)), set(terms(new))
    for gone, came in _runs(edits):
        for text, beside, known, added in ((came, gone, before, True), (gone, came, after, False)):
            if len(beside) < _OTHER_SIDE * len(text) and _is_clause(text, known):
                yield Clause(text, added)


def _runs(edits: Sequence[Edit]) -> Iterator[tuple[str, str]]:
    """What was dropped and added at one place; a stop or a blank between two changes parts nothing."""
    gone = came = ""
    for edit in edits:
        if edit.operation == "keep":
            if _BRIDGE.fullmatch(edit.text):
                gone, came = gone and gone + edit.text, came and came + edit.text
                continue
            yield gone, came
            gone = came = ""
        elif edit.operation == "drop":
            gone += edit.text
        else:
            came += edit.text
    yield gone, came


def _is_clause(text: str, known: set[str]) -> bool:
    chinese = is_chinese(text)
    found = [term for term in terms(text) if not term.isdigit()]
    if len(found) < _WORDS * (2 if chinese else 1):
        return False
    own = sum(term not in known for term in found) / len(found)
    return own >= _OWN and bool((_CHINESE_VERB if chinese else _VERB).search(text))
