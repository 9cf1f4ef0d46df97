"""Whole texts as files for others: what `export aligned`, `export similar` and `export akn` write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

import click

from mandex.commands import language
from mandex.commands.opening import open_base
from mandex.commands.printing import Output, replacing, say
from mandex.commands.references import several
from mandex.corpus.errors import MandexError


def export_texts(ctx: click.Context, table: str, refs: Sequence[str], lang: str, out: Output) -> None:
    """Language versions sentence by sentence, as rows or TMX; each resolution's nearest earlier one; or
    documents as Akoma Ntoso.
    """
    from mandex.index.compare import reuse, translation

    if table == "akn":
        _export_akn(ctx, refs, lang, out)
        return
    store = open_base(ctx)
    wanted = [reference.symbol for reference in several(ctx, refs)]
    if table == "similar":
        found = (row for row in reuse.similar(store, lang) if not wanted or row["doc"] in wanted)
        nothing = f"nothing earlier is like {' or '.join(wanted)}" if wanted else "no resolution is held"
        out.rows(found, ("doc", "nearest", "reused"), nothing=nothing)
        return
    rows = iter(translation.aligned(store, wanted, lang))
    nothing = "no document is held in several languages"
    if wanted:
        nothing = f"{' or '.join(wanted)} is held in no second language"
        held = {one for symbol in wanted for one in store.languages(symbol)}
        if lang and len(held) > 1 and not any(one.startswith(lang) for one in held):
            nothing = f"{' or '.join(wanted)} is held in {', '.join(sorted(held))}, not in {lang}"
    if out.format != "tmx":
        out.rows(rows, ("doc", "pinpoint", "left", "right", "confidence"), nothing=nothing)
        return
    if (first := next(rows, None)) is None:  # a translator's memory without a segment helps nobody
        say(nothing)
        ctx.exit(1)
    with out.opened() as file:
        for part in translation.tmx(as_shown(chain([first], rows))):
            file.write(part.encode("utf-8"))


def as_shown(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The rows of two languages in the script asked for, under the language that is written in it."""
    written = language.written()
    for row in rows:
        if not written:
            yield row
            continue
        sides = {side: written for side in ("left_lang", "right_lang") if row[side].startswith("zh")}
        yield {**language.shown(row), **sides}


def _export_akn(ctx: click.Context, refs: Sequence[str], lang: str, out: Output) -> None:
    """One file for each language version, in a folder; of the documents named, or of all."""
    from mandex.index.output.akn import akn, filename

    if out.file is None:
        raise click.UsageError("Akoma Ntoso files go into a folder: add -o DIR")
    store = open_base(ctx)
    wanted = [reference.symbol for reference in several(ctx, refs)]
    held = store.connection.execute(
        "SELECT symbol, lang FROM documents WHERE lang LIKE ? || '%' ORDER BY symbol, lang", (lang,)
    ).fetchall()
    try:
        out.file.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MandexError(f"cannot make the folder {out.file}: {error.strerror or error}") from error
    count = 0
    for symbol, version in held:
        document = store.document(symbol, version) if not wanted or symbol in wanted else None
        if document is not None:
            with replacing(out.file / filename(document)) as file:
                file.write(akn(document))
            count += 1
    say(f"{count} file{'' if count == 1 else 's'} written to {out.file}")
    ctx.exit(0 if count else 1)
