"""The store: whole documents or none, the better of two files, nothing lost by a failure."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from mandex.corpus.errors import StoreError
from mandex.corpus.model import (
    Citation,
    Document,
    Edit,
    Mandate,
    MandateDate,
    Paragraph,
    Problem,
    Span,
)
from mandex.corpus.opening import FILENAME
from mandex.corpus.store import Listener, Store


def document(symbol: str = "S/RES/9001 (2031)", source: str = "/a.txt", **changes: object) -> Document:
    plain = Document(
        symbol=symbol, lang="en", type="resolution", organ="S", number=9001, year=2031, date="2031-03-14",
        title="Resolution 9001 (2031)", meeting="12001", vote="15-0-0", chapter_vii=True, source=source,
        sha256="00", format="text", pages=1, text="1. Decides to  act until 31 December 2031;",
        paragraphs=(
            Paragraph(1, "operative", "1", "Decides to act until 31 December 2031;", Span(3, 42), "Decides"),
        ),
        citations=(
            Citation(1, Span(8, 10), Span(11, 13), "to", "S/RES/1373 (2001)", "6", "recalls", "ok", None, 0),
            Citation(1, Span(0, 1), Span(3, 4), "第号决议", None, status="elided", gaps=1),
        ),
        mandates=(
            Mandate(
                1, Span(0, 38), "Decides", "decide", "decide", True, True, ("all-states",), "act", ("dates",),
                (MandateDate("expires", "2031-12-31", "until 31 December 2031", "P6M"),),
            ),
        ),
        problems=(Problem("elided-number", "warning", "a gap", source, symbol, "en", "OP1"),),
        edits=(Edit("spaces", Span(13, 15), "  ", " "),),
    )  # fmt: skip
    return replace(plain, **changes)  # type: ignore[arg-type]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path, create=True)


def count(store: Store, table: str) -> int:
    return int(store.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


@pytest.mark.parametrize("create", [True, False])
def test_a_cluster_is_no_folder(create: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of that name would otherwise be made where somebody stands."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match=r"a cluster, not a folder: .* mandex\.open"):
        Store.open(Path("opensearch://localhost:9200/un"), create=create)
    assert not list(tmp_path.iterdir())


def test_a_document_comes_out_as_it_went_in(store: Store) -> None:
    store.put_file("/a.txt", "00", [document()])
    assert store.outcome("/a.txt") == "document"
    assert store.document("S/RES/9001 (2031)", "en") == document()


def test_a_changed_file_replaces_its_document_and_leaves_nothing_behind(store: Store) -> None:
    store.put_file("/a.txt", "00", [document()])
    changed = document("S/RES/9002 (2032)", sha256="01")
    store.put_file("/a.txt", "01", [changed])
    assert store.document("S/RES/9001 (2031)", "en") is None
    assert store.document("S/RES/9002 (2032)", "en") == changed
    for table in ("documents", "paragraphs", "mandates", "mandate_dates", "problems", "files"):
        assert count(store, table) == 1, table


@pytest.mark.parametrize("first", ["poor", "good"], ids=["poorer first", "better first"])
def test_the_better_of_two_files_is_kept_whichever_came_first(store: Store, first: str) -> None:
    files = {"poor": document(source="/poor.txt"), "good": document(source="/good.xml", format="akn")}
    second = "good" if first == "poor" else "poor"
    for name in (first, second):
        store.put_file(files[name].source, "00", [files[name]])
    held = store.document("S/RES/9001 (2031)", "en")
    assert held is not None
    assert held.source == "/good.xml"
    outcomes = dict(store.connection.execute("SELECT path, outcome FROM files"))
    assert outcomes == {"/good.xml": "document", "/poor.txt": "duplicate"}
    [(source, message)] = store.connection.execute(
        "SELECT source, message FROM problems WHERE code = 'duplicate-document'"
    )
    assert source == "/poor.txt"
    assert "/good.xml" in message


def test_when_the_kept_file_changes_its_duplicate_is_read_again(store: Store) -> None:
    store.put_file("/good.xml", "00", [document(source="/good.xml", format="akn")])
    store.put_file("/poor.txt", "00", [document(source="/poor.txt")])
    store.put_file("/good.xml", "01", [document("S/RES/9002 (2032)", source="/good.xml", format="akn")])
    assert store.known_hash("/poor.txt") == ""


def test_a_file_that_can_no_longer_be_read_keeps_its_document(store: Store) -> None:
    store.put_file("/a.txt", "00", [document()])
    store.put_file("/a.txt", "01", [], [Problem("empty-file", "error", "is empty", "/a.txt")])
    assert store.outcome("/a.txt") == "failed"
    assert store.document("S/RES/9001 (2031)", "en") == document()


def test_a_failing_listener_leaves_no_half_document(store: Store) -> None:
    class Failing(Listener):
        def added(self, doc: int, document: Document) -> None:
            raise sqlite3.OperationalError("database or disk is full")

    store.put_file("/a.txt", "00", [document()])
    store.listeners.append(Failing())
    with pytest.raises(StoreError, match=r"disk is full.*unchanged"):
        store.put_file("/b.txt", "02", [document("S/RES/9002 (2032)", source="/b.txt")])
    assert count(store, "documents") == count(store, "files") == 1
    assert store.document("S/RES/9001 (2031)", "en") == document()


def test_of_several_files_in_one_transaction_all_are_stored_or_none(store: Store) -> None:
    class Failing(Listener):
        def added(self, doc: int, document: Document) -> None:
            if document.source == "/c.txt":
                raise ValueError("a fault")

    store.listeners.append(Failing())
    second = document("S/RES/9002 (2032)", source="/b.txt")
    with pytest.raises(ValueError, match="a fault"), store.transaction():
        store.put_file("/b.txt", "02", [second])
        store.put_file("/c.txt", "03", [document("S/RES/9003 (2033)", source="/c.txt")])
    assert count(store, "documents") == count(store, "files") == 0
    with store.transaction():
        store.put_file("/a.txt", "01", [document()])
        store.put_file("/b.txt", "02", [second])
    assert count(store, "documents") == count(store, "files") == 2


def test_a_full_disk_is_one_message_and_loses_nothing(store: Store) -> None:
    store.put_file("/a.txt", "00", [document()])
    pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
    store.connection.execute(f"PRAGMA max_page_count = {pages}")
    long = replace(document().paragraphs[0], text="word " * 100_000)
    with pytest.raises(StoreError, match="full"):
        store.put_file("/b.txt", "02", [document("S/RES/9002 (2032)", source="/b.txt", paragraphs=(long,))])
    assert store.document("S/RES/9001 (2031)", "en") == document()


def test_there_is_no_base_until_something_is_read(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="run 'mandex ingest"):
        Store.open(tmp_path)


@pytest.mark.parametrize(
    "content", [b"no database at all, but long enough to be one", b"SQLite format 3\x00" * 40]
)
def test_a_damaged_base_is_named_and_left_alone(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILENAME).write_bytes(content)
    with pytest.raises(StoreError, match=FILENAME):
        Store.open(tmp_path, create=True)
    assert (tmp_path / FILENAME).read_bytes() == content


def test_a_base_of_another_version_is_refused(tmp_path: Path) -> None:
    Store.open(tmp_path, create=True).close()
    with sqlite3.connect(tmp_path / FILENAME) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="version"):
        Store.open(tmp_path)


def test_a_document_is_found_under_each_of_its_symbols(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        joint = document("S/2025/105", also=("A/79/796",))
        store.put_file("/a.txt", "00", [joint])
        assert store.named("A/79/796") == "S/2025/105"
        assert store.document("A/79/796", "en") == joint
        assert store.languages("A/79/796") == ["en"]
        assert store.named("A/79/797") == "A/79/797"
        store.put_file("/b.txt", "01", [document("A/79/796", source="/b.txt")])
        assert store.named("A/79/796") == "A/79/796"  # held itself
