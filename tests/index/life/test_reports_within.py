"""Reports that are told in an annex, or within another report, a briefing, the annual report of a body."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reports_asked import SC, asked, due

from mandex.corpus.model import Paragraph, Span

MONITORS = "monitoring-team"


def annexed(*points, symbol="S/RES/2816 (2026)", date="2026-02-12", title="on the Taliban"):
    """A resolution with an annex: each point its pinpoint (empty for what leads to them) and its words."""
    made = asked("OP1 note: Welcomes;", symbol=symbol, date=date, title=title)
    annex = (Paragraph(seq, "annex", "", words, Span(0, 1), place=at)
             for seq, (at, words) in enumerate(points, start=2))  # fmt: skip
    return replace(made, paragraphs=(*made.paragraphs, *annex))


def test_an_annex_lays_down_reports_of_the_body_that_it_is_about(tmp_path):
    made = annexed(
        ("", "The Monitoring Team shall have the following responsibilities:"),
        ("Annex (a)", "(a) To submit, in writing, an annual independent report to the Committee;"),
        ("Annex (s)", "(s) To study and report to the Committee, through an annual workshop;"),
        ("Annex II 1", "The Chair will provide brief annual updates to the Security Council;"),
    )  # fmt: skip
    assert [(one.pinpoint, one.subject, one.to, one.every, one.date) for one in due(tmp_path, made)] == [
        ("Annex (a)", MONITORS, "committee", "P1Y", "2027-02-12"),
        ("Annex II 1", "", SC, "P1Y", "2027-02-12"),
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("to include in its annual report information on progress in implementing this resolution",
         [("2027-02-01", "P1Y")]),
        ("to include in its annual report a list of parties", []),
        ("to brief the Security Council on a regular basis", [("", "")]),
        ("to keep the Security Council regularly informed about relevant developments", [("", "")]),
        ("to keep the Security Council abreast of relevant developments", [("", "")]),
        ("to report regularly on abuses of human rights", []),  # to whom is not said: a task on the ground
    ],
)  # fmt: skip
def test_reports_within_others_and_without_a_day(tmp_path, words, found):
    made = asked(f"OP5 request: Requests the Secretary-General {words};",
                 symbol="S/RES/2813 (2026)", date="2026-02-01")  # fmt: skip
    assert [(one.date, one.every) for one in due(tmp_path, made)] == found


def test_a_report_told_within_another_does_not_replace_it(tmp_path):
    found = due(
        tmp_path,
        asked("OP16 request reports=2026-12-22/P6M: Requests the Mechanism to report to the Security Council"
              " every six months;", symbol="S/RES/2529 (2020)", date="2020-12-22"),
        asked("OP14 request: Requests the Mechanism to include in its six-monthly reports information on"
              " progress achieved in implementing this resolution;",
              symbol="S/RES/2740 (2024)", date="2024-06-27"),
    )  # fmt: skip
    assert "S/RES/2529 (2020)" in {one.doc for one in found}


def test_what_is_told_within_a_briefing_has_the_day_of_that_briefing(tmp_path):
    theme = "United Nations peacekeeping operations"
    found = due(
        tmp_path,
        asked("OP10 request reports=2018-09-20/P12M: Requests the Secretary-General to provide a"
              " comprehensive annual briefing to the Security Council on peacekeeping every twelve months;",
              symbol="S/RES/2378 (2017)", date="2017-09-20", title=theme),
        asked("OP14 request: Requests the Secretary-General to report progress on safety in his comprehensive"
              " annual briefing mandated by its resolution 2378 (2017);",
              symbol="S/RES/2518 (2020)", date="2020-03-30", title=theme),
    )  # fmt: skip
    assert {one.date for one in found} == {"2027-09-20"}


@pytest.mark.parametrize(
    ("others", "day"),
    [
        ((), "2026-12-20"),  # 2805 OP28: in the annual report that 1645 asks for, no day of its own
        (("OP9 request reports=2015-03-01/P1Y: Requests the Commission to brief the Security Council each"
          " year on its missions;",), "2027-11-20"),  # which of two is meant nobody says
    ],
)  # fmt: skip
def test_what_is_told_in_its_annual_report_has_the_day_of_the_one_that_a_body_owes(tmp_path, others, day):
    commission = "peacebuilding-commission"
    found = due(
        tmp_path,
        asked("OP15 decide reports=2006-12-20/P1Y: Decides that the Commission shall submit an annual report"
              " to the General Assembly;", *others, actor=commission, symbol="S/RES/9645 (2005)",
              date="2005-12-20", title="post-conflict peacebuilding"),
        asked("OP28 request: Requests the Commission to include in its annual report information on progress"
              " in implementing relevant provisions of the present resolution;", actor=commission,
              symbol="S/RES/9805 (2025)", date="2025-11-20", title="sustaining peace"),
    )  # fmt: skip
    assert [one.date for one in found if one.pinpoint == "OP28"] == [day]
