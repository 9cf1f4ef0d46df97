"""Language versions aligned without their numbers, sentence by sentence, and where they disagree."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from texts import base_of, resolution

from mandex.corpus.model import Document, Paragraph, Span
from mandex.corpus.store import Store
from mandex.index.compare.languages import align, disagreements, places, segments
from mandex.index.compare.reuse import similar
from mandex.index.compare.translation import aligned, differing, tmx


def paragraphs(*texts: str) -> list[Paragraph]:
    return [Paragraph(seq, "operative", "", text, Span(0, len(text))) for seq, text in enumerate(texts, 1)]


ENGLISH = paragraphs(
    "Decides to extend the mandate of UNFICYP until 31 January 2023;",
    "Requests the Secretary-General to report on its implementation every six months;",
    "Urges all Member States to freeze the assets of those listed under resolution 1267 (1999);",
)
CHINESE = paragraphs(
    "决定将联塞部队的任务期限延长至2023年1月31日；", "敦促所有会员国冻结根据第1267(1999)号决议列名者的资产；",
)  # fmt: skip


def test_a_paragraph_that_one_version_lacks_stays_alone() -> None:
    assert places(align(ENGLISH, CHINESE, labels=False)) == {0: 0, 2: 1}


def numbered(kind: str, *texts: tuple[str, str]) -> list[Paragraph]:
    return [
        Paragraph(seq, kind, label, text, Span(0, len(text)))  # type: ignore[arg-type]
        for seq, (label, text) in enumerate(texts, 1)
    ]


def test_what_stands_between_equal_numbers_is_aligned_though_its_own_differ() -> None:
    """The points of a paragraph that one version numbers and the other does not, one of them missing."""
    english = numbered(
        "operative", ("1", "Decides that all States shall:"), ("1(a)", "Freeze the funds of 20 persons;"),
        ("1(b)", "Report to the Committee within 60 days;"), ("2", "Decides to remain seized of the matter."),
    )  # fmt: skip
    chinese = numbered(
        "operative", ("1", "决定所有国家应："), ("", "在60天内向委员会报告；"), ("2", "决定继续处理此案。"),
    )  # fmt: skip
    assert places(align(english, chinese)) == {0: 0, 2: 1, 3: 2}


def test_points_numbered_in_chinese_numerals_are_those_numbered_in_roman() -> None:
    """(i) to (iii) of resolution 2662 (2022) OP26(b), which the Chinese text numbers ㈠ to ㈢."""
    english = numbered(
        "operative", ("26(b)(i)", "participating in the financing;"), ("26(b)(ii)", "supplying arms;"),
        ("26(b)(iii)", "recruiting for;"),
    )  # fmt: skip
    chinese = numbered(
        "operative", ("26(b)(㈠)", "参与资助、筹划、协助、或以任何方式支持；"),
        ("26(b)(㈡)", "供应武器；"), ("26(b)(㈢)", "为其招募人员；"),
    )  # fmt: skip
    assert places(align(english, chinese)) == {0: 0, 1: 1, 2: 2}


def test_a_number_of_another_text_is_no_anchor() -> None:
    """Number 3 of an annex that only one version has."""
    english = numbered("annex", ("3", "A"), ("", "Notes that " + "very much " * 30 + "was done by 2031;"))
    chinese = numbered("annex", ("3", "注意到" + "到2031年已做了很多工作，" * 20))
    assert places(align(english, chinese)) == {1: 0}


def test_segments_are_sentences_where_both_have_as_many() -> None:
    found = segments("First sentence here. Second sentence here.", "第一句话在这里。第二句话在这里。", 0.9)
    assert [(s.left, s.right) for s in found] == [
        ("First sentence here.", "第一句话在这里。"), ("Second sentence here.", "第二句话在这里。"),
    ]  # fmt: skip
    (whole,) = segments("First sentence. Second sentence.", "只有一句话，没有第二句。", 0.9)
    assert whole.left == "First sentence. Second sentence."


def test_disagreements_in_dates_and_force() -> None:
    other = paragraphs("决定将联塞部队的任务期限延长至2023年7月31日；", "敦促所有会员国冻结资产；")
    forces = [{1: "decide", 3: "urge"}, {1: "decide", 2: "call"}]
    found = list(disagreements([ENGLISH[0], ENGLISH[2]], other, forces))
    assert [(d.what, d.in_left, d.in_right) for d in found] == [
        ("date", "2023-01-31", "2023-07-31"), ("force", "urge", "call"),
    ]  # fmt: skip
    # a month alone agrees with any of its days
    month = paragraphs("决定将联塞部队的任务期限延长至2023年1月；")
    assert list(disagreements(ENGLISH[:1], month, [{}, {}])) == []


def test_what_an_earlier_resolution_lends(tmp_path: Path) -> None:
    words = "1. Decides to extend the mandate of the Panel of Experts until the end of the month of May;"
    with Store.open(tmp_path, create=True) as store:
        for document in (resolution(2001, 2011, words), resolution(2002, 2011, words)):
            store.put_file(document.source, document.sha256, [document])
        (row,) = similar(store)
    assert (row["doc"], row["nearest"], row["reused"]) == ("S/RES/2002 (2011)", "S/RES/2001 (2011)", 1.0)


@pytest.fixture(scope="module")
def base(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    numbers = [2612, 2618, 2625, 2641, 2646, 2663, 2674, 2677, 2688, 2689, 2717, 2737]
    folder = tmp_path_factory.mktemp("languages")
    with base_of(data / "un-scresolutions", folder, *(f"S_RES_{number}" for number in numbers)) as store:
        yield store


def both(base: Store) -> Iterator[tuple[Document, Document]]:
    for (symbol,) in base.connection.execute("SELECT DISTINCT symbol FROM documents"):
        one, other = base.document(symbol, "en"), base.document(symbol, "zh-Hans")
        if one and other and [p.kind for p in one.paragraphs] == [p.kind for p in other.paragraphs]:
            yield one, other


@pytest.mark.corpus
def test_paragraphs_find_each_other_without_their_numbers(base: Store) -> None:
    """Versions of equal structure are their own key: the n-th paragraph of one is the n-th of the other."""
    right = total = 0
    for one, other in both(base):
        found = places(align(one.paragraphs, other.paragraphs, labels=False))
        total += len(one.paragraphs)
        right += sum(found.get(i) == i for i in range(len(one.paragraphs)))
    assert total >= 500
    assert right / total >= 0.99, (right, total)


@pytest.mark.corpus
def test_paragraphs_find_each_other_with_gaps_in_both(base: Store) -> None:
    chance = random.Random(1)
    right = total = 0
    for one, other in both(base):
        mine, theirs = ([i for i in range(len(d.paragraphs)) if chance.random() > 0.08] for d in (one, other))
        pick = [one.paragraphs[i] for i in mine], [other.paragraphs[i] for i in theirs]
        found = places(align(*pick, labels=False))
        for at, i in enumerate(mine):
            total += 1
            right += found.get(at) == (theirs.index(i) if i in theirs else None)
    assert right / total >= 0.97, (right, total)


@pytest.mark.corpus
def test_a_translation_memory_opens_in_a_translators_tool(base: Store, tmp_path: Path) -> None:
    storage = pytest.importorskip("translate.storage.tmx", reason="needs translate-toolkit")
    rows = list(aligned(base, ["S/RES/2618 (2022)"]))
    assert len(rows) >= 45
    file = tmp_path / "memory.tmx"
    file.write_text("".join(tmx(rows)), "utf-8")
    units = storage.tmxfile.parsefile(str(file)).units
    assert [(unit.source, unit.target) for unit in units] == [(row["left"], row["right"]) for row in rows]


@pytest.mark.corpus
def test_differences_are_few_and_real(base: Store) -> None:
    assert len(list(differing(base))) <= 12
