"""Hard citations from old resolutions, OCR and all: the file's number, its words, what they cite.

The words stand in `cr-unsc-gold-en/S_RES_NNNN_*.txt` (line ends apart); a test marked `corpus` looks them up.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mandex.corpus import registry
from mandex.corpus.model import Paragraph, Span
from mandex.corpus.symbols import resolution_symbol
from mandex.ingest.citations import find_citations

CASES = [
    # days between numbers, with and without a year; two days for two numbers
    (66, "resolutions 61 (1948) and 62 (1948) of 4 and 16 November 1948", "S/RES/61 (1948)|S/RES/62 (1948)"),
    (73, "resolutions 50 (1948) of 29 May and 54 (1948) of 15 July 1948", "S/RES/50 (1948)|S/RES/54 (1948)"),
    (80, "resolutions 39 (1948) of 20 January and 47 (1948) of 21 April 1948",
     "S/RES/39 (1948)|S/RES/47 (1948)"),
    (206, "192 (1964) of 20 June, 194(1964) of 25 September and 198 (1964) of 18 December",
     "S/RES/192 (1964)|S/RES/194 (1964)|S/RES/198 (1964)"),
    (92, "resolutions 54 (1948) of 15 July 1948, 73 (1949) of 11 August 1949, and 89 (1950)",
     "S/RES/54 (1948)|S/RES/73 (1949)|S/RES/89 (1950)"),
    # small numbers, which only the word makes resolutions
    (36, "Council resolution 27 (1947)", "S/RES/27 (1947)"),
    (54, "in its resolution 53 (1948) of 7 July 1948", "S/RES/53 (1948)"),
    (65, "paragraph 5 of its resolution 30 (1947)", "S/RES/30 (1947) 5"),
    (5, "[resolution 3 (1946)]", "S/RES/3 (1946)"),
    # brackets lost, blanks lost
    (546, "its resolutions 387 1976), 418 (1977)", "S/RES/387 (1976)|S/RES/418 (1977)"),
    (873, "Recalling its resolutions 841 1993 of 16 June 1993", "S/RES/841 (1993)"),
    (888, "its resolution 637 1989 of 27 July 1989", "S/RES/637 (1989)"),
    (885, "775 1992 of 28 August 1992, 794 (1992) of 3 December 1992", "S/RES/775 (1992)|S/RES/794 (1992)"),
    (401, "Security Council resolution 186(1964)", "S/RES/186 (1964)"),
    (556, "its.resolution 554 (1984)", "S/RES/554 (1984)"),
    # numbers without a year
    (1454, "paragraph 24 of resolution 687 as it relates", "S/RES/687 (1991) 24"),
    (1454, "United Nations Security Council resolution 1284", "S/RES/1284 (1999)"),
    (1454, "the 661 Committee will have 10 working days", "S/RES/661 (1990)"),
    # numbers that OCR got wrong: kept, doubted, and set right by their day where that is printed
    (281, "266 (1969) of 10 June and 274 (1959) of 11 December 1969",
     "S/RES/266 (1969)|S/RES/274 (1959) ?S/RES/274 (1969)"),
    (834, "793 (1992) of 30 November 1992, 84 (1993) of 29 January 1993",
     "S/RES/793 (1992)|S/RES/84 (1993) ?S/RES/804 (1993)"),
    # lettered resolutions
    (169, "Security Council resolution 161 A (1961)", "S/RES/161 (1961) A"),
    (157, "General Assembly resolution 377 A (V) of 3 November 1950", "A/RES/377(V) A"),
    (81, "General Assembly resolution 268 B (III)", "A/RES/268(III) B"),
    (605, "General Assembly resolution 217A (III)", "A/RES/217(III) A"),
    (402, "resolution 3411 D (XXX) of 28 November 1975", "A/RES/3411(XXX) D"),
    (402, "General Assembly resolution 31/6 A, which", "A/RES/31/6 A"),
    (432, "paragraph 7 of General Assembly resolution 32/9 D", "A/RES/32/9 D, 7"),
    # the Assembly's sessions, special and emergency ones too
    (20, "General Assembly resolutions 1 (I) of 24 January 1946 and 41 (I)", "A/RES/1(I)|A/RES/41(I)"),
    (49, "General Assembly resolution 186 (S-2) of 14 May 1948", "A/RES/186(S-2)"),
    (385, "resolution 2248(S-V) of 19 May 1967", "A/RES/2248(S-V)"),
    (169, "resolutions 1474 (ES-IV), 1592 (XV), 1599 (XV), 1600 (XV) and 1601 (XV)",
     "A/RES/1474(ES-IV)|A/RES/1592(XV)|A/RES/1599(XV)|A/RES/1600(XV)|A/RES/1601(XV)"),
    (298, "resolutions 2253 (ES-V) and 2254 (ES-V) of 4 and 14 July 1967",
     "A/RES/2253(ES-V)|A/RES/2254(ES-V)"),
    (601, "resolution S-14/1 of 20 September 1986", "A/RES/S-14/1"),
    (446, "32/5 of 28 October 1977 and 33/113 of 18 December 1978", ""),  # without its word: not believed
    (637, "General Assembly resolutions 38/10 of 11 November 1983, 39/4 of 26 October 1984",
     "A/RES/38/10|A/RES/39/4"),
    (894, "resolutions 48/159 A of 20 December 1993 and 48/230 of 23", "A/RES/48/159 A|A/RES/48/230"),
    (97, "paragraph 2 of resolution 502 (VI)", "A/RES/502(VI) 2"),
    (580, "General Assembly resolution 2625 (XXV), annex", "A/RES/2625(XXV) Annex"),
    # their Roman figures as OCR reads them
    (202, "1760 (XVID of 31 October 1962", "A/RES/1760(XVII)"),
    (180, "General Assembly resolutions 1807 (XVII) of 14 December 1962 and 1819 (XVID) of",
     "A/RES/1807(XVII)|A/RES/1819(XVII)"),
    (18, "General Assembly resolutions 41 (1) and 42 (1)", "A/RES/41(I)|A/RES/42(I)"),
    # resolutions of others, treaties, footnotes: none of ours
    (841, "resolution CP/RES.594 (923/92) and declarations CP/Dec.8 (927/93)", ""),
    (841, "MRE/RES.1/91, MRE/RES.2/91", ""),
    (186, "Treaty Series, vol. 382 (1960), No. 5475", ""),
    (98, "Pakistan resolutions of 13 August 1948", ""),
    # documents
    (333, "(S/10920 and Corr.1)", "S/10920|S/10920/Corr.1"),
    (146, "documents S/4417 and Add.1/Rev.1 and Add.2", "S/4417|S/4417/Add.1/Rev.1|S/4417/Add.2"),
    (814, "documents S/25354 and Add. 1 and 2.", "S/25354|S/25354/Add.1|S/25354/Add.2"),
    (537, "document A/38/424-S/15989", "A/38/424|S/15989"),
    (453, "document S/ 13530", "S/13530"),
    (500, "document S/Agenda/2329/Rev. 1", "S/Agenda/2329/Rev.1"),
    (244, "document S/8248/Add.6, paras. 3 and 4", "S/8248/Add.6 3, 4"),
    (529, "document S/15557, annex I", "S/15557 Annex I"),
    # pinpoints
    (670, "resolution 661 (1990) and in particular paragraphs 3, 4 and 5 thereof",
     "S/RES/661 (1990) 3, 4, 5"),
    (773, "687 (1991) of 3 April 1991, and in particular paragraphs 2, 3 and 4 thereof",
     "S/RES/687 (1991) 2, 3, 4"),
    (692, "section E of resolution 687 (1991)", "S/RES/687 (1991) section E"),
    (861, "paragraphs 5 to 9 of resolution 841 (1993)", "S/RES/841 (1993) 5-9"),
    (301, "resolution 283 (1970), in particular paragraphs 1 to 8 and 11", "S/RES/283 (1970) 1-8, 11"),
    (253, "operative paragraph 6 of resolution 217 (1965)", "S/RES/217 (1965) 6"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "words", "expected"), CASES)
def test_hard_cases(number: int, words: str, expected: str) -> None:
    known = registry.adoption(number)
    assert known is not None
    paragraph = Paragraph(1, "preambular", "", words, Span(0, len(words)))
    symbol = resolution_symbol(number, known.year)
    found = find_citations([paragraph], symbol=symbol, date=known.adopted, lang="en")
    cited = (f"{c.target} {c.pinpoint}".strip() + (f" ?{c.suggest}" if c.suggest else "") for c in found)
    assert "|".join(cited) == expected


def test_there_are_fifty() -> None:
    assert len({(number, words) for number, words, _ in CASES}) >= 50


@pytest.mark.corpus
def test_the_words_are_in_the_files(data: Path) -> None:
    missing = []
    for number, words, _ in CASES:
        (file,) = (data / "cr-unsc-gold-en").glob(f"S_RES_{number:04}_*.txt")
        if re.sub(r"\s+", "", words) not in re.sub(r"\s+", "", file.read_text(encoding="utf-8")):
            missing.append((number, words))
    assert missing == []
