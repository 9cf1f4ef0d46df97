"""What is wrong with citations: numbers never adopted, wrong years, gaps; and where two languages differ."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from string import ascii_lowercase
from typing import Any

from mandex.corpus import registry
from mandex.corpus.dates import find_dates
from mandex.corpus.fold import fold_citing
from mandex.corpus.model import CitationStatus, Document
from mandex.corpus.pinpoints import split_pinpoints
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.corpus.symbols import resolution_number

FAULTS: tuple[CitationStatus, ...] = ("year-mismatch", "unknown", "elided")


@dataclass(frozen=True, slots=True)
class Fault:
    """One citation that does not hold: where it stands, as printed, what is wrong with it, what was meant.

    `status` is the citation's own (`FAULTS`), or `date-mismatch` where the day printed beside it is not that
    of the adoption, or `no-such-paragraph` where the cited text, which the base holds, has no such place.
    """

    doc: str
    lang: str
    place: str
    surface: str
    status: str
    suggest: str | None
    message: str
    source: str

    def row(self) -> dict[str, Any]:
        """As a row of a listing."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation with all that judging it needs; `start`, `end` are its place in the paragraph's `text`."""

    doc: str
    lang: str
    place: str
    source: str
    text: str
    start: int
    end: int
    surface: str
    target: str | None
    pinpoint: str
    status: CitationStatus
    suggest: str | None
    gaps: int


def citations_of(document: Document) -> Iterator[Cited]:
    """The citations of a document that need not be stored, in reading order."""
    for c in document.citations:
        paragraph = document.paragraphs[c.seq - 1]
        place = paragraph.pinpoint or f"paragraph {paragraph.seq}"
        yield Cited(
            document.symbol, document.lang, place, document.source, paragraph.text, c.at.start, c.at.end,
            c.surface, c.target, c.pinpoint, c.status, c.suggest, c.gaps,
        )  # fmt: skip


def citations_held(store: Store, symbol: str = "") -> Iterator[Cited]:
    """The citations of the whole base, or of the language versions of one document, in reading order."""
    for row in store.connection.execute(
        """SELECT d.symbol, d.lang, CASE p.pinpoint WHEN '' THEN 'paragraph ' || p.seq ELSE p.pinpoint END,
                  d.source, p.text, c.at_start, c.at_end, c.surface, c.target, c.pinpoint, c.status,
                  c.suggest, c.gaps
           FROM citations c JOIN documents d ON d.id = c.doc
                JOIN paragraphs p ON p.doc = c.doc AND p.seq = c.seq
           WHERE ? = '' OR d.symbol = ? ORDER BY d.symbol, d.lang, c.id""",
        (symbol, symbol),
    ):
        yield Cited(*row)


def judge(cited: Cited, paragraphs: Paragraphs | None = None) -> Fault | None:
    """What is wrong with a citation; None where nothing is. Places only with `paragraphs`."""
    status: str = cited.status
    suggest, message = cited.suggest, ""
    if cited.status in FAULTS:
        message = explain(cited.status, cited.target, cited.gaps)
        if suggest and paragraphs and (missing := paragraphs.missing(replace(cited, target=suggest))):
            message = f"{message}; {missing}"
    elif cited.status == "ok" and (message := wrong_day(cited)):
        status = "date-mismatch"
    elif cited.status == "ok" and paragraphs and (message := paragraphs.missing(cited)):
        status = "no-such-paragraph"
    if not message:
        return None
    return Fault(cited.doc, cited.lang, cited.place, cited.surface, status, suggest, message, cited.source)


def faults_of(document: Document) -> Iterator[Fault]:
    """The faults of a document that need not be stored, in reading order."""
    return filter(None, map(judge, citations_of(document)))


def faults(store: Store, symbol: str = "") -> Iterator[Fault]:
    """The faults of the whole base, or of the language versions of one document, in reading order."""
    paragraphs = Paragraphs(store)
    for cited in citations_held(store, symbol):
        if fault := judge(cited, paragraphs):
            yield fault


def tally(checked: int, wrong: int) -> str:
    """What came of a check, in a sentence."""
    many = f"{checked} citation{'' if checked == 1 else 's'} checked"
    return f"{many}, {wrong} wrong" if wrong else f"{many}, nothing wrong found"


