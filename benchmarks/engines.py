"""Whether engines answer alike: random queries and questions, put to bases of the same files by each engine.

    python -m benchmarks.engines BASE OTHER... [--queries 2000] [--questions FILE...] [--most 200]

The others are copies of BASE, each indexed by another engine (`mandex ingest --engine`). Queries are drawn
from words that stand together in the texts: one to four words, phrases, prefixes, OR, NOT, fields. Printed
for each other base: queries that find another set of paragraphs, and the share of questions (the first column
of each FILE) whose first three answers are the same paragraphs.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from mandex.corpus.store import Store
from mandex.index.engines import open_engine
from mandex.index.lookup.answers import lookup
from mandex.index.search.fulltext import matching

_FIELDS = ("lang:en", "lang:zh", "kind:operative", "year:[2001 TO 2020]", "force:request", "country:mali")


def main() -> None:
    """Compare every other base with the first."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("bases", type=Path, nargs="+")
    parser.add_argument("--queries", type=int, default=2000)
    parser.add_argument("--questions", type=Path, nargs="*", default=[])
    parser.add_argument("--most", type=int, default=200)
    options = parser.parse_args()
    first, *others = [Store.open(base) for base in options.bases]
    queries = list(drawn(first, options.queries))
    questions = list(islice(_questions(options.questions), options.most))
    found = [_found(first, query) for query in queries]
    answers = [_three(first, question) for question in questions]
    print(f"{len(queries)} queries, {sum(map(bool, found))} find something; {len(questions)} questions")
    for base, other in zip(options.bases[1:], others, strict=True):
        differ = [query for query, here in zip(queries, found, strict=True) if _found(other, query) != here]
        print(f"{base}: {len(differ)} queries find another set {differ[:5]}", flush=True)
        same = sum(_three(other, one) == here for one, here in zip(questions, answers, strict=True))
        if questions:
            print(
                f"  the first three of {same} questions are the same, {same / len(questions):.3f}", flush=True
            )


def drawn(store: Store, many: int) -> Iterator[str]:
    """Queries of every form from what stands in the texts, English and Chinese."""
    chance = random.Random(7)
    texts = [text for (text,) in store.connection.execute("SELECT text FROM paragraphs ORDER BY id") if text]
    while many:
        if words := _words(chance, chance.choice(texts)):
            yield _query(chance, words)
            many -= 1


def _words(chance: random.Random, text: str) -> list[str]:
    if len(han := re.findall(r"[\u4e00-\u9fff]{2,}", text)) > len(text) // 40:
        runs = [(run, chance.randrange(len(run) - 1)) for run in chance.sample(han, min(4, len(han)))]
        return [run[at : at + chance.choice((2, 2, 3, 4))] for run, at in runs]
    words = [word for word in re.findall(r"[A-Za-z]{3,}", text) if word not in ("AND", "NOT")]
    start = chance.randrange(max(1, len(words) - 4))
    return words[start : start + 4]


def _query(chance: random.Random, words: list[str]) -> str:
    some = words[: chance.randint(1, len(words))]
    joined = " ".join(some)
    match chance.randrange(8):
        case 0:
            return f'"{joined}"'
        case 1:
            return " OR ".join(some)
        case 2:
            return f"{some[0]} NOT {words[-1]}"
        case 3 if words[0].isascii():
            return f"{words[0][: chance.randint(3, 5)]}* {' '.join(some[1:])}"
        case 4:
            return f'"{joined}" OR {words[-1]}'
        case 5:
            return f"{chance.choice(_FIELDS)} {joined}"
        case 6:
            return f"({some[0]} OR {words[-1]}) {chance.choice(_FIELDS)}"
    return joined


def _found(store: Store, query: str) -> set[int]:
    return matching(store, open_engine(store), query)


def _three(store: Store, question: str) -> list[tuple[str, str]]:
    return [(answer.doc, answer.pinpoint) for answer in lookup(store, question, limit=3)]


def _questions(files: list[Path]) -> Iterator[str]:
    lines = (line for file in files for line in file.read_text("utf-8").splitlines())
    return (question for line in lines if (question := line.partition("\t")[0].strip()) and line[0] != "#")


if __name__ == "__main__":
    main()
