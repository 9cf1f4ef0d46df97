"""Mine English-Chinese terms from paragraphs that are translations of each other.

    python -m mandex.ingest.mining KB [--thesaurus TERMS.tsv] > corpus/data/mined.csv

Pairs are the operative paragraphs and annexes with the same label in both versions of a document. Of each,
the sequences of up to five tokens are candidates; a pair of candidates is kept where each is the other's best
by Dice's coefficient, 2 n(e,z) / (n(e) + n(z)), counting paragraphs. A pair that a thesaurus lists (lines
`English<TAB>Chinese`) may go together less often. The table is for people to review: it carries its counts.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, TextIO

from mandex.corpus.languages import Tongue, by_tongue
from mandex.corpus.pipelines import pipeline
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.ingest.script import fold

MIN_PAIRS = 6
MIN_DICE = 0.7
MIN_DICE_LISTED = 0.2
LONGEST = 5
_NO_BREAK_HYPHEN = "\u2011"
_SAME = 60  # letters by which a standing paragraph is recognised
_HYPHENS = ("-", _NO_BREAK_HYPHEN)
FIELDS = ("en", "zh", "pairs", "count_en", "count_zh", "dice", "source")

_ALIGNED = """
    SELECT e.text, z.text, dz.lang
    FROM documents de JOIN documents dz ON dz.symbol = de.symbol AND de.lang = 'en' AND dz.lang LIKE 'zh%'
    JOIN paragraphs e ON e.doc = de.id JOIN paragraphs z ON z.doc = dz.id
         AND z.kind = e.kind AND z.label = e.label
    WHERE e.label != '' AND e.kind IN ('operative', 'annex')
    GROUP BY de.id, dz.id, e.kind, e.label HAVING count(*) = 1
    ORDER BY de.symbol, e.seq"""

Candidates = frozenset[str]


@dataclass(frozen=True, slots=True)
class MinedTerm:
    """A pair of terms; `pairs` paragraphs have both, `count_en` and `count_zh` have each."""

    en: str
    zh: str
    pairs: int
    count_en: int
    count_zh: int
    source: Literal["mined", "thesaurus"]

    @property
    def dice(self) -> float:
        """Dice's coefficient: 1 where the two always go together."""
        return 2 * self.pairs / (self.count_en + self.count_zh)


def aligned(store: Store) -> list[tuple[str, str]]:
    """The English and Chinese texts of the same paragraph, for all documents there are in both.

    Of paragraphs that return from year to year only the first counts, lest their parts pass for terms.
    """
    out: dict[str, tuple[str, str]] = {}
    for en, zh, lang in store.connection.execute(_ALIGNED):
        opening = "".join(char for char in en if char.isalpha())[:_SAME]
        out.setdefault(opening, (en, fold(zh) if lang == "zh-Hant" else zh))
    return list(out.values())


def candidates(texts: Iterable[str], lang: Tongue) -> Iterator[Candidates]:
    """For each text the token sequences that could be terms.

    They hold no sign but the hyphen, begin and end with no stop word, and in Chinese hold none.
    """
    for doc in pipeline(lang).pipe(texts):
        found: set[str] = set()
        inner = [_is_word(token.text) or token.text in _HYPHENS for token in doc]
        outer = [_is_word(token.text) and not token.is_stop for token in doc]
        words = by_tongue(lang, en=inner, zh=outer)
        hyphens = [False, *(token.text in _HYPHENS for token in doc), False]
        for start in range(len(doc)):
            for end in range(start + 1, min(start + LONGEST, len(doc)) + 1):
                if not words[end - 1]:
                    break
                if outer[start] and outer[end - 1] and not (hyphens[start] or hyphens[end + 1]):
                    found.add(_cased(doc[start:end].text))
        yield frozenset(term for term in found if len(term) > 1)


def _is_word(token: str) -> bool:
    return any(char.isalpha() for char in token)


def _cased(term: str) -> str:
    """In lower case, but for abbreviations."""
    return term if term.isupper() else term.lower().replace(_NO_BREAK_HYPHEN, "-")


