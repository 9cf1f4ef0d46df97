"""What is held: `status`, `show`, `export`, `bibliography`."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import asdict
from pathlib import Path

import click

from mandex.commands.opening import not_held, open_base
from mandex.commands.printing import emit


@click.command()
@click.pass_context
@click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True,
              help="For people or for programs.")  # fmt: skip
def status(ctx: click.Context, format_: str) -> None:
    """Count what the knowledge base holds: files, documents, problems, sizes."""
    from mandex.index.output.holdings import status as count

    found = asdict(count(open_base(ctx)))
    if format_ == "json":
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    for name, value in found.items():
        label = name.replace("_", " ")
        if isinstance(value, dict):
            click.echo(f"{label}: {sum(value.values())}")
            for key, count_ in value.items():
                click.echo(f"  {key:<24} {count_:>8}")
        else:
            click.echo(f"{label}: {value}")


@click.command()
@click.argument("ref")
@click.option("--lang", default="", help="en, zh, zh-Hans or zh-Hant (default: English where it is held).")
@click.option("--with", "beside", default="", help="A second language to set beside the first.")
@click.option("--format", "format_", type=click.Choice(["table", "json", "csv"]), default="table",
              show_default=True, help="Text for people, JSON Lines or CSV for programs.")  # fmt: skip
@click.pass_context
def show(ctx: click.Context, ref: str, lang: str, beside: str, format_: str) -> None:
    """Show a document or a paragraph: 2396, 'S/RES/2396 (2017)', '2396 OP12', 第1373(2001)号决议第2段."""
    from mandex.corpus.symbols import parse
    from mandex.index.output import showing

    store, reference = open_base(ctx), parse(ref)
    found = showing.show(store, reference, lang)
    if found is None:
        not_held(ctx, store, reference.symbol, lang)
        return
    other = showing.show(store, reference, beside) if beside else None
    if beside and other is None:
        not_held(ctx, store, reference.symbol, beside)
        return
    if format_ != "table":
        both = (found, other) if other else (found,)
        emit([showing.row(shown, p) for shown in both for p in shown.paragraphs], format_, ())
        return
    width = min(shutil.get_terminal_size((100, 24)).columns, 100)
    click.echo(showing.as_text(found, other, width=width), nl=False)


@click.command()
@click.argument("table", type=click.Choice(["documents", "paragraphs", "citations", "mandates", "problems"]))
@click.option("--format", "format_", default="jsonl", show_default=True,
              type=click.Choice(["jsonl", "csv", "xlsx", "bibtex", "oscola"]),
              help="BibTeX and OSCOLA are for documents only.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="A file to write.")
@click.option("--lang", default="", help="Rows of documents in this language: en, zh, zh-Hans, zh-Hant.")
@click.option("--where", multiple=True, help="A condition such as kind=operative, year>=2014, text~PNR.")
@click.pass_context
def export(
    ctx: click.Context, table: str, format_: str, output: Path | None, lang: str, where: tuple[str, ...]
) -> None:
    """Write rows of the knowledge base to a file or to standard output."""
    from mandex.index.output import bibliography as references
    from mandex.index.output import rows as exporting

    if format_ in {"bibtex", "oscola"} and table != "documents":
        raise click.UsageError(f"only documents can be written as {format_}")
    found = exporting.rows(open_base(ctx), table, lang=lang, where=[exporting.condition(w) for w in where])
    if format_ == "xlsx":
        if output is None:
            raise click.UsageError("an XLSX workbook needs a file: add -o FILE")
        count = exporting.write_xlsx(found, output)
    else:
        write = {
            "jsonl": exporting.write_jsonl, "csv": exporting.write_csv,
            "bibtex": references.write_bibtex, "oscola": references.write_oscola,
        }[format_]  # fmt: skip
        if output is None:
            count = write(found, sys.stdout)
        else:
            with output.open("w", encoding="utf-8", newline="") as file:
                count = write(found, file)
    if not count:
        ctx.exit(1)


@click.command("bibliography")
@click.argument("refs", metavar="REF...", nargs=-1, required=True)
@click.option("--format", "style", default="oscola", show_default=True,
              type=click.Choice(["oscola", "bibtex"]), help="The style of the entries.")  # fmt: skip
@click.pass_context
def bibliography(ctx: click.Context, refs: tuple[str, ...], style: str) -> None:
    """Entries for a bibliography; in OSCOLA's style also of a place: '2396 OP12(a)'."""
    from mandex.corpus.symbols import parse
    from mandex.index.output.bibliography import entry

    store = open_base(ctx)
    for reference in [parse(ref) for ref in refs]:
        click.echo(entry(store, reference, style))
