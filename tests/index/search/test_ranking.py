"""What speaks for a document of which a question in many words is the subject."""

from __future__ import annotations

from pathlib import Path

from search_cases import base

from mandex.index.engines import open_engine
from mandex.index.search.profiles import Profile
from mandex.index.search.ranking import evidence, gist
from mandex.index.text.terms import terms

_NONE = frozenset[str]()


def _profile(*decisions: str) -> Profile:
    told = tuple(" ".join(terms(one)) for one in decisions)
    return Profile((), _NONE, (), (), told, _NONE, _NONE, _NONE, _NONE, _NONE, 100)


def test_two_decisions_that_each_say_half_of_it_say_it_all_together(tmp_path: Path) -> None:
    with base(tmp_path) as store:
        asked = gist("ransom and passports", open_engine(store))
    halves = evidence(asked, 1.0, _profile("prevent ransom", "check passports"), resolution=True)
    one = evidence(asked, 1.0, _profile("prevent ransom", "protect children"), resolution=True)
    assert halves.anywhere == 1.0
    assert one.decision == one.anywhere < 1.0
