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


# paragraphs, the instruments named with their words, why
AGAIN: list[tuple[list[str], list[tuple[str, str]], str]] = [
    (["the United Nations Convention on the Law of the Sea of 10 December 1982 (“The Convention”)",
      "the Convention on the Rights of the Child", "any rights under The Convention,"],
     [("unclos", "United Nations Convention on the Law of the Sea of 10 December 1982"),
      ("unclos", "Convention"),
      ("child-convention", "Convention on the Rights of the Child"), ("unclos", "Convention")],
     "what the document defines, whatever is named later"),
    (["《联合国海洋法公约》(《公约》)", "包括《公约》所规定的任何权利"],
     [("unclos", "联合国海洋法公约"), ("unclos", "公约"), ("unclos", "公约")], "and in Chinese"),
    (["the Convention on the Rights of the Child", "the Genocide Convention",
      "all Parties to said Convention"],
     [("child-convention", "Convention on the Rights of the Child"),
      ("genocide-convention", "Genocide Convention"), ("genocide-convention", "Convention")], "the nearest"),
    (["the Genocide Convention", "the Convention on Migratory Species", "obligations under the Convention"],
     [("genocide-convention", "Genocide Convention")], "an unknown one came between"),
    (["the Convention on the Elimination of All Forms of Discrimination against Women and the Optional"
      " Protocol thereto, the Convention on the Rights of the Child and the Optional Protocols thereto"],
     [("cedaw", "Convention on the Elimination of All Forms of Discrimination against Women"),
      ("cedaw-optional-protocol", "Optional Protocol"),
      ("child-convention", "Convention on the Rights of the Child"),
      ("child-armed-conflict-protocol", "Optional Protocols"), ("child-sale-protocol", "Optional Protocols")],
     "each convention's own protocols"),
    (["the Refugee Convention and its Protocol"],
     [("refugee-convention", "Refugee Convention"), ("refugee-protocol", "Protocol")], "its Protocol"),
    (["the Additional Protocols thereto of 1977 and 2005"],
     [("additional-protocols-1977", "Additional Protocols thereto of 1977"),
      ("additional-protocol-iii", "2005")], "the third is of 2005"),
    (["the International Tribunal for Rwanda", "article 11 of the Statute of the International Tribunal"],
     [("ictr-statute", "Statute of the International Tribunal")], "the tribunal that the document names"),
    (["reports of the International Residual Mechanism for Criminal Tribunals", "Article 32 of the Statute"],
     [("residual-mechanism-statute", "Statute")], "the statute of the court named"),
    (["the International Court of Justice", "the Statute of the Permanent Court of Justice"], [],
     "another court's"),
    (["《过渡宪章》"], [], "the end of a longer title"),
    (["《非洲海上运输宪章》"], [("african-maritime-transport-charter", "非洲海上运输宪章")],
     "but that is one"),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "named", "why"), AGAIN, ids=[case[2] for case in AGAIN])
def test_what_is_named_again(texts: list[str], named: list[tuple[str, str]], why: str) -> None:
    lines = paragraphs(*((str(number), text) for number, text in enumerate(texts, 1)))
    by = {line.seq: text for line, text in zip(lines, texts, strict=True)}
    found = [e for e in find_entities(lines, by, "2024-01-01") if e.kind == "instrument"]
    assert [(e.id, by[e.seq][e.at.start : e.at.end]) for e in found] == named, why
