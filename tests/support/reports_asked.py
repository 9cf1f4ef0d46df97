"""Documents that ask for reports, and what of them is due."""

from __future__ import annotations

from dataclasses import replace

from mandate_documents import document, put

from mandex.corpus.store import Store
from mandex.index.life.keeping import Keeper
from mandex.index.life.reports import reports_due

TODAY = "2026-11-22"
YEAR = ("2026-11-22", "2027-11-22")
SG = "secretary-general"
SC = "security-council"


def asked(*lines, actor=SG, symbol="S/RES/2334 (2016)", date="2016-12-23", title="on Syria"):
    """A resolution all of whose demands are on one actor."""
    made = document(symbol, date, *lines, title=title)
    return replace(
        made, mandates=tuple(replace(one, actors=tuple(filter(None, [actor]))) for one in made.mandates)
    )


def due(tmp_path, *documents, as_of=TODAY):
    """The reports due, which are the same where what is asked for was kept and where it is read."""
    with Store.open(tmp_path, create=True) as base:
        put(base, *documents)
        read = reports_due(base, *YEAR, as_of=as_of)
        Keeper(base).catch_up()
        assert reports_due(base, *YEAR, as_of=as_of) == read
        return read
