"""The door: parse arguments, call one function, print its result. The only file that imports click."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import click

from mandex.corpus.errors import BadReferenceError, MandexError
from mandex.corpus.store import Store

Command = TypeVar("Command", bound=Callable[..., Any])
Row = Mapping[str, Any]


class _Door(click.Group):
    """Turns our errors into one line and exit code 2, or 1 where they mean that there is no such document.

    A closed pipe is a quiet end.
    """

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except MandexError as error:
            _say(str(error))
            ctx.exit(1 if isinstance(error, BadReferenceError) else 2)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


@click.group(cls=_Door, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--kb", type=click.Path(path_type=Path, file_okay=False), envvar="MANDEX_KB",
              help="The knowledge base (default: $MANDEX_KB, else the user data folder).")  # fmt: skip
@click.version_option(package_name="mandex")
@click.pass_context
def main(ctx: click.Context, kb: Path | None) -> None:
    """Knowledge base of United Nations Security Council resolutions."""
    ctx.obj = kb or _default_folder()


def _default_folder() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415

    return user_data_path("mandex")


def _open(ctx: click.Context, *, create: bool = False) -> Store:
    return ctx.with_resource(Store.open(ctx.obj, create=create))


def listing(columns: Sequence[str]) -> Callable[[Command], Command]:
    """The options of every listing command: `--format` and `-n`; `columns` are those of the table."""

    def decorate(command: Command) -> Command:
        command = click.option("-n", "--limit", type=click.IntRange(min=1), default=None,
                               help="At most so many rows.")(command)  # fmt: skip
        return click.option("--format", "format_", type=click.Choice(["table", "json", "csv"]),
                            default="table", show_default=True,
                            help="A table for people, JSON Lines or CSV for programs.")(command)  # fmt: skip

    return decorate


def emit(rows: Iterable[Row], format_: str, columns: Sequence[str]) -> None:
    """Print rows; exit code 1 where there is none."""
    from mandex.index.present import render  # noqa: PLC0415

    rows = list(rows)
    width = shutil.get_terminal_size((120, 24)).columns
    click.echo(render(rows, format_, columns, width), nl=False)
    if not rows:
        click.get_current_context().exit(1)


def _say(message: str) -> None:
    click.echo(f"mandex: {message}", err=True)


# -- reading in


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--lang", type=click.Choice(["en", "zh"]), help="Keep only documents in this language.")
@click.option("--workers", type=click.IntRange(min=1), help="Processes that read (default: one a core).")
@click.option("--engine", type=click.Choice(["fts5", "whoosh"]), help="Search engine to index with.")
@click.option("--ocr", is_flag=True, help="Read scanned PDF pages with tesseract.")
@click.option("--dry-run", is_flag=True, help="Say what would be stored; store nothing.")
@click.pass_context
def ingest(
    ctx: click.Context, paths: tuple[Path, ...], lang: str | None, workers: int | None, engine: str | None,
    ocr: bool, dry_run: bool,
) -> None:  # fmt: skip
    """Read files and folders into the knowledge base; '-' reads standard input.

    Adds new documents, replaces changed ones, passes over unchanged ones. Every file that cannot be read is
    named with the reason; the others are read all the same.
    """
    from mandex.ingest import pipeline  # noqa: PLC0415

    if dry_run:
        _dry_run(paths, workers, ocr)
        return
    store = _open(ctx, create=True)
    with _indexed(store, engine), _progress() as progress:
        summary = pipeline.ingest(
            paths, store, workers=workers, lang=lang or "", ocr=ocr, progress=progress
        )
    for problem in summary.failures:
        _say(f"{problem.source}: {problem.message}")
    counts = (f"{count} {_OUTCOMES[name]}" for name, count in summary.files.most_common())
    click.echo(", ".join(counts), err=True)
    if summary.failures:
        ctx.exit(2)
    if not summary.files.keys() & {"document", "duplicate", "unchanged"}:
        _say("found no documents to read there")
        ctx.exit(1)


_OUTCOMES = {
    "document": "files read", "duplicate": "duplicates passed over", "unchanged": "unchanged",
    "skipped": "of other kinds passed over", "failed": "could not be read",
}  # fmt: skip


@contextmanager
def _indexed(store: Store, name: str | None) -> Iterator[None]:
    """Keep a search engine in step with what is written: the one named, else the one the base has."""
    from mandex.index.engines import open_engine, record_engine, recorded_engine  # noqa: PLC0415

    engine = open_engine(store, name or recorded_engine(store))
    record_engine(store, engine.name)
    engine.catch_up()
    store.listeners.append(engine)
    try:
        yield
    finally:
        engine.close()


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None] | None]:
    """A bar on standard error, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label="reading", file=sys.stderr, show_pos=True) as bar:

        def show(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield show


def _dry_run(paths: Sequence[Path], workers: int | None, ocr: bool) -> None:
    from mandex.ingest import pipeline  # noqa: PLC0415

    found = pipeline.find_files(paths)
    failed = bool(found.problems)
    for problem in found.problems:
        _say(f"{problem.source}: {problem.message}")
    for reading in pipeline.read_files(found.files, workers=workers, ocr=ocr):
        for document in reading.documents:
            size = f"{len(document.paragraphs)} paragraphs"
            click.echo(f"{document.symbol}  {document.lang}  {size}  {reading.path}")
        for problem in reading.problems:
            _say(f"{reading.path}: {problem.message}")
        failed = failed or not reading.documents
    if failed:
        click.get_current_context().exit(2)


# -- what is there


@main.command()
@click.pass_context
@click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True,
              help="For people or for programs.")  # fmt: skip
