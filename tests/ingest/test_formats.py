"""The formats in which people hold texts: the same resolution comes out of each, and nothing hidden does."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from docx_maker import make_zip
from openpyxl import Workbook

from mandex.corpus.errors import UnreadableFileError
from mandex.corpus.model import Document
from mandex.ingest.pipeline import read_data
from mandex.ingest.readers import read

LINES = (
    "Resolution 2775 (2025)", "Adopted by the Security Council at its 9871st meeting, on 28 February 2025",
    "The Security Council,", "Recalling resolution 2713 (2023),",
    "1. Decides to extend the authorizations in resolution 2182 (2014);",
    "2. Decides to remain actively seized of the matter.",
)  # fmt: skip
TEXT = "\n\n".join(LINES)


def odt(body: str, styles: str = "") -> bytes:
    names = {"office": "office", "text": "text", "style": "style", "table": "table"}
    spaces = " ".join(f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"' for k, v in names.items())
    spaces += ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return make_zip({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def epub(*chapters: str) -> bytes:
    """A book whose spine turns the order of its files round."""
    names = [f"c{number}.xhtml" for number in range(len(chapters))]
    items = "".join(f'<item id="{name}" href="{name}"/>' for name in names)
    spine = "".join(f'<itemref idref="{name}"/>' for name in reversed(names))
    package = f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}</manifest><spine>{spine}</spine></package>'
    pages = {
        f"O/{name}": f"<html><body>{text}</body></html>" for name, text in zip(names, chapters, strict=True)
    }
    return make_zip({"META-INF/container.xml": "<x/>", "O/book.opf": package, **pages})


def workbook(*rows: list[object]) -> bytes:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def message(text: str = TEXT, **attachments: bytes) -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["Date"] = "Text of today", "Fri, 28 Feb 2025 20:00:00 +0000"
    mail["MIME-Version"] = "1.0"
    mail.set_content(text)
    for name, content in attachments.items():
        mail.add_attachment(
            content, maintype="application", subtype="octet-stream", filename=name.replace("__", ".")
        )
    return mail.as_bytes()


def documents(name: str, data: bytes) -> tuple[Document, ...]:
    reading = read_data(Path(name), data)
    assert reading.documents, reading.problems
    return reading.documents


def texts(name: str, data: bytes) -> list[str]:
    """The blocks of the only document in a file, as they were read."""
    (raw,) = read(Path(name), data)
    return [raw.text[b.span.start : b.span.end] for b in raw.blocks]


PARAGRAPHS = "".join(f"<p>{line}</p>" for line in LINES)
FORMATS: list[tuple[str, bytes]] = [
    ("a.md", ("# " + TEXT.replace("Recalling", "*Recalling*").replace("Decides", "**Decides**")).encode()),
    ("a.wiki", ("== " + TEXT.replace("5)\n", "5) ==\n", 1).replace("1. ", "# ")
                .replace("\n\n2. ", "\n# ")).encode()),
    # Wikisource names the resolution in its header only; links and categories are no text of it
    ("a.txt", b"{{header\n | title = United Nations Security Council Resolution 2775\n}}\n\n"
              b"'''The Security Council''',\n\n"
              b"''Recalling'' [[United Nations Security Council Resolution 2713|resolution 2713 (2023)]],\n\n"
              b"# ''Decides'' to extend the authorizations in resolution 2182 (2014);\n"
              b"# ''Decides'' to remain actively seized of the matter.\n[[Category:Resolutions]]"),
    ("a.rtf", ("{\\rtf1\\ansi " + TEXT.replace("\n\n", "\\par\n") + "\\par}").encode()),
    ("a.odt", odt("".join(f"<text:p>{line}</text:p>" for line in LINES))),
    ("a.epub", epub("".join(f"<p>{x}</p>" for x in LINES[3:]), "".join(f"<p>{x}</p>" for x in LINES[:3]))),
    ("a.epub", epub(f"<p>{TEXT}</p>")),  # all in one element, empty lines and all
    ("a.eml", message()),
    ("a.zip", make_zip({"in/b.txt": TEXT})),
    ("a.json", json.dumps([{"symbol": "S/RES/2775 (2025)", "text": TEXT}]).encode()),
    ("a.json", json.dumps({"data": [{"res_no": 2775, "Full Text": list(LINES)}]}).encode()),
    ("a.jsonl", json.dumps({"symbol": "S/RES/2775 (2025)", "text": TEXT}).encode()),
    ("a.xlsx", workbook(["Resolutions"], ["Symbol", "Text"], ["S/RES/2775 (2025)", TEXT])),
    ("a.html", f"<html><body>{PARAGRAPHS}</body></html>".encode()),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data"), FORMATS, ids=lambda value: value if isinstance(value, str) else "")
def test_the_same_resolution_comes_out_of_every_format(name: str, data: bytes) -> None:
    (document,) = documents(name, data)
    assert document.symbol == "S/RES/2775 (2025)"
    found = [(p.kind, p.label, p.text) for p in document.paragraphs if p.kind in ("preambular", "operative")]
    assert found == [
        ("preambular", "", LINES[3]),
        ("operative", "1", LINES[4][3:]),
        ("operative", "2", LINES[5][3:]),
    ]
    assert {c.target for c in document.citations} == {"S/RES/2713 (2023)", "S/RES/2182 (2014)"}


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        # Markdown: typed numbers stay as typed, links keep their words, notes are raised, rules go
        ("a.md", b"7. Decides [so](http://x.org/a(1));\n9. Also[^1].\n\n---\n[^1]: See *this*.\n",
         ["7. Decides so;", "9. Also¹.", "¹ See this."]),
        ("a.md", b"A\n=\n\n3 * 4 = 12, snake_case_name\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
         ["A", "3 * 4 = 12, snake_case_name", "a\tb", "1\t2"]),
        ("a.md", b"---\ntitle: x\n---\n> quoted\n> on\n\n```\nas = is\n```\n", ["quoted on", "as = is"]),
        # MediaWiki: references are notes, templates and files are not shown, nested items have letters
        ("a.wiki", b"Recalls this<ref>S/2024/1</ref>.\n# one\n## sub\n# two\n{{PD-UN}}[[File:a.png|thumb]]",
         ["Recalls this¹.", "1. one", "(a) sub", "2. two", "¹ S/2024/1"]),
        ("a.wiki", b"{|\n! a !! b\n|-\n| 1 || 2\n|}\n[http://x.org shown]", ["a\tb", "1\t2", "shown"]),
        # RTF: hidden words, pictures and fields' instructions stay out; both ways to write Chinese
        ("a.rtf", rb"{\rtf1\ansi{\fonttbl{\f0 Times;}}{\*\generator X;}a{\v hidden}b {\field{\*\fldinst x}"
                  rb"{\fldrslt link}}\par}", ["ab link"]),
        ("a.rtf", rb"{\rtf1\ansi\ansicpg936 \'b0\'b2\'c8\'ab \u29702?\u20107?\u20250?\par}", ["安全 理事会"]),
        ("a.rtf", rb"{\rtf1\ansi{\fonttbl{\f1\fcharset134 S;}}\f1\'be\'f6\f0 ok\par}", ["决ok"]),
        # one character is two numbers; where the second is missing it is lost, and shown to be
        ("a.rtf", rb"{\rtf1 a\u-10179?\u-8704?b\u-10240?c\par}", ["a😀b\ufffdc"]),
        ("a.rtf", rb"{\rtf1 Text{\super\chftn}{\footnote{\super\chftn} The note.} goes on.\par "
                  rb"\trowd\intbl a\cell b\cell\row}", ["Text¹ goes on.", "a\tb", "¹ The note."]),
        # OpenDocument: printed numbers, notes, spans, changes that were deleted
        ("a.odt", odt('<text:list text:style-name="L"><text:list-item><text:p>one</text:p></text:list-item>'
                      "<text:list-item><text:p>two</text:p></text:list-item></text:list>",
                      '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
                      'style:num-format="1" style:num-suffix="."/></text:list-style>'),
         ["1. one", "2. two"]),
        ("a.odt", odt("<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:p>A<text:s/>b"
                      '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>N</text:p>'
                      "</text:note-body></text:note>c<text:tab/>d</text:p>"),
         ["A b¹c d", "¹ N"]),
        ("a.epub", epub("<p>second</p>", "<p>first</p>"), ["first", "second"]),
    ],
)  # fmt: skip
def test_what_each_format_shows(name: str, data: bytes, expected: list[str]) -> None:
    assert texts(name, data) == expected


def test_emphasis_gives_the_verb() -> None:
    italic = (
        '<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/>'
        "</style:style>"
    )
    for name, data in (
        ("a.md", b"1. *Decides* to act"),
        ("a.wiki", b"# ''Decides'' to act"),
        ("a.rtf", rb"{\rtf1 1. {\i Decides} to act\par}"),
        (
            "a.odt",
            odt('<text:p>1. <text:span text:style-name="I">Decides</text:span> to act</text:p>', italic),
        ),
    ):
        (raw,) = read(Path(name), data)
        assert [b.verb for b in raw.blocks] == ["Decides"], name


def test_each_attachment_is_a_document_of_its_own() -> None:
    letter = b"Letter dated 3 March 2025 from the Permanent Representative\n\n"
    letter += b"I write about the implementation of resolution 1373 (2001)."
    found = documents("m.eml", message(letter__txt=letter, again__txt=letter, photo__png=b"\x89PNG"))
    assert [d.symbol for d in found] == ["S/RES/2775 (2025)", "file:m:letter"]
    assert any("photo.png" in p.message for d in found for p in d.problems)


def test_a_message_without_a_masthead_has_its_subject_and_day() -> None:
    text = "Dear colleagues, the Council will consider the mandate of the mission tomorrow in its chamber."
    (document,) = documents("m.eml", message(text))
    assert (document.symbol, document.title, document.date) == ("file:m", "Text of today", "2025-02-28")


def test_members_of_an_archive_keep_their_names_and_refusals() -> None:
    note = "The Committee took note of the report on the implementation of the measures in that region."
    data = make_zip(
        {
            "a/one.txt": note,
            "b/one.txt": note + " Again.",
            "bad.pdf": "%PDF-1.4",
            "x.bin": "?",
            "__MACOSX/a.txt": "x",
        }
    )
    reading = read_data(Path("z.zip"), data)
    assert [d.symbol for d in reading.documents] == ["file:z:a/one", "file:z:b/one"]
    assert [(p.where, p.code) for p in reading.problems] == [("bad.pdf", "malformed-pdf")]
    assert any("x.bin" in p.message for d in reading.documents for p in d.problems)


def test_rows_of_paragraphs_are_one_document() -> None:
    rows = [
        {
            "doc": "S/RES/2775 (2025)",
            "lang": "en",
            "seq": 1,
            "label": "",
            "text": "Recalling resolution 2713 (2023),",
        },
        {"doc": "S/RES/2775 (2025)", "lang": "en", "seq": 2, "label": "1(a)", "text": "the first point;"},
    ]
    (raw,) = read(Path("p.jsonl"), "\n".join(map(json.dumps, rows)).encode())
    assert raw.text == "Recalling resolution 2713 (2023),\n\n(a) the first point;"


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(6):
            archive.writestr(f"{number}.txt", b"0" * (100 * 2**20))
    return out.getvalue()


def nested() -> bytes:
    data = make_zip({"a.txt": TEXT})
    for _ in range(4):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("in.zip", data)
        data = out.getvalue()
    return data


SCRIPT = "<html><head><title>UN Digital Library</title></head><body>{}<div id='root'></div></body></html>"


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.zip", bomb(), "unpacks to more than"),
        ("a.zip", nested(), "packed too deeply"),
        ("a.zip", make_zip({"a.exe": "x"}), "a.exe"),
        ("a.json", b'{"name": "package", "version": 1}', "without texts"),
        ("a.json", b'{"text": ', "damaged JSON"),
        ("a.json", b"[" * 100_000, "nested too deeply|damaged"),
        ("a.xlsx", workbook(["a", "b"], [1, 2]), "without a column of texts"),
        ("a.pptx", make_zip({"[Content_Types].xml": "<x/>", "ppt/a.xml": "x"}), "PowerPoint"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le"), "xlsx"),
        ("a.html", SCRIPT.format("<noscript>Turn on JavaScript</noscript>").encode(), "JavaScript"),
        ("a.html", SCRIPT.format("<p>You need to enable JavaScript.</p>").encode(), "JavaScript"),
        ("a.html", b"<title>Page not found | UN</title><p>" + b"Menu item. " * 300, "does not exist"),
        ("a.html", "<p>维基文库没有此页面。该页面不存在</p>".encode(), "does not exist"),
        ("a.rtf", rb"{\rtf1{\*\generator x;}}", "without text"),
        ("a.rtf", rb"{\rtf1 " + rb"{\b" * 20_000 + b" deep", "groups in groups"),
        ("a.odt", odt(""), "without text"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_by_name(name: str, data: bytes, says: str) -> None:
    with pytest.raises(UnreadableFileError, match=says):
        read(Path(name), data)


def test_old_word_files_say_what_to_do_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le")
    with pytest.raises(UnreadableFileError, match="install LibreOffice"):
        read(Path("a.doc"), data)
