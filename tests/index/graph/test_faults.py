"""Faults of citations, from documents in hand and from a base; differences between language versions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from graph_cases import document as graph_document
from graph_cases import put
from places import Run

from mandex.cli import main
from mandex.corpus.languages import Lang
from mandex.corpus.model import Citation, Document, Paragraph, Span
from mandex.corpus.store import Store
from mandex.index.graph.faults import differences, explain, faults, faults_of


def citation(seq: int, target: str | None, **more: object) -> Citation:
    plain = Citation(seq, Span(0, 4), Span(0, 4), target or "第号决议", target)
    return replace(plain, **more)  # type: ignore[arg-type]


def document(lang: Lang, *citations: Citation) -> Document:
    paragraphs = (
        Paragraph(1, "preambular", "", "Recalling", Span(0, 9)),
        Paragraph(2, "operative", "1", "Decides", Span(10, 17)),
    )
    return Document(
        symbol="S/RES/2617 (2021)", lang=lang, type="resolution", organ="Security Council", number=2617,
        year=2021, date="2021-12-30", title="", meeting="", vote="", chapter_vii=False, source=f"/{lang}.txt",
        sha256=lang, format="text", pages=0, text="Recalling Decides", paragraphs=paragraphs,
        citations=citations,
    )  # fmt: skip


WRONG_YEAR = citation(
    1, "S/RES/2195 (2015)", surface="2195 (2015)", status="year-mismatch", suggest="S/RES/2195 (2014)"
)
LATER = citation(2, "S/RES/2650 (2022)", status="unknown")
LOST = citation(2, None, status="elided", gaps=4)
SOUND = citation(2, "S/RES/1373 (2001)")
OWN = citation(2, "S/RES/2617 (2021)", status="self")


@pytest.fixture
def kb(tmp_path: Path) -> Iterator[Path]:
    with Store.open(tmp_path, create=True) as store:
        for version in (document("en", WRONG_YEAR, LATER, SOUND), document("zh-Hans", LOST, SOUND, OWN)):
            store.put_file(version.source, version.sha256, [version])
    yield tmp_path


def run(kb: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--kb", str(kb), "check", *arguments])


def test_a_document_in_hand_and_in_the_base_has_the_same_faults(kb: Path) -> None:
    expected = [*faults_of(document("en", WRONG_YEAR, LATER, SOUND)), *faults_of(document("zh-Hans", LOST))]
    with Store.open(kb) as store:
        assert list(faults(store)) == list(faults(store, "S/RES/2617 (2021)")) == expected
        assert not list(faults(store, "S/RES/1373 (2001)"))
    assert [(f.place, f.status, f.suggest) for f in expected] == [
        ("paragraph 1", "year-mismatch", "S/RES/2195 (2014)"),
        ("OP1", "unknown", None),
        ("OP1", "elided", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (WRONG_YEAR, "resolution 2195 is of 2014"),
        (LATER, "resolution 2650 was adopted on 2022-08-31, after this document"),
        (citation(1, "S/RES/9999 (2021)", status="unknown"), "the register ends with"),
        (
            citation(1, "A/RES/1514", status="unknown"),
            "A/RES/1514 names nothing: a session, a year or a stroke is missing",
        ),
        (citation(1, None, status="elided", gaps=1), "the number is lost"),
        (LOST, "4 numbers are lost"),
    ],
)
def test_faults_are_explained(fault: Citation, says: str) -> None:
    assert says in explain(fault.status, fault.target, fault.gaps)


def test_differences_between_languages(kb: Path) -> None:
    with Store.open(kb) as store:
        found = [(d.target, d.cited_in, d.not_in, d.places) for d in differences(store)]
    assert found == [
        ("S/RES/2195 (2015)", "en", "zh-Hans", ("paragraph 1",)),
        ("S/RES/2650 (2022)", "en", "zh-Hans", ("OP1",)),
    ]


def test_the_command_says_what_is_wrong_and_exits_with_1(kb: Path) -> None:
    result = run(kb, "2617")
    assert result.exit_code == 1
    assert "resolution 2195 is of 2014" in result.output
    assert len(run(kb, "--format", "json").stdout.splitlines()) == 3
    rows = [json.loads(line) for line in run(kb, "--languages", "--format", "json").stdout.splitlines()]
    assert [row["target"] for row in rows] == ["S/RES/2195 (2015)", "S/RES/2650 (2022)"]


def test_the_command_reads_a_draft_without_storing_it(kb: Path) -> None:
    draft = kb / "draft.txt"
    draft.write_text(
        "The Security Council,\n\nRecalling its resolution 2195 (2015) on terrorism and crime,\n\n"
        "1. Decides to remain seized of the matter.\n",
        encoding="utf-8",
    )
    result = run(kb, str(draft), "--format", "json")
    assert result.exit_code == 1
    assert [json.loads(line)["suggest"] for line in result.stdout.splitlines()] == ["S/RES/2195 (2014)"]
    with Store.open(kb) as store:
        assert store.known_hash(str(draft)) is None
    draft.write_text(draft.read_text("utf-8").replace("(2015)", "(2014)"), encoding="utf-8")
    assert run(kb, str(draft)).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("nowhere.txt",), 2, "there is no file"),
        (("1373",), 1, "does not hold S/RES/1373 (2001)"),
    ],
)
def test_what_cannot_be_checked(kb: Path, arguments: tuple[str, ...], code: int, says: str) -> None:
    result = run(kb, *arguments)
    assert result.exit_code == code
    assert says in result.output


# -- drafts: days, paragraphs, gaps


DAYS = [
    # footnotes in the styles of lawyers, the day right and wrong
    ("UNSC Res 1373 (28 September 2001) UN Doc S/RES/1373, para 1(c).", 0),
    ("UNSC Res 2396 (21 December 2016) UN Doc S/RES/2396.", 1),
    ("SC Res 1267, UN SCOR, 54th sess, 4051st mtg, UN Doc S/RES/1267 (15 October 2000) para 4.", 1),
    ("S.C. Res. 2178, ¶ 5 (Sept. 24, 2013).", 1),
    ("S.C. Res. 2178, ¶ 5 (Sept. 24, 2014).", 0),
    ("U.N. Doc. S/RES/1540 (Apr. 28, 2003).", 1),
    # prose, in which the day may be that of another paper
    ("Recalling resolution 1373 (2001) of 27 September 2001 on terrorism", 1),
    ("Recalling resolution 1373 (2001) of 28 September 2001 on terrorism", 0),
    ("the report pursuant to resolution 721 (1991) of 11 December 1991", 0),
    ("in accordance with paragraph 10 of resolution 1533 (2004), dated 15 July 2004", 0),
    ("resolution 1244 (1999) (31 March 1998; 23 September 1998)", 0),  # a list of meetings
    ("resolution 2254 (2015) on 29 January 2016", 0),  # what happened on that day is said elsewhere
    ("回顾2001年9月27日第1373(2001)号决议", 1),
    ("回顾2001年9月28日第1373(2001)号决议", 0),
]


@pytest.mark.parametrize(("text", "wrong"), DAYS)
def test_the_day_beside_a_number_is_that_of_its_adoption(tmp_path: Path, text: str, wrong: int) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(f"The following remarks were made by the authors of this study.\n\n{text}\n", "utf-8")
    rows = [json.loads(line) for line in run(tmp_path, str(draft), "--format", "json").stdout.splitlines()]
    assert [row["status"] for row in rows] == ["date-mismatch"] * wrong, rows


def test_paragraphs_are_held_against_the_texts_in_the_base(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        whole = ("PP1 : Recalling", "OP1 : Decides", "OP2 : Decides also", "OP2(a) : this", "OP3 : Requests")
        put(store, graph_document("S/RES/2396 (2017)", *whole))
        gap = ("PP1 : Recalling", "OP1 : Decides", "OP7 : Requests")  # not read whole: nothing is said of it
        put(store, graph_document("S/RES/2178 (2014)", *gap))
    draft = tmp_path / "memo.txt"
    draft.write_text(
        "See paragraphs 2 to 4 of resolution 2396 (2017), paragraph 2 (z) of resolution 2396 (2017),"
        " preambular paragraph 9 of resolution 2396 (2017), paragraph 250 of resolution 2178 (2014) and"
        " paragraph 250 of resolution 1373 (2001), of which nothing is held.\n"
    )
    result = run(tmp_path, str(draft), "--format", "json")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(row["status"], row["message"]) for row in rows] == [
        ("no-such-paragraph", "S/RES/2396 (2017) has no paragraph 4; the last is 3"),
        ("no-such-paragraph", "S/RES/2396 (2017) has no paragraph PP9; the last is 1"),
    ]
    assert "5 citations checked, 2 wrong" in result.stderr


LETTERS = [
    ("paragraph 2 (z) of resolution 1373 (2001)",
     "S/RES/1373 (2001) has no paragraph 2(z); the last is 2(c)"),
    ("paragraph 2 (c) of resolution 1373 (2001)", ""),
    ("paragraph 2 (i) of resolution 1373 (2001)", ""),  # may be a point of any letter
    ("paragraph 1 (z) of resolution 1373 (2001)", ""),  # has no letters: its text may count them
    ("paragraph 3 (d) of resolution 1373 (2001)", ""),  # what stands under (b) may have been read to the end
    # the missing paragraph of what was meant by a wrong year
    ("resolution 1373 (2002), para. 99",
     "resolution 1373 is of 2001; S/RES/1373 (2001) has no paragraph 99; the last is 3"),
    # what stands between two resolutions belongs to the first, up to the word that begins the second's
    ("resolution 1373 (2001), paragraphs 2 and 88, and OP 4 of resolution 2664 (2022)",
     "S/RES/1373 (2001) has no paragraph 88; the last is 3"),
    ("resolution 2664 (2022), paragraph 88, and paragraphs 2 and 99 of resolution 1373 (2001)",
     "S/RES/1373 (2001) has no paragraph 99; the last is 3"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "says"), LETTERS)
def test_letters_and_several_paragraphs_of_several_resolutions(tmp_path: Path, text: str, says: str) -> None:
    with Store.open(tmp_path, create=True) as store:
        labels = ("OP1 : Decides", "OP2 : Decides", "OP2(a) : this", "OP2(b) : that", "OP2(c) : those")
        under = ("OP3 : Requests", "OP3(a) : one", "OP3(a)(i) : first", "OP3(b) : other")
        put(store, graph_document("S/RES/1373 (2001)", *labels, *under))
    draft = tmp_path / "memo.txt"
    draft.write_text(f"The authors of this study refer to {text}.\n")
    rows = [json.loads(line) for line in run(tmp_path, str(draft), "--format", "json").stdout.splitlines()]
    assert [row["message"] for row in rows] == ([says] if says else [])


def test_standard_input_is_checked(mandex: Run) -> None:
    result = mandex("check", "-", stdin=b"Recalling resolution      (2022) and resolution 2396 (2018).")
    assert result.exit_code == 1
    assert "the number is lost" in result.stdout
    assert "2 citations checked, 2 wrong" in result.stderr
