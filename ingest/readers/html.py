"""Saved web pages: the document in the middle, and what the site puts around it.

Any HTML is read with recovery, as browsers do. Where a page says which element is its main content
(`main`, `role="main"`, MediaWiki's `mw-content-text`), all else is furniture.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from mandex.corpus.errors import UnreadableFileError
from mandex.corpus.model import Problem
from mandex.corpus.records import dataclass
from mandex.ingest.raw import RawText
from mandex.ingest.readers import doubts
from mandex.ingest.readers.blocks import CELL_BREAK, LINE_BREAK, BlockWriter, raised
from mandex.ingest.readers.html_page import (
    EMPHASIS,
    INLINE,
    OpenList,
    hint_of,
    is_data_row,
    is_ignored,
    item_label,
    main_of,
    not_shown,
    open_list,
    size_of,
)
from mandex.ingest.readers.mime import message_of
from mandex.ingest.readers.text import decoded, in_declared

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_EMPTY_LINE = re.compile(r"\S[ \t]*\n[ \t]*\n\s*\S")
# Chinese code pages under the name of their smallest part; browsers read the largest.
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "big5": "big5hkscs"}


def read(path: Path, data: bytes, sha256: str) -> list[RawText]:
    """Read one web page: one document.

    Raises `UnreadableFileError` where the page shows no text, or only a server's error.
    """
    page, frames = _single_file(data)
    text, encoding = _decode(page)
    parser = lxml_html.HTMLParser(recover=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(_XML_DECLARATION.sub("", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFileError("is an empty web page") from error
    writer = _walked(root)
    problems = _problems(path, parser)
    _check(writer.out, problems, root.findtext(".//title") or "")
    return [
        RawText(
            text=writer.out.text, source=str(path), sha256=sha256, format="html", encoding=encoding,
            blocks=tuple(writer.out.blocks), problems=problems,
            dropped=tuple(("not-shown", words) for words in (*writer.dropped, *map(_words, frames))),
        )
    ]  # fmt: skip


def _walked(root: Any) -> _Writer:
    """The page as blocks. Where all of a text with its empty lines was put into one element, the empty lines
    part its paragraphs: so programs wrap plain text, and no browser would show it as anybody means it."""
    writer = _Writer(root)
    writer.walk()
    if len(writer.out.blocks) == 1 and len(_EMPTY_LINE.findall(root.text_content())) > 1:
        writer = _Writer(root, preformatted=True)
        writer.walk()
    return writer


def _single_file(data: bytes) -> tuple[bytes, list[bytes]]:
    """Of a page saved with all its pictures as one message (MHTML, RFC 2557), the page itself, and the pages
    that it shows in frames.
    """
    if not re.match(rb"[A-Za-z-]+:[^\n]*\r?\n", data):
        return data, []
    parts = (part for part in message_of(data).walk() if part.get_content_type() == "text/html")
    pages = [payload for part in parts if isinstance(payload := part.get_payload(decode=True), bytes)]
    return (pages[0], pages[1:]) if pages else (data, [])


def _words(page: bytes) -> str:
    """All that a page in a frame says; nothing of scripts and styles."""
    text, _ = _decode(page)
    try:
        root = lxml_html.document_fromstring(text)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    etree.strip_elements(root, "script", "style", "head", with_tail=False)
    return " ".join("".join(map(str, root.itertext())).split())


def _decode(data: bytes) -> tuple[str, str]:
    """By byte order mark, by what the page declares, at last by what the bytes look like."""
    declared = _META_CHARSET.search(data[:4096])
    if declared and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = declared[1].decode("ascii").lower()
        name = _WIDER.get(name, name)
        text = in_declared(data, name)
        if text is not None:
            return text, name
    return decoded(data)


def _check(out: BlockWriter, problems: tuple[Problem, ...], title: str) -> None:
    text = out.text
    shown = "".join(text[b.span.start : b.span.end] for b in out.blocks if b.hint != "furniture")
    if not shown.strip() and problems:
        raise UnreadableFileError(problems[0].message, problems[0].code)
    if not shown.strip():
        raise UnreadableFileError(
            "is a web page without text (it needs JavaScript to load it): open it in the browser and print "
            "it to PDF", "needs-script",
        )  # fmt: skip
    if doubts.needs_script(shown):
        raise UnreadableFileError(
            "is a web page that needs JavaScript, saved without what its script shows: open it in the "
            "browser and print it to PDF", "needs-script",
        )  # fmt: skip
    if doubts.is_error_notice(shown) or doubts.is_error_title(title):
        raise UnreadableFileError(
            "is a web server's notice of an error (such as: page does not exist), saved in place of a "
            "document: save the document itself"
        )


def _problems(path: Path, parser: Any) -> tuple[Problem, ...]:
    if not any("depth" in entry.message for entry in parser.error_log):
        return ()
    message = "elements are nested too deeply: what lies deeper was not read"
    return (Problem("malformed-html", "warning", message, source=str(path)),)


@dataclass(frozen=True, slots=True)
class _Context:
    """What the elements around a piece of text say of it."""

    hint: str = ""
    emphasis: bool = False
    in_main: bool = True
    raised: bool = False
    preformatted: bool = False


class _Writer:
    """Walks the page without recursion: a hostile page can be as deep as it likes."""

    def __init__(self, root: Any, preformatted: bool = False) -> None:
        self.preformatted = preformatted
        self.out = BlockWriter(own_labels=True)
        self.root = root
        self.main = main_of(root)
        self.around_main = set(self.main.iterancestors()) if self.main is not None else set()
        self.size = size_of(root)
        self.lists: list[OpenList] = []
        self.label = ""
        self.dropped: list[str] = []
        self.mark = ""  # text of a raised element, until it ends

    def walk(self) -> None:
        stack = [_Context(in_main=self.main is None, preformatted=self.preformatted)]
        walker = etree.iterwalk(self.root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                context = stack[-1]
                ignored = not isinstance(element.tag, str) or is_ignored(element)
                if ignored:
                    walker.skip_subtree()
                    self.dropped += filter(None, [not_shown(element)])
                else:
                    context = self._enter(element, stack[-1])
                stack.append(context)
                if not ignored:
                    self._text(element.text, context)
            else:
                context = stack.pop()
                self._leave(element, context, stack[-1])
                self._text(element.tail, stack[-1])
        self._close(stack[-1])

    def _enter(self, element: Any, outer: _Context) -> _Context:
        tag = element.tag
        context = replace(outer, in_main=True) if element is self.main else outer
        if tag == "br":
            self.out.add(LINE_BREAK)
        elif tag not in INLINE:
            self._before_block(tag, outer)
            hint = outer.hint if element in self.around_main else hint_of(element, outer.hint, self.size)
            context = replace(context, hint=hint) if hint != outer.hint else context
        if tag in EMPHASIS:
            context = replace(context, emphasis=True)
        elif tag == "sup":
            context = replace(context, raised=True)
        elif tag == "pre":
            context = replace(context, preformatted=True)
        elif tag in ("ul", "ol"):
            self.lists.append(open_list(element, notes=context.hint == "footnote"))
        elif tag == "li" and self.lists:
            self.label = item_label(self.lists[-1], element)
        elif tag == "tr" and is_data_row(element):
            context = replace(context, hint=context.hint or "table")
        return context

    def _before_block(self, tag: str, outer: _Context) -> None:
        """A new block ends the open one, but for the cells of a table and what is in them."""
        if outer.hint != "table":
            self._close(outer)
        elif tag in ("td", "th"):
            self.out.add(CELL_BREAK)

    def _leave(self, element: Any, context: _Context, outer: _Context) -> None:
        tag = element.tag
        if tag == "sup" and self.mark:
            self.out.add(raised(self.mark))
            self.mark = ""
        if tag in INLINE or tag == "br" or not isinstance(tag, str) or is_ignored(element):
            return
        if tag in ("ul", "ol") and self.lists:
            self._close(context)
            self.lists.pop()
        elif context.hint != "table" or tag == "tr":
            self._close(context)

    def _text(self, text: str | None, context: _Context) -> None:
        if not text:
            return
        if context.raised:
            self.mark += text
            return
        if context.preformatted:
            text = text.replace("\n", LINE_BREAK)
        self.out.add(text, context.emphasis)

    def _close(self, context: _Context) -> None:
        hint = context.hint if context.in_main else "furniture"
        label = "" if hint == "furniture" else self.label
        if self.out.close(hint, label):
            self.label = ""
