"""Sentences and words for whoever studies the language of the texts: rows, or CoNLL-U.

spaCy's tokenizer and sentencizer cut English; its Chinese pipeline cuts with jieba and the vocabulary of the
knowledge base. Nothing is tagged: no model is needed, and columns that only a model could fill hold `_`
(https://universaldependencies.org/format.html).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any

from mandex.corpus.fold import fold
from mandex.corpus.languages import by_tongue, tongue

if TYPE_CHECKING:
    from spacy.tokens import Span

Row = dict[str, Any]
_AT_ONCE = 64  # texts given to a pipeline together


def sentences(paragraphs: Iterable[Mapping[str, Any]]) -> Iterator[Row]:
    """A row a sentence of rows of `export paragraphs`: `n` counts within the paragraph.

    `start` and `end` are places in the paragraph's text.
    """
    for paragraph, n, sentence in _cut(paragraphs):
        start, end = sentence.start_char, sentence.end_char
        text = paragraph["text"][start:end]
        yield {**_place(paragraph), "n": n, "start": start, "end": end, "text": text}


def words(paragraphs: Iterable[Mapping[str, Any]]) -> Iterator[Row]:
    """A row a word: `n` counts the sentences of the paragraph, `i` the words of the sentence."""
    for paragraph, n, sentence in _cut(paragraphs):
        printed = [token for token in sentence if not token.is_space]
        for i, token in enumerate(printed, 1):
            end = token.idx + len(token)
            word = paragraph["text"][token.idx : end]
            yield {
                **_place(paragraph), "n": n, "i": i, "start": token.idx, "end": end, "word": word,
                "glued": paragraph["text"][end : end + 1] not in ("", " ", "\n"),
            }  # fmt: skip


def conllu(words_: Iterable[Row]) -> Iterator[str]:
    """The words as CoNLL-U, a block a sentence, with `SpaceAfter=No` where the next word touches."""

    def sentence(row: Row) -> tuple[Any, ...]:
        return row["doc"], row["lang"], row["seq"], row["n"]

    for (doc, lang, seq, n), rows in groupby(words_, key=sentence):
        printed = list(rows)
        text = "".join(row["word"] + ("" if row["glued"] else " ") for row in printed).rstrip()
        lines = [f"# sent_id = {doc.replace(' ', '')}/{lang}/{seq}/{n}", f"# text = {text}"]
        for row in printed:
            misc = "SpaceAfter=No" if row["glued"] else "_"
            lines.append("\t".join([str(row["i"]), row["word"], *"_" * 7, misc]))
        yield "\n".join(lines) + "\n\n"


def _place(paragraph: Mapping[str, Any]) -> Row:
    return {name: paragraph[name] for name in ("doc", "lang", "seq", "label")}


def _cut(paragraphs: Iterable[Mapping[str, Any]]) -> Iterator[tuple[Mapping[str, Any], int, Span]]:
    from mandex.corpus import pipelines  # noqa: PLC0415 - spaCy takes a second to import

    for lang, group in groupby(paragraphs, key=lambda paragraph: paragraph["lang"]):
        nlp = pipelines.sentences(tongue(lang))
        texts = (
            (by_tongue(lang, en=paragraph["text"], zh=fold(paragraph["text"])), paragraph)
            for paragraph in group
        )
        for doc, paragraph in nlp.pipe(texts, as_tuples=True, batch_size=_AT_ONCE):
            for n, sentence in enumerate(doc.sents, 1):
                yield paragraph, n, sentence
