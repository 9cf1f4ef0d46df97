"""Saved web pages: what is document, what is site, and what browsers print that is in no text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mandex.corpus.errors import UnreadableFileError
from mandex.ingest.raw import RawText
from mandex.ingest.readers import html

BODY = "<p>The Council met in the morning and considered the report before it in some detail.</p>"


def read_html(markup: str | bytes) -> RawText:
    data = markup if isinstance(markup, bytes) else markup.encode()
    (raw,) = html.read(Path("page.html"), data, "0" * 64)
    return raw


def shown(raw: RawText, hint: str | None = None) -> list[str]:
    return [
        raw.text[b.span.start : b.span.end]
        for b in raw.blocks
        if (b.hint == hint if hint is not None else b.hint != "furniture")
    ]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>one<p>two", ["one", "two"]),  # unclosed, as in pages of the 1990s
        ("<div>one<div>two</div>three</div>", ["one", "two", "three"]),
        ("<p>a<br>b</p>", ["a\nb"]),  # lines of one paragraph
        ("one<br><br>two", ["one", "two"]),  # paragraphs told by empty lines only
        ("<pre>one\ntwo\n\nthree</pre>", ["one\ntwo", "three"]),
        ("<p>resolution <a href='x'>1373</a> <b>(2001)</b></p>", ["resolution 1373 (2001)"]),
        ("<ol start=3><li>c<li>d</ol>", ["3. c", "4. d"]),  # numbers that only the browser prints
        ("<ol><li>(a) own label</ol>", ["(a) own label"]),
        ("<ol><li>x:<ol type=a><li>y<ol type=i><li>z</ol></ol></ol>", ["1. x:", "(a) y", "(i) z"]),
        ("<ul><li>x</ul>", ["• x"]),
        ("<ol><li value=7>x<li>y</ol>", ["7. x", "8. y"]),
        ("<table><tr><td>a<td>b</table>", ["a\tb"]),
        ("<table><tr><td><p>a</p><p>b</p><td>c</table>", ["a", "b", "c"]),  # a table for layout only
        ("<p>x<script>y</script><span hidden>z</span><span style='display:none'>z</span></p>", ["x"]),
        ("<p>31 countries<sup>2</sup> on the 5<sup>th</sup></p>", ["31 countries² on the 5th"]),
        ("<p>x&nbsp;&nbsp;y &amp; z</p>", ["x y & z"]),
    ],
)
def test_blocks(markup: str, expected: list[str]) -> None:
    assert shown(read_html(markup)) == expected


@pytest.mark.parametrize(
    "around",
    [
        "<nav><a>Home</a></nav>{}",
        "<div class='menu main-menu'>Home</div>{}",
        "<div role=navigation>Home</div>{}",
        "{}<footer>Home</footer>",
        "{}<div class='licenseContainer'>Home</div>",
        "<div>Home</div><main>{}</main>",  # the page says what is main
        "<div>Home</div><div class='vector-body toc'><div id=mw-content-text>{}</div></div>",
        "<div class='headertemplate ws-header'>Home</div>{}",
    ],
)
def test_what_the_site_puts_around_is_furniture(around: str) -> None:
    raw = read_html(around.format(BODY))
    assert shown(raw) == [BODY[3:-4]]
    assert shown(raw, "furniture") == ["Home"]


def test_a_name_that_wraps_the_whole_page_makes_no_furniture() -> None:
    assert shown(read_html(f"<div class='has-sidebar'>{BODY}</div>")) == [BODY[3:-4]]


def test_wiki_notes_are_tied_to_their_marks() -> None:
    raw = read_html(
        "<p>as stated<sup class=reference><a href='#n1'>[1]</a></sup>.</p>"
        "<ol class=references><li id=cite_note-1><span class=mw-cite-backlink>^</span> A source.</ol>"
    )
    assert shown(raw, "") == ["as stated¹."]
    assert shown(raw, "footnote") == ["¹ A source."]


def test_headings_and_lead_verbs_are_hinted() -> None:
    raw = read_html(
        "<h2>Annex <span class=mw-editsection>[edit]</span></h2><p>1. <i>Decides</i> to stay;</p>"
    )
    assert [(b.hint, b.verb) for b in raw.blocks] == [("heading", ""), ("", "Decides")]
    assert shown(raw, "heading") == ["Annex"]


CHINESE = "<p>安全理事会，回顾其关于这一问题的各项决议，</p>"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (("<meta charset=gb2312>" + CHINESE).encode("gb18030"), "gb18030"),
        ("<meta content='text/html; charset=big5'>安全理事會".encode("big5"), "big5hkscs"),
        (b"\xef\xbb\xbf" + ("<meta charset=gb2312>" + CHINESE).encode(), "utf-8"),
        (("<meta charset=ascii>" + CHINESE).encode(), "utf-8"),  # a lie
        (("<meta charset=x-unheard-of>" + CHINESE).encode("gb18030"), "gb18030"),
        (CHINESE.encode("utf-16"), "utf-16"),
    ],
)  # fmt: skip
def test_the_encoding_is_that_of_the_bytes(data: bytes, encoding: str) -> None:
    raw = read_html(data)
    assert "安全理事" in raw.text
    assert raw.encoding == encoding


@pytest.mark.parametrize(
    "markup",
    ["<html></html>", "<script>render()</script>", "<h1>404 Not Found</h1>", "<nav>Home</nav>", "<!-- -->"],
)
def test_a_page_without_a_document_says_so(markup: str) -> None:
    with pytest.raises(UnreadableFileError):
        read_html(markup)


def test_what_is_nested_too_deeply_is_reported() -> None:
    raw = read_html("<p>shown</p>" + "<div>" * 5000 + "deep")
    assert [p.code for p in raw.problems] == ["malformed-html"]


def test_a_page_that_is_nothing_but_nesting_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="nested") as caught:
        read_html("<ul><li>" * 5000 + "deep")
    assert caught.value.code == "malformed-html"


def test_entities_are_not_expanded_into_a_bomb() -> None:
    bomb = "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><html><p>x &b; y</p></html>"
    assert len(read_html(bomb).text) < len(bomb)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<ol>", "</ol>", "<li>", "<ul>", "</ul>", "<table>", "<tr>", "<td>", "</table>",
             "<sup>", "</sup>", "<div class=toc>", "</div>", "<br>", "<pre>", "<b>", "</i>", "1", "a", "<"]
        ),
        max_size=30,
    )
)  # fmt: skip
def test_any_soup_gives_blocks_that_lie_in_the_text(tags: list[str]) -> None:
    try:
        raw = read_html("<p>first</p>" + "".join(tags))
    except UnreadableFileError:
        return
    end = 0
    for block in raw.blocks:
        assert end <= block.span.start < block.span.end <= len(raw.text)
        end = block.span.end
