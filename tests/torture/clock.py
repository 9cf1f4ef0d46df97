"""Processor time, which other programs on the machine do not lengthen, and an alarm that goes by it."""

from __future__ import annotations

import math
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

LONGEST = 20.0  # seconds for one text; it hangs, for a user


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one thing that was tried: what was wrong, empty where nothing was; processor time."""

    fault: str = ""
    seconds: float = 0.0


class TooLongError(Exception):
    """The alarm rang."""


@contextmanager
def alarm(seconds: float) -> Iterator[None]:
    """Raise `TooLongError` after so many seconds of processor time."""

    def ring(*_: object) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def seconds(work: Callable[[str], object], text: str) -> float:
    """Processor time of one run; infinite where it hangs."""
    begun = time.process_time()
    try:
        with alarm(LONGEST):
            work(text)
    except TooLongError:
        return math.inf
    return time.process_time() - begun
