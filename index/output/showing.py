"""A document or a paragraph of it, in one language or two side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from mandex.corpus import registry
from mandex.corpus.errors import NothingFoundError
from mandex.corpus.fold import fold_citing, is_chinese
from mandex.corpus.model import Paragraph
from mandex.corpus.pinpoints import annex_number, annex_of, split_pinpoints
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.corpus.symbols import Reference, resolution_number
from mandex.index.output.cells import cells_wide, fit, grid, tame, wrap

_NUMBERED = ("operative", "body", "annex")


@dataclass(frozen=True, slots=True)
class Shown:
    """What `show` found: the document's masthead facts and the paragraphs asked for."""

    symbol: str
    lang: str
    title: str
    date: str
    type: str
    paragraphs: tuple[Paragraph, ...]


def show(store: Store, reference: Reference, lang: str = "") -> Shown | None:
    """The document, or the paragraphs at the reference's pinpoint; None where the base does not hold it.

    `lang` is a language or the beginning of one; without it English is shown where it is held. Raises
    `NothingFoundError` where the document has no such paragraph.
    """
    row = store.connection.execute(
        "SELECT id, symbol, lang, title, date, type FROM documents WHERE symbol = ? AND lang LIKE ? || '%'"
        " ORDER BY lang LIMIT 1",
        (store.named(reference.symbol), lang),
    ).fetchone()
    if row is None:
        return None
    id_, symbol, found, title, date, type_ = row
    paragraphs = whole = tuple(store.paragraphs(id_))
    if reference.pinpoint:
        paragraphs = tuple(at_pinpoint(whole, reference.pinpoint))
        if not paragraphs:
            what = reference.pinpoint
            raise NothingFoundError(f"{symbol} ({found}) has no paragraph {what}{_instead(whole, what)}")
    return Shown(symbol, found, title, date, type_, paragraphs)


def _instead(paragraphs: Sequence[Paragraph], pinpoint: str) -> str:
    """What there is in place of a paragraph that is not there."""
    whole = pinpoint.partition("(")[0]
    if whole != pinpoint and any(at_pinpoint(paragraphs, whole)):
        return f"; paragraph {whole} is not divided so"
    preambular = sum(p.is_recital for p in paragraphs)
    if pinpoint.startswith("PP"):
        return f"; its preamble has {preambular}"
    numbers = [int(p.label) for p in paragraphs if p.kind in {"operative", "body"} and p.label.isdigit()]
    return f"; its paragraphs are {min(numbers)} to {max(numbers)}" if numbers else ""


def at_pinpoint(paragraphs: Sequence[Paragraph], pinpoint: str) -> Iterator[Paragraph]:
    """The paragraphs that a pinpoint names, with the sub-paragraphs below them, each once.

    Forms as `corpus.symbols.parse` gives them: `12(a)`, `12-14`, `3, 5`, `PP5`, `PP` (the whole preamble),
    `Annex`, `Annex II`, `Annex II 3`, `fn 1`.
    """
    seen: set[int] = set()
    for one in split_pinpoints(pinpoint):
        for paragraph in _at_one(paragraphs, one):
            if paragraph.seq not in seen:
                seen.add(paragraph.seq)
                yield paragraph


def _at_one(paragraphs: Sequence[Paragraph], pinpoint: str) -> Iterator[Paragraph]:
    if match := re.fullmatch(r"PP(\d*)((?:\(.+\))?)", pinpoint):
        yield from _recitals(paragraphs, int(match[1] or 0), match[2])
    elif match := re.fullmatch(r"fn (.+)", pinpoint):
        yield from (p for p in paragraphs if p.kind == "footnote" and p.label == match[1])
    elif match := re.fullmatch(r"(?:Annex|Enclosure|Appendix)(?: (\S+))?(?: (\S+))?", pinpoint):
        yield from _in_annex(paragraphs, match[1] or "", match[2] or "")
    else:
        yield from _with_parts(paragraphs, pinpoint)


def _recitals(paragraphs: Sequence[Paragraph], nth: int, point: str) -> Iterator[Paragraph]:
    """The preamble (0), its nth recital with the points of it, or one of these."""
    count = 0
    for paragraph in paragraphs:
        if paragraph.kind == "preambular":
            count += paragraph.is_recital
            if nth in (0, count) and paragraph.pinpoint.endswith(point):
                yield paragraph


