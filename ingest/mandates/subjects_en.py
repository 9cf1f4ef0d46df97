"""The subject of an English clause: which of the names in it are told to act."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.lexicon import Verb
from mandex.corpus.phrases import Found

# Where the subject ends and its deed begins.
_DEED = Expression(
    r"\b(?=[abchimnstw])"  # few words begin with what follows
    r"(?:(?:shall|should|must|may|will|can|is|are|be|has|have|not(?!\s+(?:members?|part(?:y|ies))\b))\b"
    r"|(?<!\band\s)to\s+(?!the\b|armed\b|a\b|conflict\b|all\b|both\b|any\b|every\b|each\b|those\b))|[:;]"
)
_TOLD_TO = Expression(r"\b(?:shall|should|must|may|will|to)\b|:")
_MODAL = Expression(r"\b(?:shall|should|must|may|will|needs?\s+to|(?:has|have)\s+to)\b")
# Words between the verb and those whom it addresses: Appeals to all States; Requests also that the Panel.
_BEFORE_NAMES = Expression(
    r"\s*(?:(?:once\s+)?again\s+|also\s+|further\s+)?(?:to|upon|on|for|with)\s+(?=the\b|all\b|each\b|every\b|any\b|those\b|both\b|[A-Z])"
)
# A decision to ask somebody: Decides to request the Secretary-General to …
_ASKS = Expression(
    r"\s*(?:also\s+|further\s+)?to\s+(?:request|authori[sz]e|invite|urge|ask|direct|instruct|mandate|encourage|entrust"
    r"|call\s+(?:up)?on|empower|allow|permit)\s+"
)
# What may stand before the subject: that, after a discussion with the Committee, the Panel submit …
_ASIDE_FIRST = Expression(r"\s*(?:that\s*)?,\s*(?!the\b|all\b|[A-Z])[^,]{1,200},\s*(?:that\s+)?")
_PURPOSE_FIRST = Expression(r"\s*that\s*,?\s*(?:in\s+order\s+)?to\s+")
# Asides between the addressee and the deed: , in consultation with the Secretary-General,
_ASIDE = Expression(
    r",\s*(?:in(?!\s+particular)|with|including\s+(?:through|by|in|with)|through|within|acting|under|pursuant|following|upon|subject|as|where|when|if|after|by|"
    r"consistent|taking|while|without|inter|on|at|for|bearing|working|supported|drawing|addressing|noting|considering)\b(?!\s+well\s+as)[^,]*(?=,|$)"
)
_TOGETHER = Expression(
    r"\b(?:in (?:close )?(?:consultation|coordination|cooperation|conjunction|accordance)|with)\b.*$"
)
# Names that are not addressed: CTED’s work, a report to the Committee, all groups other than UNDOF.
# MONUSCO’s military component is addressed as MONUSCO.
_POSSESSIVE = Expression(
    r"[’'](?!s\s+(?:(?:national\s+)?focal\s+points?|(?:(?:civilian|military|police)\s+(?:and\s+)?)+components?)\b)"
)
_OBLIQUE = Expression(
    r"(?:\S(?=\s)(?<!\band)(?<!\bor)\s+(?:to|for|from|on|in|with|against|about|towards?|into|through|within|unless|if|when|where)"
    r"|\bother\s+than|\bexcept|\b[Mm]ember\s+States\s+of(?:\s[^,;:]{1,60}\()?"
    r"|\w(?:ed|en|sed|ound|eld|ade|iven)\s+by)\s*(?:(?<=\s)(?:the|all|its|their|any|his)\s+)?$"
)
# Of the last two words before a name one is among these where it is oblique; asked first, as hardly any is.
_LEADS_TO_OBLIQUE = frozenset({
    "to", "for", "from", "on", "in", "with", "against", "about", "toward", "towards", "into", "through",
    "within", "unless", "if", "when", "where", "than", "of", "by",
})  # fmt: skip
# Where no deed is named, what is *of* a body is not asked of it, but *the cooperation of all parties* is.
_OF = Expression(r"\b(?P<what>\w+)\s+of\s+(?:(?:the|all|its|their|any|both)\s+)?$")
_GIVEN = Expression(
    r"cooperation|co-operation|participation|support|assistance|involvement|engagement|commitment|withdrawal|efforts?"
    r"|contributions?|part|members?|presidents?|chair\w*|leaders?|heads?|staff|personnel|commanders?|secretariat|leadership|components?|contingents?|elements?|units?",
    re.IGNORECASE,
)
# Encourages the Secretary-General’s efforts.
_EFFORTS = Expression(
    r"[’']s?\s+(?:[\w-]+\s+){0,2}(?:efforts|engagement|cooperation|participation|support)\b"
)
# All are addressed who shall do something together: cooperation between MONUSCO and the Group of Experts.
_BETWEEN = Expression(r"\b(?:between|among(?!\s+others)|amongst)\s")
# What may stand between two of one list, where no *to* ends it.
_LINK = Expression(
    r"(?:[,;]|\band\b|\bor\b|\bas\s+well\s+as\b|\bincluding\b|\bin\s+particular\b|\bparticularly\b|\bespecially\b"
    r"|\bnotably\b|/|&)"
)
_LINK_WORDS = 7

# A country is addressed by itself or through its organs; *all groups in the north of Mali* are not Mali.
_WHERE = Expression(
    r"\b(?:in|within|throughout|across|inside|from|into|near|off|over|by|neighbou?ring)\s+(?:the\s+)?"
    r"(?:(?:north|south|east|west|territory|territories|capital|people|whole)\w*\s+(?:parts?\s+)?of\s+(?:the\s+)?)?$"
)
_ORGAN = Expression(
    r"\b(?:(?:(?:[Pp]resident\s+and\s+(?:the\s+)?)?[Gg]overnments?|[Aa]uthorit(?:y|ies)|[Ll]eaders(?:hip)?|President"
    r"|[Pp]arliament|institutions|forces|[Rr]egime|Army|Unity|Accord|Republic|State|Kingdom"
    r"|Federation|Presidency|Minist\w+|[Oo]fficials)"
    r"\s+(?:of|in|from)|(?:parties|[Pp]eoples?|[Ss]ides?)\s+of)\s+(?:(?:both\s+)?the\s+|both\s+)?$"
)
# Israeli troops act for Israel.
_ORGAN_AFTER = Expression(r"\s+(?:troops|forces|authorities|government|Government|army|occupying)\b")
_BEFORE_NAME = 80  # characters before a name that say how it comes in
_RIGHT_BEFORE = 40  # those that its last two words take
# Who only takes note tells somebody to act where it says that he must, or whose duty it is.
_NOTED = Expression(
    r"(?:\bthat\s+(?!when\b|where\b|if\b|for\b|until\b|in\s+cases\b)(?P<subject>[^.;:]{0,300}?)|^\s*(?P<at_once>(?=the\s|all\s|[A-Z])[^.,;:]{0,80}?))"
    r"(?<!\bwhich\s)(?<!\bwho\s)\b(?:should|must|shall|(?<!\bthe\s)needs?\s+to|ha(?:s|ve)\s+to|(?:is|are)\s+bound\s+(?:by|to)"
    r"|(?:(?:is|are)\s+(?:\w+ly\s+)?responsible\s+for"
    r"|(?:ha(?:s|ve)|bears?)\s+(?:the\s+|primary\s+|the\s+primary\s+)responsibility))"
    r"\b(?!\s+be\b)"
    r"|^\s*(?P<owner>(?:the\s+)?[^.;:,’']{0,60})[’']s?\s+(?:primary\s+)?(?:obligations?|responsibilit(?:y|ies)|duty)\s+to\b"
    r"|\bresponsibilit(?:y|ies)\s[^.;:]{0,160}?\b(?:lies?|rests?)\s+(?:primarily\s+|first\s+and\s+foremost\s+)?with\s+"
    r"(?P<resting>[^.;]{0,120})"
    r"|(?:\b(?:need|necessity|responsibilit(?:y|ies)|obligations?|dut(?:y|ies)|importance)|\bit\s+(?:is|remains)\s+(?:\w+\s+)?"
    r"(?:essential|imperative|necessary|vital|important|crucial|critical))"
    r"\s+(?:for|of|on|that)\s+(?P<bound>(?!\w+ing\b)[^.;:]{0,200}?)\s"
    r"(?:to\s+\w|(?!(?:includ|regard|concern|dur|accord|follow|be|bear)ing\b)\w+ing\b|in\s+(?:the|ensuring)\b)"
)
# The importance of close coordination between all United Nations entities; the need for a renewed commitment
# by the parties; not: the threat posed by armed groups.
_JOINTLY = Expression(
    r"\b(?:(?:importance|need|necessity)\s+(?:of|for)|requires?)\s+(?:(?!\bin\s+\w+ing\b|\bthat\b)[^.;:]){0,160}?(?:\b(?:between|among(?!\s+others)|amongst)|(?<!ed)(?<!en)\s+by)"
    r"\s+(?P<doers>(?!\w+ing\b)[^.;:]{0,300})"
)


# Who is listed beside others without a name of his own: donors and organizations; the organisations and
# States listed in paragraph 3; not: the Organization, organizations for which a name stands.
_AND_ORGANIZATIONS = Expression(r",?\s+(?:and|or)\s+(?:(?!of\b)\w+\s+){0,2}organi[sz]ations\b(?!\s+of\b)")
_ORGANIZATIONS_AND = Expression(r"\borgani[sz]ations\s+(?:and|or)\s+(?:\w+\s+)?$")
_ORGANIZED = frozenset({"international-organizations", "regional-organizations"})


def beside(clause: str, head: Sequence[Found]) -> list[str]:
    """The ids of the organizations that stand, unnamed, in one list with those addressed."""
    if not _ORGANIZED.isdisjoint(f.id for f in head):
        return []
    before = _ORGANIZATIONS_AND.search(clause, 0, _phrase_start(clause, head[0]))
    return ["international-organizations"] if before or _AND_ORGANIZATIONS.match(clause, head[-1].end) else []


_MAY_NAME_AGENTS = frozenset({"call for", "encourage", "urge", "demand"})
# Who shall do what is called for: full compliance with the embargo by all Member States.
_BY_WHOM = Expression(
    r"\b(?:compliance|implementation|adherence|respect|observance|efforts|action|steps|support|commitment|participation"
    r"|cooperation|assistance|engagement|contributions?|ratification|acceptance)\b(?:(?!\bby\b)[^.;:]){0,120}"
    r"(?<!ed)(?<!en)\sby\s+(?:(?:all|the|both|any)\s+)*(?:\w+\s+)?$"
)


def _agents(clause: str, found: Sequence[Found]) -> list[Found]:
    for f in found:
        if _BY_WHOM.search(clause, 0, _phrase_start(clause, f)) and not _POSSESSIVE.match(clause, f.end):
            return _list(clause, [g for g in found if g.start >= f.start])
    return []


def head(clause: str, found: Sequence[Found], verb: Verb, *, point: bool) -> tuple[list[Found], list[Found]]:
    """Those of the names `found` that the clause tells to act, and those that a decision may be about."""
    if not found:
        return [], []
    if verb.lemma in _TELLING:
        return _told(clause, found), []
    if verb.force == "note":
        return _noted(clause, found), []
    start = _start(clause, found, verb)
    end = _end(clause, found, start)
    if point and not _MODAL.match(clause, end):
        asked = [f for f in found[:1] if verb.lemma == "request" and _FROM_AT_ONCE.match(clause, 0, f.start)]
        return asked or _late(clause, found), []
    free = [(match.start(), match.end()) for match in _ASIDE.finditer(clause, start)]
    decided = [
        f for f in found
        if f.start >= start
        and not _is_oblique(clause, f, start)
        and not any(a <= f.start < b for a, b in free)
    ]  # fmt: skip
    if verb.force == "decide" and not _DECIDES_OF.match(clause):
        return [], decided
    if verb.force == "decide" and _AFTER_ASIDES.match(clause) and (late := _late(clause, found)):
        return late, decided
    names = [
        f
        for i, f in enumerate(found)
        if f.start >= start and _may_act(clause, f, found[i + 1 : i + 2], start)
    ]
    asides = _asides(clause, start, end)
    inside = [f for f in names if f.end <= end and not any(a <= f.start < b for a, b in asides)]
    inside = _until_deed(clause, [f for f in inside if not _is_review(clause, f)])
    if verb.force == "decide" and not _TOLD_TO.match(clause, end):
        inside = []
    if not _TOLD_TO.match(clause, end) or (verb.lemma == "call for" and _UNDERGOES.match(clause, end)):
        inside = [f for f in inside if not _is_possessed(clause, f)]
    if not inside or not _TOLD_TO.match(clause, end):
        effort = next((f for f in found if f.start >= start and _EFFORTS.match(clause, f.end)), None)
        if effort and (not inside or effort.start <= inside[0].start):
            return [effort], decided
    if not inside and not _TOLD_TO.match(clause, end) and verb.lemma in _MAY_NAME_AGENTS:
        inside = _agents(clause, found)
    if not inside and verb.lemma == "request":
        inside = [f for f in found if _FROM.search(clause, 0, f.start)][:1]
    if between := _BETWEEN.search(clause, start, end):
        inside = [f for f in inside if f.start < between.start()] or _list(clause, inside)
    elif not _TOLD_TO.match(clause, end):
        inside = _list(clause, inside)
    return inside, decided


# Requests the following reports from the Secretary-General: …; (a) from the Federal Government: …
_FROM = Expression(
    r"\b(?:reports?|updates?|information|briefings?|assessments?)\s[^.;:]{0,40}?\bfrom\s+(?:the\s+)?$"
)
_FROM_AT_ONCE = Expression(r"\s*from\s+(?:the\s+)?$")
# Reminds the Government of South Sudan that …
_TELLING = frozenset({"remind", "warn"})
# A decision names who shall act behind *that*, or at once: Decides the Panel shall …; Decides to request …
_DECIDES_OF = Expression(r"[^;:]{0,240}?\bthat\b|\s*,?\s*(?:the\s|all\s|each\s|[A-Z])|" + _ASKS.pattern)


# A body is addressed, not what is said to be of it: the strategic review of UNSMIL should take into account.
def _is_review(clause: str, found: Found) -> bool:
    bodies = lexicon.bodies()
    return found.id in bodies and bodies[found.id].kind in _WORKING and _is_possessed(clause, found)


_WORKING = frozenset({"mission", "force", "panel"})
# Where a list is over though its deed has no *to*: that ATMIS support and assist Somalia; reporting by the
# Secretary-General to the Council and troop-contributing countries; member States of ICGLR and of others.
_OVER = Expression(
    r"\s+(?:support|assist|provide|ensure|take|continue|conduct|cooperate|include|submit|communicate|determine)s?\s"
    r"|\s+to\s+the\s+(?:Security\s+)?Council\b"
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
    names = [f for i, f in enumerate(found) if f.end <= end and _may_act(clause, f, found[i + 1 : i + 2], 0)]
    return _list(clause, names)


def _start(clause: str, found: Sequence[Found], verb: Verb) -> int:
    start = 0
    if match := _ASIDE_FIRST.match(clause):
        start = match.end()
    if purpose := _PURPOSE_FIRST.match(clause, start):
        # that, to prevent former President Taylor from using funds, all States in which … shall freeze
        late = [f.start for f in found if f.id in ("all-states", "member-states", "states")]
        return late[0] if late else purpose.end()
    if match := _ASKS.match(clause, start):
        return match.end()
    if verb.force not in ("decide", "authorize") and (match := _BEFORE_NAMES.match(clause, start)):
        start = match.end()
    return start


def _end(clause: str, found: Sequence[Found], start: int) -> int:
    for match in _DEED.finditer(clause, start):
        if not any(f.start < match.start() < f.end for f in found):
            return match.start()
    return len(clause)


def _asides(clause: str, start: int, end: int) -> list[tuple[int, int]]:
    out = [(match.start(), match.end()) for match in _ASIDE.finditer(clause, start, end)]
    if match := _TOGETHER.search(clause, start, end):
        out.append((match.start(), end))
    return out


def _noted(clause: str, found: Sequence[Found]) -> list[Found]:
    match = _NOTED.search(clause)
    if match and match["owner"] is not None:
        return [f for f in found if f.end == match.end("owner")]
    if match and match.lastgroup:
        names = _between(clause, found, *match.span(match.lastgroup), _NEXT if match["bound"] else _NEAR)
        if names or match["bound"] is None:
            return names or _late(clause, found)
    if jointly := _JOINTLY.search(clause):
        return _between(clause, found, *jointly.span("doers"), _NEXT)
    return []


def _between(clause: str, found: Sequence[Found], start: int, end: int, near: int) -> list[Found]:
    """The list of those who may act that begins within `near` characters from `start`."""
    asides = _asides(clause, start, end)
    own = " " * start + clause[start:]  # whatever leads up to them: the responsibility of the Government
    names = [
        f for i, f in enumerate(found)
        if start <= f.start and f.end <= end and _may_act(own, f, found[i + 1 : i + 2], start)
        and not any(a <= f.start < b for a, b in asides)
    ]  # fmt: skip
    if names and _phrase_start(clause, names[0]) - start > near:
        return []
    return _list(clause, names)


# Who acts is named right before the first word that tells to: that, until 30 September, without prejudice
# to the role of the Malian authorities, MINUSMA is authorized to; prior to transferring, the State shall.
_TELLS = Expression(
    r"\b(?:shall|should|must|(?:is|are)\s+authori[sz]ed\s+to|(?:is|are)\s+responsible\s+for)\b(?!\s+be\b)"
)
# The capacities of ECOWAS in the areas which should enable it to act.
_OF_THING = Expression(r"\b(?:which|who)\s+$")
_AFTER_ASIDES = Expression(r"\s*that\s*,|\s*that\s+(?:for|until|in|prior|where|when|before|as)\b")


def _late(clause: str, found: Sequence[Found]) -> list[Found]:
    match = _TELLS.search(clause)
    if match is None or _OF_THING.search(clause, 0, match.start()):
        return []
    start = max(clause.rfind(", ", 0, match.start()), clause.rfind("that ", 0, match.start()) + 3, 0)
    return _between(clause, found, start, match.start(), _NEAR)


_NEAR = 60  # characters of a subject before its first name
_NEXT = 24  # where somebody's duty is named: the importance of all Member States complying


# What the first of a list consists of, or tells whom: member States of ICGLR and …; to the Council and …
_OF_OR_TO = Expression(r"^\s*of\s(?!the\s+Secretary-General)|\b(?:to|from)\b")


def _list(clause: str, names: Sequence[Found]) -> list[Found]:
    """The names that stand together as one list from the first on."""
    out = list(names[:1])
    for name in names[1:]:
        gap = clause[out[-1].end : name.start]
        if (
            _OF_OR_TO.search(gap)
            or len(gap.split()) > _LINK_WORDS
            or not (_LINK.search(gap) or name.start <= out[-1].end)
        ):
            break
        out.append(name)
    return out


# What shall only be done to it: calls for the authority of UNMIK to be respected.
_UNDERGOES = Expression(r"to\s+be\s+(?:\w+ly\s+)?\w+ed\b")
# The members of an organization are told, not itself: the LCBC Member States.
_ITS_MEMBERS = Expression(r"(?:[Mm]ember\s+)?[Ss]tates\b|countries\b|(?:[Tt]roop|[Pp]olice)\b")


def _may_act(clause: str, found: Found, following: Sequence[Found], begin: int) -> bool:
    if _POSSESSIVE.match(clause, found.end) or _is_oblique(clause, found, begin) or _is_place(clause, found):
        return False
    surface = clause[found.start : found.end].lower()
    if found.id == "security-council" and "members" not in surface:
        return False  # it asks nothing of itself: all relevant Security Council resolutions
    if (
        found.id == "states"
        and (
            surface
            in ("government", "country", "nation")  # Somali Government authorities; at the country level
            or (surface == "governments" and re.match(r"\s+of\b", clause[found.end :]))
            or (surface == "governments" and clause[: found.start].endswith("regional "))
        )
    ):
        return False
    if surface in ("authority", "the authority"):
        return False  # the authority of UNMIK
    if found.id in ("all-states", "states") and _STATE_ORGAN.match(clause, found.end):
        return False  # all State institutions
    if found.id == "special-representative" and _ITS_ENVOY.search(clause, 0, found.start):
        return False  # the European Union, notably its Special Representative for the Sahel
    after = following[0] if following else None
    if after and after.start - found.end <= 1 and _ITS_MEMBERS.match(clause, after.start):
        return found.id not in lexicon.bodies()
    if after and found.id == "national-authorities" and after.id in lexicon.countries():
        return not re.fullmatch(r"\s+(?:of|in)\s+(?:the\s+)?", clause[found.end : after.start])
    # Somali stakeholders are not Somalia
    return not (
        after
        and found.id in lexicon.countries()
        and after.start - found.end <= 1
        and after.id in ("parties", "armed-groups", "international-community", "states-concerned")
    )


_STATE_ORGAN = Expression(
    r"\s+(?:institutions?|authority|actors?|security|organs?|bodies|entities|structures?)\b"
)
_ITS_ENVOY = Expression(r"\bits\s+$")


def _is_oblique(clause: str, found: Found, begin: int) -> bool:
    start = _phrase_start(clause, found)
    first = max(begin, start - _BEFORE_NAME)
    before = clause[first:start]
    last = before.split()[-2:]
    if _LEADS_TO_OBLIQUE.isdisjoint(last) and not any(word.endswith(("except", "(")) for word in last):
        return False
    if "States of" not in before:  # else a name in brackets may lie between: Member States of IGAD (
        first = max(first, start - _RIGHT_BEFORE)
    return _OBLIQUE.search(clause, first, start) is not None


def _is_possessed(clause: str, found: Found) -> bool:
    """Whether a name only says whose the thing is that is asked for: *the implementation of its mandate*."""
    start = _phrase_start(clause, found)
    match = _OF.search(clause, max(0, start - _BEFORE_NAME), start)
    return bool(match) and not _GIVEN.fullmatch(match["what"])  # type: ignore[index]


def _phrase_start(clause: str, found: Found) -> int:
    """Where the words for a country's organ begin: *the Government of Lebanon*."""
    if found.id not in lexicon.countries():
        return found.start
    match = _ORGAN.search(clause, max(0, found.start - _BEFORE_NAME), found.start)
    if match is None:
        return found.start
    start = match.start()
    return start - 4 if clause[max(0, start - 4) : start].lower() == "the " else start


def _is_place(clause: str, found: Found) -> bool:
    """Whether a country is only where somebody is: *in Mali*, *neighbouring Mali*."""
    if found.id not in lexicon.countries():
        return False
    begin = max(0, found.start - _BEFORE_NAME)
    if _is_possessed(clause, found) and not _ORGAN_AFTER.match(clause, found.end):
        return True
    if not _WHERE.search(clause, begin, found.start) or _ORGAN.search(clause, begin, found.start):
        return False
    return not _ORGAN_AFTER.match(clause, found.end)
