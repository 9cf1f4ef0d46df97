"""The second engine: Whoosh, pure Python, in a folder beside the store.

Whoosh keeps terms, places and a few numbers of each paragraph; sets and scores are made here, so that they
are those of the default engine. The folder is brought in step with the store by comparing documents, by one
process at a time, which has written to the store: what was rolled back, or written while no engine listened,
needs no book-keeping, and a killed writer loses only what is compared again. A question writes nothing.
"""

from __future__ import annotations

import logging
import shutil
import time
import warnings
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from mandex.corpus.errors import MandexError, StoreError
from mandex.corpus.model import Document
from mandex.corpus.store import Store
from mandex.index.engines import Mark, Node, Phrase, Scored
from mandex.index.engines.entries import MARK_WEIGHT, VERSION, WEIGHTS, entries
from mandex.index.engines.locks import PATIENCE, alone
from mandex.index.engines.rarity import rarity
from mandex.index.engines.sets import evaluate, positive
from mandex.index.engines.whoosh_view import View
from mandex.index.search import profiles
from mandex.index.text.terms import ANALYSIS_VERSION

with warnings.catch_warnings():  # the last release writes its regular expressions without raw strings
    warnings.simplefilter("ignore")
    from whoosh import fields, index
    from whoosh.analysis import SpaceSeparatedTokenizer
    from whoosh.writing import CLEAR

    from mandex.index.engines import plain_pickles  # noqa: F401 - before Whoosh reads anything

FOLDER = "whoosh"
LOCK = "whoosh.lock"  # beside the folder, which may be made anew under it
_SETTING = "whoosh analysis"
_K1, _B = 1.2, 0.75  # of BM25, as in FTS5
_MEMORY = 128  # megabytes before Whoosh writes a run to disk
_TRIES = 5  # to open an index that a writer is renewing
_PAUSE = 0.02  # seconds between them


def _schema() -> Any:
    cut = SpaceSeparatedTokenizer()  # places count terms, so neighbours differ by one
    return fields.Schema(
        text=fields.TEXT(analyzer=cut, phrase=True),
        marks=fields.TEXT(analyzer=cut, phrase=False),
        doc=fields.ID,
        version=fields.ID(stored=True),  # one entry of each document has only this and `held`
        held=fields.ID(stored=True),
        id=fields.NUMERIC(int, bits=64, sortable=True),
        column=fields.NUMERIC(int, sortable=True),
        size=fields.NUMERIC(int, sortable=True),
    )


