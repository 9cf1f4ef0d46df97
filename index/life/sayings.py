"""What resolutions say of others where they cite them, read from each document as it is written, and kept.

Whose committee *the Committee established pursuant to resolution 1591* is, what *the measures imposed by
paragraph 7* are, whether a paragraph *reaffirms* what it cites: that depends on its document alone and on no
day. So it is read once, and a question looks up who says what of a resolution. What each says
(`Saying.says`), and how `what` goes on:

`demands`: an operative paragraph speaks of it as in force; one row for each resolution that does.
`recalls`: a preamble, an annex, or what was in force once; one row for each resolution that says no more.
`confirms`: an operative paragraph confirms what it decided.
`measures`: an operative paragraph names measures that its paragraphs impose; `what` are their kinds, if told.
`imposes`: the text around tells one kind that a paragraph of it imposes: `what`.
`committee`: *the Committee established pursuant to* it; `what` tells how surely that is the one which the
text means by *the Committee* from there on: 0 to 3, or nothing where it is another.
`panel`: a panel was appointed by it.
`renews`: a step that begins at `at` goes back to paragraph `named` of it as to measures, of the kinds `what`;
`adjusts`: as to what is not called so.
`dissolves`: it founded a committee that was dissolved since, by the resolution `what`.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain
from typing import Literal, NamedTuple

from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.corpus.store import Store
from mandex.index.life.measures import kinds_of
from mandex.index.life.step import Step, labels, root
from mandex.index.life.steps import IN_ONE_LANGUAGE, is_kept, unkept

Says = Literal[
    "demands", "recalls", "confirms", "measures", "imposes", "committee", "panel", "renews", "adjusts",
    "dissolves",
]  # fmt: skip

# Before the citation. Taken: *the Committee established pursuant to*, *the Security Council Committee
# pursuant to resolutions*; left: *designated by the Committee, pursuant to paragraph 9*.
_COMMITTEE = Expression(
    r"\bcommittee(?: of the security council)?(?: that was| which was)?,? (?:established|created|formed)"
    r"(?: pursuant to| by| in| under)?(?: the)?(?: provisions of)?"
    r"(?: (?:sub)?(?:paragraphs?|resolutions?))?\W*$"
    r"|\bcommittee pursuant to(?: resolutions?)?\W*$|(?:设立|设).{0,8}(?:的)?委员会$"
)
_A_COMMITTEE = Expression(r"(?i)committee|委")  # before it is folded
_PANEL = Expression(
    r"\b(?:panel|group|team)\b[^.;]{0,90}\b(?:appointed|established|created)\b[^.;]{0,60}"
    r"\b(?:pursuant to|by|in)(?: paragraphs?)?\W*$"
)
_A_PANEL = Expression(r"(?i)panel|group|team")
_FOUNDED = Expression(r"\b(?:established|created|formed|appointed)\b")
# Other committees that a text speaks of: *cooperate with other relevant sanctions committees, in particular*.
_OTHERS = Expression(r"\bother\b|\bcounter-terrorism committee\b|\b(?:ctc|1540)\b|\bcooperat\w+")
# *… (“the Committee”)*: whom the text means from there on. *It shall henceforth be known as the Committee …*
_MEANT = Expression(
    r"^[^.;]{0,60}[(\[](?:hereina?fter|hereafter|herein|henceforth)?,? ?(?:the )?[“\"”]?(?:the )?committee\b"
)
_RENAMED = Expression(r"\bhenceforth\b[^.;]{0,160}$")

# *The measures specified in paragraph 3 of resolution 1591*, *the listing criteria and measures imposed by
# subparagraphs (c), (d) and (e)*
_MEASURES_OF = Expression(
    r"\bmeasures?\b[^.;]{0,40}\b(?:imposed|specified|set out|set forth|contained|established|outlined"
    r"|described|referred to)\b(?: in| by| pursuant to| under)?(?: (?:sub)?paragraphs?)?\W*$"
)
_MEASURES = Expression(r"(?i)measure")
# An exemption tells what the measure is: *where … such travel is justified*.
_TRAVEL = Expression(
    r"\bsuch travel\b|\bthe travel (?:of|by)\b|\bin cases of travel\b"
    r"|\b(?:entry|transit) is (?:necessary|required)"
)
_POINTS = 4  # of a paragraph that are read with it

_ONLY_ADJUSTED = Expression(
    r"\b(?:renewed|extended|expanded|modified|amended|updated)(?: and \w+)? (?:by|in|through)\b"
    r"(?: (?:sub)?paragraphs? [\d(][^;]{0,30})?\W*$"
)
# Left: *the arrangements established in paragraph 20*, for depositing proceeds.
_SANCTIONS = Expression(
    r"\b(?:measures?|sanctions|embargo|prohibitions?|restrictions?|provisions|ban|freeze)\b|措施|规定"
)

# *Reiterates that all States shall take the measures …*, *Recalls its decisions in its resolution 1844*
_CONFIRMS = Expression(
    r"^\W*(?:also |further |strongly )?"
    r"(?:recall|reaffirm|affirm|reiterate|stress|underscore|emphasi[sz]e)(?:s|es)?\b"
    r"[^.;]{0,120}\b(?:that (?:all )?(?:member )?states shall|obligations? (?:of|to)|comply (?:fully )?with"
    r"|remains? in force|its decisions? in (?:its )?resolution)"
)
# How what that takes begins, before it is folded.
_CONFIRMING = Expression(
    r"(?i)\W*(?:(?:also|further|strongly)\s)?(?:recall|reaffirm|affirm|reiterate|stress|underscore|emphasi)"
)
ELSEWISE = Expression(
    r"\bshall (?:also )?apply to (?:the )?individuals|\breadiness\b|\bintention\b|\breview\b|\bexempt"
    r"|\bviolat|\bauthori[sz]|\bnot intended\b|\bin no way\b"
)
"""Whom a measure is for, whether it shall be reviewed, what violates it: that confirms none."""

_RECALLED = Expression(
    r"(?i)\bdecision in resolution (?P<by>\d{1,4} \(\d{4}\))[^;]{0,40}?\bto (?:terminate|dissolve|abolish)"
    r" the [^;,]{0,40}committee established (?:pursuant to|by|under) resolution (?P<of>\d{1,4} \(\d{4}\))"
)

_NOT_HELD = "NOT EXISTS (SELECT 1 FROM documents AS held WHERE held.symbol = s.cited)"


class Saying(NamedTuple):
    """What the paragraph `seq` of a resolution, at its place `at`, says of another that it cites there;
    `place` is the paragraph's pinpoint, `named` that of the citation.
    """

    doc: int
    seq: int
    at: int
    symbol: str
    number: int | None
    lang: str
    adopted: str
    place: str
    cited: str
    named: str
    says: Says
    what: str

    @property
    def order(self) -> tuple[int, int, int]:
        """Its place in time, as that of steps."""
        return self.number or 0, self.seq, self.at


class Sayings:
    """What the resolutions of a base, adopted by the day `as_of` (ISO), say of others."""

    def __init__(self, store: Store, as_of: str) -> None:
        self._store = store
        self._db = store.connection
        self._as_of = as_of

    def of(self, cited: str, says: Says) -> list[Saying]:
        """Who says something of a resolution, each in one language, oldest first."""
        where = f"s.cited = ? AND s.says = ? AND s.adopted <= ? AND {IN_ONE_LANGUAGE}"
        return self._select(where, cited, says, self._as_of)

    def ever_of(self, cited: str, says: Says) -> list[Saying]:
        """The same, adopted on whatever day, in any language."""
        return self._select("s.cited = ? AND s.says = ?", cited, says)

    def by(self, symbol: str, says: Says) -> list[Saying]:
        """Of which others a resolution says something, in one language, in the order of its text."""
        own = "s.doc IN (SELECT id FROM documents WHERE symbol = ?)"
        where = f"{own} AND s.says = ? AND s.adopted <= ? AND {IN_ONE_LANGUAGE}"
        return self._select(where, symbol, says, self._as_of)

    def measures_not_held(self, symbols: str) -> list[Saying]:
        """What some resolutions, a JSON list, name as measures that others impose which are not held."""
        own = "s.doc IN (SELECT id FROM documents WHERE symbol IN (SELECT value FROM json_each(?)))"
        where = f"{own} AND s.says = 'measures' AND {_NOT_HELD} AND s.adopted <= ? AND {IN_ONE_LANGUAGE}"
        return self._select(where, symbols, self._as_of)

    def renewals_not_held(self) -> list[Saying]:
        """What steps go back to that is not held, in the order of each text."""
        return self._select(f"s.says IN ('renews', 'adjusts') AND {_NOT_HELD}")

    def last_demanding(self, symbol: str) -> tuple[int, str]:
        """The number and day of the last other resolution that demands something of one, in any language; 0
        and nothing where none does.
        """
        return self._last(symbol, "demands")

    def last_citing(self, symbol: str) -> tuple[int, str]:
        """The same of the last that cites one at all."""
        return max(self._last(symbol, "demands"), self._last(symbol, "recalls"))

    def _last(self, symbol: str, says: Says) -> tuple[int, str]:
        row = self._db.execute(
            f"SELECT s.number, s.adopted FROM {self._table} AS s WHERE s.cited = ? AND s.says = ?"
            " AND s.number > 0 AND s.symbol <> s.cited AND s.adopted <= ? ORDER BY s.number DESC LIMIT 1",
            (symbol, says, self._as_of),
        ).fetchone()
        return (row[0], row[1]) if row else (0, "")

    def _select(self, where: str, *values: str) -> list[Saying]:
        rows = self._db.execute(
            f"SELECT * FROM {self._table} AS s WHERE {where} ORDER BY s.number, s.seq, s.at", values
        )
        return list(map(Saying._make, rows))

    @cached_property
    def _table(self) -> str:
        """Where they are kept, or put together with what nobody kept, for as long as the base is open."""
        missing = unkept(self._store)
        if not missing:
            return "step_sayings"
        db, every = self._db, "temp.every_saying"
        db.execute(f"DROP TABLE IF EXISTS {every}")
        db.execute(f"CREATE TABLE {every} ({', '.join(Saying._fields)})")
        db.execute("CREATE INDEX temp.every_saying_cited ON every_saying (cited, says)")
        if is_kept(self._store):
            db.execute(f"INSERT INTO {every} SELECT * FROM step_sayings")
        db.executemany(_into(every), (one for doc in missing for one in read(db, doc, _steps(db, doc))))
        return every


# -- keeping


def keep(db: sqlite3.Connection, doc: int, steps: Sequence[Step]) -> None:
    """Keep what a document, which has some steps, says of others."""
    db.executemany(_into("step_sayings"), read(db, doc, steps))


def _steps(db: sqlite3.Connection, doc: int) -> list[Step]:
    """The steps of a document of which nobody kept them."""
    from mandex.index.life import reading  # noqa: PLC0415 - only for what nobody kept
    from mandex.index.life.about import matter_of  # noqa: PLC0415

    return list(reading.read(db, doc, matter_of(db, doc)))


def _into(table: str) -> str:
    return f"INSERT INTO {table} VALUES ({', '.join('?' * len(Saying._fields))})"


# -- reading


class _Paragraph:
    """A paragraph that cites others; what all of it tells is read once, however many it cites."""

    def __init__(self, kind: str, place: str, text: str) -> None:
        self.kind, self.place, self.text = kind, place, text

    @cached_property
    def demands(self) -> bool:
        """Whether it demands something, and does not only recall what was once in force: *… while that
        resolution was in force* (1408 OP14, of 788).
        """
        _, _, once = self.text.lower().partition("while th")
        return self.kind not in ("preambular", "annex") and "in force" not in once

    @cached_property
    def dissolved(self) -> tuple[str, str]:
        """The resolution whose committee it recalls to have been dissolved, and by which; else nothing."""
        recalled = _RECALLED.search(self.text)
        return (f"S/RES/{recalled['of']}", f"S/RES/{recalled['by']}") if recalled else ("", "")

    def confirms(self, at: int) -> bool:
        """Whether it confirms what a resolution decided that it cites at a place."""
        first, last = self._confirming
        return first <= at + _AFTER < last

    @cached_property
    def _confirming(self) -> tuple[int, int]:
        """Where the words end that confirm, and the first that speak of something else."""
        if not _CONFIRMING.match(self.text):
            return sys.maxsize, 0
        folded = fold(self.text)
        confirms, elsewise = _CONFIRMS.search(folded), ELSEWISE.search(folded)
        return (confirms.end() if confirms else sys.maxsize), (elsewise.end() if elsewise else sys.maxsize)


_AFTER = 200  # characters behind a citation that still tell of it


class _Citation(NamedTuple):
    seq: int
    start: int
    end: int
    cited: str | None
    named: str
    relation: str
    paragraph: _Paragraph

    @property
    def before(self) -> str:
        return self.paragraph.text[max(0, self.start - 160) : self.start]


def read(db: sqlite3.Connection, doc: int, steps: Sequence[Step] = ()) -> Iterator[Saying]:
    """What a document, if it is a resolution, says of others, and its `steps` renew of them."""
    about = db.execute(
        "SELECT symbol, number, lang, date FROM documents WHERE id = ? AND type = 'resolution'", (doc,)
    ).fetchone()
    if about is None:
        return
    every = _citations(db, doc)
    demanded = {one.cited for cited in every.values() for one in cited if one.paragraph.demands}
    points = _Points(db, doc)
    known: set[str] = set()
    for one in chain.from_iterable(every.values()):
        if not (cited := one.cited or "").startswith("S/RES/"):
            continue
        said = list(_said(one))
        if cited not in known and (one.paragraph.demands or cited not in demanded):
            known.add(cited)
            said.append(("demands" if cited in demanded else "recalls", ""))
        if about[2].startswith("en") and (kind := _imposes(one, points)):
            said.append(("imposes", kind))
        place = doc, one.seq, one.start, *about, one.paragraph.place, cited, one.named
        yield from (Saying._make((*place, *each)) for each in said)
    for seq, at in dict.fromkeys((step.seq, step.at) for step in steps):
        for one, label, before in _renewed(at, every.get(seq, ())):
            says = "renews" if "measure" in before else "adjusts"
            place = doc, seq, at, *about, one.paragraph.place, one.cited, label
            yield Saying._make((*place, says, ",".join(kinds_of(before))))


def _citations(db: sqlite3.Connection, doc: int) -> Mapping[int, Sequence[_Citation]]:
    """What each paragraph of a document cites, in the order of the text."""
    paragraphs = {
        seq: _Paragraph(kind, pinpoint, text)
        for seq, kind, pinpoint, text in db.execute(
            "SELECT seq, kind, pinpoint, text FROM paragraphs"
            " WHERE doc = ? AND seq IN (SELECT seq FROM citations WHERE doc = ?)",
            (doc, doc),
        )
    }
    found: dict[int, list[_Citation]] = {}
    for seq, start, end, cited, named, relation in db.execute(
        "SELECT seq, at_start, at_end, cited, pinpoint, relation FROM citations WHERE doc = ?"
        " ORDER BY seq, at_start",
        (doc,),
    ):
        if paragraph := paragraphs.get(seq):
            one = _Citation(seq, start, end, cited, named, relation, paragraph)
            found.setdefault(seq, []).append(one)
    return found


class _Points:
    """The first points of each paragraph of a document, read where they are first asked for."""

    def __init__(self, db: sqlite3.Connection, doc: int) -> None:
        self._db, self._doc = db, doc

    def under(self, place: str) -> Sequence[str]:
        """The texts of those that hang under a paragraph, which tell with it what it speaks of."""
        return self._under.get(place.lower(), ())

    @cached_property
    def _under(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for pinpoint, text in self._db.execute(
            "SELECT pinpoint, text FROM paragraphs WHERE doc = ? AND kind = 'operative'"
            " AND pinpoint LIKE '%(%' ORDER BY seq",
            (self._doc,),
        ):
            for above in accumulate(pinpoint.lower().split("(")[:-1], "{}({}".format):
                if len(beside := found.setdefault(above, [])) < _POINTS:
                    beside.append(text)
        return found


def _said(one: _Citation) -> Iterator[tuple[Says, str]]:
    """What a citation's own words say."""
    paragraph = one.paragraph
    if _A_COMMITTEE.search(one.before) and _COMMITTEE.search(fold(one.before)):
        yield "committee", _sureness(one)
    if one.named and _A_PANEL.search(one.before) and _PANEL.search(fold(one.before)):
        yield "panel", ""
    if one.relation not in ("recalls", "reaffirms") and one.cited == paragraph.dissolved[0]:
        yield "dissolves", paragraph.dissolved[1]
    if paragraph.kind != "operative":
        return
    if one.named and _MEASURES.search(one.before) and _MEASURES_OF.search(before := fold(one.before)):
        yield "measures", ",".join(kinds_of(before))
    if paragraph.confirms(one.start):
        yield "confirms", ""


