"""Whom an English clause tells to act that only takes note: whose duty it is, who must act."""

from __future__ import annotations

from collections.abc import Sequence

from mandex.corpus.expressions import Expression
from mandex.corpus.lexicon import Verb
from mandex.corpus.phrases import Found
from mandex.ingest.mandates.lists_en import find_asides, listed
from mandex.ingest.mandates.names_en import may_act, phrase_start

# Who only takes note tells somebody to act where it says that he must, or whose duty it is.
_NOTED = Expression(
    r"(?:\b(?:that(?:,(?!\s*(?:when|where|if)\b)(?:[^,;:.]{1,160},){1,2})?|(?:according\s+to|under)\s+which|whereby)\s+(?!to\s|when\b|where\b|if\b|for\b|until\b|in\s+cases\b)(?P<subject>[^.;:]{0,300}?)|^\s*(?P<at_once>(?=the\s|all\s|[A-Z])[^.,;:]{0,80}?))"
    r"\b(?=[abhimns])(?<!\bwhich\s)(?<!\bwho\s)(?:should|must|shall|(?<!\bthe\s)needs?\s+to|ha(?:s|ve)\s+to|(?:is|are)\s+bound\s+(?:by|to)"
    r"|(?:is|are)\s+(?:also\s+)?(?:required|obliged|obligated|requested|expected)\s+to"
    r"|(?:(?:is|are)\s+(?:\w+ly\s+)?responsible\s+for(?!\s+(?:the\s+|these\s+|such\s+|many\s+|all\s+)?(?:\w+\s+)?(?:massacres?|killings?|attacks?|violations|abuses"
    r"|atrocities|deaths?|crimes?|acts|violence|failure|situation)\b)"
    r"|(?:ha(?:s|ve)|bears?)\s+(?:the\s+|primary\s+|the\s+primary\s+)responsibility))"
    r"\b(?!\s+(?:continue\s+to\s+|now\s+|also\s+|not\s+)?be\b)"
    r"|^\s*(?P<owner>(?:the\s+)?[^.;:,’']{0,60})[’']s?\s+(?:primary\s+)?(?:obligations?|responsibilit(?:y|ies)|duty)\s+to\b"
    r"|\bresponsibilit(?:y|ies)\s[^.;:]{0,160}?\b(?:lies?|rests?)\s+(?:primarily\s+|first\s+and\s+foremost\s+)?with\s+"
    r"(?P<resting>[^.;]{0,120})"
    r"|\b(?:is|are|remains?)\s+the\s+(?:\w+\s+)?(?:responsibility|duty|obligation)\s+of\s+(?P<whose>[^.;]{0,120})"
    r"|(?:(?<!prejudice to the )(?<!prejudice to the primary )\b(?:need|urgency(?=\s+for\b)|necessity"
    r"|responsibilit(?:y|ies)|obligations?|dut(?:y|ies)|(?P<important>importance)(?!\s+that\b)|importance)|\bit\s+(?:is|remains)\s+(?:\w+\s+)?"
    r"(?:essential|imperative|necessary|vital|important|crucial|critical))"
    r"\s+(?:for|of|on|that)\s+(?P<bound>(?!\w+ing\b)(?!(?:an?|the)\s+(?:\w+\s+)?presence\b)[^.;:]{0,200}?)\s"
    r"(?:to\s+\w|(?!(?:includ|regard|concern|dur|accord|follow|be|bear|contribut)ing\b)\w+ing\b|in\s+(?:the|ensuring)\b)"
)
# Reaffirms that, when proposing names to the Committee, Member States shall use the standard form.
_ON_OCCASION = Expression(
    r"\s*(?:(?:its\s+decision\s+)?that\s*,?\s*)?(?:(?:when|where|prior\s+to|before|for\s+(?:the\s+)?purposes?\s+of|to\s+further)\s+"
    r"(?!appropriate\b|applicable\b|necessary\b)[^.;]{10,300}?,\s|(?:where|when)\s+(?:appropriate|applicable|necessary)\s*,)"
)
# The importance of close coordination between all United Nations entities; the need for a renewed commitment
# by the parties; not: the threat posed by armed groups.
_JOINTLY = Expression(
    r"\b(?:(?:importance|need|necessity)\s+(?:of|for)|requires?)\s+(?:(?!\bin\s+\w+ing\b|\bthat\b|\bincluding\s+to\b)[^.;:]){0,160}?(?:(?<!\bborder\s)(?<!\bboundary\s)(?<!\bagreed\s)(?<!\bsigned\s)(?<!\bwithin\sand\s)\b(?:between|among(?!\s+others)|amongst)|(?<!ed)(?<!en)\s+by)"
    r"\s+(?P<doers>(?!\w+ing\b)[^.;:]{0,300})"
)


