"""Committees that a resolution not held dissolved, as a later one recalls.

*Recalling further its earlier decision in resolution 1483 (2003) of 22 May 2003 to terminate the Security
Council Committee established pursuant to resolution 661 (1990)* (1518, preamble) shows that the sanctions of
661 were over on that day, whether or not 1483 is held.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from dataclasses import replace

from mandex.corpus import registry
from mandex.corpus.expressions import Expression
from mandex.corpus.symbols import resolution_number
from mandex.index.life.status import LIVE, Standing
from mandex.index.life.steps import Steps

ON_PERSONS = frozenset({"asset-freeze", "travel-ban"})
"""The kinds that lists of persons tell whom to apply to."""
_PERHAPS = "it may have ended this too"
_RECALLED = Expression(
    r"(?i)\bdecision in resolution (?P<by>\d{1,4} \(\d{4}\))[^;]{0,40}?\bto (?:terminate|dissolve|abolish)"
    r" the [^;,]{0,40}committee established (?:pursuant to|by|under) resolution (?P<of>\d{1,4} \(\d{4}\))"
)


def dissolved(
    db: sqlite3.Connection, kept: Steps, as_of: str, matter: str, founding: str = ""
) -> Standing | None:
    """What became of the committee that oversaw the measures on a matter (of that which the resolution
    `founding` founded): `by` is the resolution that dissolved it by the day; None where no text, of whatever
    day, recalls such a decision.
    """
    for step in kept.on(f"committee of {matter}"):
        if step.action != "establishes" or founding not in ("", step.symbol):
            continue
        rows = db.execute(
            "SELECT d.symbol, p.text FROM citations AS c JOIN documents AS d ON d.id = c.doc"
            " JOIN paragraphs AS p ON p.doc = c.doc AND p.seq = c.seq"
            # most only recall it: their texts need not be read
            " WHERE c.cited = ? AND c.relation NOT IN ('recalls', 'reaffirms') AND d.type = 'resolution'"
            " AND p.text LIKE '%decision in%'"
            " ORDER BY d.number DESC",
            (step.symbol,),
        )
        for symbol, text in rows:
            said = _RECALLED.search(text)
            if said is None or f"S/RES/{said['of']}" != step.symbol:
                continue
            by = f"S/RES/{said['by']}"
            adoption = registry.adoption(resolution_number(by) or 0)
            day = adoption.adopted if adoption else ""
            if day > as_of:
                continue
            why = f"{by}, which is not held, dissolved the Committee of {step.symbol}, as {symbol} recalls"
            return Standing("ended", why, by, day)
    return None


def may_fall(status: str) -> bool:
    """Whether what stands so may have fallen with a committee: what is over otherwise has not."""
    return status in LIVE or status == "spent"


def fallen(kept: Steps, gone: Standing, matter: str, kinds: Collection[str], stands: Standing) -> Standing:
    """How a measure of some kinds stands whose committee is `gone`: it fell with that, unless a text since
    speaks of such measures, or another committee goes on with the lists.
    """
    past = stands.status not in LIVE
    if not may_fall(stands.status):
        return stands
    subject = f"measures of {matter}"
    steps = (*kept.on(subject), *kept.after(subject))
    since = any(not set(kinds).isdisjoint(step.kinds) and step.adopted > gone.until for step in steps)
    life = kept.on(f"committee of {matter}")
    heir = any(step.action == "establishes" and step.adopted > gone.until for step in life)
    if since or (heir and not ON_PERSONS.isdisjoint(kinds)):
        return stands if past else replace(stands, status="unclear", reason=f"{gone.reason}; {_PERHAPS}")
    return gone
