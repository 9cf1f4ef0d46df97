"""Which documents a question in many words is about.

Paragraphs that share words with it nominate documents; each nominee is then judged by its profile. What
counts, and how much, was fitted by logistic regression to half of the titles under which the Dag Hammarskjöld
Library catalogues the Council's resolutions and checked on the other half (`benchmarks/ranking.py`), with the
titles themselves withheld. Where a source does carry its catalogue title, a question that repeats it has
found it: the weight of the title is set above all others.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from heapq import heappop, heappush, nlargest
from itertools import islice
from operator import attrgetter, mul

from mandex.corpus.dates import find_dates, find_periods
from mandex.corpus.expressions import Expression
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index.engines import And, Engine, Filter, Mark, Node, Or, Phrase, Scored, marks
from mandex.index.search import profiles
from mandex.index.search.profiles import Profile, Words
from mandex.index.text.synonyms import action, named, same
from mandex.index.text.terms import STOP_WORDS, terms, tokens

_NOMINATING = 1000  # paragraphs that nominate
_NOMINATED = 150  # documents judged
_TITLED = 80  # documents judged because their titles share most with the question
_RESOLUTION = Expression(r"(?<![\d/])(\d{3,4}) ?\((?:19|20)\d\d\)")
FORMULAIC = frozenset({"un", "unit", "nation", "para", "secur", "council", "resolut", "until", "till"})
_TELLING = 100  # words of a question; those that most paragraphs have tell nothing beside so many
_HEAD = 14  # terms at the beginning of a decision, where it says what it does to what
_ACTION = 8  # terms among which its action is
_ROUNDING = 1e-6  # by which a score may differ that is added up in another order
_Place = tuple[float, int, int]  # the score of a paragraph, its order among equals, its row number
_CONCERNS = 0.6  # share, of the best decision's, that makes a decision one about what is asked


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one document, each between 0 and 1 unless said otherwise."""

    words: float  # score of its best paragraphs
    decision: float  # share of the question in its best decision
    first: float  # in its first decision
    opening: float  # in its opening paragraphs
    agenda: float  # in its agenda item
    anywhere: float  # in all of these together: another half in each decision is all of it
    title: float  # how far its title and the question are one
    date: float  # dates of the question in its decisions
    until: float  # as the end of something
    other_date: float  # elsewhere
    undated: float  # -1 where the question has no date and the document sets an end
    period: float  # lengths of time
    cited: float  # resolutions of the question in its decisions
    action: float  # actions of the question in decisions that concern it
    other_action: float  # -1/3 for each action that the question does not speak of
    resolution: float  # 1 for a resolution
    length: float  # logarithm of its number of terms


