"""Reads the steps of one document: which of its demands begin, renew, change or end something.

Steps that concern the same thing share a `subject`: a body that the demand names (`unmiss`), or, where it
names none of its own, the kind of thing and what the resolution is about (`panel of south-sudan`, `measures
of yemen`). Nothing is known of particular resolutions: subjects come from the vocabulary, links from
citations.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mandex.corpus import lexicon
from mandex.corpus.acts import Act, Performed, performance, performed
from mandex.corpus.dates import find_dates
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold, fold_case
from mandex.index.life.measures import kinds_of
from mandex.index.life.step import ENDING, Action, Step, Targets, above, label_of, labels

# Bodies that have a mandate of their own to be extended; a committee or an agency is more often only
# involved.
_LIVING_KINDS = frozenset({"mission", "force", "court"})
_LIVING = frozenset({"cted", "ombudsperson", "monitoring-team", "un-compensation-commission"})
# Names that several bodies share: whose it is, what the resolution is about tells.
SHARED = frozenset({"multinational-force", "tribunal", "monitoring-team"})
PANELS = frozenset({"panel-of-experts", "group-of-experts", "monitoring-group"})
_DECIDING = frozenset({"decide", "authorize", "demand", "request", "recommend"})
_RELATIONS = frozenset({"extends", "amends", "terminates", "establishes"})

_MEASURES = Expression(
    r"\b(?:measures?|sanctions|embargo(?:es)?|prohibitions?|ban|restrictions?|provisions|requirements?)\b"
    r"|措施|制裁|禁运|规定|禁令"
)
# Taken: *decides not to renew the measures*; left: *decides to renew, and not to amend*.
_NOT_RENEWED = Expression(r"\bnot to (?:further )?(?:renew|extend)\b|决定不(?:再)?(?:延长|延续|续延)")
# *The measures in paragraph 7 above shall not prevent a designated person from making payment*, *decides to
# exempt from the measures*, *as a one-off exemption to the ban*.
_EXEMPTS = Expression(
    r"\b(?:shall|do|does|will|should) not (?:therefore )?apply\b|\bis not a violation\b|\bare exempt"
    r"|\bshall be exempt|\bshall not prevent an? (?:designated|listed)\b"
    r"|\bdecides?\b.{0,20}\bto exempt from\b"
    r"|\bexemption (?:to|from) the (?:ban|measures?|embargo)\b"
    r"|不适用|不违反|豁免|措施不(?:应|得)?(?:妨碍|阻止|影响).{0,40}(?:支付|付款)"
)
# *The measures set out in paragraphs 5 to 9 are suspended with immediate effect*; for a time they are spared.
_SUSPENDED = Expression(
    r"\b(?:measures?|sanctions|restrictions)\b[^.;]{0,200}\b(?:are|shall be) (?:\w+ )?suspended\b"
    r"|措施.{0,40}(?:应|立即|予以)?暂停"
)
# What the Council endorses with a term it decides: *endorses the establishment, for an initial period of 12
# months, of a Mission*, *approves the recommendation to extend its mandate*; left: *endorses the report*.
_ENDORSES = Expression(
    r"^\W*(?:endorses?|approves?)\b.{0,20}\bthe (?:establishment|extension|renewal|deployment)\b"
    r"|^\W*(?:endorses?|approves?)\b.{0,240}\b(?:recommendation|decision|proposal)\b.{0,240}"
    r"\bto (?:extend|renew|establish|deploy)\b"
    r"|^(?:核可|批准|赞同|认可).{0,60}(?:设立|延长)"
)
# Provisions that were ended come back under a condition (2231 OP12, snap-back).
_REVIVES = Expression(
    r"\bshall apply in the same manner as they applied\b|\bshall again apply\b"
    r"|\bshall be (?:reimposed|reinstated)"
    r"|以.{0,14}之?前.{0,6}相同(?:的)?方式适用|应重新适用"
)
# *To take the administrative measures to re-establish the Panel* prolongs one that there is.
_AGAIN = Expression(r"\bre-?establish|重新设立|续设")
_REAFFIRMS = Expression(r"^\W*(?:and |also |further )*reaffirms?\b|^\W*重申")
# *Reaffirms paragraph 4 of resolution 2776 (2025)* keeps what it imposes.
_REAFFIRMS_PARAGRAPH = Expression(
    r"^\W*(?:also |further )?reaffirms? paragraphs? [^.;]{1,60}\bof resolution\b"
    r"|^重申第.{1,30}号决议第.{1,12}段[;；。]?$"
)
# A term for one regime alone: *the provisions of paragraph 1 will apply to the 1267 regime for two years*.
_FOR_ONE = Expression(r"\b(?:apply|application) to (?:the|that) [^.;]{0,90}\bregime\b")
# What stops for some only: *shall no longer be subject to*, *terminate with respect to that individual*.
_FOR_SOME = Expression(
    r"\bno longer (?:apply to|be subject)\b|\b(?:terminate|cease)[^.;]{0,30}with (?:respect|regard) to\b"
)
# Taken: *requests the Secretary-General, in consultation with the Committee, to create a group of experts*;
# left: *requests the Panel to establish a procedure*.
_HAS_IT_MADE = Expression(
    r"\bsecretary-general\b.{0,200}\bto (?:establish|create|appoint|set up)\b"
    r".{0,160}\b(?:panel|group|team|experts)"
    r"|秘书长.{0,60}(?:设立|任命).{0,40}(?:小组|专家|监测组)"
)
# *Expresses its full support for UNFICYP and decides to extend its mandate*: whose it is stands before.
_ITS = Expression(r"\b(?:its|their) (?:present |current )?mandate\b|其任务|其任期")
# The term of one person is not that of the court: *to reappoint Mr. Serge Brammertz as Prosecutor*.
_PERSON = Expression(
    r"\b(?:re-?appoint|appoint|extend the (?:appointment|term))\w*\b.{0,80}\b(?:mr|mrs|ms|judge)\b"
    r"|任命.{0,40}先生"
)
# Ends a part of what a body does: *to discontinue the expansion of the mandate of the Verification Mission*.
_PARTLY = Expression(
    r"\b(?:terminate|discontinue|end|lift) (?:the |its )?"
    r"(?:expansion|monitoring|reporting|deployment|designation)"
)
# Ends only if something comes about: *if the Committee decides … shall be terminated*.
_CONDITIONAL = Expression(
    r"^.{0,120}\b(?:may (?:decide|wish|be)|committee may)\b"
    r"|^[^.;]{0,160}\b(?:if|unless|once|in the event that|when the (?:committee|council|secretary-general))\b"
    r"|^.{0,60}(?:如果|一旦)"
)
_IF = Expression(
    r"^.{0,120}\b(?:may (?:decide|wish|be)|committee may)\b|^[^.;]{0,160}\bif\b|^.{0,60}(?:如果|一旦)"
)
# A duty laid on States, not one that the Council gives itself.
_OBLIGES = Expression(r"\b(?:shall|must|to take the necessary measures)\b|应|须|不得")
_PROVIDES = Expression(
    r"\b(?:freeze|prevent|prohibit|ban|embargo|not (?:sell|supply|export|import|procure|make available)|deny"
    r"|refrain|repatriate|cease the (?:export|procurement))\b|冻结|防止|禁止|禁运|不得|拒绝"
)
_PART = Expression(
    r"^\W*(?:\(?[a-z]{1,3}\) )?(?:to )?(?:freeze|prevent|prohibit|deny|ban)\b|^(?:冻结|防止|禁止|拒绝)"
)
# The sentence before parts that impose: *all States shall prevent:*, *to take the following measures:*
_LEADS_TO_PARTS = Expression(
    r"\b(?:shall|should|to) (?:take the (?:necessary )?(?:following )?measures|impose the following measures"
    r"|take the measures|prevent|prohibit|freeze|cease)\b|应.{0,20}(?:措施|防止|禁止)"
)
_IMPOSES_ON = Expression(r"\bto impose the following measures\b|决定实施以下措施")
# *Recalls that all States shall prevent* binds as what it recalls.
_RESTATES = Expression(
    r"^\W*(?:also |further )?(?:recalls?|reaffirms?|affirms?)\b.{0,80}\bthat\b.{0,160}\bstates\b"
    r".{0,60}\bshall\b"
    r"|^(?:回顾|重申).{0,40}(?:各国|会员国).{0,20}(?:应|须)"
)
# What the Council will do itself, whom a measure is for, what a committee shall do: none lays a measure on
# States. *Affirms that it shall keep the situation under review*; *the measures in paragraphs 9 and 16 shall
# apply to individuals designated by*; *the Committee shall undertake the following tasks*.
_LAYS_NOTHING = Expression(
    r"^[^.;]{0,60}\bthat it shall\b"
    r"|\b(?:measures?|provisions)\b[^.;]{0,240}\bshall (?:also )?apply to (?:the )?individuals"
    r"|\bcommittee\b[^.;]{0,80}\bshall (?:undertake|have the)\b"
)
# *The embargo imposed by paragraph 8 shall not apply to*
_SPARES = Expression(
    r"^[^.;]{0,120}\b(?:measures?|embargo|prohibitions?|restrictions?)\b[^.;]{0,100}\bshall not apply\b"
)
# *The measures in paragraph 8 (a) shall also apply to all arms* adds to them.
_WIDENS = Expression(
    r"\bmeasures?\b[^.;]{0,160}\bparagraphs? \d[^.;]{0,120}\bshall (?:also apply|apply also|apply) to\b"
)
_ADJUSTS = Expression(f"{_EXEMPTS.pattern}|{_WIDENS.pattern}")
# *The measures referred to in paragraphs 1 and 2 will be reviewed in 12 months*: no term.
_REVIEWED = Expression(
    r"^[^;]{0,200}\bmeasures?\b[^;]{0,120}\b(?:will|shall) be reviewed\b"
    r"|^[^;]{0,140}\b(?:will|shall) review the measures\b"
)
# *The measures in paragraphs 2, 4, 6 and 10 above are established for 12 months*
_FOR_A_TERM = Expression(r"\bmeasures?\b[^.;]{0,140}\b(?:are|is|shall be) (?:hereby )?established for\b")
_INSPECTS = Expression(r"\bauthoriz\w+\b.{0,500}\bto inspect\b|授权.{0,300}检查")
# What a mission or a committee is told to do about a measure, and for what one may be listed.
_TASK = Expression(
    r"^\W*(?:acting|violating|having|to (?:assist|investigate|monitor|support|seek|study)|monitor)\b"
)
_COMMITTEE = Expression(r"\bcommittee\b|委员会")
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
_OPENING = 220  # folded characters of a clause that say what it does

_Aim = tuple[int, str, tuple[str, ...], str]  # place in the text, resolution, labels, relation


@dataclass(frozen=True, slots=True)
class _Demand:
    """A demand with all that tells whether it is a step."""

    id: int
    seq: int
    start: int
    end: int
    lemma: str
    force: str
    topics: tuple[str, ...]
    paragraph: int
    label: str
    text: str

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]


def read(db: sqlite3.Connection, doc: int, matter: str) -> Iterator[Step]:
    """One step for each demand of a resolution that begins, renews, changes or ends something; `matter` is
    what the resolution is about."""
    row = db.execute(
        "SELECT symbol, number, lang, date, title FROM documents WHERE id = ? AND type = 'resolution'"
        " AND number IS NOT NULL",
        (doc,),
    ).fetchone()
    if row is None:
        return
    symbol, number, lang, adopted, title = row
    demands = list(_demands(db, doc))
    aims, until, entitled = _aims(db, doc), _terms(db, doc), _entitled(title)
    stems = {demand.label: demand for demand in demands if demand.label}
    for demand in demands:
        clause = fold(demand.words)
        found = performance(clause)
        act = found.act if found else None
        own = _own_aims(demand, act, aims, stems, symbol)
        kinds = _kinds(demand, clause, demands)
        stem = stems.get(above(demand.label))
        action = _action(demand, clause, act, kinds, stem, bool(own), demand.id in until)
        if action is None or (entitled and _REAFFIRMS_PARAGRAPH.search(clause)):
            continue  # what a mission's renewal reaffirms is asked for its term
        targets = _targets(demand, action, _acted_on(demand, found, own), symbol)
        subject = _subject(demand, found, matter, action, kinds) or entitled or f"authority of {matter}"
        yield Step(
            demand.paragraph, doc, demand.seq, demand.start, symbol, number, lang, adopted, demand.label,
            action, subject, until.get(demand.id, ""), kinds, matter,
            targets, _clause(demand),
        )  # fmt: skip


def _clause(demand: _Demand) -> str:
    """The beginning of a demand's words, with the mark that opens a quotation."""
    opens = demand.text[: demand.start].strip() in ("“", '"')
    return ("“" if opens else "") + demand.words.strip(" ,;，；")[:240]


