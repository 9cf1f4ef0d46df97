"""What is wrong with citations: `check`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from mandex.commands.opening import not_held, open_base
from mandex.commands.options import listing
from mandex.commands.printing import Output, say
from mandex.corpus.errors import BadReferenceError, MandexError

_FAULT = ("doc", "lang", "place", "surface", "suggest", "message")


_DIFFERENCE = ("doc", "target", "cited_in", "not_in", "places")


@click.command()
@click.argument("targets", nargs=-1, metavar="[PATH|REF]...")
@click.option("--languages", is_flag=True,
              help="Instead, where the language versions of a document cite different things.")  # fmt: skip
@listing(_FAULT)
@click.pass_context
def check(ctx: click.Context, targets: tuple[str, ...], languages: bool, out: Output) -> None:
    """Check citations: unknown numbers, wrong years, gaps. A file is read without being stored.

    Checks files, documents held (REF), or, without either, the whole base. Exit code 1 if anything is wrong.
    """
    from mandex.index.graph import faults as checking

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
        store = open_base(ctx)
        if symbol and not store.languages(symbol):
            not_held(ctx, store, symbol, "")
        look = checking.differences if languages else checking.faults
        rows += [found.row() for found in look(store, symbol)]
    if rows:
        out.rows(rows, _DIFFERENCE if languages else _FAULT)
    elif not unread:
        say("nothing wrong found")
    ctx.exit(2 if unread else 1 if rows else 0)


def _file_or_symbol(text: str) -> str:
    from mandex.corpus.symbols import parse

    try:
        return parse(text).symbol
    except BadReferenceError as error:
        raise MandexError(f"there is no file {text!r}, and as a reference {error}") from error


def _faults_of_file(path: Path) -> tuple[list[dict[str, Any]], bool]:
    """The faults in a file or a folder's files, and whether any could not be read."""
    from mandex.index.graph.faults import faults_of
    from mandex.ingest import pipeline

    found = pipeline.find_files([path])
    rows: list[dict[str, Any]] = []
    failed = False
    for reading in pipeline.read_files(found.files, workers=1):
        rows += [fault.row() for document in reading.documents for fault in faults_of(document)]
        for problem in reading.problems:
            say(f"{reading.path}: {problem.message}")
        failed = failed or not reading.documents
    return rows, failed
