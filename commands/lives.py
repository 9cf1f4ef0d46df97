"""What stands and what changed: `regimes`, `missions`, `changes`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

import click

from mandex.commands import language
from mandex.commands.language import value
from mandex.commands.opening import open_base
from mandex.commands.options import AS_OF, last_day, limits, listing, since_day
from mandex.commands.printing import Output, say
from mandex.corpus.store import Store

if TYPE_CHECKING:
    from mandex.index.base import Records


def _of_a_day(name: str, kind: str, columns: Sequence[str], about: str, nothing: str) -> click.Command:
    """The command that lists what lives on a day, all or what is named: `Base` answers under its name."""

    @click.command(name, help=about)
    @click.argument("name", nargs=-1)
    @click.option("--all", "ended", is_flag=True, help="Also those that are over.")
    @AS_OF
    @listing(columns)
    @click.pass_context
    def command(ctx: click.Context, name: tuple[str, ...], ended: bool, as_of: str, out: Output) -> None:
        from mandex.index.base import Base
        from mandex.index.life.absent import absent

        store = open_base(ctx, dated=True)
        ask = partial(getattr(Base(store), ctx.command.name or ""), as_of=as_of)
        if kind == "regime":  # the table has no column for what takes longest
            ask = partial(ask, brief=out.format == "table")
        named = " ".join(name)
        found = ask(named, ended=ended)
        found = found or _of_each(ask, name, ended=ended) if len(name) > 1 else found
        rows = dated(found)
        if missing := _not_listed(store, kind, found, as_of=as_of, every=not name):
            say(missing)
        out.rows(rows, nothing="" if rows else absent(ask, kind, named, language.value) if named else nothing)

    return command


def _not_listed(store: Store, kind: str, found: Sequence[Any], *, as_of: str, every: bool) -> str:
    """What a list lacks, since what founds or imposes it is not held; of missions only where all are asked
    for.
    """
    if kind == "mission":
        from mandex.index.life import missions as lives

        known = [value("mission", one) for one in lives.not_held(store)] if every else []
        return f"known, but nothing held founds or renews them: {', '.join(known)}" if known else ""
    from mandex.index.life import regimes as imposed

    lacking = imposed.not_held(store, found, as_of=as_of)
    return (
        f"not held, though what is held on these goes back to them: {', '.join(lacking)}" if lacking else ""
    )


def _of_each(ask: Callable[..., Records[Any]], words: Sequence[str], *, ended: bool) -> Records[Any]:
    """What goes by words that are a name each: *libya haiti*; nothing where one of them is none."""
    from mandex.index.base import Records

    found = [ask(word, ended=ended) for word in words]
    known_to = found[0].known_to if found else ""
    return Records(chain.from_iterable(found) if all(found) else (), known_to)


regimes = _of_a_day(
    "regimes",
    "regime",
    ("regime", "measure", "imposed_by", "latest_renewal", "until", "status", "reason"),
    "Sanctions regimes by measure: who imposed it, who renewed it, until when. NAME: a country, 1718.",
    "no regime held imposes a measure then; --all shows what is over",
)
missions = _of_a_day(
    "missions",
    "mission",
    ("mission", "founded_by", "latest", "until", "strength", "status", "successor", "reason"),
    "Missions and forces: founded, renewed, how strong, until when, what came after. NAME: UNMISS, Mali.",
    "no mission held lives then; --all shows those that are over",
)

_NAMED = 6  # resolutions named of those that are not held
_CHANGE = ("date", "what", "subject", "doc", "pinpoint", "until", "status", "clause")


@click.command()
@click.option("--since", required=True, callback=since_day, metavar="DATE",
              help="Changes after this day: 2026-06-30, 2026, 30d.")  # fmt: skip
@click.option("--until", default="", callback=last_day, metavar="DATE", help="Changes until this day.")
@AS_OF
@listing(_CHANGE)
@click.pass_context
def changes(ctx: click.Context, since: str, until: str, as_of: str, out: Output) -> None:
    """What began, was renewed, changed, ended or ran out after a day."""
    from mandex.index.base import Base
    from mandex.index.life.horizon import not_held_between

    last = min(filter(None, (until, as_of)), default="")
    if last and last < since:
        raise click.UsageError(f"{last} lies before {since}: --since is the earlier day")
    store = open_base(ctx, dated=True)
    found = dated(Base(store).changes(since, as_of=as_of))
    if missing := not_held_between(store, since, last):
        say(f"of what was adopted then, this is not held, and what it changed is not told: {_few(missing)}")
    rows = [row for row in found if row["date"] <= (until or "9999")]
    out.rows(rows, nothing=f"nothing held changed after {since}{limits(until=until)}")


def _few(symbols: Sequence[str]) -> str:
    return ", ".join([*symbols[:_NAMED], *(["…"] if len(symbols) > _NAMED else [])])


def dated(found: Records[Any]) -> list[dict[str, Any]]:
    """The rows of an answer, each with the day to which the base knows; standard error is told it too."""
    say(f"known to {found.known_to}" if found.known_to else "the base holds no resolution")
    return found.rows()


def known(store: Store, found: Sequence[Any]) -> list[dict[str, Any]]:
    """The rows of records that no `Base` was asked for, as `dated` gives them."""
    from mandex.index.base import Records
    from mandex.index.life.horizon import known_to

    return dated(Records(found, known_to(store)))
