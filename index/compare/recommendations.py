"""Recommendations of reports and letters, with addressee, theme and ground, and what later came of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from mandex.corpus import lexicon
from mandex.corpus.fold import fold, is_chinese
from mandex.corpus.store import Store
from mandex.index.compare.advising import Place
from mandex.index.compare.recommendation import Recommendation
from mandex.index.compare.requirements import addressees
from mandex.index.compare.taking_up import taken_up

_TYPES = ("report", "letter", "note", "web-page", "other")
_OTHER = "other"


def recommendations(
    store: Store,
    *,
    symbols: Sequence[str] = (),
    to: str = "",
    topic: str = "",
    since: str = "",
    until: str = "",
    lang: str = "",
) -> list[Recommendation]:
    """The recommendations of the reports and letters held, in the order of documents and paragraphs."""
    cited = _cited(store)
    found = [
        one
        for one in _of_documents(store, symbols, lang, since, cited)
        if (not to or addressees(to) & set(one.addressee))
        and (not topic or topic in one.topics)
        and (not until or one.date <= until)
    ]
    return list(taken_up(store, found))


def _cited(store: Store) -> Mapping[tuple[int, int], list[str]]:
    """The resolutions that paragraphs of reports cite."""
    found: dict[tuple[int, int], list[str]] = defaultdict(list)
    for doc, seq, cited in store.connection.execute(
        "SELECT c.doc, c.seq, c.cited FROM citations AS c JOIN documents AS d ON d.id = c.doc"
        " WHERE d.type IN (SELECT value FROM json_each(?)) AND c.cited LIKE 'S/RES/%' ORDER BY c.id",
        (json.dumps(_TYPES),),
    ):
        if cited not in found[doc, seq]:
            found[doc, seq].append(cited)
    return found


def _of_documents(
    store: Store, symbols: Sequence[str], lang: str, since: str, cited: Mapping[tuple[int, int], list[str]]
) -> Iterator[Recommendation]:
    rows = store.connection.execute(
        "SELECT d.id, d.source, d.symbol, d.lang, d.date, d.title, p.seq, p.kind, p.label, p.pinpoint,"
        " p.text FROM documents AS d JOIN paragraphs AS p ON p.doc = d.id"
        " WHERE d.type IN (SELECT value FROM json_each(?)) AND d.lang LIKE ? || '%' AND d.date >= ?"
        " AND (? OR d.symbol IN (SELECT value FROM json_each(?))) ORDER BY d.date, d.symbol, d.lang, p.seq",
        (json.dumps(_TYPES), lang, since, not symbols, json.dumps(symbols)),
    )
    document, place = 0, Place("")
    for doc, source, symbol, version, date, title, seq, kind, label, pinpoint, text in rows:
        if doc != document:
            document, place = doc, Place(title)
        if kind in ("heading", "title"):
            place.heading(text)
            continue
        if kind == "footnote":
            continue
        for one in place.advice(label, text):
            said = text[one.start : one.end]
            yield Recommendation(
                source, symbol, version, date, seq, label, pinpoint, one.to, one.verb, " ".join(said.split()),
                *_about(said, text), tuple(cited.get((doc, seq), ())), one.start, one.end,
            )  # fmt: skip


def _about(said: str, text: str) -> tuple[str, tuple[str, ...]]:
    """The theme and the topics of a sentence, else of its paragraph."""
    for words in (said, text):
        plain = fold(words) if is_chinese(words) else words
        topics = tuple(dict.fromkeys(found.id for found in lexicon.match_topics(plain)))
        if topics:
            return topics[0], topics
    return _OTHER, ()
