"""What may be asked of an OpenSearch cluster. An answer is whole or it is an error."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from opensearchpy import OpenSearch
from opensearchpy.exceptions import (
    AuthenticationException,
    AuthorizationException,
    ConnectionError,
    NotFoundError,
    OpenSearchException,
    SSLError,
    TransportError,
)

from mandex.corpus.errors import StoreError
from mandex.index.engines.address import VARIABLE, Address, Json, authority, host_and_port, login

_OLDEST = 2  # major version
_TIMEOUT = 30.0  # seconds for one request
_QUESTIONS, _WRITES = 45.0, 180.0  # seconds in which a cluster that has lost a node may find itself again
_PASSING = frozenset({429, 502, 503, 504})  # too much at once, or a node is gone and another not yet there
_CHUNK, _CHUNK_BYTES = 1000, 8 << 20  # of one bulk request
_FULL = "flood-stage"  # how OpenSearch says that its disks are full


class Cluster:
    """A connection. Every request is tried again while a cluster that has lost a node finds itself."""

    def __init__(self, address: Address) -> None:
        self.address = address
        logging.getLogger("opensearch").setLevel(logging.CRITICAL)  # what fails is told here, in one line
        hosts = [host_and_port(host) for host in address.hosts]
        self.client = OpenSearch(
            hosts=[{"host": host, "port": port, "use_ssl": address.tls} for host, port in hosts],
            http_auth=login(address), verify_certs=True, ca_certs=authority(), timeout=_TIMEOUT,
            max_retries=3, retry_on_timeout=True, http_compress=True,
        )  # fmt: skip

    def close(self) -> None:
        """Let go of the connections."""
        self.client.close()

    # -- asking

    def search(self, index: str, body: Json, *, preference: str = "") -> Json:
        """One search of all shards; raises `StoreError` where one did not answer.

        Searches of one `preference` go to the same copies of the shards, while these are there.
        """
        params = {"allow_partial_search_results": "false"}
        if preference:
            params["preference"] = preference
        found: Json = self._patiently(
            lambda: _whole(self.client.search(index=index, body=body, params=params)), _QUESTIONS
        )
        if found is None:
            raise StoreError(f"there is no index {self.address}: 'mandex doctor --repair' makes it")
        return found

    def counts(self, index: str, queries: Iterable[Json]) -> list[int]:
        """How many each query finds, in one request."""
        lines: list[Json] = []
        for query in queries:
            lines += [{"index": index}, {"size": 0, "track_total_hits": True, "query": query}]
        if not lines:
            return []

        def ask() -> list[int]:
            found = self.client.msearch(body=lines)
            return [int(_whole(one)["hits"]["total"]["value"]) for one in found["responses"]]

        found: list[int] = self._patiently(ask, _QUESTIONS)
        return found

    def do(self, request: Callable[[OpenSearch], Any], *, patience: float = _WRITES) -> Any:
        """Anything else that may be done twice; what the cluster does not have gives None."""
        return self._patiently(lambda: request(self.client), patience)

    def bulk(self, index: str, actions: Iterable[tuple[Json, Json | None]]) -> None:
        """Write and delete by number; each action is acknowledged, or there is a `StoreError`.

        What is refused for want of room in a queue, or because a shard has just lost its node, is sent again.
        """
        for chunk in _chunks(actions):
            left = chunk
            until, pause = time.monotonic() + _WRITES, 0.25
            while left:
                left = self._send(index, left)
                if left and time.monotonic() > until:
                    raise StoreError(f"{self.address} keeps refusing what is written: {self._state()}")
                if left:
                    time.sleep(pause)
                    pause = min(8.0, 2 * pause)

    def _send(self, index: str, chunk: list[tuple[Json, Json | None]]) -> list[tuple[Json, Json | None]]:
        """Send once; what is to be sent again."""
        lines = [line for action in chunk for line in action if line is not None]
        done = self._patiently(lambda: self.client.bulk(index=index, body=lines), _WRITES)
        again = []
        for action, result in zip(chunk, done["items"], strict=True):
            ((kind, told),) = result.items()
            status = told["status"]
            if status in _PASSING and _FULL not in str(told.get("error")):
                again.append(action)
            elif status >= 300 and not (kind == "delete" and status == 404):  # gone already
                raise StoreError(f"{self.address} refuses what is written: {_reason(told.get('error'))}")
        return again

    def _patiently(self, request: Callable[[], Any], patience: float) -> Any:
        until, pause = time.monotonic() + patience, 0.25
        while True:
            try:
                return request()
            except (_NotWholeError, TransportError) as error:
                if isinstance(error, NotFoundError):
                    return None
                if not _is_passing(error) or time.monotonic() > until:
                    raise self._explained(error) from error
            except OpenSearchException as error:
                raise self._explained(error) from error
            time.sleep(pause)
            pause = min(4.0, 2 * pause)

    def _explained(self, error: Exception) -> StoreError:
        """What to tell, and what to do."""
        if isinstance(error, AuthenticationException | AuthorizationException):
            return StoreError(
                f"{self.address} does not let us in: set {VARIABLE}_USER and {VARIABLE}_PASSWORD"
            )
        if isinstance(error, SSLError):
            return StoreError(
                f"{self.address} shows a certificate that is not trusted: name its authority in {VARIABLE}_CA"
            )
        if isinstance(error, ConnectionError):
            return StoreError(f"{self.address} does not answer: {_reason(error.info)}")
        if isinstance(error, _NotWholeError):
            return StoreError(f"{self.address} gave only a part of the answer ({error}): {self._state()}")
        reason = _reason(error.info) if isinstance(error, TransportError) else str(error)
        if _FULL in reason:
            return StoreError(f"the disks of {self.address} are full, it takes no more: {reason}")
        return StoreError(f"{self.address}: {reason}; {self._state()}")

    def _state(self) -> str:
        try:
            health = self.client.cluster.health(params={"request_timeout": 5})
        except OpenSearchException:
            return "the cluster does not say how it is"
        if health["status"] == "red":
            return "the cluster is red, a part of some index is on no node: bring its nodes back"
        return f"the cluster is {health['status']}, with {health['number_of_nodes']} nodes"

    def require_version(self) -> None:
        """Raise `StoreError` where the cluster is too old, or something else."""
        found = self.do(lambda client: client.info(), patience=_QUESTIONS)
        version = found.get("version", {})
        number, kind = str(version.get("number", "?")), version.get("distribution", "something else")
        if kind != "opensearch" or int(number.split(".", maxsplit=1)[0]) < _OLDEST:
            raise StoreError(
                f"{self.address} is {kind} {number}; Mandex writes to OpenSearch {_OLDEST} or newer"
            )


class _NotWholeError(Exception):
    """An answer that lacks shards, or was cut short."""


def _whole(answer: Mapping[str, Any]) -> Json:
    """The answer, if all shards gave theirs.

    OpenSearch sends parts of an answer with HTTP 200, and while a shard moves even where it was told not to.
    """
    if "error" in answer:
        raise TransportError(answer.get("status", 500), str(answer["error"]), answer["error"])
    shards = answer["_shards"]
    if shards["failed"] or shards["successful"] < shards["total"] or answer.get("timed_out"):
        raise _NotWholeError(f"{shards['successful']} of {shards['total']} shards")
    return dict(answer)


def _is_passing(error: Exception) -> bool:
    if isinstance(error, _NotWholeError):
        return True
    if isinstance(error, SSLError):
        return False
    if isinstance(error, ConnectionError):
        return True
    return isinstance(error, TransportError) and error.status_code in _PASSING and _FULL not in str(error)


def _reason(told: Any) -> str:
    """The innermost reason of an error, in one line."""
    while isinstance(told, dict):
        causes = told.get("root_cause") or [None]
        told = told.get("error") or told.get("caused_by") or causes[0] or told.get("reason") or str(told)
        if isinstance(told, dict) and "reason" in told and not (told.keys() & {"caused_by", "root_cause"}):
            told = told["reason"]
    return " ".join(str(told).split())[:300]


def _chunks(actions: Iterable[tuple[Json, Json | None]]) -> Iterator[list[tuple[Json, Json | None]]]:
    chunk: list[tuple[Json, Json | None]] = []
    size = 0
    for action in actions:
        chunk.append(action)
        size += 200 + (
            3 * len(action[1].get("text", "")) + len(action[1].get("data", "")) if action[1] else 0
        )
        if len(chunk) >= _CHUNK or size >= _CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
