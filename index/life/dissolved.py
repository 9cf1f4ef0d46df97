"""Committees that a resolution not held dissolved, as a later one recalls.

*Recalling further its earlier decision in resolution 1483 (2003) of 22 May 2003 to terminate the Security
Council Committee established pursuant to resolution 661 (1990)* (1518, preamble) shows that the sanctions of
661 were over on that day, whether or not 1483 is held.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from mandex.corpus import registry
from mandex.corpus.symbols import resolution_number
from mandex.index.life.sayings import Sayings
from mandex.index.life.status import LIVE, Standing
from mandex.index.life.steps import Steps

ON_PERSONS = frozenset({"asset-freeze", "travel-ban"})
"""The kinds that lists of persons tell whom to apply to."""
_PERHAPS = "it may have ended this too"


def dissolved(sayings: Sayings, kept: Steps, as_of: str, matter: str, founding: str = "") -> Standing | None:
    """What became of the committee that oversaw the measures on a matter (of that which the resolution
    `founding` founded): `by` is the resolution that dissolved it by the day; None where no text, of whatever
    day, recalls such a decision.
    """
    for step in kept.on(f"committee of {matter}"):
        if step.action != "establishes" or founding not in ("", step.symbol):
            continue
        for said in reversed(sayings.ever_of(step.symbol, "dissolves")):
            adoption = registry.adoption(resolution_number(said.what) or 0)
            day = adoption.adopted if adoption else ""
            if day <= as_of:
                by, since = said.what, said.symbol
                why = f"{by}, which is not held, dissolved the Committee of {step.symbol}, as {since} recalls"
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
