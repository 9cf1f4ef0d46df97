"""What is kept of answers: while the base and the day stay, and within bounds."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.responses import Response
from starlette.testclient import TestClient
from texts import resolution

from mandex.corpus.store import Store
from mandex.web import kept
from mandex.web.app import make_app
from mandex.web.kept import Kept


def test_an_answer_is_kept_under_its_stamp() -> None:
    answers = Kept()
    answers.keep("/?q=1", 1, Response(b"one", media_type="text/html"))
    found = answers.get("/?q=1", 1)
    assert found is not None
    assert (found.body, found.headers["content-type"]) == (b"one", "text/html; charset=utf-8")
    assert answers.get("/?q=1", 2) is None  # the base has changed
    assert answers.get("/?q=2", 1) is None


def test_failures_and_large_answers_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_LARGEST", 10)
    answers = Kept()
    answers.keep("missing", 1, Response(b"none", 404))
    answers.keep("large", 1, Response(b"x" * 11))
    assert answers.get("missing", 1) is None
    assert answers.get("large", 1) is None


def test_the_oldest_make_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 30)
    monkeypatch.setattr(kept, "_BESIDE", 0)
    answers = Kept()
    for question in "abc":
        answers.keep(question, 1, Response(b"x" * 10, media_type="text/csv"))
    assert answers.get("a", 1)  # asked for again: b is the oldest now
    answers.keep("c", 1, Response(b"y" * 10, media_type="text/csv"))  # takes its own place
    answers.keep("d", 1, Response(b"x" * 10, media_type="text/csv"))
    assert [question for question in "abcd" if answers.get(question, 1)] == ["a", "c", "d"]


def test_a_page_follows_what_is_written(tmp_path: Path) -> None:
    first, second = (
        resolution(n, 2027, "1. Requests all States to report on piracy at sea;") for n in (2901, 2902)
    )
    with Store.open(tmp_path, create=True) as store:
        store.put_file(first.source, first.sha256, [first])
    site = TestClient(make_app(tmp_path), base_url="http://127.0.0.1")
    assert site.get("/S/RES/2902(2027)").status_code == 404
    before = site.get("/collection").text
    assert site.get("/collection").text == before
    with Store.open(tmp_path, create=True) as store:
        store.put_file("other.txt", "0" * 64, [second])
    assert site.get("/collection").text != before
    assert site.get("/S/RES/2902(2027)").status_code == 200
