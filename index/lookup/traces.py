"""Where the concepts of a question are found: paragraphs that speak of each, and the documents about it."""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import cast

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import HAN, fold, is_chinese
from mandex.corpus.opening import has
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index.engines import And, Engine, Filter, Mark, Node, Or, Phrase, marks
from mandex.index.lookup.concepts import Concept
from mandex.index.lookup.vocabulary import Kind
from mandex.index.search.occasions import filed_under, known_by
from mandex.index.search.topics import demanding
from mandex.index.text.stems import beginnings, stem
from mandex.index.text.terms import terms

# How much a concept weighs beside its rarity. A country tells which regime is meant, and half of the
# paragraphs of that regime do not repeat it; a pair of characters may be parts of two words.
_WEIGHT: Mapping[Kind, float] = {
    "country": 0.8, "body": 1.0, "actor": 1.0, "term": 1.1, "topic": 1.0, "word": 0.8, "pair": 0.35,
    "wish": 0.3, "name": 1.1, "resolution": 1.0, "plain": 0.2, "piece": 0.8, "year": 0.5,
    "month": 0.8,
}  # fmt: skip
_UNKNOWN = 20  # paragraphs: what none has counts as a rare word that is not met
_FEW_OCCASIONS = 40  # resolutions: what so few are known by tells them apart
_COMMON = 0.2  # of all paragraphs: a concept more frequent than this leads to no candidates by itself


@dataclass(frozen=True, slots=True)
class Traces:
    """A concept's traces in the base: paragraphs that word it (`said`), paragraphs of its topic (`classed`),
    how many of each document's paragraphs word it, and its weight, the rarer the higher. `numbers` are those
    in the names of a body: the *1540 Committee* is the business of resolution 1540. `occasions` are those
    that the world knows by it, `filed` the paragraphs (number, label) that it calls so.
    """

    concept: Concept
    said: frozenset[int]
    classed: frozenset[int]
    documents: Mapping[int, int]
    weight: float
    pattern: Expression
    leads: bool
    numbers: frozenset[int]
    occasions: frozenset[int] = frozenset()
    filed: frozenset[tuple[int, str]] = frozenset()
    _titles: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)

    def names(self, title: str) -> bool:
        """Whether a title or an agenda item (folded) words it; each is read once."""
        if title not in self._titles:
            self._titles[title] = bool(self.pattern.search(title))
        return self._titles[title]

    @property
    def tells(self) -> float:
        """How well the occasions tell resolutions apart, from 0 to 1: a word that many have tells little."""
        return min(1.0, _FEW_OCCASIONS / len(self.occasions)) if self.occasions else 0.0

    @property
    def known(self) -> bool:
        """Whether the base has it at all."""
        return bool(self.said or self.classed or self.numbers or self.occasions or self.filed)


_SHELF = "shelf"  # kept with the store
_COUNTED = "SELECT min(id), doc, count(*) FROM paragraphs GROUP BY doc ORDER BY 1"


def _kept(store: Store) -> str:
    """The query for the extents of documents, if those of all are kept; empty where they must be counted."""
    db = store.connection
    if not has(db, "extents"):
        return ""
    kept, held = db.execute(
        "SELECT (SELECT count(*) FROM extents), (SELECT count(*) FROM documents)"
    ).fetchone()
    return "SELECT first, doc, size FROM extents ORDER BY first" if kept == held else ""


class Shelf:
    """Which paragraphs are whose: those of a document have consecutive row numbers, in order."""

    def __init__(self, store: Store) -> None:
        rows = store.connection.execute(_kept(store) or _COUNTED)
        self._starts: list[int] = []
        self._docs: list[int] = []
        self._start_of: dict[int, int] = {}
        self.sizes: dict[int, int] = {}
        for start, doc, count in rows:
            self._starts.append(start)
            self._docs.append(doc)
            self._start_of[doc] = start
            self.sizes[doc] = count
        self.paragraphs = sum(self.sizes.values())

    def document(self, paragraph: int) -> int:
        """The document that a paragraph belongs to."""
        return self._docs[bisect_right(self._starts, paragraph) - 1]

    def paragraph(self, doc: int, seq: int) -> int:
        """The row number of a document's paragraph `seq`."""
        return self._start_of[doc] + seq - 1


