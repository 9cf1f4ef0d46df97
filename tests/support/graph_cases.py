"""Small citing documents for the tests of the graph, written as one line per paragraph."""

from __future__ import annotations

import re
from dataclasses import replace

from mandex.corpus.model import Citation, Document, Paragraph, Span
from mandex.corpus.store import Store

_KINDS = {"PP": "preambular", "OP": "operative", "AN": "annex", "BO": "body"}
_MENTION = re.compile(
    r"(?P<pin>\d+(?:\(\w\))?)?@(?P<number>\d+) \((?P<year>\d{4})\)(?P<doubt>!(?P<meant>\d{4}))?"
)


def document(symbol: str, *lines: str, lang: str = "en", **facts: object) -> Document:
    """A document whose lines read `OP2 reaffirms: … 6@1373 (2001) …`: place, relation, words with mentions.

    `6@1373 (2001)` is paragraph 6 of resolution 1373 (2001); `@2195 (2015)!2014` has the year wrong.
    """
    number = re.match(r"S/RES/(\d+) \((\d+)\)", symbol)
    paragraphs, citations, start = [], [], 0
    for seq, line in enumerate(lines, start=1):
        place, relation, words = re.match(r"(\S+) (\w*): ?(.*)", line).groups()
        span = Span(start, start + len(words))
        paragraphs.append(Paragraph(seq, _KINDS[place[:2]], place[2:], words, span, words.split(" ")[0]))
        for m in _MENTION.finditer(words):
            target = f"S/RES/{m['number']} ({m['year']})"
            citations.append(
                Citation(
                    seq, Span(*m.span()), Span(start + m.start(), start + m.end()), m[0], target,
                    pinpoint=m["pin"] or "", relation=relation or "mentions",
                    status="self" if target == symbol else "year-mismatch" if m["doubt"] else "ok",
                    suggest=f"S/RES/{m['number']} ({m['meant']})" if m["doubt"] else None,
                )
            )  # fmt: skip
        start += len(words) + 1
    base = Document(
        symbol, lang, "resolution" if number else "presidential-statement", "Security Council",
        int(number[1]) if number else None, int(number[2]) if number else int(symbol.split("/")[2]), "", "",
        "", "", False, f"{symbol} {lang}", "0", "akn", 0, "\n".join(p.text for p in paragraphs),
        tuple(paragraphs), tuple(citations),
    )  # fmt: skip
    return replace(base, **facts)


def put(store: Store, *documents: Document) -> Store:
    for each in documents:
        store.put_file(each.source, each.sha256, [each])
    return store


# What the pictures and the page draw: a small network, with text that must not become markup.
DRAWN = (
    document("S/RES/1373 (2001)", "PP reaffirms: Reaffirming @1267 (1999)"),
    document("S/RES/1535 (2004)", "PP recalls: Recalling @1373 (2001)"),
    document(
        "S/RES/2617 (2021)",
        "PP recalls: Recalling <b>@1373 (2001)</b> & @1535 (2004)",
        "OP1 extends: Decides as in 2@1535 (2004)",
        title="</script><script>alert(1)</script>",
    ),
    document("S/PRST/2022/1", "BO welcomes: Welcomes @2617 (2021)", date="2022-01-12"),
)
