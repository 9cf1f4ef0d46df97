"""Writing to a base in a cluster: one at a time, who ships what was changed and then says that it counts."""

from __future__ import annotations

import secrets
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

from mandex.corpus.errors import MandexError, StoreError
from mandex.corpus.model import Document
from mandex.corpus.store import Store
from mandex.index.engines import recorded_engine
from mandex.index.engines.locks import PATIENCE, holding
from mandex.index.shared import changes, parcels
from mandex.index.shared.home import Home
from mandex.index.shared.replica import bring_up, known, note
from mandex.index.shared.states import State, TakenOverError
from mandex.index.shared.versions import summed

_LEASE = 300.0  # seconds for which a writer that says nothing is taken to be alive
_MANY = 1000  # changed records that are shipped while the run goes on
_WRITER = "replica writer"  # a setting of a copy: what its writers call themselves


@contextmanager
def shipping(store: Store) -> Iterator[None]:
    """Hold the lock of the base, begin with what it is now, and ship what is changed here.

    A run that is interrupted, or fails for another reason than the cluster, ships what it has written. Of one
    that is killed counts what it had shipped; the rest is given up when the copy is next brought up to date.
    """
    home = Home(store.address)
    try:
        with holding(store.folder / "writing.lock", PATIENCE) as is_held:
            if not is_held:
                raise StoreError(f"another process of this machine writes to {home}: try again later")
            shipper = Shipper(store, home)
            changes.follow(store.connection)
            store.listeners.append(shipper)
            try:
                yield
            except BaseException:
                if not shipper.is_broken:
                    with suppress(MandexError):
                        shipper.finish()
                raise
            finally:
                store.listeners.remove(shipper)
            shipper.finish()
    finally:
        home.close()


def locked(store: Store, home: Home) -> State:
    """The state of the base, held by us. A lock of another writer of this copy is free: it is dead.

    Raises `StoreError` where another machine holds it, or there is no base.
    """
    me = store.setting(_WRITER) or secrets.token_hex(8)
    store.set_setting(_WRITER, me)
    patience = time.monotonic() + PATIENCE
    while True:
        state = home.state()
        if state is None:
            raise StoreError(f"the base at {home} is gone")
        if state.writer in ("", me) or state.until < time.time():
            with suppress(TakenOverError):
                return home.publish(state.held_by(me, socket.gethostname(), time.time() + _LEASE))
        elif time.monotonic() > patience:
            left = max(1, round((state.until - time.time()) / 60))
            raise StoreError(
                f"{state.host!r} is writing to {home}: try again when it has finished; if it died,"
                f" its lock ends in {left} min"
            )
        time.sleep(0.5)


class Shipper:
    """A listener: ships what has been committed, when it is enough. Raises `StoreError` where that fails.

    `is_broken` when it has failed: the lock is another's, or the cluster does not answer.
    """

    def __init__(self, store: Store, home: Home) -> None:
        self._store = store
        self._home = home
        self._state = locked(store, home)
        self._shipping = False
        self.is_broken = False
        try:
            bring_up(store, home)
            if not home.is_tidy(self._state):
                home.delete(home.useless(self._state))
        except BaseException:
            with suppress(MandexError):
                home.publish(self._state.released())
            raise

    def finish(self) -> None:
        """Ship what is left, and let go of the lock."""
        self._ship()
        self._state = self._home.publish(self._state.released())

    # -- shipping

    def _ship(self) -> None:
        store, state = self._store, self._state
        changed = changes.changed(store.connection)
        if not changed and recorded_engine(store) == state.engine:
            return
        before = known(store.connection, changed)
        new: set[str] = set()

        def records() -> Iterator[tuple[str, bytes | None]]:
            for key in changed:
                packed = parcels.pack(store.connection, key)
                if packed is not None or (key in before and before[key].hash):
                    new.add(key)
                    yield key, packed

        versions = self._home.put(state, records())
        old = [(key, one.hash) for key, one in before.items() if key in new and one.hash]
        now = [(key, one.hash) for key, one in versions.items() if one.hash]
        self._state = self._home.publish(
            replace(
                state.next(state.records - len(old) + len(now),
                           f"{int(state.digest, 16) - summed(old) + summed(now):x}",
                           recorded_engine(store)),
                until=time.time() + _LEASE,
            )
        )  # fmt: skip
        with store.transaction():
            note(store, self._state, versions)
            changes.forget(store.connection, changed)
        self._home.delete(before[key].id for key in new & before.keys())

    def commit(self) -> None:
        """Ship what the store has committed, when it is enough; say now and then that we are alive."""
        if self._shipping:
            return
        self._shipping = True
        try:
            if len(changes.changed(self._store.connection)) >= _MANY:
                self._ship()
            elif self._state.until < time.time() + _LEASE / 2:
                self._state = self._home.publish(replace(self._state, until=time.time() + _LEASE))
        except StoreError:
            self.is_broken = True
            raise
        finally:
            self._shipping = False

    def rollback(self) -> None:
        """Nothing to do: what was changed is noted in the store's transaction."""

    def added(self, doc: int, document: Document) -> None:
        """Nothing to do: see `changes.follow`."""

    def removed(self, doc: int) -> None:
        """Nothing to do: see `changes.follow`."""
