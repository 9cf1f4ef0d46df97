"""Terms mined from aligned paragraphs: the measure on small cases, and the mined table as data."""

from __future__ import annotations

import csv
import io
from collections import Counter
from importlib import resources
from pathlib import Path

import pytest

from mandex.corpus import lexicon
from mandex.corpus.languages import Lang
from mandex.corpus.model import Document, Paragraph, Span
from mandex.corpus.pipelines import pipeline
from mandex.corpus.store import Store
from mandex.ingest.mining import FIELDS, aligned, associate, candidates, write

TABLE = resources.files("mandex.corpus").joinpath("data/mined.csv").read_text("utf-8").splitlines()
MINED = list(csv.DictReader(TABLE))


def sets(*texts: str) -> list[frozenset[str]]:
    return [frozenset(text.split("|")) for text in texts]


def test_terms_that_always_go_together_are_paired() -> None:
    english = sets("travel ban|panel", "travel ban", "panel")
    chinese = sets("旅行禁令|专家小组", "旅行禁令", "专家小组")
    found = associate(english, chinese, min_pairs=1)
    assert {(t.en, t.zh, t.pairs, t.dice) for t in found} == {
        ("travel ban", "旅行禁令", 2, 1.0), ("panel", "专家小组", 2, 1.0),
    }  # fmt: skip


def test_of_equals_the_phrase_is_kept_and_its_parts_are_not() -> None:
    english = sets("travel|ban|travel ban", "travel|ban|travel ban")
    found = associate(english, sets("禁令|旅行禁令", "禁令|旅行禁令"), min_pairs=1)
    assert [(t.en, t.zh) for t in found] == [("travel ban", "旅行禁令")]


def test_rare_and_loose_pairs_are_left_out_unless_a_thesaurus_lists_them() -> None:
    english, chinese = sets("peace|war", "peace", "peace"), sets("和平", "会议", "报告")
    assert associate(english, chinese, min_pairs=2) == []
    listed = associate(english, chinese, min_pairs=2, thesaurus={"peace": "和平", "absent": "无"})
    assert [(t.en, t.zh, t.pairs, t.source) for t in listed] == [("peace", "和平", 1, "thesaurus")]


def test_candidates_begin_and_end_with_words_that_mean_something() -> None:
    (found,) = candidates(["the Secretary-General of the United Nations"], "en")
    assert {"secretary-general", "united nations"} <= found
    assert not {"the", "of", "secretary", "of the united", "general of the"} & found
    (found,) = candidates(["延长南苏丹特派团的任务期限"], "zh")
    assert "南苏丹特派团" in found
    assert not {term for term in found if "的" in term}


def document(lang: Lang, *texts: str) -> Document:
    return Document(
        symbol="S/RES/9001 (2031)", lang=lang, type="resolution", organ="Security Council", number=9001,
        year=2031, date="2031-01-01", title="", meeting="", vote="", chapter_vii=False, source=f"/{lang}",
        sha256="00", format="text", pages=1, text="",
        paragraphs=tuple(
            Paragraph(seq, "operative", str(seq), text, Span(0, 0)) for seq, text in enumerate(texts, start=1)
        ),
    )  # fmt: skip


def test_paragraphs_with_the_same_label_are_aligned_and_standing_ones_count_once(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        store.put_file("/en", "00", [document("en", "Decides this;", "Urges that;", "Decides this;")])
        chinese = document("zh-Hant", "決定這樣；", "敦促那樣；", "決定這樣；", "無對應；")
        store.put_file("/zh-Hant", "00", [chinese])
        assert aligned(store) == [("Decides this;", "决定这样；"), ("Urges that;", "敦促那样；")]


def test_the_table_is_written_with_its_counts() -> None:
    out = io.StringIO()
    write(associate(sets("travel ban"), sets("旅行禁令"), min_pairs=1), out)
    assert out.getvalue().splitlines() == [",".join(FIELDS), "travel ban,旅行禁令,1,1,1,1.00,mined"]


def test_mined_pairs_are_unique_and_their_counts_agree() -> None:
    assert max(Counter((row["en"], row["zh"]) for row in MINED).values()) == 1
    for row in MINED:
        pairs, en, zh = int(row["pairs"]), int(row["count_en"]), int(row["count_zh"])
        assert 0 < pairs <= min(en, zh), row
        assert float(row["dice"]) == pytest.approx(2 * pairs / (en + zh), abs=0.006), row


def test_verbs_that_translate_each_other_have_the_same_force() -> None:
    """The mined table checks the curated one."""
    forces = {(verb.lang, verb.form): verb.force for verb in lexicon.verbs()}
    checked = 0
    for row in MINED:
        en, zh = forces.get(("en", row["en"])), forces.get(("zh-Hans", row["zh"]))
        if en and zh:
            checked += 1
            assert en == zh, row
    assert checked >= 10


@pytest.mark.parametrize(
    ("lang", "text", "ids"),
    [
        ("en", "the Secretary-General shall extend the travel ban", {"secretary-general", "travel-ban"}),
        ("zh", "请秘书长延长旅行禁令", {"secretary-general", "travel-ban"}),
    ],
)
def test_the_pipelines_mark_names_and_topics(lang: str, text: str, ids: set[str]) -> None:
    doc = pipeline("zh" if lang == "zh" else "en")(text)
    assert {span.ent_id_ for span in doc.ents} == ids
