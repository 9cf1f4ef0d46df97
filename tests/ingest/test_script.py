"""Which language, which script, and folding for matching."""

from __future__ import annotations

import pytest

from mandex.ingest.script import detect, fold

UNSUPPORTED = "unsupported-language"


@pytest.mark.parametrize(
    ("text", "lang", "code"),
    [
        ("Recalling its previous resolutions on the situation in the Middle East,", "en", ""),
        ("回顾其以往关于中东局势的各项决议，", "zh-Hans", ""),
        ("回顧其以往關於中東局勢的各項決議，", "zh-Hant", ""),
        # A Chinese document with its English masthead
        ("Distr.: General S/RES/2617 (2021) 安全理事会，回顾其以往各项决议，", "zh-Hans", ""),
        ("Rappelant ses résolutions sur la situation au Moyen-Orient et dans le monde,", None, UNSUPPORTED),
        ("Recordando sus resoluciones sobre la situación en el Oriente Medio,", None, UNSUPPORTED),
        ("Ссылаясь на свои резолюции о положении на Ближнем Востоке,", None, UNSUPPORTED),
        ("إذ يشير إلى قراراته السابقة بشأن الحالة في الشرق الأوسط", None, UNSUPPORTED),
        ("xqz wvk jjp rrt qqm zzx vbn kjh", None, "unknown-language"),
        ("12 34 -- 56", None, "unknown-language"),
        # Lines of citations, which have no function words
        ("Resolution 1373 (2001), paragraph 2 (z).\nSee resolution 9999 (2050).", "en", ""),
        ("UNSCR 1373 (2002)", "en", ""),
        ("RESOLUTION 1373 (2002), PARAGRAPHE 9 DU CONSEIL DE SECURITE", None, UNSUPPORTED),
        ("resolution xqz wvk jjp rrt qqm zzx", None, "unknown-language"),  # a word among noise
    ],
)  # fmt: skip
def test_detect(text: str, lang: str | None, code: str) -> None:
    found = detect(text)
    assert (found.lang, found.code) == (lang, code)
    assert bool(found.message) == (lang is None)


def test_fold_keeps_every_place() -> None:
    printed = "聯合國安理會第2617號決議"
    assert fold(printed) == "联合国安理会第2617号决议"
    assert len(fold(printed)) == len(printed)
