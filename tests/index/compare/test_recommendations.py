"""What reports recommend, judged sentence by sentence, and the documents that the project was made for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mandex.corpus.store import Store
from mandex.index.compare.recommendations import Recommendation, recommendations
from mandex.index.compare.recommending import advice
from mandex.index.compare.requirements import Asked, requirements
from mandex.ingest.pipeline import ingest

OBSERVATIONS, RECOMMENDATIONS = "Observations", "VII. Recommendations"

FOUND = [
    # the author speaks: I, the Panel, the Team
    ("I urge the parties to conclude an immediate ceasefire.", OBSERVATIONS, "urge", ("parties",)),
    ("I again urge the Israeli authorities to withdraw.", OBSERVATIONS, "urge", ("israel",)),
    ("I continue to call upon all Member States to unite.", OBSERVATIONS, "call upon", ("member-states",)),
    ("I therefore call on the signatory countries to support it.", OBSERVATIONS, "call on",
     ("parties", "states")),
    ("I appeal to the international community to scale up funding.", OBSERVATIONS, "appeal to",
     ("international-community",)),
    ("I reiterate my call upon Israel and the Syrian Arab Republic to submit their responses.", OBSERVATIONS,
     "call", ("israel", "syria")),
    ("The Panel of Experts recommends that the Committee remind the parties of their obligations.",
     RECOMMENDATIONS, "recommends", ("committee",)),
    # of those named after *that*, the first is to act
    ("The Team recommends that the Committee write to Member States on biometric data.", RECOMMENDATIONS,
     "recommends", ("committee",)),
    ("The parties are urged to respect the Blue Line.", OBSERVATIONS, "urged", ("parties",)),
    ("The General Assembly may wish to provide further guidance.", OBSERVATIONS, "wish",
     ("general-assembly",)),
    # *should* in a section of recommendations; of States anywhere
    ("The present mandate should be retained.", "CONCLUSIONS AND RECOMMENDATIONS", "should", ()),
    ("States should avoid politicization of such cooperation.", "Threats", "should", ("states",)),
    ("大会似宜重申其呼吁。", "四、结论和建议", "似宜", ("general-assembly",)),
    ("本小组建议会员国加强边境管制。", "建议", "建议", ("member-states",)),
    ("专家组建议安全理事会审查这些措施。", "建议", "建议", ("security-council",)),
]  # fmt: skip

LEFT = [
    # what others asked for is reported
    ("The Council urged the parties to ensure freedom of movement.", OBSERVATIONS),
    ("The extraordinary summit called for a ceasefire and urged the Government to engage.", OBSERVATIONS),
    ("In its resolution 2734 (2024), the Security Council encouraged Member States to submit requests.",
     OBSERVATIONS),
    ("The Security Council has reaffirmed that Member States must comply with the law.", RECOMMENDATIONS),
    # what was done, what is only felt, what letters say of themselves
    ("During my visit, I also encouraged the community to strengthen its support.", OBSERVATIONS),
    ("I am encouraged by the efforts of the Office of the Special Envoy.", OBSERVATIONS),
    ("I should be grateful if you would bring this letter to the attention of the Council.", RECOMMENDATIONS),
    ("Patrols should avoid passing near the town, as the security of peacekeepers could not be guaranteed.",
     "Freedom of movement incidents"),
    ("The report contained a series of recommendations regarding training.", OBSERVATIONS),
    ("与会者呼吁非洲法语国家加入并执行这些文书。", "区域和次区域讲习班"),
    ("委员会将继续鼓励尚未提交报告的国家提交报告。", "保持对话"),
    ("大会在第62/172号决议中鼓励该办公室加大技术援助的力度。", "摘要"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "section", "verb", "to"), FOUND, ids=[case[0][:50] for case in FOUND])
def test_recommendations(text: str, section: str, verb: str, to: tuple[str, ...]) -> None:
    (found,) = advice(text, section)
    assert (found.verb, found.to[: len(to)]) == (verb, to)
    assert text[found.start : found.end] == text


@pytest.mark.parametrize(("text", "section"), LEFT, ids=[case[0][:50] for case in LEFT])
def test_what_is_no_recommendation(text: str, section: str) -> None:
    assert list(advice(text, section)) == []


@pytest.fixture(scope="module")
def seeds(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("seeds"), create=True) as store:
        ingest([data / "seeds"], store, workers=1)
        yield store


def of(rows: list[Recommendation], name: str) -> list[Recommendation]:
    return [row for row in rows if name in row.source]


@pytest.mark.corpus
def test_the_five_documents(seeds: Store) -> None:
    rows = recommendations(seeds)
    report = of(
        rows, "003_"
    )  # a report on technical assistance, which ends with what the Assembly may wish to do
    asked = [row for row in report if row.addressee[:1] == ("general-assembly",)]
    assert len(asked) >= 4
    assert all(row.label.isdigit() and 84 <= int(row.label) <= 96 for row in asked)
    letter = of(rows, "004_")  # a programme of work: one call upon experts to cooperate; plans are no advice
    assert [row.label for row in letter] == ["17"]
    assert {"S/RES/1267 (1999)", "S/RES/1373 (2001)", "S/RES/1540 (2004)"} <= set(letter[0].basis)
    assert (
        of(rows, "000_") == of(rows, "002_") == []
    )  # a web page and a concept note: they report what others ask
    resolution = [row for row in requirements(seeds, Asked()) if row.doc == "S/RES/2617 (2021)"]
    assert resolution
    assert all(row.text[row.start : row.end] for row in resolution)
    assert {row.doc for row in requirements(seeds, Asked())} == {
        "S/RES/2617 (2021)"
    }  # the others demand nothing
