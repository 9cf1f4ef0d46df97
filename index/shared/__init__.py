"""A base whose home is a cluster: `--kb opensearch://HOST:PORT/NAME`.

The cluster holds what no program can make anew (see `parcels`). Whoever asks keeps a copy of it in the user's
cache, with an index of its own, which is brought up to date before each question by what is newer in the
cluster: one small request where nothing is. Whoever writes holds the base's lock meanwhile (see `shipping`).
The rooms above know only the copy, which is a base like any other.
"""

from __future__ import annotations

import os
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from mandex.corpus.errors import StoreError
from mandex.corpus.store import Store

# Taken: `opensearch://search1:9200/un`, also as a path, which loses a stroke: `opensearch:/search1:9200/un`.
_ADDRESS = re.compile(r"(opensearchs?):/+(.+)", re.DOTALL)
OFFLINE = "MANDEX_OFFLINE"
SECONDS = 5.0  # between two looks of a server at the cluster

Tell = Callable[[str], None]


def address_of(place: Path | str) -> str:
    """The address of a cluster that a place names; empty for a folder."""
    found = _ADDRESS.fullmatch(place.as_posix() if isinstance(place, Path) else place)
    return f"{found[1]}://{found[2]}" if found else ""


def is_offline() -> bool:
    """Whether the user wants answers from this machine's copy, without the cluster being asked."""
    return os.environ.get(OFFLINE, "") not in ("", "0")


def folder_of(place: Path | str) -> Path:
    """The folder of the base at a place: for a cluster, that of this machine's copy."""
    if not (address := address_of(place)):
        return Path(place)
    from mandex.index.shared.copies import folder  # noqa: PLC0415 - most bases are folders

    return folder(address)


def opened(
    place: Path | str, *, create: bool = False, fresh: bool = True, tell: Tell = lambda _: None
) -> Store:
    """The base at a place; with `create` it is made where there is none. `tell` is told what takes long.

    The copy of a base in a cluster is brought up to date first, unless it need not be `fresh`.

    Raises `StoreError` where there is none, where it is damaged or of another version, or where its cluster
    does not answer.
    """
    if not (address := address_of(place)):
        return Store.open(Path(place), create=create)
    _require_extra()
    from mandex.index.shared import copies  # noqa: PLC0415 - most bases are folders

    if is_offline() or not fresh:
        if store := copies.as_it_is(address):
            return store
        raise StoreError(f"there is no copy of {address} here yet: ask it once with the cluster")
    if store := copies.up_to_date(address):
        return store
    from mandex.index.shared import replica  # noqa: PLC0415 - loads OpenSearch's client

    return replica.opened(address, create=create, tell=tell)


def revision(store: Store) -> int:
    """The revision of the base: of a cluster that which the copy is, of a folder how often it was changed."""
    if not store.address:
        return store.revision()
    from mandex.index.shared import copies  # noqa: PLC0415 - most bases are folders

    return copies.revision(store)


def fetched_anew(place: Path | str) -> Store:
    """The copy of a base in a cluster, fetched whole: the one that was there is thrown away."""
    _require_extra()
    from mandex.index.shared import copies  # noqa: PLC0415 - most bases are folders

    copies.discard(address_of(place))
    return opened(place)


def examined(place: Path | str) -> tuple[Store, list[str]]:
    """The base at a place, and what is wrong with it in its cluster, all of whose records are looked at.

    Where it is so damaged there that it cannot be fetched, the copy is as it is. Raises `StoreError` where
    there is no copy, or one of another revision.
    """
    if not address_of(place) or is_offline():
        return opened(place), []
    _require_extra()
    from mandex.index.shared import mending  # noqa: PLC0415 - most bases are folders

    return mending.examined(address_of(place))


def mend(store: Store, tell: Tell) -> None:
    """Put right in the cluster what this copy, which must be whole, has as it was. Raises `StoreError`."""
    from mandex.index.shared import mending  # noqa: PLC0415 - most bases are folders

    mending.mend(store, tell)


@contextmanager
def writing(store: Store) -> Iterator[None]:
    """Alone among all that write to this base; what is written goes to the cluster where its home is one.

    Raises `StoreError` where another writes, or the cluster does not take it: run again, nothing is lost that
    was there before.
    """
    if not store.address:
        yield
        return
    if is_offline():
        raise StoreError(f"{store.address} cannot be written to while {OFFLINE} is set")
    from mandex.index.shared.shipping import shipping  # noqa: PLC0415 - most bases are folders

    with shipping(store):
        yield


class Freshness:
    """Keeps the copy behind a server fresh: every few seconds one request looks whether anything is newer."""

    def __init__(self, place: Path | str, seconds: float = SECONDS) -> None:
        self._place = place
        self._seconds = seconds
        self._next = 0.0
        self._fault: StoreError | None = None
        self._looking = threading.Lock()

    def look(self) -> None:
        """Called before each answer; raises `StoreError` while the cluster does not answer."""
        if not address_of(self._place) or is_offline():
            return
        if time.monotonic() >= self._next and self._looking.acquire(blocking=False):
            try:
                opened(self._place).close()
                self._fault = None
            except StoreError as error:
                self._fault = error
            finally:
                self._next = time.monotonic() + self._seconds
                self._looking.release()
        if self._fault:
            raise StoreError(str(self._fault))


def _require_extra() -> None:
    if find_spec("opensearchpy") is None:
        raise StoreError("a base in a cluster needs a package more: pip install 'mandex[opensearch]'")
