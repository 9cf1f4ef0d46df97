"""International instruments: which are named, how often, and where they are to be ratified or applied."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from mandex.corpus import lexicon
from mandex.corpus.fold import fold
from mandex.corpus.languages import Lang, by_tongue
from mandex.corpus.lexicon import Instrument
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store

Row = dict[str, Any]
_CHARTER = "un-charter"

# What the Council asks for of a treaty: to become a party to it, or to live up to it. Who *has ratified* it
# is told, not asked; on what conditions one *may become a party* to the Court's Statute is laid down; and who
# adheres to the *provisions* of a treaty, or to obligations, lives up to them.
_LIVED_UP_TO = (
    r"\s+(?:(?:the|its|their|all)\s+)?(?:provisions|obligations|principles|terms|rules|norms|standards)"
)
_RATIFY_EN = re.compile(
    r"\b(?:ratif(?:y|ies|ying|ication)|not\s+(?:yet\s+)?(?:signed\s+(?:and|or)\s+)?ratified"
    r"|acced(?:e|es|ing)|accession|(?<!may\s)becom(?:e|ing)\s+(?:a\s+)?(?:State\s+)?part(?:y|ies)"
    rf"|(?:adhere|universal\s+adherence)\s+to(?!{_LIVED_UP_TO}))\b",
    re.IGNORECASE,
)
_RATIFY_ZH = re.compile("批准|加入|成为[^。；]{0,12}缔约")
_APPLY_EN = re.compile(
    r"\b(?:compl(?:y|iance|ying)|implement\w*|obligations?|respect\w*|abide|appl(?:y|ies|icable|ication)"
    rf"|fulfil\w*|uphold|observ(?:e|ance)|adher(?:e|ence)\s+to{_LIVED_UP_TO}|in\s+accordance\s+with"
    r"|consistent\s+with)\b",
    re.IGNORECASE,
)
_APPLY_ZH = re.compile("遵守|履行|执行|实施|适用|尊重|恪守|根据|按照|符合|义务")
_NUMERALS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix"
_LEAST = 2  # characters of a name that is looked for inside the names of instruments

_MENTIONS = """
    SELECT e.entity, e.seq, d.symbol AS doc, d.lang, d.year, d.date, d.organ, p.label, p.text,
           CASE WHEN p.kind = 'preambular' AND p.pinpoint = '' THEN 'PP' ||
               (SELECT count(*) FROM paragraphs AS q WHERE q.doc = p.doc AND q.seq <= p.seq
                AND q.kind = 'preambular' AND q.label NOT LIKE '(%') ELSE p.pinpoint END AS pinpoint,
           e.at_start, e.at_end,
           EXISTS (SELECT 1 FROM mandates AS m WHERE m.doc = e.doc AND m.seq = e.seq AND m.force <> 'note')
               AS demands,
           (SELECT json_group_array(DISTINCT c.entity) FROM entities AS c
            -- The sign keeps SQLite from going through all countries of the base for each mention.
            WHERE c.doc = e.doc AND c.seq = e.seq AND +c.kind = 'country') AS countries
    FROM entities AS e JOIN documents AS d ON d.id = e.doc
         JOIN paragraphs AS p ON p.doc = e.doc AND p.seq = e.seq
    WHERE e.kind = 'instrument' AND e.entity IN (SELECT value FROM json_each(?)) AND {version}
    ORDER BY d.date, d.symbol, d.lang, e.id"""
# Of a document held in several versions one counts.
_ONE_VERSION = "d.lang = (SELECT min(lang) FROM documents WHERE symbol = d.symbol)"


def ids_of(name: str) -> list[str]:
    """The ids that a name stands for: an id, the beginning of one (`terrorist-bombings`), or a name in use.

    `un-charter` stands for its chapters and articles too. Empty where no instrument is known by it.
    """
    known = lexicon.instruments()
    wanted = re.sub("[《》]", "", fold(name)).strip()
    slug = re.sub(r"[\s_/]+", "-", wanted)
    if slug in _parts_of_charter():
        return [slug]
    ids = [id_ for id_ in known if id_ == slug] or [id_ for id_ in known if id_.startswith(f"{slug}-")]
    if not ids:
        ids = [i.id for i in known.values() if wanted in map(fold, (*i.terms_en, *i.terms_zh))]
    if not ids and len(wanted) >= _LEAST:
        ids = [i.id for i in known.values() if wanted in fold(f"{i.label_en} {i.label_zh}") or slug in i.id]
    return [*ids, *_parts_of_charter()] if _CHARTER in ids else ids


def all_ids() -> list[str]:
    """Every id that an instrument or a part of the Charter has."""
    return [*lexicon.instruments(), *_parts_of_charter()]


def nearest(name: str) -> list[str]:
    """The ids most like a name that `ids_of` does not know."""
    return get_close_matches(re.sub(r"[\s_/]+", "-", fold(name)), lexicon.instruments(), 3)


def _parts_of_charter() -> list[str]:
    chapters = [f"{_CHARTER}-chapter-{numeral}" for numeral in _NUMERALS.split()]
    return chapters + [f"{_CHARTER}-article-{number}" for number in range(1, 112)]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a mention; empty fields ask nothing. `country` is a name or an id."""

    asks: str = ""
    year: int | None = None
    country: str = ""
    organ: str = ""

    def holds(self, mention: Row) -> bool:
        """Whether a row of `mentions` is such a mention."""
        return (
            (not self.asks or self.asks in mention["asks"])
            and (self.year is None or mention["year"] == self.year)
            and (not self.country or not _countries(self.country).isdisjoint(mention["countries"]))
            and (not self.organ or fold(self.organ) == fold(mention["organ"] or ""))
        )


