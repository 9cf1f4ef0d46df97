"""What became of demands that begin or renew nothing: tasks, calls, requests, statements.

Rules are asked in order; the first that knows something of a demand answers. Each names what in the texts it
rests on. A demand that no rule knows anything of is `open`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from mandex.corpus import lexicon
from mandex.corpus.acts import performed
from mandex.corpus.fold import fold, fold_case, is_chinese
from mandex.corpus.model import Mandate
from mandex.corpus.store import Store
from mandex.index.life.asked import STATES, Asked, is_for_states, is_of_others
from mandex.index.life.bodies import Bodies, Life
from mandex.index.life.chains import has_one_life
from mandex.index.life.echoes import Echoes
from mandex.index.life.matters import Adopted, Matters, countries_in, is_situation
from mandex.index.life.measures import kinds_of
from mandex.index.life.settling import Settler, missing_since
from mandex.index.life.status import Standing, best
from mandex.index.life.step import ENDING, Step, above, covers, root
from mandex.index.life.wording import (
    ADDS,
    AGREED_LANGUAGE,
    AT_ONCE,
    BY_DAY,
    LASTING,
    MEASURES,
    NEXT,
    OBLIGES,
    ON_THIS,
    POLITICAL,
    REPORTS,
    RHYTHM,
    SEIZED,
    SINGLE,
)

_YEAR = timedelta(days=366)
_OVERTAKEN = timedelta(days=3 * 365)
_DORMANT = timedelta(days=5 * 365)
_OLD = timedelta(days=10 * 365)
_MODEL = 5  # paragraphs with names left open from which on a statement is an aide-memoire
_FORGOTTEN = timedelta(days=20 * 365)


Rule = Callable[[Asked], Standing | None]


class Demands:
    """The standing of any demand of a base."""

    def __init__(self, store: Store, settler: Settler) -> None:
        self._db = store.connection
        self._settler = settler
        self._as_of = settler.as_of
        self.bodies = Bodies(store, settler)
        self.matters = Matters(store, settler.as_of)
        self.echoes = Echoes(store, settler.as_of)
        self._titles: dict[str, str] = {}
        self._sanctioned: dict[str, bool] = {}
        self._models: dict[str, bool] = {}
        self._series: dict[str, list[str]] = {}
        self._rules: tuple[Rule, ...] = (
            self._said, self._by_deadline, self._in_next, self._at_once, self._by_body, self._of_closed,
            self._single, self._repeated,
            self._in_series, self._with_regime, self._seized, self._overtaken,
        )  # fmt: skip

    def of(self, symbol: str, label: str, adopted: str, mandate: Mandate | None = None) -> Standing:
        """Whether a demand stands; of a paragraph without one, whether what it sets does."""
        step = self.own_step(symbol, label, mandate)
        if step is not None:
            return self._of_own(step, mandate)
        held = self.matters.of(symbol)
        if held is None and self._is_draft(symbol):
            return Standing("spent", "a draft, which demands nothing")
        number, matter = (held.number, held.matter) if held else (0, self._matter_of_statement(symbol))
        stem = self._stem(symbol, label, mandate)
        adjusts = stem is not None and stem.action in ("exempts", "imposes")  # its days are conditions
        if mandate is not None and not adjusts and (past := self._past(mandate)):
            return past
        if stem is not None:
            return self._exempted_anew(stem, mandate) or self._of_part(stem)
        if (beside := self._beside(symbol, label, mandate)) is not None:
            return self._settler.of_step(beside)
        named = self._named(symbol, number, label, adopted, matter, mandate) if label and number else None
        if named is not None and (named.by or mandate is None):
            return named
        if mandate is None:
            return named or _OPEN
        asked = Asked(
            symbol, number, label, adopted, matter, mandate, fold(f"{mandate.verb} {mandate.measure}")
        )
        found = next((found for rule in self._rules if (found := rule(asked))), named)
        return found or self._under_mandate(asked) or self._unanswered(asked) or _OPEN

    # -- steps

    def own_step(self, symbol: str, label: str, mandate: Mandate | None) -> Step | None:
        """The step that a demand is; the weightiest of its paragraph where no demand is named."""
        own = self._settler.kept.at(symbol, label)
        if not own:
            return None
        if mandate is None:
            return max(own, key=lambda step: (_WEIGHT.get(step.action, 0), step.until)) if label else None
        if own[0].lang.startswith("zh") == is_chinese(mandate.measure):
            same = (step for step in own if (step.seq, step.at) == (mandate.seq, mandate.at.start))
            return next(same, None)
        return next((step for step in own if _is_version(step, mandate)), None)

    def _of_own(self, step: Step, mandate: Mandate | None) -> Standing:
        found = self._exempted_anew(step, mandate) or self._settler.of_step(step)
        note = mandate is not None and mandate.force == "note"
        measures = step.subject.startswith("measures of ")
        if note and step.action == "continues" and found.status == "unclear" and not measures:
            return Standing("spent", f"a statement of {step.adopted}: {found.reason}")
        return found

    def _exempted_anew(self, step: Step, mandate: Mandate | None) -> Standing | None:
        """An exemption without end that a later resolution makes again in the same words."""
        if mandate is None or step.action != "exempts":
            return None
        if self._settler.of_step(step).status not in ("open", "unclear"):
            return None
        clause = fold(f"{mandate.verb} {mandate.measure}")
        again = self.echoes.of(step.matter, step.number, mandate.force, clause)
        return _made_anew(again) if again else None

    def _stem(self, symbol: str, label: str, mandate: Mandate | None) -> Step | None:
        """The step whose sentence a sub-paragraph goes on with: it shares its life."""
        if not above(label) or mandate is None or mandate.force == "note":
            return None
        own = [
            one
            for one in self._settler.kept.at(symbol, above(label))
            if one.action in _CARRYING
            and not (
                one.action == "sets" and has_one_life(one.subject) and self._settler.chains.following(one)
            )
        ]
        return own[-1] if own else None

    def _beside(self, symbol: str, label: str, mandate: Mandate | None) -> Step | None:
        """The renewal with a term whose sentence goes on with a further decision on the same."""
        if mandate is None or mandate.force != "decide":
            return None
        own = self._settler.kept.at(symbol, label)
        before = [one for one in own if one.action == "extends" and one.until and one.at < mandate.at.start]
        same = [one for one in before if one.seq == mandate.seq]
        return same[-1] if same else None

    def _of_part(self, stem: Step) -> Standing:
        """A task of a body stands as long as some living renewal names the paragraph that gave it."""
        found = self._settler.of_step(stem)
        following = self._settler.chains.following(stem)
        if not has_one_life(stem.subject) or not following or found.status != "current":
            return found
        naming = (
            one
            for one in following
            for cited, named in one.targets
            if cited == stem.symbol and covers(named, stem.label) and self._settler.of_step(one).lives
        )
        if next(naming, None) is None:
            return replace(found, status="replaced", reason=f"{found.reason}, which does not go back to it")
        return found

    def _named(
        self, symbol: str, number: int, label: str, adopted: str, matter: str, mandate: Mandate | None
    ) -> Standing | None:
        """What a later paragraph does to this one by name, though it is no step itself."""
        seq = mandate.seq if mandate else 0
        itself = Step(
            0, 0, seq, mandate.at.start if mandate else 0, symbol, number, "en", adopted, label, "imposes",
            _subject_of(mandate, matter), "", (), matter, (), "",
        )  # fmt: skip
        following = self._settler.chains.following(itself)
        if all(has_one_life(one.subject) and one.matter != matter for one in following):
            return None
        if mandate is not None and (mandate.force == "note" or self._is_aside(symbol, label, mandate)):
            return None
        found = self._settler.of_step(itself)
        if found.status == "current" and not found.until:
            return (
                None  # an old confirmation shows that it stood then; whether it stands the other rules tell
            )
        if found.status == "current" and not (mandate and kinds_of(fold(mandate.measure), mandate.topics)):
            # A task named by a renewal that is itself past is past with it.
            surest = best([self._settler.of_step(one) for one in following if has_one_life(one.subject)])
            if surest is not None and not surest.lives:
                return replace(surest, reason=f"named by a renewal that was {surest.reason}")
        return found

    def _is_aside(self, symbol: str, label: str, mandate: Mandate) -> bool:
        """Whether a demand is made beside the renewal of a body, which is what later paragraphs name."""
        own = self._settler.kept.at(symbol, label)
        return mandate.force != "decide" and any(has_one_life(step.subject) for step in own)

    # -- rules

    def _said(self, asked: Asked) -> Standing | None:
        if not asked.number and self._is_model(asked.symbol):
            return Standing("spent", "quotes what was agreed elsewhere, for a draft to be filled in")
        if asked.force != "note" or OBLIGES.search(asked.clause) or self._stem_obliges(asked):
            return None
        if asked.mandate.lemma in LASTING and asked.number and self._is_theme(asked):
            return None
        return Standing("spent", f"a statement of {asked.adopted}, which asks for nothing that lasts")

    def _past(self, mandate: Mandate) -> Standing | None:
        """What was due on days that are over."""
        fixed = [one.date for one in mandate.dates if one.date and (not one.every or BY_DAY.search(one.text))]
        rhythm = any(one.every for one in mandate.dates)
        # *A midterm report by …, a final report by …, and updates each month* is over with the final one.
        once = len(fixed) > rhythm and not any(one.role == "expires" for one in mandate.dates)
        last = max(fixed, default="")
        return Standing("spent", f"was due by {last}", "", last) if once and last < self._as_of else None

    def _by_deadline(self, asked: Asked) -> Standing | None:
        dates = [one for one in asked.mandate.dates if one.date]
        if not dates or any(one.every for one in asked.mandate.dates):
            return None
        last = max(one.date for one in dates)
        if last < self._as_of:
            return Standing("spent", f"ran out on {last}", "", last)
        expires = any(one.role == "expires" for one in dates)
        return None if expires or not asked.number else Standing("current", f"due by {last}", "", last)

    def _at_once(self, asked: Asked) -> Standing | None:
        """What was asked for at once, or a single report, is over some years later."""
        if (
            asked.force in ("decide", "note")
            or is_rhythm(asked.mandate)
            or not self._is_older(asked, _OVERTAKEN)
        ):
            return None
        once = AT_ONCE.search(asked.clause[:300])
        report = asked.force == "request" and REPORTS.search(asked.clause) and not RHYTHM.search(asked.clause)
        if report or (once and not self._is_theme(asked)):
            what = "a single report" if report else "something to be done at once"
            return Standing("spent", f"{what}, asked for on {asked.adopted}")
        return None

    def _in_next(self, asked: Asked) -> Standing | None:
        """What is to be told in the next report is told after a year."""
        told = NEXT.search(asked.clause) or NEXT.search(self._stem_words(asked))
        if told and asked.number and self._is_older(asked, _YEAR):
            return Standing("spent", f"to be told in the next report, asked for on {asked.adopted}")
        return None

    def _of_closed(self, asked: Asked) -> Standing | None:
        """What was asked in a situation about a mission that is over, and about no other."""
        if self._is_theme(asked) or not asked.number or asked.force == "note":
            return None
        words = f"{self._stem_words(asked)} {asked.mandate.measure}"
        named = {one.id for one in lexicon.match_bodies(fold_case(words))}
        missions = [id_ for id_ in named if lexicon.bodies()[id_].kind in ("mission", "force")]
        lives = [self.bodies.life(id_) for id_ in missions]
        known = [life for life in lives if life is not None]
        if not known or len(known) < len(lives) or not all(life.closed for life in known):
            return None
        last = max(known, key=lambda life: life.last.order)
        if last.last.number < asked.number or any(actor in STATES for actor in asked.mandate.actors):
            return None
        return Standing(
            "spent", f"about {_name(last.subject)}, which is over: {last.stands.reason}", last.stands.by,
            last.stands.until,
        )  # fmt: skip

    def _by_body(self, asked: Asked) -> Standing | None:
        """What a body is told to do falls with its mandate, and is told anew when that is renewed."""
        if not asked.number or asked.force == "note":
            return None
        for actor in asked.mandate.actors:
            subject = self.bodies.subject(actor, asked.matter)
            life = self.bodies.life(subject)
            if life is not None and self._is_under(asked, subject, life):
                return self._task(asked, subject, life)
        return None

    def _is_under(self, asked: Asked, subject: str, life: Life) -> bool:
        """Whether a resolution is one of those that give the body its mandate, or on the same matter."""
        return asked.matter == life.last.matter or asked.symbol in self._renewed_by(subject)

    def _is_beside(self, asked: Asked, subject: str) -> bool:
        """Whether a resolution on a theme gives a body a task beside its mandate, which renewals leave alone:
        2462 on the financing of terrorism asks CTED for a report each year.
        """
        return self._is_theme(asked) and asked.symbol not in self._renewed_by(subject)

    def _renewed_by(self, subject: str) -> set[str]:
        return {step.symbol for step in self._settler.kept.on(subject)}

    def _task(self, asked: Asked, subject: str, life: Life) -> Standing | None:
        name = _name(subject)
        if life.closed and life.last.number >= asked.number:
            return Standing(
                "spent",
                f"the mandate of {name} is over: {life.stands.reason}",
                life.stands.by,
                life.stands.until,
            )
        kept = is_rhythm(asked.mandate) and (_is_court(subject) or self._is_beside(asked, subject))
        anew = None if kept else self._anew(asked, subject)
        if anew is not None:
            return Standing(
                "replaced", f"{anew.place} sets out anew what is asked of {name}", anew.place, anew.until
            )
        if life.last.number < asked.number or not life.stands.until:
            return None
        if life.stands.status == "unclear":
            return Standing(
                "unclear", f"a task of {name}: {life.stands.reason}", life.last.place, life.stands.until
            )
        return Standing(
            "current",
            f"a task of {name}, whose mandate runs until {life.stands.until}",
            life.last.place,
            life.stands.until,
        )

    def _anew(self, asked: Asked, subject: str) -> Step | None:
        """The latest renewal that sets out the tasks anew, and does not go back to this resolution."""
        later = self.bodies.renewals(subject, asked.number)
        last = [aim for step in later if step.number == later[-1].number for aim in step.targets]
        # *The Panel, established by resolution 1973 and modified by 2040*: only what gives the mandate.
        own = self._settler.kept.at(asked.symbol, root(asked.label))
        given = not subject.startswith("panel of ") or any(step.subject == subject for step in own)
        if any(
            cited == asked.symbol and covers(named, asked.label) and (named or given) for cited, named in last
        ):
            return None
        renewed = (step for step in reversed(later) if step.action not in ENDING)
        return next((step for step in renewed if self.bodies.sets_out_anew(step.symbol)), None)

    def _repeated(self, asked: Asked) -> Standing | None:
        """What a later resolution on the same matter demands in nearly the same words, it demands anew."""
        if is_rhythm(asked.mandate) and ON_THIS.search(asked.clause):
            return None  # reports on another resolution in the same words
        if asked.force == "decide" and ADDS.search(asked.clause):
            return None  # one more annex of names beside the others
        again = (
            self.echoes.of(asked.matter, asked.number, asked.force, asked.clause) if asked.number else None
        )
        return _made_anew(again) if again else None

    def _in_series(self, asked: Asked) -> Standing | None:
        """What is asked of others in the mandate of a body is asked anew when that is renewed."""
        task = asked.force == "decide" and above(asked.label) and not is_for_states(asked)
        if not (asked.force in POLITICAL or asked.force == "note" or task) or not asked.number:
            return None
        for subject in self._subjects_of(asked.symbol):
            life = self.bodies.life(subject)
            if life is None or is_of_others(asked, subject):
                continue
            anew = self._anew(asked, subject)
            if anew is not None and not task:
                why = f"{anew.place} renews the mandate of {_name(subject)} and sets out anew what is asked"
                return Standing("replaced", why, anew.place)
            if life.closed and not subject.startswith("panel of ") and self._is_older(asked, _OVERTAKEN / 3):
                why = f"asked under the mandate of {_name(subject)}, which is over: {life.stands.reason}"
                return Standing("spent", why, life.stands.by, life.stands.until)
        return None

    def _under_mandate(self, asked: Asked) -> Standing | None:
        """What is asked of others than States where a body's mandate is renewed runs with that mandate, if it
        ran out after the last resolution held, or names the body.
        """
        for subject in () if is_for_states(asked) else self._subjects_of(asked.symbol):
            life = self.bodies.life(subject)
            if life is None or life.closed or life.last.symbol != asked.symbol:
                continue
            if is_of_others(asked, subject):
                continue
            if life.stands.status == "unclear" and life.stands.until > self._settler.horizon.known_to:
                why = f"asked under the mandate of {_name(subject)}: {life.stands.reason}"
                return Standing("unclear", why, life.last.place, life.stands.until)
            named = {one.id for one in lexicon.match_bodies(fold_case(asked.mandate.measure))}
            if life.stands.status == "current" and subject in named and asked.force == "decide":
                why = f"about {_name(subject)}, whose mandate runs until {life.stands.until}"
                return Standing("current", why, life.last.place, life.stands.until)
        return None

    def _subjects_of(self, symbol: str) -> list[str]:
        if symbol not in self._series:
            found = (step.subject for step in self._settler.kept.of(symbol) if step.until)
            self._series[symbol] = [one for one in dict.fromkeys(found) if has_one_life(one)]
        return self._series[symbol]

    def _seized(self, asked: Asked) -> Standing | None:
        if not SEIZED.search(asked.clause) or len(asked.clause) > 200:
            return None
        later = self._later(asked)
        if later:
            return Standing(
                "replaced", f"{later[-1].symbol} was adopted on the same matter since", later[-1].symbol
            )
        return None

    def _single(self, asked: Asked) -> Standing | None:
        task = above(asked.label) and any(actor.endswith("committee") for actor in asked.mandate.actors)
        single = asked.force == "decide" and not task and SINGLE.search(asked.clause[:260])
        if not asked.number or not (single or asked.force == "recommend"):
            return None
        return Standing("spent", f"a single act of {asked.adopted}") if self._is_older(asked, _YEAR) else None

    def _overtaken(self, asked: Asked) -> Standing | None:
        """What was asked in a country's situation years ago, and nothing since goes back to."""
        if self._is_theme(asked) or asked.force == "note":
            return None
        if is_rhythm(asked.mandate):
            own = not _OF_OWN_STATUTE.isdisjoint(asked.mandate.actors)
            return self._forgotten(asked, _OLD) if asked.number and not own else None
        if self._is_part_of_sanctions(asked):
            return None
        if asked.number and (forgotten := self._forgotten(asked)):
            return forgotten
        binding = asked.mandate.chapter_vii and asked.force == "decide" and is_for_states(asked)
        if not self._is_older(asked, _OLD if binding or asked.force == "decide" else _OVERTAKEN):
            return None
        if not asked.number:
            return Standing("spent", f"said of a situation in a statement of {asked.adopted}")
        later = self._later(asked)
        if len(later) > 1 and not binding:
            why = (
                f"asked of a situation of {asked.adopted[:4]}; {len(later)} later resolutions held on the"
                f" same matter, the last {later[-1].symbol}, do not go back to it"
            )
            return Standing("spent", why)
        if (self._is_older(asked, _DORMANT) and not later) or len(later) == 1:
            year = asked.adopted[:4]
            why = f"asked of a situation of {year}, and nothing held on the same matter goes back to it"
            return Standing("spent", why) if self._is_older(asked, _DORMANT) and not binding else None
        return None

    def _forgotten(self, asked: Asked, span: timedelta = _FORGOTTEN) -> Standing | None:
        """What nothing held has spoken of for many years."""
        last = max(self._settler.horizon.last_citing(asked.symbol)[1], asked.adopted)
        if last > (date.fromisoformat(self._as_of) - span).isoformat():
            return None
        return Standing("spent", f"nothing held since {last[:4]} speaks of {asked.symbol}")

    def _unanswered(self, asked: Asked) -> Standing | None:
        """What the base lacks may have settled what binds."""
        if asked.force not in ("decide", "authorize") or self._is_theme(asked) or not asked.number:
            return None
        horizon = self._settler.horizon
        return missing_since(horizon, max(asked.number, horizon.last_citing(asked.symbol)[0]), asked.matter)

    def _with_regime(self, asked: Asked) -> Standing | None:
        """What was decided for measures that are all over."""
        topics = asked.mandate.topics
        speaks = any(one.startswith("sanctions") for one in topics) or MEASURES.search(asked.clause)
        if not asked.number or asked.force == "note" or not (speaks or kinds_of(asked.clause, topics)):
            return None
        imposed = [step for step in self._settler.kept.about(asked.matter) if step.action == "imposes"]
        if not imposed or self._is_under_sanctions(asked.matter) or self._is_theme(asked):
            return None
        last = self._settler.of_step(imposed[-1])
        return Standing("spent", f"the measures that it serves are over: {last.reason}", last.by, last.until)

    def _is_part_of_sanctions(self, asked: Asked) -> bool:
        """Whether a demand on States is part of a regime that lives."""
        if not self._is_under_sanctions(asked.matter):
            return False
        own = [one for one in self._settler.kept.of(asked.symbol) if one.subject.startswith("measures of ")]
        if asked.force == "decide":
            beside = any(one.action == "imposes" and root(one.label) == root(asked.label) for one in own)
            return beside or is_for_states(asked)
        return bool(own) and any(actor in STATES for actor in asked.mandate.actors)

    # -- facts

    def _stem_obliges(self, asked: Asked) -> bool:
        """Whether the sentence that a part goes on with lays down something."""
        return OBLIGES.search(self._stem_words(asked)) is not None

    def _stem_words(self, asked: Asked) -> str:
        """The sentence that a part goes on with, folded; empty for what stands on its own."""
        if not above(asked.label):
            return ""
        row = self._db.execute(
            "SELECT p.text FROM paragraphs AS p JOIN documents AS d ON d.id = p.doc"
            " WHERE d.symbol = ? AND p.pinpoint = ? ORDER BY d.lang LIMIT 1",
            (asked.symbol, f"OP{above(asked.label)}"),
        ).fetchone()
        return fold(row[0]) if row else ""

    def _is_model(self, symbol: str) -> bool:
        """Whether a statement is an aide-memoire: it leaves the names open, *[affected country]*."""
        if symbol not in self._models:
            rows = self._db.execute(
                "SELECT p.text FROM paragraphs AS p JOIN documents AS d ON d.id = p.doc WHERE d.symbol = ?",
                (symbol,),
            )
            open_ = sum(AGREED_LANGUAGE.search(fold(text)) is not None for (text,) in rows)
            self._models[symbol] = open_ >= _MODEL
        return self._models[symbol]

    def _is_under_sanctions(self, matter: str) -> bool:
        """Whether measures on a matter live: what binds beside them is not overtaken by the years."""
        if matter not in self._sanctioned:
            imposed = (step for step in self._settler.kept.about(matter) if step.action == "imposes")
            self._sanctioned[matter] = any(self._settler.of_step(step).lives for step in imposed)
        return self._sanctioned[matter]

    def _later(self, asked: Asked) -> list[Adopted]:
        return [one for one in self.matters.on(asked.matter) if one.number > asked.number]

    def _is_theme(self, asked: Asked) -> bool:
        return not is_situation(asked.matter)

    def _is_older(self, asked: Asked, span: timedelta) -> bool:
        return bool(asked.adopted) and asked.adopted < (date.fromisoformat(self._as_of) - span).isoformat()

    def _is_draft(self, symbol: str) -> bool:
        row = self._db.execute("SELECT type FROM documents WHERE symbol = ? LIMIT 1", (symbol,)).fetchone()
        return row is not None and row[0] == "draft"

    def _matter_of_statement(self, symbol: str) -> str:
        """The country that a statement's title or its text most speaks of; empty where none."""
        if symbol not in self._titles:
            row = self._db.execute(
                "SELECT d.title, (SELECT group_concat(substr(text, 1, 300), ' ') FROM"
                " (SELECT text FROM paragraphs WHERE doc = d.id AND kind = 'body' ORDER BY seq LIMIT 4))"
                " FROM documents AS d WHERE d.symbol = ? ORDER BY d.lang LIMIT 1",
                (symbol,),
            ).fetchone()
            named = next((found for words in row or () if (found := countries_in(words or ""))), [])
            self._titles[symbol] = named[0] if named else ""
        return self._titles[symbol]


