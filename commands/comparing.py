"""What changed between two texts: `compare`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mandex.commands import language, terminal
from mandex.commands.opening import not_held, open_base
from mandex.commands.options import listing
from mandex.commands.printing import Output, say
from mandex.commands.references import read, shown_in
from mandex.corpus.errors import BadReferenceError, UnreadableFileError

if TYPE_CHECKING:
    from mandex.corpus.model import Document
    from mandex.corpus.symbols import Reference
    from mandex.index.compare.comparison import Comparison


@click.command()
@click.argument("texts", nargs=-1, metavar="A B")
@click.option("--series", "walked", is_flag=True, help="Walk the lineage of one: compare --series 2617.")
@click.option("--clause", default="", metavar="TEXT", help="Where a phrase first stood and where it stands.")
@click.option(
    "--lang",
    default="",
    help="The language to compare in (default: one that both are held in, in tables the reader's own).",
)
@listing((), also=("html", "docx"))
@click.pass_context
def compare(
    ctx: click.Context, texts: tuple[str, ...], walked: bool, clause: str, lang: str, out: Output
) -> None:
    """What changed from A to B, paragraph by paragraph and word by word, changes of substance first.

    A and B are resolutions (2618 2646), paragraphs of them (2618 OP10 2646 OP10), or files: a draft is read
    without being stored. As html both texts stand side by side; as docx every change is tracked.
    References that were only brought up to date are no change of substance and stand last. Exit code 1
    where nothing differs. With --series, since when each phrase of a mandate stands in its chain of renewals,
    and what fell out; with --clause, the paragraphs with a phrase, the oldest first.
    """
    if walked or clause:
        _walk(ctx, texts, walked, clause, lang, out)
        return
    old, new = _two(ctx, texts)
    found = _compared(ctx, old, new, lang, out)
    _deliver(found, out)
    ctx.exit(0 if found.weightiest() else 1)


def _walk(
    ctx: click.Context, texts: Sequence[str], walked: bool, clause: str, lang: str, out: Output
) -> None:
    """The chain of one resolution, paragraph by paragraph; or the life of a phrase, there or anywhere."""
    from mandex.index.compare import series

    if walked and not texts:
        raise click.UsageError("name the newest of the series: mandex compare --series 2617")
    store = open_base(ctx)
    documents: list[Document] = []
    if texts:
        reference = store.reference(" ".join(texts))
        held = [version for version in store.languages(reference.symbol) if version.startswith(lang)]
        if not held:
            not_held(ctx, store, reference.symbol, lang)
        documents = series.members(store, reference, held[0]) if walked else []
        symbols = [document.symbol for document in documents] or [reference.symbol]
    if clause:
        found = series.clause(store, clause, symbols if texts else (), lang)
        out.rows(found, ("date", "doc", "lang", "place", "text"), nothing=f"no resolution says {clause!r}")
    else:
        out.rows(series.blame(documents), ("fate", "doc", "place", "since", "text"))


def _two(ctx: click.Context, texts: Sequence[str]) -> tuple[Reference | Path, Reference | Path]:
    """The words of the call parted into the two texts they name."""
    failure: BadReferenceError | None = None
    for at in range(1, len(texts)):
        try:
            return _operand(ctx, texts[:at]), _operand(ctx, texts[at:])
        except BadReferenceError as error:
            failure = error
    if failure:
        raise BadReferenceError(f"there is no such file, and as a reference {failure}") from failure
    raise click.UsageError("name two texts: mandex compare 2618 2646")


def _operand(ctx: click.Context, words: Sequence[str]) -> Reference | Path:
    if len(words) == 1 and Path(words[0]).is_file():
        return Path(words[0])
    return read(ctx, " ".join(words))


# -- documents


def _compared(
    ctx: click.Context, old: Reference | Path, new: Reference | Path, lang: str, out: Output
) -> Comparison:
    """Both texts in one language; a file is read without being stored."""
    from mandex.index.compare.texts import compared

    references = [one for one in (old, new) if not isinstance(one, Path)]
    store = open_base(ctx) if references else None
    for one in references:
        if store and not store.languages(one.symbol):
            not_held(ctx, store, one.symbol, "")
    first, second = (_read(one) if isinstance(one, Path) else one for one in (old, new))
    if store and len(references) == 2:
        lang = lang or shown_in(store, references, out)
    return compared(store, first, second, lang)


def _read(path: Path) -> Sequence[Document]:
    from mandex.ingest import pipeline

    reading = pipeline.read_file(path)
    if not reading.documents:
        raise UnreadableFileError(
            f"{path}: {reading.problems[0].message if reading.problems else 'is empty'}"
        )
    return reading.documents


# -- output


def _deliver(found: Comparison, out: Output) -> None:
    from mandex.index.compare.page import page
    from mandex.index.compare.report import report
    from mandex.index.compare.tracked import tracked

    if out.format == "html":
        out.deliver(page(found).encode("utf-8"))
    elif out.format == "docx":
        out.deliver(tracked(found, stamp=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")))
    elif out.format != "table":
        out.rows([difference.row() for difference in found.differences])
    else:
        colour = out.file is None and terminal.colourful()
        lines = report(
            found, width=terminal.width(120), colour=colour, limit=out.limit, ui=language.interface()
        )
        text = "".join(f"{line}\n" for line in lines)
        if out.file:
            out.deliver(text.encode("utf-8"))
        else:
            terminal.show(text)
        if out.limit and (count := len(found.weightiest())) > out.limit:
            say(f"{out.limit} of {count}; -n for more")
