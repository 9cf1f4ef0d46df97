"""What changed in substance in recitals, and in the verbs with which they open."""

from __future__ import annotations

import pytest
from comparing import MANDATE, PREAMBLE, SEIZED, Fate, pair

from mandex.index.compare.forces import said_with_another_force
from mandex.index.compare.words import differences

WAR = "continuation of the conflict in Abkhazia threatens peace and stability in the region,"
HELP = "the efforts of the Secretary-General and his Special Envoy to bring both parties together,"
RECITALS = [
    ("881 (1993) PP5: a determination that is none any more", f"Determining that {WAR}",
     f"Expressing its serious concern that {WAR}",
     [("force", "Determining", "Expressing its serious concern")]),
    ("881 (1993) OP2: support", f"Reiterating its support for {HELP}", f"Welcoming the continued {HELP}",
     [("force", "Reiterating its support", "Welcoming")]),
    ("what stands behind the first verb only comes to the head",
     f"Welcoming the holding of elections in May, and stressing that {WAR}", f"Stressing that {WAR}",
     [("measure", "Welcoming the holding of elections in May, and stressing", "")]),
    ("2450 (2018) PP7: what is said first now, and what was stressed still is",
     f"Stressing that {WAR}",
     f"Noting the report on the operations of the Force, and in this regard underscoring that {WAR}",
     [("measure", "", "Noting the report on the operations of the Force, and in this regard underscoring")]),
    ("577 (1985) PP6: a list that leaves out more than it takes in",
     "Recalling its resolutions 387 (1976), 428 (1978) and 571 (1985), in which it condemned the attacks,",
     "Recalling its resolutions 571 (1985) and 2675 (2023), in which it condemned the attacks,",
     [("citation", "S/RES/387 (1976)", ""), ("citation", "S/RES/428 (1978)", ""),
      ("reference", "", "S/RES/2675 (2023)")]),
    ("577 (1985) PP8: a qualifier at the end",
     "Conscious of the need for steps against threats to peace posed by South Africa’s acts of aggression,",
     "Conscious of the need for steps against threats to peace,",
     [("measure", "posed by South Africa’s acts of aggression", "")]),
    ("1836 (2008) PP3: and security",
     "Welcoming the efforts of the Government of Liberia to improve governance and fight corruption,",
     "Welcoming the efforts of the Government of Liberia to improve governance and security and fight"
     " corruption,", [("measure", "", "security")]),
    ("1836 (2008) PP6: a clause in words of no matter",
     "Noting the progress made in rebuilding the police, and encouraging the Government to expedite it,",
     "Noting the progress made in rebuilding the police, acknowledging the challenges that remain, and"
     " encouraging the Government to expedite it,",
     [("measure", "", "acknowledging the challenges that remain")]),
    ("2646 (2022) OP3: what is regretted, in words that stand there already",
     "Calling for the immediate reversal of this course of action in line with its resolutions, and"
     " reiterating that no actions should be carried out,",
     "Calling for the immediate reversal of this course of action in line with its resolutions, deeply"
     " regretting that recent actions have not been in line with this call for immediate reversal, and"
     " reiterating that no actions should be carried out,",
     [("measure", "", "deeply regretting that recent actions have not been in line with this call for"
       " immediate reversal")]),
    ("577 (1985) OP4: against whom, which is named already",
     "Condemning acts of aggression and demanding respect for the territory of Angola,",
     "Condemning acts of aggression against Angola and demanding respect for the territory of Angola,", []),
    ("577 (1985) PP3: a noun for its verb",
     "Gravely concerned at acts committed in violation of the sovereignty of Angola,",
     "Gravely concerned at acts committed violating the sovereignty of Angola,", []),
    ("2465 (2019) PP6: a threat that is no longer serious",
     "Recognizing that the situation in Abyei continues to constitute a serious threat to peace,",
     "Recognizing that the situation in Abyei continues to constitute a threat to peace,",
     [("measure", "serious threat", "")]),
    ("a concern that is no longer serious", f"Expressing serious concern that {WAR}",
     f"Expressing concern that {WAR}", []),
    ("2258 (2015) PP26: a threat that goes on",
     "Determining that the situation in Syria constitutes a threat to peace and security in the region,",
     "Determining that the situation in Syria continues to constitute a threat to peace and security in the"
     " region,", [("measure", "constitutes", "continues to constitute")]),
    ("1306 (2000) PP4: of one class, not the same",
     "Determining that the situation is a threat to regional peace and security and to the sea lanes,",
     "Determining that the situation is a threat to international peace and security and to the sea lanes,",
     [("measure", "regional", "international")]),
    ("1929 (2010) PP24: the Article acted under", "Acting under Chapter VII of the Charter of the Nations,",
     "Acting under Article 41 of Chapter VII of the Charter of the Nations,",
     [("measure", "", "Article 41 of")]),
    ("2465 (2019) PP2: two measures, and the one of the predecessor",
     "Noting that measures set out in paragraph 9 of resolution 2386 (2017) and in resolution 2412 (2018)"
     " have not been completely achieved,",
     "Noting that measures set out in paragraph 3 of resolution 2675 (2023) have not been completely"
     " achieved,",
     [("reference", "S/RES/2386 (2017) 9", "S/RES/2675 (2023) 3"),
      ("reference", "S/RES/2412 (2018)", "")]),
    ("2465 (2019) PP3: the communiqué of the next meeting",
     "Stressing the need to implement fully the decisions in the Communique of 31 October 2017,",
     "Stressing the need to implement fully the decisions in the Communique of 18 March 2024,",
     [("reference", "2017-10-31", "2024-03-18")]),
    ("836 (1993) OP15: an undertaking in words of no matter",
     "Deploring the situation in the country and remaining seized of the matter,",
     "Deploring the situation in the country and remaining seized of the matter, and undertakes to take"
     " prompt action, as required,", [("measure", "", "undertakes to take prompt action, as required")]),
    ("2536 (2020) PP2: what was welcomed is asked for",
     "Welcoming the efforts of the authorities as well as the adoption of a National Defence Plan, and"
     " acknowledging the work of the mission,",
     "Welcoming the efforts of the authorities, encouraging them to implement their National Defence Plan,"
     " and acknowledging the work of the mission,", [("measure", "", "encouraging them to implement")]),
    ("2465 (2019) OP3: what only leads to a list",
     "Stressing the need for measurable progress on border demarcation, specifically",
     "Stressing the need for measurable progress on border demarcation, specifically by taking the following"
     " measures", []),
    ("450 (1979) PP3: the day and the symbol of what is cited",
     "Having studied the report of the Secretary-General on the Force of 12 January 1979, contained in"
     " document S/13026 and Corr.1,",
     "Having studied the report of the Secretary-General on the Force,",
     [("reference", "1979-01-12", ""), ("reference", "S/13026", ""),
      ("reference", "S/13026/Corr.1", "")]),
    ("1634 (2005) PP4: the day and the number of what happened",
     "Calling upon the parties to continue to cooperate in the release of the remaining prisoners of war,",
     "Calling upon the parties to continue to cooperate in the 18 August 2005 release of the remaining 404"
     " prisoners of war,", [("reference", "", "2005-08-18")]),
    ("1734 (2006) PP4: a term that a recital reports",
     "Noting the letter of the President of Sierra Leone emphasizing the need for the office,",
     "Noting the letter of the President of Sierra Leone emphasizing the need for the office until 31"
     " December 2007,", [("date", "", "2007-12-31")]),
    ("526 (1982) PP2: a sign read for a letter",
     "Noting with appreciation the efforts made by the Secretary-Genera! to resume the talks,",
     "Noting with appreciation the efforts made by the Secretary-General to resume the talks,", []),
    ("2586 (2021) PP3: resolutions that are among the earlier ones",
     "审议了秘书长根据安理会第2451(2018)和2452(2019)号决议致安全理事会主席的信函，",
     "审议了秘书长根据安理会以往决议致安全理事会主席的信函，",
     [("reference", "S/RES/2451 (2018)", ""), ("reference", "S/RES/2452 (2019)", "")]),
    ("2685 (2023) OP1: by what a term was set before, which is cited",
     "强调必须执行第2579(2021)号决议第3段所载的联苏综合援助团任务，",
     "强调必须执行第2579(2021)号决议第3段所载、此前经第2675(2023)号决议重申的联苏综合援助团任务，",
     [("reference", "", "S/RES/2675 (2023)")]),
    ("834 (1993) OP9: the letters of a mission and its name",
     "Supporting the efforts of the Secretary-General to carry out the mandate of UNAVEM under difficult"
     " conditions,",
     "Supporting the efforts of the Secretary-General to carry out the mandate of the United Nations Angola"
     " Verification Mission under difficult conditions,", []),
    ("690 (1991) PP5: a report that was read",
     "Having considered the report of the Secretary-General on the situation concerning Western Sahara,",
     "Having examined the report of the Secretary-General on the situation concerning Western Sahara,", []),
    ("1932 (2010) PP4: a name in full", "Expressing its concern at the obstacles faced by the Tribunal,",
     "Expressing its concern at the obstacles faced by the International Tribunal,", []),
    ("1337 (2001) OP2: what only points back", "Stressing the need to continue the efforts to end the war,",
     "Stressing in this context the need to continue the efforts to end the war,", []),
]  # fmt: skip


