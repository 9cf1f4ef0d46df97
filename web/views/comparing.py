"""What changed between two texts."""

from __future__ import annotations

from typing import Any

from mandex.corpus.errors import BadReferenceError
from mandex.corpus.model import Document
from mandex.corpus.symbols import parse
from mandex.index.base import Base
from mandex.index.compare.comparison import Comparison, compare
from mandex.index.compare.report import substance, title
from mandex.web.params import Asked, Param
from mandex.web.views import Answered, View


def _compare(base: Base, asked: Asked) -> Answered:
    if not (asked["a"] and asked["b"]):
        return Answered()
    symbols = [parse(asked[name]).symbol for name in ("a", "b")]
    held = [base.store.languages(symbol) for symbol in symbols]
    for symbol, versions in zip(symbols, held, strict=True):
        if not versions:
            return Answered(message=f"{symbol} is not held.")
    common = [lang for lang in held[0] if lang in held[1] and lang.startswith(asked["lang"])]
    if not common:
        return Answered(message="The two texts have no language in common.")
    old, new = (_document(base, symbol, common[0]) for symbol in symbols)
    found = compare(old, new)
    return Answered([one.row() for one in found.differences], _page(found))


def _document(base: Base, symbol: str, lang: str) -> Document:
    document = base.store.document(symbol, lang)
    if document is None:
        raise BadReferenceError(f"{symbol} is not held in {lang}")
    return document


def _page(found: Comparison) -> dict[str, Any]:
    return {
        "found": found,
        "weighty": [(title(one), substance(one)) for one in found.weightiest() if one.changes],
        "counts": found.count(),
    }


VIEWS = (
    View(
        "/compare", "Compare", "What changed between two texts, word by word.", _compare,
        (
            Param("a", "The older text: 2617."), Param("b", "The newer text: 2810."),
            Param("lang", "In this language.", choices=("", "en", "zh", "zh-Hans", "zh-Hant")),
        ),
        "compare.html",
    ),
)  # fmt: skip
