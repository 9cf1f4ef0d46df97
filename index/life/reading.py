"""Reads the steps of one document: which of its demands begin, renew, change or end something.

Nothing is known of particular resolutions: what a step is about comes from the vocabulary (`subjects`), what
it acts on from citations (`aims`), its term from dates (`expiry`). Steps that concern the same thing share a
`subject`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from mandex.corpus import lexicon
from mandex.corpus.acts import Act, Performed, performance
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold, fold_case
from mandex.index.life.aims import Aim, acted_on, aims_of, cited_in, named_in, targets_of
from mandex.index.life.ends import is_a_term, is_own, lasts
from mandex.index.life.entry import Entry
from mandex.index.life.expiry import terms
from mandex.index.life.founding import founds
from mandex.index.life.handover import handed_over
from mandex.index.life.measures import (
    EXEMPTS,
    SPARES_ANEW,
    SPARES_ANYTHING,
    SPARES_EVERYWHERE,
    WIDENS,
    kinds_of,
)
from mandex.index.life.provision import OPENING, Provision, provisions
from mandex.index.life.short_names import in_full
from mandex.index.life.step import ENDING, Action, Step, Targets, above
from mandex.index.life.subjects import (
    MEASURES,
    becomes,
    entitled,
    names_body,
    names_panel,
    spoken_of,
    subject_of,
    with_strength,
)
from mandex.index.life.wording import MAY_EACH_TIME, suspends

# what is done to a body that the texts call by a short name: *the mandate of the Force*
_NAMING = ENDING | {"extends", "establishes", "continues"}
_DECIDING = frozenset({"decide", "authorize", "demand", "request", "recommend"})
_FOUNDING = frozenset({"decide", "authorize", "recommend"})
_LAYING = frozenset({"imposes", "establishes", "sets"})  # what may come into force on a day of its own

# Taken: *decides not to renew the measures*; left: *decides to renew, and not to amend*.
_NOT_RENEWED = Expression(r"\bnot to (?:further )?(?:renew|extend)\b|决定不(?:再)?(?:延长|延续|续延)")
# *To terminate the suspension of the measures* puts them back.
_SUSPENSION = Expression(r"\b(?:terminate|end|lift) the suspension of\b|终止(?:暂停|中止)")
# What the Council endorses with a term it decides: *endorses the establishment, for an initial period of 12
# months, of a Mission*, *approves the recommendation to extend its mandate*; left: *endorses the report*.
_ENDORSES = Expression(
    r"^\W*(?:endorses?|approves?)\b.{0,20}\bthe (?:establishment|extension|renewal|deployment)\b"
    r"|^\W*(?:endorses?|approves?)\b.{0,240}\b(?:recommendation|decision|proposal)\b.{0,240}"
    r"\bto (?:extend|renew|establish|deploy)\b"
    r"|^(?:核可|批准|赞同|认可).{0,60}(?:设立|延长)"
)
# Provisions that were ended come back under a condition (2231 OP12, snap-back).
_REVIVES = Expression(
    r"\bshall apply in the same manner as they applied\b|\bshall again apply\b"
    r"|\bshall be (?:reimposed|reinstated)"
    r"|以.{0,14}之?前.{0,6}相同(?:的)?方式适用|应重新适用"
)
# *To take the administrative measures to re-establish the Panel* prolongs one that there is.
_AGAIN = Expression(r"\bre-?establish|重新设立|续设")
_REAFFIRMS = Expression(
    r"^\W*(?:and |also |further )*(?:reaffirms?\b|reiterates (?:that all (?:member )?states|paragraphs? \d))"
    r"|^\W*重申"
)
# *Reaffirms paragraph 4 of resolution 2776 (2025)* keeps what it imposes.
_REAFFIRMS_PARAGRAPH = Expression(
    r"^\W*(?:also |further )?reaffirms? paragraphs? [^.;]{1,60}\bof resolution\b"
    r"|^重申第.{1,30}号决议第.{1,12}段[;；。]?$"
)
# A term for one regime alone: *the provisions of paragraph 1 will apply to the 1267 regime for two years*.
_FOR_ONE = Expression(r"\b(?:apply|application) to (?:the|that) [^.;]{0,90}\bregime\b")
# What stops for some only: *shall no longer be subject to*, *terminate with respect to that individual*.
_FOR_SOME = Expression(
    r"\bno longer (?:apply to|be subject)\b|\b(?:terminate|cease)[^.;]{0,30}with (?:respect|regard) to\b"
)
# Taken: *requests the Secretary-General to create a group of experts*; left: *the Panel to establish*.
_HAS_IT_MADE = Expression(
    r"\bsecretary-general\b.{0,200}\bto (?:establish|create|appoint|set up)\b"
    r".{0,160}\b(?:panel|group|team|experts)"
    r"|秘书长.{0,60}(?:设立|任命).{0,40}(?:小组|专家|监测组)"
)
# *Requests that the Secretary-General establish the UN Support Office in Haiti (UNSOH)*
_HAS_MISSION_MADE = Expression(r"\bsecretary-general (?:to )?establish (?:the |an? )?(?:[^,;()]{0,80} \()?$")
# *Decides to dispatch urgently an observation group to proceed to Lebanon* (128 OP1)
_DISPATCHES = Expression(r"^\W*decides to dispatch (?:\w+ )?an observation group\b")
# *To establish a ban on all flights in the airspace* lays it on everybody.
_BANS = Expression(r"^\W*decides to establish an? (?:[\w-]+ ){0,2}(?:ban|embargo|prohibition) on\b")
# *Decides to extend the Panel's mandate …, requests the Secretary-General to create a group of up to eight
# experts and to take the measures to this effect*: the same panel.
_TO_THIS_EFFECT = Expression(r"\bto this effect\b|为此采取")
_EXTENDS_BEFORE = Expression(r"\b(?:extend|renew)\b[^;]{0,80}\bmandate\b|任务期")
# *The mandate of the advance team will expire*: not that of the mission which it prepares.
_PREPARES = Expression(r"\b(?:advance|preparatory) (?:team|party|mission|element)s?\b")
# A list is another, the measure the same: *the list of items shall be superseded by the list*.
_LIST_ONLY = Expression(r"\blists? of items\b[^.;]{0,80}\b(?:superseded|replaced)\b")
# *Recalls paragraph 16 of resolution 2767 and further extends its authorisations until 31 December*
_RECALLS_AND_EXTENDS = Expression(
    r"^\W*(?:also |further )?recalls?\b[^.;]{0,160}\band (?:\w+ )?extends (?:its|the|these)"
    r" (?:authori[sz]ations?|mandate)\b"
)
# Ends a part of what a body does: *to discontinue the expansion of the mandate of the Verification Mission*.
_PARTLY = Expression(
    r"\b(?:terminate|discontinue|end|lift) (?:the |its )?"
    r"(?:expansion|monitoring|reporting|deployment|designation)"
)
# *To dissolve the Committee established by paragraph 21 of resolution 1521 (2003) and the Panel of Experts*
_AND_PANEL = Expression(
    r"(?i)\b(?:dissolve|terminate|disband)\b[^.;]{0,200}\band (?:the (?:Panel|Group) of Experts|"
    r"the Monitoring Group)\b|(?:解散|终止).{0,60}(?:和|及|与)专家小?组"
)
# Ends only if something comes about: *if the Committee decides … shall be terminated*.
_CONDITIONAL = Expression(
    r"^.{0,120}\b(?:may (?:decide|wish|be)|committee may)\b"
    r"|^[^.;]{0,160}\b(?:if|unless|once|in the event that|when the (?:committee|council|secretary-general))\b"
    r"|^.{0,60}(?:如果|一旦)"
)
# *Authorizes UNAMSIL to extend the necessary logistical support*: nothing is prolonged.
_LENDS = Expression(
    r"^extends? (?:(?:the|its|their|his|full|all|every|necessary|logistical|possible|further|an?) ){0,4}"
    r"(?:support|assistance|co-?operation|help|hospitality|appreciation|invitation|protection|thanks"
    r"|condolences|gratitude|welcome)\b"
)
# *Requests the Secretary-General to report, six months from the date …, on the operation which has been
# authorized for a one-year period*
_REPORT = Expression(r"^\W*(?:also |further )?requests? [^,;]{0,80}?\bto report\b")
_IF = Expression(
    r"^.{0,120}\b(?:may (?:decide|wish|be)|committee may)\b|^[^.;]{0,160}\bif\b|^.{0,60}(?:如果|一旦)"
)
# What it sets a term for it prolongs: *decides that the Monitoring Team shall continue to support the
# Committee for twelve months*, *authorizes the continuation of up to 17,030 military personnel*, *to continue
# the mandate of UNIKOM for a final period*; left: *requests States to continue to make every effort*.
_GOES_ON = Expression(
    r"\bshall continue to (?:support|operate|assist|perform|carry out)\b"
    r"|^\W*(?:authori[sz]es|approves) the (?:continuation|continued presence) (?:\w+ that date )?of\b"
    r"|^\W*(?:authori[sz]es|approves) the continuation until that date\b"
    r"|^\W*decides to continue the (?:mandate|provision)\b"
    r"|^\W*authori[sz]es (?:unmop|the united nations military observers) to continue\b"
    r"|^\W*authori[sz]es the member states\b[^.;]{0,60}\bto continue to deploy\b"
)
# *The Committee shall continue its consideration of the measures*: that keeps none in force.
_WORKS_ON = Expression(r"\bcommittee\b[^.;]{0,80}\bshall continue (?:its|to (?:consider|examine|review))\b")
# A duty laid on States, not one that the Council gives itself.
_OBLIGES = Expression(r"\b(?:shall|must|to take the necessary measures)\b|应|须|不得")
_PROVIDES = Expression(
    r"\b(?:freeze|prevent|prohibit|ban|embargo|not (?:sell|supply|export|import|procure|make available)|deny"
    r"|refrain|repatriate|cease (?:forthwith )?(?:the|any|all) (?:export|procurement|provision|suppl(?:y|ies)"
    r"|sale|shipment))\b|冻结|防止|禁止|禁运|不得|拒绝"
)
_PART = Expression(
    r"^\W*(?:\(?[a-z]{1,3}\) )?(?:to )?(?:freeze|prevent|prohibit|deny|ban)\b|^(?:冻结|防止|禁止|拒绝)"
)
# *Deny permission to any aircraft to land if it has taken off from Libya*: the flight has a condition.
_DENIES = Expression(r"^\W*(?:\(?[a-z]{1,3}\) )?(?:to )?deny permission to\b")
# *All States shall prevent all deliveries of weapons, except where the beneficiary …, who are exempt*: a ban.
_LAYS_FIRST = Expression(
    r"^\W*(?:also |further )?decides? that all (?:member )?states shall\b.{0,400}\bto (?:prevent|prohibit)\b"
)
# The sentence before parts that impose: *all States shall prevent:*, *to take the following measures:*
_LEADS_TO_PARTS = Expression(
    r"\b(?:shall|should|to) (?:take the (?:necessary )?(?:following )?measures|impose the following measures"
    r"|take the measures|prevent|prohibit|freeze|cease)\b|应.{0,20}(?:措施|防止|禁止)"
)
_IMPOSES_ON = Expression(r"\bto impose the following measures\b|决定实施以下措施")
# *Recalls that all States shall prevent* binds as what it recalls.
_RESTATES = Expression(
    r"^\W*(?:also |further )?(?:recalls?|reaffirms?|affirms?)\b.{0,80}\bthat\b.{0,160}\bstates\b"
    r".{0,60}\bshall\b"
    r"|^(?:回顾|重申).{0,40}(?:各国|会员国).{0,20}(?:应|须)"
)
# What the Council will do itself, whom a measure is for, what a committee shall do: none lays a measure on
# States. *Affirms that it shall keep the situation under review*; *the measures in paragraphs 9 and 16 shall
# apply to individuals designated by*; *the Committee shall undertake the following tasks*.
_LAYS_NOTHING = Expression(
    r"^[^.;]{0,60}\bthat it shall\b"
    r"|\b(?:measures?|provisions)\b[^.;]{0,240}\bshall (?:also )?apply to (?:the )?individuals"
    r"|\bcommittee\b[^.;]{0,80}\bshall (?:undertake|have the)\b"
    r"|\bcooperating in the disposal\b"
    # *appropriate steps to prevent the illicit trafficking of arms*: what States do about others
    r"|\bprevent the illicit (?:trafficking|trade|transfer|flow)"
)
# *The embargo imposed by paragraph 8 shall not apply to*
_SPARES = Expression(
    r"^[^.;]{0,120}\b(?:measures?|embargo|prohibitions?|restrictions?)\b[^.;]{0,100}\bshall not apply\b"
)
# *The measures referred to in paragraphs 1 and 2 will be reviewed in 12 months*: no term.
_REVIEWED = Expression(
    r"^[^;]{0,200}\bmeasures?\b[^;]{0,120}\b(?:will|shall) be reviewed\b"
    r"|^[^;]{0,140}\b(?:will|shall) review the measures\b"
)
# *The modalities for the initial six-month period of UNIKOM shall also be reviewed every six months* (689
# OP3): it has no term.
_REVIEWED_ANEW = Expression(r"^\W*decides that the modalities\b[^;]*\bbe reviewed\b")
# Taken: *authorizes Member States to use all necessary means to restore peace* (678 OP2), *decides that
# Member States may take all necessary measures, through the use of air power* (836 OP10); left: what those
# may do who take part in a force, or act under another paragraph: *the Member States participating in ISAF*.
_USE_OF_FORCE = Expression(
    r"^\W*(?:authori[sz]es (?:the secretary-general and )?member states"
    r"(?! (?:acting|participating|conducting|of))"
    r"|decides that\b[^;]{0,90}\bmember states\b[^;]{0,80}\bmay take)\b"
    r"[^;]*\ball necessary (?:means|measures)\b(?! commensurate|, at the request)"
)
# *The measures in paragraphs 2, 4, 6 and 10 above are established for 12 months*
_FOR_A_TERM = Expression(r"\bmeasures?\b[^.;]{0,140}\b(?:are|is|shall be) (?:hereby )?established for\b")
# *Decides to maintain all of the above measures under continuous review*: nothing is kept in force by that.
_UNDER_REVIEW = Expression(r"\b(?:maintain|keep|continue)\b[^.;]{0,160}\bunder (?:\w+ ){0,2}review\b")
_INSPECTS = Expression(r"\bauthoriz\w+\b.{0,500}\bto inspect\b|授权.{0,300}检查")
# What a mission or a committee is told to do about a measure, and for what one may be listed.
_TASK = Expression(
    r"^\W*(?:acting|violating|having|to (?:assist|investigate|monitor|support|seek|study)|monitor)\b"
)


def read(db: sqlite3.Connection, doc: int, matter: str) -> Iterator[Step]:
    """One step for each demand of a resolution that begins, renews, changes or ends something; `matter` is
    what the resolution is about."""
    row = db.execute(
        "SELECT symbol, number, lang, date, title FROM documents WHERE id = ? AND type = 'resolution'"
        " AND number IS NOT NULL",
        (doc,),
    ).fetchone()
    if row is None:
        return
    symbol, number, lang, adopted, title = row
    demands = list(provisions(db, doc))
    entry = Entry(db, doc)
    cited, until, mission = cited_in(db, doc), terms(db, doc, entry), entitled(title)
    stems = {demand.label: demand for demand in demands if demand.label}
    laid: list[str] = []
    for said in demands:
        clause = fold(said.words)
        found = _performed(clause)
        act = found.act if found else None
        demand = in_full(db, doc, said) if act in _NAMING or said.id in until else said
        own = aims_of(demand, act, cited, stems, symbol)
        stem = stems.get(above(demand.label))
        kinds = _kinds(demand, clause, demands, stem)
        heir = becomes(demand, limited=demand.id in until)
        action: Action | None = "establishes"
        if not heir:
            limited = demand.id in until
            action = _action(
                demand, clause, act, kinds, stem, _is_aimed(own, found, symbol, limited), limited
            )
        term = "" if _REVIEWED_ANEW.search(clause) else until.get(demand.id, "")
        step = Step(
            number, demand.seq, demand.start, doc, demand.paragraph, symbol, lang, adopted, demand.label,
            action or "ends", "", term, matter, _clause(said), kinds, (), (),
        )  # fmt: skip
        for body, at, day in handed_over(said, adopted, matter):
            yield step._replace(at=said.start + at, action="replaces", subject=body, until=day, kinds=())
        if action is None or (mission and _REAFFIRMS_PARAGRAPH.search(clause)):
            continue  # what a mission's renewal reaffirms is asked for its term
        targets = targets_of(demand, action, acted_on(demand, found, own), symbol)
        subject = heir or subject_of(demand, found, matter, action, kinds)
        if action == "establishes" and _USE_OF_FORCE.search(clause):
            subject = f"authority of {matter}"
        if not subject and action == "extends" and not mission:
            subject = spoken_of(demand)
        if not (action in ENDING and any(labels for _, labels in targets)):
            subject = subject or with_strength(mission, demand, clause)  # not *to terminate paragraph 14*
        subject = subject or f"authority of {matter}"
        step = step._replace(action=action, subject=subject, targets=targets)
        step = step._replace(targets=_lasting(step, demand, clause, laid))
        if kinds and action in ("imposes", "establishes"):
            step = step._replace(cites=named_in(demand, cited, stem, symbol))
        if action in _LAYING:
            step = step._replace(begins=entry.of(step.label, demand.words))
        laid += [step.label] if action == "imposes" else []
        yield step
        yield from _with_panel(step, demand)
        yield from _with_experts(step, demand)


def _is_aimed(own: Sequence[Aim], found: Performed | None, symbol: str, limited: bool) -> bool:
    """Whether a demand acts on what it cites: what goes on was not begun in the same resolution (*shall
    maintain a list of those who are subject to the measures in paragraph 1 above*).
    """
    goes_on = found is not None and found.act == "continues" and not (found.behind or limited)
    return any(not goes_on or cited != symbol for _, cited, _, _ in own)


def _lasting(step: Step, demand: Provision, clause: str, laid: Sequence[str]) -> Targets:
    """What a step acts on; of *the measures imposed by this resolution shall terminate one year from its
    adoption* what was `laid` before, and of what somebody is asked to do for a time nothing of its own
    resolution.
    """
    if is_a_term(clause) and (lasting := lasts(clause, laid)):
        return ((step.symbol, lasting),)
    if step.action == "sets" and demand.force == "request":
        return tuple(one for one in step.targets if one[0] != step.symbol)
    return step.targets


def _performed(clause: str) -> Performed | None:
    """The act that a demand performs; None where it only speaks of one."""
    found = performance(clause)
    if found and found.act in ENDING and not is_own(clause, found):
        return None
    if found and found.act == "extends" and _LENDS.match(clause[found.at :]):
        return None
    return found


def _with_panel(step: Step, demand: Provision) -> Iterator[Step]:
    """The end of a panel that is dissolved in one breath with the committee which it served."""
    of_committee = step.action in ENDING and step.subject.startswith("committee of ")
    if said := _AND_PANEL.search(demand.words) if of_committee else None:
        yield step._replace(at=demand.start + said.end(), subject=f"panel of {step.matter}")


def _with_experts(step: Step, demand: Provision) -> Iterator[Step]:
    """The panel that is prolonged with the committee which it assists: *to extend the mandate of the 1540
    Committee with the continued assistance of its group of experts*.
    """
    of_committee = step.action == "extends" and step.subject.startswith("committee of ")
    if of_committee and names_panel(demand):
        yield step._replace(at=step.at + 1, subject=f"panel of {step.matter}")


def _clause(demand: Provision) -> str:
    """The beginning of a demand's words, with the mark that opens a quotation."""
    opens = demand.text[: demand.start].strip() in ("“", '"')
    return ("“" if opens else "") + demand.words.strip(" ,;，；")[:240]


