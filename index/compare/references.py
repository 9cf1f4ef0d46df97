"""References that a renewal only brings up to date: last year's resolution, letter or report for the newest.

*Recalls paragraph 5 of [2536 (2020) -> 2588 (2021)]* cites what stands in its place now: the text compared
with itself, or what was made since. That is no change of substance, unless the clause does something else
with it: *renews the measures of* became *amends the measures of*.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from mandex.corpus.dates import MONTH
from mandex.corpus.model import Document, Paragraph
from mandex.corpus.symbols import resolution_number
from mandex.index.compare.quantities import dates
from mandex.index.compare.sides import Change, Side, plain
from mandex.index.compare.succession import END, PAPER, Item

_CLAUSE = 160  # characters before and after a citation in which its act stands
# What is done with what is cited; *recalls*, *pursuant to*, *as set out in* do nothing with it.
_ACT = re.compile(
    r"\b(amend|modif|terminat|lift|supersed|replac|repeal|suspend|adjust|expand|renew|extend)[a-z]*"
    r"|(修正|修订|修改|终止|解除|取代|暂停|中止|调整|扩大|延长|延续)"
)
_STOPS = ".;:；。："
# A recital that only lists what was said before: *Recalling all its previous resolutions on Yemen*.
_LISTS = re.compile(
    r"\W*(?:Recalling|Reaffirming|Reiterating)\b[^,;]{0,60}?\b(?:previous|earlier|past|prior|all|its)\b"
    r"[^,;]{0,40}?\b(?:resolutions|statements)\b|(?:回顾|重申)[^，；]{0,6}(?:以往|以前|先前|此前|历次|所有|有关|相关)[^，；]{0,30}决议"
)


RECALLS = re.compile(
    r"(?:Recalling|Reaffirming|Reiterating)\b.{0,60}\b(?:resolutions?|statements)\b|(?:回顾|重申)[^，]{0,400}决议"
)
"""A recital of earlier resolutions: *Recalling its resolutions 2014 (2011) and 2051 (2012)*."""


def brought_up_to_date(
    found: Sequence[Change], old: Side, one: Paragraph, new: Side, other: Paragraph
) -> Iterator[Change]:
    """The changes, those of references that were only brought up to date (and of their dates) as such."""
    before, after = (
        {symbol_of(item.value): item for item in side.cited(p)} for side, p in ((old, one), (new, other))
    )
    recitals = _only_says(one) and _only_says(other)
    lists = [_LISTS.match(plain(p.text)) for p in (one, other)]
    recalls = [RECALLS.match(plain(p.text)) for p in (one, other)]
    listed = recitals and any(lists) and all(map(any, zip(lists, recalls, strict=True)))
    listed = listed and (not all(lists) or _of_one_matter(before, after, old.document))
    known = _listed_with_known(other.text, before, after)
    left_out = _left_out(found, plain(other.text))
    moved = [
        change
        for change in found
        if change.what == "citation"
        and not listed
        and _is_moved(change, old, one, other, (before, after), known)
    ]
    texts, items = (one.text, other.text), (before, after)
    moved += [
        c for c in found if c.what == "citation" and _of_a_chain(c, moved, texts, items, recitals=recitals)
    ]
    cited = (
        [before[symbol_of(c.old)] for c in moved if c.old],
        [after[symbol_of(c.new)] for c in moved if c.new],
    )
    days = [{d.value: d for d in dates(text)} for text in (one.text, other.text)]
    row = [change for change in found if _dates_a_paper_alone(change, days)]
    row = row if len(row) > 1 else []
    for change in found:
        both = recitals or bool(change.old and change.new)
        dated = change.what == "date" and (
            (both and _is_day_of_moved(change, days, cited))
            or _is_day_of_one(change, days, found, (before, after))
            or _of_next_paper(change, days, old.document, one.is_recital and other.is_recital)
            or _dates_a_resolution(change, (old, one), (new, other))
            or (recitals and _only_dates(change, days))
            or change in row
        )
        named = listed and change.what in ("citation", "date") and END not in _roles(change, days)
        named = named and not (change.what == "citation" and symbol_of(change.old) in left_out)
        named = named or (recitals and _as_all_others(change, one, other))
        named = named or _of_a_founding(change, (old, one), (new, other))
        yield replace(change, what="reference") if change in moved or dated or named else change


# *all its previous relevant resolutions and statements* names them all.
_ALL_OF = {
    "S/RES": re.compile(
        r"\b(?:all|previous|earlier|prior|past|relevant|subsequent)\b[^,;]{0,40}\bresolutions\b"
        r"|(?:以往|以前|先前|此前|历次|所有|有关|相关|其后|后续)[^，；]{0,30}决议"
    ),
    "S/PRST": re.compile(r"\bstatements\b|主席(?:的)?(?:各项|历次)?声明"),
}


def _of_a_founding(change: Change, *sides: tuple[Side, Paragraph]) -> bool:
    """Whether the places cited differ in those alone that founded a body, which is said elsewhere now: *the
    Committee[ established pursuant to paragraph 16 of resolution 2206 (2015)]*.
    """
    cited = symbol_of(change.old)
    if change.what != "citation" or cited != symbol_of(change.new):
        return False
    places = [set(value.removeprefix(cited).strip().split(", ")) for value in (change.old, change.new)]
    own = places[0] ^ places[1]
    found = [
        bool(_FOUNDED.search(paragraph.text[max(0, c.at.start - _BEFORE) : c.at.start]))
        for side, paragraph in sides
        for c in side.citations.get(paragraph.seq, ())
        if c.target == cited and own & set((c.pinpoint or "").split(", "))
    ]
    return bool(found) and all(found)


def _as_all_others(change: Change, one: Paragraph, other: Paragraph) -> bool:
    """Whether a citation fell out where all of its kind are named instead: 第2451(2018)号决议 became
    以往决议.
    """
    named = _ALL_OF.get(series_of(change.old)) if change.what == "citation" and not change.new else None
    return bool(named and named.search(plain(other.text)) and not named.search(plain(one.text)))


def _left_out(found: Sequence[Change], text: str) -> frozenset[str]:
    """What a list leaves out: of a series more fell out than came in, and the text names no more of it."""
    alone = [change for change in found if change.what == "citation" and not (change.old and change.new)]
    gone = [symbol_of(change.old) for change in alone if change.old]
    more = Counter(map(series_of, gone))
    more.subtract(series_of(change.new) for change in alone if change.new)
    named = {series for series, words in _ALL_OF.items() if words.search(text)}
    return frozenset(one for one in gone if more[series_of(one)] > 0 and series_of(one) not in named)


def _is_moved(
    change: Change, old: Side, one: Paragraph, other: Paragraph,
    cited: tuple[Mapping[str, Item], Mapping[str, Item]], listed: frozenset[str],
) -> bool:  # fmt: skip
    """Whether a citation was only brought up to date, or says only who founded what."""
    gone, came = symbol_of(change.old), symbol_of(change.new)
    recitals = _only_says(one) and _only_says(other)
    if _founds(change, (one, other), cited):
        return True
    # Of reports and letters a newer one is always only newer.
    goes_on = recitals and (bool(change.old) or not _RESOLUTION.match(came) or came in listed)
    if _PAPER_OF_COUNCIL.match(change.new or change.old) and (recitals or (came in listed and not gone)):
        return True  # the reports that a panel shall build on, and the next of them
    if recitals and _age(came, old.document) >= _SISTER and _UNKNOWN < _age(gone, old.document) < _SISTER:
        return True  # *Recalling that in resolution [1901 (2009) -> 1931 (2010)] it underlined its intention*
    if goes_on and not change.old and _RESOLUTION.match(came) and came not in cited[0]:
        return True  # the list names what it left out before
    if not recitals and (gone in cited[1] or came in cited[0]):
        return False  # what is cited in both changed its place in a list
    acts = one.text, cited[0].get(gone), other.text, cited[1].get(came)
    return _is_newer(change, old.document, alone=goes_on) and _same_act(*acts)


# A paragraph that asks for nothing: a recital, or one that welcomes a report.
_SAYS = re.compile(
    r"\W*(?:(?:Also|Further)\s)?(?:Welcom|Tak\w+\s(?:also\s|further\s)?note|Not(?:es|ing)\b|Recall|Commend|Acknowledg)"
    r"|\W*还?(?:欢迎|欣见|表示注意到|注意到|回顾)"
)


def _only_says(paragraph: Paragraph) -> bool:
    return paragraph.is_recital or bool(_SAYS.match(plain(paragraph.text)))


# Letters and reports: *having considered the report of the Secretary-General (S/2011/748)*.
_PAPER_OF_COUNCIL = re.compile(r"S/(?:\d{4}/)?\d{2,5}(?!\d)")
# *the Committee established pursuant to paragraph 24 of resolution 864 (1993)*: said again, or no more.
_FOUNDED = re.compile(
    r"(?:establish|creat|set\sup|appoint|form)\w*\s(?:pursuant\sto|by|under|in(?:\saccordance\swith)?)\s"
    r"(?:paragraphs?\s[\w() ]{1,24}\sof\s)?"
    r"(?:its\s)?(?:Security\sCouncil\s)?(?:resolutions?\s)?$"
)
_BEFORE = 90  # characters before a citation in which it is said whose founding it is


def _founds(
    change: Change, texts: tuple[Paragraph, Paragraph], cited: tuple[Mapping[str, Item], Mapping[str, Item]]
) -> bool:
    """Whether a citation that came in or fell out only tells who founded a body."""
    if bool(change.old) == bool(change.new):
        return False
    side = 1 if change.new else 0
    item = cited[side].get(symbol_of(change.new or change.old))
    if item is None:
        return False
    text = texts[side].text
    first = item.start
    for one in sorted(cited[side].values(), key=lambda one: -one.start):
        if one.end <= first and _LISTED.fullmatch(text, one.end, first):
            first = one.start  # *established in resolutions 1270 (1999) [and 1289 (2000)]*
    before, after = (
        text[max(0, first - _BEFORE) : first],
        text[item.end : item.end + len("号决议所设")],
    )
    return bool(_FOUNDED.search(before) or re.match(r"(?:号决议)?(?:第[^，。；]{1,9}段)?所?设", after))


_LISTED = re.compile(
    r"[\s\d(),、和及与第号決决議议段至年月日]*"
    r"(?:(?:and|as\swell\sas|in\sparticular|most\srecently|resolutions?|paragraphs?|of|in|its|the"
    rf"|{MONTH})[\s\d(),]*)*"
)
_RESOLUTION = re.compile(r"[AS]/RES/")


def _of_a_chain(
    change: Change, moved: Sequence[Change], texts: tuple[str, str],
    cited: tuple[Mapping[str, Item], Mapping[str, Item]], *, recitals: bool,
) -> bool:  # fmt: skip
    """Whether a resolution came in or fell out beside others of a list that only tells who renewed a mandate,
    the one that laid it down last among them: 将第1662(2006)……和2596(2021)号决议规定的任务期限延长; or fell
    out of a recital beside one that a newer one replaces: *measures set out in [paragraph 9 of resolution
    2386 (2017) and in resolution 2412 -> paragraph 3 of resolution 2438] (2018)*.
    """
    alone = symbol_of(change.new or change.old)
    whole = recitals or alone in (change.old, change.new)
    if bool(change.old) == bool(change.new) or not whole or not _RESOLUTION.match(alone):
        return False
    side = 1 if change.new else 0
    newer = {symbol_of(c.new if side else c.old) for c in moved if c.old and c.new}
    newer |= set() if recitals else cited[0].keys() & cited[1].keys()
    lists = (group for group in _lists(texts[side], cited[side]) if alone in group)
    told = not side if recitals else _RENEWS.search(texts[side])
    return bool(told) and any(newer & group for group in lists)


_RENEWS = re.compile(
    r"\b(?:extend|renew)\b[^;]{0,90}\bmandate\b|任务(?:的)?(?:期限|期)[^；]{0,9}延长|延长[^；]{0,200}任务"
)


def _listed_with_known(text: str, before: Mapping[str, Item], after: Mapping[str, Item]) -> frozenset[str]:
    """The resolutions that a text cites in a list with one that was cited before: *resolutions 1325 (2000)[
    and -> ,] 1820 (2008)[ -> , 1888 (2009) and 1889 (2009)]*; not *and recalling resolution 2664 (2022)*.
    """
    groups = (group for group in _lists(text, after) if any(one in before for one in group))
    return frozenset().union(*groups)


def _lists(text: str, cited: Mapping[str, Item]) -> list[set[str]]:
    """What a text cites, list by list."""
    groups: list[set[str]] = [set()]
    end = 0
    for symbol, item in sorted(cited.items(), key=lambda one: one[1].start):
        if not _LISTED.fullmatch(text, end, item.start):
            groups.append(set())
        groups[-1].add(symbol)
        end = item.end
    return groups


def _of_one_matter(before: Iterable[str], after: Iterable[str], old: Document) -> bool:
    """Whether a list goes on: it has something in common, or cites nothing that the older one could have."""
    gone, came = set(before), set(after)
    return bool(gone & came) or old.symbol in came or all(_age(cited, old) >= 0 for cited in came)


def _roles(change: Change, days: Sequence[Mapping[str, Item]]) -> set[str]:
    values = zip((change.old, change.new), days, strict=True)
    return {item.role for value, found in values if (item := found.get(value))}


def _is_day_of_one(
    change: Change, days: Sequence[Mapping[str, Item]], found: Sequence[Change],
    cited: Sequence[Mapping[str, Item]],
) -> bool:  # fmt: skip
    """Whether a date came or went with the citation that it dates: *242 (1967) of 22 November 1967*."""
    if bool(change.old) == bool(change.new):
        return False
    side = 1 if change.new else 0
    day = days[side].get(change.new or change.old)
    alone = (one.new if side else one.old for one in found if one.what in ("citation", "reference"))
    items = (cited[side][at] for value in alone if (at := symbol_of(value)) in cited[side])
    return (
        day is not None
        and day.role != END
        and any(
            0 <= day.start - item.end <= _BESIDE or 0 <= item.start - day.end <= _BESIDE for item in items
        )
    )


_BESIDE = 6  # characters: *of*, 第


def _only_dates(change: Change, days: Sequence[Mapping[str, Item]]) -> bool:
    """Whether a day came in or fell out alone that ends no term: a recital dates with it what happened."""
    return change.what == "date" and bool(change.old) != bool(change.new) and END not in _roles(change, days)


def _dates_a_paper_alone(change: Change, days: Sequence[Mapping[str, Item]]) -> bool:
    """Whether a day came in or fell out alone that is one of a report or letter; more than one make a row:
    *the reports of the Monitoring Group[ dated 5 April 2006, 16 October 2006 and 17 July 2007]*.
    """
    alone = change.what == "date" and bool(change.old) != bool(change.new)
    return alone and _roles(change, days) == {PAPER}


def _of_next_paper(change: Change, days: Sequence[Mapping[str, Item]], old: Document, recitals: bool) -> bool:
    """Whether the day of a report or letter became that of one made since: *report of the Secretary-General
    of [8 January -> 28 April] 2010*; in recitals that of anything that is no end: *the conclusions of the
    European Council of [20 June 2016 -> 23 June 2017]*.
    """
    roles = _roles(change, days)
    if roles == {PAPER} and change.old and change.new:
        return change.old <= old.date <= change.new
    return recitals and END not in roles and "" < change.old < old.date <= change.new


def _dates_a_resolution(change: Change, *sides: tuple[Side, Paragraph]) -> bool:
    """Whether a day came in or fell out that only says when a resolution was adopted that both cite:
    *resolution 367 (1975)[ of 12 March 1975]*.
    """
    if bool(change.old) == bool(change.new):
        return False
    side, paragraph = sides[1 if change.new else 0]
    text = paragraph.text
    found = [day for day in dates(text) if day.value == (change.new or change.old)]
    ends = [item.end for item in side.cited(paragraph) if _RESOLUTION.match(item.value)]
    return bool(found) and all(any(_OF.fullmatch(text, end, day.start) for end in ends) for day in found)


_OF = re.compile(r"\s?,?\sof\s")


def _is_newer(change: Change, old: Document, *, alone: bool) -> bool:
    """Whether what is cited now is the old text itself or was made since, and what was cited was there then;
    in a recital also beside what was cited (`alone`).
    """
    if not change.new:
        return False
    if not change.old:
        return symbol_of(change.new) == old.symbol or (alone and _age(change.new, old) >= 0)
    if not alone and (change.old == symbol_of(change.old)) != (change.new == symbol_of(change.new)):
        return False  # a paragraph of one, the other as a whole
    return _age(change.new, old) >= 0 and _age(change.old, old) <= 0


def _age(cited: str, old: Document) -> int:
    """How much later than the old text something was made, by number or by year; before it where neither is
    printed.
    """
    number = resolution_number(symbol_of(cited))
    if number and old.number:
        return number - old.number
    year = re.search(r"/((?:19|20)\d\d)/|\(((?:19|20)\d\d)\)", cited)
    return int(year[1] or year[2]) - (old.year or int(old.date[:4] or 0)) if year else _UNKNOWN


_UNKNOWN = -9999
_SISTER = -3  # by number: what was made together with the old text, of a sister body


def symbol_of(cited: str) -> str:
    """What is cited without the paragraphs of it: S/RES/2536 (2020) of S/RES/2536 (2020) 13, 12."""
    return re.sub(r"(?<=\)) .*", "", cited)


def series_of(cited: str) -> str:
    """S/RES of S/RES/1373 (2001), S of S/2021/12."""
    return re.sub(r"/?\d.*", "", cited)


def _same_act(before: str, gone: Item | None, after: str, came: Item | None) -> bool:
    """Whether the two clauses do the same with what they cite; one cited beside others does nothing new."""
    acts = [_act(text, item) for text, item in ((before, gone), (after, came)) if item]
    if len(acts) == 2:
        return acts[0] == acts[1]
    return not acts[0] - _act(before, None)


def _act(text: str, item: Item | None) -> frozenset[str]:
    if item is None:
        clause = text
    else:
        start = max(text.rfind(stop, max(0, item.start - _CLAUSE), item.start) for stop in _STOPS)
        start = max(start, item.start - _CLAUSE, 0)
        ends = (at for stop in _STOPS if (at := text.find(stop, item.end, item.end + _CLAUSE)) >= 0)
        clause = text[start : min(ends, default=item.end + _CLAUSE)]
    return frozenset(match[1] or match[2] for match in _ACT.finditer(_DONE_BEFORE.sub(" ", clause.lower())))


# What another text had done: *as set out in resolution 1739 (2007) and renewed in resolution 1826 (2008)*.
_DONE_BEFORE = re.compile(
    r"\b(?:amended|modified|extended|renewed|expanded|adjusted|terminated|lifted|suspended|superseded|replaced)\s"
    r"(?:and\s\w+\s)?(?:by|in|under|pursuant\sto|through)\b"
)


def _is_day_of_moved(
    change: Change, days: Sequence[Mapping[str, Item]], cited: Sequence[Sequence[Item]]
) -> bool:
    """Whether a date is that of a document that was brought up to date beside it, not the end of a term."""
    sides = zip((change.old, change.new), days, cited, strict=True)
    return all(_is_day_of(found.get(value), items) for value, found, items in sides if value)


def _is_day_of(day: Item | None, cited: Sequence[Item]) -> bool:
    if day is None or day.role == END:
        return False
    return any(min(abs(day.end - item.start), abs(item.end - day.start)) <= _NEAR for item in cited)


_NEAR = 90  # characters between the date of a document and its symbol
