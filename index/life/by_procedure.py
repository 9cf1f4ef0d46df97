"""What became of the procedures of a measure or an exemption: they fall with what names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.corpus.store import Store
from mandex.index.life.asked import Asked, words_before
from mandex.index.life.settling import Settler
from mandex.index.life.status import Standing, best
from mandex.index.life.step import Step, root

# *Subject to the relevant advance approvals and notification procedures as set out in paragraphs 10-17*,
# *subject to the procedures set out in paragraphs 11, 14, 15 and 18 to this resolution*
_PROCEDURES = Expression(
    r"\bprocedures?(?: as)? (?:set out|set forth|described|contained) in paragraphs?"
    r" (?P<labels>\d[\d, \-and]*)(?! of resolution)"
)
# *To notify the Committee pursuant to paragraphs 14 and 15*; left: *pursuant to paragraph 8 of resolution*.
_PURSUANT = Expression(
    r"\b(?:pursuant to|where|under) paragraphs? (?P<labels>\d+(?:(?:, | and | or )\d+)*)\b"
    r"(?! ?\(|,? of (?:its )?resolution)"
)
# What is allowed beside a freeze: *the addition to accounts subject to the provisions of paragraph 1 above*,
# *frozen pursuant to the provisions of paragraph 11 above*.
_UNDER = Expression(
    r"\b(?:subject|pursuant) to the provisions of paragraphs? (?P<labels>\d+(?:(?:, | and | or )\d+)*)"
    r"(?: above)?\b(?!,? (?:above )?of (?:its )?resolution)"
)
_ADJUSTING = frozenset({"imposes", "exempts"})


class ByProcedure:
    """The rule on what a measure's own resolution tells of how to go about it."""

    def __init__(self, store: Store, settler: Settler) -> None:
        self._db = store.connection
        self._settler = settler
        self._named: dict[str, dict[str, list[Step]]] = {}

    def of_procedure(self, asked: Asked) -> Standing | None:
        """How deliveries are notified or approved falls with the embargo and the exemptions it serves."""
        served = self._served(asked)
        stands = [self._settler.of_step(step) for step in served]
        if not stands or any(one.lives for one in stands):
            return None
        last = max(stands, key=lambda one: one.until)
        why = f"how to go about {served[stands.index(last)].place}, which is over: {last.reason}"
        return Standing("spent", why, last.by, last.until)

    def of_living(self, asked: Asked) -> Standing | None:
        """What nothing else is known of stands as long as the freeze or the embargo that it serves."""
        served = self._served(asked)
        surest = best([self._settler.of_step(step) for step in served])
        if surest is None or not surest.lives:
            return None
        return replace(surest, reason=f"how to go about {served[0].place}: {surest.reason}")

    def _served(self, asked: Asked) -> list[Step]:
        """The steps whose measures or exemptions a demand tells how to go about."""
        if not asked.number or asked.force == "note" or not asked.label:
            return []
        named = self._of(asked.symbol)
        served = list(named.get(root(asked.label), ()))
        for found in _PURSUANT.finditer(asked.clause):
            for label in _labels(found["labels"]):
                served += named.get(label, ())
        for found in _UNDER.finditer(f"{words_before(self._db, asked)} {asked.clause}"):
            for label in _labels(found["labels"]):
                served += (
                    one for one in self._settler.kept.at(asked.symbol, label) if one.action == "imposes"
                )
        return served

    def _of(self, symbol: str) -> dict[str, list[Step]]:
        """The steps of a resolution that name its paragraphs as their procedures, by the paragraphs."""
        if symbol not in self._named:
            found: dict[str, list[Step]] = {}
            for step in self._settler.kept.of(symbol):
                for label in self._procedures(step) if step.action in _ADJUSTING else ():
                    found.setdefault(label, []).append(step)
            self._named[symbol] = found
        return self._named[symbol]

    def _procedures(self, step: Step) -> Iterator[str]:
        row = self._db.execute("SELECT text FROM paragraphs WHERE id = ?", (step.paragraph,)).fetchone()
        for found in _PROCEDURES.finditer(fold(row[0]) if row else ""):
            yield from _labels(found["labels"])


def _labels(words: str) -> Iterator[str]:
    """The numbers that a list names: *11, 14-16 and 18*."""
    for first, last in re.findall(r"(\d+)(?: ?- ?(\d+))?", words):
        yield from (str(one) for one in range(int(first), min(int(last or first), int(first) + 50) + 1))
