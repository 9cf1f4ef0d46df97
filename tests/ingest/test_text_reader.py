"""Plain text in the encodings it really comes in."""

from __future__ import annotations

from pathlib import Path

import pytest

from mandex.corpus.errors import UnreadableFileError
from mandex.ingest.readers.text import read

ENGLISH = "The Security Council,\n\n1. Decides to remain seized of the matter."
SIMPLIFIED = "安全理事会，\n\n回顾其以往各项决议，\n\n1. 决定继续处理此案。"
TRADITIONAL = "安全理事會，\n\n回顧其以往各項決議，\n\n1. 決定繼續處理此案。"
WESTERN = "The Government of Côte d’Ivoire, “recalling” its résumé — and the naïve façade of 1960."


@pytest.mark.parametrize(
    ("text", "encoding", "assumed"),
    [
        (ENGLISH, "utf-8", "utf-8"),
        (ENGLISH, "utf-8-sig", "utf-8"),
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-16", "utf-16"),
        (ENGLISH, "utf-16", "utf-16"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (TRADITIONAL, "big5", "big5hkscs"),
        (TRADITIONAL, "gb18030", "gb18030"),  # GB18030 holds both scripts
        (WESTERN, "cp1252", "windows-1252"),
    ],
)
def test_encodings(text: str, encoding: str, assumed: str) -> None:
    [raw] = read(Path("a.txt"), text.encode(encoding), "0")
    assert raw.text == text
    assert raw.encoding == assumed
    codes = [problem.code for problem in raw.problems]
    assert codes == ([] if assumed == "utf-8" else ["assumed-encoding"])


def test_form_feeds_begin_pages() -> None:
    [raw] = read(Path("a.txt"), b"first\n\fsecond\n\fthird", "0")
    assert [raw.text[start : start + 5] for start in raw.pages] == ["first", "secon", "third"]


@pytest.mark.parametrize("data", [b" \n\t ", b"\xef\xbb\xbf", bytes(range(256)) * 20, b"MZ\x00\x01" * 50])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        read(Path("a.txt"), data, "0")