def _in_annex(paragraphs: Sequence[Paragraph], number: str, label: str) -> Iterator[Paragraph]:
    """All annexes, the one with this number, or the paragraph in it with this label.

    A number that no annex bears is a label: `Annex 3` is paragraph 3 of the only annex.
    """
    inside: dict[str, list[Paragraph]] = {}
    current = None
    for paragraph in paragraphs:
        opened = annex_of(fold_citing(paragraph.text)) if paragraph.kind in {"heading", "annex"} else None
        if opened is not None:
            current = opened
        elif paragraph.kind == "annex" and current is None:
            current = ""
        if current is not None and paragraph.kind != "footnote":
            inside.setdefault(current, []).append(paragraph)
    every = [paragraph for annex in inside.values() for paragraph in annex]
    chosen = inside.get(number, []) if number else every
    wanted = {label} if label else set() if chosen else {number, _arabic(number)}
    named = " ".join(filter(None, ("Annex", number, label)))
    found = [p for p in every if p.pinpoint == named] if wanted else []
    yield from found or (
        p for p in chosen or every if not wanted or p.label in wanted or _printed(p) in wanted
    )


def _arabic(roman: str) -> str:
    """`III` -> `3`, as the numbers of annexes go; other text as it is."""
    return next((str(n) for n in range(1, 31) if annex_number(str(n)) == roman), roman)


def _printed(paragraph: Paragraph) -> str:
    """A label that the source prints inside the text, as `(a)` opens many an annex paragraph."""
    match = re.match(r"\((\w{1,4})\)|(\d+)\.", paragraph.text)
    return match[0].rstrip(".") if match else ""


def _with_parts(paragraphs: Sequence[Paragraph], label: str) -> Iterator[Paragraph]:
    """The paragraph with this label and what stands below it, up to the next label of its rank."""
    folded = label.casefold()
    for kind in _NUMBERED:
        names = [_name(p) if p.kind == kind else None for p in paragraphs]
        if folded not in names:
            continue
        start = names.index(folded)
        yield paragraphs[start]
        below = (f"{folded}(", f"{folded}¶")
        for paragraph, name in zip(paragraphs[start + 1 :], names[start + 1 :], strict=True):
            unlabelled = name == "" and "(" not in label
            if not unlabelled and not (name or "").startswith(below):
                break
            yield paragraph
        return


def _name(paragraph: Paragraph) -> str:
    """What a pinpoint calls a paragraph: its full label."""
    name = paragraph.pinpoint.removeprefix("OP") if paragraph.kind == "operative" else paragraph.label
    return name.casefold()


def side_by_side(
    left: Sequence[Paragraph], right: Sequence[Paragraph] | None
) -> Iterator[tuple[Paragraph | None, Paragraph | None]]:
    """Both versions in reading order, what says the same in one pair (see `index.compare.languages`); of one
    alone each paragraph beside nothing.
    """
    if right is None:
        yield from ((paragraph, None) for paragraph in left)
        return
    from mandex.index.compare.languages import align  # noqa: PLC0415 - only where two are shown

    for pair in align(left, right):
        yield (
            left[pair.left[0]] if pair.left else None,
            right[pair.right[0]] if pair.right else None,
        )


def counterparts(store: Store, symbol: str, lang: str, beside: str) -> Mapping[int, Shown]:
    """For each paragraph (by `seq`) of a version, the one that says the same in the language `beside`.

    Each is a `Shown` of one paragraph; empty where the base holds no such version, or the same.
    """
    one = show(store, Reference(symbol), lang)
    other = show(store, Reference(symbol), beside)
    if one is None or other is None or one.lang == other.lang:
        return {}
    return {
        left.seq: replace(other, paragraphs=(right,))
        for left, right in side_by_side(one.paragraphs, other.paragraphs)
        if left and right
    }


