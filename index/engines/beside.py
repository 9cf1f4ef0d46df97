"""What engines share whose index lies beside the store: kept in step by comparing versions of documents.

Such an index cannot commit together with the store. It is written after the store has committed, some ten
thousand paragraphs at a time, by one process at a time. What a killed writer did not get to, or wrote of a
document that the store no longer holds, shows when the versions of documents are compared: that is what
`catch_up` does, and where the numbers still differ afterwards the index is made anew.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence
from dataclasses import field
from typing import Generic, TypeVar

from mandex.corpus.errors import StoreError
from mandex.corpus.model import Document
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index.engines.entries import (
    VERSION,
    DocumentFacts,
    Entry,
    document_facts,
    entries,
)
from mandex.index.engines.locks import alone
from mandex.index.search import profiles
from mandex.index.text.terms import ANALYSIS_VERSION

MANY = 20_000  # paragraphs held back before they are written
Made = TypeVar("Made")


@dataclass(slots=True)
class Pending(Generic[Made]):
    """What has been written to the store since the index was: documents made ready, and documents gone.

    `new` and `gone` are of the transaction under way, `written` and `removed` of those committed.
    """

    new: dict[int, tuple[str, list[Made]]] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    written: dict[int, tuple[str, list[Made]]] = field(default_factory=dict)
    removed: set[int] = field(default_factory=set)

    def commit(self) -> None:
        """What was under way is committed."""
        for doc in self.gone:
            self.written.pop(doc, None)
        self.removed |= self.gone
        self.written |= self.new
        self.rollback()

    def rollback(self) -> None:
        """What was under way never was."""
        self.new, self.gone = {}, set()

    def size(self) -> int:
        """How much waits to be written, in paragraphs."""
        return sum(len(made) for _, made in self.written.values()) + len(self.removed)


class Beside(ABC, Generic[Made]):
    """The half of `Engine` that keeps an index in step; asking is for each engine."""

    name: str
    schema_version: int  # of the fields that the engine keeps

    def __init__(self, store: Store) -> None:
        self.store = store
        self._pending: Pending[Made] = Pending()
        self._folder = store.folder / self.name
        self._lock = store.folder / f"{self.name}.lock"  # beside the folder, which may be made anew under it

    # -- what an engine does in its own way

    @property
    @abstractmethod
    def place(self) -> str:
        """Where the index is, for messages."""

    @abstractmethod
    def _made(self, doc: int, about: DocumentFacts, rows: Sequence[Entry]) -> list[Made]:
        """What the index is given of a document."""

    @abstractmethod
    def _check(self) -> None:
        """Raise `StoreError` where the index is missing, damaged or foreign."""

    @abstractmethod
    def _create(self) -> None:
        """An empty index in place of whatever is there."""

    @abstractmethod
    def _write(
        self, gone: Collection[int], new: Collection[int], ready: Mapping[int, Sequence[Made]]
    ) -> None:
        """Take out `gone`, put in `new` as the store has them; `ready` are made already."""

    @abstractmethod
    def _versions(self) -> dict[int, str]:
        """The version held of each document. Raises `StoreError`."""

    @abstractmethod
    def _held(self) -> int:
        """How many documents the index holds, told in no time: every question asks. Raises `StoreError`."""

    @abstractmethod
    def _paragraphs(self) -> int:
        """How many paragraphs the index holds. Raises `StoreError`."""

    def _prepare(self) -> None:
        """Called before anything is compared or made anew; raises `StoreError` where it must not be."""

    def _put_in_place(self) -> None:
        """Called when an index that was made anew is whole."""

    # -- keeping in step

    def added(self, doc: int, document: Document) -> None:
        """Make a document that was just written ready for the index; a profile goes with it."""
        db = self.store.connection
        rows = entries(db, doc)
        profiles.make(db, doc, rows)
        about = document_facts(db, doc)
        assert about is not None
        self._pending.new[doc] = about.version, self._made(doc, about, rows)

    def removed(self, doc: int) -> None:
        """Note a document that is about to go."""
        self._pending.new.pop(doc, None)
        self._pending.gone.add(doc)

    def commit(self) -> None:
        """Write what the store has committed, when it is enough."""
        self._pending.commit()
        if self._pending.size() >= MANY:
            self._flush()

    def rollback(self) -> None:
        """Forget what the store has forgotten."""
        self._pending.rollback()

    def _flush(self) -> None:
        """Write the documents pending, as the store has them at this moment."""
        pending, self._pending = self._pending, Pending(new=self._pending.new, gone=self._pending.gone)
        if not pending.written and not pending.removed:
            return
        with alone(self._lock, self._folder):
            if not self._is_usable():
                self._compare()
                return
            changed = pending.removed | pending.written.keys()
            ready = {
                doc: made for doc, (version, made) in pending.written.items() if self._version(doc) == version
            }
            self._write(changed, changed, ready)

    def _version(self, doc: int) -> str:
        found = document_facts(self.store.connection, doc)
        return found.version if found else ""

    def _entries(self, doc: int) -> list[Made]:
        about = document_facts(self.store.connection, doc)
        return self._made(doc, about, entries(self.store.connection, doc)) if about else []

    @property
    def _setting(self) -> str:
        return f"{self.name} analysis"

    @property
    def made_by(self) -> str:
        """What an index must have been made by to be of use."""
        return f"{self.schema_version}.{ANALYSIS_VERSION}"

    def ready(self) -> None:
        """Raise `StoreError` where there is no index to ask, or one of another analysis."""
        if self.store.setting(self._setting) != self.made_by:
            raise StoreError(
                f"the index in {self.place} is of another version: 'mandex doctor --repair' makes it anew"
            )
        self._check()

    def _is_usable(self) -> bool:
        """Whether there is an index to go on with. Raises `StoreError` where that cannot be told."""
        try:
            self.ready()
        except StoreError:
            return False
        return True

    def behind(self) -> int:
        """How many documents of the store the index lacks, or holds too many."""
        (wanted,) = self.store.connection.execute("SELECT count(*) FROM documents").fetchone()
        return abs(int(wanted) - self._held())

    def catch_up(self) -> int:
        """Compare with the store and index what differs; how many documents that were."""
        self._pending = Pending(new=self._pending.new, gone=self._pending.gone)
        with alone(self._lock, self._folder):
            new = self._compare()
        profiles.make_missing(self.store, new)
        return len(new)

    def rebuild(self) -> None:
        """Index the whole store anew."""
        self._pending = Pending(new=self._pending.new, gone=self._pending.gone)
        with alone(self._lock, self._folder):
            new = self._compare(anew=True)
        profiles.make_missing(self.store, new)

    def _compare(self, *, anew: bool = False) -> list[int]:
        """Make the index what the store is at this moment; the documents that were written for it."""
        db = self.store.connection
        self._prepare()
        anew = anew or not self._is_usable()
        db.execute("BEGIN")  # one state of the store, whoever writes to it meanwhile
        try:
            wanted: dict[int, str] = dict(db.execute(f"SELECT id, {VERSION} FROM documents"))
            (paragraphs,) = db.execute("SELECT count(*) FROM paragraphs").fetchone()
            if anew:
                self._create()
            held = {} if anew else self._versions()
            gone = [doc for doc, version in held.items() if wanted.get(doc) != version]
            new = [doc for doc, version in wanted.items() if held.get(doc) != version]
            if gone or new:
                self._write(gone, new, {})
            whole = self._paragraphs() == paragraphs and len(self._versions()) == len(wanted)
        finally:
            db.execute("ROLLBACK")
        if anew or whole:
            if anew:
                self._put_in_place()
            self.store.set_setting(self._setting, self.made_by)
            return new
        return self._compare(anew=True)
