"""What stands in the place of what answers best: an exemption that was restated, a task that was set anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from mandex.corpus.fold import fold
from mandex.corpus.store import Store
from mandex.index.life.echoes import share
from mandex.index.life.standing import Standing
from mandex.index.lookup.living import Judged, cited

_LOOKED_AT = 8  # answers that may have heirs
_HOPS = 12  # renewals in a row that are followed, about as many years

Weighed = tuple[float, Standing, list[Judged]]


def with_heirs(
    store: Store, standing: Sequence[Weighed], weigh: Callable[[Iterable[int]], Sequence[Weighed]]
) -> list[Weighed]:
    """The answers, best first, where each of the best that was replaced hands its score to what stands in its
    place; `weigh` judges paragraphs, those of them that are wanted.
    """
    known = {_place(one): one for one in standing}
    for one in standing[:_LOOKED_AT]:
        heir = _last_heir(store, one, weigh)
        if heir is not one and heir[1].lives:
            own = known.get(_place(heir), heir)
            known[_place(heir)] = (max(own[0], one[0]), *own[1:])
    return sorted(known.values(), key=lambda one: -one[0])


def _last_heir(store: Store, one: Weighed, weigh: Callable[[Iterable[int]], Sequence[Weighed]]) -> Weighed:
    """What stands at the end of the line that begins with an answer: itself, where nothing replaced it."""
    for _ in range(_HOPS):
        at = _at(store, one[1].by) if one[1].status == "replaced" else []
        found = weigh(at) if at else ()
        if not found:
            break
        one = max(found, key=partial(_likeness, one))
    return one


def _place(one: Weighed) -> str:
    return cited(one[2][0][1])


def _at(store: Store, place: str) -> list[int]:
    """A paragraph and its points, in all languages."""
    symbol, _, label = place.partition(" OP")
    rows = store.connection.execute(
        "SELECT p.id FROM documents AS d JOIN paragraphs AS p ON p.doc = d.id"
        " WHERE d.symbol = ? AND (p.pinpoint = ? OR p.pinpoint GLOB ?)",
        (symbol, f"OP{label}", f"OP{label}(*"),
    )
    return [id_ for (id_,) in rows] if label else []


def _likeness(one: Weighed, other: Weighed) -> float:
    """The share of words that two paragraphs have in common; in Chinese of characters."""
    return share(*(_parts(fold(entry[2][0][1].text)) for entry in (one, other)))


def _parts(text: str) -> Iterable[str]:
    return text.split() if text.isascii() or " " in text else text