def _countries(name: str) -> set[str]:
    return {found.id for found in lexicon.match_countries(name)} | {fold(name).replace(" ", "-")}


def instruments(store: Store) -> list[Row]:
    """Every instrument that the base names, the most named first.

    `mentions` counts them, `first` and `last` are the documents, `ratify` and `apply` say how many documents
    ask somebody to become a party to it or to live up to it.
    """
    found = {id_: _Count(entry) for id_, entry in lexicon.instruments().items()}
    for row in mentions(store, all_ids()):
        found[row["id"] if row["id"] in found else _CHARTER].add(row)
    counted = sorted((one for one in found.values() if one.mentions), key=lambda one: -one.mentions)
    return [one.row() for one in counted]


class _Count:
    """The mentions of one instrument, added up in the order of dates."""

    def __init__(self, entry: Instrument) -> None:
        self._entry = entry
        self.mentions = 0
        self._first = self._last = ""
        self._asked: dict[str, set[str]] = {"ratify": set(), "apply": set()}

    def add(self, mention: Row) -> None:
        self.mentions += 1
        self._first = self._first or mention["doc"]
        self._last = mention["doc"]
        for what in mention["asks"]:
            self._asked[what].add(mention["doc"])

    def row(self) -> Row:
        entry = self._entry
        return {
            "id": entry.id, "name": entry.label_en, "name_zh": entry.label_zh, "kind": entry.kind,
            "date": entry.date, "printed_in": entry.source, "mentions": self.mentions, "first": self._first,
            "last": self._last, **{what: len(docs) for what, docs in self._asked.items()},
        }  # fmt: skip


def mentions(store: Store, ids: list[str], lang: str = "") -> Iterator[Row]:
    """The paragraphs that name any of some instruments, in the order of dates, one row a mention.

    `asks` says whether somebody is asked there to `ratify` or to `apply` it. Of several versions of a
    document one counts, or that in `lang`.
    """
    version, values = _ONE_VERSION, [json.dumps(ids)]
    if lang:
        version, values = "d.lang LIKE ?", [*values, f"{lang}%"]
    cursor = store.connection.execute(_MENTIONS.format(version=version), values)
    names = [column[0] for column in cursor.description]
    for one in cursor:
        found = dict(zip(names, one, strict=True))
        yield {
            "id": found["entity"], "doc": found["doc"], "lang": found["lang"], "seq": found["seq"],
            "label": found["label"], "pinpoint": found["pinpoint"], "year": found["year"],
            "date": found["date"], "organ": found["organ"], "countries": json.loads(found["countries"]),
            "asks": _asks(found["text"], found["lang"]) if found["demands"] else [],
            "surface": found["text"][found["at_start"] : found["at_end"]], "text": found["text"],
        }  # fmt: skip


def paragraphs(store: Store, ids: list[str], lang: str = "") -> Iterator[Row]:
    """The rows of `mentions`, of which one stands for a paragraph that names an instrument several times."""
    named = set()
    for row in mentions(store, ids, lang):
        place = (row["id"], row["doc"], row["lang"], row["seq"])
        if place not in named:
            named.add(place)
            yield row


def _asks(text: str, lang: Lang) -> list[str]:
    """What a paragraph that demands something asks for of the instrument it names."""
    text = by_tongue(lang, en=text, zh=fold(text))
    ratify, apply_ = by_tongue(lang, en=(_RATIFY_EN, _APPLY_EN), zh=(_RATIFY_ZH, _APPLY_ZH))
    return [what for what, pattern in (("ratify", ratify), ("apply", apply_)) if pattern.search(text)]
