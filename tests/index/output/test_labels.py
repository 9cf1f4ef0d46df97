"""A demand has the whole number of its paragraph, also where the source prints the letter alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from mandate_documents import document, put

from mandex.corpus.store import Store
from mandex.index.output.rows import rows

# label as printed, pinpoint, label of the demand, why
CASES = [
    ("2", "", "2", "a paragraph"),
    ("2(a)", "", "2(a)", "a point under its paragraph"),
    ("(a)", "OP2(a)", "2(a)", "a point that a title parts from its paragraph (1756 (2007), 2 (a))"),
    ("(a)(i)", "OP4(a)(i)", "4(a)(i)", "and one under such a point (2820 (2026), 4 (a) (i))"),
    ("(a)", "", "(a)", "a letter whose paragraph is not known"),
    ("", "OP26¶2", "", "nothing is printed (2321 (2016), 26)"),
]


@pytest.mark.parametrize(("printed", "place", "label", "why"), CASES, ids=[case[3] for case in CASES])
def test_the_label_of_a_demand_is_whole(
    tmp_path: Path, printed: str, place: str, label: str, why: str
) -> None:
    made = document("S/RES/1756 (2007)", "2007-05-15", "OP1 request: Requests a report")
    made = replace(made, paragraphs=(replace(made.paragraphs[0], label=printed, place=place),))
    with Store.open(tmp_path, create=True) as store:
        put(store, made)
        assert [row["label"] for row in rows(store, "mandates")] == [label], why
        assert [row["label"] for row in rows(store, "paragraphs")] == [printed]
