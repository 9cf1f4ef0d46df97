"""Reading in processes of their own: each file under limits, none that stops the run, none left behind.

A worker may run out of memory or time, crash in a C library, or be killed; the file it was at is named then,
and another worker takes its place. Workers end with the process that started them, however that ended.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from typing import Any, Generic, TypeVar

from mandex.corpus.garbage import seldom
from mandex.corpus.records import dataclass

try:
    import resource
except ImportError:  # Windows knows no limits of this kind; the clock below holds there as well
    resource = None  # type: ignore[assignment]

Task = TypeVar("Task")
Result = TypeVar("Result")

MEMORY = 1 << 30  # bytes that reading one file may take beyond what the worker has already
OUT_OF_MEMORY = 77  # the exit code of a worker to which the system refused memory
_AHEAD = 2  # tasks a worker holds: one to do, one to go on with
_PR_SET_PDEATHSIG = 1  # of prctl(2): the signal a process gets when its parent ends
_UNTIL_KILLED = 5  # by the clock, for a second of processor time: a worker may wait for others' work


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may take: seconds of processor time, bytes of memory beyond the worker's own."""

    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class Died:
    """A worker ended at a task: killed by the limit on time (`late`), or by whatever else (`signal`)."""

    late: bool
    exitcode: int


@dataclass(slots=True)
class _Worker(Generic[Task]):
    process: Any
    pipe: Connection
    tasks: deque[Task] = field(default_factory=deque)
    since: float = 0.0


def run(
    work: Callable[[Task], Result],
    tasks: Sequence[Task],
    limits: Callable[[Task], Limits],
    workers: int,
    *,
    fresh: bool = False,
) -> Iterator[tuple[Task, Result | Died]]:
    """Do each task in a worker; results as they come, `Died` for a task at which its worker ended.

    `fresh` workers share nothing with this process: for one that has threads, whose locks a fork would copy.
    """
    left = deque(tasks)
    context = multiprocessing.get_context("spawn") if fresh else _context()
    staff: list[_Worker[Task]] = []
    try:
        while left or any(worker.tasks for worker in staff):
            while left and len(staff) < min(workers, len(left)):
                staff.append(_hire(context, work, limits))
            _hand_out(staff, left)
            yield from _collect(staff, left, limits)
    finally:
        for worker in staff:
            worker.pipe.close()
            worker.process.kill()
        for worker in staff:
            worker.process.join()


def _context() -> BaseContext:
    """Fork where it is the system's own way (a worker then starts with all that is loaded), else spawn."""
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


def _hire(
    context: BaseContext, work: Callable[[Task], Result], limits: Callable[[Task], Limits]
) -> _Worker[Task]:
    ours, theirs = context.Pipe()
    process = context.Process(  # type: ignore[attr-defined]
        target=_serve, args=(theirs, work, limits, os.getpid()), daemon=True
    )
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _hand_out(staff: Sequence[_Worker[Task]], left: deque[Task]) -> None:
    """A task for each worker, then a second one."""
    for held in range(_AHEAD):
        for worker in staff:
            if left and len(worker.tasks) == held and _send(worker, left[0]):
                left.popleft()


def _send(worker: _Worker[Task], task: Task) -> bool:
    try:
        worker.pipe.send(task)
    except OSError:  # it has just ended: that is seen when its answers are collected
        return False
    if not worker.tasks:
        worker.since = time.monotonic()
    worker.tasks.append(task)
    return True


def _collect(
    staff: list[_Worker[Task]], left: deque[Task], limits: Callable[[Task], Limits]
) -> Iterator[tuple[Task, Any]]:
    """Wait for an answer, an end, or the latest hour of a task."""
    ready = wait([worker.pipe for worker in staff], timeout=1.0)
    for worker in list(staff):
        if worker.pipe in ready:
            try:
                answer = worker.pipe.recv()
            except (EOFError, OSError):
                yield from _buried(worker, staff, left, late=False)
                continue
            task = worker.tasks.popleft()
            worker.since = time.monotonic()
            yield task, answer
        elif worker.tasks and time.monotonic() - worker.since > _latest(limits(worker.tasks[0])):
            worker.process.kill()
            yield from _buried(worker, staff, left, late=True)


def _latest(limits: Limits) -> float:
    return limits.seconds * _UNTIL_KILLED + 30


def _buried(
    worker: _Worker[Task], staff: list[_Worker[Task]], left: deque[Task], *, late: bool
) -> Iterator[tuple[Task, Died]]:
    """Take a dead worker off the staff; what it had not begun is to be done again."""
    worker.process.join()
    worker.pipe.close()
    staff.remove(worker)
    if not worker.tasks:
        return
    task = worker.tasks.popleft()
    left.extendleft(reversed(worker.tasks))
    code = worker.process.exitcode or 0
    yield task, Died(late or code == -getattr(signal, "SIGXCPU", 0), code)


# -- in the worker


def _serve(
    pipe: Connection, work: Callable[[Task], Result], limits: Callable[[Task], Limits], parent: int
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that writes
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    end_with(parent)
    with seldom():
        while _served(pipe, work, limits):
            pass


def _served(pipe: Connection, work: Callable[[Task], Result], limits: Callable[[Task], Limits]) -> bool:
    """Do one task; False when whoever gives them has gone."""
    try:
        task = pipe.recv()
        _limit(limits(task))
        pipe.send(work(task))
    except (EOFError, OSError):
        return False
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    return True


def end_with(parent: int) -> None:
    """End when the parent does: at once where the system tells, else when it is looked for and gone."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:  # it ended before it was asked
            os._exit(1)
        return
    above = multiprocessing.parent_process()

    def watch() -> None:
        if above is not None:
            wait([above.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _limit(limits: Limits) -> None:
    """Set the limits for what is done next. The system kills for time; memory is refused."""
    if resource is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _set(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime + limits.seconds) + 1)
    held = _address_space()
    if held:
        _set(resource.RLIMIT_AS, held + limits.memory)


def _set(kind: int, soft: int) -> None:
    """Lower or raise the soft limit; a hard limit that is lower already stays."""
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _address_space() -> int:
    """Bytes of address space in use; 0 where the system does not tell, or its limit does not hold (macOS)."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - read before each file
            return int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 0
