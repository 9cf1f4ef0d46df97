"""What becomes of a mention when it is held against the register of resolutions."""

from __future__ import annotations

from typing import Final

from mandex.corpus import registry
from mandex.corpus.expressions import Expression
from mandex.corpus.model import CitationStatus
from mandex.corpus.records import dataclass
from mandex.corpus.symbols import resolution_number, resolution_symbol
from mandex.ingest.citations.mentions import Mention

# Nothing goes by a number of the General Assembly or of a statement whose session or year is lost, nor by a
# Council document's number whose year has run into it (S/2015801, S/20144/461).
_NAMELESS: Final = Expression(r"A/RES/\d+|S/PRST/\d+|S/\d{6,}|S/\d{5,}/\d+")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The target of a mention as printed, its status, and what was probably meant."""

    target: str | None
    status: CitationStatus
    suggest: str | None = None


def judge(mention: Mention, symbol: str, date: str) -> Verdict:
    """Check a mention made in the document `symbol` of ISO `date` (empty where that is not known).

    A number without a year takes the year of its adoption. One that was never adopted, or only after
    `date`, is `unknown`; so is a document later than the register's end, about which nothing can be said.
    """
    if mention.own:
        return Verdict(symbol, "self")
    if not mention.number:
        return _other(mention, symbol)
    number = mention.number
    known = registry.adoption(number)
    year = known.year if known else None
    target = resolution_symbol(number, mention.year or year)
    if known is None:
        return Verdict(target, "unknown")
    right = resolution_symbol(number, year)
    if number == resolution_number(symbol):
        return Verdict(symbol, "self")
    if mention.year and mention.year != year:
        return Verdict(target, "year-mismatch", _only_one_of(mention.date) or right)
    if date and known.adopted > date:
        return Verdict(target, "unknown")
    return Verdict(right, "ok")


def _other(mention: Mention, symbol: str) -> Verdict:
    if not mention.target:
        return Verdict(None, "elided", _only_one_of(mention.date) if mention.gaps == 1 else None)
    if mention.target == symbol:
        return Verdict(symbol, "self")
    return Verdict(mention.target, "unknown" if _NAMELESS.fullmatch(mention.target) else "ok")


def _only_one_of(date: str) -> str | None:
    """The one resolution adopted on a day; None where there are several, or none."""
    numbers = registry.adopted_on(date) if date else ()
    return resolution_symbol(numbers[0], registry.year(numbers[0])) if len(numbers) == 1 else None
