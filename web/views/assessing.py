"""The assessment workbook: made for the resolutions asked for, and summed up when it comes back filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from mandex.corpus.errors import BadQueryError
from mandex.index.base import Base
from mandex.index.compare import profiles
from mandex.index.compare.assessments import flagged, totals
from mandex.index.lookup.values import known_value
from mandex.web.params import AS_OF, LANG, Asked, Param
from mandex.web.views import Answered, View
from mandex.web.views.duties import wanted

_MOST = 40  # resolutions of a workbook that comes back

if TYPE_CHECKING:
    from mandex.index.compare.workbook import Filled


def _assessment(base: Base, asked: Asked) -> Answered:
    """The obligations that the workbook has rows for."""
    if not (asked["refs"] or asked["profile"]):
        return Answered((), profile_names())
    found, profile = wanted(base, asked)
    country = known_value("country", asked["country"]) if asked["country"] else ""
    shown = {**profile_names(), "book": (found, profile, country), "many": len(found)}
    return Answered([one.row() for one in found], shown, len(found))


def book(answered: Answered) -> bytes:
    """The workbook of what was asked for."""
    from mandex.index.compare.workbook import workbook  # noqa: PLC0415 - openpyxl is slow to import

    found, profile, country = answered.shown["book"]
    return workbook(found, profile, lang=found[0].lang if found else "en", country=country)


def profile_names() -> dict[str, Any]:
    """What the form offers."""
    return {"profiles": profiles.names()}


def assessed(base: Base, filled: Filled) -> Mapping[str, Any]:
    """What a workbook says that was filled in: counts by theme, and provisions that have changed since.

    Raises `BadQueryError` where it names more resolutions than a page can look at.
    """
    rows: list[dict[str, Any]] = [
        {
            "theme": row.theme, "key": row.key, "mark": row.mark, "provision": row.provision,
            "obligation": row.obligation, "status": row.answers.get("status", ""),
        }
        for row in filled.rows
    ]  # fmt: skip
    if len({row["provision"].split(" OP")[0] for row in rows}) > _MOST:
        raise BadQueryError(f"at most {_MOST} documents at a time")
    changed = [row for row in flagged(base.store, rows) if row["flag"]]
    return {"filled": filled, "totals": list(totals(rows)), "changed": changed}


ASSESSMENT = View(
    "/assessment", "Assessment",
    "A workbook to assess a country with, one obligation a row; a filled one is summed up and not kept.",
    _assessment,
    (
        Param("refs", "Resolutions, with commas: 1373, 2396."),
        Param("profile", "A ready list of resolutions and themes.", choices=("", *profiles.names())),
        Param("of", "Whose obligations.", default="member-states"),
        Param("topic", "Of one topic."), Param("country", "The country that is assessed."), LANG, AS_OF,
    ),
    "assessment.html", made={"xlsx": book},
)  # fmt: skip
VIEWS = (ASSESSMENT,)
