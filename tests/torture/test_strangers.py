"""A base from a stranger can give wrong answers and do nothing else; no text of a document steers a terminal."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from places import Run

from mandex.corpus import rows
from mandex.corpus.errors import MandexError
from mandex.corpus.opening import FILENAME
from mandex.corpus.store import Store

HOSTILE = "Decides \x1b]52;c;Y3VybA==\x07 that \x1b]8;;http://evil\x1b\\all\x1b]8;;\x1b\\ \x1b[31mStates\x1b[0m \u202eeerga\u202c \x9b2J;"
ASKS = (("show", "S/2031/77"), ("search", "States"), ("lookup", "what must States do?"), ("export", "paragraphs"),
        ("export", "problems"), ("status",), ("check",), ("graph",))  # fmt: skip


@pytest.fixture
def stranger(specimen_kb: Path, tmp_path: Path) -> Path:
    kb = tmp_path / "kb"
    shutil.copytree(specimen_kb, kb)
    return kb


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON files BEGIN SELECT load_extension('/tmp/evil'); END",
        "CREATE TRIGGER t AFTER INSERT ON files BEGIN SELECT writefile('MARK', 'x'); END",
        "CREATE TRIGGER t AFTER INSERT ON documents BEGIN SELECT fts3_tokenizer('x', x'41414141'); END",
    ],
)
def test_triggers_do_nothing(mandex: Run, stranger: Path, tmp_path: Path, statement: str) -> None:
    mark = tmp_path / "mark"
    with sqlite3.connect(stranger / FILENAME) as db:
        db.execute(statement.replace("MARK", str(mark)))
    (tmp_path / "new.txt").write_text(
        "Letter on the supply of medicines to the camp in the north of the country."
    )
    result = mandex("ingest", str(tmp_path / "new.txt"), kb=stranger)
    assert result.exit_code in (0, 2)
    assert "fault in Mandex" not in result.stderr
    assert not mark.exists()
    assert "trigger" in mandex("doctor", kb=stranger).stderr
    assert mandex("doctor", "--repair", kb=stranger).exit_code == 0


def test_a_view_in_place_of_a_table_runs_no_function_that_does_anything(
    stranger: Path, tmp_path: Path
) -> None:
    mark = tmp_path / "mark"
    with sqlite3.connect(stranger / FILENAME) as db:
        db.execute("ALTER TABLE settings RENAME TO kept")
        db.execute(f"CREATE VIEW settings AS SELECT name, writefile('{mark}', 'x') AS value FROM kept")
    with contextlib.suppress(MandexError, sqlite3.Error), Store.open(stranger) as store:
        store.setting("engine")
    assert not mark.exists()


_EVIL = (
    # a table of a module that is not there, put where nobody looks, then in the place of one of ours
    "CREATE VIRTUAL TABLE evil USING nosuch(filename='/etc/passwd')",
    "CREATE VIRTUAL TABLE settings USING nosuch(filename='/etc/passwd')",
    # modules that are there, in the place of tables of ours
    "CREATE VIRTUAL TABLE settings USING fts5(name, value)",
    "CREATE VIRTUAL TABLE profiles USING rtree(doc, low, high)",
    # what a table computes when it is read or written
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT AS (writefile('MARK', name)))",
    "CREATE TABLE files (path PRIMARY KEY, sha256, outcome, note CHECK (load_extension('/tmp/evil')))",
    "CREATE INDEX evil ON documents (upper(writefile('MARK', symbol)))",
    "CREATE VIEW titles AS SELECT readfile('/etc/passwd') AS terms, 1 AS rowid",
    "CREATE VIEW documents AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT * FROM n",
)


@pytest.mark.parametrize("statement", _EVIL)
def test_tables_of_a_strangers_own_making(
    mandex: Run, stranger: Path, tmp_path: Path, statement: str
) -> None:
    """As an editor of the file would write them: the schema says it, whether or not it could be created."""
    mark, name = tmp_path / "mark", statement.split()[3 if "VIRTUAL" in statement else 2]
    kind = "view" if "VIEW" in statement else "index" if "INDEX" in statement else "table"
    about = "documents" if kind == "index" else name
    with sqlite3.connect(stranger / FILENAME) as db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute("DELETE FROM sqlite_master WHERE name = ?", (name,))
        row = (kind, name, about, statement.replace("MARK", str(mark)))
        db.execute(
            "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) VALUES (?, ?, ?, 0, ?)", row
        )
    letter = tmp_path / "new.txt"
    letter.write_text("Letter on the supply of medicines to the camp in the north of the country.")
    for words in (*ASKS, ("ingest", str(letter)), ("doctor",), ("doctor", "--repair")):
        if words[0] == "graph" and "RECURSIVE" in statement:
            continue
        result = mandex(*words, kb=stranger)
        assert result.exit_code in (0, 1, 2), words
        assert "fault in Mandex" not in result.stderr, words
        assert "root:" not in result.stdout
    assert not mark.exists()


def test_the_file_may_attach_no_other(stranger: Path, tmp_path: Path) -> None:
    with Store.open(stranger) as store:
        store.connection.execute("ATTACH ? AS a", (str(tmp_path / "a"),))
        with pytest.raises(sqlite3.OperationalError):
            store.connection.execute("ATTACH ? AS b", (str(tmp_path / "b"),))


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of POSIX")
def test_a_text_that_unpacks_to_all_memory_is_damage(
    mandex: Run, stranger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some hundred kilobytes of a base may be packed gigabytes; here a limit of one megabyte stands for ours."""
    monkeypatch.setattr(rows, "_UNPACKED", 1 << 20)
    bomb = zlib.compress(bytes(2 << 20), 9)
    with sqlite3.connect(stranger / FILENAME) as db:
        db.execute("UPDATE documents SET text = ?", (bomb,))
        symbol, lang = db.execute("SELECT symbol, lang FROM documents").fetchone()
    for asks in (("show", symbol), ("compare", symbol, symbol)):
        assert "fault in Mandex" not in mandex(*asks, kb=stranger).stderr
    assert "too large" in mandex("doctor", kb=stranger).stderr
    with Store.open(stranger) as store, pytest.raises(MandexError, match="cannot be unpacked"):
        store.document(symbol, lang)


