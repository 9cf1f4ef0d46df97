"""Bases that another version of Mandex made: left as they are, and whoever opens one is told the way out."""

from __future__ import annotations

import shlex
import sqlite3
from os.path import commonpath
from pathlib import Path


def refusal(connection: sqlite3.Connection, path: Path, made: int, reads: int) -> str:
    """Why a base of schema `made` is not opened by a version that reads `reads`, and what to do.

    The table of files is the same in every schema, so the command that makes the base anew names what it was
    made of.
    """
    if made > reads:
        return (
            f"{path} is a base of a newer version of Mandex (its schema is {made}, this one reads {reads}):"
            " install that version: pip install --upgrade mandex"
        )
    return (
        f"{path} is a base of an older version of Mandex (its schema is {made}, this one reads {reads}) and"
        " is left as it is; make it anew in another folder: mandex --kb NEW-FOLDER ingest"
        f" {_sources(connection)}"
    )


def _sources(connection: sqlite3.Connection) -> str:
    """The folder or file that all of a base was read from, quoted for a shell; PATH where that is gone."""
    try:
        read = [row[0] for row in connection.execute("SELECT path FROM files")]
    except sqlite3.Error:
        read = []
    there = [path for path in read if Path(path).is_absolute() and Path(path).exists()]
    return shlex.quote(commonpath(there)) if there else "PATH"
