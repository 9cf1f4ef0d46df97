"""The cluster as the home of a base: its records, and the state that says which of them count.

In the index `NAME-documents` a record is never changed. What replaces it is written beside it under a higher
revision, and counts from the moment when the base's state names that revision: who asks sees one revision
or the next, and what a killed writer left beyond it is nobody's. The state is one small record that is
changed only by who has seen its last version (`if_seq_no`), so that of two writers one is told.
"""

from __future__ import annotations

import base64
import binascii
import secrets
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from functools import partial
from hashlib import sha256
from typing import Any

from opensearchpy.exceptions import ConflictError, TransportError

from mandex.corpus.errors import StoreError
from mandex.corpus.opening import SCHEMA_VERSION
from mandex.index.engines.address import Json, parse
from mandex.index.engines.cluster import Cluster
from mandex.index.shared.states import (
    FORMAT,
    STATE,
    DamagedError,
    State,
    TakenOverError,
    UnsettledError,
    documents_index,
    read_state,
)
from mandex.index.shared.versions import Version, read_version

_PAGE = 10_000  # records listed in one answer
_FETCHED, _FETCHED_BYTES = 500, 8 << 20  # records in one answer, and their size
_PATIENCE = 15.0  # seconds for a question to a cluster that has lost a node
_MAPPING: Json = {
    "dynamic": False,
    "properties": {
        "key": {"type": "keyword"}, "hash": {"type": "keyword"}, "token": {"type": "keyword"},
        "revision": {"type": "long"}, "size": {"type": "long"},
    },
}  # fmt: skip


