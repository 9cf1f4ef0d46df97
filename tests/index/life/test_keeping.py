"""What is derived is kept at every write, document by document; a question rebuilds nothing."""

from __future__ import annotations

import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from mandate_documents import document, put

from mandex.corpus.store import Store
from mandex.corpus.symbols import parse
from mandex.index.engines import open_engine
from mandex.index.life.calendar import expiring
from mandex.index.life.keeping import Keeper
from mandex.index.life.lineage import lineage
from mandex.index.life.listing import standing
from mandex.index.life.standing import Register
from mandex.index.life.steps import Steps, steps, unkept
from mandex.index.lookup.answers import lookup

TODAY = "2026-11-22"
YEAR = ("2026-11-22", "2028-01-01")


def unmiss(until: str, words: str):
    return document(
        "S/RES/2820 (2026)", "2026-04-30",
        f"OP1 decide mission-mandate {until}: Decides to extend the mandate of UNMISS until {words};",
    )  # fmt: skip


OLD = document(
    "S/RES/2778 (2025)", "2025-04-30",
    "OP1 decide mission-mandate 2026-04-30: Decides to extend the mandate of UNMISS until 30 April 2026;",
)  # fmt: skip


SEIZED = document(
    "S/RES/2527 (2020)", "2020-06-22", "OP9 decide: Decides to remain actively seized of the matter.",
)  # fmt: skip


@pytest.fixture
def base(tmp_path):
    with Store.open(tmp_path, create=True) as store:
        engine, keeper = open_engine(store), Keeper(store)
        keeper.catch_up()
        store.listeners += [engine, keeper]
        yield store


def test_the_last_document_changed_is_seen_by_every_question(base):
    # Count, highest and sum of row numbers stay the same when the last document is written again.
    put(base, OLD, unmiss("2027-04-30", "30 April 2027"))
    put(base, unmiss("2027-12-15", "15 December 2027"))
    assert [due.date for due in expiring(base, *YEAR, as_of=TODAY)] == ["2027-12-15"]
    assert lineage(base, parse("2820 OP1"), as_of=TODAY)[-1].until == "2027-12-15"
    assert lookup(base, "until when does UNMISS run")[0].until == "2027-12-15"


def test_steps_are_kept_at_every_write(base):
    put(base, OLD, unmiss("2027-04-30", "30 April 2027"))
    assert unkept(base) == []
    kept = base.connection.execute("SELECT count(*) FROM steps").fetchone()[0]
    assert kept == len(steps(base)) == 2
    put(base, OLD)
    assert unkept(base) == []
    assert base.connection.execute("SELECT count(*) FROM steps").fetchone()[0] == 2


def test_what_was_written_while_nobody_kept_steps_is_read_anew_and_caught_up(base):
    put(base, OLD)
    base.listeners.clear()
    put(base, unmiss("2027-04-30", "30 April 2027"))
    assert len(unkept(base)) == 1
    assert [step.until for step in steps(base)] == ["2026-04-30", "2027-04-30"]
    assert Keeper(base).catch_up() == 1
    assert unkept(base) == []
    assert [step.until for step in steps(base)] == ["2026-04-30", "2027-04-30"]


def test_a_read_only_base_answers_everything(base, tmp_path):
    put(base, OLD, unmiss("2027-04-30", "30 April 2027"))
    folder: Path = base.folder
    base.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    base.connection.execute("PRAGMA journal_mode = DELETE")
    base.close()
    for path in (*folder.iterdir(), folder):
        path.chmod(stat.S_IREAD | stat.S_IEXEC)
    try:
        with Store.open(folder) as store:
            before = store.path.read_bytes()
            assert expiring(store, *YEAR, as_of=TODAY)
            assert lineage(store, parse("2820 OP1"), as_of=TODAY)
            assert lookup(store, "UNMISS")
            assert store.path.read_bytes() == before
    finally:
        folder.chmod(stat.S_IRWXU)


def test_a_question_reads_only_the_steps_that_it_needs(base):
    put(base, OLD, unmiss("2027-04-30", "30 April 2027"))
    asked = Steps(base, TODAY)
    asked.on("unmiss")
    assert asked._whole is None
    stands = Register(base, TODAY).of_paragraph("S/RES/2778 (2025)", "1", "2025-04-30")
    assert (stands.status, stands.by) == ("replaced", "S/RES/2820 (2026) OP1")


def test_keeping_a_document_does_not_read_others(base):
    """Each statement that reading a document runs finds its rows by an index: none walks a whole table."""
    put(base, OLD)
    base.listeners = base.listeners[1:]  # an index has its own tests
    ran: list[str] = []
    base.connection.set_trace_callback(ran.append)
    new = unmiss("2027-04-30", "30 April 2027")
    base.put_file(new.source, new.sha256, [new])
    base.connection.set_trace_callback(None)
    asked = [sql for sql in ran if sql.lstrip().startswith("SELECT") and "sqlite_" not in sql]
    assert len(asked) > 5
    for sql in asked:
        plan = [row[3] for row in base.connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
        walked = [line for line in plan if line.startswith("SCAN") and "VIRTUAL" not in line]
        assert not walked, json.dumps([sql, plan])


def test_the_index_is_written_once_for_all_documents_of_a_transaction(base):
    # A statement that replaces rows would have FTS5 write what it holds in memory, at every document.
    def written() -> list[tuple[int, int]]:
        return base.connection.execute("SELECT id, length(block) FROM terms_data ORDER BY id").fetchall()

    put(base, SEIZED)
    before = written()
    with base.transaction():
        put(base, OLD, unmiss("2027-04-30", "30 April 2027"))
        assert written() == before
    assert written() != before


def test_a_resolution_of_another_organ_has_no_number_and_troubles_nobody(base):
    put(
        base,
        replace(SEIZED, symbol="A/HRC/RES/59/25", organ="Human Rights Council", number=None, source="hrc"),
        SEIZED,
    )
    assert {row["doc"] for row in standing(base, TODAY)} == {"S/RES/2527 (2020)", "A/HRC/RES/59/25"}


# Fingerprints are numbers of 64 bits: only the first of these begins with a set bit.
@pytest.mark.parametrize("word", ["day", "village"])
def test_nearly_the_same_words_are_found_whatever_the_sign_of_their_fingerprints(base, word):
    asked = [
        document(
            f"S/RES/{number} ({year})", f"{year}-03-01",
            "OP5 call: Calls upon the parties to keep all heavy weapons out of the valley and to let the"
            f" observers of the mission pass at every gate by {changed} and by night;",
        )
        for number, year, changed in ((9786, 2021, "day"), (9787, 2023, word))
    ]  # fmt: skip
    put(base, *asked)
    kept = [row[0] for row in base.connection.execute("SELECT prints FROM step_fingerprints ORDER BY doc")]
    signs = [prints[-1] >> 7 for prints in kept]  # the last of its bytes is the highest
    assert (signs[0] == signs[1]) == (word == "day")
    found = next(row for row in standing(base, TODAY) if row["doc"] == asked[0].symbol)
    assert (found["status"], found["by"]) == ("replaced", "S/RES/9787 (2023) OP5")
