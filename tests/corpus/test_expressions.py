"""Expressions are tried only where a text holds what they need: what that is, and that nothing is lost."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mandex
from mandex.corpus.expressions import Expression
from mandex.corpus.needs import KEPT, needs_of
from mandex.ingest import pipeline

NEEDS = [
    # expression, flags, groups, why
    (r"\bdiamonds?\b|钻石", 0, [("diamond", "钻石")], "one of the alternatives; the plural may be absent"),
    (r"\bto inspect\b.{0,240}\bvessels\b", 0, [("to inspect",), ("vessels",)], "both parts"),
    (r"[Cc]ommittee of", 0, [("ommittee of",)], "the letter that varies is left out"),
    (r"(?:re-?)?establish(?:es|ed)", 0, [("establishe",)], "what may be absent is not needed"),
    (
        r"\bestablish\b[^.]*[Cc]ommittee|设立[^。]*委员会", 0,
        [("establish", "委员会"), ("ommittee", "设立")], "all that each alternative holds",
    ),
    (r"\bextend|\bextension", 0, [("exten",)], "what alternatives share"),
    (r"ends?|ended", 0, [("end",)], "*ended* holds *end*"),
    (r"\bUntil\b", re.IGNORECASE, [("until",)], "in lower case where case is ignored"),
    (r"(?i)\bUntil\b", 0, [("until",)], "likewise with the flag inside"),
    (r"(?i:until) Friday", 0, [(" Friday",)], "a part with flags of its own is passed over"),
    (r"(?<=paragraph )\d+(?= above)", 0, [("paragraph ",), (" above",)], "what must stand on either side"),
    (r"(?<!not )\w+(?! more)", 0, [], "what must not stand there is not needed"),
    (r"[号號]", 0, [("号", "號")], "one of some characters"),
    (r"[^a]\d+", 0, [], "nothing can be told"),
    (r"(?:a|\d) b", 0, [(" b",)], "an alternative that is no word makes the others useless"),
    (r"(?P<x>tank)s (?P=x)", 0, [("tanks ",)], "a group repeated"),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "flags", "groups", "why"), NEEDS)
def test_what_every_match_holds(pattern: str, flags: int, groups: list[tuple[str, ...]], why: str) -> None:
    assert set(needs_of(pattern, flags).groups) == set(groups), why


@pytest.mark.parametrize(
    ("pattern", "beyond"),
    [
        ("[\u2e80-\u2fdf]", True), ("军火|武器", True), ("军火|arms", False), ("军?火", True), ("军?", False),
        ("[^军]", False),
    ],
)  # fmt: skip
def test_what_no_ascii_text_holds(pattern: str, beyond: bool) -> None:
    assert needs_of(pattern).beyond_ascii is beyond


def test_nothing_is_compiled_before_it_is_asked() -> None:
    broken = Expression("(")
    with pytest.raises(re.error):
        broken.match("")


PIECES = [
    "arms",
    "Arms",
    "ARMS",
    "embargo",
    "军火",
    "禁运",
    " ",
    "(",
    ")",
    "12",
    "ı",
    "İ",
    "ſ",
    "K",
    "ß",
    ".",
    "\n",
    "k",
    "i",
    "s",
    "an",
    "a",
]
PATTERNS = [
    (r"\barms (?:embargo|and)|军火", 0), (r"(?:[Aa]rms)+\(", 0), (r"k\d+|\bi\b", re.IGNORECASE),
    (r"arms\s?embargo|sı", re.IGNORECASE), (r"(?<=arms )embargo(?!s)", 0), (r"(?<=\()\d", 0),
    (r"军.?火|禁运", 0),
    (r"(arms|embargo).*\1", 0), (r"(?m)^arms$", 0), (r"(?i:arms) embargo", 0), (r"[\n(]+", 0),
    (r"is|ss", re.IGNORECASE),
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.sampled_from(PATTERNS))
def test_finds_what_the_standard_library_finds(text: str, pattern: tuple[str, int]) -> None:
    ours, plain = Expression(*pattern), re.compile(*pattern)
    assert [m.span() for m in ours.finditer(text)] == [m.span() for m in plain.finditer(text)]
    assert bool(ours.search(text, 1)) == bool(plain.search(text, 1))
    for at in range(len(text)):
        assert bool(ours.search(text, at)) == bool(plain.search(text, at))
        for end in (at, at + 3, at + 9):
            assert bool(ours.search(text, at, end)) == bool(plain.search(text, at, end))
    assert bool(ours.search(text, 0, 5)) == bool(plain.search(text, 0, 5))
    assert ours.sub("-", text) == plain.sub("-", text)
    assert ours.findall(text) == plain.findall(text)
    assert ours.split(text) == plain.split(text)


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_of_many_strings_one_is_found_however_often_it_is_asked_for(flags: int) -> None:
    # decides, requests … are looked for by an automaton, once that is worth making it
    words = ("decides", "requests", "urges", "invites", "stresses", "决定", "notes", "calls")
    pattern = rf"(?:{'|'.join(word + 'X?' for word in words)})\b" if flags else rf"\b(?:{'|'.join(words)})"
    texts = [
        "It decides.", "It DECIDES.", "Nobody does.", "安理会决定", "安理会", "", "half a \ud800 notes",
        "half a \ud800", "It calls" + " on" * 3000, " on" * 3000,
    ]  # fmt: skip
    ours, theirs = Expression(pattern, flags), re.compile(pattern, flags)
    for _ in range(150):
        for text in texts:
            assert bool(ours.search(text)) == bool(theirs.search(text)), text


@pytest.mark.parametrize("end", [sys.maxsize, 100_000])
def test_a_text_is_looked_through_once_for_all_that_are_looked_for_in_it(
    end: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not at each match of a loop, whose cost would grow with the square of their number."""
    looked: list[int] = []
    expression, text = Expression(r"zebras?"), "arms " * 20_000
    look = expression.may_be_in
    monkeypatch.setattr(expression, "may_be_in", lambda text: looked.append(len(text)) or look(text))
    assert all(expression.search(text, at, end) is None for at in range(1, 90_000, 100))
    assert looked == [len(text)]
    assert all(expression.search(text, at, at + 160) is None for at in range(1, 90_000, 100))
    assert sum(looked) < 5 * len(text)


