"""How often the lookup puts the right paragraph first, or among the first three, on questions with answers.

    python -m benchmarks.lookup BASE [QUESTIONS.csv] [-v]

QUESTIONS.csv has the columns `half`, `lang`, `question` and `answers`: right places separated by `;`, each a
resolution's number and a pinpoint (`1373 OP1(c)`), or a number alone where any paragraph will do. The ranking
is developed on one half; the other half checks it.
"""

from __future__ import annotations

import csv
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mandex.corpus.store import Store
from mandex.index.engines import open_engine
from mandex.index.lookup.answers import Answer, lookup

QUESTIONS = Path(__file__).parent.parent / "tests" / "index" / "lookup" / "lookup_questions.csv"
DEPTH = 10


@dataclass(frozen=True, slots=True)
class Result:
    """A question with its answers; `rank` counts from 1 and is None where no right place was found."""

    half: str
    lang: str
    question: str
    right: tuple[str, ...]
    answers: tuple[Answer, ...]
    rank: int | None
    seconds: float


def results(store: Store, questions: Path = QUESTIONS) -> Iterator[Result]:
    engine = open_engine(store)
    engine.catch_up()
    with questions.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            right = tuple(place.strip() for place in row["answers"].split(";"))
            start = time.perf_counter()
            answers = tuple(lookup(store, row["question"], limit=DEPTH, engine=engine))
            seconds = time.perf_counter() - start
            rank = next((n for n, answer in enumerate(answers, start=1) if is_right(answer, right)), None)
            yield Result(row["half"], row["lang"][:2], row["question"], right, answers, rank, seconds)


def is_right(answer: Answer, right: Sequence[str]) -> bool:
    number = answer.doc.removeprefix("S/RES/").split(" ")[0]
    return f"{number} {answer.pinpoint}" in right or number in right


def main(argv: Sequence[str]) -> None:
    paths = [Path(argument) for argument in argv if argument != "-v"]
    if not paths:
        sys.exit(__doc__)
    groups: dict[tuple[str, str], list[Result]] = defaultdict(list)
    with Store.open(paths[0]) as store:
        for result in results(store, *paths[1:2]):
            groups[result.lang, result.half].append(result)
            groups[result.lang, "all"].append(result)
            if "-v" in argv and result.rank != 1:
                print(f"{result.rank or '-'}  {result.question}  ->  {'; '.join(result.right)}")
                for answer in result.answers[:3]:
                    print(f"     {answer.score:.3f} {answer.doc} {answer.pinpoint}: {answer.snippet[:90]}")
    for (lang, half), found in sorted(groups.items()):
        first = sum(result.rank == 1 for result in found) / len(found)
        third = sum(result.rank is not None and result.rank <= 3 for result in found) / len(found)
        times = sorted(result.seconds for result in found)
        median = 1000 * times[len(times) // 2]
        print(f"{lang} {half:8} {len(found):3}  first {first:.2f}  in three {third:.2f}  {median:.0f} ms")


if __name__ == "__main__":
    main(sys.argv[1:])
