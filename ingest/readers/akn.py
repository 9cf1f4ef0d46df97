"""Akoma Ntoso for the United Nations (AKN4UN): the structure comes from the markup, not from the layout.

The files of UNxml/SCresolutions mark preambular containers, numbered paragraphs, lists and attachments.
Their rules (which element is a paragraph, whose number it carries) are those of the Akoma Ntoso 3.0
standard; where a file leaves a printed number inside the text, the text is kept as marked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import cast

from lxml import etree

from mandex.corpus.errors import UnreadableFileError
from mandex.corpus.model import Kind, Problem, Span
from mandex.ingest.raw import Block, RawText
from mandex.ingest.segment.openers import opener
from mandex.ingest.segment.run_in import run_in

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_OWN_TEXT = {AKN + name for name in ("content", "intro", "p", "alinea")}
_LISTS = {AKN + name for name in ("list", "sublist")}
_BELOW = _LISTS | {AKN + "point"}
_SAYS = re.compile(r"[^\W_]")
_HEADINGS = {AKN + name for name in ("heading", "subheading", "crossHeading")}
# What a docTitle may be of; the others repeat the masthead (adoption, symbol).
_TITLES = frozenset({"resolutionNumber", "title1", "sponsors"})
_BREAKS = {AKN + "br", AKN + "eol"}
_LANGUAGES = {"eng": "en", "zho": "zh-Hans"}
# A line of so few characters without closing punctuation, all of it set off in bold or not at all,
# is a heading between paragraphs rather than a paragraph.
_HEADING_LENGTH = 90
_CLOSING = re.compile(r"[.;:,。；：，][”\"]?$")
_LABEL_MARKS = re.compile(r"^[\W_]+|[\W_]+$")


def read(path: Path, data: bytes, sha256: str) -> list[RawText]:
    """Read one Akoma Ntoso file: one document.

    Malformed markup is recovered where it can be, with a `malformed-xml` problem. Raises
    `UnreadableFileError` where the file declares entities or holds no text.
    """
    if b"<!ENTITY" in data.replace(b"\x00", b""):  # in UTF-16 every other byte is zero
        raise UnreadableFileError(
            "declares XML entities, which no resolution needs and an entity bomb does; "
            "remove the DOCTYPE to read it", "malformed-xml",
        )  # fmt: skip
    root, problems = _parse(data)
    statement = next((e for e in root if isinstance(e.tag, str)), None)
    if statement is None:
        raise UnreadableFileError("is Akoma Ntoso without any content", "not-a-document")
    facts = _facts(root, statement)
    if facts["type"] == "presidential-statement" and facts.get("symbol", "").startswith("S/RES/"):
        message = f"is a statement of the President marked with the symbol of a resolution, {facts['symbol']}"
        problems.append(Problem("symbol-conflict", "warning", message, where="masthead"))
        del facts["symbol"]
    writer = _Writer()
    for part in statement:
        _write_part(writer, part)
    if not writer.blocks:
        raise UnreadableFileError("is Akoma Ntoso without any paragraph", "not-a-document")
    raw = RawText(
        text="".join(writer.pieces), source=str(path), sha256=sha256, format="akn",
        blocks=tuple(writer.blocks), facts=facts, problems=tuple(problems),
    )  # fmt: skip
    return [raw]


def _parse(data: bytes) -> tuple[etree._Element, list[Problem]]:
    def parser(recover: bool) -> etree.XMLParser:
        return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=recover)

    try:
        return etree.fromstring(data, parser(recover=False)), []
    except etree.XMLSyntaxError as error:
        try:
            root = etree.fromstring(_rebalance(data), parser(recover=True))
        except etree.XMLSyntaxError:
            root = cast("etree._Element | None", None)
        if root is None or not root.tag.startswith(AKN):
            raise UnreadableFileError(f"is not XML that can be read: {error.msg}", "malformed-xml") from error
        where = f"line {error.lineno}" if error.lineno else ""
        message = f"the markup is malformed ({error.msg}); read as far as it could be recovered"
        return root, [Problem("malformed-xml", "warning", message, where=where)]


# What is opened and never closed goes to the end, or each of many would be looked for to the end. The name of
# a tag is over where no more of a name follows: <p>, <p/>, <ref href="#a">, but not the <aaa of <aaaa.
_MARKUP = re.compile(
    rb"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)"
    rb"|<(/?)([\w:.-]+)(?:\s[^<>]*?)?(/?)>",
    re.DOTALL,
)
_UNITS = (b"paragraph", b"alinea")


def _rebalance(data: bytes) -> bytes:
    """Mend crossed tags: drop end tags that close nothing, close what an end tag of an ancestor leaves open.

    Over a hundred statements of the President open a `paragraph` where a `docTitle` was meant and close the
    latter. A `paragraph` or `alinea` holds no other one, so the next one closes it.
    """
    out: list[bytes] = []
    still_open: list[bytes] = []
    open_by_name: Counter[bytes] = Counter()
    done = 0
    for tag in _MARKUP.finditer(data):
        closing, name, empty = tag[1], tag[2], tag[3]
        out.append(data[done : tag.start()])
        done = tag.end()
        if name is None or empty:
            out.append(tag[0])
        elif not closing:
            if name in _UNITS and still_open and still_open[-1] in _UNITS:
                out.append(b"</%s>" % _closed(still_open, open_by_name))
            still_open.append(name)
            open_by_name[name] += 1
            out.append(tag[0])
        elif open_by_name[name]:
            while (last := _closed(still_open, open_by_name)) != name:
                out.append(b"</%s>" % last)
            out.append(tag[0])
    out.append(data[done:])
    return b"".join(out)


def _closed(still_open: list[bytes], by_name: Counter[bytes]) -> bytes:
    name = still_open.pop()
    by_name[name] -= 1
    return name


# -- what the markup states outright


def _facts(root: etree._Element, statement: etree._Element) -> dict[str, str]:
    titles = {e.get("refersTo", "").lstrip("#"): _plain(e) for e in root.iter(AKN + "docTitle")}
    heading = titles.get("resolutionNumber") or titles.get("title1") or titles.get("sponsors", "")
    facts = {
        "symbol": next((t for e in root.iter(AKN + "docNumber") if "S/" in (t := _plain(e))), "").rstrip("*"),
        "type": _type(titles, _beginning(statement, 2000)),
        "lang": _LANGUAGES.get(_attribute(root, "FRBRlanguage", "language"), ""),
        "date": next((d for d in _dates(root) if not d.startswith("0001")), ""),
        "adoption": titles.get("adoption", ""),
        "title": next(
            (e.get("value", "") for e in root.iter(AKN + "keyword") if e.get("dictionary") == "DHL"), heading
        ),
        "agenda": next(
            (e.get("showAs", "") for e in root.iter(AKN + "keyword") if e.get("dictionary") == "S/"), ""
        ),
        "vote": _vote(root),
    }
    return {name: _collapse(value) for name, value in facts.items() if value}


def _type(titles: Mapping[str, str], opening: str) -> str:
    if titles.get("sponsors"):
        return "draft"
    if "title1" in titles or "Statement by the President of the Security Council" in opening:
        return "presidential-statement"
    return "resolution"


def _dates(root: etree._Element) -> Iterator[str]:
    """Adoption first, then publication."""
    for name in ("adoption", "publication"):
        for element in root.iter(AKN + "FRBRdate"):
            if element.get("name") == name:
                yield element.get("date", "")


def _attribute(root: etree._Element, tag: str, name: str) -> str:
    return next((e.get(name, "") for e in root.iter(AKN + tag)), "")


def _vote(root: etree._Element) -> str:
    """`15-0-0` (for, against, abstaining), where the file counts the votes."""
    counts = {}
    for element in root.iter(AKN + "count"):
        value = element.get("value", "")
        if value.isdigit():
            counts[element.get("refersTo", "").lstrip("#")] = int(value)
    if "inFavour" not in counts:
        return ""
    return "-".join(str(counts.get(name, 0)) for name in ("inFavour", "against", "abstaining"))


# -- the text and its blocks


class _Writer:
    """Collects the text in reading order, with a block for every paragraph."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.blocks: list[Block] = []
        self._size = 0

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self._size += len(text)

    def add(
        self,
        kind: Kind,
        text: str,
        *,
        label: str = "",
        printed: str = "",
        verb: str = "",
        bullet: str = "",
        outright: bool = False,
    ) -> None:
        """A paragraph: its number as `printed` goes into the text, but not into the block. `outright` says
        that a heading is one though it has no words.
        """
        if not text:
            return
        if (
            kind == "heading" and not outright and not _SAYS.search(text)
        ):  # "* * *", "-----", marked up as a heading
            self.pass_over(text)
            return
        if printed:
            self._put(printed + " ")
        start = self._size
        self._put(text)
        self.blocks.append(Block(Span(start, self._size), kind, label, verb, bullet=bullet))
        self._put("\n")

    def pass_over(self, text: str) -> None:
        """What is printed but is no paragraph: the lines of the masthead, *The Security Council*."""
        if text:
            self._put(text + "\n")

    def add_notes(self, element: etree._Element) -> None:
        """The footnotes inside `element`, after the paragraph that carries their marks."""
        for note in element.iter(AKN + "authorialNote"):
            mark = note.get("marker", "")
            self.add("footnote", _plain(note, own_note=True), label=mark, printed=mark)


