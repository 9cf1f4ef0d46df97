"""Entries of bibliographies: the symbol as printed, the place as lawyers write it, TeX escaped."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from graph_cases import document, put

from mandex.cli import main
from mandex.commands import documents
from mandex.corpus.model import Citation, Span
from mandex.corpus.store import Store
from mandex.corpus.symbols import parse
from mandex.index.output import bibliography
from mandex.index.output.bibliography import bibtex, entry, oscola
from mandex.index.output.works import Work


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path, create=True) as opened:
        put(
            opened,
            document("S/RES/2617 (2021)", "OP1 : Decides", date="2021-12-30", title="Anything"),
            document("S/RES/2617 (2021)", "OP1 : 决定", lang="zh-Hans", date="2021-12-30"),
            document(
                "S/PRST/2015/4",
                "BO : The Council",
                date="2015-01-19",
                title='Statement [made on behalf of the Security Council, in connection with "Peace"]',
            ),
        )
        yield opened


@pytest.mark.parametrize(
    ("reference", "footnote"),
    [
        # a resolution that is not held is cited from the registry
        ("1373", "UNSC Res 1373 (28 September 2001) UN Doc S/RES/1373 (2001)"),
        ("2396 OP12(a)", "UNSC Res 2396 (21 December 2017) UN Doc S/RES/2396 (2017), para 12(a)"),
        ("1540 PP5", "UNSC Res 1540 (28 April 2004) UN Doc S/RES/1540 (2004), preambular para 5"),
        ("第2617(2021)号决议附件二", "UNSC Res 2617 (30 December 2021) UN Doc S/RES/2617 (2021), annex II"),
        ("S/PRST/2015/4", "UNSC Presidential Statement (19 January 2015) UN Doc S/PRST/2015/4"),
        # nothing is known of a document that is neither held nor registered but its symbol
        ("A/RES/60/288", "UNGA Res 60/288 UN Doc A/RES/60/288"),
        ("377 A (V)", "UNGA Res 377(V) UN Doc A/RES/377(V), A"),
        ("E/RES/2007/12", "ECOSOC Res 2007/12 UN Doc E/RES/2007/12"),
        ("S/2015/939", "UN Doc S/2015/939"),
    ],
)
def test_oscola(store: Store, reference: str, footnote: str) -> None:
    assert entry(store, parse(reference), "oscola") == footnote


def test_oscola_quotes_the_title_of_a_letter_or_report() -> None:
    letter = Work("S/2015/939", "Letter dated 2 December 2015", "2015-12-02", "2015")
    assert oscola(letter) == "UNSC, ‘Letter dated 2 December 2015’ (2 December 2015) UN Doc S/2015/939"
    assert oscola(Work("S/2015/939", year="2015")) == "(2015) UN Doc S/2015/939"


STYLED = [
    # each style, of a resolution with a place in it, of other organs, of a statement, of a document
    ("bluebook", "1373 OP1(c)", "S.C. Res. 1373, ¶ 1(c) (Sept. 28, 2001)"),
    ("bluebook", "1373 OP1, 2", "S.C. Res. 1373, ¶¶ 1, 2 (Sept. 28, 2001)"),
    ("bluebook", "A/RES/60/288", "G.A. Res. 60/288 (Sept. 8, 2006)"),
    ("bluebook", "A/HRC/RES/35/33", "Human Rights Council Res. 35/33, U.N. Doc. A/HRC/RES/35/33"),
    ("bluebook", "S/PRST/2015/4", "S.C. Pres. Statement, U.N. Doc. S/PRST/2015/4 (Jan. 19, 2015)"),
    ("bluebook", "1373 PP3", "S.C. Res. 1373, preambular ¶ 3 (Sept. 28, 2001)"),
    ("aglc", "1373 OP1(c)", "SC Res 1373, UN SCOR, 56th sess, 4385th mtg, UN Doc S/RES/1373"
                            " (28 September 2001) para 1(c)"),
    ("aglc", "A/RES/60/288", "GA Res 60/288, UN Doc A/RES/60/288 (8 September 2006)"),
    ("un", "1373 OP1(c)", "Security Council resolution 1373 (2001), para. 1 (c)"),
    ("un", "1373 OP3-5", "Security Council resolution 1373 (2001), paras. 3-5"),
    ("un", "377(V)", "General Assembly resolution 377 (V)"),
    ("un", "S/2015/939 annex II", "S/2015/939, annex II"),
    # of the Human Rights Council, not of the Assembly
    ("oscola", "A/HRC/RES/35/33", "UNHRC Res 35/33 UN Doc A/HRC/RES/35/33"),
    # its day is printed by a text that is held
    ("oscola", "A/RES/60/288", "UNGA Res 60/288 (8 September 2006) UN Doc A/RES/60/288"),
]  # fmt: skip


@pytest.mark.parametrize(("style", "reference", "footnote"), STYLED)
def test_footnotes(store: Store, style: str, reference: str, footnote: str) -> None:
    citing = "resolution 60/288 of 8 September 2006"
    mention = Citation(1, Span(11, 17), Span(11, 17), "60/288", "A/RES/60/288")
    put(store, replace(document("S/RES/2178 (2014)", f"PP1 : {citing}"), citations=(mention,)))
    assert entry(store, parse(reference), style) == footnote


@pytest.mark.parametrize("style", ["oscola", "bluebook", "aglc", "un"])
@pytest.mark.parametrize("place", ["", " OP1(c)", " OP3-5", " PP3"])
def test_what_is_printed_can_be_asked_for_again(store: Store, style: str, place: str) -> None:
    asked = parse(f"1373{place}")
    assert parse(entry(store, asked, style)) == asked


def fields(text: str) -> dict[str, str]:
    """A BibTeX entry read back, its characters no longer escaped."""
    assert text.count("{") - text.count("\\{") == text.count("}") - text.count("\\}")
    found = dict(re.findall(r"^  (\w+) = (.*?),?$", text, re.MULTILINE))
    found["key"] = re.match(r"@report\{([^,\s]+),", text)[1]
    return {
        name: re.sub(r"\\([&%$#_{}])", r"\1", value.removeprefix("{").removesuffix("}"))
        for name, value in found.items()
    }


def test_bibtex_reads_back(store: Store) -> None:
    assert fields(entry(store, parse("1373 OP2"), "bibtex")) == {
        "key": "S-RES-1373-2001",
        "author": "{United Nations Security Council}",
        "title": "Resolution 1373 (2001): Threats to international peace and security"
        " caused by terrorist acts",
        "type": "Resolution",
        "institution": "United Nations Security Council",
        "date": "2001-09-28",
        "number": "S/RES/1373 (2001)",
        "note": "Adopted at the 4385th meeting on 28 September 2001; para 2",
        "url": "https://undocs.org/S/RES/1373(2001)",
    }


def test_bibtexparser_reads_it(store: Store) -> None:
    bibtexparser = pytest.importorskip("bibtexparser")
    [read] = bibtexparser.parse_string(entry(store, parse("1373 OP2"), "bibtex")).entries
    assert (read.entry_type, read["number"]) == ("report", "S/RES/1373 (2001)")


def test_ris_has_a_tag_a_line_and_ends_its_record(store: Store) -> None:
    lines = entry(store, parse("1373 OP2"), "ris").splitlines()
    assert lines[0] == "TY  - RPRT"
    assert {"DA  - 2001/09/28", "M1  - S/RES/1373 (2001)", "SP  - para 2"} <= set(lines)
    assert lines[-1] == "ER  - "
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines)


def test_csl_json_is_one_list_of_items(store: Store) -> None:
    result = CliRunner().invoke(
        main, ["--kb", str(store.folder), "bibliography", "1373", "OP2", "S/2015/939", "--style", "csl-json"]
    )
    first, second = json.loads(result.stdout)
    assert first["issued"] == {"date-parts": [[2001, 9, 28]]}
    assert first["note"].endswith("para 2")
    assert second == {
        "id": "S-2015-939", "type": "report", "author": [{"literal": "United Nations Security Council"}],
        "title": "S/2015/939", "number": "S/2015/939", "publisher": "United Nations Security Council",
        "URL": "https://undocs.org/S/2015/939",
    }  # fmt: skip


def test_the_command_knows_every_style() -> None:
    assert documents.STYLES == bibliography.STYLES


def test_bibtex_of_a_statement_has_its_subject(store: Store) -> None:
    assert fields(entry(store, parse("S/PRST/2015/4"), "bibtex"))["title"] == (
        "Statement by the President of the Security Council: Peace"
    )


def test_bibtex_escapes_what_tex_would_obey() -> None:
    text = bibtex(Work("S/2015/939", "A & B_c {50 %} #1 $2", "2015-12-02", "2015"))
    assert fields(text)["title"] == "S/2015/939: A & B_c {50 %} #1 $2"


@pytest.mark.parametrize(
    ("meeting", "ordinal"), [("1", "1st"), ("11", "11th"), ("7362", "7362nd"), ("13", "13th")]
)
def test_meetings_are_ordinals(meeting: str, ordinal: str) -> None:
    work = Work("S/RES/9001 (2031)", date="2031-02-03", year="2031", meeting=meeting)
    assert fields(bibtex(work))["note"] == f"Adopted at the {ordinal} meeting on 3 February 2031"


def test_an_export_has_one_entry_a_document(store: Store) -> None:
    def run(*arguments: str) -> str:
        result = CliRunner().invoke(main, ["--kb", str(store.folder), *arguments])
        assert result.exit_code == 0, result.stderr
        return result.stdout

    exported = run("export", "documents", "--format", "bibtex")
    assert re.findall(r"^@report\{(.*),$", exported, re.MULTILINE) == ["S-PRST-2015-4", "S-RES-2617-2021"]
    assert len(run("export", "documents", "--format", "oscola").splitlines()) == 2
    assert run("bibliography", "S/PRST/2015/4", "2617", "--format", "bibtex") == exported


def test_only_documents_have_entries(store: Store) -> None:
    arguments = ["--kb", str(store.folder), "export", "problems", "--format", "bibtex"]
    assert CliRunner().invoke(main, arguments).exit_code == 2


def test_an_unknown_reference_has_no_entry(store: Store) -> None:
    result = CliRunner().invoke(main, ["--kb", str(store.folder), "bibliography", "99999"])
    assert (result.exit_code, result.stdout) == (2, "")
