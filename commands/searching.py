"""Full text: `search`."""

from __future__ import annotations

import os
import sys
from dataclasses import asdict
from typing import Any

import click

from mandex.commands.opening import open_base
from mandex.commands.options import listing
from mandex.commands.printing import emit, say
from mandex.corpus.store import Store


@click.command()
@click.argument("query", nargs=-1)
@click.option("--lang", type=click.Choice(["en", "zh", "zh-Hans", "zh-Hant"]), help="Only this language.")
@click.option(
    "--by",
    type=click.Choice(["paragraph", "document"]),
    default="paragraph",
    show_default=True,
    help="What a row is.",
)
@click.option(
    "--facets",
    "facet_names",
    default="",
    metavar="NAMES",
    help="Count what is found by year, lang, type, kind, force, actor, topic (with commas).",
)
@click.option(
    "--like",
    "reference",
    default="",
    metavar="REF",
    help="Instead of a QUERY: paragraphs like this one, such as '2396 OP12'.",
)
@listing(("doc", "lang", "pinpoint", "snippet"))
@click.pass_context
def search(
    ctx: click.Context, query: tuple[str, ...], lang: Any, by: Any, facet_names: str, reference: str,
    format_: str, limit: int | None,
) -> None:  # fmt: skip
    """Search the texts: words, "exact phrases", AND OR NOT ( ), prefix*, field:value, year:[2014 TO 2017].

    Fields: symbol year lang kind verb force actor topic body country cites. Any script finds any script.
    """
    store, text = open_base(ctx), " ".join(query)
    if bool(text) == bool(reference):
        raise click.UsageError("say what to search for: a QUERY, or a paragraph with --like")
    if facet_names:
        from mandex.index.search.facets import facets

        counts = [asdict(count) for count in facets(store, text, facet_names.split(","), lang=lang)]
        emit(counts[:limit], format_, ("facet", "value", "documents", "paragraphs"))
        return
    if reference:
        from mandex.index.search.similar import like

        hits = like(store, reference, limit=limit or 10, lang=lang)
    else:
        from mandex.index.search.fulltext import search as find

        hits = find(store, text, limit=limit or 10, lang=lang, by=by)
        _did_you_mean(store, text)
    if format_ != "table":
        emit([asdict(hit) for hit in hits], format_, ())
        return
    from mandex.index.search.fulltext import as_text

    bold = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for hit in hits:
        click.echo(as_text(hit, bold=bold))
    if not hits:
        ctx.exit(1)


def _did_you_mean(store: Store, query: str) -> None:
    from mandex.index.search.suggestions import suggest

    for word, nearest in suggest(store, query).items():
        say(f"no text has {word!r}; did you mean {nearest!r}?")
