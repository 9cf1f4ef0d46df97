"""What a shared base asks of OpenSearch, kept in memory: for tests without Java, and for faults on purpose.

Only the requests that `index/shared` makes are known; any other is an error. A document is found by searches
only after a refresh, as there.
"""

from __future__ import annotations

import gzip
import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from copy import deepcopy
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Json = dict[str, Any]


@dataclass
class Fake:
    """A node: its indices, and what was asked of it."""

    port: int = 0
    held: dict[str, dict[str, Json]] = field(default_factory=dict)  # by index and id: source, seq
    found: dict[str, dict[str, Json]] = field(default_factory=dict)  # the same as of the last refresh
    asked: list[tuple[str, str, int]] = field(default_factory=list)  # verb, path, bytes of the answer
    fault: Callable[[str, str, Json], tuple[int, Json] | None] = lambda *_: None
    after: Callable[[], None] = lambda: None  # once, when a request was done and is not answered yet
    seq: int = 0
    lock: Any = field(default_factory=threading.RLock)

    def reset(self, held: dict[str, dict[str, Json]]) -> None:
        """Hold this and nothing else, and find all of it; forget what was asked, and no fault."""
        self.held = deepcopy(held)
        self.found = {name: dict(one) for name, one in self.held.items()}
        self.asked.clear()
        self.fault, self.after = lambda *_: None, lambda: None

    @property
    def state(self) -> Json:
        """The state of the base that is held."""
        found: Json = self.held["un-documents"]["state"]["_source"]
        return found

    @property
    def address(self) -> str:
        return f"opensearch://127.0.0.1:{self.port}"

    def answer(self, verb: str, path: str, params: Json, body: Any) -> tuple[int, Json]:
        with self.lock:
            if told := self.fault(verb, path, params):
                return told
            if path == "/":
                return 200, {"version": {"number": "2.19.6", "distribution": "opensearch"}}
            if path == "/_cluster/health":
                return 200, {"status": "green", "number_of_nodes": 1}
            if path == "/_msearch":
                return 200, {
                    "responses": [
                        self._search(h["index"], q) for h, q in zip(body[::2], body[1::2], strict=True)
                    ]
                }
            name, _, rest = path.strip("/").partition("/")
            if not rest:
                return self._index(verb, name)
            if name not in self.held:
                return 404, {"error": {"type": "index_not_found_exception"}, "status": 404}
            return self._of(verb, name, rest, params, body)

    def _index(self, verb: str, name: str) -> tuple[int, Json]:
        if verb == "PUT" and name in self.held:
            return 400, {"error": {"type": "resource_already_exists_exception"}, "status": 400}
        if verb == "PUT":
            self.held[name], self.found[name] = {}, {}
        return (200 if name in self.held else 404), {}

    def _of(self, verb: str, name: str, rest: str, params: Json, body: Any) -> tuple[int, Json]:
        held = self.held[name]
        if rest.startswith("_doc/") and verb == "GET":
            one = held.get(rest[5:])
            return (200, {**one, "found": True}) if one else (404, {"found": False})
        if rest.startswith(("_doc/", "_create/")):
            return self._write(held, rest.split("/")[1], body, params, only_new="_create" in rest)
        match rest:
            case "_refresh":
                self.found[name] = dict(held)
                return 200, {"_shards": {"total": 1, "successful": 1, "failed": 0}}
            case "_search":
                return 200, self._search(name, body)
            case "_mget":
                return 200, {"docs": [{**held[id_], "found": True} if id_ in held else {"found": False}
                                      for id_ in body["ids"]]}  # fmt: skip
            case "_bulk":
                return 200, {"items": list(self._bulk(held, body))}
            case _:
                return 400, {"error": f"the double knows no {verb} {rest}", "status": 400}

    def _write(
        self, held: dict[str, Json], id_: str, body: Json, params: Json, *, only_new: bool
    ) -> tuple[int, Json]:
        one = held.get(id_)
        wanted = params.get("if_seq_no")
        if (one and (only_new or params.get("op_type") == "create")) or (
            wanted is not None and (not one or int(wanted) != one["_seq_no"])
        ):
            return 409, {"error": {"type": "version_conflict_engine_exception"}, "status": 409}
        self.seq += 1
        held[id_] = {"_id": id_, "_seq_no": self.seq, "_primary_term": 1, "_source": body}
        return 201, {"_seq_no": self.seq, "_primary_term": 1}

    def _bulk(self, held: dict[str, Json], lines: list[Json]) -> Iterator[Json]:
        rest = iter(lines)
        for line in rest:
            ((kind, about),) = line.items()
            if kind == "delete":
                yield {"delete": {"status": 200 if held.pop(about["_id"], None) else 404}}
            else:
                self._write(held, about["_id"], next(rest), {}, only_new=False)
                yield {"index": {"status": 201}}

    def _search(self, name: str, body: Json) -> Json:
        hits = [one for one in self.found[name].values() if _fits(one["_source"], body["query"])]
        whole = {"_shards": {"total": 1, "successful": 1, "failed": 0}, "timed_out": False}
        if body["size"] == 0:
            return {"hits": {"total": {"value": len(hits)}}, **whole}
        fields = [next(iter(one)) for one in body["sort"]]
        told = (([hit["_source"][one] for one in fields], hit) for hit in hits)
        listed = sorted(told, key=lambda one: one[0])
        after = body.get("search_after", [])
        shown = [
            {"_id": hit["_id"], "sort": at,
             "fields": {one: [hit["_source"][one]] for one in body["docvalue_fields"]}}
            for at, hit in listed if not after or at > after
        ]  # fmt: skip
        return {"hits": {"hits": shown[: body["size"]]}, **whole}


def _fits(source: Json, query: Json) -> bool:
    ((kind, told),) = query.items()
    match kind:
        case "bool":
            return all(_fits(source, one) for one in told.get("filter", ())) and not any(
                _fits(source, one) for one in told.get("must_not", ())
            )
        case "exists":
            return told["field"] in source
        case "term" | "terms":
            ((name, values),) = told.items()
            return source.get(name) in (values if kind == "terms" else [values])
        case "range":
            ((name, ends),) = told.items()
            return ends["gt"] < source[name] <= ends.get("lte", float("inf"))
        case _:
            raise AssertionError(f"the double knows no query {kind}")


@contextmanager
def running() -> Iterator[Fake]:
    """A node that answers on loopback."""
    fake = Fake()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: Any) -> None:
            pass

        def _any(self) -> None:
            split = urlsplit(self.path)
            read = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if self.headers.get("Content-Encoding") == "gzip":
                read = gzip.decompress(read)
            many = re.search(r"/_(bulk|msearch)$", split.path)
            body = (
                [json.loads(line) for line in read.splitlines() if line]
                if many
                else json.loads(read or b"{}")
            )
            params = {name: values[0] for name, values in parse_qs(split.query).items()}
            status, told = fake.answer(self.command, split.path, params, body)
            after, fake.after = fake.after, lambda: None
            after()
            out = b"" if self.command == "HEAD" else json.dumps(told).encode()
            fake.asked.append((self.command, split.path, len(out)))
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(out)))
            with suppress(ConnectionError):  # a client that was killed
                self.end_headers()
                self.wfile.write(out)

        do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = _any  # noqa: N815

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    fake.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
