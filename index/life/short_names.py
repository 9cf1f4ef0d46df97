"""What a resolution calls a body once it has named it: *the Compensation Commission (“the Commission”)*."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import replace

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold_case
from mandex.index.life.provision import Provision

# Taken: *the United Nations Compensation Commission (“the Commission”)*, *the Commission (S/2005/775) (“the
# Commission”)*; left: *the Governing Council (“the Governing Council”)*, which is no body that has a life.
_DEFINED = Expression(
    r"(?P<name>[^(),;]{3,120}?) (?:\([^()]{3,40}\) )?\([“\"‘'](?P<short>the (?:Commission|Mission|Force"
    r"|Office|Tribunal|Mechanism))[”\"’']\)"
)
_SHORT = Expression(r"\bthe (?:Commission|Mission|Force|Office|Tribunal|Mechanism)\b(?! (?:of|for|on)\b)")


def in_full(db: sqlite3.Connection, doc: int, demand: Provision) -> Provision:
    """A demand that names a body only by what its resolution calls it (*Decides to terminate the mandate of
    the Commission*) with the name in full; itself where it names a body, or the resolution defines none.
    """
    said = _SHORT.search(demand.words)
    if said is None or lexicon.match_bodies(fold_case(demand.words[:400])):
        return demand
    name = _short_names(db, doc).get(said[0], "")
    if not name:
        return demand
    at = demand.start + said.start()
    text = f"{demand.text[:at]}{name}{demand.text[demand.start + said.end() :]}"
    return replace(demand, text=text, end=demand.end + len(name) - len(said[0]))


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
