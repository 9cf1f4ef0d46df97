"""Compiled expressions are kept for the next process, and what is kept matches what Python would compile."""

from __future__ import annotations

import marshal
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mandex.corpus import compiled

PATTERNS = [
    (r"\b(?P<number>\d{1,4})\s?\((?P<year>\d{4})\)", 0, "resolution 1325 (2000)", "groups with names"),
    ("[〇㐀-䶿一-鿿豈-﫿𠀀-𲎯]+", 0, "on 决议草案 and", "a class of thousands of characters"),
    (r"extends?|renew(s)?", re.IGNORECASE, "Renews the mandate", "flags, a group without a name"),
    (r"(?i)(?<!not )\bdecides\b(?=,)", 0, "DECIDES, further", "flags inside, looks to either side"),
    (r"(?s)a.b", 0, "a\nb", "a flag inside only"),
]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A place of its own, where bytecode may be written, as a process finds it that begins."""
    path = tmp_path / "expressions"
    monkeypatch.setattr(compiled, "_path", lambda: path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    _begin(monkeypatch)
    yield path
    compiled._kept.cache_clear()


def _begin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_new", {})
    compiled._kept.cache_clear()


@pytest.mark.parametrize(("pattern", "flags", "text", "why"), PATTERNS)
def test_what_is_kept_matches_as_what_python_compiles(
    pattern: str, flags: int, text: str, why: str, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = compiled.compiled(pattern, flags)
    compiled.keep()
    _begin(monkeypatch)
    again = compiled.compiled(pattern, flags)
    assert not compiled._new, "nothing was compiled"
    expected = re.compile(pattern, flags)
    for one in (made, again):
        assert one == expected
        assert dict(one.groupindex) == dict(expected.groupindex)
        found, wanted = one.search(text), expected.search(text)
        assert found and wanted, why
        assert (found.span(), found.groups(), found.groupdict(), found.lastgroup) == (
            wanted.span(), wanted.groups(), wanted.groupdict(), wanted.lastgroup,
        )  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [b"", b"no bytecode", marshal.dumps(("another Python", {("a", 0): None})), marshal.dumps(7)],
    ids=["empty", "damaged", "of another version", "of another shape"],
)
def test_what_cannot_be_used_is_compiled_anew(
    data: bytes, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.write_bytes(data)
    _begin(monkeypatch)
    assert compiled.compiled("a").search("bad")
    compiled.keep()
    _begin(monkeypatch)
    assert compiled.compiled("a").search("bad")
    assert not compiled._new


def test_nothing_is_kept_where_bytecode_is_not(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compiled.compiled("a")
    compiled.keep()
    assert not kept.exists()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(compiled, "_path", lambda: kept / "absent" / "expressions")
    compiled.keep()  # a folder that cannot be written: no error
    assert not kept.exists()
