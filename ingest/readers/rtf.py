"""Rich Text Format (Microsoft, specification 1.9.1): paragraphs, tables, notes, emphasis.

One pass over the tokens with a stack of groups, no recursion: hostile files nest as deep as they like.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from mandex.corpus.errors import UnreadableFileError
from mandex.corpus.records import dataclass
from mandex.ingest.raw import RawText
from mandex.ingest.readers.blocks import CELL_BREAK, LINE_BREAK, BlockWriter, raised

_TOKEN = re.compile(
    rb"""\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?\ ?
       | \\'(?P<hex>[0-9a-fA-F]{2})
       | \\(?P<symbol>[^a-zA-Z'])
       | (?P<brace>[{}])
       | (?P<text>[^\\{}\r\n]+)
       | [\r\n]+
    """,
    re.VERBOSE | re.DOTALL,
)
# Groups whose words are not of the text: tables of fonts and styles, pictures, instructions of fields.
_HIDDEN = frozenset(
    b"fonttbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl generator info pict object "
    b"objdata fldinst themedata colorschememapping datastore latentstyles xmlnstbl filetbl bkmkstart bkmkend "
    b"atnid atnauthor annotation atrfstart atrfend atndate pgdsctbl nonshppict ftnsep ftnsepc aftnsep".split()
)
# Running heads and feet, and what only repeats them.
_RUNNING = frozenset(b"header headerl headerr headerf footer footerl footerr footerf".split())
# Destinations that a reader may skip and whose words are nevertheless shown.
_SHOWN = frozenset(b"shptxt listtext footnote".split())
_DEEPEST = 10_000  # groups in groups; writers open some twenty, and each that is open takes memory
_SIGNS = {
    b"tab": " ", b"line": LINE_BREAK, b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’",
    b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"emspace": " ", b"enspace": " ",
    b"cell": CELL_BREAK,
}  # fmt: skip
_FIRST, _SECOND = 0xD800, 0xDC00  # of the numbers that are two for one character (UTF-16)
_CODE_PAGES = {936: "gb18030", 950: "big5hkscs", 65001: "utf-8", 10000: "mac_roman"}
# Character sets of fonts (\fcharset): simplified and traditional Chinese.
_CHARSETS = {134: "gb18030", 136: "big5hkscs"}


def read(path: Path, data: bytes, sha256: str) -> list[RawText]:
    """Read one RTF file: one document. Raises `UnreadableFileError` where it shows no text."""
    reader = _Reader()
    reader.read(data)
    if not reader.out.blocks:
        raise UnreadableFileError("is a rich text file (.rtf) without text")
    return [
        RawText(
            text=reader.out.text, source=str(path), sha256=sha256, format="rtf", encoding=reader.encoding,
            blocks=tuple(reader.out.blocks), dropped=tuple(("running-head", w) for w in reader.running()),
        )
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds inside a pair of braces."""

    hidden: bool = False
    fonts: bool = False
    note: bool = False
    running: bool = False
    emphasis: frozenset[bytes] = frozenset()
    raised: bool = False
    encoding: str = ""
    skip: int = 1  # bytes that repeat a Unicode character for old readers


class _Reader:
    def __init__(self) -> None:
        self.out = BlockWriter(own_labels=True)
        self.encoding = "cp1252"
        self._stack: list[_Group] = []
        self._now = _Group()
        self._bytes = bytearray()
        self._skip = 0
        self._in_table = False
        self._opens_group = self._starred = False
        self._font = 0
        self._fonts: dict[int, str] = {}
        self._notes: list[list[tuple[str, bool]]] = []
        self._running: list[str] = []
        self._half = 0  # the first of two numbers that are one character

    def read(self, data: bytes) -> None:
        """Write the blocks of the text, then its notes."""
        for token in _tokens(data):
            self._take(token)
        self._flush()
        self.out.close("table" if self._in_table else "")
        for number, note in enumerate(self._notes, 1):
            text = "".join(piece for piece, _ in note).strip()
            own = re.match(r"[⁰¹²³⁴⁵⁶⁷⁸⁹ᵃ-ᶻ*]", text)
            self.out.add(text)
            self.out.close("footnote", "" if own else raised(str(number)) + " ")

    def running(self) -> list[str]:
        """The words of running heads and feet."""
        return [words for words in (" ".join(text.split()) for text in self._running) if words]

    def _take(self, token: re.Match[bytes]) -> None:
        if token["hex"] or token["text"]:
            self._plain(bytes.fromhex(token["hex"].decode()) if token["hex"] else token["text"])
            return
        if token["word"] != b"u":
            self._flush()
        if token["brace"] == b"{":
            if len(self._stack) == _DEEPEST:
                raise UnreadableFileError("is a rich text file of groups in groups without end")
            self._stack.append(self._now)
            self._opens_group = True
            return
        if token["brace"] == b"}":
            self._now = self._stack.pop() if self._stack else _Group()
        elif token["symbol"]:
            self._symbol(token["symbol"])
            return
        elif token["word"]:
            self._word(token["word"], int(token["number"]) if token["number"] else None)
        self._opens_group = self._starred = False

    def _plain(self, content: bytes) -> None:
        self._opens_group = self._starred = False
        dropped = min(self._skip, len(content))
        self._skip -= dropped
        if self._now.fonts or self._now.hidden:
            return
        self._bytes += content[dropped:]

    def _flush(self) -> None:
        """Bytes so far become text: a Chinese character may be two of them, each in its own token."""
        if self._bytes:
            encoding = self._now.encoding or self.encoding
            self._add(bytes(self._bytes).decode(encoding, "replace"))
            self._bytes.clear()

    def _add(self, text: str) -> None:
        if self._now.hidden or self._now.fonts:
            return
        if self._half:  # and the other half of it did not follow
            text, self._half = "\ufffd" + text, 0
        shown = raised(text) if self._now.raised else text
        if self._now.running:
            self._running[-1] += text
        elif self._now.note:
            self._notes[-1].append((shown, False))
        else:
            self.out.add(shown, bool(self._now.emphasis))

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._starred = True
            return
        self._opens_group = False
        self._add(
            {b"~": " ", b"_": "-", b"-": "", b"\n": LINE_BREAK, b"\r": LINE_BREAK}.get(
                symbol, symbol.decode("latin-1")
            )
        )

    def _word(self, word: bytes, number: int | None) -> None:
        if self._opens_group and self._destination(word):
            return
        if word == b"u" and number is not None:
            self._flush_before_unicode(number)
        elif word in _SIGNS:
            self._sign(word)
        elif word in (b"par", b"sect", b"page") and not self._now.hidden:
            self._paragraph()
        elif word == b"row" and not self._now.hidden:
            self.out.close("table")
            self._in_table = False
        elif word in (b"pard", b"intbl"):
            self._in_table = word == b"intbl"
        elif word == b"chftn" and not self._now.note:
            self._add(raised(str(len(self._notes) + 1)))
        else:
            self._format(word, number)

    def _destination(self, word: bytes) -> bool:
        """Does a group open here whose words are another thing than the text?"""
        if word == b"fonttbl":
            self._now = replace(self._now, fonts=True)
        elif word == b"shptxt":  # the words of a box, in a group of instructions
            self._now = replace(self._now, hidden=self._now.running, note=False)
        elif word in _RUNNING and not self._now.hidden:
            self._running.append("")
            self._now = replace(self._now, running=True)
        elif word in _HIDDEN or (self._starred and word not in _SHOWN):
            self._now = replace(self._now, hidden=True)
        elif word == b"footnote" and not self._now.hidden:
            self._notes.append([])
            self._now = replace(self._now, note=True, raised=False)
        else:
            return False
        return True

    def _flush_before_unicode(self, number: int) -> None:
        self._flush()
        unit = number % 65536
        if self._half and unit & 0xFC00 == _SECOND:
            unit += 0x10000 + ((self._half - _FIRST) << 10) - _SECOND
            self._half = 0
        if unit & 0xFC00 == _FIRST:
            self._add("")
            self._half = unit
        else:
            self._add(chr(unit))
        self._skip = self._now.skip

    def _sign(self, word: bytes) -> None:
        if word == b"cell" and not self._now.hidden:
            self._in_table = True
        self._add(_SIGNS[word])

    def _paragraph(self) -> None:
        if self._now.note or self._now.running:
            self._add(" ")
        elif self._in_table:
            self.out.add(LINE_BREAK)
        else:
            self.out.close()

    def _format(self, word: bytes, number: int | None) -> None:
        now = self._now
        if word in (b"i", b"b"):
            now = replace(now, emphasis=now.emphasis - {word} if number == 0 else now.emphasis | {word})
        elif word in (b"super", b"nosupersub"):
            now = replace(now, raised=word == b"super" and number != 0)
        elif word == b"plain":
            now = replace(now, emphasis=frozenset(), raised=False)
        elif word in (b"v", b"deleted"):
            now = replace(now, hidden=number != 0)
        elif word == b"uc" and number is not None:
            now = replace(now, skip=max(0, min(number, 8)))
        elif word == b"ansicpg" and number is not None:
            self.encoding = _code_page(number)
        elif word == b"f" and number is not None:
            self._font = number
            now = replace(now, encoding=self._fonts.get(number, ""))
        elif word == b"fcharset" and number in _CHARSETS:
            self._fonts[self._font] = _CHARSETS[number]
        self._now = now


def _tokens(data: bytes) -> Iterator[re.Match[bytes]]:
    """The tokens; binary data (`\\bin12`) is leapt over."""
    at = 0
    while match := _TOKEN.search(data, at):
        at = match.end()
        if match["word"] == b"bin" and match["number"]:
            at += max(0, int(match["number"]))
        yield match


def _code_page(number: int) -> str:
    name = _CODE_PAGES.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
