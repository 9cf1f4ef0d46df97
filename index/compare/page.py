"""A comparison as one HTML page: what changed in substance, then both texts side by side, for print too; last
the references that were only brought up to date.
"""

from __future__ import annotations

from html import escape

from mandex.index.compare.comparison import Comparison, Difference
from mandex.index.compare.report import (
    MOVED,
    became,
    heading,
    place,
    said,
    substance,
    summary,
    title,
)


def page(found: Comparison) -> str:
    """One HTML file, nothing loaded from elsewhere: changes of substance, then both texts side by side."""
    rows = "\n".join(_row(difference) for difference in found.differences)
    weighty = "\n".join(
        f'<li><a href="#{_anchor(d)}">{escape(title(d))}</a> {escape(substance(d))}</li>'
        for d in found.weightiest()
        if d.substance
    )
    moved = "\n".join(map(_moved, found.references()))
    lang = found.new.lang
    return _PAGE.format(
        lang=lang, title=escape(heading(found)), summary=escape(summary(found)), weighty=weighty, rows=rows,
        moved=f"<h2>{escape(MOVED)}</h2>\n<ul>\n{moved}\n</ul>" if moved else "",
        old=escape(found.old.symbol), new=escape(found.new.symbol),
    )  # fmt: skip


def _anchor(difference: Difference) -> str:
    number = difference.new.seq if difference.new else f"old-{difference.paragraph.seq}"
    return f"p{number}"


def _moved(difference: Difference) -> str:
    said = "; ".join(map(became, difference.references))
    return f'<li><a href="#{_anchor(difference)}">{escape(place(difference))}</a> {escape(said)}</li>'


def _row(difference: Difference) -> str:
    old = _cell(difference, "add", "del", "drop") if difference.old else ""
    new = _cell(difference, "drop", "ins", "add") if difference.new else ""
    note = escape(title(difference)) + (
        f"<br>{escape(substance(difference))}" if difference.substance else ""
    )
    kind = f"{difference.relation} {difference.paragraph.kind}"
    return f'<tr id="{_anchor(difference)}" class="{kind}"><td>{old}<td>{new}<td class=note>{note}'


def _cell(difference: Difference, without: str, tag: str, operation: str) -> str:
    side = difference.old if without == "add" else difference.new
    label = f"<b>{escape(side.label)}</b> " if side and side.label else ""
    parts = (
        f"<{tag}>{escape(edit.text)}</{tag}>" if edit.operation == operation else escape(edit.text)
        for edit in said(difference)
        if edit.operation != without
    )
    return label + "".join(parts)


_PAGE = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ font: 15px/1.5 Georgia, "Noto Serif CJK SC", serif; margin: 2em auto; max-width: 75em;
  padding: 0 1em; }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed; }}
th, td {{ vertical-align: top; text-align: left; padding: .4em .6em; border-top: 1px solid #ddd;
  overflow-wrap: break-word; }}
th:last-child, td.note {{ width: 13em; font: 12px/1.4 sans-serif; color: #555; }}
td:nth-child(-n+2) {{ width: 45%; }}
.heading td, .title td {{ font-weight: bold; }}
ins {{ background: #d7f5dc; text-decoration: underline; }}
del {{ background: #fadcdc; text-decoration: line-through; }}
@media (prefers-color-scheme: dark) {{ body {{ background: #16181b; color: #e4e4e4; }}
  th, td {{ border-color: #3a3d42; }} td.note {{ color: #aaa; }} a {{ color: #8ab4f8; }}
  ins {{ background: #1f4a2a; }} del {{ background: #5a2626; }} }}
@media print {{ body {{ max-width: none; margin: 0; font-size: 10pt; }} tr {{ break-inside: avoid; }} }}
</style></head><body>
<h1>{title}</h1>
<p>{summary}</p>
<ul>
{weighty}
</ul>
<table>
<thead><tr><th>{old}<th>{new}<th></tr></thead>
<tbody>
{rows}
</tbody></table>
{moved}
</body></html>
"""
