"""Everything that is no resolution: statements, letters, reports, notes, web pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mandex.corpus.expressions import Expression
from mandex.corpus.model import Kind
from mandex.corpus.traced import Traced
from mandex.ingest.segment import labels, parts
from mandex.ingest.segment.unit import Segment, Unit

# What a document of each type calls itself, alone in its line.
_TITLE = Expression(
    r"(?i:(?:identical )?letters? dated .{10,600}|statement by the president of the security council.{0,60}"
    r"|(?:[\w-]+ ){0,2}reports? (?:of|by|on|from) .{5,300}|note (?:by|from|verbale).{3,250}"
    r"|summary statement by .{5,250})"
    r"|.{2,80}的(?:通知|通告|公告|通报)"
    r"|.{0,60}(?:给|致).{2,80}(?:的信|的同文信|的普通照会|的照会)|.{0,80}主席(?:的)?声明|.{2,80}的(?:报告|说明)"
)
# What says no more than whose report it is.
_BARE = Expression(r"(?i:(?:[\w-]+ )?(?:report|note) (?:of|by) the secretary-general)|秘书长的(?:报告|说明)")
_MASTHEAD = Expression(
    r"(?i:united nations|security council|general assembly|distr\.?:.*|original:.*|[\w-]+ session"
    r"|(?:item \d+.{0,12} )?(?:provisional )?agenda.*|item \d.*|[\w-]+ year|general|english|\d{1,2} \w+ \d{4}"
    r"|联合国|聯合國|安全理事会|安全理事會|大会|大會|第.{1,6}[届屆]会议|第.{1,6}年|议程项目.*|原件[:：].*|普遍分发"
    r"|(?:[SAE]/\S+)(?:\s\(\d{4}\))?\**)"
)
# A heading holds a word; `400` beside a chart and stray marks of a scan do not.
_WORD = Expression(r"[^\W\d_]{2}|[\u3400-\u9fff]")
_NOTES_APART = 2
_QUOTED_LABEL = Expression(r"[\"“「]\s?(?=\(\w{1,4}\)\s)")
_OFFICE = Expression(r"(?:Permanent|Ambassador|Chair|Minister|Secretary|President|Deputy|Acting|Chargé)")
# Anything but rules and asterisks, and the table of contents.
_PRINTS_TEXT = Expression(r"(?!目录|目錄|段次|(?i:contents|page|paragraphs?)$)(?=.*\w)", re.DOTALL)


class Walker:
    """Walks a document's paragraphs; those from `quoted` on are of a resolution annexed to it."""

    def __init__(self, units: Sequence[Unit], quoted: int | None = None) -> None:
        own = units if quoted is None else units[:quoted]
        self._units = [unit for unit in own if _PRINTS_TEXT.match(unit.text.text)]
        self._quoted = len(self._units)
        self._units += [unit for unit in units[len(own) :] if _PRINTS_TEXT.match(unit.text.text)]
        self._kind: Kind = "body"
        self._numbering = labels.Numbering()
        self._introduced = False
        self._announced = False  # by a colon that ends the paragraph before
        self._noted = 0  # the number of the note just before, 0 where there was none

    def segments(self) -> Iterator[Segment]:
        """The segments, in reading order.

        A heading that opens in lower case ends the line above it, where that is one; else it is none.
        """
        above: Segment | None = None
        for segment in self._walked():
            low = segment.kind == "heading" and not segment.label and segment.text.text[:1].islower()
            if low and above and above.kind in ("title", "heading"):
                above = replace(above, text=Traced.join(" ", [above.text, segment.text]))
                continue
            if above:
                yield above
            above = replace(segment, kind=self._kind) if low else segment
        if above:
            yield above

    def _walked(self) -> Iterator[Segment]:
        shown = (index for index, unit in enumerate(self._units) if unit.hint == "title")
        title = next(shown, None)
        if title is None:
            title = title_of(["." if unit.hint == "table" else unit.text.text for unit in self._units])
        signed = _signature_blocks(self._units)
        for index, unit in enumerate(self._units):
            if index == self._quoted and self._kind == "body":
                self._kind = "annex"
                self._numbering.restart()
            if index == title:
                yield Segment("title", "", "", unit.text, unit.page)
            elif title is not None and index < title and self._is_above_title(unit):
                continue
            elif index in signed:
                yield Segment("signature", "", "", unit.text, unit.page)
            else:
                yield self._segment(unit, unit.text)

    def _is_above_title(self, unit: Unit) -> bool:
        """The masthead, or a web site's own name and navigation."""
        return _MASTHEAD.fullmatch(unit.text.text) is not None or parts.is_heading(unit.text.text)

    def _note(self, unit: Unit, text: str) -> tuple[str, int]:
        """A note's number and where its words begin; after note 5 a plain figure 6 opens one too."""
        label, start = parts.note(text, closing=True)
        goes_on = label.isdecimal() and 0 < int(label) - self._noted <= _NOTES_APART and self._noted
        if goes_on or unit.hint == "footnote":
            return label, start
        return parts.note(text, closing=False)

    def _segment(self, unit: Unit, text: Traced) -> Segment:
        if unit.hint == "table":
            return Segment("table", "", "", text, unit.page)
        if parts.is_annex(text.text):
            self._kind = "annex"
            self._numbering.restart()
            return Segment("heading", "", "", text, unit.page)
        label, start = self._note(unit, text.text)
        self._noted = int(label) if label.isdecimal() else 0
        if label or unit.hint == "footnote":
            return Segment("footnote", label, "", text[start:], unit.page)
        set_off = unit.hint == "heading" and not parts.never_heads(text.text)
        number, start = parts.numbered_heading(text.text, set_off=set_off)
        if number and unit.hint != "list":
            return Segment("heading", number, "", text[start:], unit.page)
        # Each paragraph of a statement opens with quotation marks, also before its label.
        quoted = _QUOTED_LABEL.match(text.text)
        bullet = quoted.end() if quoted else labels.bullet(text.text)
        mark = labels.marker(text[bullet:].text)
        titled = mark and mark.arabic and (set_off or parts.is_heading(text[mark.end :].text))
        if mark and titled and unit.hint != "list":
            return Segment("heading", mark.text, "", text[mark.end :], unit.page)
        if mark:
            label = self._numbering.place(mark, introduced=self._introduced)
            self._introduced = parts.introduces_list(text.text)
            return Segment(self._kind, label, "", text[bullet + mark.end :].strip(), unit.page)
        self._introduced = False
        announced, self._announced = self._announced, text.text[-1:] in ":："
        if bullet:
            return Segment(self._kind, "", "", text[bullet:], unit.page)
        # Abstaining: None is an entry of a list, unless its type sets it off.
        if _WORD.search(text.text) and (set_off or (not announced and parts.is_heading(text.text))):
            return Segment("heading", "", "", text, unit.page)
        return Segment(self._kind, "", "", text, unit.page)


