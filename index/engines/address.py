"""Where a cluster is, and who asks it. Both come from outside a base, which may come from anyone.

The address of an index is taken from the environment (`MANDEX_OPENSEARCH`) and never from a base: what is
asked, and with which password, is sent to it. `opensearch://HOST:PORT/NAME` speaks plain HTTP,
`opensearchs://` TLS; several hosts are separated by commas, so that the others are asked where one is gone.
`MANDEX_OPENSEARCH_USER` and `_PASSWORD` log in, `MANDEX_OPENSEARCH_CA` names the certificates to trust
instead of the system's.
"""

from __future__ import annotations

import os
import re
from typing import Any

from mandex.corpus.errors import StoreError
from mandex.corpus.records import dataclass

VARIABLE = "MANDEX_OPENSEARCH"
Json = dict[str, Any]
_ADDRESS = re.compile(
    r"opensearch(?P<tls>s?)://(?P<hosts>[^/\s]+)/(?P<name>[a-z0-9][a-z0-9_-]{0,79})"
    r"(?:\?shards=(?P<shards>[1-9]\d{0,2}))?"
)


@dataclass(frozen=True, slots=True)
class Address:
    """Where an index is: `hosts` as `HOST:PORT`, the name of its alias, how many shards a new one has."""

    hosts: tuple[str, ...]
    name: str
    tls: bool = False
    shards: int = 1

    def __str__(self) -> str:
        return f"opensearch{'s' if self.tls else ''}://{','.join(self.hosts)}/{self.name}"


def parse(address: str) -> Address:
    """Read an address. Raises `StoreError` where it is none.

    >>> str(parse("opensearchs://a:9200,b:9200/un?shards=6")), parse("opensearch://a/un").shards
    ('opensearchs://a:9200,b:9200/un', 1)
    """
    match = _ADDRESS.fullmatch(address)
    if not match or "@" in address:
        raise StoreError(
            f"{_without_secret(address)!r} is no address of a cluster: write opensearch://HOST:PORT/NAME, the"
            " name in small letters, user and password in the environment"
        )
    hosts = tuple(match["hosts"].split(","))
    return Address(hosts, match["name"], bool(match["tls"]), int(match["shards"] or 1))


def _without_secret(address: str) -> str:
    return re.sub(r"//[^/@]*@", "//…@", address)


def configured() -> Address:
    """The address that the environment names. Raises `StoreError` where it names none."""
    address = os.environ.get(VARIABLE, "")
    if not address:
        raise StoreError(f"name the cluster in the environment: {VARIABLE}=opensearch://HOST:9200/NAME")
    return parse(address)


def login(address: Address) -> tuple[str, str] | None:
    """User and password. Raises `StoreError` where they would be sent in plain text."""
    user, password = os.environ.get(f"{VARIABLE}_USER"), os.environ.get(f"{VARIABLE}_PASSWORD")
    if user and not address.tls:
        raise StoreError(f"{address} would send the password in plain text: write opensearchs://")
    return (user, password) if user and password else None


def authority() -> str | None:
    """The file of the certificates to trust; None for the system's."""
    return os.environ.get(f"{VARIABLE}_CA")


def host_and_port(host: str) -> tuple[str, int]:
    """Both of `HOST:PORT`; 9200 where no port is named. Raises `StoreError`.

    >>> host_and_port("search1:9201"), host_and_port("search1")
    (('search1', 9201), ('search1', 9200))
    """
    name, _, port = host.rpartition(":") if ":" in host else (host, "", "9200")
    if not port.isdigit():
        raise StoreError(f"{host!r} is no host with a port")
    return name, int(port)
