"""One base a thread: SQLite's connections belong to the thread that opened them.

Each is opened for reading once. A request sees one state of the base, whatever is written meanwhile, and a
query that takes too long is stopped: SQLite asks every few thousand steps whether the request's time is over.
That is processor time of its thread: however many ask at once, none is stopped for having waited.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mandex.corpus.errors import MandexError
from mandex.index.base import Base
from mandex.index.shared import Freshness, opened

_STEPS = 20_000  # of SQLite's virtual machine between two looks at the clock: about a millisecond
_CACHE = 8000  # KiB of the base that a thread keeps at hand: four times as much as who asks once needs


class TooSlowError(MandexError):
    """A request took longer than one may."""


class Bases:
    """The bases of a server's threads. `seconds` of processor time are what one request may take."""

    def __init__(self, folder: Path, seconds: float = 10.0) -> None:
        self._folder = folder
        self._seconds = seconds
        self._freshness = Freshness(folder)
        self._mine = threading.local()

    @contextmanager
    def base(self) -> Iterator[Base]:
        """This thread's base, for one request; raises `TooSlowError` when its time is over."""
        self._freshness.look()
        base = self._open()
        connection = base.store.connection
        connection.set_progress_handler(_Clock(self._seconds), _STEPS)
        connection.execute("BEGIN")
        try:
            yield base
        except sqlite3.OperationalError as error:
            if "interrupted" not in str(error):
                raise
            raise TooSlowError(
                f"stopped after {self._seconds:g} seconds: ask for less, or narrow it with a filter"
            ) from error
        finally:
            connection.set_progress_handler(None, 0)
            connection.rollback()

    def _open(self) -> Base:
        base: Base | None = getattr(self._mine, "base", None)
        if base is None:
            base = self._mine.base = Base(opened(self._folder, fresh=False))
            base.store.connection.execute(f"PRAGMA cache_size = -{_CACHE}")
        return base


class _Clock:
    """Tells SQLite whether a request's processor time is over.

    To ask the system for it costs more than a small query: it is asked of a request that runs on, and then
    only when as much time has passed by the clock, since no thread works for longer than that.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._earliest = time.monotonic() + seconds
        self._end: float | None = None

    def __call__(self) -> bool:
        if self._end is None:
            self._end = time.thread_time() + self._seconds
        return time.monotonic() > self._earliest and time.thread_time() > self._end
