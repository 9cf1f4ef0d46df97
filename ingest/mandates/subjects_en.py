"""The subject of an English clause: which of the names in it are told to act."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mandex.corpus import lexicon
from mandex.corpus.lexicon import Verb
from mandex.corpus.phrases import Found

# Where the subject ends and its deed begins.
_DEED = re.compile(
    r"\b(?:shall|should|must|may|will|can|is|are|be|has|have|not)\b|:|;"
    r"|(?<!\band\s)\bto\s+(?!the\b|armed\b|a\b|conflict\b|all\b|both\b|any\b|every\b|each\b|those\b)"
)
_TOLD_TO = re.compile(r"\b(?:shall|should|must|may|will|to)\b|:")
_MODAL = re.compile(r"\b(?:shall|should|must|may|will|needs?\s+to|(?:has|have)\s+to)\b")
# Words between the verb and those whom it addresses: Appeals to all States; Requests also that the Panel.
_BEFORE_NAMES = re.compile(
    r"\s*(?:(?:once\s+)?again\s+|also\s+|further\s+)?(?:to|upon|on|for|with)\s+(?=the\b|all\b|each\b|every\b|any\b|those\b|both\b|[A-Z])"
)
# A decision to ask somebody: Decides to request the Secretary-General to …
_ASKS = re.compile(
    r"\s*(?:also\s+|further\s+)?to\s+(?:request|authori[sz]e|invite|urge|ask|direct|instruct|mandate|encourage|entrust"
    r"|call\s+(?:up)?on|empower|allow|permit)\s+"
)
# What may stand before the subject: that, after a discussion with the Committee, the Panel submit …
_ASIDE_FIRST = re.compile(r"\s*(?:that\s*)?,\s*(?!the\b|all\b|[A-Z])[^,]{1,200},\s*(?:that\s+)?")
_PURPOSE_FIRST = re.compile(r"\s*that\s*,?\s*(?:in\s+order\s+)?to\s+")
# Asides between the addressee and the deed: , in consultation with the Secretary-General,
_ASIDE = re.compile(
    r",\s*(?:in|with|through|within|acting|under|pursuant|following|upon|subject|as|where|when|if|after|by|"
    r"consistent|taking|while|without|inter|on|at|for|bearing|working|supported|drawing)\b(?!\s+well\s+as)[^,]*(?=,|$)"
)
_TOGETHER = re.compile(
    r"\b(?:in (?:close )?(?:consultation|coordination|cooperation|conjunction|accordance)|with)\b.*$"
)
# Names that are not addressed: CTED’s work, a report to the Committee, all groups other than UNDOF.
_POSSESSIVE = re.compile(r"[’']")
_OBLIQUE = re.compile(
    r"(?:\S(?<!\band)(?<!\bor)\s+(?:to|for|from|on|in|with|against|about|towards?|into|through|within|unless|if|when|where)"
    r"|\bother\s+than|\bexcept|\b[Mm]ember\s+States\s+of(?:\s[^,;:]{1,60}\()?"
    r"|\w(?:ed|en|sed|ound|eld|ade|iven)\s+by)\s*(?:(?<=\s)(?:the|all|its|their|any|his)\s+)?$"
)
# Where no deed is named, what is *of* a body is not asked of it, but *the cooperation of all parties* is.
_OF = re.compile(r"\b(?P<what>\w+)\s+of\s+(?:(?:the|all|its|their|any|both)\s+)?$")
_GIVEN = re.compile(
    r"cooperation|co-operation|participation|support|assistance|involvement|engagement|commitment|withdrawal|efforts?"
    r"|contributions?|part|members?|presidents?|chair\w*|leaders?",
    re.IGNORECASE,
)
# Encourages the Secretary-General’s efforts.
_EFFORTS = re.compile(
    r"[’']s?\s+(?:[\w-]+\s+){0,2}(?:efforts|engagement|cooperation|participation|support)\b"
)
# All are addressed who shall do something together: cooperation between MONUSCO and the Group of Experts.
_BETWEEN = re.compile(r"\b(?:between|among|amongst)\s")
# What may stand between two of one list, where no *to* ends it.
_LINK = re.compile(
    r"(?:[,;]|\band\b|\bor\b|\bas\s+well\s+as\b|\bincluding\b|\bin\s+particular\b|\bparticularly\b|\bespecially\b"
    r"|\bnotably\b|/|&)"
)
_LINK_WORDS = 7

# A country is addressed by itself or through its organs; *all groups in the north of Mali* are not Mali.
_WHERE = re.compile(
    r"\b(?:in|within|throughout|across|inside|from|into|near|off|over|by|neighbou?ring)\s+(?:the\s+)?"
    r"(?:(?:north|south|east|west|territory|territories|capital|people|whole)\w*\s+(?:parts?\s+)?of\s+(?:the\s+)?)?$"
)
_ORGAN = re.compile(
    r"\b(?:(?:[Pp]resident\s+and\s+(?:the\s+)?)?[Gg]overnments?|[Aa]uthorit(?:y|ies)|[Ll]eaders(?:hip)?|President"
    r"|[Pp]arliament|institutions|forces|parties|[Pp]eoples?|[Rr]egime|Army|Unity|Accord|[Ss]ides?|Republic|State|Kingdom"
    r"|Federation|Presidency|Minist\w+|[Oo]fficials)"
    r"\s+(?:of|in|from)\s+(?:the\s+)?$"
)
# Israeli troops act for Israel.
_ORGAN_AFTER = re.compile(r"\s+(?:troops|forces|authorities|government|Government|army|occupying)\b")
_BEFORE_NAME = 80  # characters before a name that say how it comes in
# Who only takes note tells somebody to act where it says that he must, or whose duty it is.
_NOTED = re.compile(
    r"\bthat\s+(?P<subject>[^.;:]{0,300}?)\b(?:should|must|shall|needs?\s+to|ha(?:s|ve)\s+to"
    r"|ha(?:s|ve)\s+the\s+(?:primary\s+)?responsibility)\b(?!\s+be\b)"
    r"|^\s*(?P<owner>(?:the\s+)?[^.;:,’']{0,60})[’']s?\s+(?:primary\s+)?(?:obligations?|responsibilit(?:y|ies)|duty)\s+to\b"
    r"|\b(?:need|responsibilit(?:y|ies)|obligations?|dut(?:y|ies)|importance|essential|imperative|necessary|vital)"
    r"\s+(?:for|of|on)\s+(?P<bound>(?!\w+ing\b)[^.;:]{0,200}?)\s"
    r"(?:to\s+\w|(?!(?:includ|regard|concern|dur|accord|follow|be|bear)ing\b)\w+ing\b)"
)


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
        return [], []
    free = [(match.start(), match.end()) for match in _ASIDE.finditer(clause, start)]
    decided = [
        f for f in found
        if f.start >= start
        and not _is_oblique(clause, f, start)
        and not any(a <= f.start < b for a, b in free)
    ]  # fmt: skip
    if verb.force == "decide" and not _DECIDES_OF.match(clause):
        return [], decided
    names = [
        f
        for i, f in enumerate(found)
        if f.start >= start and _may_act(clause, f, found[i + 1 : i + 2], start)
    ]
    asides = _asides(clause, start, end)
    inside = [f for f in names if f.end <= end and not any(a <= f.start < b for a, b in asides)]
    if not _TOLD_TO.match(clause, end):
        inside = [f for f in inside if not _is_possessed(clause, f)]
        if effort := next((f for f in found if f.start >= start and _EFFORTS.match(clause, f.end)), None):
            return [effort], decided
    if between := _BETWEEN.search(clause, start, end):
        inside = [f for f in inside if f.start < between.start()] or _list(clause, inside)
    elif not _TOLD_TO.match(clause, end):
        inside = _list(clause, inside)
    return inside, decided


# Reminds the Government of South Sudan that …
_TELLING = frozenset({"remind", "warn"})
# A decision names who shall act behind *that*, or at once: Decides the Panel shall …; Decides to request …
_DECIDES_OF = re.compile(r"[^;:]{0,240}?\bthat\b|\s*,?\s*(?:the\s|all\s|each\s|[A-Z])|" + _ASKS.pattern)


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
    if match is None:
        return []
    if match["owner"] is not None:
        return [f for f in found if f.end == match.end("owner")]
    start, end = match.span("subject") if match["subject"] is not None else match.span("bound")
    asides = _asides(clause, start, end)
    names = [
        f for i, f in enumerate(found)
        if start <= f.start and f.end <= end and _may_act(clause, f, found[i + 1 : i + 2], start)
        and not any(a <= f.start < b for a, b in asides)
    ]  # fmt: skip
    near = _NEAR if match["subject"] is not None else _NEXT
    if names and _phrase_start(clause, names[0]) - start > near:
        return []
    return _list(clause, names)


_NEAR = 60  # characters of a subject before its first name
_NEXT = 14  # where somebody's duty is named: the importance of all Member States complying


def _list(clause: str, names: Sequence[Found]) -> list[Found]:
    """The names that stand together as one list from the first on."""
    out = list(names[:1])
    for name in names[1:]:
        gap = clause[out[-1].end : name.start]
        if len(gap.split()) > _LINK_WORDS or not (_LINK.search(gap) or name.start <= out[-1].end):
            break
        out.append(name)
    return out


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
        )
    ):
        return False
    after = following[0] if following else None
    if after and found.id == "national-authorities" and after.id in lexicon.countries():
        return not re.fullmatch(r"\s+(?:of|in)\s+(?:the\s+)?", clause[found.end : after.start])
    # Somali stakeholders are not Somalia
    return not (
        after
        and found.id in lexicon.countries()
        and after.start - found.end <= 1
        and after.id in ("parties", "armed-groups", "international-community", "states-concerned")
    )


def _is_oblique(clause: str, found: Found, begin: int) -> bool:
    start = _phrase_start(clause, found)
    return bool(_OBLIQUE.search(clause, max(begin, start - _BEFORE_NAME), start))


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
