"""What `regimes` and `missions` name: criteria, exemptions, what was lifted, what took a mission's place."""

from __future__ import annotations

import pytest
from mandate_documents import document, put

from mandex.corpus.store import Store
from mandex.index.life.aims import aims_of
from mandex.index.life.missions import missions
from mandex.index.life.provision import Provision
from mandex.index.life.regimes import regimes
from mandex.index.life.standing import Register
from mandex.index.life.steps import steps

TODAY = "2026-11-27"
HAITI, SOMALIA, LIBYA = "on Haiti", "on the situation in Somalia", "on Libya"
FREEZE = (
    "OP6 decide asset-freeze 2027-10-21: Decides that all Member States shall freeze all funds of those whom"
    " the Committee lists;"
)
WHO = (
    "OP15 decide: Decides that the provisions of paragraph 6 shall apply to individuals and entities"
    " designated by the Committee as responsible for actions that threaten the peace of Haiti;"
)
ACTS = "OP16 note: Underscores that such actions as described in paragraph 15 above may include:"


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path, create=True) as base:
        yield base


def test_who_may_be_listed_is_named_and_stands_with_the_measure(store):
    put(store, document("S/RES/9653 (2022)", "2022-10-21", FREEZE, WHO, ACTS, title=HAITI))
    (found,) = regimes(store, "Haiti", as_of=TODAY)
    assert found.criteria == ("S/RES/9653 (2022) OP15", "S/RES/9653 (2022) OP16")
    stands = Register(store, TODAY).of_text("S/RES/9653 (2022)", "en", "OP16", "2022-10-21")
    assert (stands.status, stands.until) == ("current", "2027-10-21")
    over = Register(store, "2027-12-01").of_text("S/RES/9653 (2022)", "en", "OP16", "2022-10-21")
    assert not over.lives or over.status == "unclear"


def test_criteria_that_a_later_resolution_lays_down_anew_are_replaced(store):
    anew = WHO.replace("OP15 decide", "OP4 decide mentions@6/9653_(2022)")
    anew = anew.replace("paragraph 6", "paragraph 6 of resolution 9653 (2022)")
    put(
        store,
        document("S/RES/9653 (2022)", "2022-10-21", FREEZE, WHO, title=HAITI),
        document("S/RES/9700 (2024)", "2024-10-18", anew, title=HAITI),
    )
    stands = Register(store, TODAY).of_text("S/RES/9653 (2022)", "en", "OP15", "2022-10-21")
    assert (stands.status, stands.by) == ("replaced", "S/RES/9700 (2024) OP4")
    (found,) = regimes(store, "Haiti", as_of=TODAY)
    # of the resolution that imposes the measure they are named beside what stands
    assert found.criteria == ("S/RES/9653 (2022) OP15", "S/RES/9700 (2024) OP4")


ARMS = "Decides that all Member States shall prevent the supply of arms to Haiti, and further decides that"


@pytest.mark.parametrize(("decision", "labels"), [
    ("this measure shall not apply to:", [("2",)]),
    ("this measure shall be reviewed in a year;", []),
])  # fmt: skip
def test_what_a_paragraph_spares_from_its_own_measure(decision, labels):
    text = f"{ARMS} {decision}"
    start = text.index("further decides")
    demand = Provision(1, 1, start, len(text), "decide", "decide", (), 1, "2", text)
    found = aims_of(demand, None, {}, {}, "S/RES/9794 (2026)")
    assert [(cited, named) for _, cited, named, _ in found] == [("S/RES/9794 (2026)", one) for one in labels]


def test_an_embargo_that_was_lifted_is_named_though_what_imposed_it_is_not_held(store):
    line = (
        "OP1 decide terminates@9127_(2013): Decides to lift the arms embargo on Haiti established under"
        " resolution 9127 (2013);"
    )
    put(store, document("S/RES/9745 (2024)", "2024-07-30", FREEZE, line, title=HAITI))
    (found,) = (
        one for one in regimes(store, "Haiti", as_of=TODAY, ended=True) if one.measure == "arms-embargo"
    )
    assert (found.imposed_by, found.status, found.until) == ("S/RES/9127 (2013)", "ended", "2024-07-30")
    assert "ended by S/RES/9745 (2024) OP1" in found.reason


