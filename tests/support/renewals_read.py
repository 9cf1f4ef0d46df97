"""What changed in substance in renewals read side by side by hand.

A line is `PLACE what: old > new`, the place that of the new paragraph; what a phrase is about is quoted as a
measure, and who came in or fell out as an actor. Not marked: *Urges* that became *Continues to urge* (the
same demand), *Taking note* for *Welcoming* in a preamble, wording.
"""

from __future__ import annotations

SUBSTANCE: dict[tuple[str, str, str], set[str]] = {
    ("2618 (2022)", "2646 (2022)", "en"): {
        "OP10 date: 2022-07-31 > 2023-01-31", "OP11 reference: S/2021/1110 > S/2022/533",
        "OP12 measure:  > the safety, security, access and freedom of movement of UNFICYP personnel, "
        "and all instances of interference with UNFICYP’s activities across the island by all …",
        "OP16 reference: S/2021/1110 > S/2022/533", "OP20 date: 2022-07-05 > 2023-01-03",
        "OP5 reference: S/RES/2587 (2021) > S/RES/2618 (2022)",
        "OP5(a) measure:  > building on recent progress",
        "OP6 measure:  > but welcomes the adoption and launch of the Action Plan",
        "OP8 measure:  > regrets the lack of progress in this regard to date",
        "PP1 reference: S/2021/1109 > S/2022/534", "PP1 reference: S/2021/1110 > S/2022/533",
        "PP1 reference: 2021-12-31 > 2022-07-05",
        "PP10 measure: COVID-19 has further widened the socio-economic > socioeconomic",
        "PP10 measure: particular initiatives to enable greater access to safe and effective "
        "COVID-19 vaccines > return of the crossing points to the status quo ante",
        "PP11 measure: agreement in principle reached to establish > establishment",
        "PP12 measure:  > continue engaging with each other in this regard",
        "PP13 measure:  > economic issues", "PP13 measure:  > intra-island trade",
        "PP14 date: 2022-01-31 > 2022-07-31", "PP3 reference: S/2021/1109 > ",
        "PP3 measure: as set out in his Good Offices report (S/2021/1109) > ",
        "PP7 measure:  > agreement and launch",
    },
    ("2646 (2022)", "2674 (2023)", "en"): {
        "OP13 measure:  > calls on all parties to continue to cooperate with UNFICYP and "
        "strongly urges full",
        "OP13 measure:  > the cessation of all restrictions on the mission’s movement and access",
        "PP12 force: encouraging > strongly encouraging",
        "PP13 measure:  > welcoming efforts to remove obstacles to intra-island trade",
        "OP10 date: 2023-01-31 > 2024-01-31",
        "OP10 measure:  > affirms its intention to continue to monitor the situation in Cyprus "
        "closely",
        "OP10 measure:  > consider any adjustments or other action as necessary",
        "OP10 measure:  > further affirms its readiness to review the implementation of this "
        "resolution after six months",
        "OP10 measure:  > taking into account the advice of the Secretary-General in the reports "
        "requested in paragraph 21 of this resolution",
        "OP10 number:  > 6", "OP11 reference: S/2022/533 > S/2023/3",
        "OP12 measure: delineation of, the buffer zone > Buffer Zone and to refrain from unilateral "
        "actions in contravention thereof",
        "OP13 force: reaffirms > strongly urges", "OP16 reference: S/2022/533 > S/2023/3",
        "OP2 measure:  > who could provide critical support in the search for common ground with the "
        "goal of returning to formal negotiations for a lasting settlement in Cyprus",
        "OP2 measure: with an increased sense of urgency > without further delay",
        "OP21 date:  > 2023-07-04", "OP21 date: 2023-01-03 > 2024-01-03",
        "OP21 measure:  > every six months", "OP21 number:  > 2", "OP21 number:  > 6",
        "OP12 measure:  > inviolability of the Buffer Zone",
        "OP14 measure: attack on an UNFICYP vehicle on 21 May while patrolling in the buffer zone > any "
        "attack on UNFICYP and its personnel",
        "OP3 measure: reiterates once again that no actions should be carried out > cautions against "
        "any further actions", "OP3 measure:  > continuation",
        "OP3 measure:  > emphasises that any further unilateral action may prompt a response from "
        "the Security Council",
        "OP3 measure:  > ongoing disregard", "OP5 reference: S/RES/2618 (2022) > S/RES/2646 (2022)",
        "OP5(a) measure: building on recent > overcoming recent political blockages that have slowed "
        "or obstructed",
        "OP5(a) measure: improve their performance > improve their performance and protect and "
        "insulate them from wider political discussions",
        "OP5(c) measure:  > by supporting peace education projects aimed at increasing contact and "
        "collaboration among the communities in Cyprus",
        "OP5(c) measure:  > facilitating the meaningful participation of youth in the peace process",
        "OP6 measure:  > as a matter of priority",
        "OP8 measure:  > welcomes the recent increase in trade across the Green Line and encourages "
        "further progress in this regard",
        "PP1 reference: S/2022/533 > S/2023/3", "PP1 reference: S/2022/534 > S/2023/6",
        "PP1 reference: 2022-07-05 > 2023-01-03",
        "PP11 measure: establishment of an extension of the existing > effective coordination by "
        "both sides through the extension",
        "PP14 date: 2022-07-31 > 2023-01-31",
    },
    ("2641 (2022)", "2688 (2023)", "en"): {
        "OP5 measure:  > reaffirms the importance of ensuring the safety and security of the "
        "members of the Group of Experts",
        "PP4 measure:  > strongly condemning support of any kind to armed groups",
        "OP1 date: 2023-07-01 > 2024-07-01", "OP2 reference:  > S/RES/2641 (2022) 3",
        "OP2 citation:  > S/RES/2664 (2022) 1", "OP5 date: 2023-07-01 > 2024-07-01",
        "OP5 date: 2023-08-01 > 2024-08-01", "OP6 date: 2022-12-30 > 2023-12-30",
        "OP6 date: 2023-06-15 > 2024-06-15", "PP3 reference:  > S/RES/2641 (2022)",
        "PP3 reference: S/2022/479 > S/2023/431",
        "PP4 measure:  > international humanitarian law violations and human rights violations",
        "PP4 measure:  > reaffirming its support to national and regional efforts to promote peace "
        "and stability in the DRC and the Region",
        "PP4 measure: acknowledging the outcomes of the Conclaves and the commitments to contribute "
        "to reconciliation, stabilisation > ",
        "PP4 measure: including the Conclaves of the East African Community Heads of State on the "
        "peace and security situation on the eastern part of the DRC in Nairobi, Kenya > ",
        "PP4 measure: securing lasting peace in the DRC > ",
        "PP4 measure: welcoming the diplomatic engagement undertaken by the States of the region to "
        "foster peace and reconciliation in the region > ",
        "PP5 date: 2022-01-29 > ",
        "PP5 measure: Taking note of the verdict rendered on 29 January 2022 by the Military Court "
        "of Ex-Kasai Occidental and of efforts > Welcoming efforts by the Government of the DRC",
        "PP6 citation:  > S/RES/2667 (2022)",
        "PP6 measure:  > Welcoming the report of the Government of the DRC provided pursuant to "
        "resolution 2667 (2022), stressing",
        "PP6 measure:  > calling for continued efforts by the Government of the DRC",
        "PP6 measure:  > encouraging the United Nations and international partners to increase their "
        "support to the Government of the DRC in this regard",
        "PP7 citation:  > S/RES/2664 (2022)",
    },
    ("2689 (2023)", "2737 (2024)", "en"): {
        "OP15 date: 2023-12-31 > 2024-12-31", "OP16 citation:  > S/RES/338 (1973)",
        "OP8 measure: taking into account the impact of the COVID‑19 pandemic > ",
        "PP2 reference: S/2023/203 > S/2024/242", "PP2 reference: S/2023/400 > S/2024/433",
        "PP2 reference: 2023-03-16 > 2024-03-18", "PP2 reference: 2023-06-01 > 2024-06-04",
    },
    ("2544 (2020)", "2597 (2021)", "en"): {
        "OP2 reference: S/2020/909 > S/2021/801", "OP2 reference: 2020-09-16 > 2021-09-16",
        "OP2 date: 2021-09-18 > 2022-09-17", "PP1 reference:  > S/RES/2544 (2020)",
    },
    ("2642 (2022)", "2672 (2023)", "en"): {
        "OP1 reference:  > S/RES/2642 (2022)", "OP2 reference:  > S/RES/2642 (2022) 2",
        "OP2 date: 2022-12-10 > 2023-06-10", "OP2 date: 2023-01-10 > 2023-07-10",
        "OP2 measure: with a further extension of an additional six months, that is, until 10 July "
        "2023, which will require a separate resolution confirming this extension > ",
        "OP5 reference:  > S/RES/2642 (2022)", "PP1 reference:  > S/RES/2642 (2022)",
    },
    ("2505 (2020)", "2534 (2020)", "en"): {
        "OP1 date: 2020-07-15 > 2021-07-15", "OP5 measure:  > security, and health",
        "OP5 measure:  > taking into account the impact of the COVID-19 pandemic",
        "PP1 reference:  > S/RES/2505 (2020)", "PP1 reference:  > S/RES/2511 (2020)",
        "PP2 reference: S/2019/28 > ", "PP2 reference: S/2019/485 > ", "PP2 reference: S/2019/823 > ",
        "PP2 date:  > 2020-06-15",
        "PP2 measure: circulated as S/2019/28, S/2019/485, and S/2019/823 respectively > ",
    },
    ("2504 (2020)", "2533 (2020)", "en"): {
        "OP2 measure: of Al Yarubiyah > Al Yarubiyah and Bab al-Salam",
        "OP1 actor: parties > ", "OP1 reference:  > S/RES/2504 (2020)",
        "OP1 measure: Reiterates its demand that all parties > ",
        "OP1 measure: including international humanitarian law and international human rights law as "
        "applicable and further demands > ",
        "OP1 measure: particular the Syrian authorities, immediately comply with their obligations "
        "under international law > ",
        "OP1 measure: recalls that some of the violations and abuses committed in Syria may amount "
        "to war crimes and crimes against humanity > ",
        "OP2 date: 2020-07-10 > 2021-07-10", "OP2 number: 6 > 12", "OP3 reference:  > S/RES/2504 (2020)",
        "PP1 reference:  > S/RES/2504 (2020)",
    },
    ("2781 (2025)", "2821 (2026)", "en"): {
        "OP1 date: 2026-05-31 > 2027-05-31", "OP11 date: 2026-05-31 > 2027-05-31",
        "OP18 date: 2025-12-01 > 2026-12-01", "OP18 date: 2026-05-01 > 2027-05-01",
        "OP18 date: 2026-07-01 > 2027-07-01", "OP4 date: 2026-04-15 > 2027-04-15",
        "OP4 measure:  > including recommendations on appropriate updates to the benchmarks",
        "OP5 date: 2026-04-15 > 2027-04-15", "PP20 reference: S/2024/343 > S/2025/768",
        "PP20 reference: 2024 > 2025", "PP20 measure: Final 2024 > Interim 2025",
        "PP24 reference: S/2025/231 > S/2026/330",
        "PP24 reference: S/RES/2731 (2024) 4 > S/RES/2781 (2025) 4",
        "PP24 reference: 2025-04-15 > 2026-04-16",
        "PP24 measure:  > noting the Secretary-General’s recommendation that the benchmarks may "
        "require revision to reflect current realities",
    },
    ("2604 (2021)", "2658 (2022)", "en"): set(),
    ("2544 (2020)", "2597 (2021)", "zh-Hans"): {
        "OP2 reference: S/2020/909 > S/2021/801", "OP2 reference: 2020-09-16 > 2021-09-16",
        "OP2 date: 2021-09-18 > 2022-09-17", "PP1 reference:  > S/RES/2544 (2020)",
    },
    ("2642 (2022)", "2672 (2023)", "zh-Hans"): {
        "OP1 reference:  > S/RES/2642 (2022)", "OP2 reference:  > S/RES/2642 (2022) 2",
        "OP2 date: 2022-12-10 > 2023-06-10", "OP2 date: 2023-01-10 > 2023-07-10",
        "OP2 measure: 届时再延长6个月，至2023年7月10日，但需另外通过一项决议确认再次延长期限 > ",
        "OP5 reference:  > S/RES/2642 (2022)", "PP1 reference:  > S/RES/2642 (2022)",
    },
    ("2505 (2020)", "2534 (2020)", "zh-Hans"): {
        "OP1 date: 2020-07-15 > 2021-07-15", "OP5 measure:  > 同时考虑到冠状病毒病大流行的影响",
        "PP1 reference:  > S/RES/2505 (2020)", "PP1 reference:  > S/RES/2511 (2020)",
        "PP2 reference: S/2019/28 > ", "PP2 reference: S/2019/485 > ", "PP2 reference: S/2019/823 > ",
        "PP2 date:  > 2020-06-15", "PP2 measure: 作为S/2019/28、S/2019/485和S/2019/823号文件分发的 > ",
        "PP3 measure:  > 站在一起的承诺",
    },
    ("2504 (2020)", "2533 (2020)", "zh-Hans"): {
        "OP1 actor: parties > ", "OP1 reference:  > S/RES/2504 (2020)",
        "OP1 measure: 再次要求所有各方、特别是叙利亚当局立即履行相关国际法 > ",
        "OP1 measure: 包括适用的国际人道主义法和国际人权法规定的义务，还 > ",
        "OP1 measure: 并回顾叙利亚境内的某些侵权违法行为可能构成战争罪和危害人类罪 > ",
        "OP2 date: 2020-07-10 > 2021-07-10", "OP2 measure:  > 过境点和巴布萨拉姆过境点",
        "OP2 number: 6 > 12", "OP3 reference:  > S/RES/2504 (2020)", "PP1 reference:  > S/RES/2504 (2020)",
    },
    ("2781 (2025)", "2821 (2026)", "zh-Hans"): {
        "OP1 date: 2026-05-31 > 2027-05-31", "OP11 date: 2026-05-31 > 2027-05-31",
        "OP18 date: 2025-12-01 > 2026-12-01", "OP18 date: 2026-05-01 > 2027-05-01",
        "OP18 date: 2026-07-01 > 2027-07-01", "OP4 date: 2026-04-15 > 2027-04-15",
        "OP4 measure:  > 包括就这些基准的适当更新提出建议", "OP5 date: 2026-04-15 > 2027-04-15",
        "PP20 reference: S/2024/343 > S/2025/768", "PP20 reference: 2024 > 2025",
        "PP20 measure: 2024年最后报告 > 2025年中期报告", "PP24 reference: S/2025/231 > S/2026/330",
        "PP24 reference: S/RES/2731 (2024) 4 > S/RES/2781 (2025) 4",
        "PP24 reference: 2025-04-15 > 2026-04-16",
        "PP24 measure:  > 并注意到秘书长的建议，即可能需要修订这些基准以反映当前现实",
    },
    ("2604 (2021)", "2658 (2022)", "zh-Hans"): set(),
    ("2658 (2022)", "2706 (2023)", "en"): set(),
    ("2490 (2019)", "2544 (2020)", "en"): {
        "OP2 reference: S/2019/760 > S/2020/909", "OP2 reference: 2019-09-19 > 2020-09-16",
        "OP2 date: 2020-09-21 > 2021-09-18", "PP1 reference:  > S/RES/2490 (2019)",
    },
    ("2402 (2018)", "2456 (2019)", "en"): {
        "OP1 citation:  > S/RES/2451 (2018)", "OP1 citation:  > S/RES/2452 (2019)",
        "OP2 date: 2019-02-26 > 2020-02-26", "OP5 date: 2019-02-28 > 2020-02-28",
        "OP5 date: 2019-03-28 > 2020-03-28", "OP6 date: 2018-07-28 > 2019-07-28",
        "OP6 date: 2019-01-28 > 2020-01-28", "OP7 citation: S/RES/2253 (2015) > S/RES/2368 (2017)",
        "PP1 reference:  > S/PRST/2018/5", "PP1 reference:  > S/RES/2402 (2018)",
        "PP1 reference:  > S/RES/2451 (2018)", "PP1 reference:  > S/RES/2452 (2019)",
        "PP1 reference:  > 2018-03-15",
    },
    ("2192 (2014)", "2229 (2015)", "en"): {
        "OP7 date: 2015-06-30 > 2015-12-31",
        "PP14 measure:  > cases of injury of four United Nations peacekeepers as a result of the "
        "ongoing Syrian conflict",
        "PP14 measure: detention of 45 UNDOF peacekeepers by the Al-Nusra Front > ",
        "PP14 measure: emphasizing the need to hold those responsible accountable > ",
        "PP14 measure: stressing that there can never be any justification for these attacks on and "
        "detention of UN peacekeepers > ",
        "PP14 number: 45 > 4", "PP2 reference: S/2014/859 > S/2015/405",
        "PP2 reference: 2014-11-28 > 2015-06-03",
        "PP7 measure: further condemning the use by armed Syrian extremist groups of improvised "
        "explosive devices in the UNDOF area of operation > ",
        "PP7 measure: recent intense > ",
    },
    ("2061 (2012)", "2110 (2013)", "en"): {
        "OP1 date:  > 2014-07-31", "OP1 number: 12 > ", "OP2 citation:  > S/RES/2107 (2013)",
        "OP2 reference: S/2012/520 Annex > S/2013/430 Annex",
        "OP2 reference: S/RES/2001 (2011) > S/RES/2061 (2012)", "PP1 reference:  > S/RES/2061 (2012)",
        "PP1 reference:  > S/RES/2107 (2013)",
        "PP1 measure:  > resolution 2107 (2013) on the situation between Iraq and Kuwait",
        "PP14 measure: calling on the Government of Iraq to continue ongoing cooperation with the "
        "Government of Kuwait to address outstanding issues > ",
        "PP14 measure: meet its outstanding obligations under the relevant Chapter VII Security "
        "Council resolutions pertaining to the situation between Iraq and Kuwait > ",
        "PP14 measure: underscoring the importance of finalizing > ", "PP9 reference:  > S/RES/2106 (2013)",
    },
    ("2361 (2017)", "2394 (2017)", "en"): {
        "OP11 date: 2017-12-31 > 2018-06-30", "OP3 measure:  > that UNDOF remains an impartial entity",
        "OP7 measure:  > commencement of limited patrols around Camp Faouar",
        "OP7 measure: return of an initial UNDOF contingent > Welcomes UNDOF’s limited return",
        "OP8 measure: urges the Secretary-General to accelerate the development of proposals for such "
        "technologies > notes in this regard that the Secretary-General’s proposal for such "
        "technologies has been delivered to the parties",
        "OP8 measure:  > in addressing civilian staffing needs",
        "OP8 measure: deploying > progress in the deployment",
        "PP16 measure:  > towards a limited return to its headquarters at Camp Faouar",
        "PP17 measure: starting with Camp Faouar > ", "PP2 reference: S/2017/486 > S/2017/1024",
        "PP2 reference: 2017-06-08 > 2017-12-06",
    },
    ("2494 (2019)", "2548 (2020)", "en"): {
        "OP1 date: 2020-10-31 > 2021-10-31", "OP9 reference:  > S/RES/2494 (2019)",
        "PP12 reference:  > S/RES/2538 (2020)", "PP14 reference: 2019-10-02 > 2020-09-23",
        "PP2 reference:  > S/RES/2494 (2019)", "PP27 reference: S/2019/787 > S/2020/938",
        "PP27 reference: 2019-10-02 > 2020-09-23",
    },
    ("2197 (2015)", "2234 (2015)", "en"): {
        "OP1 actor:  > parties", "OP1 force: calls for > encourages",
        "OP1 measure: Acknowledges the progress made so far in the fully fledged negotiations, but "
        "notes that this has not been sufficient and has not yet resulted > Welcomes the resumption "
        "of the leaders-led negotiations as well as the progress achieved so far and the ongoing "
        "efforts of the leaders and their negotiators to …",
        "OP1 measure: calls for an urgent resumption of structured negotiations to reach decisive "
        "progress on the core issues > encourages the sides to grasp the current opportunity with "
        "determination to secure a comprehensive settlement",
        "OP11 date: 2015-07-10 > 2016-01-10", "OP2 reference: S/2015/17 > S/2015/517",
        "OP5 date:  > 2015-05-28",
        "OP5 measure:  > the joint appeal for information issued by the two leaders on 28 May 2015",
        "OP7 date: 2015-07-31 > 2016-01-31", "PP1 reference: S/2015/17 > S/2015/517",
        "PP1 reference: 2015-01-09 > 2015-07-09", "PP12 measure:  > positive initiatives",
        "PP2 date: 2015-01-31 > 2015-07-31",
        "PP4 measure: calling for the resumption of structured negotiations without delay > "
        "Welcoming the re-launching of negotiations, the positive momentum and the commitment "
        "expressed by the leaders to work tirelessly to reach a comprehensive …",
    },
    ("2646 (2022)", "2674 (2023)", "zh-Hans"): {
        "OP13 measure:  > 停止对联塞部队行动和通行的一切限制",
        "OP13 measure: 重申必须 > 呼吁所有各方继续与联塞部队合作，强烈敦促充分",
        "OP8 measure:  > 鼓励在这方面进一步取得进展",
        "PP12 force: 鼓励 > 强烈鼓励",
        "PP13 measure:  > 敦促双方加强此种努力",
        "PP13 measure:  > 欢迎为消除岛内贸易障碍所作的努力",
        "OP10 date: 2023-01-31 > 2024-01-31", "OP10 measure:  > 申明打算继续密切监测塞浦路斯局势",
        "OP10 measure:  > 还申明准备在六个月后审查本决议的执行情况，并结合秘书长按照本决议第21段要求提"
        "交的报告中所提意见，考虑作任何必要的调整或采取其他行动",
        "OP10 number:  > 6", "OP11 reference: S/2022/533 9, 13, 14, 15 > S/2023/3 11, 19, 20, 21, 22",
        "OP12 measure:  > 不要采取与此相背离的单方面行动", "OP13 force: 重申 > 强烈敦促",
        "OP11 measure: 表示 > 强调继续严重关切并", "PP7 measure:  > 强调执行该计划的重要性",
        "OP14 measure: 谴责5月21日针对在缓冲区巡逻的联塞部队一辆车实施的袭击 > 谴责联塞部队及其人员的"
        "任何攻击",
        "OP16 reference: S/2022/533 18 > S/2023/3 24", "OP2 measure:  > 不再拖延地",
        "OP2 measure:  > 该特使可提供重要支持，帮助寻求共同点，以恢复正式谈判，促成塞浦路斯问题的持久解决",
        "OP21 date:  > 2023-07-04", "OP21 date: 2023-01-03 > 2024-01-03", "OP21 measure:  > 请秘书长分别在",
        "OP21 measure:  > 还请秘书长分别在", "OP21 measure:  > 鼓励两族领导人每6个月", "OP21 number:  > 6",
        "OP3 measure:  > 一直被置之不理，告诫各方不要",
        "OP3 measure:  > 强调任何进一步的单方面行动都可能促使安全理事会作出反应",
        "OP5 reference: S/RES/2618 (2022) > S/RES/2646 (2022)",
        "OP5(a) measure:  > 克服最近出现的减缓或阻碍进展的政治障碍",
        "OP5(a) measure: 权能和改善其工作 > 改善其业绩以及保护其不受更广泛政治讨论影响",
        "OP5(c) measure:  > 此外支持和平教育项目，以增加塞浦路斯各族群之间的接触和协作，促进青年切实参"
        "与和平进程",
        "OP6 measure:  > 敦促双方领导人优先支持性别平等问题",
        "OP8 measure:  > 欢迎绿线两侧的贸易近来出现增多", "PP1 reference: S/2022/533 > S/2023/3",
        "PP1 reference: S/2022/534 > S/2023/6", "PP1 reference: 2022-07-05 > 2023-01-03",
        "PP14 date: 2022-07-31 > 2023-01-31",
    },
    ("2613 (2021)", "2689 (2023)", "zh-Hans"): {
        "OP15 date: 2022-06-30 > 2023-12-31", "PP2 reference: S/2021/883 > S/2023/203",
        "PP2 reference: S/2021/994 > S/2023/400", "PP2 reference: 2021-09-28 > 2023-03-16",
        "PP2 reference: 2021-12-01 > 2023-06-01",
    },
    ("2602 (2021)", "2654 (2022)", "zh-Hans"): {
        "OP15 force: 敦促 > 强烈敦促",
        "OP3 measure:  > 与个人特使互动接触",
        "OP3 measure: 注意到前任个人特使打算邀请摩洛哥、波利萨里奥阵线"
        "、阿尔及利亚和毛里塔尼亚以同样方式再次会谈，欢迎摩洛哥 > 强烈鼓励摩洛哥",
        "PP21 force: 大力鼓励 > 敦促",
        "PP23 force: 再次要求 > 强烈重申要求",
        "PP3 measure:  > 欢迎个人特使为此对该区域进行的访问",
        "OP1 date: 2022-10-31 > 2023-10-31", "OP10 reference:  > S/RES/2602 (2021)",
        "OP15 actor:  > united-nations-system",
        "OP15 measure:  > 敦促各援助机构按照联合国最佳做法，为运送人道主义援助提供便利",
        "OP3 force: 欢迎 > 强烈鼓励", "OP3 measure:  > 以便在前任个人特使所取得进展和所订框架基础上",
        "OP5 force: 邀请 > 请", "OP5 measure: 会员国为这些会谈 > 谈判以及个人特使所作努力",
        "OP7 measure: 现有协定 > 与联合国达成的协议",
        "OP9 measure:  > 强调有关各方必须阐明各自立场，以推进达成解决方案",
        "PP12 measure:  > 要为其队部进行安全、定期补给，在整个责任区进行巡逻，并充分执行任务",
        "PP14 measure: 现有协定的行为 > 与联合国达成的协议的行为",
        "PP16 measure:  > 强调有关各方必须阐明各自立场，以推进达成解决方案",
        "PP2 reference:  > S/RES/2602 (2021)",
        "PP22 measure:  > 并鼓励援助机构按照联合国最佳做法，协助提供人道主义援助",
        "PP22 measure:  > 强烈鼓励捐助方有鉴于人道主义局势不断恶化，提供更多资金",
        "PP24 measure: 鼓励妇女充分、有效、切实参与会谈 > 鼓励妇女充分、平等、切实参"
        "与会谈", "PP27 reference: S/2021/843 > S/2022/733",
        "PP27 reference: 2021-10-01 > 2022-10-03", "PP3 measure:  > 按照相关先例，努力推进",
        "PP3 measure: 欢迎任命 > 表示全力支持秘书长西撒哈拉问题个人特使",
        "PP4 measure: 努力，而圆桌会议为政治进程创造了势头 > ", "PP4 measure: 霍斯特·克勒致敬，赞扬他 > ",
    },
}  # fmt: skip
