"""Which paragraphs found a body or impose a measure, by themselves or by their points."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from mandex.corpus.opening import has
from mandex.corpus.store import Store

_AGAIN = 0.4  # of what it is to be the first


def laying_down(store: Store, ids: Sequence[int]) -> Mapping[int, tuple[float, frozenset[str]]]:
    """Which of the paragraphs found a body or impose a measure, where steps are kept: 1 for the first that
    does so, less for what founds or imposes it anew; and the kinds of the measures (`oil`, not
    `commodity:oil`).
    """
    db = store.connection
    if not has(db, "steps"):
        return {}
    rows = db.execute(
        "SELECT s.paragraph, EXISTS (SELECT 1 FROM steps AS e WHERE e.subject = s.subject"
        " AND e.kinds = s.kinds AND e.action = s.action AND e.number < s.number), s.kinds FROM steps AS s"
        " WHERE s.action IN ('establishes', 'imposes') AND s.paragraph IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    )
    found: dict[int, tuple[float, frozenset[str]]] = {}
    for id_, again, kinds in rows:
        worth, others = found.get(id_, (0.0, frozenset()))
        found[id_] = (max(worth, _AGAIN if again else 1.0), others.union(_kinds(kinds)))
    for id_, kinds in _of_points(store, ids):
        worth, others = found.get(id_, (0.0, frozenset()))
        found[id_] = (max(worth, _AGAIN), others.union(_kinds(kinds)))
    return found


def _kinds(said: str) -> Iterable[str]:
    return (kind.removeprefix("commodity:") for kind in said.split(",") if kind)


_ABOVE = "substr(p.pinpoint, 1, instr(p.pinpoint, '(') - 1)"  # OP6 above OP6(a)


def above_points(store: Store, points: Iterable[int]) -> list[int]:
    """The paragraphs that these are points of: *Decides that all States shall prevent:* imposes the same."""
    rows = store.connection.execute(
        "SELECT DISTINCT above.id FROM json_each(?) AS point JOIN paragraphs AS p ON p.id = point.value"
        f" JOIN paragraphs AS above ON above.doc = p.doc AND above.pinpoint = {_ABOVE}"
        " WHERE above.kind = 'operative' AND p.pinpoint LIKE '%(%'",
        (json.dumps(list(points)),),
    )
    return [id_ for (id_,) in rows]


def _of_points(store: Store, ids: Sequence[int]) -> list[tuple[int, str]]:
    """Those of the paragraphs whose points impose measures, with the kinds."""
    return store.connection.execute(
        "SELECT above.id, s.kinds FROM json_each(?) AS asked"
        " JOIN paragraphs AS above ON above.id = asked.value"
        " JOIN steps AS s ON s.doc = above.doc JOIN paragraphs AS p ON p.id = s.paragraph"
        " WHERE above.kind = 'operative' AND s.action = 'imposes' AND p.pinpoint LIKE '%(%'"
        f" AND above.pinpoint = {_ABOVE}",
        (json.dumps(ids),),
    ).fetchall()
