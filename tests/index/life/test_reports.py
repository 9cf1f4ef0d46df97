"""Reports that are owed: what counts as one, who owes it to whom, and how long."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reports_asked import SC, SG, asked, due

from mandex.corpus.model import MandateDate, Span


@pytest.mark.parametrize(
    ("words", "actor", "who", "to"),
    [
        ("Requests the Secretary-General to report every three months to the Council", SG, SG, SC),
        ("Requests the Secretary-General to report every 90 days on developments", SG, SG, SC),
        ("Requests the Monitoring Team to provide the Committee established pursuant to resolution 1267"
         " with reports on a quarterly basis", "monitoring-team", "monitoring-team", "committee"),
        ("Requests to the Secretary-General to continue to present a report to the General Assembly and the"
         " Security Council", SG, SG, "general-assembly, security-council"),
        ("To make periodic reports each year to the Council on information submitted to the Committee",
         "1988-committee", "1988-committee", SC),
        ("Decides that briefings from the Chair of the Committee pursuant to resolution 2713 (2023) to the"
         " Security Council shall take place each year", "", "2713-committee", SC),
        # what those aim at who are supported is theirs, as 2793 (2025) has it
        ("Support to the GSF Special Representative’s efforts to coordinate among partners to ensure"
         " quarterly reporting to the Security Council", SG, "gsf-haiti, special-representative", SC),
        # the condition of an exception: States notify, not the country
        ("Decides that this shall not apply, provided that the Member State notifies the Committee every"
         " thirty days of the amount", "democratic-people-s-republic-of-korea", "member-states", "committee"),
    ],
)  # fmt: skip
def test_who_reports_to_whom(tmp_path, words, actor, who, to):
    found = due(tmp_path, asked(f"OP12 request reports=2026-01-10/P3M: {words};", actor=actor))
    assert {(one.subject, one.to) for one in found} == {(who, to)}


def test_two_reports_of_one_demand_have_readers_of_their_own(tmp_path):
    made = asked(
        "OP16 request reports=2011-12-22/P1Y reports=2011-06-22/P6M: Requests the President to submit an"
        " annual report to the Security Council and to the General Assembly, and the President and the"
        " Prosecutor to submit six-monthly reports to the Security Council;",
        actor="residual-mechanism", symbol="S/RES/9966 (2010)", date="2010-12-22",
        title="International Residual Mechanism",
    )  # fmt: skip
    made = replace(made, mandates=tuple(_worded(one, "annual", "six-monthly") for one in made.mandates))
    found = {(one.every, one.to) for one in due(tmp_path, made)}
    assert found == {("P1Y", "general-assembly, security-council"), ("P6M", SC)}


@pytest.mark.parametrize(
    ("second", "to"),
    [
        # as 2801 (2025) has it
        ("a final report no later than 15 June 2027 to the Security Council", [SC, "committee"]),
        # the reader is not told beside the final report: both may be meant
        ("a final report no later than 15 June 2027, as well as a briefing to the Security Council",
         ["security-council, committee", "committee"]),
    ],
)  # fmt: skip
def test_two_reports_on_days_of_their_own_have_readers_of_their_own(tmp_path, second, to):
    made = asked(
        "OP19 request reports=2027-06-15/ reports=2026-12-30/: Requests the Panel of Experts to provide an"
        f" update to the Committee no later than 30 December 2026, and {second};", actor="panel-of-experts",
    )  # fmt: skip
    days = ("no later than 15 June 2027", "no later than 30 December 2026")
    made = replace(made, mandates=tuple(_worded(one, *days) for one in made.mandates))
    assert [one.to for one in sorted(due(tmp_path, made), key=lambda one: one.date, reverse=True)] == to


def _worded(mandate, *texts):
    dates = zip(mandate.dates, texts, strict=True)
    return replace(mandate, dates=tuple(replace(one, text=text) for one, text in dates))


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("will submit its Programme of Work before the end of each January and brief the Council in the first"
         " quarter of each year", ["2027-01-31", "2027-03-31"]),
        ("will brief the Council on a twice annual basis", ["2026-12-15", "2027-06-15"]),
    ],
)  # fmt: skip
def test_days_of_each_year(tmp_path, words, days):
    made = asked(
        f"OP2 decide reports=2017-12-15/P1Y: Decides that the Committee {words};", actor="1540-committee",
        symbol="S/RES/9925 (2016)", date="2016-12-15", title="Non-proliferation of weapons",
    )  # fmt: skip
    assert [one.date for one in due(tmp_path, made)] == days


@pytest.mark.parametrize(
    "words",
    [
        "Directs the Committee to update this list every 12 months",
        "Directs the Secretary to notify all Member States when 75 per cent of the yearly amount is reached",
        "Directs the Committee to make publicly available each month the volume reported by Member States",
        "Requests him to include in his annual reports submitted under resolution 1820 a list of parties",
    ],
)
def test_what_is_no_report_of_its_own(tmp_path, words):
    assert due(tmp_path, asked(f"OP7 request reports=2026-01-10/P1Y: {words};", actor="committee")) == []


@pytest.mark.parametrize(
    ("words", "when", "day"),
    [
        ("Requests the Monitoring Team to circulate to the Committee every twelve months a list compiled in"
         " consultation with the designating States", "2025-06-10/P12M", "2027-06-10"),
        ("Requests the Secretary-General to conduct, no later than 1 December 2026, an assessment of progress"
         " achieved on the key benchmarks", "2026-12-01/", "2026-12-01"),
        ("Requests the United Nations to provide an assessment of progress to the Security Council by"
         " 31 December 2026", "2026-12-31/", "2026-12-31"),
    ],
)  # fmt: skip
def test_what_is_a_report_by_another_name(tmp_path, words, when, day):
    made = asked(f"OP93 request reports={when}: {words};", date="2026-06-10", symbol="S/RES/9834 (2026)",
                 title="threats caused by terrorist acts")  # fmt: skip
    assert [one.date for one in due(tmp_path, made)] == [day]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("regular updates to the Committee, including detailed investigations and one thematic report by"
         " 30 June 2026", [""]),
        ("a thematic report to the Committee by 30 June 2026, taking up what its regular updates tell", []),
    ],
)  # fmt: skip
def test_regular_updates_stay_owed_after_the_day_of_a_report_beside_them(tmp_path, words, days):
    made = asked(f"OP32(a) request reports=2026-06-30/: {words};", symbol="S/RES/9806 (2025)",
                 date="2025-12-12", title="Somalia", actor="panel-of-experts")  # fmt: skip
    assert [one.date for one in due(tmp_path, made)] == days


def test_a_rhythm_is_not_over_with_the_day_by_which_its_sentence_wants_something_set_up(tmp_path):
    made = asked(
        "OP10 request reports=2026-03-30/: Requests the Secretary-General to establish a support office"
        " within six months of adoption, and that such support shall constitute the following:",
        "OP10(d) request reports=2025-12-30/P3M: Support to ensure quarterly reporting to the Security"
        " Council;",
        symbol="S/RES/9793 (2025)", date="2025-09-30", title="Haiti",
    )  # fmt: skip
    assert [one.date for one in due(tmp_path, made) if one.pinpoint == "OP10(d)"][:1] == ["2026-12-30"]


@pytest.mark.parametrize(
    ("on", "last"),
    [
        ("on the implementation of resolution 9701 (2006)", "2027-08-28"),  # it outlasts the force
        ("on the implementation of the present resolution", "2026-12-28"),
        ("on the implementation of its mandate", "2026-12-28"),
    ],
)
def test_reports_on_another_resolution_do_not_end_with_the_mission_renewed_beside_them(tmp_path, on, last):
    made = asked(
        "OP1 decide 2026-12-31: Decides to extend for a final time the mandate of UNIFIL until 31 December"
        " 2026;",
        f"OP15 request reports=2025-12-28/P4M: Requests the Secretary-General to report to the Council {on}"
        " every four months;",
        symbol="S/RES/9790 (2025)", date="2025-08-28", title="on Lebanon",
    )  # fmt: skip
    assert max(one.date for one in due(tmp_path, made)) == last


@pytest.mark.parametrize(
    ("lemma", "when", "words"),
    [
        ("encourage", "2026-01-10/P1Y",
         "Encourages Member States to provide updates annually on these efforts"),
        # what the Council means to do itself, as in 2809 (2025)
        ("express its intention", "2027-06-30/", "Expresses its intention, following receipt of the report"
         " requested in paragraph 23, and before 30 June 2027, to adapt the support provided to AUSSOM"),
    ],
)  # fmt: skip
def test_what_is_only_encouraged_or_intended_nobody_owes(tmp_path, lemma, when, words):
    made = asked(f"OP13 request reports={when}: {words};", actor="member-states")
    assert due(tmp_path / "owed", made)
    told = replace(made, mandates=tuple(replace(one, lemma=lemma) for one in made.mandates))
    assert due(tmp_path / "not", told) == []


@pytest.mark.parametrize(
    ("words", "to"),
    [
        ("Requests the Secretary-General to conduct an assessment of progress, including recommendations on"
         " updates to the benchmarks", ""),
        ("Requests the Secretary-General to conduct a review and report on the results", SC),
    ],
)  # fmt: skip
def test_what_no_text_has_anybody_receive_goes_to_nobody(tmp_path, words, to):
    made = asked(f"OP4 request reports=2027-04-15/: {words};", date="2026-05-29", symbol="S/RES/9821 (2026)")
    assert [(one.date, one.to) for one in due(tmp_path, made)] == [("2027-04-15", to)]


def test_a_rhythm_is_counted_from_the_start_that_another_paragraph_names(tmp_path):
    made = asked(
        "OP3 decide: Decides that the Mission shall begin all verification activities on 26 September 2025;",
        "OP8 request reports=2025-10-08/P90D: Requests the Secretary-General to report to the Security"
        " Council every 90 days after the start of its verification activities;",
        symbol="S/RES/9766 (2025)", date="2025-07-10", title="Colombia",
    )  # fmt: skip
    assert [one.date for one in due(tmp_path, made)] == [
        "2026-12-20",
        "2027-03-20",
        "2027-06-18",
        "2027-09-16",
    ]


def test_updates_that_another_paragraph_calls_regular_and_those_of_the_sentence_before(tmp_path):
    made = asked(
        "OP5 request: Requests the Government to include information in the regular updates to the Security"
        " Council requested in paragraph 25 to this resolution;",
        "OP21 request: Welcomes the African Union’s updates to date, and requests continued regular updates"
        " to the Security Council, including at its meetings, on:",
        "OP25 request: Requests Somalia to keep the Security Council informed on progress;",
        "OP26 request: Requests Somalia to keep the Security Council informed on elections;",
        symbol="S/RES/9809 (2025)", date="2025-12-23", title="Somalia", actor="",
    )  # fmt: skip
    told = [one for one in made.mandates if "updates to date" not in one.measure]
    union = next(one for one in made.mandates if "updates to date" in one.measure)
    at = union.measure.index("continued")
    start = Span(union.at.start + at, union.at.end)
    told.append(replace(union, at=start, measure=union.measure[at:]))
    found = {
        (one.pinpoint, one.subject, one.to) for one in due(tmp_path, replace(made, mandates=tuple(told)))
    }
    assert found == {("OP21", "african-union", SC), ("OP25", "", SC)}


def test_reports_prolonged_by_name_are_listed_beside_all_others_on_the_matter(tmp_path):
    first = asked(
        "OP10 request reports=2025-02-10/P1M 2025-07-01: Requests the Secretary-General to provide monthly"
        " reports, through July 1, 2025, to the Security Council on attacks in the Red Sea;",
        symbol="S/RES/9822 (2025)", date="2025-01-10", title="Middle East",
    )  # fmt: skip
    longer = asked(
        "OP1 decide 2027-01-15 extends@10/9822_(2025): Extends the reporting request in paragraph 10 of"
        " resolution 9822 (2025) through January 15, 2027;",
        symbol="S/RES/9823 (2025)", date="2025-06-25", title="Middle East", actor="",
    )  # fmt: skip
    other = asked(
        "OP4 request reports=2026-06-29/P6M: Requests the Secretary-General to report every six months to the"
        " Security Council on developments;",
        symbol="S/RES/9824 (2025)", date="2025-12-29", title="Middle East",
    )  # fmt: skip
    found = [(one.doc, one.date) for one in due(tmp_path, first, longer, other)]
    assert ("S/RES/9822 (2025)", "2026-12-10") in found
    assert ("S/RES/9824 (2025)", "2026-12-29") in found


def test_a_rhythm_without_end_is_owed_however_old(tmp_path):
    old = asked("OP12 request reports=2017-03-23/P3M: Requests the Secretary-General to report to the Council"
                " every three months on the implementation of the present resolution;")  # fmt: skip
    assert [one.date for one in due(tmp_path, old)] == [
        "2026-12-23",
        "2027-03-23",
        "2027-06-23",
        "2027-09-23",
    ]


def test_a_theme_keeps_reports_on_different_things_and_drops_those_asked_for_anew(tmp_path):
    said = "Requests the Secretary-General to continue to submit annual reports to the Council"
    found = due(
        tmp_path,
        asked(f"OP18 request reports=2011-12-16/P1Y: {said} on how 1820 and 1888 are implemented;",
              symbol="S/RES/1960 (2010)", date="2010-12-16", title="women and peace and security"),
        asked(f"OP22 request reports=2014-06-24/P1Y: {said} on how 1820 and 1960 are implemented;",
              symbol="S/RES/2106 (2013)", date="2013-06-24", title="women and peace and security"),
        asked(f"OP18 request reports=2014-10-18/P1Y: {said} giving an update on progress in all areas,"
              " with gaps and challenges, and to prepare a global study;",
              symbol="S/RES/2122 (2013)", date="2013-10-18", title="women and peace and security"),
    )  # fmt: skip
    assert {one.doc for one in found} == {"S/RES/2106 (2013)", "S/RES/2122 (2013)"}


def test_an_interim_a_final_and_monthly_reports(tmp_path):
    panel = asked(
        "OP18 decide 2027-07-01 reports=2027-05-01/P1M: Decides that the Panel should provide to the Council"
        " an interim report by 1 December 2026, a final report by 1 May 2027, and updates each month;",
        symbol="S/RES/2821 (2026)", date="2026-05-29", actor="panel-of-experts",
    )  # fmt: skip
    (one,) = panel.mandates
    until, last = one.dates
    interim = MandateDate("reports", "2026-12-01", "by 1 December 2026")
    dated = replace(one, dates=(until, interim, replace(last, text="by 1 May 2027")))
    found = due(tmp_path, replace(panel, mandates=(dated,)))
    days = [one.date for one in found]
    assert {"2026-12-01", "2027-05-01"} <= set(days)
    assert "2027-01-29" in days  # a monthly one
    assert max(days) <= "2027-07-01"  # the panel's end


def test_what_is_owed_under_a_mandate_that_ran_out_after_the_last_document_is_listed_once_as_unclear(
    tmp_path,
):
    found = due(
        tmp_path,
        asked(
            "OP1 decide 2026-10-31: Decides to extend the mandate of UNSMIL until 31 October 2026;",
            "OP14 request reports=2025-12-30/P60D: Requests the Secretary-General to report to the Security"
            " Council every 60 days;",
            symbol="S/RES/2796 (2025)", date="2025-10-31", title="on UNSMIL, Libya",
        ),
    )  # fmt: skip
    assert [(one.date, one.status) for one in found] == [("2026-12-25", "unclear")]
    assert "2026-10-31" in found[0].reason


def test_reports_of_a_mandate_that_is_over_are_not_owed(tmp_path):
    found = due(
        tmp_path,
        asked(
            "OP1 decide 2008-12-31: Decides to extend the mandate of the multinational force until"
            " 31 December 2008;",
            "OP5 request reports=2008-03-18/P3M: Requests the Secretary-General to report to the Council"
            " every three months;",
            symbol="S/RES/1790 (2007)", date="2007-12-18", title="on Iraq",
        ),
        asked("OP1 note: Welcomes;", symbol="S/RES/2061 (2012)", date="2012-07-25", title="on Iraq"),
        asked("OP1 note: Welcomes;", symbol="S/RES/2169 (2014)", date="2014-07-30", title="on Iraq"),
    )  # fmt: skip
    assert found == []


def test_a_point_of_a_report_is_one_though_it_does_not_say_so(tmp_path):
    line = "OP11(a) request reports=2026-12-30/P1Y: any obstructions to the Mission on an annual basis;"
    made = asked(line)
    assert due(tmp_path / "other", made) == []
    told = replace(made, mandates=tuple(replace(one, topics=("reporting",)) for one in made.mandates))
    assert [one.date for one in due(tmp_path / "told", told)] == ["2026-12-30"]


def test_the_term_of_an_officer_is_not_the_term_of_the_court(tmp_path):
    found = due(
        tmp_path,
        asked("OP16 request reports=2020-12-22/P6M: Requests the Prosecutor of the Mechanism to submit"
              " six-monthly reports to the Security Council;", actor="residual-mechanism",
              symbol="S/RES/9966 (2010)", date="2010-12-22", title="International Residual Mechanism"),
        asked("OP3 decide 2026-06-30: Decides to appoint Mr. Serge Brammertz as Prosecutor of the"
              " International Residual Mechanism for Criminal Tribunals until 30 June 2026;",
              actor="residual-mechanism", symbol="S/RES/9974 (2024)", date="2024-06-27",
              title="International Residual Mechanism"),
        asked("OP1 note: Welcomes;", symbol="S/RES/9982 (2026)", date="2026-06-29", title="Haiti"),
    )  # fmt: skip
    assert [(one.date, one.status) for one in found] == [("2026-12-22", "open"), ("2027-06-22", "open")]


def test_what_is_reported_on_a_ban_outlives_another_term_of_its_resolution(tmp_path):
    found = due(
        tmp_path,
        asked(
            "OP4 decide: Decides that all Member States shall prohibit the supply of all crude oil;",
            "OP4¶2 decide reports=2018-03-22/P90D: Decides that all Member States providing crude oil shall"
            " provide a report to the Committee every 90 days;",
            "OP8 decide 2019-12-22: Decides to extend the mandate of UNSMIL until 22 December 2019;",
            symbol="S/RES/2397 (2017)", date="2017-12-22", actor="member-states",
        ),
    )  # fmt: skip
    assert {one.subject for one in found} == {"member-states"}


def test_the_chair_of_a_committee_is_the_committee_whose_reports_a_later_demand_replaces(tmp_path):
    found = due(
        tmp_path,
        asked("OP11 request reports=2009-03-20/P120D: to report at least every 120 days to the Council;",
              symbol="S/RES/1844 (2008)", date="2008-11-20", actor="751-committee"),
        asked("OP34 decide reports=2026-11-30/P1Y: Decides that briefings from the Chair of the Committee to"
              " the Security Council shall take place on an annual basis;",
              symbol="S/RES/2806 (2025)", date="2025-12-12", actor=""),
    )  # fmt: skip
    assert [(one.doc, one.subject) for one in found] == [("S/RES/2806 (2025)", "committee")]


def test_months_in_which_other_reports_are_due_are_left_out(tmp_path):
    words = (
        "OP18 request reports=2026-12-01/ reports=2027-05-01/ reports=2026-06-29/P1M: Requests the Panel to"
        " provide to the Council an interim report by 1 December 2026, a final report by 1 May 2027, and,"
        " except in months when these reports are due, updates each month;"
    )
    found = due(
        tmp_path, asked(words, symbol="S/RES/2821 (2026)", date="2026-05-29", actor="panel-of-experts")
    )
    monthly = [one.date[:7] for one in found if one.every]
    assert "2027-01" in monthly
    assert not {"2026-12", "2027-05"} & set(monthly)


def test_three_committees_report_jointly(tmp_path):
    made = asked(
        "OP27 decide reports=2026-12-15/P1Y: Reiterates the need for cooperation among the 1540 Committee,"
        " the Committee established pursuant to resolutions 1267 (1999) and 1989 (2011), and the Committee"
        " established pursuant to resolution 1373 (2001), and decides the three Committees will jointly brief"
        " once per year the Security Council;",
        actor="committee", symbol="S/RES/9325 (2025)", date="2025-12-15",
    )  # fmt: skip
    assert {one.subject for one in due(tmp_path, made)} == {"1540-committee, 1267-committee, ctc"}


def test_whose_a_report_is_the_paragraph_says_that_asks_for_it(tmp_path):
    found = due(
        tmp_path,
        asked("OP15 decide: Decides that the Commission shall submit an annual report;",
              symbol="S/RES/9645 (2015)", date="2015-12-20", actor="peacebuilding-commission"),
        asked("OP2 decide reports=2016-12-20/P1Y: Decides that the annual report referred to in paragraph 15"
              " of resolution 9645 (2015) shall also be submitted to the Security Council;", actor="",
              symbol="S/RES/9646 (2017)", date="2017-12-20"),
    )  # fmt: skip
    assert {one.subject for one in found if one.doc == "S/RES/9646 (2017)"} == {"peacebuilding-commission"}


def test_the_same_report_asked_for_in_the_same_words_is_listed_once(tmp_path):
    words = (
        "P2Y: Requests the Secretary-General to continue to submit to the Council on a biennial basis a"
        " report on small arms, including on the implementation of this resolution;"
    )
    found = due(
        tmp_path,
        asked(f"OP20 request reports=2015-09-26/{words}", symbol="S/RES/2117 (2013)", date="2013-09-26",
              title="small arms"),
        asked(f"OP32 request reports=2017-05-22/{words}", symbol="S/RES/2220 (2015)", date="2015-05-22",
              title="small arms"),
    )  # fmt: skip
    assert {one.doc for one in found} == {"S/RES/2220 (2015)"}


def test_reports_on_a_situation_leave_those_that_an_office_is_to_support(tmp_path):
    office = asked(
        "OP10(d) request reports=2026-12-30/P3M: Support to the Representative’s efforts to ensure"
        " quarterly reporting to the Security Council on the Trust Fund;",
        symbol="S/RES/9825 (2026)", date="2026-09-30", title="Haiti",
    )  # fmt: skip
    later = asked(
        "OP5 request reports=2027-01-27/P90D: Requests the Secretary-General to report to the Security"
        " Council every 90 days on the implementation of this resolution;",
        symbol="S/RES/9826 (2026)", date="2026-10-29", title="Haiti",
    )  # fmt: skip
    found = {(one.doc, one.pinpoint) for one in due(tmp_path, office, later)}
    assert found == {("S/RES/9825 (2026)", "OP10(d)"), ("S/RES/9826 (2026)", "OP5")}