def is_rhythm(mandate: Mandate) -> bool:
    """Whether reports are owed again and again: that stays until it is ended, however old it is."""
    return any(one.every and one.role == "reports" for one in mandate.dates)


def _made_anew(again: str) -> Standing:
    return Standing("replaced", f"{again} demands the same anew", again)


_OPEN = Standing("open", "no end is set, and nothing held ends, renews or replaces it")
_CARRYING = frozenset({"imposes", "exempts", "extends", "establishes", "sets"})
_WEIGHT = {"imposes": 3, "extends": 2, "establishes": 2, "continues": 2, "sets": 1}


def _subject_of(mandate: Mandate | None, matter: str) -> str:
    """What a demand that is no step is about: what States are to do, no renewal of a body renews."""
    states = mandate is not None and any(actor in STATES for actor in mandate.actors)
    return f"measures of {matter}" if states else ""


def _is_court(subject: str) -> bool:
    """Whether a body's renewals are terms of its judges, which tell it nothing anew."""
    body = lexicon.bodies().get(subject)
    return body is not None and body.kind == "court"


# Bodies with a statute that is not the Council's: what they are invited to report again and again only the
# texts end, however long nothing speaks of it (1593 OP8, the Prosecutor on Darfur).
_OF_OWN_STATUTE = frozenset({"icc", "icj", "opcw", "iaea"})


def _is_version(step: Step, mandate: Mandate) -> bool:
    """Whether a step read from another language version is this demand."""
    # 到2025年7月31日前应采取必要措施 is read as what is due by then.
    if step.until and any(one.date == step.until for one in mandate.dates):
        return True
    return not step.until and (performed(fold(mandate.measure)) == step.action or step.action == "imposes")


def _name(subject: str) -> str:
    body = lexicon.bodies().get(subject)
    return body.label_en if body else f"the {subject}"
