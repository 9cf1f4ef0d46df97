"""What only FTS5 does: the pieces of its index are put together where much was written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from search_cases import documents

from mandex.corpus.store import Store
from mandex.index.engines import And, Ids, Or, Phrase
from mandex.index.engines.fts5 import Fts5Engine


def pieces(store: Store) -> int:
    (found,) = store.connection.execute("SELECT count(DISTINCT segid) FROM terms_idx").fetchone()
    return int(found)


def test_much_that_was_written_leaves_one_piece_a_little_does_not(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        engine = Fts5Engine(store)
        store.listeners.append(engine)
        for document in documents():  # each in a transaction, and so a piece, of its own
            store.put_file(document.source, document.sha256, [document])
        assert pieces(store) > 1
        engine.close()
        assert pieces(store) == 1
        first = documents()[0]
        for many in range(12 * len(documents())):  # so many that one more is less than a tenth
            store.put_file(f"{many}.txt", str(many), [replace(first, symbol=f"S/2001/{many}", number=None)])
        engine.close()
        store.put_file("one.txt", "more", [replace(first, symbol="S/2002/1", number=None)])
        engine.close()
        assert pieces(store) > 1


def test_of_a_few_rows_it_is_told_as_of_all(tmp_path: Path) -> None:
    """Asked one by one, a row is found if and only if it is among all that the words find."""
    with Store.open(tmp_path, create=True) as store:
        engine = Fts5Engine(store)
        store.listeners.append(engine)
        for document in documents():
            store.put_file(document.source, document.sha256, [document])
        every = frozenset(id_ for (id_,) in store.connection.execute("SELECT id FROM paragraphs"))
        for words in (
            Phrase(("asset",)),
            Phrase(("asset", "freez")),
            Or((Phrase(("asset",)), Phrase(("ban",)))),
        ):
            found = engine.matching(words)
            assert {id_ for id_ in every if engine.matching(And((Ids(frozenset((id_,))), words)))} == found
        assert found
        assert engine.matching(And((Ids(frozenset()), words))) == set()
