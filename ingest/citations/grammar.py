"""What a language's way of citing consists of: the patterns that the finder needs, under one set of names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mandex.corpus import acts
from mandex.corpus.expressions import Expression
from mandex.corpus.records import dataclass

# Labels are no matter of language: 12, 12(a), 12 bis, 3(c)㈣, (a)(ii).
LABEL = (
    r"(?:\d{1,3}(?:\s?bis\b)?(?:\s?\(\s?(?:[a-z0-9]{1,4}|[IVX]{1,4}|[一二三四五六七八九十]{1,2})\s?\)|[㈠-㈩])*"
    r"|\(\s?[a-z]{1,4}\s?\)(?:\s?\([a-z]{1,4}\))*)"
)
ROMAN = r"(?:[IVX]{1,5}|[A-H]|\d{1,2})\b"


class Cues:
    """Expressions that say what a citing sentence does, by the relation they stand for.

    They are sought as one flat alternation, which the `re` module tells apart by first letters; named
    groups would make it try each in turn. Only what is found is looked at again to be named.
    """

    def __init__(self, expressions: Mapping[str, Sequence[str]], prefix: str = "") -> None:
        flat = [one for group in expressions.values() for one in group]
        self._found = Expression(f"{prefix}(?:{_by_first_letter(flat)})")
        named = (f"(?P<{name}>{'|'.join(group)})" for name, group in expressions.items())
        self._named = Expression("|".join(named))

    def find(self, text: str, begin: int, end: int) -> Iterator[tuple[int, str]]:
        """Where each cue between `begin` and `end` starts, and its name."""
        for match in self._found.finditer(text, begin, end):
            named = self._named.match(text, match.start(), end)
            if named and named.lastgroup:
                yield match.start(), named.lastgroup


def _by_first_letter(expressions: Iterable[str]) -> str:
    """An alternation in which those that begin with one letter, `[Rr]`, are tried only where it stands."""
    groups: dict[str, list[str]] = {}
    for one in expressions:
        first = _FIRST_LETTER.match(one)
        groups.setdefault(first[0] if first else "", []).append(one[first.end() if first else 0 :])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in groups.items())


_FIRST_LETTER = re.compile(r"\[([A-Z])(?i:\1)\](?![?*+{])")


def act_cues(tongue: acts.Tongue) -> dict[str, tuple[str, ...]]:
    """The words of `corpus.acts` that stand before a citation, by the relation that they make.

    Of nouns only those that what exists is named by: *the extension of the mandate of resolution 1542*, not
    *the establishment of the committee*.
    """
    cues: dict[str, tuple[str, ...]] = {}
    for act, relation in acts.RELATIONS.items():
        manners: tuple[acts.Manner, ...] = ("verbs",) if act in _BEGIN else ("verbs", "nouns")
        found = acts.expressions(act, tongue, *manners)
        cues[relation] = cues.get(relation, ()) + (tuple(map(acts.cased, found)) if tongue == "en" else found)
    return cues


def act_later(tongue: acts.Tongue) -> str:
    """What behind a citation says what is done to it: *the measures of resolution 1267 shall expire*."""
    groups: dict[str, list[str]] = {}
    for act, relation in acts.RELATIONS.items():
        if act not in _BEGIN:
            groups.setdefault(relation, []).extend(acts.expressions(act, tongue, "done"))
    return "|".join(f"(?P<{relation}>{'|'.join(found)})" for relation, found in groups.items() if found)


_BEGIN = frozenset({"establishes"})


@dataclass(frozen=True, slots=True)
class Grammar:
    """The patterns of one language.

    Around numbers: `separator` fills the whole gap between two of a list; `opener` ends where the first
    begins (`plural`: where bare numbers may follow); `loose` ends where bare numbers begin that have no such
    word beside them, if `ended` stands behind; `resumed` begins the subjects of such lists as name one
    behind each number; `paper` ends where a paper's number begins that stands behind its date; `closer`
    (None where the language needs none) follows the last, or `numbered` does where an organ or a year stands
    before the opener; `committee` follows the number of a committee or regime; `organs` names organs by
    group, `whose` one that comes after (None where none does; group `foreign` for others than those);
    `before` (None where the language has none) and `after` are pinpoints.

    Without numbers, though never without `word` (but for `above`): `own` finds mentions of the document
    itself, `again` of one named just before (`lead` widens either to the left, where the language puts
    paragraphs there), `above` of paragraphs of this document or (group `thereof`) of the last, unless a
    `rival` may be meant; `elided` finds places whose numbers are lost, with `gap` between them; `dated` finds
    resolutions named by their day. `adopted` is the day that stands before a number, `day` the one behind.

    `cues` before a list name relations (`decides` and `other` begin other acts, `asked` and `as_asked` are a
    basis where nothing governs, `accords` in any case), `later`, by group, those decisions whose verb comes
    after; `joined` is what may stand between two lists that come in the same manner, `carried` what begins a
    list that goes on with the act of the sentence
    before, `carried_out` what behind a list says that it is implemented (None where the language has no such
    words); `touching` and `under` show that something is done under the document, before and after it (None
    where the language has no such words); `told` says, behind a list, that what has come of something is the
    basis; `stop` ends a sentence. Pinpoints are in the groups `labels` (and
    `sub`), `ordinal` or `preambular` (a preambular paragraph), `section`, `attached` (an annex or enclosure),
    `annex` (its number), `inner` (its paragraph).
    """

    word: str
    separator: Expression
    opener: Expression
    loose: Expression | None
    ended: Expression
    resumed: Expression | None
    paper: Expression | None
    plural: Expression
    closer: Expression | None
    numbered: Expression | None
    committee: Expression
    organs: Expression
    whose: Expression | None
    before: Expression | None
    after: Expression
    own: Expression
    again: Expression
    lead: Expression | None
    above: Expression
    rival: Expression
    elided: Expression
    gap: Expression
    adopted: Expression
    day: Expression | None
    dated: Expression
    stop: Expression
    cues: Cues
    later: Expression
    joined: Expression
    carried: Expression | None
    carried_out: Expression | None
    touching: Expression | None
    under: Expression | None
    told: Expression | None
