"""The versions of a shared base's records, and the sum by which two lists of them are compared."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from mandex.corpus.records import dataclass
from mandex.index.engines.address import Json
from mandex.index.shared.keys import LARGEST, is_key
from mandex.index.shared.states import DamagedError


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a record: its number in the index, hash and size; no hash where it is gone."""

    id: str
    revision: int
    hash: str
    size: int

    @property
    def token(self) -> str:
        """That of the writer's who wrote it."""
        return token_of(self.id)


def token_of(id_: str) -> str:
    """The end of a record's number: the token of its writer."""
    return id_.rpartition("-")[2]


def summed(versions: Iterable[tuple[str, str]]) -> int:
    """A sum over keys and hashes, in which the order does not matter and one can be taken out again."""
    hashes = (
        sha256(f"{hash_} {key}".encode("utf-8", "surrogatepass")).digest() for key, hash_ in versions if hash_
    )
    return sum(int.from_bytes(one[:16], "big") for one in hashes)


def read_version(hit: Json, where: str) -> tuple[str, Version]:
    """Key and version of a record in an answer of the cluster. Raises `DamagedError`."""
    try:
        key, revision, hash_, size = (hit["fields"][name][0] for name in ("key", "revision", "hash", "size"))
        well = isinstance(key, str) and is_key(key) and isinstance(hash_, str)
        well = well and type(revision) is int and type(size) is int and 0 <= size <= LARGEST
        version = Version(str(hit["_id"]), revision, hash_, size)
    except (LookupError, TypeError, ValueError):
        well = False
    if not well:
        raise DamagedError(f"the list of the records of {where} is damaged ({hit!s:.80})")
    return key, version