def _is_subject(text: str) -> bool:
    """Is it the printed subject of a report, which stands above *Report of the Secretary-General*?"""
    return parts.is_heading(text) and not _MASTHEAD.fullmatch(text) and len(text.split()) > 1


def title_of(texts: Sequence[str]) -> int | None:
    """Which of the first paragraphs is the title: what names its type, else the first heading."""
    head = texts[:25]
    for index, text in enumerate(head):
        if _TITLE.fullmatch(text):
            return index - 1 if index and _BARE.fullmatch(text) and _is_subject(head[index - 1]) else index
    found = None
    for index, text in enumerate(head):
        if not parts.is_heading(text):
            break
        if not _MASTHEAD.fullmatch(text):
            found = index  # of several headings the last; those above it are the site's
    return found


def _signature_blocks(units: Sequence[Unit]) -> set[int]:
    """The signatures, with the lines around them that give the signer's office."""
    found: set[int] = set()
    for index, unit in enumerate(units):
        if not parts.is_signature(unit.text.text):
            continue
        first = last = index
        while first > 0 and index - first < 4 and _is_office(units[first - 1].text.text):
            first -= 1
        while last + 1 < len(units) and last - index < 3 and _is_office_below(units[last + 1].text.text):
            last += 1
        found.update(range(first, last + 1))
    return found


def _is_office(text: str) -> bool:
    return len(text) < 50 and not parts.ends_sentence(text) and not parts.is_annex(text)


def _is_office_below(text: str) -> bool:
    return _OFFICE.match(text) is not None
