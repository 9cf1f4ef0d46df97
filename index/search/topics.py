"""Which paragraphs demand something of a topic, kept by topic: a lookup would otherwise read every demand."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from mandex.corpus.opening import has

_SCHEMA = (
    "CREATE TABLE topics (topic TEXT NOT NULL, doc INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,"
    " seqs TEXT NOT NULL, PRIMARY KEY (topic, doc)) WITHOUT ROWID",
    "CREATE INDEX topics_doc ON topics (doc)",
)
_OF_DEMANDS = (
    "SELECT j.value, m.doc, json_group_array(DISTINCT m.seq)"
    " FROM mandates AS m, json_each(m.topics) AS j{only} GROUP BY j.value, m.doc"
)


def keep(db: sqlite3.Connection, doc: int) -> None:
    """Note the topics of a document's demands; of all documents, in a base that has kept none before."""
    if has(db, "topics"):
        db.execute("DELETE FROM topics WHERE doc = ?", (doc,))
        found = db.execute(_OF_DEMANDS.format(only=" WHERE m.doc = ?"), (doc,))
    else:
        for statement in _SCHEMA:
            db.execute(statement)
        found = db.execute(_OF_DEMANDS.format(only=""))
    db.executemany("INSERT INTO topics (topic, doc, seqs) VALUES (?, ?, ?)", found.fetchall())


def demanding(db: sqlite3.Connection, topic: str) -> Iterator[tuple[int, int]]:
    """The paragraphs (document, `seq`) of which a demand has the topic."""
    if has(db, "topics"):
        for doc, seqs in db.execute("SELECT doc, seqs FROM topics WHERE topic = ?", (topic,)):
            yield from ((doc, seq) for seq in json.loads(seqs))
    else:
        yield from db.execute("SELECT doc, seq FROM mandates WHERE instr(topics, ?)", (f'"{topic}"',))
