"""What a demand is about that names no thing: what its points are on, or the single theme of its document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain, takewhile

from mandex.corpus.model import Mandate
from mandex.ingest.mandates.cited import APART
from mandex.ingest.mandates.topics import FORMS

# Of a document on one theme more than half of the demands are.
_HALF = 0.5
_ENOUGH = 3  # demands of a document that shows a theme
# What is done about a thing, and the mission that does it: what points of its list name, others are not on.
_NO_THEMES = FORMS | {"mission-tasks", "mission-mandate", "mission-establishment"}
# What most points name, the stem that leads to them is on.
_MOST = 0.6


def with_points(rows: Sequence[Mandate], labels: Mapping[int, str]) -> list[Mandate]:
    """The demands of a document; a stem that names no thing is on what most of its points are on: *Decides
    that all States shall prevent: (a) the sale of arms …*. `labels` are those of its paragraphs, by `seq`."""
    out = list(rows)
    for i, row in enumerate(rows):
        label = labels[row.seq]
        if row.topics or row.force == "note" or not label:
            continue
        under = (label + "(", "(") if label[0] != "(" else label + "("  # letters may stand alone
        after = (rows[at] for at in range(i + 1, len(rows)))
        points = list(takewhile(lambda one: labels[one.seq].startswith(under), after))  # noqa: B023
        named = Counter(t for point in points for t in point.topics if t not in FORMS)
        most = [topic for topic, times in named.items() if times > 1 and times >= _MOST * len(points)]
        out[i] = replace(row, topics=tuple(most) or _each_another(points))
    return out


def _each_another(points: Sequence[Mandate]) -> tuple[str, ...]:
    """The measures of points that impose one each: *(a) Freeze …; (b) Prevent the entry …* (1390 (2002))."""
    measures = [[topic for topic in point.topics if topic in APART] for point in points]
    if sum(map(bool, measures)) < max(2, _MOST * len(points)):
        return ()
    return tuple(dict.fromkeys(chain.from_iterable(measures)))


def with_theme(rows: Sequence[Mandate]) -> list[Mandate]:
    """The demands of a document; of one that is on a single theme, those are on it which name no thing:
    *encourages Member States to continue to pursue such implementation*."""
    if not any(map(_names_nothing, rows)):
        return list(rows)
    on = [topics for row in rows if "remain-seized" not in (topics := row.topics)]
    named = Counter(topic for topics in on for topic in topics if topic not in _NO_THEMES)
    for theme, times in named.most_common(1):
        if len(on) >= _ENOUGH and times >= _HALF * len(on):
            return [replace(row, topics=(theme,)) if _names_nothing(row) else row for row in rows]
    return list(rows)


def _names_nothing(row: Mandate) -> bool:
    """Whether a demand asks something, but does not name of what."""
    return not row.topics and row.force != "note" and row.measure != ""
