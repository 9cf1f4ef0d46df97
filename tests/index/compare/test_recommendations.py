"""What reports recommend, judged sentence by sentence, and the documents that the project was made for."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from mandex.corpus.store import Store
from mandex.index.compare.recommendation import Recommendation
from mandex.index.compare.recommendations import recommendations
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
     ("parties",)),
    ("I appeal to the international community to scale up funding.", OBSERVATIONS, "appeal to",
     ("international-community",)),
    ("I reiterate my call upon Israel and the Syrian Arab Republic to submit their responses.", OBSERVATIONS,
     "call", ("israel", "syria")),
    ("The Panel of Experts recommends that the Committee remind the parties of their obligations.",
     RECOMMENDATIONS, "recommends", ("committee",)),
    # what they do, not a report that bears their name
    ("The Panel recommends that Member States report seizures to the Committee.", RECOMMENDATIONS,
     "recommends", ("member-states",)),
    # of those named after *that*, the first is to act
    ("The Team recommends that the Committee write to Member States on biometric data.", RECOMMENDATIONS,
     "recommends", ("committee",)),
    ("The parties are urged to respect the Blue Line.", OBSERVATIONS, "urged", ("parties",)),
    ("The General Assembly may wish to provide further guidance.", OBSERVATIONS, "wish",
     ("general-assembly",)),
    # *should* in a section of recommendations; of States anywhere
    ("The present mandate should be retained.", "CONCLUSIONS AND RECOMMENDATIONS", "should", ()),
    ("States should avoid politicization of such cooperation.", "Threats", "should", ("states",)),
    # what the author says must be done, wherever it stands; behind *as stipulated* it is still the author
    ("At the same time, Israel must complete its withdrawal.", OBSERVATIONS, "must", ("israel",)),
    ("As noted during the consultations, States should review their frameworks.", "Annex", "should",
     ("states",)),
    ("It will be vital for international partners to mobilize resources.", OBSERVATIONS, "vital",
     ("international-community",)),
    ("I thank Member States for their support and call on donors to bolster it.", OBSERVATIONS, "call on",
     ("states-concerned",)),
    # of a thing asked for nobody is addressed; *for donors to* names them
    ("I recommend the extension of the United Nations component.", OBSERVATIONS, "recommend", ()),
    ("I reiterate my appeal to support the work and for donors to pay.", OBSERVATIONS, "appeal",
     ("states-concerned",)),
    ("UNODC calls in particular upon the Haitian authorities:", RECOMMENDATIONS, "calls in particular upon",
     ("haiti",)),
    ("UNODC reiterates the importance of:", RECOMMENDATIONS, "reiterates", ()),
    # a State in its own letter
    ("Accordingly, Azerbaijan formally requests that Armenia indicate:", "Annex", "requests", ("armenia",)),
    # the authorities of a country are one; who is only helped is asked for nothing
    ("UNODC calls upon Haitian governmental authorities, as well as international stakeholders:",
     RECOMMENDATIONS, "calls upon", ("haiti", "international-community")),
    ("Assistance to Member States should be increased.", RECOMMENDATIONS, "should", ()),
    ("Since donors have paid, the programme should be extended.", RECOMMENDATIONS, "should", ()),
    ("毒品和犯罪问题办公室需要开展更多工作。", "结论和建议", "需要", ("unodc",)),
    # somebody who needs to act, in any section
    ("The OPCW Mission in the Syrian Arab Republic needs to ensure support.", "Progress", "needs to",
     ("opcw",)),
    ("为了应对这一挑战，各国需采取全政府和全社会的方针。", "背景", "需", ("states",)),
    # an office of which something is asked, in any section; who only stands in the reason is not asked
    ("为执行《全球战略》，预防恐怖主义处需要继续扩大服务的范围。", "背景", "需要", ("unodc",)),
    ("毒品和犯罪问题办公室需要为反恐执行工作队的工作做出有效贡献。", "结论和建议", "需要", ("unodc",)),
    ("鉴于各国存在不同观点，必须继续关注加强反恐法律制度。", "结论和建议", "必须", ()),
    ("捐助国必须提供大幅增加的供资。", "动员成员国加强支助", "必须", ("states-concerned",)),
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
    ("It stipulated that the transition should be guided by several principles.", "Transition Principles"),
    ("Participants heard that the two armies must withdraw.", "Regional efforts"),
    ("“All of this must end now.”", OBSERVATIONS),
    ("《全球战略》强调，必须加强国际反恐合作。", "建议"),
    # what is needed of a thing, a plan; what is only to be acknowledged
    ("The Syrian programme still needs to be declared to its full extent.", "Progress"),
    ("The Organisation will need to rely on support from States Parties.", "Progress"),
    ("应当承认，目前的资源水平无法满足日益增加的请求。", "结论和建议"),
    # a forecast, a remark
    ("New types of registers should improve the tracking of prisoners.", "Prisons"),
    ("It should be noted that access has been limited.", OBSERVATIONS),
    ("Regulators face the challenge of balancing the need to encourage new technologies.", RECOMMENDATIONS),
    ("已建立的伙伴关系产生了更多的援助需要。", "结论和建议"),
    # what was done, what is only felt, what letters say of themselves
    ("During my visit, I also encouraged the community to strengthen its support.", OBSERVATIONS),
    ("I am encouraged by the efforts of the Office of the Special Envoy.", OBSERVATIONS),
    ("I should be grateful if you would bring this letter to the attention of the Council.", RECOMMENDATIONS),
    ("The Israel Defense Forces informed the Force that patrols should avoid passing near the town.",
     "Freedom of movement incidents"),
    ("The report contained a series of recommendations regarding training.", OBSERVATIONS),
    ("与会者呼吁非洲法语国家加入并执行这些文书。", "区域和次区域讲习班"),
    ("委员会将继续鼓励尚未提交报告的国家提交报告。", "保持对话"),
    ("大会在第62/172号决议中鼓励该办公室加大技术援助的力度。", "摘要"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "section", "verb", "to"), FOUND, ids=[case[0][:50] for case in FOUND])
def test_recommendations(text: str, section: str, verb: str, to: tuple[str, ...]) -> None:
    (found,) = advice(text, section)
    assert (found.verb, found.to) == (verb, to)
    assert text[found.start : found.end] == text


@pytest.mark.parametrize(("text", "section"), LEFT, ids=[case[0][:50] for case in LEFT])
def test_what_is_no_recommendation(text: str, section: str) -> None:
    assert list(advice(text, section)) == []


READ = Path(__file__).with_name("recommendations_read.tsv")


@dataclass(frozen=True)
class Read:
    """A recommendation found by reading; where the reader was in doubt, `addressee` is `?`; `*` says that
    the house has no name for whom it addresses.
    """

    symbol: str
    paragraph: str
    says: str
    addressee: str
    verb: str
    why: str

    def is_in(self, row: Recommendation) -> bool:
        return (row.doc, row.label) == (self.symbol, self.paragraph) and self.says in row.text


def read() -> list[Read]:
    with READ.open(encoding="utf-8") as file:
        return [Read(**row) for row in csv.DictReader(file, delimiter="\t")]


@pytest.fixture(scope="module")
def reports(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The reports and letters of the table, and the five documents that the project was made for."""
    symbols = {row.symbol for row in read() if not row.symbol.startswith("file:")}
    printed = {"S/2025/105": "A/79/796", "S/2025/173": "A/ES-10/1027"}
    names = [f"{printed.get(symbol, symbol).replace('/', '_')}.en.pdf" for symbol in sorted(symbols)]
    with Store.open(tmp_path_factory.mktemp("reports"), create=True) as store:
        ingest([data / "seeds", *(data / "pdf" / name for name in names)], store, workers=1)
        yield store


