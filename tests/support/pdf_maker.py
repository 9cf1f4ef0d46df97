"""Small PDF files made for the tests: each line of text placed by hand, in standard fonts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

HEIGHT = 792.0
_FONTS = {"roman": "Times-Roman", "italic": "Times-Italic", "bold": "Times-Bold", "typed": "Courier"}
# Chinese in a font that every PDF program knows by name, its codes being UTF-16.
_SONG = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [ << "
    b"/Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 "
    b"/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] "
    b"/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >> >> ] >>"
)


@dataclass(frozen=True)
class Put:
    """Text at `x`, `y` points from the top left corner."""

    x: float
    y: float
    text: str
    size: float = 10.0
    font: str = "roman"


def column(x: float, y: float, lines: Sequence[str], leading: float = 12.0, size: float = 10.0) -> list[Put]:
    """Lines one below the other; a line that opens with a space is indented by 24 points."""
    return [
        Put(x + (24 if line.startswith(" ") else 0), y + number * leading, line.strip(), size)
        for number, line in enumerate(lines)
    ]


def make_pdf(pages: Sequence[Sequence[Put]], rotate: int = 0) -> bytes:
    """A PDF file with these pages; `rotate` is the pages' /Rotate."""
    objects: list[bytes] = []
    kids = " ".join(f"{8 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode())
    for base in _FONTS.values():
        objects.append(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >>".encode()
        )
    objects.append(_SONG)
    for number, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 {HEIGHT:g}] /Rotate {rotate} "
            f"/Resources << /Font << /roman 3 0 R /italic 4 0 R /bold 5 0 R /typed 6 0 R /song 7 0 R >> >> "
            f"/Contents {9 + 2 * number} 0 R >>".encode()
        )
        content = b"\n".join(_draw(put) for put in page)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return _file(objects)


def _draw(put: Put) -> bytes:
    if put.font == "song":
        shown = b"<" + put.text.encode("utf-16-be").hex().encode() + b">"
    else:
        escaped = put.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        shown = b"(" + escaped.encode("cp1252") + b")"
    where = f"1 0 0 1 {put.x:g} {HEIGHT - put.y:g} Tm".encode()
    return b"BT /%s %g Tf %s %s Tj ET" % (put.font.encode(), put.size, where, shown)


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)
