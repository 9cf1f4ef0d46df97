"""Full text: `search`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from mandex.commands import terminal
from mandex.commands.opening import open_base
from mandex.commands.options import LANGUAGES, between, limits, listing
from mandex.commands.printing import Output, say
from mandex.corpus.addresses import address
from mandex.corpus.store import Store
from mandex.index.output.cells import cells_wide, tame, wrap

if TYPE_CHECKING:
    from mandex.index.engines import Filter
    from mandex.index.output.showing import Shown
    from mandex.index.search.fulltext import Hit


@click.command()
@click.argument("query", nargs=-1)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Only this language.")
@click.option(
    "--by",
    type=click.Choice(["paragraph", "document"]),
    default="paragraph",
    show_default=True,
    help="What a row is.",
)
@click.option(
    "--sort",
    type=click.Choice(["relevance", "newest", "oldest"]),
    default="relevance",
    show_default=True,
    help="The order of the rows.",
)
@click.option(
    "--facets",
    "facet_names",
    default="",
    metavar="NAMES",
    help="Count what is found by year, lang, type, kind, force, actor, topic, country (with commas).",
)
@click.option(
    "--like",
    "reference",
    default="",
    metavar="REF",
    help="Instead of a QUERY: paragraphs like this one, such as '2396 OP12'.",
)
@click.option(
    "--with",
    "beside",
    type=click.Choice(LANGUAGES),
    help="With the same paragraph in a second language: zh, en …",
)
@between("documents")
@listing(("doc", "lang", "pinpoint", "snippet"))
@click.pass_context
def search(
    ctx: click.Context, query: tuple[str, ...], lang: Any, by: Any, sort: Any, facet_names: str,
    reference: str, beside: str | None, since: str, until: str, out: Output,
) -> None:  # fmt: skip
    """Search the texts: words, "exact phrases", AND OR NOT ( ), prefix*, field:value, year:[2014 TO 2017].

    Fields: symbol year date lang kind verb force actor topic body country instrument cites.
    Any script finds any script.
    """
    store, text = open_base(ctx), " ".join(query)
    if bool(text) == bool(reference):
        raise click.UsageError("say what to search for: a QUERY, or a paragraph with --like")
    if reference and (since or until):
        raise click.UsageError("--since and --until go with a QUERY")
    from mandex.index.engines import adopted
    from mandex.index.search.query import EMPTY, parse

    if text and parse(text) == EMPTY:
        raise click.UsageError(f"nothing to search for in {text!r}: write a word or a field, year:2017")
    only = adopted(since, until)
    if facet_names:
        from mandex.index.search.facets import facets

        counts = [
            asdict(count) for count in facets(store, text, facet_names.split(","), lang=lang, only=only)
        ]
        nothing = _nothing(store, text, lang, since, until)
        out.rows(counts, ("facet", "value", "documents", "paragraphs"), nothing=nothing)
        return
    if reference:
        from mandex.index.search.similar import like

        hits = like(store, reference, limit=out.limit or 10, lang=lang)
    else:
        from mandex.index.search.fulltext import search as find

        hits = find(store, text, limit=out.limit or 10, lang=lang, by=by, only=only, sort=sort)
        _did_you_mean(store, text)
    strictly = _total(store, text, lang, by, only) if text else len(hits)
    total = max(strictly, len(hits))
    if hits and not strictly:
        say("no paragraph has all that is asked: these have a part of it, or other words for it")
    if out.format != "table" or out.file or not hits:
        rows = (_whole(store, hit, other) for hit, other in _beside(store, hits, beside))
        nothing = "" if hits else _nothing(store, text, lang, since, until) if text else _unlike(reference)
        out.rows(rows, total=total, nothing=nothing)
        return
    terminal.show("".join(_as_text(hit, other) for hit, other in _beside(store, hits, beside)))
    if total > len(hits):
        say(f"{len(hits)} of {total}; -n for more")


def _unlike(reference: str) -> str:
    return f"no other paragraph is like {reference}"


def _nothing(store: Store, text: str, lang: Any, since: str, until: str) -> str:
    """What is said where nothing is found: for want of what, and how much there is without the limits."""
    from mandex.index.search.suggestions import unmet

    if lacking := unmet(store, text):
        return lacking
    nothing = f"no text has {text}"
    if not (only := limits(lang=lang, since=since, until=until)):
        return nothing
    others = _total(store, text, None, "paragraph", ())
    return f"{nothing}{only}; {others} paragraphs have it without that" if others else f"{nothing}{only}"


def _total(store: Store, text: str, lang: Any, by: Any, only: Sequence[Filter]) -> int:
    """How many answers hold all that is asked."""
    from mandex.index.search.fulltext import total

    return total(store, text, lang=lang, by=by, only=only)


def _beside(store: Store, hits: Sequence[Hit], lang: str | None) -> Iterator[tuple[Hit, Shown | None]]:
    """Each hit with the paragraph that says the same in `lang`, where that is asked for and held."""
    from mandex.index.output.showing import counterparts

    versions = {(hit.doc, hit.lang) for hit in hits}
    found = {version: counterparts(store, *version, lang) for version in versions if lang}
    for hit in hits:
        yield hit, found.get((hit.doc, hit.lang), {}).get(hit.seq)


def _whole(store: Store, hit: Hit, other: Shown | None) -> dict[str, Any]:
    """A hit as a row, with the whole paragraph, the official address, and the other language's paragraph."""
    [text] = store.connection.execute(
        "SELECT text FROM paragraphs WHERE seq = ? AND doc = (SELECT id FROM documents"
        " WHERE symbol = ? AND lang = ?)",
        (hit.seq, hit.doc, hit.lang),
    ).fetchone() or [""]
    row = {**asdict(hit), "text": text, "address": address(hit.doc, hit.lang)}
    if other:
        row |= {"other_lang": other.lang, "other_text": other.paragraphs[0].text}
    return row


def _as_text(hit: Hit, other: Shown | None) -> str:
    """A hit for a person: where, then what, the places that answer in bold where the terminal shows it."""
    where = "  ".join(filter(None, (hit.pinpoint, hit.lang, hit.date)))
    doc = terminal.link(tame(hit.doc), address(hit.doc, hit.lang)) if terminal.linking() else tame(hit.doc)
    lines = wrap(tame(hit.snippet), terminal.width() - 4)
    if terminal.colourful():
        lines = _in_bold(hit, lines)
    if other:
        lines += wrap(tame(other.paragraphs[0].text), terminal.width() - 4)
    # Where both do not fit a line, what follows the symbol goes on the next.
    between = "  " if cells_wide(f"{hit.doc}  {where}") <= terminal.width() else "\n    "
    return "".join(
        f"{line}\n" for line in (f"{doc}{between}{tame(where)}", *(f"    {line}" for line in lines))
    )


def _in_bold(hit: Hit, lines: list[str]) -> list[str]:
    """The lines with the words that answer in bold."""
    words = {tame(hit.snippet[start:end]) for start, end in hit.highlights if hit.snippet[start:end].strip()}
    if not words:
        return lines
    answers = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    return [answers.sub(lambda m: click.style(m[0], bold=True), line) for line in lines]


def _did_you_mean(store: Store, query: str) -> None:
    from mandex.index.search.suggestions import suggest

    for word, nearest in suggest(store, query).items():
        say(f"no text has {word!r}; did you mean {nearest!r}?")
