"""What must stand with the words of a topic, or must not, for a clause to be about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from mandex.corpus.expressions import Expression, Expressions


class Frail(NamedTuple):
    """The words of a topic that alone tell nothing, and what tells that the clause is on it all the same.

    *Peacekeeping operations* are named wherever they work; *to strengthen the capacity of peacekeeping
    operations* is about peacekeeping.
    """

    words: Expression
    beside: Expression | None = None

    def tells(self, body: str, words: Iterable[str]) -> bool:
        """Whether a clause in which these words of the topic stand is about it."""
        if any(not self.words.fullmatch(word) for word in words):
            return True
        return self.beside is not None and self.beside.search(body) is not None


class Contexts:
    """Where the words of topics speak of something else, and what shows topics that no phrase names.

    One pass over a clause tells which of all these expressions are worth trying there.
    """

    def __init__(self, other: Mapping[str, str], shown: Mapping[str, str]) -> None:
        self._all = Expressions(
            {
                **{(False, topic): pattern for topic, pattern in other.items()},
                **{(True, topic): pattern for topic, pattern in shown.items()},
            }
        )

    def worth_trying(self, body: str) -> dict[tuple[bool, str], Expression]:
        """What may match in a clause: by whether it shows a topic or speaks of another, and by topic."""
        return dict(self._all.promising(body))
