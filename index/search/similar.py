"""More like this: the paragraphs that share the telling words of a given one."""

from __future__ import annotations

import math
from collections import Counter
from itertools import islice

from mandex.corpus.errors import NothingFoundError
from mandex.corpus.store import Store
from mandex.index.engines import And, Engine, Filter, Or, Phrase, asking
from mandex.index.search.fulltext import Hit, SearchLang, hits
from mandex.index.text.terms import STOP_WORDS, terms

_TELLING = 25  # terms asked for; more change the order little and cost time


def like(
    store: Store,
    reference: str,
    *,
    limit: int = 10,
    lang: SearchLang | None = None,
    engine: Engine | None = None,
) -> list[Hit]:
    """The paragraphs of other documents most like `reference` (`2396 OP12`; a document's opening otherwise).

    The language is that of the paragraph, English where it is held, unless `lang` asks for another.
    Raises `NothingFoundError` where the base does not hold the paragraph.
    """
    if engine is None:
        engine = asking(store)
    symbol, text = _paragraph(store, reference, lang)
    count = Counter(term for term in terms(text) if term not in STOP_WORDS)
    total = engine.count()
    weight = {term: often * math.log(total / (1 + engine.frequency(term))) for term, often in count.items()}
    telling = sorted(weight, key=lambda term: (-weight[term], term))[:_TELLING]
    others = Filter("symbol", "is not", (symbol,))
    found = engine.ranked(And((Or(tuple(Phrase((term,)) for term in telling)), others)))
    phrases = tuple((term,) for term in telling)
    return hits(store, list(islice(found, limit)), (), phrases)


def _paragraph(store: Store, reference: str, lang: SearchLang | None) -> tuple[str, str]:
    named = store.reference(reference)
    row = store.connection.execute(
        "SELECT p.text FROM paragraphs AS p JOIN documents AS d ON d.id = p.doc"
        " WHERE d.symbol = ? AND d.lang LIKE ? AND (p.label = ? OR (? = '' AND p.kind = 'operative'))"
        " ORDER BY d.lang, p.kind <> 'operative', p.seq LIMIT 1",
        (named.symbol, f"{lang or ''}%", named.pinpoint, named.pinpoint),
    ).fetchone()
    if row is None:
        raise NothingFoundError(f"the base does not hold {named}{f' in {lang}' if lang else ''}")
    return named.symbol, row[0]
