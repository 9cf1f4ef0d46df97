"""Inputs that once failed, with the reading that each must have; the files lie beside the project."""

from __future__ import annotations

from collections import Counter

import pytest
from places import SHARED

from mandex.corpus.model import Document
from mandex.ingest.pipeline import read_file

CASES = SHARED / "cases"
pytestmark = pytest.mark.corpus

# Most files hold one resolution in many wrappings.
EN, ZH = "S/RES/2775 (2025) en resolution 2025-02-28", "S/RES/2775 (2025) zh-Hans resolution 2025-02-28"
TEXT = "operative:2 preambular:1 signature:1 title:1 | 1,2 | S/RES/2182 (2014), S/RES/2713 (2023)"
# Of another in a dump the text has no title.
ALSO = "S/RES/2774 (2025) en resolution 2025-02-24 | operative:1 preambular:1 | 1 | "
MEMO = "S/RES/1373 (2001), S/RES/2396 (2017)"
NO_PROBLEM = ""

# file -> its documents (name, language, type, date | kinds | labels | what is cited), problems on record
READINGS: dict[str, tuple[list[str], str]] = {
    # what cites a resolution, in the head or a subject line too, is no resolution
    "check/memo1.txt": ([f"file:memo1 en other - | body:2 |  | {MEMO}"], NO_PROBLEM),
    "check/memo2.txt": ([f"file:memo2 en other - | body:2 |  | {MEMO}"], NO_PROBLEM),
    "check/memo3.txt": ([f"file:memo3 en other - | body:1 title:1 |  | {MEMO}"], NO_PROBLEM),
    "check/memo4.txt": ([f"file:memo4 en other - | body:2 |  | {MEMO}"], NO_PROBLEM),
    "check/draft.txt": (
        [
            "file:draft en other - | body:8 title:1 |  | A/RES/60/288, S/PRST/2018/9, S/RES/1267 (1999),"
            " S/RES/1373 (2001), S/RES/1373 (2002), S/RES/1506 (2003), S/RES/1540 (2004), S/RES/1970 (2011),"
            " S/RES/1989 (2011), S/RES/2178 (2014), S/RES/2231 (2015), S/RES/2253 (2015), S/RES/2253 (2016),"
            " S/RES/2396 (2018), S/RES/2397 (2017), S/RES/2664 (2022), S/RES/9999 (2030)"
        ],
        "elided-number unknown-symbol year-mismatch",
    ),
    "check/footnotes.txt": (
        [
            "file:footnotes en other - | body:6 |  | S/RES/1267 (1999), S/RES/1373 (2001), S/RES/1540 (2004),"
            " S/RES/2178 (2014), S/RES/2396 (2017)"
        ],
        NO_PROBLEM,
    ),
    # what introduces a resolution is the document, the resolution its annex
    "reading/letter-with-draft.txt": (
        [
            "S/2033/701 en letter 2033-09-26 | annex:3 body:3 heading:2 signature:2 title:1 | 1 |"
            " S/RES/1267 (1999), S/RES/1540 (2004), S/RES/2231 (2015)"
        ],
        NO_PROBLEM,
    ),
    "reading/circular-with-resolution.zh.txt": (
        [
            "file:circular-with-resolution.zh zh-Hans other - | annex:3 body:4 heading:1 title:1 | 1 |"
            " S/RES/1269 (1999), S/RES/1368 (2001), S/RES/1373 (2001)"
        ],
        NO_PROBLEM,
    ),
    # figures that are no notes' marks: 3 civilians, 1.5 degrees, L.21, Goals 5 and 14
    "reading/numbers-and-notes.html": (
        [
            "file:numbers-and-notes en report - | body:2 footnote:3 title:1 | 1,2,3,5,6 |"
            " A/C.2/79/L.21, S/2024/704"
        ],
        NO_PROBLEM,
    ),
    # characters that are not seen, radicals for characters
    "reading/odd_chars.txt": ([f"{EN} | {TEXT}"], NO_PROBLEM),
    "reading/kangxi.txt": ([f"{ZH} | {TEXT}"], NO_PROBLEM),
    # pages that are not read from left to right, from top to bottom, as they are shown
    "reading/sideways.pdf": ([f"{EN} | {TEXT}"], NO_PROBLEM),
    "reading/vertical_zh.pdf": ([f"{ZH} | {TEXT}"], NO_PROBLEM),
    "reading/bilingual.pdf": (
        [
            f"{ZH} | {TEXT.replace('preambular:1', 'preambular:2')}",
            f"{EN} | {TEXT.replace('preambular:1', 'preambular:3')}",
        ],
        NO_PROBLEM,
    ),
    "reading/linenumbers.pdf": ([f"{EN} | {TEXT}"], NO_PROBLEM),
    # text that the page does not show: the same words once more, other words
    "reading/invisible_dup.pdf": ([f"{EN} | {TEXT}"], "hidden-text"),
    "reading/hidden_line.pdf": ([f"{EN} | {TEXT}"], "hidden-text"),
    # formats that people hold
    "reading/docs.zip": ([f"{EN} | {TEXT}", f"{ZH} | {TEXT}"], NO_PROBLEM),
    "reading/ie_saved.html": ([f"{EN} | {TEXT}"], NO_PROBLEM),
    "reading/wiki.txt": ([f"{EN} | {TEXT.replace(' signature:1 title:1', '')}"], NO_PROBLEM),
    "reading/x.eml": ([f"{EN} | {TEXT}", f"{EN} | {TEXT}"], NO_PROBLEM),
    "reading/x.epub": ([f"{EN} | {TEXT}"], NO_PROBLEM),
    "reading/x.json": ([f"{EN} | {TEXT}", ALSO], NO_PROBLEM),
    "reading/x.jsonl": ([f"{EN} | {TEXT}", ALSO], NO_PROBLEM),
    "reading/x.md": ([f"{EN} | {TEXT}"], NO_PROBLEM),
    "reading/x.odt": ([f"{EN} | {TEXT}"], NO_PROBLEM),
    "reading/x.rtf": ([f"{EN} | {TEXT}"], NO_PROBLEM),
    # refused by name
    "reading/js_only.html": ([], "needs-script"),
    "reading/old.doc": ([], "not-a-document"),
}
# Chinese resolutions in PDF, with a text layer and as pictures: date, preambular and operative paragraphs
CHINESE = {
    "S_RES_2750_2024": "S/RES/2750 (2024) 2024-09-11 8 3",
    "S_RES_2764_2024": "S/RES/2764 (2024) 2024-12-20 10 14",
    "S_RES_2768_2025": "S/RES/2768 (2025) 2025-01-15 5 6",
}
# These are tried elsewhere: pictures of pages need tesseract, hostile files a process of their own.
ELSEWHERE = {"scans": "tests/ingest/test_ocr.py", "hostile": "tests/ingest/test_hostile.py"}


