"""Folders that lie in object stores (`s3://bucket/folder`, `gs://…`, `abfs://…`), read through a copy.

It is kept in the base's folder under `remote/`, one to an address, and brought up to date before it is
read: what is new or of another version there (`ukey` of fsspec: a checksum, an ETag, a date) is fetched, what
is gone there is kept, as files that are gone from a folder are. Readers, limits and what is known of
unchanged files are then those of any folder. Passwords come from the environment, as each store's library
reads them, never from an address.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from mandex.corpus.errors import StoreError

# Taken: `s3://bucket/un`, also as a path, which loses a stroke: `s3:/bucket/un`. Left: `C:\texts`, `https://…`.
_ADDRESS = re.compile(r"(?!https?:|ftp:)([a-z][a-z0-9+-]+):/+([^\s/].*)")
_KEYS = ".versions.json"  # in a copy: the version of each file that was fetched


def address_of(path: Path | str) -> str:
    """The address in an object store that a path names; empty for a path of this machine, or a web page."""
    found = _ADDRESS.fullmatch(str(path))
    return f"{found[1]}://{found[2].rstrip('/')}" if found else ""


def copied(address: str, kept: Path) -> Path:
    """The copy of what lies at an address, brought up to date; `kept` is the folder of all copies.

    Raises `StoreError` where the library of such a store is not installed, or the store does not answer.
    """
    protocol, _, place = address.partition("://")
    folder = kept / protocol / _local(place)
    folder.mkdir(parents=True, exist_ok=True)
    known = folder / _KEYS
    keys: dict[str, str] = json.loads(known.read_text("utf-8")) if known.exists() else {}
    try:
        _fetch(_files(protocol), place, folder, keys)
    except (OSError, ValueError, ImportError) as error:
        raise StoreError(f"{address} cannot be read: {error or type(error).__name__}") from error
    finally:  # what was fetched before a failure need not be fetched again
        known.write_text(json.dumps(keys), "utf-8")
    return folder


def _files(protocol: str) -> Any:  # of fsspec, which has no types
    try:
        import fsspec  # noqa: PLC0415 - only where something lies elsewhere
    except ImportError as error:
        raise StoreError(f"{protocol}:// needs fsspec: pip install 'mandex[remote]'") from error
    return fsspec.filesystem(protocol)


def _fetch(files: Any, place: str, folder: Path, keys: dict[str, str]) -> None:
    for name, relative in _listed(files, place):
        key = str(files.ukey(name))
        target = folder / relative
        if keys.get(relative) == key and target.exists():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        files.get_file(name, str(target))
        keys[relative] = key


def _listed(files: Any, place: str) -> Iterator[tuple[str, str]]:
    """The files at a place and what each is called in the copy; a name that leads out of it is none."""
    top = files._strip_protocol(place)
    found = files.find(top)
    if not found:
        raise FileNotFoundError("there is nothing at this address")
    for name in found:
        relative = _local(name.removeprefix(top).strip("/") or PurePosixPath(name).name)
        if PurePosixPath(relative).name != _KEYS:
            yield name, relative


def _local(name: str) -> str:
    """A name without what could lead out of a folder, or hides a file."""
    return "/".join(part for part in name.split("/") if part not in ("", ".", ".."))
