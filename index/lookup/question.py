"""What a question asks for: the things it speaks of, in every wording of both languages, and what it wishes.

*Which resolution requires passenger name records?* and 哪项决议要求收集旅客姓名记录？ come out the same: one
concept with its English and Chinese wordings. Question words fall away; what no vocabulary knows is kept word
by word, or pair of characters by pair.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace

from mandex.corpus import glossary, lexicon
from mandex.corpus.errors import BadQueryError
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold, is_chinese
from mandex.corpus.records import dataclass
from mandex.corpus.spellings import Spelled, find_resolutions
from mandex.index.lookup import months
from mandex.index.lookup.chinese_question import concepts_in
from mandex.index.lookup.concepts import Concept
from mandex.index.lookup.concepts import concepts as concepts_of
from mandex.index.lookup.named_place import Named, place_in
from mandex.index.lookup.vocabulary import Entry, Kind, chinese, english, known_missions
from mandex.index.lookup.wishes import ADMISSION, Wish, wishes, years
from mandex.index.text.terms import STOP_WORDS, Token, terms, tokens

_SHORTEST_STEM = 4  # letters; words with shorter stems are told apart by their letters
_LONGEST = 8  # words in a phrase of the vocabulary
_MOST = 40  # concepts of one question
_CHARACTERS = 50_000  # of one: more than a page pasted whole, and what is longer tells no more
_NEAR = 20  # characters before a number in which *resolution* stands
_PLAIN = 0.25  # of what a word tells that says little
_FIRST: Mapping[Kind, int] = {
    "country": 0, "body": 0, "name": 0, "resolution": 0, "actor": 0, "topic": 0, "term": 0, "plain": 2,
    "pair": 2, "wish": 2,
}  # fmt: skip

# Words of asking, and words that nearly every paragraph has.
_QUESTION_WORDS = frozenset({
    "a", "about", "across", "against", "all", "an", "and", "any", "applies", "apply", "are", "as", "ask",
    "asks", "at", "be", "became", "because", "become", "been", "by", "can", "could", "council", "countries",
    "country", "current", "currently", "decide", "decides", "demand", "demands", "did", "do", "does",
    "ever", "find", "first", "for", "from", "give", "gives", "had", "has", "have", "how", "i", "in", "into",
    "is", "it", "its", "latest", "let", "may", "me", "measure", "measures", "mention", "mentions", "most",
    "must", "need", "needs", "newest", "no", "nor", "not", "now", "oblige", "obliges", "of", "on", "or",
    "our", "paragraph", "paragraphs", "provision", "provisions", "require", "required", "requirement",
    "requires", "requiring", "resolution", "resolutions", "run", "runs", "say", "says", "security", "shall",
    "should", "show", "state", "states", "still", "tell", "that", "the", "their", "them", "there", "these",
    "they", "this", "those", "to", "today", "un", "under", "unsc", "until", "up", "upon", "was", "we",
    "were", "what", "when", "where", "whether", "which", "while", "who", "whom", "whose", "why", "will",
    "with", "would", "you",
})  # fmt: skip
_FOUNDED = Expression(r"\b(?:tribunal|committee|commission)\b")  # a name of a body: *Hague tribunal*
_MISSIONS = "missions of "
_SOMEWHERE = frozenset({"place", "city", "event", "person", "group"})  # kinds of names
_MISSION = Expression(
    r"\b(?:mission|peacekeeping (?:mission|operation|force)|peacekeepers|blue (?:helmets|berets)"
    r"|u\.?n\.? (?:force|mission|troops|soldiers|observers|operation|presence))\b"
    r"|特派团|维和部队|维和行动|维持和平行动|维持和平部队|援助团|蓝盔部?队?|维和士兵|维和人员|维和团|维和任务"
    r"|联合国(?:部队|观察员|特派团|驻军)"
)
# Numbers of three figures and more may be a resolution's; not the 000 of *5,000*.
# nor the 370 of *MH370* or the 400 of *S-400*, nor the 1915 of *in 1915*.
_NUMBER = Expression(r"(?<![\d/])(?<!\d,)([1-9]\d{2,3})(?![\d/]|,\d{3})")
_OF_A_NAME = Expression(r"(?<!res)(?<!scr)[a-z]-?$")
# What a number counts or measures: *541 soldiers*, *100 metres*, *under 200 dollars*, 300人.
_COUNTED = Expression(
    r"\d[ -]?(?:metres?|meters?|kilomet(?:re|er)s?|km|miles?|acres?|hectares?|tons?|tonnes?|barrels?|kg"
    r"|dollars?|euros?|pounds?|yuan|usd|percent|per cent|million|billion|thousand|words|pages|years?|months?"
    r"|weeks?|days?|hours?|minutes?|soldiers?|troops|people|persons|men|police(?:men)?|officers|observers"
    r"|refugees|civilians|fighters|prisoners|hostages|victims|dead|deaths|killed|wounded|countries)\b"
    r"|\d[ ]?(?:%|多?(?:米|公里|英里|吨|桶|元|美元|欧元|万|亿|人|名|位|天|年|个|页|字|岁))"
)
# 一九六七年, 一九六〇年代: a year as Chinese texts write it.
_YEAR_ZH = Expression(r"(?:一[八九]|二[〇零○])[〇零○一二三四五六七八九]{2}(?=年)")
_FIGURES = str.maketrans("〇零○一二三四五六七八九", "000123456789")


@dataclass(frozen=True, slots=True)
class Question:
    """A question understood: its concepts, what it wishes to know, resolution numbers that it names.

    `mission` says that it speaks of a mission without naming one, `somewhere` that it names a country, or
    what belongs to one: a place, a people, a mission, an event. `words` are the terms that it is worded in,
    with what each tells. `place` is the paragraph that it names, `admission` says that it asks who became a
    member of the United Nations.
    """

    text: str
    concepts: tuple[Concept, ...]
    wishes: frozenset[Wish]
    numbers: frozenset[int]
    mission: bool
    somewhere: bool
    words: tuple[tuple[str, float], ...]
    place: Named | None = None
    admission: bool = False


def understand(text: str, apart: Set[str] = frozenset()) -> Question:
    """What `text`, in English or in Chinese of either script, asks for; names with an id of `apart` are read
    word by word. Raises `BadQueryError` where it is longer than any question.
    """
    if len(text) > _CHARACTERS:
        raise BadQueryError(f"the question has {len(text)} characters: ask in {_CHARACTERS} at most")
    text = _YEAR_ZH.sub(lambda year: year[0].translate(_FIGURES), text)
    place = place_in(text)
    text = _without(text, [place] if place else [])
    named = [*find_resolutions(text)]
    text = _regional(_without(text, named))
    whole = fold(text)
    ends = [*months.named(whole)]
    text = _without(text, ends)
    folded = fold(text)
    found = [*_english(text, folded, apart), *concepts_in(folded, apart)]
    if missions := [*_missions(folded, found)]:
        found = [concept for concept in found if not is_mission(concept.said)] + missions
    concepts: dict[str, Concept] = {}
    for concept in found:
        concepts.setdefault(concept.id or concept.wordings[0], _as_wish(concept))
    for one in ends:
        concepts.setdefault(one.concept.said, one.concept)
    if place:
        concepts[f"resolution {place.number}"] = _resolution(place.number)
    wished = frozenset(wishes(whole))
    numbers = frozenset(
        {
            int(match[1])
            for match in _NUMBER.finditer(folded)
            if not (
                _is_year(match, folded)
                or _OF_A_NAME.search(folded, 0, match.start())
                or _COUNTED.match(folded, match.end() - 1)
            )
        }
        | {one.number for one in named}
        | ({place.number} if place else set())
    )
    for number in sorted(numbers - {n for concept in concepts.values() for n in concept.numbers}):
        concepts.setdefault(f"resolution {number}", _resolution(number))
    for year in years(folded).union(one.adopted for one in ends if one.adopted):
        concepts.setdefault(f"year {year}", Concept("year", str(year), (str(year),)))
    if not wished and _is_a_body(concepts.values()):
        wished = frozenset[Wish]({"establish"})
    mission = any(concept.id.startswith(_MISSIONS) for concept in concepts.values())
    somewhere = any(_is_somewhere(concept) for concept in concepts.values())
    return Question(
        text,
        _telling(concepts.values()),
        wished,
        numbers,
        mission,
        somewhere,
        tuple(words(text)),
        place,
        ADMISSION.search(whole) is not None,
    )


def words(text: str) -> Iterator[tuple[str, float]]:
    """The terms of a question that say what it is about, with what each tells."""
    for term in dict.fromkeys(terms(text)):
        if len(term) > 1 and term not in STOP_WORDS | _QUESTION_WORDS and not _is_digits_of_year(term):
            yield term, _PLAIN if term in glossary.plain() else 1.0


def _telling(concepts: Iterable[Concept]) -> tuple[Concept, ...]:
    """The concepts looked for: of a whole page names, and what our vocabulary has, before words."""
    found = tuple(concepts)
    if len(found) <= _MOST:
        return found
    first = heapq.nsmallest(_MOST, enumerate(found), key=lambda pair: (_FIRST.get(pair[1].kind, 1), pair[0]))
    return tuple(concept for _, concept in sorted(first, key=lambda pair: pair[0]))


def _is_somewhere(concept: Concept) -> bool:
    if concept.kind in ("country", "resolution") or concept.id.split(" ")[0] in _SOMEWHERE:
        return True
    if concept.kind == "actor":
        return lexicon.actors()[concept.id].terms_en[0][0].isupper()  # Houthis, not armed groups
    body = lexicon.bodies().get(concept.id) if concept.kind == "body" else None
    if body:
        return body.kind == "mission"
    return concept.kind == "name" and any(lexicon.match_countries(wording) for wording in concept.wordings)


def _is_a_body(concepts: Iterable[Concept]) -> bool:
    """Who names a body and nothing else (*UNDOF*, *Yugoslavia tribunal*) is shown first what founded it."""
    telling = [concept for concept in concepts if concept.kind != "plain"]
    if len(telling) != 1:
        return False
    (one,) = telling
    return one.kind == "body" or (one.kind == "name" and any(map(_FOUNDED.search, one.wordings)))


def _regional(text: str) -> str:
    """A text in traditional characters in the words of the mainland, unless these say less to us: 網路 is
    网络, but 執行局 is no 运行局.
    """
    if text.isascii():
        return text
    from mandex.index.text.chinese import regional  # noqa: PLC0415 - only questions in Chinese need it

    mainland = regional(text)
    return text if _known_part(fold(text)) > _known_part(fold(mainland)) else mainland


def _known_part(folded: str) -> int:
    """How many characters of a text are words of the vocabulary."""
    rest = folded
    for wording in sorted(chinese(folded), key=len, reverse=True):
        rest = rest.replace(wording, "")
    return len(folded) - len(rest)


def _resolution(number: int) -> Concept:
    """A resolution that the question names: its own paragraphs and those that cite it are meant."""
    return Concept("resolution", str(number), (f"{number} (",), numbers=frozenset({number}))


def _without(text: str, named: Iterable[Spelled | months.Month | Named]) -> str:
    """The text with blanks for the resolutions or months that it names: their year and their word are no
    concepts.
    """
    for one in named:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def _as_wish(concept: Concept) -> Concept:
    """*Ended* in a question wishes for an end: the word itself need not stand in the answer."""
    if concept.kind in ("word", "term") and any(wishes(concept.said, whole=True)):
        return replace(concept, kind="wish")
    return concept


def is_mission(said: str) -> bool:
    """Whether words stand for a mission without naming one: *blue helmets*, 维和部队."""
    return _MISSION.fullmatch(said) is not None


def _missions(folded: str, found: Iterable[Concept]) -> Iterator[Concept]:
    """*The mission in Mali* names no mission: all those are meant whose names name the country."""
    said = _MISSION.search(folded)
    if not said or any(concept.kind == "body" for concept in found):
        return
    for country in (concept for concept in found if concept.kind == "country"):
        wordings, numbers = known_missions(country.id)
        if wordings:
            first = numbers[0] if numbers else 0
            id_ = f"{_MISSIONS}{country.id}"
            yield Concept("body", said[0], wordings, id_, "", frozenset(numbers), first)


def _is_year(match: re.Match[str], text: str) -> bool:
    """`(2001)`, `in 2020`, 2020年: a year, not a resolution's number."""
    if 1800 <= int(match[1]) <= 1945:  # years too, though no resolution is of them
        return bool(re.search(r"\bin $", text[: match.start()])) or text[match.end() :].startswith("年")
    if not 1945 < int(match[1]) < 2100:
        return False
    around = text[max(0, match.start() - 3) : match.end() + 1]
    before = text[max(0, match.start() - _NEAR) : match.start()]
    return bool(re.search(r"\(\d{4}\)|\bin \d{4}|年$|^\d{4}$", around)) or not re.search(
        r"resolution\s*$|第$|scr\s*$|s/res/$", before
    )


