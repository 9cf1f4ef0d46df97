"""Requirements of small resolutions: what a stem leaves out, what stands elsewhere, whose it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from texts import resolution

from mandex.corpus.model import Mandate, Span
from mandex.corpus.store import Store
from mandex.index.compare.obligations import obligations
from mandex.index.compare.profiles import OTHER, theme_of
from mandex.index.compare.requirement import Requirement, force_of
from mandex.index.compare.requirements import Asked, requirements


def asked_in(folder: Path, *paragraphs: str) -> list[Requirement]:
    """The requirements of a resolution of these paragraphs, in reading order."""
    with Store.open(folder, create=True) as store:
        held = resolution(2905, 2031, "Recalling its resolutions,", *paragraphs)
        store.put_file(held.source, f"{1:064}", [held])
        found = requirements(store, Asked((held.symbol,)), keep="all")
    return sorted(found, key=lambda row: (row.seq, row.n))


def test_what_a_stem_leaves_out_is_its_exemption(tmp_path: Path) -> None:
    """1737 (2006) OP3(b), OP9, OP12: points after *except* are no rows, nor is when a measure ends."""
    rows = asked_in(
        tmp_path,
        "1. Decides that all States shall prevent the sale of:",
        "(a) heavy arms, except the sale of:",
        "(i) vests;",
        "(ii) helmets;",
        "(b) light arms;",
        "2. Decides that all States shall freeze the funds of those designated, and that the measures in"
        " this paragraph shall cease to apply if the Committee removes them from the list;",
        "3. Decides that the measures imposed by paragraph 1 above shall not apply where the Committee"
        " decides in advance that such sale serves food, provided that:",
        "(a) contracts include guarantees;",
    )
    assert [(row.label, row.obligation) for row in rows] == [
        ("1(a)", "heavy arms, except the sale of"),
        ("1(b)", "light arms"),
        ("2", "freeze the funds of those designated"),
    ]
    heavy, light, funds = rows
    assert heavy.exemptions[0] == "except the sale of: vests; helmets;"
    assert [said[:5] for said in light.exemptions] == ["OP3: "]
    assert funds.exemptions == ()
    assert light.stem == "Decides that all States shall prevent the sale of:"


def test_things_share_the_verb_before_them(tmp_path: Path) -> None:
    """2653 (2022) OP11, OP23: what is to be prevented is not asked for."""
    rows = asked_in(
        tmp_path,
        "1. Decides that all Member States shall take the necessary measures to prevent the supply of arms of"
        " all types, and technical assistance, training, financial or other assistance, related to military"
        " activities, including the provision of armed mercenary personnel;",
        "2. Urges all Member States to ensure the safety of the members of the Panel, and unhindered access,"
        " in particular to persons and documents;",
    )
    assert [(row.label, row.obligation) for row in rows] == [
        ("1", "take the necessary measures to prevent the supply of arms of all types"),
        ("1", "prevent technical assistance, training, financial or other assistance, related to military"
         " activities, including the provision of armed mercenary personnel"),
        ("2", "ensure the safety of the members of the Panel"),
        ("2", "ensure unhindered access, in particular to persons and documents"),
    ]  # fmt: skip
    assert rows[1].text[rows[1].start : rows[1].end].startswith("technical assistance")


def test_what_extends_a_measure_is_a_duty_of_states(tmp_path: Path) -> None:
    """1874 (2009) OP9, OP13: no State is named; a condition belongs to what it is the condition of."""
    rows = asked_in(
        tmp_path,
        "1. Decides that the measures in paragraph 8 (b) of resolution 1718 (2006) shall also apply to all"
        " arms and related materiel;",
        "2. Calls upon all States to cooperate with inspections, and, if the flag State does not consent to"
        " inspection, decides that the flag State shall direct the vessel to a port;",
    )
    assert [row.obligation for row in rows] == [
        "the measures in paragraph 8 (b) of resolution 1718 (2006) shall also apply to all arms and related"
        " materiel",
        "cooperate with inspections",
        "if the flag State does not consent to inspection, direct the vessel to a port",
    ]


def test_exemptions_from_the_embargo_stand_beside_it(tmp_path: Path) -> None:
    """2701 (2023) OP5, OP6: the embargo of another resolution, and what it no longer covers."""
    (row,) = asked_in(
        tmp_path,
        "1. Demands full compliance by all Member States with the arms embargo;",
        "2. Reiterates paragraph 9 of resolution 1970 (2011), which decided that the measures imposed by"
        " paragraph 9 of resolution 1970 (2011) no longer applied to the sale, supply or transfer of:",
        "(a) protective clothing for the use of United Nations personnel;",
    )
    assert [said[:20] for said in row.exemptions] == ["OP2: no longer appli"]
    assert "protective clothing" in row.exemptions[0]


IN_CHINESE = [
    # 2653 (2022) OP11: what is to be prevented, to its end
    ("1. 决定会员国应采取必要措施，防止供应武器，以及与军事活动有关的技术援助，包括提供武装雇佣军人员；",
     ["采取必要措施，防止供应武器", "防止与军事活动有关的技术援助", "防止提供武装雇佣军人员"]),
    # 2701 (2023) OP3, OP9: a company of the State is no State, whom it asks is no duty
    ("1. 敦促会员国与国家石油公司密切合作；", ["与国家石油公司密切合作"]),
    ("1. 请利比亚政府，包括通过其协调人，提供最新资料；", ["请利比亚政府，包括通过其协调人，提供最新资料"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), IN_CHINESE)
def test_obligations_in_chinese(text: str, expected: list[str]) -> None:
    said = text.partition(" ")[2]
    found = obligations(said, Span(0, len(said)), inherits=False)
    assert [f"{one.lead}{said[one.span.start : one.span.end]}" for one in found] == expected


def test_an_exemption_is_not_cut_where_it_says_who_determines_it(tmp_path: Path) -> None:
    """1617 (2005) OP1(b)."""
    (row,) = asked_in(
        tmp_path,
        "1. Decides that all States shall prevent the entry of these individuals, provided that this"
        " paragraph shall not apply where the Committee established by resolution 1267 (1999) (“the"
        " Committee”) determines on a case-by-case basis only that entry is justified;",
    )
    assert row.obligation.endswith("that entry is justified")
    assert row.exemptions[0].endswith("that entry is justified")


def test_what_all_states_shall_do_beside_another_is_theirs(tmp_path: Path) -> None:
    """1737 (2006) OP7; 1857 (2008) OP14, whose stem asks something before it leads to its points."""
    rows = asked_in(
        tmp_path,
        "1. Decides that Iran shall not export such items and that all Member States shall prohibit the"
        " procurement of such items from Iran;",
        "2. Demands that all States cooperate fully with the work of the Group, and that they ensure:",
        "(a) the safety of its members;",
        "(b) unhindered access to sites;",
    )
    assert [(row.label, row.obligation) for row in rows] == [
        ("1", "prohibit the procurement of such items from Iran"),
        ("2", "cooperate fully with the work of the Group"),
        ("2(a)", "the safety of its members"),
        ("2(b)", "unhindered access to sites"),
    ]


def test_points_of_things_are_asked_of_the_states_that_the_stem_names(tmp_path: Path) -> None:
    """2354 (2017) OP2: not what others should do, nor what can be; as strongly as it is said."""
    rows = asked_in(
        tmp_path,
        "1. Stresses that Member States and all United Nations entities should follow these guidelines:",
        "(a) The Counter-Terrorism Committee should report on them;",
        "(b) counter-narratives should consider gender, and narratives should be developed for men;",
        "(c) Efforts can benefit from youth;",
        "(d) All measures taken by Member States must comply with international law;",
    )
    assert [(row.label, row.force, row.binding, row.obligation) for row in rows] == [
        ("1(b)", "recommend", False, "counter-narratives should consider gender"),
        ("1(b)", "recommend", False, "narratives should be developed for men"),
        ("1(d)", "call", False, "All measures taken by Member States must comply with international law"),
    ]


def test_what_only_points_back_repeats_nothing(tmp_path: Path) -> None:
    """2106 (2013) OP9: *support these efforts* is also said of efforts against piracy."""
    said = "1. Notes efforts to {}, and encourages all Member States to support these efforts;"
    with Store.open(tmp_path, create=True) as store:
        held = [
            resolution(2905 + k, 2031 + k, "Recalling its resolutions,", said.format(of))
            for k, of in enumerate(("document crimes", "deter pirates"))
        ]
        for k, one in enumerate(held):
            store.put_file(one.source, f"{k + 1:064}", [one])
        rows = requirements(store, Asked(tuple(one.symbol for one in held)), keep="all")
    assert [(row.obligation, row.repeats) for row in rows] == [("support these efforts", ())] * 2


def test_what_seizing_states_may_do_and_what_others_are_to_prevent_is_not_asked(tmp_path: Path) -> None:
    """820 (1993) OP17, OP21, OP24, OP25; 2552 (2020) OP41."""
    rows = asked_in(
        tmp_path,
        "1. Reaffirms the responsibility of riparian States to take necessary measures;",
        "2. Decides that States in which there are funds, including any funds of the authorities in the"
        " Federal Republic of Yugoslavia (Serbia and Montenegro), shall require all persons to freeze them;",
        "3. Decides that all States shall impound all vessels in their territories and that these vessels may"
        " be forfeit to the seizing State;",
        "4. Decides that all States shall detain all vessels and aircraft suspected, and that, upon a"
        " determination that they are in violation, such vessels and aircraft shall be impounded;",
        "5. Requests the Secretary-General to ensure compliance with zero tolerance, and stresses the need to"
        " prevent such exploitation;",
    )
    assert [(row.label, row.force, row.obligation[:40]) for row in rows] == [
        ("1", "call", "take necessary measures"),
        ("2", "decide", "require all persons to freeze them"),
        ("3", "decide", "impound all vessels in their territories"),
        ("4", "decide", "detain all vessels and aircraft suspecte"),
        ("4", "decide", "that, upon a determination that they are"),
    ]


def test_a_need_that_is_stressed_of_nobody_is_theirs_who_were_asked_before(tmp_path: Path) -> None:
    """2196 (2015) OP3, OP14; 748 (1992) OP3, which only points to what follows."""
    rows = asked_in(
        tmp_path,
        "1. Calls upon the Secretary-General to address the transfer of small arms and further stresses"
        " the importance of incorporating such elements into programmes;",
        "2. Emphasizes the importance of holding regular consultations with concerned Member States;",
        "3. Calls upon all Member States to secure their borders and stresses the importance of sharing"
        " information with each other;",
        "4. Decides that, on 15 April 1992, all States shall adopt the measures set out below;",
    )
    assert [(row.label, row.addressee, row.obligation) for row in rows] == [
        ("3", "member-states", "secure their borders"),
        ("3", "member-states", "sharing information with each other"),
    ]


def test_points_of_what_is_only_allowed_ask_nothing(tmp_path: Path) -> None:
    """2093 (2013) OP1, OP38."""
    rows = asked_in(
        tmp_path,
        "1. Decides to authorize the Member States of the African Union to maintain AMISOM, which shall be"
        " authorised to take all necessary measures:",
        "(a) To support dialogue;",
        "2. Decides that all States shall notify the Committee, and further decides that the Member State"
        " giving assistance may, in the alternative, make this notification later;",
    )
    assert [(row.label, row.obligation) for row in rows] == [("2", "notify the Committee")]


def test_what_says_more_or_of_another_matter_repeats_nothing(tmp_path: Path) -> None:
    """2178 (2014) OP6(b) has the words of 1373 OP1(b), of travel; 2482 (2019) OP6 is on trafficking."""
    funds = (
        "to criminalize the wilful collection, by any means, directly or indirectly, of funds by nationals"
    )
    offence = "to establish serious criminal offences that duly reflect the seriousness of the offence"
    acts = f"{funds} in order to carry out terrorist acts, and {offence}"
    travel = (
        f"{funds} in order to finance the journey of individuals who leave for another State than that of"
        f" their residence or nationality for the purpose of training, planning or preparing, and {offence}"
        " of trafficking in persons"
    )
    with Store.open(tmp_path, create=True) as store:
        held = [
            resolution(2905 + k, 2031 + k, "Recalling its resolutions,", f"1. Calls upon all States {one};")
            for k, one in enumerate((acts, travel, acts))
        ]
        for k, one in enumerate(held):
            store.put_file(one.source, f"{k + 1:064}", [one])
        rows = requirements(store, Asked(tuple(one.symbol for one in held)), keep="first")
    assert [(row.doc, row.repeats) for row in rows] == [
        ("S/RES/2905 (2031)", ("S/RES/2907 (2033) OP1",)), ("S/RES/2905 (2031)", ("S/RES/2907 (2033) OP1",)),
        ("S/RES/2906 (2032)", ()), ("S/RES/2906 (2032)", ()),
    ]  # fmt: skip


def test_the_points_of_a_decision_that_is_restated_are_asked(tmp_path: Path) -> None:
    """2734 (2024) OP1(a): *Reaffirms its decision … that all States shall take the following measures*."""
    rows = asked_in(
        tmp_path,
        "1. Reaffirms its decision in paragraph 1 of resolution 2368 (2017) that all States shall take the"
        " following measures:",
        "(a) Freeze without delay the funds of these individuals;",
    )
    assert [(row.label, row.force, row.binding) for row in rows] == [("1(a)", "decide", True)]


def test_what_was_due_by_a_day_is_past_as_in_the_export(tmp_path: Path) -> None:
    """1540 (2004) OP4: a first report within six months."""
    asked_in(
        tmp_path,
        "1. Calls upon States to present a first report no later than 1 June 2032 on the steps they have"
        " taken;",
    )
    with Store.open(tmp_path) as store:
        (found,) = requirements(store, Asked(("S/RES/2905 (2031)",), as_of="2032-07-01"), keep="all")
    assert (found.status, found.until, found.reason) == ("spent", "2032-06-01", "was due by 2032-06-01")


RESTATED = [
    ("2806 (2025) OP3",
     "Recalls that all Member States shall take the necessary measures to prevent the supply of arms;",
     "decide", "take the necessary measures to prevent the supply of arms"),
    ("2734 (2024) OP82: before what",
     "Reaffirms that, prior to the unfreezing of assets frozen as a result of the listing of Usama bin Laden,"
     " Member States shall submit to the Committee a request to unfreeze such assets;",
     "decide", "prior to the unfreezing of assets frozen as a result of the listing of Usama bin Laden,"
     " submit to the Committee a request to unfreeze such assets"),
    ("of a law that others made",
     "Stresses that Member States must ensure that their measures comply with international law;",
     "call", "ensure that their measures comply with international law"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "force", "obligation"), RESTATED, ids=[case[0] for case in RESTATED])
def test_what_is_restated_is_a_duty(tmp_path: Path, why: str, text: str, force: str, obligation: str) -> None:
    (row,) = asked_in(tmp_path, f"1. {text}")
    assert (row.force, row.binding, row.obligation) == (force, force == "decide", obligation), why


@pytest.mark.parametrize(
    ("topics", "expected"),
    [
        # 2396 (2017) OP11, OP12: what airlines give, and what the capability is for.
        (
            ("aviation-security", "advance-passenger-information", "terrorism-suppression"),
            "advance-passenger-information",
        ),
        (("capacity-building", "aviation-security", "passenger-name-record"), "passenger-name-record"),
        (("aviation-security", "terrorism-suppression"), "aviation-security"),
        # 2396 (2017) OP22: with respect for rights.
        (("terrorism-suppression", "human-rights"), "terrorism-suppression"),
        (("capacity-building",), "capacity-building"),
        ((), OTHER),
    ],
)
def test_the_theme_is_what_is_asked_not_how(topics: tuple[str, ...], expected: str) -> None:
    assert theme_of(topics) == expected


def test_what_is_noted_restates_a_duty_only_where_it_recalls_one() -> None:
    note = Mandate(1, Span(0, 80), "Stresses", "stress", "note", False, False, (), "", (), ())
    point = "shall freeze without delay the funds of those listed"
    assert force_of(note, f"Recalls that all Member States {point}", "") == "decide"
    assert force_of(note, point, "Reaffirms that:") == "decide"
    assert force_of(note, point, "Notes that:") == "call"


FTF, SHARING, CAPACITY = "foreign-terrorist-fighters", "information-sharing", "capacity-building"


@pytest.mark.parametrize(
    ("topics", "obligation", "expected"),
    [
        # 2396 (2017) OP5, OP6 and OP25, 2462 (2019) OP28(a) and OP30, 2178 (2014) OP11: the thing itself
        (
            (SHARING, FTF),
            "intensify and accelerate the timely exchange of relevant operational information",
            SHARING,
        ),
        ((SHARING, FTF), "expeditiously exchange information concerning the identity of fighters", SHARING),
        ((CAPACITY, FTF), "help build the capacity of other Member States to address the threat", CAPACITY),
        (
            ("terrorist-financing",),
            "ensuring the effective exchange of relevant financial intelligence",
            SHARING,
        ),
        (("terrorist-financing",), "help to build the capacity of other Member States", CAPACITY),
        (("travel-ban", FTF), "the sharing and adoption of best practices", SHARING),
        # 2734 (2024) OP43 and 2801 (2025) OP6, in both languages
        (("sanctions-listing",), "exchange information expeditiously with other Member States", SHARING),
        (
            ("sanctions-listing",),
            "在发现制裁名单上被列名者旅行时，迅速同其他会员国特别是旅行起始国分享信息",
            SHARING,
        ),
        (
            ("sanctions-implementation",),
            "support capacity building efforts of the Yemeni Coast Guard",
            CAPACITY,
        ),
        (
            ("sanctions-implementation",),
            "在充分尊重也门主权的情况下，支持也门海岸警卫队能力建设工作",
            CAPACITY,
        ),
        # 2396 (2017) OP12 and OP16, 2734 (2024) OP48 and 2462 (2019) OP20(b): to another end, or by the way
        (
            (CAPACITY, "passenger-name-record"),
            "develop the capability to collect data",
            "passenger-name-record",
        ),
        ((SHARING, "watch-lists"), "continue sharing information regarding lost documents", "watch-lists"),
        (("reporting", CAPACITY), "向委员会报告执行措施过程中的障碍，以协助提供技术援助", "reporting"),
        (
            (SHARING, "money-laundering"),
            "ensuring that institutions can share information",
            "money-laundering",
        ),
    ],
)
def test_what_is_asked_may_be_the_exchange_or_the_capacity(
    topics: tuple[str, ...], obligation: str, expected: str
) -> None:
    assert theme_of(topics, obligation) == expected
