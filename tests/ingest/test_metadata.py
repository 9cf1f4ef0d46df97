"""What a document is, from its masthead and first lines."""

from __future__ import annotations

import pytest

from mandex.ingest.metadata import Metadata, describe
from mandex.ingest.raw import RawText
from mandex.ingest.segment import segment


def described(text: str, lang: str = "en", **facts: str) -> Metadata:
    raw = RawText(text=text, source="letter.txt", sha256="0", format="text", facts=facts)
    return describe(raw, segment(raw, lang), lang)


COUNCIL = "\n\nThe Security Council,\n\nRecalling its resolution 1373 (2001),\n\n1. Decides to act."


@pytest.mark.parametrize(
    ("head", "symbol", "date"),
    [
        ("Resolution 661 (1990)\nof 6 August 1990", "S/RES/661 (1990)", "1990-08-06"),
        ("10 (1946). Resolution of 4 November 1946", "S/RES/10 (1946)", "1946-11-04"),
        ("1 (1946) Resolution of 25 January 1946", "S/RES/1 (1946)", "1946-01-25"),
        (
            "RESOLUTION 837 (1993)\n\nAdopted by the Security Council at its 3229th meeting,\non 6 June 1993",
            "S/RES/837 (1993)", "1993-06-06",
        ),
        ("United Nations S/RES/1445 (2002)\n\n4 December 2002", "S/RES/1445 (2002)", "2002-12-04"),
        ("Resolution 361 (197-4)\nof 30 August 1974", "S/RES/361 (1974)", "1974-08-30"),  # a misread year
        ("Resolution 661", "S/RES/661 (1990)", "1990-08-06"),  # completed from the register
    ],
)  # fmt: skip
def test_resolutions(head: str, symbol: str, date: str) -> None:
    found = described(head + COUNCIL)
    assert (found.symbol, found.date, found.type) == (symbol, date, "resolution")
    assert found.number and found.year == int(date[:4]) and found.meeting and found.vote


@pytest.mark.parametrize(
    "text",
    [
        "联合国\nS/RES/2617 (2021)\n2021-12-30\n第2617(2021)号决议\n\n安全理事会，\n\n回顾其决议，",
        "聯合國安理會第2617號決議\n\n安全理事會\n\n回顧其決議，",
    ],
)
def test_chinese_resolutions(text: str) -> None:
    found = described(text, "zh-Hant")
    assert (found.symbol, found.date) == ("S/RES/2617 (2021)", "2021-12-30")


def test_a_year_that_is_not_the_registers_is_a_doubt() -> None:
    found = described("Resolution 661 (1991)" + COUNCIL)
    assert found.symbol == "S/RES/661 (1990)"
    assert [problem.code for problem in found.problems] == ["year-mismatch"]


def test_what_a_document_cites_is_not_its_symbol() -> None:
    found = described(
        "2020年12月30日突尼斯常驻代表给秘书长的信\n\n2021年1月12日将纪念第1373(2001)号决议。", "zh-Hans"
    )
    assert (found.symbol, found.type, found.date) == ("", "letter", "2020-12-30")


@pytest.mark.parametrize(
    ("text", "type_", "date"),
    [
        ("Letter dated 7 January 2025 from the President of the Council\n\nI write.", "letter", "2025-01-07"),
        ("S/PRST/2005/64\n\nStatement by the President of the Council", "presidential-statement", ""),
        ("Report of the Secretary-General on Abyei\n\n1. The present report covers 2020.", "report", ""),
        ("France and Germany: draft resolution" + COUNCIL, "draft", ""),
        ("Note by the President of the Security Council\n\n1. The members agreed.", "note", ""),
    ],
)  # fmt: skip
def test_other_documents(text: str, type_: str, date: str) -> None:
    found = described(text)
    assert (found.type, found.date) == (type_, date)


def test_facts_of_the_format_win() -> None:
    facts = {"symbol": "S/RES/660 (1990)", "date": "1990-08-02", "title": "Iraq"}
    found = described("Resolution 661 (1990)" + COUNCIL, **facts)
    assert (found.symbol, found.date, found.title) == ("S/RES/660 (1990)", "1990-08-02", "Iraq")


