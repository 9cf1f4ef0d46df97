"""Query in, ranked paragraphs or documents out, with the places that answer marked in the original script."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Literal

from mandex.corpus.fold import fold, is_chinese
from mandex.corpus.languages import Lang
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index.engines import And, Engine, Filter, Ids, Node, Or, Scored, asking
from mandex.index.search.conditions import Reading, certain, is_stop_word, read, truth
from mandex.index.search.query import (
    EMPTY,
    All,
    AnyOf,
    Day,
    Query,
    Quoted,
    Symbol,
    Without,
    Word,
    leaves,
    parse,
)  # fmt: skip
from mandex.index.search.snippets import Place, places, snippet
from mandex.index.text.terms import terms

if TYPE_CHECKING:  # most questions need neither: loaded where they are used
    from mandex.index.search.ranking import Nominee
    from mandex.index.text.synonyms import Words

Unit = Literal["paragraph", "document"]
Sort = Literal["relevance", "newest", "oldest"]
Bare = Word | Quoted | Symbol | Day
SearchLang = Lang | Literal["zh"]
# Up to so many words a paragraph must hold all of them; who writes more describes what he is looking for.
_FEW_WORDS = 3
_SHORT_CHINESE = 6  # characters; a longer run is a description, not a word
_NAMED = 4  # answers that stand before the words found: the documents named, each in its languages
_CHECKED = 8  # times as many are asked for where the text must be read, since it fails some
_OF_A_DOCUMENT = 10  # paragraphs shown of one document when it is looked for by description
_PARAGRAPH_WEIGHT = 3.0  # the best paragraph's advantage, on the scale of `relevance.score`


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer: a paragraph, or with `by="document"` a document and the paragraph that speaks for it best.

    `score` is comparable within one search only. `highlights` are places in `snippet`.
    """

    doc: str
    lang: str
    pinpoint: str
    score: float
    snippet: str
    highlights: tuple[Place, ...]
    title: str
    date: str
    kind: str
    seq: int

    def row(self) -> dict[str, Any]:
        """The hit as a row for listings."""
        return {name: getattr(self, name) for name in _FIELDS}


_FIELDS = tuple(field.name for field in fields(Hit))


@dataclass(frozen=True, slots=True)
class Asked:
    """A query prepared for an engine.

    `words` are the bare words, which may be put otherwise if need be; `must` is all that may not.
    """

    tree: Query
    reading: Reading
    words: tuple[Bare, ...]
    must: Reading

    @property
    def text(self) -> str:
        """The bare words as typed."""
        return " ".join(word.text for word in self.words)

    @property
    def telling(self) -> int:
        """How many different bare words there are, without stop words."""
        return sum(not is_stop_word(word) for word in frozenset(self.words))


def search(
    store: Store,
    query: str,
    *,
    limit: int = 10,
    lang: SearchLang | None = None,
    by: Unit = "paragraph",
    engine: Engine | None = None,
    only: Sequence[Filter] = (),
    sort: Sort = "relevance",
) -> list[Hit]:
    """The best `limit` answers to `query` (see `index.search.query` for the language), best first.

    Only what passes every filter of `only` is an answer. With another `sort` all that has the words is in the
    order of days; where nothing has them, what comes nearest stays best first.

    Raises `BadQueryError`, and `StoreError` where there is no index.
    """
    if engine is None:
        engine = asking(store)
    asked = prepare(store, engine, query, lang, only)
    if asked.tree == EMPTY:
        return []
    if sort != "relevance":
        ids = _dated(store, matching(store, engine, query, lang, only), by, sort, limit)
        if ids:
            return hits(store, [(id_, 0.0) for id_ in ids], leaves(asked.tree), ())
    found = _Found(store, engine, asked, limit)
    best = list(islice(found.documents() if by == "document" else found.paragraphs(), limit))
    return hits(store, best, leaves(asked.tree), found.phrases)


def _dated(store: Store, found: Iterable[int], by: Unit, sort: Sort, limit: int) -> list[int]:
    """Paragraphs in the order of their documents' days, or with `by` the first of each document."""
    order = "DESC" if sort == "newest" else "ASC"
    rows = store.connection.execute(
        "SELECT min(p.id) FROM json_each(?) AS f JOIN paragraphs AS p ON p.id = f.value"
        " JOIN documents AS d ON d.id = p.doc"
        f" GROUP BY {'d.id' if by == 'document' else 'p.id'}"
        f" ORDER BY d.date = '', d.date {order}, d.number {order}, d.symbol, d.lang, p.seq LIMIT ?",
        (json.dumps(sorted(found)), limit),
    )
    return [id_ for (id_,) in rows]


