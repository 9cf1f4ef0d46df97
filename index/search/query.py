"""The query language: what a user typed, as a tree.

`"exact phrase"`, `AND OR NOT ( )`, `prefix*`, `field:value`, `field:(a OR b)`, `year:[2014 TO 2017]`; words
side by side are all wanted. Symbols and dates are read as such in any notation. Anything that is no operator
in its place (an odd quote, a lone bracket, a leading AND) is text: only an unknown field and a broken range
are errors, since ignoring them would answer another question.

The parser is our own: those of Lucene's language take the slashes of S/RES/1373 for a regular expression, and
what a person types for a mistake.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import chain

from mandex.corpus.dates import find_dates
from mandex.corpus.errors import BadQueryError, BadReferenceError
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import HAN
from mandex.corpus.records import dataclass
from mandex.corpus.spellings import Spelled, find_resolutions
from mandex.corpus.symbols import parse as parse_symbol

FIELDS = (
    "symbol", "year", "date", "lang", "kind", "verb", "force", "actor", "topic", "body", "country", "cites",
    "instrument",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed, or several that punctuation joins (`Al-Qaida`)."""

    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """An exact phrase; a run of Chinese is one without quotes."""

    text: str
    typed_quotes: bool = True


@dataclass(frozen=True, slots=True)
class Prefix:
    """The beginning of a word."""

    text: str


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document by its symbol or number; `symbol` is the normal form."""

    text: str
    symbol: str


@dataclass(frozen=True, slots=True)
class Day:
    """A date in any notation; `iso` may lack the day."""

    text: str
    iso: str


@dataclass(frozen=True, slots=True)
class Field:
    """`name:value`; a range has both ends, empty where open."""

    name: str
    value: str
    upper: str | None = None
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class All:
    """Every part; `stated` tells a written AND from words side by side."""

    parts: tuple[Query, ...]
    stated: bool = False


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """Not this part."""

    part: Query


Query = Word | Quoted | Prefix | Symbol | Day | Field | All | AnyOf | Without
EMPTY = All(())


# -- tokens

_SYMBOL = (
    # S/RES/1373 (2001), A/RES/377(V), S/PRST/2005/64
    r"(?<![\w/])(?:[SAE]|ST)/(?:[A-Z0-9][\w.-]*/)*[A-Z0-9][\w.-]*(?:\s?\(\s?[0-9IVXLES-]+\s?\))?"
    # 第1373号: in a search it means the resolution; `find_resolutions` reads what is plain anywhere
    r"|第\s?\d{1,4}\s?[号號]"
)
_LEXER = Expression(
    # “travel ban”; of “a “b” the second: each that is opened would be looked for to the end of the text
    r'(?P<quoted>"[^"]*"|“[^“”]*”|«[^«»]*»|「[^「」]*」)'
    rf"|(?P<field>[a-z]{{2,12}}):(?=[^\s:/])"
    rf"|(?P<symbol>{_SYMBOL})"
    r"|(?P<operator>AND|OR|NOT|&&|\|\||!(?=\S))(?=[\s(（]|$)"
    r"|(?P<open>[(（])|(?P<close>[)）])"
    r"|(?P<word>[^\s()（）\"“”«»「」]+)"
    r"|(?P<other>\S)",
    re.IGNORECASE,
)
_NEXT = Expression(r"\S")
_OPERATORS = {"AND": "AND", "OR": "OR", "NOT": "NOT", "&&": "AND", "||": "OR", "!": "NOT"}
_RANGE = Expression(r"[\[{]\s*(\S+?)\s+TO\s+(\S+?)\s*[\]}]")
_VALUE = Expression(r'"([^"]*)"|“([^”]*)”|([^\s()（）\[\]{}"“”]+)')
_HAN = Expression(f"[{HAN}]")
_TEXT = Expression(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A lexeme: `kind` is `item`, `(`, `)`, or an operator."""

    kind: str
    item: Query | None = None


def parse(text: str) -> Query:
    """The tree of a query; `EMPTY` where it holds no word.

    Raises `BadQueryError` for a field that does not exist, for a range that is none, for a nest of
    parentheses that nobody types, and for more alternatives than anybody does.
    """
    tree = _Parser(_pieces(text)).query()
    asked = _composed(tree)
    if asked > _MOST:
        raise BadQueryError(
            f"the query has {asked} alternatives, phrases and exclusions: ask for {_MOST} at most"
        )
    return tree


