"""Who must do what, and until when: `lookup`, `lineage`, `expiring`, `reports-due`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from mandex.commands.lives import known
from mandex.commands.opening import open_base, say_if_not_held, say_not_held
from mandex.commands.options import (
    AS_OF,
    between,
    calendar,
    is_between,
    limits,
    listing,
    values,
    window,
)
from mandex.commands.printing import Output, deliver_days, say
from mandex.commands.references import REF, no_such_place, read
from mandex.corpus.days import Span, Until
from mandex.corpus.errors import NothingFoundError
from mandex.corpus.symbols import Reference

if TYPE_CHECKING:
    from mandex.corpus.store import Store
    from mandex.index.lookup.answers import Answer

_ANSWER = ("doc", "pinpoint", "force", "actors", "status", "until", "why", "snippet")


@click.command()
@click.argument("measure", nargs=-1, required=True)
@click.option(
    "--actor",
    default="",
    shell_complete=values("actor"),
    help="Only demands on this actor: member-states, secretary-general …",
)
@click.option(
    "--topic",
    default="",
    shell_complete=values("topic"),
    help="Only demands on this topic: asset-freeze, travel-ban …",
)
@click.option("--force", help="Only demands of this force, or binding ones.", type=click.Choice([
    "binding", "decide", "demand", "authorize", "request", "call", "urge", "encourage", "recommend", "note",
]))  # fmt: skip
@click.option("--year", type=int, help="Only documents of this year.")
@click.option("--resolution", default="", metavar="REF", help="Only this document.")
@click.option("--lang", type=click.Choice(["en", "zh", "zh-Hans", "zh-Hant"]), help="Only this language.")
@click.option("--current", is_flag=True, help="Only what is current, open or unclear.")
@between("documents")
@AS_OF
@listing(_ANSWER)
@click.pass_context
def lookup(
    ctx: click.Context, measure: tuple[str, ...], actor: str, topic: str, force: str | None, year: int | None,
    resolution: str, lang: str | None, current: bool, since: str, until: str, as_of: str, out: Output,
) -> None:  # fmt: skip
    """Find what requires MEASURE: 'passenger name records', 冻结资产, 'who must report on piracy?'."""
    from mandex.index.lookup.answers import Wanted, find

    symbol = read(ctx, resolution).symbol if resolution else ""
    wanted = Wanted(actor, topic, force or "", year, symbol, lang or "", current, as_of, since, until)
    asked = " ".join(measure)
    store = open_base(ctx, dated=True)
    limit = out.limit or 10
    found = find(store, asked, wanted, limit=limit)
    for word, nearest in found.read_as.items():
        say(f"no text has {word!r}: read as {nearest!r}")
    if found.unmet:
        say(f"no text has {', '.join(map(repr, found.unmet))}")
    if found.place:
        _say_if_lacking(store, found.place)
    say_if_not_held(
        store, *(store.reference(str(n)).symbol for n in found.named if not found.place.startswith(f"{n} "))
    )
    for pointer in found.pointers:
        say(pointer)
    if found.over:
        say(f"what answers best does not stand: {found.over}")
    answers = found.answers if found.answered else ()
    # Language versions are one answer: fewer than asked for are all. Not so where some were dropped as over.
    every = found.total if current or len(answers) >= limit else None
    only = limits(actor=actor, topic=topic, force=force, year=year, resolution=resolution, lang=lang,
                  since=since, until=until, as_of=as_of)  # fmt: skip
    out.rows(known(store, answers), total=every, nothing=_nothing(asked, found.answers, only))


def _say_if_lacking(store: Store, place: str) -> None:
    """Say why a paragraph that is asked for by name is not among the answers, if the base lacks it."""
    from mandex.index.output.showing import show

    named = store.reference(place)
    try:
        if not show(store, named):
            say_not_held(store, named.symbol, "")
    except NothingFoundError as error:
        say(str(error))


def _nothing(asked: str, nearest: Sequence[Answer], only: str) -> str:
    """What is said where nothing answers, and what came nearest."""
    if not nearest:
        return f"nothing held answers {asked!r}{only}"
    near = " and ".join(f"{one.doc} {one.pinpoint}".strip() for one in nearest[:2])
    return f"nothing held answers {asked!r}; nearest, but about something else, is {near}"


def _pinpoint(label: str) -> str:
    return f"OP{label}" if label[:1].isdigit() else label


_LINK = ("subject", "doc", "pinpoint", "adopted", "action", "until", "status", "why")


@click.command()
@REF
@between("links adopted")
@AS_OF
@listing(_LINK)
@click.pass_context
def lineage(ctx: click.Context, ref: Reference, since: str, until: str, as_of: str, out: Output) -> None:
    """The chain of renewals of a mandate: '2617 OP2', or of all that a resolution renews: 2745."""
    from mandex.index.life.lineage import lineage as trace

    store = open_base(ctx, dated=True)
    links = [one for one in trace(store, ref, as_of=as_of) if is_between(one.adopted, since, until)]
    say_if_not_held(store, ref.symbol)
    place = f"{ref.symbol} {_pinpoint(ref.pinpoint)}".strip()
    nothing = f"{place} sets, renews or ends nothing for a time, and nothing held renews it"
    if not store.languages(ref.symbol):
        nothing = f"nothing held renews or ends what {ref.symbol} sets"
    elif missing := no_such_place(store, ref):
        nothing = missing
    elif since or until:
        nothing = f"no link of this chain was adopted then{limits(since=since, until=until)}"
    out.rows(known(store, links), nothing=nothing)


_EXPIRY = ("date", "subject", "doc", "pinpoint", "status", "clause")


_REPORT = ("date", "subject", "to", "every", "doc", "pinpoint", "status", "clause")


@click.command()
@calendar(_EXPIRY)
@click.pass_context
def expiring(
    ctx: click.Context, within: Span | Until, first: str, last: str, as_of: str, out: Output
) -> None:
    """Mandates and measures by the day on which they end, if nothing later renewed or ended them."""
    from mandex.index.life.calendar import expiring as days

    start, end = window(as_of, first, last, within)
    _say_if_past(start, as_of)
    store = open_base(ctx, dated=True)
    found = days(store, start, end, as_of=as_of)
    deliver_days(out, found, known(store, found), start, nothing=f"nothing held ends from {start} to {end}")


def _say_if_past(start: str, as_of: str) -> None:
    """Say that what stands today does not tell all that stood on the days before."""
    day = as_of or date.today().isoformat()
    if start < day:
        say(f"as things stand on {day}: some of what stood on {start} is over; --as-of {start} tells it")


@click.command("reports-due")
@calendar(_REPORT)
@click.pass_context
def reports_due(
    ctx: click.Context, within: Span | Until, first: str, last: str, as_of: str, out: Output
) -> None:
    """Who must report, to whom, when, and how often."""
    from mandex.index.life.reports import reports_due as days

    start, end = window(as_of, first, last, within)
    _say_if_past(start, as_of)
    store = open_base(ctx, dated=True)
    found = days(store, start, end, as_of=as_of)
    deliver_days(
        out, found, known(store, found), start, nothing=f"no report held is due from {start} to {end}"
    )
