"""Entries for bibliographies: files for reference managers, and footnotes in the styles of lawyers.

- OSCOLA, the *Oxford University Standard for Citation of Legal Authorities*; its supplement *Citing
  International Law Sources* (2006): `UNSC Res 1373 (28 September 2001) UN Doc S/RES/1373`. The symbol is
  given here as the United Nations prints it, with the year.
- *The Bluebook*, 21st edition, rule 21.8: `S.C. Res. 1373, ¶ 1(c) (Sept. 28, 2001)`.
- AGLC, the *Australian Guide to Legal Citation*, on the United Nations: `SC Res 1373, UN SCOR, 56th sess,
  4385th mtg, UN Doc S/RES/1373 (28 September 2001) para 1(c)`.
- The *United Nations Editorial Manual*: `Security Council resolution 1373 (2001), para. 1 (c)`.

Each but the files ends without a full stop, so that a footnote may go on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from mandex.corpus.addresses import address
from mandex.corpus.dates import MONTHS
from mandex.corpus.store import Store
from mandex.corpus.symbols import Reference
from mandex.index.output.works import Work, look_up

_MONTHS = tuple(MONTHS)
_SHORT_MONTHS = [
    "Jan.",
    "Feb.",
    "Mar.",
    "Apr.",
    "May",
    "June",
    "July",
    "Aug.",
    "Sept.",
    "Oct.",
    "Nov.",
    "Dec.",
]  # The Bluebook, table T12
_FIRST_YEAR = 1946  # of the Council's Official Records


def render(cited: Iterable[tuple[Work, str]], style: str) -> str:
    """Works with their pinpoints as text in one of `STYLES`, ready to be written."""
    if style in _MANAGED:
        cited = _by_work(cited)
    if style == "csl-json":
        return json.dumps([csl(*one) for one in cited], ensure_ascii=False, indent=1) + "\n"
    make = _STYLES[style]
    return "".join(f"{make(*one)}\n" for one in cited)


def _by_work(cited: Iterable[tuple[Work, str]]) -> list[tuple[Work, str]]:
    """Each work once, with all its places: reference managers want one entry for a key."""
    places: dict[Work, dict[str, None]] = {}
    for work, pinpoint in cited:
        places.setdefault(work, {})[pinpoint] = None
    return [(work, _together(list(filter(None, named)))) for work, named in places.items()]


def _together(pinpoints: Sequence[str]) -> str:
    """`1(c), 2; PP5`: numbered paragraphs side by side, whatever else on its own."""
    numbered = ", ".join(one for one in pinpoints if one[0].isdigit())
    return "; ".join(filter(None, (numbered, *(one for one in pinpoints if not one[0].isdigit()))))


def entry(store: Store, reference: Reference, style: str) -> str:
    """The entry for a reference in one of `STYLES`."""
    return render([(look_up(store, reference.symbol), reference.pinpoint)], style).removesuffix("\n")


# -- for reference managers

_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#",
        "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    }
)  # fmt: skip


def bibtex(work: Work, pinpoint: str = "") -> str:
    """A `@report` of biblatex; UTF-8, with TeX's own characters escaped."""
    fields = {
        "author": f"{{{work.author}}}",
        "title": _tex(work.name) + (f": {_tex(work.title)}" if work.title else ""),
        "type": {"resolution": "Resolution", "statement": "Presidential statement"}.get(
            work.kind, "Document"
        ),
        "institution": work.author,
        "date": work.date or work.year,
        "number": _tex(work.symbol),
        "note": _tex("; ".join(filter(None, (_adopted(work), _place(pinpoint))))),
        "url": address(work.symbol),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return "\n".join([f"@report{{{_key(work.symbol)},", ",\n".join(lines), "}", ""])


def _tex(text: str) -> str:
    return " ".join(text.split()).translate(_TEX)


def _key(symbol: str) -> str:
    """`S/RES/1373 (2001)` -> `S-RES-1373-2001`."""
    return re.sub(r"\W+", "-", symbol).strip("-")


def ris(work: Work, pinpoint: str = "") -> str:
    """A record of RIS, as Zotero, EndNote and Mendeley read it."""
    lines = [
        ("TY", "RPRT"),
        ("ID", _key(work.symbol)),
        ("AU", f"{work.author},"),  # the comma says that this is no person with a first name
        ("TI", work.name + (f": {' '.join(work.title.split())}" if work.title else "")),
        ("PY", work.year),
        ("DA", work.whole_date.replace("-", "/")),
        ("PB", work.author),
        ("M1", work.symbol),
        ("SP", _place(pinpoint)),
        ("N1", _adopted(work)),
        ("UR", address(work.symbol)),
    ]
    return "\n".join([*(f"{tag}  - {value}" for tag, value in lines if value), "ER  - ", ""])


def csl(work: Work, pinpoint: str = "") -> dict[str, Any]:
    """An item of CSL-JSON, as Zotero and pandoc read it."""
    parts = [int(part) for part in (work.date or work.year).split("-") if part]
    item = {
        "id": _key(work.symbol),
        "type": "report",
        "author": [{"literal": work.author}],
        "title": work.name + (f": {' '.join(work.title.split())}" if work.title else ""),
        "issued": {"date-parts": [parts]} if parts else None,
        "number": work.symbol,
        "genre": {"resolution": "Resolution", "statement": "Presidential statement"}.get(work.kind),
        "publisher": work.author,
        "note": "; ".join(filter(None, (_adopted(work), _place(pinpoint)))),
        "URL": address(work.symbol),
    }
    return {name: value for name, value in item.items() if value}


def _adopted(work: Work) -> str:
    at = f"at the {_ordinal(work.meeting)} meeting" if work.meeting else ""
    on = f"on {_day(work.date)}" if work.whole_date else ""
    adopted = " ".join(filter(None, (at, on)))
    return f"Adopted {adopted}" if adopted and work.kind == "resolution" else ""


def _ordinal(number: str) -> str:
    if not number.isdigit():
        return number
    teens = number[-2:] in {"11", "12", "13"}
    return number + ("th" if teens else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th"))


# -- footnotes


def oscola(work: Work, pinpoint: str = "") -> str:
    """`UNSC Res 1 (25 January 1946) UN Doc S/RES/1 (1946), para 2`."""
    when = _day(work.date) if work.whole_date else work.year
    if work.number:
        name = f"{work.organ.oscola} Res {work.number}"
    elif work.kind == "statement":
        name = f"{work.organ.oscola} Presidential Statement"
    else:
        name = f"{work.organ.oscola}, ‘{' '.join(work.title.split())}’" if work.title else ""
    parts = [name, f"({when})" if when else "", f"UN Doc {work.symbol}"]
    return " ".join(filter(None, parts)) + (f", {_place(pinpoint)}" if pinpoint else "")


def bluebook(work: Work, pinpoint: str = "") -> str:
    """`S.C. Res. 1373, ¶ 1(c) (Sept. 28, 2001)`; another document by its title and symbol."""
    place = f", {_place(pinpoint, '¶ ')}" if pinpoint else ""
    when = f" ({_american(work.date) if work.whole_date else work.year})" if work.year else ""
    if work.number:
        # The Bluebook abbreviates only some organs; the resolutions of others go by their symbol too.
        symbol = f", U.N. Doc. {work.symbol}" if work.symbol.startswith("A/HRC/") else ""
        return f"{work.organ.bluebook} Res. {work.number}{symbol}{place}{when}"
    title = "S.C. Pres. Statement" if work.kind == "statement" else " ".join(work.title.split())
    return ", ".join(filter(None, (title, f"U.N. Doc. {work.symbol}"))) + place + when


def aglc(work: Work, pinpoint: str = "") -> str:
    """`SC Res 1373, UN SCOR, 56th sess, 4385th mtg, UN Doc S/RES/1373 (28 September 2001) para 1(c)`."""
    council = work.symbol.startswith("S/") and work.year.isdigit() and work.meeting.isdigit()
    session = f"{_ordinal(str(int(work.year) - _FIRST_YEAR + 1))} sess" if council else ""
    meeting = f"{_ordinal(work.meeting)} mtg" if council else ""
    name = f"{work.organ.aglc} Res {work.number}" if work.number else f"*{_title(work)}*"
    records = work.organ.records if council else ""
    symbol = f"UN Doc {re.sub(r' [(][0-9]{4}[)]$', '', work.symbol)}"  # the date in brackets says the year
    parts = [name if name != "**" else "", records, session, meeting, symbol]
    when = f" ({_day(work.date) if work.whole_date else work.year})" if work.year else ""
    return ", ".join(filter(None, parts)) + when + (f" {_place(pinpoint)}" if pinpoint else "")


def _title(work: Work) -> str:
    return work.name if work.kind == "statement" else " ".join(work.title.split())


def editorial(work: Work, pinpoint: str = "") -> str:
    """`Security Council resolution 1373 (2001), para. 1 (c)`; a document by its symbol."""
    place = f", {_spaced(_place(pinpoint, 'para. '))}" if pinpoint else ""
    if work.number and work.organ.name:
        number = work.symbol.split("/RES/", 1)[1]
        return f"{work.organ.name} resolution {_spaced(number)}{place}"
    return f"{work.symbol}{place}"


def _spaced(text: str) -> str:
    """`para. 1(c)` -> `para. 1 (c)`, `377(V)` -> `377 (V)`, as the United Nations prints them."""
    return re.sub(r"(?<=[\w)])\((?=\w)", " (", text)


def _place(pinpoint: str, mark: str = "para ") -> str:
    """A pinpoint as lawyers write it: `12(a)` -> `para 12(a)`, `PP5` -> `preambular para 5`."""
    if "; " in pinpoint:
        return "; ".join(_place(one, mark) for one in pinpoint.split("; "))
    if pinpoint == "PP":
        return "preamble"
    if pinpoint.startswith("PP"):
        return f"{'preambular para ' if mark == 'para ' else f'preambular {mark}'}{pinpoint[2:]}"
    if not pinpoint[:1].isdigit():
        return pinpoint.replace("Annex", "annex")
    several = re.search(r"[-,]", pinpoint)
    return ({"para ": "paras ", "para. ": "paras. ", "¶ ": "¶¶ "}[mark] if several else mark) + pinpoint


def _day(date: str) -> str:
    return f"{int(date[8:])} {_MONTHS[int(date[5:7]) - 1].capitalize()} {date[:4]}"


def _american(date: str) -> str:
    return f"{_SHORT_MONTHS[int(date[5:7]) - 1]} {int(date[8:])}, {date[:4]}"


Style = Callable[[Work, str], str]
_STYLES: Mapping[str, Style] = {
    "bibtex": bibtex, "ris": ris, "oscola": oscola, "bluebook": bluebook, "aglc": aglc, "un": editorial,
}  # fmt: skip
_MANAGED = frozenset({"bibtex", "ris", "csl-json"})
STYLES = ("bibtex", "ris", "csl-json", "oscola", "bluebook", "aglc", "un")
