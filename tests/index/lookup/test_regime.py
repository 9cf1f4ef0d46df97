"""What a question asks of a sanctions regime."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from mandate_documents import document, extended, put

from mandex.corpus.fold import fold
from mandex.corpus.model import MandateDate, Span
from mandex.corpus.store import Store
from mandex.index.life.standing import Register
from mandex.index.lookup.answers import Wanted, lookup
from mandex.index.lookup.question import understand
from mandex.index.lookup.regime import asked_of, is_spared_with_all, kinds_asked, last_terms, overseers_asked


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("May rifles be exported to Libya?", {"arms-embargo"}),
        ("Who may receive arms in Lebanon?", {"arms-embargo"}),
        ("能否向海地出售弹药", {"arms-embargo"}),
        ("Are his bank accounts blocked?", {"asset-freeze", "sectoral:finance"}),
        ("Must we refuse entry to a listed person?", {"travel-ban"}),
        ("Can a listed Libyan travel abroad?", {"travel-ban"}),
        ("criminalize travel of foreign terrorist fighters", set()),  # a crime, not a ban on the listed
        ("Which leaders cannot leave the country?", {"travel-ban"}),
        ("Is Libya's oil protected from illegal export?", {"commodity:oil"}),
        ("Who must protect civilians from armed groups?", set()),  # armed is not arms
        ("恐怖组织获得大规模杀伤性武器", set()),  # no embargo on a country
        ("travel waiver for listed leaders", {"travel-ban"}),
        ("When were the financial sanctions on Liberia lifted?", {"asset-freeze"}),
        ("利比里亚的旅行和金融制裁什么时候取消的", {"travel-ban", "asset-freeze"}),
        ("May a second-hand coaster be sold? Can we sell a freighter?", {"commodity:vessels"}),
        ("能否向其出售旧船", {"commodity:vessels"}),
        ("May navies inspect ships on the high seas?", {"sectoral:inspection"}),
    ],
)
def test_everyday_words_name_measures(question, kinds):
    assert set(kinds_asked(fold(question))) == kinds


@pytest.mark.parametrize(
    ("question", "subjects"),
    [
        ("Until when do the experts on Libya work?", ["panel of "]),
        ("专家小组的任期到哪天", ["panel of "]),
        ("When does the term of the Ombudsperson end?", ["ombudsperson"]),
        ("What must the panel report?", []),  # a task, no term
        ("Who monitors the ceasefire and how long?", []),  # to monitor
        # until when the Executive Directorate may work, as people ask
        ("反恐执行局获准工作到哪一年", ["cted"]),
        ("until when does the Counter-Terrorism Committee Executive Directorate work", ["cted"]),
    ],
)
def test_terms_of_overseers(question, subjects):
    assert overseers_asked(fold(question)) == subjects


def test_what_lays_a_measure_down_comes_first(tmp_path):
    with Store.open(tmp_path / "base", create=True) as base:
        put(
            base,
            document(
                "S/RES/2653 (2022)", "2022-10-21",
                "PP: Recalling its resolutions on Haiti,", "PP: Noting the crisis in Haiti,",
                "PP: Deploring violence in Haiti,", "PP: Deeply concerned about Haiti,",
                "OP2 request: Requests all who are in Haiti to say where ammunition was sold in Haiti;",
                "OP11 decide arms-embargo: Decides that all Member States shall prevent the sale to Haiti"
                " of arms and related materiel of all types;",
            ),
        )  # fmt: skip
        found = lookup(base, "Can ammunition be sold to Haiti?", Wanted(current=True, as_of="2022-12-01"))
        assert found[0].pinpoint == "OP11"


def test_who_is_spared_is_told_by_the_exemption(tmp_path):
    with Store.open(tmp_path / "base", create=True) as base:
        put(
            base,
            document(
                "S/RES/2653 (2022)", "2022-10-21",
                "PP: Recalling its resolutions on Haiti,", "PP: Noting the crisis in Haiti,",
                "PP: Deploring violence in Haiti,", "PP: Deeply concerned about Haiti,",
                "OP11 decide arms-embargo: Decides that all Member States shall prevent the sale to Haiti"
                " of arms and related materiel of all types;",
                "OP12 decide: Decides that paragraph 11 shall not apply to supplies for the United Nations;",
            ),
        )  # fmt: skip
        asked = "Who may get weapons in Haiti despite the embargo?"
        assert lookup(base, asked, Wanted(current=True, as_of="2022-12-01"))[0].pinpoint == "OP12"
        assert lookup(base, "Can ammunition be sold to Haiti?", Wanted(as_of="2022-12-01"))


def test_a_lasting_ban_is_not_left_out_with_a_task_that_has_ended(tmp_path):
    ban = "Decides that all States shall prohibit the supply of refined petroleum,"
    task = "requests the Panel to report on refined petroleum by 1 May 2018;"
    written = document("S/RES/2397 (2017)", "2017-12-22", f"OP5 decide: {ban} {task}")
    (decided,) = written.mandates
    both = (
        replace(decided, at=Span(0, len(ban)), measure=ban),
        replace(
            decided, at=Span(len(ban) + 1, len(ban) + 1 + len(task)), measure=task, force="request",
            topics=("reporting",), dates=(MandateDate("reports", "2018-05-01", "by 1 May 2018"),),
        ),
    )  # fmt: skip
    with Store.open(tmp_path / "base", create=True) as base:
        later = document("S/RES/2800 (2025)", "2025-11-14", "OP1 decide: Decides to meet again;")
        put(base, replace(written, mandates=both), later)
        asked = Wanted(current=True, as_of="2026-11-22")
        (found,) = lookup(base, "report on refined petroleum", asked)
        assert (found.pinpoint, found.measure) == ("OP5", ban)


HAITI = (
    "PP: Recalling its resolutions on Haiti,", "PP: Noting the crisis in Haiti,",
    "PP: Deploring violence in Haiti,", "PP: Deeply concerned about Haiti,",
    "OP9 request: Requests all who are in Haiti to tell of sanctions in Haiti;",
    "OP11 decide arms-embargo 2027-10-19: Decides that, until 19 October 2027, all Member States shall"
    " prevent the sale to Haiti of arms and related materiel of all types;",
    "OP19 decide: Decides to establish, in accordance with rule 28 of its provisional rules of procedure, a"
    " Committee of the Security Council;",
    "OP21 decide panel-of-experts 2027-11-19: Decides to establish until 19 November 2027 a Panel of Experts"
    " on Haiti;",
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "pinpoint"),
    [
        ("Sanctions against Haiti", "OP11"),  # nothing is asked for but what there is
        ("海地制裁", "OP11"),
        ("How long does the mandate of the 9653 panel run?", "OP21"),  # named by its committee's number
    ],
)
def test_a_regime_by_its_country_alone_or_by_the_number_of_its_committee(tmp_path, question, pinpoint):
    with Store.open(tmp_path / "base", create=True) as base:
        put(base, document("S/RES/9653 (2025)", "2025-10-19", *HAITI))
        found = lookup(base, question, Wanted(current=True, as_of="2026-01-01"))
        assert found[0].pinpoint == pinpoint


def test_however_often_a_mission_was_extended_what_stands_is_found(tmp_path):
    with Store.open(tmp_path / "base", create=True) as base:
        put(base, *extended(60))
        asked = Wanted(current=True, as_of="2023-12-01")
        (found,) = lookup(base, "UNFICYP mandate", asked, limit=1)
        assert found.doc == "S/RES/9059 (2023)"


@pytest.mark.parametrize(
    ("question", "is_last"),
    [
        ("when does the mandate of UNFICYP end", True),
        ("UNFICYP mandate expiry", True),
        ("until when is UNFICYP authorized", True),
        ("UNFICYP 任务何时到期", True),
        ("when did the mandate of UNFICYP end in 1970", False),  # a year is named
        ("what founded UNFICYP", False),
    ],
)
def test_who_asks_when_a_mandate_ends_asks_for_the_last_extension(tmp_path, question, is_last):
    with Store.open(tmp_path / "base", create=True) as base:
        put(base, *extended(60))
        laid = last_terms(Register(base, "2023-12-01"), understand(question), [])
        assert [step.symbol for step in laid] == (["S/RES/9059 (2023)"] if is_last else [])
        if is_last:
            (found,) = lookup(base, question, Wanted(as_of="2023-12-01"), limit=1)
            assert found.doc == "S/RES/9059 (2023)"


@pytest.mark.parametrize(
    ("question", "pinpoints"),
    [
        ("When do the sanctions on Haiti expire?", ["OP1"]),
        ("When does the Haiti arms embargo expire?", ["OP1"]),  # which renews it by its paragraph
        ("When does the mandate of the panel on Haiti end?", ["OP21"]),
        ("海地军火禁运何时到期", ["OP1"]),
        ("Who is exempt from the Haiti arms embargo until when?", []),
    ],
)
def test_who_asks_when_measures_end_asks_for_what_set_the_end_they_have(tmp_path, question, pinpoints):
    renewed = document(
        "S/RES/9800 (2027)", "2027-10-18",
        "OP1 decide extends@11/9653_(2025) 2028-10-19: Decides to renew until 19 October 2028 the measures"
        " imposed by paragraph 11 of resolution 9653 (2025);",
        title="Haiti",
    )  # fmt: skip
    with Store.open(tmp_path / "base", create=True) as base:
        put(base, document("S/RES/9653 (2025)", "2025-10-19", *HAITI), renewed)
        laid = last_terms(Register(base, "2027-11-01"), understand(question), [])
        assert [f"OP{step.label}" for step in laid] == pinpoints


def test_what_is_done_with_frozen_assets_is_asked_beside_the_freeze(tmp_path):
    with Store.open(tmp_path / "base", create=True) as base:
        put(
            base,
            document(
                "S/RES/9502 (2025)", "2025-01-16",
                "OP17 decide asset-freeze: Decides that all States shall freeze without delay all funds and"
                " other financial assets of the Libyan Investment Authority;",
                title="Libya",
            ),
        )  # fmt: skip
        register = Register(base, "2025-06-01")

        def laid(question):
            return {one.pinpoint for one in asked_of(register, understand(question), [])}

        assert laid("asset freeze on the Libyan Investment Authority, Libya") == {"OP17"}
        assert laid("reinvestment of the frozen assets of Libya") == set()


def test_what_exempts_from_the_measures_of_all_answers_for_each_country_that_has_some(tmp_path):
    every = (
        "OP1 decide asset-freeze: Decides that the provision of funds for humanitarian assistance is"
        " permitted and is not a violation of the asset freezes imposed by this Council or its committees;"
    )
    freeze = "OP3 decide asset-freeze: Decides that all States shall freeze the assets of those listed;"
    with Store.open(tmp_path, create=True) as base:
        put(
            base,
            document(
                "S/RES/2664 (2022)", "2022-12-09", every, title="on general issues relating to sanctions"
            ),
            document("S/RES/1591 (2005)", "2005-03-29", freeze, title="on the Sudan"),
        )
        register = Register(base, "2026-01-01")
        first = SimpleNamespace(symbol="S/RES/2664 (2022)", candidate=SimpleNamespace(number=2664, label="1"))
        for question, spared in [
            ("humanitarian exemption Sudan sanctions", True),
            ("人道豁免苏丹制裁", True),
            ("humanitarian exemption Norway sanctions", False),  # nothing is imposed on it
            ("asset freeze Sudan", False),  # the paragraph is not asked for by its name
        ]:
            assert is_spared_with_all(register, understand(question), first) is spared, question
