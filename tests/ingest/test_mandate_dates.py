"""When a mandate ends, falls due or is reported on, in tables with the sentence."""

from __future__ import annotations

import pytest
from mandate_cases import mandates

from mandex.corpus.languages import Lang

ADOPTED = "2020-03-10"
# sentence, language, (role, date, every) of each
CASES: list[tuple[str, Lang, list[tuple[str, str, str]]]] = [
    (
        "Requests a report no later than 180 days from the date of adoption of the form;",
        "en",
        [("reports", "", "")],
    ),
    (
        "Requests reports, the first due by 15 November and every 90 days thereafter;",
        "en",
        [("reports", "2020-11-15", "P90D")],
    ),
    (
        "Requests the Secretary-General to report by mid-June on progress;",
        "en",
        [("reports", "2020-06-15", "")],
    ),
    (
        "Extends the mission for an additional 90 days to 10 December 2020;",
        "en",
        [("expires", "2020-12-10", "")],  # 1556 (2004), 15: the day that is printed
    ),
    (
        "Requests an assessment to be included in its June 2020 quarterly report on MINUSMA;",
        "en",
        [("reports", "2020-06-30", "")],  # 2480 (2019), 39: once
    ),
    ("请秘书长在2021年12月关于马里稳定团的报告中通报最新情况；", "zh-Hans", [("reports", "2021-12-31", "")]),
    (
        "Requests support to the Representative’s efforts to ensure quarterly reporting;",
        "en",
        [("reports", "2020-06-10", "P3M")],  # 2793 (2025), 10 (d): owed, though another reports
    ),
    ("Decides to conduct by 31 December 2023 an interim review;", "en", [("review", "2023-12-31", "")]),
    ("Decides to review the situation in June 2021;", "en", [("review", "2021-06-30", "")]),
    (
        "Requests the Secretary-General to provide a briefing in May 2021 and a report in November 2021;",
        "en",
        [("reports", "2021-05-31", ""), ("reports", "2021-11-30", "")],
    ),
    ("Requests the Secretary-General to convene a conference in June 2021;", "en", []),  # nothing is told
    (
        "Authorizes, until the expiry of MONUC’s current mandate on 15 December 2020, an increase;",
        "en",
        [("expires", "2020-12-15", "")],
    ),
    (
        "请秘书长至迟于2024年6月14日就本决议执行情况向安理会提供口头通报；",
        "zh-Hans",
        [("reports", "2024-06-14", "")],
    ),
    (
        "请秘书长每90天提交书面报告，下次报告应于8月31日前提交；",
        "zh-Hans",
        [("reports", "2020-08-31", "P90D")],
    ),
    ("Decides to extend the mandate of UNMISS until 15 March 2021;", "en", [("expires", "2021-03-15", "")]),
    ("Decides to extend the mandate for a period of twelve months;", "en", [("expires", "2021-03-10", "")]),
    (
        "Decides to extend the mandate for a further period of six months, until 31 August 2020;",
        "en",
        [("expires", "2020-08-31", "")],
    ),
    (
        "Decides that the Panel shall serve for a period of 12 months from 1 April 2020;",
        "en",
        [("expires", "2021-04-01", "")],
    ),
    (
        "Requests the Secretary-General, in the final report due in October 2020, to provide benchmarks;",
        "en",
        [("reports", "2020-10-31", "")],
    ),
    (
        "Requests him to report every 90 days, the first report being due by 1 June 2020;",
        "en",
        [("reports", "2020-06-01", "P90D")],
    ),
    (
        "请非盟每90天通报情况，第一份书面报告至迟于2020年8月15日提交；",
        "zh-Hans",
        [("reports", "2020-08-15", "P90D")],
    ),
    (
        "Requests him to report every 90 days, with the next report due by 30 August;",
        "en",
        [("reports", "2020-08-30", "P90D")],
    ),
    ("Requests him to report to the Council by 1 February;", "en", [("reports", "2021-02-01", "")]),
    ("Decides to extend the measures until June 2020;", "en", [("expires", "2020-06-30", "")]),
    (
        "Decides that the provisions shall remain in force for a new period of 180 days beginning at 00.01 "
        "hours, Eastern Daylight Time, on 9 June 2020;",
        "en",
        [("expires", "2020-12-06", "")],
    ),
    (
        "Decides to extend the mandate for thirty months from the expiration of its current mandate in "
        "December 2021;",
        "en",
        [("expires", "2024-06-30", "")],
    ),
    (
        "Decides to extend its mandate for a final period of six months, and that the mission shall close by "
        "15 October 2020;",
        "en",
        [("expires", "2020-10-15", "")],
    ),
    (
        "Decides to extend the deployment until 31 May 2020, with the intention to extend it further for "
        "twelve months;",
        "en",
        [("expires", "2020-05-31", "")],
    ),
    (
        "Decides to extend the mandate for a further 13 months to 30 June 2021;",
        "en",
        [("expires", "2021-06-30", "")],
    ),
    (
        "Decides that imports shall not exceed 4 million barrels for a period of twelve months, and for "
        "twelve-month periods thereafter;",  # a quota has no end
        "en",
        [],
    ),
    ("Decides to hold meetings starting on 18 May 2020 and ending on 19 May 2020;", "en", []),
    (
        "Requests the Secretary-General to report in 14 days from adoption on implementation;",
        "en",
        [("reports", "2020-03-24", "")],
    ),
    (
        "Requests the Panel to submit a report for its review by 1 May 2020;",
        "en",
        [("reports", "2020-05-01", "")],
    ),
    ("Requests him to include this in his annual report;", "en", []),  # a report that there is
    ("Expresses its intention to review the mandate by 1 May 2020;", "en", [("review", "2020-05-01", "")]),
    (
        "Requests the Secretary-General to report every six months;",
        "en",
        [("reports", "2020-09-10", "P6M")],
    ),
    (
        "Requests the Secretary-General to report by 31 July 2020 and every 90 days thereafter;",
        "en",
        [("reports", "2020-07-31", "P90D")],
    ),
    (
        "Calls upon all States to report to the Committee, no later than 90 days from the date of adoption "
        "of this resolution;",
        "en",
        [("reports", "2020-06-08", "")],
    ),
    (
        "Requests the Secretary-General to submit reports on 15 May, 1 July and 31 October 2020;",
        "en",
        [("reports", "2020-05-15", ""), ("reports", "2020-07-01", ""), ("reports", "2020-10-31", "")],
    ),
    ("Decides to review the mandate within 90 days;", "en", [("review", "2020-06-08", "")]),
    ("Demands that Iraq withdraw by 31 May 2020;", "en", [("deadline", "2020-05-31", "")]),
    (
        "Requests States to answer within 30 days of the Committee’s request;",  # no one can compute it
        "en",
        [("deadline", "", "")],
    ),
    ("Decides to extend the measures until 15 March 2019;", "en", []),  # history
    (
        "Recalls its decision that the Mechanism shall operate for a period of four years from 1 July 2012;",
        "en",
        [],
    ),
    ("Welcomes the intention to hold elections by 30 June 2020;", "en", []),  # notes, does not set
    ("决定将南苏丹特派团的任务期限延长至2021年3月15日；", "zh-Hans", [("expires", "2021-03-15", "")]),
    ("决定任期从2020年7月1日起，至2022年6月30日期满；", "zh-Hans", [("expires", "2022-06-30", "")]),
    ("决定在现有任务期于2020年12月期满后继续支持委员会12个月；", "zh-Hans", [("expires", "2021-12-31", "")]),
    ("决定将监察员任期自本任期2020年12月到期之日起延长30个月；", "zh-Hans", [("expires", "2023-06-30", "")]),
    ("请特别顾问继续每隔180天提交报告；", "zh-Hans", [("reports", "2020-09-06", "P180D")]),
    ("鼓励观察员部队继续围绕2018年独立审查后提出的建议进行讨论；", "zh-Hans", []),  # not eighteen years
    (
        "请秘书长于2020年5月15日、2020年7月1日向安理会报告；",
        "zh-Hans",
        [("reports", "2020-05-15", ""), ("reports", "2020-07-01", "")],
    ),
    ("敦促各方到2020年9月组建安全部队；", "zh-Hans", [("deadline", "2020-09-30", "")]),
    ("决定将任务期限延长六个月；", "zh-Hans", [("expires", "2020-09-10", "")]),
    # what is extended stands between the start and the length
    ("决定自本决议通过之日起将专家小组任期延长13个月；", "zh-Hans", [("expires", "2021-04-10", "")]),
    ("决定继续处理秘书长2021年9月17日信函所述事项；", "zh-Hans", []),  # a date, not nine months
    ("请秘书长至迟于2020年7月31日提交报告；", "zh-Hans", [("reports", "2020-07-31", "")]),
    ("请秘书长每180天向安理会报告一次；", "zh-Hans", [("reports", "2020-09-06", "P180D")]),
    ("请秘书长在本决议通过后90天内提交报告；", "zh-Hans", [("reports", "2020-06-08", "")]),
    ("决定在2020年12月31日前审查这些措施；", "zh-Hans", [("review", "2020-12-31", "")]),
    ("決定將任務期限延長至二〇二一年三月十五日；", "zh-Hant", [("expires", "2021-03-15", "")]),
]


