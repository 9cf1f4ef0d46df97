"""What `show` says of a paragraph is what the export says of one of its demands."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from mandex.index.base import Base
from mandex.index.life.standing import Register

DAY = "2026-11-28"


def disagreements(kb: Path, every: int = 1) -> list[str]:
    """The paragraphs, of `every` so many one, of which `show` says what no row of the export does."""
    with Base.open(kb) as base:
        told: dict[tuple[str, str, str], set[tuple[str, str]]] = defaultdict(set)
        for row in base.standing(as_of=DAY):
            told[row["doc"], row["lang"], row["pinpoint"]].add((row["status"], row["until"] or ""))
        register = Register(base.store, DAY)
        days = dict(base.store.connection.execute("SELECT symbol, date FROM documents"))
        found = []
        for symbol, lang, pinpoint in list(told)[::every]:
            shown = register.of_text(symbol, lang, pinpoint, days[symbol])
            said = told[symbol, lang, pinpoint]
            if shown is not None and (shown.status, shown.until) not in said:
                found.append(f"{symbol} {lang} {pinpoint}: {shown.status} {shown.until}, not {sorted(said)}")
        return found


def test_show_says_what_the_export_says(specimen_kb):
    assert disagreements(specimen_kb) == []
