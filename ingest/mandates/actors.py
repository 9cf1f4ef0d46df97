"""Of whom a clause demands something: the names between the verb and what is to be done."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, pairwise
from typing import assert_never

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.languages import Lang, by_tongue
from mandex.corpus.lexicon import Verb
from mandex.corpus.phrases import Found, PhraseTable
from mandex.ingest.mandates import lists_en, subjects_en, subjects_zh
from mandex.ingest.mandates.clauses import Stem
from mandex.ingest.mandates.own_names import CLASSES, ShortNames, defined, founds_committee, the_committee
from mandex.ingest.mandates.pronouns import PERSONS, PRONOUN, referred_to

_SEIZED = Expression(r"\bseized\b|处理此[案事]|处理本案")
# Who is told has no name that is known: instructs this sub-committee to examine the statements on Spain.
_SOMEBODY_ELSE = Expression(r"\s*this\s+[\w-]+\s+to\s+")
# What exists for a purpose may be what a decision is about: decides to extend the mandate of UNMISS.
_DECIDED_ON = frozenset({"mission", "force", "panel", "committee", "court", "fund"})
# to extend the mandate of the Monitoring Team, in order to support the Ombudsperson
_MANDATE_OF = Expression(r"\bmandates?\s+of\s+[^.;,]{0,60}$")
# of UNOCI and of the French forces which support it
_AND_OF = Expression(r"\s*(?:\([^)]{0,20}\)\s*)?(?:,|and)\s+of\s+(?:the\s+)?")
# Who comes in only behind what is decided: in the absence of a negative decision by the Committee.
_BY_WAY = Expression(
    r"\b(?:decision|objection|approval|consent)\s+(?:by|of|from)\s+(?:the\s+)?$|\b(?:shall|may)\b|\bif\b[^.;]{0,60}$"
)
# *The Government* and *the authorities* are those of the country that a document speaks of so much more than
# of any other.
_MUCH_MORE = 3
# Requests, in connection with the decision of the Secretary-General to send a mission, that he submit a
# report.
_THAT_HE = Expression(r",\s+that\s+(?:he|she)\s")
_ASKS_OF = frozenset({"request", "call", "urge", "encourage", "recommend"})
_OPENING = 30  # paragraphs that say what a document is about


class ActorFinder:
    """Finds addressees in the paragraphs of one document, with the names that the document itself defines.

    *The Committee* is the one committee that the document names by its resolution, if there is only one, or
    founds; `number` is the document's own, if it is a resolution.
    """

    def __init__(self, texts: Mapping[int, str], lang: Lang, number: int | None) -> None:
        self._lang = lang
        self._texts = texts
        self._aliases = PhraseTable(defined(texts.values()))
        self._committee = the_committee(texts.values(), number)
        self._short = ShortNames(list(texts.values()))
        self._home: str | None = None
        self._pair: tuple[str, ...] | None = None
        self._read: tuple[str, list[Found]] = "", []  # what was read last

    def of_clause(
        self, clause: str, verb: Verb, *, point: bool = False
    ) -> tuple[tuple[str, ...], Sequence[Found]]:
        """The ids of those addressed by `clause`, which follows `verb`, and where it names them.

        A `point` of a list addresses whom its stem does, but where it says itself who shall act.
        """
        if verb.force == "decide" and founds_committee(clause):
            return (self._committee,), ()
        found = self._find(clause)
        head = self._head(clause, found, verb, point=point)
        if not head and verb.force in _ASKS_OF and (he := _THAT_HE.search(clause)):
            head = [f for f in found if f.end <= he.start() and f.id in PERSONS][-1:]
        if not head and not point and verb.lemma == "decide" and _SEIZED.search(clause):
            return ("security-council",), ()
        return self._ids(head, clause), head

    def of_point(self, clause: str, stem: Stem) -> tuple[str, ...]:
        """Those whom a point addresses under a stem that addresses nobody.

        Under a bare verb it is said at once: *Decides: (b) To renew the mandate of …*, *Calls upon: (a) those
        States that …*."""
        at_once = stem.bare and (stem.verb.force in _ASKS_OF or clause.startswith("To "))
        said = clause[:1].lower() + clause[1:] if at_once else clause
        return self.of_clause(said, stem.verb, point=not at_once)[0]

    def founded(self, clause: str) -> tuple[str, ...]:
        """The panel that a clause founds, whose tasks are the points that follow: *to create a group of
        experts …, with the following mandate:*"""
        if appoints := _APPOINTS.match(clause):
            return tuple(f.id for f in self._find(clause) if f.start == appoints.end())
        match = _FOUNDS_PANEL.search(clause)
        if match is None or not _TASKS_FOLLOW.search(clause, match.end()):
            return ()
        return (
            next((_PANELS[name] for name in _PANELS if name in match["panel"].lower()), "panel-of-experts"),
        )

    def mandated(self, clause: str, verb: Verb) -> tuple[str, ...]:
        """The one mission that a decision names whose points are its tasks: *Authorizes the deployment within
        UNMEE of up to 4,200 troops …, with a mandate to:*"""
        if verb.force not in ("decide", "authorize") or not _MANDATE_FOLLOWS.search(clause):
            return ()
        kinds = lexicon.bodies()
        named = {f.id for f in self._find(clause) if f.id in kinds}
        missions = [id_ for id_ in named if kinds[id_].is_mission]
        return tuple(missions) if len(missions) == 1 else ()

    def referred_to(
        self, clause: str, verb: Verb, before: str, said: str, last: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Those whom `clause` addresses by a pronoun: who was addressed `last`, else whom the words `before`
        it name; `said` is the last clause of these."""
        meant = referred_to(clause, verb, last, self._find, before, said)
        return self._ids(meant, said) if isinstance(meant, list) else meant

    def named(self, clause: str) -> Sequence[Found]:
        """All whom a clause names, in order."""
        return self._find(clause)

    def _find(self, clause: str) -> list[Found]:
        if clause != self._read[0]:
            self._read = clause, self._read_names(clause)
        return self._read[1]

    def _read_names(self, clause: str) -> list[Found]:
        own = [*self._aliases.longest(clause), *self._short.find(clause)]
        taken = [(f.start, f.end) for f in own]
        known = [_without_deed(clause, f) for f in lexicon.match_actors(clause)]
        known = [f for f in known if all(f.end <= start or f.start >= end for start, end in taken)]
        found = sorted([*own, *known], key=lambda f: f.start)
        found = [f for f in found if not _is_another(clause, f)]
        found = [f for i, f in enumerate(found) if not _is_adjective(clause, f, found[i + 1 : i + 2])]
        match self._lang:
            case "en":
                return found
            case "zh-Hans" | "zh-Hant":
                return _without_governments(found)

    def _head(self, clause: str, found: Sequence[Found], verb: Verb, *, point: bool) -> list[Found]:
        match self._lang:
            case "en":
                head, decided = subjects_en.head(clause, found, verb, point=point)
            case "zh-Hans" | "zh-Hant":
                head, decided = subjects_zh.head(clause, found, verb, point=point)
            case _:
                assert_never(self._lang)
        if head or point or verb.force not in ("decide", "demand", "authorize"):
            return head
        if verb.force == "demand":
            if PRONOUN.match(clause) or _SOMEBODY_ELSE.match(clause):
                return []
            asked = [f for f in decided if f.id != "security-council"]
            return [f for f in asked if not _OF_COUNTRY.search(clause, max(0, f.start - 60), f.start)][:1]
        kinds = lexicon.bodies()
        about = [f for f in decided if f.id in kinds and kinds[f.id].kind in _DECIDED_ON]
        about = [f for f in about if _MANDATE_OF.search(clause, 0, f.start)] or [
            f for f in about if not _BY_WAY.search(clause, 0, f.start)
        ]
        missions = [f for f in about if kinds[f.id].is_mission] or about
        if missions[1:] and _AND_OF.fullmatch(clause, missions[0].end, missions[1].start):
            return missions[:2]
        return missions[:1]

    def _ids(self, head: Sequence[Found], clause: str) -> tuple[str, ...]:
        head = _without_named_among(head, clause)
        ids: list[str] = []
        for found in head:
            ids += self._meant(found, clause)
        if ids:
            ids += by_tongue(self._lang, en=lists_en.beside, zh=subjects_zh.beside)(clause, head)
        ids = list(dict.fromkeys(ids))
        countries = lexicon.countries()
        if any(id_ in countries for id_ in ids):
            ids = [id_ for id_ in ids if id_ != "national-authorities"]
        return tuple(ids)

    def _meant(self, found: Found, clause: str) -> Iterable[str]:
        match found.id:
            case "committee" if clause.endswith("ommittees", found.start, found.end):
                return (found.id,)  # of several: encourages Sanctions Committees to maintain dialogue
            case "committee":
                return (self._committee,) if self._committee else ()
            case "congo" if self._at_home() == _DRC:
                return (_DRC,)
            case "national-authorities":
                return (self._at_home() or found.id,)
            case "parties" | "states" | "states-concerned" if _TWO.search(
                clause, max(0, found.start - 9), found.end
            ):
                return self._neighbours() or (found.id,)
            case "member-states" if _OTHER_MEMBERS.search(clause, 0, found.start) or _MEMBERS_OF.match(
                clause, found.end
            ):
                return ("states-concerned",)
            case "states" if _ALL_THAT.search(clause, 0, found.start):
                return ("all-states",)
            case "regional-organizations" if _INTERNATIONAL_TOO.search(
                clause, max(0, found.start - 40), found.end
            ):
                return ("regional-organizations", "international-organizations")
            case "international-organizations" if _REGIONAL_TOO.search(clause, 0, found.start):
                return ("regional-organizations", "international-organizations")
            case _:
                return (found.id,)

    def _neighbours(self) -> tuple[str, ...]:
        """The two countries that a document names side by side most often; none where two pairs are alike."""
        if self._pair is None:
            pairs: Counter[tuple[str, ...]] = Counter()
            for text in self._texts.values():
                for one, other in pairwise(lexicon.match_countries(text)):
                    if one.id != other.id and _SIDE_BY_SIDE.fullmatch(text, one.end, other.start):
                        pairs[tuple(sorted((one.id, other.id)))] += 1
            (first, most), (_, second) = [*pairs.most_common(2), ((), 0), ((), 0)][:2]
            self._pair = first if most > second else ()
        return self._pair

    def _at_home(self) -> str:
        """The country whose affairs a document is about; empty where there are several or none."""
        if self._home is None:
            texts = islice(self._texts.values(), _OPENING)
            counts = Counter(
                f.id for text in texts for f in lexicon.match_countries(text) if not _is_another(text, f)
            )
            (first, most), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
            self._home = first if most > 2 and most >= _MUCH_MORE * second else ""
        return self._home


