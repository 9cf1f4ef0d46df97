"""How fast citations are found, and how many, beside the plain expression on the same text.

    python -m benchmarks.citations [FOLDER]

FOLDER holds English documents in any format that Mandex reads (default: the collections beside the project).
They are read first; only the finding is timed: processor time of one core, the best of three rounds, both in
one process.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from mandex.corpus.model import Document
from mandex.ingest.citations import find_citations
from mandex.ingest.pipeline import find_files, read_files

DATA = Path(__file__).parent.parent.parent / "shared" / "data"
COLLECTIONS = ("un-scresolutions", "cr-unsc-gold-en")
PLAIN = re.compile(r"\d{3,4} \(\d{4}\)")
ROUNDS = 3


def english(folders: Sequence[Path]) -> list[Document]:
    readings = read_files(find_files(folders).files)
    return [document for reading in readings for document in reading.documents if document.lang == "en"]


def ours(documents: Sequence[Document]) -> int:
    return sum(
        len(find_citations(d.paragraphs, symbol=d.symbol, date=d.date, lang=d.lang)) for d in documents
    )


def plain(documents: Sequence[Document]) -> int:
    return sum(len(PLAIN.findall(p.text)) for d in documents for p in d.paragraphs)


def best(find: Callable[[Sequence[Document]], int], documents: Sequence[Document]) -> tuple[float, int]:
    """Seconds of the fastest round, and what it found."""
    seconds, found = [], 0
    for _ in range(ROUNDS):
        start = time.process_time()
        found = find(documents)
        seconds.append(time.process_time() - start)
    return min(seconds), found


def main() -> None:
    folders = [Path(argument) for argument in sys.argv[1:]] or [DATA / name for name in COLLECTIONS]
    documents = english(folders)
    if not documents:
        sys.exit(f"no English documents in {', '.join(map(str, folders))}")
    size = sum(len(p.text.encode()) for d in documents for p in d.paragraphs) / 1e6
    print(f"{len(documents)} documents, {size:.1f} MB of text")
    rows = {name: best(find, documents) for name, find in (("plain expression", plain), ("mandex", ours))}
    for name, (seconds, found) in rows.items():
        print(f"{name:<17} {size / seconds:7.1f} MB/s  {found:7d} found")
    longer, more = (a / b for a, b in zip(rows["mandex"], rows["plain expression"], strict=True))
    print(f"mandex takes {longer:.1f} times as long and finds {more:.2f} times as much")


if __name__ == "__main__":
    main()
