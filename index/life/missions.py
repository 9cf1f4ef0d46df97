"""Missions and forces as the texts have them: founded, renewed, how strong, until when, what came after."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from typing import Any

from mandex.corpus import lexicon, registry
from mandex.corpus.dates import find_dates
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold_case
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.corpus.symbols import resolution_number
from mandex.index.life.before_held import before_held
from mandex.index.life.bodies import Life
from mandex.index.life.naming import country_of, fit, matter_of
from mandex.index.life.standing import Register
from mandex.index.life.step import Step, label_of

# 17,000 military personnel, 15,000 United Nations military personnel, 19,626 uniformed AMISOM personnel
_WHOSE = r"(?:United Nations|UN|[A-Z]{4,}) "
_STRENGTH = Expression(
    r"\b(\d{1,3}(?:[, ]\d{3})+|\d{2,5})\s((?:additional |uniformed |military |police |troops?|personnel"
    rf"|observers|staff officers|individual |formed |international |justice |corrections |advisers|officers"
    rf"|civilian (?=police )|and |{_WHOSE})+)"
)
_WHOSE_WORDS = Expression(rf"{_WHOSE}|additional ")
# *To a strength of 17,500, including the 260 military observers already deployed*
_TOTAL = Expression(r"\bstrength of (?:up to )?(\d{1,3}(?:,\d{3})+)()(?=[,;.]|$)")
# *The increase of MONUC's strength by 5,900 personnel*, *an increase of up to 850 additional personnel*;
# left: *to increase the force levels up to a ceiling of 13,000 troops*.
_MORE = Expression(
    r"(?i)\bincrease\w*\b(?:(?!\bto an?\b|\bincluding\b)[^.;]){0,160}\b(?:by|of) (?:up to |a maximum of )?$"
    r"|\badditional $"
)
_NO_TOTAL = Expression(r"(?i)\b(?:ceiling|total|maximum|level|limit|mandated strength) of (?:up to )?$")
# *A reduction of an additional 1,460 personnel*: what the others may be is not said
_LESS = Expression(r"(?i)\b(?:reduction|reduce|decrease) (?:of|by) (?:an additional |up to )?$")
# *To redeploy up to 50 military observers from ONUB to MONUC*
_REDEPLOYS = Expression(r"(?i)\bredeploy\w*\b[^.;]{0,240}\bfrom (?:the )?[A-Z]{4,}")
# *From the current mandated strength of 8,000 troops to 12,000*
_BEFORE = Expression(r"(?i)\bfrom (?:the |its |a )?(?:(?!to\b)[\w-]+ ){0,4}$")
# *The authorized troop ceiling of 3,250*
_CEILING = Expression(r"\b(troop|police) ceiling (?:of|at|to) (\d{1,3}(?:,\d{3})+|\d{2,5})\b")
_PEOPLE = ("military", "police", "troop", "personnel", "uniformed", "corrections")
_WHOSE_CEILING = Expression(r"(?i)\b(troop|police) ceiling (?:of|at|to) (?:up to )?$")
# *Until 15 September 2014 military personnel*
_OF_A_DATE = Expression(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) $"
)
# *UNAMA, established by resolution*, *the Force, as set up under paragraph 5 of its resolution*
_ESTABLISHED = Expression(
    r"^[^.;]{0,40}\b(?:established|created|set up|deployed)\b[^.;]{0,30}\b(?:by|in|pursuant to|under)\b"
    r"[^.;]{0,60}$"
)
# *Decides to authorize, for an initial period of six months, the deployment of a peacekeeping operation in
# Burundi entitled ONUB*
_DEPLOYED = Expression(r"(?i)\bauthori[sz]es?\b[^.;]{0,140}\bthe (?:\w+ )?deployment\b[^.;]{0,40}\bof an?\b")
# *Recalls paragraph 16 of resolution 2767 (2024) and extends its authorisations*, *as set out in resolution
# 1719*; left: *to deter attacks against the safe areas referred to in resolution 824*.
_GIVEN = Expression(
    r"(?i)\bextends (?:its|the) authori[sz]ations\b|\bconsistent with paragraphs?\b"
    r"|\bas (?:set out|defined|laid down) in (?:its )?resolutions?\b"
)
# *Logistical support to a maximum of 22,126 uniformed personnel in AMISOM*
_IN_ANOTHER = Expression(r"^\s*(?:in|of|from|for|to) (?:the )?(.{2,60})")
# *Authorizes the Member States to establish for a further period of twelve months a stabilization force*
_FURTHER = Expression(r"\bfor a further (?:\w+ )?period\b")
# *Decides to establish as of 9 July 2011 UNMISS*, *shall, as from 1 July 2010, bear the title of MONUSCO*
_FROM = Expression(r"(?i)\bas (?:of|from) $")
# *14,046 military personnel, including 580 Military Observers*, *5,437, comprising 5,245 troops*
_OF_THESE = Expression(r"(?i)\b(?:including|inclusive of|comprising|consisting of|composed of)\b")
_BESIDE_THESE = Expression(r"(?i);|\bas well as\b|\bin addition\b|\band up to\b|\bcomponent\b")
_SORTS = ("police", "corrections", "civilian")  # who is no part of the military, nor of each other
_REACH = 240  # characters before a citation in which the mission and what was done are named
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
    subjects = [subject for subject in register.kept.subjects() if _is_mission(subject)]
    found = []
    for subject in _named(register, subjects, name):
        life = register.demands.bodies.life(subject)
        if life is not None and (ended or name or not (life.closed or _begins(life.first) > register.as_of)):
            found.append(_mission(store, register, subject, life))
    earlier = {one: first for one, first in before_held(store, register) if _is_mission(one)}
    told = _named(register, list(earlier), name) if not (name and found) else []
    found += filter(None, (_before(store, register, one, earlier[one]) for one in told))
    return sorted(found, key=lambda one: (one.until or "9", one.mission))


def _is_mission(subject: str) -> bool:
    body = lexicon.bodies().get(subject.partition(" of ")[0])
    return body is not None and body.is_mission and not subject.endswith(" strength")


def _named(register: Register, subjects: list[str], name: str) -> list[str]:
    """The subjects that a name means: those in the country that it is, else that it names best, else those
    in the country of the place that it is.
    """
    if not name:
        return subjects
    if there := _in(country_of(name), subjects):
        return there
    fits = {one: fit(name, _names(one)) for one in subjects}
    best = max(fits.values(), default=0)
    found = [one for one in subjects if best and fits[one] == best]
    # *MSS*, of which no step is held, became the Gang Suppression Force.
    became = [
        one.became for id_, one in lexicon.bodies().items() if not found and fit(name, _names(id_)) == 2
    ]
    found = found or [one for heirs in became for one in heirs if one in subjects]
    return found or _in(matter_of(register.kept, name), subjects)


def _in(country: str, subjects: Iterable[str]) -> list[str]:
    return [one for one in subjects if country and country in _countries(one)]


def _countries(subject: str) -> tuple[str, ...]:
    id_, _, matter = subject.partition(" of ")
    return (matter,) if matter else lexicon.bodies()[id_].countries


def known_for(name: str) -> list[str]:
    """The mission that a name given exactly is known to be, or those in the country that it is, whatever is
    held of them.
    """
    known = [id_ for id_, body in lexicon.bodies().items() if body.is_mission]
    found = [id_ for id_ in known if fit(name, _names(id_)) == 2][:1] or _in(country_of(name), known)
    return [lexicon.bodies()[id_].label_en for id_ in found]


def not_held(store: Store) -> list[str]:
    """The missions that are known, of which nothing held founds, renews or ends any, and in whose place none
    is known to have come: UNTSO, UNMOGIP, UNMIK; none of a base that holds fewer missions than it lacks.
    """
    subjects = Register(store).kept.subjects()
    held = {one.partition(" of ")[0] for one in subjects if _is_mission(one)}
    lacking = [
        body.label_en
        for id_, body in lexicon.bodies().items()
        if body.kind == "mission" and body.is_mission and id_ not in held and not body.became
    ]
    return lacking if len(lacking) < len(held) else []


def _names(subject: str) -> tuple[str, ...]:
    body = lexicon.bodies()[subject.partition(" of ")[0]]
    return subject, body.label_en, body.label_zh, *body.terms_en, *body.terms_zh


def _mission(store: Store, register: Register, subject: str, life: Life) -> Mission:
    body = subject.partition(" of ")[0]
    steps = register.kept.on(subject)
    stands = life.stands
    if (begins := _begins(life.first)) > register.as_of:
        stands = replace(stands, status="open", reason=f"begins on {begins}")
    return Mission(
        subject, _label(subject), _founded(store, body, steps),
        life.last.place, _until(life), _strength(store, register, subject),
        stands.status, _successor(register, subject, life), stands.reason,
        _tasks(store, register, body, steps),
    )  # fmt: skip


def _before(store: Store, register: Register, subject: str, later: Step) -> Mission | None:
    """A mission that is known on the day only by what was asked of it, and by what prolongs it later; None
    where it was founded after the day (another force was asked, of the same name).
    """
    founded = _founded(store, subject.partition(" of ")[0], register.kept.after(subject))
    adoption = registry.adoption(resolution_number(founded.partition(" OP")[0]) or 0)
    if adoption is not None and adoption.adopted > register.as_of:
        return None
    why = f"{later.place} renews it after this day, and nothing held by then founds or renews it"
    return Mission(subject, _label(subject), founded, "", "", "", "unclear", "", why, {})


def _label(subject: str) -> str:
    body, _, matter = subject.partition(" of ")
    country = lexicon.countries().get(matter)
    label = lexicon.bodies()[body].label_en
    return f"{label} ({country.label_en})" if country else label


def _until(life: Life) -> str:
    """The last day of a mission, or of its term; empty where it is over and the texts held do not say since
    when.
    """
    return life.stands.until or ("" if life.stands.status == "ended" else life.last.until)


def _begins(founding: Step) -> str:
    """The day on which a mission begins, where its founding paragraph names one; else empty."""
    days = (day.iso for day in find_dates(founding.clause) if _FROM.search(founding.clause[: day.start]))
    return next(days, "") if founding.action == "establishes" else ""


def _successor(register: Register, subject: str, life: Life) -> str:
    """What took over from a mission that is over: what its texts put in its place, or is known to have."""
    if not life.closed:
        return ""
    bodies = register.demands.bodies
    heir = bodies.heir(subject, life.last)
    body = lexicon.bodies().get(subject)
    known = (one for one in (body.became if body else ()) if bodies.life(one))
    return heir.subject if heir else next(known, "")


def _founded(store: Store, body: str, steps: Sequence[Step]) -> str:
    """The paragraph that established a mission, or authorized it; where it is not held, the resolution that
    most texts on the mission name as doing so, else that to which its first renewal goes back.
    """
    founding = (one for one in steps if one.action == "establishes" and not _FURTHER.search(one.clause))
    deployed = (one for one in steps if _DEPLOYED.search(one.clause))
    if held := next((step.place for step in (*founding, *deployed)), ""):
        return held
    rows = store.connection.execute(
        "SELECT c.cited, p.text, c.at_start FROM json_each(?) AS s JOIN documents AS d ON d.symbol = s.value"
        " JOIN citations AS c ON c.doc = d.id JOIN paragraphs AS p ON p.doc = c.doc AND p.seq = c.seq"
        " WHERE c.cited LIKE 'S/RES/%' AND d.lang LIKE 'en%'",
        (json.dumps(list(dict.fromkeys(one for step in steps for one in (step.symbol, *_aims(step))))),),
    )
    first = min((step.number for step in steps), default=0)
    said: Counter[str] = Counter()
    for cited, text, start in rows:
        before = text[max(0, start - _REACH) : start]
        named = lexicon.match_bodies(fold_case(before))
        own = bool(named) and named[-1].id == body and _ESTABLISHED.search(before[named[-1].end :])
        if own and (resolution_number(cited) or first) < first:
            said[cited] += 1
    return said.most_common(1)[0][0] if said else _gone_back_to(steps)


def _aims(step: Step) -> Iterator[str]:
    return (symbol for symbol, _ in step.targets)


def _gone_back_to(steps: Sequence[Step]) -> str:
    """What the first step of a mission, a renewal, names as giving its mandate; empty where it names none."""
    first = min(steps, key=lambda step: step.order, default=None)
    if first is None or first.action != "extends" or not _GIVEN.search(first.clause):
        return ""
    symbol, labels = first.targets[0] if first.targets else ("", ())
    whole = len(labels) != 1 or "-" in labels[0] or symbol == first.symbol
    return ("" if symbol == first.symbol else symbol) if whole else f"{symbol} OP{labels[0]}"


def _strength(store: Store, register: Register, subject: str) -> str:
    """The ceilings that the last resolution which sets any for the mission gives, as printed; nothing where
    all that is known is by how many more it may be.
    """
    own = [*register.kept.on(subject), *register.kept.on(f"{subject} strength")]
    more: list[str] = []
    for symbol in dict.fromkeys(one.symbol for one in sorted(own, key=lambda one: -one.number)):
        rows = store.connection.execute(
            "SELECT DISTINCT p.seq, p.pinpoint, p.text FROM documents AS d JOIN mandates AS m ON m.doc = d.id"
            " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq WHERE d.symbol = ?"
            " AND m.topics LIKE '%\"troop-ceiling\"%' AND d.lang LIKE 'en%' ORDER BY p.seq",
            (symbol,),
        )
        texts = [text for _, place, text in rows if _is_of(register, subject, symbol, place, text)]
        own_body = subject.partition(" of ")[0]
        said = list(dict.fromkeys(said for text in texts for said in _counted(text, own_body)))
        more = [one for one in said if one.endswith(" more")] + more
        if whole := [one for one in said if not one.endswith(" more")]:
            return ", ".join((*whole, *more))
    return ""


def _is_of(register: Register, subject: str, symbol: str, pinpoint: str, text: str) -> bool:
    """Whether a paragraph on strength means a mission: its step says so, else the first mission that it
    names; where it names none, the one whose mandate its resolution gives.
    """
    of_step = [one.subject for one in register.kept.at(symbol, label_of(pinpoint)) if one.subject]
    strengths = [one.removesuffix(" strength") for one in of_step if one.endswith(" strength")]
    named = [one.id for one in lexicon.match_bodies(fold_case(text)) if _is_mission(one.id)]
    if strengths or named:
        return subject.partition(" of ")[0] in (strengths or named[:1]) or subject in strengths
    given = {one.subject for one in register.kept.of(symbol) if _is_mission(one.subject)}
    return given == {subject}


def _counted(text: str, body: str) -> Iterator[str]:
    """The numbers of people that a paragraph authorizes, unless it says that they are in another mission, or
    are among those before (*640 police personnel, including 148 individual police*), or were before (*from
    8,000 troops to 12,000*). What only adds to those of before is said to: *5,900 personnel more*.
    """
    said = set()
    whole: re.Match[str] | None = None
    if _REDEPLOYS.search(text):
        return
    every = (*_STRENGTH.finditer(text), *_TOTAL.finditer(text))
    for found in sorted(every, key=lambda one: one.start()):
        number, what = found[1], _people(found)
        before = text[: found.start()]
        others = text[found.end() :].lstrip().startswith("from the ") or _OF_A_DATE.search(before)
        others = others or _LESS.search(before)
        elsewhere = others or _BEFORE.search(before) or _are_elsewhere(text[found.end(2) :], body)
        if elsewhere or not any(one in what for one in _PEOPLE):
            continue
        said.add(number)
        if whole is not None and _is_part(found, whole):
            continue
        whole = found
        ceiling_of = _WHOSE_CEILING.search(before) if what == "personnel" else None
        adds = "additional" in found[2] or (_MORE.search(before) and not _NO_TOTAL.search(before))
        more = " more" if adds else ""
        yield f"{number} {_counted_by(ceiling_of[1]) if ceiling_of else what}{more}"
    for ceiling in (one for one in _CEILING.finditer(text) if one[2] not in said):
        yield f"{ceiling[2]} {_counted_by(ceiling[1])}"


def _people(counted: re.Match[str]) -> str:
    """Who is counted, but not whose they are; of a bare strength people."""
    return " ".join(_WHOSE_WORDS.sub("", counted[2]).split()) if counted[2] else "personnel"


def _counted_by(ceiling: str) -> str:
    return "troops" if ceiling.lower() == "troop" else "police"


def _is_part(found: re.Match[str], whole: re.Match[str]) -> bool:
    """Whether people are among those that were counted before."""
    between = found.string[whole.end() : found.start()]
    if not _OF_THESE.search(between) or _BESIDE_THESE.search(between):
        return False
    ours, theirs = (next((one for one in _SORTS if one in said[2]), "military") for said in (found, whole))
    return ours == theirs or _people(whole) in ("personnel", "uniformed personnel")


def _are_elsewhere(after: str, body: str) -> bool:
    """Whether the words after a number begin with another mission than `body`."""
    said = _IN_ANOTHER.search(after)
    named = [one for one in lexicon.match_bodies(fold_case(said[1])) if one.start == 0] if said else []
    return any(_is_mission(one.id) and one.id != body for one in named)


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
