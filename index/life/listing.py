"""`export standing`: whether each demand of a base stands on a day, one row for each in each language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from mandex.corpus.model import Mandate, MandateDate, Span
from mandex.corpus.store import Store
from mandex.index.life.standing import Register
from mandex.index.life.step import label_of

FIELDS = (
    "doc", "lang", "seq", "label", "pinpoint", "force", "measure", "subject", "status", "until", "by",
    "reason",
)  # fmt: skip


def standing(store: Store, as_of: str = "", lang: str = "") -> Iterator[dict[str, Any]]:
    """The rows, in the order of documents and paragraphs; `lang` is the beginning of a language."""
    register = Register(store, as_of)
    register.kept.all()
    dates: dict[int, list[MandateDate]] = {}
    for id_, *date in store.connection.execute("SELECT mandate, role, date, text, every FROM mandate_dates"):
        dates.setdefault(id_, []).append(MandateDate(*date))
    rows = store.connection.execute(
        "SELECT d.symbol, d.lang, d.date, p.label, p.pinpoint, m.id, m.seq, m.at_start, m.at_end, m.verb,"
        " m.lemma, m.force, m.binding, m.chapter_vii, m.actors, m.measure, m.topics"
        " FROM mandates AS m JOIN documents AS d ON d.id = m.doc"
        " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq"
        " WHERE d.lang LIKE ? || '%' AND d.date <= ? ORDER BY d.symbol, d.lang, m.id",
        (lang, register.as_of),
    )
    for symbol, lang_, adopted, label, pinpoint, id_, seq, start, end, *facts in rows:
        verb, lemma, force, binding, chapter_vii, actors, measure, topics = facts
        mandate = Mandate(
            seq, Span(start, end), verb, lemma, force, bool(binding), bool(chapter_vii),
            tuple(json.loads(actors)), measure, tuple(json.loads(topics)), tuple(dates.get(id_, ())),
        )  # fmt: skip
        place = label_of(pinpoint)
        stands = register.of_paragraph(symbol, place, adopted, mandate)
        values = (
            symbol, lang_, seq, label, pinpoint, force, measure, register.subject_of(symbol, place, mandate),
            stands.status, stands.until or None, stands.by or None, stands.reason,
        )  # fmt: skip
        yield dict(zip(FIELDS, values, strict=True))
