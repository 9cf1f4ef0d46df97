"""Named things: which names are believed, in which documents, and where they stand."""

from __future__ import annotations

import pytest
from mandate_cases import paragraphs

from mandex.ingest.entities import find_entities

# text, date of the document, (kind, id, surface) of what is named, why
CASES: list[tuple[str, str, list[tuple[str, str, str]], str]] = [
    (
        "the International Convention for the Suppression of Terrorist Bombings",
        "2001-09-28",
        [("instrument", "terrorist-bombings-convention",
          "International Convention for the Suppression of Terrorist Bombings")],
        "a treaty in full",
    ),
    ("《制止恐怖主义爆炸的国际公约》", "2001-09-28",
     [("instrument", "terrorist-bombings-convention", "制止恐怖主义爆炸的国际公约")], "and in Chinese"),
    ("Article 51 of the Charter of the United Nations", "",
     [("instrument", "un-charter-article-51", "Article 51 of the Charter of the United Nations")],
     "an article"),
    ("Articles 39 and 41 of the Charter", "",
     [("instrument", "un-charter-article-39", "Articles 39"),
      ("instrument", "un-charter-article-41", "41 of the Charter")], "two of them"),
    ("Acting under Chapter VII", "",
     [("instrument", "un-charter-chapter-vii", "Chapter VII")], "a chapter alone"),
    ("Article 5 of the Agreement", "", [], "an article of something else"),
    ("根据《联合国宪章》第七章采取行动", "",
     [("instrument", "un-charter-chapter-vii", "《联合国宪章》第七章")],
     "a chapter in Chinese"),
    ("宪章第四十一条", "",
     [("instrument", "un-charter-article-41", "宪章第四十一条")], "an article in Chinese"),
    ("the charter of vessels", "", [], "a thing with a title has a capital"),
    ("the Paris Agreement", "1991-10-31", [], "a treaty is not named before it was adopted"),
    ("the Paris Agreement", "2021-10-31",
     [("instrument", "paris-agreement", "Paris Agreement")], "but after"),
    ("the parties to the Comprehensive Peace Agreement", "2010-01-01", [], "of which country?"),
    ("the Comprehensive Peace Agreement in the Sudan", "2010-01-01",
     [("agreement", "sudan-cpa", "Comprehensive Peace Agreement"), ("country", "sudan", "Sudan")],
     "of Sudan"),
    ("the NPT; obligations under the Treaty", "2020-01-01",
     [("instrument", "npt", "NPT"), ("instrument", "npt", "Treaty")], "the only treaty that is named"),
    ("the NPT, the CTBT and the Treaty", "2020-01-01",
     [("instrument", "npt", "NPT"), ("instrument", "ctbt", "CTBT")], "which of two is not guessed"),
    ("the Geneva Conventions and their Additional Protocols", "2020-01-01",
     [("instrument", "geneva-conventions-1949", "Geneva Conventions"),
      ("instrument", "additional-protocols-1977", "their Additional Protocols")], "several protocols"),
    ("to bring into force an Additional Protocol", "2020-01-01",
     [("instrument", "iaea-additional-protocol", "Additional Protocol")], "one protocol is that of the IAEA"),
    ("South Sudan and UNMISS", "",
     [("country", "south-sudan", "South Sudan"), ("body", "unmiss", "UNMISS")], "not Sudan"),
    ("Al-Shabaab", "", [("group", "al-shabaab", "Al-Shabaab")], "a group"),
    ("the Prosecutor of the International Criminal Court", "",
     [("post", "icc-prosecutor", "Prosecutor of the International Criminal Court")], "a post, not its court"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "date", "named", "why"), CASES, ids=[case[3] for case in CASES])
def test_named_things(text: str, date: str, named: list[tuple[str, str, str]], why: str) -> None:
    lines = paragraphs(("1", text))
    found = find_entities(lines, {1: text}, date)
    assert [(e.kind, e.id, text[e.at.start : e.at.end]) for e in found] == named, why
