"""Days as a calendar file (RFC 5545): one event for each duty, which calendars update instead of doubling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from mandex.index.life.calendar import Due

_FOLD = 75  # octets in a line, without its end
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def icalendar(days: Iterable[Due], *, stamp: str) -> str:
    """The days as a calendar file of all-day events; `stamp` is the UTC time of writing,
    `20261122T000000Z`.
    """
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mandex//Mandates of the Security Council//EN",
        "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
    ]  # fmt: skip
    for due in days:
        lines += _event(due, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in fold_line(line))


def _event(due: Due, stamp: str) -> list[str]:
    place = f"{due.doc} {due.pinpoint}".strip()
    summary = f"{due.subject} expires" if due.what == "expires" else f"Report due: {due.subject or 'unnamed'}"
    details = [due.clause, f"To: {due.to}" if due.to else "", f"{due.status}: {due.reason}"]
    after = date.fromisoformat(due.date) + timedelta(days=1)
    return [
        "BEGIN:VEVENT",
        f"UID:{_uid(due)}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{due.date.replace('-', '')}",
        f"DTEND;VALUE=DATE:{after.isoformat().replace('-', '')}",
        f"SUMMARY:{_escape(f'{summary} ({place})')}",
        f"DESCRIPTION:{_escape(chr(10).join(filter(None, details)))}",
        f"CATEGORIES:{_escape('Expiry' if due.what == 'expires' else 'Report')}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _uid(due: Due) -> str:
    """The same for the same thing on every export, so that calendars update instead of doubling."""
    words = re.sub(r"[^A-Za-z0-9]+", "-", f"{due.doc} {due.pinpoint} {due.what} {due.subject} {due.date}")
    return f"{words.strip('-').lower()}@mandex"


def _escape(text: str) -> str:
    return text.translate(_ESCAPES)


def fold_line(line: str) -> Iterator[str]:
    """A content line in pieces of at most 75 octets, the later ones begun with a blank; no character is
    cut.
    """
    piece, size = "", 0
    for char in line:
        width = len(char.encode("utf-8"))
        if size + width > _FOLD:
            yield piece
            piece, size = " ", 1
        piece += char
        size += width
    yield piece
