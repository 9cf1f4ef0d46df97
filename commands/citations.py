"""Who cites whom: `cites`, `cited-by`, `path`."""

from __future__ import annotations

from collections.abc import Sequence

import click

from mandex.commands.opening import open_base, say_if_not_held
from mandex.commands.options import DEPTH, between, is_between, limits, listing
from mandex.commands.printing import Output
from mandex.commands.references import PAIR, REF, no_such_place
from mandex.corpus.symbols import Reference

_STEP = ("depth", "citing", "cited", "relation", "times", "places", "pinpoints")
YEAR_COLUMNS = ("year", "documents", "mentions")
_KIN = ("symbol", "common", "beside", "strength")


@click.command()
@REF
@DEPTH
@click.option("--similar", is_flag=True, help="Instead, what is most like REF by what it cites.")
@between("documents cited")
@listing(_STEP)
@click.pass_context
def cites(
    ctx: click.Context, ref: Reference, depth: int, similar: bool, since: str, until: str, out: Output
) -> None:
    """What REF cites: in which relation, how often, where, and which paragraphs."""
    from mandex.index.graph import kinship, walk

    if similar and (since or until):
        raise click.UsageError("--since and --until go with the documents cited")
    store, symbol = open_base(ctx), ref.symbol
    if similar:
        rows = [kin.row() for kin in kinship.coupled(store, symbol)]
    else:
        steps = walk.neighbours(store, symbol, "cites", depth, ref.pinpoint)
        if since or until:
            days = walk.days(store)
            steps = [step for step in steps if is_between(days.get(step.edge.cited, ""), since, until)]
        rows = [step.row() for step in steps]
    if missing := no_such_place(store, ref):
        nothing = missing
    elif store.languages(symbol):
        nothing = f"{ref} cites nothing" + (" that others cite" if similar else "")
        nothing += limits(since=since, until=until)
    else:
        nothing = f"the text of {symbol} is not held: what it cites is unknown"
    out.rows(rows, _KIN if similar else _STEP, nothing=nothing)


@click.command("cited-by")
@REF
@DEPTH
@click.option("--together", is_flag=True, help="Instead, what is cited together with REF.")
@click.option("--by-year", is_flag=True, help="Instead, how often year by year.")
@between("citing documents")
@listing(_STEP)
@click.pass_context
def cited_by(
    ctx: click.Context, ref: Reference, depth: int, together: bool, by_year: bool, since: str, until: str,
    out: Output,
) -> None:  # fmt: skip
    """What cites REF: in which relation, how often, where, and which of its paragraphs."""
    from mandex.index.graph import kinship, walk

    if (together or by_year) and (since or until):
        raise click.UsageError("--since and --until go with the documents that cite")
    store = open_base(ctx)
    nothing = f"nothing held cites {ref}" + (" beside another document" if together else "")
    nothing += limits(since=since, until=until)
    if missing := no_such_place(store, ref):
        nothing = f"{nothing}: {missing}"
    columns: Sequence[str] = ()
    if together:
        rows, columns = [kin.row() for kin in kinship.cocited(store, ref.symbol)], _KIN
    elif by_year:
        rows, columns = kinship.by_year(store, ref.symbol), YEAR_COLUMNS
    else:
        steps = walk.neighbours(store, ref.symbol, "cited-by", depth, ref.pinpoint)
        if since or until:
            days = walk.days(store)
            steps = [step for step in steps if is_between(days.get(step.edge.citing, ""), since, until)]
        rows = [step.row() for step in steps]
    if not rows:
        say_if_not_held(store, ref.symbol)
    out.rows(rows, columns, nothing=nothing)


@click.command()
@PAIR
@click.option("--all", "every", is_flag=True, help="Every shortest chain, not only the one most often named.")
@listing(_STEP)
@click.pass_context
def path(ctx: click.Context, ends: tuple[Reference, Reference], every: bool, out: Output) -> None:
    """The shortest chain of citations by which A reaches B."""
    from mandex.index.graph import walk

    store, (a, b) = open_base(ctx), (end.symbol for end in ends)
    if a == b:
        raise click.UsageError(f"a chain leads from one document to another: both are {a}")
    if every and (chains := walk.paths(store, a, b)):
        rows = ({"chain": n, **step.row()} for n, chain in enumerate(chains, start=1) for step in chain)
        out.rows(rows, ("chain", *_STEP))
        return
    steps = walk.path(store, a, b)
    if not steps:
        say_if_not_held(store, a, b)
    other = "" if steps or not walk.path(store, b, a) else "; the other way round there is a chain"
    out.rows([step.row() for step in steps], nothing=f"no chain of citations leads from {a} to {b}{other}")
