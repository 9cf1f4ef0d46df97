"""Whom an English clause tells to act that only takes note: whose duty it is, who must act."""

from __future__ import annotations

from collections.abc import Sequence

from mandex.corpus.expressions import Expression
from mandex.corpus.phrases import Found
from mandex.ingest.mandates.lists_en import find_asides, listed
from mandex.ingest.mandates.names_en import may_act, phrase_start

# Who only takes note tells somebody to act where it says that he must, or whose duty it is.
_NOTED = Expression(
    r"(?:\bthat\s+(?!to\s|when\b|where\b|if\b|for\b|until\b|in\s+cases\b)(?P<subject>[^.;:]{0,300}?)|^\s*(?P<at_once>(?=the\s|all\s|[A-Z])[^.,;:]{0,80}?))"
    r"(?<!\bwhich\s)(?<!\bwho\s)\b(?:should|must|shall|(?<!\bthe\s)needs?\s+to|ha(?:s|ve)\s+to|(?:is|are)\s+bound\s+(?:by|to)"
    r"|(?:(?:is|are)\s+(?:\w+ly\s+)?responsible\s+for"
    r"|(?:ha(?:s|ve)|bears?)\s+(?:the\s+|primary\s+|the\s+primary\s+)responsibility))"
    r"\b(?!\s+be\b)"
    r"|^\s*(?P<owner>(?:the\s+)?[^.;:,’']{0,60})[’']s?\s+(?:primary\s+)?(?:obligations?|responsibilit(?:y|ies)|duty)\s+to\b"
    r"|\bresponsibilit(?:y|ies)\s[^.;:]{0,160}?\b(?:lies?|rests?)\s+(?:primarily\s+|first\s+and\s+foremost\s+)?with\s+"
    r"(?P<resting>[^.;]{0,120})"
    r"|(?:\b(?:need|necessity|responsibilit(?:y|ies)|obligations?|dut(?:y|ies)|importance)|\bit\s+(?:is|remains)\s+(?:\w+\s+)?"
    r"(?:essential|imperative|necessary|vital|important|crucial|critical))"
    r"\s+(?:for|of|on|that)\s+(?P<bound>(?!\w+ing\b)[^.;:]{0,200}?)\s"
    r"(?:to\s+\w|(?!(?:includ|regard|concern|dur|accord|follow|be|bear)ing\b)\w+ing\b|in\s+(?:the|ensuring)\b)"
)
# Reaffirms that, when proposing names to the Committee, Member States shall use the standard form.
_ON_OCCASION = Expression(
    r"\s*(?:(?:its\s+decision\s+)?that\s*,?\s*)?(?:(?:when|where|prior\s+to|before|for\s+(?:the\s+)?purposes?\s+of|to\s+further)\s+"
    r"(?!appropriate\b|applicable\b|necessary\b)[^.;]{10,300}?,\s|(?:where|when)\s+(?:appropriate|applicable|necessary)\s*,)"
)
# The importance of close coordination between all United Nations entities; the need for a renewed commitment
# by the parties; not: the threat posed by armed groups.
_JOINTLY = Expression(
    r"\b(?:(?:importance|need|necessity)\s+(?:of|for)|requires?)\s+(?:(?!\bin\s+\w+ing\b|\bthat\b)[^.;:]){0,160}?(?:\b(?:between|among(?!\s+others)|amongst)|(?<!ed)(?<!en)\s+by)"
    r"\s+(?P<doers>(?!\w+ing\b)[^.;:]{0,300})"
)


def told_by_note(clause: str, found: Sequence[Found]) -> list[Found]:
    """Those of the names `found` whose duty or responsibility a clause names, or who it says must act."""
    if _ON_OCCASION.match(clause):
        return named_late(clause, found)
    match = _NOTED.search(clause)
    if match and match["owner"] is not None:
        return [f for f in found if f.end == match.end("owner")]
    if match and match.lastgroup:
        names = _between(clause, found, *match.span(match.lastgroup), _NEXT if match["bound"] else _NEAR)
        if names or match["bound"] is None:
            return names or named_late(clause, found)
    if jointly := _JOINTLY.search(clause):
        return _between(clause, found, *jointly.span("doers"), _NEXT)
    return []


def _between(clause: str, found: Sequence[Found], start: int, end: int, near: int) -> list[Found]:
    """The list of those who may act that begins within `near` characters from `start`."""
    asides = find_asides(clause, start, end)
    own = " " * start + clause[start:]  # whatever leads up to them: the responsibility of the Government
    names = [
        f for i, f in enumerate(found)
        if start <= f.start and f.end <= end and may_act(own, f, found[i + 1 : i + 2], start)
        and not any(a <= f.start < b for a, b in asides)
    ]  # fmt: skip
    if names and phrase_start(clause, names[0]) - start > near:
        return []
    return listed(clause, names)


# Who acts is named right before the first word that tells to: that, until 30 September, without prejudice
# to the role of the Malian authorities, MINUSMA is authorized to; prior to transferring, the State shall.
_TELLS = Expression(
    r"\b(?:shall|should|must|(?:is|are)\s+authori[sz]ed\s+to|be\s+requested\s+to|(?:is|are)\s+responsible\s+for)\b(?!\s+be\b)"
)
# The capacities of ECOWAS in the areas which should enable it to act.
OF_THING = Expression(r"\b(?:which|who)\s+$")


def named_late(clause: str, found: Sequence[Found]) -> list[Found]:
    """The names right before the first word of a clause that tells to act; none where no such word stands."""
    match = _TELLS.search(clause)
    if match is None or OF_THING.search(clause, 0, match.start()):
        return []
    start = max(clause.rfind(", ", 0, match.start()), clause.rfind("that ", 0, match.start()) + 3, 0)
    free = [f for f in found if not clause.endswith("(", 0, f.start)]  # of judges: Bonomy (United Kingdom)
    return _between(clause, free, start, match.start(), _NEAR)


_NEAR = 60  # characters of a subject before its first name
_NEXT = 24  # where somebody's duty is named: the importance of all Member States complying
