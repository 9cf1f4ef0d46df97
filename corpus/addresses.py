"""The official address of a document: where the United Nations keeps it, in each of its languages."""

from __future__ import annotations

from urllib.parse import quote

_LANGUAGES = {"en": "en", "zh-Hans": "zh", "zh-Hant": "zh", "zh": "zh"}


def address(symbol: str, lang: str = "") -> str:
    """`S/RES/2396 (2017)` -> `https://undocs.org/en/S/RES/2396(2017)`; empty for what has no symbol.

    Without `lang` the address opens the document in the reader's own language.
    """
    if not symbol or symbol.startswith("file:"):
        return ""
    spoken = _LANGUAGES.get(lang, "")
    return f"https://undocs.org/{spoken}{'/' if spoken else ''}{quote(symbol.replace(' ', ''), safe='/().-')}"