def _write_part(writer: _Writer, part: etree._Element) -> None:
    if part.tag in (AKN + "coverPage", AKN + "preface"):
        for p in part.iter(AKN + "p"):
            if any(title.get("refersTo", "").lstrip("#") in _TITLES for title in p.iter(AKN + "docTitle")):
                writer.add("title", _plain(p))
                writer.add_notes(p)
            elif p.get("class") == "signature":  # so Mandex writes when and how a text was adopted
                writer.add("signature", _plain(p))
                writer.add_notes(p)
            elif p.get("class") == "text":  # so it writes what stands above a title
                writer.add("body", _plain(p))
                writer.add_notes(p)
            else:
                writer.pass_over(_plain(p))
    elif part.tag == AKN + "preamble":
        _write_preamble(writer, part)
    elif part.tag == AKN + "mainBody":
        _write_body(writer, part, "operative" if _is_resolution(part) else "body")
    elif part.tag == AKN + "attachments":
        for body in part.iter(AKN + "mainBody"):
            _write_body(writer, body, "annex")
    elif part.tag == AKN + "conclusions":
        lines = part.findall(AKN + "p") if part.get("class") == "lines" else [part]
        for line in lines:
            writer.add("signature", _plain(line))
            writer.add_notes(line)


def _is_resolution(body: etree._Element) -> bool:
    """Operative paragraphs follow a preamble; statements of the President have none."""
    parent = body.getparent()
    return parent is not None and parent.find(AKN + "preamble") is not None


