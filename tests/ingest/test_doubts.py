"""What is no document, and what was read badly."""

from __future__ import annotations

import pytest

from mandex.ingest.readers.doubts import is_error_notice, is_noise, misread_share

SOUND = (
    "The 9836th meeting heard Mr. McDonald of the NGOs’ forum, the Council’s Chair, and Mr. O’Brien on the "
    "AML/CFT standards (see www.example.org/a1b2c3); it met on the 3rd and the 21st with 12bis in force. "
) * 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The document you are looking for does not exist in the system. Contact us.", True),
        ("404 Not Found", True),
        ("HTTP Error 503", True),
        ("Access Denied", True),
        ("找不到该文件", True),
        ("The Council notes that the agreement does not exist.", False),
        ("The page not found. " + "A long text that merely mentions it. " * 60, False),
    ],
)
def test_error_notices(text: str, expected: bool) -> None:
    assert is_error_notice(text) is expected


def test_names_ordinals_and_addresses_are_no_misreadings() -> None:
    assert misread_share(SOUND) < 0.01


def test_misread_words_count() -> None:
    damaged = SOUND.replace("meeting", "neet!ng").replace("forum", "f0rurn").replace("Chair", "ChaIr")
    assert misread_share(damaged) > 0.05


def test_a_short_text_is_not_judged() -> None:
    assert misread_share("prelinj.nary EIiGLTSH") == 0.0


@pytest.mark.parametrize(
    ("line", "expected"),
    [("nnFs'rrntv nF FD sT TIMCP", True), ("I", True), ("New York.", False), ("the tvto countries", False)],
)
def test_noise(line: str, expected: bool) -> None:
    assert is_noise(line) is expected
