"""The same demand in the other language: what is asked of Chinese words is asked of the English ones."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from mandex.corpus.fold import is_chinese
from mandex.corpus.model import Mandate
from mandex.corpus.store import Store

_ASKING = frozenset({"request", "demand"})
_PARAGRAPHS = 8  # whose demands are remembered: they are asked about one after the other

_Row = tuple[str, str, int, int, int]  # language, force and row of a demand, and its place


class Versions:
    """The demands of paragraphs that are held in English too."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rows = lru_cache(maxsize=_PARAGRAPHS)(self._read)

    def in_english(self, symbol: str, label: str, mandate: Mandate) -> Mandate | None:
        """The English of a Chinese demand, by its place among those of its force in the paragraph, else among
        requests and demands (要求 is said for either); None where the versions have other numbers of them.
        """
        # *重申：* leads to points, and says nothing else (2806 OP18)
        if not label or not is_chinese(f"{mandate.verb}{mandate.measure}"):
            return None
        rows = self._rows(symbol, label)
        alike = [row for row in rows if row[1] == mandate.force]
        found = _at_same_place(alike, mandate)
        if found is None and mandate.force in _ASKING:
            found = _at_same_place([row for row in rows if row[1] in _ASKING], mandate)
        return self._store.mandate(found) if found else None

    def _read(self, symbol: str, label: str) -> list[_Row]:
        """The demands of a paragraph in all languages."""
        return self._store.connection.execute(
            "SELECT d.lang, m.force, m.id, m.seq, m.at_start FROM documents AS d"
            # in this order: the index tells which paragraph it is
            " CROSS JOIN paragraphs AS p ON p.doc = d.id AND p.kind = 'operative' AND p.pinpoint = ?"
            " CROSS JOIN mandates AS m ON m.doc = p.doc AND m.seq = p.seq"
            " WHERE d.symbol = ? ORDER BY m.id",
            (f"OP{label}", symbol),
        ).fetchall()


def _at_same_place(rows: Sequence[_Row], mandate: Mandate) -> int | None:
    """Of some demands the English one that has the place which a Chinese one has among its own."""
    english = [id_ for lang, _, id_, *_ in rows if lang == "en"]
    here = mandate.seq, mandate.at.start
    chinese = next((lang for lang, _, _, *place in rows if lang != "en" and tuple(place) == here), "")
    own = [tuple(place) for lang, _, _, *place in rows if lang == chinese]
    return english[own.index(here)] if chinese and len(own) == len(english) else None
