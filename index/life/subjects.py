"""What a step is about, as its words say.

A body that the demand names (`unmiss`), or, where it names none of its own, the kind of thing and what the
resolution is about (`panel of south-sudan`, `measures of yemen`).
"""

from __future__ import annotations

from collections.abc import Sequence

from mandex.corpus import lexicon
from mandex.corpus.acts import Performed
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold, fold_case
from mandex.index.life.provision import OPENING, Provision
from mandex.index.life.step import Action

# Bodies that have a mandate of their own to be extended; a committee or an agency is more often only
# involved.
_LIVING_KINDS = frozenset({"mission", "force", "court"})

_LIVING = frozenset({"cted", "ombudsperson", "monitoring-team", "un-compensation-commission"})

SHARED = frozenset({"multinational-force", "tribunal", "monitoring-team"})
"""Names that several bodies share: whose it is, what the resolution is about tells."""

PANELS = frozenset({"panel-of-experts", "group-of-experts", "monitoring-group"})
"""Names of panels: each is named by what it is about."""

MEASURES = Expression(
    r"\b(?:measures?|sanctions|embargo(?:es)?|prohibitions?|ban|restrictions?|provisions|requirements?)\b"
    r"|措施|制裁|禁运|规定|禁令"
)
"""What a demand calls the measures that it is about."""

# *Expresses its full support for UNFICYP and decides to extend its mandate*: whose it is stands before.
_ITS = Expression(r"\b(?:its|their) (?:present |current )?mandate\b|其任务|其任期")

# The term of one person is not that of the court: *to reappoint Mr. Serge Brammertz as Prosecutor*.
_PERSON = Expression(
    r"\b(?:re-?appoint|appoint|extend the (?:appointment|term))\w*\b.{0,80}\b(?:mr|mrs|ms|judge)\b"
    r"|任命.{0,40}先生"
)

_COMMITTEE = Expression(r"\bcommittee\b|委员会")

# *To establish a ban on military flights, this ban not to apply to UNPROFOR*: the ban is about no force.
_BAN = Expression(r"^\w+ (?:a|the) (?:[\w-]+ ){0,2}(?:ban|embargo|prohibition)\b")


def names_body(demand: Provision) -> bool:
    """Whether a demand names any body."""
    return bool(lexicon.match_bodies(fold_case(demand.words[:400])))


def _is_living(id_: str) -> bool:
    return id_ in _LIVING or lexicon.bodies()[id_].kind in _LIVING_KINDS


def names_panel(demand: Provision) -> bool:
    """Whether a demand names a panel or group of experts."""
    return any(found.id in PANELS for found in lexicon.match_bodies(fold_case(demand.words[:400])))


def subject_of(
    demand: Provision, found: Performed | None, matter: str, action: Action, kinds: Sequence[str]
) -> str:
    """What a step is about, as its words say; empty where they name nothing."""
    if action == "imposes" and kinds == ("sectoral:inspection",):
        return f"authority of {matter}"  # what is authorized is renewed as *the authorizations*
    if action in ("imposes", "exempts"):
        return f"measures of {matter}"
    clause = fold(demand.words)
    if found and action in ("establishes", "extends") and _BAN.search(clause[found.at :]):
        return f"measures of {matter}"
    ids = _bodies_of(demand, found, clause)
    for id_ in ids:
        if _is_living(id_):
            subject = f"{id_} of {matter}" if id_ in SHARED else id_
            if _PERSON.search(clause) and lexicon.bodies()[id_].kind == "court":
                return f"{subject} office"
            strength = "troop-ceiling" in demand.topics and "mandate" not in clause[:OPENING]
            return f"{subject} strength" if strength else subject
        if action == "ends" and id_.endswith("committee"):
            return f"committee of {matter}"
        if id_ in PANELS:
            return f"panel of {matter}"
    if action == "establishes" and "committee" in ids and _COMMITTEE.search(clause[:OPENING]):
        return f"committee of {matter}"
    if kinds or MEASURES.search(clause[:400]):
        return f"measures of {matter}"
    return ""


def entitled(title: str) -> str:
    """The one mission that an official title names: *on extension of the mandate of UNIFIL*; else empty."""
    named = {one.id for one in lexicon.match_bodies(fold_case(title))}
    missions = [id_ for id_ in named if lexicon.bodies()[id_].kind in _LIVING_KINDS and id_ not in SHARED]
    return missions[0] if len(missions) == 1 else ""


def _bodies_of(demand: Provision, found: Performed | None, clause: str) -> list[str]:
    """The bodies that a demand names, first those that its act is done to: *to support the Ombudsperson,
    decides to extend the mandate of the Monitoring Team*.
    """
    named = lexicon.match_bodies(fold_case(demand.words[:400]))
    at = found.at if found else 0
    named.sort(key=lambda one: (one.start < at) != bool(found and found.behind))
    ids = [one.id for one in named]
    if _ITS.search(clause[:OPENING]) and not any(map(_is_living, ids)):
        ids = [one.id for one in lexicon.match_bodies(fold_case(demand.text[: demand.start]))][::-1] + ids
    return ids
