"""What runs, what ends, what is owed."""

from __future__ import annotations

from calendar import Calendar, monthrange
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

from mandex.corpus.errors import BadQueryError
from mandex.index.base import Base, Records
from mandex.index.life import calendar, reports
from mandex.index.life.absent import absent
from mandex.web.params import AS_OF, Asked, Param, day
from mandex.web.views import Answered, View

_WITHIN = Param("within", "So many days ahead.", "integer", 365, least=1, most=3660)
_MANY = Param("n", "At most so many rows.", "integer", 500, least=1)
_COLUMNS = ("date", "subject", "doc", "pinpoint", "status", "clause")


def _calendar(base: Base, asked: Asked) -> Answered:
    month = _month(asked["month"])
    rows = _of_month(base, asked, month) if month else _ahead(base, asked)
    months: dict[str, list[object]] = {}
    today = asked["as_of"] or date.today().isoformat()
    passed = [row for row in rows[: asked["n"]] if row["date"] < today] if not month else []
    for row in rows[len(passed) : asked["n"]]:
        months.setdefault(row["date"][:7], []).append(row)
    shown = {
        "passed": passed,
        "months": months, "what": asked["what"], "month": _grid(month, rows) if month else None,
        "this_month": next(iter(months), date.today().isoformat()[:7]),
    }  # fmt: skip
    return Answered(rows[: asked["n"]], shown, len(rows))


def _ahead(base: Base, asked: Asked) -> list[dict[str, Any]]:
    dues = base.reports_due if asked["what"] == "reports" else base.expiring
    return dues(within=asked["within"], as_of=asked["as_of"]).rows()


def _of_month(base: Base, asked: Asked, month: date) -> list[dict[str, Any]]:
    """What falls due in a month, as things stand on the day asked for, or today."""
    first = month.isoformat()
    last = month.replace(day=monthrange(month.year, month.month)[1]).isoformat()
    dues = reports.reports_due if asked["what"] == "reports" else calendar.expiring
    found = dues(base.store, first, last, as_of=asked["as_of"])
    return [due.row() for due in found if due.date >= first]  # what ran out before is in its own month


def _month(said: str) -> date | None:
    """The first day of a month such as `2026-12`; raises `BadQueryError`."""
    if not said:
        return None
    try:
        return day(f"{said}-01")
    except ValueError as error:
        raise BadQueryError(f"month={said!r} is no month such as 2026-12") from error


def _grid(month: date, rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The weeks of a month, Monday first, each day with its rows; and the months beside it."""
    by_day: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        by_day.setdefault(row["date"], []).append(row)
    weeks = [
        [(day, by_day.get(day.isoformat(), ()) if day.month == month.month else None) for day in week]
        for week in Calendar().monthdatescalendar(month.year, month.month)
    ]
    before, after = month - timedelta(days=1), month + timedelta(days=31)
    return {
        "name": f"{month:%Y-%m}", "weeks": weeks, "before": f"{before:%Y-%m}", "after": f"{after:%Y-%m}",
    }  # fmt: skip


def _regimes(base: Base, asked: Asked) -> Answered:
    return _living(base.regimes, "regime", asked)


def _missions(base: Base, asked: Asked) -> Answered:
    return _living(base.missions, "mission", asked)


def _living(ask: Callable[..., Records[Any]], kind: str, asked: Asked) -> Answered:
    """What lives, all or by a name; else why nothing goes by that."""
    name, on = asked["name"], partial(ask, as_of=asked["as_of"])
    rows = on(name, ended=asked["all"]).rows()
    return Answered(rows, message="" if rows or not name else absent(on, kind, name, lambda _, one: one))


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
            "name", "measure", "imposed_by", "latest_renewal", "until", "status", "exemptions", "criteria",
            "reason",
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
            _WITHIN, AS_OF, _MANY, Param("month", "One month as a sheet: 2026-12."),
            Param("what", "Mandates and measures that end, or reports that are owed.", default="ends",
                  choices=("ends", "reports")),
        ),
        "calendar.html", _COLUMNS,
    ),
)  # fmt: skip
