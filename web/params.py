"""What a view may be asked: named, typed, bounded; shared by pages, twins and the API's description."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Any, Literal

from mandex.corpus.errors import BadQueryError
from mandex.corpus.records import dataclass

MOST_ROWS = 500
LONGEST = 600  # characters of a value

_TRUE = frozenset({"1", "true", "yes", "on"})
_FALSE = frozenset({"0", "false", "no", "off"})

_YEARS = range(1946, 2200)  # of days that can be asked for: the Council's, and room to count on from

Kind = Literal["text", "integer", "date", "flag"]


def day(said: str) -> date:
    """A day written as `2026-11-22`; raises `ValueError` for any other text, and for days of other ages."""
    found = date.fromisoformat(said)
    if found.year not in _YEARS:
        raise ValueError(f"{said} is out of range")
    return found


@dataclass(frozen=True, slots=True)
class Param:
    """One parameter of a view. `choices` bound a text, `least` and `most` an integer."""

    name: str
    about: str
    kind: Kind = "text"
    default: Any = ""
    choices: Sequence[str] = ()
    least: int = 0
    most: int = MOST_ROWS

    def read(self, value: str) -> Any:
        """The value as typed; raises `BadQueryError` where it is not of the kind."""
        if len(value) > LONGEST:
            raise BadQueryError(f"{self.name} has more than {LONGEST} characters")
        match self.kind:
            case "flag":
                return self._flag(value.lower())
            case "integer":
                return self._integer(value)
            case "date":
                return self._date(value)
            case "text":
                return self._text(value)

    def _flag(self, value: str) -> bool:
        if value not in _TRUE | _FALSE:
            raise BadQueryError(f"{self.name} is true or false, not {value!r}")
        return value in _TRUE

    def _integer(self, value: str) -> int:
        if not (value.isascii() and value.isdigit() and len(value) < 10):
            raise BadQueryError(f"{self.name} must be a whole number, not {value!r}")
        if not self.least <= int(value) <= self.most:
            raise BadQueryError(f"{self.name} must lie between {self.least} and {self.most}")
        return int(value)

    def _date(self, value: str) -> str:
        try:
            return day(value).isoformat()
        except ValueError as error:
            raise BadQueryError(f"{self.name}={value!r} is no day such as 2026-11-22") from error

    def _text(self, value: str) -> str:
        if self.choices and value not in self.choices:
            raise BadQueryError(f"{self.name} can be {', '.join(self.choices)}, not {value!r}")
        return value

    def schema(self) -> dict[str, Any]:
        """The parameter in OpenAPI's words."""
        match self.kind:
            case "flag":
                what: dict[str, Any] = {"type": "boolean"}
            case "integer":
                what = {"type": "integer", "minimum": self.least, "maximum": self.most}
            case "date":
                what = {"type": "string", "format": "date"}
            case "text":
                what = {"type": "string", "maxLength": LONGEST}
                if self.choices:
                    what["enum"] = list(self.choices)
        if self.default != "" and self.default is not None:
            what["default"] = self.default
        return {"name": self.name, "in": "query", "description": self.about, "schema": what}


@dataclass(frozen=True, slots=True)
class Asked:
    """The values that a request gives to a view's parameters, and the address that they came with."""

    values: Mapping[str, Any] = field(default_factory=dict)
    path: str = "/"
    place: str = ""  # of a document: its symbol as in the address
    given: Mapping[str, str] = field(default_factory=dict)  # the values in the address, as they were typed

    def __getitem__(self, name: str) -> Any:
        return self.values[name]


LIMIT = Param("n", "At most so many rows.", "integer", 20, least=1)
OFFSET = Param("from", "Rows to pass over before the first.", "integer", 0, most=10_000)
AS_OF = Param("as_of", "As things stand on this day (default: today).", "date")
LANG = Param("lang", "Only this language.", choices=("", "en", "zh", "zh-Hans", "zh-Hant"))
