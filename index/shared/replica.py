"""This machine's copy of a base in a cluster, and how it is brought up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path

from mandex.corpus.errors import StoreError
from mandex.corpus.opening import FILENAME, SCHEMA_VERSION
from mandex.corpus.store import Store
from mandex.index.engines import DEFAULT
from mandex.index.engines.cluster import parse
from mandex.index.engines.locks import PATIENCE, holding
from mandex.index.in_step import in_step
from mandex.index.shared import parcels
from mandex.index.shared.home import Home
from mandex.index.shared.states import State, UnsettledError, Version, summed

_BASE, _REVISION = "replica of", "replica revision"  # settings of a copy
_RECORDS = (
    "CREATE TABLE IF NOT EXISTS replica_records (key TEXT PRIMARY KEY, id TEXT NOT NULL,"
    " revision INTEGER NOT NULL, hash TEXT NOT NULL, size INTEGER NOT NULL) WITHOUT ROWID"
)
_TRIES = 10  # to catch a base that others write to
_MANY = 200  # records whose fetching is told


def folder(address: str) -> Path:
    """Where the copy lies: one for each address and for each version of the tables."""
    told = parse(address)
    name = sha256(str(told).encode()).hexdigest()[:12]
    return user_cache_path("mandex") / "bases" / f"{told.name}-{name}-{SCHEMA_VERSION}"


def opened(address: str, *, create: bool, offline: bool, tell: Callable[[str], None]) -> Store:
    """The copy, as new as the cluster; `offline` as new as it is."""
    place = folder(address)
    if offline:
        store = _open(place, address) if (place / FILENAME).exists() else None
        if store is None or not revision(store):
            raise StoreError(f"there is no copy of {parse(address)} here yet: ask it once with the cluster")
        return store
    home = Home(address)
    try:
        state = home.state() or (home.create(DEFAULT) if create else None)
        if state is None:
            raise StoreError(f"there is no base at {home}: 'mandex --kb {home} ingest PATH' makes it")
        store = _open(place, address)
        try:
            if not _is_at(store, state):
                _refresh(store, home, tell)
        except BaseException:
            store.close()
            raise
    finally:
        home.close()
    return store


def _open(place: Path, address: str) -> Store:
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
    return int(store.setting(_REVISION) or 0)


def _is_at(store: Store, state: State) -> bool:
    there = store.setting(_BASE), revision(store)
    return there == (state.base, state.revision) and not parcels.changed(store.connection)


def _refresh(store: Store, home: Home, tell: Callable[[str], None]) -> None:
    """Bring the copy up to date, alone. While this machine writes, the copy is what it has written so far."""
    with holding(store.folder / "refresh.lock", PATIENCE) as is_held:
        if not is_held:
            raise StoreError(f"another process is fetching {home}: try again when it has finished")
        with holding(store.folder / "writing.lock", 0) as is_free:
            if is_free:
                bring_up(store, home, tell)
            elif not store.setting(_BASE):
                raise StoreError(f"another process is fetching {home}: try again when it has finished")


def bring_up(store: Store, home: Home, tell: Callable[[str], None] = lambda _: None) -> State:
    """Make the copy what the cluster has at this moment, and give up what was written here and never shipped.

    The whole of it or nothing is seen. To be called by who holds the lock on the copy.
    """
    parcels.prepare(store.connection)
    store.connection.execute(_RECORDS)
    anew = False
    for _ in range(_TRIES):
        state = home.state()
        if state is None:
            raise StoreError(f"the base at {home} is gone")
        anew = anew or store.setting(_BASE) != state.base or revision(store) > state.revision
        try:
            _update(store, home, state, anew=anew, tell=tell)
        except UnsettledError as error:
            if home.state() == state:
                if anew:
                    raise StoreError(
                        f"{home} is damaged ({error}): restore its index from a snapshot"
                    ) from error
                anew = True
        else:
            return state
    raise StoreError(f"{home} is written to all the time: try again later")


def _update(store: Store, home: Home, state: State, *, anew: bool, tell: Callable[[str], None]) -> None:
    if not anew and _is_at(store, state):
        return
    db = store.connection
    news = dict(home.listed(0 if anew else revision(store), state))
    if len(news) >= _MANY:
        tell(f"fetching {len(news)} records of {home}")
    with in_step(store, state.engine), store.transaction():
        if anew:
            parcels.drop_all(store)
            db.execute("DELETE FROM replica_records")
        undone = set(parcels.changed(db)) - news.keys()
        for key in (*news, *undone):
            parcels.drop(store, key)
        wanted = {key: one for key, one in (news | known(db, undone)).items() if one.hash}
        for key, packed in home.contents(dict(sorted(wanted.items(), key=_in_order))):
            parcels.put(store, key, packed)
        note(store, state, news)
        parcels.forget_changes(db, parcels.changed(db))
        _compare(db, state)


def _in_order(item: tuple[str, Version]) -> tuple[str, int]:
    """Documents in the order in which they were first written, as what is derived from them is then, too."""
    key, _ = item
    return key[0], int(key[1:]) if key[0] == "d" else 0


def known(db: sqlite3.Connection, keys: Iterable[str]) -> dict[str, Version]:
    """The versions in the cluster of records that the copy knows."""
    query = "SELECT id, revision, hash, size FROM replica_records WHERE key = ?"
    found = ((key, db.execute(query, (key,)).fetchone()) for key in keys)
    return {key: Version(*row) for key, row in found if row}


def note(store: Store, state: State, versions: Mapping[str, Version]) -> None:
    """Remember, in a transaction of the caller's, that the copy is of this state and holds these versions."""
    store.connection.executemany(
        "INSERT OR REPLACE INTO replica_records (key, id, revision, hash, size) VALUES (?, ?, ?, ?, ?)",
        ((key, one.id, one.revision, one.hash, one.size) for key, one in versions.items()),
    )
    store.set_setting(_BASE, state.base)
    store.set_setting(_REVISION, str(state.revision))


def _compare(db: sqlite3.Connection, state: State) -> None:
    """Raise `UnsettledError` where the copy has not the records of the state."""
    held = db.execute("SELECT key, hash FROM replica_records WHERE hash <> ''").fetchall()
    if len(held) != state.records or summed(held) != int(state.digest, 16):
        raise UnsettledError(
            f"{len(held)} records are there, not the {state.records} of revision {state.revision}"
        )
