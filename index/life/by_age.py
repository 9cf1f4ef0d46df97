"""What became of demands by the years gone since: single acts, what was due at once, old situations."""

from __future__ import annotations

from datetime import date, timedelta

from mandex.corpus.expressions import Expression
from mandex.corpus.store import Store
from mandex.index.life.asked import WATCHING, Asked, is_for_states, is_on_states
from mandex.index.life.by_measures import ByMeasures
from mandex.index.life.deadlines import is_asked_again
from mandex.index.life.matters import Adopted, Matters
from mandex.index.life.settling import Settler
from mandex.index.life.status import Standing
from mandex.index.life.statutes import OF_OWN_STATUTE, Statutes
from mandex.index.life.step import above
from mandex.index.life.wording import (
    AT_ONCE,
    CEASES,
    DEMANDING,
    EACH_TIME,
    EVER_AGAIN,
    LASTING,
    PRINCIPLES,
    REPORTS,
    RESTATES,
    RHYTHM,
    SEIZED,
    SINGLE,
    VOID,
)

_FEW = 2  # later resolutions, too few to tell that nothing goes back to it
_YEAR = timedelta(days=366)
_OVERTAKEN = timedelta(days=3 * 365)
_DORMANT = timedelta(days=5 * 365)
_OLD = timedelta(days=10 * 365)
_FORGOTTEN = timedelta(days=20 * 365)
# *Adopts the de-listing procedure in the document annexed to this resolution*
_PROCEDURE = Expression(r"^\W*(?:adopts? ){1,2}the (?:[\w-]+ )?procedure\b")
# *Decides that the Syrian Arab Republic shall not use, develop, produce chemical weapons* (2118 OP4), *that
# the DPRK shall not conduct any further launches* (2094 OP2): no years end that; left: *shall not apply to*.
# Also *demands that non-State actors not develop, acquire …* (2118 OP19).
_FOR_GOOD = Expression(
    r"^\W*decides? (?:that )?[^,;]{0,80}\bshall not (?!(?:therefore )?apply\b|prevent\b)"
    r"|^\W*demands? [^,;]{0,80}(?<!shall )\bnot (?:develop|acquire|conduct any further)\b"
)


_NEW_PROCEDURE = "replaces the procedure"
_OF_STATUTE = Standing(
    "open", "no years end what is decided of a body with a statute of its own, and no text held does"
)
_VOID = Standing("open", "no years end what is declared void or final, and no text held takes it back")


