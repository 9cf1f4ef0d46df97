"""What passes between the steps of finding citations."""

from __future__ import annotations

from mandex.corpus.records import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention, before it is checked: at `start` .. `end`, its list or clause beginning at `head`.

    `number` and `year` are those printed for a resolution of the Council (0 where none is), `target` is the
    symbol of any other document, `own` stands for the citing document itself. `gaps` counts lost numbers.
    `date` (ISO) is the day printed beside a number that is lost or wrong.
    """

    start: int
    end: int
    head: int
    target: str = ""
    number: int = 0
    year: int = 0
    pinpoint: str = ""
    gaps: int = 0
    own: bool = False
    date: str = ""
