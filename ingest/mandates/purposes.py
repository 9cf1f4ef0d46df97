"""What is done at a time that a clause names: somebody reports, or something is reviewed."""

from __future__ import annotations

import re
from typing import Literal

from mandex.corpus.expressions import Expression
from mandex.ingest.mandates.calendar_words import TimeWords

# Words of reporting and of review; of several the one nearest to the date decides.
_PURPOSE = {
    "en": Expression(
        r"\b(?:(?P<reports>report(?:s|ed|ing(?!\s+(?:cycle|period|requirements?|requests?)))?\b"
        r"(?!\s+of\s+(?:\d|the\s+Secretary-General\s+(?:of\s+\d|\(S/)))|briefs?|briefings?|updates?|inform(?:ed)?(?!\s+by\b)|submit\w*|notif\w+|"
        r"provid(?:es?|ing)\s+(?:to\s+)?(?:the\s+)?(?:Security\s+)?(?:Council|Committee|Secretary-General)|"
        r"written\s+\w+|assessments?|recommendations|(?<!the )(?<!this )present(?:ed|s)?"
        r"|transmit|convey\w*|circulate|communicate\s+to"
        r"|address(?:es)?\s+the\s+(?:Security\s+)?Council)"
        r"|(?P<review>(?<!for its )(?<!strategic )(?<!this )review(?:s|ed|ing)?|reassess|reconsider|"
        r"re-?examine|re-?evaluate|revisit|consider\w*\s+(?:the\s+|any\s+)?(?:further\s+)?(?:renewal|extension))"
        r"|(?P<other>(?:to|and|shall|should)\s+(?:implement|complete|withdraw|deploy|achieve|establish|hold|"
        r"conduct|develop|respond|finali[sz]e)))\b",
        re.IGNORECASE,
    ),
    "zh": Expression(
        r"(?P<reports>报告|汇报|通报|提交|提出|告知|书面|最新[^，。；]{0,6}?(?:情况|资料|信息)|报知|介绍|通知|转达|散发|分发"
        r"|(?:进行|作)[^，。；]{0,8}?评估)|(?P<review>(?<!战略)审查(?!结果)|审议|复核|复审|重新评估)"
        r"|(?P<other>执行(?!情况|工作|进展)|完成|撤出|部署|设立|建立|举行|答复)"
    ),
}
SENTENCE_END = Expression(r"(?<!that is)[.;](?=\s|$)|[。；]")  # six months, that is. until 31 July
# What is carried out to be told of: to conduct, by 15 April, an assessment of progress; not an operation.
_ASSESSED = Expression(r",?\s+an?\s+(?:\w+\s+){0,2}assessments?\b", re.IGNORECASE)
# …, or a rhythm of it: to conduct an annual review of all names.
_REVIEWED = Expression(r",?\s+(?:an?\s+(?:\w+\s+){0,2})?reviews?\b", re.IGNORECASE)
# 就设立委员会的具体方式，向安理会报告相关建议
_TELLS_COUNCIL = Expression(r"向(?:安全理事会|安理会|委员会)[^，。；]{0,16}?(?:报告|提交|通报|提出|提供)")
# What would prevent it is not done then: shall come into force on 23 June, unless he reports.
_UNLESS = Expression(r"\bunless\b|除非")
# What has come about by then, not what is to be done: within seven days of receiving that report.
_COUNTED_FROM = Expression(r"\s+(?:of|after|from|following)\s+(?:[\w’]+-?\s*){0,4}$")
# Within so many characters a Chinese clause says what is to be done at a time.
_SOON_ZH = 150


def purpose_of(words: TimeWords, clause: str, key: str) -> Literal["reports", "review"] | None:
    """What is done at that time, by the nearest word of its sentence; Chinese says it after the date."""
    start, end = _sentence(clause, words)
    if unless := _UNLESS.search(clause, words.end, end):
        end = unless.start()
    pattern = _PURPOSE[key]
    before = list(pattern.finditer(clause, start, words.start))
    after = pattern.search(clause, words.end, end)
    if after and key == "en" and _COUNTED_FROM.match(clause[words.end : after.start()]):
        after = None
    nearest = before[-1] if before else after
    if after and key == "zh" and after.start() - words.end < _SOON_ZH:
        nearest = after
    if nearest is None or nearest["other"]:
        if _REVIEWED.match(clause, words.end):
            return "review"
        told = _ASSESSED.match(clause, words.end) or (
            key == "zh" and _TELLS_COUNCIL.search(clause, words.end, min(end, words.end + _SOON_ZH))
        )
        return "reports" if told else None
    return "reports" if nearest["reports"] else "review"


def _sentence(clause: str, words: TimeWords) -> tuple[int, int]:
    start = 0
    for match in SENTENCE_END.finditer(clause, 0, words.start):
        start = match.end()
    match_ = SENTENCE_END.search(clause, words.end)
    return start, match_.start() if match_ else len(clause)
