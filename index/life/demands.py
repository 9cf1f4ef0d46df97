"""What became of demands that begin or renew nothing: tasks, calls, requests, statements.

Rules are asked in order; the first that knows something of a demand answers. Each names what in the texts it
rests on. A demand that no rule knows anything of is `open`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from mandex.corpus import lexicon
from mandex.corpus.acts import performed
from mandex.corpus.fold import fold, is_chinese
from mandex.corpus.model import Mandate
from mandex.corpus.store import Store
from mandex.index.life.bodies import Bodies, Life
from mandex.index.life.chains import has_one_life
from mandex.index.life.matters import Adopted, Matters, countries_in, is_situation
from mandex.index.life.settling import Settler
from mandex.index.life.status import Standing
from mandex.index.life.steps import Step

# Statements that hold beyond their day; all others are made on it.
_LASTING = frozenset({
    "reaffirm", "affirm", "recognize", "stress", "emphasize", "underline", "underscore", "re-emphasize",
    "reiterate", "confirm", "declare", "consider", "acknowledge", "clarify", "highlight", "reconfirm", "remind",
})  # fmt: skip
_POLITICAL = frozenset({"request", "call", "urge", "encourage", "recommend", "demand", "authorize"})
# Acts that are over when they are done. Taken: *decides to convene a meeting*; left: *decides to remain*.
_SINGLE = re.compile(
    r"^\W*(?:also |further )?(?:decides?|resolves?|agrees?)(?:,[^,]{0,120},)?"
    r" (?:also |further |therefore )?(?:to (?:convene|hold|meet|dispatch|send|appoint|invite|consider|review|admit"
    r"|request|issue|include|adopt|elect|approve|endorse|condemn|call|undertake|conduct|defer|adjourn|proceed"
    r"|transmit|take (?:note|up)|accept|grant|retain|delete|place|discuss|examine|keep|evaluate|assess)"
    r"|that (?:the )?(?:council|security council|election|it will|a meeting)|, in accordance with article 4 of the statute)"
    r"|^\W*(?:approves?|endorses?|adopts?|accepts?|elects?|appoints?|agrees? (?:to|with))\b"
    r"|^\W*recommends? to the general assembly|\bbe admitted to membership\b|^.{0,8}(?:核可|批准|任命|决定(?:派|举行|审查|审议))"
)
_SEIZED = re.compile(r"\bseized\b|继续(?:积极)?处理此案|处理此案")
# Asked for at once, or once: over soon after.
_AT_ONCE = re.compile(
    r"\b(?:immediate(?:ly)?|forthwith|at once|without (?:further )?delay|as soon as possible|promptly|urgently"
    r"|at the earliest|expeditiously|in due course|shortly)\b|立即|立刻|尽快|尽早|毫不拖延|紧急"
)
_REPORTS = re.compile(r"\b(?:report|inform|submit|update|brief|recommendations)\b|报告|通报|汇报|提交")
_RHYTHM = re.compile(
    r"\b(?:every|each|annual(?:ly)?|month(?:ly|s)|regular(?:ly)?|periodic(?:ally)?|keep the council|quarterly"
    r"|continue|biannual(?:ly)?|semi-annual(?:ly)?)\b|每|定期|经常|随时|继续"
)
_OVERTAKEN = timedelta(days=3 * 365)
_DORMANT = timedelta(days=5 * 365)
_OLD = timedelta(days=10 * 365)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A demand about which a rule is asked: `symbol` and `label` say where, `number` is 0 for what is no
    resolution; `matter` is what its document is about.
    """

    symbol: str
    number: int
    label: str
    adopted: str
    matter: str
    mandate: Mandate
    clause: str

    @property
    def force(self) -> str:
        return self.mandate.force


Rule = Callable[[_Asked], Standing | None]