class Home:
    """A base in a cluster. Raises `StoreError` where that does not answer, or with what it may not."""

    def __init__(self, address: str) -> None:
        self.cluster = Cluster(parse(address))
        self.index = documents_index(self.cluster.address)

    def __str__(self) -> str:
        return str(self.cluster.address)

    def close(self) -> None:
        """Let go of the connections."""
        self.cluster.close()

    # -- the state

    def state(self) -> State | None:
        """The state; None where there is no such base."""
        found = self.cluster.do(lambda client: client.get(index=self.index, id=STATE), patience=_PATIENCE)
        return read_state(found, str(self)) if found else None

    def create(self, engine: str) -> State:
        """Make the base, empty, unless another has just made it."""
        self.make_index()
        first = State(base=secrets.token_hex(16), engine=engine)
        try:
            return self._write(first, op_type="create")
        except TakenOverError:
            made = self.state()
            assert made is not None
            return made

    def is_there(self) -> bool:
        """Whether there is an index, of whatever content."""
        return bool(self.cluster.do(lambda client: client.indices.exists(index=self.index)))

    def make_index(self) -> None:
        """Make the index, unless it is there."""
        self.cluster.require_version()
        body = {
            "settings": {"number_of_shards": self.cluster.address.shards, "number_of_replicas": 1},
            "mappings": _MAPPING,
        }
        self.cluster.do(lambda client: client.indices.create(index=self.index, body=body, ignore=400))
        if not self.is_there():
            raise StoreError(f"{self} cannot be made: the cluster refuses the index {self.index}")

    def publish(self, state: State) -> State:
        """Put a state in the place of the one that it was made from. Raises `TakenOverError`."""
        return self._write(state, if_seq_no=state.seen[0], if_primary_term=state.seen[1])

    def replace_state(self, state: State) -> State:
        """Put a state in the place of whatever is there: for one that is damaged."""
        return self._write(state)

    def _write(self, state: State, **condition: Any) -> State:
        state = replace(state, stamp=secrets.token_hex(8))
        body = {"format": FORMAT, "schema": SCHEMA_VERSION, **asdict(state)}
        del body["seen"]

        def send(client: Any) -> Any:
            try:
                return client.index(index=self.index, id=STATE, body=body, **condition)
            except ConflictError:
                return None

        done = self.cluster.do(send)
        if done:
            return replace(state, seen=(done["_seq_no"], done["_primary_term"]))
        now = self.state()
        if now is None or now.stamp != state.stamp:  # else a request sent twice, the first of which was done
            raise TakenOverError(f"another process writes to {self} now: run this again when it has finished")
        return now

    # -- records

    def listed(self, after: int, state: State) -> Iterator[tuple[str, Version]]:
        """Key and version of each record that counts and is newer than a revision, older ones first."""
        yield from self._listed(
            [{"range": {"revision": {"gt": after, "lte": state.revision}}}],
            [{"terms": {"token": state.dead}}],
        )

    def useless(self, state: State) -> list[str]:
        """The records that count no more, or never did. To be asked by who holds the lock."""
        self.refresh()
        living: dict[str, Version] = {}
        found = [version.id for _, version in self._listed([{"terms": {"token": state.dead}}], [])]
        for key, version in self._listed([], [{"terms": {"token": state.dead}}]):
            if version.revision > state.revision:
                found.append(version.id)
                continue
            if key in living:
                found.append(living[key].id)
            living[key] = version
        return found

    def is_tidy(self, state: State) -> bool:
        """Whether there are as many records as count: what was left over is to be looked for otherwise."""
        self.refresh()
        held = {"bool": {"filter": [{"exists": {"field": "key"}}], "must_not": [{"term": {"hash": ""}}]}}
        return self.cluster.counts(self.index, [held]) == [state.records]

    def _listed(self, filters: list[Json], without: list[Json]) -> Iterator[tuple[str, Version]]:
        for hit in self._hits(filters, without):
            yield read_version(hit, str(self))

    def _hits(self, filters: list[Json], without: list[Json]) -> Iterator[Json]:
        query = {"bool": {"filter": [{"exists": {"field": "key"}}, *filters], "must_not": without}}
        after: Json = {}
        while True:
            body: Json = {
                "size": _PAGE, "query": query, "sort": [{"revision": "asc"}, {"key": "asc"}],
                "docvalue_fields": ["key", "hash", "revision", "size"], "_source": False,
                "track_total_hits": False, **after,
            }  # fmt: skip
            hits = self.cluster.search(self.index, body)["hits"]["hits"]
            yield from hits
            if len(hits) < _PAGE:
                return
            after = {"search_after": hits[-1]["sort"]}

    def besides(self, known: Collection[str]) -> dict[str, int]:
        """The records with other numbers than these, each with its revision (0 where it tells none)."""
        self.refresh()
        found = {str(hit["_id"]): hit.get("fields", {}).get("revision", [0])[0] for hit in self._hits([], [])}
        return {id_: revision for id_, revision in found.items() if id_ not in known}

    def contents(self, wanted: Mapping[str, Version]) -> Iterator[tuple[str, bytes]]:
        """What the records hold, by key. Raises `UnsettledError` where one is no longer there."""
        for key, version, told in self._told(wanted):
            if told is None:
                raise UnsettledError(f"the record {key} of {self} is not there")
            data = _content(key, version, told)
            if data is None:
                raise DamagedError(f"the record {key} of {self} is damaged")
            yield key, data

    def damaged(self, known: Mapping[str, Version]) -> dict[str, Version]:
        """Those of the records that are not there, or not as they were written."""
        return {
            key: version
            for key, version, told in self._told(known)
            if told is None or told != _record(key, version, _content(key, version, told) or b"")
        }

    def _told(self, wanted: Mapping[str, Version]) -> Iterator[tuple[str, Version, Json | None]]:
        """The records as they are; None for one that is not there."""
        for some in _batches(wanted):
            ids = [version.id for _, version in some]
            found = self.cluster.do(partial(self._got, ids))
            docs = found["docs"] if found else ({},) * len(some)
            if len(docs) != len(some):
                raise UnsettledError(f"{len(docs)} of {len(some)} records came")
            for (key, version), one in zip(some, docs, strict=True):
                yield key, version, one.get("_source", {}) if one.get("found") else None

    def _got(self, ids: Sequence[str], client: Any) -> Json:
        """The records with these numbers, if no shard failed."""
        answer: Json = client.mget(index=self.index, body={"ids": ids})
        for one in answer["docs"]:
            if "error" in one:
                raise TransportError(503, str(one["error"]), one["error"])
        return answer

    def put(self, state: State, records: Iterable[tuple[str, bytes | None]]) -> dict[str, Version]:
        """Write records for the next revision (None: one that is gone); they count when it is published."""
        versions: dict[str, Version] = {}

        def actions() -> Iterator[tuple[Json, Json]]:
            for key, data in records:
                hash_ = sha256(data).hexdigest() if data is not None else ""
                name = sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]
                version = Version(f"{name}-{state.token}", state.revision + 1, hash_, len(data or b""))
                versions[key] = version
                yield _writing(key, version, data or b"")

        self.cluster.bulk(self.index, actions())
        self.refresh()
        return versions

    def put_back(self, records: Iterable[tuple[str, Version, bytes]]) -> None:
        """Write records again as they were."""
        self.cluster.bulk(self.index, (_writing(*one) for one in records))
        self.refresh()

    def delete(self, ids: Iterable[str]) -> None:
        """Take out versions that count no more."""
        self.cluster.bulk(self.index, (({"delete": {"_id": id_}}, None) for id_ in ids))

    def refresh(self) -> None:
        """Have what was written found."""
        self.cluster.do(lambda client: client.indices.refresh(index=self.index))


def _writing(key: str, version: Version, data: bytes) -> tuple[Json, Json]:
    return {"index": {"_id": version.id}}, _record(key, version, data)


def _record(key: str, version: Version, data: bytes) -> Json:
    """A record as the index holds it."""
    return {
        "key": key, "hash": version.hash, "token": version.token, "revision": version.revision,
        "size": version.size, "data": base64.b64encode(data).decode("ascii"),
    }  # fmt: skip


def _content(key: str, version: Version, told: Json) -> bytes | None:
    """What a record holds; None where that is not what was written."""
    try:
        data = base64.b64decode(told["data"], validate=True)
    except (LookupError, TypeError, ValueError, binascii.Error):
        return None
    well = told.get("key") == key and len(data) == version.size
    return data if well and sha256(data).hexdigest() == version.hash else None


def _batches(wanted: Mapping[str, Version]) -> Iterator[list[tuple[str, Version]]]:
    some: list[tuple[str, Version]] = []
    size = 0
    for item in wanted.items():
        some.append(item)
        size += item[1].size
        if len(some) == _FETCHED or size > _FETCHED_BYTES:
            yield some
            some, size = [], 0
    if some:
        yield some
