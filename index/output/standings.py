"""What is shown of a document, with whether each of its paragraphs stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mandex.corpus.store import Store
from mandex.index.life.standing import Register, Standing
from mandex.index.output.showing import Shown, row

_FACTS = ("status", "until", "by", "reason")


def standings(store: Store, shown: Shown, as_of: str = "") -> dict[int, Standing]:
    """Whether the operative paragraphs of a resolution stand on a day (ISO; empty: today), by `seq`; those
    that demand nothing are left out.
    """
    if shown.type != "resolution":
        return {}
    register = Register(store, as_of)
    found = (
        (p.seq, register.of_text(shown.symbol, shown.lang, p.pinpoint, shown.date))
        for p in shown.paragraphs
        if p.kind == "operative"
    )
    return {seq: standing for seq, standing in found if standing}


def rows(shown: Shown, stands: Mapping[int, Standing]) -> Iterator[dict[str, Any]]:
    """The paragraphs as rows, each with `status`, `until`, `by` and `reason`; None where there is none."""
    for paragraph in shown.paragraphs:
        one = stands.get(paragraph.seq)
        yield {**row(shown, paragraph), **{name: (getattr(one, name, "") or None) for name in _FACTS}}
