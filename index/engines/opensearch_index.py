"""An index in a cluster, reached by an alias (`un` names `un-3`); a new one is made beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from mandex.index.engines import opensearch_queries as queries
from mandex.index.engines.address import Json
from mandex.index.engines.cluster import Cluster

LISTS = ("force", "binding", "actor", "topic", "cites", "instrument")  # fields of several values
_KEYWORDS = ("symbol", "lang", "date", "kind", "verb", *LISTS, "version")
# An index is made without copies of its shards, which would index all of it again; they are then copied.
_WHILE_MADE = {"number_of_replicas": 0, "refresh_interval": "-1"}
_IN_USE = {"number_of_replicas": 1, "refresh_interval": "30s"}  # a run refreshes when it has written


def mapping(base: str, made_by: str) -> Json:
    """The fields of paragraphs and, beside them, of the versions of documents; whose they are."""
    keyword = {"type": "keyword"}
    number = {"type": "long"}
    return {
        "dynamic": "strict",
        "_meta": {"base": base, "made_by": made_by},
        "_source": {"enabled": False},  # the texts are in the store
        "properties": {
            queries.TEXT: {
                "type": "text", "analyzer": "whitespace", "index_options": "positions",
                "index_prefixes": {"min_chars": queries.SHORTEST, "max_chars": queries.LONGEST},
            },
            "word": {"type": "keyword", "index": False},  # the terms once more, to be listed
            **dict.fromkeys(_KEYWORDS, keyword),
            "id": number, "doc": number, "year": {"type": "integer"}, "binding": {"type": "byte"},
            "weight": {"type": "double", "index": False},
        },
    }  # fmt: skip


class AliasedIndex:
    """What is written to and asked: what the alias names, or, while it is made, an index beside that."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self.alias = self.target = cluster.address.name

    @property
    def is_being_made(self) -> bool:
        """Whether the index is not yet in its place."""
        return self.target != self.alias

    def behind_alias(self) -> Mapping[str, Any]:
        """The indices that the alias names, with their mappings; none where there is no such alias."""
        found = self.cluster.do(lambda client: client.indices.get_mapping(index=self.alias))
        return found or {}

    def create(self, mapping: Json) -> None:
        """Make an index beside whatever the alias names, and aim at it."""
        self.cluster.require_version()
        there = self.cluster.do(lambda client: client.indices.get(index=f"{self.alias}-*")) or {}
        numbers = [int(m[1]) for name in there if (m := re.fullmatch(rf"{self.alias}-(\d+)", name))]
        target = f"{self.alias}-{max(numbers, default=0) + 1}"
        body = {
            "settings": {
                "number_of_shards": self.cluster.address.shards, **_WHILE_MADE,
            },
            "mappings": mapping,
        }  # fmt: skip
        self.cluster.do(lambda client: client.indices.create(index=target, body=body))
        self.target = target

    def put_in_place(self) -> None:
        """The alias goes over at once; what it named before is deleted, and what runs that died left."""
        target = self.target
        self.cluster.do(lambda client: client.indices.put_settings(index=target, body=_IN_USE))
        old = [name for name in self.behind_alias() if name != self.target]
        actions: list[Json] = [{"remove": {"index": name, "alias": self.alias}} for name in old]
        actions.append({"add": {"index": self.target, "alias": self.alias}})
        self.cluster.do(lambda client: client.indices.update_aliases(body={"actions": actions}))
        for name in old:
            self._drop(name)
        self.target = self.alias

    def _drop(self, name: str) -> None:
        self.cluster.do(lambda client: client.indices.delete(index=name))