# What is demanded for a country's sake is not demanded of it: withdrawal of mercenaries used in the armed
# attack against the territory of the Republic of Guinea.
_OF_COUNTRY = Expression(
    r"\b(?:territor\w+|soil|borders?|sovereignty|integrity|independence|against|airspace)\b[^.;,]{0,24}?"
    r"\b(?:of|against)\s+(?:the\s+|an?\s+)?(?:\w+\s+of\s+)?$"
)
# The two Governments, both countries, 两国政府: of the two countries that a document names side by side.
_TWO = Expression(r"\b(?:two|both)\s+(?:Governments|countries|States(?!\s+concerned))|^两国", re.IGNORECASE)
_SIDE_BY_SIDE = Expression(
    r"\s+and\s+(?:of\s+)?(?:the\s+)?(?:Government\s+of\s+)?(?:the\s+)?(?:\w+\s+of\s+)?(?:the\s+)?|(?:政府)?[和与]"
)


def _without_named_among(head: Sequence[Found], clause: str) -> Sequence[Found]:
    """The names without those of whom others before are said to be: *all States, particularly those in the
    region*; but: *Member States, donors and recipients*."""
    head = _without_society_among(head, clause)
    every = next((f for f in head if f.id in _EVERY_STATE), None)
    if every is None:
        return head
    some = _SOME_STATES.search(clause, every.end)
    start = some.start() if some else len(clause)
    return [f for f in head if f.start < start or f.id not in ("states", "states-concerned")]


