"""What a question asks for: the things it speaks of, in every wording of both languages, and what it wishes.

*Which resolution requires passenger name records?* and 哪项决议要求收集旅客姓名记录？ come out the same: one
concept with its English and Chinese wordings. Question words fall away; what no vocabulary knows is kept word
by word, or pair of characters by pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from mandex.corpus import glossary, lexicon
from mandex.corpus.acts import pattern
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import HAN, fold, is_chinese
from mandex.corpus.spellings import Spelled, find_resolutions
from mandex.index.text.terms import Token, terms, tokens

Kind = Literal[
    "country", "body", "actor", "term", "topic", "word", "pair", "wish", "name", "resolution", "plain"
]
Wish = Literal["establish", "end", "latest", "who"]

_SHORTEST_STEM = 4  # letters; words with shorter stems are told apart by their letters
_LONGEST = 8  # words in a phrase of the vocabulary

# Entries so broad that naming them tells nothing: almost every paragraph addresses States or the Council.
_BROAD = frozenset({
    "all-states", "member-states", "states", "states-concerned", "international-community",
    "security-council", "united-nations-system", "parties", "national-authorities", "committee",
    "secretariat", "regional-organizations", "international-organizations", "remain-seized",
})  # fmt: skip
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
# Folded text has 幺 for 么.
_ASKING_ZH = Expression(
    r"哪一?[项个份条些]?(?:安理会|安全理事会)?的?决议|安理会|安全理事会|是?[由谁]{1,2}(?=[任负设要必应来向])"
    r"|什[么幺]时候|什[么幺]|何时|多久|如何|怎样|怎[么幺]样?|为何|为什[么幺]|哪[些个项里]|是否|有没有|有关|关于|对于"
    r"|获得|得到|可以|能够|能否|能不能|进行|时候|情况|哪一?年|哪里|怎[么幺]办|一个|一些|这个|那个|其他|他们|我们|它们"
    r"|如果|但是|因为|所以|没有|还是|已经|曾经|是不是|多少|起来|什[么幺]样|通过|给予|方面|介绍|内容"
    r"|必须|应当|应该|规定|要求|需要|决议|条款|目前|现行|当前|现在|最新|请问|中的|之间|以及|问题"
    r"|[谁哪何的了是吗呢吧到须对将与和及在因从为以之有不应被把向于其需所请]"
)
_RUN = Expression(rf"[\d{HAN}]*[{HAN}][\d{HAN}]*")
_FOUNDED = Expression(r"\b(?:tribunal|committee|commission)\b")  # a name of a body: *Hague tribunal*
_MISSIONS = "missions of "
_MISSION = Expression(
    r"\b(?:mission|peacekeeping (?:mission|operation|force)|peacekeepers|un force|blue helmets)\b"
    r"|特派团|维和部队|维和行动|维持和平行动|维持和平部队|援助团"
)
# Two-digit and longer numbers may be a resolution's; what follows tells a committee's from a resolution's.
_NUMBER = Expression(r"(?<![\d/])(\d{3,4})(?![\d/])")

_NOW = Expression(
    r"\b(?:current\w*|now|today|still|latest|newest|most recent|in force|until when|how long"
    r"|when does .{0,60}(?:end|expire|run)|mandates?)\b"
    r"|目前|现行|现在|当前|最新|至今|什[么幺]时候|何时|到期|任务期限|现任期"
)
_WISHES: tuple[tuple[Wish, tuple[Expression, ...]], ...] = (
    ("establish", (pattern(("establishes",), "verbs", "nouns", "asked"),)),
    ("end", (pattern(("ends", "lifts"), "verbs", "nouns", "asked"),)),
    ("latest", (_NOW, pattern(("extends",), "verbs", "nouns", "asked"))),
    ("who", (Expression(r"^\W*who(?:m|se)?\b|谁|何人|哪个机构"),)),
)


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing the question speaks of: as `said`, and all its `wordings` (folded).

    `id` is its entry in the lexicon, if it has one; `topic` the topic of measures that it belongs to;
    `numbers` are the resolutions known by that name, or named themselves.
    """

    kind: Kind
    said: str
    wordings: tuple[str, ...]
    id: str = ""
    topic: str = ""
    numbers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Question:
    """A question understood: its concepts, what it wishes to know, resolution numbers that it names.

    `mission` says that it speaks of a mission without naming one.
    """

    text: str
    concepts: tuple[Concept, ...]
    wishes: frozenset[Wish]
    numbers: frozenset[int]
    mission: bool


@dataclass(frozen=True, slots=True)
class _Wording:
    """An entry of a vocabulary under one of its wordings."""

    kind: Kind
    id: str
    wordings: tuple[str, ...]
    numbers: frozenset[int] = frozenset()


