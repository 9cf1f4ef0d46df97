"""Akoma Ntoso: what the markup says is what comes out; what is broken is mended or refused."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from places import SPECIMENS

from mandex.corpus.errors import UnreadableFileError
from mandex.ingest import readers
from mandex.ingest.pipeline import read_file
from mandex.ingest.raw import RawText

SPECIMEN = SPECIMENS / "resolution-9001.en.xml"
HEAD = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="x">'
TAIL = "</statement></akomaNtoso>"


def read(body: str) -> RawText:
    [raw] = readers.read(Path("x.xml"), f"{HEAD}{body}{TAIL}".encode())
    return raw


def outline(raw: RawText) -> list[tuple[str | None, str, str]]:
    return [(b.kind, b.label, raw.text[b.span.start : b.span.end]) for b in raw.blocks]


def operative(paragraphs: str) -> list[tuple[str | None, str, str]]:
    raw = read(f"<preamble><formula/></preamble><mainBody>{paragraphs}</mainBody>")
    return outline(raw)


def test_the_specimen_reads_whole() -> None:
    [raw] = readers.read(SPECIMEN, SPECIMEN.read_bytes())
    assert outline(raw)[0] == ("title", "", "Resolution 9001 (2031)")
    assert "at its 12001st meeting" in raw.text  # the masthead stays in the text, but is no paragraph
    kinds = [(kind, label) for kind, label, _ in outline(raw)[1:]]
    assert kinds == [
        *[("preambular", "")] * 5,
        ("operative", "1"), ("operative", "1(a)"), ("operative", "1(b)"), ("operative", "1(c)"),
        *[("operative", str(n)) for n in range(2, 7)],
        ("heading", ""), ("annex", "1"), ("annex", "2"),
    ]  # fmt: skip
    assert raw.facts["symbol"] == "S/RES/9001 (2031)"
    assert raw.facts["date"] == "2031-03-14"
    assert raw.facts["lang"] == "en"
    assert [b.verb for b in raw.blocks if b.label == "1"] == ["Decides", ""]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            "<paragraph><num>1.</num><list><intro><p>Decides:</p></intro><point><num>(a)</num><content><p>one;"
            "</p></content><list><point><num>(i)</num><content><p>two;</p></content></point></list></point>"
            "</list></paragraph>",
            [("operative", "1", "Decides:"), ("operative", "1(a)", "one;"), ("operative", "1(a)(i)", "two;")],
        ),
        (  # a bullet is printed, but is no label, and what stands under it hangs on the paragraph above
            "<paragraph><num>2.</num><list><intro><p>Urges:</p></intro><point><num>–</num><content><p>this;</p>"
            "</content><sublist><point><num>(a)</num><content><p>that;</p></content></point></sublist></point>"
            "</list></paragraph>",
            [("operative", "2", "Urges:"), ("operative", "", "this;"), ("operative", "2(a)", "that;")],
        ),
        (  # a line without number or closing point is a heading; one with a point is a paragraph
            "<paragraph><content><p>Sanctions</p></content></paragraph>"
            "<paragraph><content><p>Decides to act.</p></content></paragraph>",
            [("heading", "", "Sanctions"), ("operative", "", "Decides to act.")],
        ),
        (  # the heading that precedes a number stands before it
            "<paragraph><subheading>Reporting</subheading><num>3.</num><content><p>Asks;</p></content></paragraph>",
            [("heading", "", "Reporting"), ("operative", "3", "Asks;")],
        ),
        (  # footnotes follow the paragraph that carries the mark, and are not in it
            '<paragraph><num>4.</num><content><p>Notes it<authorialNote marker="7"><p>A/74/976.</p>'
            "</authorialNote> with care;</p></content></paragraph>",
            [("operative", "4", "Notes it with care;"), ("footnote", "7", "A/74/976.")],
        ),
        (  # what closes a list belongs to the paragraph above
            "<paragraph><num>5.</num><list><intro><p>Asks:</p></intro><point><num>(a)</num><content><p>x,</p>"
            "</content></point><wrapUp><p>and reports;</p></wrapUp></list></paragraph>",
            [("operative", "5", "Asks:"), ("operative", "5(a)", "x,"), ("operative", "", "and reports;")],
        ),
        (  # a list beside its point, not in it, as in 1718 (2006): its labels go on
            "<paragraph><num>8.</num><list><intro><p>Decides:</p></intro><point><num>(a)</num><content><p>of:</p>"
            "</content></point><sublist><point><num>(i)</num><content><p>Luxury goods;</p></content></point>"
            "</sublist><point><num>(b)</num><content><p>y;</p></content></point></list></paragraph>",
            [
                ("operative", "8", "Decides:"),
                ("operative", "8(a)", "of:"),
                ("operative", "8(a)(i)", "Luxury goods;"),
                ("operative", "8(b)", "y;"),
            ],
        ),
        (  # a title above a point (2610 (2021)), and one above a list within a list (2556 (2020))
            "<paragraph><num>1.</num><list><intro><p>Decides:</p></intro><point><subheading>Travel ban"
            "</subheading><num>(a)</num><content><p>Prevent entry;</p></content><sublist><sublist><intro>"
            "<p>Relief</p></intro><point><num>(i)</num><content><p>nationals;</p></content></point></sublist>"
            "</sublist></point></list></paragraph>",
            [
                ("operative", "1", "Decides:"), ("heading", "", "Travel ban"),
                ("operative", "1(a)", "Prevent entry;"), ("heading", "", "Relief"),
                ("operative", "1(a)(i)", "nationals;"),
            ],
        ),
        (  # the letter of a part, marked as a heading or not (2713 (2023) in English and in Chinese)
            "<paragraph><num>A.</num><subheading>Targeted sanctions</subheading></paragraph>"
            "<paragraph><num>1.</num><content><p>Decides;</p></content></paragraph>"
            "<paragraph><num>B.</num><content><p>Arms embargo</p></content></paragraph>"
            "<paragraph><num>2.</num><content><p>Decides;</p></content></paragraph>",
            [
                ("heading", "A", "Targeted sanctions"), ("operative", "1", "Decides;"),
                ("heading", "B", "Arms embargo"), ("operative", "2", "Decides;"),
            ],
        ),
        (  # a number in a paragraph of its own, before its words (1286 (2000)) or its points (2592 (2021))
            "<paragraph><num>1.</num><content><p/></content></paragraph><paragraph><content><p>Endorses;</p>"
            "</content></paragraph><paragraph><num>2.</num><list><point><num>(a)</num><content><p>Asks;</p>"
            "</content></point></list></paragraph>",
            [("operative", "1", "Endorses;"), ("operative", "2(a)", "Asks;")],
        ),
        (  # recitals in the body, before the first number (2117 (2013)), and the hinge (2621 in Chinese)
            "<paragraph><content><p>Being determined to act,</p></content></paragraph>"
            "<paragraph><content><p>根据《联合国宪章》第七章采取行动，</p></content></paragraph>"
            "<paragraph><num>1.</num><content><p>Decides;</p></content></paragraph>",
            [
                ("preambular", "", "Being determined to act,"),
                ("preambular", "", "根据《联合国宪章》第七章采取行动，"), ("operative", "1", "Decides;"),
            ],
        ),
        (  # a line with a colon above the next number heads it (2677 (2023)); above points it announces them
            "<paragraph><num>1.</num><content><p>Decides;</p></content></paragraph><paragraph><content><p>"
            "Reporting:</p></content></paragraph><paragraph><num>2.</num><content><p>Asks;</p></content>"
            "</paragraph><paragraph><content><p>in particular:</p></content></paragraph><paragraph>"
            "<num>(a)</num><content><p>this;</p></content></paragraph>",
            [
                ("operative", "1", "Decides;"), ("heading", "", "Reporting:"), ("operative", "2", "Asks;"),
                ("operative", "", "in particular:"), ("operative", "(a)", "this;"),
            ],
        ),
        (  # annexes in the body (1617 (2005)); the number of a part without a title (1318)
            "<paragraph><num>1.</num><content><p>Decides;</p></content></paragraph><paragraph><heading>Annex"
            " I to resolution 1617 (2005)</heading></paragraph><paragraph><num>I</num></paragraph><paragraph>"
            "<content><p>Hereby:</p></content></paragraph><paragraph><num>1.</num><content><p>Mr. Doe</p>"
            "</content></paragraph>",
            [
                ("operative", "1", "Decides;"), ("heading", "", "Annex I to resolution 1617 (2005)"),
                ("heading", "", "I"), ("annex", "", "Hereby:"), ("annex", "1", "Mr. Doe"),
            ],
        ),
        (  # an annex that says of what it is (2794 (2025)); what considers one opens none
            "<paragraph><num>1.</num><content><p>Decides;</p></content></paragraph><paragraph><heading>Noting"
            " the annex</heading></paragraph><paragraph><num>2.</num><content><p>Asks;</p></content>"
            "</paragraph><paragraph><heading>Designation Annex</heading></paragraph><paragraph><num>1.</num>"
            "<content><p>John Doe did.</p></content></paragraph>",
            [
                ("operative", "1", "Decides;"), ("heading", "", "Noting the annex"),
                ("operative", "2", "Asks;"), ("heading", "", "Designation Annex"),
                ("annex", "1", "John Doe did."),
            ],
        ),
    ],
    ids=["nested", "bullets", "headings", "subheading", "footnote", "wrap-up", "list beside its point",
         "titles above points", "lettered parts", "number alone", "recitals in the body", "colon", "annexes",
         "named annex"],
)  # fmt: skip
def test_structure(paragraphs: str, expected: list[tuple[str, str, str]]) -> None:
    assert operative(paragraphs) == expected


def paragraph(number: str, words: str, below: str = "") -> str:
    return f"<paragraph><num>{number}</num><content><p>{words}</p></content>{below}</paragraph>"


def point(number: str, words: str, below: str = "") -> str:
    return f"<point><num>{number}</num><content><p>{words}</p></content>{below}</point>"


def nest(*points: str) -> str:
    return f"<sublist>{''.join(points)}</sublist>"


def asking(number: str, *points: str) -> str:
    return paragraph(number, "Asks:", f"<list>{''.join(points)}</list>")


DECIDES, ASKS = "<span class='italic'>Decides</span> to stay;", "<span class='italic'>Requests</span> him to:"
MENS_REA = "<span class='italic'>Mens rea</span> of it;"
NESTED: list[tuple[str, str, list[str], str]] = [
    (
        "one under (iv), and one more after the list (2820 (2026))",
        paragraph("4.", "Decides:")
        + f"<paragraph><num>(d)</num><content><p>Monitors:</p></content><list>{point('(i)', 'a;')}"
        f"{point('(ii)', 'b;')}{nest(point('5.', DECIDES))}</list></paragraph>" + paragraph("6.", "Notes;"),
        ["4", "(d)", "(d)(i)", "(d)(ii)", "5", "6"],
        "5",
    ),
    (
        "all to the end (1996 (2011)), one with points of its own beside it",
        asking("3.", point("(a)", "x:"), nest(point("4.", ASKS), point("(a)", "y;"), point("5.", DECIDES))),
        ["3", "3(a)", "4", "4(a)", "5"],
        "4-5",
    ),
    (
        "in Chinese, the verb in bold, the number with a full stop of that print, the list in its point",
        asking("1.", point("(a)", "监测；", nest(point("2．", "<span class='bold'>决定</span>削减；")))),
        ["1", "1(a)", "2"],
        "2",
    ),
    (
        "a list that counts from one comes to the number that is due (2713 (2023), paragraph 45)",
        asking("1.", point("1.", ASKS), point("2.", DECIDES)),
        ["1", "1(1)", "1(2)"],
        "",
    ),
    (
        "the number is another paragraph's",
        asking("1.", point("(a)", "x;"), nest(point("2.", DECIDES))) + paragraph("2.", "Notes;"),
        ["1", "1(a)", "1(a)(2)", "2"],
        "",
    ),
    (
        "the number is not due, is none of a paragraph, or opens words that are quoted",
        asking("1.", point("3.", DECIDES), point("(2)", DECIDES), point("“2.", DECIDES)),
        ["1", "1(3)", "1(2)", "1(2)"],
        "",
    ),
    (
        "no verb, or one that is not set off, or set off elsewhere",
        asking("1.", point("2.", MENS_REA)) + asking("3.", point("4.", "Decides to stay;"))
        + asking("5.", point("6.", "Decides to <span class='italic'>stay</span>;")),
        ["1", "1(2)", "3", "3(4)", "5", "5(6)"],
        "",
    ),
    (
        "the list around it goes on",
        asking("1.", point("(a)", "x;"), nest(point("2.", DECIDES)), point("(b)", "y;")),
        ["1", "1(a)", "1(a)(2)", "1(b)"],
        "",
    ),
    (
        "nothing is numbered above",
        f"<paragraph><content><p>Decides:</p></content><list>{point('1.', DECIDES)}</list></paragraph>",
        ["", "1"],
        "",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("paragraphs", "labels", "numbers"),
    [case[1:] for case in NESTED],
    ids=[case[0] for case in NESTED],
)
def test_paragraphs_nested_among_points(paragraphs: str, labels: list[str], numbers: str) -> None:
    raw = read(f"<preamble><formula/></preamble><mainBody>{paragraphs}</mainBody>")
    assert [label for _, label, _ in outline(raw)] == labels
    assert [(p.code, p.message.rpartition(": ")[2]) for p in raw.problems] == (
        [("nested-paragraph", numbers)] if numbers else []
    )


def test_what_is_nested_in_an_annex_stays() -> None:
    body = asking("4.", point("(a)", "x;"), nest(point("5.", DECIDES)))
    annex = f"<attachments><attachment><doc><mainBody>{body}</mainBody></doc></attachment></attachments>"
    in_body = f"{paragraph('1.', 'Notes;')}<paragraph><heading>Annex</heading></paragraph>{body}"
    for raw in (
        read(f"<preamble><formula/></preamble><mainBody>{paragraph('1.', 'Notes;')}</mainBody>{annex}"),
        read(f"<preamble><formula/></preamble><mainBody>{in_body}</mainBody>"),
    ):
        assert [label for kind, label, _ in outline(raw) if kind == "annex"] == ["4", "4(a)", "4(a)(5)"]
        assert not raw.problems


NAMES = ("content", "intro", "p", "alinea", "num", "heading", "subheading", "crossHeading", "list", "sublist",
         "point", "paragraph", "wrapUp", "section", "container", "table", "tr", "td", "span")  # fmt: skip
TREES = st.recursive(
    st.sampled_from(["word", "1.", "(a)", "A.", "12", "决定", "–"]),
    lambda inner: st.tuples(st.sampled_from(NAMES), st.lists(inner, max_size=4)),
    max_leaves=12,
)


def _written(tree: str | tuple[str, list[object]]) -> str:
    if isinstance(tree, str):
        return f" {tree} "
    name, inner = tree
    return f"<{name}>{''.join(map(_written, inner))}</{name}>"  # type: ignore[arg-type]


@settings(max_examples=300, deadline=None)
@given(st.lists(TREES, min_size=1, max_size=4))
# Of a row three cells are read, and two bars for the two characters beside them.
@example([("tr", ["1.", ("td", ["word"]), ("td", ["word"]), ("td", ["word"])])])
def test_whatever_the_markup_nests_its_words_are_read(trees: list[str | tuple[str, list[object]]]) -> None:
    body = "".join(map(_written, trees))
    words = "".join(etree.fromstring(f"<x>{body}</x>").itertext())
    raw = read(
        f"<preamble><formula/></preamble><mainBody><paragraph><p>One.</p></paragraph>{body}</mainBody>"
    )
    assert Counter(re.findall(r"\w", words)) <= Counter(re.findall(r"\w", raw.text))


def test_crossed_tags_are_recovered_and_reported() -> None:
    """As over a hundred presidential statements have it: a paragraph opened, a docTitle closed."""
    raw = read(
        "<preface><p/></preface><mainBody><paragraph><span>Statement by the President of the Security Council"
        "</span></docTitle></p><alinea><content><p>At the 4255th meeting:</p></content></alinea>"
        "<paragraph><content><p>“The Council welcomes it.</p></content></paragraph></mainBody>"
    )
    assert [problem.code for problem in raw.problems] == ["malformed-xml"]
    assert [text for _, _, text in outline(raw)][1:] == [
        "At the 4255th meeting:",
        "“The Council welcomes it.",
    ]
    assert raw.facts["type"] == "presidential-statement"


def test_a_statement_marked_as_a_resolution_is_not_taken_for_it() -> None:
    """One statement of 2007 carries the symbol of a resolution of 2005 in its markup."""
    raw = read(
        "<coverPage><p><docNumber>S/RES/1626 (2005)</docNumber></p></coverPage><preface><p><docTitle "
        'refersTo="#title1">Statement by the President of the Security Council</docTitle></p></preface>'
        "<mainBody><paragraph><content><p>“The Council welcomes it.</p></content></paragraph></mainBody>"
    )
    assert "symbol" not in raw.facts
    assert [problem.code for problem in raw.problems] == ["symbol-conflict"]


def test_nor_is_it_by_the_line_that_prints_that_symbol(tmp_path: Path) -> None:
    body = (
        "<coverPage><p><docNumber>S/RES/1626 (2005)</docNumber></p></coverPage><preface><p><docTitle>"
        "Statement by the President of the Security Council</docTitle></p></preface><mainBody><paragraph>"
        "<content><p>Recalling its statement,</p></content></paragraph><paragraph><num>1.</num><content>"
        "<p>Decides to remain seized of the matter.</p></content></paragraph></mainBody>"
    )
    file = tmp_path / "statement.xml"
    file.write_text(HEAD + body + TAIL, "utf-8")
    [document] = read_file(file).documents
    assert (document.symbol, document.type) == ("file:statement", "presidential-statement")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + HEAD.encode() + b"&b;" + TAIL.encode(),
            "entities",
        ),
        (HEAD.encode() + TAIL.encode(), "without any paragraph"),
        (b"<akomaNtoso>", "content|paragraph|XML"),
        (b"<?xml version='1.0'?><rss/>", "neither"),
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\x7fELF\x00\x00\x00", "binary"),
    ],
    ids=["entity bomb", "no content", "cut off", "other XML", "empty", "blank", "binary"],
)
def test_what_is_no_document_is_refused_with_the_reason(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableFileError, match=message):
        readers.read(Path("x.xml" if data.startswith(b"<") else "x"), data)


def test_an_alinea_after_a_list_closes_it() -> None:
    """Resolution 2662 (2022), paragraph 21: read in the order in which it is printed."""
    found = operative(
        "<paragraph><num>21.</num><list><intro><p>Decides that paragraph 10 shall not apply to:</p></intro>"
        "<point><num>(a)</num><content><p>supplies;</p></content></point></list>"
        "<alinea><content><p>confirms the processes;</p></content></alinea></paragraph>"
    )
    assert found == [
        ("operative", "21", "Decides that paragraph 10 shall not apply to:"),
        ("operative", "21(a)", "supplies;"),
        ("operative", "", "confirms the processes;"),
    ]
