"""Small documents with mandates for the tests of lookup, standing and calendar, one line per paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mandex.corpus.lexicon import BINDING
from mandex.corpus.model import Citation, Document, Mandate, MandateDate, Paragraph, Span
from mandex.corpus.store import Store
from mandex.index.engines import open_engine

_KINDS = {"PP": "preambular", "OP": "operative", "HH": "heading"}
_FORCES = {"decide", "demand", "authorize", "request", "call", "encourage", "note"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_REPORTS = re.compile(r"reports=([\d-]+)(/)(\w*)")
_TOPICS = re.compile(r"[a-z-]+(,[a-z-]+)*")
_RELATION = re.compile(r"(\w+)@(?:(\w+)/)?(\d+ \(\d+\))")


def document(symbol: str, date: str, *lines: str, lang: str = "en", title: str = "") -> Document:
    """A document whose lines read `OP2 decide mission-mandate,ddr 2025-12-31 extends@1/1996_(2011): words`.

    Place, force, topics, an expiry, relations to earlier resolutions; all but place and words may be missing.
    """
    number, year = map(int, re.match(r"S/RES/(\d+) \((\d+)\)", symbol).groups())
    paragraphs, mandates, citations, start = [], [], [], 0
    for seq, line in enumerate(lines, start=1):
        facts, _, words = line.partition(": ")
        place, *facts = facts.split()
        span = Span(start, start + len(words))
        start += len(words) + 1
        paragraphs.append(Paragraph(seq, _KINDS[place[:2]], place[2:], words, span, words.split(" ")[0]))
        force = next((fact for fact in facts if fact in _FORCES), "")
        dates = [MandateDate("expires", f, f"until {f}") for f in facts if _DAY.fullmatch(f)]
        dates += [MandateDate("reports", *m.groups()) for f in facts if (m := _REPORTS.fullmatch(f))]
        topics = next((f.split(",") for f in facts if _TOPICS.fullmatch(f) and f != force), [])
        for relation, pinpoint, target in _RELATION.findall(" ".join(facts).replace("_", " ")):
            citations.append(Citation(seq, Span(0, 1), span, target, f"S/RES/{target}", pinpoint, relation))
        if force:
            mandates.append(
                Mandate(seq, Span(0, len(words)), words.split(" ")[0], force, force, force in BINDING, False,
                        ("member-states",), words, tuple(topics), tuple(dates))
            )  # fmt: skip
    return Document(
        symbol, lang, "resolution", "Security Council", number, year, date, title, "", "", False,
        f"{symbol} {lang}", "0", "akn", 0, "\n".join(p.text for p in paragraphs), tuple(paragraphs),
        tuple(citations), tuple(mandates),
    )  # fmt: skip


def put(store: Store, *documents: Document) -> Store:
    for each in documents:
        store.put_file(each.source, each.sha256, [each])
    open_engine(store).catch_up()
    return store


def extended(count: int) -> Iterator[Document]:
    """A mission founded for a year and extended a year at a time; who asks for it finds every extension."""
    words = "the mandate of the United Nations Peacekeeping Force in Cyprus (UNFICYP)"
    for at in range(count):
        year = 1964 + at
        yield document(
            f"S/RES/{9000 + at} ({year})", f"{year}-06-01",
            f"OP1 decide mission-mandate {year + 1}-06-01: Decides to extend {words} until 1 June {year + 1}",
        )  # fmt: skip
