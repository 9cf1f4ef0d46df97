"""Which of the days that a demand names are its own: by which it is done, or until which it runs."""

from __future__ import annotations

from functools import lru_cache

from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.corpus.model import Mandate, MandateDate
from mandex.index.life.ends import FROM_ADOPTION

_BEFORE = 240  # characters before a day that tell what it is
_AFTER = 200  # and after it

# What begins on a day lasts beyond it. Taken: *directs the Secretary, beginning on 1 January 2018, to notify
# all States when …*, *authorizes States, beginning at 0001 hours, Eastern Daylight Time, on 30 May 2002, to
# permit* (1409 OP3); left: *for a period of three months commencing no later than 10 February*.
_BEGINS = Expression(
    r"(?<!establish and )\b(?:beginning|starting)(?: at [\d:.]{2,5}[^;]{0,50},)?(?: (?:on|from|as of))? $"
)
# *The provisions of paragraphs 2 to 5 above shall enter into force on 15 January 2006* (1649 OP6); left: *an
# agreement, to come into force no later than thirty days after the adoption*.
_ENTERS = Expression(
    r"\b(?:measures|provisions)\b[^;]{0,180}\b(?:come|enter) into force "
    r"(?:at [\d:.]{2,5}[^;]{0,50}|immediately )?(?:on )?$"
)
# *Authorizes Member States, seven days after the adoption of this resolution, … to take all necessary
# measures* (816 OP4); left: *requests States to report seven days after the adoption*.
_ALLOWED = Expression(r"^(?:all )?(?:member )?states, $")
_FROM_ADOPTION = Expression(rf"^{FROM_ADOPTION}")
# A day by which others may turn away what is demanded, or bring it about, is a condition. Taken: *authorizes
# Member States, unless Iraq on or before 15 January 1991 fully implements …, to use all necessary means* (678
# OP2), *if the Committee has not acted within fifteen days*; left: *unless otherwise decided, and that at the
# end of this period*, *if possible by 1 May*.
_CONDITION = Expression(r"\b(?:unless|if (?!possible\b|necessary\b|appropriate\b|required\b))[^.;,]{0,100}$")
_OF_BEGINNING = Expression(r"^(?:on|from|as of) ")
# The day by which somebody shall bear all of a task is the first on which that is so: *establish an Office …,
# with a view to assume full logistical support responsibility within six months*, *with the aim of Somali
# institutions taking the lead by 2021*; left: *withdrawal, with the objective of completing it by December*.
_BEARS = Expression(
    r"\bwith (?:a|the) (?:view|aim|goal|objective|purpose) (?:to|of)\b[^.;]{0,80}"
    r"\b(?:assum(?:e|ing)|tak(?:e|ing) (?:on|over|the lead)|achiev(?:e|ing) full responsibility)\b"
    r"[^.;]{0,120}$"
)
# A task that is to be looked at again: *to provide logistical support …, and to review this support in one
# year*; left: *decides to review the measures in one year*.
_REVIEWS = Expression(r"\w[^;]* and to review (?:this|that|these|such|the) [^.;]{0,80}$")
# *Requests the Mission to continue undertaking joint assessments, and to provide one by 31 October*
_GOES_ON = Expression(
    r"\bto continue (?:to |\w+ing\b)[^;]* and to (?:provide|submit|report|present|brief|conduct)\b"
    r"[^;]{0,160}$"
)
# *To promote the full implementation of this resolution through a work programme, to be submitted by 15 July*
_THROUGH = Expression(
    r"\bthrough (?:a|an|its) (?:[\w-]+ ){0,3}programme\b[^;]{0,160}\bto be submitted\b[^.;,]{0,40}$"
)
# What is done by a day and again after it. Taken: *to report within 60 days, and thereafter as deemed
# necessary by the Committee*, *for the first report and thereafter to report as*; left: *within 45 days and
# to update the Council 60 days thereafter*, *a year, and that, thereafter, the Prosecutor may be appointed*.
_AGAIN = (
    r"and (?:subsequently on a regular basis"
    r"|(?:(?:periodically|regularly|as appropriate|as necessary) )?thereafter\b"
    r"(?! (?:be|in \w+ \d{4}|on|by|no later)\b))"
)
_AND_AGAIN = Expression(rf"^[^.;]{{0,160}}?\b{_AGAIN}")
_SAYS_AGAIN = Expression(rf"\b{_AGAIN}")
# *To cease its operations on 31 December 2026 and to start from this date and within one year its withdrawal*
_FROM_THERE = Expression(r"\bfrom (?:this|that) date(?:,| and|, and) $")
# *Regular updates to the Committee, including one thematic report by 30 June*, *to provide regular updates*
_REGULAR = Expression(r"^(?:continued )?(?:regular|periodic) (?:reports|updates|briefings) to the\b")
# What all States have closed or sent home by a day must not come back after it. Taken: *Member States shall
# take the necessary measures to close existing representative offices in the DPRK within 90 days*, *shall
# repatriate all DPRK nationals no later than 24 months*; left: *shall provide a midterm report by 15 months*.
_STAYS_SO = Expression(
    r"\bstates shall (?:take the necessary (?:measures|steps) to )?"
    r"(?:close|terminate|sever|repatriate|expel)\b"
    r"|国家?[^,;。，；]{0,12}(?:应|须)[^,;。，；]{0,12}(?:关闭|遣返|驱逐|断绝)"
)


def own_days(mandate: Mandate) -> tuple[MandateDate, ...]:
    """The dates of a demand without those on which only a part of it is due, or on which it begins."""
    if not mandate.dates:
        return ()
    clause = fold(mandate.measure)
    own = tuple(one for one in mandate.dates if is_own(clause, one.role, fold(one.text), one.every))
    days = [one.date for one in own if one.date and not one.every]
    # of several days the last is that on which all is done
    return mandate.dates if days and max(one.date for one in mandate.dates) > max(days) else own


def is_asked_again(clause: str) -> bool:
    """Whether a folded clause asks for something by a day and again after it."""
    return _SAYS_AGAIN.search(clause) is not None


def stays_so(clause: str) -> bool:
    """Whether what a folded clause has done by a day must stay so after it."""
    return _STAYS_SO.search(clause) is not None


@lru_cache(maxsize=1 << 12)
def is_own(clause: str, role: str, said: str, every: str = "") -> bool:
    """Whether the words `said` of a folded clause give a day by which all that it asks for is done."""
    at = clause.find(said) if said else -1
    if at < 0 or every or role == "expires":
        return True
    before, after = clause[max(0, at - _BEFORE) : at], clause[at + len(said) :][:_AFTER]
    if not is_due(clause, said):
        return False
    if _BEARS.search(before) or _GOES_ON.search(clause[:at]) or _AND_AGAIN.match(after):
        return False
    if _THROUGH.search(before):
        return False
    if _FROM_THERE.search(before) or (role == "deadline" and stays_so(clause)):
        return False
    if role == "review" and _REVIEWS.search(before):
        return False
    return not (role == "reports" and _REGULAR.match(clause))


def is_due(clause: str, said: str) -> bool:
    """Whether anything is to be done by the day that some words of a folded clause give: it neither begins on
    it, nor is the day a condition.
    """
    at = clause.find(said)
    before = clause[max(0, at - _BEFORE) : at]
    if _ENTERS.search(before):
        return False
    if _BEGINS.search(before) and (_OF_BEGINNING.match(said) or said[:1].isdigit()):
        return False
    return not (
        _CONDITION.search(before) or (_FROM_ADOPTION.match(said) and _ALLOWED.match(clause[: max(0, at)]))
    )
