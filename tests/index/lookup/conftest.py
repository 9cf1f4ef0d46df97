"""A base of a few paragraphs to look things up in."""

from __future__ import annotations

import pytest
from mandate_documents import document, put

from mandex.corpus.store import Store

FREEZE = "freeze without delay the funds of persons who commit terrorist acts"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with Store.open(tmp_path_factory.mktemp("lookup"), create=True) as base:
        put(
            base,
            document(
                "S/RES/1373 (2001)", "2001-09-28",
                f"OP1 decide asset-freeze: Decides that all States shall {FREEZE};",
            ),
            document(
                "S/RES/2133 (2014)", "2014-01-27",
                f"PP: Recalling that all States shall {FREEZE},",
                "OP1 note asset-freeze reaffirms@1/1373_(2001): Reaffirms its decision in paragraph 1 of"
                f" resolution 1373 (2001) that all States shall {FREEZE};",
                "OP3 call hostage-taking: Calls upon Member States to prevent terrorists from benefiting from"
                " ransom payments;",
            ),
            document(
                "S/RES/2133 (2014)", "2014-01-27",
                "OP3 call hostage-taking: 促请所有会员国防止恐怖分子直接或间接从赎金中获益；",
                lang="zh-Hans",
            ),
        )  # fmt: skip
        yield base
