"""The citation network as a whole: `graph`."""

from __future__ import annotations

from pathlib import Path

import click

from mandex.commands.citations import YEAR_COLUMNS
from mandex.commands.opening import open_base
from mandex.commands.options import DEPTH
from mandex.commands.printing import deliver, emit, say

_RANK = ("symbol", "date", "cited_by", "cites", "pagerank", "community", "agenda_item")


_END = ("symbol", "date", "degree")


@click.command()
@click.option("--around", default="", metavar="REF", help="Only what is near REF.")
@DEPTH
@click.option("--year", default="", help="Only what documents of these years cite: 2014 or 2014-2017.")
@click.option("--topic", default="", help="Only what documents on this topic or agenda item cite.")
@click.option("--relation", "relations", multiple=True, help="Only citations in this relation (repeatable).")
@click.option("-n", "--limit", type=click.IntRange(min=1), help="At most so many documents, the foremost.")
@click.option("--paragraphs", is_flag=True, help="Which paragraph names which, instead of documents.")
@click.option("--from", "table", type=click.Path(path_type=Path, dir_okay=False, exists=True),
              help="A table of edges that --facts wrote, instead of the base.")  # fmt: skip
@click.option("--facts", "view", flag_value="facts", help="The edges as a CSV table without texts.")
@click.option("--roots", "view", flag_value="roots", help="Documents held that cite nothing.")
@click.option("--leaves", "view", flag_value="leaves", help="Documents held that nothing cites.")
@click.option("--by-year", "view", flag_value="by-year", help="How many citations, year by year.")
@click.option("--format", "format_", default="table", show_default=True,
              type=click.Choice(["table", "csv", "json", "graphml", "gexf", "dot", "svg", "html"]),
              help="Documents by rank, the network for other tools, a drawing, a web page.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False),
              help="A file to write; for CSV a pair, NAME.nodes.csv and NAME.edges.csv.")  # fmt: skip
@click.pass_context
def graph(
    ctx: click.Context, around: str, depth: int, year: str, topic: str, relations: tuple[str, ...],
    limit: int | None, paragraphs: bool, table: Path | None, view: str, format_: str, output: Path | None,
) -> None:  # fmt: skip
    """The citation network or a part of it: ranked, measured, written for other tools, drawn."""
    from mandex.corpus.symbols import Reference, parse
    from mandex.index.graph import kinship
    from mandex.index.graph import output as out
    from mandex.index.graph.network import to_the_future
    from mandex.index.graph.paragraphs import node_name

    if view and format_ not in {"table", "csv", "json"}:
        raise click.UsageError(f"--{view} lists rows: they can be a table, csv or json, not {format_}")
    if view in {"roots", "leaves"}:
        ends = kinship.roots if view == "roots" else kinship.leaves
        emit(ends(open_base(ctx))[:limit], format_, _END)
        return
    if view == "by-year":
        emit(kinship.by_year(open_base(ctx))[:limit], format_, YEAR_COLUMNS)
        return
    store = None if table else open_base(ctx)
    asked = parse(around) if around else Reference("")
    centre = node_name(asked) if paragraphs else asked.symbol
    most = {"table": None, "svg": limit or 60}.get(format_, limit)  # so many labels can be told apart
    choice = out.Choice(centre, depth, out.years(year), topic, relations, most, table, paragraphs)
    found = out.choose(store, choice)
    if not found.edges:
        say(f"no citation of this kind{f' near {centre}' if centre else ''}")
        ctx.exit(1)
    for problem in to_the_future(found):
        say(problem.message)
    if view == "facts":
        deliver(out.edge_table(found), output)
    elif format_ == "table":
        emit(out.ranking(found)[:limit], format_, _RANK)
    elif format_ == "csv" and output:
        for path_, content in out.pair(found, output).items():
            deliver(content, path_)
    else:
        deliver(out.render(found, format_, store), output)
