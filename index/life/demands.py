"""What became of demands that begin or renew nothing: tasks, calls, requests, statements.

Rules are asked in order; the first that knows something of a demand answers. Each names what in the texts it
rests on. A demand that no rule knows anything of is `open`.
"""

from __future__ import annotations

from collections.abc import Callable

from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.corpus.model import Mandate
from mandex.corpus.store import Store
from mandex.corpus.symbols import resolution_number
from mandex.index.life.asked import Asked, words_before
from mandex.index.life.bodies import Bodies
from mandex.index.life.by_age import ByAge, is_void
from mandex.index.life.by_bodies import ByBodies
from mandex.index.life.by_criteria import ByCriteria
from mandex.index.life.by_days import ByDays
from mandex.index.life.by_fellows import ByFellows
from mandex.index.life.by_measures import ByMeasures
from mandex.index.life.by_procedure import ByProcedure
from mandex.index.life.by_scope import ByScope
from mandex.index.life.by_steps import BySteps
from mandex.index.life.by_withdrawal import ByWithdrawal
from mandex.index.life.echoes import Echoes, made_anew
from mandex.index.life.matters import Matters
from mandex.index.life.overtaking import Overtaking
from mandex.index.life.repeated import Repeated
from mandex.index.life.reporting import AskedFor
from mandex.index.life.serving import Serving
from mandex.index.life.settling import Settler, missing_since
from mandex.index.life.statements import Statements
from mandex.index.life.status import Standing, best
from mandex.index.life.step import Step, above
from mandex.index.life.versions import Versions
from mandex.index.life.wording import (
    ADDS,
    ATTITUDE,
    HOPES,
    LASTING,
    OBLIGES,
    ON_ANOTHER,
    ON_THIS,
    POLITICAL,
    SHOULD,
    WEIGHING,
)

_OPEN = Standing("open", "no end is set, and nothing held ends, renews or replaces it")

# *Affirms that it shall keep the measures under continuous review*: nobody else must do anything.
_ITSELF = Expression(r"\bthat it shall\b")

Rule = Callable[[Asked], Standing | None]


