"""The resolutions that an assessment goes through: those that its profile names, and of one on sanctions
those on which the regimes of the base rest.

A list alone ages: each year another resolution lays an embargo down anew. What is laid on all on a theme
(1373, 2178) is another assessment's.
"""

from __future__ import annotations

from mandex.corpus.store import Store
from mandex.corpus.symbols import resolution_number
from mandex.index.compare.profiles import Profile
from mandex.index.life.matters import is_situation
from mandex.index.life.regimes import BODIES, Measure, regimes


def resolutions(store: Store, profile: Profile, as_of: str = "") -> list[str]:
    """The symbols, oldest first: what first imposed and last renewed each measure that lives on the day."""
    named = [store.reference(word).symbol for word in profile.resolutions]
    if profile.regimes:
        measures = (one for one in regimes(store, as_of=as_of) if _is_meant(one))
        places = (place for one in measures for place in (one.imposed_by, one.latest_renewal))
        named += (symbol for place in places if (symbol := place.partition(" OP")[0]))
    return sorted(dict.fromkeys(named), key=lambda symbol: resolution_number(symbol) or 0)


def _is_meant(one: Measure) -> bool:
    return one.measure not in BODIES and is_situation(one.regime)
