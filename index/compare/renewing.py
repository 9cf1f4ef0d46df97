"""What a text renews for a term, and what renews the same in the next one, however else it is worded.

*Decides to extend the present mandate of UNIFIL until 31 August 2025* became *Decides to extend for a final
time the mandate of UNIFIL as set out by resolution 1701 until 31 December 2026 and to start …* (2749 OP2 and
2790 OP1): few words are the same, and it is the change that everybody looks for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold_case
from mandex.corpus.model import Paragraph
from mandex.index.compare.sides import countries

# *Decides to renew until 1 July 2027 the measures …, decides to extend, until 1 August, the mandate of the
# Group*; left: *decides that the extension of state authority*, *calls upon the parties to extend*.
_RENEWS = Expression(
    r"\b[Dd]ecides (?:further |also )?to (?:extend|renew)\b(?P<en>(?:(?! decides\b)[^;]){0,200})"
    r"|决定(?P<zh>(?:(?!决定)[^;。；]){0,80}(?:延长|延续|延期|展期)(?:(?!决定)[^;。；]){0,60})"
)
_MEASURES = Expression(r"\bmeasures\b|措施")
# *UNISFA’s mandate modification set forth in resolution 2024* is renewed beside its mandate.
_BESIDE = Expression(r"\bmandate modification\b")
# *resolution 2399 (2018)*, *第2399(2018)号决议*.
_RESOLUTION = Expression(r"(?<!\d)(?P<number>\d{3,4})\s?[(（](?:19|20)\d\d[)）]")


def renewing(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Iterator[tuple[int, int]]:
    """Old and new paragraph that renew one thing, which no other paragraph of either renews."""
    before, after = _renewing(old), _renewing(new)
    likely = {
        (before[thing][0], after[thing][0], thing)
        for thing in before.keys() & after.keys()
        if len(before[thing]) == len(after[thing]) == 1
    }
    pairs = {
        (i, j)
        for i, j, thing in likely
        if _is_one_alone(thing)
        or _cited_first(old[i]) == _cited_first(new[j]) != ""
        or _of_one_country(old, new)
    }
    yield from sorted(pairs)


def _is_one_alone(thing: str) -> bool:
    """Whether there is but one that is so called: UNIFIL, not a panel of experts, nor the measures."""
    body = lexicon.bodies().get(thing)
    return body is not None and body.is_mission


def _cited_first(paragraph: Paragraph) -> str:
    """The number of the resolution that laid down what a paragraph renews; those after it only adjust it, as
    2664 (2022) does all measures.
    """
    said = _RESOLUTION.search(paragraph.text)
    return said["number"] if said else ""


def _of_one_country(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> bool:
    """Whether both texts speak most of one country: the panel concerning Haiti is not the one of the Central
    African Republic (2700 OP19, 2745 OP6).
    """
    ours, theirs = (Counter(name for p in side for name in countries(p)) for side in (old, new))
    return bool(ours and theirs) and ours.most_common(1)[0][0] == theirs.most_common(1)[0][0]


def _renewing(side: Sequence[Paragraph]) -> dict[str, list[int]]:
    """Which paragraphs renew a thing."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, paragraph in enumerate(side):
        if paragraph.kind == "operative":
            for thing in _renewed(paragraph.text):
                found[thing].append(at)
    return found


def _renewed(text: str) -> set[str]:
    """What a paragraph renews: missions, panels, or the measures."""
    found = set()
    for said in _RENEWS.finditer(text):
        what = said["en"] or said["zh"] or ""
        measures = _MEASURES.search(what)
        named = lexicon.match_bodies(fold_case(what))
        # what is named first: *the mandate of UNAMA, as set out in resolution 2626*, *the measures …*
        first = min((one.start for one in named), default=len(what))
        if _BESIDE.search(what):
            continue
        if measures and measures.start() < first:
            found.add("measures")
        elif named:
            found.add(named[0].id)
    return found
