"""Addresses of clusters, and what is said without one: no cluster is needed here."""

from __future__ import annotations

from pathlib import Path

import pytest
from search_cases import base

from mandex.corpus.errors import StoreError
from mandex.index.engines import asking, open_engine, record_engine
from mandex.index.engines.address import Address, parse

cluster = pytest.importorskip("mandex.index.engines.cluster", reason="needs mandex[opensearch], an extra")


@pytest.mark.parametrize(
    ("text", "hosts", "name", "tls", "shards"),
    [
        ("opensearch://localhost:9200/un", ("localhost:9200",), "un", False, 1),
        ("opensearchs://a:9200,b:9201/un-docs?shards=12", ("a:9200", "b:9201"), "un-docs", True, 12),
    ],
)
def test_addresses(text: str, hosts: tuple[str, ...], name: str, tls: bool, shards: int) -> None:
    assert parse(text) == Address(hosts, name, tls, shards)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("http://localhost:9200/un", "another scheme"),
        ("opensearch://localhost:9200", "no name"),
        ("opensearch://localhost:9200/UN", "a name that OpenSearch refuses"),
        ("opensearch://localhost/un*", "a pattern would name the indices of others"),
        ("opensearch://localhost/_all", "all indices"),
        ("opensearch://u:secret@localhost/un", "a password in an address ends up in logs"),
        ("opensearch://localhost/un?shards=0", "no shards"),
    ],
)
def test_what_is_no_address(text: str, reason: str) -> None:
    with pytest.raises(StoreError, match="no address of a cluster") as caught:
        parse(text)
    assert "secret" not in str(caught.value), reason


def test_the_address_comes_from_the_environment_and_never_from_a_base(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MANDEX_OPENSEARCH", raising=False)
    with base(tmp_path) as store:
        record_engine(store, "opensearch")
        store.set_setting("opensearch", "opensearch://somewhere:9200/else")
        with pytest.raises(StoreError, match="MANDEX_OPENSEARCH="):
            asking(store)


def test_no_password_is_sent_in_plain_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MANDEX_OPENSEARCH", "opensearch://localhost:9200/un")
    monkeypatch.setenv("MANDEX_OPENSEARCH_USER", "me")
    monkeypatch.setenv("MANDEX_OPENSEARCH_PASSWORD", "secret")
    with base(tmp_path) as store, pytest.raises(StoreError, match="opensearchs://"):
        open_engine(store, "opensearch")


@pytest.mark.parametrize(
    ("answer", "is_whole"),
    [
        ({"_shards": {"total": 3, "successful": 3, "failed": 0}, "timed_out": False}, True),
        ({"_shards": {"total": 3, "successful": 2, "failed": 1}, "timed_out": False}, False),
        # While a shard moves none has failed, and one is missing all the same.
        ({"_shards": {"total": 3, "successful": 2, "failed": 0}, "timed_out": False}, False),
        ({"_shards": {"total": 3, "successful": 3, "failed": 0}, "timed_out": True}, False),
    ],
)
def test_an_answer_is_whole_or_none(answer: dict[str, object], is_whole: bool) -> None:
    if is_whole:
        assert cluster._whole(answer) == answer
    else:
        with pytest.raises(cluster._NotWholeError):
            cluster._whole(answer)