def test_a_measure_that_is_over_is_the_one_last_imposed(store):
    first = "OP17 decide: Decides that all States shall prevent the import of all timber from Liberia;"
    put(
        store,
        document("S/RES/9478 (2003)", "2003-05-06", first, title="on Liberia"),
        document(
            "S/RES/9521 (2003)", "2003-12-22",
            "OP1 decide ends@17/9478_(2003): Decides to terminate the prohibitions imposed by paragraph 17 of"
            " resolution 9478 (2003);",
            first.replace("OP17", "OP10"), title="on Liberia",
        ),
        document(
            "S/RES/9689 (2006)", "2006-06-20",
            "OP1 decide ends@10/9521_(2003): Decides not to renew the measure in paragraph 10 of resolution"
            " 9521 (2003) on timber;", title="on Liberia",
        ),
    )  # fmt: skip
    (found,) = regimes(store, "Liberia", as_of=TODAY, ended=True)
    assert (found.imposed_by, found.until, found.latest_renewal) == (
        "S/RES/9521 (2003) OP10",
        "2006-06-20",
        "",
    )


def test_a_panel_dissolved_in_one_breath_with_its_committee_is_over_on_that_day(store):
    put(
        store,
        document(
            "S/RES/9237 (2026)", "2026-01-02",
            "OP3 decide 2026-11-02: Decides to extend the mandate of the Panel of Experts until 2 November;",
            "OP4 decide: Decides to establish a Committee of the Security Council;",
            title="on Liberia",
        ),
        document(
            "S/RES/9288 (2026)", "2026-03-25",
            "OP2 decide terminates@4/9237_(2026): Decides further to dissolve, with immediate effect, the"
            " Committee established by paragraph 4 of resolution 9237 (2026) and the Panel of Experts;",
            title="on Liberia",
        ),
    )  # fmt: skip
    life = Register(store, TODAY).demands.bodies.life("panel of liberia")
    assert (life.closed, life.stands.until, life.stands.by) == (True, "2026-03-25", "S/RES/9288 (2026) OP2")


def test_a_ban_on_flights_is_a_measure_and_a_working_group_on_one_is_none(store):
    put(
        store,
        document(
            "S/RES/9973 (2011)", "2011-03-17",
            "OP6 decide: Decides to establish a ban on all flights in the airspace of Libya;",
            "OP9 decide: Decides to establish a working group to consider the freezing of assets;",
            title=LIBYA,
        ),
    )  # fmt: skip
    found = regimes(store, "Libya", as_of="2011-10-01", ended=True)
    assert [(one.measure, one.imposed_by) for one in found] == [
        ("sectoral:aviation", "S/RES/9973 (2011) OP6")
    ]


BECOMES = [
    ("OP22 decide 2027-03-31: Endorses the decision to reconfigure AMISOM into the African Union"
     " Transition Mission in Somalia (ATMIS), and authorises its members to take all necessary measures;",
     "atmis"),
    ("OP1 decide 2027-09-30: Authorizes Member States to transition the MSS mission, as authorized in"
     " resolution 2699 (2023), to the Gang Suppression Force (GSF) for an initial period of twelve months;",
     "gsf-haiti"),
    ("OP1 decide: Decides that MONUC shall bear the title of the United Nations Organization Stabilization"
     " Mission in the Democratic Republic of the Congo (MONUSCO);", "monusco"),
    # the mission which a team prepares has no mandate yet
    ("OP3 decide: Decides that the mandate of the advance team will expire within one month, and contemplates"
     " that it could be incorporated into UNMIH;", ""),
    ("OP1 decide 2027-11-01: Authorizes Member States to establish a multinational stabilization force"
     " (EUFOR ALTHEA) for a further period of twelve months;", "eufor-althea"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "subject"), BECOMES, ids=[one[1] or "none" for one in BECOMES])
def test_the_body_that_takes_the_place_of_another(store, line, subject):
    put(
        store,
        document("S/RES/9776 (2026)", "2026-03-31", line, title=SOMALIA),
    )
    assert [(one.subject, one.action) for one in steps(store)] == (
        [(subject, "establishes")] if subject else []
    )


def test_an_authorization_that_is_recalled_and_extended_runs_on(store):
    put(
        store,
        document(
            "S/RES/9809 (2025)", "2025-12-23",
            "OP11 note 2026-12-31 pursuant@16/9767_(2024): Recalls paragraph 16 of resolution 9767 (2024) and"
            " extends its authorisations until 31 December 2026, and reaffirms AUSSOM's tasks;",
            "OP12 decide troop-ceiling: Authorises the deployment of up to 11,826 uniformed personnel to"
            " AUSSOM; 20,900 personnel from the Somali army are no part of it;", title=SOMALIA,
        ),
    )  # fmt: skip
    (found,) = missions(store, "AUSSOM", as_of=TODAY)
    assert (found.latest, found.until, found.status) == ("S/RES/9809 (2025) OP11", "2026-12-31", "current")
    assert found.strength == "11,826 uniformed personnel"
    assert found.founded_by == "S/RES/9767 (2024) OP16"  # not held: what the first text goes back to


