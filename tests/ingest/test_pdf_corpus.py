"""Real PDF files against the United Nations' own markup of the same resolutions, and bad ones."""

from __future__ import annotations

import re
from functools import cache

import pytest
from places import DATA

from mandex.corpus.errors import UnreadableFileError
from mandex.ingest.assemble import assemble
from mandex.ingest.raw import RawText
from mandex.ingest.readers import read

PDF = DATA / "pdf"
TWINS = DATA / "un-scresolutions" / "2025" / "English"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not PDF.is_dir(), reason="needs the collections in ../shared/data"),
]

_LABEL = re.compile(r"^(?:\d{1,3}\.|\([a-z0-9]{1,5}\)|[•–—-])\s+")
_FURNITURE = re.compile(r"\d{2}-\d{5}|\*\d{7}\*|(?<!\d)\d{1,2}/\d{1,2}(?!\d)")


@cache
def document(name: str) -> RawText:
    (path,) = PDF.glob(f"{name}*.pdf")
    (raw,) = read(path, path.read_bytes())
    return raw


def squash(text: str) -> str:
    return re.sub(r"[\W_⁰¹²³⁴⁵⁶⁷⁸⁹]+", "", text).lower()


def shown(raw: RawText, hint: str | None = None) -> list[str]:
    return [
        raw.text[b.span.start : b.span.end]
        for b in raw.blocks
        if (b.hint == hint if hint is not None else b.hint not in ("furniture", "footnote"))
    ]


def resolutions() -> list[str]:
    return sorted(path.name.split(".")[0] for path in PDF.glob("S_RES*.pdf"))


@pytest.mark.parametrize("name", resolutions())
def test_every_marked_paragraph_is_one_block(name: str) -> None:
    match = re.search(r"RES_(\d+)", name)
    assert match
    twin = next(TWINS.glob(f"*{match[1]}-*.xml"))
    (marked,) = read(twin, twin.read_bytes())
    blocks = {squash(_LABEL.sub("", text)) for text in shown(document(name))}
    texts = [
        marked.text[b.span.start : b.span.end]
        for b in marked.blocks
        if b.kind in ("preambular", "operative", "annex")
    ]
    missed = [text for text in texts if squash(_LABEL.sub("", text)) not in blocks]
    # The two publications differ in a word now and then.
    assert len(missed) <= 0.05 * len(texts), missed


@pytest.mark.parametrize("name", resolutions())
def test_no_running_head_or_job_number_is_in_a_paragraph(name: str) -> None:
    paragraphs = [text for text in shown(document(name)) if len(text) > 60]
    assert not [text for text in paragraphs if _FURNITURE.search(text)]