def row(shown: Shown, paragraph: Paragraph) -> dict[str, Any]:
    """One paragraph as a row of `export paragraphs`, without its place in the source."""
    return {
        "doc": shown.symbol, "lang": shown.lang, "seq": paragraph.seq, "kind": paragraph.kind,
        "label": paragraph.label, "pinpoint": paragraph.pinpoint, "verb": paragraph.verb,
        "text": paragraph.text, "page": paragraph.page,
        "cells": grid(paragraph.text) if paragraph.kind == "table" else [],
    }  # fmt: skip


def tame_cells(text: str) -> list[list[str]]:
    """The rows and cells of a table, for a terminal."""
    return [[tame(cell) for cell in row] for row in grid(text)]


def table_lines(rows: Sequence[Sequence[str]], width: int) -> list[str]:
    """A table laid out in columns within `width` terminal cells; long cells are wrapped."""
    count = max(map(len, rows))
    widest = [max((cells_wide(row[n]) for row in rows if n < len(row)), default=0) for n in range(count)]
    room = max(width - 2 * (count - 1), count * _NARROWEST_CELL)
    share = room // count
    spare = room - sum(min(w, share) for w in widest)
    long = sum(w > share for w in widest) or 1
    widths = [w if w <= share else min(w, share + spare // long) for w in widest]
    lines: list[str] = []
    for row in rows:
        cells = [wrap(cell, max(w, 1)) if cell else [] for cell, w in zip(row, widths, strict=False)]
        for pieces in zip_longest(*cells, fillvalue=""):
            padded = (
                piece + " " * max(0, w - cells_wide(piece)) for piece, w in zip(pieces, widths, strict=False)
            )
            lines.append("  ".join(padded).rstrip())
    return lines


_NARROWEST_CELL = 6  # terminal cells of a table's column


def _as_it_is(column: str, cell: str) -> str:
    return cell


def title_in(symbol: str, title: str, lang: str) -> str:
    """A title in the language of its text: a Chinese version that its source entitles in English goes by what
    the text itself prints, *第2664(2022)号决议*.
    """
    number = resolution_number(symbol) if lang.startswith("zh") and not is_chinese(title) else None
    year = registry.year(number) if number else 0
    return f"第{number}({year})号决议" if year else title


def as_text(
    shown: Shown, other: Shown | None = None, *, width: int, told: Callable[[str, str], str] = _as_it_is
) -> str:
    """For reading: the masthead facts, then the paragraphs, wrapped at `width` terminal cells.

    With `other`, each paragraph has its counterpart beside it where the width has room for two columns, else
    below it. `told` says a value of a column in the reader's language.
    """
    facts = (shown.symbol, told("lang", shown.lang), told("type", shown.type), shown.date)
    head = tame("  ".join(fact for fact in facts if fact))
    lines = [*wrap(head, width), *wrap(tame(title_in(shown.symbol, shown.title, shown.lang)), width), ""]
    column = (width - len(_GUTTER)) // 2
    for left, right in side_by_side(shown.paragraphs, other.paragraphs if other else None):
        if other is not None and column >= _NARROWEST:
            lines += [*_beside(left, right, column), ""]
            continue
        for paragraph in (left, right):
            if paragraph is not None:
                lines += [*_paragraph_lines(paragraph, width), ""]
    return "\n".join(lines)


_GUTTER = " │ "
_NARROWEST = 36  # cells that a column needs to be read without effort


def _beside(left: Paragraph | None, right: Paragraph | None, column: int) -> Iterator[str]:
    """Two paragraphs side by side, each in `column` cells."""
    sides = [_paragraph_lines(side, column) if side else [] for side in (left, right)]
    for one, other in zip_longest(*sides, fillvalue=""):
        yield f"{fit(one, column)}{_GUTTER}{other}".rstrip()


def _paragraph_lines(paragraph: Paragraph, width: int) -> list[str]:
    if paragraph.kind == "table":
        return table_lines(tame_cells(paragraph.text), width)
    depth = paragraph.label.count("(")
    mark = f"{paragraph.label}  " if paragraph.label else ""
    if paragraph.kind == "footnote":
        mark = f"[{paragraph.label}]  "
    indent = "  " * depth
    lines = wrap(tame(mark + paragraph.text), width - len(indent))
    return [indent + line for line in lines]
