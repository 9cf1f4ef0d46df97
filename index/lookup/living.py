"""What of the answers to a question stands: what is over comes after what is not, or is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace

from mandex.corpus.model import Mandate
from mandex.index.life.standing import Register, Standing, Status
from mandex.index.life.step import ENDING, above, label_of
from mandex.index.lookup.candidates import Place
from mandex.index.lookup.lapsed import Over, over
from mandex.index.lookup.scoring import Candidate, Judgement

_FACTORS: Mapping[Status, float] = {
    "current": 1.0, "open": 1.0, "unclear": 1.0, "spent": 1.0, "ended": 0.9, "replaced": 0.82,
}  # fmt: skip
_LOOKED_AT = 8  # answers, for one that ended later than the best
_FAR = 0.7  # of the best score, what lays down what is asked for but hardly says so gets
_AS_WELL = 0.85  # of the score of the best answer, which is over
_NAMED = 1.3  # a step in the life of what is asked for by name
_IF_LATEST: Mapping[Status, float] = {
    "current": 1.0, "open": 0.95, "unclear": 0.95, "spent": 0.6, "ended": 0.6, "replaced": 0.5,
}  # fmt: skip

_ASKING_NOTHING = frozenset({"preambular", "heading", "title", "signature", "footnote"})
_RECITAL = Standing("spent", "a recital or a heading, which asks for nothing")

Judged = tuple[Judgement, Place]


class Lives:
    """Whether what paragraphs demand stands, each demand asked about once."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._known: dict[tuple[str, str, Mandate | None], Standing] = {}

    def of(self, place: Place, mandate: Mandate | None) -> Standing:
        """How one demand of a paragraph stands; None: the paragraph. A recital or a heading asks nothing."""
        if mandate is None and place.candidate.kind in _ASKING_NOTHING:
            return _RECITAL
        if mandate is None and place.candidate.kind == "annex" and (over := self._of_annex(place.symbol)):
            return over
        key = place.symbol, place.pinpoint, mandate
        if key not in self._known:
            label = label_of(place.pinpoint)
            date = place.candidate.date
            self._known[key] = self.register.of_paragraph(place.symbol, label, date, mandate)
        return self._known[key]

    def _of_annex(self, symbol: str) -> Standing | None:
        """An annex that asks for nothing itself is over with all that its resolution set."""
        set_ = [one for one in self.register.kept.of(symbol) if one.action not in ENDING]
        found = self.register.of_resolution(symbol)
        if not set_ or found.lives:
            return None
        return Standing("spent", f"in an annex; what its resolution set is over: {found.reason}", found.by)

    def lays(self, place: Place, mandate: Mandate) -> bool:
        """Whether a demand of a paragraph begins, renews or changes something itself."""
        return self.register.demands.own_step(place.symbol, label_of(place.pinpoint), mandate) is not None


def grouped(judged: Iterable[Judged]) -> list[list[Judged]]:
    """Language versions of one paragraph together, in the order of the best of them."""
    groups: dict[tuple[str, str], list[Judged]] = {}
    for judgement, place in judged:
        key = (place.symbol, place.pinpoint or f"{place.candidate.kind} {place.seq}")
        groups.setdefault(key, []).append((judgement, place))
    return list(groups.values())


def reaching(groups: Sequence[list[Judged]], lives: Lives, limit: int, least: int) -> int:
    """How many of the groups to look into, `least` or more, for `limit` of them to live: a mission renewed
    thirty times has thirty paragraphs that are over before the one that stands.
    """
    living = 0
    for count, versions in enumerate(groups, 1):
        _, place = versions[0]
        living += any(lives.of(place, one).lives for one in place.candidate.mandates or (None,))
        if living >= limit and count >= least:
            return count
    return len(groups)


