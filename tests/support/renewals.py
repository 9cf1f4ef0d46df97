"""Renewals read side by side by hand: what is paired out of number, and what changed in substance.

A substance change is `PLACE what: old > new`, the place that of the new paragraph. Not marked as substance:
*Urges* that became *Continues to urge* (the same demand), *Taking note* for *Welcoming* in a preamble,
wording.
"""

from __future__ import annotations

# (old, new, language): new paragraphs, dropped paragraphs; every other one goes on, in the same order.
FATES: dict[tuple[str, str, str], tuple[set[str], set[str]]] = {
    ("2618 (2022)", "2646 (2022)", "en"): ({"OP14"}, set()),
    ("2618 (2022)", "2646 (2022)", "zh-Hans"): ({"OP14"}, set()),
    ("2646 (2022)", "2674 (2023)", "en"): ({"OP20"}, set()),
    ("2641 (2022)", "2688 (2023)", "en"): (set(), {"OP3", "OP5", "OP6"}),
    ("2641 (2022)", "2688 (2023)", "zh-Hans"): (set(), {"OP3", "OP5", "OP6"}),
    ("2689 (2023)", "2737 (2024)", "en"): (set(), set()),
    ("2689 (2023)", "2737 (2024)", "zh-Hans"): (set(), set()),
}

SUBSTANCE: dict[tuple[str, str, str], set[str]] = {
    ("2618 (2022)", "2646 (2022)", "en"): {
        "PP1 date: 2021-12-31 > 2022-07-05", "PP1 citation: S/2021/1109 > S/2022/534",
        "PP1 citation: S/2021/1110 > S/2022/533", "PP3 citation: S/2021/1109 > ",
        "PP14 date: 2022-01-31 > 2022-07-31", "OP5 citation: S/RES/2587 (2021) > S/RES/2618 (2022)",
        "OP10 date: 2022-07-31 > 2023-01-31", "OP11 citation: S/2021/1110 > S/2022/533",
        "OP12 measure:  > protection-un-personnel", "OP16 citation: S/2021/1110 > S/2022/533",
        "OP20 date: 2022-07-05 > 2023-01-03",
    },
    ("2646 (2022)", "2674 (2023)", "en"): {
        "PP1 date: 2022-07-05 > 2023-01-03", "PP1 citation: S/2022/534 > S/2023/6",
        "PP1 citation: S/2022/533 > S/2023/3", "PP14 date: 2022-07-31 > 2023-01-31",
        "OP2 measure:  > political-process", "OP5 citation: S/RES/2618 (2022) > S/RES/2646 (2022)",
        "OP10 date: 2023-01-31 > 2024-01-31", "OP10 number:  > 6", "OP10 measure:  > review-of-mandate",
        "OP11 citation: S/2022/533 > S/2023/3", "OP13 force: reaffirms > strongly urges",
        "OP13 measure:  > cooperation", "OP16 citation: S/2022/533 > S/2023/3",
        "OP21 date: 2023-01-03 > 2023-07-04", "OP21 date:  > 2024-01-03", "OP21 number:  > 6",
    },
    ("2641 (2022)", "2688 (2023)", "en"): {
        "PP3 citation: S/2022/479 > S/2023/431", "PP3 citation:  > S/RES/2641 (2022)",
        "PP5 date: 2022-01-29 > ", "PP6 citation:  > S/RES/2667 (2022)", "PP7 citation:  > S/RES/2664 (2022)",
        "OP1 date: 2023-07-01 > 2024-07-01", "OP2 citation:  > S/RES/2641 (2022) 3",
        "OP2 citation:  > S/RES/2664 (2022) 1", "OP5 date: 2023-08-01 > 2024-08-01",
        "OP5 date: 2023-07-01 > 2024-07-01", "OP6 date: 2022-12-30 > 2023-12-30",
        "OP6 date: 2023-06-15 > 2024-06-15",
    },
    ("2689 (2023)", "2737 (2024)", "en"): {
        "PP2 date: 2023-03-16 > 2024-03-18", "PP2 date: 2023-06-01 > 2024-06-04",
        "PP2 citation: S/2023/203 > S/2024/242", "PP2 citation: S/2023/400 > S/2024/433",
        "OP8 measure: health-emergencies > ", "OP15 date: 2023-12-31 > 2024-12-31",
        "OP16 citation:  > S/RES/338 (1973)",
    },
}  # fmt: skip
