"""Whom a clause addresses by a pronoun: *urges them*, *encourages his continued efforts*, 敦促他们."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.lexicon import Verb
from mandex.corpus.phrases import Found

# Those whom the clause before has named: urges them, 敦促他们.
PRONOUN = Expression(
    r"\s*(?:upon\b|on\b|(?P<that>that\b))?\s*(?:(?P<one>him|he|her|she)\b(?!\s+\w+\s+(?:efforts|engagement)\b)"
    r"|(?P<it>it)\b|(?:them|they)\b)"
    r"|(?:(?P<one_zh>他|她)(?!们|人|国|方)|(?:其|他们|它们|她们|它)(?!他|余|中))"
)
# Whose efforts are encouraged: his continued efforts, its further engagement; not: its full implementation.
_EFFORTS = Expression(
    r"\s*(?:for\s+)?(?:(?P<one>his|her)|(?P<it>its)|their)\s+(?:[\w-]+,?\s+){0,3}?"
    r"(?:efforts?|engagement|involvement|support|cooperation|work)\b"
)
# Who was asked last is asked for this too: requests also a final report to the Committee.
_ONE_MORE = Expression(
    r"\s*(?:also\s+|further\s+)?(?:an?|such|the)\s+(?:\w+\s+){0,2}(?:report|update|briefing)s?\b|具体报告|报告(?!员)"
)
_PERSONS = frozenset({"secretary-general", "special-representative"})
_ASKS = frozenset({"demand", "request", "call", "urge", "encourage"})
_Names = Callable[[str], Sequence[Found]]


def referred_to(
    clause: str, verb: Verb, last: tuple[str, ...], names: _Names, before: str, said: str
) -> tuple[str, ...] | Found:
    """The ids of those whom `clause` addresses by a pronoun: who was addressed `last`, else whom the words
    `before` it name; a name alone where it stands in `said`, the last clause of these. `names` finds them."""
    if last and _ONE_MORE.match(clause):
        return last
    if match := PRONOUN.match(clause):
        if match["it"] and match["that"] and verb.force == "note":
            return ()  # the Council speaks of itself: recalls that it has always condemned
        one, it = match["one"] or match["one_zh"], match["it"]
    elif verb.force in _ASKS and (match := _EFFORTS.match(clause)):
        one, it = match["one"], match["it"]
        if not (last or one or it):
            return ()  # their involvement: of women
    else:
        return ()
    if last and (not one or len(last) == 1 or not _PERSONS.isdisjoint(last)):
        return last
    if it:  # welcomes the communiqué of the African Union …, and urges it to mandate …
        ones = (f for f in names(said) if f.id not in _PERSONS and not is_class(f.id))
        return next(ones, ())
    named = [f for f in names(before) if (f.id in _PERSONS if one else are_many(f.id))]
    return named[-1] if named else ()


def is_class(id_: str) -> bool:
    """Whether an actor is a kind of many, such as States or parties."""
    return are_many(id_) and id_ != "national-authorities"


def are_many(id_: str) -> bool:
    """Whether an actor is many: a class or a group."""
    entry = lexicon.actors().get(id_)
    return entry is not None and entry.kind in ("class", "group")
