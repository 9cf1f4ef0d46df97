"""Who reports to whom, as a demand for reports says."""

from __future__ import annotations

import json
import sqlite3

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold_case
from mandex.corpus.model import Mandate

_GIVES = r"\b(?:to|for|inform|keep|brief|update|provide|notif(?:y|ies)|address) (?:the |each )?(?:relevant )?"
# To whom one reports, in the words of the demand: *to the Security Council*, *provide the Committee … on a
# quarterly basis*; left: *requests to the Secretary-General to continue*.
_RECIPIENTS = (
    ("unoct", Expression(r"\bto the (?:UN|United Nations) Office (?:on|of) Counter-?\s?Terrorism\b")),
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
_HOW_MANY = {"two": 2, "three": 3, "four": 4}
# *The annual report referred to in paragraph 15 of resolution 1645 (2005)*: whose it is stands there.
_REFERRED_TO = Expression(r"\breports? referred to in paragraph (\d+) of resolution (\d+ \(\d{4}\))")


def parties(db: sqlite3.Connection, mandate: Mandate, words: str, text: str) -> tuple[str, str]:
    """Who reports, and to whom: as the demand says, else its paragraph, else to the Council."""
    said = [who for who, pattern in _RECIPIENTS if pattern.search(words)]
    said = said or [who for who, pattern in _RECIPIENTS if pattern.search(text)]
    who = [actor for actor in mandate.actors if actor not in said]
    if _STATES_NOTIFY.search(words):
        who = ["member-states"]
    if (many := _JOINTLY.search(words)) is not None:
        who = _committees(text, _HOW_MANY[many[1]]) or who
    if not who and (report := _REFERRED_TO.search(words)) is not None:
        who = _asked_at(db, f"S/RES/{report[2]}", f"OP{report[1]}")
    if not who and _CHAIR.search(words):
        who = ["committee"]
    if not said and any(actor.endswith(_COUNCILS_OWN) for actor in who):
        said = ["security-council"]
    return ", ".join(who), ", ".join(said)


def _committees(text: str, many: int) -> list[str]:
    """The committees that a paragraph names, if they are so many."""
    by_number = (f"{number} Committee" for number in (said[1] for said in _ESTABLISHED.finditer(text)))
    named = (one.id for words in (text, *by_number) for one in lexicon.match_bodies(fold_case(words)))
    found = [id_ for id_ in dict.fromkeys(named) if lexicon.bodies()[id_].kind == "committee"]
    found = [id_ for id_ in found if id_ != "committee"]
    return found if len(found) == many else []


def _asked_at(db: sqlite3.Connection, symbol: str, pinpoint: str) -> list[str]:
    """Of whom the demands of a paragraph are asked."""
    rows = db.execute(
        "SELECT m.actors FROM documents AS d JOIN mandates AS m ON m.doc = d.id"
        " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq WHERE d.symbol = ? AND p.pinpoint = ?"
        " AND d.lang = (SELECT min(lang) FROM documents WHERE symbol = d.symbol) ORDER BY m.id LIMIT 1",
        (symbol, pinpoint),
    )
    return [actor for (actors,) in rows for actor in json.loads(actors)][:1]
