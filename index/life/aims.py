"""What a demand acts on: the resolutions and paragraphs that it cites, and its act is done to."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence

from mandex.corpus.acts import Act, Performed
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.index.life.measures import EXEMPTS, SPARES_ANEW, WIDENS
from mandex.index.life.provision import Provision
from mandex.index.life.step import ENDING, Action, Targets, above, labels

_RELATIONS = frozenset({"extends", "amends", "terminates", "establishes"})

# *The measures imposed by paragraphs 3 to 9 of resolution 2653 and previously extended in resolution 2752*
_RENEWED_BY = Expression(r"\b(?:extended|renewed) (?:by|in|through|pursuant to)(?: resolutions?)?\W*$")

_TO_LEAVE_OUT = Expression(
    r"(?:committee|panel|group|team)(?: of experts)?(?: \([^)]*\))?(?: of the security council)?,?"
    r" (?:established|created)(?: pursuant to| by| in| under)?(?: paragraphs?)?\W*$"
)

# *Renews the measures …, with the exception of paragraph 5 of resolution 1807*
_EXCEPT = Expression(r"\bexception of(?: paragraphs?)?\W*$")

# A number that names a body: *the 1267/1988 Analytical Support and Sanctions Monitoring Team*.
_NAMES_BODY = Expression(
    r"(?:\d{3,4}/)*\d{3,4}(?: \((?:19|20)\d\d\))?"
    r" (?:ISIL|Al-|Analytical|Committee|Sanctions|Monitoring|Taliban)"
    r"|(?:\d{3,4}/)*\d{3,4}(?:分析|委员会|制裁|监测)"
)

Aim = tuple[int, str, tuple[str, ...], str]  # place in the text, resolution, labels, relation


def cited_in(db: sqlite3.Connection, doc: int) -> Mapping[int, Sequence[Aim]]:
    """Of each paragraph the resolutions that it cites, in order."""
    found: dict[int, list[Aim]] = defaultdict(list)
    for seq, at, cited, pinpoint, relation in db.execute(
        "SELECT seq, at_start, cited, pinpoint, relation FROM citations"
        " WHERE doc = ? AND cited LIKE 'S/RES/%' ORDER BY seq, at_start",
        (doc,),
    ):
        found[seq].append((at, cited, labels(pinpoint), relation))
    return found


def named_in(
    demand: Provision, cited: Mapping[int, Sequence[Aim]], stem: Provision | None, symbol: str
) -> Targets:
    """The paragraphs of other resolutions that the paragraph of a demand names, or the one it hangs under."""
    places = (stem.seq, demand.seq) if stem else (demand.seq,)
    every = (aim for seq in places for aim in cited.get(seq, ()))
    return tuple((to, named) for _, to, named, _ in every if named and to != symbol)


# *Decides that paragraph 4 shall not apply to*, *the measures imposed by the previous paragraph*; left:
# *paragraph 68 of his report*.
_BARE = Expression(
    r"\b(?:paragraphs?) (?P<labels>\d+\b(?: ?\([a-z]\))?(?:(?:, | and | or |, and )\d+\b(?: ?\([a-z]\))?)*)"
    r"(?! ?(?:\(|,|and \d|or \d|of\b|above of))|第(?P<label_zh>\d+)段(?=的?(?:规定|措施)?不)"
)

_SPARED = Expression(
    r"^\W*(?:also |further )?[Dd]ecides? that paragraphs? (?P<labels>\d+(?:(?:, | and | or )\d+)*)"
    r"(?: above)? shall not apply\b"
)

_LABEL = Expression(r"\d+(?:\([a-z]\))?")

_PREVIOUS = Expression(r"\b(?:previous|preceding) paragraph\b")
# *All States shall prevent the supply of arms, and further decides that this measure shall not apply to:*
_THIS = Expression(
    r"\b(?:this (?:measure|embargo|ban|prohibition)|the measures imposed (?:in|by) this paragraph)"
    r" shall not (?:therefore )?apply\b"
)


# *The provisions set out in paragraphs 1 and 2 of resolution 1452 (2002) regarding available exemptions with
# regard to the measures in paragraph 1 (a)* (1988 OP9)
_AVAILABLE = Expression(
    r"\bavailable exemptions with regard to the measures in paragraph (?P<label>\d+(?: ?\([a-z]\))?)"
)


def _own_paragraphs(demand: Provision, symbol: str) -> Sequence[Aim]:
    """The paragraphs of its own resolution that a demand names without saying so."""
    found: list[Aim] = []
    for bare in _BARE.finditer(demand.text, demand.start, demand.end):
        said = bare["labels"] or bare["label_zh"]
        named = tuple(_LABEL.findall(said.replace(" ", "")))
        found.append((bare.start(), symbol, named, ""))
    if not found and demand.label.isdigit() and (before := _PREVIOUS.search(demand.text, demand.start)):
        found.append((before.start(), symbol, (str(int(demand.label) - 1),), ""))
    return found


def aims_of(
    demand: Provision, act: Act | None, cited: Mapping[int, Sequence[Aim]], stems: Mapping[str, Provision],
    symbol: str,
) -> Sequence[Aim]:  # fmt: skip
    """What a demand cites; where it cites nothing, what the sentence before it or its stem does.

    *Recalls the measures imposed by paragraphs 7 and 8 of resolution 1556, and decides to renew these
    measures until …*: these are those.
    """
    inside = cited.get(demand.seq, ())
    own: Sequence[Aim] = [aim for aim in inside if demand.start <= aim[0] < demand.end]
    clause = fold(demand.words)
    adjusts = demand.force == "decide" and (act in ENDING or _adjusts(clause))
    if not own and (adjusts or SPARES_ANEW.search(clause)):
        own = _own_paragraphs(demand, symbol)
    if adjusts and demand.start and (this := _THIS.search(demand.text, demand.start)) and not _named(own):
        own = [(this.start(), symbol, (demand.label,), "")]
    if available := _AVAILABLE.search(demand.text, demand.start, demand.end):
        own = [*own, (available.start(), symbol, (available["label"].replace(" ", ""),), "")]
    if spared := _SPARED.search(demand.text, demand.start, demand.end):
        # *paragraph 10 shall not apply to …, subject to the procedures set out in paragraphs 14 and 15*
        return [(spared.start(), symbol, tuple(_LABEL.findall(spared["labels"].replace(" ", ""))), "")]
    if own or act is None:
        return own
    before = [aim for aim in inside if aim[0] < demand.start and aim[2]]
    stem = stems.get(above(demand.label))
    return before or [aim for aim in cited.get(stem.seq, ()) if aim[2]] if stem else before


def _named(aims: Sequence[Aim]) -> bool:
    """Whether any of some aims names a paragraph."""
    return any(labels for _, _, labels, _ in aims)


def acted_on(demand: Provision, found: Performed | None, own: Sequence[Aim]) -> Sequence[Aim]:
    """Of what a demand cites, what its act is done to: *paragraph 11 is replaced by: … paragraph 9 …*."""
    if found is None or found.act not in (*ENDING, "amends"):
        return own
    at = demand.start + found.at
    return [aim for aim in own if (aim[0] < at) == found.behind] or own


def targets_of(demand: Provision, action: Action, own: Sequence[Aim], symbol: str) -> Targets:
    """What a step acts on, of what it cites: what the sentence says so of; by name of a paragraph all that
    it may mean.
    """
    if action in ("imposes", "establishes"):
        own = [aim for aim in own if aim[3] in _RELATIONS]
    kept: dict[str, list[str]] = {}
    for at, cited, named, relation in own:
        if _NAMES_BODY.match(demand.text, at):
            continue
        before = fold(demand.text[max(0, at - 80) : at])
        if not named and _RENEWED_BY.search(before) and any(aim[2] for aim in own):
            continue
        outright = relation in _RELATIONS and (named or cited != symbol)
        if _EXCEPT.search(demand.text[max(0, at - 40) : at]):
            continue
        if not outright and (not named or _TO_LEAVE_OUT.search(before)):
            continue
        kept.setdefault(cited, []).extend(named or ("",))
    return tuple((cited, () if "" in named else tuple(dict.fromkeys(named))) for cited, named in kept.items())


def _adjusts(clause: str) -> bool:
    return bool(EXEMPTS.search(clause) or WIDENS.search(clause))
