"""What became of statements that say to what, or to whom, measures apply: they stand as the measures do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from mandex.corpus import registry
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.corpus.store import Store
from mandex.corpus.symbols import resolution_symbol
from mandex.index.life.asked import Asked
from mandex.index.life.measures import kinds_of
from mandex.index.life.settling import Settler
from mandex.index.life.status import Standing
from mandex.index.life.step import Step, above, covers, labels, root

# Over folded clauses. Taken: *affirms that the exemption contained in paragraph 2(a) applies to the UN*, *the
# requirements in paragraph 1(a) above shall also apply to the payment of ransoms*; left: *the obligations
# applicable to them*.
_APPLIES = Expression(
    r"^[^;]{0,60}\b(?:measures?|requirements?|exemptions?|prohibitions?|obligations?|embargo|freeze|ban"
    r"|authorization|provisions?|paragraphs? \d+(?: ?\([a-z]+\))?)\b[^;]{0,200}?"
    r"\b(?:(?:do(?:es)?|shall|should) not |shall |also )*(?:appl(?:y|ies)|prohibits?|extends? to)\b"
)
# Who may be listed, and for what.
_LISTS = Expression(
    r"^[^;]{0,40}\b(?:designation|listing) criteria (?:set out|established|specified|contained|in)\b"
    r"|\bthe (?:designation|listing) criteria\b[^;]{0,120}\b(?:may include|include)\b"
    r"|\b(?:shall|may|should) be (?:eligible for (?:designation|listing|inclusion)|designated|listed)\b"
    r"|\b(?:may|could) constitute an act\b"
    r"|\bmay (?:also |therefore )?meet the (?:designation|listing) criteria\b"
)
# What those tell who ask for an exemption, or use one: *all notifications should include the manufacturer*.
_NOTIFIED = Expression(
    r"^[^;]{0,40}\bnotifications?(?: or requests)?(?: \w+){0,8} (?:should|shall|must|to)"
    r" (?:include|contain)\b"
    r"|\bmay (?:receive|consider|approve) (?:exemption )?requests\b|\bmay, on a case-by-case basis, exempt\b"
    r"|\bensure that all measures taken by them to implement this resolution comply\b"
)
# *Welcomes*, *expresses its readiness to apply sanctions if they meet the listing criteria*, *recalls its
# decisions which expanded the listing criteria*, what the Council says of what others shall do elsewhere.
_SAYS = Expression(
    r"^\W*(?:and |also |further |once again )*(?:(?:re)?affirms?|(?:re)?confirms?|clarifies|clarify|decides?"
    r"|reiterates?|recalls?|notes?|underlines?|underscores?|stresses|stress|emphasi[sz]es?|recognizes?"
    r"|acknowledges?|reminds?|declares?|considers?)\b(?! (?:its|their) )"
)
_PLACES = Expression(
    r"\bparagraphs? (?P<labels>\d+(?: ?\([a-z]\))?(?:(?:, and |, | and | or )\d+(?: ?\([a-z]\))?)*)"
    r"(?:[^.;,]{0,40}? of (?:its )?resolution (?P<resolution>\d+(?: \(\d{4}\))?))?"
)
_RESOLUTION = Expression(r"\bresolutions? (\d+) \(\d{4}\)")
_OF_MEASURES = ("measures of ", "authority of ")
_LAYING = frozenset({"imposes", "extends", "continues", "exempts", "amends", "sets"})

Anew = Callable[[Asked], Standing | None]


class ByScope:
    """The rule on what says to what, or to whom, measures apply."""

    def __init__(self, store: Store, settler: Settler, said_anew: Anew) -> None:
        self._db = store.connection
        self._settler = settler
        self._said_anew = said_anew

    def of_scope(self, asked: Asked) -> Standing | None:
        """A statement that says to whom measures apply, who is exempt from them, who may be listed or what a
        notification holds stands as long as the measures, until a later one says so anew.
        """
        if asked.force != "note" or not asked.number:
            return None
        told = self._told(asked)
        stands = [(self._settler.of_step(one), one) for one in self._measures(told)] if told else []
        if told is None or not stands:
            return None
        if anew := self._said_anew(told):
            return anew
        last, step = max(stands, key=_how_long)
        if not last.lives:
            why = f"says how {step.place} applies, which is over: {last.reason}"
            return Standing("spent", why, last.by, last.until)
        status = "open" if last.status == "current" and not last.until else last.status
        return Standing(status, f"says how {step.place} applies: {last.reason}", last.by, last.until)

    def _told(self, asked: Asked) -> Asked | None:
        """The demand itself, if it says so, or the sentence that a point goes on with."""
        if speaks_of_scope(asked.clause):
            return asked
        if not above(asked.label):
            return None
        rows = self._db.execute(
            "SELECT m.verb || ' ' || m.measure FROM documents AS d"
            " CROSS JOIN paragraphs AS p ON p.doc = d.id"
            " CROSS JOIN mandates AS m ON m.doc = p.doc AND m.seq = p.seq"
            " WHERE d.symbol = ? AND p.kind = 'operative' AND p.pinpoint = ? AND m.force = 'note'"
            " AND d.lang = (SELECT min(lang) FROM documents WHERE symbol = d.symbol) ORDER BY m.id DESC",
            (asked.symbol, f"OP{above(asked.label)}"),
        )
        stems = (fold(words) for (words,) in rows)
        said = next((words for words in stems if speaks_of_scope(words)), "")
        return replace(asked, clause=said) if said else None

    def _measures(self, asked: Asked) -> Iterator[Step]:
        """The steps of the paragraphs that a statement names, else of the resolutions, else of its own, else
        those on its matter up to it: of the kinds that it names, if any are.
        """
        kept = self._settler.kept
        named = list(self.named(asked))
        for cited in () if named else _RESOLUTION.findall(asked.clause):
            named += kept.of(resolution_symbol(int(cited), registry.year(int(cited))))
        on_matter = f"measures of {asked.matter}"
        named = [one for one in named if one.action in _LAYING]
        named = named or [
            one for one in kept.of(asked.symbol) if one.subject == on_matter and one.action in _LAYING
        ]
        if not named:
            named = [
                one for one in kept.on(on_matter) if one.action == "imposes" and one.number <= asked.number
            ]
        kinds = set(kinds_of(asked.clause)) or ({"arms-embargo"} if _NOTIFIED.search(asked.clause) else set())
        yield from [one for one in named if kinds & set(one.kinds)] or named

    def named(self, asked: Asked) -> Iterator[Step]:
        """The steps on measures in the paragraphs that a demand names, else in those they are part of."""
        for named in _PLACES.finditer(asked.clause):
            cited = named["resolution"] or ""
            number = int(cited.split(" ")[0]) if cited else asked.number
            symbol = resolution_symbol(number, registry.year(number)) if cited else asked.symbol
            said = labels(named["labels"].replace(" and ", ",").replace(" or ", ","))
            own = [one for one in self._settler.kept.of(symbol) if one.subject.startswith(_OF_MEASURES)]
            exact = [one for one in own if covers(said, one.label)]
            yield from exact or [one for one in own if one.label in {root(label) for label in said}]


def speaks_of_scope(clause: str) -> bool:
    """Whether a folded clause says to what or to whom measures apply."""
    if not _SAYS.search(clause):
        return False
    return any(one.search(clause) is not None for one in (_APPLIES, _LISTS, _NOTIFIED))


def _how_long(told: tuple[Standing, Step]) -> tuple[bool, bool, str]:
    """By which of several measures a statement stands: that which lasts longest."""
    stands, _ = told
    return stands.lives, stands.status != "unclear", stands.until or "9"
