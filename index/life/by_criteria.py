"""What became of listing criteria: they stand as long as the measures that they say whom to apply to."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Literal

from mandex.corpus import registry
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.corpus.symbols import resolution_symbol
from mandex.index.life.asked import Asked
from mandex.index.life.echoes import pairs, share
from mandex.index.life.matters import Matters
from mandex.index.life.settling import Settler
from mandex.index.life.status import Standing, best
from mandex.index.life.step import Step, label_of, labels, root
from mandex.index.life.steps import IN_ONE_LANGUAGE, is_kept, unkept

# Over the folded opening of a paragraph. Taken: *decides that the measures in paragraphs 3 and 6 shall apply
# to individuals and entities designated by the Committee as engaging in*, *the acts or activities indicating
# that an individual is eligible for designation include*, *reaffirms the designation criteria set out in
# paragraph 17*; left: *directs the Committee to remove those who no longer meet the listing criteria*.
_CRITERIA = Expression(
    r"(?:^\W*(?:also |further )?(?:decides|(?:re)?affirms|underscores|stresses|emphasizes)"
    r"|^\W*recalls\b[^.;]{0,320}\bfurther decides)\b(?:"
    r"[^.;]{0,90}\b(?:measures?|provisions|paragraphs?)\b[^.;]{0,260}\bapply to\b[^.;]{0,160}"
    r"\b(?:individuals|persons|entities)\b[^.;]{0,260}\b(?:designat|as being|as those)"
    r"|[^.;]{0,40}\bacts or activities indicating that\b"
    r"|[^.;]{0,40}\b(?:designation|listing) criteria (?:set out|established|specified|contained|in)\b)"
)
# How what that takes begins, before it is folded: most paragraphs need not be.
_BEGINS = Expression(
    r"(?i)\W*(?:(?:also|further)\s)?(?:decides|(?:re)?affirms|underscores|stresses|emphasizes|recalls)\b"
)
# *Such acts as described in paragraph 15 include*: in the paragraphs after one that is taken.
_ACTS = Expression(
    r"^[^.;]{0,120}\b(?:acts|actions|activities|policies)\b[^.;]{0,160}\b(?:may |shall )?(?:also )?include\b"
)
# *The measures in paragraphs 3 and 6 above*, *paragraph 9 of resolution 2206 (2015)*
_PLACES = Expression(
    r"\bparagraphs? (?P<labels>\d+(?: ?\([a-z]\))?(?:(?:, and |, | and | or )\d+(?: ?\([a-z]\))?)*)"
    r"(?:(?: above)? of (?:its )?resolution (?P<resolution>\d+(?: \(\d{4}\))?))?"
)
_SPEAKS = Expression(r"\bdesignat|\blist(?:ed|ing)\b|\bapply to\b|\binclude\b|\bcriteria\b")
_OPENING = 640  # characters of a paragraph that are read
_NAMED = 300  # characters in which the measures are named
_NEAR = 3  # paragraphs after one with criteria that may go on with them
_ALIKE = 0.3  # of the pairs of words of two openings, that lay down criteria for the same measures
_LAYING = frozenset({"imposes", "extends", "continues", "establishes"})


def _symbol(said: str) -> str:
    """The symbol of a resolution by its number, with its year or without: *resolution 2293*."""
    number, _, printed = said.partition(" ")
    return f"S/RES/{said}" if printed else resolution_symbol(int(number), registry.year(int(number)))


@dataclass(frozen=True, slots=True)
class Listing:
    """A paragraph that says who may be listed: its row, its folded `opening`, and, where it only goes on
    with the `acts` of another, the opening of that (`above`).
    """

    symbol: str
    number: int
    lang: str
    adopted: str
    paragraph: int
    pinpoint: str
    opening: str
    above: str

    @property
    def place(self) -> str:
        """How it is cited: `S/RES/2653 (2022) OP15`."""
        return f"{self.symbol} {self.pinpoint}"

    @property
    def naming(self) -> str:
        """The words that name the measures."""
        return self.above or self.opening


class ByCriteria:
    """The paragraphs that say who may be listed, and the rule on them."""

    def __init__(self, store: Store, settler: Settler, matters: Matters) -> None:
        self._db = store.connection
        self._are_kept = is_kept(store) and not unkept(store)
        self._settler = settler
        self._matters = matters
        self._on: dict[str, list[Listing]] = {}
        self._in: dict[str, list[Listing]] = {}
        self._cited: dict[int, frozenset[tuple[str, str]]] = {}

    def on(self, matter: str) -> list[Listing]:
        """Those of the resolutions on a matter, oldest first, whether they stand or not."""
        if matter not in self._on:
            self._on[matter] = self._select("matter", matter)
        return self._on[matter]

    def _of(self, symbol: str) -> list[Listing]:
        """Those of one resolution: most have none, and few ask what the others of their matter say."""
        if symbol not in self._in:
            self._in[symbol] = self._select("symbol", symbol)
        return self._in[symbol]

    def _select(self, field: Literal["symbol", "matter"], value: str) -> list[Listing]:
        if self._are_kept:
            found = self._db.execute(
                "SELECT s.symbol, s.number, s.lang, s.adopted, l.paragraph, l.pinpoint, l.opening, l.above"
                " FROM step_documents AS s JOIN step_listings AS l ON l.doc = s.doc"
                f" WHERE s.{field} = ? AND s.adopted <= ? AND {IN_ONE_LANGUAGE}"
                " ORDER BY s.number, l.paragraph",
                (value, self._settler.as_of),
            )
            return [Listing(*row) for row in found]
        symbols = [value] if field == "symbol" else [one.symbol for one in self._matters.on(value)]
        return [one for symbol in symbols for one in self._read(symbol)]

    def _read(self, symbol: str) -> Iterator[Listing]:
        """Those of a resolution for which nobody kept them."""
        row = self._db.execute(
            "SELECT id, number, lang, date FROM documents WHERE symbol = ? ORDER BY lang LIMIT 1", (symbol,)
        ).fetchone()
        for _, *listed in read(self._db, row[0]) if row else ():
            yield Listing(symbol, *row[1:], *listed)

    def cited(self, listing: Listing) -> frozenset[tuple[str, str]]:
        """The paragraphs that one cites, each as a resolution and a label."""
        if listing.paragraph not in self._cited:
            rows = self._db.execute(
                "SELECT c.cited, c.pinpoint FROM citations AS c JOIN paragraphs AS p"
                " ON p.doc = c.doc AND p.seq = c.seq WHERE p.id = ?",
                (listing.paragraph,),
            )
            found = ((cited, label) for cited, pinpoint in rows for label in labels(pinpoint) or ("",))
            self._cited[listing.paragraph] = frozenset(found)
        return self._cited[listing.paragraph]

    def of_criteria(self, asked: Asked) -> Standing | None:
        """*The provisions of paragraphs 11 and 15 shall apply to individuals designated by the Committee as*
        stands as paragraphs 11 and 15 do, and so do the acts that the paragraphs after it list, until a later
        resolution says so anew.
        """
        if not asked.number or not asked.label[:1].isdigit():
            return None
        if asked.label == root(asked.label) and not _SPEAKS.search(asked.clause):
            return None  # what else the paragraph says
        own = (one for one in self._of(asked.symbol) if label_of(one.pinpoint) == root(asked.label))
        listing = next(own, None)
        steps = list(self._measures(listing)) if listing else []
        stands = best([self._settler.of_step(one) for one in steps])
        if listing is None or stands is None:
            return None
        if not stands.lives:
            why = f"the measures that it serves are over: {stands.reason}"
            return Standing("spent", why, stands.by, stands.until)
        if anew := self._said_anew(listing, self.on(asked.matter)):
            return Standing("replaced", f"{anew} says anew who may be listed", anew)
        status = "open" if stands.status == "current" and not stands.until else stands.status
        why = f"says who may be listed under {steps[0].place}: {stands.reason}"
        return Standing(status, why, stands.by, stands.until)

    def _said_anew(self, listing: Listing, every: list[Listing]) -> str:
        """The last place that lays down the same, if no text since goes back to this one."""
        own, label = pairs(listing.opening), label_of(listing.pinpoint)
        for later in reversed(every):
            if later.number <= listing.number or (listing.symbol, label) in self.cited(later):
                return ""
            # what *shall also apply* to more people lays nothing down anew
            same = bool(later.above) == bool(listing.above) and "also apply" not in later.opening
            if same and share(own, pairs(later.opening)) >= _ALIKE:
                return later.place
        return ""

    def _measures(self, listing: Listing) -> Iterator[Step]:
        """The steps that lay down the measures which a listing names."""
        for named in _PLACES.finditer(listing.naming[:_NAMED]):
            where = _symbol(named["resolution"]) if named["resolution"] else listing.symbol
            for label in labels(named["labels"].replace(" and ", ",").replace(" or ", ",")):
                yield from (
                    one
                    for one in self._settler.kept.of(where)
                    if one.subject.startswith("measures of ")
                    and one.action in _LAYING
                    and label in (one.label, root(one.label))
                )


# -- reading


def keep(db: sqlite3.Connection, doc: int) -> None:
    """Keep which paragraphs of a document say who may be listed."""
    db.executemany("INSERT INTO step_listings VALUES (?, ?, ?, ?, ?)", read(db, doc))


def read(db: sqlite3.Connection, doc: int) -> list[tuple[int, int, str, str, str]]:
    """The paragraphs of a document that say who may be listed: document, row, pinpoint, opening, and the
    opening of that with whose acts each only goes on.
    """
    rows = db.execute(
        "SELECT id, seq, pinpoint, substr(text, 1, ?) FROM paragraphs WHERE doc = ? AND kind = 'operative'"
        " AND (text LIKE '%designat%' OR text LIKE '%criteria%' OR text LIKE '%include%')"
        " AND pinpoint GLOB 'OP[0-9]*' AND pinpoint NOT LIKE '%(%' ORDER BY seq",
        (_OPENING, doc),
    )
    found: list[tuple[int, int, str, str, str]] = []
    at, above = 0, ""
    for id_, seq, pinpoint, text in rows:
        near = bool(found) and seq - at <= _NEAR
        if not near and not _BEGINS.match(text):
            continue
        opening = fold(text)
        taken = _CRITERIA.search(opening) is not None
        if not taken and not (near and _ACTS.search(opening)):
            continue
        at, above = seq, opening if taken else above
        found.append((doc, id_, pinpoint, opening, "" if taken else above))
    return found