def _without_society_among(head: Sequence[Found], clause: str) -> Sequence[Found]:
    """The names without the civil society of a country that only stands among its stakeholders: *all national
    stakeholders, including political, military and civil society actors*."""
    all_ = next((f for f in head if f.id == "parties"), None)
    some = _SOME_STATES.search(clause, all_.end) if all_ and "civil society" in clause else None
    if some is None:
        return head
    return [f for f in head if f.start < some.start() or "civil society" not in clause[f.start : f.end]]


_EVERY_STATE = frozenset({"all-states", "member-states"})
_SOME_STATES = Expression(
    r"\b(?:in\s+particular|particularly|especially|notably|including)\b|特别是|尤其是|包括"
)
_DRC = "democratic-republic-of-the-congo"
# Where a name is only a part of another word: the Organizing Committee, 国民代表大会, 合法国家.
_ANOTHER = {
    "committee": Expression(
        r"\b(?!The\b|This\b|That\b|Each\b|Security\b|Council\b|Sanctions\b|Taliban\b|Qaida\b|Da)[A-Z][a-z]{3,}\s+$|\b[Ss]ub-$"
    ),
    "general-assembly": Expression(r"(?:代表|国民|人民|议会)$"),
    # all parties, including non-State parties; States non-members of the United Nations
    # and no governments of the regions of a country: the FMS and regional governments
    "states-concerned": Expression(r"\b[Nn]on[-‑–]$|\b(?:FMS|Member\s[Ss]tates)\s+and\s+$"),
    "member-states": Expression(r"\b(?:[Nn]on[-‑–]|not\s)$"),
    "united-nations-system": Expression(r"\bnon[-‑–]$"),
    "france": Expression(r"[合司宪]$"),
    "focal-point-delisting": Expression(r"[’']s\s(?:national\s)?$"),
    # EUTM Mali, EUCAP Sahel Mali
    "mali": Expression(r"\bEU[A-Z]{2,}\s(?:[A-Z]\w+\s)?$"),
}


