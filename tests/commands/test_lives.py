"""`regimes`, `missions`, `changes`, `export standing`, and what `show` tells of standing, from end to end."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner
from mandate_documents import document, put

from mandex.cli import main
from mandex.corpus.model import Span
from mandex.corpus.store import Store

TODAY = ("--as-of", "2026-11-22")


@pytest.fixture(scope="module")
def kb(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lives")
    title = "on South Sudan"
    with Store.open(folder, create=True) as base:
        put(
            base,
            document(
                "S/RES/2206 (2015)", "2015-03-03",
                "OP9 decide travel-ban 2016-03-03: Decides that all Member States"
                " shall prevent the entry into or"
                " transit through their territories of persons designated;",
                "OP11 decide amends@9/2206_(2015): Decides that the measures imposed"
                " by paragraph 9 above shall"
                " not apply to travel on humanitarian grounds;",
                "OP16 decide committee-mandate: Decides to establish a Committee of the Security Council;",
                "OP18 request panel-of-experts 2016-04-02: Requests the"
                " Secretary-General to establish a Panel of"
                " Experts for thirteen months;",
                title=title,
            ),
            document(
                "S/RES/2821 (2026)", "2026-05-29",
                "OP11 decide 2027-05-31 extends@9/2206_(2015): Decides to renew until"
                " 31 May 2027 the travel"
                " measures imposed by paragraph 9 of resolution 2206 (2015);",
                "OP18 decide 2027-07-01 extends@18/2206_(2015): Decides to extend"
                " until 1 July 2027 the mandate"
                " of the Panel of Experts as set out in paragraph 18 of resolution 2206 (2015);",
                title=title,
            ),
            document(
                "S/RES/1996 (2011)", "2011-07-08",
                "OP1 decide mission-establishment 2012-07-09: Decides to establish UNMISS for one year;",
                "OP2 decide troop-ceiling: Decides that UNMISS will consist of up to"
                " 7,000 military personnel;",
                title=title,
            ),
            document(
                "S/RES/2820 (2026)", "2026-04-30",
                "OP1 decide mission-mandate 2027-04-30: Decides to extend the mandate"
                " of UNMISS until 30 April"
                " 2027;",
                title=title,
            ),
        )  # fmt: skip
    return folder


def rows(kb, *arguments):
    result = CliRunner().invoke(main, ["--kb", str(kb), *arguments, "--format", "json"])
    assert result.exit_code == 0, result.output
    assert "known to 2026-05-29" in result.stderr or arguments[0] in ("export", "show")
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_regime_with_its_measure_exemption_committee_and_panel(kb):
    found = {row["measure"]: row for row in rows(kb, "regimes", "south", "sudan", *TODAY)}
    travel, panel = found["travel-ban"], found["panel"]
    assert (travel["imposed_by"], travel["latest_renewal"], travel["until"], travel["status"]) == (
        "S/RES/2206 (2015) OP9", "S/RES/2821 (2026) OP11", "2027-05-31", "current",
    )  # fmt: skip
    assert travel["exemptions"] == ["S/RES/2206 (2015) OP11"]
    assert travel["committee"] == found["committee"]["imposed_by"] == "S/RES/2206 (2015) OP16"
    assert (panel["imposed_by"], panel["until"]) == ("S/RES/2206 (2015) OP18", "2027-07-01")
    assert {row["known_to"] for row in found.values()} == {"2026-05-29"}


def test_a_measure_whose_imposing_paragraph_is_not_held_is_found_by_its_renewal(tmp_path):
    renewal = document(
        "S/RES/2825 (2026)", "2026-06-29",
        "OP1 decide 2027-07-01 extends@1/1807_(2008): Decides to renew until 1 July 2027 the"
        " measures on arms imposed by paragraph 1 of resolution 1807 (2008);",
        title="on the Democratic Republic of the Congo",
    )  # fmt: skip
    at = renewal.paragraphs[0].text.index("paragraph 1")
    cited = tuple(replace(one, at=Span(at, at + 37)) for one in renewal.citations)
    with Store.open(tmp_path, create=True) as base:
        put(base, replace(renewal, citations=cited))
    result = CliRunner().invoke(main, ["--kb", str(tmp_path), "regimes", *TODAY, "--format", "json"])
    (found,) = map(json.loads, result.stdout.splitlines())
    assert (found["measure"], found["imposed_by"], found["until"]) == (
        "arms-embargo", "S/RES/1807 (2008) OP1", "2027-07-01",
    )  # fmt: skip
    assert "S/RES/1807 (2008) OP1 is not held" in found["reason"]


def test_a_regime_as_it_was(kb):
    found = {row["measure"]: row for row in rows(kb, "regimes", "--as-of", "2015-06-01")}
    assert (found["travel-ban"]["until"], found["travel-ban"]["latest_renewal"]) == ("2016-03-03", "")


def test_no_regime_before_there_was_one(kb):
    result = CliRunner().invoke(main, ["--kb", str(kb), "regimes", "--as-of", "2014-01-01"])
    assert (result.exit_code, result.stdout) == (1, "")


def test_words_are_one_name_or_one_each(kb):
    both = [row["regime"] for row in rows(kb, "regimes", "south", "sudan", *TODAY)]
    assert [row["regime"] for row in rows(kb, "regimes", "south-sudan", "south-sudan", *TODAY)] == both * 2
    result = CliRunner().invoke(main, ["--kb", str(kb), "regimes", "south-sudan", "atlantis", *TODAY])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no regime is known as 'south-sudan atlantis'" in result.stderr


def test_a_mission(kb):
    (found,) = rows(kb, "missions", "UNMISS", *TODAY)
    assert (found["founded_by"], found["latest"], found["until"], found["status"]) == (
        "S/RES/1996 (2011) OP1", "S/RES/2820 (2026) OP1", "2027-04-30", "current",
    )  # fmt: skip
    assert found["strength"] == "7,000 military personnel"


def test_changes_since_a_day(kb):
    found = rows(kb, "changes", "--since", "2026-05-01", *TODAY)
    assert [(row["date"], row["what"], row["doc"], row["pinpoint"]) for row in found] == [
        ("2026-05-29", "renewed", "S/RES/2821 (2026)", "OP11"),
        ("2026-05-29", "renewed", "S/RES/2821 (2026)", "OP18"),
    ]


def test_export_standing(kb):
    found = {(row["doc"][6:10], row["label"]): row for row in rows(kb, "export", "standing", *TODAY)}
    assert len(found) == 9
    renewed = found["2206", "9"]
    assert (renewed["status"], renewed["until"], renewed["by"]) == (
        "current", "2027-05-31", "S/RES/2821 (2026) OP11",
    )  # fmt: skip
    assert all(row["reason"] for row in found.values())
    assert [r["label"] for r in rows(kb, "export", "standing", "--where", "label=9", *TODAY)] == ["9"]


def test_show_says_whether_a_paragraph_stands(kb):
    (found,) = rows(kb, "show", "2206", "OP9")
    assert (found["until"], found["by"]) == ("2027-05-31", "S/RES/2821 (2026) OP11")
    result = CliRunner().invoke(main, ["--kb", str(kb), "show", "2206 OP9"])
    assert "S/RES/2821 (2026) OP11" in result.stdout.splitlines()[0]


def test_changes_say_what_was_adopted_then_and_is_not_held(kb):
    said = CliRunner().invoke(main, ["--kb", str(kb), "changes", "--since", "2026-06-20", *TODAY]).stderr
    assert "this is not held" in said
    assert "S/RES/2823 (2026)" in said
