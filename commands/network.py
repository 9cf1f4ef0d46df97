"""The citation network as a whole: `graph`."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from mandex.commands.citations import YEAR_COLUMNS
from mandex.commands.opening import open_base
from mandex.commands.options import DEPTH, between, limits, listing
from mandex.commands.printing import ROW_FORMATS, Output, deliver, say
from mandex.corpus.model import DocumentType, Relation

_RANK = ("symbol", "date", "cited_by", "cites", "pagerank", "community", "agenda_item")


_END = ("symbol", "date", "degree")


@click.command()
@click.option("--around", default="", metavar="REF", help="Only what is near REF.")
@DEPTH
@click.option("--year", default="", help="Only what documents of these years cite: 2014 or 2014-2017.")
@click.option("--topic", default="", help="Only what documents on this topic or agenda item cite.")
@click.option("--relation", "relations", multiple=True, metavar="RELATION",
              type=click.Choice(get_args(Relation)),
              help="Only citations in this relation (repeatable).")  # fmt: skip
@between("citations by documents dated")
@click.option("--type", "types", multiple=True, metavar="TYPE", type=click.Choice(get_args(DocumentType)),
              help="Only documents of this type: resolution, report … (repeatable).")  # fmt: skip
@click.option("--by", type=click.Choice(["pagerank", "authority", "hub", "cited-by", "cites"]),
              default="pagerank", show_default=True, help="The measure that ranks the table.")  # fmt: skip
@click.option("--paragraphs", is_flag=True, help="Which paragraph names which, instead of documents.")
@click.option("--from", "table", type=click.Path(path_type=Path, dir_okay=False, exists=True),
              help="A table of edges that --facts wrote, instead of the base.")  # fmt: skip
@click.option("--facts", "view", flag_value="facts", help="The edges as a CSV table without texts.")
@click.option("--roots", "view", flag_value="roots", help="Documents held that cite nothing.")
@click.option("--leaves", "view", flag_value="leaves", help="Documents held that nothing cites.")
@click.option("--by-year", "view", flag_value="by-year", help="How many citations, year by year.")
@listing(_RANK, also=("graphml", "gexf", "dot", "svg", "html"))
@click.pass_context
def graph(
    ctx: click.Context, around: str, depth: int, year: str, topic: str, relations: tuple[str, ...],
    since: str, until: str, types: tuple[str, ...], by: str, paragraphs: bool, table: Path | None, view: str,
    out: Output,
) -> None:  # fmt: skip
    """The citation network or a part of it: ranked, measured, written for other tools, drawn.

    `-n` keeps the foremost documents. CSV into a FILE is a pair, NAME.nodes.csv and NAME.edges.csv.
    """
    from mandex.commands.references import read
    from mandex.corpus.symbols import Reference
    from mandex.index.graph import kinship
    from mandex.index.graph import output as drawing
    from mandex.index.graph.network import to_the_future
    from mandex.index.graph.paragraphs import node_name

    if view and out.format not in ROW_FORMATS:
        raise click.UsageError(f"--{view} lists rows: they cannot be {out.format}")
    if view in {"roots", "leaves"}:
        ends = kinship.roots if view == "roots" else kinship.leaves
        out.rows(ends(open_base(ctx)), _END, nothing="every document held cites and is cited")
        return
    if view == "by-year":
        out.rows(kinship.by_year(open_base(ctx)), YEAR_COLUMNS, nothing="nothing held cites anything")
        return
    store = None if table else open_base(ctx)
    asked = read(ctx, around) if around else Reference("")
    centre = node_name(asked) if paragraphs else asked.symbol
    # So many labels can be told apart in a drawing; a table has all its rows, and counts what it leaves out.
    most = {"table": None, "svg": out.limit or 60}.get(out.format, out.limit)
    choice = drawing.Choice(
        centre, depth, drawing.years(year), topic, relations, most, table, paragraphs, types,
        since, until,
    )  # fmt: skip
    found = drawing.choose(store, choice)
    if not found.edges:
        only = limits(year=year, topic=topic, relation=" ".join(relations), type=" ".join(types), since=since,
                      until=until)  # fmt: skip
        say(f"no citation of this kind{f' near {centre}' if centre else ''}{only}")
        ctx.exit(1)
    for problem in to_the_future(found):
        say(problem.message)
    if view == "facts":
        out.deliver(drawing.edge_table(found))
    elif out.format in {"table", "xlsx", "parquet"}:
        out.rows(drawing.ranking(found, by.replace("-", "_")))
    elif out.format == "csv" and out.file:
        for path_, content in drawing.pair(found, out.file).items():
            deliver(content, path_)
    else:
        out.deliver(drawing.render(found, out.format, store))
