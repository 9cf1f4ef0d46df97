"""Whose a step is, and what it does to it: real wordings of other regimes, committees and teams."""

from __future__ import annotations

import pytest
from mandate_documents import document, put

from mandex.corpus.store import Store
from mandex.index.life.changes import changes
from mandex.index.life.missions import known_for, missions
from mandex.index.life.naming import country_of, known_by
from mandex.index.life.regimes import regimes
from mandex.index.life.standing import Register
from mandex.index.life.steps import steps

# line of a document on Somalia of 2018, what its steps do, what they are about
STEPS = [
    ("OP4 decide terminates@5/1907_(2009): Decides to lift the arms embargoes, travel bans and asset freezes"
     " imposed on Eritrea by paragraph 5 of resolution 1907 (2009);",
     [("lifts", "measures of eritrea")]),
    ("OP4 decide terminates@5/733_(1992): Decides to lift the embargo imposed by paragraph 5 of 733 (1992);",
     [("lifts", "measures of somalia")]),
    # a committee and the experts who assist it
    ("OP1 decide 2022-02-28 extends@5/1977_(2011): Decides to extend until 28 February 2022 the mandate of"
     " the 1540 Committee with the continued assistance of its group of experts, as specified in paragraph 5"
     " of resolution 1977 (2011);", [("extends", "committee of somalia"), ("extends", "panel of somalia")]),
    ("OP2 decide 2028-04-25: Decides to extend the mandate of the 1540 Committee until 25 April 2028;",
     [("extends", "committee of somalia")]),
    # what a committee looks at is not kept in force by that
    ("OP4 decide extends@2/1171_(1998): Decides that the Committee established by resolution 1132 (1997)"
     " shall continue its consideration of the measures in paragraph 2 of resolution 1171 (1998);", []),
    # what goes on is prolonged, not begun
    ("OP1 decide 2027-10-06: Decides to continue the mandate of UNIKOM for a period until 6 October 2027;",
     [("extends", "unikom")]),
    # what suspends measures spares from them
    ("OP1 decide 2027-11-13 extends@4/1127_(1997): Decides to suspend the measures imposed by paragraph 4 of"
     " resolution 1127 (1997) for a period of ninety days;", [("exempts", "measures of somalia")]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), STEPS)
def test_whose_a_step_is(tmp_path, line, expected):
    with Store.open(tmp_path, create=True) as base:
        put(base, document("S/RES/2444 (2018)", "2018-11-14", line, title="Somalia"))
        assert [(one.action, one.subject) for one in steps(base)] == expected


EMBARGO = document(
    "S/RES/788 (1992)", "1992-11-19",
    "OP8 decide arms-embargo: Decides that all States shall immediately implement a general and complete"
    " embargo on all deliveries of weapons and military equipment to Liberia;", title="Liberia",
)  # fmt: skip
DISSOLVED = document(
    "S/RES/2288 (2016)", "2016-05-25",
    "OP2 decide terminates@21/1521_(2003): Decides further to dissolve the Committee established by paragraph"
    " 21 of resolution 1521 (2003);", title="Liberia",
)  # fmt: skip


def test_an_embargo_does_not_fall_with_the_committee_of_a_later_one(tmp_path):
    with Store.open(tmp_path, create=True) as base:
        put(base, EMBARGO, DISSOLVED)
        found = Register(base, "2016-06-30").of_paragraph("S/RES/788 (1992)", "8", "1992-11-19")
        assert "dissolved" not in found.reason


LIFTED = document(
    "S/RES/1940 (2010)", "2010-09-29",
    "OP1 decide terminates@2/1171_(1998): Decides to terminate the measures set forth in paragraph 2 of"
    " resolution 1171 (1998);", title="Sierra Leone",
)  # fmt: skip
NAMED = document(
    "S/RES/1306 (2000)", "2000-07-05",
    "OP1 decide: Decides that all States shall prohibit the import of all rough diamonds from Sierra Leone;",
    "OP22 invite extends@2/1171_(1998): Invites Interpol to improve implementation of the measures on arms"
    " and related materiel imposed by paragraph 2 of resolution 1171 (1998);", title="Sierra Leone",
)  # fmt: skip


