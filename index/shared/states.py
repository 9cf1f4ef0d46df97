"""The state of a base in a cluster."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mandex.corpus.errors import StoreError
from mandex.corpus.opening import SCHEMA_VERSION
from mandex.corpus.records import dataclass
from mandex.index.engines import ENGINES
from mandex.index.engines.address import Address, Json

FORMAT = 1  # of the records in a cluster
STATE = "state"  # the number of the record that holds it
_MOST_DEAD = 50


class DamagedError(StoreError):
    """What the cluster holds is not what was written: a machine whose copy is whole can mend it."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what}: 'mandex doctor --repair' on a machine whose copy is whole mends it; else restore the"
            " index from a snapshot, or make the base anew under another name"
        )
        self.what = what


class GoneError(StoreError):
    """There is no base at this address."""


class TakenOverError(StoreError):
    """The state was changed by another writer."""


class UnsettledError(StoreError):
    """The records are not those of the state: a writer went on meanwhile, or something is damaged."""


@dataclass(frozen=True, slots=True)
class State:
    """What a base in a cluster is at a revision.

    `records` and `digest` are of the records that count. `writer` holds the lock until the moment `until`
    (seconds, by its clock) on `host`; what it writes next bears `token`, and what bears one of `dead` never
    counts: writers left it that were killed. `seen` is the version of the record, `stamp` tells who wrote it.
    """

    base: str
    engine: str
    revision: int = 0
    records: int = 0
    digest: str = "0"
    writer: str = ""
    host: str = ""
    until: float = 0.0
    token: str = ""
    dead: tuple[str, ...] = ()
    stamp: str = ""
    seen: tuple[int, int] = (0, 0)

    def held_by(self, writer: str, host: str, until: float) -> State:
        """The state when `writer` has the lock: a token that another left is dead."""
        dead = (*self.dead, self.token)[-_MOST_DEAD:] if self.token else self.dead
        return replace(
            self, writer=writer, host=host, until=until, token=os.urandom(8).hex(), dead=dead
        )  # fmt: skip

    def next(self, records: int, digest: str, engine: str) -> State:
        """The state in which what was written with the token counts."""
        return replace(
            self, revision=self.revision + 1, records=records, digest=digest, engine=engine,
            token=os.urandom(8).hex(),
        )  # fmt: skip

    def released(self) -> State:
        """The state that nobody holds."""
        return replace(self, writer="", host="", until=0.0, token="")


def documents_index(address: Address) -> str:
    """The index that holds the state and the records."""
    return f"{address.name}-documents"


def read_state(found: Json, where: str) -> State:
    """The state in an answer of the cluster. Raises `StoreError` if it is damaged, or of another version."""
    told = found.get("_source")
    told = told if isinstance(told, dict) else {}
    if told.get("format") != FORMAT or told.get("schema") != SCHEMA_VERSION:
        raise StoreError(
            f"{where} was made by another version of Mandex (tables {told.get('schema')!s:.9}, here"
            f" {SCHEMA_VERSION}): use that version, or make the base anew under another name"
        )
    try:
        state = State(
            **{name: told[name] for name in _TYPES}, dead=tuple(map(str, told["dead"])),
            seen=(int(found["_seq_no"]), int(found["_primary_term"])),
        )  # fmt: skip
        well = all(isinstance(getattr(state, name), type_) for name, type_ in _TYPES.items())
        well = well and int(state.digest, 16) >= 0 and state.revision >= 0 and state.engine in ENGINES
    except (LookupError, TypeError, ValueError):
        well = False
    if not well:
        raise DamagedError(f"the state of {where} is damaged")
    return state


_TYPES: Mapping[str, Any] = {
    "base": str, "engine": str, "revision": int, "records": int, "digest": str, "writer": str, "host": str,
    "until": (int, float), "token": str, "stamp": str,
}  # fmt: skip
