"""Answers kept for the next who asks the same: as long as the base stays as it is, and the day."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable

from starlette.responses import Response

from mandex.corpus.records import dataclass

_MOST = 32_000_000  # bytes of all answers kept
_LARGEST = 500_000  # of one


@dataclass(frozen=True, slots=True)
class _Answer:
    stamp: Hashable
    body: bytes
    media: str


class Kept:
    """The answers asked for last. `stamp` is what they depend on besides the question: what was kept under
    another stamp is forgotten when it is asked for again.
    """

    def __init__(self) -> None:
        self._answers: OrderedDict[Hashable, _Answer] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def get(self, question: Hashable, stamp: Hashable) -> Response | None:
        """The answer to a question, or None."""
        with self._lock:
            found = self._answers.get(question)
            if found is None or found.stamp != stamp:
                return None
            self._answers.move_to_end(question)
        return Response(found.body, media_type=found.media)

    def keep(self, question: Hashable, stamp: Hashable, answer: Response) -> None:
        """Keep an answer that succeeded and is not too large; the oldest make room for it."""
        body = bytes(answer.body)
        if answer.status_code != 200 or len(body) > _LARGEST:
            return
        with self._lock:
            if old := self._answers.pop(question, None):
                self._size -= len(old.body)
            self._answers[question] = _Answer(stamp, body, answer.headers["content-type"])
            self._size += len(body)
            while self._size > _MOST:
                self._size -= len(self._answers.popitem(last=False)[1].body)
