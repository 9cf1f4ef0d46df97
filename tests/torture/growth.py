"""How the cost of each stage grows with its input, over patterns that backtracking likes least."""

from __future__ import annotations

import math
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from mandex.corpus import symbols
from mandex.corpus.dates import find_dates, find_periods
from mandex.corpus.errors import MandexError
from mandex.corpus.fold import fold_citing
from mandex.index.lookup.question import understand
from mandex.index.search.query import parse
from mandex.index.text.terms import terms
from mandex.ingest import pipeline

MOST = 1.2  # the exponent of n that no stage may exceed
LONGEST = 20.0  # seconds for one text; it hangs, for a user

_ENGLISH = (
    "a", " ", "\n", "\t", "(", ")", "[", ".", ",", ";", "-", "\u2013", "*", "\"", "'", "1", "1 ", "1. ",
    "(a) ", "(i) ", "i", "A.B. ", "1 (1946) ", "(2001)", "resolution ", "resolution 1373 (2001), ",
    "1373, ", "and ", "paragraph 1 of ", "paragraphs 1, 2 and ", "paragraph 3 above ", "of resolution ",
    "S/RES/1373 (2001) ", "S/", "S/2015/", "A/RES/60/288 ", "/", "Decides ", "Decides that ",
    "Decides, ", "until ", "until 31 December 2025 ", "31 December ", "6 May 1993 ", "within 90 days ",
    "every six months ", "for a period of ", "no later than ", "twelve months ", "years ",
    "the Secretary-General ", "the Committee ", "Member States ", "States shall ", "all ", "to ",
    "that ", "which ", "by ", "in accordance with ", "Acting under Chapter VII ", "Recalling ",
    "Recalling its resolutions ", "Calls upon ", "requests the ", "<", "<p>", "<!-- -->", "<!--",
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
)


def _quiet(work: Callable[[str], object]) -> Callable[[str], object]:
    """Refusals are answers."""

    def run(text: str) -> object:
        try:
            return work(text)
        except MandexError:
            return None

    return run


STAGES: dict[str, Callable[[str], object]] = {
    "read text": lambda text: pipeline.read_data(Path("x.txt"), text.encode()),
    "read HTML": lambda text: pipeline.read_data(Path("x.html"), b"<html><body><p>" + text.encode()),
    "read table": lambda text: pipeline.read_data(Path("x.csv"), b"symbol,text\n1,\"" + text.encode()),
    "kind of file": lambda text: pipeline.readers.read(Path("x"), text[:4000].encode()),
    "dates": lambda text: (list(find_dates(text)), list(find_periods(text))),
    "terms": terms,
    "fold": fold_citing,
    "reference": symbols.parse,
    "query": parse,
    "question": understand,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Growth:
    """How one stage took one repeated pattern: seconds for the longest text, the exponent of growth."""

    stage: str
    pattern: str
    seconds: float
    exponent: float


class _TooLongError(Exception):
    pass


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    def ring(*_: object) -> None:
        raise _TooLongError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def seconds(work: Callable[[str], object], text: str) -> float:
    """Processor time of one run; infinite where it hangs."""
    begun = time.process_time()
    try:
        with _alarm(LONGEST):
            work(text)
    except _TooLongError:
        return math.inf
    return time.process_time() - begun


def measure(stage: str, head: str, pattern: str, size: int) -> Growth:
    """Time a stage at a quarter, a half and the whole of `size` characters.

    What is over in a hundredth of a second at full length grows too little to be told from noise.
    """
    work = _quiet(STAGES[stage])
    texts = [head + pattern * (n // len(pattern)) for n in (size // 4, size // 2, size)]
    whole = seconds(work, texts[2])
    if whole < 0.01:
        return Growth(stage, head + pattern, whole, 0.0)
    if math.isinf(whole):
        return Growth(stage, head + pattern, whole, math.inf)
    quarter = min(seconds(work, texts[0]) for _ in range(3))
    whole = min(whole, seconds(work, texts[2]))
    return Growth(stage, head + pattern, whole, math.log(whole / max(quarter, 1e-4), 4))


def run(
    size: int = 20_000, stages: Sequence[str] = tuple(STAGES), patterns: Sequence[str] = PATTERNS,
    heads: Sequence[str] = HEADS,
) -> Iterator[Growth]:  # fmt: skip
    """Every stage on every pattern."""
    for stage, head, pattern in product(stages, heads, patterns):
        yield measure(stage, head, pattern, size)
