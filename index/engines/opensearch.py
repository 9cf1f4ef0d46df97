"""The fourth engine: the words in an OpenSearch cluster, the texts and facts in the store here.

Paragraphs with their terms, marks and filterable facts are in an index of explicit fields, reached by an
alias: `un` names `un-3`. An index that must be made anew is made beside the old one and put in its place when
it is whole, so that questions never see half of it. What a document's paragraphs are indexed under is
written after them, and taken out before them: a run that was killed leaves nothing that is taken for whole.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from mandex.corpus.errors import StoreError
from mandex.corpus.store import Store
from mandex.index.engines import Filter, Node, Phrase, Scored
from mandex.index.engines import opensearch_queries as queries
from mandex.index.engines.address import Json, configured
from mandex.index.engines.beside import Beside
from mandex.index.engines.cluster import Cluster
from mandex.index.engines.entries import WORTH, DocumentFacts, Entry, facts
from mandex.index.engines.opensearch_index import LISTS, AliasedIndex, mapping
from mandex.index.engines.opensearch_queries import Leaf
from mandex.index.engines.sets import positive

_PAGE = 10_000  # the most that one request may give
_FIRST_PAGE = 256
# Of each hit only what it is sorted by: to fetch even its number takes thirty times as long as to find it.
_NOTHING_MORE: Json = {"_source": False, "stored_fields": "_none_", "track_total_hits": False}
_BASE = "base id"  # a setting: whose index it is


class OpenSearchEngine(Beside[Json]):
    """See `Engine`. Scores are Lucene's BM25, weighed so that they come near to those of the others."""

    name = "opensearch"
    schema_version = 1

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._cluster = Cluster(configured())
        self._index = AliasedIndex(self._cluster)
        self._counted: dict[Leaf, int] = {}
        self._session = secrets.token_hex(8)  # the same copies of the shards for all pages of an answer

    @property
    def place(self) -> str:
        """The address."""
        return str(self._cluster.address)

    def close(self) -> None:
        """Write what is left, and let go of the connection."""
        try:
            self._flush()
        finally:
            self._cluster.close()

    # -- the index

    @property
    def _target(self) -> str:
        return self._index.target

    def _prepare(self) -> None:
        if not self.store.setting(_BASE):
            self.store.set_setting(_BASE, secrets.token_hex(16))
        self._refuse_foreign(self._index.behind_alias())

    def _refuse_foreign(self, found: Mapping[str, Any]) -> None:
        bases = {one["mappings"].get("_meta", {}).get("base") for one in found.values()}
        if bases - {self.store.setting(_BASE)}:
            raise StoreError(f"{self.place} is the index of another base: name another")

    def _check(self) -> None:
        found = self._index.behind_alias()
        if len(found) != 1:
            raise StoreError(f"there is no index {self.place}: 'mandex doctor --repair' makes it")
        self._refuse_foreign(found)
        (one,) = found.values()
        if one["mappings"]["_meta"]["made_by"] != self.made_by:
            raise StoreError(f"{self.place} is of another version: 'mandex doctor --repair' makes it anew")

    def _is_usable(self) -> bool:
        self._refuse_foreign(self._index.behind_alias())
        return super()._is_usable()

    def _create(self) -> None:
        self._index.create(mapping(self.store.setting(_BASE), self.made_by))

    def _put_in_place(self) -> None:
        self._index.put_in_place()

    # -- keeping in step

    def _write(
        self, gone: Collection[int], new: Collection[int], ready: Mapping[int, Sequence[Json]]
    ) -> None:
        self._counted.clear()
        if not self._index.is_being_made:  # one that is being made holds nothing yet
            self._take_out({*gone, *new})
        heads: list[int] = []
        self._cluster.bulk(self._target, self._paragraphs_of(new, ready, heads))
        self._cluster.bulk(self._target, self._heads(heads))
        self._refresh()

    def _take_out(self, docs: Collection[int]) -> None:
        self._refresh()  # what an earlier run wrote and did not live to refresh
        self._cluster.bulk(self._target, ((_deleting(_head(doc)), None) for doc in docs))
        self._cluster.bulk(self._target, ((_deleting(str(id_)), None) for id_ in self._of(docs)))

    def _refresh(self) -> None:
        self._cluster.do(lambda client: client.indices.refresh(index=self._target))

    def _of(self, docs: Collection[int]) -> Iterator[int]:
        """The paragraphs that are indexed of documents."""
        if self._cluster.do(lambda client: client.indices.exists(index=self._target)):
            chosen = queries.matching(_documents(docs))
            yield from (int(one) for one in self._column(chosen, "id"))

    def _paragraphs_of(
        self, docs: Iterable[int], ready: Mapping[int, Sequence[Json]], heads: list[int]
    ) -> Iterator[tuple[Json, Json | None]]:
        for doc in docs:
            made = ready[doc] if doc in ready else self._entries(doc)
            yield from ((_indexing(str(one["id"])), one) for one in made)
            heads.append(doc)

    def _heads(self, docs: Sequence[int]) -> Iterator[tuple[Json, Json | None]]:
        for doc in docs:
            if version := self._version(doc):
                yield _indexing(_head(doc)), {"doc": doc, "version": f"{doc} {version}"}

    def _made(self, doc: int, about: DocumentFacts, rows: Sequence[Entry]) -> list[Json]:
        known = facts(self.store.connection, doc)
        made = []
        for row in rows:
            words = [*row.terms, *row.marks]
            one: Json = {
                queries.TEXT: " ".join(words), "word": sorted(set(words)), "id": row.id, "doc": doc,
                "weight": WORTH[row.column], "symbol": about.symbol, "lang": about.lang, "date": about.date,
                "kind": row.kind, "verb": known[row.id].verb,
            }  # fmt: skip
            if about.year is not None:
                one["year"] = about.year
            one |= {name: sorted(values) for name in LISTS if (values := getattr(known[row.id], name))}
            made.append(one)
        return made

    # -- asking

    def _column(self, query: Json, name: str) -> Iterator[Any]:
        """All values of a field that has one in each, in order, some ten thousand at a time."""
        after: list[Any] = []
        while True:
            body: Json = {
                "size": _PAGE, "query": query, "sort": [{name: "asc"}], **_NOTHING_MORE,
            }  # fmt: skip
            if after:
                body["search_after"] = after
            hits = self._cluster.search(self._target, body)["hits"]["hits"]
            yield from (hit["sort"][0] for hit in hits)
            if len(hits) < _PAGE:
                return
            after = hits[-1]["sort"]

    def _versions(self) -> dict[int, str]:
        found = self._column({"exists": {"field": "version"}}, "version")
        split = (str(one).partition(" ") for one in found)
        return {int(doc): version for doc, _, version in split}

    def _held(self) -> int:
        return self._cluster.counts(self._target, [{"exists": {"field": "version"}}])[0]

    def _paragraphs(self) -> int:
        return self._cluster.counts(self._target, [queries.PARAGRAPHS])[0]

    def matching(self, node: Node) -> set[int]:
        """The paragraphs that `node` finds."""
        self._flush()
        return {int(one) for one in self._column(queries.matching(node), "id")}

    def ranked(self, node: Node, most: int = -1) -> Iterator[Scored]:
        """Paragraphs that `node` finds, with scores, best first; at most `most`, if that is not negative."""
        self._flush()
        query = queries.ranked(node, self._boosts(node))
        size = min(_PAGE, _FIRST_PAGE if most < 0 else max(1, most))
        after: list[Any] = []
        left = most
        while left:
            body: Json = {
                "size": size, "query": query, "sort": [{"_score": "desc"}, {"id": "asc"}], **_NOTHING_MORE,
            }  # fmt: skip
            if after:
                body["search_after"] = after
            hits = self._cluster.search(self._target, body, preference=self._session)["hits"]["hits"]
            found = [(int(hit["sort"][1]), float(hit["sort"][0])) for hit in hits]
            yield from found if left < 0 else found[:left]
            if len(hits) < size:
                return
            left = left if left < 0 else max(0, left - len(hits))
            after = hits[-1]["sort"]
            size = min(_PAGE, 8 * size)

    def _boosts(self, node: Node) -> dict[Leaf, float]:
        leaves = positive(node)
        wanted = [*leaves, *(word for leaf in leaves for word in queries.words_of(leaf))]
        unknown = [leaf for leaf in dict.fromkeys(wanted) if leaf not in self._counted]
        total = {} if _ALL in self._counted else {_ALL: queries.PARAGRAPHS}
        asked = [*total.values(), *map(queries.leaf_query, unknown)]
        self._counted |= zip([*total, *unknown], self._cluster.counts(self._target, asked), strict=True)
        return queries.boosts(leaves, self._counted[_ALL], self._counted)

    def count(self) -> int:
        """How many paragraphs it holds."""
        self._flush()
        return self._paragraphs()

    def frequency(self, term: str) -> int:
        """In how many paragraphs a term stands."""
        self._flush()
        return self._cluster.counts(self._target, [queries.leaf_query(Phrase((term,)))])[0]

    def vocabulary(self, prefix: str = "") -> Iterator[tuple[str, int]]:
        """The terms that begin with `prefix`, each with the number of its paragraphs."""
        self._flush()
        query = queries.leaf_query(Phrase((prefix,), prefix=True)) if prefix else queries.PARAGRAPHS
        after: Json = {}
        while True:
            listed: Json = {"size": _PAGE, "sources": [{"term": {"terms": {"field": "word"}}}], **after}
            body = {"size": 0, "query": query, "aggs": {"words": {"composite": listed}}}
            found = self._cluster.search(self._target, body)["aggregations"]["words"]
            for bucket in found["buckets"]:
                if str(bucket["key"]["term"]).startswith(prefix):
                    yield str(bucket["key"]["term"]), int(bucket["doc_count"])
            if "after_key" not in found:
                return
            after = {"after": found["after_key"]}

    def size(self) -> int:
        """Bytes that the index takes on the cluster's disks, its copies included, and what ranking knows."""
        (known,) = self.store.connection.execute("SELECT sum(length(data)) FROM profiles").fetchone()
        found = self._cluster.do(lambda client: client.indices.stats(index=self._target, metric="store"))
        held = found["_all"]["total"]["store"]["size_in_bytes"] if found else 0
        return int(known or 0) + int(held)


_ALL = Phrase(())  # in `_counted`: all paragraphs


def _documents(docs: Collection[int]) -> Filter:
    return Filter("document", "one of", tuple(sorted(docs)))


def _head(doc: int) -> str:
    return f"document {doc}"


def _indexing(id_: str) -> Json:
    return {"index": {"_id": id_}}


def _deleting(id_: str) -> Json:
    return {"delete": {"_id": id_}}