def _english(text: str, folded: str, apart: Set[str]) -> Iterator[Concept]:
    words = [token for token in tokens(text) if not is_chinese(token.term)]
    found = english((folded[token.start : token.end], token.term) for token in words)
    at, topic, topic_ends = 0, "", 0
    while at < len(words):
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            entries = found.get(tuple(token.term for token in words[at : at + size]))
            if size > 1 and apart:
                entries = [entry for entry in entries or () if entry.id not in apart]
            if not entries or (size == 1 and _is_other_word(text, words[at], entries)):
                continue
            if size > 1 and all(entry.kind == "topic" for entry in entries):
                # A phrase that only classes its words: they are looked for one by one, under its topic.
                topic, topic_ends = topic or entries[0].id, max(topic_ends, at + size)
                continue
            said = folded[words[at].start : words[at + size - 1].end]
            yield from concepts_of(said, entries, topic if at < topic_ends else "")
            at += size
            break
        else:
            yield from _word(words[at], folded, topic if at < topic_ends else "")
            at += 1
        if at >= topic_ends:
            topic = ""


def _is_other_word(text: str, token: Token, entries: Iterable[Entry]) -> bool:
    """*who* asks; only WHO, in capitals, is the organization. *using* has the stem of *US*, and is not it."""
    said = text[token.start : token.end]
    if said.lower() in _QUESTION_WORDS and not (said.isupper() and len(said) > 1):
        return True
    common = said.lower() in glossary.plain()
    short = len(token.term) < _SHORTEST_STEM and said.lower() != token.term
    return (common or short) and not any(said.lower() == w.lower() for entry in entries for w in entry.asked)


def _word(token: Token, folded: str, topic: str) -> Iterator[Concept]:
    said = folded[token.start : token.end]
    if said not in _QUESTION_WORDS and len(said) > 1 and not _is_digits_of_year(said):
        yield Concept("plain" if said in glossary.plain() else "word", said, (said,), topic=topic)


def _is_digits_of_year(said: str) -> bool:
    return said.isdigit() and len(said) == 4
