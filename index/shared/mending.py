"""A base in a cluster that is damaged there, put right from a copy that is whole.

A copy knows the number, revision, hash and size of every record of its revision, and can pack each of them
again. So what the index lacks, or holds otherwise than it was written, is written again, byte for byte, under
the same number: no revision is made, no other machine has to fetch anything. What the copy cannot pack to the
same hash it leaves alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from hashlib import sha256

from mandex.corpus.errors import StoreError
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index.engines import recorded_engine
from mandex.index.engines.locks import PATIENCE, holding
from mandex.index.shared import changes, copies, parcels, replica
from mandex.index.shared.home import Home
from mandex.index.shared.shipping import locked
from mandex.index.shared.states import DamagedError, GoneError, State
from mandex.index.shared.versions import Version, token_of

_NAMED = 3  # damaged records that a message names


@dataclass(frozen=True, slots=True)
class Damage:
    """What the cluster holds otherwise than a copy knows that it was written.

    `records` are missing or changed, `strays` numbers of records that the copy does not know, each with its
    revision; `state` says what is wrong with the state of the base.
    """

    records: Mapping[str, Version]
    strays: Mapping[str, int]
    state: str = ""

    def messages(self, home: Home) -> list[str]:
        """What to tell of it; nothing where all is well."""
        told = [self.state] if self.state else []
        if self.records:
            some = ", ".join([*self.records][:_NAMED]) + (" …" if len(self.records) > _NAMED else "")
            told.append(f"{len(self.records)} records of {home} are damaged or missing: {some}")
        if self.strays:
            told.append(f"{len(self.strays)} records of {home} were not written by Mandex as they are")
        return told


def damage(store: Store, home: Home) -> Damage:
    """What is damaged in the cluster, seen from this copy: every record is fetched and compared.

    Raises `StoreError` where the copy is of another revision than the cluster, so that it cannot tell.
    """
    versions = replica.all_known(store.connection)
    state, told = _state(store, home)
    if state is None and not home.is_there():
        return Damage(versions, {}, told)
    strays = home.besides({version.id for version in versions.values()})
    if state is not None:  # what a writer left that was killed is the next writer's to clear away
        strays = {id_: at for id_, at in strays.items() if at <= state.revision and not _is_dead(id_, state)}
    found = Damage(home.damaged(versions), strays, told)
    if state is not None and found.messages(home) and home.state() != state:
        raise StoreError(f"{home} was written to meanwhile: run this again")
    return found


def _is_dead(id_: str, state: State) -> bool:
    return token_of(id_) in (*state.dead, state.token)


def _state(store: Store, home: Home) -> tuple[State | None, str]:
    """The state, if it can be relied on, and what is wrong with it."""
    try:
        state = home.state()
    except DamagedError as error:
        return None, error.what
    if state is None:
        return None, f"the base at {home} is gone"
    if (state.base, state.revision) != (store.setting(copies.BASE), copies.revision(store)):
        raise StoreError(
            f"the base at {home} is of revision {state.revision}, this machine's copy of"
            f" {copies.revision(store)}: run 'mandex doctor --repair' on a machine whose copy is of that one"
        )
    records, digest = replica.held(store.connection)
    if (state.records, int(state.digest, 16)) != (records, int(digest, 16)):
        return state, f"the state of {home} does not fit its records"
    return state, ""


def examined(address: str) -> tuple[Store, list[str]]:
    """The copy, brought up to date if that can be, and what is damaged in the cluster.

    Raises `StoreError` where there is no copy, or one of another revision.
    """
    try:
        store = copies.up_to_date(address) or replica.opened(address, create=False, tell=lambda _: None)
    except (DamagedError, GoneError):
        found = copies.as_it_is(address)
        if found is None:
            raise
        store = found
    try:
        with closing(Home(address)) as home:
            return store, damage(store, home).messages(home)
    except BaseException:
        store.close()
        raise


def mend(store: Store, tell: Callable[[str], None]) -> None:
    """Make the cluster what this copy knows that it was.

    The copy must be whole itself, which the caller has seen to. Raises `StoreError` where it does not know
    enough: nothing is then written.
    """
    with closing(Home(store.address)) as home:
        _mend(store, home, tell)


def _mend(store: Store, home: Home, tell: Callable[[str], None]) -> None:
    if changes.changed(store.connection):
        raise StoreError(f"this machine's copy of {home} has changes that were not shipped: it mends nothing")
    with holding(store.folder / "writing.lock", PATIENCE) as is_held:
        if not is_held:
            raise StoreError(f"another process of this machine writes to {home}: try again later")
        found = damage(store, home)
        state, _ = _state(store, home)
        with _alone(store, home, state) as right:
            _put_right(store, home, found, right)
    if left := damage(store, home).messages(home):
        raise StoreError(f"this could not be mended from the copy of this machine: {left[0]}")
    if found.records:
        tell(f"{len(found.records)} records of {home} were put back from this machine's copy")


@contextmanager
def _alone(store: Store, home: Home, state: State | None) -> Iterator[State]:
    """The state as it ought to be, and its lock meanwhile; where there is none to lock, nobody can write."""
    records, digest = replica.held(store.connection)
    if state is None:
        engine = recorded_engine(store)
        made = State(store.setting(copies.BASE), engine, copies.revision(store), records, digest)
        yield made
        home.replace_state(made)
        return
    mine = locked(store, home)
    try:
        if mine.revision != state.revision:
            raise StoreError(f"{home} was written to meanwhile: run this again")
        mine = replace(mine, records=records, digest=digest)
        yield mine
    finally:
        home.publish(mine.released())


def _put_right(store: Store, home: Home, found: Damage, state: State) -> None:
    if not state.writer and (newer := max(found.strays.values(), default=0)) > state.revision:
        raise StoreError(
            f"{home} holds records of revision {newer}, this machine's copy is of {state.revision}, and the"
            " state that tells whether they count is gone: run this on a machine with a newer copy, or"
            " restore the index from a snapshot"
        )
    home.make_index()
    home.put_back(_packed(store, found.records))
    home.delete(found.strays)
    home.refresh()


def _packed(store: Store, records: Mapping[str, Version]) -> Iterator[tuple[str, Version, bytes]]:
    """The records that the copy packs as they were."""
    for key, version in records.items():
        data = parcels.pack(store.connection, key) if version.hash else b""
        if data is not None and (not version.hash or sha256(data).hexdigest() == version.hash):
            yield key, version, data