def _without_deed(clause: str, found: Found) -> Found:
    """The name without the verb that tells it from others: *States shall*, which is said of all."""
    return found._replace(end=found.end - 6) if clause.endswith(" shall", 0, found.end) else found


_EACH = Expression(r"\b(?:each|every|any|no|host|a|the\s+same)\s+$")


def _is_another(clause: str, found: Found) -> bool:
    pattern = _ANOTHER.get(found.id)
    before = max(0, found.start - 24)
    if clause[found.start : found.end] == "country" and not _EACH.search(clause, before, found.start):
        return True  # an end to violence throughout the country
    return pattern is not None and pattern.search(clause, before, found.start) is not None


# Those of another organization than the United Nations: ECOWAS member States, Mano River Union member States.
_OTHER_MEMBERS = Expression(r"\b(?:(?!UN\b)[A-Z]{2,}|Union|Community|League|Organi[sz]ation|Conference)\s+$")
_MEMBERS_OF = Expression(r"\s+of\s+(?:the\s+)?(?!United\b|UN\b|that\b)[A-Z]")
# 所有尚未批准附加议定书的国家: all States that have not yet done so.
_ALL_THAT = Expression(r"所有(?:尚未|根据|拥有|具有|有能力)[^，。；、]{2,40}的$")
# International, regional and subregional organizations; international and regional organizations.
_INTERNATIONAL_TOO = Expression(
    r"\binternational(?:,|\sand\s(?:sub-?)?regional\sorgani[sz]ations?)|国际(?:、|[和及与]区域)|区域[和及与]国际"
)
_REGIONAL_TOO = Expression(r"\bregional\s+and\s+$")
# To appoint a United Nations Representative for the following purposes.
_APPOINTS = Expression(r"\s*to\s+appoint\s+(?:a|an)\s+")
# To create … a group of experts; 设立一个专家组.
_FOUNDS_PANEL = Expression(
    r"\b(?:establish|create|form|appoint|set\s+up|re-?establish)\b(?!ed)[^.;:]{0,200}?\b(?:a|an|the)\s[^.;:,]{0,60}?"
    r"(?P<panel>[Gg]roup\s+of\s+[Ee]xperts|[Pp]anel\s+of\s+[Ee]xperts|[Mm]onitoring\s+[Gg]roup|[Mm]onitoring\s+[Tt]eam"
    r"|[Pp]anel|[Gg]roup)\b"
)
_MANDATE_FOLLOWS = Expression(r"\b(?:mandate|tasks|functions)\b[^.;]*:?\s*$|任务[^。；]*：?\s*$")
_TASKS_FOLLOW = Expression(
    r"\b(?:mandate|tasks|functions|following|responsibilit\w+|as\s+follows|to)\b[^.;]*:?\s*$"
)
_PANELS = {
    "group of experts": "group-of-experts", "panel": "panel-of-experts",
    "monitoring group": "monitoring-group", "monitoring team": "monitoring-team",
}  # fmt: skip


def _without_governments(names: Sequence[Found]) -> list[Found]:
    """The names without 政府 and 当局 that only belong to the country before: 以色列政府, in a document on
    Lebanon."""
    out: list[Found] = []
    end = -1
    for name in names:
        if name.id == "national-authorities" and name.start == end:
            end = name.end
            continue
        out.append(name)
        end = name.end if name.id in lexicon.countries() else -1
    return out


def _is_adjective(clause: str, found: Found, following: Sequence[Found]) -> bool:
    """Whether *United Nations* only belongs to the name behind it: *United Nations Verification Mission*."""
    return (
        found.id == "united-nations-system"
        and bool(following)
        and found.end <= following[0].start <= found.end + clause[found.end : following[0].start].count(" ")
        and following[0].id not in CLASSES
    )
