"""How this machine's copy of a base in a cluster is brought up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping

from mandex.corpus.errors import StoreError
from mandex.corpus.store import Store
from mandex.index.engines import DEFAULT
from mandex.index.engines.locks import PATIENCE, holding
from mandex.index.in_step import in_step
from mandex.index.shared import changes, parcels
from mandex.index.shared.copies import BASE, REVISION, is_at, open_copy, revision
from mandex.index.shared.home import Home
from mandex.index.shared.states import DamagedError, GoneError, State, UnsettledError
from mandex.index.shared.versions import Version, summed

_RECORDS = (
    "CREATE TABLE IF NOT EXISTS replica_records (key TEXT PRIMARY KEY, id TEXT NOT NULL,"
    " revision INTEGER NOT NULL, hash TEXT NOT NULL, size INTEGER NOT NULL) WITHOUT ROWID"
)
_TRIES = 10  # to catch a base that others write to
_MANY = 200  # records whose fetching is told


def opened(address: str, *, create: bool, tell: Callable[[str], None]) -> Store:
    """The copy, brought up to date; with `create` the base is made where there is none."""
    home = Home(address)
    try:
        state = home.state() or (home.create(DEFAULT) if create else None)
        if state is None:
            raise GoneError(f"there is no base at {home}: 'mandex --kb {home} ingest PATH' makes it")
        store = open_copy(address)
        try:
            if not is_at(store, state):
                _refresh(store, home, tell)
        except BaseException:
            store.close()
            raise
    finally:
        home.close()
    return store


def _refresh(store: Store, home: Home, tell: Callable[[str], None]) -> None:
    """Bring the copy up to date, alone. While this machine writes, the copy is what it has written so far."""
    with holding(store.folder / "refresh.lock", PATIENCE) as is_held:
        if not is_held:
            raise StoreError(f"another process is fetching {home}: try again when it has finished")
        with holding(store.folder / "writing.lock", 0) as is_free:
            if is_free:
                bring_up(store, home, tell)
            elif not store.setting(BASE):
                raise StoreError(f"another process is fetching {home}: try again when it has finished")


def bring_up(store: Store, home: Home, tell: Callable[[str], None] = lambda _: None) -> State:
    """Make the copy what the cluster has at this moment, and give up what was written here and never shipped.

    The whole of it or nothing is seen. To be called by who holds the lock on the copy.
    """
    changes.prepare(store.connection)
    parcels.prepare(store.connection)
    store.connection.execute(_RECORDS)
    anew = False
    for _ in range(_TRIES):
        state = home.state()
        if state is None:
            raise StoreError(f"the base at {home} is gone")
        anew = anew or store.setting(BASE) != state.base or revision(store) > state.revision
        try:
            _update(store, home, state, anew=anew, tell=tell)
        except UnsettledError as error:
            if home.state() == state:
                if anew:
                    raise DamagedError(f"{home} is damaged ({error})") from error
                anew = True
        else:
            return state
    raise StoreError(f"{home} is written to all the time: try again later")


def _update(store: Store, home: Home, state: State, *, anew: bool, tell: Callable[[str], None]) -> None:
    if not anew and is_at(store, state):
        return
    db = store.connection
    news = dict(home.listed(0 if anew else revision(store), state))
    if len(news) >= _MANY:
        tell(f"fetching {len(news)} records of {home}")
    with in_step(store, state.engine), store.transaction():
        if anew:
            parcels.drop_all(store)
            db.execute("DELETE FROM replica_records")
        undone = set(changes.changed(db)) - news.keys()
        for key in (*news, *undone):
            parcels.drop(store, key)
        wanted = {key: one for key, one in (news | known(db, undone)).items() if one.hash}
        for key, packed in home.contents(dict(sorted(wanted.items(), key=_in_order))):
            parcels.put(store, key, packed)
        note(store, state, news)
        changes.forget(db, changes.changed(db))
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


def all_known(db: sqlite3.Connection) -> dict[str, Version]:
    """The versions of all records, of those that are gone too."""
    found = db.execute("SELECT key, id, revision, hash, size FROM replica_records ORDER BY key")
    return {key: Version(*row) for key, *row in found}


def note(store: Store, state: State, versions: Mapping[str, Version]) -> None:
    """Remember, in a transaction of the caller's, that the copy is of this state and holds these versions."""
    store.connection.executemany(
        "INSERT OR REPLACE INTO replica_records (key, id, revision, hash, size) VALUES (?, ?, ?, ?, ?)",
        ((key, one.id, one.revision, one.hash, one.size) for key, one in versions.items()),
    )
    store.set_setting(BASE, state.base)
    store.set_setting(REVISION, str(state.revision))


def held(db: sqlite3.Connection) -> tuple[int, str]:
    """How many records the copy has, and the sum of their hashes as a state tells it."""
    found = db.execute("SELECT key, hash FROM replica_records WHERE hash <> ''").fetchall()
    return len(found), f"{summed(found):x}"


def _compare(db: sqlite3.Connection, state: State) -> None:
    """Raise `UnsettledError` where the copy has not the records of the state."""
    records, digest = held(db)
    if (records, int(digest, 16)) != (state.records, int(state.digest, 16)):
        raise UnsettledError(
            f"{records} records are there, not the {state.records} of revision {state.revision}"
        )
