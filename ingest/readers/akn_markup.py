"""The markup of Akoma Ntoso: parsed, mended where tags cross, and its text without notes."""

from __future__ import annotations

import re
from collections import Counter
from typing import cast

from lxml import etree

from mandex.corpus.errors import UnreadableFileError
from mandex.corpus.model import Problem

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_BREAKS = {AKN + "br", AKN + "eol"}
_NOTE = AKN + "authorialNote"


def parse(data: bytes) -> tuple[etree._Element, list[Problem]]:
    """The root element, mended with a `malformed-xml` problem where tags cross.

    Raises `UnreadableFileError` where nothing can be recovered.
    """

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


def plain(element: etree._Element, *, own_note: bool = False) -> str:
    """The text of an element with white space collapsed, without the notes inside it."""
    pieces = [element.text or ""]
    for child in element:
        _add_text(child, pieces, own_note=own_note)
    return collapse("".join(pieces))


def beginning(element: etree._Element, size: int) -> str:
    """The first `size` characters of what `plain` gives, without reading on behind them."""
    pieces = [element.text or ""]
    text = collapse(pieces[0])
    for child in element:
        _add_text(child, pieces, own_note=False)
        text = collapse("".join(pieces))
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


def collapse(text: str) -> str:
    """Text with single blanks."""
    return " ".join(text.split())
