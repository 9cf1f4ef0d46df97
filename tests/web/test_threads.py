"""Who answers: few at a time, the last to be idle first, and whoever fails says so to who asked."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

import pytest
from starlette.requests import Request
from starlette.responses import Response

from mandex.web.threads import Threads

MOST = 3
MANY = 12


def _request() -> Request:
    return Request({"type": "http", "headers": []})


def _all(answers: list[Callable[[Request], Response]], threads: Threads) -> list[Response | BaseException]:
    async def asked() -> list[Response | BaseException]:
        tasks = (threads.answered(answer, _request()) for answer in answers)
        return await asyncio.gather(*tasks, return_exceptions=True)

    return asyncio.run(asked())


def test_so_many_are_at_work_at_once_and_no_more() -> None:
    at_work, together = [0], []
    lock = threading.Lock()
    full = threading.Barrier(MOST)  # passed only where as many as may are at work at once

    def answer(_: Request) -> Response:
        with lock:
            at_work[0] += 1
            together.append(at_work[0])
        full.wait(60)
        with lock:
            at_work[0] -= 1
        return Response(threading.current_thread().name)

    assert len(_all([answer] * MANY, Threads(MOST))) == MANY
    assert max(together) == MOST


def test_who_was_idle_last_is_asked_next() -> None:
    """Else each thread would read the same pages of the base."""
    threads = Threads(MOST)

    async def asked() -> set[int]:
        seen = set()

        def answer(_: Request) -> Response:
            seen.add(threading.get_ident())
            return Response()

        for _ in range(MANY):
            await threads.answered(answer, _request())
            await asyncio.sleep(0.01)  # until the thread is idle
        return seen

    assert len(asyncio.run(asked())) < MOST


def test_what_fails_is_raised_where_it_is_waited_for_and_the_thread_goes_on() -> None:
    def fails(_: Request) -> Response:
        raise KeyError("no such")

    found = _all([fails, lambda _: Response(b"well")] * MOST, Threads(1))
    assert [type(one) for one in found] == [KeyError, Response] * MOST


def test_the_threads_end_with_what_started_them() -> None:
    threads = Threads(MOST)
    mine: list[threading.Thread] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(threading.Thread, "start", _noting(threading.Thread.start, mine))
        _all([lambda _: Response()] * MANY, threads)
    assert 1 <= len(mine) <= MOST
    del threads
    for thread in mine:
        thread.join(60)
        assert not thread.is_alive()


def _noting(
    start: Callable[[threading.Thread], None], mine: list[threading.Thread]
) -> Callable[[threading.Thread], None]:
    def started(thread: threading.Thread) -> None:
        mine.append(thread)
        start(thread)

    return started
