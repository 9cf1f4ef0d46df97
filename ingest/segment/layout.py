"""How a text without markup is laid out: how wide it was set, and whether a blank line ends a paragraph."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from mandex.corpus.expressions import Expression
from mandex.corpus.languages import Lang, by_tongue
from mandex.corpus.records import dataclass
from mandex.ingest.segment.lines import Gap, Line, ends, is_blank

_FIRST_TOKEN = Expression(r"[0-9A-Za-z()/.,;:’-]+|\S")
_FIRST_WORD = Expression(r"\S+")
# Of wrapped lines most stop in mid-sentence; of whole paragraphs only headings do.
_WRAPPED_SHARE = 0.25
_WIDE = Expression(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_LOOSE_SPACE = Expression(r"(?<=[\u2e80-\u9fff]) (?=\d)")


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text is laid out: `width` of full lines (0: lines are not wrapped), `columns` when Chinese counts
    double, and whether a blank line ends a paragraph."""

    width: int
    columns: bool
    blank_ends: bool
    lang: Lang

    def room(self, line: str, following: str, *, item: bool = False) -> bool:
        """Whether the first word of the next line would have fitted on this one.

        Where Chinese is set in columns, indents and punctuation that may not begin a line take room; and a
        line that stops in mid-sentence is no paragraph unless it is a good deal shorter or an `item` follows.
        """
        token = by_tongue(self.lang, en=_FIRST_WORD, zh=_FIRST_TOKEN).match(following)
        taken = self.measure(line) + self.measure(token[0] if token else "")
        if self.lang == "en":
            return taken + 1 <= self.width
        slack = 3 * self.columns if item or ends(line, self.lang) else self.width // 5
        return taken + slack <= self.width

    def measure(self, line: str) -> int:
        """The printed width of a line, in characters or columns."""
        return _measure(line, columns=self.columns)


def _measure(line: str, *, columns: bool) -> int:
    """The width of a line; a space thrown in before a number (第 2240(2015)号) takes no room."""
    loose = len(_LOOSE_SPACE.findall(line)) if " " in line else 0
    return len(line) + (len(_WIDE.findall(line)) if columns else 0) - loose


def layout_of(lines: list[Line], lang: Lang) -> Layout:
    """Measure a text: lines that stop in mid-sentence show how wide it was set."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.item]
    stopped = [(a, b) for a, b in pairs if not a.ended]
    blank = sum(is_blank(b.gap) for _, b in pairs)
    blank_stopped = [a.text for a, b in stopped if is_blank(b.gap)]
    tight = sum(b.gap is Gap.NEWLINE for _, b in pairs)
    often = len(blank_stopped) > max(0.4 * blank, 2 * tight)
    evenly = (_are_wrapped(blank_stopped, columns=columns) for columns in (False, True))
    blank_ends = not (often and any(evenly))
    joints = [a.text for a, b in stopped if b.gap is Gap.NEWLINE or not blank_ends]
    columns = lang != "en" and _spread(joints, columns=True) < _spread(joints, columns=False)
    width = _full_width([_measure(text, columns=columns) for text in joints], lang)
    wrapped = len(joints) >= 3 and len(joints) > _WRAPPED_SHARE * len(lines) and 20 <= width <= 200
    if not wrapped:
        return Layout(0, columns, blank > tight, lang)
    return Layout(width, columns, blank_ends and blank > 0, lang)


def _are_wrapped(lines: list[str], *, columns: bool) -> bool:
    """Whether lines that stop in mid-sentence are mostly about as long as each other, as headings are not."""
    widths = [_measure(line, columns=columns) for line in lines]
    long = [width for width in widths if width > 0.4 * max(widths)]  # without a masthead's
    return len(long) >= 3 and sum(width >= 0.75 * max(widths) for width in long) >= 0.5 * len(long)


def _full_width(values: list[int], lang: Lang) -> int:
    """The width of a full line: English lines are ragged, most Chinese ones are full."""
    if not values:
        return 0
    values = sorted(values)
    return by_tongue(lang, en=_nearly_widest, zh=_most_frequent)(values)


def _nearly_widest(values: list[int]) -> int:
    return values[int(0.97 * (len(values) - 1))]


def _most_frequent(values: list[int]) -> int:
    times = Counter(values[len(values) // 2 :])
    return max(times, key=lambda width: (times[width], width))


def _spread(texts: list[str], *, columns: bool) -> float:
    """How unevenly long lines end: the distance from the middle to the ninetieth percentile."""
    values = sorted(_measure(text, columns=columns) for text in texts)
    if not values:
        return 0.0
    top = values[int(0.9 * (len(values) - 1))]
    return (top - values[len(values) // 2]) / (top or 1)
