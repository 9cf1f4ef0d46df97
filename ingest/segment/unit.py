"""What goes into and comes out of classification."""

from __future__ import annotations

from mandex.corpus.model import Kind
from mandex.corpus.records import dataclass
from mandex.corpus.traced import Traced


@dataclass(frozen=True, slots=True)
class Unit:
    """One printed paragraph, joined, still to be classified.

    `hint` and `verb` are what the format shows of it (see `Block`); `page` counts from 1.
    """

    text: Traced
    hint: str = ""
    page: int | None = None
    verb: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """One paragraph: `label` in full, `verb` as printed, `text` without the label, `page` counted from 1."""

    kind: Kind
    label: str
    verb: str
    text: Traced
    page: int | None
