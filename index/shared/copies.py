"""This machine's copy of a base in a cluster: where it lies, and of which revision it is."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path

from mandex.corpus.errors import StoreError
from mandex.corpus.opening import FILENAME, SCHEMA_VERSION
from mandex.corpus.store import Store
from mandex.index.engines.address import parse
from mandex.index.engines.locks import PATIENCE, holding
from mandex.index.shared import changes
from mandex.index.shared.glance import glance
from mandex.index.shared.states import State

BASE = "replica of"  # a setting of a copy: the number of the base
REVISION = "replica revision"  # another


def folder(address: str) -> Path:
    """Where the copy lies: one for each address and for each version of the tables."""
    told = parse(address)
    name = sha256(str(told).encode()).hexdigest()[:12]
    return user_cache_path("mandex") / "bases" / f"{told.name}-{name}-{SCHEMA_VERSION}"


def up_to_date(address: str) -> Store | None:
    """The copy, if it is what the cluster has at this moment: one small request tells."""
    state = glance(parse(address))
    return _held(address, lambda store: is_at(store, state)) if state else None


def as_it_is(address: str) -> Store | None:
    """The copy, without the cluster being asked; None where there is none, or one that was never fetched."""
    return _held(address, lambda store: revision(store) > 0)


def _held(address: str, serves: Callable[[Store], bool]) -> Store | None:
    """The copy, if there is one and it serves."""
    if not (folder(address) / FILENAME).exists():
        return None
    store = open_copy(address)
    if serves(store):
        return store
    store.close()
    return None


def open_copy(address: str) -> Store:
    """The copy, which is made, empty, where there is none."""
    place = folder(address)
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        place.chmod(0o700)  # texts that a password guards in the cluster
    except OSError as error:
        raise StoreError(f"cannot keep a copy in {place}: {error.strerror or error}") from error
    store = Store.open(place, create=True)
    store.address = str(parse(address))
    return store


def discard(address: str) -> None:
    """Throw the copy away, unless this machine is writing."""
    place = folder(address)
    with holding(place / "writing.lock", PATIENCE) as is_held:
        if not is_held:
            raise StoreError(f"another process is writing {parse(address)}: try again later")
        for end in ("", "-wal", "-shm"):
            (place / f"{FILENAME}{end}").unlink(missing_ok=True)


def revision(store: Store) -> int:
    """Which revision of the base a copy is; 0 before it is any."""
    return int(store.setting(REVISION) or 0)


def is_at(store: Store, state: State) -> bool:
    """Whether the copy is of this state, and nothing was written here that is not in the cluster."""
    there = store.setting(BASE), revision(store)
    return there == (state.base, state.revision) and not changes.changed(store.connection)
