"""Entries of bibliographies: the symbol as printed, the place as lawyers write it, TeX escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from graph_cases import document, put

from mandex.cli import main
from mandex.corpus.store import Store
from mandex.corpus.symbols import parse
from mandex.index.output.bibliography import Work, bibtex, entry, oscola


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


def fields(text: str) -> dict[str, str]:
    """A BibTeX entry read back, its characters no longer escaped."""
    assert text.count("{") - text.count("\\{") == text.count("}") - text.count("\\}")
    found = dict(re.findall(r"^  (\w+) = (.*?),?$", text, re.MULTILINE))
    found["key"] = re.match(r"@misc\{([^,\s]+),", text)[1]
    return {
        name: re.sub(r"\\([&%$#_{}])", r"\1", value.removeprefix("{").removesuffix("}"))
        for name, value in found.items()
    }


def test_bibtex_reads_back(store: Store) -> None:
    assert fields(entry(store, parse("1373 OP2"), "bibtex")) == {
        "key": "S-RES-1373-2001",
        "author": "{United Nations Security Council}",
        "title": "Resolution 1373 (2001): Peace and security — terrorist acts",
        "year": "2001",
        "month": "sep",
        "number": "S/RES/1373 (2001)",
        "howpublished": "UN Doc. S/RES/1373 (2001)",
        "note": "Adopted at the 4385th meeting on 28 September 2001",
        "url": "https://undocs.org/S/RES/1373(2001)",
    }


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
    assert re.findall(r"^@misc\{(.*),$", exported, re.MULTILINE) == ["S-PRST-2015-4", "S-RES-2617-2021"]
    assert len(run("export", "documents", "--format", "oscola").splitlines()) == 2
    assert run("bibliography", "S/PRST/2015/4", "2617", "--format", "bibtex") == exported


def test_only_documents_have_entries(store: Store) -> None:
    arguments = ["--kb", str(store.folder), "export", "problems", "--format", "bibtex"]
    assert CliRunner().invoke(main, arguments).exit_code == 2


def test_an_unknown_reference_has_no_entry(store: Store) -> None:
    result = CliRunner().invoke(main, ["--kb", str(store.folder), "bibliography", "99999"])
    assert (result.exit_code, result.stdout) == (2, "")