def understand(text: str) -> Question:
    """What `text`, in English or in Chinese of either script, asks for."""
    named = [*find_resolutions(text)]
    text = _regional(_without(text, named))
    folded = fold(text)
    found = [*_english(text, folded), *_chinese(folded)]
    found += _missions(folded, found)
    concepts: dict[str, Concept] = {}
    for concept in found:
        concepts.setdefault(concept.id or concept.wordings[0], _as_wish(concept))
    wishes = frozenset(_wishes(folded))
    numbers = frozenset(
        {int(match[1]) for match in _NUMBER.finditer(folded) if not _is_year(match, folded)}
        | {one.number for one in named}
    )
    for number in sorted(numbers - {n for concept in concepts.values() for n in concept.numbers}):
        concepts.setdefault(f"resolution {number}", _resolution(number))
    if not wishes and _is_a_body(concepts.values()):
        wishes = frozenset[Wish]({"establish"})
    mission = any(concept.id.startswith(_MISSIONS) for concept in concepts.values())
    return Question(text, tuple(concepts.values()), wishes, numbers, mission)


def _is_a_body(concepts: Iterable[Concept]) -> bool:
    """Who names a body and nothing else (*UNDOF*, *Yugoslavia tribunal*) is shown first what founded it."""
    telling = [concept for concept in concepts if concept.kind != "plain"]
    if len(telling) != 1:
        return False
    (one,) = telling
    return one.kind == "body" or (one.kind == "name" and any(map(_FOUNDED.search, one.wordings)))


def _regional(text: str) -> str:
    if text.isascii():
        return text
    from mandex.index.text.chinese import regional  # noqa: PLC0415 - only questions in Chinese need it

    return regional(text)


def _resolution(number: int) -> Concept:
    """A resolution that the question names: its own paragraphs and those that cite it are meant."""
    return Concept("resolution", str(number), (f"{number} (",), numbers=frozenset({number}))


def _without(text: str, named: Iterable[Spelled]) -> str:
    """The text with blanks for the resolutions that it names: their year and their word are no concepts."""
    for one in named:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def _wishes(folded: str, *, whole: bool = False) -> Iterator[Wish]:
    """What a text wishes for; with `whole`, where it says nothing else."""
    for wish, ways in _WISHES:
        if any(way.fullmatch(folded) if whole else way.search(folded) for way in ways):
            yield wish


def _as_wish(concept: Concept) -> Concept:
    """*Ended* in a question wishes for an end: the word itself need not stand in the answer."""
    if concept.kind in ("word", "term") and any(_wishes(concept.said, whole=True)):
        return replace(concept, kind="wish")
    return concept


def _missions(folded: str, found: Iterable[Concept]) -> Iterator[Concept]:
    """*The mission in Mali* names no mission: all those are meant whose names name the country."""
    said = _MISSION.search(folded)
    if not said or any(concept.kind == "body" for concept in found):
        return
    for country in (concept for concept in found if concept.kind == "country"):
        meant = [lexicon.bodies()[id_] for id_ in missions_of(country.id)]
        if meant:
            wordings = (fold(term) for body in meant for term in (*body.terms_en, *body.terms_zh))
            yield Concept("body", said[0], tuple(dict.fromkeys(wordings)), f"{_MISSIONS}{country.id}")


def missions_of(country: str) -> list[str]:
    """The missions whose names name a country, by their ids."""
    name = lexicon.countries()[country].label_en
    bodies = lexicon.bodies().values()
    return [body.id for body in bodies if body.kind == "mission" and _names(body, name)]


def _names(body: lexicon.Entry, country: str) -> bool:
    return any(term.endswith(country) or f"{country} " in term for term in body.terms_en)


def _is_year(match: re.Match[str], text: str) -> bool:
    """`(2001)`, `in 2020`, 2020年: a year, not a resolution's number."""
    if not 1945 < int(match[1]) < 2100:
        return False
    around = text[max(0, match.start() - 3) : match.end() + 1]
    return bool(re.search(r"\(\d{4}\)|\bin \d{4}|年$|^\d{4}$", around)) or not re.search(
        r"resolution\s*$|第$|scr\s*$|s/res/$", text[: match.start()]
    )


def _english(text: str, folded: str) -> Iterator[Concept]:
    words = [token for token in tokens(text) if not is_chinese(token.term)]
    table = _table([folded[token.start : token.end] for token in words])
    at, topic, topic_ends = 0, "", 0
    while at < len(words):
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            entries = table.get(tuple(token.term for token in words[at : at + size]))
            if not entries or (size == 1 and _is_other_word(text, words[at], entries)):
                continue
            if size > 1 and all(entry.kind == "topic" for entry in entries):
                # A phrase that only classes its words: they are looked for one by one, under its topic.
                topic, topic_ends = topic or entries[0].id, max(topic_ends, at + size)
                continue
            said = folded[words[at].start : words[at + size - 1].end]
            yield from _concept(said, entries, topic if at < topic_ends else "")
            at += size
            break
        else:
            yield from _word(words[at], folded, topic if at < topic_ends else "")
            at += 1
        if at >= topic_ends:
            topic = ""


