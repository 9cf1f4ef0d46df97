"""A word of a question that no text has, read as the nearest that some has; the user is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from mandex.corpus import glossary, lexicon
from mandex.corpus.fold import fold
from mandex.corpus.store import Store
from mandex.index.engines import Engine, Phrase
from mandex.index.lookup.traces import Traces
from mandex.index.text.stems import stem
from mandex.index.text.terms import tokens

_SHORTEST = 5  # letters; shorter words are near to too many others
_LONG = 10  # letters; from here on two slips are one word
_SEEN = 10  # paragraphs; what stands in fewer may itself be a misprint


def correct(
    store: Store, engine: Engine, text: str, traces: Sequence[Traces]
) -> tuple[str, Mapping[str, str]]:
    """The question with its unknown words replaced, and by what each was."""
    read_as: dict[str, str] = {}
    for one in traces:
        word = one.concept.said
        if one.known or one.concept.kind != "word" or not _correctable(word):
            continue
        beside = frozenset[int]().union(*(other.said for other in traces if other.leads))
        if nearest := _nearest(store, engine, word, beside):
            read_as[word] = nearest
    if read_as:
        folded = fold(text)
        for token in sorted(tokens(text), key=lambda token: -token.start):
            if better := read_as.get(folded[token.start : token.end]):
                text = text[: token.start] + better + text[token.end :]
    return text, read_as


def _correctable(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isascii() and word.isalpha()


def _nearest(store: Store, engine: Engine, word: str, beside: Set[int]) -> str:
    """The word of the vocabulary or of the texts that is fewest slips away.

    Of several in the texts it is the one of whose paragraphs most have something else of the question
    (`beside`): *freze* beside *assets* is *freeze*, not *free*. Where nothing is beside it, a word of the
    vocabulary, else the most frequent.
    """
    least, named = _slips_allowed(word) + 1, ""
    for known in _names(word[0]):
        if (slips := distance(word, known, least)) < least:
            least, named = slips, known
    target, nearest = stem(word), least
    found: list[tuple[int, str]] = []
    for term, count in engine.vocabulary(word[0]):
        if count >= _SEEN and term.isalpha() and term.isascii() and len(term) >= _SHORTEST - 1:
            slips = distance(target, term, nearest + 1)
            found = [] if slips < nearest else found
            nearest = min(slips, nearest)
            found += [(count, term)] if slips == nearest else []
    if not found or (named and nearest == least and not beside):
        return named
    _, _, term = max((_share(engine, term, beside), count, term) for count, term in found)
    printed = _as_printed(store, engine, term)
    return printed if distance(word, printed, 9) <= _slips_allowed(word) else named


def _share(engine: Engine, term: str, beside: Set[int]) -> float:
    """How many of the paragraphs that have a term are among some."""
    having = engine.matching(Phrase((term,))) if beside else frozenset()
    return len(having & beside) / len(having) if having else 0.0


def _slips_allowed(word: str) -> int:
    return 2 if len(word) >= _LONG else 1


def _names(first: str) -> Iterator[str]:
    """Single words of the vocabulary that begin with a letter."""
    tables: Iterable[lexicon.Entry] = (*lexicon.countries().values(), *lexicon.bodies().values())
    terms = [term for entry in tables for term in entry.terms_en]
    terms += [word for name in glossary.names() for word in name.wordings if word.isascii()]
    terms += [word for term in glossary.terms() for word in term.en]
    for term in terms:
        for word in term.lower().split():
            if word.startswith(first) and word.isalpha() and len(word) >= _SHORTEST - 1:
                yield word


def distance(one: str, other: str, most: int) -> int:
    """How many letters are wrong, missing, too many or changed over; `most` where it is that or more.

    The optimal string alignment distance: *huminatarian* is two from *humanitarian*.
    """
    if abs(len(one) - len(other)) >= most:
        return most
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, theirs in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != theirs))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == theirs:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) >= most:
            return most
        before, last = last, row
    return min(last[-1], most)


def _as_printed(store: Store, engine: Engine, term: str) -> str:
    """A word of which the index knows the stem only, as a paragraph that has it prints it."""
    id_, _ = next(engine.ranked(Phrase((term,)), 1))
    (text,) = store.connection.execute("SELECT text FROM paragraphs WHERE id = ?", (id_,)).fetchone()
    return next(fold(text[t.start : t.end]) for t in tokens(text) if t.term == term)