def status(ctx: click.Context, format_: str) -> None:
    """Count what the knowledge base holds: files, documents, problems, sizes."""
    from mandex.index.status import status as count  # noqa: PLC0415

    found = asdict(count(_open(ctx)))
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


@main.command()
@click.argument("ref")
@click.option("--lang", default="", help="en, zh, zh-Hans or zh-Hant (default: English where it is held).")
@click.option("--with", "beside", default="", help="A second language to set beside the first.")
@click.option("--format", "format_", type=click.Choice(["table", "json", "csv"]), default="table",
              show_default=True, help="Text for people, JSON Lines or CSV for programs.")  # fmt: skip
@click.pass_context
def show(ctx: click.Context, ref: str, lang: str, beside: str, format_: str) -> None:
    """Show a document or a paragraph: 2396, 'S/RES/2396 (2017)', '2396 OP12', 第1373(2001)号决议第2段."""
    from mandex.corpus.symbols import parse  # noqa: PLC0415
    from mandex.index import show as showing  # noqa: PLC0415

    store, reference = _open(ctx), parse(ref)
    found = showing.show(store, reference, lang)
    if found is None:
        _not_held(ctx, store, reference.symbol, lang)
        return
    other = showing.show(store, reference, beside) if beside else None
    if beside and other is None:
        _not_held(ctx, store, reference.symbol, beside)
        return
    if format_ != "table":
        both = (found, other) if other else (found,)
        emit([showing.row(shown, p) for shown in both for p in shown.paragraphs], format_, ())
        return
    width = min(shutil.get_terminal_size((100, 24)).columns, 100)
    click.echo(showing.as_text(found, other, width=width), nl=False)


def _not_held(ctx: click.Context, store: Store, symbol: str, lang: str) -> None:
    """Say what is held of it instead, or at least what the register knows."""
    from mandex.corpus import registry  # noqa: PLC0415
    from mandex.corpus.symbols import resolution_number  # noqa: PLC0415

    held = store.languages(symbol)
    versions = f"; it is held in {', '.join(held)}" if held else ""
    _say(f"the base does not hold {symbol}{f' in {lang}' if lang else ''}{versions}")
    number = resolution_number(symbol)
    if not held and number and (known := registry.adoption(number)):
        vote = known.vote or "vote unknown"
        _say(f"{symbol} was adopted on {known.adopted} ({vote}): {known.agenda_item or 'item unknown'}")
    ctx.exit(1)


@main.command()
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
    from mandex.index import bibliography  # noqa: PLC0415
    from mandex.index import export as exporting  # noqa: PLC0415

    if format_ in {"bibtex", "oscola"} and table != "documents":
        raise click.UsageError(f"only documents can be written as {format_}")
    found = exporting.rows(_open(ctx), table, lang=lang, where=[exporting.condition(w) for w in where])
    if format_ == "xlsx":
        if output is None:
            raise click.UsageError("an XLSX workbook needs a file: add -o FILE")
        count = exporting.write_xlsx(found, output)
    else:
        write = {
            "jsonl": exporting.write_jsonl, "csv": exporting.write_csv,
            "bibtex": bibliography.write_bibtex, "oscola": bibliography.write_oscola,
        }[format_]  # fmt: skip
        if output is None:
            count = write(found, sys.stdout)
        else:
            with output.open("w", encoding="utf-8", newline="") as file:
                count = write(found, file)
    if not count:
        ctx.exit(1)


