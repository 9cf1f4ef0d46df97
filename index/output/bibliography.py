"""Entries for bibliographies: BibTeX, and footnotes in the style of OSCOLA.

OSCOLA is the *Oxford University Standard for Citation of Legal Authorities*; its supplement *Citing
International Law Sources* (2006) cites `UNSC Res 1373 (28 September 2001) UN Doc S/RES/1373`. The symbol is
given here as the United Nations prints it, with the year: `S/RES/1373 (2001)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mandex.corpus import registry
from mandex.corpus.addresses import address
from mandex.corpus.dates import MONTHS
from mandex.corpus.store import Store
from mandex.corpus.symbols import Reference, resolution_number

_AUTHORS: Mapping[str, tuple[str, str]] = {
    "S": ("United Nations Security Council", "UNSC"),
    "A": ("United Nations General Assembly", "UNGA"),
    "E": ("United Nations Economic and Social Council", "ECOSOC"),
}
_NOBODY = ("United Nations", "UN")
# Resolutions of the Assembly and of ECOSOC: A/RES/60/288, A/RES/377(V), E/RES/2007/12.
_OTHER_RESOLUTION = re.compile(r"[A-Z]+(?:/HRC)?/RES/(?P<number>.+)")
_STATEMENT = re.compile(r"S/PRST/(?P<number>\d{4}/\d+)")
# `Security Council resolution 2617 (2021) [on …]`, `Statement [made on behalf of …, entitled "…"]`.
_LIBRARY_TITLE = re.compile(
    r"(?:Security Council resolution|Statement)[^[]*\[(?:on )?(?P<about>(?:[^\"]*\"(?P<item>[^\"]+)\")?.*)\]"
)
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#",
        "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Work:
    """What a bibliography says of a document; what is not known is empty. `date` is ISO."""

    symbol: str
    title: str = ""
    date: str = ""
    year: str = ""
    meeting: str = ""


def look_up(store: Store, symbol: str) -> Work:
    """A document from what the base holds of it, in English where it does, and from the registry."""
    row = store.connection.execute(
        "SELECT title, date, year, meeting FROM documents WHERE symbol = ? ORDER BY lang LIMIT 1", (symbol,)
    ).fetchone()
    return _work(symbol, *(row or ("", "", None, "")))


def works(rows: Iterable[Mapping[str, Any]]) -> Iterator[Work]:
    """The works in rows of documents, each once whatever the number of its language versions."""
    seen: set[str] = set()
    for row in rows:
        if row["symbol"] not in seen:
            seen.add(row["symbol"])
            yield _work(row["symbol"], row["title"], row["date"], row["year"], row["meeting"])


def _work(symbol: str, title: str, date: str, year: int | None, meeting: str) -> Work:
    title = _subject(title)
    adoption = registry.adoption(resolution_number(symbol) or 0)
    if adoption:
        title = adoption.agenda_item.strip("- ") or title
        date, year, meeting = adoption.adopted or date, adoption.year, adoption.meeting or meeting
    return Work(symbol, title, date, str(year or date[:4]), meeting)


def _subject(title: str) -> str:
    """The subject in a title as the library of the United Nations writes it, or the title itself."""
    match = _LIBRARY_TITLE.fullmatch(title)
    return (match["item"] or match["about"]) if match else title


# -- BibTeX


def bibtex(work: Work) -> str:
    """One entry, of the type `misc`, which every style knows; UTF-8, with TeX's own characters escaped."""
    fields = {
        "author": f"{{{_author(work)[0]}}}",
        "title": _tex(_name(work)) + (f": {_tex(work.title)}" if work.title else ""),
        "year": work.year,
        "number": _tex(work.symbol),
        "howpublished": f"UN Doc. {_tex(work.symbol)}",
        "note": _tex(_adopted(work)),
        "url": address(work.symbol),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    # A month is one of BibTeX's own abbreviations, not text: it stands without braces.
    lines += [f"  month = {MONTHS[int(work.date[5:7]) - 1][:3].lower()}"] if work.date[5:7] else []
    return "\n".join([f"@misc{{{_key(work.symbol)},", ",\n".join(lines), "}", ""])


def _tex(text: str) -> str:
    return " ".join(text.split()).translate(_TEX)


def _key(symbol: str) -> str:
    """`S/RES/1373 (2001)` -> `S-RES-1373-2001`."""
    return re.sub(r"\W+", "-", symbol).strip("-")


def _adopted(work: Work) -> str:
    at = f"at the {_ordinal(work.meeting)} meeting" if work.meeting else ""
    on = f"on {_day(work.date)}" if len(work.date) == 10 else ""
    adopted = " ".join(filter(None, (at, on)))
    return f"Adopted {adopted}" if adopted and _kind(work) == "resolution" else ""


def _ordinal(number: str) -> str:
    if not number.isdigit():
        return number
    teens = number[-2:] in {"11", "12", "13"}
    return number + ("th" if teens else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th"))


# -- OSCOLA


def oscola(work: Work, pinpoint: str = "") -> str:
    """A footnote without its full stop: `UNSC Res 1 (25 January 1946) UN Doc S/RES/1 (1946), para 2`."""
    when = _day(work.date) if len(work.date) == 10 else work.year
    parts = [_short(work), f"({when})" if when else "", f"UN Doc {work.symbol}"]
    return " ".join(filter(None, parts)) + (f", {_place(pinpoint)}" if pinpoint else "")


def _short(work: Work) -> str:
    author = _author(work)[1]
    number = resolution_number(work.symbol)
    other = _OTHER_RESOLUTION.fullmatch(work.symbol)
    if number or other:
        return f"{author} Res {number or (other and other['number'])}"
    if _STATEMENT.fullmatch(work.symbol):
        return f"{author} Presidential Statement"
    return f"{author}, ‘{' '.join(work.title.split())}’" if work.title else ""


def _place(pinpoint: str) -> str:
    """A pinpoint as lawyers write it: `12(a)` -> `para 12(a)`, `PP5` -> `preambular para 5`."""
    if pinpoint.startswith("PP"):
        return f"preambular para {pinpoint[2:]}"
    return f"para {pinpoint}" if pinpoint[:1].isdigit() else pinpoint.replace("Annex", "annex")


def _day(date: str) -> str:
    return f"{int(date[8:])} {MONTHS[int(date[5:7]) - 1]} {date[:4]}"


# -- what is being cited


def _author(work: Work) -> tuple[str, str]:
    return _AUTHORS.get(work.symbol.split("/")[0], _NOBODY)


def _kind(work: Work) -> str:
    if resolution_number(work.symbol) or _OTHER_RESOLUTION.fullmatch(work.symbol):
        return "resolution"
    return "statement" if _STATEMENT.fullmatch(work.symbol) else "document"


def _name(work: Work) -> str:
    """What a document is called in a title: `Resolution 1373 (2001)`."""
    kind = _kind(work)
    if kind == "resolution":
        number = work.symbol.split("/RES/", 1)[1]
        return f"Resolution {number}"
    return "Statement by the President of the Security Council" if kind == "statement" else work.symbol


# -- many at once


def entries(rows: Iterable[Mapping[str, Any]], style: str) -> Iterator[str]:
    """Rows of documents as entries in a style, `bibtex` or `oscola`."""
    make = bibtex if style == "bibtex" else oscola
    return (make(work) for work in works(rows))


def entry(store: Store, reference: Reference, style: str) -> str:
    """The entry for a reference in a style, `bibtex` or `oscola`; only the latter has room for a pinpoint."""
    work = look_up(store, reference.symbol)
    return bibtex(work) if style == "bibtex" else oscola(work, reference.pinpoint)
