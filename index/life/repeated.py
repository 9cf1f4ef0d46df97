"""What later resolutions of a series say anew: measures in the words of earlier ones, and statements."""

from __future__ import annotations

from collections.abc import Iterator

from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold, is_chinese
from mandex.corpus.store import Store
from mandex.corpus.symbols import resolution_number
from mandex.index.life.asked import Asked
from mandex.index.life.echoes import alike
from mandex.index.life.matters import Matters
from mandex.index.life.settling import Settler
from mandex.index.life.status import Standing
from mandex.index.life.step import Step, root

_KEEPING = frozenset({"continues", "extends"})
# The Council's word on what it may do next, which every resolution of a series gives anew: *affirms that it
# shall keep the DPRK's actions under continuous review and is prepared to strengthen, modify or lift*.
_REVIEWS = Expression(
    r"^\W*(?:also |further )?(?:re)?(?:affirms?|expresses)\b[^.;]{0,40}\b(?:it|its)\b[^;]{0,200}"
    r"(?:\bunder (?:\w+ ){0,2}review\b|\b(?:prepared|ready) to (?:review|adjust|strengthen|modify))"
)
_BEGINS = 12  # characters with which statements begin alike that say nearly the same
_SIMILAR = 3 * _BEGINS  # words that are alike in shorter ones tell nothing

# *The provisions shall apply to the names specified in the annex*: those of another annex are others.
_OF_ANNEX = Expression(r"\bnames (?:specified|listed) in (?:the )?annex\b")


class Repeated:
    """Rules on what is said anew, though no text goes back to it."""

    def __init__(self, store: Store, settler: Settler, matters: Matters) -> None:
        self._db = store.connection
        self._settler = settler
        self._matters = matters
        self._lost: dict[str, str] = {}

    def by_lost(self, symbol: str, matter: str) -> str:
        """The paragraph, not held, that took the place of what a resolution imposes in the words of an
        earlier one: the texts since keep in force only that (2082 and 2160 say what 1988 says; since 2501
        what is required by paragraph 1 of resolution 2255 is continued). Empty where there is none.
        """
        if symbol not in self._lost:
            self._lost[symbol] = next(self._heirs(symbol, matter), "")
        return self._lost[symbol]

    def _heirs(self, symbol: str, matter: str) -> Iterator[str]:
        subject = f"measures of {matter}"
        own = [one for one in self._settler.kept.of(symbol) if one.action == "imposes" and one.kinds]
        series = self._settler.kept.on(subject) if own else []
        repeats = [one for one in own if any(_says_the_same(before, one) for before in series)]
        if not repeats or any(self._settler.chains.following(one) for one in own):
            return
        for later in reversed(series):
            if later.action not in _KEEPING or later.number <= repeats[0].number:
                continue
            for cited, named in later.targets:
                newer = (resolution_number(cited) or 0) > repeats[0].number
                if newer and root(repeats[0].label) in named and not self._settler.horizon.is_held(cited):
                    yield f"{cited} OP{root(repeats[0].label)}"

    def noted_anew(self, asked: Asked) -> Standing | None:
        """A statement that a later resolution on the same matter makes in nearly the same words, or the
        Council's word that it may review its measures, given anew.
        """
        if asked.force != "note" or not asked.number or _OF_ANNEX.search(asked.clause):
            return None
        reviews = _REVIEWS.search(asked.clause) is not None
        if not reviews and len(asked.clause) < _SIMILAR:
            return None
        chinese = is_chinese(asked.clause)
        for symbol, pinpoint, verb, measure in self._statements(asked, chinese=chinese, reviews=reviews):
            clause = fold(f"{verb} {measure}")
            if (reviews and _REVIEWS.search(clause)) or alike(asked.clause, clause):
                return _said_anew(f"{symbol} {pinpoint}")
        return None

    def _statements(self, asked: Asked, *, chinese: bool, reviews: bool) -> list[tuple[str, str, str, str]]:
        """The statements of later resolutions on its matter that begin alike, the last first."""
        return self._db.execute(
            "SELECT d.symbol, p.pinpoint, m.verb, m.measure FROM json_each(?) AS s"
            " CROSS JOIN documents AS d ON d.symbol = s.value AND (d.lang LIKE 'zh%') = ? AND d.number > ?"
            " CROSS JOIN mandates AS m ON m.doc = d.id AND m.force = 'note'"
            " AND (substr(m.measure, 1, ?) = ? OR (? AND m.measure LIKE '%prepared to%'))"
            " CROSS JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq AND p.kind = 'operative'"
            " ORDER BY d.number DESC, m.id",
            (
                self._matters.symbols_on(asked.matter), chinese, asked.number,
                _BEGINS, asked.mandate.measure[:_BEGINS], reviews,
            ),
        ).fetchall()  # fmt: skip


def _says_the_same(before: Step, step: Step) -> bool:
    if before.action != "imposes" or before.number >= step.number or before.kinds != step.kinds:
        return False
    return before.label == step.label and alike(fold(before.clause), fold(step.clause))


def _said_anew(place: str) -> Standing:
    return Standing("replaced", f"{place} says the same anew", place)


def is_said_anew(stands: Standing) -> bool:
    """Whether a later statement took the place of one."""
    return stands == _said_anew(stands.by)
