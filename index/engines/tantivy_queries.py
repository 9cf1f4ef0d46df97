"""Queries in tantivy's terms: words, marks and facts are all in its index, so that one query says it all.

Only phrases and marks that speak for a paragraph score; facts and what is excluded do not. tantivy adds up
the rarities of a phrase's words where FTS5 takes that of the phrase, and knows no rarity below zero: a phrase
is weighed by what FTS5 would count, so that both engines rank alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tantivy import FieldType, Occur, Order, Query, Schema, Searcher

from mandex.index.engines import And, Filter, Ids, Mark, Node, Not, Or, Phrase, Value
from mandex.index.engines.entries import MARK_WORTH
from mandex.index.engines.rarity import lucene_rarity, rarity

TEXT = "text"
_NUMBERS = {"paragraph": "id", "document": "doc", "year": "year", "binding": "binding"}
_SINGLE = frozenset({"symbol", "lang", "date", "kind", "verb"})  # of which each paragraph has one
_ASCII_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}  # all that SQL's LIKE folds
_MOST_COUNTED = 1 << 12  # phrases whose paragraphs are kept counted
_MOST_ENDINGS = 1 << 14  # terms that a phrase with a prefix may come to, in tantivy's own query for these


class Compiler:
    """Turns nodes into queries on one state of the index."""

    def __init__(self, schema: Schema, searcher: Searcher) -> None:
        self._schema = schema
        self.searcher = searcher
        self._counted: dict[Phrase | Mark, int] = {}

    def matching(self, node: Node) -> Query:
        """What finds the paragraphs that `node` finds; scores mean nothing."""
        return self._query(node, self.leaf)

    def ranked(self, node: Node) -> Query:
        """The same, scoring them by the phrases and marks that speak for them."""
        return self._query(node, self._weighed)

    def _query(self, node: Node, leaf: Callable[[Phrase | Mark], Query]) -> Query:
        match node:
            case Phrase() | Mark():
                return leaf(node)
            case Filter():
                return _silent(self._fact(node))
            case Ids(ids):
                return _silent(self._one_of("id", sorted(ids)))
            case Or(parts):
                return _boolean((Occur.Should, self._query(part, leaf)) for part in parts)
            case Not(part):
                return self._but((), (part,))
            case And(parts):
                wanted = [self._query(part, leaf) for part in parts if not isinstance(part, Not)]
                return self._but(wanted, [part.part for part in parts if isinstance(part, Not)])

    def _but(self, wanted: Sequence[Query], unwanted: Sequence[Node]) -> Query:
        """What all that is wanted finds (every paragraph where there is nothing), without what is not."""
        must = [(Occur.Must, query) for query in wanted or (_silent(self.paragraphs()),)]
        return _boolean((*must, *((Occur.MustNot, self.matching(part)) for part in unwanted)))

    def may_find(self, node: Node) -> bool:
        """Whether a node may find anything: no for a word that no paragraph has."""
        if isinstance(node, Phrase) and not node.prefix:
            return all(self.searcher.doc_freq(TEXT, term) for term in node.terms)
        return not isinstance(node, Mark) or self.searcher.doc_freq(TEXT, node.name) > 0

    def within(self, query: Query, node: Node) -> Query:
        """What a query finds, with its scores, of what a node finds."""
        return _boolean([(Occur.Must, query), (Occur.Must, _silent(self.matching(node)))])

    def beside(self, node: Node, other: Node) -> Query:
        """What a node finds, with the scores of another where that finds it too."""
        return _boolean([(Occur.Must, self.ranked(node)), (Occur.Should, self.ranked(other))])

    def first(self, query: Query, last: int, size: int, kinds: Sequence[str] | None) -> list[int]:
        """The first paragraphs after a row number that a query finds, of some kinds if they are given."""
        parts = [query]
        if kinds is not None:
            parts.append(self._one_of("kind", kinds) if len(kinds) > 1 else self._kind(kinds[0]))
        if last >= 0:
            parts.append(Query.range_query(self._schema, "id", FieldType.Integer, last + 1, None))
        wanted = _boolean((Occur.Must, part) for part in parts)
        hits = self.searcher.search(wanted, size, False, order_by_field="id", order=Order.Asc).hits
        return [int(id_) for id_, _ in hits]

    def _kind(self, kind: str) -> Query:
        return Query.term_query(self._schema, "kind", kind)

    def after(self, query: Query, last: int, *, weight: float | None) -> Query:
        """What a query finds of the paragraphs after a row number, of one weight if that is given."""
        parts = [query, _silent(Query.range_query(self._schema, "id", FieldType.Integer, last + 1, None))]
        if weight is not None:
            same = Query.range_query(self._schema, "weight", FieldType.Float, weight, weight)
            parts.append(_silent(same))
        return _boolean((Occur.Must, part) for part in parts)

    def among(self, query: Query, ids: Sequence[int]) -> Query:
        """What a query finds of some paragraphs, with its scores."""
        return _boolean([(Occur.Must, query), (Occur.Must, _silent(self._one_of("id", ids)))])

    def paragraphs(self) -> Query:
        """All paragraphs: what has a number."""
        return Query.range_query(self._schema, "id", FieldType.Integer, 0, None)

    def documents(self) -> Query:
        """One entry of each document."""
        return Query.term_query(self._schema, "held", 1)

    # -- words

    def leaf(self, leaf: Phrase | Mark) -> Query:
        """What finds a phrase or a mark."""
        if isinstance(leaf, Mark):
            return self._term(leaf.name)
        *whole, last = leaf.terms
        if not leaf.prefix:
            return self._phrase(leaf.terms)
        endings = [term for term, _ in self.searcher.terms_with_prefix(TEXT, last)]
        if not whole:
            return self._one_of(TEXT, endings)
        if len(endings) + len(whole) <= _MOST_ENDINGS:  # terms are letters, digits, Chinese: no regex signs
            return Query.regex_phrase_query(self._schema, TEXT, [*whole, f"{last}.*"])
        return _boolean((Occur.Should, self._phrase((*whole, end))) for end in endings)

    def _phrase(self, terms: Sequence[str]) -> Query:
        if len(terms) == 1:
            return self._term(terms[0])
        return Query.phrase_query(self._schema, TEXT, list(terms))

    def _term(self, term: str) -> Query:
        return Query.term_query(self._schema, TEXT, term)

    # -- scores

    def _weighed(self, leaf: Phrase | Mark) -> Query:
        query = self.leaf(leaf)
        if isinstance(leaf, Phrase) and leaf.prefix:
            return Query.const_score_query(query, self.score(leaf))
        terms = (leaf.name,) if isinstance(leaf, Mark) else leaf.terms
        held = [self.searcher.doc_freq(TEXT, term) for term in terms]
        if not all(held):
            return query
        given = sum(lucene_rarity(self._total, one) for one in held)
        wanted = rarity(self._total, held[0] if len(held) == 1 else self._held(leaf, query))
        worth = MARK_WORTH if isinstance(leaf, Mark) else 1.0
        return Query.boost_query(query, worth * wanted / given)

    def score(self, prefix: Phrase) -> float:
        """The score of all that a phrase with a prefix finds."""
        return rarity(self._total, self._held(prefix, self.leaf(prefix)))

    def _held(self, leaf: Phrase | Mark, query: Query) -> int:
        """How many paragraphs hold a phrase: a question asks for the same more than once."""
        if leaf not in self._counted:
            if len(self._counted) >= _MOST_COUNTED:
                self._counted.clear()
            self._counted[leaf] = self.count(query)
        return self._counted[leaf]

    def count(self, query: Query) -> int:
        """How many a query finds."""
        found = self.searcher.search(query, 1, True)
        return int(found.count or 0)  # type: ignore[attr-defined]  # its own types forget it

    @property
    def _total(self) -> int:
        return int(self.searcher.num_docs)

    # -- facts

    def _fact(self, filter_: Filter) -> Query:
        number = _NUMBERS.get(filter_.field)
        if number and filter_.test != "begins":
            return self._numbered(number, filter_)
        name, test, values = filter_.field, filter_.test, [str(value) for value in filter_.values]
        if test == "is":
            return Query.term_query(self._schema, name, values[0])
        if test == "one of":
            return self._one_of(name, values)
        if test == "is not" and name in _SINGLE:
            return self._but((), (Filter(filter_.field, "is", filter_.values),))
        return self._one_of(name, [term for term in self._values(name) if _holds(term, test, values)])

    def _values(self, name: str) -> list[str]:
        """All values that a fact has in the index."""
        return [value for value, _ in self.searcher.terms_with_prefix(name, "")]

    def _numbered(self, name: str, filter_: Filter) -> Query:
        values = [int(value) for value in filter_.values]
        if filter_.test == "between":
            low, high = values
            if low > high:
                return Query.empty_query()
            return Query.range_query(self._schema, name, FieldType.Integer, low, high)
        if filter_.test == "one of":
            return self._one_of(name, values)
        if filter_.test == "is":
            return Query.term_query(self._schema, name, values[0])
        below = Query.range_query(self._schema, name, FieldType.Integer, None, values[0] - 1)
        above = Query.range_query(self._schema, name, FieldType.Integer, values[0] + 1, None)
        return _boolean((Occur.Should, query) for query in (below, above))

    def _one_of(self, name: str, values: Sequence[Value]) -> Query:
        return Query.term_set_query(self._schema, name, list(values)) if values else Query.empty_query()


def _holds(value: str, test: str, asked: Sequence[str]) -> bool:
    """Whether a value passes a test as it would in SQL."""
    match test:
        case "begins":
            return value.translate(_ASCII_LOWER).startswith(asked[0].translate(_ASCII_LOWER))
        case "between":
            return asked[0] <= value <= asked[1]
        case _:
            return value != asked[0]


def _boolean(parts: Iterable[tuple[Occur, Query]]) -> Query:
    made = list(parts)
    return Query.boolean_query(made) if made else Query.empty_query()


def _silent(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)
