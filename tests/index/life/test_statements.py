"""What presidential statements are about, and so whether what they ask for is overtaken."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mandate_documents import document, put

from mandex.corpus.store import Store
from mandex.index.life.standing import Register
from mandex.index.life.statements import Statements

_HELD = "At the 4134th meeting of the Security Council, held on 4 May 2000 in connection with the Council’s"
_TITLED = "Statement [made on behalf of the Security Council, 19 Dec. 2012, in connection with the item"

CASES = [
    (f"{_HELD} consideration of the item entitled “The situation in Sierra Leone”, the President …", "", "",
     "sierra-leone", "the country of the item"),
    ("The Council welcomes the strategy against the Lord’s Resistance Army.",
     f"{_TITLED} entitled \"Central African region\"]", "", "central african region",
     "a region is a situation, though it is no country; the item stands in the title alone"),
    (f"{_HELD} consideration of the item entitled “Women and peace and security”, the President …", "", "",
     "", "a theme"),
    (f"{_HELD} consideration of the item entitled “Threats to international peace and security caused by"
     " terrorist acts”, the President …", "", "The Council condemns the attack in Jakarta, Indonesia.",
     "indonesia", "a theme, of which the statement says where"),
    (f"{_HELD} consideration of the item entitled “The situation in Africa”, the President …", "", "",
     "", "a continent is no situation"),
    (f"{_HELD} consideration of the item entitled “Peace and security in Africa”, the President …", "",
     "The Council is alarmed at the humanitarian crisis in the Sahel region.",
     "peace and security in africa", "a part of one is"),
    (f"{_HELD} consideration of the item entitled “The Role of the Security Council in the Pacific Settlement"
     " of Disputes”, the President …", "", "", "", "a theme"),
    ("2012年12月19日,安全理事会第6895次会议在审议题为“中部非洲区域”的项目时,安理会主席发表声明:", "", "",
     "中部非洲区域", "in Chinese"),
]  # fmt: skip


def statement(symbol: str, date: str, *paragraphs: str, title: str = ""):
    made = document("S/RES/1 (1946)", date, *(f"OP1 call: {words}" for words in paragraphs if words))
    body = tuple(replace(one, kind="body", label="") for one in made.paragraphs)
    return replace(
        made, symbol=symbol, type="presidential-statement", number=None, title=title, paragraphs=body,
        source=symbol,
    )  # fmt: skip


@pytest.mark.parametrize(("opening", "title", "goes_on", "matter", "why"), CASES)
def test_a_statement_is_about_its_agenda_item(tmp_path, opening, title, goes_on, matter, why):
    with Store.open(tmp_path, create=True) as base:
        put(base, statement("S/PRST/2012/28", "2012-12-19", opening, goes_on, title=title))
        assert Statements(base.connection).matter("S/PRST/2012/28") == matter, why


@pytest.mark.parametrize(
    ("item", "status"),
    [
        ("Central African region", "spent"),
        ("The situation in Guinea-Bissau", "spent"),
        ("Children and armed conflict", "open"),
    ],
)
def test_what_is_asked_in_a_situation_is_overtaken(tmp_path, item, status):
    asked = "Encourages the parties to make progress in this regard"
    with Store.open(tmp_path, create=True) as base:
        put(base, statement("S/PRST/2013/18", "2013-11-25", f"The item entitled “{item}”", asked))
        (id_,) = base.connection.execute("SELECT max(id) FROM mandates").fetchone()
        found = Register(base, "2026-11-27").of_paragraph(
            "S/PRST/2013/18", "", "2013-11-25", base.mandate(id_)
        )
        assert found.status == status
