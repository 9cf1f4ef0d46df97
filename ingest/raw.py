"""What a reader hands on: the text of a source, its pages, and the structure the format itself knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field, replace

from mandex.corpus.model import Kind, Problem, Span
from mandex.corpus.records import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text that the format knows to be one unit.

    With a `kind` the block is final: kind, full label and lead verb come from the markup (Akoma Ntoso).
    Without a kind it is one printed paragraph, not to be joined with its neighbours, still to be classified;
    `hint` then says what the format shows of it: `title`, `heading`, `footnote`, `list`, `table`,
    `furniture`.
    `bullet` is a printed bullet that is no label.
    """

    span: Span
    kind: Kind | None = None
    label: str = ""
    verb: str = ""
    hint: str = ""
    bullet: str = ""


@dataclass(frozen=True, slots=True)
class RawText:
    """One document's text as its source was read, before any repair.

    `pages` are the offsets at which pages begin (empty where the format has none). `blocks` cover the text
    in reading order, or are empty for plain text, whose lines are all there is. `facts` are metadata that
    the format states outright (`symbol`, `date`, `lang`, `title`, `meeting`, `vote`, `type`), or that serve
    where the text itself says nothing (`subject`, `sent`). `row` and `member` tell documents of one file
    apart. A member that could not be read has no text; its problems say why. `dropped` is what the reader saw
    and kept out of the text, as (reason, words): a hidden layer, a comment. Furniture that is printed stays
    in the text, as a block.
    """

    text: str
    source: str
    sha256: str
    format: str
    encoding: str = "utf-8"
    pages: tuple[int, ...] = ()
    blocks: tuple[Block, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    dropped: tuple[tuple[str, str], ...] = ()


# Half of a character beyond the first plane, as JSON may hold it: no character, and nothing can store it.
_HALF = re.compile("[\ud800-\udfff]")


def without_halves(raw: RawText) -> RawText:
    """The document with a sign of a lost character for each half of one; all places stay."""
    parts = (raw.text, *raw.facts.values(), *(words for _, words in raw.dropped))
    if all(part.isascii() or not _HALF.search(part) for part in parts):
        return raw
    return replace(
        raw, text=_whole(raw.text), facts={name: _whole(fact) for name, fact in raw.facts.items()},
        blocks=tuple(replace(b, label=_whole(b.label), verb=_whole(b.verb)) for b in raw.blocks),
        dropped=tuple((reason, _whole(words)) for reason, words in raw.dropped),
    )  # fmt: skip


def _whole(text: str) -> str:
    return _HALF.sub("\ufffd", text)