def prepare(
    store: Store, engine: Engine, query: str, lang: SearchLang | None = None, only: Sequence[Filter] = ()
) -> Asked:
    """What `query` asks, in documents of `lang` that pass the filters."""
    tree = _in_mainland_words(_numbers_as_symbols(parse(query)), engine, store)
    parts = tree.parts if isinstance(tree, All) and not tree.stated else (tree,)
    words = tuple(part for part in parts if isinstance(part, Bare) and not _is_exact(part))
    only = (*only, Filter("lang", "begins", (lang,))) if lang else (*only,)
    bare = frozenset(words)
    whole, rest = read(tree, engine, store), [part for part in parts if part not in bare]
    must = read(All(tuple(rest)), engine, store) if rest else Reading(And(()))
    return Asked(
        tree,
        Reading(And((whole.node, *only)), whole.checks), words, Reading(And((must.node, *only)), must.checks),
    )  # fmt: skip


def _numbers_as_symbols(tree: Query) -> Query:
    """A number alone is most likely a resolution's."""
    if isinstance(tree, Word) and re.fullmatch(r"\d{1,4}", tree.text):
        named = parse(f"resolution {tree.text}")
        if isinstance(named, Symbol):
            return AnyOf((named, tree))
    return tree


def _in_mainland_words(tree: Query, engine: Engine, store: Store) -> Query:
    """A query with what Taiwan and Hong Kong say as the texts say it, where they have that more often: 資訊
    is 信息.
    """
    match tree:
        case All(parts):
            return replace(tree, parts=tuple(_in_mainland_words(part, engine, store) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(_in_mainland_words(part, engine, store) for part in parts))
        case Without(part):
            return Without(_in_mainland_words(part, engine, store))
        case Quoted(text) if not text.isascii():
            from mandex.index.text.chinese import regional  # noqa: PLC0415 - few queries are in Chinese

            other = replace(tree, text=regional(text))
            if fold(other.text) != fold(text) and _held(other, engine, store) > _held(tree, engine, store):
                return other
    return tree


def _held(part: Query, engine: Engine, store: Store) -> int:
    """How many paragraphs the index finds for a part of a query."""
    return len(engine.matching(read(part, engine, store).node))


def _is_exact(part: Query) -> bool:
    return isinstance(part, Quoted) and part.typed_quotes


class _Found:
    """The answers to a query, read as strictly as it was put, then, where that allows, more freely.

    `phrases` are the other words that have been tried, for the highlights.
    """

    def __init__(self, store: Store, engine: Engine, asked: Asked, limit: int) -> None:
        self._store = store
        self._engine = engine
        self._asked = asked
        self._limit = limit
        self.phrases: tuple[Words, ...] = ()
        self._found_strictly = False

    def paragraphs(self) -> Iterator[Scored]:
        """Paragraphs, each once, best first."""
        if self._asked.telling > _FEW_WORDS:
            return _once(chain(self._described(), self._strict()))
        return _once(chain(self._named(), self._entitled(), self._strict(), self._freely()))

    def documents(self) -> Iterator[Scored]:
        """The best paragraph of each document, best document first."""
        if self._asked.telling > _FEW_WORDS:
            judged = self._judged(self._asked.must)
        elif self._asked.telling > 1 and not self._asked.reading.checks:
            judged = self._judged(self._asked.reading)
        else:
            judged = iter(())
        best = chain(self._entitled(), judged)
        rest = chain(self._strict(), self._freely()) if self._asked.telling <= _FEW_WORDS else iter(())
        return self._first_of_each(chain(best, rest))

    def _strict(self) -> Iterator[Scored]:
        for scored in self._verified(self._few_then_all(), self._asked.reading):
            self._found_strictly = True
            yield scored

    def _few_then_all(self) -> Iterator[Scored]:
        """What is found as it was put: the best few, and all where those do not suffice, as where others were
        named already or the texts do not hold what the index could not tell.

        To order half a million takes three times as long as to find the best of them.
        """
        reading = self._asked.reading
        few = self._limit * (_CHECKED if reading.checks else 1) + _NAMED
        best = list(self._engine.ranked(reading.node, few))
        yield from best
        if len(best) == few:
            yield from islice(self._engine.ranked(reading.node), few, None)

    def _named(self) -> Iterator[Scored]:
        """The first decision of a document named by its symbol goes before whoever cites it."""
        named = [leaf for leaf in leaves(self._asked.tree) if isinstance(leaf, Symbol)]
        if self._asked.telling <= 1:
            for leaf in named:
                first = self._store.connection.execute(
                    "SELECT (SELECT id FROM paragraphs WHERE doc = d.id"
                    " ORDER BY kind <> 'operative', kind = 'title', seq LIMIT 1)"
                    " FROM documents AS d WHERE symbol = ? ORDER BY lang",
                    (leaf.symbol,),
                ).fetchall()
                opening = self._of_these(first, self._asked.reading.node)
                yield from ((id_, 100.0) for id_ in sorted(opening))

    def _entitled(self) -> Iterator[Scored]:
        """The first decision of documents whose title is the question, word for word."""
        if not 1 < self._asked.telling <= _FEW_WORDS:
            return
        asked = " ".join(terms(self._asked.text))
        first = self._store.connection.execute(
            "SELECT (SELECT id FROM paragraphs WHERE doc = d.id"
            " ORDER BY kind <> 'operative', kind = 'title', seq LIMIT 1)"
            # found as a phrase, by the index of titles, then compared
            " FROM titles JOIN documents AS d ON d.id = titles.rowid"
            " WHERE titles MATCH ? AND terms = ? ORDER BY lang, symbol",
            (f'"{asked}"', asked),
        ).fetchall()
        allowed = self._of_these(first, self._asked.must.node)
        yield from ((id_, 100.0) for (id_,) in first if id_ in allowed)

    def _of_these(self, found: Iterable[tuple[int]], node: Node) -> set[int]:
        """Those of some paragraphs that a node finds: no more is asked for."""
        ids = frozenset(id_ for (id_,) in found if id_)
        return self._engine.matching(And((Ids(ids), node))) if ids else set()

    def _freely(self) -> Iterator[Scored]:
        """In other words and in the other language; for Chinese words only where they are found nowhere."""
        asked = self._asked
        if not asked.words or (is_chinese(asked.text) and self._found_strictly):
            return
        from mandex.index.text.synonyms import otherwise  # noqa: PLC0415

        node, phrases = otherwise(asked.text)
        found = False
        if len(phrases) > asked.telling:
            self.phrases = phrases
            for id_, score in self._verified(self._engine.ranked(And((node, asked.must.node))), asked.must):
                found = True
                yield id_, score / 2
        long_enough = asked.telling > 1 or len(asked.text) > _SHORT_CHINESE
        if long_enough and not found and not self._found_strictly:
            if isinstance(node, And):
                yield from self._in_part(node.parts)
            yield from self._described()

    def _in_part(self, words: Sequence[Node]) -> Iterator[Scored]:
        """Where no paragraph holds all words: those with the rarest, best with others beside it."""
        must = self._asked.must
        numbers = {word: len(self._engine.matching(And((word, must.node)))) for word in words}
        held = [word for word in words if numbers[word]]
        if held:
            rarest = min(held, key=lambda word: numbers[word])
            best = self._engine.ranked(And((rarest, Or(tuple(held)), must.node)), self._limit)
            yield from ((id_, score / 2) for id_, score in self._verified(best, must))

    def _nominated(self, reading: Reading) -> list[Nominee]:
        from mandex.index.search.ranking import gist, nominated  # noqa: PLC0415

        about = gist(self._asked.text, self._engine)
        if not about.groups and not about.dates:
            return []
        found = nominated(self._store, self._engine, about, reading.node)
        if not reading.checks:
            return found
        kept = ((one, tuple(self._verified(iter(one.paragraphs), reading))) for one in found)
        return [replace(one, paragraphs=paragraphs) for one, paragraphs in kept if paragraphs]

    def _judged(self, reading: Reading) -> Iterator[Scored]:
        """The best paragraph of each document that the words describe, best document first."""
        from mandex.index.search.ranking import Nominee, best_first  # noqa: PLC0415

        return best_first(
            self._nominated(reading),
            Nominee.at_most,
            lambda one: [(one.score, one.doc, one.paragraphs[0][0])],
        )

    def _described(self) -> Iterator[Scored]:
        """Paragraphs of the documents that the words describe best."""
        from mandex.index.search.ranking import best_first  # noqa: PLC0415

        nominees = self._nominated(self._asked.must)
        most = max((points for one in nominees for _, points in one.paragraphs), default=1.0) or 1.0

        def beside(points: float) -> float:
            """What a paragraph adds to the score of its document."""
            return _PARAGRAPH_WEIGHT * points / most

        return best_first(
            nominees,
            lambda one: one.at_most() + beside(max(points for _, points in one.paragraphs)),
            lambda one: [
                (one.score + beside(points), id_, id_) for id_, points in one.paragraphs[:_OF_A_DOCUMENT]
            ],
        )

    def _verified(self, ranked: Iterator[Scored], reading: Reading) -> Iterator[Scored]:
        """Those whose text holds what the index could not tell."""
        if not reading.checks:
            yield from ranked
            return
        is_true = truth(reading, self._engine)
        for id_, score in ranked:
            row = self._store.connection.execute(
                "SELECT text FROM paragraphs WHERE id = ?", (id_,)
            ).fetchone()
            if row and is_true(id_, row[0]):  # an index beside the store may be a moment behind
                yield id_, score

    def _first_of_each(self, ranked: Iterable[Scored]) -> Iterator[Scored]:
        seen: set[int] = set()
        for id_, score in ranked:
            row = self._store.connection.execute("SELECT doc FROM paragraphs WHERE id = ?", (id_,)).fetchone()
            if row and row[0] not in seen:
                seen.add(row[0])
                yield id_, score


def _once(ranked: Iterable[Scored]) -> Iterator[Scored]:
    """Each paragraph where it comes first, the scores never rising."""
    seen: set[int] = set()
    last = float("inf")
    for id_, score in ranked:
        if id_ not in seen:
            seen.add(id_)
            last = min(last, score)
            yield id_, last


def matching(
    store: Store, engine: Engine, query: str, lang: SearchLang | None = None, only: Sequence[Filter] = ()
) -> set[int]:
    """The row numbers of all paragraphs that `query` finds when read strictly."""
    asked = prepare(store, engine, query, lang, only)
    if asked.tree == EMPTY:
        return set()
    found = engine.matching(asked.reading.node)
    if not asked.reading.checks:
        return found
    sure, left = certain(asked.reading, engine)
    sure &= found
    rows = store.connection.execute(
        "SELECT id, text FROM paragraphs WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(found - sure)),),
    )
    is_true = truth(left, engine)
    return sure | {id_ for id_, text in rows if is_true(id_, text)}


def total(
    store: Store, query: str, *, lang: SearchLang | None = None, by: Unit = "paragraph",
    only: Sequence[Filter] = (),
) -> int:  # fmt: skip
    """How many paragraphs, or documents, `query` finds when read strictly."""
    found = matching(store, asking(store), query, lang, only)
    if by == "paragraph":
        return len(found)
    counted = "SELECT count(DISTINCT doc) FROM paragraphs WHERE id IN (SELECT value FROM json_each(?))"
    return int(store.connection.execute(counted, (json.dumps(list(found)),)).fetchone()[0])


def hits(
    store: Store, ranked: Sequence[Scored], wanted: Sequence[Query], phrases: Sequence[Words]
) -> list[Hit]:
    """Paragraphs as answers, with the places of the words wanted, or else of the phrases, marked."""
    ids = ",".join(str(id_) for id_, _ in ranked)
    rows = store.connection.execute(
        "SELECT p.id, p.text, p.pinpoint, p.kind, p.seq, d.symbol, d.lang, d.title, d.date"
        f" FROM paragraphs AS p JOIN documents AS d ON d.id = p.doc WHERE p.id IN ({ids})"
    )
    by_id = {id_: row for id_, *row in rows}
    out: list[Hit] = []
    for id_, score in ranked:
        if id_ not in by_id:  # taken out by another process since it was found
            continue
        text, pinpoint, kind, seq, symbol, lang, title, date = by_id[id_]
        part = snippet(text, places(text, wanted) or places(text, (), phrases))
        out.append(
            Hit(symbol, lang, pinpoint, round(score, 4), part.text, part.highlights, title, date, kind, seq)
        )
    return out