# sentence, language, (role, date, every) of each, why: each a kind of fault that readers found in real rows
KINDS: list[tuple[str, Lang, list[tuple[str, str, str]], str]] = [
    ("Decides to renew until one year from the date of adoption of this resolution the measures;", "en",
     [("expires", "2021-03-10", "")], "until says that it lasts"),
    ("Expresses its intention to review the mandate and reporting cycle by 31 May 2021;", "en",
     [("review", "2021-05-31", "")], "a reporting cycle is reviewed"),
    ("Requests the Committee to report, through its Chair, at least once per year, to the Council;", "en",
     [("reports", "2021-03-10", "P1Y")], "once per year"),
    ("Requests the Secretary-General to submit on a biennial basis a report;", "en",
     [("reports", "2022-03-10", "P2Y")], "biennial"),
    ("Invites the Prosecutor to address the Council within three months of the date of adoption of this "
     "resolution and every six months thereafter;", "en", [("reports", "2020-06-10", "P6M")],
     "who addresses the Council reports"),
    ("Decides to extend its mandate for a period of five weeks commencing 11 March 2021;", "en",
     [("expires", "2021-04-15", "")], "counted from when it begins"),
    ("Requests the Secretary-General to provide, no later than15 October 2020, a report;", "en",
     [("reports", "2020-10-15", "")], "a space is lost"),
    ("Requests that such review be conveyed no later than 13 January 2021;", "en",
     [("reports", "2021-01-13", "")], "what is conveyed is reported"),
    ("请秘书长在本决议通过后11个月时报告执行情况；", "zh-Hans", [("reports", "2021-02-10", "")],
     "通过后……时"),
    ("Requests the Panel to provide a final report by 1 May 2020, and, except in months when these are due, "
     "updates each month;", "en", [("reports", "2020-05-01", ""), ("reports", "2020-04-10", "P1M")],
     "updates beside the reports have a rhythm of their own"),
    ("Requests the Secretary-General to provide an annual briefing on reform every twelve months;", "en",
     [("reports", "2021-03-10", "P1Y")], "one duty said twice"),
    ("Requests the Secretary-General to report by 31 July 2020 and every six months thereafter, with the "
     "Monitoring Team’s bi-annual report annexed;", "en", [("reports", "2020-07-31", "P6M")],
     "the report of another that there is"),
    ("Requests that the Secretary-General provide semestrial updates to the Council on progress;", "en",
     [("reports", "2020-09-10", "P6M")], "every half-year in the words of the French"),
    ("Requests the Secretary-General to conduct, no later than 15 April 2021, an assessment of progress;",
     "en", [("reports", "2021-04-15", "")], "what is assessed is told"),
    ("Requests the Mission to conduct, no later than 15 April 2021, an operation;", "en",
     [("deadline", "2021-04-15", "")], "an operation is not"),
    ("Invites the Prosecutor to address the Council within three months and every six months thereafter;",
     "en", [("reports", "2020-06-10", "P6M")], "an address is a report"),
    ("请秘书长在五(5)个月内报告情况；", "zh-Hans", [("reports", "2020-08-10", "")], "a number said twice"),
    ("请秘书长报告此前24个月内已过渡的行动；", "zh-Hans", [], "what is past"),
    ("请秘书长在本决议通过后每三个月向安全理事会报告；", "zh-Hans", [("reports", "2020-06-10", "P3M")],
     "a rhythm"),
    ("Decides to review in one year’s time progress made by Iraq;", "en", [("review", "2021-03-10", "")],
     "a year’s time"),
    ("决定会员国应于30天内将处置情况通知委员会；", "zh-Hans", [("reports", "2020-04-09", "")],
     "通知 reports"),
    ("Requires any Member State when it undertakes an inspection to submit within 30 days a written report;",
     "en", [("reports", "", "")], "counted from the inspection, whose day no one knows"),
    ("要求会员国在根据本决议第8段进行检查后，在30天内向委员会提交后续书面报告；", "zh-Hans",
     [("reports", "", "")], "counted from the inspection"),
    # what the other language version of the paragraph showed
    ("Requests the Secretary-General to conduct and provide the Security Council, no later than 15 August "
     "2020, with an independent strategic review;", "en", [("reports", "2020-08-15", "")],
     "what the Council gets"),
    ("Expresses its intention, informed by conditions on the ground, to terminate it by 31 October 2020;",
     "en", [("deadline", "2020-10-31", "")], "informed by tells nobody"),
    ("Requests reports every 180 days and to develop, by 15 October 2020, a roadmap;", "en",
     [("reports", "2020-09-06", "P180D"), ("deadline", "2020-10-15", "")], "another deed begins"),
    ("Decides to review the measures in thirty months or sooner;", "en", [("review", "2022-09-10", "")],
     "in so many months or sooner"),
    ("Authorises the States, between 1 January 2021 and 31 March 2021, to deploy;", "en",
     [("expires", "2021-03-31", "")], "a span is a term"),
    ("Decides to extend its mandate for a further period ending on 31January 2021;", "en",
     [("expires", "2021-01-31", "")], "a blank is lost"),
    ("请秘书长至迟于2020年10月1日对关键基准方面的进展进行评估；", "zh-Hans", [("reports", "2020-10-01", "")],
     "an assessment is told"),
    ("决定自本决议通过之日起一年内，所有会员国均应采取必要措施，防止供应军火；", "zh-Hans",
     [("expires", "2021-03-10", "")], "what all prevent until then"),
    ("决定自本决议通过之日起，将措施续期一年；", "zh-Hans", [("expires", "2021-03-10", "")], "续期"),
    ("决定将任务期限从2020年12月现有任期到期起再延长36个月；", "zh-Hans", [("expires", "2023-12-31", "")],
     "counted from the end of the term"),
    ("请联刚稳定团在2021年年中以前撤出；", "zh-Hans", [("deadline", "2021-06-30", "")],
     "the middle of a year"),
    # kinds looked for in all dates that were read, and in all clauses that name one and had none
    ("Decides to extend the mandate for a further interim period of six months;", "en",
     [("expires", "2020-09-10", "")], "two words before the period"),
    ("Decides to extend the mandate for six months and twelve days, that is. until! 22 September 2020;", "en",
     [("expires", "2020-09-22", "")], "misprints of old scans"),
    ("Decides to establish the Force for an initial period of six months, and that it shall continue in "
     "operation thereafter, if required;",
     "en", [("expires", "2020-09-10", "")], "thereafter, but no rhythm"),
    ("Decides that it shall not apply to oil that, for twelve months periods thereafter, is sold;", "en", [],
     "a quota for each period"),
    ("Requests States to inform the Council within nine months of the progress of actions undertaken;", "en",
     [("reports", "2020-12-10", "")], "of what they inform it, not from when"),
    ("Decides that the Council will complete action to adopt the list within seven days of receiving that "
     "report;", "en", [("deadline", "", "")], "the report has come by then"),
    ("Calls upon all States to act in accordance with the present resolution by 15 April 2021;", "en",
     [("deadline", "2021-04-15", "")], "the present resolution presents nothing"),
    ("Calls upon all States to act notwithstanding any licence granted prior to 15 April 2021;", "en", [],
     "the day of what was done before"),
    ("Decides, on the basis of the report, to observe the elections in El Salvador in March 2021;", "en", [],
     "the elections are in that month"),
    ("Approves the report of the Secretary-General of 5 and 9 April 2020 on its implementation;", "en", [],
     "days of the report itself"),
    ("Requests the Secretary-General to provide the report requested by 15 February 2021, by 30 April 2021 "
     "instead;", "en", [("reports", "2021-04-30", "")], "a day in whose place another comes"),
    ("Requests the Mission to begin work until the completion of its mandate on 25 September 2020;", "en",
     [("expires", "2020-09-25", "")], "the completion of a mandate"),
    ("Decides to review the implementation of the measures in eighteen months and make adjustments;", "en",
     [("review", "2021-09-10", "")], "a review in so many months"),
    ("Requests him to strengthen the Office and to provide the Committee an update in six months;", "en",
     [("reports", "2020-09-10", "")], "an update in so many months"),
    ("Directs the Committee to conduct an annual review of all names;",
     "en", [("review", "2021-03-10", "P1Y")],
     "a review every year"),
    ("Requests the Secretary-General to inform the Council of progress in 60 day intervals;", "en",
     [("reports", "2020-05-09", "P60D")], "intervals of so many days"),
    ("Directs the Committee to notify States when 75 per cent of the aggregate yearly amount is reached;",
     "en", [], "an amount for each year is told once"),
    ("Requests the Secretary-General to report 90 days after the entry into force of this resolution;", "en",
     [("reports", "2020-06-08", "")], "a resolution enters into force when it is adopted"),
    ("请秘书长至迟于2021年4月30日而不是最初要求的于2021年2月15日提交报告；", "zh-Hans",
     [("reports", "2021-04-30", "")], "而不是: another day in its place"),
    ("请秘书长在本决议通过后五个工作日内书面报告执行情况；", "zh-Hans", [("reports", "2020-03-15", "")],
     "working days"),
    ("决定可在委员会于接到通知后五个工作日内未作出反对决定的情况下运送；", "zh-Hans", [],
     "in which time somebody may object"),
    ("请秘书长在2021年9月向安全理事会提交一份报告；", "zh-Hans", [("reports", "2021-09-30", "")],
     "a report in a month, in Chinese"),
    ("申明准备在六个月后审查本决议的执行情况；", "zh-Hans", [("review", "2020-09-10", "")],
     "a review after so many months"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lang", "dates", "why"), KINDS, ids=[case[3] for case in KINDS])
def test_kinds(text: str, lang: Lang, dates: list[tuple[str, str, str]], why: str) -> None:
    row = mandates(("1", text), date=ADOPTED, lang=lang)[0]
    assert [(d.role, d.date, d.every) for d in row.dates] == dates, why


@pytest.mark.parametrize(("text", "lang", "dates"), CASES)
def test_dates(text: str, lang: Lang, dates: list[tuple[str, str, str]]) -> None:
    found = [d for row in mandates(("1", text), date=ADOPTED, lang=lang) for d in row.dates]
    assert [(d.role, d.date, d.every) for d in found] == dates


def test_periods_have_no_date_where_adoption_is_unknown() -> None:
    (row,) = mandates(("1", "Decides to extend the mandate for a period of one year;"), date="")
    assert [(d.role, d.date) for d in row.dates] == [("expires", "")]


def test_the_words_of_a_date_are_kept() -> None:
    (row,) = mandates(("1", "Decides to extend the mandate until 15 March 2021;"))
    assert row.dates[0].text == "until 15 March 2021"


def test_points_of_a_report_are_told_in_its_rhythm() -> None:
    rows = mandates(
        ("11", "Requests the Secretary-General to report to the Security Council, including on:"),
        ("11(a)", "any obstructions to the Mission on a monthly basis;"),
        ("11(b)", "the annual budget of the Mission;"),
        date=ADOPTED,
    )
    assert [[(d.role, d.date, d.every) for d in row.dates] for row in rows] == [
        [], [("reports", "2020-04-10", "P1M")], [],
    ]  # fmt: skip


# what a resolution says of its measures and of its term elsewhere, and the days of each of its demands
TERMS: list[tuple[str, list[tuple[str, str]], list[list[tuple[str, str]]]]] = [
    (
        "the term of the measures of another paragraph, and of its points",
        [
            ("6", "Decides that all States shall prevent:"),
            ("6(a)", "The sale or supply of arms;"),
            ("7", "Decides that the measures imposed by paragraph 6 above shall not apply to food;"),
            ("8", "Decides that the measures in paragraph 6 above are established for twelve months;"),
        ],
        [[("expires", "2021-03-10")], [("expires", "2021-03-10")], [], [("expires", "2021-03-10")]],
    ),
    (
        "the measures of another resolution are not those of this one",
        [
            ("6", "Decides that all States shall prevent the sale of arms;"),
            ("7", "Decides to renew for one year the measures imposed by paragraph 6 of resolution 1298;"),
        ],
        [[], [("expires", "2021-03-10")]],
    ),
    (
        "before a term ends that another paragraph states",
        [
            ("1", "Decides to extend the mandate of UNIFIL until 31 August 2020;"),
            ("2", "Requests the Secretary-General to report before the end of the present mandate;"),
            ("3", "Requests the Panel to report 15 days before the end of its mandated period;"),
            ("4", "Urges the parties to withdraw by the end of UNIFIL’s current mandate;"),
        ],
        [[("expires", "2020-08-31")], [("reports", "2020-08-31")], [], [("deadline", "2020-08-31")]],
    ),
    (
        "a time to tell in, and a rhythm of telling",
        [
            ("1", "Requests the Secretary-General to report to the Security Council in two months;"),
            ("2", "Requests the Monitoring Team to circulate to the Committee every twelve months a list;"),
        ],
        [[("reports", "2020-05-10")], [("reports", "2021-03-10")]],
    ),
    (
        "no term is stated",
        [("1", "Requests the Secretary-General to report before the end of the present mandate;")],
        [[]],
    ),
    (
        "what would prevent it, what may be objected, a period at whose end something is done",
        [
            ("1", "Decides that this shall come into force on 23 June 2020 unless he reports to it;"),
            ("2", "Decides that, at the end of a period of 13 months from the date of adoption of "
                  "this resolution, the Council shall review the measures;"),
            ("3", "Decides that it does not apply where States notified the Committee and in the absence of "
                  "a negative decision by the Committee within five working days of such notification;"),
        ],
        [[], [("review", "2021-04-10")], []],
    ),
    (
        "of a point, and of paragraphs from one to another",
        [
            ("6", "Decides that all States shall:"),
            ("6(a)", "Prevent the sale of arms;"),
            ("6(b)", "Prevent the sale of food;"),
            ("9", "Decides that all States shall freeze the funds of these persons;"),
            ("10", "Decides that the measures in paragraphs 6 (b) and 7 to 9 above are established for twelve"
                   " months;"),
        ],
        [[], [], [("expires", "2021-03-10")], [("expires", "2021-03-10")], [("expires", "2021-03-10")]],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("why", "texts", "days"), TERMS, ids=[case[0] for case in TERMS])
def test_terms_stated_elsewhere(
    why: str, texts: list[tuple[str, str]], days: list[list[tuple[str, str]]]
) -> None:
    rows = mandates(*texts, date=ADOPTED)
    assert [[(day.role, day.date) for day in row.dates] for row in rows] == days, why


@pytest.mark.parametrize("last", ["9999999999", "9" * 5_000], ids=["ten figures", "5,000 figures"])
def test_a_range_of_paragraphs_may_have_any_end(last: str) -> None:
    """A text may print any number: no paragraph is counted that is not there."""
    rows = mandates(
        ("1", f"Decides that the measures in paragraphs 2 to {last} below are established until 1 May 2021;"),
        ("2", "Decides that all States shall prevent the sale of arms;"), date=ADOPTED,
    )  # fmt: skip
    assert [(day.role, day.date) for day in rows[1].dates] == [("expires", "2021-05-01")]


def test_a_term_stated_elsewhere_in_chinese() -> None:
    rows = mandates(
        ("1", "决定将联阿安全部队的任务期限延长至2020年11月15日；"),
        ("2", "请秘书长在任务期结束前提出报告；"),
        lang="zh-Hans", date=ADOPTED,
    )  # fmt: skip
    assert [(day.role, day.date) for day in rows[1].dates] == [("reports", "2020-11-15")]
