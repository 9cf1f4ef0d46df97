"""Documents beside each other, as files for others: what `export aligned` and `export similar` write."""

from __future__ import annotations

from collections.abc import Sequence

import click

from mandex.commands.opening import open_base
from mandex.commands.printing import Output
from mandex.commands.references import several


def export_texts(ctx: click.Context, table: str, refs: Sequence[str], lang: str, out: Output) -> None:
    """Language versions sentence by sentence, as rows or TMX; or each resolution's nearest earlier one."""
    from mandex.index.compare import reuse, translation

    store = open_base(ctx)
    if table == "similar":
        out.rows(reuse.similar(store, lang), ("doc", "nearest", "reused"), nothing="no resolution is held")
        return
    rows = translation.aligned(store, [reference.symbol for reference in several(refs)], lang)
    if out.format == "tmx":
        with out.opened() as file:
            for part in translation.tmx(rows):
                file.write(part.encode("utf-8"))
        return
    columns = ("doc", "pinpoint", "left", "right", "confidence")
    out.rows(rows, columns, nothing="no document is held in several languages")
