"""Hostile files of every format that holds more than it seems: each is refused, or read, within its limits."""

from __future__ import annotations

import json
import os
import sqlite3
import struct
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path

from mandex.corpus.opening import FILENAME
from torture.bases import MANDEX, folder
from torture.clock import Outcome

LONGEST = 10.0  # seconds of processor time for one of them, with what the program takes to start
MEMORY = (1 << 30) + (200 << 20)  # bytes at the most: what one file may take, and the program itself
_LET_IN = "%root:%"  # what a file of the system holds that several of them name

_SENTENCE = "1. Decides that all States shall freeze the funds of those named in resolution 1373 (2001);"
_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style")
)
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LAUGHS = (
    "<!DOCTYPE a [<!ENTITY l0 'ha'>"
    + "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
    + "]>"
)
_OUTSIDE = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"


def zipped(*members: tuple[str, str | bytes]) -> bytes:
    """An archive of these members, packed."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def odt(body: str, before: str = "", styles: str = "", encoding: str = "utf-8") -> bytes:
    """A text of OpenDocument."""
    content = (
        f"{before}<office:document-content {_ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped(
        ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content.encode(encoding))
    )


def epub(pages: Mapping[str, str], spine: list[str], before: str = "") -> bytes:
    """A book with these pages, in the order of the spine."""
    items = "".join(f'<item id="i{n}" href="{href}"/>' for n, href in enumerate(spine))
    refs = "".join(f'<itemref idref="i{n}"/>' for n in range(len(spine)))
    package = f"{before}<package><manifest>{items}</manifest><spine>{refs}</spine></package>"
    return zipped(("META-INF/container.xml", "<container/>"), ("c.opf", package), *pages.items())


def workbook(rows: str, before: str = "", shared: str = "", dimension: str = "A1:B2") -> bytes:
    """A workbook with one sheet of these rows."""
    types = "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"/>'
        for part, kind in (("workbook", "sheet.main"), ("worksheets/s1", "worksheet"), ("shared", "sharedStrings"))
    )  # fmt: skip
    relation = '<Relationship Id="{}" Type="{}/{}" Target="{}"/>'.format
    return zipped(
        ("[Content_Types].xml", f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{types}</Types>'),
        ("_rels/.rels", f'<Relationships xmlns="{_RELATIONS}">{relation("r1", _OFFICE, "officeDocument", "xl/workbook.xml")}</Relationships>'),
        ("xl/workbook.xml", f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{_RELATIONS}">{relation("r1", _OFFICE, "worksheet", "worksheets/s1.xml")}{relation("r2", _OFFICE, "sharedStrings", "shared.xml")}</Relationships>'),
        ("xl/shared.xml", f'{before}<sst xmlns="{_SHEET}">{shared}</sst>'),
        ("xl/worksheets/s1.xml", f'{before}<worksheet xmlns="{_SHEET}"><dimension ref="{dimension}"/><sheetData>{rows}</sheetData></worksheet>'),
    )  # fmt: skip


def _cells(row: int, *texts: str) -> str:
    cells = "".join(
        f'<c r="{chr(65 + n)}{row}" t="inlineStr"><is><t>{text}</t></is></c>' for n, text in enumerate(texts)
    )
    return f'<row r="{row}">{cells}</row>'


_HEADER = _cells(1, "symbol", "text")


def overlapping(count: int, name: str, content: bytes) -> bytes:
    """An archive whose every entry leads to the same bytes: it unpacks to `count` times what it holds."""
    packed = BytesIO(zipped((name, content)))
    data = packed.getvalue()
    at = data.index(b"PK\x01\x02")
    local, entry = data[:at], data[at : data.index(b"PK\x05\x06")]
    size = len(entry) * count
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, size, len(local), 0)
    return local + entry * count + end


def _page(body: str) -> str:
    return f"<html><body>{body}</body></html>"


def _message(head: str, body: str = "") -> bytes:
    return f"MIME-Version: 1.0\n{head}\n\n{body}".encode()


def _parts(deep: int) -> bytes:
    """Parts in parts, each with a boundary of its own."""
    opens = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(deep))
    return _message("Subject: x\n" + opens + "Content-Type: text/plain\n", _SENTENCE)


def _passed_on(deep: int) -> bytes:
    """A message in a message in a message."""
    return _message("Content-Type: message/rfc822\n\n" * deep + "Content-Type: text/plain\n", _SENTENCE)


def _rows(count: int) -> bytes:
    """One document in as many rows as it has paragraphs."""
    row = {"doc": "S/RES/9001 (2031)", "lang": "en", "text": _SENTENCE}
    return json.dumps([{**row, "seq": n, "label": ""} for n in range(count)]).encode()


def _archive_in_archive(deep: int) -> bytes:
    data = zipped(("x.txt", _SENTENCE))
    for _ in range(deep):
        data = zipped(("x.zip", data))
    return data


def _lists(deep: int) -> str:
    return (
        "<text:list><text:list-item>" * deep + "<text:p>x</text:p>" + "</text:list-item></text:list>" * deep
    )


_LONG_PREFIX = (
    f'<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"'
    f' style:num-prefix="{"x" * 1_000_000}"/></text:list-style>'
)
MIB = 1 << 20

# By name: the suffix, and how the file is made. They are large enough for any cost that grows too fast to be seen.
FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "odt-bomb": (".odt", lambda: odt("<text:p/>" * 10_000_000)),
    "odt-empty-paragraphs": (".odt", lambda: odt("<text:p> </text:p>" * 2_000_000)),
    "odt-laughs": (".odt", lambda: odt("<text:p>&l9;</text:p>", _LAUGHS)),
    "odt-laughs-in-attribute": (".odt", lambda: odt('<text:p text:style-name="&l9;">x</text:p>', _LAUGHS)),
    "odt-laughs-wide": (".odt", lambda: odt("<text:p>&l9;</text:p>", '<?xml version="1.0" encoding="UTF-16"?>' + _LAUGHS, encoding="utf-16")),
    "odt-outside-wide": (".odt", lambda: odt("<text:p>&x; x</text:p>", '<?xml version="1.0" encoding="UTF-16"?>' + _OUTSIDE, encoding="utf-16")),
    "odt-deep": (".odt", lambda: odt("<text:section>" * 100_000 + "<text:p>x</text:p>" + "</text:section>" * 100_000)),
    "odt-lists": (".odt", lambda: odt(_lists(100))),
    "odt-tables": (".odt", lambda: odt(("<table:table><table:table-row><table:table-cell>" * 80 + "x" + "</table:table-cell></table:table-row></table:table>" * 80) * 300)),
    "odt-repeated": (".odt", lambda: odt('<table:table><table:table-row table:number-rows-repeated="999999999"><table:table-cell table:number-columns-repeated="999999999"><text:p>x</text:p></table:table-cell></table:table-row></table:table><text:p><text:s text:c="999999999"/>x</text:p>')),
    "odt-long-labels": (".odt", lambda: odt('<text:list text:style-name="L">' + "<text:list-item><text:p>x</text:p></text:list-item>" * 5_000 + "</text:list>", styles=_LONG_PREFIX)),
    "odt-notes": (".odt", lambda: odt("<text:p>x" + "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>y</text:p></text:note-body></text:note>" * 50_000 + "</text:p>")),
    "rtf-deep": (".rtf", lambda: b"{\\rtf1 " + b"{" * MIB + b"x"),
    "rtf-closes": (".rtf", lambda: b"{\\rtf1 x" + b"}" * MIB + b" y"),
    "rtf-binary": (".rtf", lambda: b"{\\rtf1 x\\par" + b"\\bin9999999999 y" * 10_000),
    "rtf-binary-back": (".rtf", lambda: b"{\\rtf1 x\\par" + b"\\bin-9999999999 y" * 10_000),
    "rtf-surrogates": (".rtf", lambda: b"{\\rtf1 " + _SENTENCE.encode() + b"\\u-10240?\\u-9216? \\u-10240? end\\par}"),
    "rtf-controls": (".rtf", lambda: b"{\\rtf1 " + _SENTENCE.encode() + b" \\'1b]52;c;eA==\\'07 \\u27? \\u8238?\\par}"),
    "rtf-notes": (".rtf", lambda: b"{\\rtf1 x" + b"{\\footnote y}" * 60_000 + b"\\par}"),
    "rtf-emphasis": (".rtf", lambda: b"{\\rtf1 " + b"{\\b x}{\\i y}" * 60_000 + b"\\par}"),
    "rtf-cells": (".rtf", lambda: b"{\\rtf1 \\intbl " + b"x\\cell " * 100_000 + b"\\row}"),
    "rtf-code-page": (".rtf", lambda: b"{\\rtf1\\ansicpg9999999999 " + _SENTENCE.encode() + b"\\par}"),
    "epub-bomb": (".epub", lambda: epub({"a.xhtml": " " * (200 * MIB)}, ["a.xhtml"])),
    "epub-many": (".epub", lambda: epub({f"{n}.xhtml": "" for n in range(40_000)}, [f"{n}.html" for n in range(40_000)])),
    "epub-many-pages": (".epub", lambda: epub({f"{n}.xhtml": _page("<p>x</p>") for n in range(10_000)}, [f"{n}.xhtml" for n in range(10_000)])),
    "epub-outside": (".epub", lambda: epub({"a.xhtml": _page(f"<p>{_SENTENCE}</p>")}, ["../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "a.xhtml"])),
    "epub-laughs": (".epub", lambda: epub({"a.xhtml": _LAUGHS + _page("<p>&l9;</p>")}, ["a.xhtml"], _LAUGHS)),
    "epub-entity": (".epub", lambda: epub({"a.xhtml": _OUTSIDE + _page(f"<p>&x; {_SENTENCE}</p>")}, ["&x;", "a.xhtml"], _OUTSIDE)),
    "epub-overlapping": (".epub", lambda: overlapping(20_000, "META-INF/container.xml", b"x" * 10_000)),
    "epub-deep": (".epub", lambda: epub({"a.xhtml": _page("<div>" * 200_000 + "x")}, ["a.xhtml"])),
    "mail-parts": (".eml", lambda: _parts(3_000)),
    "mail-passed-on": (".eml", lambda: _passed_on(3_000)),
    "mail-passed-on-large": (".eml", lambda: _message("Content-Type: message/rfc822\n\n" * 90 + "Content-Type: text/plain\n", _SENTENCE * 10_000)),
    "mail-comments": (".eml", lambda: _message("Content-Type: text/plain; " + "(" * 200_000, _SENTENCE)),
    "mail-words": (".eml", lambda: _message("Subject: " + "=?utf-8?q?a?= " * 50_000, _SENTENCE)),
    "mail-words-half": (".eml", lambda: _message("Subject: " + "=?" * 200_000, _SENTENCE)),
    "mail-addresses": (".eml", lambda: _message("To: " + "<a@b>," * 100_000, _SENTENCE)),
    "mail-parameters": (".eml", lambda: _message("Content-Type: text/plain" + "; a*1*=x" * 50_000, _SENTENCE)),
    "mail-parameter-numbers": (".eml", lambda: _message("Content-Type: text/plain; a*99999999999999999999=x; charset*0=utf; charset*1=-8", _SENTENCE)),
    "mail-headers": (".eml", lambda: _message("X: y\n" * 200_000 + "Subject: x", _SENTENCE)),
    "mail-folded": (".eml", lambda: _message("Subject: x\n" + " y\n" * 200_000, _SENTENCE)),
    "mail-date": (".eml", lambda: _message("Date: " + "1 " * 200_000, _SENTENCE)),
    "mail-no-colon": (".eml", lambda: _message("a" * MIB, _SENTENCE)),
    "mail-boundary": (".eml", lambda: _message("Content-Type: multipart/mixed; boundary=x", ("--x\n\n" + _SENTENCE + "\n") * 20_000)),
    "mail-empty-parts": (".eml", lambda: _message("Content-Type: multipart/mixed; boundary=x", "--x\n\n\n" * 200_000 + "--x--")),
    "mail-names": (".eml", lambda: _message("Content-Type: multipart/mixed; boundary=x", f"--x\n\n{_SENTENCE}\n" + '--x\nContent-Disposition: attachment; filename="../../../etc/x.txt"\n\n' + _SENTENCE + '\n--x\nContent-Disposition: attachment; filename="/dev/stdout.txt"\n\nabc\n')),
    "mail-base64": (".eml", lambda: _message("Content-Type: text/plain\nContent-Transfer-Encoding: base64", "=" * MIB)),
    "mail-encoding": (".eml", lambda: _message("Content-Type: text/plain; charset=idna\n", _SENTENCE * 3_000)),
    "mail-encoding-unknown": (".eml", lambda: _message("Content-Type: text/plain; charset=\x00zlib_codec\n", _SENTENCE)),
    "mhtml-parts": (".mhtml", lambda: b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n--a\n" + _parts(3_000)),
    "mhtml-locations": (".mhtml", lambda: _message("Content-Type: multipart/related; boundary=x", "--x\nContent-Type: text/html\nContent-Location: file:///etc/passwd\n\n<p>x</p>\n" * 20_000)),
    "zip-bomb": (".zip", lambda: zipped(("a.txt", " " * (400 * MIB)), ("b.txt", _SENTENCE))),
    "zip-text-bomb": (".zip", lambda: zipped(("a.txt", (_SENTENCE + "\n") * 1_000_000))),
    "zip-overlapping": (".zip", lambda: overlapping(19_000, "a.txt", b"x" * 25_000)),
    "zip-overlapping-zips": (".zip", lambda: overlapping(1_000, "a.zip", overlapping(1_000, "a.txt", _SENTENCE.encode()))),
    "zip-deep": (".zip", lambda: _archive_in_archive(500)),
    "zip-many": (".zip", lambda: zipped(*((f"{n}.txt", "") for n in range(30_000)))),
    "zip-outside": (".zip", lambda: zipped(("../../../tmp/x.txt", _SENTENCE), ("/etc/x.txt", _SENTENCE.replace("1373", "1267")), ("a\\..\\x.txt", _SENTENCE.replace("1373", "1540")))),
    "zip-names": (".zip", lambda: zipped(("\x1b]52;c;eA==\x07\u202e\n.txt", _SENTENCE), ("." * 60_000 + ".txt", "y"))),
    "zip-lies": (".zip", lambda: zipped(("a.txt", b"x" * 5_000_000)).replace(struct.pack("<L", 5_000_000), struct.pack("<L", 5))),
    "markdown-quotes": (".md", lambda: b">" * 300_000 + b" x"),
    "markdown-lists": (".md", lambda: "".join("  " * (n % 3_000) + f"- {n}\n" for n in range(5_000)).encode()),
    "markdown-links": (".md", lambda: b"[" * 200_000 + b"](x)" * 50_000),
    "markdown-emphasis": (".md", lambda: b"# x\n\n" + b"**a*b_c" * 40_000),
    "markdown-table": (".md", lambda: b"|" * 100_000 + b"\n" + b"|-" * 50_000 + b"\n" + b"|" * 100_000),
    "markdown-markup": (".md", lambda: b"# x\n\n<p>" + b"<div>" * 50_000 + b"<script>alert(1)</script>"),
    "wikitext-templates": (".wiki", lambda: b"{{header}}\n[[a]]\n" + b"{{a|" * 100_000),
    "wikitext-closed": (".wiki", lambda: b"{{header}}\n[[a]]\n" + b"{{a|" * 30_000 + b"x" + b"}}" * 30_000 + b"\ny"),
    "wikitext-links": (".wiki", lambda: b"{{header}}\n[[a]]\n" + b"[[a|" * 100_000 + b"]]" * 100_000),
    "wikitext-tables": (".wiki", lambda: b"{{header}}\n[[a]]\n" + b"{|\n|-\n|\n" * 40_000),
    "wikitext-refs": (".wiki", lambda: b"{{header}}\n[[a]]\nx" + b"<ref name=a>y" * 40_000),
    "json-deep": (".json", lambda: b'{"text":' + b"[" * 500_000),
    "json-deep-objects": (".jsonl", lambda: b'{"text": "x"}\n' + b'{"a":' * 200_000),
    "json-number": (".json", lambda: b'{"text": "x", "res_no": ' + b"9" * MIB + b"}"),
    "json-infinite": (".json", f'{{"text": "{_SENTENCE}", "res_no": 1e999999, "date": NaN}}'.encode),
    "json-surrogates": (".json", f'{{"text": "{_SENTENCE} \\ud800 \\udfff", "symbol": "S/\\ud800"}}'.encode),
    "json-controls": (".json", f'{{"text": "{_SENTENCE} \\u001b]52;c;eA==\\u0007 \\u0000 \\u202e", "symbol": "\\u001b[31m", "title": "\\u0000\\n"}}'.encode),
    "json-rows": (".json", lambda: _rows(10_000)),
    "json-twice": (".json", lambda: b'{"text": "a",' + b'"text": "b",' * 80_000 + b'"text": "c"}'),
    "json-lines-damaged": (".jsonl", lambda: b'{"text": "x"}\n' * 80_000 + b"{"),
    "json-not-utf8": (".json", lambda: f'{{"text": "{_SENTENCE}"}}'.encode("utf-16-be") + b"\xff"),
    "csv-columns": (".csv", lambda: b"text" + b",a" * 400_000 + b"\nx" + b",b" * 400_000),
    "csv-quote": (".csv", lambda: b'symbol,text\n1,"' + b'""' * MIB),
    "csv-formula": (".csv", f'symbol,text,title\n=cmd|\' /C calc\'!A0,"{_SENTENCE}","=HYPERLINK(1)"\n'.encode),
    "csv-rows": (".csv", lambda: b"symbol,text\n" + b"1,x\n" * 100_000),
    "xlsx-laughs": (".xlsx", lambda: workbook(_HEADER + _cells(2, "a", "&l9;"), _LAUGHS)),
    "xlsx-outside": (".xlsx", lambda: workbook(_HEADER + _cells(2, "a", "&x;" + _SENTENCE), _OUTSIDE)),
    "xlsx-rows": (".xlsx", lambda: workbook(_HEADER + '<row r="1048576"><c r="B1048576" t="inlineStr"><is><t>x</t></is></c></row>', dimension="A1:XFD1048576")),
    "xlsx-row-number": (".xlsx", lambda: workbook(_HEADER + '<row r="999999999"><c r="B999999999" t="inlineStr"><is><t>x</t></is></c></row>')),
    "xlsx-column": (".xlsx", lambda: workbook(_HEADER + "".join(f'<row r="{n}"><c r="XFD{n}" t="inlineStr"><is><t>x</t></is></c></row>' for n in range(2, 3_000)), dimension="A1:B2")),
    "xlsx-bomb": (".xlsx", lambda: workbook(_HEADER + "<row/>" * 10_000_000)),
    "xlsx-shared": (".xlsx", lambda: workbook(_HEADER, shared="<si><t>x</t></si>" * 2_000_000)),
    "xlsx-shared-index": (".xlsx", lambda: workbook(_HEADER + '<row r="2"><c r="A2" t="s"><v>999999999</v></c><c r="B2" t="s"><v>-1</v></c></row>', shared="<si><t>x</t></si>")),
    "xlsx-formula": (".xlsx", lambda: workbook(_HEADER + f'<row r="2"><c r="A2"><f>WEBSERVICE("http://x")</f><v>1</v></c><c r="B2" t="str"><f>1+1</f><v>{_SENTENCE}</v></c></row>')),
    "xlsx-deep": (".xlsx", lambda: workbook(_HEADER + "<a>" * 100_000)),
    "html-deep": (".html", lambda: _page("<div>" * 300_000 + "x").encode()),
    "html-attributes": (".html", lambda: _page("<p " + "a=b " * 200_000 + ">x</p>").encode()),
    "html-tables": (".html", lambda: _page("<table><tr><td>a<td>b" * 5_000).encode()),
    "html-lists": (".html", lambda: _page("<ol><li>x" * 50_000).encode()),
    "html-classes": (".html", lambda: _page('<div class="nav">x' * 20_000).encode()),
    "text-wide": (".txt", lambda: (_SENTENCE * 100).encode("utf-32")),
    "text-mixed": (".txt", lambda: _SENTENCE.encode() + "决定".encode("gb18030") * 10_000 + "é".encode() * 1_000 + b"\xff\xfe"),
    "text-controls": (".txt", (_SENTENCE + "\x1b]8;;http://x\x07y\x1b]8;;\x07 \u202eabc\u202c \x9b31m").encode),
    "text-combining": (".txt", (_SENTENCE + "a" + "\u0301" * 300_000).encode),
}  # fmt: skip


def run(scratch: Path, names: Iterable[str] = FILES) -> Iterator[Outcome]:
    """Ingest each of them among files of ours: an empty outcome, or what was wrong, and how long it took."""
    ours = folder(scratch / "ours", 2)
    for name in names:
        suffix, make = FILES[name]
        there, kb = scratch / name, scratch / f"{name}-kb"
        there.mkdir()
        (there / f"{name}{suffix}").write_bytes(make())
        yield _ingested(name, [str(there), str(ours)], kb)


def _ingested(name: str, read: list[str], kb: Path) -> Outcome:
    said = kb.with_suffix(".txt")
    with said.open("wb") as out:
        pid = os.posix_spawn(
            MANDEX[0], [*MANDEX, "--kb", str(kb), "ingest", *read], os.environ,
            file_actions=[(os.POSIX_SPAWN_DUP2, out.fileno(), fd) for fd in (1, 2)],
        )  # fmt: skip
    _, status, usage = os.wait4(pid, 0)
    took = usage.ru_utime + usage.ru_stime
    return Outcome(
        _wrong(name, kb, said.read_text("utf-8", "replace"), status, took, usage.ru_maxrss << 10), took
    )


def _wrong(name: str, kb: Path, said: str, status: int, took: float, memory: int) -> str:
    """What was not as it must be: limits, exit code, the others read, the file named or read, nothing let in."""
    code = os.waitstatus_to_exitcode(status)
    if took > LONGEST or memory > MEMORY:
        return f"{name}: {took:.1f} s, {memory >> 20} MiB: {said[-200:]}"
    if code not in (0, 2) or "fault in Mandex" in said or "Traceback" in said or "\x1b" in said:
        return f"{name}: exit code {code}: {said[-300:]!r}"
    db = sqlite3.connect(kb / FILENAME)
    try:
        [(ours,)] = db.execute("SELECT count(*) FROM documents WHERE symbol = 'S/RES/9100 (2032)'")
        [(theirs,)] = db.execute("SELECT count(*) FROM documents WHERE source LIKE ?", (f"%/{name}.%",))
        [(let_in,)] = db.execute("SELECT count(*) FROM documents WHERE text LIKE ?", (_LET_IN,))
    finally:
        db.close()
    if ours != 2 or let_in:  # in English and in Chinese
        return f"{name}: {ours} of the other documents, {let_in} that hold what lies elsewhere"
    return "" if theirs or name in said else f"{name}: neither read nor named: {said[-200:]}"