def told_by_note(clause: str, found: Sequence[Found], verb: Verb) -> list[Found]:
    """Those of the names `found` whose duty a clause after `verb` names, or who it says must act."""
    found = without_undergoing(clause, found)
    if _ON_OCCASION.match(clause):
        return named_late(clause, found)
    if verb.lemma == "agree with" and (view := _THE_VIEW.match(clause)):
        found = [f for f in found if f.start >= view.end()]
    match = _NOTED.search(clause)
    if match and match["owner"] is not None:
        return [f for f in found if f.end == match.end("owner")]
    if match and verb.lemma in THANKING and match["subject"] is None and match["at_once"] is None:
        return []
    if match and match["important"] and _PART_IN.search(clause, 0, match.end("bound")):
        match = None
    if match and match.lastgroup:
        start, end = match.span(match.lastgroup)
        if match["bound"] and (council := _COUNCIL_AND.match(clause, start)):
            start = council.end()
        names = _between(clause, found, start, end, _NEXT if match["bound"] else _NEAR)
        if names or match["bound"] is None:
            return names or named_late(clause, found)
    if jointly := _JOINTLY.search(clause):
        return _between(clause, found, *jointly.span("doers"), _NEXT)
    return done_by(clause, found)


# What these speak of comes in as it may: welcomes the engagement of UNIFIL in a dialogue that aims at …
# benchmarks reflecting the responsibilities of UNIFIL; but: welcomes the finding that UNAMID should ….
THANKING = frozenset({
    "welcome", "commend", "applaud", "congratulate", "appreciate", "thank", "pay tribute", "take note",
    "condemn", "deplore", "regret",
})  # fmt: skip
# What is only to be done to them: calls for those responsible for these acts to be brought to justice.
_UNDERGO = Expression(
    r"(?<=those responsible)[^.;:]{0,200}?\s(?:be|being|are)\s+(?:\w+ly\s+)?(?:brought|held|prosecuted"
    r"|punished|tried|arrested|apprehended|identified|investigated|sanctioned)\b"
)


def without_undergoing(clause: str, found: Sequence[Found]) -> list[Found]:
    """The names without those to whom something is to be done."""
    if "those responsible" not in clause:
        return list(found)
    return [f for f in found if not _UNDERGO.match(clause, f.end)]


# With whom the Council agrees: agrees with the Secretary-General that UNPOS should be dissolved.
_THE_VIEW = Expression(r"[^.;:]{0,80}?\sthat\s")
# Whose part in something matters has no duty: the importance of national institutions in preventing conflict.
_PART_IN = Expression(r"\s(?:in|for|of|by)$")


# The need for the Security Council and Member States to redouble efforts: the Council asks nothing of itself.
_COUNCIL_AND = Expression(r"\s*(?:the\s+)?(?:Security\s+)?Council\s+and\s+")
# By whom it is to be done: that such areas should be treated as safe by all the parties; that no recognition
# will be accorded either by the United Nations or any Member State.
_DONE_BY = Expression(
    r"\bthat\s+(?:(?!\bthat\b)[^,.;:]){3,160}?\b(?:(?:shall|should|must)\s+(?:not\s+)?|will\s+(?=accorded|be\s+accorded))be\s+(?:\w+ly\s+){0,2}"
    r"(?:treated|respected|submitted|accepted|addressed|observed|implemented|honou?red|accorded|upheld|appointed|taken|established|considered)"
    r"\b[^,.;:]{0,60}?\bby\s+(?P<doers>[^.;:]{3,160})"
)


def done_by(clause: str, found: Sequence[Found]) -> list[Found]:
    """Those by whom something is to be done, where a clause says it of what is done."""
    match = _DONE_BY.search(clause)
    return _between(clause, found, *match.span("doers"), _NEXT) if match else []


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
    r"\b(?:shall|should|must|(?:is|are)\s+authori[sz]ed\s+to|be\s+requested\s+to|(?:is|are)\s+responsible\s+for"
    r"|ha(?:s|ve)\s+(?:the\s+)?(?:obligation|responsibility|duty)\s+to)\b(?!\s+be\b)"
)
# The capacities of ECOWAS in the areas which should enable it to act.
OF_THING = Expression(r"\b(?:which|who)\s+$")


def named_late(clause: str, found: Sequence[Found]) -> list[Found]:
    """The names right before the first word of a clause that tells to act; none where no such word stands."""
    match = _TELLS.search(clause)
    if match is None or OF_THING.search(clause, 0, match.start()):
        return []
    that = clause.rfind("that ", 0, match.start())
    start = max(clause.rfind(", ", 0, match.start()), that + len("that") if that >= 0 else 0, 0)
    free = [f for f in found if not clause.endswith("(", 0, f.start)]  # of judges: Bonomy (United Kingdom)
    return _between(clause, free, start, match.start(), _NEAR)


_NEAR = 60  # characters of a subject before its first name
_NEXT = 24  # where somebody's duty is named: the importance of all Member States complying
