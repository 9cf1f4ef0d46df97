"""What is made of a document once it is read: kept, checked, compared, split into obligations and recommendations."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from mandex.commands.reading import indexed
from mandex.corpus.store import Store
from mandex.index.compare.comparison import compare
from mandex.index.compare.recommendations import recommendations
from mandex.index.compare.requirements import Asked, requirements
from mandex.index.graph.faults import faults_of
from mandex.index.lookup.answers import lookup
from mandex.index.search.fulltext import search
from mandex.ingest import pipeline

# A resolution and a report: what follows differs.
MASTHEADS = ("S/RES/9001 (2031)\n\nThe Security Council,\n\n1. Decides that all States shall ", "United Nations\nS/2031/77\nReport of the Panel of Experts\n\nRecommendations\n\n1. The Panel recommends that all States ")  # fmt: skip


@contextmanager
def base() -> Iterator[Store]:
    """A base of its own, with all that keeps step with it."""
    with ExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory(prefix="torture-"))
        store = stack.enter_context(Store.open(Path(folder), create=True))
        stack.enter_context(indexed(store, "fts5"))
        yield store


def follow(store: Store, text: str) -> None:
    """Do with a text whatever commands do with a document that holds it."""
    for name in ("older.txt", "newer.txt"):
        data = (text if name == "newer.txt" else f"{text} and to report").encode()
        reading = pipeline.read_data(Path(name), data)
        store.put_file(name, reading.sha256, reading.documents, reading.problems)
        for document in reading.documents:
            list(faults_of(document))
            compare(document, document)
    requirements(store, Asked(of=""))
    recommendations(store)
    search(store, "States shall report")
    lookup(store, "who must report to the Council on assets?")