def _demands(db: sqlite3.Connection, doc: int) -> Iterator[_Demand]:
    rows = db.execute(
        "SELECT m.id, m.seq, m.at_start, m.at_end, m.lemma, m.force, m.topics, p.id, p.pinpoint, p.text"
        " FROM mandates AS m JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq"
        " WHERE m.doc = ? AND p.kind = 'operative' ORDER BY m.seq, m.id",
        (doc,),
    )
    for id_, seq, start, end, lemma, force, topics, paragraph, pinpoint, text in rows:
        said = tuple(json.loads(topics))
        yield _Demand(id_, seq, start, end, lemma, force, said, paragraph, label_of(pinpoint), text)


def _terms(db: sqlite3.Connection, doc: int) -> Mapping[int, str]:
    """Of each demand the last date on which it expires; of renewals *until one year from* a day also that."""
    renewed = {
        id_: day
        for id_, measure, day, words in db.execute(
            "SELECT m.id, m.measure, x.date, x.text FROM mandates AS m CROSS JOIN mandate_dates AS x"
            " ON x.mandate = m.id WHERE m.doc = ? AND +x.role = 'deadline' AND x.date <> ''",
            (doc,),
        )
        if f"until {words}" in measure and performed(fold(f"to {measure.removeprefix('to ')}")) == "extends"
    }
    spoken = {
        id_: day
        for id_, words in db.execute(
            "SELECT m.id, substr(p.text, m.at_start + 1, m.at_end - m.at_start) FROM mandates AS m"
            " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq WHERE m.doc = ?",
            (doc,),
        )
        if (day := _last_day(words))
    }
    own = dict(
        db.execute(
            # From the document's demands to their dates: the other way round costs as much as the base is
            # large.
            "SELECT x.mandate, max(x.date) FROM mandates AS m CROSS JOIN mandate_dates AS x"
            " ON x.mandate = m.id WHERE m.doc = ? AND +x.role = 'expires' AND x.date <> ''"
            " GROUP BY x.mandate",
            (doc,),
        )
    )
    return spoken | renewed | _as_above(db, doc, own) | own