# The day of adoption behind a number, in the footnotes of lawyers and in prose:
#   UNSC Res 1373 (28 September 2001)   S.C. Res. 2178, ¶ 5 (Sept. 24, 2014)   1373 of 28 September 2001
# but not the day of another thing: the report pursuant to resolution 1533 (2004), dated 15 July 2004
_DAY_AFTER = re.compile(
    r"(?:,?\s(?:¶{1,2}|§{1,2}|paras?\.?|OPs?)\s?\d[\w()]*)?"
    r"(?:(?P<of>\s(?:adopted\son|of))\s|\s?(?P<bracket>\()(?:adopted\son\s)?)"
)
_DAY_BEFORE = re.compile(
    r"(?P<day>(?:19|20)\d\d年\d{1,2}月\d{1,2}日)(?:通过的?|的)?(?:安全理事会|安理会)?第?$"
)
# What else may be of that day: the report pursuant to resolution 721 (1991) of 11 December 1991
_OTHER_PAPER = re.compile(
    r"\b(?:report|letter|note|statement|briefing)s?\b[^.;]*$|(?:报告|信|说明)[^。;]*$", re.IGNORECASE
)


def wrong_day(cited: Cited) -> str:
    """What is wrong with the day of adoption that is printed beside a citation; empty where nothing is."""
    number = resolution_number(cited.target or "")
    known = registry.adoption(number) if number else None
    printed = day_beside(cited.text, cited.start, cited.end)
    if not known or not known.adopted or not printed or known.adopted.startswith(printed):
        return ""
    return f"resolution {number} was adopted on {known.adopted}, not on {printed}"


def day_beside(text: str, start: int, end: int) -> str:
    """The ISO day or month printed right behind or, in Chinese, before a citation; empty where none is."""
    after = fold_citing(text[end : end + 60])
    before = fold_citing(text[max(0, start - 160) : start])
    if opens := _DAY_AFTER.match(after):
        found = next(find_dates(after[opens.end() :]), None)
        if found is None or found.start or (opens["of"] and _OTHER_PAPER.search(before)):
            return ""
        closed = after[opens.end() + found.end :].startswith(")")
        return found.iso if closed or not opens["bracket"] else ""
    day = _DAY_BEFORE.search(before)
    found = next(find_dates(day["day"]), None) if day else None
    return found.iso if found else ""