def _is_other_word(text: str, token: Token, entries: Iterable[_Wording]) -> bool:
    """*who* asks; only WHO, in capitals, is the organization. *using* has the stem of *US*, and is not it."""
    said = text[token.start : token.end]
    if said.lower() in _QUESTION_WORDS and not (said.isupper() and len(said) > 1):
        return True
    common = said.lower() in glossary.plain()
    short = len(token.term) < _SHORTEST_STEM and said.lower() != token.term
    return (common or short) and not any(
        said.lower() == w.lower() for entry in entries for w in entry.wordings
    )


def _word(token: Token, folded: str, topic: str) -> Iterator[Concept]:
    said = folded[token.start : token.end]
    if said not in _QUESTION_WORDS and len(said) > 1 and not _is_digits_of_year(said):
        yield Concept("plain" if said in glossary.plain() else "word", said, (said,), topic=topic)


def _is_digits_of_year(said: str) -> bool:
    return said.isdigit() and len(said) == 4


def _table(said: list[str]) -> dict[tuple[str, ...], list[_Wording]]:
    """English wordings that may stand in the question, by their terms: they begin as one of its words."""
    begins = {word[:2] for word in said}
    table: dict[tuple[str, ...], list[_Wording]] = {}
    for entry in _vocabulary():
        if entry.kind == "word":
            continue
        for wording in entry.wordings:
            if wording[:2].lower() not in begins:
                continue
            key = tuple(terms(wording))
            if entry not in (entries := table.setdefault(key, [])):
                entries.append(entry)
    return table


def _vocabulary() -> Iterator[_Wording]:
    """Every entry of every vocabulary; what names a thing exactly comes before what only belongs to it."""
    names: tuple[tuple[Kind, Mapping[str, lexicon.Entry]], ...] = (
        ("country", lexicon.countries()), ("body", lexicon.bodies()), ("actor", lexicon.actors()),
    )  # fmt: skip
    for kind, table in names:
        for entry in table.values():
            yield _Wording(kind, entry.id, (*entry.terms_en, *entry.terms_zh))
    for name in glossary.names():
        yield _Wording("term" if name.kind == "word" else "name", name.id, name.wordings, name.numbers)
    for term in glossary.terms():
        yield _Wording("term", "", (*term.en, *term.zh))
    for pair in glossary.mined():
        yield _Wording("word", "", (*pair.en, *pair.zh))
    for topic in lexicon.topics().values():
        yield _Wording("topic", topic.id, (*topic.terms_en, *topic.terms_zh))


def _concept(said: str, entries: Iterable[_Wording], topic: str = "") -> Iterator[Concept]:
    """One concept of all the entries that share a wording: the first names it, a topic only classes it."""
    entries = list(entries)
    topic = next((entry.id for entry in entries if entry.kind == "topic"), topic)
    names = [entry for entry in entries if entry.kind not in ("topic", "word")]
    names = names or [entry for entry in entries if entry.kind == "word"]
    if not names:
        if topic not in _BROAD:
            yield Concept("topic", said, (said,), "", topic)
        return
    if any(entry.id in _BROAD for entry in names):
        return
    wordings = dict.fromkeys([said, *(fold(wording) for entry in names for wording in entry.wordings)])
    numbers = frozenset(number for entry in names for number in entry.numbers)
    yield Concept(names[0].kind, said, tuple(wordings), names[0].id, topic, numbers)


def _chinese(folded: str) -> Iterator[Concept]:
    runs = _RUN.findall(folded)
    if not runs:
        return
    table: dict[str, list[_Wording]] = {}
    begins = set(folded)
    for entry in _vocabulary():
        for wording in entry.wordings:
            if wording[:1] not in begins or wording.isascii() or _ASKING_ZH.fullmatch(wording):
                continue
            if fold(wording) in folded:
                table.setdefault(fold(wording), []).append(entry)
    longest = sorted((wording for wording in table if len(wording) > 1), key=len, reverse=True)
    for run in runs:
        rest = run
        for wording in longest:
            if wording in rest:
                yield from map(_as_plain, _concept(wording, table[wording]))
                rest = rest.replace(wording, " ")
        for piece in _ASKING_ZH.sub(" ", rest).split():
            yield from _unknown_chinese(piece)


def _as_plain(concept: Concept) -> Concept:
    """处理 says nothing even where some text has it for *punish*."""
    return replace(concept, kind="plain") if concept.said in glossary.plain() else concept


def _unknown_chinese(piece: str) -> Iterator[Concept]:
    """What no vocabulary of ours has: words of the dictionary, and pairs of characters where it has none."""
    if len(piece) < 2 or piece.isdigit():
        return
    from mandex.index.text.chinese import glosses, words  # noqa: PLC0415 - few questions need it

    for word in words(piece):
        if word in glossary.plain():
            yield Concept("plain", word, (word,))
            continue
        found = glosses(word)
        yield Concept("word", word, (word, *found))
        if not found:
            pairs = (word[start : start + 2] for start in range(len(word) - 1))
            yield from (
                Concept("pair", pair, (pair,)) for pair in pairs if not pair.isdigit() and pair != word
            )
