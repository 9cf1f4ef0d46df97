"""Places in a document as lawyers and drafters name them: `OP12(a)`, `para. 12 (a)`, 第2段, *annex II*."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

# A printed label: 12, 12 bis, 12(a), 12 (a) (ii), (a).
LABEL: Final = r"(?:\d{1,3}(?:\s?bis\b)?(?:\s?\(\s?[a-z0-9]{1,5}\s?\))*|\([a-z]{1,4}\)(?:\s?\([a-z]{1,4}\))*)"

_PARAGRAPH = r"(?:(?:operative|executive)\s)?(?:OPs?|paras?|paragraphs?|§§?|¶¶?)\.?\s?"
_PREAMBULAR = r"(?:PP|preambular\s(?:paragraph|para\.?)|preamb\.?\spara\.?)\s?"
_ANNEX = r"(?P<attached>annex|enclosure|appendix)"
_FOOTNOTE = r"(?:fn|footnote|note)\.?\s?"
_ROMAN_OR_NUMBER = r"(?:[IVX]{1,5}|[A-H]|\d{1,2})"


def attachment(word: str) -> str:
    """What is attached to a document, as its pinpoint begins: `Annex`, `Enclosure`, `Appendix`."""
    return {"附件": "Annex", "附文": "Enclosure", "附录": "Appendix"}.get(word) or word.capitalize()


def _attached(match: re.Match[str]) -> str:
    return f"{attachment(match['attached'])} {annex_number(match['annex'] or '')}".strip()


# What follows or precedes a document's name, and the pinpoint it makes.
_PLACES: Final[tuple[tuple[str, Callable[[re.Match[str]], str]], ...]] = (
    (rf"{_PREAMBULAR}(?P<label>\d{{1,3}})", lambda m: f"PP{m['label']}"),
    (
        rf"{_ANNEX}\s?(?P<annex>{_ROMAN_OR_NUMBER})?(?:,?\s{_PARAGRAPH}(?P<label>{LABEL}))?",
        lambda m: " ".join(filter(None, (_attached(m), squeeze(m["label"] or "")))),
    ),
    (rf"{_FOOTNOTE}(?P<label>\d{{1,3}})", lambda m: f"fn {m['label']}"),
    (
        rf"{_PARAGRAPH}(?P<label>{LABEL})(?:,?\ssub-?paragraph\s(?P<sub>\([a-z]{{1,4}}\)))?",
        lambda m: squeeze(m["label"] + (m["sub"] or "")),
    ),
    (r"序言(?:部分)?第\s?(?P<label>\d{1,3})\s?段", lambda m: f"PP{m['label']}"),
    (
        rf"(?:执行(?:部分)?)?第\s?(?P<label>{LABEL})\s?(?:分?段|款)(?:\s?(?P<sub>(?:\(\s?[a-z0-9]{{1,5}}\s?\)\s?)+)"
        r"\s?(?:分段|段|项|款)?)?",
        lambda m: squeeze(m["label"] + (m["sub"] or "")),
    ),
    (
        r"(?P<attached>附件|附文|附录)(?P<annex>[一二三四五六七八九十]{1,2}|[IVX]{1,5}|\d{1,2})?",
        _attached,
    ),
)


def squeeze(label: str) -> str:
    """A label without the blanks that typists put into it: `12 (a) (ii)` -> `12(a)(ii)`."""
    return re.sub(r"\s+", "", label).lower()


def chinese_number(figures: str) -> str:
    """A number below 100 in Chinese figures as digits (十二 -> 12); anything else as it is."""
    tens, ten, units = figures.rpartition("十")
    digits = "零一二三四五六七八九"
    if not figures or any(figure not in digits for figure in tens + units) or len(tens) > 1 or len(units) > 1:
        return figures
    return str((digits.index(tens) if tens else 1) * 10 * bool(ten) + (digits.index(units) if units else 0))


def annex_number(figures: str) -> str:
    """An annex's number in Roman figures, however printed: 附件二 and *annex 2* are annex II."""
    digits = chinese_number(figures)
    if not digits.isdigit():
        return figures.upper()
    tens, units = divmod(int(digits), 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[units]


def split_pinpoint(text: str) -> tuple[str, str]:
    """A reference parted into what names the document and the pinpoint, empty where there is none."""
    for pattern, make in _patterns():
        match = pattern.fullmatch(text)
        if match and match["rest"]:
            return match["rest"], make(match)
    return text, ""


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]:
    """The places after a document's name (`2396 OP12`), then those before it (`paragraph 12 of 2396`)."""
    after = ((rf"(?P<rest>.*?)[\s,:的]*(?:{place})", make) for place, make in _PLACES)
    before = ((rf"(?:{place})\s(?:of|to|in)\s(?P<rest>.*)", make) for place, make in _PLACES)
    return tuple((re.compile(pattern, re.IGNORECASE), make) for pattern, make in (*after, *before))
