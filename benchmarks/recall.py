"""Whether a lookup of a measure lists all paragraphs that impose it, and loses none where it is narrowed.

    python -m benchmarks.recall BASE

What imposes is found by an expression over the English operative paragraphs, wide on purpose. A paragraph
is lost where `lookup MEASURE -n 500` lacks it; it is lost by a filter where the same lookup with
`--resolution` or `--year` of its own document lacks it.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from mandex.corpus.store import Store
from mandex.index.engines import Engine, open_engine
from mandex.index.lookup.answers import Wanted, find

MEASURES = {
    "asset freeze": r"^(?:further )?decides.{0,400}\bshall\b.{0,250}\bfreeze\b",
    "travel ban": r"^(?:further )?decides.{0,350}prevent(?:ing)? the entry into or transit",
    "arms embargo": r"^(?:further )?decides.{0,300}\bshall\b.{0,400}(?:sale or supply|supply or sale"
    r"|supply, sale or transfer|sale, supply).{0,500}(?:arms|weapons)",
    "passenger name records": r"^(?:decides|calls|urges).{0,600}passenger name record",
    "advance passenger information": r"^(?:decides|calls|urges).{0,600}advance passenger information",
    "incitement": r"prohibit by law incitement|^(?:calls upon|urges).{0,120}states.{0,200}incitement",
    "foreign terrorist fighters": r"^decides.{0,300}(?:foreign terrorist fighter|attempt to travel)",
    "charcoal": r"^(?:decides|reaffirms|requests).{0,300}charcoal",
    "oil": r"^decides.{0,500}\b(?:crude oil|petroleum)\b",
    "no-fly zone": r"ban on (?:all |military )?flights",
    "cargo inspection": r"^(?:calls upon|decides).{0,200}states.{0,250}inspect.{0,200}cargo",
    "exemptions": r"^decides.{0,250}(?:shall|do|does) not apply",
}
LIMIT = 500
Place = tuple[str, str]


def imposing(store: Store, expression: str) -> set[tuple[str, str, int]]:
    """Document, pinpoint and year of the paragraphs that impose a measure."""
    wanted = re.compile(expression, re.IGNORECASE)
    rows = store.connection.execute(
        "SELECT d.symbol, p.pinpoint, d.year, p.text FROM paragraphs AS p JOIN documents AS d ON d.id = p.doc"
        " WHERE d.type = 'resolution' AND d.lang = 'en' AND p.kind = 'operative'"
    )
    return {(doc, at, year) for doc, at, year, text in rows if wanted.search(" ".join(text.split()))}


def listed(store: Store, engine: Engine, measure: str, wanted: Wanted) -> set[Place]:
    """What a lookup lists."""
    answers = find(store, measure, wanted, limit=LIMIT, engine=engine).answers
    return {(answer.doc, answer.pinpoint) for answer in answers}


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with Store.open(Path(sys.argv[1])) as store:
        engine = open_engine(store)
        held = kept = 0
        for measure, expression in MEASURES.items():
            right = imposing(store, expression)
            found = listed(store, engine, measure, Wanted())
            lost = {(doc, at) for doc, at, _ in right} - found
            narrowed = [
                (doc, at)
                for doc, at, year in sorted(right)
                for wanted in (Wanted(resolution=doc), Wanted(year=year))
                if (doc, at) not in listed(store, engine, measure, wanted)
            ]
            held, kept = held + len(right), kept + len(right) - len(lost)
            print(f"{measure:<30} {len(right):>4}  lost {len(lost):>3}  by filters {len(narrowed):>3}", *lost)
        print(f"listed {kept} of {held}: {kept / held:.3f}")


if __name__ == "__main__":
    main()