def _expressions(value: Any, depth: int = 0) -> Iterator[Expression]:
    if isinstance(value, Expression):
        yield value
    elif depth < 4 and isinstance(value, dict):
        yield from _expressions(list(value.values()), depth + 1)
    elif depth < 4 and isinstance(value, (list, tuple)):
        for one in value:
            yield from _expressions(one, depth + 1)


def _ours() -> dict[tuple[str, int], Expression]:
    """The expressions of all modules that read texts."""
    found = {}
    for module in pkgutil.walk_packages(mandex.__path__, "mandex."):
        if module.name.startswith(
            ("mandex.corpus.", "mandex.ingest.", "mandex.index.life", "mandex.index.lookup")
        ):
            for value in vars(importlib.import_module(module.name)).values():
                found.update({(one.pattern, one.flags): one for one in _expressions(value)})
    return found


def test_no_expression_of_ours_is_passed_over_where_it_matches() -> None:
    specimens = Path(mandex.__path__[0], "corpus", "specimens")
    files = [path for path in sorted(specimens.iterdir()) if path.suffix in (".xml", ".txt", ".html")]
    texts = [p.text for f in files for d in pipeline.read_file(f).documents for p in d.paragraphs]
    texts += [text.casefold() for text in texts]
    ours = _ours()
    assert len(ours) > 200
    for one in ours.values():
        missed = [text for text in texts if not one.may_be_in(text) and one.compiled.search(text)]
        assert not missed, (one.pattern, one.needs, missed[0])


def test_what_is_kept_of_expressions_is_what_they_need() -> None:
    # in a process of its own: expressions that other tests have made are of no module
    ask = "import json; from docs.needs import written; print(json.dumps(written()))"
    kept = json.loads(subprocess.check_output([sys.executable, "-c", ask], cwd=Path(__file__).parents[2]))
    held = json.loads(KEPT.read_text("utf-8"))
    known = {key: needs for key, needs in kept.items() if key in held}
    assert known == {key: held[key] for key in known}
    assert len(known) > 0.9 * len(kept), "python -m docs.needs"
