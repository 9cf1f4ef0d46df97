"""Relations that hang on more than the words before a number: days of adoption, points of a decision."""

from __future__ import annotations

import pytest
from mandate_cases import paragraphs

from mandex.corpus.languages import Lang
from mandex.ingest.citations import find_citations

# lines, language, relation of the last citation, why
CASES: list[tuple[list[tuple[str, str]], Lang, str, str]] = [
    ([("1", "Decides that all States shall take the measures as previously imposed by paragraph 4 (b) of "
       "resolution 1267 (1999)")], "en", "extends", "what was imposed before goes on"),
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
    # wordings that the two language versions of a paragraph showed to be the same
    ([("1", "促请联合国按第2436(2018)号决议所述将此框架适用于联塞部队")],
     "zh-Hans", "mentions", "按……所述: as described in"),
    ([("1", "重申措施适用于委员会根据第2374(2017)号决议第8和9段的规定予以指认的个人")],
     "zh-Hans", "reaffirms",
     "designated as set forth in"),
    ([("1", "重申所有国家应根据经第2213(2015)号决议第11段修订的第1970(2011)号决议第15段的规定，采取措施")],
     "zh-Hans", "pursuant", "one basis, as amended by the other"),
    ([("1", "表示注意到第1533(2004)号决议所设、后经第1807(2008)号决议延长任务期的专家组的报告")], "zh-Hans",
     "pursuant", "established and extended under both"),
    ([("1", "支持第2379(2017)号决议所设调查组的工作")], "zh-Hans", "mentions", "by what it was founded"),
    ([("1", "支持以第1701(2006)号决议第8段所述原则和要素为基础的永久停火")],
     "zh-Hans", "pursuant", "based on"),
    ([("1", "申明本决议第1段符合第2667(2022)号决议第1和2段")],
     "zh-Hans", "pursuant", "符合 is consistent with"),
    ([("1", "提供符合第1591(2005)号决议第3段中列名标准的个人的信息")],
     "zh-Hans", "mentions", "meets the criteria"),
    ([("1", "回顾安理会认可了报告(S/2008/251)所载建议")], "zh-Hans", "recalls", "what was endorsed before"),
    ([("1", "用于日后指认可能参与上文第15段所述活动的个人")],
     "zh-Hans", "mentions", "指认可能 endorses nothing"),
    ([("1", "回顾安理会决定，如指认国提交除名申请，则要求各国采取第1267(1999)号决议所述措施")], "zh-Hans",
     "recalls", "申请 asks for nothing, nor does what is required within a decision"),
    ([("1", "说明第2282(2016)号决议相关规定的执行进展")], "zh-Hans", "implements", "of its provisions"),
    ([("1", "重申，如果根据第37段向索马里出售第2713(2023)号决议附件C所列物项")], "zh-Hans", "reaffirms",
     "a paragraph is the basis, not the resolution"),
    ([("1", "决定，第1526(2004)号决议第7段所设的监测组应在任务期满后继续支持委员会12个月")],
     "zh-Hans", "extends",
     "it goes on for a term"),
    ([("1", "Renews the reporting requests set out in paragraph 17 of resolution 2240 (2015)")], "en",
     "reaffirms", "a request is renewed, no mandate"),
    ([("1", "Directs a report on arms, as reaffirmed in resolution 1844 (2008)")], "en", "mentions",
     "what was reaffirmed before"),
    ([("1", "Requests an update on the implementation of the review in the report requested in resolution "
       "2656 (2022)")], "en", "pursuant", "a report is made at the request, whatever it tells of"),
    ([("1", "Urges States to fulfil their obligations under resolution 1701 (2006)")], "en", "implements",
     "to fulfil is to comply"),
    ([("1", "Requests a report on the implementation of this mandate and to coordinate its reporting with "
       "that referred to in resolution 2605 (2021)")], "en", "mentions", "another deed begins"),
    ([("1", "Decides to extend the mandate of BINUH in accordance with its resolution 2476 (2019)")], "en",
     "extends", "the mandate that it gave is extended"),
    ([("1", "Acts in line with changes since the adoption of resolutions 2373 (2017) and 2433 (2018)")], "en",
     "mentions", "only their days are named"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "lang", "relation", "why"), CASES, ids=[case[3] for case in CASES])
def test_relations(lines: list[tuple[str, str]], lang: Lang, relation: str, why: str) -> None:
    found = find_citations(paragraphs(*lines), symbol="S/RES/2600 (2021)", date="2021-10-15", lang=lang)
    assert found[-1].relation == relation, why
