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
from mandex.corpus.phrases import Found
from mandex.index.life.living import LIVING_KINDS, is_living, is_part
from mandex.index.life.provision import OPENING, Provision
from mandex.index.life.step import ENDING, Action

SHARED = frozenset({"multinational-force", "tribunal", "monitoring-team"})
"""Names that several bodies share: whose it is, what the resolution is about tells."""

PANELS = frozenset({"panel-of-experts", "group-of-experts", "monitoring-group"})
"""Names of panels: each is named by what it is about."""

MEASURES = Expression(
    r"\b(?:measures?|sanctions|embargo(?:es)?|prohibitions?|ban|restrictions?|provisions|requirements?)\b"
    r"|措施|制裁|禁运|规定|禁令"
)
"""What a demand calls the measures that it is about."""

# What a force may do is no sanction: *to take all necessary measures*.
_NECESSARY = Expression(r"\btake all necessary measures\b")

# *Expresses its full support for UNFICYP and decides to extend its mandate*: whose it is stands before.
# Left: *to extend the mandate of the Force*.
_ITS = Expression(
    r"\b(?:its|their) (?:present |current )?mandate\b|\bextend the mandate(?! of\b)|其任务|其任期"
)
# *Be transferred from AFISMA to MINUSMA*: what gives is not what a term is set for.
_GIVES = Expression(r"\btransfer\w*\b[^;]{0,120}\bfrom (?:the )?$")
# *To transfer the Guard Unit from BINUCA to MINUSCA*, *the redeployment from UNMIL to UNOCI of helicopters*:
# the mandate of neither.
_MOVES_UNITS = Expression(
    r"\b(?:redeploy\w*|transfer (?:of )?(?:the )?(?:[\w-]+ ){0,3}units?)\b[^;]{0,300}\bfrom\b"
)
# *Authorizes UNAMSIL to extend support for up to 30 days*: a task of a mission has a term of its own; left:
# *authorizes the Member States to continue the force*, *authorizes the French forces to use all means*.
_TASKED = Expression(r"(?i)^\W*(?:also |further )?authori[sz]es (?:the )?")
_TO_DO = Expression(r"^ to (?!continue|remain|operate|deploy)")
# *Decides that the Verification Mission shall, on a temporary basis until 9 January 2018, participate in*
_SHALL = Expression(
    r"(?i)^\W*(?:also |further )?decides that (?:the )?[^,;]{3,160}? shall, on a temporary basis\b"
)
# *To cover up to 20,900 personnel from the SNA or SNPF on operations with AUSSOM*: not its own people.
_OF_OTHERS = Expression(r"\bto cover (?:up to )?\d[\d,]* personnel\b[^;]{0,80}\bfrom the\b")

# The term of one person is not that of the court: *to reappoint Mr. Serge Brammertz as Prosecutor*.
_PERSON = Expression(
    r"\b(?:re-?appoint|appoint|extend the (?:appointment|term))\w*\b.{0,80}\b(?:mr|mrs|ms|judge)\b"
    r"|任命.{0,40}先生"
)

# *To lift the arms embargoes, travel bans, asset freezes and targeted sanctions imposed on Eritrea by the
# Security Council* in a resolution on Somalia: they are Eritrea's.
_ON_COUNTRY = Expression(
    r"(?i)\b(?:sanctions|measures|embargo(?:es)?|bans?|freezes?) imposed (?:on|against) ([^,;]{3,40}?)"
    r" (?:by|in|under|pursuant)\b"
)
_COMMITTEE = Expression(r"\bcommittee\b|委员会")
# *Decides to extend the mandate of the 1540 Committee until*; left: *the panel that assists the Committee*.
_OF_COMMITTEE = Expression(r"\b(?:extend|renew)\b[^.;]{0,60}\bmandate of the (?:\d+ )?committee\b")

