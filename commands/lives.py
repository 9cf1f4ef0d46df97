"""What stands and what changed: `regimes`, `missions`, `changes`."""

from __future__ import annotations

from typing import Any

import click

from mandex.commands.opening import open_base
from mandex.commands.options import AS_OF, listing, since_day
from mandex.commands.printing import Output, say
from mandex.corpus.store import Store

_ALL = click.option("--all", "ended", is_flag=True, help="Also those that are over.")
_MEASURE = ("regime", "measure", "imposed_by", "latest_renewal", "until", "status", "reason")


@click.command()
@click.argument("name", nargs=-1)
@_ALL
@AS_OF
@listing(_MEASURE)
@click.pass_context
def regimes(ctx: click.Context, name: tuple[str, ...], ended: bool, as_of: str, out: Output) -> None:
    """Sanctions regimes by measure: who imposed it, who renewed it, until when. NAME: a country, 1718."""
    from mandex.index.life.regimes import regimes as find

    store = open_base(ctx)
    found = find(store, " ".join(name), as_of=as_of, ended=ended)
    out.rows(
        known(store, found, as_of), nothing="no regime held imposes a measure then; --all shows what is over"
    )


_MISSION = ("mission", "founded_by", "latest", "until", "strength", "status", "successor", "reason")


@click.command()
@click.argument("name", nargs=-1)
@_ALL
@AS_OF
@listing(_MISSION)
@click.pass_context
def missions(ctx: click.Context, name: tuple[str, ...], ended: bool, as_of: str, out: Output) -> None:
    """Missions and forces: founded, renewed, how strong, until when, what came after. NAME: UNMISS, Mali."""
    from mandex.index.life.missions import missions as find

    store = open_base(ctx)
    found = find(store, " ".join(name), as_of=as_of, ended=ended)
    out.rows(
        known(store, found, as_of), nothing="no mission held lives then; --all shows those that are over"
    )


_CHANGE = ("date", "what", "subject", "doc", "pinpoint", "until", "status", "clause")


@click.command()
@click.option("--since", required=True, callback=since_day, metavar="DATE",
              help="Changes after this day: 2026-06-30, 2026, 30d.")  # fmt: skip
@AS_OF
@listing(_CHANGE)
@click.pass_context
def changes(ctx: click.Context, since: str, as_of: str, out: Output) -> None:
    """What began, was renewed, changed, ended or ran out after a day."""
    from mandex.index.life.changes import changes as find

    store = open_base(ctx)
    found = find(store, since, as_of=as_of)
    out.rows(known(store, found, as_of), nothing=f"nothing held changed after {since}")


def known(store: Store, found: list[Any], as_of: str) -> list[dict[str, Any]]:
    """The rows, each with the day of the last resolution held; which is said on standard error too."""
    from mandex.index.life.horizon import Horizon

    day = Horizon(store, as_of or "9999").known_to
    say(f"known to {day}" if day else "the base holds no resolution")
    return [{**one.row(), "known_to": day} for one in found]