# -- checking

_FAULT = ("doc", "lang", "place", "surface", "suggest", "message")
_DIFFERENCE = ("doc", "target", "cited_in", "not_in", "places")


@main.command()
@click.argument("targets", nargs=-1, metavar="[PATH|REF]...")
@click.option("--languages", is_flag=True,
              help="Instead, where the language versions of a document cite different things.")  # fmt: skip
@listing(_FAULT)
@click.pass_context
def check(
    ctx: click.Context, targets: tuple[str, ...], languages: bool, format_: str, limit: int | None
) -> None:
    """Check citations: unknown numbers, wrong years, gaps. A file is read without being stored.

    Checks files, documents held (REF), or, without either, the whole base. Exit code 1 if anything is wrong.
    """
    from mandex.index import check as checking  # noqa: PLC0415

    rows: list[dict[str, Any]] = []
    unread = False
    for target in targets or ("",):
        if target and Path(target).exists():
            if languages:
                raise click.UsageError("--languages compares documents of the base: name REFs, or nothing")
            found, failed = _faults_of_file(Path(target))
            rows += found
            unread = unread or failed
            continue
        symbol = _file_or_symbol(target) if target else ""
        store = _open(ctx)
        if symbol and not store.languages(symbol):
            _not_held(ctx, store, symbol, "")
        look = checking.differences if languages else checking.faults
        rows += [found.row() for found in look(store, symbol)]
    if rows:
        emit(rows[:limit], format_, _DIFFERENCE if languages else _FAULT)
    elif not unread:
        _say("nothing wrong found")
    ctx.exit(2 if unread else 1 if rows else 0)


def _file_or_symbol(text: str) -> str:
    from mandex.corpus.symbols import parse  # noqa: PLC0415

    try:
        return parse(text).symbol
    except BadReferenceError as error:
        raise MandexError(f"there is no file {text!r}, and as a reference {error}") from error


def _faults_of_file(path: Path) -> tuple[list[dict[str, Any]], bool]:
    """The faults in a file or a folder's files, and whether any could not be read."""
    from mandex.index.check import faults_of  # noqa: PLC0415
    from mandex.ingest import pipeline  # noqa: PLC0415

    found = pipeline.find_files([path])
    rows: list[dict[str, Any]] = []
    failed = False
    for reading in pipeline.read_files(found.files, workers=1):
        rows += [fault.row() for document in reading.documents for fault in faults_of(document)]
        for problem in reading.problems:
            _say(f"{reading.path}: {problem.message}")
        failed = failed or not reading.documents
    return rows, failed


# -- search


@main.command()
@click.argument("query", nargs=-1)
@click.option("--lang", type=click.Choice(["en", "zh", "zh-Hans", "zh-Hant"]), help="Only this language.")
@click.option("--by", type=click.Choice(["paragraph", "document"]), default="paragraph", show_default=True,
              help="What a row is.")
@click.option("--facets", "facet_names", default="", metavar="NAMES",
              help="Count what is found by year, lang, type, kind, force, actor, topic (with commas).")
@click.option("--like", "reference", default="", metavar="REF",
              help="Instead of a QUERY: paragraphs like this one, such as '2396 OP12'.")
@listing(("doc", "lang", "pinpoint", "snippet"))
@click.pass_context
def search(
    ctx: click.Context, query: tuple[str, ...], lang: Any, by: Any, facet_names: str, reference: str,
    format_: str, limit: int | None,
) -> None:  # fmt: skip
    """Search the texts: words, "exact phrases", AND OR NOT ( ), prefix*, field:value, year:[2014 TO 2017].

    Fields: symbol year lang kind verb force actor topic body country cites. Any script finds any script.
    """
    store, text = _open(ctx), " ".join(query)
    if bool(text) == bool(reference):
        raise click.UsageError("say what to search for: a QUERY, or a paragraph with --like")
    if facet_names:
        from mandex.index.facets import facets  # noqa: PLC0415

        counts = [asdict(count) for count in facets(store, text, facet_names.split(","), lang=lang)]
        emit(counts[:limit], format_, ("facet", "value", "documents", "paragraphs"))
        return
    if reference:
        from mandex.index.like import like  # noqa: PLC0415

        hits = like(store, reference, limit=limit or 10, lang=lang)
    else:
        from mandex.index.search import search as find  # noqa: PLC0415

        hits = find(store, text, limit=limit or 10, lang=lang, by=by)
        _did_you_mean(store, text)
    if format_ != "table":
        emit([asdict(hit) for hit in hits], format_, ())
        return
    from mandex.index.search import as_text  # noqa: PLC0415

    bold = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for hit in hits:
        click.echo(as_text(hit, bold=bold))
    if not hits:
        ctx.exit(1)