def shelf_of(store: Store) -> Shelf:
    """The shelf of a base, arranged once between two writes."""
    revision = store.revision()
    known, shelf = store.kept.get(_SHELF, (None, None))
    if known != revision:
        shelf = Shelf(store)
        store.kept[_SHELF] = revision, shelf
    return cast(Shelf, shelf)


def trace(store: Store, engine: Engine, shelf: Shelf, concepts: Iterable[Concept]) -> list[Traces]:
    """The traces of every concept; those that the base knows nothing of have none, and stay unmet."""
    found = []
    for concept in concepts:
        longer = _longer(concept)
        said = engine.matching(_node(concept))
        if longer:
            said -= _of_others(store, engine, concept.id, longer, said)
        classed = _of_topic(store, concept.topic, shelf) - said if concept.topic else set()
        empty = concept.kind in ("wish", "plain")
        worded = [] if empty else cuts(concept.wordings)
        names = cuts(longer)
        occasions = known_by(store.connection, worded, names)
        filed = filed_under(store.connection, worded, names)
        if not (said or occasions or filed) and (empty or concept.kind in ("pair", "piece")):
            continue  # a way of asking, or two characters of which no text makes a word
        count = len(said) or len(classed) or _UNKNOWN
        weight = _WEIGHT[concept.kind] * math.log(1 + shelf.paragraphs / count)
        documents = Counter(map(shelf.document, said))
        common = len(said) >= _COMMON * shelf.paragraphs and shelf.paragraphs >= 1000
        leads = concept.kind not in ("plain", "year") and not common
        found.append(
            Traces(
                concept, frozenset(said), frozenset(classed), documents, weight,
                pattern(concept.wordings, longer), leads, _numbers(concept), occasions, filed,
            )
        )  # fmt: skip
    return found


def _longer(concept: Concept) -> tuple[str, ...]:
    """Names of other countries in which a country's name stands, but for those that it is asked by too:
    *Congo* asks for both of them.
    """
    if concept.kind != "country":
        return ()
    return tuple(name for name in lexicon.longer_names(concept.id) if fold(name) not in concept.wordings)


def leading_nowhere(store: Store, traces: Iterable[Traces]) -> frozenset[str]:
    """The ids of names that no text has, of resolutions that are not held: their words may lead further."""
    names = {
        one.concept.id: one.numbers
        for one in traces
        if one.concept.kind == "name" and not (one.said or one.classed or one.occasions or one.filed)
    }
    held = "SELECT 1 FROM documents WHERE number IN (SELECT value FROM json_each(?))"
    return frozenset(
        name
        for name, numbers in names.items()
        if not store.connection.execute(held, (json.dumps(list(numbers)),)).fetchone()
    )


def _of_others(store: Store, engine: Engine, country: str, longer: Iterable[str], said: set[int]) -> set[int]:
    """Those of the paragraphs that name another country, whose name holds this one's, and not this one."""
    held = said & engine.matching(phrases(longer))
    rows = store.connection.execute(
        "SELECT p.id FROM json_each(?) AS held JOIN paragraphs AS p ON p.id = held.value"
        " WHERE EXISTS (SELECT 1 FROM entities AS e WHERE e.doc = p.doc AND e.seq = p.seq"
        " AND e.kind = 'country' AND e.entity = ?)",
        (json.dumps(list(held)), country),
    )
    return held - {id_ for (id_,) in rows}


def _node(concept: Concept) -> Node:
    """Paragraphs that word a concept; of a resolution its own and those that cite it."""
    if concept.kind == "resolution":
        symbols = [f"S/RES/{number}" for number in concept.numbers]
        return Or(tuple(Mark(name(symbol)) for symbol in symbols for name in (marks.own, marks.cites)))
    if concept.kind == "year":
        return And((Filter("year", "is", (int(concept.said),)),))
    return phrases(concept.wordings)


