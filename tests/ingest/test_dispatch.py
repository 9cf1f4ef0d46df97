"""Which reader a file is for is told by what it holds, whatever it is called."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mandex.corpus.errors import UnreadableFileError
from mandex.ingest.readers import format_of, read

MHTML = (
    b"From: <Saved by Blink>\r\nSubject: A page\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="xx"\r\n\r\n'
    b"--xx\r\nContent-Type: image/png\r\n\r\nnone\r\n"
    b"--xx\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    b'<html><head><meta charset=3D"utf-8"></head><p>The Council=E2=80=99s =\r\nwork</p></html>\r\n'
    b"--xx--\r\n"
)


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"%PDF-1.4", "pdf"),
        ("a.pdf", b"\n\n%PDF-1.4", "pdf"),  # servers put lines before it
        ("a.pdf", b"PK\x03\x04", "docx"),
        ("a", b"<!DOCTYPE html><p>x", "html"),
        ("a", b"\xef\xbb\xbf<!-- saved from url=(0014)about:internet -->\r\n<div>x</div>", "html"),
        ("a.html", b"no markup at all", "html"),
        ("a.txt", MHTML, "html"),
        ("a.html", b"<akomaNtoso xmlns='x'>", "akn"),
        ("a.txt", "<akomaNtoso>".encode("utf-16"), "akn"),
        ("a.csv", b"anything", "table"),
        ("a.txt", b"symbol,date,text\nx,y,z\n", "table"),
        ("a", "安全理事会".encode("utf-16"), "text"),
        ("a", b"From: the Council\nTo: all", "text"),
    ],
)
def test_formats(name: str, data: bytes, expected: str) -> None:
    assert format_of(Path(name), data) == expected


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "save it as .docx"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"\x1f\x8b\x08", "unpack"),
        (b"<?xml version='1.0'?><rss/>", "XML"),
        (b"a\x00b\x00\x01", "binary"),
    ],
)
def test_files_of_other_kinds_say_what_to_do(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableFileError, match=says):
        read(Path("a"), data)


def test_a_page_saved_as_a_single_file() -> None:
    (raw,) = read(Path("a.mht"), MHTML)
    assert raw.text == "The Council’s work\n"


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["a.txt", "a.pdf", "a.docx", "a.html", "a.csv", "a.xml", "a"]),
    st.sampled_from(
        [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"<akomaNtoso>", b"symbol,text\n", b"\xff\xfe"]
    ),
    st.binary(max_size=300),
)
def test_any_bytes_are_read_or_refused_with_a_reason(name: str, start: bytes, rest: bytes) -> None:
    try:
        found = read(Path(name), start + rest)
    except UnreadableFileError as error:
        assert error.code
        assert str(error)
    else:
        assert all(raw.text for raw in found)
