"""The engines on this machine under the conformance suite."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conformance import *  # noqa: F403 - the tests themselves
from conformance import agree, typed
from hypothesis import given, settings
from search_cases import fill

from mandex.corpus.store import Store
from mandex.index.engines import NAMES, Engine, is_installed, open_engine

LOCAL = tuple(name for name in NAMES if name != "opensearch")  # see test_opensearch.py
INSTALLED = tuple(name for name in LOCAL if is_installed(name))
needed = [
    pytest.param(
        name, marks=pytest.mark.skipif(name not in INSTALLED, reason=f"needs mandex[{name}], an extra")
    )
    for name in LOCAL
]


@pytest.fixture(params=needed)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An engine that listened while the documents were stored."""
    with Store.open(tmp_path / "kb", create=True) as store:
        engine = open_engine(store, request.param)
        store.listeners.append(engine)
        fill(store)
        yield engine
        engine.close()


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> list[Engine]:
    """All engines of one store."""
    store = Store.open(tmp_path_factory.mktemp("kb"), create=True)
    fill(store)
    made = [open_engine(store, name) for name in INSTALLED]
    for one in made:
        one.catch_up()
    return made


@settings(max_examples=1000, deadline=None)
@given(query=typed)
def test_nothing_typed_is_an_error_and_engines_agree(engines: list[Engine], query: str) -> None:
    agree(engines, query)
