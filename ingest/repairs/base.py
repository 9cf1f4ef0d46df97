"""What a repair is, and the characters that repairs speak of."""

from __future__ import annotations

from collections.abc import Callable

from mandex.corpus.records import dataclass
from mandex.corpus.traced import Traced

HANZI = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
CJK_MARKS = r"\u3001-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff65\u2018-\u201f\u3220-\u3229"


@dataclass(frozen=True, slots=True)
class Repair:
    """One kind of damage and how it is undone; every change is logged on the text under a name."""

    name: str
    apply: Callable[[Traced], Traced]
