"""What becomes of a mention when it is held against the register of resolutions."""

from __future__ import annotations

from dataclasses import dataclass

from mandex.corpus import registry
from mandex.corpus.model import CitationStatus
from mandex.corpus.symbols import resolution_number, resolution_symbol
from mandex.ingest.citations.mentions import Mention


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
        return Verdict(target, "year-mismatch", right)
    if date and known.adopted > date:
        return Verdict(target, "unknown")
    return Verdict(right, "ok")


def _other(mention: Mention, symbol: str) -> Verdict:
    if mention.target:
        return Verdict(mention.target, "self" if mention.target == symbol else "ok")
    same_day = registry.adopted_on(mention.date) if mention.date and mention.gaps == 1 else ()
    suggest = resolution_symbol(same_day[0], registry.year(same_day[0])) if len(same_day) == 1 else None
    return Verdict(None, "elided", suggest)