# *Shall cease all operations on 31 October 2026*
_ENDS_ON = Expression(r"\bcease (?:all |its )?operations on\s$")
_RUNS_TO_A_DAY = Expression(r"\b(?:through|for an additional \d+ (?:days|months) to)\s")
_RUNS_TO = Expression(rf"{_RUNS_TO_A_DAY.pattern}*$")


def _last_day(words: str) -> str:
    """The day to which something is prolonged, where the words say so: *extends … through July 15, 2026*."""
    if "cease" in words and performed(fold(words)) == "ends":
        return max((day.iso for day in find_dates(words) if _ENDS_ON.search(words[: day.start])), default="")
    if not _RUNS_TO_A_DAY.search(words) or performed(fold(words)) != "extends":
        return ""
    return max((day.iso for day in find_dates(words) if _RUNS_TO.search(words[: day.start])), default="")


# *For the period specified in paragraph 1 above*
_PERIOD_ABOVE = Expression(
    r"\bfor (?:the (?:same )?period (?:specified|set out|referred to)"
    r"|a further period ending on the date (?:specified|set out|referred to)) in paragraph (\d+)\b"
)


def _as_above(db: sqlite3.Connection, doc: int, terms: Mapping[int, str]) -> dict[int, str]:
    """Of demands that refer to the term of another paragraph that term."""
    rows = db.execute(
        "SELECT m.id, m.measure, p.label FROM mandates AS m"
        " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq WHERE m.doc = ? ORDER BY m.id",
        (doc,),
    ).fetchall()
    by_label: dict[str, str] = {}
    for id_, _, label in rows:
        if id_ in terms:
            by_label.setdefault(label, terms[id_])
    found = {id_: _PERIOD_ABOVE.search(measure) for id_, measure, _ in rows}
    return {id_: by_label[match[1]] for id_, match in found.items() if match and match[1] in by_label}


