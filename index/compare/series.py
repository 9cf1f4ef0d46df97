"""A lineage walked: each paragraph of the newest text, its ancestors, since when each phrase stands."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from mandex.corpus.fold import fold
from mandex.corpus.model import Document
from mandex.corpus.store import Store
from mandex.corpus.symbols import Reference
from mandex.index.compare.comparison import Difference, compare, places
from mandex.index.compare.reuse import SAYING, runs_of
from mandex.index.life.lineage import lineage

Row = dict[str, Any]
_NEARLY = 0.75  # as much as the best has, where a later text goes before an earlier one
_WRITTEN_ANEW = 0.05
Run = tuple[str, str]  # words, and the resolution that brought them in


def members(store: Store, reference: Reference, lang: str) -> list[Document]:
    """The documents held that a resolution renews, one after the other, and itself, in one language."""
    symbols = dict.fromkeys(link.doc for link in lineage(store, reference) if link.held)
    found = [
        document for symbol in (*symbols, reference.symbol) if (document := store.document(symbol, lang))
    ]
    by_symbol = {document.symbol: document for document in found}
    newest = by_symbol.get(reference.symbol)
    last = newest.date if newest else ""
    return _thread(
        sorted((d for d in by_symbol.values() if d.date <= last), key=lambda d: (d.date, d.number or 0))
    )


def _thread(documents: Sequence[Document]) -> list[Document]:
    """Of the texts of several chains those that the last one was written from.

    A mission and the sanctions on its country are renewed in turn, and an extension by some weeks has none of
    the words of what it extends: a text goes on from the latest that shares nearly as many runs of words with
    it as any does. Where none shares a twentieth of the shorter one, it was written anew.
    """
    runs = [_runs(document) for document in documents]
    thread = list(documents[-1:])
    at = len(documents) - 1
    while at > 0:
        shared = [len(runs[at] & earlier) for earlier in runs[:at]]
        latest = max(i for i, count in enumerate(shared) if count >= _NEARLY * max(shared))
        if shared[latest] < _WRITTEN_ANEW * min(len(runs[at]), len(runs[latest])) or not shared[latest]:
            break
        thread.append(documents[latest])
        at = latest
    return thread[::-1]


def _runs(document: Document) -> set[int]:
    return {run for p in document.paragraphs if p.kind in SAYING for run in runs_of(p.text)}


def blame(documents: Sequence[Document]) -> Iterator[Row]:
    """For each paragraph of the last document where it comes from; then what fell out, and when."""
    if not documents:
        return
    first = documents[0]
    runs: dict[int, list[Run]] = {p.seq: [(p.text, first.symbol)] for p in first.paragraphs}
    where = places(first.paragraphs)
    ancestors: dict[int, list[str]] = {p.seq: [f"{first.symbol} {where[p.seq]}"] for p in first.paragraphs}
    fallen: list[Row] = []
    for old, new in pairwise(documents):
        before, lines = runs, ancestors
        runs, ancestors = {}, {}
        for found in compare(old, new).differences:
            if found.new is None:
                assert found.old is not None
                if found.old.kind in _NAMING:
                    continue
                fate = "kept" if found.relation == "kept" else "dropped"
                fallen.append(_row(new, found.old_place, found.old.text, lines[found.old.seq], (), fate))
            elif found.new.seq not in runs:
                runs[found.new.seq] = _since(found, before, new.symbol)
                earlier = lines[found.old.seq] if found.old else []
                ancestors[found.new.seq] = [*earlier, f"{new.symbol} {found.new_place}"]
    last = documents[-1]
    where = places(last.paragraphs)
    for p in last.paragraphs:
        if p.kind not in _NAMING:
            yield _row(last, where[p.seq], p.text, ancestors[p.seq], runs[p.seq], "stands")
    yield from fallen


_NAMING = ("title", "heading")  # they name the text and its parts


def _since(found: Difference, before: dict[int, list[Run]], symbol: str) -> list[Run]:
    """The words of a new paragraph, each stretch with the resolution that brought it in."""
    old = list(before[found.old.seq]) if found.old else []
    out: list[Run] = []
    for edit in found.edits:
        if edit.operation == "add":
            out.append((edit.text, symbol))
            continue
        left = len(edit.text)
        while left:
            words, origin = old.pop(0)
            taken, rest = words[:left], words[left:]
            left -= len(taken)
            if rest:
                old.insert(0, (rest, origin))
            if edit.operation == "keep":
                out.append((taken, origin))
    return _joined(out)


def _joined(runs: Sequence[Run]) -> list[Run]:
    out: list[Run] = []
    for words, origin in runs:
        if out and out[-1][1] == origin:
            out[-1] = (out[-1][0] + words, origin)
        else:
            out.append((words, origin))
    return out


def _row(
    document: Document, place: str, text: str, ancestors: Sequence[str], runs: Sequence[Run], fate: str
) -> Row:
    return {
        "doc": document.symbol, "place": place, "fate": fate, "since": ancestors[0],
        "ancestors": list(ancestors), "phrases": [list(run) for run in runs], "text": text,
    }  # fmt: skip


def clause(store: Store, phrase: str, symbols: Sequence[str] = (), lang: str = "") -> Iterator[Row]:
    """The paragraphs of resolutions (of those named, else of all) in which a phrase stands, the oldest first.

    Case, width and script do not count. Of several language versions each is looked through.
    """
    wanted = " ".join(fold(phrase).split())
    rows = store.connection.execute(
        "SELECT d.symbol, d.lang, d.date, p.pinpoint, p.kind, p.seq, p.text, d.id FROM documents AS d"
        " JOIN paragraphs AS p ON p.doc = d.id WHERE d.type = 'resolution' AND d.lang LIKE ? || '%'"
        " AND (? OR d.symbol IN (SELECT value FROM json_each(?))) ORDER BY d.date, d.number, d.lang, p.seq",
        (lang, not symbols, json.dumps(list(symbols))),
    )
    for symbol, version, date, pinpoint, kind, seq, text, held in rows:
        if wanted and wanted in " ".join(fold(text).split()):
            place = pinpoint or _recital(store, held, kind, seq) or f"{kind} ¶{seq}"
            yield {
                "doc": symbol, "lang": version, "date": date, "place": place,
                "seq": seq, "text": text,
            }  # fmt: skip


def _recital(store: Store, held: int, kind: str, seq: int) -> str:
    """PP3 for the third preambular paragraph, as a comparison names it."""
    if kind != "preambular":
        return ""
    ((count,),) = store.connection.execute(
        "SELECT count(*) FROM paragraphs"
        " WHERE doc = ? AND seq <= ? AND kind = 'preambular' AND label NOT LIKE '(%'",
        (held, seq),
    )
    return f"PP{count}"
