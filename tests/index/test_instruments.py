"""`instruments`, `instrument:` and `export entities`, on resolutions that name treaties."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from mandex.cli import main
from mandex.index.instruments import _asks, ids_of

_TEXT = """United Nations S/RES/{number} ({year})

Security Council
Distr.: General
28 September {year}

Resolution {number} ({year})

Adopted by the Security Council at its 4385th meeting, on 28 September {year}

The Security Council,

Recalling the Geneva Conventions,

1. {what}

2. Decides to remain seized of this matter.
"""
_CALLS = (
    "Calls upon all States to become parties as soon as possible to the International Convention for the"
    " Suppression of the Financing of Terrorism;"
)
_NOTES = "Takes note of the International Convention for the Suppression of the Financing of Terrorism;"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("named")
    for number, year, what in ((1373, 2001, _CALLS), (1390, 2002, _NOTES)):
        text = _TEXT.format(number=number, year=year, what=what)
        (folder / f"{number}.txt").write_text(text, "utf-8")
    _run("--kb", str(folder / "kb"), "ingest", str(folder), "--workers", "1")
    return folder / "kb"


def _run(*args: str) -> str:
    result = CliRunner().invoke(main, args)
    assert result.exit_code == 0, result.output
    return result.stdout


def _rows(base: Path, *args: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in _run("--kb", str(base), *args, "--format", "json").splitlines()]


def test_instruments_are_counted_with_who_is_asked(base: Path) -> None:
    rows = {row["id"]: row for row in _rows(base, "instruments")}
    financing = rows["financing-of-terrorism-convention"]
    assert (financing["mentions"], financing["ratify"], financing["date"]) == (2, 1, "1999-12-09")
    assert (financing["first"], financing["last"]) == ("S/RES/1373 (2001)", "S/RES/1390 (2002)")
    assert rows["geneva-conventions-1949"]["mentions"] == 2


@pytest.mark.parametrize(
    ("options", "pinpoints"),
    [
        ((), ["OP1", "OP1"]),
        (("--asks", "ratify"), ["OP1"]),
        (("--year", "2002"), ["OP1"]),
    ],
)
def test_paragraphs_that_name_one(base: Path, options: tuple[str, ...], pinpoints: list[str]) -> None:
    rows = _rows(base, "instruments", "financing-of-terrorism", *options)
    assert [row["pinpoint"] for row in rows] == pinpoints


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Become parties as soon as possible to the relevant conventions", ["ratify"]),  # 1373
        (
            "Urges all States that have either not signed or not ratified the Treaty to do so",
            ["ratify"],
        ),  # 2310
        (
            "encourages all States that have not yet done so to adhere to the Convention",
            ["ratify"],
        ),  # S/PRST/2012/14
        # what was ratified is told, not asked for
        ("to implement the Optional Protocol that they ratified on 21 September 2017", ["apply"]),  # 2605
        # who adheres to provisions lives up to them
        ("Calls upon Israel to adhere to the provisions of the Convention", ["apply"]),  # 484
        # on what conditions one may become a party is laid down for the Assembly
        ("determine the conditions on which Nauru may become a party to the Statute", []),  # 600
    ],
)
def test_what_is_asked_of_a_treaty(text: str, asked: list[str]) -> None:
    assert _asks(text, "en") == asked


def test_a_paragraph_that_names_a_treaty_twice_is_one_row(tmp_path: Path) -> None:
    twice = (
        "Urges all States to become parties to the Treaty on the Non-Proliferation of Nuclear Weapons (NPT);"
    )
    (tmp_path / "1.txt").write_text(_TEXT.format(number=1540, year=2004, what=twice), "utf-8")
    _run("--kb", str(tmp_path / "kb"), "ingest", str(tmp_path / "1.txt"))
    assert len(_rows(tmp_path / "kb", "instruments", "npt")) == 1
    counted = {row["id"]: row["mentions"] for row in _rows(tmp_path / "kb", "instruments")}
    assert counted["npt"] == 2


def test_search_finds_an_instrument_by_any_of_its_names(base: Path) -> None:
    for name in ("financing-of-terrorism", '"Terrorist Financing Convention"', "制止资助恐怖主义国际公约"):
        rows = _rows(base, "search", f"instrument:{name}")
        assert {row["pinpoint"] for row in rows} == {"OP1"}, name


def test_entities_are_exported_with_their_places(base: Path) -> None:
    rows = _rows(base, "export", "entities", "--where", "kind=instrument", "--where", "label=1")
    assert [row["surface"] for row in rows] == [
        "International Convention for the Suppression of the Financing of Terrorism"
    ] * 2


def test_an_unknown_instrument_is_nothing_found(base: Path) -> None:
    assert CliRunner().invoke(main, ["--kb", str(base), "instruments", "Treaty of Oz"]).exit_code == 1
    assert CliRunner().invoke(main, ["--kb", str(base), "search", "instrument:oz"]).exit_code == 2


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("NPT", "npt"), ("terrorist-bombings", "terrorist-bombings-convention"),
        ("Rome Statute", "rome-statute"),
        ("《不扩散核武器条约》", "npt"), ("un-charter-article-51", "un-charter-article-51"),
    ],
)  # fmt: skip
def test_names_of_instruments(name: str, id_: str) -> None:
    assert ids_of(name) == [id_]
