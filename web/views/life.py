"""What runs, what ends, what is owed."""

from __future__ import annotations

from mandex.index.base import Base
from mandex.web.params import AS_OF, Asked, Param
from mandex.web.views import Answered, View

_WITHIN = Param("within", "So many days ahead.", "integer", 365, least=1, most=3660)
_MANY = Param("n", "At most so many rows.", "integer", 500, least=1)
_COLUMNS = ("date", "subject", "doc", "pinpoint", "status", "clause")


def _calendar(base: Base, asked: Asked) -> Answered:
    dues = base.reports_due if asked["what"] == "reports" else base.expiring
    rows = dues(within=asked["within"], as_of=asked["as_of"]).rows()
    months: dict[str, list[object]] = {}
    for row in rows[: asked["n"]]:
        months.setdefault(row["date"][:7], []).append(row)
    return Answered(rows[: asked["n"]], {"months": months, "what": asked["what"]}, len(rows))


VIEWS = (
    View(
        "/calendar", "Calendar", "What ends, and what reports are owed, by day.", _calendar,
        (
            _WITHIN, AS_OF, _MANY,
            Param("what", "Mandates and measures that end, or reports that are owed.", default="ends",
                  choices=("ends", "reports")),
        ),
        "calendar.html", _COLUMNS,
    ),
)  # fmt: skip
