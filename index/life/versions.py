"""The same demand in the other language: what is asked of Chinese words is asked of the English ones."""

from __future__ import annotations

from mandex.corpus.fold import is_chinese
from mandex.corpus.model import Mandate
from mandex.corpus.store import Store


class Versions:
    """The demands of paragraphs that are held in English too."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def in_english(self, symbol: str, label: str, mandate: Mandate) -> Mandate | None:
        """The English of a Chinese demand, by its place among those of its force in the paragraph; None where
        there is none, or the versions have other numbers of them.
        """
        if not label or not is_chinese(mandate.measure):
            return None
        rows = self._store.connection.execute(
            "SELECT d.lang, m.id, m.seq, m.at_start FROM documents AS d"
            " JOIN paragraphs AS p ON p.doc = d.id AND p.pinpoint = ?"
            " JOIN mandates AS m ON m.doc = p.doc AND m.seq = p.seq"
            " WHERE d.symbol = ? AND m.force = ? ORDER BY m.id",
            (f"OP{label}", symbol, mandate.force),
        ).fetchall()
        english = [id_ for lang, id_, *_ in rows if lang == "en"]
        here = mandate.seq, mandate.at.start
        chinese = next((lang for lang, _, *place in rows if lang != "en" and tuple(place) == here), "")
        own = [tuple(place) for lang, _, *place in rows if lang == chinese]
        if not chinese or len(own) != len(english):
            return None
        return self._store.mandate(english[own.index(here)])
