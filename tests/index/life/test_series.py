"""Which later term is the next of a series, and which is another's; real clauses, shortened."""

import pytest

from mandex.index.life.series import in_common, is_of_series
from mandex.index.life.step import Step

FIRST = Step(
    2208, 1, 0, 1, 1, "S/RES/2208 (2015)", "en", "2015-03-05", "1", "extends", "measures of libya",
    "2015-03-31", "libya", "", (), (), (),
)  # fmt: skip
LATER = FIRST._replace(symbol="S/RES/2213 (2015)", number=2213, until="2016-03-31")
LIBYA = "Decides to extend until 31 March {} the authorizations provided by and the measures imposed by 2146"
RENEWED = "Decides to renew the provisions set out in it"
DIAMONDS = (("S/RES/1306 (2000)", ("1",)),)

# why, what was set, what was set later, whether it is the next of the series
CASES = [
    ("in the same words", {"clause": LIBYA.format(2015)}, {"clause": LIBYA.format(2016)}, True),
    ("a shorter term", {"clause": LIBYA.format(2015)},
     {"clause": LIBYA.format(2016), "until": "2015-03-01"}, False),
    ("the same paragraph, in other words (1306, 1385)",
     {"action": "sets", "targets": DIAMONDS, "clause": "Decides that the measures in paragraph 1 above are"},
     {"action": "continues", "targets": DIAMONDS, "clause": "shall remain in force for 11 months"}, True),
    ("another paragraph, in the same words (2444, 2498)",
     {"targets": (("S/RES/2142 (2014)", ("2",)),), "clause": RENEWED},
     {"targets": (("S/RES/2182 (2014)", ("15",)),), "clause": RENEWED},
     False),
    ("other kinds of measure (1768)",
     {"kinds": ("arms-embargo",), "targets": DIAMONDS},
     {"kinds": ("travel-ban",), "targets": DIAMONDS}, False),
    ("what is spared does not prolong what is imposed",
     {"action": "imposes", "targets": DIAMONDS}, {"action": "exempts", "targets": DIAMONDS}, False),
    ("the same body in other words (1644, 1686)",
     {"clause": "Decides, as requested, to extend the mandate of the Commission, as set forth in"},
     {"clause": "Decides to extend the mandate of the Commission until 15 June 2007"}, True),
    ("another body in the same words",
     {"clause": "Decides to extend the mandate of the Commission until 15 June 2006"},
     {"clause": "Decides to extend the mandate of the Force until 15 June 2007"}, False),
    ("one person appointed anew (2529, 2637)",
     {"subject": "residual-mechanism office", "clause": "to appoint Mr. Serge Brammertz as Prosecutor"},
     {"subject": "residual-mechanism office", "clause": "to appoint Mr. Serge Brammertz as Prosecutor"},
     True),
    ("another person in his place (2038, 2269)",
     {"subject": "residual-mechanism office", "clause": "to appoint Mr. Hassan Bubacar Jallow as Prosecutor"},
     {"subject": "residual-mechanism office", "clause": "to appoint Mr. Serge Brammertz as Prosecutor"},
     False),
]  # fmt: skip


@pytest.mark.parametrize(("why", "step", "later", "is_next"), CASES)
def test_the_next_of_a_series(why, step, later, is_next):
    assert is_of_series(LATER._replace(**later), FIRST._replace(**step)) is is_next, why


def test_of_one_resolution_the_next_names_most_of_the_same():
    """1946 renews arms, finance, travel and diamonds at once, 1980 the diamonds apart."""
    both = FIRST._replace(targets=(("S/RES/1572 (2004)", ("7", "9", "11")), ("S/RES/1643 (2005)", ("6",))))
    arms = LATER._replace(targets=(("S/RES/1572 (2004)", ("7", "9", "11")),))
    diamonds = LATER._replace(targets=(("S/RES/1643 (2005)", ("6",)),))
    assert in_common(arms, both) > in_common(diamonds, both) > 0
