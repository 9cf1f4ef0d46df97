"""Questions in people's own words, against answers that readers who wrote no rules found in the texts.

`read/questions.tsv` has questions with every paragraph that answers (`1373:2(g)`; of presidential statements
the place in the document), `read/unanswered.txt` such that nothing held answers, two thirds of them
plausible, `read/regimes.csv` what sanctions desks ask, with what ended a measure and until when it stands
(where `why` says so, those of who wrote the rules).
They ask a base of the whole collection, named by MANDEX_WHOLE, and are skipped where none is named. The
shares are a little under what was reached, so that a change that costs answers is seen.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from mandex.corpus.store import Store
from mandex.index.engines import open_engine
from mandex.index.lookup.answers import Answer, Wanted, find

pytestmark = pytest.mark.corpus
HERE = Path(__file__).parent / "read"
TODAY = "2026-11-28"
_NUMBER = re.compile(r"S/RES/(\d+) .*")


@pytest.fixture(scope="module")
def whole(whole_kb):
    with Store.open(whole_kb) as store:
        yield store, open_engine(store)


def table(name: str, delimiter: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(
            csv.DictReader(file, delimiter=delimiter, quoting=csv.QUOTE_NONE if delimiter == "\t" else 0)
        )


def places(answer: Answer) -> set[str]:
    """As the tables name it: by label, or by its place in the document."""
    document = _NUMBER.sub(r"\1", answer.doc)
    seq = answer.seq
    return {f"{document}:{answer.pinpoint.removeprefix('OP')}", f"{document}:{seq}", f"{document}:#{seq}"}


def rank(answers: tuple[Answer, ...], right: set[str]) -> int:
    """Which of the answers is the first right one, from 1; 99 where none is."""
    return next((number for number, one in enumerate(answers, 1) if places(one) & right), 99)


@pytest.mark.parametrize(("lang", "first", "three"), [("en", 0.81, 0.87), ("zh", 0.78, 0.91)])
def test_the_right_paragraph_comes_first(whole, lang, first, three):
    store, engine = whole
    ranks = []
    for row in table("questions.tsv", "\t"):
        if row["lang"].startswith(lang):
            found = find(store, row["question"], limit=10, engine=engine)
            ranks.append(rank(found.answers, set(row["answers"].split())) if found.answered else 99)
    assert sum(place == 1 for place in ranks) >= first * len(ranks)
    assert sum(place <= 3 for place in ranks) >= three * len(ranks)


def test_what_nothing_answers_is_refused_and_little_else(whole):
    store, engine = whole
    asked = [row["question"] for row in table("questions.tsv", "\t")]
    refused = [question for question in asked if not find(store, question, limit=3, engine=engine).answered]
    assert len(refused) <= 0.03 * len(asked), refused
    others = (HERE / "unanswered.txt").read_text("utf-8").splitlines()
    answered = [question for question in others if find(store, question, limit=3, engine=engine).answered]
    assert len(answered) <= 0.06 * len(others), answered


def test_what_stands_of_a_regime_is_found_and_what_ended_is_told(whole):
    store, engine = whole
    wrong = []
    asked = table("regimes.csv", ",")
    for row in asked:
        found = find(store, row["question"], Wanted(current=True, as_of=TODAY), limit=3, engine=engine)
        right = row["answers"].split()
        among = any(
            place == one or place.startswith(f"{one}(")
            for a in found.answers
            for place in places(a)
            for one in right
        )
        if not (among if row["stands"] == "yes" else found.over or not found.answers):
            wrong.append(row["question"])
    assert len(wrong) <= 0.04 * len(asked), wrong