_COMMITTEE = Expression("committee|委员会")  # *1540 Committee*, but not *Congo operation 1960*


def _numbers(concept: Concept) -> frozenset[int]:
    if concept.kind != "body":
        return concept.numbers
    committees = (wording for wording in concept.wordings if _COMMITTEE.search(wording))
    return concept.numbers | {int(number) for one in committees for number in re.findall(r"\d{3,4}", one)}


def phrases(wordings: Iterable[str]) -> Node:
    """Any of the wordings, as an engine finds them."""
    return Or(tuple(map(Phrase, cuts(wordings))))


def cuts(wordings: Iterable[str]) -> set[tuple[str, ...]]:
    """The terms of each wording that can be looked for."""
    return {cut for wording in wordings if (cut := _cut(wording))}


def _cut(wording: str) -> tuple[str, ...]:
    """A wording's terms. Inside a text the last Chinese character begins another pair than at its end."""
    if "…" in wording:
        return ()
    cut = terms(wording)
    if is_chinese(wording) and len(cut) > 1 and len(cut[-1]) == 1:
        cut.pop()
    return tuple(cut)


def _of_topic(store: Store, topic: str, shelf: Shelf) -> set[int]:
    return {shelf.paragraph(doc, seq) for doc, seq in demanding(store.connection, topic)}


def pattern(wordings: Iterable[str], longer: Iterable[str] = ()) -> Expression:
    """Finds where in folded text a wording stands, English in any inflection, but not as a part of what is
    `longer`.
    """
    others = [fold(name) for name in longer]
    parts = []
    for wording in wordings:
        before, after = _around(wording, others)
        if re.search(f"[{HAN}]", wording):
            parts.append(before + re.escape(wording) + after)
        else:
            words = (_inflected(word) for word in re.findall(r"[^\W_]+", wording))
            parts.append(before + r"\b" + r"[\W_]+".join(words) + after)
    return Expression("|".join(sorted(parts, key=len, reverse=True)))


def _around(wording: str, longer: Iterable[str]) -> tuple[str, str]:
    """What must not stand before a wording or after it: 索 before 马里, *-bissau* after *guinea*."""
    before, after = set(), set()
    for name in longer:
        first, found, last = name.partition(fold(wording))
        if found and first:
            before.add(f"(?<!{re.escape(first)})")
        elif found:
            after.add(f"(?!{re.escape(last)})")
    return "".join(sorted(before)), "".join(sorted(after))


# What inflection may add to a stem: *ban* bans, banned; *charg* charge, charging; *armi* army, armies.
_ENDINGS = r"(?:e|es|s|d|ed|ing|er|ers|[bdgklmnprtv](?:ed|ing|er|ers))?(?:['’]s?)?\b"
_ENDINGS_Y = r"(?:y|ies|ied|ying|ier)(?:['’]s?)?\b"


def _inflected(word: str) -> str:
    """The inflections of a word, in British and American spelling: *criminalize* takes *criminalised* but
    not *criminal*, *internet* not *international*.
    """
    term = stem(word)
    if len(term) < _SHORTEST or not term.isalpha():
        return re.escape(word) + r"\b"
    root = term[:-1] if term[-1] in "iy" else term.removesuffix("e")
    root = re.sub("iz(?=$|at)", "i[sz]", root)
    root = re.sub("(?<=[a-z]{2})or$", "ou?r", root)
    endings = _ENDINGS_Y if term[-1] in "iy" else _ENDINGS
    others = [other for other in beginnings(term) if len(other) > 2 and not root.startswith(other[:3])]
    return rf"(?:{'|'.join([root + endings, *(re.escape(other) + _ENDINGS for other in others)])})"


_SHORTEST = 3  # letters of a stem that is inflected