def _write_preamble(writer: _Writer, preamble: etree._Element) -> None:
    for part in preamble:
        if part.tag == AKN + "container":
            _write_recital(writer, part)
        elif part.tag == AKN + "block":
            writer.add("heading", _plain(part))
            writer.add_notes(part)
        elif part.tag == AKN + "formula":
            writer.pass_over(_plain(part))
        elif isinstance(part.tag, str):
            writer.add("body", _plain(part))
            writer.add_notes(part)


def _write_recital(writer: _Writer, container: etree._Element) -> None:
    """A preambular paragraph, with the operative ones that a file has caught in it.

    *Acting under Chapter VII of the Charter: 1. Decides ...* is a hinge and paragraph 1.
    """
    number = container.find(f"{AKN}p/{AKN}inline[@name='number']")  # so Mandex writes that of a recital
    label = ""
    if number is not None:
        label, number.text = number.text or "", ""
    hinge, *caught = run_in(_plain(container))
    verb = _lead(container) or _collapse(container.get("name", ""))
    writer.add("preambular", hinge.text, label=label, printed=label, verb=verb)
    for paragraph in caught:
        writer.add("operative", paragraph.text, label=paragraph.label, printed=paragraph.label + ".",
                   verb=opener(paragraph.text, "en"))  # fmt: skip
    writer.add_notes(container)


def _write_body(writer: _Writer, body: etree._Element, kind: Kind) -> None:
    for element in _body_units(body):
        if element.tag == AKN + "paragraph":
            outright = element.get("class") == "heading"  # so Mandex marks what it holds as one
            mark = element.find(AKN + "num") if outright else None
            number = _plain(mark) if mark is not None else ""
            for heading in element:
                if heading.tag in _HEADINGS:
                    writer.add("heading", _plain(heading), label=number, printed=number, outright=outright)
                    writer.add_notes(heading)
            if not outright:
                _write_paragraph(writer, element, "", kind)
        elif element.tag == AKN + "num" or element.tag in _HEADINGS:
            writer.add("heading", _plain(element))
            writer.add_notes(element)
        elif element.tag == AKN + "table":
            rows = ("\t".join(map(_plain, row)) for row in element)
            writer.add("table", "\n".join(rows))
            writer.add_notes(element)
        elif element.tag == AKN + "tr":
            cells = (_plain(cell) for cell in element)
            writer.add("body", " | ".join(cell for cell in cells if cell))
        else:
            writer.add("signature" if element.get("class") == "signature" else "body", _plain(element))
            writer.add_notes(element)


