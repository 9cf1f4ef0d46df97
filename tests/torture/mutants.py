"""Damaged and mixed inputs: a reader answers or refuses; it never fails, hangs or takes the machine.

All are read in one process, which is replaced only when it ended at an input: a process for each would cost ten
times what reading costs.
"""

from __future__ import annotations

import multiprocessing
import resource
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from time import process_time

from mandex.commands.reading import indexed
from mandex.corpus import days, symbols
from mandex.corpus.dates import find_dates, find_periods
from mandex.corpus.errors import MandexError
from mandex.corpus.store import Store
from mandex.index.lookup.answers import lookup
from mandex.index.lookup.question import understand
from mandex.index.search.fulltext import search
from mandex.index.search.query import parse
from mandex.ingest import pipeline
from torture.clock import Outcome, TooLongError, alarm
from torture.inputs import Input, made

LONGEST = 10.0  # seconds of processor time for one input
MEMORY = 1 << 30  # bytes beyond what the process holds at its start
ENDED = 20.0  # a library that is not Python does not hear the alarm: the system ends the process then
_SILENT = 600.0  # seconds by the clock without an answer: the process waits for something
_ASSEMBLED = 4  # of so many files one is made a document; after the reader that is the same for all formats
STORED = 20  # of so many files one is written to the base, with all that is derived from it
_NAMES = 60  # files by so many names, each in the place of an earlier one, so that the base stays small
_SERVES = 50_000  # inputs for one process, so that what it may leak does not count against the last

Make = Callable[[int, int], Input]


@dataclass(frozen=True, slots=True)
class Given(Outcome):
    """What came of one input: whether it was answered or refused."""

    number: int = 0
    answered: bool = False


def run(numbers: range, kb: Path, seed: int = 0, make: Make = made) -> Iterator[Given]:
    """Give each of these inputs to its stage; `kb` is the base that questions are put to."""
    while numbers:
        for outcome in _served(numbers[:_SERVES], kb, seed, make):
            yield outcome
            numbers = numbers[1:]


def _served(numbers: range, kb: Path, seed: int, make: Make) -> Iterator[Given]:
    """What one process makes of these numbers, up to the input that ends it."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(ours, theirs, numbers, kb, seed, make), daemon=True)
    process.start()
    theirs.close()
    for number in numbers:
        try:
            outcome = ours.recv() if ours.poll(_SILENT) else None
        except EOFError:
            outcome = None
        if outcome is None:
            process.kill()
            process.join()
            given = make(number, seed)
            yield Given(
                f"{given.stage} {number} ended its process ({process.exitcode}): {given.data[:200]!r}",
                number=number,
            )
            return
        yield outcome
    process.join()


def _serve(theirs: Connection, pipe: Connection, numbers: range, kb: Path, seed: int, make: Make) -> None:
    theirs.close()  # or nobody would notice that whoever asks has gone
    with Store.open(kb) as store, indexed(store, None):
        work = stages(store)
        held = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
        _limit(resource.RLIMIT_AS, held + MEMORY)
        for number in numbers:
            _limit(resource.RLIMIT_CPU, int(process_time() + ENDED))
            pipe.send(judged(make(number, seed), work, store if number % STORED == 0 else None))


def _limit(kind: int, soft: int) -> None:
    resource.setrlimit(kind, (soft, resource.getrlimit(kind)[1]))


def judged(given: Input, work: Mapping[str, Callable[[str], object]], store: Store | None = None) -> Given:
    """Give one input to its stage; what a file gave is written to `store`, if one is given."""
    run = (
        partial(_read, given, store)
        if given.stage.startswith(".")
        else partial(work[given.stage], given.text)
    )
    begun, fault, answered = process_time(), "", True
    try:
        with alarm(LONGEST):
            run()
    except (MandexError, RecursionError):  # what is nested too deep is refused
        answered = False
    except TooLongError:
        fault = f"takes more than {LONGEST:.0f} seconds"
    except Exception as error:
        fault = f"{type(error).__name__}: {error}"
    told = fault and f"{given.stage} {given.number}: {fault}: {given.data[:200]!r}"
    return Given(told, process_time() - begun, given.number, answered)


class ReaderError(Exception):
    """What a reader reports as a fault of ours, or as more memory than an input of this size may take."""


def _read(given: Input, store: Store | None) -> None:
    """Read a file, and write what it gave. Raises `MandexError` where it was refused."""
    name = f"{given.number % _NAMES}{given.stage}"
    if given.stage != ".txt" and given.number % _ASSEMBLED:
        pipeline.readers.read(Path(name), given.data)
        return
    reading = pipeline.read_data(Path(name), given.data)
    faults = [p.message for p in reading.problems if p.code == "internal-error" or "more memory" in p.message]
    if faults:
        raise ReaderError(faults[0])
    if not reading.documents:
        raise MandexError(reading.problems[0].message)
    if store:
        store.put_file(name, reading.sha256, reading.documents, reading.problems)


def stages(store: Store) -> dict[str, Callable[[str], object]]:
    """What a text that is no file is given to."""
    return {
        "query": parse, "question": understand, "reference": symbols.parse,
        "dates": lambda text: (list(find_dates(text)), list(find_periods(text))), "day": days.span,
        "search": lambda text: (search(store, text), lookup(store, text)),
    }  # fmt: skip
