"""Who oversees a measure: the committee that the texts name, the panel or team, and where each was founded.

The founding text need not be held: later ones say *the Committee established pursuant to paragraph 3 (a) of
resolution 1591 (2005)*.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.corpus.symbols import resolution_number
from mandex.index.life.bodies import Life
from mandex.index.life.sayings import Saying
from mandex.index.life.standing import Register
from mandex.index.life.step import Step, labels
from mandex.index.life.subjects import SHARED

# *It shall henceforth be known as the Committee …*
_CALLED = Expression(r"\bhenceforth (?:be known as the committee|the committee)\b")


class Oversight:
    """The committees and panels of the base, as its texts name them."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._db = register.store.connection
        self._sayings = register.sayings
        self._named: dict[str, str] = {}
        self._speaking: dict[str, bool] = {}
        self._on_them: dict[str, list[str]] = {}
        self._renamed: dict[str, str] = {}

    # -- committees

    def committee(self, symbols: Iterable[str]) -> str:
        """The committee that oversees what some resolutions impose, renew or confirm: named by the newest
        that says which it means; else the one founded by one of them.
        """
        newest = sorted(set(symbols), key=lambda one: resolution_number(one) or 0, reverse=True)
        for symbol in newest:
            if self._speaks_of_it(symbol) and (found := self._named_in(symbol)):
                return found
            if found := self._founded_by(symbol):
                return found
        return ""

    def of_matter(self, matter: str) -> str:
        """The committee of a matter, for measures whose own resolutions only say *the Committee*."""
        newest = self._on_sanctions(matter)
        named = next(filter(None, map(self._named_in, newest)), "")
        return named or next(filter(None, map(self._founded_by, newest)), "")

    def renamed(self, matter: str) -> str:
        """The paragraph by which the committee of a matter bears the number that it has now; empty where it
        was not given another than that of its founding.
        """
        if matter not in self._renamed:
            place = self.of_matter(matter)
            named = bool(place) and self._called_by(place.partition(" OP")[0]) == place
            self._renamed[matter] = place if named else ""
        return self._renamed[matter]

    def _on_sanctions(self, matter: str) -> list[str]:
        """The resolutions on the measures of a matter, their committee and panel, newest first."""
        if matter not in self._on_them:
            subjects = ("measures of ", "committee of ", "panel of ", "monitoring-team of ")
            told = reversed(self._register.kept.subjects_about(matter))
            found = dict.fromkeys(symbol for subject, symbol in told if subject.startswith(subjects))
            self._on_them[matter] = list(found)
        return self._on_them[matter]

    def mentions(self, symbols: Sequence[str], matter: str) -> bool:
        """Whether one of some resolutions speaks of a committee, or is cited where it is named."""
        if any(map(self._speaks_of_it, symbols)):
            return True
        citing = {other for one in symbols for other in self._citing(one)}
        return any(self._named_in(one) for one in self._on_sanctions(matter) if one in citing)

    def _citing(self, symbol: str) -> Iterator[str]:
        rows = self._db.execute(
            "SELECT DISTINCT d.symbol FROM citations AS c JOIN documents AS d ON d.id = c.doc"
            " WHERE c.cited = ?",
            (symbol,),
        )
        return (other for (other,) in rows)

    def _speaks_of_it(self, symbol: str) -> bool:
        if symbol not in self._speaking:
            found = self._db.execute(
                "SELECT 1 FROM paragraphs AS p JOIN documents AS d ON d.id = p.doc WHERE d.symbol = ?"
                " AND (p.text LIKE '%ommittee%' OR p.text LIKE '%委员会%') LIMIT 1",
                (symbol,),
            ).fetchone()
            self._speaking[symbol] = found is not None
        return self._speaking[symbol]

    def _founded_by(self, symbol: str) -> str:
        own = (
            one
            for one in self._register.kept.of(symbol)
            if one.action == "establishes" and one.subject.startswith("committee of ")
        )
        return next((one.place for one in own), "")

    def _called_by(self, symbol: str) -> str:
        """The paragraph of a resolution by which a committee that there is bears its number."""
        rows = self._db.execute(
            "SELECT p.pinpoint, p.text FROM paragraphs AS p JOIN documents AS d ON d.id = p.doc"
            " WHERE d.symbol = ? AND p.kind = 'operative' AND p.text LIKE '%henceforth%'"
            " ORDER BY d.lang, p.seq",
            (symbol,),
        )
        return next((f"{symbol} {place}" for place, text in rows if _CALLED.search(fold(text))), "")

    def _named_in(self, symbol: str) -> str:
        """The committee that a resolution means by *the Committee*; nothing where it does not say."""
        if symbol not in self._named:
            found = [one for one in self._sayings.by(symbol, "committee") if one.what]
            surest = max(found, key=lambda one: one.what, default=None)
            self._named[symbol] = self._precise(_cited(surest), "committee") if surest else ""
        return self._named[symbol]

    def _precise(self, place: str, body: Literal["committee", "panel"]) -> str:
        """The place that founded a body with its paragraph: that of the founding step held, else that most
        texts name.
        """
        symbol, _, label = place.partition(" OP")
        founded = (self._founded_by(symbol) or self._called_by(symbol)) if body == "committee" else ""
        # the texts may err: *established in paragraph 35 of resolution 1988*, which is 30
        if founded or label:
            return founded or place
        said = Counter(labels(one.named)[0] for one in self._sayings.of(symbol, body) if one.named)
        return f"{symbol} OP{said.most_common(1)[0][0]}" if said else symbol

    # -- panels

    def founding(self, subject: str, life: Life, since: int) -> str:
        """The paragraph that founded a panel, under the committee of resolution number `since` (0: any);
        where none held does, the oldest that its renewals go back to.
        """
        steps = self._register.kept.on(subject)
        founding = [step for step in steps if step.action == "establishes"]
        body = subject.partition(" of ")[0]
        if body in SHARED:  # one team, which works for several committees
            founding, since = self._register.kept.acting(["establishes"], f"{body} of "), 0
        if founding:
            return next((one for one in founding if one.number >= since), founding[0]).place
        oldest = self._oldest_named(steps)
        if not oldest or (resolution_number(oldest.partition(" OP")[0]) or 0) >= life.first.number:
            return life.first.place
        return self._precise(oldest, "panel")

    def _oldest_named(self, steps: Iterable[Step]) -> str:
        named = [(cited, labels) for step in steps for cited, labels in step.targets if cited != step.symbol]
        cited, at = min(named, key=lambda one: (resolution_number(one[0]) or 0, not one[1]), default=("", ()))
        return f"{cited} OP{at[0]}" if at else cited


def _cited(one: Saying) -> str:
    """What is cited, with the first paragraph named of it."""
    return f"{one.cited} OP{labels(one.named)[0]}" if one.named else one.cited
