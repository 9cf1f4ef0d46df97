"""Relations that hang on more than the words before a number: days of adoption, points of a decision."""

from __future__ import annotations

import pytest
from mandate_cases import paragraphs

from mandex.corpus.languages import Lang
from mandex.ingest.citations import find_citations

# lines, language, relation of the last citation, why
CASES: list[tuple[list[tuple[str, str]], Lang, str, str]] = [
    ([("1", "Decides to extend the mandate for twelve months from the date of adoption of this resolution")],
     "en", "mentions", "only a day is named"),
    ([("1", "决定将任务期限自本决议通过之日起再延长12个月")], "zh-Hans", "mentions", "and in Chinese"),
    ([("1", "Decides to extend the mandate set out in resolution 2473 (2019) until 1 June 2022")],
     "en", "extends", "but what is extended is"),
    ([("7", "Decides that:"), ("7(a)", "The measures of resolution 1696 (2006) shall be terminated")],
     "en", "terminates", "a point takes the act of its stem"),
    ([("7", "Notes that:"), ("7(a)", "The measures of resolution 1696 (2006) shall be terminated")],
     "en", "mentions", "where the stem decides nothing, nothing ends"),
    ([("1", "Condemns the failure to abide by resolution 1696 (2006)")], "en", "mentions",
     "abide by is no basis"),
    ([("1", "Supports the Group of Experts established by resolution 1533 (2004)")], "en", "mentions",
     "who made it is no basis"),
    ([("1", "Notes the report of the Committee established in pursuance of resolution 253 (1968)")], "en",
     "pursuant", "in pursuance of is pursuant to"),
    ([("1", "Requests UNMISS to continue implementing Youth, Peace and Security resolutions 2250 (2015)")],
     "en", "implements", "the comma stands inside a name"),
    ([("1", "表示随时准备根据下文第9段所列措施的执行情况调整兵力"), ("9", "决定")], "zh-Hans", "implements",
     "what came of the measures is the basis"),
    ([("1", "Requests the Committee established pursuant to resolution 1533 (2004) to report")], "en",
     "pursuant", "but under what it was made is"),
    ([("1", "Underlines that measures imposed by resolution 1718 (2006) are not meant to harm")], "en",
     "mentions", "where a thing stands is no basis"),
    ([("1", "Recalls the recommendations contained in S/2007/439 and his reports")], "en", "recalls",
     "what governs goes through where it stands"),
    ([("1", "Affirms that such acts, as specified in resolution 2140 (2014), are sanctionable")],
     "en", "mentions", "as specified in says where a thing stands"),
    ([("1", "Stresses that support, as per the conditions of resolution 2391 (2017), goes on")], "en",
     "pursuant", "as per is a basis"),
    ([("1", "申明此类行为如第2140(2014)号决议第18段所述")], "zh-Hans", "mentions", "如……所述 says where"),
    ([("1", "表示打算按照第2206(2015)号决议获得通过所表明的意向，考虑措施")], "zh-Hans", "mentions",
     "that it was adopted shows something else"),
    ([("1", "Requests the reports called for in resolution 1325 (2000)")], "en", "pursuant",
     "what is asked for is done under it"),
    ([("1", "Urges Armenia to achieve compliance by the Armenians of the region with resolution 822 (1993)")],
     "en", "implements", "whose compliance stands between"),
    ([("1", "Notes the barriers to implementation of resolution 1325 (2000), and subsequent resolutions on "
       "women and peace, including resolution 2242 (2015), which remain")], "en", "implements",
     "the list goes on"),
    ([("1", "Decides that UNISFA should implement its mandate in accordance with resolution 2609 (2021)")],
     "en", "pursuant", "it acts under it; nothing is extended"),
    ([("1", "Welcomes the report on the implementation of resolution 2554 (2020) (S/2021/920)")], "en",
     "welcomes", "the report is welcomed"),
    ([("1", "Condemns acts in violation of resolution 1973 (2011)")], "en", "mentions",
     "nothing is done under it"),
    ([("1", "In light of the implementation of the plan, reviews resolution 2000 (2011)")], "en", "mentions",
     "a comma ends a manner"),
    ([("1", "回顾第1556(2004)号决议第7和8段规定的措施")], "zh-Hans", "recalls", "规定的 leaves what governs"),
    ([("1", "表示支持第1533(2004)号决议所设专家组")], "zh-Hans", "pursuant", "under what it was made"),
    ([("1", "报告第2146(2014)号决议所决定的措施的执行情况")], "zh-Hans", "implements", "执行 comes last"),
    ([("1", "还决定特派团应继续根据第2461(2019)号决议执行任务")], "zh-Hans", "pursuant", "it acts under it"),
    ([("1", "重申向这些群体提供资源违反第1373(2001)号决议")], "zh-Hans", "mentions", "a violation"),
    ([("1", "将第2722(2024)号决议第10段规定的报告要求延长至2026年7月15日")], "zh-Hans", "extends",
     "将 opens a decision"),
    ([("1", "决定审查第2521(2020)号决议第11段续延的措施")], "zh-Hans", "mentions", "续延的 is over"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "lang", "relation", "why"), CASES, ids=[case[3] for case in CASES])
def test_relations(lines: list[tuple[str, str]], lang: Lang, relation: str, why: str) -> None:
    found = find_citations(paragraphs(*lines), symbol="S/RES/2600 (2021)", date="2021-10-15", lang=lang)
    assert found[-1].relation == relation, why
