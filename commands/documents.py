"""What is held: `status`, `show`, `export`, `bibliography`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mandex.commands import language, terminal
from mandex.commands.opening import not_held, open_base, say_not_held
from mandex.commands.options import (
    LANG_SHOWN,
    between,
    first_day,
    is_between,
    language_typed,
    limits,
    listing,
)
from mandex.commands.printing import Output, Row, deliver, say
from mandex.commands.references import REF, no_such_place, several, shown_in
from mandex.commands.texts import as_shown
from mandex.corpus.addresses import address as official
from mandex.corpus.symbols import Reference
from mandex.index.output.cells import cells_wide, tame, wrap

if TYPE_CHECKING:
    from mandex.corpus.store import Store
    from mandex.index.output.showing import Shown

# The styles of `index.output.bibliography`, which is imported when one is asked for; a test holds both alike.
STYLES = ("bibtex", "ris", "csl-json", "oscola", "bluebook", "aglc", "un")
_PARAGRAPH = ("pinpoint", "lang", "text")


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
        label = language.translated(name.replace("_", " "))
        if isinstance(value, dict):
            click.echo(f"{label}: {sum(value.values())}")
            for key, count_ in value.items():
                named = language.value("type", str(key))
                click.echo(f"  {named}{' ' * max(24 - cells_wide(named), 0)} {count_:>8}")
        elif value != "":
            click.echo(f"{label}: {value}")


@click.command()
@REF
@click.option("--lang", default="", help=LANG_SHOWN)
@click.option("--with", "beside", default="", help="A second language to set beside the first.")
@listing(_PARAGRAPH, also=("docx", "html", "tmx"))
@click.pass_context
def show(ctx: click.Context, ref: Reference, lang: str, beside: str, out: Output) -> None:
    """Show a document or a paragraph: 2396, S/RES/2396 (2017), 2396 OP12, 第1373(2001)号决议第2段."""
    from mandex.index.output import showing, standings

    store = open_base(ctx, dated=True)
    read_in = lang or shown_in(store, [ref], out)
    found = showing.show(store, ref, read_in)
    if found is None:
        not_held(ctx, store, ref.symbol, read_in)
        return
    other = showing.show(store, ref, beside) if beside else None
    if other and other.lang == found.lang and not lang:  # of two, English is the other
        found = showing.show(store, ref, "") or found
    if other and other.lang == found.lang:
        raise click.UsageError(f"--lang and --with both name {other.lang}: name two languages")
    if beside and other is None:
        say_not_held(store, ref.symbol, beside)
    if out.format in ("docx", "html", "tmx"):
        _write_beside(found, other, out)
    elif out.format != "table":
        out.rows(
            [
                row
                for shown in filter(None, (found, other))
                for row in standings.rows(shown, standings.standings(store, shown))
            ]
        )
    else:
        width = terminal.width(200 if other else 100)
        told = _told(store, found, width) if ref.pinpoint and found.paragraphs else ""
        text = told + showing.as_text(found, other, width=width, told=language.value)
        if out.file:
            out.deliver(language.in_script(text).encode("utf-8"))
        else:
            terminal.show(text)


def _write_beside(found: Shown, other: Shown | None, out: Output) -> None:
    """One version, or two beside each other, as a file for a word processor, a browser or a translator."""
    from mandex.index.output import beside

    if note := language.script_note():
        say(note)
    if out.format == "docx":
        out.deliver(beside.docx(found, other, language.in_script))
    elif out.format == "html":
        out.deliver(beside.html(found, other, language.in_script).encode("utf-8"))
    elif other is None:
        say("a translation memory has two languages: add --with")
        click.get_current_context().exit(1)
    else:
        from mandex.index.compare import translation

        parts = translation.tmx(as_shown(translation.of_two(found, other)))
        out.deliver("".join(parts).encode("utf-8"))


def _told(store: Store, found: Shown, width: int) -> str:
    """Whether the paragraph asked for stands, in lines of at most `width` cells."""
    from mandex.index.output import standings

    first = replace(found, paragraphs=found.paragraphs[:1])
    said = [
        f"{language.value('status', one.status)}: {language.value('reason', one.reason)}"
        for one in standings.standings(store, first).values()
    ]
    return "".join(f"{line}\n" for one in said for line in wrap(tame(one), width))


@click.command("open")
@REF
@click.option("--lang", default="", callback=language_typed,
              help="The language to open: en or zh (default: the reader's own).")  # fmt: skip
@click.option("--print", "only_print", is_flag=True, help="Print the address; open nothing.")
@click.pass_context
def open_(ctx: click.Context, ref: Reference, lang: str, only_print: bool) -> None:
    """Open the official document on the site of the United Nations, or print its address."""
    address = official(ref.symbol, lang)
    if not address:
        say(f"{ref.symbol} has no official address: it is named for its file")
        ctx.exit(1)
    if ref.pinpoint and (missing := no_such_place(open_base(ctx), ref)):
        say(missing)
    if only_print or not terminal.can_browse() or click.launch(address):
        click.echo(address)


_SPOKEN = ("sentences", "words")  # cut from paragraphs when asked for
TABLES = ("documents", "paragraphs", "citations", "mandates", "standing", "entities", "problems", *_SPOKEN)
_TEXTS = ("aligned", "similar", "akn")  # whole texts; see `commands.texts`


@click.command()
@click.argument("table", type=click.Choice([*TABLES, *_TEXTS]), metavar="TABLE")
@click.argument("refs", nargs=-1, metavar="[REF]...")
@click.option("--all", "whole", is_flag=True, help="All documents, for akn.")
@click.option(
    "--lang",
    default="",
    callback=language_typed,
    help="Rows of documents in this language: en, zh, zh-Hans, zh-Hant.",
)
@click.option(
    "--where",
    multiple=True,
    help="A condition such as kind=operative, text~PNR; of their documents too: year>=2014.",
)
@click.option("--as-of", default="", metavar="DATE", callback=first_day,
              help="Of standing: as things stand on this day (default: today).")  # fmt: skip
@between("rows of documents dated")
@listing((), also=(*STYLES, "conllu", "tmx"), default="json")
@click.pass_context
def export(
    ctx: click.Context, table: str, refs: tuple[str, ...], whole: bool, lang: str, where: tuple[str, ...],
    as_of: str, since: str, until: str, out: Output,
) -> None:  # fmt: skip
    """Write rows of the knowledge base to a file or to standard output.

    TABLE is documents, paragraphs, citations, mandates, standing, entities, problems, sentences or words.
    Beside these: language versions sentence by sentence (aligned; tmx for translators), for each
    resolution its nearest earlier one (similar), and Akoma Ntoso 3.0 files in a folder (akn REF -o DIR, or
    akn --all -o DIR). REF names documents for aligned, similar and akn.
    """
    if table == "akn" and whole == bool(refs):
        raise click.UsageError("name documents, or --all: mandex export akn 2396 -o DIR")
    if whole and table != "akn":
        raise click.UsageError(f"{table} are exported whole: --all is for akn")
    if as_of and table != "standing":
        raise click.UsageError("--as-of goes with standing: it says on which day")
    if table in _TEXTS:
        if where or since or until:
            raise click.UsageError(f"--where, --since and --until go with rows, not with {table}")
        from mandex.commands.texts import export_texts

        export_texts(ctx, table, refs, lang, out)
        return
    if refs or out.format == "tmx":
        raise click.UsageError(
            f"{table} are exported whole or with --where; REF is for aligned and similar, tmx for aligned"
        )
    from mandex.index.output import bibliography as references
    from mandex.index.output import rows as exporting
    from mandex.index.output.works import works

    if out.format in STYLES and table != "documents":
        raise click.UsageError(f"only documents can be written as {out.format}")
    conditions = [exporting.condition(w) for w in where]
    store = open_base(ctx, dated=table == "standing")
    found: Iterable[dict[str, Any]]
    if table in _SPOKEN:
        found = _dated(store, exporting.rows(store, "paragraphs", lang=lang, where=conditions), since, until)
        nothing = (
            f"no rows of {table}{limits(where=' and '.join(where), lang=lang, since=since, until=until)}"
        )
        _export_spoken(found, table, out, nothing)
        return
    if out.format == "conllu":
        raise click.UsageError("CoNLL-U holds words: export words --format conllu")
    if table == "standing":
        from mandex.index.life.listing import FIELDS, standing

        found = filter(exporting.meeting(store, table, FIELDS, conditions), standing(store, as_of, lang))
    else:
        found = exporting.rows(store, table, lang=lang, where=conditions)
    found = _dated(store, found, since, until)
    if out.format in STYLES:
        chosen = list(islice(works(found), out.limit))
        out.deliver(references.render(((work, "") for work in chosen), out.format).encode("utf-8"))
        if not chosen:
            say("no documents")
            ctx.exit(1)
        return
    asked = " and ".join(filter(None, [*where, f"lang={lang}" if lang else ""]))
    only = limits(since=since, until=until, as_of=as_of)
    nothing = f"no rows of {table}{f' with {asked}' if asked else ''}{only}"
    out.rows(found, exporting.COLUMNS[table], nothing=nothing)


def _dated(store: Store, rows: Iterable[dict[str, Any]], since: str, until: str) -> Iterable[dict[str, Any]]:
    """The rows of documents that are dated between two days."""
    if not (since or until):
        return rows
    from mandex.index.graph.walk import days

    of = days(store)
    return (row for row in rows if is_between(of.get(row.get("symbol") or row["doc"], ""), since, until))


def _export_spoken(paragraphs: Iterable[Row], table: str, out: Output, nothing: str) -> None:
    from mandex.index.output import corpora

    if out.format == "conllu":
        with out.opened() as sink:
            for block in corpora.conllu(corpora.words(paragraphs)):
                sink.write(block.encode("utf-8"))
        return
    cut = corpora.words if table == "words" else corpora.sentences
    columns = ("doc", "lang", "seq", "n", "word" if table == "words" else "text")
    out.rows(cut(paragraphs), columns, nothing=nothing)


@click.command("bibliography")
@click.argument("refs", metavar="REF...", nargs=-1, required=True)
@click.option("--style", "--format", "style", default="oscola", show_default=True,
              type=click.Choice(STYLES), help="The style of the entries.")  # fmt: skip
@click.option("-o", "--output", "file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="A file to write, instead of standard output.")  # fmt: skip
@click.pass_context
def bibliography(ctx: click.Context, refs: tuple[str, ...], style: str, file: Path | None) -> None:
    """Entries for a bibliography, also of a place: 2396 OP12(a). The base need not hold what is cited."""
    from mandex.index.output.bibliography import render
    from mandex.index.output.works import look_up

    store = open_base(ctx)
    references = several(ctx, refs)
    for missing in filter(None, (no_such_place(store, reference) for reference in references)):
        say(missing)
    cited = [(look_up(store, reference.symbol), reference.pinpoint) for reference in references]
    deliver(render(cited, style).encode("utf-8"), file)
