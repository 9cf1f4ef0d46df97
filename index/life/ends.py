"""Whether an act of ending is the Council's own and in force: a decision on what it decides of itself.

*Terminate* is also said of what States shall close, of what the Council will review, of what it may do one
day, and of the day on which a term is over: none of these ends anything on the day of adoption.
"""

from __future__ import annotations

from collections.abc import Sequence

from mandex.corpus.acts import Performed
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import is_chinese

# The decision leads to its verb, with nothing between but adverbs and asides. Taken: *decides, having regard
# to the agreement, to call upon Member States to terminate the measures*; left: *decides to review the
# measures and whether to terminate them*, *reserves the right to rescind*, *the effort to conclude*.
_LEADS_TO_IT = Expression(
    r"^\W*(?:the security council )?(?:(?:and|also|further|hereby|therefore)\W+){0,3}"
    r"(?:\w+(?: (?:also|further|therefore|hereby|accordingly))?(?:,[^;]{0,240},)? "
    r"(?:to call upon (?:all )?(?:member )?states )?to (?:(?:further|also|again|immediately) )?)?$"
)
# *Decides that States shall … also terminate such joint ventures*
_OF_STATES = Expression(r"\bstates (?:shall|should|must|are)\b")
_SHOULD = Expression(r"\bshould\b")
# What should be done is done where the Council agrees to it: *further agrees that UNPOS should be replaced by
# a new expanded Special Political Mission* (2093 OP18); left: *expresses its intention that … should*.
_AGREES = Expression(r"^\W*(?:also |further )?agrees?\b")
_WHETHER = Expression(r"是否|有权|保留.{0,6}权利")
# What it waits for, right after: *shall expire upon the completion of the political process*
_WAITS = Expression(
    r"^[\w ]{0,24}?\b(?:terminated?|expires?|ends?|ended|apply|effect)\b[^;,]{0,40}?\b(?:upon|when|once)\b"
)
FROM_ADOPTION = (
    r"(?P<length>[\w-]+ (?:days?|weeks?|months?|years?)) (?:after|from) (?:the )?(?:date of )?(?:the |its )?"
    r"adoption\b"
)
"""*Nine days after the date of the adoption*, *one year from the adoption of this resolution*."""
# How long it lasts: *shall terminate one year from the date of the adoption*, *shall expire 180 days from the
# adoption of this resolution*
RUNS = rf"\bshall (?:terminate|expire|end|cease to (?:have effect|apply)) {FROM_ADOPTION}"
_RUNS = Expression(RUNS)


_THIS = Expression(r"\b(?:imposed|provided|set out|contained) (?:by|in) this resolution\b")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
# *The decisions contained in operative paragraphs two and three of this resolution*
_PARAGRAPHS = Expression(
    r"\bparagraphs? ((?:(?:, | and | or )?(?:\d+|" + "|".join(_NUMBERS) + r")\b)+)"
    r" (?:of this resolution|above)\b"
)
_NUMBER = Expression(r"\w+")


def is_a_term(clause: str) -> bool:
    """Whether a clause says for how long something is so, though it speaks of its end."""
    return _RUNS.search(clause) is not None


def is_own(clause: str, found: Performed) -> bool:
    """Whether the act that a folded clause names ends something by the Council's own decision, now."""
    before, after = clause[: found.at], clause[found.at :]
    if is_chinese(clause):
        return not _WHETHER.search(before)
    if _WAITS.search(after) or is_a_term(clause):
        return False
    if found.behind:
        wished = _SHOULD.match(after) or _SHOULD.search(before)
        return not (_OF_STATES.search(before) or (wished and not _AGREES.search(before)))
    return _LEADS_TO_IT.search(before) is not None


def lasts(clause: str, laid: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs of its own resolution for which a clause sets a term: those it names, else all that were
    `laid` before it.
    """
    if said := _PARAGRAPHS.search(clause):
        words = (one for one in _NUMBER.findall(said[1]) if one not in ("and", "or"))
        return tuple(str(_NUMBERS.index(one) + 1) if one in _NUMBERS else one for one in words)
    return tuple(dict.fromkeys(laid)) if _THIS.search(clause) else ()
