"""On the real collection: every Chinese phrase is found wherever a plain scan finds it, and nowhere else."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from places import DATA

from mandex.corpus.fold import fold, is_chinese
from mandex.corpus.store import Store
from mandex.index.engines import open_engine
from mandex.index.search.fulltext import matching
from mandex.ingest.pipeline import ingest

COLLECTION = DATA / "un-scresolutions"
_PHRASES = 200
_SAMPLE = 60  # files, every so manieth of the years that have Chinese texts

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not COLLECTION.is_dir(), reason=f"no collection in {COLLECTION}"),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    files = sorted(path for year in ("2020", "2022", "2024") for path in (COLLECTION / year).rglob("*.xml"))
    with Store.open(tmp_path_factory.mktemp("kb"), create=True) as store:
        ingest(files[:: max(1, len(files) // _SAMPLE)], store)
        yield store


def test_random_chinese_phrases_are_found_exactly(store: Store) -> None:
    rows = store.connection.execute(
        "SELECT p.id, p.text FROM paragraphs AS p JOIN documents AS d ON d.id = p.doc WHERE d.lang <> 'en'"
    ).fetchall()
    folded = {id_: fold(text) for id_, text in rows}
    engine = open_engine(store)
    engine.catch_up()
    chance = random.Random(20)
    tried = 0
    while tried < _PHRASES:
        text = chance.choice(rows)[1]
        length = chance.randint(2, 14)
        start = chance.randint(0, max(0, len(text) - length))
        phrase = text[start : start + length].strip()
        if len(phrase) < 2 or not is_chinese(phrase) or any(mark in phrase for mark in '"“”«»「」'):
            continue
        tried += 1
        expected = {id_ for id_, other in folded.items() if fold(phrase) in other}
        assert matching(store, engine, f'"{phrase}"') == expected, phrase
        if all(map(is_chinese, phrase)):
            assert matching(store, engine, phrase) == expected, phrase
