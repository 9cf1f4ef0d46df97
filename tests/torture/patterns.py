"""What backtracking likes least: pieces of texts, markup and punctuation, to be repeated."""

from __future__ import annotations

from collections.abc import Sequence

_ENGLISH = (
    "a", " ", "\n", "\t", "(", ")", "[", ".", ",", ";", "-", "\u2013", "*", "\"", "'", "1", "1 ", "1. ",
    "(a) ", "(i) ", "i", "A.B. ", "1 (1946) ", "(2001)", "resolution ", "resolution 1373 (2001), ",
    "1373, ", "and ", "paragraph 1 of ", "paragraphs 1, 2 and ", "paragraph 3 above ", "of resolution ",
    "S/RES/1373 (2001) ", "S/", "S/2015/", "A/RES/60/288 ", "/", "Decides ", "Decides that ",
    "Decides, ", "until ", "until 31 December 2025 ", "31 December ", "6 May 1993 ", "within 90 days ",
    "every six months ", "for a period of ", "no later than ", "twelve months ", "years ",
    "the Secretary-General ", "the Committee ", "Member States ", "States shall ", "all ", "to ",
    "that ", "which ", "by ", "in accordance with ", "Acting under Chapter VII ", "Recalling ",
    "Recalling its resolutions ", "Calls upon ", "requests the ", "<", "<p>", "<!-- -->", "<!--", "<?", "<![CDATA[", "</p>", "<b></i>", "\u201c", "\u300c", "\u300a", "e-e", "a/", "a.", "\\u", "{\\", "A "," a,",
    "&amp;", "<b>", "<table><tr><td>", "</p>", "&#x41;", "see S/PRST/2005/64 ", "1267/1989/2253 ", "0 ",
    "00", "th ", "1st ", "I ", "IV. ", "X", "e-", "e-\n", "co-\noperation ", "\u00ad", "=", "==", "{{",
    "[[", "|", "_", "#", "\\", "\f", "\r", "\r\n", "\x0b", "\u2028", "\u200b",
)  # fmt: skip
_CHINESE = (
    "第", "第1", "第1373(2001)号决议", "第、", "号决议", "决定", "决定:", "，", "、", "。", "；",
    "\u3000", "（", "）", "1", "一", "二十", "第一", "第2段", "第2、3和", "2025年", "2025年12月31日",
    "至", "直至", "年", "月", "日", "个月", "每六个月", "在", "之内", "内", "90天内", "秘书长",
    "委员会", "会员国", "所有国家", "应", "回顾", "根据", "采取行动", "《联合国宪章》第七章", "请",
    "敦促", "的", "和", "以及", "安全理事会", "决议", "聯合國", "第壹", "〇", "１", "(一)", "一、",
    "㈠",
)  # fmt: skip
PATTERNS: Sequence[str] = (*_ENGLISH, *_CHINESE)
HEADS = (
    "",
    "Decides to extend until ",
    "决定在",
    "S/RES/9001 (2031)\n\nThe Security Council,\n\n1. Decides ",
    "<",
)