def _aims(db: sqlite3.Connection, doc: int) -> Mapping[int, Sequence[_Aim]]:
    """Of each paragraph the resolutions that it cites, in order."""
    found: dict[int, list[_Aim]] = defaultdict(list)
    for seq, at, cited, pinpoint, relation in db.execute(
        "SELECT seq, at_start, cited, pinpoint, relation FROM citations"
        " WHERE doc = ? AND cited LIKE 'S/RES/%' ORDER BY seq, at_start",
        (doc,),
    ):
        found[seq].append((at, cited, labels(pinpoint), relation))
    return found


# *Decides that paragraph 4 shall not apply to*, *the measures imposed by the previous paragraph*; left:
# *paragraph 68 of his report*.
_BARE = Expression(
    r"\b(?:paragraphs?) (?P<labels>\d+\b(?: ?\([a-z]\))?(?:(?:, | and | or |, and )\d+\b(?: ?\([a-z]\))?)*)"
    r"(?! ?(?:\(|,|and \d|or \d|of\b|above of))|第(?P<label_zh>\d+)段(?=的?(?:规定|措施)?不)"
)
_LABEL = Expression(r"\d+(?:\([a-z]\))?")
_PREVIOUS = Expression(r"\b(?:previous|preceding) paragraph\b")


def _own_paragraphs(demand: _Demand, symbol: str) -> Sequence[_Aim]:
    """The paragraphs of its own resolution that a demand names without saying so."""
    found: list[_Aim] = []
    for bare in _BARE.finditer(demand.text, demand.start, demand.end):
        said = bare["labels"] or bare["label_zh"]
        named = tuple(_LABEL.findall(said.replace(" ", "")))
        found.append((bare.start(), symbol, named, ""))
    if not found and demand.label.isdigit() and (before := _PREVIOUS.search(demand.text, demand.start)):
        found.append((before.start(), symbol, (str(int(demand.label) - 1),), ""))
    return found


