"""One writer at a time for an index that lies beside the store."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mandex.corpus.errors import StoreError

PATIENCE = 60.0  # seconds


@contextmanager
def alone(lock: Path, folder: Path) -> Iterator[None]:
    """Alone among all processes that write the index in `folder`. A lock that a killed process held is free.

    Raises `StoreError` where another process holds it too long, or the index cannot be written.
    """
    with holding(lock, PATIENCE) as is_held:
        if not is_held:
            raise StoreError(f"another process is writing {folder}: try again later")
        try:
            yield
        except OSError as error:
            raise StoreError(f"cannot write the index in {folder}: {error}") from error


@contextmanager
def holding(lock: Path, patience: float) -> Iterator[bool]:
    """Hold a lock, if it can be had within so many seconds: whether it could."""
    from whoosh.util.filelock import FileLock  # noqa: PLC0415 - of all systems; only writers need it

    held = FileLock(str(lock))
    until = time.monotonic() + patience
    while not (is_held := held.acquire()) and time.monotonic() < until:
        time.sleep(0.05)
    try:
        yield is_held
    finally:
        if is_held:
            held.release()
