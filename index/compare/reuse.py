"""How much of a resolution stood in an earlier one: runs of words that both have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from typing import Any

from mandex.corpus.fold import HAN, fold
from mandex.corpus.store import Store

SAYING = ("preambular", "operative", "annex", "body")  # kinds of paragraphs that say something
_RUN = 6  # words, or characters of Chinese, in a row
_COMMON = 60  # documents in which a run is a formula of all resolutions
_TOKEN = re.compile(rf"[{HAN}]|[^\W_{HAN}]+")


def similar(store: Store, lang: str = "") -> Iterator[dict[str, Any]]:
    """For each resolution the earlier one that shares most with it, by number: `reused` is the share of its
    runs of words that stand there too. Of several language versions the first counts.
    """
    postings: dict[int, list[int]] = {}
    names: list[tuple[str, str]] = []
    for (symbol, version), texts in groupby(_paragraphs(store, lang), lambda row: (row[0], row[1])):
        runs = {run for _, _, text in texts for run in runs_of(text)}
        met = postings.keys() & runs
        telling = [earlier for run in met if len(earlier := postings[run]) <= _COMMON]
        shared = Counter(chain.from_iterable(telling))
        for earlier in telling:
            earlier.append(len(names))
        postings.update((run, [len(names)]) for run in runs - met)
        names.append((symbol, version))
        best = max(shared, key=lambda i: (shared[i], i), default=None)
        if best is not None:
            yield {
                "doc": symbol, "lang": version, "nearest": names[best][0],
                "reused": round(shared[best] / len(runs), 3), "runs": len(runs), "shared": shared[best],
            }  # fmt: skip


def _paragraphs(store: Store, lang: str) -> Iterator[tuple[str, str, str]]:
    yield from store.connection.execute(
        "SELECT d.symbol, d.lang, p.text FROM documents AS d JOIN paragraphs AS p ON p.doc = d.id"
        f" WHERE d.type = 'resolution' AND p.kind IN {SAYING}"
        " AND d.lang = (SELECT min(lang) FROM documents WHERE symbol = d.symbol AND lang LIKE ? || '%')"
        " ORDER BY d.number, d.symbol, p.seq",
        (lang,),
    )


def runs_of(text: str) -> Iterable[int]:
    """The runs of words of a text, as numbers that hold within one process."""
    words = _TOKEN.findall(fold(text))
    return map(hash, zip(*(words[i:] for i in range(_RUN)), strict=False))