def test_what_was_lifted_is_of_the_kind_that_other_texts_say(tmp_path):
    """1940 does not say what 1171 imposed, and 1306 imposed the ban on diamonds after that."""
    with Store.open(tmp_path, create=True) as base:
        put(base, NAMED, LIFTED)
        found = regimes(base, "sierra leone", as_of="2011-01-01", ended=True)
        lifted = [(one.measure, one.imposed_by) for one in found if one.until == "2010-09-29"]
        assert lifted == [("arms-embargo", "S/RES/1171 (1998) OP2")]


FOUNDED = document(
    "S/RES/1996 (2011)", "2011-07-08",
    "OP1 decide 2012-07-08: Decides to establish as of 9 July 2011 the United Nations Mission in the Republic"
    " of South Sudan (UNMISS) for an initial period of one year;", title="South Sudan",
)  # fmt: skip
CEASES = document(
    "S/RES/2809 (2025)", "2025-12-23",
    "OP6 decide: Decides that UNTMIS shall cease all operations on 31 October 2026;", title="Somalia",
)  # fmt: skip


def test_a_mission_that_begins_on_a_day_to_come_is_not_current(tmp_path):
    with Store.open(tmp_path, create=True) as base:
        put(base, FOUNDED)
        assert not missions(base, as_of="2011-07-08")
        assert [one.reason for one in missions(base, "unmiss", as_of="2011-07-08")] == [
            "begins on 2011-07-09"
        ]
        assert [one.status for one in missions(base, as_of="2011-07-09")] == ["current"]


def test_an_end_decided_before_is_a_change_on_its_day(tmp_path):
    with Store.open(tmp_path, create=True) as base:
        put(base, CEASES)
        found = changes(base, "2026-10-01", as_of="2026-11-28")
        assert [(one.date, one.what, one.subject) for one in found] == [("2026-10-31", "ended", "UNTMIS")]


def test_what_ends_later_is_told_as_ended_once_and_runs_until_then(tmp_path):
    with Store.open(tmp_path, create=True) as base:
        put(base, CEASES)
        told = [one.what for one in changes(base, "2025-12-01", as_of="2026-11-28") if one.pinpoint == "OP6"]
        assert told == ["changed", "ended"]
        running = missions(base, "untmis", as_of="2026-06-01")
        assert [(one.status, one.reason) for one in running] == [
            ("current", "S/RES/2809 (2025) OP6 ends it on 2026-10-31")
        ]


def test_what_is_known_though_nothing_held_founds_it_is_told_so():
    assert known_for("UNMIK") == ["UNMIK"]
    assert known_for("Kosovo") == known_for("科索沃") == ["UNMIK", "KFOR"]
    assert not known_for("nonsense")


@pytest.mark.parametrize(("said", "country"), [
    ("馬利", "mali"), ("貝南", "benin"), ("波札那", "botswana"), ("尚比亞", "zambia"),  # as Taiwan says it
    ("馬里", "mali"), ("南苏丹", "south-sudan"), ("drc", "democratic-republic-of-the-congo"), ("飛彈", ""),
])  # fmt: skip
def test_a_country_is_known_as_taiwan_and_hong_kong_say_it(said, country):
    assert country_of(said) == country


def test_a_place_is_of_the_matter_of_the_resolutions_known_by_its_name(tmp_path):
    freeze = "OP7 decide asset-freeze: Decides that all States shall freeze the assets of those listed;"
    with Store.open(tmp_path, create=True) as base:
        put(base, document("S/RES/1591 (2005)", "2005-03-29", freeze, title="on the Sudan"))
        for said in ("Darfur", "達佛", "Sudan", "Khartoum"):
            assert [one.regime for one in regimes(base, said, ended=True)] == ["sudan"], said
        assert not regimes(base, "Kosovo", ended=True)
    assert known_by("Kosovo")[0] == "S/RES/1160 (1998)"
