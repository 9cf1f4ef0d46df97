"""What is wrong with citations: `check`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from pathlib import Path
from typing import Any

import click

from mandex.commands.opening import not_held, open_base
from mandex.commands.options import listing
from mandex.commands.printing import Output, say
from mandex.commands.references import several
from mandex.corpus.errors import BadReferenceError, MandexError
from mandex.corpus.opening import FILENAME
from mandex.corpus.records import dataclass
from mandex.index import shared
from mandex.index.graph import faults as graph_faults
from mandex.index.graph.faults import Cited, Paragraphs

_FAULT = ("doc", "place", "surface", "suggest", "message")


_DIFFERENCE = ("doc", "target", "cited_in", "not_in", "places")


@click.command()
@click.argument("targets", nargs=-1, metavar="[PATH|REF]...")
@click.option("--languages", is_flag=True,
              help="Instead, where language versions differ in citations, dates or force.")  # fmt: skip
@listing(_FAULT)
@click.pass_context
def check(ctx: click.Context, targets: tuple[str, ...], languages: bool, out: Output) -> None:
    """Check citations: unknown numbers, wrong years and days, gaps, paragraphs that are not there.

    Checks files without storing them (- reads standard input), documents held (REF), or, without either, the
    whole base. Paragraph numbers are held against the texts in the base. Exit code 1 if anything is wrong.
    """
    paths = [Path(target) for target in targets if target == "-" or Path(target).exists()]
    symbols = _symbols(ctx, [target for target in targets if target != "-" and not Path(target).exists()])
    if languages:
        if paths:
            raise click.UsageError("--languages compares documents of the base: name REFs, or nothing")
        _differences(ctx, symbols, out)
        return
    found = _Found()
    if paths:
        _check_files(ctx, paths, found)
    if symbols or not paths:
        store = open_base(ctx)
        for symbol in symbols or [""]:
            if symbol and not store.languages(symbol):
                not_held(ctx, store, symbol, "")
            found.judge(graph_faults.citations_held(store, symbol), graph_faults.Paragraphs(store))
    _report(ctx, found, out)


@dataclass(slots=True)
class _Found:
    """What a check has found so far."""

    checked: int = 0
    unread: bool = False
    rows: list[dict[str, Any]] = field(default_factory=list)

    def judge(self, citations: Iterable[Cited], paragraphs: Paragraphs | None) -> None:
        for cited in citations:
            self.checked += 1
            if fault := graph_faults.judge(cited, paragraphs):
                self.rows.append(fault.row())


def _report(ctx: click.Context, found: _Found, out: Output) -> None:
    say(graph_faults.tally(found.checked, len(found.rows)))
    if found.rows:
        out.rows(found.rows)
    ctx.exit(2 if found.unread else 1 if found.rows else 0)


def _differences(ctx: click.Context, symbols: list[str], out: Output) -> None:
    from mandex.index.compare.translation import differing

    store = open_base(ctx)
    rows = [found.row() for symbol in symbols or [""] for found in graph_faults.differences(store, symbol)]
    rows += [row for symbol in symbols or [""] for row in differing(store, symbol)]
    if not rows:
        say("the language versions held cite alike, with the same dates and force")
        return
    out.rows(rows, _DIFFERENCE)
    ctx.exit(1)


def _symbols(ctx: click.Context, words: list[str]) -> list[str]:
    """The documents that words name which are no files."""
    try:
        return [reference.symbol for reference in several(ctx, words)] if words else []
    except BadReferenceError as error:
        raise MandexError(f"there is no file {' '.join(words)!r}, and as a reference {error}") from error


def _check_files(ctx: click.Context, paths: list[Path], found: _Found) -> None:
    """Check the files; paragraph numbers too where there is a base that knows the texts."""
    from mandex.ingest import pipeline

    is_there = shared.address_of(ctx.obj) or (Path(ctx.obj) / FILENAME).exists()
    store = open_base(ctx) if is_there else None
    paragraphs = graph_faults.Paragraphs(store) if store else None
    named = pipeline.find_files(paths)
    for problem in named.problems:
        say(f"{problem.source}: {problem.message}")
    found.unread = bool(named.problems)
    for reading in pipeline.read_files(named.files, workers=1):
        for document in reading.documents:
            found.judge(graph_faults.citations_of(document), paragraphs)
        for problem in reading.problems:
            say(f"{reading.path}: {problem.message}")
        found.unread = found.unread or not reading.documents
