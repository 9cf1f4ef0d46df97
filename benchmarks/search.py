"""How long searches take, kind by kind, beside a bare FTS5 table, Whoosh and `grep -r` on the same texts.

    python -m benchmarks.search BASE [--scale N] [--queries N] [--no-whoosh]

The rivals index the same terms in one plain field. A question counts from its text to ten paragraphs with
their texts; ours besides with places marked and words checked. Every question is put to all engines in turn,
so that they share whatever else the machine is doing. `--scale` takes the collection several times over.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import sqlite3
import statistics
import subprocess
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mandex.corpus.fold import is_chinese
from mandex.corpus.opening import FILENAME
from mandex.corpus.store import Store
from mandex.index.engines import open_engine
from mandex.index.search.fulltext import search
from mandex.index.text.terms import STOP_WORDS, terms

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from whoosh import fields, index, query
    from whoosh.analysis import SpaceSeparatedTokenizer

LIMIT = 10
Ask = Callable[["Question"], object]


@dataclass(frozen=True, slots=True)
class Question:
    """One question: as typed, as terms; `other` are the terms of its second half, where it has one."""

    kind: str
    text: str
    terms: tuple[str, ...]
    other: tuple[str, ...] = ()


def questions(store: Store, count: int) -> Iterator[Question]:
    """Questions drawn at random from the texts, the same for the same base."""
    rows = store.connection.execute("SELECT text FROM paragraphs WHERE length(text) > 60 ORDER BY id")
    texts = [text for (text,) in rows]
    english = [text for text in texts if text.isascii()]
    chinese = [text for text in texts if is_chinese(text[:20])]
    chance = random.Random(7)

    def word() -> str:
        while True:
            found = chance.choice(re.findall(r"[A-Za-z]{5,}", chance.choice(english)) or [""])
            if found and found.lower() not in STOP_WORDS:
                return found

    def han(length: int) -> str:
        while True:
            runs = re.findall(rf"[\u4e00-\u9fff]{{{length},}}", chance.choice(chinese))
            if runs:
                run = chance.choice(runs)
                start = chance.randint(0, len(run) - length)
                return run[start : start + length]

    for _ in range(count):
        one = word()
        pair = [w for w in re.findall(r"[A-Za-z]{5,}", chance.choice(english)) if w.lower() not in STOP_WORDS]
        first, other = chance.choice(pair or [one]), chance.choice(pair or [one])
        yield Question("term, English", one, tuple(terms(one)))
        yield Question("two words", f"{first} {other}", (*terms(first), *terms(other)))
        words = re.findall(r"[A-Za-z]+", chance.choice(english))
        start = chance.randint(0, max(0, len(words) - 4))
        said = " ".join(words[start : start + 3])
        yield Question("phrase, English", f'"{said}"', tuple(terms(said)))
        yield Question("prefix", f"{one[:4]}*", (one[:4].lower(),))
        yield Question("term and years", f"{one} year:[2010 TO 2015]", tuple(terms(one)))
        yield Question("term OR phrase", f'{one} OR "{said}"', tuple(terms(one)), tuple(terms(said)))
        second = " ".join(words[start + 3 : start + 6]) or said
        both = tuple(terms(said)), tuple(terms(second))
        yield Question("phrase OR phrase", f'"{said}" OR "{second}"', *both)
        yield Question("term NOT phrase", f'{one} NOT "{said}"', tuple(terms(one)), tuple(terms(said)))
        yield Question("term NOT term", f"{first} NOT {one}", tuple(terms(first)), tuple(terms(one)))
        long = [w for w in re.findall(r"[A-Za-z]{3,}", " ".join(chance.sample(english, 4))) if w.islower()]
        twelve = " ".join([w for w in dict.fromkeys(long) if w not in STOP_WORDS][:12])
        yield Question("twelve words", twelve, tuple(terms(twelve)))
        if chinese:
            for kind, length in (("term, Chinese", 2), ("phrase, Chinese", 5)):
                said = han(length)
                yield Question(kind, said, tuple(terms(said)[:-1]))


# -- the engines


def ours(store: Store) -> Ask:
    engine = open_engine(store)
    return lambda asked: search(store, asked.text, limit=LIMIT, engine=engine)


def bare(store: Store, folder: Path) -> Ask:
    """One FTS5 table of the same terms, ranked by its own BM25."""
    db = sqlite3.connect(folder / "bare.db")
    db.execute("ATTACH ? AS kb", (str(store.path),))
    db.execute("CREATE VIRTUAL TABLE bare USING fts5(text, content = '', tokenize = 'ascii')")
    rows = store.connection.execute("SELECT id, text FROM paragraphs")
    db.executemany("INSERT INTO bare (rowid, text) VALUES (?, ?)", ((i, " ".join(terms(t))) for i, t in rows))
    db.commit()

    def ask(asked: Question) -> object:
        # No paragraph has all of twelve words: they are put as the OR that finds something.
        between = " OR " if asked.kind == "twelve words" else " "
        joined = between.join(f'"{term}"' for term in asked.terms)
        match = f'"{" ".join(asked.terms)}"' if asked.kind.startswith("phrase") else joined
        match += "*" if asked.kind == "prefix" else ""
        if asked.other:
            match += f' {asked.kind.split()[1]} "{" ".join(asked.other)}"'
        years = " AND d.year BETWEEN 2010 AND 2015" if "year:" in asked.text else ""
        return db.execute(
            "SELECT p.text, d.symbol, d.lang FROM bare JOIN kb.paragraphs AS p ON p.id = bare.rowid"
            f" JOIN kb.documents AS d ON d.id = p.doc WHERE bare MATCH ?{years} ORDER BY rank LIMIT {LIMIT}",
            (match,),
        ).fetchall()

    return ask


def whoosh(store: Store, folder: Path) -> Ask:
    """Whoosh as its manual shows it, with the texts stored."""
    cut = SpaceSeparatedTokenizer()
    schema = fields.Schema(
        text=fields.TEXT(analyzer=cut), year=fields.NUMERIC(int), printed=fields.STORED, doc=fields.STORED
    )
    (folder / "whoosh").mkdir()
    made = index.create_in(str(folder / "whoosh"), schema)
    writer = made.writer(limitmb=256)
    for text, year, symbol in store.connection.execute(
        "SELECT p.text, d.year, d.symbol FROM paragraphs AS p JOIN documents AS d ON d.id = p.doc"
    ):
        writer.add_document(text=" ".join(terms(text)), year=year or 0, printed=text, doc=symbol)
    writer.commit()
    searcher = made.searcher()

    def ask(asked: Question) -> object:
        if asked.kind.startswith("phrase,"):
            tree = query.Phrase("text", list(asked.terms))
        elif asked.kind == "prefix":
            tree = query.Prefix("text", asked.terms[0])
        elif asked.kind == "term OR phrase":
            tree = query.Or([query.Term("text", asked.terms[0]), query.Phrase("text", list(asked.other))])
        elif asked.kind == "phrase OR phrase":
            tree = query.Or(
                [query.Phrase("text", list(asked.terms)), query.Phrase("text", list(asked.other))]
            )
        elif asked.kind.startswith("term NOT"):
            tree = query.AndNot(query.Term("text", asked.terms[0]), query.Phrase("text", list(asked.other)))
        else:
            tree = query.And([query.Term("text", term) for term in asked.terms])
        years = query.NumericRange("year", 2010, 2015) if "year:" in asked.text else None
        return [hit.fields() for hit in searcher.search(tree, limit=LIMIT, filter=years)]

    return ask


def grep(store: Store, folder: Path) -> Ask:
    """`grep -r` over one text file for each document."""
    texts = folder / "texts"
    texts.mkdir()
    for (doc,) in store.connection.execute("SELECT id FROM documents").fetchall():
        lines = (paragraph.text for paragraph in store.paragraphs(doc))
        (texts / f"{doc}.txt").write_text("\n".join(lines), "utf-8")

    def ask(asked: Question) -> object:
        said = asked.text.strip('"')
        return subprocess.run(["grep", "-rhiF", said, str(texts)], capture_output=True, check=False).stdout

    return ask


# -- the table


def scaled(base: Path, folder: Path, scale: int) -> Store:
    """A copy of the base with each document `scale` times, its index kept in step."""
    folder.mkdir()
    shutil.copy(base / FILENAME, folder / FILENAME)
    store = Store.open(folder)
    db = store.connection
    names = [row[1] for row in db.execute("PRAGMA table_info(documents)") if row[1] != "id"]
    columns = ", ".join(names)
    taken = ", ".join("symbol || :mark" if name == "symbol" else name for name in names)
    (last,) = db.execute("SELECT max(id) FROM documents").fetchone()
    for n in range(1, scale):
        values = {"mark": f" #{n}", "shift": n * last, "last": last}
        db.execute(
            f"INSERT INTO documents (id, {columns}) SELECT id + :shift, {taken}"
            " FROM documents WHERE id <= :last", values,
        )  # fmt: skip
        db.execute(
            "INSERT INTO paragraphs (doc, seq, kind, label, pinpoint, verb, text, page, start, end)"
            " SELECT doc + :shift, seq, kind, label, pinpoint, verb, text, page, start, end"
            " FROM paragraphs WHERE doc <= :last", values,
        )  # fmt: skip
    return store


def timed(make: Callable[[], Ask], name: str) -> Ask:
    start = time.perf_counter()
    ask = make()
    print(f"{name:<8} ready in {time.perf_counter() - start:6.1f} s")
    return ask


def measure(asks: dict[str, Ask], asked: list[Question]) -> dict[str, dict[str, list[float]]]:
    """By kind and engine, the seconds of each question; each asked once before, so that caches are warm."""
    out: dict[str, dict[str, list[float]]] = {}
    for question in asked:
        kind = out.setdefault(question.kind, {name: [] for name in asks})
        for name, ask in asks.items():
            ask(question)
            start = time.perf_counter()
            ask(question)
            kind[name].append(time.perf_counter() - start)
    return out


def _p95(times: list[float]) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


def report(found: dict[str, dict[str, list[float]]]) -> None:
    names = list(next(iter(found.values())))
    print(f"\n{'milliseconds: median / 95th percentile':<40}")
    print(
        f"{'':<16}"
        + "".join(f"{name:>18}" for name in names)
        + f"{'to bare':>10}{'p95':>10}{'Whoosh to ours':>16}"
    )
    for kind, times in found.items():
        cells = [f"{statistics.median(t) * 1000:8.2f} /{_p95(t) * 1000:8.2f}" for t in times.values()]
        to_bare = statistics.median(times["mandex"]) / statistics.median(times["bare"])
        p95_to_bare = _p95(times["mandex"]) / _p95(times["bare"])
        line = (
            f"{kind:<16}" + "".join(f"{cell:>18}" for cell in cells) + f"{to_bare:9.1f}x{p95_to_bare:9.1f}x"
        )
        print(line + (f"{_p95(times['whoosh']) / _p95(times['mandex']):15.1f}x" if "whoosh" in times else ""))


def main() -> None:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("base", type=Path)
    parser.add_argument("--scale", type=int, default=1)
    parser.add_argument("--queries", type=int, default=40)
    parser.add_argument("--no-whoosh", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        with scaled(options.base, folder / "kb", options.scale) as store:
            start = time.perf_counter()
            engine = open_engine(store, "fts5")
            engine.rebuild()
            print(f"mandex   ready in {time.perf_counter() - start:6.1f} s, {engine.count()} paragraphs")
            bytes_ = "SELECT sum(length(CAST(text AS BLOB))) FROM paragraphs"
            (text,) = store.connection.execute(bytes_).fetchone()
            size = engine.size()
            print(f"index {size / 1e6:.1f} MB for {text / 1e6:.1f} MB of text: {size / text:.2f}")
            asks = {"mandex": ours(store), "bare": timed(lambda: bare(store, folder), "bare")}
            if not options.no_whoosh:
                asks["whoosh"] = timed(lambda: whoosh(store, folder), "whoosh")
            asks["grep -r"] = timed(lambda: grep(store, folder), "grep -r")
            report(measure(asks, list(questions(store, options.queries))))


if __name__ == "__main__":
    main()
