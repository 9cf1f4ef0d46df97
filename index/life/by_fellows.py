"""What became of demands by what became of those beside them: the points of a list, one resolution's asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta

from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.corpus.store import Store
from mandex.index.life.asked import Asked, is_on_states, text_of
from mandex.index.life.by_age import is_procedure
from mandex.index.life.echoes import is_made_anew
from mandex.index.life.repeated import is_said_anew
from mandex.index.life.status import Standing
from mandex.index.life.step import above, label_of
from mandex.index.life.wording import DEMANDING, ON_THIS, PRINCIPLES, RESTATES

# *Nothing in this paragraph shall oblige a State to refuse entry to its own nationals* is a part of it
_THIS = Expression(r"(?<!nothing in )\bthis paragraph\b")
_SUCH = Expression(r"\bsuch (?!as\b|that\b)\w+|\bthe attached annex\b")
_FEW = 2  # fellows, too few to tell by fewer
_OVERTAKEN = timedelta(days=3 * 365)
_OWN_DAY = ("was due", "ran out", "part of what was due", "a statement")

Ask = Callable[[Asked, int, str], Standing]
"""What became of another demand of the same resolution, by its row and its label."""


class ByFellows:
    """Rules for demands of which no other rule knows anything."""

    def __init__(self, store: Store, as_of: str, ask: Ask) -> None:
        self._db = store.connection
        self._as_of = as_of
        self._ask = ask
        self._under_way: set[tuple[str, str]] = set()
        self._asks_over: dict[str, Standing | None] = {}
        self._watched: dict[str, bool] = {}

    def of_list(self, asked: Asked) -> Standing | None:
        """A point of a list falls with the sentence that it goes on with, if a later one says that anew
        (*shall be notified, including: end user*, 2713 OP19(b)), else with that and all its other points.
        """
        stem = above(asked.label)
        key = asked.symbol, stem
        if not stem or not asked.number or key in self._under_way:
            return None
        if anew := self._stem_anew(asked, stem):
            return anew
        if asked.force == "note":
            return None
        rows = (
            (id_, label)
            for id_, label, force in self._demands(asked)
            if (label == stem or (above(label) == stem and label != asked.label)) and force != "note"
        )
        self._under_way.add(key)
        stands = self._until_one_lives(asked, rows)
        self._under_way.discard(key)
        others = [one for one in stands if not one.reason.startswith(_OWN_DAY)]
        if len(others) < _FEW or any(one.lives for one in stands):
            return None
        last = others[0]
        return Standing(
            last.status, f"as all that stands beside it in paragraph {stem}: {last.reason}", last.by
        )

    def _stem_anew(self, asked: Asked, stem: str) -> Standing | None:
        same = (one for one in reversed(self._demands(asked)) if one[1:] == (stem, asked.mandate.force))
        last = next(same, None)
        stands = self._ask(asked, last[0], stem) if last else None
        if stands is None or not (is_made_anew(stands) or is_said_anew(stands)):
            return None
        why = f"as the sentence that it goes on with: {stands.reason}"
        return Standing("replaced", why, stands.by)

    def of_own_paragraph(self, asked: Asked) -> Standing | None:
        """What is said of *this paragraph* stands as what that begins with: *to report any violations of this
        paragraph to the Council immediately* (2118 OP18).
        """
        found = self._beginning(asked) if _THIS.search(asked.clause) else None
        return found and replace(found, reason=f"speaks of what its paragraph begins with: {found.reason}")

    def going_on(self, asked: Asked) -> Standing | None:
        """What goes on with what its paragraph begins with is `replaced` with that: *decides that all States
        shall cooperate in such efforts* (1874 OP14), *the tasks described in the attached annex* (1730 OP1).
        """
        found = self._beginning(asked) if _SUCH.search(asked.clause) else None
        if found is None or not any(is_so(found) for is_so in (is_made_anew, is_said_anew, is_procedure)):
            return None
        return replace(found, reason=f"as what its paragraph begins with: {found.reason}")

    def _beginning(self, asked: Asked) -> Standing | None:
        """What became of the first demand of the paragraph of another; None for the first itself."""
        key = asked.symbol, asked.label
        if not asked.number or not asked.label or key in self._under_way:
            return None
        id_ = next((id_ for id_, label, _ in self._demands(asked) if label == asked.label), 0)
        first = self._db.execute("SELECT seq, at_start FROM mandates WHERE id = ?", (id_,)).fetchone()
        if first is None or first >= (asked.mandate.seq, asked.mandate.at.start):
            return None
        self._under_way.add(key)
        found = self._ask(asked, id_, asked.label)
        self._under_way.discard(key)
        return found

    def leads_to(self, asked: Asked) -> Standing | None:
        """What only leads to points (*reaffirms that:*, 2806 OP18) stands while one of them does, that says
        what somebody must do.
        """
        key = asked.symbol, asked.label
        if not asked.number or not asked.label or key in self._under_way:
            return None
        if not self._ends_in_colon(asked):
            return None
        points = [
            (id_, label)
            for id_, label, force in self._demands(asked)
            if above(label) == asked.label and force == asked.mandate.force
        ]
        self._under_way.add(key)
        stands = self._until_one_lives(asked, points)
        self._under_way.discard(key)
        if not stands or not stands[-1].lives:
            return None
        return replace(stands[-1], reason=f"leads to paragraph {points[len(stands) - 1][1]}")

    def _ends_in_colon(self, asked: Asked) -> bool:
        """Whether a demand ends its paragraph, with a colon."""
        text = text_of(self._db, asked.symbol, asked.label).rstrip()
        return text.endswith((":", "：")) and asked.mandate.at.end >= len(text) - 2

    def of_resolution(self, asked: Asked) -> Standing | None:
        """What a statement lays down in a situation falls with all that its resolution asks for."""
        if asked.force != "note" or asked.is_theme or not asked.number:
            return None
        lasts = (
            PRINCIPLES.search(asked.clause) or RESTATES.search(asked.clause) or is_on_states(asked.mandate)
        )
        if lasts or not asked.is_older(_OVERTAKEN, self._as_of):
            return None
        if asked.symbol not in self._asks_over:
            self._asks_over[asked.symbol] = None  # while it is asked
            self._asks_over[asked.symbol] = self._all_over(asked)
        return self._asks_over[asked.symbol]

    def is_watched(self, asked: Asked) -> bool:
        """Whether reports are still owed, again and again, on the implementation of what a resolution demands
        in a situation (2334 OP12).
        """
        if asked.force not in DEMANDING or asked.is_theme or not asked.number:
            return False
        if asked.symbol not in self._watched:
            self._watched[asked.symbol] = False  # while it is asked
            rows = self._reports(asked.symbol)
            self._watched[asked.symbol] = any(self._ask(asked, *row).lives for row in rows)
        return self._watched[asked.symbol]

    def _reports(self, symbol: str) -> list[tuple[int, str]]:
        """Row and label of the demands of a resolution for rhythmic reports on its implementation."""
        rows = self._db.execute(
            "SELECT DISTINCT m.id, p.pinpoint, m.measure FROM mandates AS m"
            " JOIN documents AS d ON d.id = m.doc JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq"
            " JOIN mandate_dates AS x ON x.mandate = m.id"
            " WHERE d.symbol = ? AND d.lang = (SELECT min(lang) FROM documents WHERE symbol = d.symbol)"
            " AND x.every <> '' AND x.role = 'reports' AND p.kind = 'operative' ORDER BY m.id",
            (symbol,),
        ).fetchall()
        return [(id_, label_of(place)) for id_, place, measure in rows if ON_THIS.search(fold(measure))]

    def _all_over(self, asked: Asked) -> Standing | None:
        rows = [(id_, label) for id_, label, force in self._demands(asked) if force != "note"]
        stands = self._until_one_lives(asked, rows)
        if len(stands) < _FEW or any(one.lives for one in stands):
            return None
        return Standing("spent", f"all that {asked.symbol} asks for is over")

    def _until_one_lives(self, asked: Asked, rows: Iterable[tuple[int, str]]) -> list[Standing]:
        """What became of each, in order; one that lives settles the matter, and no other is asked for."""
        found: list[Standing] = []
        for id_, label in rows:
            found.append(self._ask(asked, id_, label))
            if found[-1].lives:
                break
        return found

    def _demands(self, asked: Asked) -> list[tuple[int, str, str]]:
        """Row, label and force of the demands of the version of its resolution that a demand is of."""
        rows = self._db.execute(
            "SELECT m.id, p.pinpoint, m.force FROM mandates AS m JOIN documents AS d ON d.id = m.doc"
            " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq WHERE d.symbol = ?"
            " AND d.lang = (SELECT min(lang) FROM documents WHERE symbol = d.symbol)"
            " AND p.kind = 'operative' ORDER BY m.id",
            (asked.symbol,),
        ).fetchall()
        return [(id_, label_of(pinpoint), force) for id_, pinpoint, force in rows]
