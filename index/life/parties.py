"""Who reports to whom, as a demand for reports says."""

from __future__ import annotations

from collections.abc import Callable

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold_case
from mandex.corpus.model import Mandate

# Left: *information submitted to the Committee*.
_GIVES = (
    r"(?<!information submitted )"
    r"\b(?:to|for|inform|keep|brief|update|provide|notif(?:y|ies)|address) (?:the |each )?(?:relevant )?"
)
# To whom one reports, in the words of the demand: *to the Security Council*, *provide the Committee … on a
# quarterly basis*; left: *requests to the Secretary-General to continue*.
_RECIPIENTS = (
    ("unoct", Expression(r"\bto the (?:UN|United Nations) Office (?:on|of) Counter-?\s?Terrorism\b")),
    ("panel-of-experts", Expression(r"\binform the Panel of Experts\b")),
    ("general-assembly", Expression(r"\b(?:to|and) the General Assembly\b|大会")),
    ("security-council", Expression(
        rf"{_GIVES}(?:Security )?Council\b|\band the Security Council|安理会|安全理事会")),
    ("committee", Expression(
        rf"{_GIVES}(?:\S+ ){{0,3}}?Committee\b|{_GIVES}CTC\b|\band the Committee (?!established)|委员会")),
    ("secretary-general", Expression(r"\bto the Secretary-General\b(?! to )|向秘书长")),
)  # fmt: skip
_COUNCILS_OWN = ("secretary-general", "committee", "panel-of-experts", "group-of-experts", "opcw")
# Taken: *provided that the Member State notifies*, *Member States … shall provide a report*; left: *consent
# from Member States for country visits and reports*.
_STATES_NOTIFY = Expression(r"\bMember States?\b.{0,60}\b(?:notif(?:y|ies)|shall (?:provide a )?report)\b")
_CHAIR = Expression(r"\bthe Chair(?:man)? of the Committee\b")
# *The three Committees will jointly brief*: those that the paragraph names before.
_JOINTLY = Expression(r"\bthe (two|three|four) Committees\b")
_ESTABLISHED = Expression(r"\bCommittee established pursuant to resolutions? (\d+)")
# *Briefings from the Chair of the Committee pursuant to resolution 2713*
_PURSUANT = Expression(r"\bCommittee (?:established )?pursuant to resolutions? (\d+)")
# *The Secretary-General, based on the reporting of the Special Representative, to report*
_BASED_ON = Expression(r"\bbased on the report(?:ing|s) of (?:the|his) [^,;]{3,80},")
# *Welcomes the African Union’s updates to date, and requests continued regular updates*
_WHOSE = Expression(r"\bthe ((?:[A-Z][\w-]+ ?){1,6})’s (?:updates|reports|briefings)\b")
# *Support to the Special Representative’s efforts to coordinate … to ensure quarterly reporting*: what those
# aim at who are supported is theirs, not the supporter's.
_SUPPORTED = Expression(
    r"\b[Ss]upport (?:to |for )?the ([^.,;]{3,80}?)[’']s? efforts to\b"
    r"[^.,;]{0,120}\bto ensure (?:\w+ )?reporting\b"
)
# What is told to somebody; left: *to conduct an assessment*, which the text has nobody receive.
_TELLS = Expression(
    r"\b(?:report\w*|brief\w*|inform\w*|address|submit\w*|present\w*|notif\w+|provid\w+|apprised)\b"
    r"|报告|通报|汇报|提交|介绍"
)
Elsewhere = Callable[[str, str], list[str]]  # of whom the demands of a paragraph (symbol, pinpoint) are asked
_HOW_MANY = {"two": 2, "three": 3, "four": 4}
# *The annual report referred to in paragraph 15 of resolution 1645 (2005)*: whose it is stands there.
_REFERRED_TO = Expression(r"\breports? referred to in paragraph (\d+) of resolution (\d+ \(\d{4}\))")


def part_on(words: str, said: str) -> str:
    """Of a demand for several reports the part that asks for the one of which it says `said`: *an annual
    report to the Council and to the General Assembly, and the Prosecutor to submit six-monthly reports to the
    Council*.
    """
    parts = [part for half in words.split(", and ") for part in half.split(", as well as ")]
    own = [part for part in parts if said in part]
    return own[0] if len(own) == 1 else words


def parties(mandate: Mandate, words: str, text: str, elsewhere: Elsewhere) -> tuple[str, str]:
    """Who reports, and to whom: as the demand says, else its paragraph, else to the Council."""
    said = [who for who, pattern in _RECIPIENTS if pattern.search(words)]
    said = said or [who for who, pattern in _RECIPIENTS if pattern.search(text)]
    who = [actor for actor in mandate.actors if actor not in said]
    if (based := _BASED_ON.search(words)) is not None:
        sources = {one.id for one in lexicon.match_bodies(fold_case(based[0]))}
        who = [actor for actor in who if actor not in sources] or who
    if (supported := _SUPPORTED.search(words)) is not None:
        who = [one.id for one in lexicon.match_bodies(fold_case(supported[1]))]
    if who == ["committee"] and (one := _numbered(words) or _numbered(text)):
        who = [one]
    if _STATES_NOTIFY.search(words):
        who = ["member-states"]
    if (many := _JOINTLY.search(words)) is not None:
        who = _committees(text, _HOW_MANY[many[1]]) or who
    if not who and (report := _REFERRED_TO.search(words)) is not None:
        who = elsewhere(f"S/RES/{report[2]}", f"OP{report[1]}")
    if not who and _CHAIR.search(words):
        who = [_numbered(words) or "committee"]
    if not who and (whose := _WHOSE.search(text)) is not None:
        who = [one.id for one in lexicon.match_bodies(fold_case(whose[1]))]
    tells = "reporting" in mandate.topics or _TELLS.search(words)
    if not said and tells and any(actor.endswith(_COUNCILS_OWN) for actor in who):
        said = ["security-council"]
    return ", ".join(who), ", ".join(said)


def _numbered(words: str) -> str:
    """The committee that words call by its resolution; empty where they call none so."""
    said = _PURSUANT.search(words)
    id_ = f"{said[1]}-committee" if said else ""
    return id_ if id_ in lexicon.bodies() else ""


def _committees(text: str, many: int) -> list[str]:
    """The committees that a paragraph names, if they are so many."""
    by_number = (f"{number} Committee" for number in (said[1] for said in _ESTABLISHED.finditer(text)))
    named = (one.id for words in (text, *by_number) for one in lexicon.match_bodies(fold_case(words)))
    found = [id_ for id_ in dict.fromkeys(named) if lexicon.bodies()[id_].kind == "committee"]
    found = [id_ for id_ in found if id_ != "committee"]
    return found if len(found) == many else []
