"""Real texts, each damaged in its own way: the outline that a person reads off the file."""

from __future__ import annotations

import importlib.util
from itertools import groupby
from pathlib import Path
from types import ModuleType

import pytest

from mandex.corpus import registry, symbols
from mandex.ingest import script
from mandex.ingest.metadata import Metadata, describe
from mandex.ingest.readers import read
from mandex.ingest.segment import Segment, segment

pytestmark = pytest.mark.corpus


def read_text(path: Path) -> tuple[str, Metadata, list[Segment]]:
    [raw] = read(path, path.read_bytes())
    lang = script.detect(raw.text).lang
    assert lang is not None
    segments = segment(raw, lang)
    return lang, describe(raw, segments, lang), segments


def outline(segments: list[Segment]) -> list[str]:
    """Runs of one kind with their labels: `annex 1 1(a) 2`; `-` where nothing is printed."""
    runs = groupby(segments, lambda segment: segment.kind)
    return [f"{kind} {' '.join(one.label or '-' for one in run)}" for kind, run in runs]


def numbers(first: int, last: int) -> str:
    return " ".join(map(str, range(first, last + 1)))


@pytest.fixture
def seed(data: Path, request: pytest.FixtureRequest) -> tuple[str, Metadata, list[Segment]]:
    [path] = (data / "seeds").glob(f"{request.param}_*.txt")
    return read_text(path)


Seed = tuple[str, Metadata, list[Segment]]


@pytest.mark.parametrize("seed", ["000"], indirect=True)
def test_a_web_page_from_a_scrambler(seed: Seed) -> None:
    lang, about, segments = seed
    assert (lang, about.symbol, about.type, about.date) == ("zh-Hans", "", "other", "")
    assert about.title == "关于我们"
    headings = [s.text.text for s in segments if s.kind == "heading"]
    assert headings == [
        "国家访问", "新的经改进的评估工具和流程", "促进技术援助", "加强联合国各反恐机构之间的合作",
        "与安全理事会其他附属机构的合作", "与联合国机构及国际和区域组织的伙伴关系", "联合国反恐怖主义办公室",
    ]  # fmt: skip
    assert sum(s.kind == "body" for s in segments) == 30
    whole = "".join(s.text.text for s in segments)
    assert "包括COVID-19期间" in whole and "SPRR" in whole and "“[安全理事会]请" in whole
    assert whole.count("第号决议") == 9  # what the page lost stays lost


@pytest.mark.parametrize("seed", ["001"], indirect=True)
def test_a_resolution_in_traditional_script_from_a_wiki(seed: Seed) -> None:
    lang, about, segments = seed
    assert (lang, about.symbol, about.type, about.date) == (
        "zh-Hant", "S/RES/2617 (2021)", "resolution", "2021-12-30",
    )  # fmt: skip
    assert outline(segments) == ["title -", "preambular" + " -" * 40, "operative " + numbers(1, 41)]
    assert segments[-1].text.text == "決定繼續積極處理此案。"


@pytest.mark.parametrize("seed", ["002"], indirect=True)
def test_a_letter_with_notes_that_cut_its_text(seed: Seed) -> None:
    _, about, segments = seed
    assert (about.symbol, about.type, about.date) == ("", "letter", "2020-12-30")
    assert about.title == "2020年12月30日突尼斯常驻联合国代表给秘书长的信"
    assert outline(segments) == [
        "title -", "body - - -", "signature - - -", "heading - - -", "annex 1 2 3 4", "footnote 1 2",
        "annex 5 6", "heading -", "annex 7 8 9 9(a) 9(b) 9(c) 9(d)", "footnote 3", "heading -",
        "annex 10 10(a) 10(b) 11",
    ]  # fmt: skip
    [cut] = [s.text.text for s in segments if s.label == "4"]
    assert "脆弱目标的袭击；滥用新的信息" in cut and cut.endswith("恐怖主义冒头。")