def _kinds(
    demand: Provision, clause: str, demands: Sequence[Provision], stem: Provision | None
) -> tuple[str, ...]:
    """The kinds of measure that a demand names; of *impose the following measures:* those of its parts; of a
    part that names none (*those set out in document S/2006/814*) those of the sentence that it goes on with.
    """
    by_topic = () if kinds_of(clause) else kinds_of(clause, demand.topics)
    if by_topic and stem is not None and (said_before := kinds_of(fold(stem.words))):
        return said_before
    if _INSPECTS.search(clause) and "arms" in clause:
        return ("sectoral:inspection",)
    # *All States shall:* what is imposed its parts say.
    found = kinds_of(clause, () if demand.text.rstrip().endswith((":", "：")) else demand.topics)
    if found or not _IMPOSES_ON.search(clause):
        return found
    parts = (kinds_of(fold(one.words)) for one in demands if above(one.label) == demand.label)
    return tuple(dict.fromkeys(kind for named in parts for kind in named))


def _action(
    demand: Provision, clause: str, act: Act | None, kinds: Sequence[str], stem: Provision | None,
    aimed: bool, limited: bool,
) -> Action | None:  # fmt: skip
    """What a demand does; None where it is no step, but speaks of one."""
    opening = clause[:OPENING]
    deciding = demand.force in _DECIDING or (limited and bool(_ENDORSES.search(clause)))
    if deciding and _NOT_RENEWED.search(opening):
        return "ends"
    if demand.force == "decide" and limited and is_a_term(clause):
        return "sets"
    if demand.force == "decide" and aimed and _REVIVES.search(clause):
        return "revives"
    if _spares(demand, clause, act, aimed=aimed):
        return "exempts"
    if demand.force == "decide" and aimed and suspends(clause):
        return "exempts" if limited else "lifts"
    if demand.force == "decide" and aimed and act is None and WIDENS.search(clause):
        return "amends"
    imposes = _imposes(clause, kinds, stem)
    if imposes and not deciding and (_RESTATES.search(clause) or "(" in demand.label):
        return "imposes" if demand.lemma in ("reaffirm", "recall", "affirm") else None
    if limited and _RECALLS_AND_EXTENDS.search(clause):
        return "extends"
    if not deciding and not (act == "extends" and limited):
        # *Reaffirms its decision that all States shall freeze* keeps what it reaffirms
        keeps = aimed and _REAFFIRMS.search(clause) and MEASURES.search(clause)
        keeps = keeps or (aimed and len(clause) < 120 and _REAFFIRMS_PARAGRAPH.search(clause))
        return "continues" if keeps else None
    if act in ENDING and _SUSPENSION.search(opening):
        return "continues" if aimed and demand.force == "decide" else None
    if act in ENDING:
        if _CONDITIONAL.match(clause):
            return None
        if aimed and _FOR_SOME.search(clause):
            return "exempts"
        if _PARTLY.search(opening):
            return "amends" if aimed and demand.force == "decide" else None
        if act == "replaces" and _LIST_ONLY.search(clause):
            return "amends" if aimed else None
        meant = aimed or (names_body(demand) and not _PREPARES.search(opening))
        return act if demand.force in ("decide", "demand") and meant else None
    if act == "amends":
        return "amends" if aimed and demand.force == "decide" else "sets" if limited else None
    if demand.force in _FOUNDING and not limited and _USE_OF_FORCE.search(clause):
        return "establishes"
    if act == "establishes" and limited and _FOR_A_TERM.search(opening):
        return "sets"
    if act == "establishes" and _AGAIN.search(clause):
        return "extends" if limited or aimed or names_panel(demand) else None
    if act == "establishes" and kinds and _BANS.search(clause):
        return "imposes"
    if act == "establishes" and _is_of_renewal(demand, clause):
        return None
    if act == "establishes" and stem is not None and stem.force == "note":
        return None  # quotes a decision: *Reaffirms resolution 425, in which it: (c) Decided to establish*
    if act == "establishes":
        wanted = demand.force in _FOUNDING or limited or _HAS_IT_MADE.search(clause)
        return "establishes" if wanted and (limited or founds(demand, clause)) else None
    dispatched = demand.force == "decide" and _DISPATCHES.search(clause)
    if act is None and (dispatched or (demand.force == "request" and _has_mission_made(demand))):
        return "establishes"
    if imposes and act == "continues" and not aimed and demand.force == "decide":
        return "imposes"
    if act == "continues" and not limited and _WORKS_ON.search(opening):
        return None
    if act in ("extends", "continues") and (limited or aimed):
        return None if act == "continues" and not limited and _UNDER_REVIEW.search(opening) else act
    if imposes and (demand.force in ("decide", "demand") or _INSPECTS.search(clause)):
        return "imposes"
    if not limited or any(one.search(clause) for one in (_FOR_ONE, _REVIEWED, MAY_EACH_TIME, _REPORT)):
        return None
    return "extends" if _GOES_ON.search(clause) else "sets"