def _sureness(one: _Citation) -> str:
    """How surely the text means by *the Committee* one that it names by its resolution; empty where it speaks
    of others.
    """
    before, after = fold(one.before), fold(one.paragraph.text[one.end : one.end + 120])
    if _OTHERS.search(before[-110:]):
        return ""
    if one.named and not _FOUNDED.search(before[-90:]):
        return ""  # *designated by the Committee pursuant to paragraph 4 of resolution 1857*
    if _RENAMED.search(before):
        return "3"
    if _MEANT.search(after):
        return "2"
    return "1" if one.named or "concerning" in after[:20] else "0"


def _imposes(one: _Citation, points: _Points) -> str:
    """The kind of measure that the text around, with the points of the paragraph, says that the paragraph
    cited imposes; empty where it says none, or several, or *paragraphs 5 to 7*: not which of them.
    """
    paragraph = one.paragraph
    if paragraph.kind != "operative" or len(set(map(root, labels(one.named)))) != 1:
        return ""
    around = paragraph.text[max(0, one.start - 200) : one.start + 300]
    words = fold(" ".join([around, *points.under(paragraph.place)]))
    kinds = {*kinds_of(words), *(("travel-ban",) if _TRAVEL.search(words) else ())}
    return kinds.pop() if len(kinds) == 1 else ""


def _renewed(at: int, citations: Sequence[_Citation]) -> Iterator[tuple[_Citation, str, str]]:
    """The paragraphs that a step which begins at a place of its own goes back to, each with the words before
    it: *the measures on arms imposed by paragraph 7 of resolution 1572 and those on diamonds …*. What is only
    said to have renewed or modified others is left out.
    """
    # *Recalls the measures imposed by …, and decides to renew these measures*: what they are stands before.
    last = at if any(one.start >= at for one in citations) else 0
    for one in citations:
        if one.start < last:
            continue
        before, last = fold(one.paragraph.text[last : one.start]), one.end
        if one.cited and _SANCTIONS.search(before) and not _ONLY_ADJUSTED.search(before):
            yield from ((one, label, before) for label in labels(one.named) if label[:1].isdigit())
