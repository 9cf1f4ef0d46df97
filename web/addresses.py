"""Addresses: of documents and places in them here, and of the official text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote, quote_plus

_KEPT = "/()"  # as people read them in an address


@lru_cache(4096)  # a page names the same documents again and again
def address(symbol: str, pinpoint: str = "", lang: str = "en") -> str:
    """`/S/RES/2396(2017)#OP12` for `S/RES/2396 (2017)` and `12` or `OP12`; with `?lang=` of a version that is
    not the one shown first.
    """
    version = "" if lang == "en" else f"?lang={quote(lang)}"
    mark = f"#{quote(anchor(pinpoint), safe=_KEPT)}" if pinpoint else ""
    return f"/{quote(symbol.replace(' (', '('), safe=_KEPT)}{version}{mark}"


def anchor(pinpoint: str) -> str:
    """The name of a place within a page: `OP12(a)`; blanks become hyphens."""
    named = f"OP{pinpoint}" if pinpoint[:1].isdigit() else pinpoint
    return named.replace(" ", "-")


class Changing:
    """An address whose values change one at a time; those that stay are put into its form once."""

    def __init__(self, path: str, values: Mapping[str, Any]) -> None:
        self._path = path
        self._said = {name: said for name, value in values.items() if (said := _said(name, value))}
        kept = "&".join(self._said.values())
        self.query = f"?{kept}" if kept else ""  # of the address as it is

    def __call__(self, **changed: Any) -> str:
        """The address with some values changed; empty ones go."""
        said = {**self._said, **{name: _said(name, value) for name, value in changed.items()}}
        kept = "&".join(filter(None, said.values()))
        return f"{self._path}?{kept}" if kept else self._path


@lru_cache(512, typed=True)  # the same few values are changed on each page
def _said(name: str, value: str | int | None) -> str:
    return "" if value in ("", None, False) else f"{quote_plus(name)}={quote_plus(str(value))}"


# `S/RES/733 (1992) OP5` and `S/RES/733 (1992)` as the rows of commands name places; not the symbol in a word.
_PLACE = re.compile(r"(?<!\w)(S/RES/\d{1,4} \(\d{4}\))(?:,? (OP[\w()]+|PP\d+|Annex(?: [IVX]+)?))?")


def places(text: str) -> Iterator[tuple[str, str]]:
    """The text in pieces, each with the address that it names, or none."""
    done = 0
    for found in _PLACE.finditer(text):
        yield text[done : found.start()], ""
        yield found[0], address(found[1], found[2] or "")
        done = found.end()
    yield text[done:], ""
