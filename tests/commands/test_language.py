"""The interface in Chinese, and Chinese in the script that a reader asks for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from places import Run

from mandex.commands import language
from mandex.commands.language import of_system


@pytest.mark.parametrize(
    ("environment", "ui"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh-Hans"),
        ({"LANG": "zh_TW.UTF-8"}, "zh-Hant"),
        ({"LANG": "zh_HK"}, "zh-Hant"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "MANDEX_UI": "en"}, "en"),
        ({"MANDEX_UI": "Klingon"}, "en"),
    ],
)
def test_the_language_is_that_of_the_system(environment: dict[str, str], ui: str) -> None:
    assert of_system(environment) == ui


def test_heads_values_and_messages_are_in_chinese(mandex: Run) -> None:
    result = mandex("--ui", "zh-Hans", "lookup", "旅客姓名记录", "-n", "1")
    head, row = result.stdout.splitlines()[:2]
    assert head.split()[:4] == ["文件", "段落", "效力", "行为体"]
    assert "决定" in row
    assert "会员国" in row
    nothing = mandex("--ui", "zh-Hans", "cited-by", "2825")
    lacking, known, last = nothing.stderr.splitlines()
    assert lacking == "mandex: 知识库未收有 S/RES/2825 (2026)"
    assert known.startswith("mandex: S/RES/2825 (2026) 于 2026-06-29 通过（15-0-0）")
    assert last == "mandex: 馆藏文件中没有引用 S/RES/2825 (2026) 的"


def test_what_stands_and_why_is_told_in_chinese(mandex: Run) -> None:
    """A reason may hold another, which is translated with it."""
    shown = mandex("--ui", "zh-Hans", "show", "9001 OP1").stdout.splitlines()[0]
    assert shown == "未定期限: 没有规定期限，馆藏文件也没有终止、延长或取代它的"
    language.speak("zh-Hans")
    try:
        assert language.value(
            "reason", "a task of UNMISS: ran out on 2026-04-30, and nothing held renews it"
        ) == ("南苏丹特派团的任务：已于 2026-04-30 到期，馆藏文件没有延长它的")
    finally:
        language.speak("en")
    assert "文件数: 10" in mandex("--ui", "zh-Hans", "status").stdout


def test_help_is_in_chinese_and_english_comes_back(mandex: Run) -> None:
    assert "哪些文件引用 文号" in mandex("--ui", "zh-Hans", "cited-by", "--help").stdout
    assert "哪些文件引用" in mandex("--ui", "zh-Hant", "cited-by", "--help").stdout
    assert "What cites REF" in mandex("cited-by", "--help").stdout


def test_rows_for_programs_are_the_same_in_every_language(mandex: Run) -> None:
    command = ("lookup", "旅客姓名记录", "--format", "json")
    assert mandex("--ui", "zh-Hant", *command).stdout == mandex(*command).stdout


@pytest.mark.parametrize(
    ("script", "shown"), [("hans", "决定"), ("hant", "決定"), ("tw", "決定"), ("hk", "決定")]
)
def test_chinese_is_shown_in_the_script_asked_for(mandex: Run, script: str, shown: str) -> None:
    result = mandex("--script", script, "show", "S/RES/9001 (2031) OP1", "--lang", "zh")
    assert shown in result.stdout
    assert "shown converted" in result.stderr  # never silently


def test_arguments_survive_a_locale_without_chinese(specimen_kb: Path) -> None:
    command = [
        str(Path(sys.executable).with_name("mandex")),
        "--kb",
        str(specimen_kb),
        "search",
        "旅客姓名记录",
    ]
    environment = {**os.environ, "LC_ALL": "C"}
    run = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr
    assert "旅客姓名记录" in run.stdout.decode("utf-8")


def test_a_condition_names_a_document_as_people_do(mandex: Run) -> None:
    asked = ("export", "citations", "--where")
    assert mandex(*asked, "target=1373").stdout == mandex(*asked, "target=S/RES/1373 (2001)").stdout != ""


def test_a_condition_finds_either_script(mandex: Run) -> None:
    for typed in ("决定", "決定"):
        found = mandex("export", "paragraphs", "--where", f"text~{typed}").stdout
        assert '"lang": "zh-Hans"' in found
        assert '"lang": "zh-Hant"' in found
