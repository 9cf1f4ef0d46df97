"""What people's own files hold beside their paragraphs: it is read, or it is said that it was not."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from docx_maker import make_docx, make_zip, p
from openpyxl import Workbook
from pdf_maker import Put, column, make_pdf

from mandex.corpus.model import LEFT_OUT, Document
from mandex.ingest.pipeline import read_data

LEAD = "The Security Council was informed of the situation in the country."


def only(name: str, data: bytes) -> Document:
    [document] = read_data(Path(name), data).documents
    return document


def html(body: str) -> bytes:
    return f"<html><body><p>{LEAD}</p>{body}</body></html>".encode()


def rtf(body: str) -> bytes:
    return (r"{\rtf1\ansi " + LEAD + r"\par " + body + "}").encode()


READ: list[tuple[str, bytes, str]] = [
    # sites made with ASP.NET put the whole page into one form
    ("a.html", f"<html><body><form><p>{LEAD}</p><p>It had 7012 men.</p></form></body>".encode(), "7012"),
    ("a.html", html("<p>The yield was <math><mn>7013</mn></math> tons.</p>"), "was 7013 tons"),
    (
        "a.docx",
        make_docx(p(LEAD) + "<w:p><w:r><w:ruby><w:rt><w:r><w:t>rt</w:t></w:r></w:rt><w:rubyBase><w:r>"
                            "<w:t>7014</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"),
        "7014",
    ),
    ("a.rtf", rtf(r"{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt In the box 7015.\par}}\par"), "In the box 7015."),
    ("a.wikitext", f"{LEAD}\n\n{{|\n|+ Troops 7016\n|-\n| a || b\n|}}\n".encode(), "Troops 7016"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "words"), READ)
def test_words_in_odd_places_are_read(name: str, data: bytes, words: str) -> None:
    assert words in "\n".join(paragraph.text for paragraph in only(name, data).paragraphs)


MHTML = (
    'From: x\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="B"\n\n--B\n'
    f"Content-Type: text/html\n\n<p>{LEAD}</p>\n--B\n"
    "Content-Type: text/html\n\n<p>In a frame 7022</p>\n--B--\n"
)
_NS = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "style")
)
STYLES = (
    "<office:master-styles><style:master-page><style:header><text:p>Head 7023</text:p></style:header>"
    "</style:master-page></office:master-styles>"
)
ODT = make_zip({
    "mimetype": "application/vnd.oasis.opendocument.text",
    "content.xml": f"<office:document-content {_NS}><office:body><office:text><text:p>{LEAD}</text:p>"
                   "</office:text></office:body></office:document-content>",
    "styles.xml": f"<office:document-styles {_NS}>{STYLES}</office:document-styles>",
})  # fmt: skip
MESSAGE = f"From: x\nSubject: Report 7028\nContent-Type: text/plain\n\n{LEAD}\n"
LOGGED: list[tuple[str, bytes, str, str]] = [
    ("a.html", html("<button>Send</button><p style='display:none'>Hidden 7021</p>"), "not-shown", "7021"),
    ("a.mhtml", MHTML.encode(), "not-shown", "In a frame 7022"),
    ("a.odt", ODT, "running-head", "Head 7023"),
    ("a.docx", make_docx(p(LEAD), header=p("Head 7024"), footer=p("Foot 7025")), "running-head", "Foot 7025"),
    ("a.rtf", rtf(r"{\header Head 7026\par}Text.\par"), "running-head", "Head 7026"),
    ("a.wikitext", f"{LEAD} [[File:x.png|thumb|Map 7027]]".encode(), "picture-or-category", "Map 7027"),
    ("a.eml", MESSAGE.encode(), "subject", "Report 7028"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "reason", "words"), LOGGED)
def test_what_is_no_paragraph_is_logged(name: str, data: bytes, reason: str, words: str) -> None:
    document = only(name, data)
    logged = [edit.before for edit in document.edits if edit.repair == LEFT_OUT + reason]
    assert any(words in one for one in logged)
    assert words not in "".join(paragraph.text for paragraph in document.paragraphs)


def test_sheets_and_columns_that_are_not_read_are_named() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["symbol", "text", "remark"])
    sheet.append(["S/2033/951", LEAD, "seen"])
    book.create_sheet("Figures").append([2033, 17])
    file = io.BytesIO()
    book.save(file)
    problems = {p.code: p.message for p in only("a.xlsx", file.getvalue()).problems}
    assert "Figures" in problems["sheets-left-out"]
    assert "remark" in problems["columns-left-out"]


def pdf_texts(page: list[Put]) -> list[str]:
    return [paragraph.text for paragraph in only("a.pdf", make_pdf([page])).paragraphs]


def test_figures_set_one_by_one_stay_one_number() -> None:
    """As browsers print: each character by itself, powers and marks in 0.83 of the size."""
    marks = [Put(147, 116, "1", 6), Put(150, 116, "2", 6)]
    powers = [Put(72, 150, "It used 10"), Put(115, 146, "6", 8.3), Put(123, 150, "litres of H"),
              Put(164.4, 153, "2", 8.3), Put(168.6, 150, "O.")]  # fmt: skip
    texts = pdf_texts([*column(72, 80, [LEAD]), Put(72, 120, "Many joined them"), *marks, *powers])
    assert "¹²" in "".join(texts)
    assert "10⁶ litres" in " ".join(texts)
    assert "H2O" in " ".join(texts)


def test_a_column_of_even_numbers_is_no_axis_of_a_chart() -> None:
    rows = [
        put
        for n in range(6)
        for put in (Put(72, 120 + 14 * n, f"Town {n}"), Put(200, 120 + 14 * n, f"{10 + 10 * n}"),
                    Put(300, 120 + 14 * n, "seen by the Panel"))
    ]  # fmt: skip
    words = " ".join(pdf_texts([*column(72, 80, [LEAD]), *rows]))
    assert re.findall(r"Town \d\s+(\d+)", words) == ["10", "20", "30", "40", "50", "60"]
