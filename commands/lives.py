"""What stands and what changed: `regimes`, `missions`, `changes`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from mandex.commands.opening import open_base
from mandex.commands.options import AS_OF, listing, since_day
from mandex.commands.printing import Output, say
from mandex.corpus.store import Store

if TYPE_CHECKING:
    from mandex.index.base import Records


def _of_a_day(name: str, columns: Sequence[str], about: str, nothing: str) -> click.Command:
    """The command that lists what lives on a day, all or what is named: `Base` answers under its name."""

    @click.command(name, help=about)
    @click.argument("name", nargs=-1)
    @click.option("--all", "ended", is_flag=True, help="Also those that are over.")
    @AS_OF
    @listing(columns)
    @click.pass_context
    def command(ctx: click.Context, name: tuple[str, ...], ended: bool, as_of: str, out: Output) -> None:
        from mandex.index.base import Base

        ask = getattr(Base(open_base(ctx, dated=True)), ctx.command.name or "")
        out.rows(dated(ask(" ".join(name), as_of=as_of, ended=ended)), nothing=nothing)

    return command


regimes = _of_a_day(
    "regimes",
    ("regime", "measure", "imposed_by", "latest_renewal", "until", "status", "reason"),
    "Sanctions regimes by measure: who imposed it, who renewed it, until when. NAME: a country, 1718.",
    "no regime held imposes a measure then; --all shows what is over",
)
missions = _of_a_day(
    "missions",
    ("mission", "founded_by", "latest", "until", "strength", "status", "successor", "reason"),
    "Missions and forces: founded, renewed, how strong, until when, what came after. NAME: UNMISS, Mali.",
    "no mission held lives then; --all shows those that are over",
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
    from mandex.index.base import Base

    found = Base(open_base(ctx, dated=True)).changes(since, as_of=as_of)
    out.rows(dated(found), nothing=f"nothing held changed after {since}")


def dated(found: Records[Any]) -> list[dict[str, Any]]:
    """The rows of an answer, each with the day to which the base knows; standard error is told it too."""
    say(f"known to {found.known_to}" if found.known_to else "the base holds no resolution")
    return found.rows()


def known(store: Store, found: Sequence[Any]) -> list[dict[str, Any]]:
    """The rows of records that no `Base` was asked for, as `dated` gives them."""
    from mandex.index.base import Records
    from mandex.index.life.horizon import known_to

    return dated(Records(found, known_to(store)))
