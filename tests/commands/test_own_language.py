"""What people read is in their language where it is held; what programs read does not depend on who asks."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from places import Run

from mandex.corpus.symbols import parse
from mandex.index.life.calendar import Due

BOTH = "S/RES/9001 (2031)"  # held in English and in Chinese


def test_a_table_is_in_the_readers_language(mandex: Run) -> None:
    told = mandex("--ui", "zh-Hans", "show", BOTH, "OP1").stdout
    assert "简体中文" in told
    assert "第9001" in told or "决议" in told
    assert "  en  " in mandex("--ui", "en", "show", BOTH, "OP1").stdout


@pytest.mark.parametrize("command", [("show", BOTH, "OP1"), ("requirements", BOTH)])
def test_rows_for_programs_are_the_same_for_all(mandex: Run, command: tuple[str, ...]) -> None:
    one, other = (mandex("--ui", ui, *command, "--format", "json").stdout for ui in ("en", "zh-Hans"))
    assert one == other


def test_a_language_that_is_named_counts(mandex: Run) -> None:
    assert "英文" in mandex("--ui", "zh-Hans", "show", BOTH, "--lang", "en").stdout


def test_two_versions_of_one_language_are_refused(mandex: Run) -> None:
    result = mandex("show", BOTH, "--lang", "zh", "--with", "zh")
    assert result.exit_code == 2
    assert "name two languages" in result.stderr


@pytest.mark.parametrize("beside", ["zh", "en"])
def test_the_readers_own_language_beside_is_set_beside_english(mandex: Run, beside: str) -> None:
    result = mandex("--ui", "zh-Hans", "show", BOTH, "OP1", "--with", beside)
    assert result.exit_code == 0, result.stderr
    english, chinese = (mandex("show", BOTH, "OP1", "--lang", lang).stdout for lang in ("en", "zh"))
    for version in (english, chinese):
        assert version.split()[-1][-8:] in result.stdout


def test_a_version_in_the_other_characters_is_pointed_to(mandex: Run) -> None:
    assert "--lang zh-Hans --script hant" in mandex("show", BOTH, "--lang", "zh-Hant").stderr


@pytest.mark.parametrize("ending", ["docx", "html", "tmx"])
def test_two_versions_beside_each_other_as_a_file(mandex: Run, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"both.{ending}"
    result = mandex("--script", "tw", "show", BOTH, "--with", "zh", "-o", str(file))
    assert result.exit_code == 0, result.output
    if ending == "docx":
        with zipfile.ZipFile(file) as package:
            written = package.read("word/document.xml").decode()
        assert written.count("<w:tc>") == 2 * written.count("<w:tr>")
    else:
        written = file.read_text("utf-8")
    assert "決議" in written
    assert "决议" not in written


def test_a_memory_tells_paragraphs_from_sentences(mandex: Run) -> None:
    memory = mandex("export", "aligned", BOTH, "--format", "tmx").stdout
    assert 'segtype="paragraph" o-tmf' in memory


def test_a_memory_needs_two_languages(mandex: Run) -> None:
    assert "add --with" in mandex("show", BOTH, "--format", "tmx").stderr


@pytest.mark.parametrize(
    ("condition", "lines"),
    [
        ("lang=zh", True),  # of either script
        ("year>=2031", True),  # of the document, which paragraphs do not have
        ("year>=2090", False),
    ],
)
def test_conditions_on_what_rows_are_of(mandex: Run, condition: str, lines: bool) -> None:
    result = mandex("export", "paragraphs", "--where", condition)
    assert bool(result.stdout) is lines, result.output


@pytest.mark.parametrize(("condition", "says"), [("text~", "names no text"), ("colour=red", "have no field")])
def test_conditions_that_say_nothing_are_refused(mandex: Run, condition: str, says: str) -> None:
    result = mandex("export", "paragraphs", "--where", condition)
    assert result.exit_code == 2
    assert says in result.stderr


@pytest.mark.parametrize("tag", ["zh-TW", "zh_HK", "zh-Hant"])
def test_a_tag_names_the_language_of_the_interface(mandex: Run, tag: str) -> None:
    assert "語文" in mandex("--ui", tag, "status").stdout


ELSEWHERE = [
    ("南苏丹特派团", "is a mission"),
    ("UNMISS", "is a mission"),
    ("Somalia", "is a country"),
    ("nobody knows", "names no document"),
]


@pytest.mark.parametrize(("typed", "says"), ELSEWHERE)
def test_what_is_no_document_but_has_a_name_is_sent_where_it_is(mandex: Run, typed: str, says: str) -> None:
    assert says in mandex("cites", typed).stderr


TYPED = [
    ("第兩千六百六十四號決議", "S/RES/2664 (2022)"),  # as Taiwan writes
    ("第两千六百六十四号决议", "S/RES/2664 (2022)"),
    ("主席聲明 S/PRST/2024/1", "S/PRST/2024/1"),
    ("presidential statement S/PRST/2024/1", "S/PRST/2024/1"),
]


@pytest.mark.parametrize(("typed", "symbol"), TYPED)
def test_references_as_people_write_them(typed: str, symbol: str) -> None:
    assert parse(typed).symbol == symbol


def test_within_a_month_that_is_named(mandex: Run) -> None:
    for month in ("下个月", "next month"):
        assert mandex("expiring", "--within", month).exit_code in (0, 1)
    assert "next month" in mandex("expiring", "--within", "lots").stderr


def test_what_passed_stands_apart(mandex: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    days = [
        Due(day, "expires", "UNMISS", "", "S/RES/9003 (2032)", "OP1", "", "unclear", "", "until then")
        for day in ("2032-12-01", "2033-07-01")
    ]
    monkeypatch.setattr("mandex.index.life.calendar.expiring", lambda *_, **__: days)
    asked = ("expiring", "--from", "2033-06-01", "--to", "2040")
    ahead, _, passed = mandex(*asked).stdout.partition("Ended after")
    assert ("2033-07-01" in ahead, "2032-12-01" in ahead) == (True, False)
    assert ("2033-07-01" in passed, "2032-12-01" in passed) == (False, True)
    assert mandex(*asked, "--format", "csv").stdout.index("2032-12-01") < 200  # programs get them by day
