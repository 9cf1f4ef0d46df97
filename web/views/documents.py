"""A document or a place in it: paragraphs, their citations and demands, who cites it, its renewals."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from mandex.corpus import addresses as official
from mandex.corpus import registry
from mandex.corpus.errors import BadReferenceError
from mandex.corpus.model import Document
from mandex.corpus.symbols import Reference, resolution_number
from mandex.index.base import Base
from mandex.index.life.standing import Standing
from mandex.index.life.steps import Steps
from mandex.index.output import bibliography
from mandex.index.output.showing import Shown, show, side_by_side
from mandex.index.output.standings import rows, standings
from mandex.web.params import AS_OF, Asked, Param
from mandex.web.views import Answered, View
from mandex.web.views.shaping import shape

_FEW = 60  # edges in a panel
STYLES = ("oscola", "bluebook", "bibtex")


def document(base: Base, asked: Asked) -> Answered:
    """The document at the address; what the register knows of it where it is not held."""
    try:
        at = base.store.reference(asked.place)
    except BadReferenceError as error:
        return Answered(found=False, message=str(error))
    shown = show(base.store, Reference(at.symbol), asked["lang"])
    if shown is None:
        there = {"symbol": at.symbol, "official": official.address(at.symbol, asked["lang"])}
        return Answered(shown=there, found=False, message=_not_held(base, at.symbol, asked["lang"]))
    stand = standings(base.store, shown, asked["as_of"])
    if at.pinpoint:
        part = show(base.store, at, asked["lang"])
        return Answered(list(rows(part, stand)) if part else (), _page(base, shown, None, stand))
    other = show(base.store, Reference(at.symbol), asked["with"]) if asked["with"] else None
    message = _not_held(base, at.symbol, asked["with"]) if asked["with"] and not other else ""
    found = [
        *rows(shown, stand),
        *(rows(other, standings(base.store, other, asked["as_of"])) if other else ()),
    ]
    return Answered(found, _page(base, shown, other, stand), message=message)


def _not_held(base: Base, symbol: str, lang: str) -> str:
    held = base.store.languages(symbol)
    if held:
        return f"{symbol} is held in {', '.join(held)}, not in {lang}"
    number = resolution_number(symbol)
    known = registry.adoption(number) if number else None
    if known:
        about = known.agenda_item or "item unknown"
        return f"The text of {symbol} is not held. It was adopted on {known.adopted}: {about}."
    return f"{symbol} is not held."


def _page(base: Base, shown: Shown, other: Shown | None, stand: Mapping[int, Standing]) -> dict[str, Any]:
    symbol = shown.symbol
    whole = base.store.document(symbol, shown.lang)
    beside = base.store.document(symbol, other.lang) if other else None
    assert whole is not None
    pairs = side_by_side(whole.paragraphs, beside.paragraphs if beside else None)
    exempting = frozenset(step.seq for step in Steps(base.store).of(symbol) if step.action == "exempts")
    place = Reference(symbol)
    lineage, cites = base.lineage(symbol).rows(), base.cites(symbol).rows()
    held = _held(base, [*(row["cited"] for row in cites), *(row["doc"] for row in lineage)]) | {symbol}
    left, right = shape(whole, stand, exempting, held), shape(beside, {}, held=held) if beside else {}
    return {
        "held": held,
        "document": whole,
        "other": beside,
        "pairs": [(left.get(a.seq) if a else None, right.get(b.seq) if b else None) for a, b in pairs],
        "languages_held": base.store.languages(symbol),
        "official": official.address(symbol, shown.lang),
        "cites": _panel(cites),
        "cited_by": _panel(base.cited_by(symbol).rows()),
        "lineage": lineage,
        "before": _before(lineage, whole),
        "references": {style: bibliography.entry(base.store, place, style) for style in STYLES},
    }


def _held(base: Base, symbols: Iterable[str]) -> set[str]:
    """Which of some documents are held."""
    found = base.store.connection.execute(
        "SELECT DISTINCT symbol FROM documents WHERE symbol IN (SELECT value FROM json_each(?))",
        (json.dumps(list(symbols)),),
    )
    return {symbol for (symbol,) in found}


def _before(lineage: Sequence[Mapping[str, Any]], whole: Document) -> str:
    """The document that this one renews: the last before it in its chain; empty where there is none."""
    earlier = [row["doc"] for row in lineage if row["doc"] != whole.symbol and row["adopted"] < whole.date]
    return earlier[-1] if earlier else ""


def _panel(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The edges by relation, the relation with most of them first."""
    grouped: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for one in rows:
        grouped[one["relation"]].append(one)
    groups = sorted(grouped.items(), key=lambda item: -len(item[1]))
    return {"total": len(rows), "groups": [(name, found[:_FEW], len(found)) for name, found in groups]}


def card(base: Base, asked: Asked) -> Answered:
    """The beginning of a document or of one paragraph, for a link to show before one follows it."""
    try:
        at = base.store.reference(asked["ref"])
        shown = show(base.store, at) or show(base.store, Reference(at.symbol))
    except BadReferenceError as error:
        return Answered(found=False, message=str(error))
    if shown is None:
        return Answered(found=False, message=_not_held(base, at.symbol, ""))
    texts = [p.text for p in shown.paragraphs if at.pinpoint or p.kind in ("title", "operative")][:2]
    stands = list(standings(base.store, shown, "").values()) if at.pinpoint else []
    words = {
        "doc": shown.symbol, "title": shown.title, "date": shown.date, "text": " ".join(texts)[:400],
        "status": stands[0].status if stands else "", "until": stands[0].until if stands else "",
    }  # fmt: skip
    return Answered([words])


_LANG = Param("lang", "The version to show.", choices=("", "en", "zh", "zh-Hans", "zh-Hant"))
_WITH = Param("with", "A second version beside it.", choices=("", "en", "zh", "zh-Hans", "zh-Hant"))

DOCUMENT = View(
    "/{place}", "Document", "A document by its symbol, such as `/S/RES/2396(2017)`.", document,
    (_LANG, _WITH, AS_OF), "document.html",
)  # fmt: skip
VIEWS = (
    View("/card", "Card", "What a reference leads to, in a few words.", card,
         (Param("ref", "A reference such as `2396 OP12`."),)),
)  # fmt: skip
