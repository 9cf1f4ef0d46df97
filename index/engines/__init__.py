"""Search engines behind one protocol.

An engine knows paragraphs by their row numbers in the store and their terms as `index.text.terms` cuts them.
It finds sets of paragraphs and scores them; what a user's words mean is decided before it, in
`index.search.query`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Literal, Protocol, cast

from mandex.corpus.errors import StoreError
from mandex.corpus.records import dataclass
from mandex.corpus.store import Listener, Store

DEFAULT = "fts5"
# Every engine by name: its module and class, loaded only where it is opened.
ENGINES: Mapping[str, str] = {
    "fts5": "mandex.index.engines.fts5:Fts5Engine",
    "whoosh": "mandex.index.engines.whoosh:WhooshEngine",
    "tantivy": "mandex.index.engines.tantivy:TantivyEngine",
    "opensearch": "mandex.index.engines.opensearch:OpenSearchEngine",
}
NAMES = tuple(ENGINES)
_ASKED = "engine asked"  # kept with the store
# What engines need that is installed only where it is asked for, by the extra of the same name.
PACKAGES: Mapping[str, str] = {"tantivy": "tantivy", "opensearch": "opensearchpy"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Terms at neighbouring positions (one term is a phrase of one); the last may be only a prefix."""

    terms: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact about the paragraph that is no word of it: a date, a document it cites, its own symbol."""

    name: str


Field = Literal[
    "paragraph", "document", "symbol", "lang", "year", "date", "kind", "verb", "force", "binding", "actor",
    "topic", "cites", "instrument",
]  # fmt: skip
Test = Literal["is", "is not", "begins", "between", "one of"]
Value = str | int


@dataclass(frozen=True, slots=True)
class Filter:
    """A fact of the store that a paragraph must have: a field, how it is tested, the values.

    `paragraph` and `document` are row numbers, `date` an ISO date, `cites` the normal form of a symbol;
    `actor`, `topic`, `force` and `binding` (0 or 1) hold where one of the paragraph's demands has them.
    `between` takes its two ends, `one of` any number of values, every other test one.
    """

    field: Field
    test: Test
    values: tuple[Value, ...]


def adopted(since: str, until: str) -> tuple[Filter, ...]:
    """That a document is of a day between two (ISO); one that is empty bounds nothing."""
    return (Filter("date", "between", (since or "0", until or "9999")),) if since or until else ()


@dataclass(frozen=True, slots=True)
class Ids:
    """Exactly these paragraphs."""

    ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class And:
    """Paragraphs that every part finds; all paragraphs where there is no part."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Paragraphs that some part finds; none where there is no part."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Paragraphs that `part` does not find."""

    part: Node


Node = Phrase | Mark | Filter | Ids | And | Or | Not
NOTHING = Or(())
Scored = tuple[int, float]


class Engine(Listener, Protocol):
    """An index of the paragraphs of one store; among `Store.listeners` it keeps in step with what is written.

    Scores are BM25 over the words of the query, a word in an operative paragraph counting more than one in a
    preambular paragraph or an annex; higher is better, equal scores in the order of row numbers.
    """

    name: str
    store: Store

    def close(self) -> None:
        """Make everything durable and let go of the index."""

    def ready(self) -> None:
        """Raise `StoreError`, with what to do, where there is no index that can be asked. Writes nothing."""

    def behind(self) -> int:
        """How many documents of the store the index does not hold."""

    def catch_up(self) -> int:
        """Index what was written while this engine was not listening; how many documents that were."""

    def rebuild(self) -> None:
        """Index the whole store anew."""

    def ranked(self, node: Node, most: int = -1) -> Iterator[Scored]:
        """Paragraphs that `node` finds, with scores, best first; at most `most`, if that is not negative."""

    def matching(self, node: Node) -> set[int]:
        """The paragraphs that `node` finds."""

    def count(self) -> int:
        """How many paragraphs it holds."""

    def frequency(self, term: str) -> int:
        """In how many paragraphs a term stands."""

    def vocabulary(self, prefix: str = "") -> Iterator[tuple[str, int]]:
        """The terms that begin with `prefix`, each with the number of its paragraphs."""

    def size(self) -> int:
        """Bytes that the index takes on disk, what ranking knows of the documents included."""


def open_engine(store: Store, name: str = "") -> Engine:
    """The engine `name`, or the one that the store records; raises `StoreError` where it cannot be opened.

    Opening does not index anything: see `Engine.catch_up`.
    """
    name = name or recorded_engine(store)
    if name not in ENGINES:
        raise StoreError(f"there is no search engine {name!r}; the engines are {', '.join(ENGINES)}")
    if not is_installed(name):
        raise StoreError(f"the search engine {name!r} is not installed: pip install 'mandex[{name}]'")
    module, _, made = ENGINES[name].partition(":")
    opened: Engine = getattr(import_module(module), made)(store)
    return opened


def is_installed(name: str) -> bool:
    """Whether the package that an engine needs is there; nothing is loaded."""
    return name not in PACKAGES or find_spec(PACKAGES[name]) is not None


def asking(store: Store) -> Engine:
    """The engine of a base, to ask and not to write; raises `StoreError` where its index is no good.

    Documents that the index lacks, after a run that was killed, are counted in a warning. The same engine is
    asked until something is written: to open it takes as long as a question about one word.
    """
    revision = store.revision()
    known, engine = store.kept.get(_ASKED, (None, None))
    if known == (recorded_engine(store), revision):
        engine.ready()
        return cast(Engine, engine)
    engine = open_engine(store)
    engine.ready()
    store.kept[_ASKED] = (engine.name, revision), engine
    if behind := engine.behind():
        import logging  # noqa: PLC0415 - takes longer than a bare question

        logging.getLogger("mandex").warning(
            "mandex: the index lacks %d documents of the base: 'mandex doctor --repair' adds them", behind
        )
    return engine


def recorded_engine(store: Store) -> str:
    """The engine that the base was last ingested with."""
    return store.setting("engine") or DEFAULT


def record_engine(store: Store, name: str) -> None:
    """Remember `name` as the engine that searches of this base use."""
    store.set_setting("engine", name)