def _own_aims(
    demand: _Demand, act: Act | None, aims: Mapping[int, Sequence[_Aim]], stems: Mapping[str, _Demand],
    symbol: str,
) -> Sequence[_Aim]:  # fmt: skip
    """What a demand cites; where it cites nothing, what the sentence before it or its stem does.

    *Recalls the measures imposed by paragraphs 7 and 8 of resolution 1556, and decides to renew these
    measures until …*: these are those.
    """
    cited = aims.get(demand.seq, ())
    own: Sequence[_Aim] = [aim for aim in cited if demand.start <= aim[0] < demand.end]
    if not own and demand.force == "decide" and (act in ENDING or _ADJUSTS.search(fold(demand.words))):
        own = _own_paragraphs(demand, symbol)
    if own or act is None:
        return own
    before = [aim for aim in cited if aim[0] < demand.start and aim[2]]
    stem = stems.get(above(demand.label))
    return before or [aim for aim in aims.get(stem.seq, ()) if aim[2]] if stem else before


def _acted_on(demand: _Demand, found: Performed | None, own: Sequence[_Aim]) -> Sequence[_Aim]:
    """Of what a demand cites, what its act is done to: *paragraph 11 is replaced by: … paragraph 9 …*."""
    if found is None or found.act not in (*ENDING, "amends"):
        return own
    at = demand.start + found.at
    return [aim for aim in own if (aim[0] < at) == found.behind] or own


