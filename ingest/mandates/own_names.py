"""What a document means by *the Committee*, *the Mission*, *the Force*: bodies that it names or founds.

A name is resolved where exactly one body of the document can be meant; otherwise it stays open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.phrases import Found

# A name and, in brackets, how the document calls it from there on: (“the Mechanism”), (以下简称“机制”).
_DEFINED = Expression(
    r"[(（]\s*(?:hereinafter(?: referred to as)?\s+|hereafter\s+|herein\s+|以下(?:简)?称\s*)?"
    r"(?:the\s+)?[“\"‘']?(?:the\s+)?"
    r"(?P<name>(?![AS]/)[A-Z][\w/-]{1,30}(?:\s[A-Z]\w+){0,3}|[\u4e00-\u9fff]{3,14})[”\"’']?\s*[)）]"
)
# Whose name in brackets is a State's own: the Government of National Unity of … (GNU), and not what is *on*
# or *in* it: the Contact Group on Piracy off the Coast of Somalia (CGPCS), the Agreement in Mali.
_OF_STATE = Expression(r"\b(?:Governments?|[Aa]uthorit(?:y|ies))\b[^.;:,()]{0,60}$|(?:政府|当局)$")
# What others are called too: 联邦政府, 委员会.
_OPEN = frozenset({"national-authorities", "committee"})
# Found by what the document says of it: a Committee of the Security Council (hereinafter “the Committee”).
_RESOLVED = frozenset({"Committee", "委员会"})
CLASSES = frozenset({"states", "national-authorities", "international-community"})

# *the Committee established pursuant to resolution 1267 (1999)*, 第1267(1999)号决议所设委员会
_COMMITTEE_OF = Expression(
    r"(?=[Cc第\d])"
    r"(?:[Cc]ommittee[^.;,]{0,100}?\b(?:pursuant to|by|under|(?:established|created) in)\b[^.;,]{0,30}?"
    r"resolutions?\s+(\d{3,4})"
    r"|(?:第)?(\d{3,4})\s*(?:\(\d{4}\))?(?:[、和及第]\s*\d{3,4}\s*\(\d{4}\))*号决议[^。；，]{0,12}?"
    r"所?设(?:立的?)?(?:安全理事会)?委员会)"
)
# The one that a document calls so: established in paragraph 35 of resolution 1988 (“the Committee”).
_THE_ONE = Expression(
    r"[^.;。；()（）]{0,8}(?:\(\d{4}\))?[^.;。；()（）]{0,16}"
    r"[(（][“\"]?(?:the\s+)?(?:Committee|委员会)[”\"]?[)）]"
)
# Decides to establish, in accordance with rule 28 of its provisional rules of procedure, a Committee of …
_FOUNDS = Expression(
    r"\bestablish\b(?:(?!\bestablished\b)[^.;]){0,140}?"
    r"\ba\s+(?:new\s+)?[Cc]ommittee\s+of\s+the\s+(?:Security\s+)?Council"
    r"|(?<!所)设立一个[^。；]{0,20}?(?:安全理事会|安理会)[^。；]{0,8}?委员会"
)
# The words that stand for one body, the kinds that they may stand for, and what its name must contain.
_SHORT = {
    "Mission": ("mission force", "Mission", "特派团"),
    "mission": ("mission force", "", ""),
    "Force": ("mission force", "Force", ""),
    "Operation": ("mission", "Operation", ""),
    "Tribunal": ("court", "Tribunal", "法庭"),
    "Agency": ("agency", "Agency", ""),
    "Mechanism": ("court", "Mechanism", "机制"),
    "Commission": ("organ agency", "Commission", ""),
    "Prosecutor": ("court", "Prosecutor", "检察官"),
    "Working Group": ("panel organ", "Working Group", ""),
    "检察官": ("court", "Prosecutor", "检察官"),
    "特派团": ("mission", "", ""),
    "支助团": ("mission", "", "支助团"),
    "稳定团": ("mission", "", "稳定团"),
    "小组": ("panel", "", "小组"),
    "该部队": ("mission force", "Force", "部队"),
}
# Decides to establish a peace-keeping operation entitled …; not: UNOMUR established by resolution 846 (1993).
_FOUNDS_MISSION = Expression(
    r"^Decides\s+(?:\w+\s+)?to\s+establish\b[^.;,]{0,240}|^决定(?:设立|建立)[^。；，]{0,80}"
)
_SHORT_WORDS_EN = "|".join(filter(str.isascii, _SHORT))
_SHORT_EN = Expression(rf"(?<!\[)\b[Tt]he\s+(?P<word>{_SHORT_WORDS_EN})\b(?!\s+(?:of|[A-Z])|’)")
# Short names of bodies that are known by what a document is about: its word for it, and the body's id.
_ABOUT = {
    "Unified Command": ("Korea", "unified-command-korea"),
    "unified command": ("Korea", "unified-command-korea"),
    "Commission": ("settlements in the Arab territories", "settlements-commission"),
    "Mediator": ("Palestine", "un-mediator-palestine"),
    "Chief of Staff": ("Truce Supervision", "untso"),
    "monitoring mechanism": ("Angola", "monitoring-mechanism-unita"),
    "Governing Council": ("Compensation", "un-compensation-commission"),
    "Independent Observer": ("Mali", "independent-observer-mali"),
    "Regional Protection Force": ("South Sudan", "unmiss"),
    "RPF": ("South Sudan", "unmiss"),
    "National Union": ("Total Independence of Angola", "unita"),
    "独立观察员": ("马里", "independent-observer-mali"),
    "Senior Coordinator": ("Gaza", "gaza-humanitarian-coordinator"),
    "Coordinator": ("Gaza", "gaza-humanitarian-coordinator"),
    "CENI": ("", "national-authorities"),
}
_ABOUT_ANY = Expression(
    rf"\b[Tt]he\s+(?P<word>{'|'.join(filter(str.isascii, _ABOUT))})\b(?!\s+(?:of\s|and\s+control)|’)"
    rf"|(?P<word2>{'|'.join(word for word in _ABOUT if not word.isascii())})"
)
# The Chair of the committee on whose work a document says how it is told of, and a head of State by name.
_CHAIR = Expression(r"\b[Tt]he\s+Chair(?:man|person)?\b(?!\s+of\b|’|\s+and\b|-)")
_PRESIDENT = Expression(
    r"(?<!former\s)(?<!Vice\s)(?<!Vice-)(?<!\bof\s)(?<!,\s)\bPresident\s+(?!of\b|and\b)[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3}"
)
_SHORT_ZH = Expression(
    r"(?<![\u4e00-\u9fff])(?P<word>特派团|支助团|稳定团|该部队|检察官|小组)|该(?P<word2>特派团)"
)
# One of several bodies is meant where the document names it so many times as often as the next.
_MUCH_MORE = 3
_SEVERAL = 3  # names of a mission in a text that is on it


@cache
def _known() -> frozenset[str]:
    """The names that the vocabulary has, which no document needs to define."""
    entries = (entry for entry in lexicon.actors().values() if entry.id not in _OPEN)
    return frozenset(term for entry in entries for term in (*entry.terms_en, *entry.terms_zh))


def defined(texts: Iterable[str]) -> list[tuple[str, str]]:
    """The names that a document defines in brackets, with the ids of the actors that they stand for."""
    out: dict[str, str] = {}
    for text in texts:
        definitions = list(_DEFINED.finditer(text))
        if not definitions:
            continue
        ends = {f.end: f.id for f in lexicon.match_actors(text)}
        for match in definitions:
            at = match.start()
            id_ = ends.get(at - 1 if text[at - 1 : at].isspace() else at)
            if (
                id_
                and lexicon.actors()[id_].kind not in ("class", "group")
                and id_ not in _OPEN
                and match["name"] not in _RESOLVED
                and match["name"] not in _known()
                and (id_ not in lexicon.countries() or _OF_STATE.search(text, 0, len(text[:at].rstrip())))
            ):
                out.setdefault(match["name"], id_)
    return list(out.items())


# 委员会 is a committee of the Council where one of those is named, and not only a commission of inquiry.
_SANCTIONS_ZH = Expression(r"制裁委员会|号决议所?设[^。；，]{0,12}委员会|委员会主席")


def the_committee(texts: Iterable[str], number: int | None) -> str:
    """The id of the only committee that a document speaks of; `committee` where there are several or none,
    empty where 委员会 is a commission of inquiry.

    A resolution that founds one (751, 1518, 2140) means that one, whatever others it names.
    """
    texts = list(texts)
    if any("建设和平委员会" in text for text in texts) and not any(map(_SANCTIONS_ZH.search, texts)):
        return "peacebuilding-commission"
    if any("调查委员会" in text for text in texts) and not any(map(_SANCTIONS_ZH.search, texts)):
        return ""
    if any("赔偿委员会" in text for text in texts) and not any(map(_SANCTIONS_ZH.search, texts)):
        return "un-compensation-commission"
    if any(_FOUNDS.search(text) for text in texts):
        own = f"{number}-committee"
        return own if own in lexicon.bodies() else "committee"
    spoken_of = (text for text in texts if "ommittee" in text or "委员会" in text)
    named = [(m, f"{m[1] or m[2]}-committee") for text in spoken_of for m in _COMMITTEE_OF.finditer(text)]
    called = {id_ for m, id_ in named if _THE_ONE.match(m.string, m.end())}
    known = (called or {id_ for _, id_ in named}) & lexicon.bodies().keys()
    return next(iter(known)) if len(known) == 1 else "committee"


def founds_committee(clause: str) -> bool:
    """Whether a clause founds a committee of the Council, whose tasks are those that follow."""
    return bool(_FOUNDS.search(clause))


class ShortNames:
    """Finds *the Mission*, *the Force*, 该特派团 in a document's clauses, with the body that each means."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._meant: dict[str, str] = {}
        self._texts = texts
        whole = "\n".join(texts)
        self._about = {
            word: id_ for word, (subject, id_) in _ABOUT.items() if word in whole and subject in whole
        }

    def find(self, clause: str) -> Iterator[Found]:
        """The short names of a clause that can be resolved, in order."""
        for pattern, id_ in ((_CHAIR, "committee"), (_PRESIDENT, "national-authorities")):
            yield from (Found(id_, match.start(), match.end()) for match in pattern.finditer(clause))
        for match in _ABOUT_ANY.finditer(clause) if self._about else ():
            if known := self._about.get(match["word"] or match["word2"]):
                yield Found(known, match.start(), match.end())
        for pattern in (_SHORT_EN, _SHORT_ZH):
            for match in pattern.finditer(clause):
                word = match["word"] or match["word2"]
                if word not in self._meant:
                    self._meant[word] = self._one(word)
                if id_ := self._meant[word]:
                    yield Found(id_, match.start(), match.end())

    @cached_property
    def _named(self) -> Counter[str]:
        """How often the document names which bodies."""
        return Counter(found.id for text in self._texts for found in lexicon.match_bodies(text))

    def _one(self, word: str) -> str:
        kinds, english, chinese = _SHORT[word]
        bodies = lexicon.bodies()
        counts = Counter({id_: n for id_, n in self._named.items() if bodies[id_].kind in kinds.split()})
        most = max(counts.values(), default=0)
        if word == "mission" and most < _SEVERAL:
            return ""  # any mission, in a text that names one in passing
        if founded := self._founded(counts):
            return founded
        named = [
            (count, id_)
            for id_, count in counts.most_common()
            if not (english or chinese)
            or any(english in term for term in bodies[id_].terms_en if english)
            or any(chinese in term for term in bodies[id_].terms_zh if chinese)
        ]
        if word == "Commission":
            most = 0  # there is no other name for an organ that is one
        if word == "Mission" and (not named or named[0][0] * _MUCH_MORE <= most):
            # a resolution on UNISFA, which is no Mission by name, names UNMISS too
            named = [(count, id_) for id_, count in counts.most_common()]
        if not named or (len(named) > 1 and named[0][0] < _MUCH_MORE * named[1][0]):
            return ""
        return named[0][1] if named[0][0] * _MUCH_MORE > most else ""

    def _founded(self, named: Counter[str]) -> str:
        """The one of several missions that a document founds: UNAMIR where UNOMUR is named too."""
        bodies = lexicon.bodies()
        if len(named) < 2:
            return ""
        founded = {
            found.id
            for text in self._texts
            for match in _FOUNDS_MISSION.finditer(text)
            for found in lexicon.match_bodies(match[0])
            if found.id in named and bodies[found.id].is_mission
        }
        return next(iter(founded)) if len(founded) == 1 else ""