class Demands:
    """The standing of any demand of a base."""

    def __init__(self, store: Store, settler: Settler) -> None:
        self._store = store
        self._db = store.connection
        self._settler = settler
        self._as_of = settler.as_of
        self.bodies = Bodies(store, settler)
        self.matters = Matters(store, settler.as_of)
        self.echoes = Echoes(store, settler.as_of)
        self._steps = BySteps(settler, self.echoes)
        self._tasks = tasks = ByBodies(store, settler, self.bodies, self.matters)
        self._measures = measures = ByMeasures(store, settler, self.matters)
        self._said_anew = Repeated(store, settler, self.matters)
        self.who_is_listed = ByCriteria(store, settler, self.matters)
        self._days = days = ByDays(store.connection, settler.as_of)
        self._procedures = procedures = ByProcedure(store, settler)
        leaving = ByWithdrawal(store, settler.as_of, self.bodies, tasks)
        age = ByAge(store, settler, self.matters, measures)
        self._versions = Versions(store)
        # Of the last resolution asked about: its other versions ask for the same.
        self._known: dict[tuple[str, str, str, Mandate | None], Standing] = {}
        self._last = ""
        self._reports: dict[str, Overtaking] = {}
        self.asked_for = AskedFor(store, settler.as_of)
        self.is_latest: set[tuple[str, str, int]] = set()  # paragraphs whose reports none overtakes
        self.statements = Statements(store.connection)
        scope = ByScope(store, settler, self._scope_anew)
        self._serving = Serving(settler, scope.named, measures.is_part)
        self._fellows = ByFellows(store, settler.as_of, self._beside)
        self._rules: tuple[Rule, ...] = (
            scope.of_scope, self._fellows.of_own_paragraph, self._said, tasks.led_anew, days.ceased,
            days.by_deadline, days.in_next, leaving.of_withdrawal, procedures.of_procedure,
            self._unless_watched(age.reported),
            self._unless_watched(self._unless_repeated(age.at_once)),
            tasks.of_body, tasks.of_closed, tasks.of_committee,
            age.single, self._repeated, tasks.in_series, measures.restated, days.of_stem,
            days.in_named_years, days.done_once, days.sequel, measures.with_regime,
            measures.with_lifted, age.void, age.seized, self._unless_watched(age.overtaken), self._noted_anew,
            tasks.beside_watchers,
        )  # fmt: skip

    def of(self, symbol: str, label: str, adopted: str, mandate: Mandate | None = None) -> Standing:
        """Whether a demand stands, in Chinese as in English; of a paragraph without one, what it sets."""
        if mandate is not None:
            mandate = self._versions.in_english(symbol, label, mandate) or mandate
        key = symbol, label, adopted, mandate
        if key not in self._known:
            if symbol != self._last:
                self._known.clear()
                self._last = symbol
            self._known[key] = self._judged(symbol, label, adopted, mandate)
        return self._known[key]

    def _judged(self, symbol: str, label: str, adopted: str, mandate: Mandate | None) -> Standing:
        return self._days.to_last_report(self._of(symbol, label, adopted, mandate), mandate)

    def _of(self, symbol: str, label: str, adopted: str, mandate: Mandate | None) -> Standing:
        step = self._steps.own(symbol, label, mandate)
        if step is not None:
            laid = self._measures.laid_anew(step)
            return laid or self._measures.fallen(step, self._steps.of_own(step, mandate))
        held = self.matters.of(symbol)
        if held is None and self._is_draft(symbol):
            return Standing("spent", "a draft, which demands nothing")
        number, matter = (held.number, held.matter) if held else (0, self.statements.matter(symbol))
        asked = None
        if mandate is not None:
            clause = fold(f"{mandate.verb} {mandate.measure}")
            asked = Asked(symbol, number, label, adopted, matter, mandate, clause)
        if asked is not None and (done := self._days.pending(asked) or self._steps.continued(asked)):
            return done
        stem = self._steps.stem(symbol, label, mandate)
        adjusts = stem is not None and stem.action in ("exempts", "imposes")  # its days are conditions
        if mandate is not None and not adjusts and (past := self._days.past(mandate)):
            return past
        if stem is not None:
            return self._steps.exempted_anew(stem, mandate) or self._steps.of_part(stem)
        if (beside := self._steps.beside(symbol, label, mandate)) is not None:
            return self._settler.of_step(beside)
        if asked is not None and (listed := self._who_is_listed(asked)):
            return listed
        named = (
            self._steps.named(symbol, number, label, adopted, matter, mandate) if label and number else None
        )
        if asked is None:
            return named or _OPEN
        if named is not None and named.by:
            doubtful = named.status == "unclear"
            anew = doubtful and asked.force in POLITICAL and self._tasks.in_series(asked)
            return (doubtful and self._tasks.of_dead(asked)) or anew or named
        found = next((found for rule in self._rules if (found := rule(asked))), named)
        found = found or self._tasks.under_mandate(asked) or self._tasks.of_helpers(asked)
        found = found or self._tasks.of_founded(asked) or self._fellows.of_list(asked)
        found = found or self._procedures.of_living(asked)
        found = found or self._unanswered(asked) or self._fellows.of_resolution(asked)
        found = found or self._reported_under(asked) or self._serving.of_served(asked)
        found = found or self._fellows.going_on(asked) or _OPEN
        return (found.lives and self._asked_anew(asked)) or found

    def of_step(self, step: Step) -> Standing:
        """What became of a step, whatever demand it is."""
        laid = self._measures.laid_anew(step)
        return laid or self._measures.fallen(step, self._settler.of_step(step))

    def own_step(self, symbol: str, label: str, mandate: Mandate | None) -> Step | None:
        """The step that a demand is; the weightiest of its paragraph where no demand is named."""
        return self._steps.own(symbol, label, mandate)

    def _beside(self, asked: Asked, id_: int, label: str) -> Standing:
        """What became of another demand of the same resolution."""
        mandate = self._store.mandate(id_)
        mandate = self._versions.in_english(asked.symbol, label, mandate) or mandate
        return self._judged(asked.symbol, label, asked.adopted, mandate)

    # -- rules

    def _unless_watched(self, rule: Rule) -> Rule:
        """A rule of age, for what the last resolution on a matter no longer has reported on."""

        def of_old(asked: Asked) -> Standing | None:
            found = rule(asked)
            if found is None or max(self.matters.numbers_on(asked.matter), default=0) > asked.number:
                return found
            return None if self._fellows.is_watched(asked) else found

        return of_old

    def _unless_repeated(self, rule: Rule) -> Rule:
        """A rule on what is done some day, for what no later resolution asks for anew."""

        def of_last(asked: Asked) -> Standing | None:
            found = rule(asked)
            return (found and self._repeated(asked)) or found

        return of_last

    def _said(self, asked: Asked) -> Standing | None:
        if not asked.number and self.statements.is_model(asked.symbol):
            return Standing("spent", "quotes what was agreed elsewhere, for a draft to be filled in")
        if asked.force != "note":
            return None
        if not HOPES.search(asked.clause) and (OBLIGES.search(asked.clause) or self._stem_obliges(asked)):
            return None
        if asked.number and (is_void(asked) or (asked.is_theme and _lasts(asked))):
            return None
        if meant := self._gone_back_to(asked) or self._fellows.leads_to(asked):
            return meant
        return Standing("spent", f"a statement of {asked.adopted}, which asks for nothing that lasts")

    def _gone_back_to(self, asked: Asked) -> Standing | None:
        """What says how it is stands as long as a demand that goes back to it lives: *to implement resolution
        242 (1967) in all of its parts* (338 OP2), which affirms two principles.
        """
        if not asked.number or asked.mandate.lemma not in LASTING or ATTITUDE.search(asked.clause):
            return None
        _, place = self._settler.horizon.last_going_back(asked.symbol, asked.label, whole=True)
        symbol, _, label = place.partition(" OP")
        rows = self._db.execute(
            "SELECT m.id, d.date FROM documents AS d CROSS JOIN paragraphs AS p ON p.doc = d.id"
            " CROSS JOIN mandates AS m ON m.doc = p.doc AND m.seq = p.seq"
            " WHERE d.symbol = ? AND p.kind = 'operative' AND p.pinpoint = ?"
            " AND d.lang = (SELECT min(lang) FROM documents WHERE symbol = d.symbol) ORDER BY m.id",
            (symbol, f"OP{label}"),
        )
        lives = best([self.of(symbol, label, day, self._store.mandate(id_)) for id_, day in rows])
        if lives is None or lives.status not in ("current", "open"):
            return None
        return Standing("open", f"{place} goes back to it: {lives.reason}", place)

    def _scope_anew(self, asked: Asked) -> Standing | None:
        """What a later resolution says of measures in the same words, or lays down anew with all of them."""
        return self._repeated(asked) or self._measures.restated(asked) or self._said_anew.noted_anew(asked)

    def _who_is_listed(self, asked: Asked) -> Standing | None:
        found = self.who_is_listed.of_criteria(asked)
        return (self._repeated(asked) or self._measures.restated(asked) or found) if found else None

    def _asked_anew(self, asked: Asked) -> Standing | None:
        """Reports owed again and again that a later resolution asks for anew."""
        if not asked.number or not asked.is_rhythm:
            return None
        place = asked.symbol, asked.label, asked.mandate.seq
        anew = "" if place in self.is_latest else self.overtaking(asked.matter).of(*place)
        return Standing("replaced", f"{anew} asks for the same reports anew", anew) if anew else None

    def _reported_under(self, asked: Asked) -> Standing | None:
        """Reports owed again and again in a situation run with the mandate that their resolution gives."""
        if (
            not asked.number
            or asked.is_theme
            or not asked.is_rhythm
            or ON_ANOTHER.search(asked.mandate.measure)
        ):
            return None
        stands = best([self._settler.of_step(step) for step in self._settler.kept.setting(asked.symbol)])
        return stands if stands is not None and stands.until and stands.lives else None

    def overtaking(self, matter: str) -> Overtaking:
        """The demands for reports on a matter."""
        if matter not in self._reports:
            self._reports[matter] = Overtaking(self._db, self.asked_for.on(matter))
        return self._reports[matter]

    def _repeated(self, asked: Asked) -> Standing | None:
        """What a later resolution on the same situation demands in nearly the same words, or the next of a
        series on a theme, it demands anew.
        """
        if asked.is_rhythm and ON_THIS.search(asked.clause):
            return None  # reports on another resolution in the same words
        if self._steps.leads_to_measures(asked.symbol, asked.label):
            return None  # *all States shall prevent the supply of:*, 1718 OP8(a)
        if asked.force == "decide" and ADDS.search(asked.clause):
            return None  # one more annex of names beside the others
        if not asked.number:
            return None
        find = self.echoes.in_series if asked.is_theme else self.echoes.of
        again = find(asked.matter, asked.number, asked.clause)
        return made_anew(again) if again else None

    def _noted_anew(self, asked: Asked) -> Standing | None:
        """A statement that a later resolution makes in nearly the same words; what recalls on a theme what
        somebody must do falls only with the next of a series (2178 OP12, said again in 2734 OP13).
        """
        found = self._said_anew.noted_anew(asked)
        obliges = OBLIGES.search(asked.clause) and not _ITSELF.search(asked.clause)
        if found is None or not asked.is_theme or not obliges:
            return found
        later = resolution_number(found.by.partition(" OP")[0]) or 0
        return found if self.echoes.is_next(asked.matter, later, asked.number, asked.clause) else None

    def _unanswered(self, asked: Asked) -> Standing | None:
        """What the base lacks may have settled what binds."""
        if asked.force not in ("decide", "authorize") or asked.is_theme or not asked.number:
            return None
        horizon = self._settler.horizon
        return missing_since(horizon, max(asked.number, horizon.last_citing(asked.symbol)[0]), asked.matter)

    # -- facts

    def _stem_obliges(self, asked: Asked) -> bool:
        """Whether the sentence that a part goes on with lays down something."""
        return OBLIGES.search(words_before(self._db, asked)) is not None

    def _is_draft(self, symbol: str) -> bool:
        row = self._db.execute("SELECT type FROM documents WHERE symbol = ? LIMIT 1", (symbol,)).fetchone()
        return row is not None and row[0] == "draft"


def _lasts(asked: Asked) -> bool:
    """Whether a statement on a theme holds beyond its day."""
    lemma = asked.mandate.lemma
    if ATTITUDE.search(asked.clause) and not above(asked.label):
        return False
    weighed = lemma in WEIGHING and (above(asked.label) or SHOULD.search(asked.clause))
    return lemma in LASTING or bool(weighed)
