"""Documents and queries that every engine must answer alike. Each query has the reason for being here."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mandex.corpus import lexicon
from mandex.corpus.fold import fold
from mandex.corpus.languages import Lang
from mandex.corpus.model import Citation, Document, Entity, Kind, Mandate, Paragraph, Span
from mandex.corpus.store import Store
from mandex.index.engines import open_engine

# (symbol, lang, year, ((kind, label, verb, text), ...))
Lines = tuple[tuple[Kind, str, str, str], ...]
DOCUMENTS: tuple[tuple[str, Lang, int, Lines], ...] = (
    (
        "S/RES/2396 (2017)", "en", 2017,
        (
            ("preambular", "", "Recalling", "Recalling resolution 1373 (2001) and all its decisions,"),
            ("operative", "1", "Decides", "States shall extend the asset freeze until 15 September 2018;"),
            ("operative", "2", "Urges", "Urges all to share passenger data (API)\u2014without delay;"),
        ),
    ),
    (
        "S/RES/2617 (2021)", "zh-Hant", 2021,
        (
            ("preambular", "", "回顧", "回顧第1373(2001)號決議和聯合國憲章，"),
            ("operative", "1", "決定", "決定延長執行局的任務期限，至2025年12月31日止；"),
        ),
    ),
    (
        "S/RES/2617 (2021)", "zh-Hans", 2021,
        (
            ("preambular", "", "回顾", "回顾第1373(2001)号决议和联合国宪章，"),
            ("operative", "1", "决定", "决定延长执行局的任务期限，至2025年12月31日止；"),
        ),
    ),
    (
        "S/RES/2560 (2020)", "en", 2020,
        (
            ("operative", "1", "Extends", "Extends the mandate; extended and extension are other words."),
            ("operative", "2", "Notes", "Notes the asset-freeze list and the freeze on assets."),
            ("annex", "1", "", "States of Côte d\u2019Ivoire shall report by 15 Sept. 2018."),
        ),
    ),
    (
        "S/2015/939", "zh-Hans", 2015,
        (("body", "1", "", "中华人民共和国代表团，中国。人民的共和国。“资产冻结”办法"),),
    ),
)  # fmt: skip
_CITED = "S/RES/1373 (2001)"

# (query, hits as (symbol, lang, seq), reason)
_EN, _HANT, _HANS = "S/RES/2396 (2017)", ("S/RES/2617 (2021)", "zh-Hant"), ("S/RES/2617 (2021)", "zh-Hans")
_LETTER = ("S/2015/939", "zh-Hans", 1)
_PP = {(_EN, "en", 1), (*_HANT, 1), (*_HANS, 1)}
_FREEZE, _API = (_EN, "en", 2), (_EN, "en", 3)
_MANDATE, _LIST, _ANNEX = (("S/RES/2560 (2020)", "en", seq) for seq in (1, 2, 3))
QUERIES: tuple[tuple[str, set[tuple[str, str, int]], str], ...] = (
    ("联合国", {(*_HANT, 1), (*_HANS, 1)}, "simplified finds traditional"),
    ("聯合國", {(*_HANT, 1), (*_HANS, 1)}, "and the other way round"),
    ("人民共和国", {_LETTER}, "a phrase inside a longer one that word segmentation would hide"),
    ("共和", {_LETTER}, "two characters in the middle"),
    ("国人", set(), "neighbours across a full stop are none"),
    ("会国", set(), "no paragraph has it"),
    ("憲", {(*_HANT, 1), (*_HANS, 1)}, "one character alone"),
    ('"决议和联合"', {(*_HANT, 1), (*_HANS, 1)}, "a phrase across words"),
    ('"(2001)号决议"', {(*_HANT, 1), (*_HANS, 1)}, "brackets are part of what was quoted"),
    ('"73(2001)号"', {(*_HANT, 1), (*_HANS, 1)}, "a phrase may begin inside a number"),
    ('"期限，至20"', {(*_HANT, 2), (*_HANS, 2)}, "and end inside one"),
    ('"期限至2025"', set(), "but not skip punctuation"),
    ("“资产冻结”", {_LETTER}, "curly quotes quote"),
    ("extend", {_FREEZE, _MANDATE}, "a word finds its inflections, not its derivations"),
    ("EXTENDING", {_FREEZE, _MANDATE}, "in any case"),
    ('"extended"', {_MANDATE}, "quoted, only itself"),
    ('"extend"', {_FREEZE}, "quoted, only itself"),
    ('"asset freeze"', {_FREEZE}, "neither a hyphen nor other words between"),
    ('"extend the asset"', {_FREEZE}, "stop words count in a phrase"),
    ("asset freeze", {_FREEZE, _LIST}, "all words, in any order"),
    ("asset AND NOT list", {_FREEZE}, "a word excluded"),
    ("list OR passenger", {_LIST, _API}, "either"),
    ("(list OR passenger) asset", {_LIST}, "brackets group"),
    ('NOT "extended" freeze', {_FREEZE, _LIST}, "a phrase excluded is excluded exactly"),
    ('"extended" OR passenger', {_MANDATE, _API}, "a phrase as an alternative is checked too"),
    ('passenger OR ("extended" mandate)', {_MANDATE, _API}, "a phrase beside a word as an alternative"),
    ('passenger OR ("extend" mandate)', {_API}, "the phrase is not printed where the word is"),
    ('freeze NOT ("extended" OR "freeze on")', {_FREEZE}, "one of several phrases excluded"),
    ("asset NOT extend NOT passenger", {_LIST}, "words excluded one by one"),
    ("mandate OR list NOT exten*", {_MANDATE, _LIST}, "a prefix excluded from one alternative"),
    ("freeze NOT NOT exten*", {_FREEZE}, "what is not excluded"),
    ("asset asset OR asset", {_FREEZE, _LIST}, "what is said twice counts once"),
    ("exten*", {_FREEZE, _MANDATE}, "prefix"),
    ("ext*", {_FREEZE, _MANDATE}, "a short prefix"),
    ("year:2020 NOT a*", {_ANNEX}, "one letter"),
    ("extensio*", {_MANDATE}, "a prefix that ends inside the suffix"),
    ("extended*", {_MANDATE}, "a prefix that is longer than the stem"),
    ("cote d'ivoire", {_ANNEX}, "accents and apostrophes"),
    ("Côte d\u2019Ivoire", {_ANNEX}, "accents and apostrophes as printed"),
    ("S/RES/1373", _PP, "a symbol finds who cites it"),
    ("S/RES/1373 (2001)", _PP, "with its year"),
    ("1373 (2001)", _PP, "as cited"),
    ("第1373号", _PP, "in Chinese"),
    ("第1373號決議", _PP, "in traditional script"),
    ("resolution 1373", _PP, "in words"),
    ("1373", _PP, "a number alone"),
    ("S/2015/939", {_LETTER}, "a symbol finds its document"),
    ("15 September 2018", {_FREEZE, _ANNEX}, "a date finds another notation"),
    ("2018-09-15", {_FREEZE, _ANNEX}, "ISO notation"),
    ("31 December 2025", {(*_HANT, 2), (*_HANS, 2)}, "and another language"),
    ('"15 Sept. 2018"', {_ANNEX}, "but not when quoted"),
    ("year:2020 lang:en kind:operative", {_MANDATE, _LIST}, "fields alone"),
    ("freeze year:[2018 TO *]", {_LIST}, "an open range"),
    ("freeze year:[2014 TO 2017]", {_FREEZE}, "a range"),
    ("freeze date:[2018-02 TO 2020]", {_LIST}, "from a month to the end of a year"),
    ("freeze date:2017", {_FREEZE}, "the days of a year"),
    ("year:(2015 OR 2017) NOT kind:preambular", {_LETTER, _FREEZE, _API}, "a field for a group"),
    ("symbol:2396 verb:urge", {_API}, "verb in any inflection"),
    ("symbol:S/RES/2396 kind:preambular", {(_EN, "en", 1)}, "symbol without its year"),
    ("cites:1373 lang:zh", {(*_HANT, 1), (*_HANS, 1)}, "who cites, in both scripts"),
    ("actor:member-states", {_FREEZE}, "from the mandates"),
    ("topic:asset-freeze force:decide", {_FREEZE}, "from the mandates"),
    ("force:binding", {_FREEZE}, "binding is a force"),
    ("country:China", {_LETTER}, "a country by its name in the other language"),
    ("", set(), "nothing asked"),
    ("???", set(), "nothing to look for"),
    ('"', set(), "an odd quote"),
    ('"asset freeze', {_FREEZE, _LIST}, "an open quote is text"),
    ("(asset", {_FREEZE, _LIST}, "an open bracket is text"),
    ("asset)) freeze", {_FREEZE, _LIST}, "closing brackets too"),
    ("AND asset OR", {_FREEZE, _LIST}, "operators without operands"),
    ("asset NOT", {_FREEZE, _LIST}, "nothing excluded"),
    ("asset* ^ ~ + - : {x", set(), "signs of other query languages are no words; x is one"),
    ("title : asset", set(), "a column of the index is no field"),
    ("NEAR(asset freeze)", set(), "nor is FTS5's NEAR an operator"),
)  # fmt: skip


def documents() -> list[Document]:
    """The documents, with one citation and one mandate."""
    return [_document(*each) for each in DOCUMENTS]


def _document(symbol: str, lang: Lang, year: int, lines: Lines) -> Document:
    paragraphs, citations, mandates, at = [], [], [], 0
    for seq, (kind, label, verb, text) in enumerate(lines, 1):
        paragraphs.append(Paragraph(seq, kind, label, text, Span(at, at + len(text)), verb))
        found = text.find("1373")
        if found >= 0:
            span = Span(found, found + 4)
            citations.append(Citation(seq, span, span, "1373", _CITED))
        if verb == "Decides":
            mandates.append(
                Mandate(seq, Span(0, 7), verb, "decide", "decide", True, False, ("member-states",),
                        "extend the asset freeze", ("asset-freeze",), ())
            )  # fmt: skip
        at += len(text) + 1
    return Document(
        symbol, lang, "resolution", "S", None, year, f"{year}-01-01", "", "", "", False,
        f"{symbol} {lang}", f"{symbol}{lang}", "akn", 0, "\n".join(p.text for p in paragraphs),
        tuple(paragraphs), tuple(citations), tuple(mandates), entities=_countries(paragraphs),
    )  # fmt: skip


def _countries(paragraphs: Iterable[Paragraph]) -> tuple[Entity, ...]:
    """The countries named, as ingestion finds them."""
    return tuple(
        Entity(p.seq, Span(found.start, found.end), "country", found.id)
        for p in paragraphs
        for found in lexicon.match_countries(fold(p.text))
    )


def fill(store: Store) -> None:
    """Put the documents into a store."""
    for document in documents():
        store.put_file(document.source, document.sha256, [document])


def base(folder: Path) -> Store:
    """A store with the documents, indexed by the default engine."""
    store = Store.open(folder, create=True)
    fill(store)
    open_engine(store).catch_up()
    return store