def test_no_control_character_of_a_document_reaches_a_terminal(tmp_path: Path) -> None:
    import pty  # noqa: PLC0415 - POSIX only

    source = tmp_path / "\x1b]0;evil\x07letter.txt"
    source.write_text(f"United Nations\nS/2031/77\n\n{HOSTILE}\n\nThe Committee {HOSTILE}\n", "utf-8")
    command = [
        sys.executable,
        "-c",
        "from mandex.cli import main; main()",
        "--kb",
        str(tmp_path / "kb"),
        "--no-color",
    ]
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", "NO_COLOR": "1"}
    for arguments in (("ingest", str(source), str(tmp_path / "\x1b[31mnowhere")), *ASKS):
        ours, theirs = pty.openpty()
        with subprocess.Popen(
            [*command, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=environment
        ) as run:
            os.close(theirs)
            said = b""
            with contextlib.suppress(OSError):  # the terminal is closed
                while piece := os.read(ours, 65536):
                    said += piece
        os.close(ours)
        assert run.returncode in (0, 1, 2)
        text = said.decode("utf-8", "replace")
        shown = text.replace("\r", "").replace("\x1b[?25l", "").replace("\x1b[?25h", "").replace("\x1b[K", "")
        left = {
            c for c in shown if (c < " " and c not in "\n\t") or "\x7f" <= c <= "\x9f" or c in "\u202e\u2066"
        }
        assert not left, (arguments, sorted(map(hex, map(ord, left))), shown[:500])