def _composed(tree: Query) -> int:
    """How many parts a query has that each cost a look-up: all but words side by side, which describe."""
    parts = tree.parts if isinstance(tree, All) else (tree,)
    return sum(_size(part) for part in parts if not isinstance(part, Word))


def _size(tree: Query) -> int:
    match tree:
        case All(parts) | AnyOf(parts):
            return sum(map(_size, parts))
        case Without(part):
            return _size(part)
        case _:
            return 1


def _pieces(text: str) -> list[_Piece]:
    out: list[_Piece] = []
    days = {day.start: day for day in find_dates(text)}
    named = {found.start: found for found in find_resolutions(text)}
    at = 0
    while word := _NEXT.search(text, at):
        start = word.start()
        if day := days.get(start):
            out.append(_Piece("item", Day(text[start : day.end], day.iso)))
            at = day.end
            continue
        if (found := named.get(start)) and (symbol := _known(text[start : found.end])):
            out.append(_Piece("item", symbol))
            at = found.end
            continue
        match = _LEXER.match(text, start)
        assert match, "anything that is no blank is something"
        kind, at = str(match.lastgroup), match.end()
        if kind == "field" and match["field"] in FIELDS:
            at = _field(match["field"], text, at, named, out)
        elif kind == "field" and match["field"].islower():
            from difflib import get_close_matches  # noqa: PLC0415 - only for what is not known

            near = get_close_matches(match["field"], FIELDS, 1, 0.5)
            meant = f"; did you mean {near[0]}:" if near else ""
            raise BadQueryError(
                f"there is no field {match['field']!r}{meant}; the fields are {', '.join(FIELDS)}"
                " (to search for the text itself, put it in quotes)"
            )
        elif kind == "field":
            at = start + len(match["field"])
            out.append(_Piece("item", Word(match["field"])))
        elif kind == "operator" and match["operator"] in _OPERATORS:
            out.append(_Piece(_OPERATORS[match["operator"]]))
        elif kind in ("open", "close"):
            out.append(_Piece("(" if kind == "open" else ")"))
        elif item := _item(kind, match[kind]):
            out.append(_Piece("item", item))
    return out


def _field(name: str, text: str, at: int, named: Mapping[int, Spelled], out: list[_Piece]) -> int:
    """Read a field's value from `at` on; a bracketed group is left for the parser."""
    if text[at] in "(（":
        out.append(_Piece("field", Field(name, "")))
        return at
    if text[at] in "[{":
        match = _RANGE.match(text, at)
        if not match:
            raise BadQueryError(f"{name}:{text[at:]} is no range: write {name}:[2014 TO 2017]")
        low, high = ("" if end == "*" else end for end in match.groups())
        out.append(_Piece("item", Field(name, low, high)))
        return match.end()
    end = _end_of_symbol(text, at, named) if name in ("symbol", "cites") else at
    if end > at:
        out.append(_Piece("item", Field(name, text[at:end])))
        return end
    match = _VALUE.match(text, at)
    if not match:
        return at
    value = next(filter(None, match.groups()), "")
    if value:
        out.append(_Piece("item", Field(name, value.removesuffix("*"), prefix=value.endswith("*"))))
    return match.end()


_SYMBOL_VALUE = Expression(rf"(?:{_SYMBOL})(?!\*)", re.IGNORECASE)


def _end_of_symbol(text: str, at: int, named: Mapping[int, Spelled]) -> int:
    """Where the symbol ends that begins at `at`; `at` where none does."""
    found, match = named.get(at), _SYMBOL_VALUE.match(text, at)
    end = found.end if found and not text.startswith("*", found.end) else at
    return max(end, match.end() if match else at)


def _item(kind: str, text: str) -> Query | None:
    if not _TEXT.search(text):
        return None
    if kind == "quoted":
        return Quoted(text[1:-1].strip())
    if kind == "symbol":
        return _symbol(text)
    bare = text.rstrip("*")
    if text != bare and _TEXT.search(bare[-1:]):
        return Prefix(bare)
    return Quoted(bare, typed_quotes=False) if _HAN.search(bare) else Word(bare)


