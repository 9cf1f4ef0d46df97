"""Documents out of a few lines, read by the real pipeline: for tests that compare texts."""

from __future__ import annotations

from pathlib import Path

from mandex.corpus.model import Document
from mandex.corpus.store import Store
from mandex.ingest.pipeline import ingest, read_data


def read(text: str, name: str = "text.txt") -> Document:
    """The document that a text holds."""
    reading = read_data(Path(name), text.encode("utf-8"))
    assert reading.documents, reading.problems
    return reading.documents[0]


def resolution(number: int, year: int, *paragraphs: str) -> Document:
    """A resolution of these paragraphs, as one finds it in plain text; operative ones bring their numbers."""
    head = f"United Nations\nS/RES/{number} ({year})\nSecurity Council\n\nResolution {number} ({year})\n\n"
    return read(head + "The Security Council,\n\n" + "\n\n".join(paragraphs) + "\n", f"S_RES_{number}.txt")


def base_of(collection: Path, folder: Path, *numbers: str) -> Store:
    """A base in `folder` of the resolutions of the collection with these numbers."""
    store = Store.open(folder, create=True)
    files = [path for number in numbers for path in sorted(collection.rglob(f"*{number}*.xml"))]
    assert files, numbers
    ingest(files, store, workers=1)
    return store
