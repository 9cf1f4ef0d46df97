"""Of whom a clause demands something: the names between the verb and what is to be done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import assert_never

from mandex.corpus import lexicon
from mandex.corpus.languages import Lang
from mandex.corpus.lexicon import Verb
from mandex.corpus.phrases import Found, PhraseTable
from mandex.ingest.mandates.own_names import CLASSES, ShortNames, defined, founds_committee, the_committee

# Where the subject of an English clause ends and its deed begins.
_DEED_EN = re.compile(
    r"\b(?:shall|should|must|may|will|can|is|are|be|has|have|not)\b|\bto\s+(?!the\b|armed\b|a\b|conflict\b)|:|;"
)
# Asides between the addressee and the deed: , in consultation with the Secretary-General,
_ASIDE_EN = re.compile(
    r",\s*(?:in|with|through|within|acting|under|pursuant|following|upon|subject|as|where|when|if|after|by|"
    r"consistent|taking|while|without|inter|on|at|for|including|bearing|working|supported|drawing)\b[^,]*(?=,|$)"
)
_TOGETHER_EN = re.compile(
    r"\b(?:in (?:close )?(?:consultation|coordination|cooperation|conjunction|accordance)|with)\b.*$"
)
# Names that are not addressed: CTED’s work, a report to the Committee.
_POSSESSIVE_EN = re.compile(r"[’']")
_OBLIQUE_EN = re.compile(
    r"\S\s+(?:to|for|from|on|in|with|against|about|between|towards?)\s+(?:(?:the|all|its|their|any)\s+)?$"
)
_POSSESSIVE_ZH = re.compile(r"的|关于|所(?!有)|提出|提交的")
# Those whom the clause before has named: urges them, 敦促他们.
_PRONOUN = re.compile(
    r"\s*(?:upon|on)?\s*(?:them|they|it|him|he|her|she)\b|(?:其|他们|它们|她们|他|她|它)(?!他|余|中)"
)
_DEED_ZH = re.compile(r"应|须|必须|不得|可以|将|[；：。]")
# What may stand between the addressees of one Chinese list, and before the first of them.
_LINK_ZH = re.compile(
    r"(?:[、和及]|以及|并且|或|所有|各|有关|相关|其他|主要|国内|国际|在内的|\(|\)|（|）|，并|的){0,6}"
)
_BEFORE_ZH = 16


class ActorFinder:
    """Finds addressees in the paragraphs of one document, with the names that the document itself defines.

    *The Committee* is the one committee that the document names by its resolution, if there is only one, or
    founds; `number` is the document's own, if it is a resolution.
    """

    def __init__(self, texts: Mapping[int, str], lang: Lang, number: int | None) -> None:
        self._lang = lang
        self._aliases = PhraseTable(defined(texts.values()))
        self._committee = the_committee(texts.values(), number)
        self._short = ShortNames(list(texts.values()))

    def of_clause(self, clause: str, verb: Verb) -> tuple[tuple[str, ...], Sequence[Found]]:
        """The ids of those addressed by `clause`, which follows `verb`, and where it names them."""
        if verb.force == "decide" and founds_committee(clause):
            return (self._committee,), ()
        found = self._find(clause)
        head = self._head(clause, found, verb)
        if not head and verb.force in ("decide", "demand", "authorize"):
            head = [f for f in found if f.id not in CLASSES and not _is_passive(clause, f)][:1]
        if not head and verb.lemma == "decide" and re.search(r"\bseized\b|处理此案|处理本案", clause):
            return ("security-council",), ()
        if verb.force == "note" and not _demands(clause):
            return (), ()
        return self._ids(head), head

    def refers_back(self, clause: str) -> bool:
        """Whether `clause` addresses by a pronoun whom the clause before it has named."""
        return bool(_PRONOUN.match(clause))

    def _find(self, clause: str) -> list[Found]:
        own = [*self._aliases.longest(clause), *self._short.find(clause)]
        taken = [(f.start, f.end) for f in own]
        known = lexicon.match_actors(clause)
        known = [f for f in known if all(f.end <= start or f.start >= end for start, end in taken)]
        return sorted([*own, *known], key=lambda f: f.start)

    def _head(self, clause: str, found: Sequence[Found], verb: Verb) -> list[Found]:
        match self._lang:
            case "en":
                return self._head_en(clause, found)
            case "zh-Hans" | "zh-Hant":
                return _head_zh(clause, found, verb)
            case _:
                assert_never(self._lang)

    def _head_en(self, clause: str, found: Sequence[Found]) -> list[Found]:
        end = len(clause)
        for match in _DEED_EN.finditer(clause):
            if not any(f.start < match.start() < f.end for f in found):
                end = match.start()
                break
        asides = [(m.start(), m.end()) for m in _ASIDE_EN.finditer(clause, 0, end)]
        if match_ := _TOGETHER_EN.search(clause, 0, end):
            asides.append((match_.start(), end))
        return [
            f for f in found
            if f.end <= end
            and not any(start <= f.start < stop for start, stop in asides)
            and not _POSSESSIVE_EN.match(clause, f.end)
            and not _OBLIQUE_EN.search(clause, 0, f.start)
            and not _is_place(clause, f)
        ]  # fmt: skip

    def _ids(self, head: Iterable[Found]) -> tuple[str, ...]:
        ids = list(dict.fromkeys(self._committee if f.id == "committee" else f.id for f in head))
        countries = lexicon.countries()
        if any(id_ in countries for id_ in ids):
            ids = [id_ for id_ in ids if id_ != "national-authorities"]
        return tuple(ids)


# A country is addressed by itself or through its organs; *all groups in the north of Mali* are not Mali.
_WHERE_EN = re.compile(
    r"\b(?:in|within|throughout|across|inside|from|into|near|off|over|of|by)\s+(?:the\s+)?"
    r"(?:(?:north|south|east|west|territory|territories|capital|people|whole)\w*\s+(?:parts?\s+)?of\s+(?:the\s+)?)?$"
)
_ORGAN_EN = re.compile(
    r"\b(?:[Gg]overnments?|[Aa]uthorit(?:y|ies)|[Ll]eaders(?:hip)?|President|[Pp]arliament|institutions|forces"
    r"|parties|[Pp]eoples?|[Rr]egime|Army|Unity|Accord|[Ss]ides?|Republic|State|Kingdom|Federation|Presidency|Minist\w+|[Oo]fficials)"
    r"\s+(?:of|in|from)\s+(?:the\s+)?$"
)
_WHERE_ZH = re.compile(r"(?:境内|全境|境外|沿海|局势|北部|南部|东部|西部|领土|人民)")


def _is_place(clause: str, found: Found) -> bool:
    """Whether a country is only where somebody is: *in Mali*, 在马里境内."""
    if found.id not in lexicon.countries():
        return False
    if _WHERE_ZH.match(clause, found.end):
        return True
    before = clause[max(0, found.start - _BEFORE_PLACE) : found.start]
    return bool(_WHERE_EN.search(before)) and not _ORGAN_EN.search(before)


def _is_passive(clause: str, found: Found) -> bool:
    """Whether a country is only a place, or suffers the deed: *aggression against Botswana*."""
    if found.id not in lexicon.countries():
        return False
    before = clause[max(0, found.start - _BEFORE_PLACE) : found.start]
    if re.search(r"\b(?:against|towards?|upon)\s+(?:the\s+)?$", before):
        return True
    return _is_place(clause, found) and not re.search(r"\bby\s+$", before)


_BEFORE_PLACE = 60  # characters before a country that say how it comes in


def _head_zh(clause: str, found: Sequence[Found], verb: Verb) -> list[Found]:
    """The names at the beginning of a Chinese clause, as far as they are linked as a list."""
    if verb.force in ("decide", "note"):
        deed = _DEED_ZH.search(clause)
        if not deed:
            return []
        limit = deed.start()
    else:
        limit = len(clause)
    out: list[Found] = []
    begin = 0
    for name in found:
        if not out and _POSSESSIVE_ZH.match(clause, name.end):
            begin = name.end
            continue
        gap = clause[out[-1].end if out else begin : name.start]
        if name.end > limit or "，" in gap.rstrip("，并"):
            break
        if out and not _LINK_ZH.fullmatch(gap):
            break
        if not out and len(gap) > _BEFORE_ZH:
            break
        out.append(name)
    return out


def _demands(clause: str) -> bool:
    """Whether a clause that only stresses or notes says that somebody must do something."""
    return bool(re.search(r"\b(?:should|must|shall|need to|needs to)\b|应|必须|须", clause))
