"""Places in a document as lawyers and drafters name them: `OP12(a)`, `para. 12 (a)`, 第2段, *annex II*."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from mandex.corpus.expressions import Expression

# A printed label: 12, 12 bis, 12(a), 12 (a) (ii), (a), and as people type it: 1c, 1a(ii).
_PART: Final = r"(?:\s?\(\s?[^\s()]{1,5}\s?\))"
LABEL: Final = rf"(?:\d{{1,3}}(?:\s?bis\b|\s?[a-z](?![a-z]))?{_PART}*|\((?!\d{{4}})[^\s()]{{1,4}}\){_PART}*)"
# Several of them: 12-14, 12 to 14, 12, 14 and 15(a), 第2、3和5至7段
_JOIN: Final = r"\s?(?:,\s?and\s|,|、|;|&|-|\band\b|\bto\b|和|及|至|到)\s?"
LABELS: Final = rf"{LABEL}(?:{_JOIN}(?:OP\s?)?{LABEL})*"
_LETTER: Final = r"(?:[A-H]|[IVX]{1,4})"  # paragraphs of reports under letters and Roman figures: `para B`

_PARAGRAPH = r"(?:(?:operative|executive)\s)?(?:OPs?|paras?|paragraphs?|§§?|¶¶?)\.?\s?"
_PREAMBULAR = r"(?:PP|preambular\s(?:paragraph|para\.?|¶)|preamb\.?\spara\.?)\s?"
_ANNEX = r"(?P<attached>annex|enclosure|appendix)"
_FOOTNOTE = r"(?:fn|footnote|note)\.?\s?"
_ROMAN_OR_NUMBER = r"(?:[IVX]{1,5}|[A-H]|\d{1,2})"
_ZH_FIGURES = r"[一二三四五六七八九十]{1,3}"


def attachment(word: str) -> str:
    """What is attached to a document, as its pinpoint begins: `Annex`, `Enclosure`, `Appendix`."""
    return {"附件": "Annex", "附文": "Enclosure", "附录": "Appendix"}.get(word) or word.capitalize()


def _attached(match: re.Match[str]) -> str:
    return f"{attachment(match['attached'])} {annex_number(match['annex'] or '')}".strip()


# What follows or precedes a document's name, and the pinpoint it makes.
_PLACES: Final[tuple[tuple[str, Callable[[re.Match[str]], str]], ...]] = (
    # The second paragraph that goes by one number, itself without any: OP21¶2
    (
        rf"OP\s?(?P<label>{LABEL})?\s?¶\s?(?P<nth>\d{{1,2}})",
        lambda m: f"{squeeze(m['label'] or '')}¶{m['nth']}",
    ),
    (r"(?:the\s)?preamble|PPs?|序言(?:部分)?", lambda m: "PP"),
    (rf"{_PREAMBULAR}(?P<label>\d{{1,3}}{_PART}*)", lambda m: f"PP{squeeze(m['label'])}"),
    (
        rf"{_ANNEX}\s?(?P<annex>{_ROMAN_OR_NUMBER})?(?:,?\s(?:{_PARAGRAPH})?(?P<label>{LABEL}))?",
        lambda m: " ".join(filter(None, (_attached(m), squeeze(m["label"] or "")))),
    ),
    (
        rf"{_ANNEX}\s(?P<annex>\([^\s()]{{1,4}}\){_PART}*)",
        lambda m: f"{attachment(m['attached'])} {m['annex']}",
    ),
    (rf"{_FOOTNOTE}(?P<label>\d{{1,3}}|\*{{1,3}})", lambda m: f"fn {m['label']}"),
    (
        rf"{_PARAGRAPH}(?P<label>{LABEL})(?:,?\ssub-?paragraph\s(?P<sub>\([a-z]{{1,4}}\)))",
        lambda m: squeeze(m["label"] + m["sub"]),
    ),
    (rf"{_PARAGRAPH}(?P<label>{LABELS})", lambda m: listed(m["label"])),
    (rf"{_PARAGRAPH}(?P<label>{_LETTER})", lambda m: m["label"].upper()),
)
# The same in Chinese; a reference without a Chinese character is not held against these.
_CHINESE_PLACES: Final[tuple[tuple[str, Callable[[re.Match[str]], str]], ...]] = (
    (
        rf"序言(?:部分)?第\s?(?P<label>\d{{1,3}}|{_ZH_FIGURES})\s?段",
        lambda m: f"PP{chinese_number(m['label'])}",
    ),
    (
        rf"(?:执行(?:部分)?)?第\s?(?P<label>{LABEL})\s?(?:分?段|款)\s?(?P<sub>(?:\(\s?[a-z0-9]{{1,5}}\s?\)\s?)+)"
        r"\s?(?:分段|段|项|款)?",
        lambda m: squeeze(m["label"] + m["sub"]),
    ),
    (rf"(?:执行(?:部分)?)?第\s?(?P<label>{LABELS})\s?(?:分?段|款)", lambda m: listed(m["label"])),
    (rf"(?:执行(?:部分)?)?第\s?(?P<label>{_ZH_FIGURES})\s?(?:段|款)", lambda m: chinese_number(m["label"])),
    (
        r"(?P<attached>附件|附文|附录)(?P<annex>[一二三四五六七八九十]{1,2}|[IVX]{1,5}|\d{1,2})?",
        _attached,
    ),
)


def squeeze(label: str) -> str:
    """A label without the blanks that typists put into it: `12 (a) (ii)` -> `12(a)(ii)`."""
    return re.sub(r"\s+", "", label).lower()


_ONE = Expression(rf"(?P<join>{_JOIN})?(?:OP\s?)?(?P<label>{LABEL})", re.IGNORECASE)
_GLUED = Expression(r"^(\d+)([a-z])(?=\(|$)")


def listed(labels: str) -> str:
    """Typed labels as citations have them: `12 to 14` -> `12-14`, `1c and 2` -> `1(c), 2`."""
    out = ""
    for one in _ONE.finditer(labels):
        join = (one["join"] or "").strip().lower()
        between = "" if not out else "-" if join in {"-", "to", "至", "到"} else ", "
        out += between + _GLUED.sub(r"\1(\2)", squeeze(one["label"]))
    return out


_NUMBERED_RANGE = Expression(r"(\d+)-(\d+)")
_LONGEST_RANGE = 300  # paragraphs; no document has more


def split_pinpoints(printed: str) -> list[str]:
    """The paragraphs that a pinpoint names, each in full: `6(a), (c), 7` -> `6(a)`, `6(c)`, `7`.

    A range of numbered paragraphs is spelt out (`3-5`), one of lettered ones stays as it is.
    """
    named: list[str] = []
    for part in filter(None, printed.split(", ")):
        ends = _NUMBERED_RANGE.fullmatch(part)
        if ends and int(ends[2]) - int(ends[1]) < _LONGEST_RANGE:
            named += map(str, range(int(ends[1]), int(ends[2]) + 1))
        elif part.startswith("(") and named:
            named.append(named[-1].split("(")[0] + part)
        else:
            named.append(part)
    return named


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


# The line that opens an annex: Annex, Annex II, 附件二; not *Annexed to this letter*. One that says what it
# is of ends so: *Designation Annex*, 指认附件 (2794 (2025)); not *Noting the annex*.
_OPENS = Expression(
    r"(?:annex|enclosure|appendix|附件|附文|附录)\s?"
    r"(?P<number>[IVX]{1,5}|[A-H]|\d{1,2}|[一二三四五六七八九十]{1,2})?\b"
    r"|(?-i:[A-Z][a-z]{2,20}\sAnnex\Z)|[\u4e00-\u9fff]{2,4}附件\Z",
    re.IGNORECASE,
)


def annex_of(line: str) -> str | None:
    """The number, in Roman figures, of the annex that a line opens; empty where it bears none.

    >>> annex_of("Annex 2"), annex_of("附件"), annex_of("Annexed to this letter")
    ('II', '', None)
    """
    match = _OPENS.match(line)
    return annex_number(match["number"] or "") if match else None


def split_pinpoint(text: str) -> tuple[str, str]:
    """A reference parted into what names the document and the pinpoint, empty where there is none."""
    for pattern, make in _patterns(chinese=not text.isascii()):
        match = pattern.fullmatch(text)
        if match and match["rest"]:
            return match["rest"], make(match)
    return text, ""


@cache
def _patterns(*, chinese: bool) -> tuple[tuple[Expression, Callable[[re.Match[str]], str]], ...]:
    """The places after a document's name (`2396 OP12`), those before it, last a bare label (`2396:12`)."""
    places = (*_PLACES, *(_CHINESE_PLACES if chinese else ()))
    after = ((rf"(?P<rest>.*?)[\s,:#的]*(?:{place})", make) for place, make in places)
    before = ((rf"(?:{place})\s(?:(?:of|to|in)\s)?(?P<rest>.*)", make) for place, make in places)
    # 2396 12, S/RES/1373 (2001), 1(c), SCR 2396.12; a year has four figures and has been read before.
    bare = ((rf"(?P<rest>.*?[\d)号议])[\s,:#./]+(?P<label>{LABELS})", lambda m: listed(m["label"])),)
    forms = (*after, *before, *bare)
    return tuple((Expression(pattern, re.IGNORECASE), make) for pattern, make in forms)
