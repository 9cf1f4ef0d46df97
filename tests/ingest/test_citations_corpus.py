"""Citations of the real collections: the seeds, renderings that must read alike, the UN's own links."""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from xml.etree.ElementTree import ParseError

import pytest

from mandex.corpus.model import Citation, Document
from mandex.ingest.pipeline import read_data, read_file

pytestmark = pytest.mark.corpus

SAMPLE = 40


def read(path: Path) -> Document:
    (document,) = read_file(path).documents
    return document


def seed(data: Path, prefix: str) -> Document:
    (path,) = (data / "seeds").glob(f"{prefix}*")
    return read(path)


def times(document: Document) -> Counter[str]:
    return Counter(c.target for c in document.citations if c.target and c.status != "self")


def find(document: Document, target: str) -> list[Citation]:
    return [c for c in document.citations if c.target == target]


# -- the seeds


def test_a_page_whose_links_are_lost(data: Path) -> None:
    page = seed(data, "000")
    cited = times(page)
    assert cited["S/RES/1373 (2001)"] == 3
    assert cited["S/RES/1540 (2004)"] == 3  # two by number, one as the committee's name
    for number in ("1267 (1999)", "1526 (2004)", "1988 (2011)", "1989 (2011)", "2253 (2015)"):
        assert cited[f"S/RES/{number}"]
    assert sorted(c.gaps for c in page.citations if c.status == "elided") == [1] * 9 + [4, 6]


def test_a_resolution_in_traditional_script_with_a_wrong_year(data: Path) -> None:
    resolution = seed(data, "001")
    cited = times(resolution)
    assert len([target for target in cited if target.startswith("S/RES/")]) == 42
    assert {"A/RES/60/288", "A/RES/75/291", "A/RES/71/291", "S/2017/375"} <= cited.keys()
    assert not {f"S/RES/{n}" for n in ("2616 (2021)", "2617 (2021)", "2618 (2022)")} & cited.keys()
    (wrong,) = find(resolution, "S/RES/2195 (2015)")
    assert (wrong.status, wrong.suggest) == ("year-mismatch", "S/RES/2195 (2014)")
    bare = [c.surface for c in find(resolution, "S/RES/1373 (2001)") if "2001" not in c.surface]
    assert bare


def test_a_letter_with_footnotes(data: Path) -> None:
    letter = seed(data, "002")
    notes = {p.seq for p in letter.paragraphs if p.kind == "footnote"}
    in_notes = [c for c in letter.citations if c.seq in notes]
    assert len({c.target for c in in_notes if c.target and c.target.startswith("S/RES/")}) == 16
    assert [(c.target, c.pinpoint) for c in in_notes if "S/20" in (c.target or "")] == [
        ("S/2015/939", "Annex II"),
        ("S/2018/1177", "Annex"),
    ]


def test_a_tokenized_report(data: Path) -> None:
    assert {
        "A/RES/62/172", "A/RES/60/288", "A/RES/59/290", "E/RES/2007/12", "E/RES/2007/19", "E/CN.15/2008/5",
        "A/62/479", "S/2007/602", "S/RES/1540 (2004)",
    } <= times(seed(data, "003")).keys()  # fmt: skip


def test_a_document_lifted_from_a_pdf(data: Path) -> None:
    programme = seed(data, "004")
    assert {"S/PRST/2005/64", "S/PRST/2006/56", "S/2006/989"} <= times(programme).keys()
    assert "6" in [c.pinpoint for c in find(programme, "S/RES/1373 (2001)")]


# -- renderings of the same text


@pytest.fixture(scope="module")
def tools(data: Path) -> Iterator[ModuleType]:
    folder = str(data.parent / "tools")
    sys.path.insert(0, folder)
    try:
        import render  # type: ignore[import-not-found]  # noqa: PLC0415

        yield render
    finally:
        sys.path.remove(folder)


def sample(data: Path, lang: str) -> list[Path]:
    files = sorted(p for p in (data / "un-scresolutions").rglob(f"*{lang}.xml") if "S_RES_" in p.name)
    return random.Random(lang).sample(files, SAMPLE)


@pytest.mark.parametrize(
    ("lang", "forms"), [("E", ["wrapped", "blanks"]), ("C", ["wrapped", "spaced", "trad"])]
)
def test_damaged_text_cites_the_same(data: Path, tools: ModuleType, lang: str, forms: list[str]) -> None:
    pairs = same = 0
    different = []
    for path in sample(data, lang):
        try:
            gold = tools.gold(path)
        except (ParseError, IndexError):  # the collection holds malformed files, which others test
            continue
        plain = rendered(tools, gold, "plain")
        for form in forms:
            pairs += 1
            if rendered(tools, gold, form) == plain:
                same += 1
            else:
                different.append((path.name, form))
    assert pairs > SAMPLE
    assert same >= 0.99 * pairs, different


def rendered(tools: ModuleType, gold: dict[str, str], form: str) -> set[str]:
    text = tools.render(gold, form)
    (document,) = read_data(Path("rendered.txt"), text.encode()).documents
    return set(times(document))


# -- the UN's own links


def normal(target: str) -> str:
    return re.sub(r"^(S/RES/\d+).*", r"\1", re.sub(r"\s+", "", target.upper()))


@pytest.mark.parametrize("lang", ["E", "C"])
def test_what_the_un_links_is_cited(data: Path, tools: ModuleType, lang: str) -> None:
    linked = found = 0
    for path in sample(data, lang):
        try:
            gold = tools.gold(path)
        except (ParseError, IndexError):
            continue
        cited = {normal(target) for target in times(read(path))}
        links = {normal(link) for p in gold["paragraphs"] for link in p["links"]}
        links = {link for link in links if re.match(r"S/|A/|E/", link)} - {normal(gold["symbol"])}
        linked += len(links)
        found += len(links & cited)
    assert linked > 5 * SAMPLE
    assert found >= 0.995 * linked