def _targets(demand: _Demand, action: Action, own: Sequence[_Aim], symbol: str) -> Targets:
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


def _kinds(demand: _Demand, clause: str, demands: Sequence[_Demand]) -> tuple[str, ...]:
    """The kinds of measure that a demand names; of *impose the following measures:* those of its parts."""
    if _INSPECTS.search(clause) and "arms" in clause:
        return ("sectoral:inspection",)
    # *All States shall:* what is imposed its parts say.
    found = kinds_of(clause, () if demand.text.rstrip().endswith((":", "：")) else demand.topics)
    if found or not _IMPOSES_ON.search(clause):
        return found
    parts = (kinds_of(fold(one.words)) for one in demands if above(one.label) == demand.label)
    return tuple(dict.fromkeys(kind for named in parts for kind in named))


def _action(
    demand: _Demand, clause: str, act: Act | None, kinds: Sequence[str], stem: _Demand | None, aimed: bool,
    limited: bool,
) -> Action | None:  # fmt: skip
    """What a demand does; None where it is no step, but speaks of one."""
    opening = clause[:_OPENING]
    deciding = demand.force in _DECIDING or (limited and bool(_ENDORSES.search(clause)))
    if deciding and _NOT_RENEWED.search(opening):
        return "ends"
    if demand.force == "decide" and aimed and _REVIVES.search(clause):
        return "revives"
    if demand.force in ("decide", "authorize") and aimed and act not in ENDING and _EXEMPTS.search(clause):
        return "exempts"
    if demand.force == "decide" and aimed and _SUSPENDED.search(clause):
        return "exempts" if limited else "lifts"
    if demand.force == "decide" and aimed and act is None and _WIDENS.search(clause):
        return "amends"
    imposes = _imposes(clause, kinds, stem)
    if imposes and not deciding and (_RESTATES.search(clause) or "(" in demand.label):
        return "imposes" if demand.lemma in ("reaffirm", "recall", "affirm") else None
    if not deciding and not (act == "extends" and limited):
        # *Reaffirms its decision that all States shall freeze* keeps what it reaffirms
        keeps = aimed and _REAFFIRMS.search(clause) and _MEASURES.search(clause)
        keeps = keeps or (aimed and len(clause) < 120 and _REAFFIRMS_PARAGRAPH.search(clause))
        return "continues" if keeps else None
    if act in ENDING:
        if _CONDITIONAL.search(clause):
            return None
        if aimed and _FOR_SOME.search(clause):
            return "exempts"
        if _PARTLY.search(opening):
            return "amends" if aimed and demand.force == "decide" else None
        return act if demand.force in ("decide", "demand") and (aimed or _names_body(demand)) else None
    if act == "amends":
        return "amends" if aimed and demand.force == "decide" else "sets" if limited else None
    if act == "establishes" and limited and _FOR_A_TERM.search(opening):
        return "sets"
    if act == "establishes" and _AGAIN.search(clause):
        return "extends" if limited or aimed or _names_panel(demand) else None
    if act == "establishes":
        wanted = demand.force in ("decide", "authorize") or limited or _HAS_IT_MADE.search(clause)
        return "establishes" if wanted else None
    if imposes and act == "continues" and not aimed and demand.force == "decide":
        return "imposes"
    if act in ("extends", "continues") and (limited or aimed):
        return act
    if imposes and (demand.force in ("decide", "demand") or _INSPECTS.search(clause)):
        return "imposes"
    return "sets" if limited and not _FOR_ONE.search(clause) and not _REVIEWED.search(clause) else None


