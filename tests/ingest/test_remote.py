"""Folders in object stores: what is fetched, what is fetched again, and what an address is."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from places import SPECIMENS

from mandex.cli import main
from mandex.corpus.errors import StoreError
from mandex.corpus.store import Store
from mandex.ingest.remote import address_of, copied

fsspec = pytest.importorskip("fsspec")


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("s3://bucket/un/2024", "s3://bucket/un/2024"),
        (Path("s3://bucket/un/2024/"), "s3://bucket/un/2024"),  # a path loses a stroke
        ("abfs://texts@account/un", "abfs://texts@account/un"),
        ("C:\\texts", ""), ("C:/texts", ""), ("texts/s3", ""), ("-", ""),
        ("https://undocs.org/S/RES/1373", ""),  # a page: how to save it is said elsewhere
        ("s3://", ""),
    ],
)  # fmt: skip
def test_addresses(path, address):
    assert address_of(path) == address


@pytest.fixture
def bucket():
    """An object store in memory, empty again afterwards."""
    files = fsspec.filesystem("memory")
    yield files
    files.store.clear()


def _put(files, name, text):
    files.pipe_file(f"/un/{name}", text.encode())


def test_a_folder_of_a_store_is_read_and_brought_up_to_date(bucket, tmp_path):
    text = (SPECIMENS / "resolution-9003.en.txt").read_text("utf-8")
    _put(bucket, "2032/a.txt", text)

    def run(*words):
        return CliRunner().invoke(main, ["--kb", str(tmp_path), *words])

    first = run("ingest", "memory://un")
    assert first.exit_code == 0, first.output
    _put(bucket, "2032/a.txt", text.replace("2. Decides that", "2. Decides again that", 1))
    again = run("update", "--no-pull")
    assert again.exit_code == 0, again.output
    with Store.open(tmp_path) as store:
        rows = store.connection.execute("SELECT text FROM paragraphs WHERE text LIKE '%ecides again that%'")
        assert len(rows.fetchall()) == 1
    assert "1 unchanged" in run("ingest", "memory://un").output


def test_an_address_lies_in_no_clone(bucket, tmp_path, monkeypatch):
    """What is told of the current folder, where a relative path would lie, is nothing of the store's."""
    _put(bucket, "a.txt", (SPECIMENS / "resolution-9003.en.txt").read_text("utf-8"))
    (tmp_path / "clone" / ".git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "clone")
    kb = str(tmp_path / "kb")
    CliRunner().invoke(main, ["--kb", kb, "ingest", "memory://un"])
    updated = CliRunner().invoke(main, ["--kb", kb, "update"])
    assert updated.exit_code == 0, updated.output
    assert "cannot pull" not in updated.output


def test_only_other_versions_are_fetched(bucket, tmp_path, monkeypatch):
    _put(bucket, "a.txt", "one")
    _put(bucket, "b/c.txt", "two")
    folder = copied("memory://un", tmp_path)
    assert [(folder / name).read_text() for name in ("a.txt", "b/c.txt")] == ["one", "two"]
    fetched = []
    real = type(bucket).get_file
    monkeypatch.setattr(
        type(bucket), "get_file", lambda self, name, *to: (fetched.append(name), real(self, name, *to))
    )
    _put(bucket, "a.txt", "six")  # as long as before
    copied("memory://un", tmp_path)
    assert fetched == ["/un/a.txt"]
    assert (folder / "a.txt").read_text() == "six"


def test_names_stay_in_the_copy(bucket, tmp_path):
    _put(bucket, "../../out.txt", "x")
    folder = copied("memory://un", tmp_path / "kept")
    assert {path.name for path in tmp_path.rglob("*.txt")} == {"out.txt"}
    assert all(path.is_relative_to(folder) for path in tmp_path.rglob("*.txt"))


@pytest.mark.parametrize(
    ("address", "why"), [("memory://nothing", "nothing at this address"), ("nosuch://a/b", "nosuch")]
)
def test_what_cannot_be_read_is_named(address, why, bucket, tmp_path):
    with pytest.raises(StoreError, match=why):
        copied(address, tmp_path)