@pytest.mark.parametrize("seed", ["003"], indirect=True)
def test_a_report_cut_into_words_without_line_ends(seed: Seed) -> None:
    _, about, segments = seed
    assert (about.symbol, about.type, about.date) == ("", "report", "")
    assert about.title.endswith("协助执行与恐怖主义有关的国际公约和议定书秘书长的报告")
    body = [s.label for s in segments if s.kind == "body" and s.label.isdigit()]
    assert body == numbers(1, 94).split()
    headings = [(s.label, s.text.text) for s in segments if s.kind == "heading"]
    assert headings[:3] == [("", "摘要"), ("二", "提供技术援助"), ("1", "国家一级的技术援助")]
    assert headings[-1] == ("四", "结论和建议") and len(headings) == 21
    whole = "".join(s.text.text for s in segments)
    assert "第1540(2004)号决议" in whole and "第62/172号决议" in whole and "%%%" not in whole


@pytest.mark.parametrize("seed", ["004"], indirect=True)
def test_a_letter_with_a_blank_line_after_every_line(seed: Seed) -> None:
    _, about, segments = seed
    assert (about.symbol, about.type, about.date) == ("", "letter", "2009-02-03")
    assert outline(segments) == [
        "title -", "body - - - - -", "signature - - - -", "heading - - 一",
        "annex 1 2 2(a) 2(b) 2(c) 2(d) 2(e) 2(f) 3 3(a) 3(b) 3(c) 3(d) 3(e) 3(f)", "heading 二", "annex 4",
        "heading A", "annex " + numbers(5, 17), "heading B", "annex 18 19", "heading C", "annex 20 21",
        "heading D", "annex 22 23", "heading 三", "annex 24", "heading - - 一", "annex 1 2", "heading 二",
        "annex " + numbers(3, 10), "heading 三", "annex " + numbers(11, 15), "heading 四", "annex 16",
        "heading 五", "annex " + numbers(17, 24),
    ]  # fmt: skip
    whole = "".join(s.text.text for s in segments)
    assert "(S/PRST/2005/64)" in whole


# Two files hold another resolution than they are named for; one misprints the day.
_OTHERWISE = {"S_RES_0542_1983", "S_RES_0778_1992", "S_RES_0278_1970"}


def test_old_resolutions_read_from_scans(data: Path) -> None:
    paths = sorted((data / "cr-unsc-gold-en").glob("*.txt"))
    numbered = whole = 0
    for path in paths:
        _, about, segments = read_text(path)
        name, number, year = path.stem.rsplit("_EN", 1)[0], *map(int, path.stem.split("_")[2:4])
        if name not in _OTHERWISE:
            known = registry.adoption(number)
            assert known and about.symbol == symbols.resolution_symbol(number, year)
            assert about.date == known.adopted, path.name
        top = [s.label for s in segments if s.kind == "operative" and s.label.isdigit()]
        numbered += bool(top)
        whole += bool(top) and top == numbers(1, len(top)).split()
    assert len(paths) > 600
    assert whole >= 0.97 * numbered


@pytest.fixture(scope="module")
def render(data: Path) -> ModuleType:
    """The tool that prints the UN's marked-up resolutions in the forms that users have."""
    spec = importlib.util.spec_from_file_location("render", data.parent / "tools" / "render.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("form", "language", "least"),
    [
        ("plain", "English", 0.985), ("plain", "Chinese", 0.985), ("wrapped", "English", 0.98),
        ("wrapped", "Chinese", 0.98), ("blanks", "English", 0.96), ("blanks", "Chinese", 0.96),
        ("spaced", "Chinese", 0.9), ("trad", "Chinese", 0.98),
    ],
)  # fmt: skip
def test_one_resolution_however_it_is_printed(
    data: Path, render: ModuleType, tmp_path: Path, form: str, language: str, least: float
) -> None:
    """Of the marked paragraphs at least so many come out with their kind, label and first words."""
    found = wanted = 0
    for path in sorted((data / "un-scresolutions" / "2021" / language).glob("*.xml"))[::3]:
        gold = render.gold(path)
        printed = tmp_path / "resolution.txt"
        printed.write_text(render.render(gold, form), "utf-8")
        rows = {(s.kind, s.label, _key(s.text.text)) for s in read_text(printed)[2]}
        marked = [p for p in gold["paragraphs"] if p["kind"] in ("preambular", "operative")]
        wanted += len(marked)
        found += sum((p["kind"], p["label"], _key(p["text"])) in rows for p in marked)
    assert wanted > 100
    assert found >= least * wanted


def _key(text: str) -> str:
    return "".join(c for c in script.fold(text) if c.isalnum())[:40]
