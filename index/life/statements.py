"""Presidential statements: what each is about, and whether it only quotes what was agreed elsewhere."""

from __future__ import annotations

import sqlite3

from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.index.life.about import item_of
from mandex.index.life.matters import countries_in, is_situation

_OPENING = 4  # paragraphs in which a statement says of what it speaks
_MODEL = 5  # paragraphs with names left open from which on a statement is an aide-memoire

# The agenda item under which a statement was made: *in connection with the Council’s consideration of the
# item entitled “The situation in Sierra Leone”, the President …*; left: *the report entitled “In larger …”*.
_ITEM = Expression(
    r"\b(?:item|topic)s? (?:on its agenda )?(?:entitled|titled)[\s:]*[“\"«‘'](.{3,400}?)[”\"»’'](?=\W|$)"
    r"|题为[“\"「『](.{2,200}?)[”\"」』]的?(?:议程)?项目"
)
# Items on a continent are situations only where the statement speaks of a part of it.
_CONTINENT = Expression(r"(?i)\b(?:in|of) africa\W*$")
_REGION = Expression(
    r"(?i)\b(?:sahel|great lakes|(?:west|central|eastern|north) africa|gulf of guinea|horn of africa|maghreb"
    r"|lord.s resistance army|boko haram|ebola)"
)
# Model clauses of an aide-memoire: *calls on [national] authorities …| S/RES/2349 (2017), op. 13*.
_LEFT_OPEN = Expression(r"\[[^\]]{2,60}\]|\| ?s/(?:res|prst)/")


class Statements:
    """The presidential statements of a base."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._matters: dict[str, str] = {}
        self._models: dict[str, bool] = {}

    def matter(self, symbol: str) -> str:
        """What a statement is about: the country or the situation of its agenda item; where that is a theme,
        the country of which its beginning speaks, else nothing.
        """
        if symbol not in self._matters:
            self._matters[symbol] = self._about(symbol)
        return self._matters[symbol]

    def is_model(self, symbol: str) -> bool:
        """Whether a statement is an aide-memoire: it leaves the names open, *[affected country]*."""
        if symbol not in self._models:
            rows = self._db.execute(
                "SELECT p.text FROM paragraphs AS p JOIN documents AS d ON d.id = p.doc WHERE d.symbol = ?",
                (symbol,),
            )
            open_ = sum(_LEFT_OPEN.search(fold(text)) is not None for (text,) in rows)
            self._models[symbol] = open_ >= _MODEL
        return self._models[symbol]

    def _about(self, symbol: str) -> str:
        row = self._db.execute(
            "SELECT id, title FROM documents WHERE symbol = ? ORDER BY lang LIMIT 1", (symbol,)
        ).fetchone()
        if row is None:
            return ""
        opening = " ".join(
            text[:300]
            for (text,) in self._db.execute(
                "SELECT text FROM paragraphs WHERE doc = ? AND kind = 'body' ORDER BY seq LIMIT ?",
                (row[0], _OPENING),
            )
        )
        item = _item(opening) or _item(row[1])
        for words in (item, row[1], opening):
            if named := countries_in(words):
                return named[0]
            broad = _CONTINENT.search(item) and not _REGION.search(opening)
            if words == item and is_situation(item_of(item)) and not broad:
                return item_of(item)
        return ""


def _item(words: str) -> str:
    said = _ITEM.search(words)
    return (said[1] or said[2]).strip(" -,") if said else ""
