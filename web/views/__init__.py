"""What can be asked for: each view answers a page, its twins and its line in the description of the API.

A view is a function from a base and what is asked to an `Answered`: the rows of the command of that name, and
what else the page shows. Nothing here knows of HTTP.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Any

from mandex.corpus.records import dataclass
from mandex.index.base import Base
from mandex.web.params import Asked, Param

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answered:
    """What a view found: `rows` for programs, `shown` beside them for the page.

    `found` is False where there is no such thing; `total` counts the rows that there are, shown or not.
    """

    rows: Sequence[Row] = ()
    shown: Mapping[str, Any] = field(default_factory=dict)
    total: int | None = None
    found: bool = True
    message: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """A view at an address: `/calendar` is a page, `/calendar.json`, `.csv` and `.xlsx` are its rows.

    `made` are twins that are more than the rows: a workbook to fill in.
    """

    path: str
    title: str
    about: str
    answer: Callable[[Base, Asked], Answered]
    params: tuple[Param, ...] = ()
    template: str = "listing.html"
    columns: tuple[str, ...] = ()
    made: Mapping[str, Callable[[Answered], bytes]] = field(default_factory=dict)
