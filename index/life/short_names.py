"""What a resolution calls a body once it has named it: *the Compensation Commission (“the Commission”)*."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import replace

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold_case
from mandex.index.life.living import is_living
from mandex.index.life.provision import Provision

# Taken: *the United Nations Compensation Commission (“the Commission”)*, *the Commission (S/2005/775) (“the
# Commission”)*; left: *the Governing Council (“the Governing Council”)*, which is no body that has a life.
_DEFINED = Expression(
    r"(?P<name>[^(),;]{3,120}?) (?:\([^()]{3,40}\) )?\([“\"‘'](?P<short>the (?:Commission|Mission|Force"
    r"|Office|Tribunal|Mechanism))[”\"’']\)"
)
_HEADS = (
    r"(?:Commission|Mission|Force|Office|Tribunal|Mechanism|Operation|Observer Mission|Observer Group"
    r"|Verification Mission)"
)
_SHORT = Expression(rf"\b[Tt]he (?P<head>{_HEADS})\b(?! (?:of|on|in|for (?:the|[A-Z]\w+))\b)")


def in_full(db: sqlite3.Connection, doc: int, demand: Provision) -> Provision:
    """A demand that names a body only by what its resolution calls it (*Decides to terminate the mandate of
    the Commission*, *to renew the mandate of the Force*) with the name in full; itself where it names a body,
    or the resolution names none so.
    """
    said = _SHORT.search(demand.words)
    if said is None or any(is_living(one.id) for one in lexicon.match_bodies(fold_case(demand.words[:400]))):
        return demand
    short = said[0].replace("The", "the")
    name = _short_names(db, doc).get(short, "") or _named_before(db, doc, demand, said["head"])
    if not name:
        return demand
    at = demand.start + said.start()
    text = f"{demand.text[:at]}{name}{demand.text[demand.start + said.end() :]}"
    return replace(demand, text=text, end=demand.end + len(name) - len(said[0]))


def _named_before(db: sqlite3.Connection, doc: int, demand: Provision, head: str) -> str:
    """The one mission or force that a resolution names with a word (*United Nations Interim Force in
    Lebanon*) before a demand that calls it by that word; empty where there are several, or none.
    """
    rows = db.execute("SELECT text FROM paragraphs WHERE doc = ? AND seq < ? ORDER BY seq", (doc, demand.seq))
    texts = [*(text for (text,) in rows), demand.text[: demand.start]]
    named = [
        one.id
        for text in texts
        if head in text
        for one in lexicon.match_bodies(fold_case(text))
        if lexicon.bodies()[one.id].is_mission
        if text[one.start : one.end].endswith(head) or f"{head} " in text[one.start : one.end]
    ]
    return f"the {lexicon.bodies()[named[0]].label_en}" if len(set(named)) == 1 else ""


def _short_names(db: sqlite3.Connection, doc: int) -> Mapping[str, str]:
    rows = db.execute(
        "SELECT text FROM paragraphs WHERE doc = ? AND text LIKE '%(_the %' ORDER BY seq", (doc,)
    )
    found: dict[str, str] = {}
    for (text,) in rows:
        for defined in _DEFINED.finditer(text):
            named = lexicon.match_bodies(fold_case(defined["name"]))
            if named:
                found.setdefault(defined["short"], f"the {lexicon.bodies()[named[-1].id].label_en}")
    return found
