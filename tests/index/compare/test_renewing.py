"""What renews one thing goes together, though few of the words are the same."""

from __future__ import annotations

import pytest

from mandex.corpus.model import Paragraph, Span
from mandex.index.compare.alignment import align
from mandex.index.compare.renewing import renewing

FINAL = (
    "Decides to extend for a final time the mandate of UNIFIL as set out by resolution 1701 (2006) until 31"
    " December 2026 and to start an orderly and safe drawdown and withdrawal from 31 December 2026;"
)
PLAIN = "Decides to extend the present mandate of UNIFIL until 31 August 2025;"
BOTH = (
    "Decides to renew until 1 July 2027 the measures as set out in paragraphs 1 and 3 of resolution 2783"
    " (2025), decides to extend, until 1 August 2027, the mandate of the Group of Experts;"
)


CONGO = "Expressing deep concern at the crisis in the Democratic Republic of the Congo;"
HAITI = "Decides to extend for 13 months the mandate of the Panel of Experts, as specified in 2653 (2022);"
AFRICA = "Decides to extend until 31 August the mandate of the Panel of Experts, as set out in 2399 (2018);"


def text(*said: str) -> list[Paragraph]:
    return [
        Paragraph(seq, "operative", str(seq), words, Span(0, len(words)), "")
        for seq, words in enumerate(said, 1)
    ]


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ([PLAIN], [FINAL], [(0, 0)]),  # 2749 OP2, 2790 OP1
        # 2738 OP1 and OP5, which 2825 OP1 renews at once
        (["Decides to renew until 1 July 2025 the measures as set out in resolution 2293 (2016);",
          "Decides to extend until 1 August 2025 the mandate of the Group of Experts;", CONGO],
         [BOTH, CONGO], [(0, 0), (1, 0)]),
        # 2700 OP19 and 2745 OP6, OP3 and OP4: panels and measures of two regimes, though both are adjusted by
        # 2664; then one panel, by what set it up
        ([HAITI, "Deploring violence in Haiti;"],
         [AFRICA, "Welcoming steps of the Central African Republic;"], []),
        (["Decides to renew the measures imposed by 2653 (2022), reaffirms resolution 2664 (2022);"],
         ["Decides to renew the measures as set out in 2399 (2018), recalls resolution 2664 (2022);"], []),
        ([HAITI], [HAITI.replace("for 13 months", "until 1 May")], [(0, 0)]),
        (["决定将联黎部队目前的任务期限延长至2025年8月31日；"],
         ["决定最后一次延长第1701(2006)号决议规定的联黎部队的任务，至2026年12月31日；"], [(0, 0)]),
        # another mission, what is renewed beside a mandate, and what nobody renews
        ([PLAIN], ["Decides to extend the mandate of UNDOF until 31 December 2026;"], []),
        (["Decides to extend until 15 October UNISFA’s mandate modification set forth in resolution 2024;"],
         ["Decides to extend until 15 November the mandate of UNISFA as set out in resolution 1990;"], []),
        ([PLAIN], ["Calls upon UNIFIL to extend its support;"], []),
        # of two that renew one it is not known which
        ([PLAIN, PLAIN], [FINAL], []),
    ],
)  # fmt: skip
def test_what_renews_one_thing(old, new, pairs):
    assert list(renewing(text(*old), text(*new))) == pairs


def test_the_renewal_is_neither_dropped_nor_new():
    found = align(text(PLAIN), text(FINAL))
    assert [(pair.old, pair.new) for pair in found] == [(0, 0)]
