"""Tables keep their rows and cells; contents pages and labels of charts are no paragraphs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mandex.corpus.model import Span
from mandex.index.output.showing import table_lines
from mandex.ingest.raw import Block, RawText
from mandex.ingest.readers.pdf_figures import set_aside
from mandex.ingest.readers.pdf_furniture import Marked
from mandex.ingest.readers.pdf_glyphs import Fragment, Page
from mandex.ingest.readers.pdf_lines import Line, lines_of
from mandex.ingest.readers.pdf_tables import cells_of, runs
from mandex.ingest.segment import segment


def row(y: float, *cells: tuple[float, str]) -> list[Line]:
    return [Line(text, x, x + 5 * len(text), y, 10, 1, cells=len(cells)) for x, text in cells]


def texts(lines: list[Line]) -> list[list[str]]:
    return [[" ".join(line.text for line in cell) for cell in r] for r in cells_of(lines)]


# The second line of a cell, a row of one cell, and figures that end where their column ends.
WRAPPED = [
    *row(100, (50, "Group"), (200, "Leader"), (300, "Strength")),
    *row(120, (50, "Aligned forces")),
    *row(140, (50, "Liberation Army of"), (200, "Minni"), (300, "1,500")),
    *row(152, (50, "the North")),
    *row(172, (50, "Movement"), (200, "Gibril"), (320, "20")),
]
# Every row of print is a row of the table, though the first column is filled only once.
TIGHT = [
    *row(100, (50, "2021"), (100, "January"), (200, "30"), (250, "2")),
    *row(112, (100, "February"), (200, "27"), (250, "1")),
    *row(124, (100, "March"), (200, "8"), (250, "-")),
    *row(136, (50, "Total"), (200, "65"), (250, "3")),
]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (WRAPPED, [
            ["Group", "Leader", "Strength"], ["Aligned forces", "", ""],
            ["Liberation Army of the North", "Minni", "1,500"], ["Movement", "Gibril", "20"],
        ]),
        (TIGHT, [
            ["2021", "January", "30", "2"], ["", "February", "27", "1"], ["", "March", "8", "-"],
            ["Total", "", "65", "3"],
        ]),
    ],
    ids=["wrapped", "tight"],
)  # fmt: skip
def test_rows_and_cells(lines: list[Line], expected: list[list[str]]) -> None:
    assert texts(lines) == expected


def test_a_table_ends_where_text_begins() -> None:
    prose = [Line("The Group notes that all of this is so and will report on it.", 50, 400, 200, 10, 1)]
    above = [Line("The Group heard the following figures of the mission in the north.", 50, 400, 60, 10, 1)]
    found = [(bool(is_table), len(lines)) for lines, is_table in runs([*above, *WRAPPED, *prose])]
    assert found == [(False, 1), (True, len(WRAPPED)), (False, 1)]


def test_two_rows_side_by_side_are_no_table() -> None:
    """A masthead, or the signatures of two ambassadors."""
    lines = [*row(100, (50, "General Assembly"), (300, "Security Council")), *row(112, (50, "x"), (300, "y"))]
    assert [is_table for _, is_table in runs(lines)] == [False]


def drawn(y: float, *pieces: tuple[float, float, str]) -> list[Fragment]:
    return [Fragment(text, x0, x1, y, 10) for x0, x1, text in pieces]


def test_a_long_cell_is_cut_where_the_column_begins_just_above() -> None:
    """Its gap is narrower than two ems, but the next cell begins where those of the rows above do."""
    above = drawn(100, (50, 140, "Liberation Army"), (220, 280, "Minni Minawi"))
    long = drawn(112, (50, 208, "Liberation Movement, Transitional"), (220, 290, "Salah Rasas"))
    elsewhere = drawn(112, (50, 208, "Liberation Movement, Transitional"), (219, 290, "Salah Rasas"))
    for row, cells in ((long, 2), (elsewhere, 1), ([replace(f, y=190) for f in long], 1)):
        lines = lines_of(Page(595, 842, (*above, *row)), 1)
        assert len(lines) == 2 + cells


def marked(lines: list[Line]) -> list[Marked]:
    return [Marked(line, "text") for line in lines]


def set_aside_texts(lines: list[Line]) -> list[str]:
    return [m.line.text for m in set_aside([marked(lines)], 10).pages[0] if m.role == "furniture"]


def test_labels_of_a_chart() -> None:
    axis = [Line(str(n), 60 - 5 * len(str(n)), 60, 400 - n, 8, 1) for n in (200, 150, 100, 50, 0)]
    caption = Line("Violations of the airspace", 50, 200, 170, 10, 1, bold=True)
    weeks, source = Line("Weeks", 150, 180, 420, 8, 1), Line("Source: UNIFIL.", 50, 120, 440, 8, 1)
    text = Line("The mission observed all of these events in the area.", 50, 300, 500, 10, 1)
    assert set_aside_texts([caption, *axis, weeks, source, text]) == ["200", "150", "100", "50", "0", "Weeks"]


def test_numbers_that_are_no_axis_stay() -> None:
    """Page references, or a list of figures: their steps are uneven, or they count on by one."""
    for numbers in ((7, 12, 30, 31, 40), (1, 2, 3, 4, 5)):
        assert not set_aside_texts([Line(str(n), 50, 60, 100 + 12 * i, 10, 1) for i, n in enumerate(numbers)])


def test_contents_pages() -> None:
    entries = [
        Line(f"{n}. Part of it . . . . . . . . . . {n}", 50, 400, 120 + 12 * n, 10, 1) for n in range(5)
    ]
    wrapped = replace(entries[2], text="A heading of two lines, the first of which")
    text = Line("The report begins here.", 50, 200, 300, 10, 1)
    found = set_aside(
        [marked([Line("Contents", 50, 90, 100, 10, 1), *entries[:2], wrapped, *entries[2:], text])], 10
    )
    assert [m.line.text for m in found.pages[0] if m.role == "text"] == ["The report begins here."]
    (problem,) = found.problems()
    assert (problem.where, problem.message) == ("page 1", "7 lines of a table of contents are no paragraphs")


def test_a_table_is_one_paragraph_in_every_format() -> None:
    """PDF gives a table as a block, Word and web pages give each row as one."""
    text = (
        "Group\tLeader\nMovement\tGibril\nThe Council took note of the table of the groups and their leaders."
    )
    first = text.index("\n")
    second = text.index("\n", first + 1)
    blocks = (Block(Span(0, first), hint="table"), Block(Span(first + 1, second), hint="table"),
              Block(Span(second + 1, len(text))))  # fmt: skip
    for rows in (blocks, (Block(Span(0, second), hint="table"), blocks[2])):
        raw = RawText(text=text, source="a.docx", sha256="0", format="docx", blocks=rows)
        found = segment(raw, "en")
        assert (found[0].kind, found[0].text.text) == ("table", "Group\tLeader\nMovement\tGibril")


def test_a_table_is_laid_out_in_columns() -> None:
    rows = [["Group", "Leader"], ["安理会", "a name that is longer than its column"], ["x", ""]]
    assert table_lines(rows, 30) == [
        "Group   Leader",
        "安理会  a name that is longer",
        "        than its column",
        "x",
    ]


def test_the_numbers_of_a_drafts_lines_are_no_column() -> None:
    lines = [
        line
        for n in range(1, 10)
        for line in row(100 + 14 * n, (40, str(n)), (80, f"of the matter as it stands in part {n} of it"))
    ]
    found = set_aside([marked(lines)], 10).pages[0]
    assert [m.line.text for m in found if m.role == "furniture"] == [str(n) for n in range(1, 10)]
    assert {m.line.cells for m in found if m.role == "text"} == {1}