# *To establish a ban on military flights, this ban not to apply to UNPROFOR*: the ban is about no force.
_BAN = Expression(r"^\w+ (?:a|the) (?:[\w-]+ ){0,2}(?:ban|embargo|prohibition)\b")
# *Decides that the measures referred to in paragraph 3 shall also apply to those who attack MONUSCO*
_ON_MEASURES = Expression(r"^\W*(?:also |further )?decides that the (?:measures|sanctions)\b")
# What is made, kept or ended beside a body that the words name too: *a Commission of Inquiry into attacks on
# UNOSOM II*, *to end the demilitarized zone at the end of UNIKOM's mandate*, *to maintain the fund*.
_BESIDE_BODY = Expression(
    r"^\w+ (?:of )?(?:an? |the |its )?(?:[\w-]+ ){0,3}(?:fund established|zone|commission of inquiry)\b"
)
# *To maintain the deployment of 19,626 uniformed AMISOM personnel until*: with its people it goes on.
_MAINTAINS = Expression(r"\bto maintain the deployment\b")

# *In order to ensure a safe withdrawal of the military component of UNTAC, the period of such withdrawal
# shall end on 15 November 1993*: with that the mission ends.
_LEAVES = Expression(r"\bthe period of (?:such|its|the) withdrawal shall end on\b")


def names_body(demand: Provision) -> bool:
    """Whether a demand names any body."""
    return bool(lexicon.match_bodies(fold_case(demand.words[:400])))


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
    if action == "amends" and _ON_MEASURES.search(clause):
        return f"measures of {matter}"
    if found and action in ("establishes", "extends") and _BAN.search(clause[found.at :]):
        return f"measures of {matter}"
    if found and action in ("establishes", "continues", "ends") and _BESIDE_BODY.search(clause[found.at :]):
        return f"authority of {matter}"
    if found and action == "establishes" and is_part(demand, clause[found.at :]):
        return f"authority of {matter}"
    if action in ("extends", "sets") and _OF_COMMITTEE.search(clause):
        return f"committee of {matter}"
    if action in ("extends", "sets") and (_MOVES_UNITS.search(clause) or _OF_OTHERS.search(clause)):
        return f"authority of {matter}"
    ids = _bodies_of(demand, found, clause)
    for id_ in ids:
        if is_living(id_):
            if action == "sets" and _is_a_task(demand):
                return f"authority of {matter}"
            subject = f"{id_} of {matter}" if id_ in SHARED else id_
            if _PERSON.search(clause) and lexicon.bodies()[id_].kind == "court":
                return f"{subject} office"
            # *To establish UNMEE consisting of up to 100 military observers* founds it.
            return subject if action == "establishes" else with_strength(subject, demand, clause)
        if action == "ends" and id_.endswith("committee"):
            return f"committee of {matter}"
        if id_ in PANELS:
            return f"panel of {matter}"
    if action == "establishes" and (sent := _sent_to(clause, matter)):
        return sent
    if action == "establishes" and "committee" in ids and _COMMITTEE.search(clause[:OPENING]):
        return f"committee of {matter}"
    if kinds or MEASURES.search(_NECESSARY.sub(" ", clause[:400])):
        return f"measures of {_imposed_on(demand, action) or matter}"
    return ""


def _sent_to(clause: str, matter: str) -> str:
    """The group of observers that is sent to a country without a name: *an observation group to proceed to
    Lebanon* became UNOGIL; empty where that could be none, or several.
    """
    if "observation group" not in clause:
        return ""
    groups = [
        id_
        for id_, body in lexicon.bodies().items()
        if body.countries == (matter,) and any("Observation Group" in term for term in body.terms_en)
    ]
    return groups[0] if len(groups) == 1 else ""


def _is_a_task(demand: Provision) -> bool:
    """Whether a term is that of something that a mission, or somebody for it, is to do."""
    if demand.force == "request":
        return True
    if _SHALL.match(demand.words):
        return True
    words = fold_case(demand.words)
    verb = _TASKED.match(words)
    if demand.force != "authorize" or verb is None:
        return False
    named = (one for one in lexicon.match_bodies(words[verb.end() :]) if one.start == 0)
    first = next(named, None)
    own = first is not None and lexicon.bodies()[first.id].kind == "mission"
    return first is not None and own and bool(_TO_DO.match(words[verb.end() + first.end :]))


