"""What is decided of a court or a body whose statute is not the Council's: it lasts as what it has to do."""

from __future__ import annotations

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold, fold_case
from mandex.corpus.store import Store
from mandex.index.life.asked import Asked

OF_OWN_STATUTE = frozenset({"icc", "icj", "opcw", "iaea"})
"""Bodies with a statute that is not the Council's: what they are invited to report again and again only the
texts end, however long nothing speaks of it (1593 OP8, the Prosecutor on Darfur).
"""

# Left: the IAEA, whose inspections are of their time (1441 OP7).
_LASTING = frozenset({"icc", "icj", "opcw"})
# *Decides to refer the situation in Darfur to the Prosecutor of the International Criminal Court*, *shall
# cooperate fully with the OPCW*; left: *to authorize an advance team to assist OPCW activities* (2118 OP8).
_SETTLES = Expression(r"\bshall\b|\brefer\b|应|提交")
# Named for those that are parties to its statute: *personnel from a State which is not a party to the Rome
# Statute of the International Criminal Court* (1497 OP7).
_PARTIES = Expression(r"\bpart(?:y|ies) to the rome statute of(?: the)?\W*$")
# That of those who are no parties is part of a referral: 1593 OP6 beside its OP1.
_REFERS = Expression(r"\brefer the situation\b[^.;]{0,120}\binternational criminal court\b")
# *Shall cooperate fully with and provide any necessary assistance to the Court and the Prosecutor*, after the
# paragraph that refers the situation to the International Criminal Court; left: *the Special Court*.
_IT = Expression(r"\b(?:to|with) the (?:court|prosecutor)\b|与(?:法院|检察官)")
_COOPERATE = Expression(r"\bcooperat\w+\b|合作")


class Statutes:
    """Asked of demands in resolutions that refer something to such a body."""

    def __init__(self, store: Store) -> None:
        self._db = store.connection
        self._read: dict[str, dict[str, str]] = {}

    def ask(self, asked: Asked) -> bool:
        """Whether a demand decides what such a body has to do or is owed, or asks to cooperate with the one
        to which its resolution refers something (1593 OP1, OP2).
        """
        if not asked.number or asked.force == "note":
            return False
        if asked.force == "decide" and _SETTLES.search(asked.clause) and self._is_about(asked):
            return True
        if not _COOPERATE.search(asked.clause):
            return False
        words = self._words(asked.symbol)
        if not _IT.search(words.get(f"OP{asked.label}", "")):
            return False
        return any(
            one.id in _LASTING for text in words.values() for one in lexicon.match_bodies(fold_case(text))
        )

    def _is_about(self, asked: Asked) -> bool:
        """Whether a decision is about such a body, or about who is subject to it where its resolution refers
        something to it.
        """
        measure = fold_case(asked.mandate.measure)
        before = [measure[: one.start] for one in lexicon.match_bodies(measure) if one.id in _LASTING]
        if all(_PARTIES.search(fold(words)) for words in before):
            return bool(before) and any(_REFERS.search(text) for text in self._words(asked.symbol).values())
        return True

    def _words(self, symbol: str) -> dict[str, str]:
        """The operative paragraphs of a resolution, folded."""
        if symbol not in self._read:
            rows = self._db.execute(
                "SELECT p.pinpoint, p.text FROM documents AS d JOIN paragraphs AS p ON p.doc = d.id"
                " WHERE d.symbol = ? AND p.kind = 'operative'"
                " AND d.lang = (SELECT min(lang) FROM documents WHERE symbol = d.symbol)",
                (symbol,),
            )
            self._read[symbol] = {pinpoint: fold(text) for pinpoint, text in rows}
        return self._read[symbol]
