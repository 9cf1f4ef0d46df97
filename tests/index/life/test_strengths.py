"""How strong a mission may be: those who are counted within others are not counted beside them."""

import pytest

from mandex.index.life.missions import _counted

# words of a paragraph, what it authorizes
PARAGRAPHS = [
    ("Maintains the police ceiling at 640 police personnel, including 148 individual police officers",
     ["640 police personnel"]),
    ("shall comprise up to 14,046 military personnel, including 580 Military Observers, and 2,999 police"
     " personnel, including 589 individual police officers, as well as 108 corrections officers",
     ["14,046 military personnel", "2,999 police personnel", "108 corrections officers"]),
    ("of 5,437 military personnel, comprising 5,245 troops and 192 military observers",
     ["5,437 military personnel"]),
    ("with a troop ceiling of 12,500 personnel, and a police ceiling of 2,101 personnel",
     ["12,500 troops", "2,101 police"]),
    ("consist of up to 2,370 troops and of a police component composed of up to 2,601 personnel",
     ["2,370 troops", "2,601 personnel"]),
    ("up to 7,000 military personnel, including military liaison officers, up to 900 police personnel",
     ["7,000 military personnel", "900 police personnel"]),
    ("will consist of up to 15,000 United Nations military personnel, including up to 250 military observers,"
     " and up to 1,115 civilian police officers",
     ["15,000 military personnel", "1,115 civilian police officers"]),
    ("maintain the deployment of 19,626 uniformed AMISOM personnel, inclusive of 1,040 AMISOM police",
     ["19,626 uniformed personnel"]),
    ("to a strength of 17,500, including the 260 military observers already deployed", ["17,500 personnel"]),
    # what only adds, what was before, what is elsewhere, what there shall be less
    ("a reduction of an additional 1,460 personnel deployed as part of the military component", []),
    ("to increase its strength with a view to achieving its originally mandated strength of 8,000 troops",
     ["8,000 troops"]),
    ("Authorizes the increase of MONUC's strength by 5,900 personnel, including up to 341 police personnel",
     ["5,900 personnel more"]),
    ("an increase in the military component of up to 850 additional personnel", ["850 personnel more"]),
    ("to increase its force strength from the current mandated strength of 8,000 troops to 12,000 troops",
     ["12,000 troops"]),
    ("the force levels up to a ceiling of 13,000 troops, an increase of which", ["13,000 troops"]),
    ("to redeploy up to 50 military observers from ONUB to MONUC", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_who_is_counted(text, expected):
    assert list(_counted(text, "unmiss")) == expected
