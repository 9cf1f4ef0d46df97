"""Addresses: of documents and places in them here, and of the official text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlencode

_KEPT = "/()"  # as people read them in an address


@lru_cache(4096)  # a page names the same documents again and again
def address(symbol: str, pinpoint: str = "") -> str:
    """`/S/RES/2396(2017)#OP12` for `S/RES/2396 (2017)` and `12` or `OP12`."""
    mark = f"#{quote(anchor(pinpoint), safe=_KEPT)}" if pinpoint else ""
    return f"/{quote(symbol.replace(' (', '('), safe=_KEPT)}{mark}"


def anchor(pinpoint: str) -> str:
    """The name of a place within a page: `OP12(a)`; blanks become hyphens."""
    named = f"OP{pinpoint}" if pinpoint[:1].isdigit() else pinpoint
    return named.replace(" ", "-")


def with_values(path: str, values: Mapping[str, Any], **changed: Any) -> str:
    """An address with the same values but for those that change; empty ones are left out."""
    merged = {**values, **changed}
    kept = {name: value for name, value in merged.items() if value not in ("", None, False)}
    return f"{path}?{urlencode(kept)}" if kept else path


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
