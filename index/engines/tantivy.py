"""The third engine: tantivy, Lucene's kind in Rust, in a folder beside the store; for millions of paragraphs.

Terms, marks and the facts that paragraphs are filtered by are all in its index, so that a question is one
query. Its files hold numbers and terms and nothing that could be run; a folder whose schema is not ours is
not read. A question writes nothing.
"""

from __future__ import annotations

import json
import logging
import shutil
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice

import tantivy

from mandex.corpus.errors import MandexError, StoreError
from mandex.corpus.store import Store
from mandex.index.engines import Node, Phrase, Scored
from mandex.index.engines.beside import Beside
from mandex.index.engines.entries import DocumentFacts, Entry, facts
from mandex.index.engines.locks import PATIENCE
from mandex.index.engines.tantivy_queries import TEXT, Compiler
from mandex.index.engines.tantivy_ranking import ranked, weight

_MEMORY = 96 << 20  # bytes of terms before tantivy writes a segment
_LISTS = ("force", "actor", "topic", "cites", "instrument")


def _schema() -> tantivy.Schema:
    made = tantivy.SchemaBuilder()
    made.add_text_field(TEXT, tokenizer_name="whitespace", index_option="position")
    for name in ("symbol", "lang", "date", "kind", "verb", *_LISTS, "version"):
        made.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in (
        "id",
        "doc",
        "year",
        "binding",
        "held",
    ):  # signed: of unsigned numbers no set can be asked for
        made.add_integer_field(name, indexed=True, fast=True)
    made.add_float_field("weight", fast=True)
    return made.build()