def associate(
    english: Sequence[Candidates], chinese: Sequence[Candidates], *,
    thesaurus: Mapping[str, str] | None = None, min_pairs: int = MIN_PAIRS, min_dice: float = MIN_DICE,
) -> list[MinedTerm]:  # fmt: skip
    """The pairs of candidates that go together, the commonest first. Both are of the same paragraphs."""
    count_en = Counter(term for terms in english for term in terms)
    count_zh = Counter(term for terms in chinese for term in terms)
    together = _together(english, chinese, count_en, count_zh, min_pairs)
    mined = _mutual_best(together, count_en, count_zh, min_dice)
    out: list[MinedTerm] = []
    for en, zh in (thesaurus or {}).items():
        if count_en[en] and count_zh[zh]:
            pairs = sum(en in e and zh in z for e, z in zip(english, chinese, strict=True))
            out.append(MinedTerm(en, zh, pairs, count_en[en], count_zh[zh], "thesaurus"))
    out = [term for term in out if term.dice >= MIN_DICE_LISTED]
    listed = {(term.en, term.zh) for term in out}
    out += [term for term in _longest_only(mined) if (term.en, term.zh) not in listed]
    return sorted(out, key=lambda term: (-term.pairs, term.en, term.zh))


def _together(
    english: Sequence[Candidates], chinese: Sequence[Candidates],
    count_en: Mapping[str, int], count_zh: Mapping[str, int], min_pairs: int,
) -> dict[str, Counter[str]]:  # fmt: skip
    """In how many paragraphs an English and a Chinese candidate, neither rare, stand together."""
    out: dict[str, Counter[str]] = defaultdict(Counter)
    for en_terms, zh_terms in zip(english, chinese, strict=True):
        often_zh = [term for term in zh_terms if count_zh[term] >= min_pairs]
        for term in en_terms:
            if count_en[term] >= min_pairs:
                out[term].update(often_zh)
    return out


def _mutual_best(
    together: Mapping[str, Counter[str]],
    count_en: Mapping[str, int],
    count_zh: Mapping[str, int],
    min_dice: float,
) -> list[MinedTerm]:
    best_of_zh: dict[str, tuple[float, int, str]] = {}
    best_of_en: dict[str, tuple[float, int, str]] = {}
    for en, others in together.items():
        for zh, pairs in others.items():
            dice = 2 * pairs / (count_en[en] + count_zh[zh])
            if dice < min_dice:
                continue
            # Of equals the longer: the phrase rather than its part.
            best_of_en[en] = max(best_of_en.get(en, (0.0, 0, "")), (dice, len(zh), zh))
            best_of_zh[zh] = max(best_of_zh.get(zh, (0.0, 0, "")), (dice, len(en), en))
    return [
        MinedTerm(en, zh, together[en][zh], count_en[en], count_zh[zh], "mined")
        for en, (_, _, zh) in best_of_en.items()
        if best_of_zh[zh][2] == en
    ]


def _longest_only(terms: Iterable[MinedTerm]) -> list[MinedTerm]:
    """Without the pairs that are parts of a longer pair and occur no oftener."""
    kept: list[MinedTerm] = []
    for term in sorted(terms, key=lambda term: -len(term.en) - len(term.zh)):
        part_of = (t for t in kept if term.zh in t.zh and f" {term.en} " in f" {t.en} ")
        if not any(term.pairs <= longer.pairs * 1.2 for longer in part_of):
            kept.append(term)
    return kept


def read_thesaurus(path: Path) -> dict[str, str]:
    """English terms, in lower case, with their Chinese."""
    rows = csv.reader(path.read_text("utf-8").splitlines(), delimiter="\t")
    return {row[0].lower(): row[1] for row in rows if len(row) == 2}


def write(terms: Iterable[MinedTerm], out: TextIO) -> None:
    """As CSV with the columns `FIELDS`."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(FIELDS)
    for term in terms:
        writer.writerow(
            (term.en, term.zh, term.pairs, term.count_en, term.count_zh, f"{term.dice:.2f}", term.source)
        )


def main(arguments: Sequence[str] | None = None) -> None:
    """The command: reads a knowledge base, prints the table."""
    about = (__doc__ or "").partition("\n")[0]
    parser = argparse.ArgumentParser(prog="python -m mandex.ingest.mining", description=about)
    parser.add_argument("kb", type=Path, help="folder of the knowledge base")
    parser.add_argument("--thesaurus", type=Path, help="English<TAB>Chinese lines of terms to look for")
    options = parser.parse_args(arguments)
    with Store.open(options.kb) as store:
        pairs = aligned(store)
    english = list(candidates((en for en, _ in pairs), "en"))
    chinese = list(candidates((zh for _, zh in pairs), "zh"))
    thesaurus = read_thesaurus(options.thesaurus) if options.thesaurus else None
    write(associate(english, chinese, thesaurus=thesaurus), sys.stdout)


if __name__ == "__main__":
    main()
