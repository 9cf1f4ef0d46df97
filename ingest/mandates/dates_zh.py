"""Chinese time expressions: 至2025年12月31日, 延长六个月, 每180天. Traditional script must be folded."""

from __future__ import annotations

import re
from datetime import date

from mandex.corpus.dates import Duration, a_day, number_zh
from mandex.corpus.dates.numerals import DIGITS_ZH, NUMBER_ZH
from mandex.corpus.dates.periods import COUNT_ZH, UNIT_ZH, duration_zh
from mandex.corpus.expressions import Expression
from mandex.ingest.mandates.calendar_words import NO_YEAR, How, TimeWords

_YEAR = r"(?:\d{4}|[零〇○一二三四五六七八九]{4})"
_FULL = rf"{_YEAR}\s*年\s*{NUMBER_ZH}\s*月\s*(?:{NUMBER_ZH}\s*日|底|末)"
_LOOSE = rf"{_YEAR}\s*年\s*(?:{NUMBER_ZH}\s*月(?:中旬|初)?|年?底|年?终|年?末|年?中)"
_DATE = rf"(?P<date>{_FULL}|{_LOOSE})"
_UNIT = rf"(?P<unit>{UNIT_ZH})"
_DURATION = rf"(?P<count>{COUNT_ZH})(?:[(（]\d+[)）])?\s*{_UNIT}"
_ADOPTION = r"(?:本决议(?:通过|之日)|通过本决议)[^，。；]{0,6}?|即日"
_EXPIRY = Expression(rf"{_DATE}[^，。；]{{0,8}}?(?:到期|期满|届满|结束)")
_AFTER_EXPIRY = rf"(?:于|在)(?P<expiry>{_FULL}|{_LOOSE})(?:到期|期满|届满)后"
_SINCE = (
    rf"(?:{_AFTER_EXPIRY}|(?:自|从)(?:(?P<since>{_FULL})|(?P<adoption>{_ADOPTION})|(?P<elsewhere>[^，。；]{{2,40}}?))"
    r"(?:起算|起|开始|算起|之日起)?[，,]?\s*(?:应|将[^，。；]{0,60}?)?)?"
)

_UNTIL = Expression(
    rf"(?:(?:延长|展延|续延|延续|展期|维持|持续|保持|有效|适用|任期)到|直至|直到|截至|截止|至)\s*{_DATE}"
    r"(?:为止|止)?(?!之?前|以前|提|的报告)"
)
_ENDS = Expression(rf"(?:于|在|将于|应于)?\s*{_DATE}\s*(?:到期|终了|届满|期满|结束|终止|为止)(?!后|时|之)")
_LASTS = (
    r"(?:继续[^，。；每年]{0,12}?(?=[\d一二三四五六七八九十])|再次延长|再延长|延长|续期|再延|延续|展延|续延|为期|期限为|任期为"
    r"|任期|期限)"
)
_FOR = Expression(rf"{_SINCE}{_LASTS}(?:最多|至多|不超过|了)?(?:到|至)?\s*{_DURATION}(?!内|以内|之内|前|份)")
_BY = Expression(
    rf"(?:至迟|最迟|不迟于|不晚于|最晚)(?:应|须|将)?(?:于|在|到)?\s*{_DATE}(?:之?前|以前)?"
    rf"|(?:在|于|到|并在)?\s*(?P<date2>{_FULL}|{_LOOSE})\s*(?:之前|以前|前)|到\s*(?P<date3>{_FULL}|{_LOOSE})"
    r"|(?:在|于)\s*(?P<yearless>\d{1,2}月\d{1,2}日)(?:之前|以前|前)"  # 下次报告应于8月31日前提交
)
_ON = Expression(
    rf"(?:于|在|和|、|及|并于|并在)\s*(?P<date>{_FULL}|{_YEAR}\s*年\s*{NUMBER_ZH}\s*月"
    r"(?:(?!关于)(?=[^，。；]{0,12}?(?:提交|报告|通报))|(?=关于[^，。；]{0,16}的报告中(?:通报|提供|列入|说明))))"
)
# A day in whose place another comes: 至迟于2023年4月30日而不是最初要求的于2023年2月15日提交.
_REPLACED = Expression(r"(?:而不是|而非|取代|代替)[^，。；]{0,12}$")
_WITHIN = Expression(
    rf"(?:(?P<adoption>(?:在|自|于){{0,2}}(?:{_ADOPTION}|本决议)[^，。；]{{0,8}}?)"
    r"|(?P<elsewhere>(?:在|自|于|后|起)[^，。；]{2,24}?(?:后|起|以来)))?"
    rf"[，,的]?\s*(?:不迟于|至迟在|至迟|在|今后|未来|接下来的?|下一?个?)?\s*"
    rf"(?<!此前)(?<!过去)(?<!最近)(?<!以往){_DURATION}\s*(?:之内|以内|内)"
)
# 不迟于运送后30天, 在本决议通过后11个月时, 在六个月后审查
_LATER = Expression(
    rf"(?:(?P<adoption>(?:在|自|于)?(?:{_ADOPTION}))后?\s*|(?P<elsewhere>(?:不迟于|至迟[于在]?)[^，。；]{{2,30}}?)后\s*)"
    rf"(?<!每){_DURATION}(?:时|(?=[^\d内起]))"
    rf"|在(?P<count2>{COUNT_ZH})\s*(?P<unit2>{UNIT_ZH})后(?=审查|报告|提交|通报)"
)
_EVERY = Expression(
    r"(?P<adverb>按季度?|按月|逐月|按年|每季度?|半年度?一次|半年度(?!报告中)|(?<=提[供交])年度|一年一次|一年两次|每年两次)"
    rf"|每\s*(?:隔|过|满)?\s*(?:(?P<count>{COUNT_ZH})\s*)?{_UNIT}"
)
_RHYTHMS = {
    "按月": "P1M", "逐月": "P1M", "按年": "P1Y", "一年一次": "P1Y", "半年一次": "P6M", "半年度": "P6M",
    "半年度一次": "P6M", "年度": "P1Y", "一年两次": "P6M", "每年两次": "P6M",
}  # fmt: skip


