"""A comparison as a document of a word processor in which every change is tracked, to accept or reject."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from mandex.index.compare.comparison import Comparison, Difference
from mandex.index.compare.report import MOVED, heading, references
from mandex.index.compare.words import Edit
from mandex.index.output import word


def tracked(found: Comparison, *, stamp: str) -> bytes:
    """A DOCX of the new text in which every change against the old one is tracked.

    Accepting all gives the new text; rejecting all gives the old one, its paragraphs in the order in which
    the new text has them. `stamp` is the time of the changes, ISO. After the text, under a heading and not
    tracked, stand the references that were only brought up to date.
    """
    return word.document([*_Tracked(found, stamp).paragraphs(), *_brought_up_to_date(found)])


def _brought_up_to_date(found: Comparison) -> Iterator[str]:
    lines = list(references(found))
    if lines:
        yield word.paragraph(word.run(MOVED, bold=True), level=1)
    yield from (word.paragraph(word.run(line)) for line in lines)


class _Tracked:
    """The body of the document; every tracked change has a number of its own."""

    def __init__(self, found: Comparison, stamp: str) -> None:
        self._found = found
        self._by = f'w:author="{escape(word.legal(heading(found)))}" w:date="{escape(stamp)}"'
        self._count = 0

    def paragraphs(self) -> Iterator[str]:
        return map(self._paragraph, _each_once(self._found))

    def _paragraph(self, difference: Difference) -> str:
        whole = "ins" if difference.old is None else "del" if difference.new is None else ""
        mark = f"<w:rPr>{self._change(whole)}/></w:rPr>" if whole else ""
        edits = [*_labels(difference), *difference.edits]
        return f"<w:p><w:pPr>{mark}</w:pPr>{''.join(map(self._run, edits))}</w:p>"

    def _change(self, tag: str) -> str:
        self._count += 1
        return f'<w:{tag} w:id="{self._count}" {self._by}'

    def _run(self, edit: Edit) -> str:
        if edit.operation == "keep":
            return word.run(edit.text)
        if edit.operation == "drop":
            return f"{self._change('del')}>{word.run(edit.text, tag='delText')}</w:del>"
        return f"{self._change('ins')}>{word.run(edit.text)}</w:ins>"


def _each_once(found: Comparison) -> Iterator[Difference]:
    """The differences with each paragraph in one of them: of the parts of a split paragraph the likest is the
    old one changed, the others are new; of merged ones the others are dropped.
    """
    best = sorted(found.differences, key=lambda d: -d.likeness)
    olds: dict[int, Difference] = {}
    news: dict[int, Difference] = {}
    for d in best:
        if d.old and d.new and d.old.seq not in olds and d.new.seq not in news:
            olds[d.old.seq] = news[d.new.seq] = d
    for d in found.differences:
        if not (d.old and d.new) or olds.get(d.old.seq) is d:
            yield d
        elif d.new.seq not in news:
            yield replace(d, old=None, edits=(Edit("add", d.new.text),))
        elif d.old.seq not in olds:
            yield replace(d, new=None, edits=(Edit("drop", d.old.text),))


def _labels(difference: Difference) -> list[Edit]:
    """The printed numbers: renumbering is a change too."""
    old, new = (
        f"{side.label}\u00a0" if side and side.label else "" for side in (difference.old, difference.new)
    )
    if old == new:
        return [Edit("keep", old)] if old else []
    edits = (Edit("drop", old), Edit("add", new))
    return [edit for edit in edits if edit.text]