def _body_units(body: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs in reading order, and whatever stands between them: headings, table rows, loose text."""
    for child in body:
        if not isinstance(child.tag, str):
            continue
        whole = child.tag == AKN + "table" and child.get("class") == "cells"  # so Mandex writes tables
        if not whole and child.tag in (AKN + "section", AKN + "container", AKN + "table"):
            yield from _body_units(child)
        else:
            yield child
            if child.tag == AKN + "paragraph":
                yield from child.iter(AKN + "tr")


def _write_paragraph(writer: _Writer, element: etree._Element, prefix: str, kind: Kind) -> None:
    """A numbered or unnumbered paragraph and, below it, its points; labels grow from the outside in."""
    number = element.find(AKN + "num")
    printed = _plain(number) if number is not None else ""
    bullet = printed if printed and not re.search(r"\w", printed) else ""
    mark = "" if bullet else _LABEL_MARKS.sub("", printed)
    label = _full_label(prefix, mark)
    children = [child for child in element if isinstance(child.tag, str)]
    lists = [index for index, child in enumerate(children) if child.tag in _BELOW]
    opening = children[: lists[0]] if lists else children
    own = [c for c in opening if c.tag in _OWN_TEXT]
    own += [c for child in children if child.tag in _LISTS and (c := child.find(AKN + "intro")) is not None]
    if not own and element.find(AKN + "span") is not None:
        own = [element]  # a title caught in a paragraph without content, as malformed files have it
    text = _collapse(" ".join(_plain(c) for c in own))
    # Files written by Mandex say outright that a short line is text; those of the UN leave it to be seen.
    plain = element.get("class") == "text"
    heading = not mark and not bullet and not plain and _is_heading(text, own)
    writer.add(
        "heading" if heading else kind, text, label=label if mark else "", printed=printed,
        verb="" if heading else next((v for c in own if (v := _lead(c))), ""), bullet=bullet,
    )  # fmt: skip
    for part in own:
        writer.add_notes(part)
    _write_below(writer, children[len(opening) :], label, kind)


def _write_below(writer: _Writer, children: Iterable[etree._Element], label: str, kind: Kind) -> None:
    """The points under a paragraph labelled `label`, with what stands between and after them.

    A sublist beside its point instead of in it belongs to the point before it. An `alinea` after a list
    closes the sentence that the list interrupts (resolution 2662 (2022), paragraphs 21 and 47).
    """
    point = label
    for child in children:
        if child.tag == AKN + "point":
            _write_paragraph(writer, child, label, kind)
            mark = child.find(AKN + "num")
            point = _full_label(label, _LABEL_MARKS.sub("", _plain(mark))) if mark is not None else label
        elif child.tag == AKN + "sublist":
            _write_below(writer, child, point, kind)
        elif child.tag == AKN + "list":
            _write_below(writer, child, label, kind)
        elif child.tag == AKN + "wrapUp" or child.tag in _OWN_TEXT - {AKN + "intro"}:
            writer.add(kind, _plain(child), verb=_lead(child))
            writer.add_notes(child)
        elif child.tag in _HEADINGS:
            writer.add("heading", _plain(child))
            writer.add_notes(child)


def _full_label(prefix: str, mark: str) -> str:
    if not mark:
        return prefix
    if prefix:
        return f"{prefix}({mark})"
    return mark if mark[0].isdigit() else f"({mark})"


def _is_heading(text: str, own: list[etree._Element]) -> bool:
    if len(text) >= _HEADING_LENGTH or _CLOSING.search(text):
        return False
    return all(_lead(c) in ("", text.strip(" ,，、:：")) for c in own)


def _lead(element: etree._Element) -> str:
    """The lead words as the markup sets them off: the first span, if it is italic or bold."""
    span = next(element.iter(AKN + "span"), None)
    if span is None or span.get("class") not in ("italic", "bold"):
        return ""
    return _plain(span).strip(" ,，、:：")


def _plain(element: etree._Element, *, own_note: bool = False) -> str:
    """The text of an element with white space collapsed, without the notes inside it."""
    pieces = [element.text or ""]
    for child in element:
        _add_text(child, pieces, own_note=own_note)
    return _collapse("".join(pieces))


def _beginning(element: etree._Element, size: int) -> str:
    """The first `size` characters of what `_plain` gives, without reading on behind them."""
    pieces = [element.text or ""]
    text = _collapse(pieces[0])
    for child in element:
        _add_text(child, pieces, own_note=False)
        text = _collapse("".join(pieces))
        if len(text) > size:
            break
    return text[:size]


def _add_text(node: etree._Element, pieces: list[str], *, own_note: bool) -> None:
    tag = node.tag
    if tag in _BREAKS:
        pieces.append(" ")
    if isinstance(tag, str) and (own_note or tag != _NOTE):
        if node.text:
            pieces.append(node.text)
        for child in node:
            _add_text(child, pieces, own_note=own_note)
    if node.tail:
        pieces.append(node.tail)


_NOTE = AKN + "authorialNote"


def _collapse(text: str) -> str:
    return " ".join(text.split())
