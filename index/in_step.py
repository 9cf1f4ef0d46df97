"""What is derived from documents, kept in step while some are written: the search index and the steps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from mandex.corpus.store import Listener, Store
from mandex.index.engines import open_engine, record_engine, recorded_engine
from mandex.index.life.keeping import Keeper


@contextmanager
def in_step(store: Store, name: str = "") -> Iterator[None]:
    """Keep a search engine (the one named, else the base's) and the steps of mandates in step with it."""
    engine = open_engine(store, name or recorded_engine(store))
    record_engine(store, engine.name)
    engine.catch_up()
    keeper = Keeper(store)
    keeper.catch_up()
    listening: list[Listener] = [engine, keeper]
    store.listeners += listening
    try:
        yield
    finally:
        store.listeners = [one for one in store.listeners if one not in listening]
        engine.close()