@pytest.mark.parametrize("stated", ["9999-99-99", "2031-02-30", "soon", "20310506", "2031-05-06<b>"])
def test_a_day_that_no_calendar_has_is_not_believed(stated: str) -> None:
    """It stood in every calendar, and the base was *known to 9999-99-99*."""
    text = "S/2031/77\n\n6 May 2031\n\nLetter dated 5 May 2031 from the Chair\n\nI have the honour to write."
    assert described(text, date=stated).date == described(text).date == "2031-05-05"


@pytest.mark.parametrize("council", ["安全理事會，", "安全理事會"], ids=["with a comma", "without"])
def test_a_masthead_that_names_the_council_does_not_end_it(council: str) -> None:
    """A resolution that the register does not know yet has its date from the notice of adoption alone."""
    masthead = "聯合國\nS/RES/9002 (2032)\n安全理事會\n2032年3月11日\n\n第9002(2032)號決議"
    notice = "2032年3月10日安全理事會第12087次會議通過"
    rest = "回顧2001年9月28日第1373(2001)號決議，\n\n1. 決定如下。"
    assert described("\n\n".join([masthead, notice, council, rest]), "zh-Hant").date == "2032-03-10"


MASTHEAD = "United Nations\n{symbol}\n\n{organ}\n\nDistr.: General\n\n{day}\n\n"


@pytest.mark.parametrize(
    ("text", "lang", "meeting", "date"),
    [
        # A statement's masthead has the day of its issue; its first sentence that of the meeting.
        (
            MASTHEAD.format(symbol="S/PRST/2031/4", organ="Security Council", day="6 March 2031")
            + "Statement by the President of the Security Council\n\nAt the 9972nd meeting of the Security "
            "Council, held on Monday, 3 March 2031, in connection with the item, the President made it.",
            "en", "9972", "2031-03-03",
        ),
        (
            "S/PRST/2005/64\n\n2005年12月22日\n\n安全理事会主席的声明\n\n在2005年12月21日安全理事会第5335次会议上，"
            "安理会主席代表安理会发表声明如下：", "zh-Hans", "5335", "2005-12-21",
        ),
        (
            MASTHEAD.format(symbol="A/79/PV.64", organ="General Assembly", day="Official Records")
            + "64th plenary meeting\n\nWednesday, 16 April 2025, 10 a.m.\n\nNew York\n\n"
            "The Acting President: I give the floor to the Congo to introduce draft resolution A/79/L.64.",
            "en", "64", "2025-04-16",
        ),
    ],
)  # fmt: skip
def test_statements_and_records_are_of_their_meeting(text: str, lang: str, meeting: str, date: str) -> None:
    found = described(text, lang)
    assert (found.meeting, found.date) == (meeting, date)


@pytest.mark.parametrize(
    ("head", "title", "date"),
    [
        # The subject stands above what only says whose report it is; its dates are not the report's.
        ("12 March 2025\n\nSituation in South Sudan\n\nReport of the Secretary-General",
         "Situation in South Sudan", "2025-03-12"),
        ("12 March 2025\n\nAction from 1 May to 3 June 2024\n\nReport of the Secretary-General",
         "Action from 1 May to 3 June 2024", "2025-03-12"),
        ("12 March 2025\n\nAgenda item 5\n\nReport of the Secretary-General",
         "Report of the Secretary-General", "2025-03-12"),
        ("28 March 2025\n\nReport of the Secretary-General on Somalia",
         "Report of the Secretary-General on Somalia", "2025-03-28"),
    ],
)  # fmt: skip
def test_a_report_bears_its_subject(head: str, title: str, date: str) -> None:
    found = described(f"S/2025/153\n\nDistr.: General\n\n{head}\n\n1. The present report covers the period.")
    assert (found.title, found.date, found.type) == (title, date, "report")


@pytest.mark.parametrize("joint", ["A/79/796-S/2025/105", "A/79/796–S/2025/105", "A/79/796 - S/2025/105"])
def test_a_document_of_two_organs_has_both_symbols(joint: str) -> None:
    found = described(f"United Nations\n{joint}\n\nDistr.: General\n\n19 February 2025\n\nThe text says so.")
    assert (found.symbol, found.also) == ("S/2025/105", ("A/79/796",))