class WhooshEngine:
    """See `Engine`. Whoosh has one writer at a time; a second waits for it."""

    name = "whoosh"

    def __init__(self, store: Store) -> None:
        self.store = store
        self._folder = store.folder / FOLDER
        self._changed = False
        self._index: Any = None
        self._seen: View | None = None

    def _open(self) -> Any:
        """The index as it lies there; the schema is ours, whatever the folder says."""
        if self._index is None:
            self._index = index.open_dir(str(self._folder), schema=_schema())
        return self._index

    def _create(self) -> None:
        """An empty index in place of whatever is there."""
        self.close_files()
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True, exist_ok=True)
        self._index = index.create_in(str(self._folder), _schema())

    def close_files(self) -> None:
        """Let go of the files."""
        if self._index is not None:
            self._index.close()
        self._index = self._seen = None

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """What Whoosh raises on a damaged, foreign or missing index, in one kind of error."""
        try:
            yield
        except MandexError:
            raise
        except Exception as error:
            raise StoreError(
                f"cannot read the index in {self._folder} ({type(error).__name__}: {error}):"
                " 'mandex doctor --repair' makes it anew"
            ) from error

    def _writing(self) -> AbstractContextManager[None]:
        return alone(self.store.folder / LOCK, self._folder)

    # -- keeping in step

    def added(self, doc: int, document: Document) -> None:
        """Note that there is something to compare; a profile goes with the document."""
        profiles.make(self.store.connection, doc, entries(self.store.connection, doc))
        self._changed = True

    def removed(self, doc: int) -> None:
        """Note that there is something to compare."""
        self._changed = True

    def commit(self) -> None:
        """Nothing yet: a Whoosh commit for each document would take longer than reading it."""

    def rollback(self) -> None:
        """Nothing: what was not committed is not in the store when the two are compared."""

    def close(self) -> None:
        """Bring the index in step with what this process wrote, and let go of it."""
        try:
            if self._changed:
                self.catch_up()
        finally:
            self.close_files()

    def ready(self) -> None:
        """Raise `StoreError` where there is no index to ask, or one of another analysis."""
        if self.store.setting(_SETTING) != str(ANALYSIS_VERSION):
            raise StoreError(
                f"the index in {self._folder} is of another version: 'mandex doctor --repair' makes it anew"
            )
        with self._reading():
            self._view()

    def behind(self) -> int:
        """How many documents of the store the index lacks, or holds too many."""
        (wanted,) = self.store.connection.execute("SELECT count(*) FROM documents").fetchone()
        with self._reading():
            return abs(int(wanted) - len(self._view().versions))

    def catch_up(self) -> int:
        """Compare with the store and index what differs; how many documents that were."""
        with self._writing():
            new = self._compare()
        self._changed = False
        profiles.make_missing(self.store, new)
        return len(new)

    def _compare(self, *, anew: bool = False) -> list[int]:
        """Make the index what the store is at this moment; the documents that were written for it."""
        db = self.store.connection
        db.execute("BEGIN")  # one state of the store, whoever writes to it meanwhile
        try:
            wanted = dict(db.execute(f"SELECT id, {VERSION} FROM documents"))
            (paragraphs,) = db.execute("SELECT count(*) FROM paragraphs").fetchone()
            held = {} if anew else self._held()
            gone = [doc for doc, version in held.items() if wanted.get(doc) != version]
            new = [doc for doc, version in wanted.items() if held.get(doc) != version]
            if gone or new or anew:
                self._write(gone, {doc: wanted[doc] for doc in new}, anew=anew)
            whole = self._view().held == paragraphs and len(self._view().versions) == len(wanted)
        finally:
            db.execute("ROLLBACK")
        if anew or whole:
            self.store.set_setting(_SETTING, str(ANALYSIS_VERSION))
            return new
        return self._compare(anew=True)

    def _held(self) -> dict[int, str]:
        """The versions in the index; where it cannot be read, or is of another analysis, it is new: none."""
        if self.store.setting(_SETTING) == str(ANALYSIS_VERSION):
            try:
                return self._view().versions
            except Exception as error:  # Whoosh's own files, damaged in whatever way
                if not isinstance(error, index.EmptyIndexError | FileNotFoundError):
                    logging.getLogger("mandex").warning(
                        "mandex: the index in %s could not be read (%s) and is made anew", self._folder, error
                    )
        self._create()
        return {}

    def _write(self, gone: Sequence[int], new: dict[int, str], *, anew: bool = False) -> None:
        writer = self._open().writer(limitmb=_MEMORY, timeout=PATIENCE)
        try:
            for doc in gone:
                writer.delete_by_term("doc", str(doc))
            for doc, version in new.items():
                # Zeros in full: a number left out reads back as the greatest or the least there is.
                writer.add_document(doc=str(doc), held=str(doc), version=version, id=0, column=0, size=0)
                for entry in entries(self.store.connection, doc):
                    writer.add_document(
                        text=" ".join(entry.terms), marks=" ".join(entry.marks), doc=str(doc), id=entry.id,
                        column=entry.column, size=len(entry.terms) + len(entry.marks),
                    )  # fmt: skip
        except BaseException:
            writer.cancel()
            raise
        # What is written anew takes the place of all at once: nobody who asks meanwhile meets half an index.
        writer.commit(mergetype=CLEAR if anew else None)
        self._seen = None

    def rebuild(self) -> None:
        """Index the whole store anew."""
        with self._writing():
            self._create()
            new = self._compare(anew=True)
        profiles.make_missing(self.store, new)

    # -- asking

    def _view(self) -> View:
        """The index as it stands. A writer may take its files away between naming and opening them, and a
        folder that is listed while its table of contents is renamed may show none.
        """
        for _ in range(_TRIES):
            try:
                return self._newest()
            except (FileNotFoundError, index.EmptyIndexError):
                self.close_files()
                time.sleep(_PAUSE)
        return self._newest()

    def _newest(self) -> View:
        found = self._open()
        if self._seen is None or not found.up_to_date():
            self._index = found.refresh()
            self._seen = View(self._index.reader())
        return self._seen

    def _current(self) -> View:
        if self._changed:  # written by this very process
            self.catch_up()
        with self._reading():
            return self._view()

    def matching(self, node: Node) -> set[int]:
        """The paragraphs that `node` finds."""
        view = self._current()
        if isinstance(node, Phrase | Mark):
            return {view.ids[number] for number in view.found(node)}
        return evaluate(node, self.store.connection, self.matching)

    def ranked(self, node: Node, most: int = -1) -> Iterator[Scored]:
        """Paragraphs that `node` finds, with scores, best first; at most `most`, if that is not negative."""
        view = self._current()
        scores: dict[int, float] = {}
        found: dict[Node, set[int]] = {}
        for leaf in positive(node):
            counts = view.found(leaf)
            found[leaf] = {view.ids[number] for number in counts}
            idf = rarity(view.held, len(counts))
            for number, count in counts.items():
                weight = MARK_WEIGHT if isinstance(leaf, Mark) else WEIGHTS[view.columns[number]]
                often = weight * count
                damped = often + _K1 * (1 - _B + _B * view.sizes[number] / view.average)
                id_ = view.ids[number]
                scores[id_] = scores.get(id_, 0.0) + idf * often * (_K1 + 1) / damped

        def find(part: Node) -> set[int]:
            if part in found:
                return found[part]
            if isinstance(part, Phrase | Mark):
                return self.matching(part)
            return evaluate(part, self.store.connection, find)

        scored = [(id_, scores.get(id_, 0.0)) for id_ in find(node)]
        best = sorted(scored, key=lambda pair: (-pair[1], pair[0]))
        return iter(best if most < 0 else best[:most])

    def count(self) -> int:
        """How many paragraphs it holds."""
        return self._current().held

    def frequency(self, term: str) -> int:
        """In how many paragraphs a term stands."""
        return int(self._current().reader.doc_frequency("text", term))

    def vocabulary(self, prefix: str = "") -> Iterator[tuple[str, int]]:
        """The terms that begin with `prefix`, each with the number of its paragraphs."""
        reader = self._current().reader
        for term in reader.expand_prefix("text", prefix):
            yield term.decode(), int(reader.doc_frequency("text", term))

    def size(self) -> int:
        """Bytes that the index takes on disk, what ranking knows of the documents included."""
        (known,) = self.store.connection.execute("SELECT sum(length(data)) FROM profiles").fetchone()
        files = self._folder.iterdir() if self._folder.is_dir() else ()
        return int(known or 0) + sum(path.stat().st_size for path in files)
