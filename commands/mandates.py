"""Who must do what, and until when: `lookup`, `lineage`, `expiring`, `reports-due`."""

from __future__ import annotations

import click

from mandex.commands.opening import open_base
from mandex.commands.options import AS_OF, calendar, listing, window
from mandex.commands.printing import emit, emit_days, say

_ANSWER = ("doc", "pinpoint", "force", "actors", "status", "snippet")


@click.command()
@click.argument("measure", nargs=-1, required=True)
@click.option("--actor", default="", help="Only demands on this actor: member-states, secretary-general …")
@click.option("--topic", default="", help="Only demands on this topic: asset-freeze, travel-ban …")
@click.option("--force", help="Only demands of this force, or binding ones.", type=click.Choice([
    "binding", "decide", "demand", "authorize", "request", "call", "urge", "encourage", "recommend", "note",
]))  # fmt: skip
@click.option("--year", type=int, help="Only documents of this year.")
@click.option("--resolution", default="", metavar="REF", help="Only this document.")
@click.option("--lang", type=click.Choice(["en", "zh", "zh-Hans", "zh-Hant"]), help="Only this language.")
@click.option("--current", is_flag=True, help="Only what has not ended or been replaced.")
@AS_OF
@listing(_ANSWER)
@click.pass_context
def lookup(
    ctx: click.Context, measure: tuple[str, ...], actor: str, topic: str, force: str | None, year: int | None,
    resolution: str, lang: str | None, current: bool, as_of: str, format_: str, limit: int | None,
) -> None:  # fmt: skip
    """Find what requires MEASURE: 'passenger name records', 冻结资产, 'who must report on piracy?'."""
    from mandex.corpus.symbols import parse
    from mandex.index.lookup.answers import Wanted
    from mandex.index.lookup.answers import lookup as find

    symbol = parse(resolution).symbol if resolution else ""
    wanted = Wanted(actor, topic, force or "", year, symbol, lang or "", current, as_of)
    answers = find(open_base(ctx), " ".join(measure), wanted, limit=limit or 10)
    emit([answer.row() for answer in answers], format_, _ANSWER)


_LINK = ("subject", "doc", "pinpoint", "adopted", "action", "until", "status", "why")


@click.command()
@click.argument("ref")
@AS_OF
@listing(_LINK)
@click.pass_context
def lineage(ctx: click.Context, ref: str, as_of: str, format_: str, limit: int | None) -> None:
    """The chain of renewals of a mandate: '2617 OP2', or of all that a resolution renews: 2745."""
    from mandex.corpus.symbols import parse
    from mandex.index.life.lineage import lineage as trace

    reference = parse(ref)
    links = trace(open_base(ctx), reference, as_of=as_of)
    if not links:
        say(f"{reference.symbol} sets, renews or ends nothing for a time, and nothing held renews it")
    emit([link.row() for link in links[:limit]], format_, _LINK)


_EXPIRY = ("date", "subject", "doc", "pinpoint", "status", "clause")


_REPORT = ("date", "subject", "to", "every", "doc", "pinpoint", "status", "clause")


@click.command()
@calendar()
@click.pass_context
def expiring(
    ctx: click.Context, within: int, first: str, last: str, as_of: str, format_: str, limit: int | None
) -> None:
    """Mandates and measures by the day on which they end, if nothing later renewed or ended them."""
    from mandex.index.life.calendar import expiring as days

    found = days(open_base(ctx), *window(as_of, first, last, within), as_of=as_of)
    emit_days(found[:limit], format_, _EXPIRY)


@click.command("reports-due")
@calendar()
@click.pass_context
def reports_due(
    ctx: click.Context, within: int, first: str, last: str, as_of: str, format_: str, limit: int | None
) -> None:
    """Who must report, to whom, when, and how often."""
    from mandex.index.life.calendar import reports_due as days

    found = days(open_base(ctx), *window(as_of, first, last, within), as_of=as_of)
    emit_days(found[:limit], format_, _REPORT)