WEIGHTS = Evidence(
    words=0.09, decision=1.6, first=1.5, opening=1.7, agenda=6.4, anywhere=5.0, title=45.0, date=8.9,
    until=4.0, other_date=3.0, undated=1.5, period=8.3, cited=1.4, action=1.8, other_action=1.4,
    resolution=2.3, length=-0.8,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """Terms that say the same, phrases that do, and how much they tell: the rarer, the more."""

    terms: frozenset[str]
    phrases: tuple[Words, ...]
    weight: float


class Gist:
    """What a question asks for, in the terms of profiles."""

    def __init__(
        self, wording: Words, typed: frozenset[str], groups: Sequence[Group], actions: frozenset[str],
        dates: frozenset[str], periods: frozenset[str], cited: frozenset[str],
    ) -> None:  # fmt: skip
        self.wording = wording
        self.typed = typed
        self.groups = groups
        self.actions = actions
        self.dates = dates
        self.periods = periods
        self.cited = cited
        self._of_term = {term: (at, group.weight) for at, group in enumerate(groups) for term in group.terms}
        self._terms = frozenset(self._of_term)
        self._total = sum(group.weight for group in groups) or 1.0
        self._subject = frozenset(term for term in self._terms if not action(term))

    def share(self, words: Words) -> float:
        """How much of the question's weight the words cover."""
        return self.part(self.met(words))

    def met(self, words: Iterable[str]) -> frozenset[str]:
        """The terms asked for, or that say the same, among the words."""
        return self._terms.intersection(words)

    def part(self, met: frozenset[str]) -> float:
        """How much of the question's weight has been met."""
        return self._weight(met) / self._total

    def density(self, words: Words) -> float:
        """Which part of the words, leaving out stop words and formulas, the question has.

        A word that only says the same counts half: *renewal* is not quite *extension*.
        """
        telling = {word for word in words if word not in STOP_WORDS and word not in FORMULAIC}
        had = len(telling & self.typed) + len(telling & self._terms)
        return had / 2 / len(telling) if telling else 0.0

    def concern(self, words: Words) -> float:
        """The weight that the words cover of what is asked about, leaving out what is done to it."""
        return self._weight(self._subject.intersection(words))

    def _weight(self, found: frozenset[str]) -> float:
        if not found:  # as in most decisions
            return 0.0
        groups = dict(map(self._of_term.__getitem__, found))
        return sum(groups.values())

    def terms(self) -> frozenset[str]:
        """All terms asked for, with those that say the same."""
        return self._terms

    def node(self) -> Node:
        """Paragraphs that hold anything asked for."""
        parts: list[Node] = [Phrase((term,)) for term in sorted(self._terms)]
        parts += [Phrase(words) for group in self.groups for words in group.phrases]
        parts += [Mark(marks.on(day)) for day in sorted(self.dates)]
        parts += [Mark(marks.cites(f"S/RES/{number}")) for number in sorted(self.cited)]
        return Or(tuple(parts))


def gist(text: str, engine: Engine) -> Gist:
    """What `text` asks for."""
    dates = list(find_dates(text))
    told = {
        token.term: token for token in tokens(text)
        if token.term not in STOP_WORDS and token.term not in FORMULAIC
        and not any(day.start <= token.start < day.end for day in dates)
    }  # fmt: skip
    things = named(text)
    total = engine.count()
    groups: dict[frozenset[str], Group] = {}
    unknown: set[frozenset[str]] = set()
    for term, token in told.items():
        others = [
            name
            for thing in things
            if (thing.start, thing.end) == (token.start, token.end)
            for name in thing.names
        ]
        alike = same(term) | {other[0] for other in others if len(other) == 1}
        rarest = min((engine.frequency(t) for t in alike), default=0)
        weight = math.log(1 + (total - rarest + 0.5) / (rarest + 0.5))
        if not rarest:
            unknown.add(alike)
        groups[alike] = Group(alike, tuple(other for other in others if len(other) > 1), weight)
    telling = nlargest(_TELLING, groups.values(), lambda group: (group.terms not in unknown, group.weight))
    return Gist(
        tuple(terms(text)), frozenset(told), telling,
        frozenset(filter(None, map(action, told))),
        frozenset(day.iso for day in dates), frozenset(find_periods(text)),
        frozenset(_RESOLUTION.findall(text)),
    )  # fmt: skip


# -- judging


def evidence(asked: Gist, words: float, profile: Profile, *, resolution: bool) -> Evidence:
    """What speaks for a document; `words` is the score of its best paragraphs."""
    decisions = [tuple(words.split(" ")) for words in profile.decisions]
    done = _actions(asked, decisions)
    met = list(map(asked.met, decisions))
    opens = [asked.met(words.split(" ")) for words in profile.openings]
    shares = list(map(asked.part, met))
    return replace(
        at_most(asked, words, profile, resolution=resolution),
        decision=max(shares, default=0.0),
        first=shares[0] if shares else 0.0,
        opening=max(map(asked.part, opens), default=0.0),
        anywhere=asked.part(asked.met(profile.agenda).union(*met, *opens)),
        action=_part(asked.actions, done),
        other_action=-len(done - asked.actions) / 3,
    )


def at_most(asked: Gist, words: float, profile: Profile, *, resolution: bool) -> Evidence:
    """The same, where what the document decides and how it opens, which takes most of the time to read, is
    taken to say all that is asked.
    """
    return Evidence(
        words=words,
        decision=1.0,
        first=1.0,
        opening=1.0,
        agenda=asked.share(profile.agenda),
        anywhere=1.0,
        title=_titled(asked, profile),
        date=_part(asked.dates, profile.dates),
        until=_part(asked.dates, profile.until),
        other_date=_part(asked.dates, profile.other_dates),
        undated=-1.0 if profile.until and not asked.dates else 0.0,
        period=_part(asked.periods, profile.periods),
        cited=_part(asked.cited, profile.cited),
        action=1.0 if asked.actions else 0.0,
        other_action=0.0,
        resolution=float(resolution),
        length=math.log(profile.size + 1),
    )


def _titled(asked: Gist, profile: Profile) -> float:
    """The harmonic mean of how much of the question the title covers and of the title the question.

    A question that is the title word for word stands above all that say the same in other words.
    """
    if asked.wording == profile.title:
        return 2.0
    covered, covers = asked.share(profile.title), asked.density(profile.title)
    if not covered or not covers:
        return 0.0
    same_days = asked.dates == profile.title_dates
    return 2 * covered * covers / (covered + covers) * (1.0 if same_days else 0.5)


def _part(asked: frozenset[str], held: frozenset[str]) -> float:
    return len(asked & held) / len(asked) if asked else 0.0


def _actions(asked: Gist, decisions: Sequence[Words]) -> frozenset[str]:
    """What the decisions that concern the question's subject do."""
    heads = [asked.concern(decision[:_HEAD]) for decision in decisions]
    most = max(heads, default=0.0)
    if not most:
        return frozenset()
    return frozenset(
        action(word)
        for concern, decision in zip(heads, decisions, strict=True) if concern >= _CONCERNS * most
        for word in decision[:_ACTION]
    ) - {""}  # fmt: skip


_values = attrgetter(*(field.name for field in fields(Evidence)))


def score(found: Evidence) -> float:
    """The evidence in one number."""
    return float(sum(map(mul, _values(WEIGHTS), _values(found))))


@dataclass(frozen=True, slots=True)
class Judged:
    """A document, what speaks for it, its score, and the paragraphs that nominated it, best first."""

    doc: int
    evidence: Evidence
    score: float
    paragraphs: tuple[Scored, ...]


@dataclass(frozen=True, slots=True)
class Nominee:
    """A document before it is judged: `words` is the score of its best paragraphs."""

    asked: Gist
    doc: int
    words: float
    profile: Profile
    resolution: bool
    paragraphs: tuple[Scored, ...]

    def at_most(self) -> float:
        """A score that it cannot exceed."""
        found = at_most(self.asked, self.words, self.profile, resolution=self.resolution)
        return score(found) + _ROUNDING

    def judged(self) -> Judged:
        """The document with its score."""
        found = evidence(self.asked, self.words, self.profile, resolution=self.resolution)
        return Judged(self.doc, found, score(found), self.paragraphs)


def judge(store: Store, engine: Engine, asked: Gist, *conditions: Node) -> list[Judged]:
    """The documents that may be meant, best first; only paragraphs that meet the conditions nominate."""
    judged = [one.judged() for one in nominated(store, engine, asked, *conditions)]
    return sorted(judged, key=lambda one: (-one.score, one.doc))


def nominated(store: Store, engine: Engine, asked: Gist, *conditions: Node) -> list[Nominee]:
    """The same documents, in no order, not judged yet."""
    nominees = _nominees(store, engine, asked, conditions)
    held = profiles.load(store.connection, nominees)
    kinds = dict(
        store.connection.execute(
            "SELECT id, type FROM documents WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(nominees)),),
        )
    )
    return [
        Nominee(asked, doc, _words(scored), held[doc], kinds[doc] == "resolution", tuple(scored))
        for doc, scored in nominees.items()
        if doc in held and doc in kinds  # not taken out by another process since it was nominated
    ]


def best_first(
    nominees: Iterable[Nominee],
    most: Callable[[Nominee], float],
    places: Callable[[Judged], Iterable[_Place]],
) -> Iterator[Scored]:
    """The places of the documents, the best first, as far as they are asked for: only documents are judged
    that may hold the next. `most` is a score that none of the places of one exceeds.
    """
    waiting = sorted(((most(one), at, one) for at, one in enumerate(nominees)), reverse=True)
    found: list[tuple[float, int, int]] = []
    for highest, _, one in waiting:
        while found and -found[0][0] > highest:
            points, _, id_ = heappop(found)
            yield id_, -points
        for points, order, id_ in places(one.judged()):
            heappush(found, (-points, order, id_))
    while found:
        points, _, id_ = heappop(found)
        yield id_, -points


def _nominees(
    store: Store, engine: Engine, asked: Gist, conditions: Sequence[Node]
) -> Mapping[int, list[Scored]]:
    """Documents with the paragraphs that nominate them: the best, and those of documents titled so."""
    node = And((asked.node(), *conditions))
    by_doc = _by_document(store, islice(engine.ranked(node, _NOMINATING), _NOMINATING))
    first = sorted(by_doc, key=lambda doc: (-_words(by_doc[doc]), doc))[:_NOMINATED]
    titled = profiles.titled(store.connection, asked.terms(), _TITLED) if WEIGHTS.title else []
    by_title = _of_documents(store, engine, node, titled) if titled else {}
    return {doc: by_doc[doc] for doc in first} | by_title


def _of_documents(store: Store, engine: Engine, node: Node, docs: Sequence[int]) -> dict[int, list[Scored]]:
    """The paragraphs of some documents that a node finds: told how many they can be, an engine need not ask
    again and again.
    """
    rows = store.connection.execute(
        "SELECT doc, first, size FROM extents WHERE doc IN (SELECT value FROM json_each(?))",
        (json.dumps(list(docs)),),
    )
    extents = sorted((first, size, doc) for doc, first, size in rows)
    most = sum(size for _, size, _ in extents) if len(extents) == len(docs) else -1
    found = engine.ranked(And((node, Filter("document", "one of", tuple(docs)))), most)
    if most < 0:
        return _by_document(store, found)
    firsts = [first for first, _, _ in extents]
    by_doc: dict[int, list[Scored]] = defaultdict(list)
    for id_, points in found:
        first, size, doc = extents[bisect_right(firsts, id_) - 1]
        if first <= id_ < first + size:
            by_doc[doc].append((id_, points))
    return by_doc


def _by_document(store: Store, scored: Iterable[Scored]) -> dict[int, list[Scored]]:
    best = list(scored)
    docs = dict(
        store.connection.execute(
            "SELECT id, doc FROM paragraphs WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps([id_ for id_, _ in best]),),
        )
    )
    by_doc: dict[int, list[Scored]] = defaultdict(list)
    for id_, points in best:
        if id_ in docs:  # an index beside the store may not know yet what has just been taken out
            by_doc[docs[id_]].append((id_, points))
    return by_doc


def _words(scored: Sequence[Scored]) -> float:
    """The best paragraph counts whole, the second half, and so on: many weak ones do not outweigh one."""
    return sum(points / rank for rank, (_, points) in enumerate(scored[:8], 1))
