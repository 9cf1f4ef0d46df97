"""What became of demands that stand with the mandate of a body: its tasks, and what is asked beside them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import timedelta

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold, fold_case
from mandex.corpus.store import Store
from mandex.index.life.asked import (
    WATCHING,
    Asked,
    is_for_states,
    is_of_others,
    is_on_states,
    serves_measures,
    words_before,
)
from mandex.index.life.bodies import Bodies, Life
from mandex.index.life.chains import has_one_life
from mandex.index.life.living import is_living
from mandex.index.life.matters import Matters
from mandex.index.life.settling import Settler
from mandex.index.life.status import Standing
from mandex.index.life.step import ENDING, Step, above, covers, root
from mandex.index.life.wording import POLITICAL

_YEAR = timedelta(days=365)
_COMMITTEE = Expression(r"(?i)\bextend\b.{0,60}\bmandate of the (?:\d+ )?committee\b|延长.{0,12}委员会的任务")

# *The Office, established by resolution 1904, as reflected in the procedures outlined in annex II of this
# resolution*: what the founding resolution tells it is past; left: *as set out in resolution 2617*.
_HERE = Expression(
    r"(?i)\b(?:as|with)\b[^.;,]{0,80}\bannex\b[^.;,]{0,8} (?:of|to) this resolution\b|本决议附件"
)

_OVERSEEN = Expression(
    r"\b(?:panel|committee|(?:monitoring )?group|ban|embargo|sanctions|measures|arms|weapons)\b"
)
_SANCTIONS = ("measures of ", "panel of ")

# *All parties and all Member States to ensure cooperation with the Panel of Experts*, *to ensure the security
# of its members and facilitate access for it*
_HELPS = Expression(
    r"\b(?:cooperat\w+|information sharing|provide \w+ information|access)\b[^.;]{0,120}"
    r"\b(?:(?:panel|group) of experts|monitoring group|the panel)\b"
    r"|\bsupport (?:the )?panel(?:['’]s)? (?:investigat\w+ )?(?:work|investigations)\b"
    r"|\bsecurity of (?:the )?members of the (?:(?:panel|group) of experts|monitoring group)\b"
    r"|与专家[小组]{1,2}合作|专家[小组]{1,2}成员的安全"
)
# *Authorizes the Member States participating in the GSF to take all necessary measures*: its own power.
_TAKE_PART = Expression(
    r"^.{0,40}?\b[Mm]ember [Ss]tates (?:participating|taking part) in (?:the )?(?P<en>[^,;]{2,60})"
    r"|^.{0,20}?参加(?P<zh>[^，；]{2,24})的会员国"
)
# Taken: *requests that administrative support to the SEMG be adjusted*, *the Panel’s activities shall
# support the Council*; left: *any individual, group, undertaking or entity*.
_WATCHER = Expression(
    r"\b(?:panel|experts?|(?:the|monitoring|evaluation) group|monitoring team|the team|ombudsperson|semg"
    r"|their mandate|this mandate|administrative (?:measures|arrangements|support))\b"
    r"|专家|监测[组队]|监察员|行政"
)
_LED = Expression(r"\b(?:should|shall|will) be led by\b")


class ByBodies:
    """Rules on demands in resolutions that give a body its mandate or speak of it."""

    def __init__(self, store: Store, settler: Settler, bodies: Bodies, matters: Matters) -> None:
        self._db = store.connection
        self._matters = matters
        self._settler = settler
        self._bodies = bodies
        self._series: dict[str, list[str]] = {}
        self._terms: dict[str, list[Step]] = {}

    def of_closed(self, asked: Asked) -> Standing | None:
        """What was asked in a situation about a mission that is over, and about no other."""
        if asked.is_theme or not asked.number or asked.force == "note":
            return None
        words = f"{words_before(self._db, asked)} {asked.mandate.measure}"
        named = {one.id for one in lexicon.match_bodies(fold_case(words))}
        bodies = [id_ for id_ in named if is_living(id_)]
        lives = [self._bodies.life(self._bodies.subject(id_, asked.matter)) for id_ in bodies]
        known = [life for life in lives if life is not None]
        if not known or len(known) < len(lives) or not all(life.closed for life in known):
            return None
        last = max(known, key=lambda life: life.last.order)
        if last.last.number < asked.number or (is_on_states(asked.mandate) and serves_measures(asked)):
            return None
        return Standing(
            "spent", f"about {name_of(last.subject)}, which is over: {last.stands.reason}", last.stands.by,
            last.stands.until,
        )  # fmt: skip

    def of_body(self, asked: Asked) -> Standing | None:
        """What a body is told to do falls with its mandate, and is told anew when that is renewed."""
        if not asked.number or asked.force == "note":
            return None
        for body in (*asked.mandate.actors, *_forces_of(asked)):
            subject = self._bodies.subject(body, asked.matter)
            life = self._bodies.life(subject)
            if life is not None and self._is_under(asked, subject, life):
                return self._task(asked, subject, life)
        return None

    def of_committee(self, asked: Asked) -> Standing | None:
        """What a committee is told where its mandate is extended for a term is told anew at the next."""
        if not asked.number or not any(actor.endswith("committee") for actor in asked.mandate.actors):
            return None
        terms = self._terms_on(asked.matter)
        later = [one for one in terms if one.number > asked.number and self._bodies.sets_out_anew(one.symbol)]
        if not later or not any(one.symbol == asked.symbol for one in terms):
            return None
        anew = later[-1]
        why = f"{anew.place} extends the committee's mandate and sets out anew what is asked of it"
        return Standing("replaced", why, anew.place)

    def _terms_on(self, matter: str) -> list[Step]:
        """The steps on a matter that prolong the mandate of a committee."""
        if matter not in self._terms:
            renewals = self._settler.kept.about(matter, "extends")
            self._terms[matter] = [one for one in renewals if _extends_committee(one)]
        return self._terms[matter]

    def _is_under(self, asked: Asked, subject: str, life: Life) -> bool:
        """Whether a resolution is one of those that give the body its mandate, or on the same matter."""
        return asked.matter == life.last.matter or asked.symbol in self._renewed_by(subject)

    def _is_beside(self, asked: Asked, subject: str) -> bool:
        """Whether a resolution on a theme gives a body a task beside its mandate, which renewals leave alone:
        2462 on the financing of terrorism asks CTED for a report each year, 2396 OP48 tells it what to weigh
        whenever it assesses a State.
        """
        return asked.is_theme and asked.symbol not in self._renewed_by(subject)

    def _is_among_measures(self, asked: Asked, subject: str) -> bool:
        """Whether a mission is asked for help where sanctions are laid down or overseen, which the renewals
        of its mandate leave alone: *requests Member States and AUSSOM to provide information to the Panel*.
        """
        renewed = asked.symbol in self._renewed_by(subject)
        if subject.startswith(WATCHING) or renewed or asked.is_theme or not _OVERSEEN.search(asked.clause):
            return False
        return any(step.subject.startswith(_SANCTIONS) for step in self._settler.kept.of(asked.symbol))

    def _renewed_by(self, subject: str) -> set[str]:
        return {step.symbol for step in self._settler.kept.on(subject)}

    def _task(self, asked: Asked, subject: str, life: Life) -> Standing | None:
        name = name_of(subject)
        if life.closed and life.last.number >= asked.number:
            return Standing(
                "spent",
                f"the mandate of {name} is over: {life.stands.reason}",
                life.stands.by,
                life.stands.until,
            )
        beside = self._is_beside(asked, subject)
        if self._is_among_measures(asked, subject) or (beside and not asked.is_rhythm):
            return None
        kept = asked.is_rhythm and (_is_court(subject) or beside)
        anew = None if kept else self._anew(asked, subject)
        if anew is not None:
            return Standing("replaced", f"{anew.place} sets out anew what is asked of {name}", anew.place)
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
        later = self._bodies.renewals(subject, asked.number)
        last = [aim for step in later if step.number == later[-1].number for aim in step.targets]
        if any(_HERE.search(step.clause) for step in later if step.number == later[-1].number):
            last = [aim for aim in last if aim[1]]
        # *The Panel, established by resolution 1973 and modified by 2040*: only what gives the mandate.
        own = self._settler.kept.at(asked.symbol, root(asked.label))
        given = not subject.startswith("panel of ") or any(step.subject == subject for step in own)
        if any(
            cited == asked.symbol and covers(named, asked.label) and (named or given) for cited, named in last
        ):
            return None
        renewed = (step for step in reversed(later) if step.action not in ENDING)
        return next((step for step in renewed if self._bodies.sets_out_anew(step.symbol)), None)

    def of_dead(self, asked: Asked) -> Standing | None:
        """What was asked of a body, or under its mandate, that is over."""
        found = self.of_body(asked)
        watching = any(
            self._bodies.subject(one, asked.matter).startswith(WATCHING) for one in asked.mandate.actors
        )
        return None if found is None or found.lives or watching else found

    def led_anew(self, asked: Asked) -> Standing | None:
        """Who leads a mission is decided anew: *should be led by a Special Envoy*, later *by an SRSG*."""
        if asked.force != "decide" or not asked.number or not _LED.search(asked.clause):
            return None
        rows = self._db.execute(
            "SELECT d.symbol, p.pinpoint, m.verb || ' ' || m.measure FROM mandates AS m"
            " JOIN documents AS d ON d.id = m.doc JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq"
            " WHERE d.symbol IN (SELECT value FROM json_each(?)) AND d.number > ?"
            " AND m.force = 'decide' AND m.measure LIKE '%be led by%' ORDER BY d.number DESC",
            (self._matters.symbols_on(asked.matter), asked.number),
        )
        bodies = {one.id for one in lexicon.match_bodies(fold_case(asked.clause))}
        for symbol, pinpoint, words in rows:
            if bodies & {one.id for one in lexicon.match_bodies(fold_case(words))}:
                return Standing(
                    "replaced", f"{symbol} {pinpoint} decides anew who leads it", f"{symbol} {pinpoint}"
                )
        return None

    def in_series(self, asked: Asked) -> Standing | None:
        """What is asked of others in the mandate of a body is asked anew when that is renewed; left: what
        stands beside the mandate of a panel and says nothing of it.
        """
        return self._beside(asked, [one for one in self.subjects_of(asked.symbol) if _tells_of(asked, one)])

    def beside_watchers(self, asked: Asked) -> Standing | None:
        """What stands beside the renewal of a panel and says nothing of it, where no other rule tells: those
        resolutions come one after the other. Beside the founding of one it stands by itself: *calls upon all
        Yemenis to respect the transition* (2140 OP10).
        """
        subjects = [one for one in self.subjects_of(asked.symbol) if not _tells_of(asked, one)]
        lives = [(one, self._bodies.life(one)) for one in subjects]
        return self._beside(asked, [one for one, life in lives if life and life.first.symbol != asked.symbol])

    def _beside(self, asked: Asked, subjects: Iterable[str]) -> Standing | None:
        task = asked.force == "decide" and above(asked.label) and not is_for_states(asked)
        if not (asked.force in POLITICAL or asked.force == "note" or task) or not asked.number:
            return None
        for subject in subjects:
            life = self._bodies.life(subject)
            if life is None or is_of_others(asked, subject):
                continue
            anew = self._anew(asked, subject)
            if anew is not None and not task:
                name = name_of(subject)
                why = f"asked beside the mandate of {name}, which {anew.place} renews with what it asks"
                return Standing("replaced", why, anew.place)
            if (
                life.closed
                and not subject.startswith("panel of ")
                and asked.is_older(_YEAR, self._settler.as_of)
            ):
                why = f"asked under the mandate of {name_of(subject)}, which is over: {life.stands.reason}"
                return Standing("spent", why, life.stands.by, life.stands.until)
        return None

    def under_mandate(self, asked: Asked) -> Standing | None:
        """What is asked of others than States where a body's mandate is renewed runs with that mandate, if it
        ran out after the last resolution held, or names the body.
        """
        for subject in () if is_for_states(asked) else self.subjects_of(asked.symbol):
            life = self._bodies.life(subject)
            if life is None or life.closed or life.last.symbol != asked.symbol:
                continue
            if is_of_others(asked, subject):
                continue
            if life.stands.status == "unclear" and life.stands.until > self._settler.horizon.known_to:
                why = f"asked under the mandate of {name_of(subject)}: {life.stands.reason}"
                return Standing("unclear", why, life.last.place, life.stands.until)
            named = {one.id for one in lexicon.match_bodies(fold_case(asked.mandate.measure))}
            if life.stands.status == "current" and subject in named and asked.force == "decide":
                why = f"about {name_of(subject)}, whose mandate runs until {life.stands.until}"
                return Standing("current", why, life.last.place, life.stands.until)
        return None

    def of_helpers(self, asked: Asked) -> Standing | None:
        """What is asked of others so that a panel can do its work runs with the panel's mandate."""
        if not asked.number or asked.force not in POLITICAL or not _HELPS.search(asked.clause):
            return None
        life = self._bodies.life(f"panel of {asked.matter}")
        if life is None or life.closed or not life.stands.until or life.last.number < asked.number:
            return None
        if anew := self._helped_anew(asked, life.subject):
            return Standing("replaced", f"{anew} asks the same for {name_of(life.subject)} anew", anew)
        why = f"serves {name_of(life.subject)}: {life.stands.reason}"
        return Standing(life.stands.status, why, life.last.place, life.stands.until)

    def _helped_anew(self, asked: Asked, subject: str) -> str:
        """Where the last renewal of a panel that asks others to help it does so; empty where none does."""
        for step in reversed(self._bodies.renewals(subject, asked.number)):
            rows = self._db.execute(
                "SELECT p.pinpoint, m.measure FROM documents AS d JOIN mandates AS m ON m.doc = d.id"
                " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq"
                " WHERE d.symbol = ? AND m.force IN (SELECT value FROM json_each(?)) ORDER BY d.lang, m.id",
                (step.symbol, json.dumps(sorted(POLITICAL))),
            )
            for pinpoint, measure in rows:
                if _HELPS.search(fold(measure)):
                    return f"{step.symbol} {pinpoint}"
        return ""

    def of_founded(self, asked: Asked) -> Standing | None:
        """What a resolution that founds a body decides of what that is to do falls with the body: *the
        contributions will apply in the manner to be prescribed by the Governing Council*.
        """
        if asked.force != "decide" or not asked.number or is_on_states(asked.mandate):
            return None
        for step in self._settler.kept.of(asked.symbol):
            if step.action != "establishes" or step.subject.startswith(WATCHING):
                continue
            life = self._bodies.life(step.subject)
            body = lexicon.bodies().get(step.subject)
            if life is None or body is None or not life.closed or life.last.number <= asked.number:
                continue
            head = fold(body.label_en).rpartition(" ")[2]
            if f" the {head}" in asked.clause or "governing council" in asked.clause:
                why = f"about {name_of(step.subject)}, which is over: {life.stands.reason}"
                return Standing("spent", why, life.stands.by, life.stands.until)
        return None

    def subjects_of(self, symbol: str) -> list[str]:
        """The bodies whose mandates a resolution sets or renews for a term."""
        if symbol not in self._series:
            found = (step.subject for step in self._settler.kept.of(symbol) if step.until)
            self._series[symbol] = [one for one in dict.fromkeys(found) if has_one_life(one)]
        return self._series[symbol]


def _tells_of(asked: Asked, subject: str) -> bool:
    """Whether a demand beside the mandate of a panel speaks of it; of other bodies all do."""
    return not subject.startswith(WATCHING) or _WATCHER.search(asked.clause) is not None


def _forces_of(asked: Asked) -> list[str]:
    """The force of which the States that are authorized are part."""
    part = _TAKE_PART.match(fold_case(asked.mandate.measure)) if asked.force == "authorize" else None
    name = part.group(part.lastgroup or 0) if part else ""
    return [one.id for one in lexicon.match_bodies(name)[:1]]


def _extends_committee(step: Step) -> bool:
    """Whether a step prolongs the mandate of a committee: *to extend the mandate of the 1540 Committee*."""
    return step.action == "extends" and bool(step.until) and _COMMITTEE.search(step.clause) is not None


def _is_court(subject: str) -> bool:
    """Whether a body's renewals are terms of its judges, which tell it nothing anew."""
    body = lexicon.bodies().get(subject)
    return body is not None and body.kind == "court"


def name_of(subject: str) -> str:
    """What a body is called: `unifil` is UNIFIL."""
    body = lexicon.bodies().get(subject)
    return body.label_en if body else f"the {subject}"