@pytest.mark.corpus
def test_the_rows_read(reports: Store) -> None:
    """Every recommendation of these documents, listed by a reader before he looked at the machine's."""
    asked, doubtful = [row for row in read() if row.verb != "?"], [row for row in read() if row.verb == "?"]
    found = {row.symbol: [] for row in asked}  # type: dict[str, list[Recommendation]]
    for row in recommendations(reports):
        if row.doc in found and not any(one.is_in(row) for one in doubtful):
            found[row.doc].append(row)
    right = []
    for one in asked:
        for row in found[one.symbol]:
            if one.is_in(row):
                found[one.symbol].remove(row)
                right.append((one, row))
                break
    wrong = [row for rows in found.values() for row in rows]
    named = [(one, row) for one, row in right if one.addressee != "*"]
    addressed = [(one, row) for one, row in named if one.addressee == "; ".join(row.addressee)]
    assert len(asked) >= 150
    assert len(right) / len(asked) >= 0.95, set(asked) - {one for one, _ in right}
    assert len(right) / (len(right) + len(wrong)) >= 0.95, wrong
    assert len(addressed) / len(named) >= 0.95, [pair for pair in named if pair not in addressed]


def of(rows: list[Recommendation], name: str) -> list[Recommendation]:
    return [row for row in rows if name in row.source]


@pytest.mark.corpus
def test_the_five_documents(reports: Store) -> None:
    rows = recommendations(reports)
    report = of(
        rows, "003_"
    )  # a report on technical assistance, which ends with what the Assembly may wish to do
    asked = [row for row in report if row.addressee[:1] == ("general-assembly",)]
    assert len(asked) >= 4
    assert all(row.label.isdigit() and 84 <= int(row.label) <= 96 for row in asked)
    letter = of(rows, "004_")  # a programme of work: one call upon experts to cooperate; plans are no advice
    assert [row.label for row in letter] == ["17"]
    assert {"S/RES/1267 (1999)", "S/RES/1373 (2001)", "S/RES/1540 (2004)"} <= set(letter[0].basis)
    assert of(rows, "000_") == []  # a web page reports what others ask
    note = of(rows, "002_")  # a concept note: what States need to do
    assert [(row.label, row.addressee) for row in note] == [
        ("5", ("states",)),
        ("5", ("states",)),
        ("6", ("states",)),
    ]
    resolution = [row for row in requirements(reports, Asked()) if row.doc == "S/RES/2617 (2021)"]
    assert resolution
    assert all(row.text[row.start : row.end] for row in resolution)
    assert {row.doc for row in requirements(reports, Asked())} == {
        "S/RES/2617 (2021)"
    }  # the others demand nothing


def test_one_who_is_only_pointed_at_is_the_one_named_before() -> None:
    text = "毒品和犯罪问题办公室需要开展更多工作。必须加强其外地专家网络。必须加强其他努力。"
    assert [one.to for one in advice(text, "结论和建议")] == [("unodc",), ("unodc",), ()]


def test_you_are_whoever_the_letter_is_written_to() -> None:
    text = "Azerbaijan requests that you take the necessary steps to procure a response from Armenia."
    (one,) = advice(text, "Annex", ("secretary-general",))
    assert one.to == ("secretary-general",)
