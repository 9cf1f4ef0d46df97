"""The box on every page: a question, a phrase or a symbol, sent to the right place."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from mandex.corpus.errors import BadQueryError, BadReferenceError
from mandex.corpus.fold import is_chinese
from mandex.corpus.symbols import parse
from mandex.index.base import Base
from mandex.index.life.called import called
from mandex.index.life.changes import WHAT
from mandex.index.life.status import TRUST
from mandex.index.life.steps import Steps
from mandex.index.lookup.values import known_value
from mandex.index.search.facets import facets
from mandex.index.search.suggestions import suggest
from mandex.web.addresses import address
from mandex.web.params import AS_OF, LANG, LIMIT, OFFSET, Asked, Param
from mandex.web.views import Answered, View

_FACETS = ("year", "type", "kind", "force", "actor", "topic", "country", "lang")
_FORCES = (
    "", "binding", "decide", "demand", "authorize", "request", "call", "urge", "encourage", "recommend",
    "note",
)  # fmt: skip
_COUNTED = ("status", "force", "actor", "topic", "country", "year", "lang")
_ANSWERS = 60  # that the lookup's counts are made of, at the least
_VALUES = 10  # of one filter
_FILTERS = ("actor", "topic", "force", "year", "resolution", "lang", "current", "as_of")
_AMONG = ("status", "country")  # what narrows the first answers, as they are counted
SORTS = ("relevance", "newest", "oldest")
_SOON = 120  # days
# The sign keeps SQLite from going through all countries of the base for each answer.
COUNTRIES = (
    "SELECT DISTINCT j.key, e.entity FROM json_each(?) AS j JOIN documents AS d"
    " ON d.symbol = json_extract(j.value, '$[0]') AND d.lang = json_extract(j.value, '$[1]')"
    " JOIN entities AS e ON e.doc = d.id AND e.seq = json_extract(j.value, '$[2]')"
    " WHERE +e.kind = 'country'"
)
_FEW = 8  # rows of each list on the first page
_DONE = 3  # things that a new resolution does
_NUMBER = re.compile(r"第\d+\(\d+\)号决议")  # as which some are entitled in Chinese


def goes_to(words: str) -> str:
    """Where the box sends what was typed: a document, else the search for phrases, else the lookup."""
    typed = words.strip()
    try:
        reference = parse(typed)
    except BadReferenceError:
        exact = any(sign in typed for sign in '":*[') or any(
            f" {op} " in typed for op in ("AND", "OR", "NOT")
        )
        return "/search" if exact else "/lookup"
    return address(reference.symbol, reference.pinpoint)


def _home(base: Base, asked: Asked) -> Answered:
    held = _held(base)
    today = date.today().isoformat()
    shown = {
        "newest": list(_newest(base)),
        # What ran out before is in the calendar: here stands what there is still time for.
        "ending": [row for row in base.expiring(within=_SOON).rows() if row["date"] >= today][:_FEW],
        "held": held,
    }
    return Answered(rows=[held], shown=shown)


def _newest(base: Base) -> Iterator[dict[str, Any]]:
    """The newest resolutions: for who reads English and who reads Chinese the version and its title, where
    that is in the language and says more than the number; and what each began, renewed or ended.
    """
    steps = Steps(base.store)
    for doc, date_, versions in base.store.connection.execute(
        "SELECT symbol, date, json_group_object(lang, title) FROM documents"
        " WHERE type = 'resolution' AND date <> '' GROUP BY symbol ORDER BY date DESC, number DESC LIMIT ?",
        (_FEW,),
    ):
        held: dict[str, str] = json.loads(versions)
        chinese = [lang for lang in held if lang != "en"]
        titles = {is_chinese(title): title for title in held.values() if not _NUMBER.fullmatch(title)}
        did: dict[tuple[str, str], str] = {}
        for step in steps.of(doc):
            thing = WHAT[step.action], called(step, steps)
            did[thing] = max(step.until, did.get(thing, ""))
        yield {
            "doc": doc, "date": date_,
            "langs": {"en": "en", "zh": chinese[0] if chinese else "en"},
            "titles": {"en": titles.get(False, ""), "zh": titles.get(True, "")},
            "did": [(*thing, until) for thing, until in did.items()][:_DONE],
        }  # fmt: skip


def _held(base: Base) -> dict[str, Any]:
    """How much there is, and up to which day; quicker than the counts of `status`."""
    one = base.store.connection.execute
    documents, horizon = one(
        "SELECT count(*), max(CASE WHEN type = 'resolution' THEN date END) FROM documents"
    ).fetchone()
    paragraphs = one("SELECT count(*) FROM paragraphs").fetchone()[0]
    return {"documents": documents, "paragraphs": paragraphs, "horizon": horizon or ""}


def _search(base: Base, asked: Asked) -> Answered:
    words = asked["q"]
    if not words:
        return Answered()
    wanted, first = asked["n"], asked["from"]
    lang = asked["lang"] or None
    hits = base.search(words, limit=first + wanted + 1, lang=lang, by=asked["by"], sort=asked["sort"])
    rows = hits[first : first + wanted]
    shown: dict[str, Any] = {
        "more": len(hits) > first + wanted,
        "suggestions": suggest(base.store, words) if not rows else {},
    }
    if asked["facets"] and rows:
        counts = facets(base.store, words, _FACETS, lang=lang)
        shown["facets"] = {
            name: [count for count in counts if count.facet == name][: None if name == "year" else 12]
            for name in _FACETS
        }
    return Answered([hit.row() for hit in rows], shown)


def _lookup(base: Base, asked: Asked) -> Answered:
    words = asked["q"]
    if not words:
        return Answered()
    wanted, first = asked["n"], asked["from"]
    filters = {name: asked[name] for name in _FILTERS}
    try:
        answers = base.lookup(words, limit=max(first + wanted + 1, _ANSWERS), **filters)
        rows, message = answers.rows(), ""
    except BadQueryError as error:
        rows, message = [], str(error)
    values = [_values(row, countries) for row, countries in zip(rows, _countries(base, rows), strict=True)]
    country = asked["country"] and known_value("country", asked["country"])
    only = {"status": asked["status"], "country": country}
    among = [i for i, one in enumerate(values) if all(only[of] in ("", *one[of]) for of in _AMONG)]
    rows, values = [rows[i] for i in among], [values[i] for i in among]
    shown = {
        "more": len(rows) > first + wanted, "counts": _counted(values), "counted": len(rows),
        "narrowed": [name for name in (*_FILTERS, *_AMONG) if asked[name] and name != "as_of"],
    }  # fmt: skip
    if asked["sort"] != "relevance":
        rows.sort(key=lambda row: row["date"], reverse=asked["sort"] == "newest")
    return Answered(rows[first : first + wanted], shown, message=message)


def _countries(base: Base, rows: Sequence[Mapping[str, Any]]) -> list[tuple[str, ...]]:
    """The countries that the paragraph of each answer names."""
    found: dict[int, list[str]] = {}
    places = json.dumps([(row["doc"], row["lang"], row["seq"]) for row in rows])
    for place, country in base.store.connection.execute(COUNTRIES, (places,)):
        found.setdefault(place, []).append(country)
    return [tuple(found.get(place, ())) for place in range(len(rows))]


def _values(row: Mapping[str, Any], countries: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """What an answer has, by filter."""
    return {
        "year": (row["date"][:4],), "force": (row["force"],), "status": (row["status"],),
        "actor": row["actors"], "topic": row["topics"], "lang": row["langs"], "country": countries,
    }  # fmt: skip


def _counted(values: Sequence[Mapping[str, Sequence[str]]]) -> dict[str, list[tuple[str, int]]]:
    """How many of the answers have which value, by filter; what all have in common narrows nothing."""
    counts = {name: Counter(value for one in values for value in one[name]) for name in _COUNTED}
    return {name: _telling(name, found, len(values)) for name, found in counts.items()}


def _telling(name: str, found: Counter[str], all_: int) -> list[tuple[str, int]]:
    told = [(value, many) for value, many in found.most_common() if value and many < all_]
    return sorted(told, reverse=True) if name == "year" else told[:_VALUES]


_SORT = Param("sort", "The order of the rows.", default="relevance", choices=SORTS)
_Q = Param("q", "A question, words, a phrase or a symbol, in English or Chinese.")

VIEWS = (
    View("/", "Mandex", "What the base holds, what is new, what ends soon.", _home, template="home.html"),
    View(
        "/search", "Search", "Full text: words, phrases, AND OR NOT, field:value.", _search,
        (
            _Q, LIMIT, OFFSET, LANG,
            Param("by", "What a row is.", default="paragraph", choices=("paragraph", "document")),
            _SORT,
            Param("facets", "Count what is found by year, force, actor, topic …", "flag", default=False),
        ),
        "search.html", ("doc", "pinpoint", "snippet"),
    ),
    View(
        "/lookup", "Lookup", "What requires a measure, of whom, how bindingly, until when.", _lookup,
        (
            _Q, LIMIT, OFFSET, LANG,
            Param("actor", "Only demands on this actor: member-states, secretary-general …"),
            Param("topic", "Only demands on this topic: asset-freeze, travel-ban …"),
            Param("force", "Only demands of this force.", choices=_FORCES),
            Param("year", "Only documents of this year.", "integer", default=None, least=1946, most=2100),
            Param("resolution", "Only this document."),
            Param("current", "Only what stands.", "flag", default=False),
            Param("status", "Of the first answers only those of this status.", choices=("", *TRUST)),
            Param("country", "Of the first answers only those that name this country."),
            _SORT, AS_OF,
        ),
        "lookup.html", ("doc", "pinpoint", "force", "actors", "status", "snippet"),
    ),
)  # fmt: skip