class Demands:
    """The standing of any demand of a base."""

    def __init__(self, store: Store, settler: Settler) -> None:
        self._db = store.connection
        self._settler = settler
        self._as_of = settler.as_of
        self.bodies = Bodies(store, settler)
        self.matters = Matters(store, settler.as_of)
        self._titles: dict[str, str] = {}
        self._series: dict[str, list[str]] = {}
        self._rules: tuple[Rule, ...] = (
            self._said, self._by_deadline, self._at_once, self._by_body, self._in_series, self._seized, self._single,
            self._overtaken,
        )  # fmt: skip

    def of(self, symbol: str, label: str, adopted: str, mandate: Mandate | None = None) -> Standing:
        """Whether a demand stands; of a paragraph without one, whether what it sets does."""
        step = self._own_step(symbol, label, mandate)
        if step is not None:
            return self._settler.of_step(step)
        held = self.matters.of(symbol)
        number, matter = (held.number, held.matter) if held else (0, self._matter_of_statement(symbol))
        named = self._named(symbol, number, label, adopted, matter, mandate) if label and number else None
        if named is not None and (named.by or mandate is None):
            return named
        if mandate is None:
            return named or _OPEN
        asked = _Asked(symbol, number, label, adopted, matter, mandate, fold(mandate.measure))
        return next((found for rule in self._rules if (found := rule(asked))), named or _OPEN)

    # -- steps

    def _own_step(self, symbol: str, label: str, mandate: Mandate | None) -> Step | None:
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

    def _named(
        self, symbol: str, number: int, label: str, adopted: str, matter: str, mandate: Mandate | None
    ) -> Standing | None:
        """What a later paragraph does to this one by name, though it is no step itself."""
        seq = mandate.seq if mandate else 0
        itself = Step(
            0, 0, seq, mandate.at.start if mandate else 0, symbol, number, "en", adopted, label, "imposes", "",
            "", (), matter, (), "",
        )  # fmt: skip
        if not self._settler.chains.following(itself):
            return None
        if mandate is not None and mandate.force == "note":
            return None
        found = self._settler.of_step(itself)
        # An old confirmation shows that it stood then; whether it stands the other rules tell.
        return found if found.status != "current" or found.until else None

    # -- rules

    def _said(self, asked: _Asked) -> Standing | None:
        if asked.force != "note" or asked.mandate.lemma in _LASTING:
            return None
        return Standing("spent", f"a statement of {asked.adopted}, which asks for nothing that lasts")

    def _by_deadline(self, asked: _Asked) -> Standing | None:
        dates = [one for one in asked.mandate.dates if one.date]
        if not dates or any(one.every for one in asked.mandate.dates):
            return None
        last = max(one.date for one in dates)
        roles = {one.role for one in dates}
        if last >= self._as_of:
            return None if "expires" in roles else Standing("current", f"due by {last}", "", last)
        return Standing("spent", f"was due by {last}", "", last)

    def _at_once(self, asked: _Asked) -> Standing | None:
        """What was asked for at once, or a single report, is over some years later."""
        if asked.force in ("decide", "note") or not self._is_older(asked, _OVERTAKEN):
            return None
        once = _AT_ONCE.search(asked.clause[:300])
        report = (
            asked.force == "request" and _REPORTS.search(asked.clause) and not _RHYTHM.search(asked.clause)
        )
        if report or (once and not self._is_theme(asked)):
            what = "a single report" if report else "something to be done at once"
            return Standing("spent", f"{what}, asked for on {asked.adopted}")
        return None

    def _by_body(self, asked: _Asked) -> Standing | None:
        """What a body is told to do falls with its mandate, and is told anew when that is renewed."""
        if not asked.number or asked.force == "note":
            return None
        for actor in asked.mandate.actors:
            subject = self.bodies.subject(actor, asked.matter)
            life = self.bodies.life(subject)
            if life is not None and self._is_under(asked, subject, life):
                return self._task(asked, subject, life)
        return None

    def _is_under(self, asked: _Asked, subject: str, life: Life) -> bool:
        """Whether a resolution is one of those that give the body its mandate, or on the same matter."""
        return asked.matter == life.last.matter or asked.symbol in self._renewed_by(subject)

    def _renewed_by(self, subject: str) -> set[str]:
        return {step.symbol for step in self._settler.kept.on(subject)}

    def _task(self, asked: _Asked, subject: str, life: Life) -> Standing | None:
        name = _name(subject)
        if life.closed and life.last.number >= asked.number:
            return Standing(
                "spent",
                f"the mandate of {name} is over: {life.stands.reason}",
                life.stands.by,
                life.stands.until,
            )
        anew = self._anew(asked, subject)
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

    def _anew(self, asked: _Asked, subject: str) -> Step | None:
        """The latest renewal that sets out the tasks anew, and does not go back to this resolution."""
        later = self.bodies.renewals(subject, asked.number)
        if any(cited == asked.symbol for step in later[-1:] for cited, _ in step.targets):
            return None
        return next((step for step in reversed(later) if self.bodies.sets_out_anew(step.symbol)), None)

    def _in_series(self, asked: _Asked) -> Standing | None:
        """What is asked of others in the mandate of a body is asked anew when that is renewed."""
        if (asked.force not in _POLITICAL and asked.force != "note") or not asked.number:
            return None
        for subject in self._subjects_of(asked.symbol):
            life = self.bodies.life(subject)
            if life is None or (subject.startswith("panel of ") and asked.force in ("demand", "authorize")):
                continue
            anew = self._anew(asked, subject)
            if anew is not None:
                why = f"{anew.place} renews the mandate of {_name(subject)} and sets out anew what is asked"
                return Standing("replaced", why, anew.place)
            if life.closed and not subject.startswith("panel of ") and self._is_older(asked, _OVERTAKEN / 3):
                why = f"asked under the mandate of {_name(subject)}, which is over: {life.stands.reason}"
                return Standing("spent", why, life.stands.by, life.stands.until)
        return None

    def _subjects_of(self, symbol: str) -> list[str]:
        if symbol not in self._series:
            found = (step.subject for step in self._settler.kept.of(symbol) if step.until)
            self._series[symbol] = [one for one in dict.fromkeys(found) if has_one_life(one)]
        return self._series[symbol]

    def _seized(self, asked: _Asked) -> Standing | None:
        if not _SEIZED.search(asked.clause) or len(asked.clause) > 200:
            return None
        later = self._later(asked)
        if later:
            return Standing(
                "replaced", f"{later[-1].symbol} was adopted on the same matter since", later[-1].symbol
            )
        return None

    def _single(self, asked: _Asked) -> Standing | None:
        if asked.force not in ("decide", "recommend") or not _SINGLE.search(asked.clause[:260]):
            return None
        year = timedelta(days=366)
        return Standing("spent", f"a single act of {asked.adopted}") if self._is_older(asked, year) else None

    def _overtaken(self, asked: _Asked) -> Standing | None:
        """What was asked in a country's situation years ago, and nothing since goes back to."""
        if self._is_theme(asked) or asked.force == "note":
            return None
        binding = asked.mandate.chapter_vii and asked.force == "decide"
        if not self._is_older(asked, _OLD if binding or asked.force == "decide" else _OVERTAKEN):
            return None
        if not asked.number:
            return Standing("spent", f"said of a situation in a statement of {asked.adopted}")
        later = self._later(asked)
        if len(later) > 1 and not binding:
            last = later[-1]
            why = f"asked of a situation of {asked.adopted[:4]}; {len(later)} later resolutions held on the same matter, the last {last.symbol}, do not go back to it"
            return Standing("spent", why)
        if (self._is_older(asked, _DORMANT) and not later) or len(later) == 1:
            why = f"asked of a situation of {asked.adopted[:4]}, and nothing held on the same matter goes back to it"
            return Standing("spent", why) if self._is_older(asked, _DORMANT) and not binding else None
        return None

    # -- facts

    def _later(self, asked: _Asked) -> list[Adopted]:
        return [one for one in self.matters.on(asked.matter) if one.number > asked.number]

    def _is_theme(self, asked: _Asked) -> bool:
        return not is_situation(asked.matter)

    def _is_older(self, asked: _Asked, span: timedelta) -> bool:
        return bool(asked.adopted) and asked.adopted < (date.fromisoformat(self._as_of) - span).isoformat()

    def _matter_of_statement(self, symbol: str) -> str:
        """The country that a statement's title or its text most speaks of; empty where none."""
        if symbol not in self._titles:
            row = self._db.execute(
                "SELECT d.title, (SELECT group_concat(substr(text, 1, 300), ' ') FROM (SELECT text FROM paragraphs"
                " WHERE doc = d.id AND kind = 'body' ORDER BY seq LIMIT 4)) FROM documents AS d"
                " WHERE d.symbol = ? ORDER BY d.lang LIMIT 1",
                (symbol,),
            ).fetchone()
            named = next((found for words in row or () if (found := countries_in(words or ""))), [])
            self._titles[symbol] = named[0] if named else ""
        return self._titles[symbol]


_OPEN = Standing("open", "no end is set, and nothing held ends, renews or replaces it")
_WEIGHT = {"imposes": 3, "extends": 2, "establishes": 2, "continues": 2, "sets": 1}


def _is_version(step: Step, mandate: Mandate) -> bool:
    """Whether a step read from another language version is this demand."""
    if step.until and any(one.date == step.until and one.role == "expires" for one in mandate.dates):
        return True
    return not step.until and (performed(fold(mandate.measure)) == step.action or step.action == "imposes")


def _name(subject: str) -> str:
    body = lexicon.bodies().get(subject)
    return body.label_en if body else f"the {subject}"
