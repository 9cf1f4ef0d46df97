"""What the points of a list are about since their stem is: *Protection of civilians: (a) To deter …*."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.ingest.mandates.topics import kind_of, lies_in

# How a stem's list is announced, by whose tasks they are.
_TASKS = Expression(
    r"\b(?:tasks?|mandate|functions?|priorit(?:y|ies)|responsibilit(?:y|ies)|objectives)\b|\bshall\W*$|任务|职责|优先|目标|工作"
)
_OF_TASKS = {
    "mission": "mission-tasks", "force": "mission-tasks", "panel": "panel-of-experts",
    "committee": "committee-mandate",
}  # fmt: skip
# What points of a list are not about, though their stem is: it authorizes all means, its report is one, it
# extends the mandate of which they are the tasks, in full respect of sovereignty.
_STEM_ONLY = frozenset(
    {
        "use-of-force", "mission-establishment", "mission-mandate", "troop-ceiling", "sovereignty",
        "cooperation", "remain-seized",
    }
)  # fmt: skip
# What goes on to the points of points, though the words between do not name it: whose list it is, what its
# report, its measures and its exemptions are. Of other things a heading between says which one follows.
_TO_THE_LAST = frozenset(
    {
        *_OF_TASKS.values(), "reporting", "exemptions", "tribunals", "sanctions-listing", "sanctions-review",
        "arms-embargo", "asset-freeze", "travel-ban", "economic-sanctions", "nuclear-programme",
    }
)  # fmt: skip
# An act that is complete: the list below it goes on after it, and is not about it.
_COMPLETE = (";", ".", "；", "。")
# How the points are to be done, which names things in passing: *in full compliance with international
# humanitarian law, in close coordination with the Transitional Authorities*.
_IN_PASSING = Expression(
    r"\b(?:in|with)\s+(?:(?:full|strict|close|closer|due)\s+)?"
    r"(?:(?:accordance|compliance|conformity|line|co-?operation|coordination|consultation|collaboration)\s+with"
    r"|respect\s+(?:of|for|to))\b[^,;:]*(?:,\s*(?:including|and|in\s+particular)\b[^,;:]*)*"
    r"|\bconsistent\s+with\b[^,;:]*"
    r"|(?:按照|依照|根据|遵照|在(?:充分|完全|全面|严格)?(?:遵守|尊重))[^，。；：]*"
)
# By what means a mission does what the points of its list say: *exercising mediation and good offices*.
_GOOD_OFFICES = Expression(
    r"\b(?:through|by|exercising|using)\s[^.;:]{0,40}?\b(?:mediation|good\s+offices)\b"
    r"|(?:通过|进行|开展)[^。；：]{0,12}(?:斡旋|调解)"
)
_MANY = 5


def of_points(
    topics: Sequence[str], actors: Sequence[str], clause: str, *, inherited: Iterable[str] = ()
) -> tuple[str, ...]:
    """The topics that a stem hands down to its points; those of a mandate are the tasks of whoever has it.

    `inherited` are those that the stem itself has only from its own.
    """
    # a stem that names many things is about its list
    handed = [topic for topic in topics if topic not in _STEM_ONLY] if len(topics) <= _MANY else []
    if not _TO_THE_LAST.issuperset(handed):
        ended = clause.rstrip().endswith(_COMPLETE)
        not_on = {*handed} if ended else {*inherited, *_only_in_passing(clause)}
        handed = [topic for topic in handed if topic in _TO_THE_LAST or topic not in not_on]
    if "conflict-prevention" in handed and _GOOD_OFFICES.search(clause):
        handed.remove("conflict-prevention")
    if _TASKS.search(clause) or clause.rstrip().endswith((":", "：")):
        kinds = map(kind_of, actors)
        own = [_OF_TASKS[kind] for kind in kinds if kind in _OF_TASKS]
        if own and "mission-tasks" not in own:
            handed = [topic for topic in handed if topic != "mission-tasks"]
        handed += own
    return tuple(dict.fromkeys(handed))


def _only_in_passing(clause: str) -> set[str]:
    """The topics whose words stand only where a clause says how its points are to be done."""
    spans = [match.span() for match in _IN_PASSING.finditer(clause)]
    if not spans:
        return set()
    found = lexicon.match_subjects(clause)
    plain = {one.id for one in found if not lies_in(one.start, one.end, spans)}
    return {one.id for one in found} - plain
