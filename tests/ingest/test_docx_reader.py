"""Word files: what Word prints and does not store, what it stores and does not print, hostile archives."""

from __future__ import annotations

import io
from pathlib import Path

import docx as python_docx
import pytest
from docx_maker import make_docx, make_zip, numbered, p
from hypothesis import given, settings
from hypothesis import strategies as st

from mandex.corpus.errors import UnreadableFileError
from mandex.ingest.raw import RawText
from mandex.ingest.readers import docx_package, read
from mandex.ingest.readers.docx_numbering import counted

LISTS = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num>
"""


def read_docx(data: bytes) -> RawText:
    (raw,) = read(Path("made.docx"), data)
    return raw


def shown(body: str, hint: str | None = None, **parts: str) -> list[str]:
    raw = read_docx(make_docx(body, **parts))
    return [raw.text[b.span.start : b.span.end] for b in raw.blocks if hint is None or b.hint == hint]


def test_numbers_that_word_prints() -> None:
    body = "".join([
        numbered("one"), numbered("first", 1), numbered("second", 1), numbered("two"), numbered("first", 1),
        numbered("deep", 2), p("plain"), numbered("bullet", 0, 2), numbered("goes on", 0, 4),
        numbered("starts again", 0, 3), numbered("and counts", 0, 3),
    ])  # fmt: skip
    assert shown(body, numbering=LISTS) == [
        "1. one", "(a) first", "(b) second", "2. two", "(a) first", "2.a.1 deep", "plain", "• bullet",
        "3. goes on", "1. starts again", "2. and counts",
    ]  # fmt: skip


def test_numbers_that_a_style_brings() -> None:
    styles = (
        '<w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Own"><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    )
    own = '<w:pStyle w:val="Own"/>'
    off = own + '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("x", own) + p("y", off) + p("z", '<w:pStyle w:val="Loop"/>')
    assert shown(body, numbering=LISTS, styles=styles) == ["1. x", "y", "z"]


@pytest.mark.parametrize(
    ("number", "format_", "text"),
    [
        (27, "lowerLetter", "aa"), (4, "lowerRoman", "iv"), (19, "upperRoman", "XIX"),
        (10, "chineseCounting", "十"),
        (21, "japaneseCounting", "二十一"), (105, "chineseCounting", "一〇五"),
        (3, "decimalEnclosedCircle", "③"),
        (7, "decimalZero", "07"), (5, "unheardOf", "5"), (0, "lowerLetter", "0"),
    ],
)  # fmt: skip
def test_formats(number: int, format_: str, text: str) -> None:
    assert counted(number, format_) == text


def test_footnotes_follow_the_text_and_keep_their_marks() -> None:
    first, second = (f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' for number in (7, 2))
    words = "<w:r><w:t>{}</w:t></w:r>"
    body = f"<w:p>{words.format('as stated')}{first}{words.format(', and')}{second}</w:p>"
    notes = (
        f'<w:footnote w:id="2">{p("second")}</w:footnote>'
        f'<w:footnote w:id="7">{p("first")}{p("more")}</w:footnote>'
    )
    assert shown(body, footnotes=notes) == ["as stated¹, and²", "¹ first", "more", "² second"]
    assert shown(body, "footnote", footnotes=notes) == ["¹ first", "more", "² second"]


def test_deleted_hidden_and_field_code_text_is_not_printed() -> None:
    body = (
        "<w:p><w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t> new</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t> link</w:t></w:r></w:hyperlink>"
        "<w:r><w:noBreakHyphen/><w:t>x</w:t><w:tab/><w:t>y</w:t><w:br/><w:t>z</w:t></w:r></w:p>"
    )
    assert shown(body) == ["kept new link-x y\nz"]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{p('in the box')}</w:txbxContent>"
    twice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    body = f"<w:p><w:r><w:t>before</w:t><mc:AlternateContent>{twice}</mc:AlternateContent></w:r></w:p>"
    assert shown(body) == ["before", "in the box"]


def table(rows: int) -> str:
    cells = "".join(f"<w:tr><w:tc>{p(f'a{n}')}</w:tc><w:tc>{p(f'b{n}')}</w:tc></w:tr>" for n in range(rows))
    return f"<w:tbl>{cells}</w:tbl>"


def test_tables_keep_rows_and_mastheads_fall_apart() -> None:
    assert shown(table(3), "table") == ["a0\tb0", "a1\tb1", "a2\tb2"]
    assert shown(table(2), "") == ["a0", "b0", "a1", "b1"]


def test_headings_and_lead_verbs_are_hinted() -> None:
    body = (
        p("Annex", run="<w:b/>")
        + p("Bold and long.", run="<w:b/>")
        + "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>Decides</w:t></w:r><w:r><w:t> to stay;</w:t></w:r></w:p>"
    )
    raw = read_docx(make_docx(body))
    assert [(b.hint, b.verb) for b in raw.blocks] == [("heading", ""), ("", ""), ("", "Decides")]


def test_a_file_by_another_hand() -> None:
    document = python_docx.Document()
    document.add_heading("A heading", 1)
    document.add_paragraph("A paragraph.")
    document.sections[0].header.paragraphs[0].text = "Running head"
    out = io.BytesIO()
    document.save(out)
    raw = read_docx(out.getvalue())
    assert raw.text == "A heading\nA paragraph.\n"
    assert [b.hint for b in raw.blocks] == ["heading", ""]


ENTITY_BOMB = make_zip({
    "[Content_Types].xml": '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Types>&b;</Types>',
    "_rels/.rels": '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>',
})  # fmt: skip


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (ENTITY_BOMB, "entities"),
        (make_zip({"[Content_Types].xml": "<x/>", "a.txt": "x"}), "no Word file"),
        (make_zip({"../../evil": "x"}), "holds no document"),
        (make_docx("<w:p>").replace(b"PK\x01\x02", b"PK\x01\x03"), "ZIP"),
        (make_docx("<w:p><w:r>"), "well-formed"),
        (make_docx(""), "without text"),
        (b"PK\x03\x04" + b"\x00" * 200, "ZIP"),
    ],
)
def test_hostile_and_damaged_archives(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableFileError, match=says):
        read_docx(data)


def test_a_part_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "_LARGEST_PART", 50_000)
    with pytest.raises(UnreadableFileError, match="unpacks to more"):
        read_docx(make_docx(p("a" * 60_000)))


def test_elements_nested_without_end_are_refused() -> None:
    with pytest.raises(UnreadableFileError):
        read_docx(make_docx("<w:sdt>" * 5000 + p("x") + "</w:sdt>" * 5000))


WHOLE = make_docx(p("one") + numbered("two") + table(3), numbering=LISTS)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_file_never_crashes(data: st.DataObject) -> None:
    broken = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 8))):
        broken[data.draw(st.integers(4, len(broken) - 1))] = data.draw(st.integers(0, 255))
    try:
        raw = read_docx(bytes(broken[: data.draw(st.integers(30, len(broken)))]))
    except UnreadableFileError:
        return
    assert all(0 <= b.span.start < b.span.end <= len(raw.text) for b in raw.blocks)
