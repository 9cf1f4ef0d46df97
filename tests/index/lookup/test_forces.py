"""The force of an answer where its Chinese verb renders several."""

from __future__ import annotations

from pathlib import Path

import pytest
from mandate_documents import document, put

from mandex.corpus.store import Store
from mandex.index.lookup.answers import lookup

FORCES = [
    # English, its Chinese, whether English is held, the force
    ("request", "Requests", "要求", True, "request"),  # 2664 OP7
    ("call", "Calls upon", "要求", True, "call"),
    ("demand", "Demands", "要求", True, "demand"),
    ("request", "Requests", "要求", False, "demand"),  # nothing tells
]


@pytest.mark.parametrize(("force", "verb", "chinese", "both", "told"), FORCES)
def test_english_decides_between_the_forces_of_a_chinese_verb(
    tmp_path: Path, force: str, verb: str, chinese: str, both: bool, told: str
) -> None:
    day = "2022-12-09"
    with Store.open(tmp_path, create=True) as store:
        english = document(
            "S/RES/2664 (2022)", day,
            f"OP7 {force} piracy: {verb} the Secretary-General to report on piracy within nine months;",
        )  # fmt: skip
        words = f"OP7 demand piracy: {chinese} 秘书长在九个月内报告海盗行为；"
        other = document("S/RES/2664 (2022)", day, words, lang="zh-Hans")
        put(store, *([english, other] if both else [other]))
        (answer, *_) = lookup(store, "海盗行为 报告")
    assert (answer.lang, answer.force) == ("zh-Hans", told)
