"""Footnote marks left in the running text.

A raised figure is a mark where the document has a note of that number. A plain figure may be anything: it
is taken for a mark only in plain text, which cannot show what was raised, and only where marks and notes
ascend together, one mark to a note. Where the source marks its notes itself no plain figure is touched.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from mandex.corpus.dates import MONTH
from mandex.corpus.expressions import Expression
from mandex.corpus.records import dataclass
from mandex.corpus.traced import Replacement, Traced

# ³ after a word; not the square and cube of a measure (km², m³).
_RAISED = Expression(r"(?<![kcdm\W]m)(?<!\b[mM])\s?[⁰¹²³⁴-⁹]{1,3}")
_LEVEL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

# Before a mark: a letter or a closing sign. Takes "Israel 34", "none.26", "S/8353), 2"; leaves "41, 42".
_BEFORE = r"(?<=[A-Za-z,;:.”’)\]])(?<!\d,)(?<!\d;)"
# After it: the end, a sign, or a word that no figure counts. Leaves "3,000", "1.5", "3 civilians".
_FUNCTION = (
    r"(?:and|at|as|on|of|in|from|to|for|by|with|which|that|who|or|concerning|submitted|contained|transmitting"
    r"|expressing|adopted|gives?|recommends?|considers?|be|is|are|was|were|has|have|addressed|attached)\b"
)
_AFTER = rf"(?=\s*$|[,;:.)\]](?!\d)|\s+{_FUNCTION}(?!\s+\d))"
_PLAIN = Expression(rf"{_BEFORE}(?P<gap>\s?)(?P<label>[1-9]\d{{0,2}})(?:/(?=\s|$))?{_AFTER}")
# After these a number is meant: "paragraph 3", "Rev.1", "by 11 votes to none, with 2", "2 (a), 3".
_COUNTING = Expression(
    r"(?:\b(?i:paragraphs?|paras?\.?|articles?|arts?\.?|rules?|nos?\.|sections?|sect\.|chap(?:ter)?s?\.?|parts?"
    r"|pp?\.|annex(?:es)?|vol(?:ume)?s?\.|resolutions?|goals?|target|tables?|figures?|box(?:es)?|steps?"
    r"|phases?|group|of|and|to|or|than|least|most|by|with|about|some|over|under|between|from|only|all|another"
    r"|every|the|a|in|on|for|after|before|page|items?|class|category|level|zone|day|week|month|years?"
    rf"|{MONTH}"
    r"|L\.|Rev\.|Add\.|Corr\.|SR\.|PV\.|RES|Sub\.|CONF\.)"
    r"|[/.][A-Z]{1,4}\.|\d\s?\([a-z]{1,4}\),|\b\d{1,3}\s?(?:,|and|or|to)|[-/(])\s?$"
)
# Between two words only what a record or a name is cited for carries a mark: "the report 37 submitted".
_CITED = Expression(
    r"(?:\b[A-Z][\w’'-]*|\b(?:reports?|letters?|statements?|applications?|memorandum|notes?|parties|replies"
    r"|thereto|thereof|meeting|proposals?|recommendations?|General)|[,;:.”’)\]])$"
)  # fmt: skip
# A mark without a space stands after a word: "Cyprus60", not "G20" or "F16".
_WORD_END = Expression(r"[a-z]{3}$")
_REACH = 24  # characters before a figure that tell what it counts


def drop_raised_marks(text: Traced, labels: Collection[str]) -> Traced:
    """Without the raised marks whose notes the document has (`labels`)."""
    if not labels:
        return text
    return text.sub("note-mark", _RAISED, lambda m: "" if m[0].strip().translate(_LEVEL) in labels else m[0])


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A figure that may be a mark: `order` is (paragraph, offset), `sure` where it follows a closing sign."""

    order: tuple[int, int]
    end: int
    sure: bool


def plain_marks(texts: Sequence[str], notes: Sequence[tuple[int, str]]) -> dict[int, list[Replacement]]:
    """Which plain figures are marks, by paragraph.

    `texts` are the paragraphs in reading order (empty for notes); `notes` the place and the label of each
    note in the same order. A mark stands before its note and after the mark of the note before; where more
    than one figure can be it, none is.
    """
    rising = list(_rising(notes))
    found = _candidates(texts, {label for _, label in rising})
    changes: dict[int, list[Replacement]] = {}
    last = (-1, 0)
    for place, label in rising:
        possible = [c for c in found.get(label, []) if last < c.order < (place, 0)]
        chosen = possible if len(possible) == 1 else [c for c in possible if c.sure]
        if len(chosen) == 1:
            last = chosen[0].order
            changes.setdefault(last[0], []).append(Replacement(last[1], chosen[0].end, ""))
    return changes


def _rising(notes: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The notes whose numbers ascend; a series that begins again is left alone."""
    last = 0
    for place, label in notes:
        if label.isdigit() and int(label) > last:
            last = int(label)
            yield place, label


def _candidates(texts: Sequence[str], labels: Collection[str]) -> dict[str, list[_Candidate]]:
    found: dict[str, list[_Candidate]] = {}
    if not labels:
        return found
    for index, text in enumerate(texts):
        for match in _PLAIN.finditer(text):
            if match["label"] not in labels:
                continue
            before = text[max(0, match.start() - _REACH) : match.start()]
            glued = not match["gap"] and before[-1:].isalpha()
            fits = (_WORD_END if glued else _CITED).search(before)
            if not fits or _COUNTING.search(before):
                continue
            sure = glued or not before[-1:].isalpha()
            found.setdefault(match["label"], []).append(_Candidate((index, match.start()), match.end(), sure))
    return found
