"""Keeps what is derived for mandates' lives in step with the base, document by document."""

from __future__ import annotations

from mandex.corpus.model import Document
from mandex.corpus.store import Store
from mandex.index.life import by_criteria, echoes, reporting, sayings
from mandex.index.life.about import matter_of
from mandex.index.life.reading import read
from mandex.index.life.steps import SCHEMA, SETTING, STEPS_VERSION, is_kept, keep, unkept


class Keeper:
    """A listener (see `corpus.store.Listener`): reads the steps of each document as it is written.

    What it costs depends on the document alone, not on the size of the base.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def added(self, doc: int, document: Document) -> None:
        """Keep the steps of a document that was just written."""
        self._keep(doc)
        self._follow()

    def removed(self, doc: int) -> None:
        """Its steps go with the document: the tables refer to it."""
        self._follow()

    def commit(self) -> None:
        """Nothing to do: the store's transaction holds the steps."""

    def rollback(self) -> None:
        """Nothing to do: the store's transaction holds the steps."""

    def catch_up(self) -> int:
        """Read what was written while nobody kept the steps; how many documents that were."""
        missing = unkept(self._store)
        revision = f"{STEPS_VERSION} {self._store.revision()}"
        if not missing and self._store.setting(SETTING) == revision:
            return 0
        with self._store.transaction() as db:
            if not is_kept(self._store):
                for statement in SCHEMA:
                    db.execute(statement)
            for doc in missing:
                self._keep(doc)
            self._store.set_setting(SETTING, revision)
        return len(missing)

    def _keep(self, doc: int) -> None:
        db = self._store.connection
        matter = matter_of(db, doc)
        steps = list(read(db, doc, matter))
        keep(db, doc, matter, steps)
        echoes.keep(db, doc)
        reporting.keep(db, doc, matter)
        by_criteria.keep(db, doc)
        sayings.keep(db, doc, steps)

    def _follow(self) -> None:
        """Stay at the base's revision, if nothing was missed before."""
        now = self._store.revision()
        if self._store.setting(SETTING) == f"{STEPS_VERSION} {now - 1}":
            self._store.set_setting(SETTING, f"{STEPS_VERSION} {now}")
