"""What serves a measure stands as that does, and is no surer than what it stands beside."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mandate_documents import document, put

from mandex.corpus.model import Span
from mandex.corpus.store import Store
from mandex.index.life.standing import Register

SYMBOL, DAY = "S/RES/9541 (2030)", "2030-01-02"
EMBARGO = (
    "OP11 decide{until}: Decides that all States shall prevent the supply of arms and related materiel to the"
    " country{term};"
)
YEAR = {"until": " 2031-01-02", "term": " until 2 January 2031"}
ALWAYS = {"until": "", "term": ""}
INSPECT = "OP13 call: Calls upon all States to inspect cargo if it contains items prohibited by paragraph 11"


def stands(tmp_path, as_of, *lines, label="13", title="Haiti"):
    with Store.open(tmp_path, create=True) as base:
        put(base, document(SYMBOL, DAY, *lines, title=title),
            document("S/RES/9599 (2032)", "2032-06-01", "OP1 note: Notes the report;"))  # fmt: skip
        row = base.connection.execute(
            "SELECT m.id FROM mandates AS m JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq"
            " WHERE p.label = ?", (label,),
        ).fetchone()  # fmt: skip
        found = Register(base, as_of).of_paragraph(SYMBOL, label, DAY, base.mandate(row[0]))
        return found.status, found.until


@pytest.mark.parametrize(
    ("line", "term", "as_of", "expected"),
    [
        # 2653 OP13 with OP11, 2700 OP11 with OP6
        (INSPECT, YEAR, "2030-06-01", ("current", "2031-01-02")),
        (INSPECT, YEAR, "2032-05-01", ("spent", "2031-01-02")),
        (INSPECT, ALWAYS, "2032-05-01", ("open", "")),
        ("OP13 decide: Decides that the individual listed in the annex shall be subject to the measures"
         " imposed by paragraph 11", YEAR, "2030-06-01", ("current", "2031-01-02")),
        ("OP13 authorize: Authorizes Member States conducting inspections pursuant to paragraph 11 to use all"
         " necessary measures", YEAR, "2030-06-01", ("current", "2031-01-02")),
        # names no measure
        ("OP13 call: Calls upon all States to submit names of those who meet the criteria set out in"
         " paragraph 11", YEAR, "2030-06-01", ("open", "")),
    ],
)  # fmt: skip
def test_what_serves_a_measure_stands_as_it_does(tmp_path, line, term, as_of, expected):
    assert stands(tmp_path, as_of, EMBARGO.format(**term), line) == expected


def test_what_serves_several_measures_is_over_with_the_last_of_them(tmp_path):
    """1333 (2000) OP24, with OP5 until 2002-01-19 and OP11, ended by 1388 four days before."""
    flights = (
        "OP12 decide sanctions-regime 2031-01-02: Decides that all States shall deny aircraft permission to"
        " take off from or land in their territory until 2 January 2031;"
    )
    serving = (
        "OP13 decide: Decides that the Council shall then end the measures imposed by paragraphs 11 and 12"
    )
    longer = EMBARGO.format(until=" 2031-01-06", term=" until 6 January 2031")
    freeze = "OP14 decide asset-freeze: Decides that all States shall freeze all funds of those listed;"
    assert stands(tmp_path, "2032-05-01", longer, flights, serving, freeze) == ("spent", "2031-01-06")


def test_what_continues_measures_that_were_over_before_is_not_over_with_them(tmp_path):
    """1390 (2002) OP1, of the term of 1333, which had run out four weeks before."""
    line = "OP13 call: Calls upon all States to go on with the measures imposed by paragraph 11"
    freeze = "OP12 decide asset-freeze: Decides that all States shall freeze all funds of those listed;"
    over = EMBARGO.format(until=" 2030-01-01", term="")
    assert stands(tmp_path, "2030-01-10", over, freeze, line)[0] == "open"


def test_a_call_is_no_surer_than_the_measures_beside_it(tmp_path):
    """1929 (2010) OP24: 2231, which is not held, may have ended it with the rest."""
    symbol, call = "S/RES/1929 (2010)", "OP24 call: Calls upon States to take measures on their banks"
    line = EMBARGO.format(**ALWAYS).replace("the country", "Iran")
    with Store.open(tmp_path, create=True) as base:
        put(base, document(symbol, "2010-06-09", line, call, title="Iran"))
        (id_,) = base.connection.execute("SELECT max(id) FROM mandates").fetchone()
        found = Register(base, "2026-11-27").of_paragraph(symbol, "24", "2010-06-09", base.mandate(id_))
        assert found.status == "unclear"
        assert "S/RES/2231 (2015)" in found.reason


def test_what_is_asked_beside_an_end_does_not_keep_the_paragraph_open(tmp_path):
    """2809 (2025) OP6 ends a mission on a day, and calls for cooperation until then."""
    line = "OP6 decide: Decides that UNSOM shall cease all operations on 31 October 2030 and calls for help"
    made = document(SYMBOL, DAY, line, title="Somalia")
    (end,) = made.mandates
    cut = line.index("and calls") - len("OP6 decide: ")
    call = replace(end, at=Span(cut, end.at.end), force="call", measure="for help")
    with Store.open(tmp_path, create=True) as base:
        put(base, replace(made, mandates=(replace(end, at=Span(0, cut)), call)))
        found = Register(base, "2031-01-01").of_text(SYMBOL, "en", "OP6", DAY)
        assert found is not None
        assert (found.status, found.until) == ("spent", "2030-10-31")


def test_a_statement_stands_while_its_carrying_out_is_called_for(tmp_path):
    """242 (1967) OP1, which 338 (1973) OP2 calls upon the parties to implement."""
    made = document(
        SYMBOL, DAY, "OP1 note: Affirms that a just peace requires both principles", title="Israel"
    )
    made = replace(made, mandates=tuple(replace(one, lemma="affirm") for one in made.mandates))
    with Store.open(tmp_path, create=True) as base:
        put(base, made)
        (id_,) = base.connection.execute("SELECT id FROM mandates").fetchone()
        alone = Register(base, "2032-01-01").of_paragraph(SYMBOL, "1", DAY, base.mandate(id_))
        later = document(
            "S/RES/9600 (2031)", "2031-10-22",
            "OP2 call mentions@9541_(2030): Calls upon all to start the implementation of resolution 9541",
            title="Israel",
        )  # fmt: skip
        words = later.paragraphs[0].text
        (cited,) = later.citations
        at = words.index("9541")
        put(base, replace(later, citations=(replace(cited, at=Span(at, at + 4)),)))
        found = Register(base, "2032-01-01").of_paragraph(SYMBOL, "1", DAY, base.mandate(id_))
        assert (alone.status, found.status) == ("spent", "open")
        assert found.by == "S/RES/9600 (2031) OP2"


def test_a_sentence_that_only_leads_to_points_stands_while_one_of_them_does(tmp_path):
    """2806 (2025) OP18, *reaffirms that:*, and 2653 (2022) OP22, whose points oblige nobody."""
    for label, point, status in (
        ("18", "the supplying State shall notify the Committee of any transfer", "open"),
        ("22", "progress was made in the field of justice", "spent"),
    ):
        lines = f"OP{label} note: Reaffirms that:", f"OP{label}(a) note: {point};"
        assert stands(tmp_path / label, "2032-05-01", *lines, label=label)[0] == status


def test_a_statement_on_measures_is_no_surer_than_they_are(tmp_path):
    """1929 (2010) OP35, beside measures that 2231, which is not held, may have ended."""
    symbol = "S/RES/1929 (2010)"
    lines = (
        EMBARGO.format(**ALWAYS).replace("the country", "Iran"),
        "OP35 note: Affirms that States shall take measures to ensure that no claim lies",
        "OP37 note: Affirms that the Council shall visit the region",
    )
    with Store.open(tmp_path, create=True) as base:
        put(base, document(symbol, "2010-06-09", *lines, title="Iran"))
        register = Register(base, "2026-11-27")
        claims = register.of_paragraph(symbol, "35", "2010-06-09", base.mandate(2))
        visits = replace(base.mandate(3), actors=())
        assert claims.status == "unclear"
        assert register.of_paragraph(symbol, "37", "2010-06-09", visits).status != "unclear"
