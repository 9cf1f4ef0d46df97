"""Every word and figure of a source is in a paragraph, in a logged repair, or left out for a named reason."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from docx_maker import make_docx, p
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from places import SHARED

from mandex.corpus.model import LEFT_OUT, Document
from mandex.ingest import readers
from mandex.ingest.pipeline import read_data, read_file

_FIGURE = re.compile(r"\d+")


def missing_figures(document: Document) -> Counter[str]:
    """Figures of the source that are neither in the paragraphs, nor in what the log says of it."""
    shown = list(document.text)
    for edit in document.edits:
        if edit.repair != "joined":
            removed = document.text[edit.span.start : edit.span.end]
            # What cannot be seen joins what stands around it: 1, a soft hyphen and 1 are printed 11.
            gap = "" if not removed.strip("\u00ad\u200b") else " "
            shown[edit.span.start : edit.span.end] = [gap] * len(removed)
    held = Counter[str]()
    for paragraph in document.paragraphs:
        held.update(_FIGURE.findall(paragraph.text))
        held.update(_FIGURE.findall(paragraph.label))
    return Counter(_FIGURE.findall("".join(shown))) - held


def documents(path: Path, data: bytes) -> tuple[Document, ...]:
    return read_data(path, data).documents


LETTER = """United Nations
S/2033/701
27 September 2033

Letter dated 26 September 2033 from the Permanent Representative of Ruritania

I have the honour to refer to resolution 2231 (2015), and to paragraph 11 of that resolution of 2015.

The Security Council,

Recalling its resolution 1267 (1999),

1. Decides to remain seized of the matter.
"""


def test_what_is_left_out_says_why() -> None:
    [document] = documents(Path("letter.txt"), LETTER.encode())
    left_out = {e.before: e.repair for e in document.edits if e.repair.startswith(LEFT_OUT)}
    assert left_out == {
        "United Nations": "left-out:masthead", "S/2033/701": "left-out:draft-symbol",
        "27 September 2033": "left-out:masthead",
    }  # fmt: skip
    assert 0.8 < document.kept < 1
    assert not missing_figures(document)
    assert "text-left-out" not in {problem.code for problem in document.problems}


SAMPLES = """The Security Council,
Resolution 1373 (2001)
S/RES/1373 (2001)
21-12345
1/9
Annex
A
Recalling its resolution 1267 (1999),
1. Decides to act within 90 days;
(a) 12 States,
1 See S/1.
Adopted at the 42nd meeting by 11 votes to none, with 2 abstentions 3.
(Signed) A. Example
Contents 5""".splitlines()
LINES = st.lists(
    st.one_of(st.sampled_from(["", *SAMPLES]), st.text("ab 1.,;()/-\u00ad\u200b\n", max_size=60)), max_size=14
)


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_no_figure_of_a_text_is_lost(lines: list[str]) -> None:
    text = "The Security Council was informed of the situation in the country.\n" + "\n".join(lines)
    for document in documents(Path("any.txt"), text.encode()):
        assert not missing_figures(document)
        assert 0 <= document.kept <= 1


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text("ab 12.,;()", min_size=1, max_size=40), min_size=1, max_size=8))
def test_readers_hand_on_every_figure(pieces: list[str]) -> None:
    """HTML and DOCX: what the markup shows is in the text, and from there in a paragraph or in the log."""
    lead = "The Security Council was informed of the situation in the country."
    html = "<html><body>" + "".join(f"<p>{piece}</p>" for piece in (lead, *pieces)) + "</body></html>"
    word = make_docx("".join(map(p, (lead, *pieces))))
    for name, data in (("any.html", html.encode()), ("any.docx", word)):
        for raw in readers.read(Path(name), data):
            assert Counter(_FIGURE.findall(raw.text)) == Counter(_FIGURE.findall(" ".join((lead, *pieces))))
        for document in documents(Path(name), data):
            assert not missing_figures(document)


AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


def _printed(root: etree._Element) -> Counter[str]:
    """The letters and digits of the markup, counted without regard to how Mandex reads it."""
    statement = next(child for child in root if isinstance(child.tag, str))
    for meta in list(statement.iter(AKN + "meta")):
        meta.clear()
    return _characters("".join(statement.itertext()))


def _characters(text: str) -> Counter[str]:
    return Counter(filter(str.isalnum, text))


@pytest.mark.corpus
def test_the_marked_up_resolutions_keep_every_character(data: Path) -> None:
    for path in sorted((data / "un-scresolutions").rglob("*.xml"))[::25]:
        try:
            root = etree.parse(str(path)).getroot()
        except etree.XMLSyntaxError:
            continue
        [raw] = readers.read(path, path.read_bytes())
        notes = Counter(mark for note in root.iter(AKN + "authorialNote") for mark in note.get("marker", ""))
        assert _printed(root) - _characters(raw.text) - notes == Counter(), path
        assert all(not missing_figures(document) for document in read_file(path).documents), path


@pytest.mark.corpus
@pytest.mark.parametrize("folder", ["cr-unsc-gold-en", "seeds", "pdf"])
def test_no_figure_of_a_real_document_is_lost(data: Path, folder: str) -> None:
    """Of the source to the stored text, digit by digit; every tenth of the many."""
    paths = sorted(path for path in (data / folder).iterdir() if path.stat().st_size < 250_000)
    for path in paths[:: 10 if len(paths) > 20 else 1]:
        for document in read_file(path).documents:
            assert not missing_figures(document), path


@pytest.mark.corpus
def test_odd_characters_are_as_if_they_were_not_there(data: Path) -> None:
    for name, verbs in (("odd_chars.txt", ["Decides", "Decides"]), ("kangxi.txt", ["决定", "决定"])):
        [document] = read_file(SHARED / "cases" / "reading" / name).documents
        assert [p.verb for p in document.paragraphs if p.kind == "operative"] == verbs
        assert {c.target for c in document.citations} == {"S/RES/2713 (2023)", "S/RES/2182 (2014)"}
        assert any(e.repair in ("invisible-mark", "radical") for e in document.edits)
    assert "延长" in document.paragraphs[3].text