def by_what_lives(
    groups: Sequence[list[Judged]],
    lives: Lives,
    again: Callable[[Candidate], Judgement],
    laid: Set[str],
    *,
    many: int,
) -> list[list[Judged]]:
    """The groups, `many` of them judged by those of their demands that stand, where any does: what a panel
    was to do once for a lasting ban does not stand for the ban; of the others those at the places `laid` by
    what they lay down.
    """

    def judged(judgement: Judgement, place: Place, only: Callable[[Place, Mandate], bool]) -> Judged:
        mandates = place.candidate.mandates
        if len(mandates) < 2 or lives.of(place, judgement.mandate).lives:
            return judgement, place
        left = tuple(one for one in mandates if lives.of(place, one).lives and only(place, one))
        return (again(replace(place.candidate, mandates=left)) if left else judgement), place

    def looked_into(at: int, versions: list[Judged]) -> list[Judged]:
        if at < many:
            return [judged(*one, lambda _, __: True) for one in versions]
        return [judged(*one, lives.lays) for one in versions] if cited(versions[0][1]) in laid else versions

    return [looked_into(at, versions) for at, versions in enumerate(groups)]


def enough(groups: Sequence[list[Judged]], limit: int) -> int:
    """How many of the best groups may be among the first `limit` when it is known whether they stand."""
    if len(groups) <= limit:
        return len(groups)
    least = groups[limit - 1][0][0].score * min(_FACTORS.values())
    return sum(versions[0][0].score >= least for versions in groups)


def weighed(
    groups: Sequence[list[Judged]],
    lives: Lives,
    latest: frozenset[str] | None,
    laid: Set[str] = frozenset(),
    *,
    many: int,
) -> list[tuple[float, Standing, list[Judged]]]:
    """The best groups with whether they stand, and their scores after that, best first.

    What has been replaced comes after what replaces it, the more so where the latest is asked for, and what
    belongs to the subjects named (`latest`) comes first.
    """
    found = []
    factors = _FACTORS if latest is None else _IF_LATEST
    laying = [versions for versions in groups[many:] if cited(versions[0][1]) in laid]
    first = groups[0][0][0].score if groups else 0.0
    for at, versions in enumerate((*groups[:many], *laying)):
        judgement, place = versions[0]
        stands = lives.of(place, judgement.mandate)
        named = latest and lives.register.subjects_of(place.symbol, label_of(place.pinpoint)) & latest
        score = judgement.score * factors[stands.status] * (_NAMED if named else 1.0)
        if cited(place) in laid:
            score += first if at < many else _FAR * first
        found.append((score, stands, versions))
    return sorted(found, key=lambda one: -one[0])


def over_now(
    standing: Sequence[tuple[float, Standing, list[Judged]]], lives: Lives, lapsed: Over | None
) -> Over | None:
    """What is known to have `lapsed`, else what answers best, where that no longer stands, and nothing that
    does answers nearly as well.
    """
    if lapsed or not standing or standing[0][1].lives:
        return lapsed
    least = _AS_WELL * _apart_from_renderings(standing[0])
    if any(one[1].lives and _apart_from_renderings(one) >= least for one in standing):
        return None
    _, stands, versions = _last_of_life(standing[:_LOOKED_AT], lives)
    place = versions[0][1]
    own = lives.register.demands.own_step(place.symbol, label_of(place.pinpoint), versions[0][0].mandate)
    return over(lives.register, own, cited(place), stands)


def _apart_from_renderings(one: tuple[float, Standing, list[Judged]]) -> float:
    """A score without what the Council's words for those of the question add: they tell which answers better,
    not whether it answers.
    """
    return one[0] / one[2][0][0].rendered


def _last_of_life(
    standing: Sequence[tuple[float, Standing, list[Judged]]], lives: Lives
) -> tuple[float, Standing, list[Judged]]:
    """The best answer, or what is about the same thing and ended later: an authorization given anew each year
    ended with the last of them.
    """

    def about(one: tuple[float, Standing, list[Judged]]) -> frozenset[str]:
        place = one[2][0][1]
        label = label_of(place.pinpoint)
        return lives.register.subjects_of(place.symbol, label) or lives.register.subjects_of(
            place.symbol, above(label)
        )

    own = about(standing[0])
    same = [one for one in standing if not one[1].lives and not own.isdisjoint(about(one))]
    return max(same, key=lambda one: one[1].until, default=standing[0])


def cited(place: Place) -> str:
    """How steps name a paragraph: by document and pinpoint."""
    return f"{place.symbol} {place.pinpoint}"
