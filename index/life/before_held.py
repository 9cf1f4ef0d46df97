"""Missions of which the first text held is later than a day, though those held by it already give them tasks.

Who asks for 1992 finds UNPROFOR so: 743 is not held, which founded it, but 786 enlarges it in 1992, and what
836 extends in 1993 was there before.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mandex.corpus.store import Store
from mandex.index.life.standing import Register
from mandex.index.life.step import Step
from mandex.index.life.steps import Steps

_LATELY = timedelta(days=400)  # a year and the time in which a renewal may be late
_GOES_ON = ("extends", "continues", "amends")


def before_held(store: Store, register: Register) -> Iterator[tuple[str, Step]]:
    """The bodies of one life on which nothing is held by the register's day, but which a text held later
    prolongs, and to which resolutions of the year before give something to do; each with that later step.
    """
    day = register.as_of
    if day >= register.horizon.known_to:
        return
    known = set(register.kept.subjects())
    later = [one for one in Steps(store).subjects() if one not in known]
    asked = _asked_lately(store, day) if later else frozenset()
    for subject in later:
        if subject.partition(" of ")[0] in asked:
            first = next(iter(register.kept.after(subject)), None)
            if first is not None and first.action in _GOES_ON:
                yield subject, first


def _asked_lately(store: Store, day: str) -> frozenset[str]:
    """The actors of what resolutions decided, authorized or asked for within a year before a day."""
    since = (date.fromisoformat(day) - _LATELY).isoformat()
    rows = store.connection.execute(
        "SELECT DISTINCT a.value FROM documents AS d CROSS JOIN mandates AS m ON m.doc = d.id,"
        " json_each(m.actors) AS a WHERE d.type = 'resolution' AND d.date BETWEEN ? AND ?"
        " AND m.force <> 'note'",
        (since, day),
    )
    return frozenset(actor for (actor,) in rows)
