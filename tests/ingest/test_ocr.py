"""Scans: the advice without tesseract, its table into words, and one real run where it is installed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pdf_maker import Put, column, make_pdf

from mandex.corpus.errors import UnreadableFileError
from mandex.ingest import ocr
from mandex.ingest.raw import RawText
from mandex.ingest.readers import read

PARAGRAPH = [
    " The Council heard a statement by the representative",
    "of the host country and decided to resume its meeting",
    "on the following day in the afternoon.",
]


@pytest.fixture(autouse=True)
def fresh_look_for_tesseract() -> Iterator[None]:
    ocr._languages.cache_clear()
    yield
    ocr._languages.cache_clear()


def scan(data: bytes) -> bytes:
    """The first page of a PDF file as a picture without a text layer."""
    page = pypdfium2.PdfDocument(data)[0]
    width, height = page.get_size()
    out = pypdfium2.PdfDocument.new()
    picture = pypdfium2.PdfImage.new(out)
    picture.set_bitmap(page.render(scale=200 / 72, grayscale=True))
    picture.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
    target = out.new_page(width, height)
    target.insert_obj(picture)
    target.gen_content()
    buffer = BytesIO()
    out.save(buffer)
    return buffer.getvalue()


def read_scan(data: bytes, *, with_ocr: bool) -> RawText:
    (raw,) = read(Path("scan.pdf"), data, ocr=with_ocr)
    return raw


SCAN = scan(make_pdf([[*column(100, 120, PARAGRAPH, 18, 14), *column(100, 200, ["1. Decides so."], 18, 14)]]))


def test_without_ocr_the_advice_is_how_to_add_a_text_layer() -> None:
    with pytest.raises(UnreadableFileError, match=r"ocrmypdf -l eng\+chi_sim\+chi_tra") as caught:
        read_scan(SCAN, with_ocr=False)
    assert caught.value.code == "no-text-layer"


def test_without_tesseract_the_advice_is_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(UnreadableFileError, match="apt install tesseract-ocr") as caught:
        read_scan(SCAN, with_ocr=True)
    assert caught.value.code == "no-text-layer"


@pytest.mark.parametrize(
    ("script", "says"), [("echo no such data >&2; exit 1", "no such data"), ("exit 0", "no data for English")]
)
def test_when_tesseract_fails_its_reason_is_passed_on(
    script: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "tesseract"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with pytest.raises(UnreadableFileError, match=says):
        read_scan(SCAN, with_ocr=True)


def test_words_take_base_line_and_size_of_their_line() -> None:
    rows = [
        "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
        "4\t1\t1\t1\t1\t0\t100\t200\t400\t50\t-1\t",
        "5\t1\t1\t1\t1\t1\t100\t205\t150\t40\t96.5\tDecides",
        "5\t1\t1\t1\t1\t2\t270\t210\t40\t30\t91.0\tso",
        "5\t1\t1\t1\t1\t3\t320\t210\t10\t30\t11.0\t ",
    ]
    words = ocr._words("\n".join(rows), scale=2.0)
    assert [(w.text, w.x0, w.x1, w.y, w.size) for w in words] == [
        ("Decides ", 50, 125, 125, 25),
        ("so ", 135, 155, 125, 25),
    ]


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="needs the program tesseract")
def test_a_scan_is_read_into_paragraphs() -> None:
    raw = read_scan(SCAN, with_ocr=True)
    texts = [" ".join(raw.text[b.span.start : b.span.end].split()) for b in raw.blocks]
    assert texts == [" ".join(line.strip() for line in PARAGRAPH), "1. Decides so."]
    assert [(p.code, p.severity) for p in raw.problems] == [("read-by-ocr", "info")]


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="needs the program tesseract")
def test_only_the_pages_without_text_are_read_by_ocr() -> None:
    whole = pypdfium2.PdfDocument(make_pdf([[Put(72, 100, "A page with its own text.")]]))
    whole.import_pages(pypdfium2.PdfDocument(SCAN))
    buffer = BytesIO()
    whole.save(buffer)
    raw = read_scan(buffer.getvalue(), with_ocr=True)
    assert raw.text.startswith("A page with its own text.")
    assert [(p.code, p.where) for p in raw.problems] == [("read-by-ocr", "page 2")]
