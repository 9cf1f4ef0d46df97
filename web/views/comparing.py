"""What changed between two texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mandex.corpus.errors import NothingFoundError
from mandex.index.base import Base
from mandex.index.compare import texts
from mandex.index.compare.report import place, references, said
from mandex.index.compare.texts import Text
from mandex.web.params import Asked, Param
from mandex.web.views import Answered, View


def compared(base: Base, old: Text, new: Text, lang: str) -> Answered:
    """The rows of two texts of the base, or of drafts, and what the page shows of them."""
    found = texts.compared(base.store, old, new, lang)
    shown: Mapping[str, Any] = {
        "found": found,
        "weighty": [(place(one), one) for one in found.weightiest() if one.substance],
        "moved": list(references(found)),
        "counts": found.count(),
        "said_of": said,
    }
    return Answered([one.row() for one in found.differences], shown)


def _compare(base: Base, asked: Asked) -> Answered:
    if not (asked["a"] and asked["b"]):
        return Answered()
    try:
        return compared(
            base, base.store.reference(asked["a"]), base.store.reference(asked["b"]), asked["lang"]
        )
    except NothingFoundError as error:
        return Answered(found=False, message=str(error))


COMPARE = View(
    "/compare", "Compare", "What changed between two texts, word by word.", _compare,
    (
        Param("a", "The older text: 2617."), Param("b", "The newer text: 2810."),
        Param("lang", "In this language.", choices=("", "en", "zh", "zh-Hans", "zh-Hant")),
    ),
    "compare.html",
)  # fmt: skip
VIEWS = (COMPARE,)
