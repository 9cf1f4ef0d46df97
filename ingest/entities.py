"""The things that a document names, with their places: bodies, countries, instruments, groups, posts …

The names are those of the vocabulary (`corpus/data`), found in one pass over each paragraph. A chapter or an
article of the Charter is a thing of its own: *Article 51 of the Charter* is `un-charter-article-51`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import cast

from mandex.corpus import lexicon
from mandex.corpus.dates import number_zh
from mandex.corpus.expressions import Expression
from mandex.corpus.lexicon import Entry, Instrument
from mandex.corpus.model import Entity, EntityKind, Paragraph, Span
from mandex.corpus.phrases import Found
from mandex.ingest.named_again import named_again

CHARTER = "un-charter"
# Articles 39 and 41 of the Charter; Chapter VII of the Charter of the United Nations; a Chapter VII mandate.
_PART_EN = Expression(
    r"(?P<what>Chapter|Articles?)\s+(?P<numbers>[IVXl\d]+(?:\s*\(\d\))?(?:(?:,\s*|,?\s+(?:and|or|to)\s+)"
    r"[IVX\d]+(?:\s*\(\d\))?)*)(?P<of>,?(?:\s+paragraph\s+\d+,?)?\s+of\s+the\s+(?:United\s+Nations\s+)?Charter"
    r"(?:\s+of\s+the\s+United\s+Nations)?)?"
)
# 《联合国宪章》第七章, 《宪章》第四十一条, 宪章第41条
_PART_ZH = Expression(
    r"《?(?:联合国)?宪章》?第(?P<number>\d{1,5}|[一二三四五六七八九十百]{1,5})(?P<what>章|条)"
)
_NUMBER = Expression(r"[IVXl]+|\d+")
_ROMAN = (
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
    "xiii",
    "xiv",
    "xv",
    "xvi",
)
# Chapters that the Council names without the Charter: a Chapter VII mandate.
_COUNCILS_CHAPTERS = ("VI", "VII", "VIII")
# The end of a longer title is no name: 《过渡宪章》, 《制止和预防所有严重侵害儿童行为全面行动计划》, and the
# organization of a treaty is not the treaty.
_ENDS_TITLES = ("宪章", "全面行动计划")
_LONGER = Expression(r"《[^《》]*$")
# A thing with a title is written with a capital; the charter of a ship is not the Charter.
_TITLED = frozenset({"instrument", "agreement", "post"})
_PROTOCOLS_1977 = "instrument:additional-protocols-1977"
_ARTICLE = Expression(r"(?:the|its|their)\s+", re.IGNORECASE)


def find_entities(paragraphs: Sequence[Paragraph], texts: Mapping[int, str], date: str) -> list[Entity]:
    """What the paragraphs name, in order of place; `texts` are theirs by `seq`, in simplified script.

    An instrument is not named before it was adopted: `date` is the document's own ISO day, or empty. *The
    Convention* is one that the document has named.
    """
    found = [(p.seq, f) for p in paragraphs for f in _in_text(texts[p.seq])]
    countries = {f.id.removeprefix("country:") for _, f in found if f.id.startswith("country:")}
    meant = [(seq, f) for seq, f in found if _can_be_meant(f, date, countries)]
    meant = named_again(texts, meant)
    meant.sort(key=lambda one: (one[0], one[1].start))
    return [
        Entity(seq, Span(f.start, f.end), cast("EntityKind", kind), id_)
        for seq, f in meant
        for kind, _, id_ in (f.id.partition(":"),)
    ]


@lru_cache(maxsize=1 << 12)
def _entry(id_: str) -> Entry:
    kind, _, name = id_.partition(":")
    if name.startswith(f"{CHARTER}-"):
        name = CHARTER
    return lexicon.named_things()[cast("EntityKind", kind)][name]


def _can_be_meant(found: Found, date: str, countries: set[str]) -> bool:
    entry = _entry(found.id)
    if not isinstance(entry, Instrument):
        return True
    if date and entry.date > date:
        return False
    return not entry.countries or not countries.isdisjoint(entry.countries)


def _in_text(text: str) -> Iterator[Found]:
    parts = sorted(_parts_of_charter(text), key=lambda f: f.start)
    ends = [f.end for f in parts]

    def is_part(f: Found) -> bool:
        nearest = bisect_right(ends, f.start)
        return nearest < len(parts) and parts[nearest].start < f.end

    names = [f for f in lexicon.match_named(text) if not is_part(f) and _is_title(text, f)]
    yield from sorted([*parts, *(_protocol(text, f) for f in names)], key=lambda f: f.start)


def _protocol(text: str, found: Found) -> Found:
    """One Additional Protocol is that to a safeguards agreement; those to the Conventions are several."""
    if found.id == _PROTOCOLS_1977 and text[found.start : found.end].endswith("Additional Protocol"):
        return found._replace(id="instrument:iaea-additional-protocol")
    return found


def _is_title(text: str, found: Found) -> bool:
    if found.id.partition(":")[0] not in _TITLED:
        return True
    words = text[found.start : found.end]
    if words in _ENDS_TITLES:
        longer = _LONGER.search(text, 0, found.start)
        return not (longer and len(longer[0]) > 1)
    if words.endswith("条约") and text.startswith("组织", found.end):
        return False
    article = _ARTICLE.match(text, found.start)
    first = text[article.end() if article else found.start]
    return first.isupper() or not first.isascii() or first.isdigit()


def _parts_of_charter(text: str) -> Iterator[Found]:
    """Its chapters and articles: Chapters VI to VIII always, others where the Charter is named with them."""
    if "Chapter" in text or "Article" in text:
        for match in _PART_EN.finditer(text):
            yield from _english_part(match)
    if "宪章" in text:
        for match in _PART_ZH.finditer(text):
            chapter = match["what"] == "章"
            number = number_zh(match["number"])
            if chapter and not 1 <= number <= len(_ROMAN):
                continue
            part = f"chapter-{_ROMAN[number - 1]}" if chapter else f"article-{number}"
            yield Found(f"instrument:{CHARTER}-{part}", match.start(), match.end())


def _english_part(match: re.Match[str]) -> Iterator[Found]:
    chapter = match["what"] == "Chapter"
    alone = match["numbers"].replace("l", "I") in _COUNCILS_CHAPTERS
    if not match["of"] and not (chapter and alone):
        return
    numbers = list(_NUMBER.finditer(re.sub(r"\(\d\)", lambda m: " " * len(m[0]), match["numbers"])))
    for place, number in enumerate(numbers):
        words = number[0].replace("l", "I").lower()
        if chapter and words not in _ROMAN:
            continue
        start = match.start() if place == 0 else match.start("numbers") + number.start()
        end = match.end() if place == len(numbers) - 1 else match.start("numbers") + number.end()
        yield Found(f"instrument:{CHARTER}-{'chapter' if chapter else 'article'}-{words}", start, end)
