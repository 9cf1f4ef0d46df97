"""Documents without a symbol: each file, each row of a table is one; only equal texts are duplicates."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from places import Run

from mandex.corpus import naming
from mandex.corpus.store import Store
from mandex.ingest.pipeline import ingest

LETTER = "Letter on the supply of medicines to the camp in the north, number {}: the trucks did arrive."


@pytest.fixture
def letters(tmp_path: Path) -> dict[str, str]:
    """Files of one stem in several folders and formats, one of them a copy."""
    folder = tmp_path / "in"
    texts = {name: LETTER.format(name) for name in ("a/letter.txt", "b/letter.txt", "b/x/letter.txt")}
    texts["c/letter.txt"] = texts["b/letter.txt"]
    texts["b/letter.html"] = f"<html><body><p>{LETTER.format('on a page')}</p></body></html>"
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return {name: str(folder / name) for name in texts}


def held(store: Store) -> dict[str, str]:
    return dict(store.connection.execute("SELECT symbol, source FROM documents"))


def test_files_of_one_stem_are_documents_of_their_own_in_whatever_order(
    letters: dict[str, str], tmp_path: Path
) -> None:
    seen = []
    for seed in range(8):
        paths = [Path(path) for path in letters.values()]
        random.Random(seed).shuffle(paths)
        with Store.open(tmp_path / str(seed), create=True) as store:
            for path in paths:
                ingest([path], store)
            said = store.connection.execute(
                "SELECT source, doc, message FROM problems WHERE code = 'duplicate-document'"
            ).fetchall()
            outcomes = dict(store.connection.execute("SELECT path, outcome || note FROM files"))
            seen.append((held(store), said, outcomes))
    for state in seen:
        assert state == seen[0]
    documents, said, _ = seen[0]
    assert documents == {
        "file:letter": letters["a/letter.txt"],
        "file:letter.html": letters["b/letter.html"],
        "file:letter.txt": letters["b/letter.txt"],
        "file:x/letter.txt": letters["b/x/letter.txt"],
    }
    [(source, doc, message)] = said
    assert (source, doc) == (letters["c/letter.txt"], "file:letter.txt")
    assert letters["b/letter.txt"] in message


def test_every_row_of_a_table_is_a_document(tmp_path: Path) -> None:
    table = tmp_path / "letters.csv"
    rows = "".join(f'{n},"{LETTER.format(n)}","{LETTER.format(-n)}"\n' for n in (1, 2, 3))
    table.write_text("id,text,text_en\n" + rows, "utf-8")
    with Store.open(tmp_path / "kb", create=True) as store:
        ingest([table], store)
        assert sorted(held(store))[-3:] == ["file:letters:1", "file:letters:2", "file:letters:3"]
        assert len(held(store)) == 6


def test_a_duplicate_is_named_with_the_file_that_was_kept(mandex: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(LETTER.format(1), "utf-8")
    result = mandex("ingest", str(tmp_path), kb=tmp_path / "kb")
    assert result.exit_code == 0
    assert "1 duplicates passed over" in result.stderr
    assert f"{tmp_path / 'b.txt'}: holds the same document as {tmp_path / 'a.txt'}" in result.stderr
    assert mandex("show", "file:a", kb=tmp_path / "kb").exit_code == 0


@pytest.mark.skipif(os.sep != "/", reason="names are bytes on POSIX only")
def test_names_are_written_without_loss() -> None:
    names = [b"plain", b"a\xff", b"a\\xff", b"a\\\\xff", b"a\xff\\", b"\xe5\x86\xb3", b"\\", b"\\x", b"\xc3"]
    shown = [naming.written(os.fsdecode(name)) for name in names]
    assert len(set(shown)) == len(names)
    assert shown[0] == "plain"
    assert shown[5] == "决"
    assert shown[1] == r"a\xff"
    for text in shown:
        text.encode("utf-8")