def _symbol(text: str) -> Query:
    """What looks like a symbol; one that names nothing that we know is words."""
    return _known(text) or (Quoted(text, typed_quotes=False) if _HAN.search(text) else Word(text))


def _known(text: str) -> Symbol | None:
    try:
        return Symbol(text, parse_symbol(text).symbol)
    except BadReferenceError:
        return None


_MOST = 200  # parts of a query besides words side by side
_DEEPEST = 50  # parentheses and NOTs in each other


class _Parser:
    """Recursive descent; brackets that do not match are passed over, and what is said twice counts once."""

    def __init__(self, pieces: Sequence[_Piece]) -> None:
        self._pieces = pieces
        self._at = 0
        self._depth = 0

    def _next(self) -> str:
        return self._pieces[self._at].kind if self._at < len(self._pieces) else ""

    def query(self) -> Query:
        parts: list[Query] = []
        while self._at < len(self._pieces):
            part = self._any()
            if part != EMPTY:
                parts.append(part)
            if self._next() == ")":  # one that nothing opened
                self._at += 1
        return _joined(parts)

    def _any(self) -> Query:
        parts = [self._all()]
        while self._next() == "OR":
            self._at += 1
            parts.append(self._all())
        parts = [part for part in parts if part != EMPTY]
        inner = [part.parts if isinstance(part, AnyOf) else (part,) for part in parts]
        alternatives = tuple(dict.fromkeys(chain.from_iterable(inner)))
        return AnyOf(alternatives) if len(alternatives) > 1 else _joined(alternatives)

    def _all(self) -> Query:
        parts: list[Query] = []
        stated = False
        while (kind := self._next()) and kind not in ("OR", ")"):
            if kind == "AND":
                stated = True
                self._at += 1
                continue
            part = self._one()
            if part != EMPTY:
                parts.append(part)
        return _joined(parts, stated)

    def _one(self) -> Query:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise BadQueryError("the parentheses are nested too deep: a query needs a few")
        one = self._item()
        self._depth -= 1
        return one

    def _item(self) -> Query:
        piece = self._pieces[self._at]
        self._at += 1
        if piece.kind == "NOT":
            if self._next() in ("", "OR", "AND", ")"):
                return EMPTY
            part = self._one()
            return EMPTY if part == EMPTY else Without(part)
        if piece.kind == "field":
            assert isinstance(piece.item, Field)
            return _spread(piece.item.name, self._one())
        if piece.kind == "(":
            inner = self._any()
            if self._next() == ")":
                self._at += 1
            return inner
        return piece.item or EMPTY


def _joined(parts: Sequence[Query], stated: bool = False) -> Query:
    """What is said twice counts once; but words side by side are a wording: *of the role of women*."""
    once = set(parts)
    kept: list[Query] = []
    for part in parts:
        if isinstance(part, Word) and not stated:
            kept.append(part)
        elif part in once:
            once.remove(part)
            kept.append(part)
    return kept[0] if len(kept) == 1 else All(tuple(kept), stated)


def _spread(name: str, query: Query) -> Query:
    """`year:(2014 OR 2015)`: the field for each value of the group."""
    match query:
        case Word(text) | Quoted(text) | Symbol(text) | Day(text):
            return Field(name, text)
        case Prefix(text):
            return Field(name, text, prefix=True)
        case All(parts):
            # Values side by side are alternatives: no paragraph has two years.
            return AnyOf(tuple(_spread(name, part) for part in parts)) if parts else EMPTY
        case AnyOf(parts):
            return AnyOf(tuple(_spread(name, part) for part in parts))
        case Without(part):
            return Without(_spread(name, part))
        case _:
            return query


def wanted_fields(query: Query) -> list[Field]:
    """The fields that a query wants, in order; not those that it excludes."""
    match query:
        case All(parts) | AnyOf(parts):
            return [field for part in parts for field in wanted_fields(part)]
        case Field():
            return [query]
        case _:
            return []


def leaves(query: Query) -> list[Query]:
    """The words, phrases and the like that a query wants, each once; not what it excludes, no fields."""
    match query:
        case All(parts) | AnyOf(parts):
            return list(dict.fromkeys(leaf for part in parts for leaf in leaves(part)))
        case Without() | Field():
            return []
        case _:
            return [query]
