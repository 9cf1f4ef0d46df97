"""What translators take: language versions aligned, as rows and as TMX (Translation Memory eXchange 1.4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any, Protocol
from xml.sax.saxutils import escape, quoteattr

from mandex.corpus.model import Document, Paragraph
from mandex.corpus.store import Store
from mandex.index.compare.comparison import places
from mandex.index.compare.languages import align, disagreements, segments

_TMX_LANGUAGES = {"en": "en", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}
_ILLEGAL = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Row = dict[str, Any]


class Version(Protocol):
    """A language version of a document, or of a part of it."""

    @property
    def symbol(self) -> str:
        """Of the document."""

    @property
    def lang(self) -> str:
        """Of the version."""

    @property
    def paragraphs(self) -> Sequence[Paragraph]:
        """In reading order."""


def versions(store: Store, symbols: Iterable[str] = ()) -> Iterator[tuple[Document, Document]]:
    """Documents held in several languages, each pair of versions; English first."""
    wanted = list(symbols)
    rows = store.connection.execute(
        "SELECT symbol FROM documents GROUP BY symbol HAVING count(*) > 1 ORDER BY symbol"
    ).fetchall()
    for (symbol,) in rows:
        if wanted and symbol not in wanted:
            continue
        held = [document for lang in store.languages(symbol) if (document := store.document(symbol, lang))]
        yield from combinations(held, 2)


def aligned(store: Store, symbols: Iterable[str] = (), lang: str = "") -> Iterator[Row]:
    """The segments of every pair of versions, sentence by sentence where both have as many."""
    for left, right in versions(store, symbols):
        if lang and not any(version.lang.startswith(lang) for version in (left, right)):
            continue
        yield from of_two(left, right)


def of_two(left: Version, right: Version) -> Iterator[Row]:
    """The segments of two versions; `unit` says whether one is a whole paragraph or a sentence of it."""
    named = places(left.paragraphs)
    for pair in align(left.paragraphs, right.paragraphs):
        if not pair.left or not pair.right:
            continue
        one, other = left.paragraphs[pair.left[0]], right.paragraphs[pair.right[0]]
        for segment in segments(one.text, other.text, pair.confidence):
            yield {
                "doc": left.symbol, "pinpoint": named[one.seq], "left_lang": left.lang,
                "right_lang": right.lang, "left_seq": one.seq, "right_seq": other.seq,
                "left": segment.left, "right": segment.right, "confidence": segment.confidence,
                "unit": "paragraph" if segment.left == one.text.strip() else "sentence",
            }  # fmt: skip


def tmx(rows: Iterable[Row]) -> Iterator[str]:
    """The rows of `aligned` as the parts of a TMX file."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
    yield (
        '<header creationtool="mandex" creationtoolversion="1" segtype="paragraph" o-tmf="mandex"'
        ' adminlang="en" srclang="*all*" datatype="plaintext"/>\n<body>\n'
    )
    for row in rows:
        place = quoteattr(_legal(f"{row['doc']} {row['pinpoint']}"))[1:-1]
        part = ' segtype="sentence"' if row["unit"] == "sentence" else ""
        yield f'<tu{part}><prop type="x-source">{place}</prop>'
        yield f'<prop type="x-confidence">{row["confidence"]}</prop>'
        for side in ("left", "right"):
            lang = _TMX_LANGUAGES.get(row[f"{side}_lang"], row[f"{side}_lang"])
            yield f'<tuv xml:lang="{lang}"><seg>{escape(_legal(row[side]))}</seg></tuv>'
        yield "</tu>\n"
    yield "</body>\n</tmx>\n"


def _legal(text: str) -> str:
    return _ILLEGAL.sub("", text)


def differing(store: Store, symbol: str = "") -> Iterator[Row]:
    """Where language versions differ in a date or a force: rows like those of citations that differ."""
    for left, right in versions(store, [symbol] if symbol else ()):
        named = places(left.paragraphs)
        forces = [_forces(version) for version in (left, right)]
        for found in disagreements(left.paragraphs, right.paragraphs, forces):
            said = (
                f"{found.what}: {found.in_left or '–'} ({left.lang}), {found.in_right or '–'} ({right.lang})"
            )
            yield {
                "doc": left.symbol, "target": said, "cited_in": left.lang, "not_in": right.lang,
                "places": [named[found.left]],
            }  # fmt: skip


def _forces(document: Document) -> Mapping[int, str]:
    """The force of the verb that opens each paragraph, by seq."""
    forces: dict[int, str] = {}
    for mandate in document.mandates:
        paragraph: Paragraph = document.paragraphs[mandate.seq - 1]
        if mandate.at.start == 0 and mandate.verb and paragraph.text.startswith(mandate.verb):
            forces.setdefault(mandate.seq, mandate.force)
    return forces
