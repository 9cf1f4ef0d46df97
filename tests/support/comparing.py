"""Small texts that are compared, and what is asked of a comparison."""

from __future__ import annotations

from texts import resolution

from mandex.index.compare.comparison import Comparison, compare

PREAMBLE = "Recalling its resolution 2402 (2018) and all its statements on the situation in the country,"
MANDATE = "1. Decides to extend the mandate of the Panel of Experts until 28 February 2024;"
REPORT = (
    "2. Requests the Panel of Experts to submit a final report to the Council no later than 28 January 2024;"
)
ARMS = "3. Urges all Member States to inspect cargo to the country in their territory, including seaports;"
CARGO = ARMS.replace("3.", "1.")
SEIZED = "4. Decides to remain seized of the matter."
OLD = (PREAMBLE, MANDATE, REPORT, ARMS, SEIZED)
SPLIT = (
    "2. Requests the Panel of Experts to submit a final report to the Council no later than 28 January 2024,"
    " and calls upon all parties to grant the members of the Panel access to documents, sites and persons;"
)


def pair(*new: str, old: tuple[str, ...] = OLD) -> Comparison:
    return compare(resolution(2675, 2023, *old), resolution(2724, 2024, *new))


Fate = tuple[str, str, str]


def fates(found: Comparison) -> list[Fate]:
    return [
        (d.relation, d.old_place, d.new_place)
        for d in found.differences
        if d.relation != "same" and d.paragraph.kind in ("preambular", "operative")
    ]