class ByAge:
    """Rules on demands that no text ends."""

    def __init__(self, store: Store, settler: Settler, matters: Matters, measures: ByMeasures) -> None:
        self._db = store.connection
        self._as_of = settler.as_of
        self._settler = settler
        self._horizon = settler.horizon
        self._matters = matters
        self._measures = measures
        self._statutes = Statutes(store)

    def void(self, asked: Asked) -> Standing | None:
        """No years end that something is void."""
        return _VOID if asked.number and is_void(asked) else None

    def at_once(self, asked: Asked) -> Standing | None:
        """What was asked for at once is over some years later."""
        once = AT_ONCE.search(asked.clause[:300]) and not asked.is_theme and not CEASES.search(asked.clause)
        if self._may_be_done(asked) and once and self._is_past(asked, _OVERTAKEN):
            return Standing("spent", f"something to be done at once, asked for on {asked.adopted}")
        return None

    def reported(self, asked: Asked) -> Standing | None:
        """A single report is over some years later."""
        report = asked.force == "request" and REPORTS.search(asked.clause) and not RHYTHM.search(asked.clause)
        if report and self._may_be_done(asked) and not is_asked_again(asked.clause):
            return Standing("spent", f"a single report, asked for on {asked.adopted}")
        return None

    def _may_be_done(self, asked: Asked) -> bool:
        """Whether what was asked for years ago may be done."""
        once = asked.force not in ("decide", "note") and not asked.is_rhythm
        return once and self._is_older(asked, _OVERTAKEN) and not EACH_TIME.search(asked.clause)

    def single(self, asked: Asked) -> Standing | None:
        """An act that is over when it is done: *decides to dispatch a mission*."""
        task = above(asked.label) and any(actor.endswith("committee") for actor in asked.mandate.actors)
        if _PROCEDURE.search(asked.clause):
            return self._procedure(asked)
        single = asked.force == "decide" and not task and SINGLE.search(asked.clause[:260])
        # *recommends to the General Assembly*; left: *recommends all Member States to implement the scheme*
        once = asked.force == "recommend" and not is_on_states(asked.mandate)
        if not asked.number or not (single or once):
            return None
        if EVER_AGAIN.search(asked.clause):
            return None
        return Standing("spent", f"a single act of {asked.adopted}") if self._is_older(asked, _YEAR) else None

    def _procedure(self, asked: Asked) -> Standing | None:
        """A procedure that is adopted lasts until a later one replaces it by name."""
        row = self._db.execute(
            "SELECT d.symbol, p.pinpoint FROM mandates AS m JOIN documents AS d ON d.id = m.doc"
            " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq"
            " WHERE m.measure LIKE ? AND d.number > ? AND d.date <= ? ORDER BY d.number DESC LIMIT 1",
            (f"%replaces the procedure set out in resolution {asked.number} (%", asked.number, self._as_of),
        ).fetchone()
        place = f"{row[0]} {row[1]}" if row else ""
        return Standing("replaced", f"{place} {_NEW_PROCEDURE}", place) if row else None

    def overtaken(self, asked: Asked) -> Standing | None:
        """What was asked in a country's situation years ago, and nothing since goes back to."""
        if self._statutes.ask(asked):
            return _OF_STATUTE
        if asked.is_theme:
            return self._forgotten(asked) if asked.number else None
        if asked.force == "note":
            return self._as_noted(asked)
        if asked.is_rhythm:
            own = not OF_OWN_STATUTE.isdisjoint(asked.mandate.actors)
            return self._forgotten(asked, _OLD) if asked.number and not own else None
        if asked.number and (forgotten := self._forgotten(asked)):
            return forgotten
        if self._measures.is_part(asked):
            return None
        binding = asked.force == "decide" and is_for_states(asked)
        if not self._is_past(asked, _OLD if asked.force == "decide" else _OVERTAKEN):
            return None
        if not asked.number:
            return self._said_of_situation(asked)
        if asked.force in ("decide", "demand") and _FOR_GOOD.search(asked.clause):
            return None
        if binding or (len(self._later(asked)) < _FEW and not self._is_past(asked, _DORMANT)):
            return None
        return self._not_gone_back_to(asked)

    def _said_of_situation(self, asked: Asked) -> Standing | None:
        if not self._is_older(asked, _OVERTAKEN):
            return None
        return Standing("spent", f"said of a situation in a statement of {asked.adopted}")

    def _not_gone_back_to(self, asked: Asked) -> Standing:
        day, place = self._gone_back_to(asked)
        later = [one for one in self._later(asked) if one.date > day]
        last = f", and last gone back to by {place}" if place else ""
        said = f"asked of a situation of {asked.adopted[:4]}{last}"
        if not later:
            return Standing("spent", f"{said}; no operative paragraph held names it since")
        why = (
            f"no operative paragraph of the {len(later)} later resolutions held on the same matter, the last"
            f" {later[-1].symbol}, goes back to this one"
        )
        return Standing("spent", f"{said}; {why}")

    def _gone_back_to(self, asked: Asked) -> tuple[str, str]:
        """Day and place of the last paragraph that goes back to a demand of a resolution."""
        if not asked.number:
            return "", ""
        whole = asked.force in DEMANDING
        return self._horizon.last_going_back(asked.symbol, asked.label, whole=whole)

    def _is_past(self, asked: Asked, span: timedelta) -> bool:
        """Whether it is longer ago than that since it was asked, and since a text last went back to it."""
        if not self._is_older(asked, span):
            return False
        return self._gone_back_to(asked)[0] < (date.fromisoformat(self._as_of) - span).isoformat()

    def _as_noted(self, asked: Asked) -> Standing | None:
        """What a statement lays down in a situation (*the parties must guarantee the safety of …*) falls with
        what its resolution set, or with the years, unless it is a principle of a settlement.
        """
        if PRINCIPLES.search(asked.clause) or self._measures.serves(asked):
            return None
        if not asked.number:  # reminders to all States go beyond the situation
            return None if is_on_states(asked.mandate) else self._said_of_situation(asked)
        set_ = [one for one in self._settler.kept.of(asked.symbol) if one.until or one.action == "imposes"]
        ends = [self._settler.of_step(one) for one in set_]
        # what was renewed is not over, though this renewal of it is
        if ends and not any(one.lives or one.status == "replaced" for one in ends):
            last = ends[-1]
            return Standing("spent", f"about what the resolution set, which is over: {last.reason}", last.by)
        lasts = is_on_states(asked.mandate) or RESTATES.search(asked.clause)
        if lasts or not self._is_past(asked, _OLD) or not self._later(asked):
            return None
        return self._forgotten(asked) or self._not_gone_back_to(asked)

    def _forgotten(self, asked: Asked, span: timedelta = _FORGOTTEN) -> Standing | None:
        """What nothing held has gone back to for many years; of themes and rhythms, what nothing names."""
        recalled = asked.is_theme or asked.is_rhythm
        horizon = self._horizon
        said = horizon.last_citing(asked.symbol)[1] if recalled else horizon.last_spoken_of(asked.symbol)
        last = max(said, asked.adopted)
        if last > (date.fromisoformat(self._as_of) - span).isoformat():
            return None
        if recalled:
            return Standing("spent", f"no resolution held since {last[:4]} names {asked.symbol}")
        why = f"no operative paragraph held since {last[:4]} speaks of {asked.symbol} as in force"
        return Standing("spent", why)

    def seized(self, asked: Asked) -> Standing | None:
        """*Decides to remain seized of the matter*, which every resolution says anew; the last says it of a
        mission that may be over since.
        """
        if not SEIZED.search(asked.clause) or len(asked.clause) > 200:
            return None
        later = self._later(asked)
        if later:
            return Standing(
                "replaced", f"{later[-1].symbol} was adopted on the same matter since", later[-1].symbol
            )
        set_ = self._settler.kept.of(asked.symbol)
        if any(one.subject.startswith((*WATCHING, "measures of ")) for one in set_):
            set_ = self._settler.kept.about(asked.matter)  # what a panel watched may go on without it
        ends = [self._settler.of_step(one) for one in set_]
        if not ends or any(one.lives for one in ends):
            return None
        why = f"of what its resolution set, which is over: {ends[-1].reason}"
        return Standing("spent", why, ends[-1].by, ends[-1].until)

    def _is_older(self, asked: Asked, span: timedelta) -> bool:
        return asked.is_older(span, self._as_of)

    def _later(self, asked: Asked) -> list[Adopted]:
        return [one for one in self._matters.on(asked.matter) if one.number > asked.number]


def is_procedure(stands: Standing) -> bool:
    """Whether what stands so is a procedure in whose place another came."""
    return stands.reason.endswith(_NEW_PROCEDURE)


def is_void(asked: Asked) -> bool:
    """Whether a demand declares something void, or asks that nobody recognize it; left: *commends the
    Government for its decision not to recognize*.
    """
    lasts = asked.force in ("decide", "demand", "call") or asked.mandate.lemma in LASTING
    return lasts and VOID.search(asked.clause) is not None
