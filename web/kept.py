"""Answers kept for the next who asks the same: as long as the base stays as it is, and the day."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable

from starlette.responses import Response

_MOST = 16_000_000  # bytes of all answers kept
_LARGEST = 500_000  # of one
_BESIDE = 2_000  # bytes that an answer takes beside its body: its headers, the question


class Kept:
    """The answers asked for last. `stamp` is what they depend on besides the question: what was kept under
    another stamp is forgotten when it is asked for again.
    """

    def __init__(self) -> None:
        self._answers: OrderedDict[Hashable, tuple[Hashable, Response]] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def get(self, question: Hashable, stamp: Hashable) -> Response | None:
        """The answer to a question, or None."""
        with self._lock:
            of, answer = self._answers.get(question, (None, None))
            if answer is None or of != stamp:
                return None
            self._answers.move_to_end(question)
        return answer

    def keep(self, question: Hashable, stamp: Hashable, answer: Response) -> None:
        """Keep an answer that succeeded and is not too large; the oldest make room for it."""
        if answer.status_code != 200 or len(answer.body) > _LARGEST:
            return
        with self._lock:
            if old := self._answers.pop(question, None):
                self._size -= _size(old[1])
            self._answers[question] = stamp, answer
            self._size += _size(answer)
            while self._size > _MOST:
                self._size -= _size(self._answers.popitem(last=False)[1][1])


def _size(answer: Response) -> int:
    return len(answer.body) + _BESIDE
