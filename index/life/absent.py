"""Why nothing goes by a name on a day: it is over, or it is known but not held, or it is not known."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from mandex.index.life.naming import country_of, known_by

if TYPE_CHECKING:
    from mandex.index.base import Records

_NEAREST = 4


def absent(ask: Callable[..., Records[Any]], kind: str, named: str, told: Callable[[str, str], str]) -> str:
    """In a sentence. `ask` lists what lives (`ended`: also what is over), `kind` is its column; `told` says a
    value of that column in the reader's language.
    """
    if ask(named, ended=True).rows():
        return f"what is held on {named} is over then; --all shows it"
    known = list(dict.fromkeys(str(row[kind]) for row in ask("", ended=True).rows()))
    if not known:
        return f"no {kind} that is held had begun then"
    if kind == "mission":
        from mandex.index.life.missions import known_for  # noqa: PLC0415 - as they are read for no other

        match known_for(named):
            case [label]:
                return f"{label} is known, but nothing held founds or renews it"
            case [_, *_] as labels:
                return f"known, but nothing held founds or renews them: {', '.join(labels)}"
    if why := _of_a_place(kind, named):
        return why
    near = get_close_matches(named.lower().replace(" ", "-"), known, _NEAREST)
    shown = ", ".join(told(kind, one) for one in near or known[-_NEAREST:])
    meant = f"the nearest are {shown}" if near else f"some are {shown}"
    return f"no {kind} is known as {named!r}; {meant}"


def _of_a_place(kind: str, named: str) -> str:
    """What is said where the name is that of a country, and nothing held is there, or of a place or an event:
    whose those are is not known.
    """
    if by_name := ", ".join(known_by(named)[:_NEAREST]):
        return {
            "regime": f"no regime is known as {named!r}; resolutions known by that name: {by_name}",
            "mission": f"no mission is known as {named!r}; resolutions known by that name: {by_name}",
        }[kind]
    nothing = {
        "regime": f"nothing held imposes measures on {named}",
        "mission": f"nothing held founds or renews a mission in {named}",
    }[kind]
    return nothing if country_of(named) else ""
