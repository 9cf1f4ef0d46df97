"""What the items of a list name: resolutions of the Council, of other organs, statements, documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from mandex.corpus import registry
from mandex.corpus.expressions import Expression
from mandex.corpus.symbols import roman_resolution, session_resolution
from mandex.ingest.citations.grammar import Grammar
from mandex.ingest.citations.items import Item
from mandex.ingest.citations.lists import FAR, LEAST_BARE, CitedList, numbers_a_committee
from mandex.ingest.citations.places import day_after

# Organs whose resolutions are numbered within a session or year, but do not show whose they are.
_SERIES: Final = {"rights": "A/HRC", "commission": "E/CN.4"}


_BY_YEAR: Final = Expression(r"(?!19|20)\d{4}")


class Name(NamedTuple):
    """What an item names: a Council resolution by number (and year, if printed), or another symbol."""

    number: int = 0
    year: int = 0
    target: str = ""
    date: str = ""


def named(text: str, item: Item, cited: CitedList) -> Iterator[Name]:
    """What an item names, if anything; several for `1267/1989/2253`."""
    first = cited.items[0]
    if item.shape == "symbol":
        yield Name(item.number, item.year) if item.number else Name(target=item.session)
    elif item.shape == "yeared":
        if cited.statements:
            yield Name(target=f"S/PRST/{item.year}/{item.number}")
        elif registry.year(item.number) == item.year and (cited.opened or item.number >= LEAST_BARE):
            yield Name(item.number, item.year)
        elif cited.opened and _is_of_the_assembly(text, cited):
            yield Name(target=f"A/RES/{item.number}")
        elif (
            cited.opened or _nearly(item) or (item is not first and registry.year(first.number) == first.year)
        ):
            yield Name(item.number, item.year, date=day_after(text, item.end, cited.grammar))
    elif item.session and _BY_YEAR.fullmatch(item.session):  # 1244/99: the year by its last figures
        number = int(item.session)
        year = registry.year(number)
        if year and year % 100 == item.number:
            yield Name(number, year)
    elif item.shape in ("joined", "bare"):
        numbers = (item.number, *item.others)
        if cited.named and _is_of_the_assembly(text, cited):
            yield Name(target=f"A/RES/{item.number}")
        elif cited.named and item.others == (registry.year(item.number),):  # resolution 1970/2011
            yield Name(item.number, item.others[0])
        elif numbers_a_committee(text, item, cited.grammar) or (cited.named and min(numbers) >= LEAST_BARE):
            yield from (Name(number, cited.year) for number in numbers)
    else:
        target = _other_organ(text, item, cited)
        if target:
            yield Name(target=target)


def _other_organ(text: str, item: Item, cited: CitedList) -> str:
    """The symbol of a resolution numbered by sessions, or of a statement; empty where it is neither."""
    if cited.statements:
        return f"S/PRST/{item.session}/{item.number}" if _is_year(item.session) else ""
    organ = _organ(text, cited)
    if item.shape == "roman" and (cited.named or organ == "assembly" or item.number >= LEAST_BARE):
        return roman_resolution("E" if organ == "ecosoc" else "A", item.number, item.session)
    if item.shape == "session" and not cited.named:
        return _by_its_date(text, item, cited.grammar)
    if item.shape == "session":
        series = _SERIES.get(organ) or ("E" if _is_year(item.session) else "A")
        return session_resolution(series, item.session, item.number) if organ != "foreign" else ""
    return ""


def _nearly(item: Item) -> bool:
    """Whether a number that looks like no year has nearly the right one: 1556 (2005) is of 2004."""
    right = registry.year(item.number) if item.number >= 1000 and not _is_year(str(item.number)) else None
    return right is not None and abs(right - item.year) <= 2


def _by_its_date(text: str, item: Item, grammar: Grammar) -> str:
    """*the statement of 18 February 2015 (2015/6)*: a paper whose number follows its date in brackets."""
    if not (grammar.paper and _is_year(item.session) and text.startswith(")", item.end)):
        return ""
    paper = grammar.paper.search(text, max(0, item.start - FAR), item.start)
    if not paper or paper["year"] != item.session:
        return ""
    return f"S/{'PRST/' if paper['statement'] else ''}{item.session}/{item.number}"


def _is_year(session: str) -> bool:
    return len(session) == 4 and session.startswith(("19", "20"))


def _is_of_the_assembly(text: str, cited: CitedList) -> bool:
    """Whether bare numbers follow directly upon the Assembly's name: their sessions are lost."""
    start = cited.items[0].start
    for match in cited.grammar.organs.finditer(text, max(0, cited.head - 30), start):
        if match.lastgroup == "assembly" and not text[match.end() : max(cited.head, match.end())].strip():
            return True
    return False


def _organ(text: str, cited: CitedList) -> str:
    """The organ named right after a list, or last in its sentence before it; empty where none is."""
    first, grammar = cited.items[0].start, cited.grammar
    whose = grammar.whose.match(text, cited.items[-1].end) if grammar.whose else None
    if whose:
        return whose.lastgroup or ""
    begin = max(0, first - FAR)
    for stop in grammar.stop.finditer(text, begin, first):
        begin = stop.end()
    organ = ""
    for match in grammar.organs.finditer(text, begin, first):
        organ = match.lastgroup or ""
    return organ
