"""Did you mean: the nearest word that the texts have for one that none of them has."""

from __future__ import annotations

from difflib import SequenceMatcher, get_close_matches

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.corpus.store import Store
from mandex.index.engines import Engine, Phrase, asking
from mandex.index.search.fields import field_condition
from mandex.index.search.query import Field, Word, leaves, parse, wanted_fields
from mandex.index.text.terms import tokens

_ALIKE = 0.75  # of `SequenceMatcher`; *sanctons* and *sanctions* reach 0.94
_SHORTEST = 4  # letters; shorter words are near to too many others
_LETTERS = Expression(r"[^\W\d_]+")


def suggest(store: Store, query: str, *, engine: Engine | None = None) -> dict[str, str]:
    """For each word of `query` that no paragraph has, the nearest that some has, if one is near."""
    if engine is None:
        engine = asking(store)
    out = {}
    for leaf in leaves(parse(query)):
        if isinstance(leaf, Word):
            for token in tokens(leaf.text):
                asked = leaf.text[token.start : token.end]
                if _is_unknown(engine, token.term):
                    nearest = _nearest(engine, token.term)
                    if nearest:
                        out[asked] = _as_printed(store, engine, nearest)
    return out


def unmet(store: Store, query: str) -> str:
    """Which field that `query` wants nothing held has, and what comes near; empty where each is somewhere."""
    engine = asking(store)
    for field in wanted_fields(parse(query)):
        if not engine.matching(field_condition(field, store)):
            return _unmet(field)
    return ""


def _unmet(field: Field) -> str:
    match field.name:
        case "symbol":
            return f"the base does not hold {field.value}"
        case "cites":
            return f"nothing held cites {field.value}"
        case "verb":
            near = get_close_matches(
                fold(field.value), dict.fromkeys(verb.form for verb in lexicon.verbs()), 1
            )
            said = f"no paragraph has the verb {field.value!r}"
            return f"{said}; the nearest is {near[0]}" if near else said
    value = field.value if field.upper is None else f"[{field.value or '*'} TO {field.upper or '*'}]"
    return f"no text has {field.name}:{value}"


def _is_unknown(engine: Engine, term: str) -> bool:
    plain = len(term) >= _SHORTEST and _LETTERS.fullmatch(term) and term.isascii()
    return bool(plain) and not engine.frequency(term)


def _nearest(engine: Engine, term: str) -> str:
    """The most alike; of equally alike the most frequent. Typing errors seldom change the first letter."""
    best = (_ALIKE, 0, "")
    matcher = SequenceMatcher(None, "", term, autojunk=False)
    for known, count in engine.vocabulary(term[0]):
        if abs(len(known) - len(term)) > 2 or not _LETTERS.fullmatch(known):
            continue
        matcher.set_seq1(known)
        if matcher.real_quick_ratio() >= best[0] and matcher.quick_ratio() >= best[0]:
            best = max(best, (matcher.ratio(), count, known))
    return best[2]


def _as_printed(store: Store, engine: Engine, term: str) -> str:
    """A word of which the index knows the stem only, as the first paragraph that has it prints it."""
    id_, _ = next(engine.ranked(Phrase((term,))))
    (text,) = store.connection.execute("SELECT text FROM paragraphs WHERE id = ?", (id_,)).fetchone()
    return next(fold(text[t.start : t.end]) for t in tokens(text) if t.term == term)