@pytest.mark.parametrize(("why", "old", "new", "expected"), RECITALS, ids=[case[0] for case in RECITALS])
def test_changes_of_recitals(why: str, old: str, new: str, expected: list[Fate]) -> None:
    found = pair(PREAMBLE, new, MANDATE, SEIZED, old=(PREAMBLE, old, MANDATE, SEIZED))
    assert [
        (c.what, c.old, c.new) for d in found.differences if d.new_place == "PP2" for c in d.changes
    ] == expected


def test_a_verb_behind_a_clause_that_came_in_takes_the_place_of_another() -> None:
    """2732 (2024) PP5: a call that became a note."""
    old = "肯定政府所作的努力，促请国家机构加倍努力追究责任，"
    new = "肯定政府所作的努力，包括发放款项，注意到国家机构加倍努力追究责任，"
    assert [(c.old, c.new) for c in said_with_another_force(differences(old, new), set(), set())] == [
        ("促请", "注意到")
    ]


DEMAND = "all the attacks carried out by armed groups against the population and the peacekeepers"


@pytest.mark.parametrize(
    ("why", "old", "new", "expected"),
    [
        ("2201 (2015) PP13: what was condemned is a recital", f"1. Condemns {DEMAND};",
         f"Condemning {DEMAND},", [("force", "Condemns", "Condemning")]),
        ("1932 (2010) OP7: what a recital urged is asked for",
         f"Urging the Government to prevent {DEMAND},", f"1. Urges the Government to prevent {DEMAND};",
         [("force", "Urging", "Urges")]),
    ],
)  # fmt: skip
def test_what_left_the_operative_part_or_came_into_it(
    why: str, old: str, new: str, expected: list[Fate]
) -> None:
    found = pair(PREAMBLE, new, "2. Decides to remain seized;", old=(PREAMBLE, old, SEIZED))
    assert [(c.what, c.old, c.new) for d in found.differences for c in d.changes] == expected
