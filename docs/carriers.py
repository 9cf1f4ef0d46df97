"""What we write, opened by the programs that people use: `make carriers` writes docs/carriers.md."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

_ROOT = Path(__file__).parents[1]
_MANDEX = str(Path(sys.executable).with_name("mandex"))
_WRITTEN = (
    "export paragraphs -o rows.csv", "export paragraphs -o rows.xlsx", "export paragraphs -o rows.parquet",
    "graph -o graph.gexf", "graph -o graph.graphml", "graph -o graph.dot", "graph --format csv -o graph.csv",
    "graph --around 1373 -o graph.svg", "expiring --as-of 2032-10-10 --within 2y -o ends.ics",
    "bibliography 1373 2396 --style bibtex -o works.bib",
    "bibliography 1373 2396 --style csl-json -o works.json",
)  # fmt: skip


def _found(program: str) -> str:
    return shutil.which(program) or program


def _rows(folder: Path) -> int:
    return len((folder / "rows.jsonl").read_text("utf-8").splitlines())


def _polars(folder: Path) -> str:
    import polars  # noqa: PLC0415

    heights = {
        polars.read_parquet(folder / "rows.parquet").height,
        polars.read_csv(folder / "rows.csv").height,
    }
    assert heights == {_rows(folder)}
    return f"Parquet and CSV: {heights.pop()} rows"


def _duckdb(folder: Path) -> str:
    import duckdb  # noqa: PLC0415

    [(count,)] = duckdb.sql(f"SELECT count(*) FROM '{folder / 'rows.parquet'}'").fetchall()
    assert count == _rows(folder)
    return f"Parquet: {count} rows"


def _openpyxl(folder: Path) -> str:
    import openpyxl  # noqa: PLC0415

    sheet = openpyxl.load_workbook(folder / "rows.xlsx")["rows"]
    assert sheet.max_row == _rows(folder) + 1
    return f"XLSX: {sheet.max_row - 1} rows, frozen at {sheet.freeze_panes}"


def _libreoffice(folder: Path) -> str:
    command = [
        "soffice",
        "--headless",
        "--convert-to",
        "csv",
        "--outdir",
        folder / "office",
        folder / "rows.xlsx",
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return f"XLSX: converted, {(folder / 'office' / 'rows.csv').stat().st_size} bytes of CSV"


def _networkx(folder: Path) -> str:
    import networkx as nx  # noqa: PLC0415

    gexf, graphml = nx.read_gexf(folder / "graph.gexf"), nx.read_graphml(folder / "graph.graphml")
    assert len(gexf) == len(graphml)
    return f"GEXF and GraphML: {len(gexf)} nodes, {gexf.number_of_edges()} edges"


def _igraph(folder: Path) -> str:
    import igraph  # noqa: PLC0415

    graph = igraph.Graph.Read_GraphML(str(folder / "graph.graphml"))
    simple = graph.copy().simplify(loops=False)
    ours = dict(zip(graph.vs["label"], graph.vs["pagerank"], strict=True))
    theirs = dict(zip(simple.vs["label"], simple.pagerank(), strict=True))
    worst = max(abs(ours[symbol] - theirs[symbol]) for symbol in ours)
    assert worst < 1e-6
    return f"GraphML: {graph.vcount()} nodes; PageRank differs by at most {worst:.0e}"


def _graphviz(folder: Path) -> str:
    subprocess.run(
        [_found("dot"), "-Tsvg", folder / "graph.dot", "-o", folder / "dot.svg"], check=True, timeout=300
    )
    return f"DOT: {(folder / 'dot.svg').stat().st_size} bytes of SVG"


def _rsvg(folder: Path) -> str:
    subprocess.run([_found("rsvg-convert"), folder / "graph.svg", "-o", folder / "graph.png"], check=True)
    return f"SVG: {(folder / 'graph.png').stat().st_size} bytes of PNG"


def _cairosvg(folder: Path) -> str:
    import cairosvg  # noqa: PLC0415

    return f"SVG: {len(cairosvg.svg2png(url=str(folder / 'graph.svg')))} bytes of PNG"


def _icalendar(folder: Path) -> str:
    import icalendar  # noqa: PLC0415

    calendar = icalendar.Calendar.from_ical((folder / "ends.ics").read_bytes())
    return f"ICS: {len(calendar.walk('VEVENT'))} events"


def _bibtexparser(folder: Path) -> str:
    import bibtexparser  # noqa: PLC0415

    read = bibtexparser.parse_string((folder / "works.bib").read_text("utf-8"))
    assert len(read.entries) == 2
    assert not read.failed_blocks
    return "BibTeX: 2 entries"


def _citeproc(folder: Path) -> str:
    from citeproc.source.json import CiteProcJSON  # noqa: PLC0415

    return f"CSL-JSON: {len(CiteProcJSON(json.loads((folder / 'works.json').read_text('utf-8'))))} items"


def _datasette(folder: Path) -> str:
    url = "/mandex.json?sql=select+count(*)+as+n+from+readable_paragraphs&_shape=array"
    command = [sys.executable, "-m", "datasette", folder / "kb" / "mandex.db", "--get", url]
    found = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert json.loads(found) == [{"n": _rows(folder)}]
    return f"SQLite: {_rows(folder)} rows of readable_paragraphs"


# Program, how it is found (a command or a Python package), what it opens.
_OPENED: tuple[tuple[str, str, Callable[[Path], str]], ...] = (
    ("polars", "", _polars), ("duckdb", "", _duckdb), ("openpyxl", "", _openpyxl),
    ("LibreOffice", "soffice", _libreoffice), ("networkx", "", _networkx), ("igraph", "", _igraph),
    ("Graphviz", "dot", _graphviz), ("rsvg-convert", "rsvg-convert", _rsvg), ("cairosvg", "", _cairosvg),
    ("icalendar", "", _icalendar), ("bibtexparser", "", _bibtexparser), ("citeproc-py", "", _citeproc),
    ("datasette", "", _datasette),
)  # fmt: skip


def _version(name: str, command: str) -> str:
    """The version of a package, `found` for a command; empty for what is not installed."""
    if command:
        return "found" if shutil.which(command) else ""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _write(folder: Path) -> None:
    def mandex(*arguments: str) -> bytes:
        command = [_MANDEX, "--kb", str(folder / "kb"), *arguments]
        return subprocess.run(
            command, cwd=folder, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ).stdout

    mandex("ingest", str(_ROOT / "corpus" / "specimens"))
    (folder / "rows.jsonl").write_bytes(mandex("export", "paragraphs"))
    for command in _WRITTEN:
        mandex(*command.split())


def report() -> str:
    """The page: each program with its version and what it found; a program that fails ends the run."""
    lines = [
        "# What opens what we write", "",
        "Written by `make carriers` from a base of the specimens; a program that fails ends the run.", "",
        "| program | version | opened |", "|---|---|---|",
    ]  # fmt: skip
    with TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder)
        for program, command, opened in _OPENED:
            known = _version(program, command)
            lines.append(
                f"| {program} | {known or '–'} | {opened(folder) if known else 'not installed here'} |"
            )
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    Path(__file__).with_suffix(".md").write_text(report(), encoding="utf-8")
