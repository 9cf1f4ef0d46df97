"""What a citing sentence does to the document it cites: recalls it, extends it, acts under it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import cast, get_args

from mandex.corpus.expressions import Expression
from mandex.corpus.model import Relation
from mandex.corpus.records import dataclass
from mandex.ingest.citations.grammar import Grammar
from mandex.ingest.citations.mentions import Mention

# Done to a document only by a decision; in other sentences the same words speak of something else.
_DECISIONS = frozenset({"terminates", "extends", "amends", "establishes"})
# Each of these begins a new act of the Council, which is over for what came before.
_ACTS = frozenset({"recalls", "reaffirms", "welcomes", "mentions", "decides", "other"})
# These govern all that they name, in whatever manner it came about.
_GOVERNING = frozenset({"recalls", "reaffirms", "welcomes"})
_RENEWED = _GOVERNING - {"welcomes"}
_RELATIONS = frozenset(get_args(Relation))
# A verb this near to the beginning of a sentence leads it: *Extends the mandate …*.
_LEAD = 3
# How far before a list a word like *under* may stand that has to touch it.
_NEAR = 60


@dataclass(slots=True)
class _Sentence:
    """What has been read of a sentence up to `read`: the act under way, and what governs within it.

    `decision` is what a decision does, `manner` how a document comes in (*pursuant to*, *implementation of*).
    """

    begin: int
    read: int
    act: str = ""
    decision: str = ""
    manner: str = ""
    since: int = 0
    accords: bool = False
    later: re.Match[str] | None = None
    sought: tuple[int, int] = (-1, -1)

    def decided_after(self, text: str, end: int, stop: int, grammar: Grammar) -> str:
        """What is decided behind a list that ends at `end`; each stretch of a sentence is searched once."""
        begun, until = self.sought
        there = self.later is None or self.later.start() >= end
        if not (begun != -1 and begun <= end and until == stop and there):
            self.later, self.sought = grammar.later.search(text, end, stop), (end, stop)
        return self.later.lastgroup or "" if self.later else ""

    def take(self, start: int, cue: str) -> None:
        """Read one cue."""
        if cue in ("asked", "as_asked"):
            # recalls the measures authorized by resolution 1373 recalls that
            if self.act not in _RENEWED and (cue == "as_asked" or self.manner != "implements"):
                self.manner, self.since = "pursuant", start
        elif cue in _ACTS:
            self.act, self.decision, self.manner, self.accords = cue, "", "", False
        elif cue not in _DECISIONS:
            self.accords = cue == "accords"
            self.manner, self.since = "pursuant" if self.accords else cue, start
        elif not self.decision and (self.act == "decides" or start - self.begin < _LEAD):
            self.decision = cue


# Only a day is named: within 30 days of the date of adoption of this resolution, 本决议通过后30天内.
_DAY_OF = Expression(r"\b(?:adoption|passage|passing|date)\sof\s(?:the\s|resolutions?\s)?$|通过$")
_DAY_OF_OWN = Expression(r"\b(?:adopting|after|from)\s$")
_ADOPTED = Expression(r"(?:号?决议)?\s*通过(?:之日|之后|之前|以前|前|后|时|以来|起)")


def relate(
    text: str, mentions: Sequence[Mention], grammar: Grammar, *, decided: bool = False
) -> Iterator[Relation]:
    """The relation of each mention of a paragraph, from the verb that governs its list.

    `decided` says that the paragraph is a point of a list that the Council decides: *7 (a) The provisions of
    resolution 1696 (2006) shall be terminated*.
    """
    stops = [0, *(match.end() for match in grammar.stop.finditer(text)), len(text)]
    ends, firsts = _ends(text, mentions, grammar)
    turns = [match.span() for match in _NEXT_DECISION.finditer(text)]
    known: dict[int, Relation] = {}
    sentence = _Sentence(0, 0, "decides" if decided else "")
    for mention in mentions:
        head, end = mention.head, ends[mention.head]
        if _only_dated(text, mention, end):
            yield "mentions"
            continue
        if head not in known:
            number = bisect_right(stops, head, hi=len(stops) - 1) - 1
            if stops[number] != sentence.begin:
                sentence = _next(text, sentence, stops[number], head, grammar)
            stop = max(stops[number + 1], end)
            turn = _first_within(turns, end, stop)
            reach = (firsts[head], end, stop if turn is None else turn)
            known[head] = _relation(text, sentence, head, reach, grammar)
        yield known[head]


def _next(text: str, before: _Sentence, begin: int, head: int, grammar: Grammar) -> _Sentence:
    """The sentence that begins at `begin`, with what its list at `head` takes on from the one before."""
    # Reaffirming its resolutions 1265 (1999) on …; resolutions 1612 (2005) and 1882 (2009) on …
    on = grammar.carried is not None and grammar.carried.fullmatch(text, begin, head)
    act = before.act if on and before.act in _GOVERNING else ""
    # to report on the implementation of this resolution, …; and on resolution 2451 (2018)
    again = before.manner == "implements" and _AND_ON.fullmatch(text, begin, head)
    return _Sentence(begin, begin, act, manner="implements" if again else "")


def _first_within(spans: Sequence[tuple[int, int]], start: int, stop: int) -> int | None:
    """Where the first of some spans in order begins that lies between `start` and `stop`."""
    at = bisect_left(spans, (start, start))
    return spans[at][0] if at < len(spans) and spans[at][1] <= stop else None


def _only_dated(text: str, mention: Mention, end: int) -> bool:
    """Whether of a mention in a list up to `end` only the day of adoption matters."""
    start = min(mention.start, mention.head)
    before = text[max(0, start - _NEAR) : start]
    own = mention.own and _DAY_OF_OWN.search(before)
    return bool(own or _DAY_OF.search(before) or _ADOPTED.match(text, end))


def _ends(text: str, mentions: Sequence[Mention], grammar: Grammar) -> tuple[dict[int, int], dict[int, int]]:
    """Where each list ends, by its head; where one joins the next directly, both end with that. Also where
    the first of those that are joined ends: 第1533(2004)号决议所设、后经第1807(2008)号决议延长任期."""
    own = {mention.head: mention.end for mention in mentions}
    ends, firsts = dict(own), dict(own)
    pairs = list(pairwise(sorted(own)))
    joined = [b >= own[a] and bool(grammar.joined.fullmatch(text, own[a], b)) for a, b in pairs]
    for (head, following), joins in zip(reversed(pairs), reversed(joined), strict=True):
        if joins:
            ends[head] = ends[following]
    for (head, following), joins in zip(pairs, joined, strict=True):
        if joins:
            firsts[following] = firsts[head]
    return ends, firsts


_OVER = Expression(
    # … and: to report on the implementation of this mandate and to coordinate its reporting with that of …
    r"[,;](?!\s?(?:including(?!\son\b)|and|as\swell(?!\sas\son\b)|in\sparticular|notably|包括|以及|特别是|尤其是|经|\d|第|\("
    r"|[Pp]eace\b|paragraphs?\b|the\s(?:19|20)\d\d\s))"
    # 根据第37段出售附件C所列物项: a paragraph without its document ends it too
    r"|第\d{1,3}(?:\([a-z]\))?段(?!和|及|、|以及|或)"
    r"|\sand\sto\s(?!(?:the|its|this|that|those|all|any|paragraphs?|resolutions?|annex|further|fully)\b)[a-z]"
)
# In accordance with the Convention, the Programme of Action and with resolution 2220 (2015).
_AND_WITH = Expression(r"\sand\swith\s(?:its\s)?(?:resolutions?\s)?$")
_AND_ON = Expression(r"\s?and\son\s(?:its\s)?(?:resolutions?\s)?")
_NEXT_DECISION = Expression(
    r"[,;]\s?(?:(?:还|又|并|and|further|also)\s?)*(?:决定|表示|请|邀请|授权|促请|敦促|强调|decides\b|expresses\b|requests\b|urges\b)"
)
_ASKS = Expression(r"(?:号?决议)?(?:第[^,;。]{1,20}段)?所?要求")  # 回顾第2532(2020)号决议要求停止敌对行动
# That it was adopted shows something else: 按照第2206(2015)号决议获得通过所表明的意向.
_SHOWN = Expression(r"(?:号?决议)?获得?通过所")
_PAPER = Expression(r"\(S/(?:\d{4}/)?\d+\b")
# What is extended is the mandate that a resolution gave: that of BINUH in accordance with its resolution.
_MANDATED = Expression(r"\bmandate\sof\s(?:the\s)?[\w\s]{2,48}\s$")
# That all States shall take the measures as previously imposed by paragraph 4 (b) of resolution 1267 (1999);
# not what comes behind: *with respect to those on the list created pursuant to*.
_AS_BEFORE = Expression(
    r"\btake\sthe\s(?:following\s)?measures\s(?:as\s)?previously\s(?:(?!\bwith\srespect\b)[^;]){0,240}$"
)
_BODY = Expression(r"\s?(?:(?:Sanctions\s)?Committee|委员会)")


def _relation(
    text: str, sentence: _Sentence, head: int, reach: tuple[int, int, int], grammar: Grammar
) -> Relation:
    """The relation of a list at `head`; `reach` says where the first list that it joins ends, where the last
    one does, and where the sentence stops or decides again."""
    first, end, stop = reach
    last = sentence.read
    if head > last > sentence.begin:
        # pursuant to resolution 1966 (2010), and the report (S/2022/148): how the first came in is over
        sentence.manner, sentence.accords = "", False
    for start, cue in grammar.cues.find(text, sentence.read, head):
        sentence.take(start, cue)
    sentence.read = max(sentence.read, end)
    again = sentence.accords and _AND_WITH.search(text, max(0, head - _NEAR), head)
    if sentence.manner and head > last and not again and _OVER.search(text, max(sentence.since, last), head):
        # in light of the situation, to review this resolution: the comma ends a manner
        sentence.manner, sentence.accords = "", False
    if _SHOWN.match(text, end):
        return "mentions"
    under = (grammar.under.match(text, end) or grammar.under.match(text, first)) if grammar.under else None
    if sentence.accords and grammar.told and grammar.told.match(text, end):
        sentence.manner, sentence.accords = "", False
    if sentence.accords and sentence.decision == "extends" and _MANDATED.search(text, 0, sentence.since):
        sentence.manner, sentence.accords = "", False
    if sentence.accords and not (under and not under["implements"]):
        # UNISFA should continue to implement its mandate in accordance with resolution 2609 (2021)
        return "pursuant"
    decision = sentence.decision
    if sentence.act == "decides" and not decision and _AS_BEFORE.search(text, sentence.begin, head):
        decision = "extends"
    if sentence.act == "decides" and not decision:
        # the measures of resolution 1267 shall expire; 决定将第1373(2001)号决议规定的任务延长至
        decision = sentence.decided_after(text, end, stop, grammar)
    if decision:
        return cast("Relation", decision)
    found = sentence.manner or sentence.act
    if found == "implements" and sentence.act in _GOVERNING and _PAPER.match(text, head - 1):
        found = (
            sentence.act
        )  # welcomes the report on the implementation of resolution 2554 (2020) (S/2021/920)
    if found == "welcomes" and _BODY.match(text, end):
        found = "mentions"  # 赞扬向751委员会提供的支持
    if grammar.carried_out and grammar.carried_out.match(text, end):
        found = "implements"
    if grammar.touching and grammar.touching.search(text, max(sentence.begin, head - _NEAR), head):
        found = "pursuant"
    governed = sentence.act in _RENEWED or found == "implements"
    if under and not (governed and _ASKS.match(text, end)):
        found = "implements" if under["implements"] else "pursuant"
    return cast("Relation", found) if found in _RELATIONS else "mentions"
