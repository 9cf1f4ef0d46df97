"""Write corpus/data/recitals.csv: words with which a Chinese recital begins, or goes on after a comma.

`python -m docs.recitals PARAGRAPHS.jsonl`, of what `mandex export paragraphs -o PARAGRAPHS.jsonl` writes of
resolutions whose markup shows where recitals end. Kept are the shortest words that decide; longer ones only
where they decide otherwise.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from mandex.corpus.fold import fold
from mandex.ingest.segment.openers import LONGEST, chinese

_TABLE = Path(__file__).parents[1] / "corpus" / "data" / "recitals.csv"


def _recitals(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """The Chinese recitals of every resolution, in their order."""
    documents: dict[str, list[str]] = {}
    for line in lines:
        row = json.loads(line)
        if row["kind"] == "preambular" and row["lang"] == "zh-Hans" and row["source"].endswith(".xml"):
            documents.setdefault(row["doc"], []).append(row["text"])
    yield from documents.items()


def _seen(recitals: list[str]) -> Iterator[tuple[str, bool]]:
    """What follows a comma before an opener, and whether a recital begins there."""
    for recital, following in zip(recitals, [*recitals[1:], ""], strict=True):
        if recital.endswith("，"):
            yield following, True
        for comma in re.finditer("，", recital[:-1]):
            yield recital[comma.end() :] + following, False


def decisive(seen: Iterable[tuple[str, bool]]) -> dict[str, bool]:
    """The words that decide: longer ones only where they decide otherwise than shorter ones."""
    times: dict[str, Counter[bool]] = {}
    for text, begins in seen:
        opener = chinese(fold(text))
        for length in range(len(opener), LONGEST + 1) if opener else ():
            times.setdefault(fold(text)[:length], Counter())[begins] += 1
    kept: dict[str, bool] = {}
    for words in sorted(times, key=len):
        shorter = (words[:length] for length in range(len(words) - 1, 0, -1))
        decided = next((kept[prefix] for prefix in shorter if prefix in kept), None)
        begins = times[words][True] > times[words][False]
        if times[words][True] != times[words][False] and begins != decided:
            kept[words] = begins
    return kept


if __name__ == "__main__":
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        found = decisive(pair for _, recitals in _recitals(lines) for pair in _seen(recitals))
    with _TABLE.open("w", encoding="utf-8", newline="") as table:
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(("words", "recital"))
        writer.writerows(
            (words, "begins" if begins else "goes on") for words, begins in sorted(found.items())
        )