def _has_mission_made(demand: Provision) -> bool:
    """Whether the Secretary-General is asked to establish a mission, which the words name right there."""
    words = fold_case(demand.words)
    named = (one for one in lexicon.match_bodies(words) if lexicon.bodies()[one.id].is_mission)
    return any(_HAS_MISSION_MADE.search(words[: one.start].lower()) for one in named)


def _spares(demand: Provision, clause: str, act: Act | None, *, aimed: bool) -> bool:
    """Whether a demand spares somebody from measures: those that it names, or all that there are."""
    if demand.force == "decide" and SPARES_EVERYWHERE.search(clause):
        return True
    if SPARES_ANYTHING.search(clause):
        return True
    if act in ENDING or not aimed:
        return False
    if SPARES_ANEW.search(clause):
        return True
    spares = EXEMPTS.search(clause) if demand.force in ("decide", "authorize") else None
    return spares is not None and not _LAYS_FIRST.search(clause[: spares.start()])


def _is_of_renewal(demand: Provision, clause: str) -> bool:
    """Whether a demand only has done what the renewal of a panel before it in its sentence needs."""
    before = fold(demand.text[: demand.start])
    return bool(_TO_THIS_EFFECT.search(clause) and _EXTENDS_BEFORE.search(before))


def _imposes(clause: str, kinds: Sequence[str], stem: Provision | None) -> bool:
    """Whether a demand lays a measure of some kinds on States, or on the ships that they may stop."""
    conditional = _IF.may_be_in(clause) and _IF.match(clause) and not _DENIES.search(clause)
    if not kinds or conditional or any(one.search(clause) for one in (_TASK, _LAYS_NOTHING, _SPARES)):
        return False
    if _INSPECTS.search(clause) or _IMPOSES_ON.search(clause):
        return True
    if _OBLIGES.search(clause):
        return bool(_PROVIDES.search(clause[:600]))
    before = fold(stem.words) if stem else ""
    if EXEMPTS.search(before) or _TASK.search(before):
        return False
    # A part of *all States shall:* begins with its verb, one of *all States shall prevent:* with the thing.
    return bool(_PART.search(clause) or (_OBLIGES.search(before) and _LEADS_TO_PARTS.search(before)))
