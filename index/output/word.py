"""Documents of a word processor (Office Open XML), made of a few parts by hand."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from html import escape

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = {
    "[Content_Types].xml": f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": f'{_XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
}
_ILLEGAL = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def document(body: Iterable[str]) -> bytes:
    """The file, of paragraphs in WordprocessingML."""
    content = f'{_XML}<w:document xmlns:w="{_W}"><w:body>{"".join(body)}<w:sectPr/></w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in _PARTS.items():
            package.writestr(name, part)
        package.writestr("word/document.xml", content)
    return out.getvalue()


def run(text: str, *, bold: bool = False, tag: str = "t") -> str:
    """A stretch of text; `tag` is `delText` within a deletion."""
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{weight}<w:{tag} xml:space="preserve">{escape(legal(text), quote=False)}</w:{tag}></w:r>'


def paragraph(*runs: str, level: int = 0) -> str:
    """A paragraph of runs; a heading where `level` is 1 or more (as its outline level)."""
    outline = f'<w:outlineLvl w:val="{level - 1}"/>' if level else ""
    return f'<w:p><w:pPr><w:spacing w:after="120"/>{outline}</w:pPr>{"".join(runs)}</w:p>'


def table(rows: Iterable[Iterable[str]]) -> str:
    """A table of texts with lines between its cells."""
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:color="999999"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    made = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows)
    width = '<w:tblW w:w="5000" w:type="pct"/>'
    return f"<w:tbl><w:tblPr>{width}<w:tblBorders>{edges}</w:tblBorders></w:tblPr>{made}</w:tbl>"


def _cell(text: str) -> str:
    return f"<w:tc>{paragraph(run(text))}</w:tc>"


def legal(text: str) -> str:
    """Without the control characters that XML does not allow."""
    return _ILLEGAL.sub("", text)