def test_how_strong_another_mission_is_that_is_supported_is_not_told_of_the_office(store):
    put(
        store,
        document(
            "S/RES/9245 (2015)", "2015-11-09",
            "OP1 decide: Decides to establish the United Nations Support Office in Somalia (UNSOS);",
            "OP2 request troop-ceiling: Requests that UNSOS provide logistical support to a maximum of 22,126"
            " uniformed personnel in AMISOM;", title=SOMALIA,
        ),
    )  # fmt: skip
    (found,) = missions(store, "UNSOS", as_of=TODAY)
    assert (found.founded_by, found.strength) == ("S/RES/9245 (2015) OP1", "")


def test_an_authorized_deployment_founds_a_mission(store):
    put(
        store,
        document(
            "S/RES/9545 (2025)", "2025-05-21",
            "OP2 decide 2026-12-01: Decides to authorize, for an initial period, the deployment of a"
            " peacekeeping operation in Burundi entitled United Nations Operation in Burundi (ONUB);",
            title="on Burundi",
        ),
    )  # fmt: skip
    (found,) = missions(store, "ONUB", as_of=TODAY)
    assert found.founded_by == "S/RES/9545 (2025) OP2"


def test_a_name_given_exactly_wins_over_names_that_contain_it(store):
    unmis = "OP1 decide 2026-12-31: Decides to extend the mandate of UNMIS;"
    put(
        store,
        document("S/RES/9590 (2026)", "2026-03-24", unmis, title="on the Sudan"),
        document("S/RES/9820 (2026)", "2026-04-30", unmis.replace("UNMIS", "UNMISS"), title="on South Sudan"),
        document("S/RES/9591 (2026)", "2026-03-29", FREEZE, title="on the Sudan"),
        document("S/RES/9821 (2026)", "2026-05-30", FREEZE, title="on South Sudan"),
    )
    assert [one.mission for one in missions(store, "Sudan", as_of=TODAY)] == ["unmis"]
    assert [one.mission for one in missions(store, "South Sudan", as_of=TODAY)] == ["unmiss"]
    assert {one.regime for one in regimes(store, "Sudan", as_of=TODAY)} == {"sudan"}
    assert {one.regime for one in regimes(store, "南苏丹", as_of=TODAY)} == {"south-sudan"}


def test_a_ceiling_stands_until_the_next_for_the_same_people(store):
    title = "on extension of the mandate of the UN Interim Security Force for Abyei (UNISFA)"
    line = "OP3 decide troop-ceiling 2026-05-15: Decides to maintain the troop ceiling of 4,791;"
    put(
        store,
        document("S/RES/9386 (2025)", "2025-11-15", line, title=title),
        document(
            "S/RES/9802 (2026)", "2026-05-15",
            "OP1 decide 2026-12-31: Decides to extend the mandate of UNISFA;",
            line.replace("4,791", "3,250").replace("2026-05-15", "2026-12-31"), title=title,
        ),
    )  # fmt: skip
    first, last = (one for one in steps(store) if one.subject == "unisfa strength")
    register = Register(store, TODAY)
    assert (register.of_step(first).status, register.of_step(first).by) == ("replaced", last.place)
    (found,) = missions(store, "UNISFA", as_of=TODAY)
    assert found.strength == "3,250 troops"


def test_a_support_office_does_not_take_the_place_of_the_force_that_it_supports(store):
    """2793 OP1 forms the Gang Suppression Force, OP10 founds UNSOH for it; both are there at once."""
    put(
        store,
        document("S/RES/2793 (2025)", "2025-09-30",
                 "OP1 authorize 2026-09-30: Authorizes Member States to transition the MSS to the Gang"
                 " Suppression Force (GSF) for an initial period of twelve months;",
                 "OP10 request: Requests that the Secretary-General establish the UN Support Office in Haiti"
                 " (UNSOH) to provide support, primarily to the GSF;", title="on Haiti"),
        document("S/RES/2814 (2026)", "2026-01-29", "OP1 decide: Decides to remain seized.",
                 title="on Haiti"),
    )  # fmt: skip
    found = {one.mission: one for one in missions(store, as_of="2026-11-29", ended=True)}
    force = found["gsf-haiti"]
    assert (force.until, force.successor) == ("2026-09-30", "")
    assert force.status != "replaced"
    assert found["unsoh"].status != "replaced"