def _imposed_on(demand: Provision, action: Action) -> str:
    """The country on which what a demand ends was imposed, where it says so; else empty."""
    said = _ON_COUNTRY.search(demand.words) if action in ENDING else None
    return next((one.id for one in lexicon.match_countries(fold_case(said[1]))), "") if said else ""


def with_strength(subject: str, demand: Provision, clause: str) -> str:
    """The subject of a step on a body: its strength, where the demand sets that and not its mandate."""
    strength = "troop-ceiling" in demand.topics and "mandate" not in clause[:OPENING]
    strength = strength and not (_MAINTAINS.search(clause[:OPENING]) or _LEAVES.search(clause))
    return f"{subject} strength" if subject and strength else subject


# *MONUC shall bear the title of MONUSCO*, *the decision to reconfigure AMISOM into ATMIS*, *to transition the
# MSS mission, as renewed in resolution 2751, to the Gang Suppression Force*
_BECOMES = Expression(
    r"\bbear the (?:title|name) of\b|\bshall be (?:called|renamed)\b|\breconfigure [^.;,]{2,80}? into\b"
    r"|\btransition the [^.;,]{2,60}(?:, as [^.;]{2,140}?,)? to the\b"
)


def becomes(demand: Provision, *, limited: bool) -> str:
    """The body that takes the place of another by a decision, or by what stands before one with a term; empty
    where none does.
    """
    if demand.force not in ("decide", "authorize"):
        return ""
    start = 0 if limited else demand.start
    found = _BECOMES.search(demand.text[start : demand.end])
    if found is None:
        return ""
    named = lexicon.match_bodies(fold_case(demand.text[start + found.end() : start + found.end() + 160]))
    return next((one.id for one in named if is_living(one.id)), "")


def spoken_of(demand: Provision) -> str:
    """The one mission that the paragraph of a demand names: *extends its authorisations, and reaffirms
    AUSSOM's tasks*; else empty.
    """
    return entitled(demand.text) if _AUTHORIZATIONS.search(fold(demand.words)) else ""


# *Its authorisations*: whose they are stands elsewhere.
_AUTHORIZATIONS = Expression(r"\bextends (?:its|the|these) authori[sz]ations?\b")


def entitled(title: str) -> str:
    """The one mission that an official title names: *on extension of the mandate of UNIFIL*; else empty."""
    named = {one.id for one in lexicon.match_bodies(fold_case(title))}
    missions = [id_ for id_ in named if lexicon.bodies()[id_].kind in LIVING_KINDS and id_ not in SHARED]
    return missions[0] if len(missions) == 1 else ""


def _bodies_of(demand: Provision, found: Performed | None, clause: str) -> list[str]:
    """The bodies that a demand names, first those that its act is done to: *to support the Ombudsperson,
    decides to extend the mandate of the Monitoring Team*.
    """
    named = lexicon.match_bodies(fold_case(demand.words[:400]))
    at = found.at if found else 0
    named = [one for one in named if one.id not in SHARED or not _is_explained(one, named, demand.words)]
    named = [one for one in named if not _GIVES.search(demand.words[: one.start])] or named
    named.sort(key=lambda one: (one.start < at) != bool(found and found.behind))
    ids = [one.id for one in named]
    if _ITS.search(clause[:OPENING]) and not any(map(is_living, ids)):
        ids = [one.id for one in lexicon.match_bodies(fold_case(demand.text[: demand.start]))][::-1] + ids
    return ids


def _is_explained(shared: Found, named: Sequence[Found], words: str) -> bool:
    """Whether a name that forces share is followed by the force's own: *a multinational stabilization force
    (EUFOR ALTHEA)*.
    """
    return any(words[shared.end : one.start].strip() == "(" for one in named if one.start > shared.end)
