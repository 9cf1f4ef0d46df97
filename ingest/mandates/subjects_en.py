"""The subject of an English clause: which of the names in it are told to act."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.lexicon import Verb
from mandex.corpus.phrases import Found
from mandex.ingest.mandates.duties_en import OF_THING, done_by, named_late, told_by_note, without_undergoing
from mandex.ingest.mandates.lists_en import ASIDE, find_asides, listed
from mandex.ingest.mandates.names_en import POSSESSIVE, is_oblique, is_possessed, may_act, phrase_start

# Where the subject ends and its deed begins.
_DEED = Expression(
    r"\b(?=[abchimnstw])"  # few words begin with what follows
    r"(?:(?:shall|should|must|may|will|can|is|are|be|has|have|not(?!\s+(?:members?|part(?:y|ies))\b))\b"
    r"|(?<!\band\s)to\]?\s+(?!the\b|armed\b|a\b|conflict\b|all\b|both\b|any\b|every\b|each\b|those\b))|[:;]"
)
# who *should be admitted* to membership is told nothing
_TOLD_TO = Expression(
    r"\b(?:shall|should(?!\s+[bh]e\s+admitted)|must|may|will|to|not\s+to|(?:is|are)\s+(?:primarily\s+)?responsible\s+for"
    r"|ha(?:s|ve)\s+(?:the\s+)?(?:primary\s+)?(?:responsibility|obligation|duty)\s+to)\b|:"
)
_MODAL = Expression(r"\b(?:shall|should|must|may|will|needs?\s+to|(?:has|have)\s+to)\b")
# Words between the verb and those whom it addresses: Appeals to all States; Requests also that the Panel.
_BEFORE_NAMES = Expression(
    r"\s*(?:(?:once\s+)?again\s+|also\s+|further\s+|urgently\s+)?(?:in\s+(?:paragraph\s+\d+\s+of\s+)?resolution\s+\d+\s+\(\d{4}\)\s+)?"
    r"(?:to|upon|on|for|with)\s+(?=the\b|all\b|each\b|every\b|any\b|those\b|both\b|[A-Z])"
)
# Calls in particular on the Abkhaz side; invites to this end the Secretary-General to offer.
_TIE = Expression(
    r"\s*,?\s*(?:in\s+particular|(?:in|to|on|for|at|with)\s+(?:this|that)\s+(?:\w+\s+)?(?:regard|respect|context|connection|end|purpose"
    r"|effect|matter))\s*,?\s+(?=(?:up)?on\s|the\s|all\s|each\s|both\s|any\s|[A-Z])"
)
# A decision to ask somebody: Decides to request the Secretary-General to …
_ASKS = Expression(
    r"\s*(?:also\s+|further\s+)?[Tt]o\s+(?:request|authori[sz]e|invite|urge|ask|direct|instruct|mandate|encourage|entrust"
    r"|call\s+(?:up)?on|empower|allow|permit)\s+"
)
# What may stand before the subject: that, after a discussion with the Committee, the Panel submit …
_ASIDE_FIRST = Expression(
    r"\s*(?:that\s*)?,\s*(?!the\b|all\b|[A-Z])[^,]{1,200},\s*(?:that\s+)?"
    r"|\s*that,?\s+in\s+the\s+event\b[^,]{1,300},\s*"
)
_PURPOSE_FIRST = Expression(r"\s*that\s*,?\s*(?:in\s+order\s+)?to\s+")
# Encourages the Secretary-General’s efforts.
_EFFORTS = Expression(
    r"[’']s?\s+(?:[\w-]+\s+){0,2}(?:efforts|engagement|cooperation|participation|support|progress)\b"
)
# All are addressed who shall do something together: cooperation between MONUSCO and the Group of Experts.
_BETWEEN = Expression(r"\b(?:between|among(?!\s+others)|amongst)\s")


_MAY_NAME_AGENTS = frozenset({"call for", "encourage", "urge", "demand"})
# Who shall do what is called for: full compliance with the embargo by all Member States.
_BY_WHOM = Expression(
    r"\b(?:compliance|implementation|adherence|respect|observance|efforts|action|steps|support|commitment|participation"
    r"|submission|cooperation|assistance|engagement|contributions?|ratification|acceptance"
    r"|(?:cessation|end|halt)\b[^.;:]{0,60}?\b(?:attacks|violations|activities|operations|actions|support))\b(?:(?!\bby\b)[^.;:]){0,120}"
    r"(?<!ed)(?<!en)\sby\s+(?:(?:all|the|both|any)\s+)*(?:\w+\s+)?$"
    # a ceasefire respected by all parties, that must be observed by both sides; not: imposed by the Council
    r"|\b(?:respected|observed|honou?red|upheld)\s+by\s+(?:(?:all|the|both|any)\s+)*$"
)


# the cessation of all attacks by Iran against Bahrain, Kuwait and Oman
_AGAINST = Expression(r"\bby\b[^.;:]*\bagainst\b")


def _agents(clause: str, found: Sequence[Found]) -> list[Found]:
    for f in found:
        if _BY_WHOM.search(clause, 0, phrase_start(clause, f)) and not POSSESSIVE.match(clause, f.end):
            names = listed(clause, [g for g in found if g.start >= f.start])
            return [name for name in names if name.id != "security-council"]  # in line with its resolutions
    return []


def head(clause: str, found: Sequence[Found], verb: Verb, *, point: bool) -> tuple[list[Found], list[Found]]:
    """Those of the names `found` that the clause tells to act, and those that a decision may be about."""
    if sentence := _SENTENCE_END.search(clause):
        clause = clause[: sentence.start() + 1]
        found = [f for f in found if f.end <= len(clause)]
    if not found:
        return [], []
    if verb.lemma in _TELLING:
        return _told(clause, found), []
    if point and (that := _OF_ITS_OWN.match(clause)):
        point = phrase_start(clause, found[0]) > that.end()
    if verb.force == "note":
        return told_by_note(clause, found, verb), []
    start = _start(clause, found, verb)
    end = _end(clause, found, start)
    told = bool(_TOLD_TO.match(clause, end)) and not OF_THING.search(clause, 0, end)
    if point and (named := _of_point(clause, found, verb, end, told=told)) is not None:
        return named, []
    decided = _decided_of(clause, found, start)
    if verb.force == "decide" and (named := _of_decision(clause, found, point=point)) is not None:
        return named, decided
    inside = _inside(clause, found, verb, start, end, told=told)
    if not inside or not told:
        effort = next((f for f in found if f.start >= start and _EFFORTS.match(clause, f.end)), None)
        if effort and (not inside or effort.start <= inside[0].start):
            return [effort], decided
    inside = _those_meant(clause, found, verb, inside, told=told)
    if between := _BETWEEN.search(clause, start, end):
        inside = [f for f in inside if f.start < between.start()] or listed(clause, inside)
    elif not told:
        inside = listed(clause, inside)
    if verb.force == "decide":
        late = [] if inside or _DOES.match(clause) else named_late(clause, found) or done_by(clause, found)
        inside = [*(inside or late), *_told_too(clause, found)]
    return inside, decided


def _of_point(clause: str, found: Sequence[Found], verb: Verb, end: int, *, told: bool) -> list[Found] | None:
    """Whom a point tells to act whose stem has the verb; None where it is worded as a sentence of its own."""
    at_once = _AT_ONCE.fullmatch(clause, 0, phrase_start(clause, found[0]))
    if told and verb.force in _ASKING and at_once:
        return listed(clause, [f for f in found if f.end <= end])
    if asks := _ASKS.match(clause):
        until = _end(clause, found, asks.end())
        return listed(clause, [f for f in found if asks.end() <= f.start and f.end <= until])
    if _MODAL.match(clause, end):
        return None
    asked = [f for f in found[:1] if verb.lemma == "request" and _FROM_AT_ONCE.match(clause, 0, f.start)]
    return asked or named_late(clause, found)


def _decided_of(clause: str, found: Sequence[Found], start: int) -> list[Found]:
    """The names that a decision may be about."""
    free = [(match.start(), match.end()) for match in ASIDE.finditer(clause, start)]
    return [
        f for f in found
        if f.start >= start
        and not is_oblique(clause, f, start)
        and not any(a <= f.start < b for a, b in free)
    ]  # fmt: skip


def _of_decision(clause: str, found: Sequence[Found], *, point: bool) -> list[Found] | None:
    """Whom a decision tells to act that names nobody at its head; None where it does."""
    if giver := _GIVES.match(clause):
        return [f for f in found if giver.end() == phrase_start(clause, f)]
    if not _DECIDES_OF.match(clause):
        return named_late(clause, found) if point else []
    return (_AFTER_ASIDES.match(clause) and named_late(clause, found)) or None


def _inside(
    clause: str, found: Sequence[Found], verb: Verb, start: int, end: int, *, told: bool
) -> list[Found]:
    """The names between the verb and the deed that may act."""
    beside = _beside_oblique(clause, found, start)
    names = [
        f
        for i, f in enumerate(found)
        if f.start >= start and f not in beside and may_act(clause, f, found[i + 1 : i + 2], start)
    ]
    asides = find_asides(clause, start, end)
    inside = [f for f in names if f.end <= end and not any(a <= f.start < b for a, b in asides)]
    inside = _until_deed(clause, [f for f in inside if not _is_review(clause, f)])
    if verb.force == "decide" and (not told or _ANY_THREAT.match(clause)):
        inside = []
    inside = [f for f in inside if not _WHOSE.search(clause, max(0, f.start - 60), f.start)]
    inside = without_undergoing(clause, inside)
    if verb.lemma != "request":
        inside = [f for f in inside if not _SAID_BY.search(clause, max(0, f.start - 40), f.start)]
    if not told or (verb.lemma == "call for" and _UNDERGOES.match(clause, end)):
        inside = [f for f in inside if not is_possessed(clause, f)]
    return inside


def _those_meant(
    clause: str, found: Sequence[Found], verb: Verb, inside: list[Found], *, told: bool
) -> list[Found]:
    """Those named after a deed that is only named, in place of who stands before it: compliance by all."""
    against = inside and _AGAINST.search(clause, 0, inside[0].start)
    if not told and verb.lemma in _MAY_NAME_AGENTS and (not inside or against):
        inside = _agents(clause, found) or inside
    if not inside and verb.lemma in ("request", "encourage"):
        inside = listed(clause, _from_whom(clause, found))
    return inside


# What the Council does itself: decides to extend the mandate of UNAVEM, with the proviso that others may.
_DOES = Expression(r"\s*(?:also\s+|further\s+)?to\s")
# Decides that any support provided by UNMISS shall be informed by assessments: it gives it so.
_GIVES = Expression(
    r"\s*that\s+(?:future\s+)?(?:briefings?|reports?|updates?)\s+(?:from|by)\s+(?:the\s+)?(?=[A-Z][^.;:]{0,400}?\bshall\b)"
    r"|\s*(?:that\s+)?(?:any|all)\s+(?:\w+\s+){0,3}(?:provided|carried\s+out|conducted|undertaken|given)\s+by\s+(?:the\s+)?"
    r"(?=[A-Z][^.;:]{0,400}?\bshall\b)"
)
# Who is told to act behind another: Iran shall not export such items, and that all States shall prohibit.
_AND_THAT_TOO = Expression(r"\band\s+that\s+(?=(?:the|all|each|any|both)\s|[A-Z])")
_SHALL_ACT = Expression(r"(?:,[^,.;]{0,80},)?[^,.;:]{0,40}?\s(?:shall|must)\b(?!\s+be\b)")


def _told_too(clause: str, found: Sequence[Found]) -> list[Found]:
    out: list[Found] = []
    for match in _AND_THAT_TOO.finditer(clause):
        at_once = [f for f in found if match.end() <= phrase_start(clause, f) <= match.end() + _ARTICLE]
        names = listed(clause, [f for f in found if at_once and f.start >= at_once[0].start])
        acts = names and _SHALL_ACT.match(clause, names[-1].end)
        if acts and may_act(clause, names[0], names[1:2], match.end()):
            out += names
    return out


_ARTICLE = 5  # characters of what stands before a name: *the*, *all*


# Therefore calls on: (a) The FGS to lead coordination; requests: (b) the Panel and UNODC to continue.
_AT_ONCE = Expression(r"(?:[Tt]he\s+)?")
# What follows is said apart: … against the Lebanese people. On the eve of the election, any attempt ….
_SENTENCE_END = Expression(
    r"\.(?<![MD]r\.)(?<!Mrs\.)(?<!Ms\.)(?<!No\.)(?<!St\.)(?<![A-Z]\.)[”\"]?\s+(?=[A-Z“])"
)
# Requests the following reports from the Secretary-General: …; (a) from the Federal Government: …
_FROM = Expression(
    r"\b(?:reports?|updates?|information|briefings?|assessments?)\s[^.;:]{0,40}?\bfrom\s+(?:the\s+)?$"
    r"|^\s*(?:\w+\s+)?participation\s+from\s+(?:the\s+)?$"
    r"|^\s*that\s+(?:\w+\s+){0,3}reports?\s+(?:of|by)\s+(?:the\s+)?$"
)
# Whose report shall hold something: requests the Secretary-General’s next report to include an analysis.
_OWN_REPORT = Expression(r"[’']s?\s+(?:[\w-]+\s+){0,3}(?:reports?|briefings?)\s+(?:to|should|shall)\s")
_FROM_AT_ONCE = Expression(r"\s*from\s+(?:the\s+)?$")


def _from_whom(clause: str, found: Sequence[Found]) -> Sequence[Found]:
    """The names from the first on from whom a report is requested."""
    own = [f for f in found if _OWN_REPORT.match(clause, f.end)]
    return own[:1] or next((found[i:] for i, f in enumerate(found) if _FROM.search(clause, 0, f.start)), [])


# The second of two who only come in beside: signed by the United Nations and the Government of Mali; in
# Yemen, South Sudan and northeast Nigeria; but: all parties in Somalia and other international partners.
_AND_NAME = Expression(r"\s*(?:\([^)]{0,20}\)\s*)?\b(?:and|or)\s+(?:(?:the|all|other)\s+)*")
_AND_COUNTRY = Expression(r"(?:,|,?\s+(?:and|or))\s+(?:the\s+)?(?:(?:north|south|east|west)\w*\s+)?")
_BY_OR_WITH = Expression(r"\b(?:by|from|with|to|through|against)\s+(?:\w+\s+){0,2}$")
_IN = Expression(r"\bin\s+(?:the\s+)?$")
_BEFORE = 30  # characters before a name in which what makes it an object stands


def _beside_oblique(clause: str, found: Sequence[Found], start: int) -> list[Found]:
    """The names that stand in one list with one before them that is no subject."""
    out: list[Found] = []
    for before, name in pairwise(found):
        if before in out and phrase_start(clause, name) <= before.start:
            out.append(name)  # the Government, and the country whose it is
            continue
        both = {before.id, name.id} <= lexicon.countries().keys()
        gap = _AND_COUNTRY if both else _AND_NAME
        if (
            before.start >= start
            and before.id != name.id
            and gap.fullmatch(clause, before.end, phrase_start(clause, name))
            and (before in out or _is_beside(clause, before, start, _IN if both else _BY_OR_WITH))
        ):
            out.append(name)
    return out


def _is_beside(clause: str, name: Found, start: int, words: Expression) -> bool:
    """Whether `words` before a name make it no subject, nor those that stand beside it."""
    at = phrase_start(clause, name)
    return words.search(clause, max(0, at - _BEFORE), at) is not None and is_oblique(clause, name, start)


# Reminds the Government of South Sudan that …
_TELLING = frozenset({"remind", "warn"})
# A decision names who shall act behind *that*, or at once: Decides the Panel shall …; Decides to request …
_DECIDES_OF = Expression(r"[^;:]{0,240}?\bthat\b|\s*,?\s*(?:the\s|all\s|each\s|[A-Z])|" + _ASKS.pattern)


# Decides that any threat to the electoral process, in particular any attack on …, shall constitute.
_ANY_THREAT = Expression(
    r"\s*(?:that\s+)?any\s+(?:\w+\s+){0,2}(?:threats?|attacks?|attempts?|violations?|obstruction|breach)\b"
)
# Declares that acts which affect the sovereignty of a Member State may endanger the peace.
_WHOSE = Expression(
    r"\b(?:sovereignty|integrity|independence|territor\w+)\s+of\s+(?:an?\s+|any\s+|the\s+|all\s+)?$"
    # and who somebody is: the Commission of Investigation …, consisting of Australia, Egypt and Peru
    r"|\b(?:consisting|composed|made\s+up)\s+of\s[^.;:]{0,40}$"
)
# What somebody has said is not asked of him: approves the recommendations of the Secretary-General
# relating to the police; but: requests that the next report of the Secretary-General provide an assessment.
_SAID_BY = Expression(
    r"\b(?:recommendations?|proposals?|reports?|plans?|concept|views?|suggestions?|observations|letters?)\s+of\s+(?:the\s+)?$"
)
# A point that says itself who shall act: Further demands: (a) that Uganda and Rwanda, which have violated the
# sovereignty of others, withdraw their forces.
_OF_ITS_OWN = Expression(r"\s*that\s+(?:(?:all|the|both|each|every|any)\s+)?")
_ASKING = frozenset({"request", "call", "urge", "encourage", "demand", "recommend"})


# A body is addressed, not what is said to be of it: the strategic review of UNSMIL should take into account.
def _is_review(clause: str, found: Found) -> bool:
    bodies = lexicon.bodies()
    return found.id in bodies and bodies[found.id].kind in _WORKING and is_possessed(clause, found)


_WORKING = frozenset({"mission", "force", "panel"})
# Where a list is over though its deed has no *to*: that ATMIS support and assist Somalia; reporting by the
# Secretary-General to the Council and troop-contributing countries; member States of ICGLR and of others.
_OVER = Expression(
    r"\s+(?:\w+ly\s+)?(?:support|assist|provide|ensure|take|continue|conduct|co-?operate|include|submit|communicate|determine|accept|comply"
    r"|agree|abide|respect|allow|refrain|cease|facilitate|implement|resume|withdraw|redeploy|create|finali[sz]e|stop|pay|put|keep|make"
    r"|consider|develop|contribute|establish|inform|monitor|undertake|pursue|exercise|identify|maintain|fulfil|appoint|deploy|act"
    r"|consult|prohibit|adhere|seek|intensify|participate|adopt|abandon|give|investigate|proceed|notify|remove|freeze|desist|end|prevent)s?\s"
    r"|\s+to\s+the\s+(?:Security\s+)?Council\b|\s+that\s+(?:it|the)\s"
    r"|,\s+(?:within|in\s+accordance\s+with|consistent\s+with)\s[^,.;:]{3,60},\s+(?:support|assist|provide|ensure|take|continue|cooperate)\s"
)
_MEMBERS = Expression(r"\s+of\s")


def _until_deed(clause: str, names: Sequence[Found]) -> list[Found]:
    for i, name in enumerate(names):
        if _OVER.match(clause, name.end) or (name.id == "member-states" and _MEMBERS.match(clause, name.end)):
            return list(names[: i + 1])
    return list(names)


def _told(clause: str, found: Sequence[Found]) -> list[Found]:
    match = re.search(r"\b(?:that|of\s+(?:the|their|its)\s+(?!government))\b|$", clause)
    end = match.start() if match else len(clause)
    names = [f for i, f in enumerate(found) if f.end <= end and may_act(clause, f, found[i + 1 : i + 2], 0)]
    return listed(clause, names)


# Demands full respect for the right of UNPROFOR to free access, and that all parties cooperate.
_AND_THAT = Expression(
    r"\s*(?!that\b)(?:(?!\b(?:shall|should|that)\b)[^.;:]){10,300}?,\s+and\s+that\s+(?=the\b|all\b|both\b|each\b|any\b|[A-Z])"
)


def _start(clause: str, found: Sequence[Found], verb: Verb) -> int:
    start = 0
    if verb.force == "demand" and (match := _AND_THAT.match(clause)):
        return match.end()
    if match := _ASIDE_FIRST.match(clause):
        start = match.end()
    if purpose := _PURPOSE_FIRST.match(clause, start):
        # that, to prevent former President Taylor from using funds, all States in which … shall freeze
        late = [f.start for f in found if f.id in ("all-states", "member-states", "states")]
        return late[0] if late else purpose.end()
    if match := _ASKS.match(clause, start):
        return match.end()
    if match := _TIE.match(clause, start):
        start = match.end()
    if verb.force not in ("decide", "authorize") and (match := _BEFORE_NAMES.match(clause, start)):
        start = match.end()
    return start


# What is to be found out of somebody is not asked of him: a report from the IAEA on whether Iran has
# suspended.
_WHETHER = Expression(
    r"\b(?:on|as\s+to|determine|assess|establish|investigate|verify|examine)\s+(?:whether|how)\b"
)


def _end(clause: str, found: Sequence[Found], start: int) -> int:
    if whether := _WHETHER.search(clause, start):
        return _end_before(clause[: whether.start()], found, start)
    return _end_before(clause, found, start)


def _end_before(clause: str, found: Sequence[Found], start: int) -> int:
    for match in _DEED.finditer(clause, start):
        if not any(f.start < match.start() < f.end for f in found):
            return match.start()
    return len(clause)


_AFTER_ASIDES = Expression(r"\s*that\s*,|\s*that\s+(?:for|until|in|prior|where|when|before|as)\b")


# What shall only be done to it: calls for the authority of UNMIK to be respected.
_UNDERGOES = Expression(r"to\s+be\s+(?:\w+ly\s+)?\w+ed\b")
