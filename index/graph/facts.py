"""The edges as a table without texts: to publish, to load elsewhere, to load again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, BinaryIO

from mandex.corpus.errors import MandexError
from mandex.index.graph.edges import Edge

COLUMNS = tuple(field.name for field in fields(Edge))
_BETWEEN = "; "


class BadFactsError(MandexError):
    """A file that is no table of edges."""


def rows(edges: Iterable[Edge]) -> Iterator[dict[str, Any]]:
    """One row an edge; several pinpoints or places in one field are parted by semicolons."""
    for edge in edges:
        yield edge.row() | {
            "pinpoints": _BETWEEN.join(edge.pinpoints),
            "places": _BETWEEN.join(edge.places),
        }


def write(rows: Iterable[Mapping[str, Any]], columns: Iterable[str], out: BinaryIO) -> None:
    """Write rows as CSV (UTF-8)."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    out.write(text.getvalue().encode("utf-8"))


def read(path: Path) -> list[Edge]:
    """Read edges that were written as CSV. Raises `BadFactsError` with the line that does not fit."""
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            return list(_edges(path, csv.reader(lines)))
    except (OSError, UnicodeDecodeError) as error:
        raise BadFactsError(f"cannot read {path}: {error}") from error


def _edges(path: Path, rows: Iterator[list[str]]) -> Iterator[Edge]:
    head = tuple(next(rows, ()))
    if head[-len(COLUMNS) :] != COLUMNS:  # the file for Gephi has its own columns in front
        raise BadFactsError(f"{path} is no table of edges: its first line should read {','.join(COLUMNS)}")
    for line, row in enumerate(rows, start=2):
        try:
            citing, cited, relation, times, preambular, operative, pinpoints, places, doubtful = row[
                len(head) - len(COLUMNS) :
            ]
            yield Edge(
                citing, cited, relation, int(times), int(preambular), int(operative),  # type: ignore[arg-type]
                _parts(pinpoints), _parts(places), int(doubtful),
            )  # fmt: skip
        except ValueError as error:
            raise BadFactsError(f"{path}, line {line}: {error}") from error


def _parts(field: str) -> tuple[str, ...]:
    return tuple(field.split(_BETWEEN)) if field else ()
