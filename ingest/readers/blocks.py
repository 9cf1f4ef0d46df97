"""Writes the text of a marked-up source together with its blocks."""

from __future__ import annotations

import re
from dataclasses import field

from mandex.corpus.model import Span
from mandex.corpus.records import dataclass
from mandex.ingest.raw import Block

_RAISED = str.maketrans("0123456789abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
_MARK = re.compile(r"\[?\s*(?:note\s+|注\s*)?(\d{1,3}|[a-z])\s*\]?")
LINE_BREAK, CELL_BREAK = "\v", "\x1f"  # in text handed to `BlockWriter.add`
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LABEL = re.compile(r"\s*(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxlc]{1,6})[.)]|[•–—·▪-])\s*")


def raised(text: str) -> str:
    """A footnote mark as the raised figure that is printed; other text as it is.

    >>> raised("[12]")
    '¹²'
    """
    match = _MARK.fullmatch(text.strip())
    return match[1].translate(_RAISED) if match else text


def without_comments(text: str) -> str:
    """Markup without <!-- comments -->; one that is never closed is text."""
    end = text.rfind("-->") + 3
    return _COMMENT.sub("", text[:end]) + text[end:]


def has_label(text: str) -> bool:
    """Does the text open with a printed number, letter or bullet?"""
    match = _LABEL.match(text)
    return match is not None and match.end() < len(text)


@dataclass(slots=True)
class BlockWriter:
    """Pieces of running text into blocks, one line each but for the line breaks that are shown.

    `own_labels` tells that a label typed into the text stands instead of the one that the format counts.
    """

    own_labels: bool = False

    pieces: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0
    _open: list[tuple[str, bool]] = field(default_factory=list)

    def add(self, text: str, emphasis: bool = False) -> None:
        """More text of the open block; `emphasis` where it is set in italics or bold."""
        if text:
            self._open.append((text, emphasis))

    @property
    def has_text(self) -> bool:
        """Whether the open block holds more than blanks so far; found out without joining it."""
        return any(not piece.isspace() for piece, _ in reversed(self._open))

    @property
    def pending(self) -> str:
        """The text of the open block so far."""
        return "".join(piece for piece, _ in self._open).strip()

    def close(self, hint: str = "", label: str = "") -> bool:
        """End the open block, with `label` printed before it. Tells whether there was any text."""
        paragraphs = _paragraphs(self.pending)
        lead = " ".join(self._lead().split())
        self._open.clear()
        for number, text in enumerate(paragraphs):
            self._write(text, hint, "" if number else label, "" if number else lead)
        return bool(paragraphs)

    def _write(self, text: str, hint: str, label: str, lead: str) -> None:
        whole = lead == text.strip(" ,;:，")
        if label and not (self.own_labels and has_label(text)):
            text = label + text
        start = self.length
        self._put(text)
        self.blocks.append(Block(Span(start, self.length), hint=hint, verb="" if whole else lead))
        self._put("\n")

    def _lead(self) -> str:
        lead = ""
        for text, emphasis in self._open:
            if emphasis:
                lead += text
            elif text.strip() and (lead.strip() or not _LABEL.fullmatch(text)):
                break
        return lead.strip(" ,;:，、\n\t")

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    @property
    def text(self) -> str:
        """Everything written so far."""
        return "".join(self.pieces)


def _paragraphs(text: str) -> list[str]:
    """White space as it is shown; an empty line ends a paragraph."""
    lines = re.sub(rf"[^\S{LINE_BREAK}{CELL_BREAK}]+", " ", text).split(LINE_BREAK)
    shown = "\n".join(line.strip(" " + CELL_BREAK) for line in lines)
    shown = re.sub(rf" ?{CELL_BREAK} ?", "\t", shown)
    return [paragraph for part in re.split(r"\n{2,}", shown) if (paragraph := part.strip())]
