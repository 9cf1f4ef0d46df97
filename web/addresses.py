"""Addresses: of documents and places in them here, and of the official text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from mandex.corpus.symbols import Reference, parse

_KEPT = "/()"  # as people read them in an address


def address(symbol: str, pinpoint: str = "") -> str:
    """`/S/RES/2396(2017)#OP12` for `S/RES/2396 (2017)` and `12` or `OP12`."""
    mark = f"#{quote(anchor(pinpoint), safe=_KEPT)}" if pinpoint else ""
    return f"/{quote(symbol.replace(' (', '('), safe=_KEPT)}{mark}"


def anchor(pinpoint: str) -> str:
    """The name of a place within a page: `OP12(a)`; blanks become hyphens."""
    named = f"OP{pinpoint}" if pinpoint[:1].isdigit() else pinpoint
    return named.replace(" ", "-")


def reference(place: str) -> Reference:
    """The document at an address; raises `BadReferenceError`."""
    return parse(place)


def with_values(path: str, values: Mapping[str, Any], **changed: Any) -> str:
    """An address with the same values but for those that change; empty ones are left out."""
    merged = {**values, **changed}
    kept = {name: value for name, value in merged.items() if value not in ("", None, False)}
    return f"{path}?{urlencode(kept)}" if kept else path
