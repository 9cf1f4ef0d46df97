"""What demands are about by where they stand: points by their stem, a stem by its points, all by a theme."""

from __future__ import annotations

import pytest
from mandate_cases import mandates

from mandex.ingest.mandates.points import of_points


@pytest.mark.parametrize(
    ("topics", "clause", "handed"),
    [
        # the tasks of a mission are no extension of its mandate
        (("mission-mandate",), "to extend the mandate of BNUB, requesting it to focus on these areas:",
         ("mission-tasks",)),
        # nor good offices, by which they are done
        (("conflict-prevention", "ssr"), "UNSMIL, through mediation and good offices, to support:",
         ("ssr", "mission-tasks")),
        (("protection-of-civilians",), "Protection of civilians:",
         ("protection-of-civilians", "mission-tasks")),
        ((), "that UNSMIL, at the request of the Government, shall", ("mission-tasks",)),
        # how the points are to be done (2462 OP20, 2732 OP6(c))
        (("human-rights", "terrorist-financing"), "all States to enhance the traceability of transactions, in"
         " compliance with international law, including international human rights law, including through:",
         ("terrorist-financing", "mission-tasks")),
        (("transition-drawdown",), "根据联伊援助团过渡计划，促进下列发展任务：", ("mission-tasks",)),
        # an act that is complete leads to nothing (2301 OP33(c) and (d))
        (("refugees-displaced",), "To contribute to the voluntary return of refugees;", ()),
    ],
)  # fmt: skip
def test_points_are_about_what_their_stem_is_about(
    topics: tuple[str, ...], clause: str, handed: tuple[str, ...]
) -> None:
    assert of_points(topics, ("unsmil",), clause) == handed


def test_points_of_points_are_about_what_the_nearest_stem_names() -> None:
    """*37(e) Support for human rights: (i) Protection of women: (1) …*: what only the first names is left."""
    inherited = ("human-rights", "mission-tasks")
    assert of_points(
        ("women-peace-security", *inherited), (), "Protection of women:", inherited=inherited
    ) == ("women-peace-security", "mission-tasks")


def test_a_letter_ends_the_bullets_of_the_letter_before() -> None:
    """2000 (2011), 7: what is said of the arms embargo is no topic of weapons that are handed in."""
    rows = mandates(
        ("7", "Decides that UNOCI shall have the following mandate:"),
        ("(c)", "Monitoring of the arms embargo"),
        ("", "To collect arms brought into the country in violation of the arms embargo;"),
        ("(d)", "Collection of weapons"),
        ("", "To support weapons collection programmes;"),
    )
    assert ["arms-embargo" in row.topics for row in rows] == [False, True, True, False, False]
    assert rows[-1].topics == ("small-arms", "mission-tasks")


PIRACY = "Calls upon all States to repress piracy off the coast of Somalia;"


@pytest.mark.parametrize(
    ("second", "topics"),
    [
        ("Requests cooperating States to keep the right of innocent passage;", ("piracy",)),  # 1950 OP10
        ("Requests the Secretary-General to report;", ("reporting",)),  # is on what it names
        ("Takes note of these efforts;", ()),  # asks nothing
        ("Decides to remain seized of the matter.", ("remain-seized",)),
    ],
)
def test_a_demand_that_names_nothing_is_on_the_theme_of_its_document(
    second: str, topics: tuple[str, ...]
) -> None:
    rows = mandates(("1", PIRACY), ("2", PIRACY), ("3", second))
    assert rows[-1].topics == topics
    assert mandates(("1", PIRACY), ("2", second))[-1].topics != ("piracy",)  # two are no theme yet


def test_that_a_mission_is_founded_or_renewed_is_no_theme() -> None:
    """721 (1991), 3: the parties are to comply with an agreement, and found no mission."""
    renews = "Decides to extend the mandate of UNMIL;"
    rows = mandates(("1", renews), ("2", renews), ("3", "Urges the parties to comply with it;"))
    assert rows[-1].topics == ()


def test_a_stem_that_names_nothing_is_on_what_most_of_its_points_are_on() -> None:
    """So are 1298 (2000) OP6 and 661 (1990) OP3; a point that is alone shows nothing."""
    rows = mandates(
        ("6", "Decides that all States shall prevent:"),
        ("6(a)", "The sale or supply to Eritrea of arms and related materiel of all types;"),
        ("6(b)", "Any provision to Eritrea of technical assistance related to arms and related materiel;"),
        ("7", "Decides that the Committee shall:"),
        ("7(a)", "Submit reports on the arms embargo;"),
    )
    assert "arms-embargo" in rows[0].topics
    assert "arms-embargo" not in rows[3].topics


def test_a_stem_is_on_all_the_measures_of_which_its_points_impose_one_each() -> None:
    rows = mandates(  # 1390 (2002) OP2
        ("2", "Decides that all States shall take the following measures:"),
        ("2(a)", "Freeze without delay the funds of these persons;"),
        ("2(b)", "Prevent the entry into or the transit through their territories of these persons;"),
    )
    assert rows[0].topics == ("asset-freeze", "travel-ban")
    rows = mandates(
        ("2", "Decides that all States shall take the following measures:"),
        ("(a)", "Freeze without delay the funds of these persons;"),
        ("(b)", "Prevent the entry into or the transit through their territories of these persons;"),
    )
    assert rows[0].topics == ("asset-freeze", "travel-ban")
