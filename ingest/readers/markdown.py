"""Markdown: headings, emphasis, lists, tables, notes and quotations, with the numbers that were typed.

Rendered, a list counts on from its first number; a text whose second paragraph is typed `7.` means 7. So the
lines are read as they stand, and only the marks of Markdown (CommonMark 0.31, GitHub's tables and notes) go.
"""

from __future__ import annotations

import re
from pathlib import Path

from mandex.corpus.errors import UnreadableFileError
from mandex.ingest.raw import RawText
from mandex.ingest.readers.blocks import CELL_BREAK, LINE_BREAK, BlockWriter, raised, without_comments
from mandex.ingest.readers.text import decoded

_FRONT_MATTER = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
_HEADING = re.compile(r" {0,3}#{1,6}\s+(?P<text>.*)$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)\s*$")
_RULE = re.compile(r" {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
# `1. `, `(a) `, `- `: what opens a paragraph of its own; `2025. ` would, `28 February` does not.
_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)]|\((?:\d{1,3}|[a-z]{1,5})\)|[a-z][.)])\s+\S")
_BULLET = re.compile(r"(\s*)[-*+]\s+")
_NOTE = re.compile(r" {0,3}\[\^(?P<mark>[^\]\s]{1,20})\]:\s*")
_ROW = re.compile(r"\s*\|?.*[^\\]\|.*")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_LINK_TARGET = re.compile(r" {0,3}\[[^\]^]{1,200}\]:\s*<?(?:https?:|/|#|www\.)\S*")
_QUOTE = re.compile(r"^ {0,3}(?:> ?)+")
# Inside a line, the first that fits: escape, code, image, link, note mark, tag, emphasis.
_GAP = re.compile(r"[ \t\f]{9,}")  # a line's indentation counts up to eight; longer gaps only cost time
_INLINE = re.compile(
    r"""\\(?P<escaped>[\\`*_{}\[\]()#+.!|<>~^-])
      | (?P<ticks>`+)(?P<code>.+?)(?P=ticks)(?!`)
      | !?\[(?P<link>(?:[^\[\]]|\[[^\[\]]*\])*)\](?:\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)|\[[^\]]*\])
      | \[\^(?P<mark>[^\]\s]{1,20})\]
      | <(?P<address>https?://[^>\s]+)>
      | <sup>(?P<sup>[^<]{1,20})</sup>
      | </?[a-zA-Z][^<>]*>
      | (?P<emphasis>\*{1,3}|(?<![^\W_])_{1,3}|_{1,3}(?![^\W_]))
    """,
    re.VERBOSE,
)


def read(path: Path, data: bytes, sha256: str) -> list[RawText]:
    """Read one Markdown file: one document. Raises `UnreadableFileError` where it shows no text."""
    text, encoding = decoded(data)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    reader = _Reader()
    reader.read(_GAP.sub(" " * 8, without_comments(_FRONT_MATTER.sub("", text, count=1))).split("\n"))
    if not reader.out.blocks:
        raise UnreadableFileError("is empty", "empty-file")
    return [
        RawText(
            text=reader.out.text, source=str(path), sha256=sha256, format="markdown", encoding=encoding,
            blocks=tuple(reader.out.blocks),
        )
    ]  # fmt: skip


class _Reader:
    """Reads line by line; a block is open until an empty line, or one that opens another."""

    def __init__(self) -> None:
        self.out = BlockWriter()
        self._hint = ""
        self._note = ""

    def read(self, lines: list[str]) -> None:
        """Write the blocks of all lines."""
        fenced = False
        for number, line in enumerate(lines):
            if _FENCE.match(line):
                fenced = not fenced
                self._close()
            elif fenced:
                self.out.add(line + LINE_BREAK)
            else:
                self._line(_QUOTE.sub("", line), lines[number + 1] if number + 1 < len(lines) else "")
        self._close()

    def _line(self, line: str, following: str) -> None:
        heading, note = _HEADING.match(line), _NOTE.match(line)
        if not line.strip() or _RULE.match(line) or _LINK_TARGET.match(line):
            if self._hint == "table" or not (_UNDERLINE.match(line) and self._turn_into_heading()):
                self._close()
        elif heading:
            self._close()
            # ## Title ##; taken off from the end, since an expression would try each of many blanks within
            self._inline(heading["text"].rstrip().rstrip("#").rstrip())
            self._close("heading")
        elif note:
            self._close()
            self._hint, self._note = "footnote", raised(note["mark"])
            self._inline(line[note.end() :])
        elif _UNDERLINE.match(line) and self._turn_into_heading():
            return
        elif _ROW.match(line) and (self._hint == "table" or _TABLE_RULE.match(following)):
            self._row(line)
        else:
            self._text(line)

    def _turn_into_heading(self) -> bool:
        """An underlined line is a heading, if it is all that is open."""
        if not self.out.has_text or self._hint:
            return False
        self._close("heading")
        return True

    def _row(self, line: str) -> None:
        if self._hint != "table":
            self._close()
        self._hint = "table"
        if not _TABLE_RULE.match(line):
            for cell in re.split(r"(?<!\\)\|", line.strip().strip("|")):
                self.out.add(CELL_BREAK)
                self._inline(cell.strip())
            self.out.close("table")

    def _text(self, line: str) -> None:
        if self._hint == "table" or (_ITEM.match(line) and not self._hint):
            self._close()
        if self.out.has_text:
            self.out.add(LINE_BREAK if line.startswith(("\t", "    ")) and _ITEM.match(line) else " ")
        self._inline(_BULLET.sub("• ", line, count=1) if _BULLET.match(line) else line)
        if line.endswith(("  ", "\\")):
            self.out.add(LINE_BREAK)

    def _inline(self, line: str, emphasis: bool = False) -> None:
        """The text of a line without its marks; what stands between marks of emphasis is emphasised."""
        at = 0
        for match in _INLINE.finditer(line):
            self.out.add(line[at : match.start()], emphasis)
            at = match.end()
            if match["emphasis"]:
                if _is_mark(line, match, emphasis):
                    emphasis = not emphasis
                else:
                    self.out.add(match[0], emphasis)
            elif match["mark"] or match["sup"]:
                self.out.add(raised(match["mark"] or match["sup"]))
            elif match["link"] is not None:
                self._inline(match["link"], emphasis)
            else:
                self.out.add(match["escaped"] or match["code"] or match["address"] or "", emphasis)
        self.out.add(line[at:].removesuffix("\\"), emphasis)

    def _close(self, hint: str = "") -> None:
        self.out.close(
            hint or ("" if self._hint == "table" else self._hint), f"{self._note} " * bool(self._note)
        )
        self._hint = self._note = ""


def _is_mark(line: str, match: re.Match[str], is_open: bool) -> bool:
    """Does an asterisk or a line open or close emphasis? In `3 * 4` it is only printed."""
    if is_open:
        return not line[match.start() - 1].isspace()
    following = line[match.end() : match.end() + 1]
    return bool(following.strip()) and line.find(match["emphasis"], match.end()) >= 0
