"""How the cost of each stage and expression grows with its input, over patterns that backtracking likes least."""

from __future__ import annotations

import importlib
import json
import math
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import mandex
from mandex.corpus import days, symbols
from mandex.corpus.dates import find_dates, find_periods
from mandex.corpus.errors import MandexError
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold_citing
from mandex.corpus.garbage import seldom
from mandex.index.lookup.question import understand
from mandex.index.search.query import parse
from mandex.index.text.terms import terms
from mandex.ingest import pipeline
from torture.clock import seconds
from torture.patterns import HEADS, PATTERNS

MOST = 1.2  # the exponent of n that no stage may exceed
WHOLE, SLOWEST = (
    "text to document",
    0.5,
)  # and seconds for the worst paragraph of 100 KB, from text to document
_TRIES = 4
_NOISE = 0.05  # seconds: below, clock and caches show more than growth does
_LIVELY = 0.002  # the same for an expression, which takes a hundredth of what a stage takes

Work = Callable[[str], object]


# Enough to tell the language by, or most patterns would be refused before they cost anything.
_PROSE = (
    "The Security Council reaffirms that it is the duty of all States to report to it on what they have done. "
    * 12
)


def _read(suffix: str, before: str = "", after: str = "") -> Work:
    """The reader of a format alone: what follows is the same for all of them."""
    return lambda text: pipeline.readers.read(
        Path(f"x{suffix}"), f"{before}{_PROSE}\n\n{text}{after}".encode()
    )


STAGES: dict[str, Work] = {
    WHOLE: lambda text: pipeline.read_data(Path("x.txt"), f"{_PROSE}\n\n{text} and to report to it;\n".encode()),
    "HTML": _read(".html", "<html><body><p>"),
    "Akoma Ntoso": _read(".xml", '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc><mainBody><p>'),
    "Markdown": _read(".md"),
    "wikitext": _read(".wiki", "{{header}}\n[[a]]\n"),
    "RTF": _read(".rtf", "{\\rtf1 "),
    "message": _read(".eml", "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"),
    "JSON": lambda text: pipeline.readers.read(Path("x.json"), json.dumps({"text": text}).encode()),
    "table": _read(".csv", 'symbol,text\n1,"', '"\n'),
    "kind of file": lambda text: pipeline.readers.format_of(Path("x"), text.encode()),
    "dates": lambda text: (list(find_dates(text)), list(find_periods(text))),
    "day": days.span,
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
    head: str
    pattern: str
    seconds: float
    exponent: float

    def __str__(self) -> str:
        return f"{self.stage} {self.head!r} {self.pattern!r}: {self.seconds:.2f} s, n^{self.exponent:.2f}"

    @property
    def steep(self) -> bool:
        """Whether it grows faster than it may."""
        return self.exponent > MOST


def _quiet(work: Work) -> Work:
    """Refusals are answers."""

    def run(text: str) -> object:
        try:
            return work(text)
        except MandexError:
            return None

    return run


def measure(work: Work, head: str, pattern: str, size: int, noise: float = _NOISE) -> tuple[float, float]:
    """Seconds for `size` bytes, and the exponent of growth from n over 2n to 4n, which is `size`.

    It is 0 where the whole takes less than `noise`. What looks steep is measured again and again, and the least
    counts: another program may have had the processor's caches.
    """
    with seldom():  # as every command does it
        return _measured(work, head, pattern, size, noise)


def _measured(work: Work, head: str, pattern: str, size: int, noise: float) -> tuple[float, float]:
    texts = [head + pattern * (n // len(pattern.encode())) for n in (size // 4, size // 2, size)]
    quiet = _quiet(work)
    took = [math.inf, math.inf, seconds(quiet, texts[2])]
    for _ in range(_TRIES):
        if took[2] < noise:
            return took[2], 0.0
        if math.isinf(took[2]):
            return math.inf, math.inf
        took = [min(before, seconds(quiet, text)) for before, text in zip(took, texts, strict=True)]
        if _exponent(took) <= MOST:
            break
    return took[2], _exponent(took)


def _exponent(took: Sequence[float]) -> float:
    """Of the line through the three points, on scales of powers: the middle one weighs nothing in it."""
    quarter, _, whole = (max(time, 1e-5) for time in took)
    return math.log(whole / quarter, 4)


def stages(size: int, names: Iterable[str] = STAGES, heads: Iterable[str] = HEADS) -> Iterator[Growth]:
    """Every stage on every pattern behind every opening."""
    for name, head, pattern in product(names, heads, PATTERNS):
        yield Growth(name, head, pattern, *measure(STAGES[name], head, pattern, size))


def again(found: Growth, size: int) -> Growth:
    """The same at another size."""
    return Growth(
        found.stage, found.head, found.pattern, *measure(STAGES[found.stage], found.head, found.pattern, size)
    )


# -- expressions


def expressions() -> dict[str, re.Pattern[str]]:
    """Every compiled expression over text that a module of ours keeps, by module and name."""
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.walk_packages(mandex.__path__, "mandex."):
        if module.name.split(".")[1] in {"tests", "benchmarks", "docs"} or module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for nth, pattern in enumerate(_patterns_in(value)):
                found.setdefault(f"{module.name.removeprefix('mandex.')}.{name}[{nth}]", pattern)
    return {name: pattern for name, pattern in found.items() if isinstance(pattern.pattern, str)}


def _patterns_in(value: object, deep: int = 3) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Expression):
        yield value.compiled
    elif deep and isinstance(value, (Mapping, list, tuple, set, frozenset)) and len(value) < 500:
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from _patterns_in(item, deep - 1)


def all_expressions(size: int, names: Iterable[str] | None = None) -> Iterator[Growth]:
    """Every expression, looked for all over every pattern."""
    found = expressions()
    for name, pattern in product(found if names is None else names, PATTERNS):
        yield Growth(name, "", pattern, *measure(_all_over(found[name]), "", pattern, size, _LIVELY))


def _all_over(expression: re.Pattern[str]) -> Work:
    return lambda text: sum(1 for _ in expression.finditer(text))