@pytest.mark.parametrize("name", ["S_2025_22", "S_2025_71", "S_2025_496", "S_2025_194"])
def test_notes_and_their_marks_answer_each_other(name: str) -> None:
    raw = document(name)
    notes = [m[0] for text in shown(raw, "footnote") if (m := re.match(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+", text))]
    marks = re.findall(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+", "\n".join(shown(raw)))
    assert notes == sorted(set(marks), key=marks.index)
    assert notes


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("S_2024_207", "not-a-document"),
        ("A_45_696_Add.1", "no-text-layer"),
        ("un_terminology_bulletin", "bad-ocr"),
    ],
)
def test_bad_files_say_why(name: str, code: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        document(name)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("name", "symbol", "date", "type_"),
    [
        ("S_2025_13.", "S/2025/13", "2025-01-07", "letter"),
        ("S_2025_71", "S/2025/71", "2025-02-06", "letter"),
        ("S_2025_194", "S/2025/194", "2025-03-28", "report"),
        ("S_2025_72", "S/2025/72", "2025-01-31", "report"),
        ("S_2025_496", "S/2025/496", "2025-08-01", "report"),
        ("S_2025_68", "S/2025/68", "2025-01-31", "draft"),
        ("S_2025_117", "S/2025/117", "2025-02-24", "draft"),  # an amendment to a draft
        ("S_2025_523", "S/2025/523", "2025-08-20", "note"),
        ("S_2025_10_Add.31", "S/2025/10/Add.31", "2025-08-04", "report"),
        ("A_39_361", "A/39/361", "1984-07-25", "report"),
        ("A_47_435", "A/47/435", "1992-09-11", "report"),  # the masthead is misread, the running heads not
        ("A_79_796", "S/2025/105", "2025-02-18", "letter"),  # of two organs
        ("A_79_PV.64", "A/79/PV.64", "2025-04-16", "record"),
        ("A_HRC_RES_59_25", "A/HRC/RES/59/25", "2025-07-08", "resolution"),
        ("E_2025_68_Corr.1", "E/2025/68/Corr.1", "2025-06-09", "report"),
        ("S_2025_10_Add.32", "S/2025/10/Add.32", "2025-08-11", "report"),
        ("S_2025_107", "S/2025/107", "2025-02-20", "letter"),
        ("S_2025_114", "S/2025/114", "2025-02-24", "draft"),
        ("S_2025_127", "S/2025/127", "2025-02-26", "letter"),
        ("S_2025_153", "S/2025/153", "2025-03-12", "report"),
        ("S_2025_202", "S/2025/202", "2025-04-01", "report"),
        ("S_2025_22", "S/2025/22", "2025-01-09", "letter"),
        ("S_2025_239", "S/2025/239", "2025-04-14", "letter"),
        ("S_2025_85", "S/2025/85", "2025-02-04", "letter"),
        ("A_52_687", "A/52/687", "1997-11-18", "report"),
        ("A_CONF.230_2025_10", "A/CONF.230/2025/10", "2025-04-29", "other"),
        ("A_ES-10_1027", "S/2025/173", "2025-03-19", "letter"),
    ],
)
def test_symbol_date_and_type(name: str, symbol: str, date: str, type_: str) -> None:
    found = assemble(document(name))
    assert (found.symbol, found.date, found.type) == (symbol, date, type_)


def test_a_document_in_another_language_says_so() -> None:
    with pytest.raises(UnreadableFileError, match="Russian") as caught:
        assemble(document("S_2024_145"))
    assert caught.value.code == "unsupported-language"


def test_poor_ocr_is_read_with_a_warning_and_without_junk() -> None:
    raw = document("A_39_361")
    assert [p.code for p in raw.problems] == ["bad-ocr"]
    assert raw.facts == {"symbol": "A/39/361", "date": "1984-07-25"}
    numbered = [text for text in shown(raw) if re.match(r"(?:\d{1,2}|l)[.-] ", text)]
    assert len(numbered) == 20
    assert not [text for text in shown(raw) if re.match(r"(?:Page|English|I$)", text)]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("S_2025_202", "Implementation of the Peace, Security and Cooperation Framework for the Democratic "
                       "Republic of the Congo and the Region"),
        ("A_HRC_RES_59_25", "Human rights and climate change"),  # not *Resolution adopted by …*
        ("A_CONF.230_2025_10",
         "Ocean Action panel 7: Leveraging ocean, climate and biodiversity interlinkages"),
        ("A_47_435", "QUESTION OF EAST TIMOR"),
        ("S_2025_117",
         "Russian Federation: amendment to the draft resolution contained in document S/2025/112"),
        ("A_79_PV.64", "64th plenary meeting"),
        ("S_2025_194", "Report of the Secretary-General on Somalia"),
    ],
)  # fmt: skip
def test_titles(name: str, title: str) -> None:
    assert assemble(document(name)).title == title


CASES = DATA.parent / "cases" / "reading"


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("hidden_line", "hidden-text"),  # a citation that no reader sees is none
        ("invisible_dup", "hidden-text"),  # the text once more, without ink
        ("linenumbers", ""),  # a draft whose lines are counted
    ],
)
def test_what_the_page_shows_and_nothing_else(name: str, problem: str) -> None:
    path = CASES / f"{name}.pdf"
    (raw,) = read(path, path.read_bytes())
    found = assemble(raw)
    kinds = [(p.kind, p.label) for p in found.paragraphs if p.kind in ("preambular", "operative")]
    assert kinds == [("preambular", ""), ("operative", "1"), ("operative", "2")]
    assert {c.target for c in found.citations} == {"S/RES/2713 (2023)", "S/RES/2182 (2014)"}
    assert [p.code for p in found.problems] == [problem] * bool(problem)


