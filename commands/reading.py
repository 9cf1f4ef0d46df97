"""Files into the base: `ingest`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from mandex.commands.opening import open_base
from mandex.commands.printing import say
from mandex.corpus.model import Problem
from mandex.corpus.store import Store


@click.command()
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
    from mandex.ingest import pipeline

    if dry_run:
        _dry_run(paths, workers, ocr)
        return
    store = open_base(ctx, create=True)
    with _indexed(store, engine), _progress() as progress:
        summary = pipeline.ingest(paths, store, workers=workers, lang=lang or "", ocr=ocr, progress=progress)
    for problem in summary.failures:
        say(f"{problem.source}: {problem.message}")
    _name_duplicates(summary.duplicates)
    _name_passed_over(summary.passed_over)
    counts = (f"{count} {_OUTCOMES[name]}" for name, count in summary.files.most_common())
    click.echo(", ".join(counts), err=True)
    if summary.failures:
        ctx.exit(2)
    if not summary.files.keys() & {"document", "duplicate", "unchanged"}:
        say("found no documents to read there")
        ctx.exit(1)


def _name_duplicates(duplicates: Sequence[Problem]) -> None:
    for problem in duplicates[:_MOST_NAMED]:
        say(f"{problem.source}: {problem.message}")
    if len(duplicates) > _MOST_NAMED:
        more = len(duplicates) - _MOST_NAMED
        say(f"{more} more were passed over: mandex export problems --where code=duplicate-document")


_MOST_NAMED = 20  # duplicates named after a run; a collection in several formats has hundreds
_OUTCOMES = {
    "document": "files read", "duplicate": "duplicates passed over", "unchanged": "unchanged",
    "skipped": "of other kinds passed over", "failed": "could not be read",
}  # fmt: skip


def _name_passed_over(files: Sequence[Path]) -> None:
    for path in files[:_NAMED]:
        say(f"passed over {path}: of another kind, or about its folder; name it outright to try")
    if len(files) > _NAMED:
        say(f"passed over {len(files) - _NAMED} more files; `mandex export problems` names them")


# Files passed over that are named one by one.
_NAMED = 10


@contextmanager
def _indexed(store: Store, name: str | None) -> Iterator[None]:
    """Keep a search engine in step with what is written: the one named, else the one the base has."""
    from mandex.index.engines import open_engine, record_engine, recorded_engine

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
    from mandex.ingest import pipeline

    found = pipeline.find_files(paths)
    failed = bool(found.problems)
    for problem in found.problems:
        say(f"{problem.source}: {problem.message}")
    for reading in pipeline.read_files(found.files, workers=workers, ocr=ocr):
        for document in reading.documents:
            size = f"{len(document.paragraphs)} paragraphs"
            click.echo(f"{document.symbol}  {document.lang}  {size}  {reading.path}")
        for problem in reading.problems:
            say(f"{reading.path}: {problem.message}")
        failed = failed or not reading.documents
    if failed:
        click.get_current_context().exit(2)
