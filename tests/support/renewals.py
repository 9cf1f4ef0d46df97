"""Renewals read side by side by hand: what goes back to what, new, dropped and out of number."""

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
    ("2604 (2021)", "2658 (2022)", "en"): (set(), set()),
    ("2604 (2021)", "2658 (2022)", "zh-Hans"): (set(), set()),
    ("2658 (2022)", "2706 (2023)", "en"): (set(), set()),
    ("2544 (2020)", "2597 (2021)", "en"): (set(), {"OP3"}),
    ("2544 (2020)", "2597 (2021)", "zh-Hans"): (set(), {"OP3"}),
    ("2490 (2019)", "2544 (2020)", "en"): ({"OP3"}, set()),
    ("2642 (2022)", "2672 (2023)", "en"): (set(), set()),
    ("2642 (2022)", "2672 (2023)", "zh-Hans"): (set(), set()),
    ("2505 (2020)", "2534 (2020)", "en"): (set(), set()),
    ("2505 (2020)", "2534 (2020)", "zh-Hans"): (set(), set()),
    ("2504 (2020)", "2533 (2020)", "en"): (set(), {"PP3", "PP4", "OP1", "OP4", "OP5", "OP6", "OP7", "OP9"}),
    ("2504 (2020)", "2533 (2020)", "zh-Hans"): (
        set(),
        {"PP3", "PP4", "OP1", "OP4", "OP5", "OP6", "OP7", "OP9"},
    ),
    ("2402 (2018)", "2456 (2019)", "en"): (set(), set()),
    ("2192 (2014)", "2229 (2015)", "en"): (set(), set()),
    ("2061 (2012)", "2110 (2013)", "en"): (set(), {"PP14"}),
    ("2361 (2017)", "2394 (2017)", "en"): (set(), set()),
    ("2494 (2019)", "2548 (2020)", "en"): ({"PP4"}, set()),
    ("2197 (2015)", "2234 (2015)", "en"): (set(), set()),
    ("2646 (2022)", "2674 (2023)", "zh-Hans"): ({"OP20"}, set()),
    ("2613 (2021)", "2689 (2023)", "zh-Hans"): (set(), set()),
    ("2602 (2021)", "2654 (2022)", "zh-Hans"): ({"OP8"}, {"PP3"}),
    ("2781 (2025)", "2821 (2026)", "en"): (set(), set()),
    ("2781 (2025)", "2821 (2026)", "zh-Hans"): (set(), set()),
}

# Old paragraphs that go on and gave something to another as well.
SPLIT: dict[tuple[str, str, str], set[str]] = {("2061 (2012)", "2110 (2013)", "en"): {"PP13"}}

# Old and new place of what stands elsewhere now, or was split off a paragraph that goes on.
ELSEWHERE: dict[tuple[str, str, str], set[tuple[str, str]]] = {
    ("2192 (2014)", "2229 (2015)", "en"): {("PP10", "PP14")},
    ("2061 (2012)", "2110 (2013)", "en"): {("PP13", "PP14")},
}
