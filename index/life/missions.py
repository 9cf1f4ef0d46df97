"""Missions and forces as the texts have them: founded, renewed, how strong, until when, what came after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold, has_words
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index.life.bodies import Life
from mandex.index.life.standing import Register
from mandex.index.life.step import Step

_KINDS = frozenset({"mission", "force"})
# 17,000 military personnel, 11,500 troops, 2,101 police personnel, 640 police
_STRENGTH = Expression(
    r"\b(\d{1,3}(?:[, ]\d{3})+|\d{2,5})\s((?:uniformed |military |police |troops?|personnel|observers|staff"
    r" officers|individual |formed |international |justice |corrections |advisers|and )+)"
)
_TOPICS = 8


@dataclass(frozen=True, slots=True)
class Mission:
    """One mission. `latest` is the paragraph that last renewed it, or ended it; `tasks` counts what it is
    told to do by the resolution that last set that out, by topic.
    """

    mission: str
    name: str
    founded_by: str
    latest: str
    until: str
    strength: str
    status: str
    successor: str
    reason: str
    tasks: dict[str, int]

    def row(self) -> dict[str, Any]:
        """The mission as a row for listings."""
        return asdict(self)


def missions(store: Store, name: str = "", *, as_of: str = "", ended: bool = False) -> list[Mission]:
    """The missions that live on a day, by their ends; with `ended` also those that are over.

    `name` is a mission's abbreviation, a part of its name, or its country.
    """
    register = Register(store, as_of)
    subjects = dict.fromkeys(step.subject for step in register.steps if _is_mission(step.subject))
    found = []
    for subject in subjects:
        life = register.demands.bodies.life(subject)
        if life is None or (life.closed and not ended and not name):
            continue
        mission = _mission(store, register, subject, life)
        if _is_named(subject, name):
            found.append(mission)
    return sorted(found, key=lambda one: (one.until or "9", one.mission))


def _is_mission(subject: str) -> bool:
    body = lexicon.bodies().get(subject.partition(" of ")[0])
    return body is not None and body.kind in _KINDS and not subject.endswith(" strength")


def _is_named(subject: str, name: str) -> bool:
    body = lexicon.bodies()[subject.partition(" of ")[0]]
    names = (subject, body.label_en, body.label_zh, *body.terms_en, *body.terms_zh)
    return not name or any(has_words(fold(one), fold(name).strip()) for one in names)


def _mission(store: Store, register: Register, subject: str, life: Life) -> Mission:
    body, _, matter = subject.partition(" of ")
    steps = register.kept.on(subject)
    founded = next((step for step in steps if step.action == "establishes"), None)
    country = lexicon.countries().get(matter)
    heir = register.demands.bodies.heir(subject, life.last) if life.closed else None
    label = lexicon.bodies()[body].label_en
    return Mission(
        subject, f"{label} ({country.label_en})" if country else label, founded.place if founded else "",
        life.last.place, life.stands.until or life.last.until, _strength(store, register, subject, steps),
        life.stands.status, heir.subject if heir else "", life.stands.reason,
        _tasks(store, register, body, steps),
    )  # fmt: skip


def _strength(store: Store, register: Register, subject: str, steps: Iterable[Step]) -> str:
    """The ceilings that the last resolution on the mission that has any gives, as printed."""
    for symbol in dict.fromkeys(step.symbol for step in reversed(list(steps))):
        rows = store.connection.execute(
            "SELECT DISTINCT p.seq, p.text FROM documents AS d JOIN mandates AS m ON m.doc = d.id"
            " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq WHERE d.symbol = ?"
            " AND m.topics LIKE '%\"troop-ceiling\"%' AND d.lang LIKE 'en%' ORDER BY p.seq",
            (symbol,),
        )
        found = (pair for _, text in rows for pair in _STRENGTH.findall(text))
        said = [f"{number} {what.strip()}" for number, what in found if _counts_people(what)]
        if said:
            return ", ".join(dict.fromkeys(said))
    return ""


def _counts_people(what: str) -> bool:
    return any(word in what for word in ("military", "police", "troop", "personnel", "uniformed"))


def _tasks(store: Store, register: Register, body: str, steps: Iterable[Step]) -> dict[str, int]:
    """Of the resolution that last set out its tasks, how many demands on it speak of each topic."""
    bodies = register.demands.bodies
    given = [step for step in steps if bodies.sets_out_anew(step.symbol)]
    if not given:
        return {}
    rows = store.connection.execute(
        "SELECT t.value, count(*) FROM documents AS d JOIN mandates AS m ON m.doc = d.id,"
        " json_each(m.topics) AS t"
        " WHERE d.symbol = ? AND d.lang = (SELECT min(lang) FROM documents WHERE symbol = d.symbol)"
        " AND m.actors LIKE ? GROUP BY t.value ORDER BY count(*) DESC, t.value LIMIT ?",
        (given[-1].symbol, f'%"{body}"%', _TOPICS),
    )
    return dict(rows.fetchall())