def _year(words: str) -> int:
    return int(words) if words.isdecimal() else int("".join(str(DIGITS_ZH[char]) for char in words))


def _date(words: str) -> date | None:
    """The day that an expression names; the last day of a month or a year named alone."""
    year_words, found_year, rest = "".join(words.split()).partition("年")
    if not found_year:
        return None
    year = _year(year_words)
    month, found, day = rest.partition("月")
    if not found:
        return a_day(year, 6, 30) if rest.endswith("中") else a_day(year, 12, 31)
    day = day.removesuffix("日")
    if day == "中旬":
        return a_day(year, number_zh(month), 15)
    return a_day(
        year, number_zh(month), 1 if day == "初" else 0 if day in ("", "底", "末") else number_zh(day)
    )


def find(text: str) -> list[TimeWords]:
    """The time expressions of a text, in its order."""
    found: list[TimeWords] = []
    named: tuple[tuple[How, Expression], ...] = (("until", _UNTIL), ("by", _BY), ("until", _ENDS))
    for how, pattern in named:
        for match in pattern.finditer(text):
            said = next(words for words in match.groups() if words)
            if day := _date(said if "年" in said else f"{NO_YEAR}年{said}"):
                found.append(TimeWords(how, match.start(), match.end(), day))
    for match in _FOR.finditer(text):
        within = _EXPIRY.search(match["elsewhere"] or "")
        since = _date(match["since"] or match["expiry"] or (within["date"] if within else ""))
        duration = duration_zh(match["count"], match["unit"])
        elsewhere = bool(match["elsewhere"])
        found.append(TimeWords("for", match.start(), match.end(), since, duration, elsewhere))
    for match in _WITHIN.finditer(text):
        duration = duration_zh(match["count"], match["unit"])
        elsewhere = bool(match["elsewhere"])
        found.append(TimeWords("within", match.start(), match.end(), None, duration, elsewhere))
    for match in _LATER.finditer(text):
        duration = duration_zh(match["count"] or match["count2"], match["unit"] or match["unit2"])
        elsewhere = bool(match["elsewhere"])
        found.append(TimeWords("within", match.start(), match.end(), None, duration, elsewhere))
    for match in _EVERY.finditer(text):
        found.append(TimeWords("every", match.start(), match.end(), duration=_rhythm(match)))
    for match in _ON.finditer(text):
        if day := _date(match["date"]):
            found.append(TimeWords("on", match.start("date"), match.end(), day))
    found = [words for words in found if not _REPLACED.search(text, 0, words.start)]
    return _without_overlaps(found)


def _rhythm(match: re.Match[str]) -> Duration:
    if adverb := match["adverb"]:
        iso = _RHYTHMS.get(adverb, "P3M")
        return Duration(int(iso[1:-1]), iso[-1])  # type: ignore[arg-type]
    return duration_zh(match["count"] or "一", match["unit"])


def _without_overlaps(found: list[TimeWords]) -> list[TimeWords]:
    """Of expressions that share words the first found, in the order in which the patterns are tried."""
    out: list[TimeWords] = []
    for words in found:
        if all(words.end <= other.start or words.start >= other.end for other in out):
            out.append(words)
    return sorted(out, key=lambda words: words.start)
