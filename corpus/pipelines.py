"""spaCy pipelines of rules for both languages: words, and the names and topics of the vocabulary.

Blank pipelines, so nothing is downloaded. They serve the mining of terms and whoever studies the texts with
spaCy. The extraction of mandates reads with the tables of `corpus.phrases` instead: a question, which may not
wait for spaCy, and the paragraph that answers it are then read by the same rules, abbreviations keep their
capitals, and Chinese takes a quarter of the time. Importing this module imports spaCy (0.8 s); making the
Chinese pipeline loads jieba's dictionary (0.7 s).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import jieba
import spacy
from spacy.language import Language

from mandex.corpus import lexicon
from mandex.corpus.languages import Tongue, by_tongue
from mandex.corpus.lexicon import Entry

_GAP = "…"
# What the texts shorten: the point after it ends no sentence (*see paras. 41 and 42*).
_ABBREVIATIONS = (
    "para.",
    "paras.",
    "art.",
    "arts.",
    "chap.",
    "vol.",
    "vols.",
    "cf.",
    "annex.",
    "add.",
    "corr.",
    "rev.",
)


@cache
def pipeline(lang: Tongue) -> Language:
    """Tokenizer and entity ruler: `doc.ents` are labelled ACTOR or TOPIC, with the entry's id as `ent_id_`.

    Chinese is cut by jieba with the vocabulary as its user dictionary; give it simplified text.
    """
    nlp = by_tongue(lang, en=_english, zh=_chinese)()
    # English phrases are matched in lower case; abbreviations would then match common words.
    ruler = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns(list(_patterns(lang)))  # type: ignore[attr-defined]
    return nlp


@cache
def sentences(lang: Tongue) -> Language:
    """Tokenizer and sentencizer: `doc.sents`. Chinese must be given in simplified script."""
    nlp = by_tongue(lang, en=_english, zh=_chinese)()
    nlp.add_pipe("sentencizer")
    return nlp


def _english() -> Language:
    nlp = spacy.blank("en")
    for word in _ABBREVIATIONS:
        for form in (word, word.capitalize()):
            nlp.tokenizer.add_special_case(form, [{"ORTH": form}])  # type: ignore[union-attr]
    return nlp


def _chinese() -> Language:
    jieba.setLogLevel("ERROR")
    for word in _user_words():
        jieba.add_word(word)
    return spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "jieba"}}})


def _user_words() -> Iterator[str]:
    for entry in (*lexicon.actors().values(), *lexicon.topics().values()):
        yield from (term for term in entry.terms_zh if _GAP not in term)


def _patterns(lang: Tongue) -> Iterator[dict[str, Any]]:
    tables: tuple[tuple[str, Iterable[Entry]], ...] = (
        ("ACTOR", lexicon.actors().values()), ("TOPIC", lexicon.topics().values()),
    )  # fmt: skip
    for label, entries in tables:
        for entry in entries:
            for term in by_tongue(lang, en=entry.terms_en, zh=entry.terms_zh):
                if _GAP not in term and not (lang == "en" and term.isupper()):
                    yield {"label": label, "pattern": term, "id": entry.id}
