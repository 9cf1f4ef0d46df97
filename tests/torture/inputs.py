"""Small hostile inputs for every reader and every question, each made anew from its number alone.

A document of some hundred characters shows a reader as much as a report does, for a hundredth of the time. It is
built of the tags, commands and paragraphs that real files have, in an order that none has; two in five are then damaged.
"""

from __future__ import annotations

import json
import random
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from docx_maker import make_docx
from lxml import etree
from pdf_maker import Put, make_pdf
from places import SHARED, SPECIMENS

from torture.patterns import PATTERNS

_BYTES = (
    b"\x00",
    b"\xff",
    b"\x80",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\x1b]52;c;eA==\x07",
)
_TOKENS = (*(pattern.encode() for pattern in PATTERNS), *_BYTES)
_ENCODINGS = ("utf-8",) * 12 + ("utf-16", "gb18030", "big5", "cp1252", "utf-8-sig")
_MASTHEADS = (
    "", "", "S/RES/9001 (2031)\n\nThe Security Council,\n\n", "United Nations\nS/2031/77\n\n", "Resolution 1373 (2001)\n\n",
    "第1373(2001)号决议\n\n安全理事会，\n\n", "S/PRST/2031/4\n\nStatement by the President of the Security Council\n\n",
    "S/PV.9001\n\n", "Annex\n\n", "附件\n\n",
)  # fmt: skip
_QUERIES = (
    "asset freeze", 'year:[2014 TO 2017] AND "travel ban"', "symbol:S/RES/1373 OR 冻结资产", "extend* NOT (kind:operative)",
    "cites:1267 year:>=2001", "body:1540-committee verb:decide* force:binding", "date:2017-12", "lang:zh 决定",
)  # fmt: skip
_QUESTIONS = (
    "which resolution obliges States to freeze funds", "who must report to the Council by 31 December 2025?",
    "哪项决议要求会员国冻结资产？", "sanctions on Mali", "travel ban exemptions", "联黎部队的任务期限到什么时候", "what was decided on 3 June 2014",
)  # fmt: skip
_REFERENCES = (
    "2396 OP12(a)", "第1373(2001)号决议第2段", "S/PRST/2005/64, paragraph 3", "S/RES/1373 (2001)", "377 A (V)", "A/RES/60/288",
    "1267/1989/2253", "res 1373 para 2 (b)", "PP3 of 1540", "https://undocs.org/S/RES/1373(2001)", "annex II, paragraph 4",
)  # fmt: skip
_DAYS = (
    "until 31 December 2025", "2017-12", "last March", "within 90 days", "every six months", "31/12/2025", "2025年12月31日之前",
    "no later than 1 June 2016 and every 120 days thereafter", "for a period of twelve months", "二〇二五年六月三十日", "today", "Q3 2024",
)  # fmt: skip
_WORD = (
    "w:p", "w:p", "w:pPr", "w:r", "w:r", "w:rPr", "w:t", 'w:t xml:space="preserve"', "w:tbl", "w:tr", "w:tc", "w:tcPr", 'w:gridSpan w:val="3"',
    'w:vMerge w:val="restart"', "w:numPr", 'w:ilvl w:val="1"', 'w:ilvl w:val="-9"', 'w:numId w:val="1"', 'w:abstractNum w:abstractNumId="1"',
    'w:num w:numId="1"', 'w:abstractNumId w:val="1"', 'w:lvl w:ilvl="0"', 'w:numFmt w:val="lowerRoman"', 'w:numFmt w:val="chineseCounting"',
    'w:start w:val="99999999999999999999"', 'w:lvlText w:val="%1.%2)"', 'w:pStyle w:val="Heading1"', "w:sdt", "w:sdtContent", "w:ins", "w:del", "w:delText",
    "w:moveFrom", "w:hyperlink", 'w:footnoteReference w:id="2"', 'w:footnote w:id="2"', "w:fldSimple", 'w:fldChar w:fldCharType="begin"', "w:instrText",
    "w:br", "w:tab", "w:noBreakHyphen", 'w:sym w:char="F0B7"', "w:vanish", "w:smartTag", "w:txbxContent", "w:pict", "w:sectPr", 'w:ind w:left="x"',
    "mc:AlternateContent", "mc:Choice", "mc:Fallback",
)  # fmt: skip
_OPEN = (
    "text:p", "text:p", "text:span", 'text:h text:outline-level="1"', 'text:h text:outline-level="-1"', "text:list", "text:list-item", "text:note",
    "text:note-body", "text:note-citation", 'text:s text:c="3"', 'text:s text:c="999999999999"', "text:tab", "text:line-break", "text:a", "text:section",
    "text:tracked-changes", "text:changed-region", "text:deletion", "table:table", "table:table-row", "table:table-cell", "table:covered-table-cell",
    'table:table-cell table:number-columns-repeated="99999999"', 'table:table-row table:number-rows-repeated="99999999"', "text:soft-page-break",
    'text:list text:style-name="L1"', 'text:list-item text:start-value="x"', "office:annotation", "text:numbered-paragraph",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Input:
    """One input: for which stage, or under which name a reader gets it."""

    number: int
    stage: str
    data: bytes

    @property
    def text(self) -> str:
        return self.data.decode("utf-8", "replace")


def made(number: int, seed: int = 0) -> Input:
    """The input with this number."""
    chance = random.Random((seed << 32) + number)
    [kind] = chance.choices(list(KINDS), [weight for weight, _ in KINDS.values()])
    data = KINDS[kind][1](chance)
    return Input(number, kind, damaged(data, chance) if chance.random() < 0.4 else data)


def damaged(seed: bytes, chance: random.Random) -> bytes:
    """Bytes changed, left out, doubled, moved, or mixed with hard tokens."""
    data = bytearray(seed)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at = chance.randrange(len(data) + 1)
        to = min(len(data), at + chance.choice((1, 2, 8, 64, 512)))
        match chance.randrange(6):
            case 0:
                del data[at:to]
            case 1:
                data[at:at] = chance.choice(_TOKENS) * chance.choice((1, 3, 50))
            case 2:
                data[at:at] = data[at:to] * chance.choice((1, 2, 20))
            case 3 if at < len(data):
                data[at] ^= 1 << chance.randrange(8)
            case 4:
                data[at:to] = chance.choice(_BYTES)
            case _:
                other = chance.randrange(len(data) + 1)
                data[at:to] = data[other : other + (to - at)]
    return bytes(data)


# -- what inputs are made of


@cache
def _files() -> list[Path]:
    """The specimens and the small cases beside the checkout."""
    there = [*SPECIMENS.iterdir(), *(SHARED / "cases").rglob("*")]
    files = (path for path in there if path.is_file() and path.stat().st_size < 200_000)
    return sorted(files, key=lambda path: path.name)


@cache
def _pieces() -> list[str]:
    """Paragraphs of real texts, a sentence or two each."""
    texts = [
        path.read_text("utf-8", "replace") for path in _files() if path.suffix in {".txt", ".md", ".csv"}
    ]
    texts += ["\n".join(_parsed(path).itertext()) for path in _files() if path.suffix in {".xml", ".html"}]
    lines = (" ".join(line.split()) for text in texts for line in text.splitlines())
    return [line[:250] for line in lines if len(line) > 3]


@cache
def _tags(suffix: str) -> list[str]:
    """Every opening tag that real files of a kind have, with its attributes."""
    found = {tag for path in _files() if path.suffix == suffix
             for tag in re.findall(r"<([a-zA-Z][^<>/!?]{0,80})/?>", path.read_text("utf-8", "replace"))}  # fmt: skip
    return sorted(found)


def _parsed(path: Path) -> etree._Element:
    return etree.fromstring(path.read_bytes(), etree.HTMLParser(encoding="utf-8"))


def _prose(chance: random.Random) -> str:
    pieces = [chance.choice(_pieces()) for _ in range(chance.choice((1, 1, 2, 3)))]
    if chance.random() < 0.5:
        at = chance.randrange(len(pieces))
        pieces[at] = mixed(pieces[at], chance)
    return chance.choice(_MASTHEADS) + chance.choice(
        ("\n\n", "\n", "\n\n1. ", "\n(a) ", "\n一、", "\f", " ")
    ).join(pieces)


def mixed(text: str, chance: random.Random) -> str:
    """A text with hard patterns in it, and cut in places."""
    for _ in range(chance.choice((1, 1, 2, 5))):
        at = chance.randrange(len(text) + 1)
        token = chance.choice(PATTERNS) * chance.choice((1, 1, 2, 40))
        text = text[:at] + token + text[at + chance.choice((0, 0, 1, 8)) :]
    return text


def _nested(chance: random.Random, tags: Sequence[str], leaf: Callable[[str], str], deep: int = 4) -> str:
    """Elements in elements, well formed; at the leaves, text."""
    if deep == 0 or chance.random() < 0.2:
        text = chance.choice(_pieces())
        text = mixed(text, chance) if chance.random() < 0.2 else text
        return leaf(text.replace("&", "&amp;").replace("<", "&lt;"))
    tag = chance.choice(tags)
    within = "".join(_nested(chance, tags, leaf, deep - 1) for _ in range(chance.choice((0, 1, 1, 2, 3))))
    return f"<{tag}>{within}</{tag.split()[0]}>"


def _body(chance: random.Random, tags: Sequence[str], leaf: Callable[[str], str] = str) -> str:
    return "".join(_nested(chance, tags, leaf) for _ in range(chance.choice((1, 2, 3))))


def _zipped(files: dict[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


# -- documents, kind by kind


def _text(chance: random.Random) -> bytes:
    return _prose(chance).encode(chance.choice(_ENCODINGS), "replace")


def _html(chance: random.Random) -> bytes:
    return f"<html><body>{_body(chance, _tags('.html'))}".encode(chance.choice(_ENCODINGS), "replace")


def _akn(chance: random.Random) -> bytes:
    body = _body(chance, _tags(".xml"))
    name = chance.choice(("statement", "doc", "portion", "debateReport"))
    return (
        f'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><{name}><meta/><coverPage><p>S/RES/9001 (2031)'
        f"</p></coverPage><mainBody><paragraph><num>1.</num><content>{body}</content></paragraph></mainBody></{name}></akomaNtoso>"
    ).encode()


def _docx(chance: random.Random) -> bytes:
    body = _body(chance, _WORD, "<w:p><w:r><w:t>{}</w:t></w:r></w:p>".format)
    if chance.random() < 0.3:
        return make_docx(
            body, numbering=_body(chance, _WORD), footnotes=_body(chance, _WORD, "<w:t>{}</w:t>".format)
        )
    return make_docx(body)


def _odt(chance: random.Random) -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table")
    )
    body = _body(chance, _OPEN, "<text:p>{}</text:p>".format)
    content = f"<office:document-content {spaces}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return _zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def _epub(chance: random.Random) -> bytes:
    rootfile = '<rootfile full-path="c.opf" media-type="application/oebps-package+xml"/>'
    container = f'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>{rootfile}</rootfiles></container>'
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
        f'</manifest><spine><itemref idref="{chance.choice("ab")}"/></spine></package>'
    )
    return _zipped({"META-INF/container.xml": container, "c.opf": package, "a.xhtml": _html(chance)})


def _workbook(chance: random.Random) -> bytes:
    cells = "".join(
        f'<c t="inlineStr"><is><t>{_nested(chance, ["t"], str, 0)}</t></is></c>' for _ in range(3)
    )
    head = "".join(
        f'<c t="inlineStr"><is><t>{name}</t></is></c>'
        for name in chance.sample(["symbol", "text", "date", "text_zh"], 3)
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    package, office = (
        "http://schemas.openxmlformats.org/package/2006",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    )
    content = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return _zipped({
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Override PartName="/xl/workbook.xml" ContentType="{content}.sheet.main+xml"/>'
        f'<Override PartName="/xl/s.xml" ContentType="{content}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" Type="{office}/worksheet" Target="s.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="a" sheetId="1" r:id="a"/></sheets></workbook>',
        "xl/s.xml": f'<worksheet xmlns="{main}"><sheetData><row>{head}</row><row>{cells}</row></sheetData></worksheet>',
    })  # fmt: skip


def _mail(chance: random.Random) -> bytes:
    kind, content = chance.choice(
        (("text/plain; charset=utf-8", _text), ("text/html", _html), ("application/json", _json))
    )
    coding = chance.choice(("8bit", "base64", "quoted-printable", "7bit", "x-uuencode"))
    return (
        b'MIME-Version: 1.0\nSubject: =?utf-8?q?Letter?=\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: '
        + kind.encode() + b"\nContent-Transfer-Encoding: " + coding.encode() + b"\n\n" + content(chance) + b"\n--b--\n"
    )  # fmt: skip


def _json(chance: random.Random) -> bytes:
    row = {
        "symbol": chance.choice(_REFERENCES),
        "date": chance.choice(_DAYS),
        "text": _prose(chance),
        "n": chance.choice((None, 1e308, [], {})),
    }
    rows: object = chance.choice((row, [row], [row, {"text": [row]}], {"data": [row]}))
    return json.dumps(rows, ensure_ascii=chance.random() < 0.5).encode()


def _csv(chance: random.Random) -> bytes:
    separator = chance.choice(",;\t|")
    quoted = _prose(chance).replace('"', '""')
    return f'symbol{separator}date{separator}text\n{chance.choice(_REFERENCES)}{separator}{chance.choice(_DAYS)}{separator}"{quoted}"\n'.encode()


def _markdown(chance: random.Random) -> bytes:
    marks = (
        "# ",
        "- ",
        "1. ",
        "> ",
        "```\n",
        "| a | b |\n|---|---|\n| ",
        "[^1]: ",
        "**",
        "<div>",
        "---\n",
        "    ",
        "\\",
    )
    return "\n".join(chance.choice(marks) + _prose(chance) for _ in range(2)).encode()


def _wikitext(chance: random.Random) -> bytes:
    marks = (
        "{{header\n| title = ",
        "== a ==\n",
        "[[",
        "{|\n|-\n| ",
        "''",
        "#",
        ":*",
        "<ref>",
        "<!--",
        "}}",
        "]]",
        "<poem>",
        "{{{1|",
    )
    return (
        "{{header}}\n[[a]]\n"
        + "\n".join(chance.choice(marks) + _prose(chance) + chance.choice(marks) for _ in range(2))
    ).encode()


def _rtf(chance: random.Random) -> bytes:
    words = (
        r"\par ", r"\u21457?", r"\'d0\'c2", r"{\*\generator x}", r"{\footnote ", "}", "{", r"\uc9 ", r"\bin99 ", r"\ansicpg936 ", r"\trowd\cell\row ",
        r"\v ", r"\fonttbl", r"\ls1\ilvl2 ", r"{\field{\*\fldinst HYPERLINK}{\fldrslt ", r"\u-1 ", r"\tab ", r"\page ", r"\'", r"\fs99999999999 ",
    )  # fmt: skip
    parts = (
        chance.choice(words) + ascii(chance.choice(_pieces()))[1:-1] for _ in range(chance.choice((2, 5, 9)))
    )
    return ("{\\rtf1\\ansi " + "".join(parts) + "}").encode()


def _pdf(chance: random.Random) -> bytes:
    page = []
    for _ in range(chance.choice((1, 3, 9))):
        line = chance.choice(_pieces())[:80]
        font = chance.choice(("song", "song", "roman", "bold", "italic"))
        line = line if font == "song" else line.encode("ascii", "replace").decode()
        page.append(Put(chance.choice((72, 90, 320, 500, -50)), chance.choice((50, 62, 300, 700, 2000, chance.random() * 800)), line,
                        chance.choice((10, 10, 10, 6, 0, 500)), font))  # fmt: skip
    return make_pdf([page] * chance.choice((1, 1, 2)), chance.choice((0, 0, 0, 90, 45)))


def _archive(chance: random.Random) -> bytes:
    return _zipped(
        {
            chance.choice(("a.txt", "../a.txt", "b/c.html", "d.zip", "e.eml")): chance.choice(
                (_text, _html, _mail, _pdf)
            )(chance)
            for _ in range(2)
        }
    )


def _asked(seeds: Sequence[str]) -> Callable[[random.Random], bytes]:
    def make(chance: random.Random) -> bytes:
        text = " ".join(chance.choice(seeds) for _ in range(chance.choice((1, 1, 2))))
        return (mixed(text, chance) if chance.random() < 0.7 else text).encode()

    return make


Make = Callable[[random.Random], bytes]
# How many of some thousand inputs are of each kind, and how they are made. A kind with a dot is a file's suffix.
KINDS: dict[str, tuple[int, Make]] = {
    ".txt": (160, _text), ".html": (100, _html), ".xml": (90, _akn), ".docx": (80, _docx), ".odt": (50, _odt), ".epub": (20, _epub),
    ".xlsx": (10, _workbook), ".eml": (40, _mail), ".json": (40, _json), ".csv": (40, _csv), ".md": (40, _markdown), ".wiki": (40, _wikitext),
    ".rtf": (50, _rtf), ".pdf": (30, _pdf), ".zip": (15, _archive), "query": (110, _asked(_QUERIES)), "question": (1, _asked(_QUESTIONS)),
    "reference": (70, _asked(_REFERENCES)), "dates": (60, _asked(_DAYS)), "day": (30, _asked(_DAYS)), "search": (1, _asked((*_QUERIES, *_QUESTIONS))),
}  # fmt: skip