def _imposes(clause: str, kinds: Sequence[str], stem: _Demand | None) -> bool:
    """Whether a demand lays a measure of some kinds on States, or on the ships that they may stop."""
    if not kinds or any(words.search(clause) for words in (_IF, _TASK, _LAYS_NOTHING, _SPARES)):
        return False
    if _INSPECTS.search(clause) or _IMPOSES_ON.search(clause):
        return True
    if _OBLIGES.search(clause):
        return bool(_PROVIDES.search(clause[:600]))
    before = fold(stem.words) if stem else ""
    if _EXEMPTS.search(before) or _TASK.search(before):
        return False
    # A part of *all States shall:* begins with its verb, one of *all States shall prevent:* with the thing.
    return bool(_PART.search(clause) or (_OBLIGES.search(before) and _LEADS_TO_PARTS.search(before)))


def _names_body(demand: _Demand) -> bool:
    return bool(lexicon.match_bodies(fold_case(demand.words[:400])))


def _is_living(id_: str) -> bool:
    return id_ in _LIVING or lexicon.bodies()[id_].kind in _LIVING_KINDS


def _names_panel(demand: _Demand) -> bool:
    return any(found.id in PANELS for found in lexicon.match_bodies(fold_case(demand.words[:400])))


def _subject(
    demand: _Demand, found: Performed | None, matter: str, action: Action, kinds: Sequence[str]
) -> str:
    """What a step is about, as its words say; empty where they name nothing."""
    if action == "imposes" and kinds == ("sectoral:inspection",):
        return f"authority of {matter}"  # what is authorized is renewed as *the authorizations*
    if action in ("imposes", "exempts"):
        return f"measures of {matter}"
    clause = fold(demand.words)
    ids = _bodies_of(demand, found, clause)
    for id_ in ids:
        if _is_living(id_):
            subject = f"{id_} of {matter}" if id_ in SHARED else id_
            if _PERSON.search(clause) and lexicon.bodies()[id_].kind == "court":
                return f"{subject} office"
            strength = "troop-ceiling" in demand.topics and "mandate" not in clause[:_OPENING]
            return f"{subject} strength" if strength else subject
        if action == "ends" and id_.endswith("committee"):
            return f"committee of {matter}"
        if id_ in PANELS:
            return f"panel of {matter}"
    if action == "establishes" and "committee" in ids and _COMMITTEE.search(clause[:_OPENING]):
        return f"committee of {matter}"
    if kinds or _MEASURES.search(clause[:400]):
        return f"measures of {matter}"
    return ""


def _entitled(title: str) -> str:
    """The one mission that an official title names: *on extension of the mandate of UNIFIL*; else empty."""
    named = {one.id for one in lexicon.match_bodies(fold_case(title))}
    missions = [id_ for id_ in named if lexicon.bodies()[id_].kind in _LIVING_KINDS and id_ not in SHARED]
    return missions[0] if len(missions) == 1 else ""


def _bodies_of(demand: _Demand, found: Performed | None, clause: str) -> list[str]:
    """The bodies that a demand names, first those that its act is done to: *to support the Ombudsperson,
    decides to extend the mandate of the Monitoring Team*.
    """
    named = lexicon.match_bodies(fold_case(demand.words[:400]))
    at = found.at if found else 0
    named.sort(key=lambda one: (one.start < at) != bool(found and found.behind))
    ids = [one.id for one in named]
    if _ITS.search(clause[:_OPENING]) and not any(map(_is_living, ids)):
        ids = [one.id for one in lexicon.match_bodies(fold_case(demand.text[: demand.start]))][::-1] + ids
    return ids