@pytest.mark.parametrize("name", READINGS)
def test_a_case_is_read_right_or_refused_by_name(name: str) -> None:
    readings, problems = READINGS[name]
    read = read_file(CASES / name)
    assert [told(document) for document in read.documents] == readings
    found = {p.code for p in read.problems} | {p.code for d in read.documents for p in d.problems}
    assert " ".join(sorted(found)) == problems


@pytest.mark.parametrize("name", CHINESE)
def test_a_chinese_pdf_is_read_right(name: str) -> None:
    [document] = read_file(CASES / "pdf-zh" / f"{name}.zh.pdf").documents
    kinds = Counter(p.kind for p in document.paragraphs)
    found = f"{document.symbol} {document.date} {kinds['preambular']} {kinds['operative']}"
    assert (found, document.lang) == (CHINESE[name], "zh-Hans")
    labels = [p.label for p in document.paragraphs if p.kind == "operative"]
    assert labels == [str(n) for n in range(1, kinds["operative"] + 1)]


def test_every_case_has_its_reading() -> None:
    names = {str(path.relative_to(CASES)) for path in CASES.rglob("*") if path.is_file()} - {"README.md"}
    known = {*READINGS, *(f"pdf-zh/{name}.zh.pdf" for name in CHINESE)}
    assert {name for name in names - known if name.partition("/")[0] not in ELSEWHERE} == set()


def told(document: Document) -> str:
    """What a reading comes to, in one line."""
    kinds = Counter(p.kind for p in document.paragraphs)
    counts = " ".join(f"{kind}:{count}" for kind, count in sorted(kinds.items()))
    labels = ",".join(p.label for p in document.paragraphs if p.label)
    cited = ", ".join(sorted({c.target for c in document.citations if c.target}))
    where = f"{document.symbol} {document.lang} {document.type} {document.date or '-'}"
    return f"{where} | {counts} | {labels} | {cited}"
