"""The text of an Akoma Ntoso file as it is written down paragraph by paragraph."""

from __future__ import annotations

import re

from lxml import etree

from mandex.corpus.model import Kind, Problem, Span
from mandex.ingest.raw import Block
from mandex.ingest.readers.akn_markup import AKN, plain

_SAYS = re.compile(r"[^\W_]")


class Writer:
    """Collects the text in reading order, with a block for every paragraph."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.blocks: list[Block] = []
        self.problems: list[Problem] = []
        self._size = 0
        self._number = ""

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
        that a heading is one though it has no words. A number without words waits for those that follow.
        """
        waiting = self.number_before()
        if not text:
            self._number = " ".join(filter(None, (waiting, printed)))
            return
        if (
            kind == "heading" and not outright and not _SAYS.search(text)
        ):  # "* * *", "-----", marked up as a heading
            self.pass_over(text)
            return
        for number in filter(None, (waiting, printed)):
            self._put(number + " ")
        start = self._size
        self._put(text)
        self.blocks.append(Block(Span(start, self._size), kind, label, verb, bullet=bullet))
        self._put("\n")

    def number_before(self) -> str:
        """The number printed last, where no words have followed it; it waits no longer."""
        number, self._number = self._number, ""
        return number

    def pass_over(self, text: str) -> None:
        """What is printed but is no paragraph: the lines of the masthead, *The Security Council*."""
        if text:
            self._put(text + "\n")

    def mark(self) -> tuple[int, int, str]:
        """How far the text goes; for `printed_since` and `back_to`."""
        return len(self.pieces), len(self.blocks), self._number

    def printed_since(self, mark: tuple[int, int, str]) -> int:
        """How many characters have been written since, as `printed` counts them."""
        return printed("".join((*self.pieces[mark[0] :], self._number)))

    def back_to(self, mark: tuple[int, int, str]) -> None:
        """Undo what has been written since."""
        pieces, blocks, self._number = mark
        self._size -= sum(map(len, self.pieces[pieces:]))
        del self.pieces[pieces:], self.blocks[blocks:]

    def add_notes(self, element: etree._Element) -> None:
        """The footnotes inside `element`, after the paragraph that carries their marks."""
        for note in element.iter(AKN + "authorialNote"):
            mark = note.get("marker", "")
            self.add("footnote", plain(note, own_note=True), label=mark, printed=mark)


def printed(text: str) -> int:
    """How many characters a text has; neither blanks nor the bars that part cells are counted."""
    return len("".join(text.replace("|", "").split()))
