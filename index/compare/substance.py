"""What a change of wording changes in substance: force, dates, numbers, actors, measures, citations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from mandex.corpus import lexicon
from mandex.corpus.model import Mandate, Paragraph
from mandex.index.compare.acts import governed_otherwise, in_or_out_of_force
from mandex.index.compare.forces import said_with_another_force
from mandex.index.compare.likeness import features
from mandex.index.compare.matters import Matter, is_actor, matters, of_both, shortened
from mandex.index.compare.openings import opened_otherwise
from mandex.index.compare.quantities import dates, numbers, unsaid_year
from mandex.index.compare.references import brought_up_to_date, series_of, symbol_of
from mandex.index.compare.sides import ORDER, Beside, Change, Side, What, actors, plain
from mandex.index.compare.succession import END, Item, places_taken, successions
from mandex.index.compare.wording import is_spelt_otherwise
from mandex.index.compare.words import Edit

# Titles, headings and footnotes name documents and days but demand nothing.
_SAYING = frozenset({"preambular", "operative", "body", "annex"})


def changes(
    old: Side, one: Paragraph, new: Side, other: Paragraph, edits: Sequence[Edit], own_edits: Sequence[Edit],
    beside: Beside,
) -> list[Change]:  # fmt: skip
    """What differs in substance between a paragraph and its successor, the weightiest first; `edits` turn the
    one's text into the other's, `own_edits` are those without what stands in another part.
    """
    if one.text == other.text or other.kind not in _SAYING or is_spelt_otherwise(one.text, other.text):
        return []
    before, after = old.masked(one), new.masked(other)
    own = old.own_mandates(one), new.own_mandates(other)
    days = dates(before), dates(after)
    parted = bool(beside.olds or beside.news)
    found = [
        *_forces(*own, parted=parted),
        *(c for c in _exchanged("date", *days, edits) if not _same_day(c, before, after, days)),
        *_exchanged("number", numbers(before), numbers(after), edits),
        *(
            c
            for c in _gained_and_lost(
                "actor", [m.actors for m in own[0]], [m.actors for m in own[1]], *beside.named
            )
            if not _named_otherwise(c, one, other)
        ),
        *_narrowed(before, after),
        *_citations(old.cited(one), new.cited(other), edits),
    ]
    found += _verbs(*own, edits, found) if not parted else ()
    asked = [{m.at.start for m in side if m.force != "note"} for side in own]
    found += (c for c in said_with_another_force(edits, *asked, parted=parted) if not _is_told(c, found))
    if not (parted or any(change.what == "force" for change in found)):
        moved = in_or_out_of_force(one, other, asks=min(asked[1], default=_OPENING) < _OPENING)
        found += filter(None, [opened_otherwise(one, other, edits) or moved])
    found = list(brought_up_to_date(found, old, one, new, other))
    terms_beside = beside.old_terms, beside.new_terms
    phrases = list(matters(edits, *terms_beside, beside.moved, parted=parted))
    if parted:
        alone = list(matters(own_edits, *terms_beside, beside.moved))
        phrases = list(of_both(phrases, alone, edits, own_edits))
    found = _not_within(phrases, found, (before, after), days)
    counted = [_counted(side) for side in ([p.old for p in phrases], [p.new for p in phrases])]
    found = [c for c in found if not (_is_named(c, phrases) or _is_counted(c, counted))]
    if one.is_recital and other.is_recital:
        found = [c for c in found if not _is_figure(c, before, after)]
    found += _matters(phrases, found, beside.named)
    found += (
        c
        for twins in _twins(*own, least=_ONLY_ONE)
        for c in governed_otherwise(*twins)
        if not _is_quoted(c, found)
    )
    told = (beside.told(change, old, new) for change in found)
    return sorted((c for c in told if c.old or c.new), key=lambda change: ORDER.index(change.what))


_OPENING = 30  # characters in which the verb of a paragraph stands


def _is_told(change: Change, found: Sequence[Change]) -> bool:
    return any(one.what == "force" and change.old in one.old and change.new in one.new for one in found)


def _is_quoted(change: Change, found: Sequence[Change]) -> bool:
    """Whether what a decision governs is told with its phrase."""
    sides = (
        [(change.old.split()[1], one.old) for one in found],
        [(change.new.split()[1], one.new) for one in found],
    )
    return any(re.search(rf"(?:^|\bto\s){verb}\b", phrase) for side in sides for verb, phrase in side)


def _not_within(
    phrases: Sequence[Matter], found: Sequence[Change], texts: tuple[str, str],
    dated: tuple[Sequence[Item], Sequence[Item]],
) -> list[Change]:  # fmt: skip
    """The changes without days, but the ends of terms, that came in or fell out with phrases that are told:
    *welcoming the meeting held on 4 June 2022*; and without years that stand alone.
    """
    days = [{day.value: day for day in found_in} for found_in in dated]
    told = [p.old for p in phrases], [p.new for p in phrases]

    def within(value: str, side: int) -> bool:
        day = days[side].get(value)
        if day is None or day.role == END:
            return False
        printed = " ".join(texts[side][day.start : day.end].split())
        return any(printed in phrase for phrase in told[side])

    def alone(change: Change) -> bool:
        value, side = (change.new, 1) if change.new else (change.old, 0)
        day = days[side].get(value)
        return bool(day and day.role != END and len(value) == _YEAR) or within(value, side)

    def is_told(change: Change) -> bool:
        if change.old and change.new:
            return change.what == "date" and within(change.old, 0) and within(change.new, 1)
        return alone(change)

    def left(change: Change) -> Change:
        """The end of a term without a year that stands alone: *[until 30 September 2010 -> in 2012]*."""
        sides = change.old, change.new
        if change.what != "date" or not all(sides):
            return change
        ends = [bool((day := days[k].get(value)) and day.role == END) for k, value in enumerate(sides)]
        if ends == [True, False] and len(change.new) == _YEAR:
            return replace(change, new="")
        return replace(change, old="") if ends == [False, True] and len(change.old) == _YEAR else change

    dated_or_not = (
        change for change in found if change.what not in ("date", "reference") or not is_told(change)
    )
    return list(map(left, dated_or_not))


_YEAR = 4  # characters


def _matters(
    phrases: Sequence[Matter], found: Sequence[Change], named_in: tuple[frozenset[str], frozenset[str]]
) -> Iterator[Change]:
    """What the edits bring and drop, but names of actors that are told already, or that the other text names
    otherwise.
    """
    told = {actor for change in found if change.what == "actor" for actor in (change.old, change.new)}
    for one in phrases:
        old, new = shortened(one.old), shortened(one.new)
        if not is_actor(one):
            yield Change("measure", old, new)
            continue
        named = {f.id for f in lexicon.match_actors(plain(f"{one.old} ; {one.new}"))}
        alone = one.old if not one.new else one.new if not one.old else ""
        if (not named or named - told) and not _names_of(alone) & named_in[1 if one.old else 0]:
            yield Change("actor", old, new)


def _is_named(change: Change, phrases: Sequence[Matter]) -> bool:
    """Whether an actor or a country came in or fell out with a phrase that is told and names it: *the
    population of Angola*, *and encourages member States to volunteer candidates*.
    """
    if change.what != "actor" or bool(change.old) == bool(change.new):
        return False
    told = [one.new if change.new else one.old for one in phrases if not is_actor(one)]
    said = plain(" ; ".join(told))
    named = {found.id for found in (*lexicon.match_countries(said), *lexicon.match_actors(said))}
    return (change.new or change.old) in named


def _is_counted(change: Change, counted: Sequence[frozenset[str]]) -> bool:
    """Whether a small number came in or fell out alone with a phrase that is told: *the detention of four
    peacekeepers*; not a term (*three months*), nor a strength.
    """
    if change.what != "number" or bool(change.old) == bool(change.new):
        return False
    value = change.new or change.old
    return len(value) == 1 and value in counted[1 if change.new else 0]


def _is_figure(change: Change, before: str, after: str) -> bool:
    """Whether a number came in or fell out alone that is no term: a recital counts with it what happened."""
    if change.what != "number" or bool(change.old) == bool(change.new):
        return False
    value, text = (change.new, after) if change.new else (change.old, before)
    return value in _counted([text])


def _counted(phrases: Sequence[str]) -> frozenset[str]:
    """The numbers in phrases that are no terms."""
    told = " ; ".join(phrases)
    return frozenset(item.value for item in numbers(told) if not _TERM.match(told, item.end))


_TERM = re.compile(r"[\s-]*(?:\(\d+\)\s)?(?:day|week|month|year)|\s*个?[天日周月年]")


def _names_of(text: str) -> set[str]:
    """Who is meant by a stretch that is a name and no more: *the United Nations Assistance Mission in …*."""
    said = plain(text)
    found = lexicon.match_actors(said)
    return {name.id for name in found if name.end == len(said) and name.start <= len("the ")}


# -- force


def _forces(old: Sequence[Mandate], new: Sequence[Mandate], *, parted: bool) -> Iterator[Change]:
    """Demands for the same thing made with another force: *urges* became *demands*; of a paragraph that is a
    part of another (`parted`) the only demand need not be the only one of that.
    """
    for twin, mandate in _twins(old, new, _SAME_THING if parted else None):
        if twin.verb.isascii() and (twin.verb in mandate.measure or mandate.verb in twin.measure):
            continue  # it stands there still: *[Decides to extend -> Extends] …, requesting*
        if twin.force != mandate.force and not _said_again(_said(twin), _said(mandate)):
            yield Change("force", twin.verb, mandate.verb)


def _twins(
    old: Sequence[Mandate], new: Sequence[Mandate], least: float | None = None
) -> Iterator[tuple[Mandate, Mandate]]:
    """The demands for the same thing, the most alike first, `least` alike."""
    alone = len(old) == len(new) == 1
    least = least or (_ONLY_ONE if alone else _SAME_THING)
    alike = ((_overlap(m, n), -i, -j) for i, m in enumerate(old) for j, n in enumerate(new))
    left, free = dict(enumerate(old)), dict(enumerate(new))
    for share, i, j in sorted(alike, reverse=True):
        if share >= least and -i in left and -j in free:
            yield left.pop(-i), free.pop(-j)


_AGAIN = re.compile(r"\b(?:once|again|also|further|its|the|demands?|calls?|requests?)\b|\s+", re.IGNORECASE)


_ITS = re.compile(
    r"(?:Reiterat|Reaffirm|Renew|Repeat)\w*[^,;]{0,20}?\sits\s(?P<noun>demand|call|request|decision|appeal)\b"
)
_VERB_OF = {
    "demand": "Demands",
    "call": "Calls upon",
    "request": "Requests",
    "decision": "Decides",
    "appeal": "Appeals",
}


def _said(mandate: Mandate) -> str:
    """The verb of a demand, or that of what it only repeats: *Reiterates also its demand that* demands."""
    match = _ITS.match(f"{mandate.verb} {mandate.measure[:_NOUN]}")
    return _VERB_OF[match["noun"]] if match else mandate.verb


_NOUN = 40  # characters in which what is repeated stands


def _said_again(one: str, other: str) -> bool:
    """Whether two wordings are of one verb: *Reiterates its demand*, *Reiterates once again its demand*."""
    return one == other or _AGAIN.sub("", one).casefold() == _AGAIN.sub("", other).casefold() != ""


_SAME_THING = 0.6
_NOT_ASKED = frozenset({"note", "decide"})  # *Reaffirms*, *Decides* where the other asks: another sentence
_LITTLE = 0.15  # where one verb stands in the place of the other
_ONLY_ONE = 0.3  # where each text has one demand alone


def _overlap(one: Mandate, other: Mandate) -> float:
    mine, theirs = features(one.measure), features(other.measure)
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0


def _verbs(
    old: Sequence[Mandate], new: Sequence[Mandate], edits: Sequence[Edit], told: Sequence[Change]
) -> Iterator[Change]:
    """A verb that took another's place though more was changed beside it: *[Directs the Panel -> Encourages
    the Committee and its Panel] to …*.
    """
    before, after = ({m.at.start: m for m in side} for side in (old, new))
    spoken, speaking = (
        [Item(m.verb, m.at.start, m.at.start + len(m.verb)) for m in side] for side in (old, new)
    )
    for one, other in successions(spoken, speaking, edits):
        if one and other and one.value != other.value:
            gone, came = before[one.start], after[other.start]
            change = Change("force", one.value, other.value)
            asked = gone.force != came.force and not {gone.force, came.force} & _NOT_ASKED
            if any(m.force == gone.force and _overlap(gone, m) >= _SAME_THING for m in new):
                continue  # *[Requests -> Calls for cooperation and requests] the Group to provide*
            if asked and _overlap(gone, came) >= _LITTLE and change not in told:
                yield change


# -- what came in for what


def _exchanged(
    what: What, old: Sequence[Item], new: Sequence[Item], edits: Sequence[Edit]
) -> Iterator[Change]:
    """What took the place of what; what came in or fell out alone counts where the other text has it nowhere,
    and once.
    """
    before, after = {item.value for item in old}, {item.value for item in new}
    found: dict[Change, None] = {}
    gone, came = [], []
    for one, other in successions(old, new, edits):
        if one and other:
            if one.value != other.value:
                found[Change(what, one.value, other.value)] = None
        elif one and one.value not in after:
            gone.append(one)
        elif other and other.value not in before:
            came.append(other)
    told = {value for change in found for value in (change.old, change.new)}
    out, in_ = (
        list({item.value: item for item in reversed(side) if item.value not in told}.values())[::-1]
        for side in (gone, came)
    )
    taken = places_taken(out, in_)
    yield from found
    yield from (
        Change(what, one.value, in_[taken[i]].value if i in taken else "") for i, one in enumerate(out)
    )
    yield from (Change(what, "", one.value) for j, one in enumerate(in_) if j not in taken.values())


def _same_day(change: Change, before: str, after: str, days: tuple[Sequence[Item], Sequence[Item]]) -> bool:
    """Whether a date only got or lost its year, or a year its day: *May 3* became *May 3, 2025*,
    *the elections of 1992* those *of 30 September 1992*.
    """
    short, full = sorted((change.old, change.new), key=len)
    if short and len(short) < len(full) and full.startswith(short):
        return not any(day.role == END for side in days for day in side if day.value in (short, full))
    alone = change.new if not change.old else change.old if not change.new else ""
    return bool(alone) and unsaid_year(before if change.new else after, alone)


def _citations(old: Sequence[Item], new: Sequence[Item], edits: Sequence[Edit]) -> Iterator[Change]:
    """Citations that only one text has: one takes another's place within a series of documents, where it was
    exchanged for it, else only where as many fall out as come in.
    """
    in_old, in_new = ({symbol_of(i.value): set(_pins(i.value)) for i in side} for side in (old, new))
    gone, came = list(_unshared(old, in_new)), list(_unshared(new, in_old))
    in_both = in_old.keys() & in_new.keys()
    left: list[Item] = []
    taken: set[str] = set()
    for one, other in successions(gone, came, edits):
        if one and other and series_of(one.value) == series_of(other.value):
            taken |= {one.value, other.value}
            yield Change("citation", one.value, other.value)
        else:
            left += (item for item in (one, other) if item and symbol_of(item.value) not in in_both)
    alone = {symbol_of(item.value) for item in (*gone, *came) if item.value not in taken} & in_both
    whole = [{symbol_of(item.value): item.value for item in side} for side in (old, new)]
    yield from (Change("citation", whole[0][one], whole[1][one]) for one in sorted(alone))
    for series in sorted({series_of(item.value) for item in left}):
        out, in_ = (
            [i.value for i in side if i in left and series_of(i.value) == series] for side in (gone, came)
        )
        if len(out) == len(in_):
            yield from (Change("citation", *both) for both in zip(out, in_, strict=True))
        else:
            yield from (Change("citation", one, "") for one in out)
            yield from (Change("citation", "", one) for one in in_)


def _unshared(cited: Iterable[Item], others: Mapping[str, set[str]]) -> Iterator[Item]:
    """What one text cites with the paragraphs of it that the other does not cite too; none where the other
    cites it and only one of them names paragraphs.
    """
    for item in cited:
        target, pins = symbol_of(item.value), _pins(item.value)
        if target not in others:
            yield item
            continue
        own = [pin for pin in pins if pin not in others[target]]
        if own and others[target]:
            yield replace(item, value=f"{target} {', '.join(own)}")


def _pins(cited: str) -> list[str]:
    places = cited.removeprefix(symbol_of(cited)).strip()
    return places.split(", ") if places else []


def _gained_and_lost(
    what: What, old: Iterable[Sequence[str]], new: Iterable[Sequence[str]], in_old: frozenset[str],
    in_new: frozenset[str],
) -> Iterator[Change]:  # fmt: skip
    """What demands are made of or about, where it is also named on one side only: a verb more or less may
    give the same words to another demand.
    """
    gone = [one for found in old for one in found if one not in in_new]
    came = [one for found in new for one in found if one not in in_old]
    out, in_ = (list(dict.fromkeys(side)) for side in (gone, came))
    yield from (
        Change(what, *both)
        for both in zip_longest(
            [one for one in out if one not in in_], [one for one in in_ if one not in out], fillvalue=""
        )
    )


# *all Member States which have not already done so*, 尚未这样做的会员国; not *has not yet been done*.
_NARROWER = re.compile(
    r"\b(?:which|that|who)\s(?:have|has)\snot\s(?:already\s|yet\s)?done\sso(?:\salready|\syet)?\b|尚未(?:这样|如此|这么)做"
)


def _narrowed(before: str, after: str) -> Iterator[Change]:
    """Whether fewer or more are addressed: all States, or those alone that have not done so."""
    old, new = (found[0] if (found := _NARROWER.search(text)) else "" for text in (before, after))
    if bool(old) != bool(new):
        yield Change("actor", old, new)


# A body named in full for one that was named in short: 小组, 专家小组; *the Committee*.
_SHORT_NAMES = re.compile(
    r"委员会|小组|特派团|部队|政府|\b(?:Committee|Panel|Mission|Force|Government)\b|\borgani[sz]ation"
)


_TRIBUNAL = "tribunal"
_STATES = frozenset({"states", "all-states", "member-states"})  # *all [Member ]States*


def _named_otherwise(change: Change, one: Paragraph, other: Paragraph) -> bool:
    """Whether an actor that only one text names is there in the other by a short or another name."""
    if {change.old, change.new} <= _STATES:
        return True
    if _TRIBUNAL in (change.old, change.new) and all(_TRIBUNAL.title() in p.text for p in (one, other)):
        return True  # *the [International ]Tribunal*, whichever it is
    if bool(change.old) == bool(change.new):
        return False
    full, short = (other, one) if change.new else (one, other)
    if (change.new or change.old) in _STATES and actors(short) & _STATES:
        return True
    text = plain(full.text)
    found = [f for f in lexicon.match_actors(text) if f.id == (change.new or change.old)]
    heads = {head for f in found for head in _short_names(text[f.start : f.end + _HEAD])}
    if (change.new or change.old).endswith(
        "organizations"
    ):  # *international, regional or other organisation*
        heads |= {_ORGANIZATION} & _short_names(text)
    return bool(heads & _short_names(plain(short.text)))


_ORGANIZATION = "organization"


def _short_names(text: str) -> set[str]:
    return {name.replace("sation", "zation") for name in _SHORT_NAMES.findall(text)}


_HEAD = 3  # characters after a name that may belong to it: 利比亚[政府]
