"""Duties of committees that may be over: their measures ran out after the last document held."""

from __future__ import annotations

from mandex.index.life.matters import is_situation
from mandex.index.life.standing import Register, Standing

_LAYING = ("imposes", "extends")


def in_doubt(who: str, matter: str, register: Register) -> Standing | None:
    """Why it is unclear whether a committee still owes what no text ends: all of its measures ran out after
    the last document held, so that it may be idle; None where it does. The terms of a court's officers tell
    nothing of the court: 1966 OP17 has the Residual Mechanism run on by two years.
    """
    if not who.endswith("committee") or not is_situation(matter):
        return None
    living: list[Standing] = []
    # the newest first: one that stands is enough
    for one in reversed(register.kept.on(f"measures of {matter}")):
        found = register.of_step(one) if one.action in _LAYING else None
        if found is not None and found.lives:
            if found.status != "unclear" or not found.until:
                return None
            living.append(found)
    if not living:
        return None
    last = max(reversed(living), key=lambda found: found.until)
    if last.until <= register.horizon.known_to:
        return None
    why = f"the measures that it oversees ran out on {last.until}, after the last resolution held"
    return Standing("unclear", why, last.by, last.until)
