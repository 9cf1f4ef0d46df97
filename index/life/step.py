"""One step of a mandate: what a demand begins, renews, changes or ends, and the paragraphs it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from mandex.corpus.expressions import Expression

Action = Literal[
    "establishes",
    "imposes",
    "sets",
    "extends",
    "continues",
    "amends",
    "exempts",
    "replaces",
    "ends",
    "lifts",
    "revives",
]
ENDING = frozenset[Action]({"ends", "lifts", "replaces"})
RENEWING = frozenset[Action]({"extends", "continues", "establishes", "sets"})

Targets = tuple[tuple[str, tuple[str, ...]], ...]


class Step(
    NamedTuple
):  # a record would take ten times as long to make, and thousands are read for a question
    """One step; steps sort by their place in time.

    `paragraph` is the row of its paragraph, `at` where its demand begins in it. `until` is an ISO date, empty
    where none is set; `targets` are the resolutions, each with labels of paragraphs (empty: the whole), that
    it extends, amends, ends or exempts from, its own resolution among them. `kinds` are the kinds of measure
    that it names (`arms-embargo`, `commodity:oil` …); `matter` is what its resolution is about. `clause`
    begins its text. `label` is its paragraph's pinpoint without the `OP`: `12(a)`, `3¶2`. Of what imposes
    something, `cites` are the paragraphs of other resolutions that its own names, or the one it hangs under.
    `begins` is the day (ISO) on which what it lays down comes into force, if not that of its adoption.
    """

    number: int
    seq: int
    at: int
    doc: int
    paragraph: int
    symbol: str
    lang: str
    adopted: str
    label: str
    action: Action
    subject: str
    until: str
    matter: str
    clause: str
    kinds: tuple[str, ...]
    targets: Targets
    cites: Targets
    begins: str = ""

    @property
    def place(self) -> str:
        """How it is cited: `S/RES/2810 (2025) OP3`."""
        return f"{self.symbol} {self.pinpoint}".strip()

    @property
    def pinpoint(self) -> str:
        """Its paragraph: `OP3`; for what that quotes (*shall read: “Decides …*) the paragraph that quotes."""
        label = above(self.label) if self.clause.startswith(("“", '"')) and "¶" in self.label else self.label
        return f"OP{label}" if label[:1].isdigit() else label

    @property
    def order(self) -> tuple[int, int, int]:
        """Its place in time, and within its resolution."""
        return self[:3]


def label_of(pinpoint: str) -> str:
    """How steps name a paragraph: as its pinpoint does, without the `OP`."""
    return pinpoint.removeprefix("OP")


def above(label: str) -> str:
    """What a paragraph hangs under: `3` for `3(b)` and `3¶2`; empty for what stands on its own."""
    return _LAST_PART.sub("", label) if _LAST_PART.search(label) else ""


def root(label: str) -> str:
    """The numbered paragraph that a label is part of: `3` for `3(b)(i)`."""
    return re.split(r"[(¶]", label, maxsplit=1)[0]


_LAST_PART = Expression(r"(?:\([^()]*\)|¶\d+)$")


def labels(pinpoint: str) -> tuple[str, ...]:
    """The paragraphs that a pinpoint names: `5, 7-9` are 5, 7, 8, 9; `2(a), (b), 4` are 2(a), 2(b), 4."""
    out: list[str] = []
    for part in pinpoint.replace(" ", "").split(","):
        if part.startswith("(") and out:
            out.append(out[-1].split("(")[0] + part)
        elif span := re.fullmatch(r"(\d+)-(\d+)", part):
            out += [str(n) for n in range(int(span[1]), min(int(span[2]), int(span[1]) + 100) + 1)]
        elif part:
            out.append(part)
    return tuple(out)


def covers(named: Sequence[str], label: str) -> bool:
    """Whether a pinpoint means a paragraph: itself, the one it hangs under, or the whole resolution."""
    if not named or label in named:
        return True
    hangs = "(" in label or "¶" in label
    return hangs and any(label.startswith((f"{one}(", f"{one}¶")) for one in named)
