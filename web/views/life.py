"""What runs, what ends, what is owed."""

from __future__ import annotations

from datetime import date, timedelta

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


def _regimes(base: Base, asked: Asked) -> Answered:
    return Answered(base.regimes(asked["name"], as_of=asked["as_of"], ended=asked["all"]).rows())


def _missions(base: Base, asked: Asked) -> Answered:
    return Answered(base.missions(asked["name"], as_of=asked["as_of"], ended=asked["all"]).rows())


def _changes(base: Base, asked: Asked) -> Answered:
    since = asked["since"] or (date.today() - timedelta(days=_LATELY)).isoformat()
    return Answered(base.changes(since, as_of=asked["as_of"]).rows(), {"since": since})


_LATELY = 365  # days that /changes looks back where it is not told how far
_NAME = Param("name", "Only those whose name has this.")
_ALL = Param("all", "Also what is over.", "flag", default=False)

VIEWS = (
    View(
        "/regimes", "Regimes", "Sanctions regimes as the texts have them: measures, until when, why.",
        _regimes,
        (_NAME, AS_OF, _ALL), columns=(
            "name", "measure", "imposed_by", "latest_renewal", "until", "status", "exemptions", "reason",
        ),
    ),
    View(
        "/missions", "Missions", "Missions as the texts have them: founding, mandate, strength, end.",
        _missions, (_NAME, AS_OF, _ALL),
        columns=("name", "founded_by", "latest", "until", "strength", "status", "successor", "reason"),
    ),
    View(
        "/changes", "Changes", "What began, was renewed, changed or ended.", _changes,
        (Param("since", "After this day (default: a year ago).", "date"), AS_OF),
        columns=("date", "what", "subject", "doc", "pinpoint", "until", "status", "clause"),
    ),
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
