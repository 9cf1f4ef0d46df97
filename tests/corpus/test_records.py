"""Records behave as the standard library's dataclasses do, and cost less to define."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import subprocess
import sys
from typing import Any

import pytest

from mandex.corpus import records


@records.dataclass(frozen=True, slots=True)
class Place:
    """A frozen record with a default, a factory and a field that does not count."""

    symbol: str
    seq: int = 0
    labels: list[str] = dataclasses.field(default_factory=list, compare=False)


@records.dataclass(frozen=True, slots=True)
class Longer(Place):
    """One more field than its base."""

    end: int = 1


@records.dataclass(slots=True)
class Open:
    """A record that changes."""

    at: int

    def __repr__(self) -> str:
        return "its own"


def test_it_is_made_shown_and_compared_as_ever() -> None:
    place = Place("S/RES/1325 (2000)", seq=3)
    assert repr(place) == "Place(symbol='S/RES/1325 (2000)', seq=3, labels=[])"
    assert place == Place("S/RES/1325 (2000)", 3, ["what does not count"])
    assert hash(place) == hash(Place("S/RES/1325 (2000)", 3))
    assert place != Longer("S/RES/1325 (2000)", 3), "a record of another class is another"
    assert Place("a").labels is not Place("a").labels, "each has a list of its own"
    assert repr(Longer("a")) == "Longer(symbol='a', seq=0, labels=[], end=1)"


def test_the_standard_library_knows_it() -> None:
    place = dataclasses.replace(Longer("a", 1), end=9)
    assert dataclasses.asdict(place) == {"symbol": "a", "seq": 1, "labels": [], "end": 9}
    assert pickle.loads(pickle.dumps(place)) == copy.deepcopy(place) == place
    assert list(inspect.signature(Place).parameters) == ["symbol", "seq", "labels"]
    assert Place.__match_args__ == ("symbol", "seq", "labels")


@pytest.mark.parametrize("change", ["set", "delete", "new"])
def test_a_frozen_record_cannot_be_changed(change: str) -> None:
    place: Any = Place("a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        if change == "delete":
            del place.seq
        else:
            setattr(place, "seq" if change == "set" else "other", 1)


def test_what_is_not_frozen_changes_and_has_no_hash() -> None:
    found = Open(1)
    found.at = 2
    assert (found.at, repr(found), Open.__hash__) == (2, "its own", None)


def test_wrong_arguments_are_refused() -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'symbol'"):
        Place()  # type: ignore[call-arg]


def test_no_command_pays_for_methods_that_it_does_not_use() -> None:
    code = (
        "import dataclasses\n"
        "made = []\n"
        "dataclasses.exec = lambda source, *rest: made.append(source) or exec(source, *rest)\n"
        "import mandex.index.lookup.answers\n"
        "print(len(made))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "0\n"
