"""Days as a calendar file (RFC 5545): one event for each duty, which calendars update instead of doubling."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from mandex.index.life.calendar import Due

_ADDRESS = "https://undocs.org/"
_NOTICE = "P14D"  # how long before the day the alarm goes off
_FOLD = 75  # octets in a line, without its end
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def icalendar(days: Iterable[Due], *, stamp: str) -> str:
    """The days as a calendar file of all-day events; `stamp` is the UTC time of writing,
    `20261122T000000Z`. A duty that falls due again and again is one event with all its days.
    """
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mandex//Mandates of the Security Council//EN",
        "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
    ]  # fmt: skip
    duties: dict[str, list[Due]] = {}
    for due in (one for one in days if one.date):  # *on a regular basis* is no day
        duties.setdefault(_uid(due), []).append(due)
    for uid, occasions in duties.items():
        lines += _event(uid, occasions, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in fold_line(line))


def _event(uid: str, occasions: Sequence[Due], stamp: str) -> list[str]:
    due = occasions[0]
    place = f"{due.doc} {due.pinpoint}".strip()
    summary = f"{due.subject} expires" if due.what == "expires" else f"Report due: {due.subject or 'unnamed'}"
    details = [due.clause, f"To: {due.to}" if due.to else "", f"{due.status}: {due.reason}"]
    after = date.fromisoformat(due.date) + timedelta(days=1)
    again = ",".join(_compact(other.date) for other in occasions[1:])
    lines = [
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{_compact(due.date)}",
        f"DTEND;VALUE=DATE:{_compact(after.isoformat())}",
        f"RDATE;VALUE=DATE:{again}" if again else "",
        f"SUMMARY:{_escape(f'{summary} ({place})')}",
        f"DESCRIPTION:{_escape(chr(10).join(filter(None, details)))}",
        f"URL:{_ADDRESS}{due.doc.replace(' ', '')}",
        f"CATEGORIES:{_escape('Expiry' if due.what == 'expires' else 'Report')}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escape(summary)}",
        f"TRIGGER:-{_NOTICE}",
        "END:VALARM",
        "END:VEVENT",
    ]
    return [line for line in lines if line]


def _compact(day: str) -> str:
    return day.replace("-", "")


def _uid(due: Due) -> str:
    """The same for the same duty on every export, whatever its day, so that calendars update it."""
    words = re.sub(r"[^A-Za-z0-9]+", "-", f"{due.doc} {due.pinpoint} {due.what} {due.subject}")
    told_apart = hashlib.sha256(f"{due.to} {due.every} {due.clause}".encode()).hexdigest()[:8]
    return f"{words.strip('-').lower()}-{told_apart}@mandex"


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