# As the first page prints them, read there.
TITLES = {
    "A_47_435": "QUESTION OF EAST TIMOR",
    "A_79_796": "Letter dated 18 February 2025 from the Permanent Representative of Azerbaijan to"
    " the United Nations addressed to the Secretary-General",
    "A_ES-10_1027": "Identical letters dated 19 March 2025 from the Permanent Observer of the State"
    " of Palestine to the United Nations addressed to the Secretary-General, the"
    " President of the General Assembly and the President of the Security Council",
    "S_2025_107": "Identical letters dated 20 February 2025 from the Permanent Representative of"
    " Israel to the United Nations addressed to the Secretary-General and the"
    " President of the Security Council",
    "S_2025_202": "Implementation of the Peace, Security and Cooperation Framework for the"
    " Democratic Republic of the Congo and the Region",
    "S_2025_22": "Letter dated 9 January 2025 from the President of the Security Council acting in"
    " the absence of a Chair of the Security Council Committee established pursuant to"
    " resolution 1373 (2001) concerning counter-terrorism addressed to the President"
    " of the Security Council",
    "S_2025_239": "Letter dated 14 April 2025 from the President of the Security Council acting in"
    " the absence of a Chair of the Security Council Committee established pursuant to"
    " resolution 1591 (2005) concerning the Sudan addressed to the President of the"
    " Security Council",
    "S_2025_85": "Letter dated 4 February 2025 from the Secretary-General addressed to the"
    " President of the Security Council",
    # as its poor OCR has it
    "E_CN.4_109": "First Report of the Sub-Committee consisting of the Representatives of .China.,i"
    " France, India, United Kingdom and Yugoslavia on Article 8 of the Draft"
    " International Declaration on Human Rights",
    "A_52_687": "THE SITUATION OF DEMOCRACY AND HUMAN RIGHTS IN HAITI",
    "A_CONF.230_2025_10": "Ocean Action panel 7: Leveraging ocean, climate and biodiversity interlinkages",
    "A_HRC_RES_59_25": "Human rights and climate change",
    "E_2025_68_Corr.1": "Long-term impact of current trends on the realization of the Sustainable"
    " Development Goals",
    "S_2025_10_Add.32": "Summary statement by the Secretary-General of matters of which the Security"
    " Council is seized and of the stage reached in their consideration",
    "S_2025_114": "Denmark, France, Greece, Slovenia and United Kingdom of Great Britain and"
    " Northern Ireland: amendment to the draft resolution contained in document S/2025/112",
    "S_2025_117": "Russian Federation: amendment to the draft resolution contained in document S/2025/112",
    "S_2025_127": "Letter dated 26 February 2025 from the Secretary-General addressed to the President of the"
    " Security Council",
    "S_2025_153": "Implementation of Security Council resolution 1701 (2006) during the period from"
    " 21 October 2024 to 20 February 2025",
    "S_2025_194": "Report of the Secretary-General on Somalia",
    "S_2025_496": "Twenty-first report of the Secretary-General on the threat posed by ISIL (Da’esh) to"
    " international peace and security and the range of United Nations efforts in support of Member States in"
    " countering the threat",
    "S_2025_523": "Note verbale dated 20 August 2025 from the Permanent Mission of Poland to the"
    " United Nations addressed to the President of the Security Council",
    "S_2025_68": "United Kingdom of Great Britain and Northern Ireland: draft resolution",
}


@pytest.mark.parametrize("name", TITLES)
def test_the_title_is_what_the_first_page_prints(name: str) -> None:
    assert assemble(document(name)).title == TITLES[name]


def test_hardly_a_heading_holds_no_word() -> None:
    """Labels of charts, rows of tables and marks of poor OCR are none; at most one in a hundred."""
    named = {path.name.split(".en")[0] for path in PDF.glob("*.en.pdf")}
    refused = {"S_2024_145", "S_2024_207", "A_45_696_Add.1"}
    headings = [
        p.text
        for name in sorted(named - refused)
        for p in assemble(document(f"{name}.")).paragraphs
        if p.kind == "heading"
    ]
    wordless = [text for text in headings if not re.search(r"[^\W\d_]{2}", text)]
    assert len(wordless) <= 0.01 * len(headings), wordless
