"""Whom a clause addresses by a pronoun: *urges them*, *encourages his continued efforts*, 敦促他们."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import is_chinese
from mandex.corpus.lexicon import Verb
from mandex.corpus.phrases import Found
from mandex.ingest.mandates.duties_en import THANKING
from mandex.ingest.mandates.lists_en import listed
from mandex.ingest.mandates.names_en import POSSESSIVE
from mandex.ingest.mandates.subjects_zh import listed_zh

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
# Who was asked last is asked for this too: requests also a final report to the Committee; further requests,
# in this regard, specific reporting on …
_ONE_MORE = Expression(
    r"\s*(?:also\s+|further\s+)?(?:an?|such|the)\s+(?:\w+\s+){0,2}(?:report|update|briefing)s?\b"
    r"|,?\s*in\s+this\s+regard,\s+specific\s+reporting\b|具体报告|报告(?!员)"
)
_PERSONAL = Expression(
    r"\s*(?:upon\b|on\b|that\b)?\s*(?:him|he|her|she|it|them|they)\b(?!\s+(?:is|was|remains)\b|\s+\w+\s+(?:efforts|engagement)\b)"
)
# Countries named just before: its call on that Government, encourages these three countries to; not: those
# countries that have not yet done so.
_THOSE = Expression(
    r"\s*(?:upon\s+|on\s+|that\s+)?(?:(?P<one>that|the\s+said)\s+(?:Government|country)"
    r"|(?:these|those|the)\s+three\s+(?:countries|Governments)|each\s+of\s+those\s+(?:countries|Governments))\b"
    r"(?!\s+(?:that|which|who|of|in)\b)"
)
_GOVERNMENT_OF = Expression(r"\bGovernment\s+of\s+(?:the\s+)?$")
PERSONS = frozenset({"secretary-general", "special-representative"})
_ASKS = frozenset({"demand", "request", "call", "urge", "encourage"})
# Whose mandate is extended that the clause before names: expresses its full support for UNFICYP and decides
# to extend its mandate.
_ITS_TERM = Expression(
    r"\s*to\s+(?:extend|renew|prolong|maintain)\s+(?:until\s[^,.;:]{1,40}\s)?its\s+(?:\w+\s+)?(?:mandate|presence)\b"
    r"|(?:再次)?(?:将其|延长其)任务"
)
_Names = Callable[[str], Sequence[Found]]


def referred_to(
    clause: str, verb: Verb, last: tuple[str, ...], names: _Names, before: str, said: str
) -> tuple[str, ...] | list[Found]:
    """The ids of those whom `clause` addresses by a pronoun: who was addressed `last`, else whom the words
    `before` it name; the names where they stand in `said`, the last clause of these. `names` finds them."""
    if last and _ONE_MORE.match(clause):
        return last
    if verb.force == "decide":
        return last_working(names(said)) if _ITS_TERM.match(clause) else ()
    if verb.lemma in THANKING:
        return ()  # commends them for their efforts
    if match := _THOSE.match(clause):
        countries = [f for f in names(said) if f.id in lexicon.countries()]
        if match["one"]:
            ruled = [f for f in countries if _GOVERNMENT_OF.search(said, 0, f.start)] or countries
            return ruled[:1] if len({f.id for f in ruled}) == 1 else []
        return _several(said, countries)
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
    if last and (not one or len(last) == 1 or not PERSONS.isdisjoint(last)):
        return last
    if it and verb.force == "note":
        return ()  # notes it has the capability
    if it:  # welcomes the communiqué of the African Union …, and urges it to mandate …
        ones = (f for f in names(said) if f.id not in PERSONS and not _are_several(f.id))
        return list(islice(ones, 1))
    if not one and (several := _several(said, names(said))):
        return several
    named = [f for f in names(before) if (f.id in PERSONS if one else are_many(f.id))]
    return named[-1:]


def last_working(named: Sequence[Found]) -> list[Found]:
    """The last of these that has a mandate."""
    bodies = lexicon.bodies()
    return [f for f in named if f.id in bodies and bodies[f.id].kind in ("mission", "force", "panel")][-1:]


# Efforts of ISAF and other international forces; the intention of the Central African authorities.
_OTHERS_TOO = Expression(
    r"\s+and\s+other\s+(?:\w+\s+){0,2}(?:forces|actors|organi[sz]ations|partners|contributors)\b"
)
_RULERS = Expression(r"\s+authorities\b|政府|当局")


def _several(said: str, named: Sequence[Found]) -> list[Found]:
    """The first names of a clause that stand together as one list: *joint efforts by the African Union and
    ECOWAS … and encourages them*; none where no two do."""
    for i, name in enumerate(named):
        together = listed_zh(said, named[i:]) if is_chinese(said) else listed(said, named[i:])
        if len({f.id for f in together} - {"security-council"}) > 1 and not POSSESSIVE.match(said, name.end):
            return together
        rules = name.id in lexicon.countries() and _RULERS.match(said, name.end)
        if rules or _OTHERS_TOO.match(said, name.end):
            return [name]
    return []


# Urges them and the other States in the area to …; encourages him, other institutions and Member States to …
_AND_OTHERS = Expression(
    r"\s*(?:upon\b|on\b)?\s*(?:him|her|it|them)(?:\s+and|\s+as\s+well\s+as|,)\s+(?:the\s+|all\s+|other\s+)*(?!(?:in|with|as|where|once|inter|including|through)\b)\w"
)


def begins_with_pronoun(clause: str, verb: Verb) -> bool:
    """Whether a clause asks somebody by a pronoun before it names others: *requests he submit reports of the
    decisions of the Egyptian-Israel Commission*; not: *it is the responsibility of the parties*."""
    return verb.force in _ASKS and bool(_PERSONAL.match(clause) or _THOSE.match(clause))


def beside_pronoun(clause: str, named: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the ids that a clause names who are asked beside the pronoun with which it begins."""
    return named if _AND_OTHERS.match(clause) else ()


def _are_several(id_: str) -> bool:
    """Whether an actor is a kind of many, such as States or armed groups; UNITA is one body."""
    entry = lexicon.actors().get(id_)
    return id_ == "armed-groups" or (
        entry is not None and entry.kind == "class" and id_ != "national-authorities"
    )


def are_many(id_: str) -> bool:
    """Whether an actor is many: a class or a group."""
    entry = lexicon.actors().get(id_)
    return entry is not None and entry.kind in ("class", "group")
