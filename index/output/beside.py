"""A text, or two language versions of it side by side, as a file for a word processor or a browser."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from mandex.corpus.model import Paragraph
from mandex.index.output import word
from mandex.index.output.showing import Shown, side_by_side, title_in

Told = Callable[[str], str]
_STYLE = (
    "body{font:1rem/1.5 serif;margin:2rem auto;max-width:70rem;padding:0 1rem}"
    "td{vertical-align:top;width:50%;padding:.3rem .8rem}"
    "table{border-collapse:collapse}tr{border-top:1px solid #ccc}"
)


def docx(found: Shown, other: Shown | None, shown: Told = str) -> bytes:
    """As Office Open XML; two versions are the columns of a table. `shown` gives texts in a script."""
    body = [word.paragraph(word.run(shown(_head(found)), bold=True), level=1)]
    if other is None:
        body += [word.paragraph(word.run(shown(_said(one)))) for one in found.paragraphs]
    else:
        rows = [[shown(_head(found)), shown(_head(other))]]
        rows += [
            [shown(_said(one)), shown(_said(two))]
            for one, two in side_by_side(found.paragraphs, other.paragraphs)
        ]
        body += [word.table(rows), word.paragraph()]  # a document does not end with a table
    return word.document(body)


def html(found: Shown, other: Shown | None, shown: Told = str) -> str:
    """As a page that needs nothing else; two versions are the columns of a table."""
    heads = [f'<th lang="{one.lang}">{escape(shown(_head(one)))}</th>' for one in (found, other) if one]
    rows = [
        "<tr>" + "".join(
            f'<td lang="{side.lang}">{escape(shown(_said(paragraph)))}</td>'
            for side, paragraph in ((found, left), (other, right)) if side
        ) + "</tr>"
        for left, right in side_by_side(found.paragraphs, other.paragraphs if other else None)
    ]  # fmt: skip
    return (
        f'<!doctype html>\n<html lang="{found.lang}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(found.symbol)}</title><style>{_STYLE}</style></head><body>\n<h1>{escape(found.symbol)}"
        f"</h1>\n<table>\n<tr>{''.join(heads)}</tr>\n{chr(10).join(rows)}\n</table>\n</body></html>\n"
    )


def _head(one: Shown) -> str:
    return f"{one.symbol}  {title_in(one.symbol, one.title, one.lang)}"


def _said(paragraph: Paragraph | None) -> str:
    if paragraph is None:
        return ""
    return f"{paragraph.label}  {paragraph.text}" if paragraph.label else paragraph.text
