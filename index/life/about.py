"""What a resolution is about: a country, else its agenda item."""

from __future__ import annotations

import sqlite3
from collections import Counter

from mandex.corpus import lexicon, registry
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold, fold_case
from mandex.corpus.symbols import resolution_number

# Names that name a country that the resolution is not about: of groups, waters, airlines.
_NAMES = Expression(
    r"Islamic State (?:in|of) Iraq(?: and the Levant)?|伊拉克和黎凡特伊斯兰国|Gulf of Guinea|几内亚湾"
    r"|Malaysia Airlines|马来西亚航空"
)
_CALLED = Expression(
    r"^(?:the )?(?:question concerning )?(?:the )?situation in (?:the )?(?=southern|middle)|^the (?=middle)"
    r"|(?<=middle east)(?: situation| - undof)$"
)
# What is a theme though the preamble names the countries near: *acts of piracy off the Gulf of Guinea*.
_THEME = Expression(r"\bpiracy and armed robbery at sea\b")
_PREAMBLE = 12  # preambular paragraphs that tell what a resolution is about
_OFTEN = 4  # of them name a country, if that is it


def matter_of(db: sqlite3.Connection, doc: int) -> str:
    """What a resolution is about; empty for other documents."""
    row = db.execute("SELECT type, title, number FROM documents WHERE id = ?", (doc,)).fetchone()
    if row is None or row[0] != "resolution" or row[2] is None:
        return ""
    return _about(db, doc, row[1], row[2])


def _about(db: sqlite3.Connection, doc: int, title: str, number: int) -> str:
    """What a resolution is about: the country of its title, agenda item or preamble, else the item."""
    adoption = registry.adoption(number)
    agenda = adoption.agenda_item if adoption else ""
    title = title.partition("]")[0]  # *[on threats … by Al-Qaida] andate of … Iraq*: noise of a catalogue
    for words in (title, agenda):
        found = [one.id for one in lexicon.match_countries(_NAMES.sub("", fold_case(words)))]
        if len(set(found)) == 1:
            return found[0]
        if found:
            # *Reports of the Secretary-General on the Sudan and South Sudan*: what the preamble speaks of.
            often = _countries_of_preamble(db, doc)
            likely = max(found, key=lambda id_: often[id_])
            return likely if often[likely] >= often[found[0]] + _OFTEN else found[0]
    if theme := _THEME.search(title):
        return fold(theme[0])
    often = _countries_of_preamble(db, doc)
    most = next((id_ for id_, times in often.most_common(1) if times >= _OFTEN), "")
    return most or item_of(agenda) or _agenda_recalled(db, doc)


def item_of(agenda: str) -> str:
    """An agenda item by what it is about: *question concerning the situation in Southern Rhodesia* and *the
    situation in Southern Rhodesia* are one.
    """
    return _CALLED.sub("", fold(agenda)).strip(" -")


def _countries_of_preamble(db: sqlite3.Connection, doc: int) -> Counter[str]:
    """In how many of the first preambular paragraphs each country is named."""
    rows = db.execute(
        "SELECT text FROM paragraphs WHERE doc = ? AND kind = 'preambular' ORDER BY seq LIMIT ?",
        (doc, _PREAMBLE),
    )
    return Counter(
        id_
        for (text,) in rows
        # in the order of the text: of two that are named as often the first is meant, on every run
        for id_ in dict.fromkeys(found.id for found in lexicon.match_countries(fold_case(text)))
    )


def _agenda_recalled(db: sqlite3.Connection, doc: int) -> str:
    """Where a resolution's own agenda item is not known: that of most resolutions that its preamble cites."""
    rows = db.execute(
        "SELECT c.cited FROM citations AS c JOIN paragraphs AS p ON p.doc = c.doc AND p.seq = c.seq"
        " WHERE c.doc = ? AND p.kind = 'preambular' AND c.cited LIKE 'S/RES/%'",
        (doc,),
    )
    numbers = (resolution_number(cited) for (cited,) in rows)
    known = (registry.adoption(number) for number in numbers if number)
    items = Counter(item_of(one.agenda_item) for one in known if one)
    return next((item for item, _ in items.most_common() if item), "")
