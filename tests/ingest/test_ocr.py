"""Scans: the advice without tesseract, its table into words, and one real run where it is installed."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from pdf_maker import Put, column, make_pdf
from places import SHARED

from mandex.corpus.errors import UnreadableFileError
from mandex.ingest import ocr, slant, tesseract
from mandex.ingest.assemble import assemble
from mandex.ingest.raw import RawText
from mandex.ingest.readers import pdf_furniture, read

PARAGRAPH = [
    " The Council heard a statement by the representative",
    "of the host country and decided to resume its meeting",
    "on the following day in the afternoon.",
]


@pytest.fixture(autouse=True)
def fresh_look_for_tesseract() -> Iterator[None]:
    tesseract.languages.cache_clear()
    yield
    tesseract.languages.cache_clear()


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
    words = ocr.fragments(tuple(tesseract.lines_of("\n".join(rows))), scale=2.0)
    assert [(w.text, w.x0, w.x1, w.y, w.size) for w in words] == [
        ("Decides ", 50, 125, 125, 25),
        ("so ", 135, 155, 125, 25),
    ]


def line(*words: str, wide: int = 20, gap: int = 4) -> tesseract.ReadLine:
    """A line of words, each character `wide` dots and each word `gap` dots from the next."""
    found, left = [], 100
    for word in words:
        found.append(tesseract.Word(word, left, wide * len(word), 90.0))
        left += wide * len(word) + gap
    return tesseract.ReadLine(200, 24, tuple(found))


@pytest.mark.parametrize(
    ("words", "gap", "expected"),
    [
        (("安全", "理事", "会"), 4, ["安全理事会"]),  # no spaces between Chinese words
        (("第", "1373(2001)", "号"), 4, ["第1373(2001)号"]),  # nor beside figures
        # though tesseract boxes a number by half now and then
        (("2225(2015)、2427(2018)", "和2601(2021)号"), 26, ["2225(2015)、2427(2018)和2601(2021)号"]),
        (("1.", "决定"), 8, ["1. 决定"]),  # but after a label
        (("Security", "Council"), 8, ["Security ", "Council "]),
        (("联合国", "S/2024/1"), 200, ["联合国", "S/2024/1 "]),  # side by side in a masthead
    ],
)
def test_chinese_is_joined_without_spaces(words: tuple[str, ...], gap: int, expected: list[str]) -> None:
    assert [f.text for f in ocr.fragments((line(*words, gap=gap),), scale=1.0)] == expected


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("回顾其以往", 2),
        (r"\.表示注意到秘书长", 5),  # two verbs; the label is misread once sheared
        ("安全理事会，", 5),
        ("文件所载", 0),
        ("English", 0),
    ],
)
def test_how_far_a_slanted_opening_reaches(text: str, size: int) -> None:
    assert slant._opening(text) == size


def test_a_slanted_stretch_is_made_upright() -> None:
    slanted = np.full((60, 200), 255, np.uint8)
    for y in range(10, 50):
        shift = round(slant._SLANT * (50 - y))
        slanted[y, 40 + shift : 44 + shift] = 0
        slanted[y, 80:84] = 0  # an upright stroke beside it stays
    target = slanted.copy()
    slant._shear(target, slanted, slant._Cut(tesseract.ReadLine(10, 40, ()), 36, 60))
    assert (target[10:50, 40:44] == 0).all()
    assert (target[10:50, 80:84] == 0).all()
    assert (target == 0).sum() == (slanted == 0).sum()


def test_the_language_is_that_which_answers_with_confidence(monkeypatch: pytest.MonkeyPatch) -> None:
    """English first; then Chinese in the script that is surer, and from then on that one at once."""
    asked: list[str] = []

    def recognise(_: object, language: str) -> tesseract.Recognised:
        asked.append(language)
        sure = {"eng": 36.0, "chi_sim": 84.0, "chi_tra": 91.0}[language]
        word = tesseract.Word("安全理事會", 0, 100, sure)
        return tesseract.Recognised(language, (tesseract.ReadLine(0, 20, (word,)),))

    monkeypatch.setattr(ocr, "recognise", recognise)
    monkeypatch.setattr(ocr, "languages", lambda: ("eng", "chi_sim", "chi_tra"))
    scanner = ocr.Scanner()
    picture = np.full((10, 10), 255, np.uint8)
    assert scanner._read(picture).language == "chi_tra"
    assert scanner._read(picture).language == "chi_tra"
    assert asked == ["eng", "chi_sim", "chi_tra", "chi_tra"]


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


@pytest.mark.parametrize(
    ("printed", "is_sign"),
    [
        ("Please recycle OQ", True),  # with the sign beside it
        ("请回收", True),
        ("Please recycle the waste of arms", False),
    ],
)
def test_the_foot_of_a_first_page(printed: str, is_sign: bool) -> None:
    assert bool(pdf_furniture._RECYCLE.match(printed)) == is_sign


# Resolutions printed and scanned at 200 dots an inch: preambular and operative paragraphs. In 2781 one
# recital is cut by what tesseract makes of a sign at the foot of its page; its versions differ by as much.
SCANS = {
    "S_RES_2750_2024.zh": ("S/RES/2750 (2024) zh-Hans 2024-09-11", 8, 3),
    "S_RES_2764_2024.zh": ("S/RES/2764 (2024) zh-Hans 2024-12-20", 10, 14),
    "S_RES_2768_2025.zh": ("S/RES/2768 (2025) zh-Hans 2025-01-15", 5, 6),
    "S_RES_2770_2025.en": ("S/RES/2770 (2025) en 2025-01-24", 3, 1),
    "S_RES_2781_2025.en": ("S/RES/2781 (2025) en 2025-05-30", 26, 24),
}


@pytest.mark.corpus
@pytest.mark.skipif(shutil.which("tesseract") is None, reason="needs the program tesseract")
@pytest.mark.parametrize("name", SCANS)
def test_a_scanned_resolution_is_read_right(name: str) -> None:
    path = SHARED / "cases" / "scans" / f"{name}.pdf"
    [raw] = read(path, path.read_bytes(), ocr=True)
    found = assemble(raw)
    kinds = Counter(p.kind for p in found.paragraphs)
    identity, preambular, operative = SCANS[name]
    assert f"{found.symbol} {found.lang} {found.date}" == identity
    assert kinds["operative"] == operative
    assert abs(kinds["preambular"] - preambular) <= 1
    labels = [p.label for p in found.paragraphs if p.kind == "operative"]
    assert labels == ([str(n) for n in range(1, len(labels) + 1)] if len(labels) > 1 else [""])


@pytest.mark.corpus
def test_every_scan_has_its_reading() -> None:
    assert {path.stem for path in (SHARED / "cases" / "scans").glob("*.pdf")} <= set(SCANS)
