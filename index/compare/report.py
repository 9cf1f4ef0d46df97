"""A comparison to read at the terminal, and the words that its other forms share with that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mandex.corpus.catalogue import translated
from mandex.index.compare.comparison import Comparison, Difference
from mandex.index.compare.sides import Change
from mandex.index.compare.words import Edit
from mandex.index.output.cells import tame, wrap

_RELATIONS = ("same", "changed", "moved", "moved-changed", "split", "merged", "new", "kept", "dropped")
MOVED = "References brought up to date"
"""The heading above what is no change of substance."""
_CONTEXT = 60  # characters kept on either side of a change


def report(
    found: Comparison, *, width: int, colour: bool, limit: int | None = None, ui: str = "en"
) -> Iterator[str]:
    """Lines: how much changed, then each change with its words, substance first, at most `limit` of them;
    last the references that were only brought up to date. `ui` is the language of all but the texts.
    """
    yield from wrap(heading(found, ui), width)
    yield from wrap(summary(found, ui), width)
    for difference in found.weightiest()[:limit]:
        yield ""
        yield from wrap(
            " ".join(part for part in (title(difference, ui), substance(difference, ui)) if part), width
        )
        text = "".join(_shown(edit, colour) for edit in shortened(said(difference)))
        yield from (f"  {line}" for line in wrap(text, width - 2))
    if found.references():
        yield from ("", *wrap(translated(MOVED, ui), width))
        for line in references(found):
            yield from (f"  {part}" for part in wrap(line, width - 2))


def heading(found: Comparison, ui: str = "en") -> str:
    """Which two texts are compared."""
    return f"{found.old.symbol} → {found.new.symbol}  {translated(found.new.lang, ui)}"


def summary(found: Comparison, ui: str = "en") -> str:
    """How many paragraphs fared how."""
    count = found.count()
    told = [f"{count[name]} {translated(name, ui)}" for name in _RELATIONS if count[name]]
    return (", " if ui == "en" else "，").join(told) or translated("nothing to compare", ui)


def title(difference: Difference, ui: str = "en") -> str:
    """Where a paragraph stands in both texts, and how it fared."""
    return f"{place(difference)}  {translated(difference.relation, ui)}"


def substance(difference: Difference, ui: str = "en") -> str:
    """The changes of substance in one line."""
    said = [f"{translated(c.what, ui)}: {became(c)}" for c in difference.substance]
    return f"[{'; '.join(said)}]" if said else ""


def became(change: Change) -> str:
    """What became what: *2024-05-31 → 2025-12-31*."""
    return f"{change.old or '–'} → {change.new or '–'}"


def references(found: Comparison) -> Iterator[str]:
    """A line for each paragraph whose references were only brought up to date."""
    for one in found.references():
        yield f"{place(one)}  {'; '.join(map(became, one.references))}"


def place(difference: Difference) -> str:
    """Where a paragraph stands in both texts."""
    old, new = difference.old_place, difference.new_place
    return new if old in ("", new) else f"{old} → {new}" if new else old


def said(difference: Difference) -> Sequence[Edit]:
    """The words of a paragraph, with what was dropped and added; what is kept by its number is neither."""
    if difference.relation != "kept":
        return difference.edits
    return [Edit("keep", difference.paragraph.text)]


def _shown(edit: Edit, colour: bool) -> str:
    text = tame(edit.text)
    if edit.operation == "keep":
        return text
    if colour:
        return f"\x1b[{'31;9' if edit.operation == 'drop' else '32'}m{text}\x1b[0m"
    return f"[-{text}-]" if edit.operation == "drop" else f"{{+{text}+}}"


def shortened(edits: Sequence[Edit]) -> Iterator[Edit]:
    """The edits with long stretches of what is kept cut to the words around the changes."""
    for i, edit in enumerate(edits):
        if edit.operation != "keep" or len(edit.text) <= 2 * _CONTEXT:
            yield edit
            continue
        before = edit.text[:_CONTEXT] if i else ""
        after = edit.text[-_CONTEXT:] if i + 1 < len(edits) else ""
        yield Edit("keep", f"{before}…{after}" if before or after else edit.text[: 2 * _CONTEXT] + "…")
