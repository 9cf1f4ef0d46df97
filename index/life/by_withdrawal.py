"""What became of demands on a mission that withdraws: they begin when its mandate runs out."""

from __future__ import annotations

from mandex.corpus.dates import find_periods
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.corpus.store import Store
from mandex.index.life.asked import Asked, words_before
from mandex.index.life.bodies import Bodies
from mandex.index.life.by_bodies import ByBodies, name_of
from mandex.index.life.rhythm import after
from mandex.index.life.status import Standing

# Taken: *during the drawdown and withdrawal period*, *for the duration of UNIFIL's liquidation*; left: *calls
# for the withdrawal of Israeli forces*.
_WITHDRAWS = Expression(
    r"\bduring (?:the|its) (?:implementation of its )?(?:drawdown|withdrawal|liquidation)"
    r"|\b(?:liquidation|drawdown)\b[^.;]{0,40}\b(?:shall begin|phase|period)\b"
    r"|\bduration of \w+\W{0,2}s liquidation\b"
    # *to cease its operations on 31 December 2026 and to start from this date its drawdown*
    r"|\bto start from this date\b[^.;]{0,60}\b(?:drawdown|withdrawal)\b"
)
_WITHDRAWAL = Expression(r"\b(?:drawdown|withdrawal of its personnel|liquidation)\b")
# *To start from this date and within one year its orderly and safe drawdown*
_WITHIN = Expression(
    r"\b(?:drawdown|withdrawal)\b[^.;]{0,80}\bwithin (?P<period>[\w-]+ (?:years?|months))\b"
    r"|\bwithin (?P<time>[\w-]+ (?:years?|months))\b[^.;]{0,60}\b(?:drawdown|withdrawal)\b"
)


class ByWithdrawal:
    """The rule on what is to be done while a mission withdraws."""

    def __init__(self, store: Store, as_of: str, bodies: Bodies, tasks: ByBodies) -> None:
        self._db = store.connection
        self._as_of = as_of
        self._bodies = bodies
        self._tasks = tasks

    def of_withdrawal(self, asked: Asked) -> Standing | None:
        """What is to be done while a mission withdraws begins when its mandate runs out, and takes as long as
        the texts give it: *during the drawdown and withdrawal period, within one year*.
        """
        if not asked.number or asked.force == "note":
            return None
        said = _WITHDRAWS.search(f"{words_before(self._db, asked)} {asked.clause}")
        if not said and not ("this process" in asked.clause and _WITHDRAWAL.search(self._paragraph(asked))):
            return None
        for subject in self._tasks.subjects_of(asked.symbol):
            life = self._bodies.life(subject)
            if life is None or life.last.symbol != asked.symbol or not life.stands.until:
                continue
            ends = self._withdrawn_by(asked.symbol, life.stands.until)
            if not ends or ends < self._as_of:
                continue
            why = f"for the withdrawal of {name_of(subject)}, from {life.stands.until} until about {ends}"
            return Standing("current", why, life.last.place, ends)
        return None

    def _withdrawn_by(self, symbol: str, until: str) -> str:
        """The day by which a resolution has a mission withdrawn, which begins on the day `until`."""
        rows = self._db.execute(
            "SELECT p.text FROM paragraphs AS p JOIN documents AS d ON d.id = p.doc WHERE d.symbol = ?"
            " AND p.kind = 'operative' ORDER BY d.lang, p.seq",
            (symbol,),
        )
        for (text,) in rows:
            if said := _WITHIN.search(fold(text)):
                every = next(iter(find_periods(said["period"] or said["time"])), "")
                return after(until, every) if every else ""
        return ""

    def _paragraph(self, asked: Asked) -> str:
        row = self._db.execute(
            "SELECT p.text FROM paragraphs AS p JOIN documents AS d ON d.id = p.doc WHERE d.symbol = ?"
            " AND p.seq = ? AND p.pinpoint = ? ORDER BY d.lang LIMIT 1",
            (asked.symbol, asked.mandate.seq, f"OP{asked.label}"),
        ).fetchone()
        return fold(row[0]) if row else ""
