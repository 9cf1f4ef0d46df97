"""Who cites whom: `cites`, `cited-by`, `path`."""

from __future__ import annotations

import click

from mandex.commands.opening import open_base
from mandex.commands.options import DEPTH, listing
from mandex.commands.printing import emit, say

_STEP = ("depth", "citing", "cited", "relation", "times", "places", "pinpoints")


YEAR_COLUMNS = ("year", "documents", "mentions")


_KIN = ("symbol", "common", "beside", "strength")


@click.command()
@click.argument("ref")
@DEPTH
@click.option("--similar", is_flag=True, help="Instead, what is most like REF by what it cites.")
@listing(_STEP)
@click.pass_context
def cites(ctx: click.Context, ref: str, depth: int, similar: bool, format_: str, limit: int | None) -> None:
    """What REF cites: in which relation, how often, where, and which paragraphs."""
    from mandex.corpus.symbols import parse
    from mandex.index.graph import kinship, walk

    store, reference = open_base(ctx), parse(ref)
    symbol = reference.symbol
    if similar:
        rows = [kin.row() for kin in kinship.coupled(store, symbol)]
    else:
        rows = [step.row() for step in walk.neighbours(store, symbol, "cites", depth, reference.pinpoint)]
    if not rows and not store.languages(symbol):
        say(f"the text of {symbol} is not held: what it cites is unknown")
    elif not rows:
        say(f"{reference} cites nothing" + (" that others cite" if similar else ""))
    emit(rows[:limit], format_, _KIN if similar else _STEP)


@click.command("cited-by")
@click.argument("ref")
@DEPTH
@click.option("--together", is_flag=True, help="Instead, what is cited together with REF.")
@click.option("--by-year", is_flag=True, help="Instead, how often year by year.")
@listing(_STEP)
@click.pass_context
def cited_by(
    ctx: click.Context, ref: str, depth: int, together: bool, by_year: bool, format_: str, limit: int | None
) -> None:
    """What cites REF: in which relation, how often, where, and which of its paragraphs."""
    from mandex.corpus.symbols import parse
    from mandex.index.graph import kinship, walk

    store, reference = open_base(ctx), parse(ref)
    symbol = reference.symbol
    if together:
        rows = [kin.row() for kin in kinship.cocited(store, symbol)]
    elif by_year:
        rows = kinship.by_year(store, symbol)
    else:
        steps = walk.neighbours(store, symbol, "cited-by", depth, reference.pinpoint)
        rows = [step.row() for step in steps]
    if not rows:
        say(f"nothing held cites {reference}" + (" beside another document" if together else ""))
    emit(rows[:limit], format_, _KIN if together else YEAR_COLUMNS if by_year else _STEP)


@click.command()
@click.argument("start", metavar="A")
@click.argument("end", metavar="B")
@listing(_STEP)
@click.pass_context
def path(ctx: click.Context, start: str, end: str, format_: str, limit: int | None) -> None:
    """The shortest chain of citations by which A reaches B."""
    from mandex.corpus.symbols import parse
    from mandex.index.graph import walk

    store, a, b = open_base(ctx), parse(start).symbol, parse(end).symbol
    steps = walk.path(store, a, b)
    if not steps:
        other = "; the other way round there is a chain" if walk.path(store, b, a) else ""
        say(f"no chain of citations leads from {a} to {b}{other}")
    emit([step.row() for step in steps[:limit]], format_, _STEP)