class Paragraphs:
    """The numbered paragraphs of the documents that a base holds, to hold citations of them against."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, list[_Numbering]] = {}

    def missing(self, cited: Cited) -> str:
        """Which cited paragraphs no held version of the target has, in words; empty where all are there."""
        if not cited.target or not cited.pinpoint:
            return ""
        versions = self._versions(cited.target)
        named = split_pinpoints(cited.pinpoint)
        gone = [place for place in named if versions and all(one.lacks(place) for one in versions)]
        if not gone:
            return ""
        last = max((one.last_beside(gone[0]) for one in versions), key=_in_order)
        return f"{cited.target} has no paragraph {', '.join(gone)}; the last is {last}"

    def _versions(self, symbol: str) -> list[_Numbering]:
        if symbol not in self._known:
            ids = self._store.connection.execute("SELECT id FROM documents WHERE symbol = ?", (symbol,))
            found = [_Numbering.of(self._store, id_) for (id_,) in ids.fetchall()]
            self._known[symbol] = [one for one in found if one.last]
        return self._known[symbol]


def _in_order(label: str) -> tuple[int, str]:
    return len(label), label


@dataclass(frozen=True, slots=True)
class _Numbering:
    """How many paragraphs one text has; `last` is 0 where it was not read whole. `letters` are the last
    letters of those that have any, by number, where they go on from (a) without a gap and nothing hangs under
    them: what stands under *(c)* may have been read to the end of the text.
    """

    last: int
    preambular: int
    letters: Mapping[str, str]

    @classmethod
    def of(cls, store: Store, doc: int) -> _Numbering:
        kinds = [(p.kind, p.label) for p in store.paragraphs(doc)]
        main = "operative" if any(kind == "operative" for kind, _ in kinds) else "body"
        labels = [label for kind, label in kinds if kind == main]
        numbers = {int(label) for label in labels if label.isdigit()}
        # Numbers with a gap, or many paragraphs without one, are a text that was not read whole.
        whole = numbers == set(range(1, len(numbers) + 1)) and labels.count("") <= len(numbers)
        last = max(numbers, default=0) if whole else 0
        preambular = sum(kind == "preambular" and not label.startswith("(") for kind, label in kinds)
        return cls(last, preambular, _last_letters(labels))

    def lacks(self, place: str) -> bool:
        """Whether the number of a place is past the last, or its letter past the last of a paragraph that has
        some; annexes are not judged, nor what hangs under letters.
        """
        if match := re.match(r"PP(\d+)", place):
            return 0 < self.preambular < int(match[1])
        number, letter = _parted(place)
        if not number or int(number) > self.last:
            return bool(number)
        return letter not in _ROMAN and letter > self.letters.get(number, "~")

    def last_beside(self, place: str) -> str:
        """The last paragraph of the kind of a place that is not there: `17`, `2(g)`."""
        if place.startswith("PP"):
            return str(self.preambular)
        number, letter = _parted(place)
        lettered = letter and int(number) <= self.last and self.letters.get(number)
        return f"{number}({lettered})" if lettered else str(self.last)


_PARTED = re.compile(r"(\d+)(?:\(([a-z])\))?")
_ROMAN = frozenset("ivx")  # *paragraph 10 (e), (i)*: of which letter such a number is cannot be told


def _parted(place: str) -> tuple[str, str]:
    """The number and the single letter of a place; empty where it has none."""
    found = _PARTED.match(place)
    return (found[1], found[2] or "") if found else ("", "")


def _last_letters(labels: Sequence[str]) -> dict[str, str]:
    """The last letters of the paragraphs that have more than one, as `_Numbering.letters` has them."""
    letters: dict[str, set[str]] = defaultdict(set)
    for label in labels:
        number, letter = _parted(label)
        if letter:
            letters[number].add(label.removeprefix(number).strip("()"))
    return {
        number: max(found)
        for number, found in letters.items()
        if len(found) > 1 and found == set(ascii_lowercase[: len(found)])
    }


def explain(status: CitationStatus, target: str | None, gaps: int) -> str:
    """What is wrong with a citation, in words."""
    if status == "elided":
        return "the number is lost" if gaps == 1 else f"{gaps} numbers are lost"
    number = resolution_number(target or "")
    known = registry.adoption(number) if number else None
    if known is None:
        last = registry.last()
        if number is None:
            return f"{target} names nothing: a session, a year or a stroke is missing"
        if number > last.number:
            return f"no resolution {number} is known; the register ends with {last.number} of {last.adopted}"
        return f"there is no resolution {number}"
    if status == "year-mismatch":
        return f"resolution {number} is of {known.year}"
    return f"resolution {number} was adopted on {known.adopted}, after this document"


@dataclass(frozen=True, slots=True)
class Difference:
    """A citation that one language version of a document has and another has not."""

    doc: str
    target: str
    cited_in: str
    not_in: str
    places: tuple[str, ...]

    def row(self) -> dict[str, Any]:
        """As a row of a listing."""
        return asdict(self)


def differences(store: Store, symbol: str = "") -> Iterator[Difference]:
    """Where the language versions of a document cite different things.

    Often a translator's slip; sometimes one file holds less of the document than the other. Versions are
    compared as sets of what they cite: numbers as printed, pinpoints aside.
    """
    for doc, versions in _cited(store, symbol):
        for lang, cited in versions.items():
            for other, theirs in versions.items():
                for target in sorted(cited.keys() - theirs.keys()):
                    yield Difference(doc, target, lang, other, cited[target])


_Cited = Mapping[str, tuple[str, ...]]


def _cited(store: Store, symbol: str) -> Iterator[tuple[str, Mapping[str, _Cited]]]:
    """Each document held in several languages: by language, what it cites and where."""
    several = store.connection.execute(
        """SELECT symbol, group_concat(lang) FROM documents WHERE ? = '' OR symbol = ?
           GROUP BY symbol HAVING count(*) > 1 ORDER BY symbol""",
        (symbol, symbol),
    ).fetchall()
    for doc, langs in several:
        versions: dict[str, dict[str, list[str]]] = {
            lang: defaultdict(list) for lang in sorted(langs.split(","))
        }
        for lang, target, place in store.connection.execute(
            """SELECT d.lang, c.target, CASE p.pinpoint WHEN '' THEN 'paragraph ' || p.seq ELSE p.pinpoint END
               FROM citations c JOIN documents d ON d.id = c.doc
                    JOIN paragraphs p ON p.doc = c.doc AND p.seq = c.seq
               WHERE d.symbol = ? AND c.target IS NOT NULL AND c.status <> 'self' ORDER BY c.id""",
            (doc,),
        ):
            versions[lang][target].append(place)
        yield doc, {lang: {t: tuple(dict.fromkeys(p)) for t, p in v.items()} for lang, v in versions.items()}