class TantivyEngine(Beside[tantivy.Document]):
    """See `Engine`. Scores are tantivy's BM25, weighed so that they come near to those of the others."""

    name = "tantivy"
    schema_version = 2

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._open: tuple[tantivy.Index, tuple[int, ...]] | None = None
        self._compiler: Compiler | None = None  # of the index as it is open
        self._has_gone = False

    # -- the files

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """What tantivy raises on a damaged, foreign or missing index, in one kind of error."""
        try:
            yield
        except (MandexError, KeyboardInterrupt, SystemExit, GeneratorExit):
            raise
        except BaseException as error:  # a panic of Rust is no Exception
            if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
                raise
            raise StoreError(
                f"cannot read the index in {self._folder} ({_first_line(error)}):"
                " 'mandex doctor --repair' makes it anew"
            ) from error

    def _stamp(self) -> tuple[int, ...]:
        """What changes with every commit; raises `FileNotFoundError` where there is no index."""
        found = (self._folder / "meta.json").stat()
        return found.st_mtime_ns, found.st_ino, found.st_size

    def _index(self) -> tantivy.Index:
        """The index as it is now; one of other fields is refused."""
        stamp = self._stamp()
        if self._open is None:
            found = tantivy.Index(_schema(), path=str(self._folder), reuse=True)
            found.config_reader("Manual", 0)
            found.reload()
            self._open = found, stamp
        elif self._open[1] != stamp:
            self._open[0].reload()
            self._open = self._open[0], stamp
        else:
            return self._open[0]
        self._compiler = None
        # Paragraphs that were taken out tantivy counts among the holders of a term, and of all, until it
        # writes their files anew: then each must be looked at.
        segments = json.loads((self._folder / "meta.json").read_text("utf-8"))["segments"]
        self._has_gone = any(one["deletes"] for one in segments)
        return self._open[0]

    def _view(self) -> Compiler:
        found = self._index()
        if self._compiler is None:
            self._compiler = Compiler(found.schema, found.searcher())
        return self._compiler

    def _searcher(self) -> tantivy.Searcher:
        return self._index().searcher()

    @property
    def place(self) -> str:
        """The folder."""
        return str(self._folder)

    def close(self) -> None:
        """Write what is left, and let go of the files."""
        try:
            self._flush()
        finally:
            self._open = None

    # -- keeping in step

    def _check(self) -> None:
        with self._reading():
            self._view()

    def _is_usable(self) -> bool:
        try:
            self.ready()
        except StoreError as error:
            if isinstance(error.__cause__, BaseException) and self._folder.exists():
                logging.getLogger("mandex").warning("mandex: %s; it is made anew now", error)
            return False
        return True

    def _create(self) -> None:
        """An empty index in place of whatever is there."""
        self._open = None
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True, exist_ok=True)
        made = tantivy.Index(_schema(), path=str(self._folder), reuse=False)
        del made

    def _write(
        self, gone: Collection[int], new: Collection[int], ready: Mapping[int, Sequence[tantivy.Document]]
    ) -> None:
        """In one commit."""
        writer = self._writer()
        try:
            for doc in gone:
                writer.delete_documents_by_term("doc", doc)
            for doc in new:
                made = ready[doc] if doc in ready else self._entries(doc)
                for one in made:
                    writer.add_document(one)
            writer.commit()
        except BaseException:
            writer.rollback()
            raise
        finally:
            writer.wait_merging_threads()

    def _writer(self) -> tantivy.IndexWriter:
        """tantivy has a lock of its own, which it may take a moment to let go of."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return self._index().writer(_MEMORY, 1)
            except ValueError as error:
                if "LockBusy" not in str(error):
                    raise OSError(str(error)) from error
                if time.monotonic() > until:
                    raise StoreError(f"another process is writing {self._folder}: try again later") from error
                time.sleep(0.05)

    def _made(self, doc: int, about: DocumentFacts, rows: Sequence[Entry]) -> list[tantivy.Document]:
        """What the index is given of a document: an entry a paragraph; the first holds its version."""
        made = []
        known = facts(self.store.connection, doc)
        for row in rows:
            one = tantivy.Document()
            one.add_text(TEXT, " ".join((*row.terms, *row.marks)))
            one.add_integer("id", row.id)
            one.add_integer("doc", doc)
            one.add_float("weight", weight(row.column))
            if about.year is not None:
                one.add_integer("year", about.year)
            of_it = known[row.id]
            for name, value in (
                ("symbol", about.symbol), ("lang", about.lang), ("date", about.date),
                ("kind", row.kind), ("verb", of_it.verb),
            ):  # fmt: skip
                one.add_text(name, value)
            for binding in of_it.binding:
                one.add_integer("binding", binding)
            for name in _LISTS:
                for value in getattr(of_it, name):
                    one.add_text(name, value)
            made.append(one)
        first = made[0] if made else tantivy.Document()  # a document without paragraphs is held as well
        first.add_text("version", f"{doc} {about.version}")
        first.add_integer("held", 1)
        if not made:
            first.add_integer("doc", doc)
        return made or [first]

    # -- asking

    def _current(self) -> Compiler:
        self._flush()  # what this very process wrote
        return self._view()

    def _versions(self) -> dict[int, str]:
        with self._reading():
            alive = tantivy.Query.all_query()
            found = self._searcher().terms_with_prefix("version", "", alive)
        split = (str(term).partition(" ") for term, held in found if held)
        return {int(doc): version for doc, _, version in split}

    def _held(self) -> int:
        with self._reading():
            view = self._view()
            return view.count(view.documents())

    def _paragraphs(self) -> int:
        with self._reading():
            view = self._view()
            return view.count(view.paragraphs())

    def matching(self, node: Node) -> set[int]:
        """The paragraphs that `node` finds."""
        with self._reading():
            view = self._current()
            query = view.matching(node)
            held = view.count(query)
            if not held:
                return set()
            found = view.searcher.search(query, held, False, order_by_field="id").hits
            return {id_ for id_, _ in found}

    def ranked(self, node: Node, most: int = -1) -> Iterator[Scored]:
        """Paragraphs that `node` finds, with scores, best first; at most `most`, if that is not negative."""
        with self._reading():
            found = ranked(self._current(), node, most)
            yield from found if most < 0 else islice(found, most)

    def count(self) -> int:
        """How many paragraphs it holds: each is of one kind."""
        self._flush()
        with self._reading():
            view = self._view()
            kinds = view.searcher.terms_with_prefix("kind", "")
            if not self._has_gone:
                return sum(int(held) for _, held in kinds)
        return self._paragraphs()

    def frequency(self, term: str) -> int:
        """In how many paragraphs a term stands."""
        with self._reading():
            view = self._current()
            if not self._has_gone:
                return int(view.searcher.doc_freq(TEXT, term))
            return view.count(view.leaf(Phrase((term,))))

    def vocabulary(self, prefix: str = "") -> Iterator[tuple[str, int]]:
        """The terms that begin with `prefix`, each with the number of its paragraphs."""
        with self._reading():
            view = self._current()
            found = view.searcher.terms_with_prefix(TEXT, prefix)
        yield from sorted((str(term), int(held)) for term, held in found)

    def size(self) -> int:
        """Bytes that the index takes on disk, what ranking knows of the documents included."""
        (known,) = self.store.connection.execute("SELECT sum(length(data)) FROM profiles").fetchone()
        files = self._folder.iterdir() if self._folder.is_dir() else ()
        return int(known or 0) + sum(path.stat().st_size for path in files)


def _first_line(error: BaseException) -> str:
    return str(error).partition("\n")[0] or type(error).__name__
