"""What came of reading files, and its way into the store: some files in one transaction."""

from __future__ import annotations

import sqlite3
import time
import traceback
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from mandex.corpus import naming
from mandex.corpus.errors import MandexError
from mandex.corpus.model import Document, Problem
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one file: its documents, or problems that say why there are none."""

    path: Path
    sha256: str
    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()
    skipped: bool = False


def together(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    """Those that are stored in one transaction: some that come soon after each other, and are not long."""
    some: list[Reading] = []
    for reading in readings:
        if not some:
            since, length = time.monotonic(), 0
        some.append(reading)
        length += sum(len(document.text) for document in reading.documents)
        if len(some) == _FEW or length > _LONG or time.monotonic() - since > _SOON:
            yield some
            some = []
    if some:
        yield some


_FEW = 32  # files: pages and indexes that each of them changes are written once for all
_LONG = 1 << 20  # characters
_SOON = 1.0  # seconds: so much reading may be lost to who stops a run


def store_all(store: Store, readings: Sequence[Reading]) -> Sequence[Reading]:
    """Write what came of some files, whole or not at all; where that fails for one, each by itself."""
    try:
        with store.transaction():
            for reading in readings:
                _put(store, reading)
    except (MandexError, OSError, sqlite3.Error):  # the base fails, and would at the next file
        raise
    except Exception:  # a fault of ours in one file must not end the run of thousands
        return [_stored_alone(store, reading) for reading in readings]
    return readings


def _stored_alone(store: Store, reading: Reading) -> Reading:
    """Write what came of a file; a document that cannot be written is a file that could not be read."""
    try:
        _put(store, reading)
    except (MandexError, OSError, sqlite3.Error):
        raise
    except Exception as error:
        failed = Reading(reading.path, reading.sha256, problems=(fault_of(error),))
        _put(store, failed)
        return failed
    return reading


def _put(store: Store, reading: Reading) -> None:
    source = naming.written(reading.path)
    problems = [replace(p, source=source) for p in reading.problems]
    store.put_file(source, reading.sha256, reading.documents, problems, skipped=reading.skipped)


def fault_of(error: Exception) -> Problem:
    """What is said of a file that met a fault of ours."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    message = (
        f"could not be read because of a fault in Mandex ({type(error).__name__}: {error}, "
        f"{Path(place.filename).name}:{place.lineno}); please report it"
    )
    return Problem("internal-error", "error", message)
