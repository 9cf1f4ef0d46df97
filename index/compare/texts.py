"""The two texts of a comparison: of the base or read from a file, in a language that both have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mandex.corpus.errors import MandexError, NothingFoundError
from mandex.corpus.model import Document
from mandex.corpus.store import Store
from mandex.corpus.symbols import Reference
from mandex.index.compare.comparison import Comparison, compare
from mandex.index.output.showing import at_pinpoint

Text = Reference | Sequence[Document]
"""A document of the base or a part of it; or the language versions that a file holds."""


def both(store: Store | None, old: Text, new: Text, lang: str = "") -> tuple[Document, Document]:
    """The two texts in one language: the one asked for (or its beginning), else English, else another.

    `store` may be None where neither text is of the base. Raises `NothingFoundError` for what is not held,
    `MandexError` where the two have no language in common.
    """
    held = [_languages(store, one) for one in (old, new)]
    common = sorted(one for one in held[0] if one in held[1] and one.startswith(lang))
    if not common:
        said = "; ".join(
            f"{_name(one)}: {', '.join(sorted(v))}" for one, v in zip((old, new), held, strict=True)
        )
        raise MandexError(f"the two texts have no language{f' {lang}' if lang else ''} in common ({said})")
    return _text(store, old, common[0]), _text(store, new, common[0])


def compared(store: Store | None, old: Text, new: Text, lang: str = "") -> Comparison:
    """The two texts compared in one language, as `both` has them, beside the English of both where the base
    holds that.
    """
    texts = both(store, old, new, lang)
    if store is None or texts[0].lang == "en" or not all(isinstance(one, Reference) for one in (old, new)):
        return compare(*texts)
    one, other = (store.document(text.symbol, "en") for text in texts)
    return compare(*texts, (one, other) if one and other else None)


def _languages(store: Store | None, one: Text) -> Sequence[str]:
    if not isinstance(one, Reference):
        return [document.lang for document in one]
    assert store is not None
    held = store.languages(one.symbol)
    if not held:
        raise NothingFoundError(f"{one.symbol} is not held")
    return held


def _name(one: Text) -> str:
    return str(one) if isinstance(one, Reference) else one[0].source


def _text(store: Store | None, one: Text, lang: str) -> Document:
    if not isinstance(one, Reference):
        return next(document for document in one if document.lang == lang)
    document = store.document(one.symbol, lang) if store else None
    assert document is not None
    if not one.pinpoint:
        return document
    paragraphs = tuple(at_pinpoint(document.paragraphs, one.pinpoint))
    if not paragraphs:
        raise NothingFoundError(f"{document.symbol} ({lang}) has no paragraph {one.pinpoint}")
    return replace(document, paragraphs=paragraphs)
