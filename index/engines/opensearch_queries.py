"""Queries in OpenSearch's language: words, marks and facts in one query, as `tantivy_queries` does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from mandex.index.engines import And, Filter, Ids, Mark, Node, Not, Or, Phrase, Value
from mandex.index.engines.address import Json
from mandex.index.engines.entries import MARK_WORTH
from mandex.index.engines.rarity import lucene_rarity, rarity

TEXT = "text"
# Letters of a prefix that has entries of its own in the index: more letters than these begin few words, and
# entries for them would take as long to write as all the rest.
SHORTEST, LONGEST = 1, 6
PARAGRAPHS: Json = {"exists": {"field": "id"}}
NOTHING: Json = {"match_none": {}}
_NUMBERS = {"paragraph": "id", "document": "doc"}
_SINGLE = frozenset({"paragraph", "document", "symbol", "lang", "date", "kind", "verb"})
_MOST_TERMS = 60_000  # of one `terms` query; the server takes 65,536
Leaf = Phrase | Mark


def matching(node: Node) -> Json:
    """What finds the paragraphs that `node` finds, without scores."""
    return {"bool": {"filter": [_query(node, leaf_query), PARAGRAPHS]}}


def ranked(node: Node, boosts: Mapping[Leaf, float]) -> Json:
    """The same, scored by the phrases and marks that speak for a paragraph, and by its worth."""
    query = _query(node, lambda leaf: _boosted(leaf, boosts.get(leaf, 1.0)))
    return {
        "function_score": {
            "query": {"bool": {"must": [query], "filter": [PARAGRAPHS]}},
            "field_value_factor": {"field": "weight"},
            "boost_mode": "multiply",
        }
    }


def _query(node: Node, leaf: Callable[[Leaf], Json]) -> Json:
    match node:
        case Phrase() | Mark():
            return leaf(node)
        case Filter():
            return {"bool": {"filter": [_fact(node)]}}
        case Ids(ids):
            return {"bool": {"filter": [_one_of("id", sorted(ids))]}}
        case Or(parts):
            return _any([_query(part, leaf) for part in parts])
        case Not(part):
            return {"bool": {"filter": [PARAGRAPHS], "must_not": [_query(part, leaf_query)]}}
        case And(parts):
            wanted = [_query(part, leaf) for part in parts if not isinstance(part, Not)]
            unwanted = [_query(part.part, leaf_query) for part in parts if isinstance(part, Not)]
            must: Json = {"must": wanted} if wanted else {"filter": [PARAGRAPHS]}
            return {"bool": {**must, "must_not": unwanted}}


def leaf_query(leaf: Leaf) -> Json:
    """What finds a phrase or a mark."""
    if isinstance(leaf, Mark):
        return {"term": {TEXT: {"value": leaf.name}}}
    words = " ".join(leaf.terms)
    if leaf.prefix and len(leaf.terms) == 1:
        return {"prefix": {TEXT: {"value": words}}}
    if leaf.prefix:
        # Up to `LONGEST` letters are one entry of the index; longer beginnings have few endings.
        return {"match_phrase_prefix": {TEXT: {"query": words, "max_expansions": 10_000}}}
    if len(leaf.terms) == 1:
        return {"term": {TEXT: {"value": words}}}
    return {"match_phrase": {TEXT: {"query": words}}}


def _boosted(leaf: Leaf, boost: float) -> Json:
    query = leaf_query(leaf)
    if isinstance(leaf, Phrase) and leaf.prefix:
        return {"constant_score": {"filter": query, "boost": boost}}
    ((kind, of_field),) = query.items()
    return {kind: {TEXT: {**of_field[TEXT], "boost": boost}}}


def boosts(leaves: Sequence[Leaf], total: int, held: Mapping[Leaf, int]) -> dict[Leaf, float]:
    """What makes Lucene's weight of each phrase and mark that of FTS5; `held` counts their paragraphs."""
    out: dict[Leaf, float] = {}
    for leaf in leaves:
        wanted = rarity(total, held[leaf])
        if isinstance(leaf, Phrase) and leaf.prefix:
            out[leaf] = wanted
            continue
        given = sum(lucene_rarity(total, held[word]) for word in words_of(leaf))
        worth = MARK_WORTH if isinstance(leaf, Mark) else 1.0
        out[leaf] = worth * wanted / given if given else 1.0
    return out


def words_of(leaf: Leaf) -> list[Leaf]:
    """The single words whose rarities Lucene adds up."""
    return [leaf] if isinstance(leaf, Mark) else [Phrase((term,)) for term in leaf.terms]


# -- facts


def _fact(filter_: Filter) -> Json:
    name = _NUMBERS.get(filter_.field, filter_.field)
    values = list(filter_.values)
    match filter_.test:
        case "is":
            return {"term": {name: {"value": values[0]}}}
        case "one of":
            return _one_of(name, values)
        case "begins":
            return {"prefix": {name: {"value": str(values[0]), "case_insensitive": True}}}
        case "between":
            return {"range": {name: {"gte": values[0], "lte": values[1]}}}
        case "is not" if filter_.field in _SINGLE:
            return {"bool": {"filter": [PARAGRAPHS], "must_not": [{"term": {name: {"value": values[0]}}}]}}
        case _:  # some value that is another
            return _any([{"range": {name: {"lt": values[0]}}}, {"range": {name: {"gt": values[0]}}}])


def _one_of(name: str, values: Sequence[Value]) -> Json:
    parts = [values[at : at + _MOST_TERMS] for at in range(0, len(values), _MOST_TERMS)]
    return _any([{"terms": {name: list(part)}} for part in parts])


def _any(parts: Iterable[Json]) -> Json:
    made = list(parts)
    return {"bool": {"should": made, "minimum_should_match": 1}} if made else NOTHING
