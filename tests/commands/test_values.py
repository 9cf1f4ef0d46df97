"""A value that is none says so, and names the nearest; what is left out by options is said to be."""

from __future__ import annotations

import json
import shlex

import pytest
from places import Run

# What is typed, the exit code, and what standard error says of it.
CASES = [
    # closed vocabularies: wrong usage, with what comes near
    ("search topic:nonsense", 2, "there is no topic 'nonsense'; some are asset-freeze"),
    ("search topic:asset-frieze", 2, "the nearest are asset-freeze"),
    ("search actor:nobody", 2, "there is no actor 'nobody'"),
    ("search country:atlantis", 2, "there is no country 'atlantis'"),
    ("search kind:xyz", 2, "there are title, preambular, operative"),
    ("search lang:fr", 2, "there are en, zh-Hans, zh-Hant"),
    ("search force:demnd", 2, "there is no force 'demnd'; the nearest is demand"),
    ("search records --with fr", 2, "'fr' is not one of"),
    ("graph --relation loves", 2, "'loves' is not one of 'recalls'"),
    ("graph --type nonsense", 2, "'nonsense' is not one of 'resolution'"),
    ("requirements 9001 --topic nonsense", 2, "there is no topic 'nonsense'"),
    ("requirements 9001 --of nobody", 2, "there is no actor 'nobody'"),
    ("requirements 9001 --country atlantis", 2, "there is no country 'atlantis'"),
    ("requirements 9001 --lang fr", 2, "'fr' is not one of"),
    ("recommendations --topic nonsense", 2, "there is no topic 'nonsense'"),
    ("instruments --country atlantis", 2, "there is no country 'atlantis'"),
    ("export paragraphs --lang fr", 2, "'fr' is not one of"),
    ("open 9001 --lang fr --print", 2, "'fr' is not one of"),
    # open ones: nothing found, and why
    ("search verb:decyde", 1, "no paragraph has the verb 'decyde'; the nearest is decides"),
    ("search symbol:2825", 1, "the base does not hold 2825"),
    ("search cites:2825", 1, "nothing held cites 2825"),
    ("search year:1800", 1, "no text has year:1800"),
    ("search records --since 2099", 1, "(--since 2099-01-01); "),
    ("search records --until 1900", 1, "paragraphs have it without that"),
    ("lookup freeze --year 1800", 1, "nothing held answers 'freeze' (--year 1800)"),
    ("regimes atlantis", 1, "no regime"),
    ("missions atlantis", 1, "no mission"),
    ("instruments nonsense", 1, "no instrument is known as 'nonsense'"),
    ("graph --topic nonsense", 1, "no citation of this kind (--topic nonsense)"),
    ("cites 9002 OP99", 1, "has no paragraph 99"),
    ("cites 9002 --since 2099", 1, "cites nothing (--since 2099-01-01)"),
    ("lineage 9002 OP99", 1, "has no paragraph 99"),
    ("requirements 9001 OP99", 1, "has no paragraph 99"),
    ("requirements 9001 --as-of 1950", 1, "--as-of 1950-01-01"),
    # nothing is given that is empty
    ("changes --since ''", 2, "it is empty"),
    ("regimes ''", 2, "it is empty"),
    ("graph --around ''", 2, "it is empty"),
    ("search records --since ''", 2, "it is empty"),
    ("search '\"'", 2, "nothing to search for"),
    ("ingest ''", 2, "it is empty: name a file or a folder"),  # to a path it is the present folder
    # of several the one that is wrong
    ("bibliography 9001 nonsense 9002", 2, "mandex: 'nonsense' names no document"),
    ("bibliography 9001 1373 '(1999)'", 2, "resolution 1373 is of 2001"),
    ("lokup freeze", 2, "No such command 'lokup'. Did you mean 'lookup'?"),
    ("cites 9002 -o cites.foo", 2, ".foo names no format"),
    ("export similar 2825", 1, "nothing earlier is like S/RES/2825 (2026)"),
    # options that do not go together
    ("changes --since 2032 --until 2031", 2, "--since is the earlier day"),
    ("cited-by 1373 --until 2031 --since 2032", 2, "--until is the later day"),
    ("export paragraphs --as-of 2032", 2, "--as-of goes with standing"),
    ("export paragraphs --all", 2, "--all is for akn"),
    ("requirements 9001 --assessed Kenya", 2, "add --format xlsx"),
    ("path 9002 9002", 2, "from one document to another"),
    ("compare 9001 /nonexistent", 2, "there is no such file"),
    ("restore /etc/hosts", 2, "is no copy that 'mandex backup' made"),
]


@pytest.mark.parametrize(("typed", "code", "said"), CASES, ids=[typed for typed, _, _ in CASES])
def test_what_is_wrong_is_said(mandex: Run, typed: str, code: int, said: str) -> None:
    result = mandex(*shlex.split(typed))
    assert (result.exit_code, said in result.stderr) == (code, True), result.output
    assert not result.stdout


def test_one_work_is_one_entry_with_all_its_places(mandex: Run) -> None:
    result = mandex("bibliography", "1373", "OP1c", "1373", "PP5", "1373", "OP2", "--style", "bibtex")
    assert result.stdout.count("@report{") == 1
    assert "paras 1(c), 2; preambular para 5" in result.stdout


def test_requirements_of_one_paragraph(mandex: Run) -> None:
    whole = mandex("requirements", "9001", "--repeats", "all", "--format", "json").stdout.splitlines()
    [place] = {json.loads(row)["pinpoint"] for row in whole[:1]}
    some = mandex("requirements", "9001", place, "--repeats", "all", "--format", "json").stdout.splitlines()
    assert 0 < len(some) < len(whole)
    assert {json.loads(row)["pinpoint"] for row in some} == {place}
