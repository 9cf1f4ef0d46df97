"""Sentences and words for the study of language: nothing lost, places true, CoNLL-U that adds up."""

from __future__ import annotations

import json

from places import Run

from mandex.index.output import corpora

ROW = {"doc": "S/RES/9001 (2031)", "lang": "en", "seq": 3, "label": "1"}


def test_an_abbreviation_ends_no_sentence() -> None:
    text = "Recalls paras. 41 and 42 of S/2031/1/Rev. 2. Requests a report."
    found = [row["text"] for row in corpora.sentences([{**ROW, "text": text}])]
    assert found == ["Recalls paras. 41 and 42 of S/2031/1/Rev. 2.", "Requests a report."]


def test_traditional_chinese_is_cut_as_simplified_and_shown_as_printed() -> None:
    text = "決定延長任務期限。請秘書長提出報告。"
    row = {**ROW, "lang": "zh-Hant", "text": text}
    assert [one["text"] for one in corpora.sentences([row])] == ["決定延長任務期限。", "請秘書長提出報告。"]
    assert "秘書長" in [one["word"] for one in corpora.words([row])]


def test_words_are_all_that_is_printed(mandex: Run) -> None:
    paragraphs = [json.loads(line) for line in mandex("export", "paragraphs").stdout.splitlines()]
    texts: dict[tuple[str, str, int], str] = {}
    for line in mandex("export", "words").stdout.splitlines():
        word = json.loads(line)
        place = (word["doc"], word["lang"], word["seq"])
        texts[place] = texts.get(place, "") + word["word"]
    for row in paragraphs:
        assert texts[row["doc"], row["lang"], row["seq"]] == "".join(row["text"].split())


def test_conllu_counts_from_one_and_marks_what_touches() -> None:
    (block,) = corpora.conllu(corpora.words([{**ROW, "text": "Decides (again)."}]))
    lines = block.strip().splitlines()
    assert lines[:2] == ["# sent_id = S/RES/9001(2031)/en/3/1", "# text = Decides (again)."]
    assert [line.split("\t")[:2] for line in lines[2:]] == [
        ["1", "Decides"], ["2", "("], ["3", "again"], ["4", ")"], ["5", "."],
    ]  # fmt: skip
    assert [line.split("\t")[9] for line in lines[2:]] == ["_", *["SpaceAfter=No"] * 3, "_"]
    assert all(len(line.split("\t")) == 10 for line in lines[2:])
