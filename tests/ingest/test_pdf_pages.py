"""Headings and tables of real PDF files as their pages show them to a reader."""

from __future__ import annotations

import pytest
from places import DATA

from mandex.corpus.records import dataclass
from mandex.ingest.pipeline import read_file

PDF = DATA / "pdf"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not PDF.is_dir(), reason="needs the collections in ../shared/data"),
]


@dataclass(frozen=True, slots=True)
class Page:
    """What was read on the pages of a file: how many headings and tables, and some of the headings."""

    headings: int
    tables: int
    some: tuple[tuple[str, str], ...]  # number and words, in their order


AGREEMENT = (
    "Agreement under the United Nations Convention on the Law of the Sea on the Conservation and Sustainable"
    " Use of Marine Biological Diversity of Areas beyond National Jurisdiction"
)
PAGES = {
    # typewritten; headings of two lines, centred or beside their letter
    "A_52_687": Page(15, 0, (
        ("II", "POLITICAL CONTEXT"),
        ("E", "Impunity, compensation and rehabilitation of victims of past human rights abuses"),
        ("", "Letter dated 10 November 1997 from President René Préval addressed to the Secretary-General"),
    )),
    # the lists of those voting against and abstaining are none, nor is (spoke in French)
    "A_79_PV.64": Page(14, 0, (
        ("", "Agenda item 13 (continued)"), ("", "Draft resolution (A/79/L.64)"),
        ("", "Draft decision (A/79/L.72)"),
    )),
    # numbered headings of three lines
    "A_CONF.230_2025_10": Page(25, 0, (
        ("I", "Introduction"), ("C", "Status of and trends in international governance processes"),
        ("2", AGREEMENT), ("4", "International Maritime Organization"),
    )),
    "A_ES-10_1027": Page(0, 0, ()),
    "A_HRC_RES_59_25": Page(2, 0, (("", "59/25. Human rights and climate change"),)),
    # The paragraph should read: no heading
    "E_2025_68_Corr.1": Page(6, 0, (("", "Corrigendum"), ("1", "Paragraph 44"), ("4", "Paragraph 52"))),
    "S_2025_10_Add.31": Page(6, 0, (
        ("", "Addendum"),
        ("", "Maintenance of international peace and security (25 June 2007; 29 July 2025)"),
    )),
    "S_2025_10_Add.32": Page(4, 0, (
        ("", "Addendum"),
        ("", "Non-proliferation of weapons of mass destruction (22 April 2004; 6 August 2025)"),
    )),
    # 24 pages, each of them a table whose head has three lines over one of its columns
    "S_2025_107": Page(2, 24, (("", "Lebanon Violations Report: 27 November 2024–16 February 2025"),)),
    "S_2025_114": Page(0, 0, ()),  # “…”, with, “…”
    "S_2025_117": Page(0, 0, ()),
    "S_2025_127": Page(17, 0, (
        ("", "Annex"), ("", "Enclosure"),
        ("", "Progress in the elimination of the Syrian chemical weapons programme"),
    )),
    # the titles of axes and the legends of charts are none
    "S_2025_153": Page(35, 0, (
        ("", "Figure II"), ("E", "Landmines and cluster bombs"), ("", "Freedom of movement incidents"),
    )),
    "S_2025_202": Page(36, 0, (
        ("A", "Security situation"), ("", "Democratic Republic of the Congo"),
        ("B", "Other United Nations system entities"),
    )),
    "S_2025_22": Page(7, 0, (
        ("", "Annex"),
        ("", "Threats posed by the use of new and emerging financial technologies for terrorist purposes"),
    )),
    # tables whose last cell has three lines
    "S_2025_239": Page(76, 5, (
        ("II", "Conflict dynamics"), ("1", "SAF and the SAF-aligned joint forces"), ("", "Table 1"),
        ("B", "RSF logistics"), ("", "Annexes"),
    )),
    "S_2025_85": Page(28, 2, (
        ("", "Figure I"), ("", "Investigating the trafficking of firearms and ammunition into Haiti"),
        ("", "Annex List of firearms seized, 2021–2024"),
    )),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_headings_and_tables_are_those_of_the_pages(name: str) -> None:
    (path,) = PDF.glob(f"{name}.en.pdf")
    [document] = read_file(path).documents
    headings = [(p.label, " ".join(p.text.split())) for p in document.paragraphs if p.kind == "heading"]
    tables = [p for p in document.paragraphs if p.kind == "table"]
    expected = PAGES[name]
    assert (len(headings), len(tables)) == (expected.headings, expected.tables)
    left = iter(headings)
    assert all(heading in left for heading in expected.some)


def test_the_head_of_a_column_is_read_whole() -> None:
    for name, head in (
        ("S_2025_107", "Date of submission to the mechanism"),
        ("S_2025_85", "Home-made weapons"),
    ):
        [document] = read_file(PDF / f"{name}.en.pdf").documents
        first = next(p for p in document.paragraphs if p.kind == "table")
        assert head in first.text.split("\n")[0].split("\t")
