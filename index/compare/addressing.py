"""Whom a recommendation addresses: who is to act.

Not who is helped (*assistance to States*), named in a reason (*given what donors have paid*), in a clause on
another (*States that border Mali*), or beside one who acts (*in cooperation with UNODC*).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from mandex.corpus import lexicon
from mandex.corpus.phrases import Found

# What opens a phrase in which nobody acts; *by* and *between* name who does.
_PREPOSITION = (
    r"(?:of|to|for|with|without|from|on|upon|against|in|into|within|among|amongst|under|through|via|at|about|over|"
    r"towards?|concerning|regarding|including|than|as|per|behind|across|despite|following|given|alongside)"
)
_CLAUSE = r"(?:that|which|who|whom|whose|where|when|while|if|because|since|and|or|but)"
_WORD = rf"(?!(?:{_PREPOSITION}|{_CLAUSE}|by|between)\b|\w+ing\b)[\w’'/-]+\s"
# Before the name: *all relevant*, *the other*; left: *assistance to*, *supporting the*.
_BEFORE_NAME = re.compile(rf"^(?:{_WORD}){{0,4}}$")
# Between two that act together: *X and the other Y*, *X, academia and Y*; left: *X, with Y*.
_JOINED = re.compile(
    rf"^(?:,\s(?:{_WORD}){{0,4}}[\w’-]+)?(?:(?P<last>,?\s(?:and|or|and/or|as\swell\sas|along\swith|together\swith)\s)|,\s)"
    rf"(?:both\s)?(?:{_WORD}){{0,3}}$"
)
# A thing that bears the name: *Security Council resolution 2719*, *Committee reports*; behind several it is
# what they do: *that Member States report seizures*.
_THING = re.compile(
    r"\s(?:resolutions?|reports|lists|funds|(?<!ates\s)(?<!ties\s)(?<!ries\s)(?<!ents\s)(?:report|list|fund)|"
    r"measures|mandates?|decisions?|sanctions|regimes?|polic(?:y|ies)|strateg(?:y|ies)|"
    r"programmes?|presence|process(?:es)?|responses?|standards|meetings?|capacit(?:y|ies)|budgets?|agreements?|territory|"
    r"airspace|borders?|waters|conflict|crisis|situation|economy|population)\b"
)
# Governments, leaders and stakeholders of a country are the country.
OF_A_COUNTRY = frozenset({"national-authorities", "parties", "states"})
_OF = re.compile(r"\sof\s(?:the\s)?")
_OWN = re.compile(r"\s(?:[\w-]+\s){0,2}")
_MOST = 4
_WINDOW = 300  # characters in which those asked are named
_CLAUSES = 12  # of a sentence that are looked through, from its end; and its first
_LEADS = 4

Names = tuple[str, ...]


def named_at_start(text: str) -> Names:
    """Those with whom a phrase begins: *all Member States and partners with offices in Mali*."""
    phrase = text[:_WINDOW]
    return _ids(phrase, _chain(phrase, _heads(phrase)))


def subject(before: str) -> Names:
    """Who is to act: named right before the verb, else at the beginning of the clause, else after *by*."""
    heads = _heads(before)
    last = _ending(before, heads)
    if last:
        return _ids(before, last)
    for clause in _clauses(before):
        found = _chain(clause, _heads(clause))
        if found and _GOES_ON.match(clause, found[-1].end):
            return _ids(clause, found)
    return agent(before)


def subject_of_that(words: str) -> Names:
    """Who is to act in *that, in this regard, the Committee write …*; nobody in *that aid be given to X*."""
    if words[:5].lower() not in ("that ", "that,"):
        return ()
    said = _without_leads(words[4:].lstrip(" ,"))
    return named_at_start(said) or ((done := _DONE.search(said)) and passive_agent(said[done.end() :])) or ()


def _without_leads(said: str) -> str:
    """Without what comes before: *in line with resolution 2734 (2024), the Committee*."""
    for _ in range(_LEADS):
        lead = _LEAD.match(said)
        if lead is None or named_at_start(said):
            break
        said = said[lead.end() :]
    return said


def agent(words: str) -> Names:
    """Who acts in *action by all parties*, *dialogue between the parties*; nobody in *attacks by a party*,
    *a mechanism established by the Council*, *the border between Chad and the Sudan*.
    """
    for match in _BY.finditer(words):
        if not _OF_OTHERS.search(words[: match.start()]) and (found := named_at_start(words[match.end() :])):
            return found
    return ()


_BY = re.compile(
    r"\bby\s|(?<=\b)(?:partnerships?|cooperation|dialogue|coordination|talks|relations|exchanges?|collaboration|engagement|"
    r"consultations?|links?|contacts?|trust|confidence)\sbetween\s"
)
_DONE = re.compile(r"\bbe\s(?:\w+ly\s)?(?:\w+(?:ed|en|ught|wn)|made|held|put|set|done|given)\b")


def passive_agent(words: str) -> Names:
    """Who is to act, by what follows *should be*: *reviewed, within a year, by the Committee*."""
    match = re.match(r"[^;:]{0,100}?\bby\s", words)
    return named_at_start(words[match.end() :]) if match else ()


def meant(before: str, after: str) -> Names:
    """Whom *it* or *them* means: *I welcome what the Government did and urge it to*."""
    heads = _heads(before) if _PRONOUN.match(after) else []
    return _ids(before, _ending(before[: heads[-1].end], heads) or heads[-1:]) if heads else ()


_PRONOUN = re.compile(r"\s*(?:(?:that|upon|on)\s)?(?:it|they|them)\b")


def owner(before: str) -> Names:
    """Whose doing is to be treated: *States’ response measures*, *efforts by States [should be]*."""
    for clause in _clauses(before):
        chain = _chain(clause, _heads(clause))
        if chain and clause[chain[-1].end :][:1] in ("’", "'"):
            return _ids(clause, chain)
    return agent(before)


def _clauses(text: str) -> Iterator[str]:
    """What begins at the start of a text and behind its stops, the last first."""
    starts = [match.end() for match in re.finditer(r"[,;:]\s", text)]
    for start in (*reversed(starts[-_CLAUSES:]), 0):
        yield re.sub(r"^(?:and|but|so|thus|yet)\s", "", text[start : start + _WINDOW], flags=re.IGNORECASE)


def asked(verb: str, words: str) -> Names:
    """Those of whom `words` after a verb ask something; nobody in *the extension of the mandate*."""
    words = words.lstrip(" ,(")
    if words[:5].lower() in ("that ", "that,"):
        return subject_of_that(words)
    upon = _UPON.match(words)
    said = words[upon.end() :] if upon else words
    said = said if said.startswith("for ") else _without_leads(said)
    if _DIRECT.search(verb) or upon:
        somebody = upon or verb.endswith("on")
        return named_at_start(said) or agent(words) or (_first(words[:120]) if somebody else ())
    for match in re.finditer(r"^|\bfor\s", said):
        phrase = said[match.end() : match.end() + _WINDOW]
        chain = _chain(phrase, _heads(phrase))
        if chain and re.match(r"[’']|[^,;]{0,80}?,?\s(?:to|consider|should)\s[a-z]", phrase[chain[-1].end :]):
            return _ids(phrase, chain)
    return agent(words)


# After these whoever is asked follows at once.
_DIRECT = re.compile(
    r"urge|encourag|invit|request|\bask|advise|exhort|implore|upon$|\bon$|appeals? .*to$|welcome|expect"
)
# A call upon Israel, an appeal to the parties; left: my appeal to support the work.
_UPON = re.compile(r"(?:(?:up)?on\b,?\s|to\s(?=[A-Z]|the\b|all\b|both\b))")


def _first(words: str) -> Names:
    heads = _heads(words)
    return _ids(words, heads[:1])


# Where a subject may begin right before its verb: *I believe that Member States*; left: *States that border*.
_OPENING = re.compile(
    rf"(?:(?:(?:^|[,;:]\s)(?:and\s|but\s)?|\b(?:by|and)\s)(?:{_WORD}){{0,4}}"
    r"|\bthat\s(?:(?:the|all|both|other|these|those|relevant|every|each|its|their)\s){0,2})$"
)
# Between the subject and its verb: *, in cooperation with X,*; *that have not done so*; *’ efforts*;
# left: *In Mali, Chad and Niger, aid should*.
_GOES_ON = re.compile(
    rf"[’']|\s*,?\s(?:{_PREPOSITION}|{_CLAUSE}|\w+ing|also|therefore|not\syet)\b|\s(?:{_WORD}){{0,2}}(?:in|on|of|for|to)\s|\s(?:{_WORD}){{0,4}}$"
)
_LEAD = re.compile(
    rf"(?:{_PREPOSITION}|while|when|where|if|given|considering|recognizing|noting|recalling|having|once|until|"
    r"also|furthermore|moreover|therefore|\w+ly)\b[^,]*,\s",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:(?:attacks?|violence|violations?|abuses?|crimes?|threats?)\s(?:\w+\s){0,2}"
    r"|(?:\w+ed|made|taken|given|held|led|set|carried\sout)\s)$"
)


def _heads(text: str) -> list[Found]:
    """Those named, without things that only bear a name."""
    return [found for found in lexicon.match_actors(text) if not _THING.match(text, found.end)]


def _chain(text: str, heads: Sequence[Found]) -> list[Found]:
    """The first of `heads`, if the text begins with it, and those that act with it."""
    if not heads or not _BEFORE_NAME.match(text[: heads[0].start]):
        return []
    out, waiting = [heads[0]], []  # type: list[Found], list[Found]
    for before, found in pairwise(heads):
        between = text[before.end : found.start]
        if _is_one(before, between, found):
            (waiting or out).append(found)
            continue
        joined = _JOINED.match(between)
        if joined is None:
            break
        waiting.append(found)
        if joined["last"]:  # a list ends with *and*; without it a comma opens something else
            out, waiting = [*out, *waiting], []
    return out


def _ending(text: str, heads: Sequence[Found]) -> list[Found]:
    """Those named together right before the end of a text, unless a preposition stands before them."""
    if not heads or not re.fullmatch(
        r"(?:\s(?:also|all|both|each|therefore|too|alike))*\s*", text[heads[-1].end :]
    ):
        return []
    first, closed = len(heads) - 1, False
    while first > 0:
        between = text[heads[first - 1].end : heads[first].start]
        joined = _JOINED.match(between)
        if not _is_one(heads[first - 1], between, heads[first]):
            if joined is None or not (joined["last"] or closed):
                break
            closed = True
        first -= 1
    opening = _OPENING.search(text[: heads[first].start])
    return list(heads[first:]) if opening else []


def _is_one(one: Found, between: str, other: Found) -> bool:
    """Whether two names are of one: *the Government of* Haiti, Haitian *authorities*."""
    countries = lexicon.countries()
    if one.id in OF_A_COUNTRY and other.id in countries:
        return _OF.fullmatch(between) is not None
    return one.id in countries and other.id in OF_A_COUNTRY and _OWN.fullmatch(between) is not None


def _ids(text: str, named: Sequence[Found]) -> Names:
    return each_once(text, named, _is_one)


def each_once(text: str, named: Sequence[Found], is_one: Callable[[Found, str, Found], bool]) -> Names:
    """Each of those named once; of two that are one (asked with what stands between them), the country."""
    of = [is_one(one, text[one.end : other.start], other) for one, other in pairwise(named)]
    countries = lexicon.countries()
    out = [
        found.id
        for i, found in enumerate(named)
        if found.id in countries or not any(of[max(0, i - 1) : i + 1])
    ]
    return tuple(dict.fromkeys(out))[:_MOST]
