"""Duties of bodies that may be over: their terms or measures ran out after the last document held."""

from __future__ import annotations

from mandex.index.life.matters import is_situation
from mandex.index.life.standing import Register, Standing

_LAYING = ("imposes", "extends")


def in_doubt(who: str, matter: str, register: Register) -> Standing | None:
    """Why it is unclear whether a body still owes what no text ends; None where it does."""
    return _out_of_office(who, register) or _idle(who, matter, register)


def _out_of_office(who: str, register: Register) -> Standing | None:
    """Of a court the terms of whose officers ran out after the last document held: it may be closed."""
    terms = [one for one in register.kept.on(f"{who} office") if one.until]
    last = max(terms, key=lambda one: one.until, default=None)
    if last is None or not register.horizon.known_to < last.until < register.as_of:
        return None
    why = f"the term that {last.place} gave it ran out on {last.until}, after the last resolution held"
    return Standing("unclear", why, last.place, last.until)


def _idle(who: str, matter: str, register: Register) -> Standing | None:
    """Of a committee all of whose measures ran out after the last document held: it may be idle."""
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