def _did_you_mean(store: Store, query: str) -> None:
    from mandex.index.suggest import suggest  # noqa: PLC0415

    for word, nearest in suggest(store, query).items():
        _say(f"no text has {word!r}; did you mean {nearest!r}?")


# -- mandates


def _iso_date(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    """A day as users write it in options: an ISO date or nothing."""
    try:
        return date.fromisoformat(value).isoformat() if value else ""
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no date such as 2026-11-22") from error


_AS_OF = click.option("--as-of", default="", metavar="DATE", callback=_iso_date,
                      help="As things stand on this day, 2026-11-22 (default: today).")  # fmt: skip
_ANSWER = ("doc", "pinpoint", "force", "actors", "status", "snippet")


@main.command()
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
@_AS_OF
@listing(_ANSWER)
@click.pass_context
def lookup(
    ctx: click.Context, measure: tuple[str, ...], actor: str, topic: str, force: str | None, year: int | None,
    resolution: str, lang: str | None, current: bool, as_of: str, format_: str, limit: int | None,
) -> None:  # fmt: skip
    """Find what requires MEASURE: 'passenger name records', 冻结资产, 'who must report on piracy?'."""
    from mandex.corpus.symbols import parse  # noqa: PLC0415
    from mandex.index.lookup import Wanted  # noqa: PLC0415
    from mandex.index.lookup import lookup as find  # noqa: PLC0415

    symbol = parse(resolution).symbol if resolution else ""
    wanted = Wanted(actor, topic, force or "", year, symbol, lang or "", current, as_of)
    answers = find(_open(ctx), " ".join(measure), wanted, limit=limit or 10)
    emit([answer.row() for answer in answers], format_, _ANSWER)


_LINK = ("subject", "doc", "pinpoint", "adopted", "action", "until", "status", "why")


@main.command()
@click.argument("ref")
@_AS_OF
@listing(_LINK)
@click.pass_context
def lineage(ctx: click.Context, ref: str, as_of: str, format_: str, limit: int | None) -> None:
    """The chain of renewals of a mandate: '2617 OP2', or of all that a resolution renews: 2745."""
    from mandex.corpus.symbols import parse  # noqa: PLC0415
    from mandex.index.lineage import lineage as trace  # noqa: PLC0415

    reference = parse(ref)
    links = trace(_open(ctx), reference, as_of=as_of)
    if not links:
        _say(f"{reference.symbol} sets, renews or ends nothing for a time, and nothing held renews it")
    emit([link.row() for link in links[:limit]], format_, _LINK)


_EXPIRY = ("date", "subject", "doc", "pinpoint", "status", "clause")
_REPORT = ("date", "subject", "to", "every", "doc", "pinpoint", "status", "clause")


def _calendar() -> Callable[[Command], Command]:
    """The options of commands that list days."""
    options: tuple[Callable[[Command], Command], ...] = (
        click.option("--within", default="365d", show_default=True, callback=_span, metavar="SPAN",
                     help="So far ahead: 90d, 12w, 6m, 2y."),
        click.option("--from", "first", default="", callback=_iso_date, metavar="DATE",
                     help="From this day on (default: the day of --as-of)."),
        click.option("--to", "last", default="", callback=_iso_date, metavar="DATE",
                     help="Until this day, instead of --within."),
        _AS_OF,
        click.option("--format", "format_", type=click.Choice(["table", "json", "csv", "ics"]),
                     default="table", show_default=True, help="A table, rows, or a calendar file."),
        click.option("-n", "--limit", type=click.IntRange(min=1), help="At most so many rows."),
    )  # fmt: skip

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def _span(ctx: click.Context, parameter: click.Parameter, value: str) -> int:
    """A span of time in days."""
    unit = {"d": 1, "w": 7, "m": 30, "y": 365}.get(value[-1:], 0)
    if not unit or not value[:-1].isdigit():
        raise click.BadParameter(f"{value!r} is no span such as 90d, 12w, 6m or 2y")
    return unit * int(value[:-1])


def _emit_days(days: Sequence[Any], format_: str, columns: Sequence[str]) -> None:
    if format_ != "ics":
        emit([day.row() for day in days], format_, columns)
        return
    from mandex.index.calendar import icalendar  # noqa: PLC0415

    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    click.echo(icalendar(days, stamp=stamp).encode("utf-8"), nl=False)
    if not days:
        click.get_current_context().exit(1)


def _window(as_of: str, first: str, last: str, within: int) -> tuple[str, str]:
    start = first or as_of or date.today().isoformat()
    return start, last or (date.fromisoformat(start) + timedelta(days=within)).isoformat()


@main.command()
@_calendar()
@click.pass_context
def expiring(
    ctx: click.Context, within: int, first: str, last: str, as_of: str, format_: str, limit: int | None
) -> None:
    """Mandates and measures by the day on which they end, if nothing later renewed or ended them."""
    from mandex.index.calendar import expiring as days  # noqa: PLC0415

    found = days(_open(ctx), *_window(as_of, first, last, within), as_of=as_of)
    _emit_days(found[:limit], format_, _EXPIRY)


@main.command("reports-due")
@_calendar()
@click.pass_context
def reports_due(
    ctx: click.Context, within: int, first: str, last: str, as_of: str, format_: str, limit: int | None
) -> None:
    """Who must report, to whom, when, and how often."""
    from mandex.index.calendar import reports_due as days  # noqa: PLC0415

    found = days(_open(ctx), *_window(as_of, first, last, within), as_of=as_of)
    _emit_days(found[:limit], format_, _REPORT)


# -- the citation graph

_STEP = ("depth", "citing", "cited", "relation", "times", "places", "pinpoints")
_YEAR = ("year", "documents", "mentions")
_KIN = ("symbol", "common", "beside", "strength")
_DEPTH = click.option("--depth", type=click.IntRange(min=1), default=1, show_default=True,
                      help="How many steps to walk.")  # fmt: skip


@main.command()
@click.argument("ref")
@_DEPTH
@click.option("--similar", is_flag=True, help="Instead, what is most like REF by what it cites.")
@listing(_STEP)
@click.pass_context
def cites(ctx: click.Context, ref: str, depth: int, similar: bool, format_: str, limit: int | None) -> None:
    """What REF cites: in which relation, how often, where, and which paragraphs."""
    from mandex.corpus.symbols import parse  # noqa: PLC0415
    from mandex.index.graph import kinship, walk  # noqa: PLC0415

    store, reference = _open(ctx), parse(ref)
    symbol = reference.symbol
    if similar:
        rows = [kin.row() for kin in kinship.coupled(store, symbol)]
    else:
        rows = [step.row() for step in walk.neighbours(store, symbol, "cites", depth, reference.pinpoint)]
    if not rows and not store.languages(symbol):
        _say(f"the text of {symbol} is not held: what it cites is unknown")
    elif not rows:
        _say(f"{reference} cites nothing" + (" that others cite" if similar else ""))
    emit(rows[:limit], format_, _KIN if similar else _STEP)


@main.command("cited-by")
@click.argument("ref")
@_DEPTH
@click.option("--together", is_flag=True, help="Instead, what is cited together with REF.")
@click.option("--by-year", is_flag=True, help="Instead, how often year by year.")
@listing(_STEP)
@click.pass_context
def cited_by(
    ctx: click.Context, ref: str, depth: int, together: bool, by_year: bool, format_: str, limit: int | None
) -> None:
    """What cites REF: in which relation, how often, where, and which of its paragraphs."""
    from mandex.corpus.symbols import parse  # noqa: PLC0415
    from mandex.index.graph import kinship, walk  # noqa: PLC0415

    store, reference = _open(ctx), parse(ref)
    symbol = reference.symbol
    if together:
        rows = [kin.row() for kin in kinship.cocited(store, symbol)]
    elif by_year:
        rows = kinship.by_year(store, symbol)
    else:
        steps = walk.neighbours(store, symbol, "cited-by", depth, reference.pinpoint)
        rows = [step.row() for step in steps]
    if not rows:
        _say(f"nothing held cites {reference}" + (" beside another document" if together else ""))
    emit(rows[:limit], format_, _KIN if together else _YEAR if by_year else _STEP)


@main.command()
@click.argument("start", metavar="A")
@click.argument("end", metavar="B")
@listing(_STEP)
@click.pass_context
def path(ctx: click.Context, start: str, end: str, format_: str, limit: int | None) -> None:
    """The shortest chain of citations by which A reaches B."""
    from mandex.corpus.symbols import parse  # noqa: PLC0415
    from mandex.index.graph import walk  # noqa: PLC0415

    store, a, b = _open(ctx), parse(start).symbol, parse(end).symbol
    steps = walk.path(store, a, b)
    if not steps:
        other = "; the other way round there is a chain" if walk.path(store, b, a) else ""
        _say(f"no chain of citations leads from {a} to {b}{other}")
    emit([step.row() for step in steps[:limit]], format_, _STEP)


_RANK = ("symbol", "date", "cited_by", "cites", "pagerank", "community", "agenda_item")
_END = ("symbol", "date", "degree")


@main.command()
@click.option("--around", default="", metavar="REF", help="Only what is near REF.")
@_DEPTH
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
    from mandex.corpus.symbols import Reference, parse  # noqa: PLC0415
    from mandex.index.graph import kinship  # noqa: PLC0415
    from mandex.index.graph import output as out  # noqa: PLC0415
    from mandex.index.graph.network import to_the_future  # noqa: PLC0415
    from mandex.index.graph.paragraphs import node_name  # noqa: PLC0415

    if view and format_ not in {"table", "csv", "json"}:
        raise click.UsageError(f"--{view} lists rows: they can be a table, csv or json, not {format_}")
    if view in {"roots", "leaves"}:
        ends = kinship.roots if view == "roots" else kinship.leaves
        emit(ends(_open(ctx))[:limit], format_, _END)
        return
    if view == "by-year":
        emit(kinship.by_year(_open(ctx))[:limit], format_, _YEAR)
        return
    store = None if table else _open(ctx)
    asked = parse(around) if around else Reference("")
    centre = node_name(asked) if paragraphs else asked.symbol
    most = {"table": None, "svg": limit or 60}.get(format_, limit)  # so many labels can be told apart
    choice = out.Choice(centre, depth, out.years(year), topic, relations, most, table, paragraphs)
    found = out.choose(store, choice)
    if not found.edges:
        _say(f"no citation of this kind{f' near {centre}' if centre else ''}")
        ctx.exit(1)
    for problem in to_the_future(found):
        _say(problem.message)
    if view == "facts":
        _deliver(out.edge_table(found), output)
    elif format_ == "table":
        emit(out.ranking(found)[:limit], format_, _RANK)
    elif format_ == "csv" and output:
        for path_, content in out.pair(found, output).items():
            _deliver(content, path_)
    else:
        _deliver(out.render(found, format_, store), output)


@main.command("bibliography")
@click.argument("refs", metavar="REF...", nargs=-1, required=True)
@click.option("--format", "style", default="oscola", show_default=True,
              type=click.Choice(["oscola", "bibtex"]), help="The style of the entries.")  # fmt: skip
@click.pass_context
def bibliography_(ctx: click.Context, refs: tuple[str, ...], style: str) -> None:
    """Entries for a bibliography; in OSCOLA's style also of a place: '2396 OP12(a)'."""
    from mandex.corpus.symbols import parse  # noqa: PLC0415
    from mandex.index.bibliography import entry  # noqa: PLC0415

    store = _open(ctx)
    for reference in [parse(ref) for ref in refs]:
        click.echo(entry(store, reference, style))


def _deliver(content: bytes, output: Path | None) -> None:
    """Write a file, or standard output where none is named."""
    if output is None:
        sys.stdout.buffer.write(content)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise MandexError(f"cannot write {output}: {error}") from error


# -- a first look


@main.command()
@click.pass_context
def demo(ctx: click.Context) -> None:
    """Build a base from the bundled specimens in a temporary folder and walk through the commands."""
    from importlib.resources import as_file, files  # noqa: PLC0415
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    with as_file(files("mandex.corpus") / "specimens") as specimens, TemporaryDirectory() as folder:
        for arguments in (["ingest", str(specimens)], *_DEMO):
            click.secho(f"\n$ mandex {shlex.join(arguments)}", bold=True)
            main.main(["--kb", folder, *arguments], prog_name="mandex", standalone_mode=False)


_DEMO: tuple[list[str], ...] = (
    ["status"],
    ["search", "passenger name records"],
    ["search", "旅客姓名记录"],
    ["search", "任务期限"],
    ["lookup", "哪项决议要求收集旅客姓名记录"],
    ["show", "S/RES/9001 (2031) OP1"],
    ["show", "S/RES/9001 (2031) OP2", "--with", "zh"],
    ["cites", "S/RES/9002 (2032)"],
    ["cited-by", "1373"],
    ["expiring", "--as-of", "2032-10-10", "--within", "2y"],
    ["check", "S/RES/9002 (2032)"],
)
