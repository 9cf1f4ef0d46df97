"""Full text: `search`."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

from mandex.commands import terminal
from mandex.commands.opening import open_base
from mandex.commands.options import listing
from mandex.commands.printing import Output, say
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
    out: Output,
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
        out.rows(counts, ("facet", "value", "documents", "paragraphs"), nothing=f"no text has {text}")
        return
    if reference:
        from mandex.index.search.similar import like

        hits = like(store, reference, limit=out.limit or 10, lang=lang)
    else:
        from mandex.index.search.fulltext import search as find

        hits = find(store, text, limit=out.limit or 10, lang=lang, by=by)
        _did_you_mean(store, text)
    if out.format != "table" or not hits:
        out.rows([asdict(hit) for hit in hits], nothing=f"no text has {text or reference}")
        return
    from mandex.index.search.fulltext import as_text

    terminal.show("".join(f"{as_text(hit, bold=terminal.colourful())}\n" for hit in hits))


def _did_you_mean(store: Store, query: str) -> None:
    from mandex.index.search.suggestions import suggest

    for word, nearest in suggest(store, query).items():
        say(f"no text has {word!r}; did you mean {nearest!r}?")
