"""Printed pages into whole paragraphs: each test is one thing that PDF files do to a text."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_maker import Put, column, make_pdf

from mandex.corpus.errors import UnreadableFileError
from mandex.ingest.raw import Block, RawText
from mandex.ingest.readers import read

# Lines wide enough to reach the right margin, as all lines of a paragraph but its last do.
WIDE = "the Council has considered the report and the recommendations it contains on the matter"
WIDE_TOO = "and has taken note of the views that the parties expressed on the future of the mission"


def read_pdf(data: bytes) -> RawText:
    (raw,) = read(Path("made.pdf"), data)
    return raw


def text_of(raw: RawText, block: Block) -> str:
    return raw.text[block.span.start : block.span.end]


def paragraphs(raw: RawText, hint: str = "") -> list[str]:
    return [text_of(raw, block) for block in raw.blocks if block.hint == hint]


def running(number: int, pages: int) -> list[Put]:
    return [
        Put(60, 59, "S/2031/7", 8.5, "bold"),
        Put(60, 755, f"{number}/{pages}", 8.5, "bold"),
        Put(520, 754, "31-00777", 7),
    ]


def test_indent_and_gap_each_open_a_paragraph() -> None:
    page = [
        *column(123, 100, [f" {WIDE}", WIDE, "ends here."]),
        *column(123, 136, [f" {WIDE_TOO}", "and ends too."]),  # told by its indent only
        *column(123, 178, [WIDE, "after a gap."]),  # told by the gap only
    ]
    assert paragraphs(read_pdf(make_pdf([page]))) == [
        f"{WIDE}\n{WIDE}\nends here.", f"{WIDE_TOO}\nand ends too.", f"{WIDE}\nafter a gap.",
    ]  # fmt: skip


def test_the_next_number_opens_a_paragraph_behind_a_stop() -> None:
    """At one margin and one distance, as word processors print lists; a number in mid-sentence opens none."""
    page = column(
        123, 100,
        [f"1. {WIDE}", "and ends.", f"2. {WIDE}", "under paragraph", "3. of the same.", "3. It ends."],
    )  # fmt: skip
    assert paragraphs(read_pdf(make_pdf([page]))) == [
        f"1. {WIDE}\nand ends.", f"2. {WIDE}\nunder paragraph\n3. of the same.", "3. It ends.",
    ]  # fmt: skip


def test_a_paragraph_over_a_page_break_is_whole_and_furniture_stays_out() -> None:
    first = [*running(1, 2), *column(123, 690, [f" {WIDE}", WIDE, WIDE_TOO])]
    second = [
        *running(2, 2),
        *column(123, 84, [WIDE_TOO, "and it ends here."]),
        *column(123, 126, [f" {WIDE}"]),
    ]
    raw = read_pdf(make_pdf([first, second]))
    whole = "\n".join([WIDE, WIDE, WIDE_TOO, WIDE_TOO, "and it ends here."])
    assert paragraphs(raw) == ["S/2031/7", whole, WIDE]  # on page 1 the symbol is the masthead's
    assert sorted(paragraphs(raw, "furniture")) == ["1/2", "2/2", "31-00777", "31-00777", "S/2031/7"]
    assert raw.text.startswith(f"{WIDE_TOO}\nand it ends here.", raw.pages[1])


def test_a_finished_paragraph_at_the_foot_of_a_page_is_not_joined_to_the_next() -> None:
    first = column(123, 690, [f" {WIDE}", WIDE, "which ends here;"])
    second = column(123, 84, [f" {WIDE_TOO}", "and ends."])
    assert len(paragraphs(read_pdf(make_pdf([first, second])))) == 2


def test_notes_under_a_rule_are_tied_to_raised_marks() -> None:
    page = [
        *column(123, 100, [f" {WIDE}", WIDE]),
        Put(123, 124, "as set out in resolution 9999 (2031)."),
        Put(276, 120.6, "12", 6.5),
        Put(99, 700, "__________________", 8),
        Put(117, 711, "12", 5.5),
        Put(123, 714, "Report of the meeting, chapter two,", 8.5),
        Put(123, 724.5, "and its annex.", 8.5),
    ]
    raw = read_pdf(make_pdf([page]))
    assert paragraphs(raw) == [f"{WIDE}\n{WIDE}\nas set out in resolution 9999 (2031).¹²"]
    assert paragraphs(raw, "footnote") == ["¹² Report of the meeting, chapter two,\nand its annex."]


def test_a_typewritten_note_is_told_by_its_asterisk_and_distance() -> None:
    page = [
        *column(72, 100, [f" {WIDE}*", WIDE, "and it ends."]),
        *column(72, 700, ["* Reissued for technical reasons", "on the next day."]),
        Put(500, 750, "/..."),
    ]
    raw = read_pdf(make_pdf([page]))
    assert paragraphs(raw) == [f"{WIDE}*\n{WIDE}\nand it ends."]
    assert paragraphs(raw, "footnote") == ["* Reissued for technical reasons\non the next day."]
    assert paragraphs(raw, "furniture") == ["/..."]


def test_a_page_with_more_text_than_can_be_printed_is_cut_and_reported() -> None:
    words = [Put(30 + n % 7, 30 + n / 10, WIDE[n % 40 :]) for n in range(900)]
    raw = read_pdf(make_pdf([words]))
    assert [(p.code, p.where) for p in raw.problems] == [("page-too-dense", "page 1")]


def test_the_italic_opening_is_the_lead_verb() -> None:
    page = [
        Put(123, 100, "4."),
        Put(147, 100, "Strongly urges", font="italic"),
        Put(209, 100, "all parties to talk;"),
        Put(147, 124, "The Security Council,", font="italic"),
    ]
    raw = read_pdf(make_pdf([page]))
    assert [(text_of(raw, b), b.verb) for b in raw.blocks] == [
        ("4. Strongly urges all parties to talk;", "Strongly urges"),
        ("The Security Council,", ""),
    ]


LEFT = [
    "it calls upon the parties con-",
    "cerned to refrain from any act",
    "which might make the position",
] * 4
RIGHT = [
    "more difficult, and it asks the",
    "Secretary-General to report in",
    "due course to the Council now",
] * 4
TITLE = "42 (1947). A title right across both columns of the page"


@pytest.mark.parametrize("offset", [0, 5])  # columns of old prints do not always share their base lines
@pytest.mark.parametrize("by_word", [False, True])  # OCR places each word by itself
def test_two_columns_are_read_one_after_the_other(offset: float, by_word: bool) -> None:
    placed = column(72, 110, [f" {LEFT[0]}", *LEFT[1:]]) + column(300, 110 + offset, RIGHT)
    typed = [replace(put, font="typed") for put in placed]
    if by_word:
        typed = [word for put in typed for word in words_of(put)]
    raw = read_pdf(make_pdf([[Put(72, 80, TITLE, 14, "bold"), *typed]]))
    assert paragraphs(raw) == ["\n".join(LEFT + RIGHT)]


def words_of(put: Put) -> list[Put]:
    """The words of a typed line, each drawn by itself where it stands: Courier is 0.6 of its size wide."""
    words = re.finditer(r"\S+", put.text)
    return [replace(put, x=put.x + 0.6 * put.size * word.start(), text=word[0]) for word in words]


def test_a_table_of_two_columns_is_read_by_its_rows() -> None:
    rows = [(f"Item {n}" + " and more" * (n % 3), f"What is said of it {n}") for n in range(12)]
    page = [
        put for n, (a, b) in enumerate(rows) for put in (Put(72, 100 + 14 * n, a), Put(260, 100 + 14 * n, b))
    ]
    assert paragraphs(read_pdf(make_pdf([page])), "table") == ["\n".join(f"{a}\t{b}" for a, b in rows)]


def test_a_hyphen_drawn_by_itself_stands_in_its_word() -> None:
    page = [Put(72, 100, "a risk "), Put(95, 100, "-"), Put(98.8, 100, "based way - or so - to act")]
    assert paragraphs(read_pdf(make_pdf([page]))) == ["a risk-based way - or so - to act"]


def test_words_drawn_twice_are_read_once() -> None:
    page = [
        Put(100, 100, "Resolution 9999"),
        Put(100.3, 100, "Resolution 9999"),
        *column(100, 130, ["is read."]),
    ]
    assert paragraphs(read_pdf(make_pdf([page])))[0] == "Resolution 9999"


def test_a_table_keeps_its_rows_and_cells() -> None:
    rows = [(100 + 14 * n, f"Item {n}", f"{n}00 in all") for n in range(1, 5)]
    page = [put for y, a, b in rows for put in (Put(100, y, a), Put(300, y, b))]
    assert paragraphs(read_pdf(make_pdf([page])), "table") == [
        "Item 1\t100 in all\nItem 2\t200 in all\nItem 3\t300 in all\nItem 4\t400 in all"
    ]


def test_chinese_lines_are_joined_by_the_character() -> None:
    words = "安全理事会回顾其以往关于这一问题的各项决议和主席声明并重申其对该国主权独立领土"
    lines = [words[n:] + words[:n] for n in range(3)]
    page = [
        Put(147, 100, words[:-2], font="song"),
        *[Put(123, 112 + 12 * n, line, font="song") for n, line in enumerate(lines)],
        Put(123, 148, "完整，", font="song"),
        Put(123, 166, "1."),
        Put(147, 166, words[:-2], font="song"),
        Put(123, 178, "2001年；", font="song"),
    ]
    assert paragraphs(read_pdf(make_pdf([page]))) == [
        "\n".join([words[:-2], *lines, "完整，"]),
        f"1. {words[:-2]}\n2001年；",
    ]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_page_on_its_side_is_read_as_if_it_were_turned(rotate: int) -> None:
    lines = ["The Security Council has considered the report.", "It decides to extend the mandate."]
    data = make_pdf([[Put(100, 100, lines[0]), Put(100, 130, lines[1])]], rotate)
    assert paragraphs(read_pdf(data)) == lines


def test_vertical_chinese_runs_from_right_to_left() -> None:
    columns = ["安全理事会，回顾第2713(2023)号决议和以往决议，", "1. 决定延长第2182(2014)号决议的授权；"]
    page = [
        Put(500 - 24 * number, 70 + 13 * place, character, size=12.0, font="song")
        for number, text in enumerate(columns)
        for place, character in enumerate(text.replace(" ", ""))
    ]
    assert [text.replace(" ", "") for text in paragraphs(read_pdf(make_pdf([page])))] == [
        text.replace(" ", "") for text in columns
    ]


def test_two_languages_in_two_columns_are_two_documents() -> None:
    left = [
        "安全理事会，",
        "回顾第2713(2023)号决议和以往",
        "关于索马里的所有决议，",
        "1. 决定延长规定的授权；",
    ] * 3
    right = [
        "The Security Council,",
        "Recalling resolution 2713 and its",
        "previous resolutions,",
        "1. Decides:",
    ] * 3
    page = [
        *(Put(70, 70 + 18 * n, text, font="song") for n, text in enumerate(left)),
        *(Put(320, 70 + 18 * n, text) for n, text in enumerate(right)),
    ]
    chinese, english = read(Path("two.pdf"), make_pdf([page]))
    assert "Council" not in chinese.text and "安全" not in english.text
    assert (chinese.facts["member"], english.facts["member"]) == ("left column", "right column")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (make_pdf([[]]), "no-text-layer"),
        (make_pdf([[Put(72, 72, "The document you asked for does not exist.")]]), "not-a-document"),
        (b"%PDF-1.7\nnothing of the sort", "malformed-pdf"),
    ],
)
def test_unreadable_files_say_why(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_pdf(data)
    assert caught.value.code == code


@pytest.mark.parametrize("filters", [1, 2])
def test_a_stream_that_unpacks_without_end_is_refused(filters: int) -> None:
    content = b"BT (and on) Tj ET " * 8_000_000
    for _ in range(filters):
        content = zlib.compress(content, 9)
    flate = b"/FlateDecode " * filters
    bomb = b"9 0 obj\n<< /Length %d /Filter [ %s] >>\nstream\n" % (len(content), flate)
    with pytest.raises(UnreadableFileError, match="unpacks to more"):
        read_pdf(make_pdf([[Put(72, 72, "A page.")]]) + bomb + content + b"\nendstream\nendobj\n")


def test_pages_without_text_are_named_and_the_rest_is_read() -> None:
    raw = read_pdf(
        make_pdf([column(72, 100, ["One page of text."]), [], column(72, 100, ["And another one."])])
    )
    assert paragraphs(raw) == ["One page of text.", "And another one."]
    assert [(p.code, p.where) for p in raw.problems] == [("no-text-layer", "page 2")]
    assert "ocrmypdf" in raw.problems[0].message


def test_what_poor_ocr_garbles_in_a_masthead_is_told_where_only_one_thing_can_be_meant() -> None:
    text = ["the neet!ng heard the C0uncil on secur;ty", *[WIDE] * 5]
    first = [Put(384, 60, "A/88/9I7"), Put(384, 72, "25 July 20 33"), *column(72, 300, text)]
    second = [Put(25, 60, "A/88/9l7"), Put(25, 72, "Paqe 2"), *column(72, 300, text)]
    raw = read_pdf(make_pdf([first, second]))
    assert raw.facts == {"symbol": "A/88/917", "date": "2033-07-25"}
    assert [p.code for p in raw.problems] == ["bad-ocr"]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_file_never_crashes(data: st.DataObject) -> None:
    whole = make_pdf([column(72, 100, [WIDE, WIDE_TOO])])
    broken = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 12))):
        broken[data.draw(st.integers(8, len(broken) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(broken[: data.draw(st.integers(20, len(broken)))])
    try:
        raw = read_pdf(cut)
    except UnreadableFileError:
        return
    assert all(0 <= b.span.start < b.span.end <= len(raw.text) for b in raw.blocks)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.lists(
            st.tuples(st.integers(30, 580), st.integers(20, 780), st.sampled_from([5.5, 8.5, 10.0, 14.0]),
                      st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=30)),
            max_size=25,
        ),
        min_size=1, max_size=3,
    )
)  # fmt: skip
def test_nothing_printed_is_lost(pages: list[list[tuple[int, int, float, str]]]) -> None:
    made = make_pdf([[Put(float(x), float(y), text, size) for x, y, size, text in page] for page in pages])
    try:
        raw = read_pdf(made)
    except UnreadableFileError:
        return
    covered = "".join(text_of(raw, block) for block in raw.blocks)
    assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", raw.text)
    assert list(raw.pages) == sorted(raw.pages)
    assert len(raw.pages) == len(pages)


def test_a_page_that_is_one_table_keeps_its_rows_and_their_numbers() -> None:
    """Columns so close that a single row does not show them (a list of violations, 20 pages long)."""
    rows = [("Haneen", "Rocket launcher"), ("South of Beit Lif (north)", "Military site")] * 5
    page = [
        put
        for n, (area, what) in enumerate(rows)
        for put in (
            Put(60, 100 + 20 * n, str(415 + n)), Put(85, 100 + 20 * n, "17-Jan-25"),
            Put(143, 100 + 20 * n, area), Put(265, 100 + 20 * n, what),
        )
    ]  # fmt: skip
    [raw] = read(Path("made.pdf"), make_pdf([[*page, Put(60, 740, "24/27")]]))
    assert [block.hint for block in raw.blocks] == ["table", "furniture"]
    assert raw.text.startswith("415\t")
    assert raw.text.splitlines()[1] == "416\t17-Jan-25\tSouth of Beit Lif (north)\tMilitary site"
