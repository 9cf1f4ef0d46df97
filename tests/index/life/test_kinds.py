"""The kinds of measure that a paragraph names: real wordings, and what is left."""

from __future__ import annotations

import pytest

from mandex.corpus.fold import fold
from mandex.index.life.measures import kinds_of


@pytest.mark.parametrize(
    ("clause", "kinds"),
    [
        # all that a territory sells, all that it buys: a ban on any commodity (253 OP3, 661 OP3, 757 OP4)
        ("The import into their territories of all commodities and products originating in Iraq", ("trade",)),
        (
            "The sale or supply by their nationals or from their territories of any commodities or products"
            " to any person in Southern Rhodesia",
            ("trade",),
        ),
        # what is named of it comes first: the embargo on arms has no paragraph of its own (661 OP3(c))
        (
            "The sale or supply by their nationals of any commodities or products, including weapons or any"
            " other military equipment",
            ("arms-embargo", "trade"),
        ),
        # what such a ban spares, and what is sold under a list
        ("new arrangements will improve the flow of commodities and products to Iraq", ()),
        ("procedures for the sale or supply of commodities or products to Iraq", ()),
        # what missiles deliver is not supplied (1929 OP9)
        (
            "Iran shall not undertake any activity related to ballistic missiles capable of delivering"
            " nuclear weapons",
            ("sectoral:proliferation",),
        ),
    ],
)
def test_a_ban_on_all_trade_is_a_kind_after_what_is_named_of_it(clause: str, kinds: tuple[str, ...]) -> None:
    assert kinds_of(fold(clause)) == kinds
