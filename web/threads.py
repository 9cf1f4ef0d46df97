"""Few threads answer, and the requests wait for them in a queue: threads that fight for one interpreter are
slower than threads that take turns, and each holds a base open.

Who became idle last is asked next: it has at hand what it has just read. The pools of the standard library
deal requests out in turn, and take longer to hand one over.
"""

from __future__ import annotations

import asyncio
import threading
import weakref
from collections import deque
from collections.abc import Callable
from queue import SimpleQueue

from starlette.requests import Request
from starlette.responses import Response

Answer = Callable[[Request], Response]
_Task = Callable[[], None]
_Inbox = SimpleQueue[_Task | None]  # of one thread; None ends it


class Threads:
    """At most `most` threads, each started when all others are at work. They end with this."""

    def __init__(self, most: int) -> None:
        self._work = _Work(most)
        weakref.finalize(self, self._work.end)

    async def answered(self, answer: Answer, request: Request) -> Response:
        """What `answer` makes of the request, in one of the threads."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[Response] = loop.create_future()

        def task() -> None:
            try:
                response = answer(request)
            except BaseException as error:  # whatever it is, it is raised where it is waited for
                loop.call_soon_threadsafe(_fail, done, error)
            else:
                loop.call_soon_threadsafe(_settle, done, response)

        self._work.give(task)
        return await done


def _settle(done: asyncio.Future[Response], response: Response) -> None:
    if not done.done():  # who waited may have gone
        done.set_result(response)


def _fail(done: asyncio.Future[Response], error: BaseException) -> None:
    if not done.done():
        done.set_exception(error)


class _Work:
    """Who is idle and what waits; never both."""

    def __init__(self, most: int) -> None:
        self._lock = threading.Lock()
        self._idle: list[_Inbox] = []
        self._waiting: deque[_Task] = deque()
        self._to_start = most
        self._ended = False

    def give(self, task: _Task) -> None:
        """Have a task done by the thread that became idle last, by a new one, or by the first to be idle."""
        with self._lock:
            if self._idle:
                self._idle.pop().put(task)
                return
            self._waiting.append(task)
            starts = self._to_start > 0
            self._to_start -= starts
        if starts:
            threading.Thread(target=self._run, name="answering", daemon=True).start()

    def end(self) -> None:
        """Let the threads go, each when it is idle."""
        with self._lock:
            self._ended = True
            for inbox in self._idle:
                inbox.put(None)

    def _run(self) -> None:
        inbox: _Inbox = SimpleQueue()
        while task := self._next(inbox):
            task()
            del task  # a thread that waits keeps nothing of what it did

    def _next(self, inbox: _Inbox) -> _Task | None:
        with self._lock:
            if self._waiting:
                return self._waiting.popleft()
            if self._ended:
                return None
            self._idle.append(inbox)
        return inbox.get()
