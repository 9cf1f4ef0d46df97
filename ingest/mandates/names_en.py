"""What a name is in an English clause: one that may act, or only a place, an owner, an object."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.phrases import Found

# Names that are not addressed: CTED’s work, a report to the Committee, all groups other than UNDOF.
# MONUSCO’s military component is addressed as MONUSCO.
POSSESSIVE = Expression(
    r"[’'](?!s\s+(?:(?:national\s+)?focal\s+points?|(?:(?:civilian|military|police)\s+(?:and\s+)?)+components?)\b)"
)
_OBLIQUE = Expression(
    r"(?:\S(?=\s)(?<!\band)(?<!\bor)\s+(?:to|for|from|on|in|with|against|about|towards?|into|within|unless|if|when|where)"
    r"|\bthrough|\bwith\s+the\s+(?:\w+\s+){0,2}(?:assistance|support|help|aid|involvement|participation)\s+of"
    r"|\bunder\s+the\s+(?:\w+\s+)?(?:leadership|auspices|direction|guidance|supervision|authority|command|control)\s+of"
    r"|\brequest\s+of(?:\s+the\s+President\s+of)?"
    r"|\bin\s+support\s+of|\bother\s+than|\bexcept|\b[Mm]ember\s+States\s+of(?:\s[^,;:]{1,60}\()?"
    r"|\w(?:ed|en|sed|ound|eld|ade|iven)\s+by)\s*(?:(?<=\s)(?:the|all|its|their|any|his)\s+)?(?:(?<=\s)relevant\s+)?$"
)
# Of the last two words before a name one is among these where it is oblique; asked first, as hardly any is.
_LEADS_TO_OBLIQUE = frozenset({
    "to", "for", "from", "on", "in", "with", "against", "about", "toward", "towards", "into", "through",
    "within", "unless", "if", "when", "where", "than", "of", "by",
})  # fmt: skip
# Where no deed is named, what is *of* a body is not asked of it, but *the cooperation of all parties* is.
_OF = Expression(r"\b(?P<what>\w+)\s+of\s+(?:(?:the|all|its|their|any|both|previous|relevant|existing)\s+)?$")
_GIVEN = Expression(
    r"cooperation|co-operation|participation|support|assistance|involvement|engagement|commitment|withdrawal|efforts?"
    r"|contributions?|part|members?|presidents?|chair\w*|leaders?|heads?|staff|personnel|commanders?|secretariat|leadership|components?|contingents?|elements?|units?",
    re.IGNORECASE,
)

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
# Who acts for a country under a name that is no place: joint operations by the FARDC and MONUSCO.
_OWN_FORCES = Expression(r"FARDC|PNC|FACA|SSPDF|SSF|FGS|GFRS|GoSS|GRSS|RTGNU|TGNU")
# Israeli troops act for Israel.
_ORGAN_AFTER = Expression(r"\s+(?:troops|forces|authorities|government|Government|army|occupying)\b")
_BEFORE_NAME = 80  # characters before a name that say how it comes in
_RIGHT_BEFORE = 40  # those that its last two words take
# The members of an organization are told, not itself: the LCBC Member States.
_ITS_MEMBERS = Expression(r"(?:[Mm]ember\s+)?[Ss]tates\b|countries\b|(?:[Tt]roop|[Pp]olice)\b")


def may_act(clause: str, found: Found, following: Sequence[Found], begin: int) -> bool:
    """Whether a name can be the subject of a deed; `following` is the next name, if there is one.

    `begin` is where the words start that may make it an object: *a report to the Committee*.
    """
    if POSSESSIVE.match(clause, found.end) or is_oblique(clause, found, begin) or _is_place(clause, found):
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
    if found.id == "united-nations-system" and _ITS_PAPER.match(clause, found.end):
        return False
    if clause.endswith("nter-", 0, found.start):
        return False  # the Inter-Congolese Dialogue
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


# What only is of the United Nations: the use of the United Nations aide-memoire by the sides.
_ITS_PAPER = Expression(r"\s+(?:aide|[Hh]uman\s+[Rr]ights\s+[Dd]ue|zero|policy|policies|standards?|code)\b")
_STATE_ORGAN = Expression(
    r"\s+(?:institutions?|authority|actors?|security|organs?|bodies|entities|structures?)\b"
)
_ITS_ENVOY = Expression(r"\bits\s+$")


def is_oblique(clause: str, found: Found, begin: int) -> bool:
    """Whether words between `begin` and a name make it an object: *to*, *with*, *other than*."""
    start = phrase_start(clause, found)
    first = max(begin, start - _BEFORE_NAME)
    before = clause[first:start]
    last = before.split()[-2:]
    if _LEADS_TO_OBLIQUE.isdisjoint(last) and not any(word.endswith(("except", "(")) for word in last):
        return False
    if "States of" not in before:  # else a name in brackets may lie between: Member States of IGAD (
        first = max(first, start - _RIGHT_BEFORE)
    return _OBLIQUE.search(clause, first, start) is not None


def is_possessed(clause: str, found: Found) -> bool:
    """Whether a name only says whose the thing is that is asked for: *the implementation of its mandate*."""
    start = phrase_start(clause, found)
    match = _OF.search(clause, max(0, start - _BEFORE_NAME), start)
    return bool(match) and not _GIVEN.fullmatch(match["what"])  # type: ignore[index]


# What a country's parts stand behind, in brackets: sale to the Federal Republic of Yugoslavia (Serbia and
# Montenegro).
_IN_BRACKETS = Expression(
    r"(?:(?:[Aa]uthorities|Government)\s+(?:of|in)\s+)?(?:the\s+)?Federal\s+Republic\s+of\s+Yugoslavia\s+\((?:Serbia\s+and\s+)?$"
)


def phrase_start(clause: str, found: Found) -> int:
    """Where the words for a country's organ begin: *the Government of Lebanon*."""
    if found.id not in lexicon.countries():
        return found.start
    begin = max(0, found.start - _BEFORE_NAME)
    if "(" in clause[begin : found.start] and (whole := _IN_BRACKETS.search(clause, begin, found.start)):
        return whole.start()
    match = _ORGAN.search(clause, begin, found.start)
    if match is None:
        return found.start
    start = match.start()
    return start - 4 if clause[max(0, start - 4) : start].lower() == "the " else start


def _is_place(clause: str, found: Found) -> bool:
    """Whether a country is only where somebody is: *in Mali*, *neighbouring Mali*."""
    if found.id not in lexicon.countries() or _OWN_FORCES.fullmatch(clause, found.start, found.end):
        return False
    begin = max(0, found.start - _BEFORE_NAME)
    if is_possessed(clause, found) and not _ORGAN_AFTER.match(clause, found.end):
        return True
    start = phrase_start(clause, found) if "(" in clause[begin : found.start] else found.start
    if not _WHERE.search(clause, begin, start) or _ORGAN.search(clause, begin, start):
        return False
    return not _ORGAN_AFTER.match(clause, found.end)
