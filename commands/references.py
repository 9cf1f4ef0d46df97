"""References on the command line: words that join, with or without quotation marks around them."""

from __future__ import annotations

from collections.abc import Sequence

import click

from mandex.commands import language
from mandex.commands.opening import open_base
from mandex.commands.printing import Output
from mandex.corpus.errors import BadReferenceError, NothingFoundError
from mandex.corpus.store import Store
from mandex.corpus.symbols import Reference, is_undated, parse


def joined(ctx: click.Context, parameter: click.Parameter, words: Sequence[str]) -> Reference:
    """The one reference that all words together make: `2396 OP12`, `S/RES/2617 (2021)`."""
    return read(ctx, " ".join(words))


def read(ctx: click.Context, text: str) -> Reference:
    """The reference that a text makes; the base is asked only about resolutions that the register lacks."""
    try:
        return _dated(ctx, parse(text))
    except BadReferenceError as error:
        raise BadReferenceError(_elsewhere(text) or str(error)) from error


def _elsewhere(text: str) -> str:
    """Where to ask about what is no document but has a name: a mission, a country; empty for other text."""
    from mandex.corpus import lexicon

    named = text.strip()
    for found in lexicon.match_bodies(named):
        if (found.start, found.end) == (0, len(named)) and lexicon.bodies()[found.id].is_mission:
            return f"{named!r} is a mission, no document: 'mandex missions {named}'"
    for found in lexicon.match_countries(named):
        if (found.start, found.end) == (0, len(named)):
            return f"{named!r} is a country, no document: 'mandex regimes {named}', 'mandex missions {named}'"
    return ""


def _dated(ctx: click.Context, reference: Reference) -> Reference:
    return open_base(ctx).reference(reference) if is_undated(reference.symbol) else reference


def no_such_place(store: Store, reference: Reference) -> str:
    """That a document held has no such paragraph, and which it has; empty where it has, or is not held."""
    if not reference.pinpoint:
        return ""
    from mandex.index.output.showing import show

    try:
        show(store, reference)
    except NothingFoundError as error:
        return str(error)
    return ""


def several(ctx: click.Context, words: Sequence[str]) -> list[Reference]:
    """The references in a row of words: as many as the words allow, each of whole words.

    `1373 OP2 2396` are two, `S/RES/2617 (2021)` is one: a word in brackets continues what stands before it.
    Raises `BadReferenceError` for words that make none.
    """
    best: list[list[Reference] | None] = [[]]  # best[i]: the references of the first i words
    for end in range(1, len(words) + 1):
        found: list[Reference] | None = None
        for start in range(end - 1, -1, -1):
            before, reference = best[start], _reference(words[start:end])
            if before is None or reference is None:
                continue
            if found is None or len(before) + 1 > len(found):
                found = [*before, reference]
        best.append(found)
    found = best[-1] if best[-1] is not None else [parse(_not_understood(words, best))]
    return [_dated(ctx, reference) for reference in found]


def _not_understood(words: Sequence[str], best: Sequence[list[Reference] | None]) -> str:
    """The word up to which references were read, with that before it which it continues: *1373 (1999)*."""
    at = max(end for end, found in enumerate(best) if found is not None)
    if words[at][:1] in "(（":
        return " ".join(words[max(at - 1, 0) : at + 1])
    return words[at] if _reference(words[at : at + 1]) is None else " ".join(words)


def pair(ctx: click.Context, parameter: click.Parameter, words: Sequence[str]) -> tuple[Reference, Reference]:
    """The two references in a row of words; two words are one each."""
    splits = sorted(range(1, len(words)), key=lambda at: abs(2 * at - len(words)))
    for at in splits:
        first, second = _reference(words[:at]), _reference(words[at:])
        if first and second:
            return _dated(ctx, first), _dated(ctx, second)
    if len(words) < 2:
        raise click.UsageError("name two documents: A and B")
    half = splits[0]
    return read(ctx, " ".join(words[:half])), read(ctx, " ".join(words[half:]))


def shown_in(store: Store, references: Sequence[Reference], out: Output) -> str:
    """The language of what people read, where they named none: their own where all is held in it, else
    nothing (English first). Rows for programs do not depend on who reads.
    """
    if out.format not in ("table", "docx", "html", "tmx", "md") or not references:
        return ""
    own = [language.readers_own(store.languages(store.named(one.symbol))) for one in references]
    return own[0] if all(own) else ""


def _reference(words: Sequence[str]) -> Reference | None:
    if words[0][:1] in "(（":
        return None
    try:
        return parse(" ".join(words))
    except BadReferenceError:
        return None


REF = click.argument("ref", nargs=-1, required=True, metavar="REF...", callback=joined)
PAIR = click.argument("ends", nargs=-1, required=True, metavar="A B", callback=pair)
