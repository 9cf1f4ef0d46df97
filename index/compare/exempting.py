"""Exemptions that stand elsewhere than in what they except from: in the sub-paragraphs of a stem, in another
paragraph of the same resolution.

Resolution 1737 (2006) excepts from its paragraph 3 (b) *the supply, sale or transfer of:* two items, and says
in 13 that *the measures imposed by paragraph 12 above do not apply to funds* for basic expenses.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from mandex.corpus.fold import same_number
from mandex.corpus.store import Store

EXCEPTS = re.compile(
    r"(?:\b(?:except|with\sthe\sexception\sof|excluding|unless|other\sthan)\b|\bprovided\sthat|\bnot\sapply\b)"
    r"[^;.]{0,240}[:：]\s{0,4}$|(?:不适用于|除)[^。；]{0,60}[:：]\s{0,4}$"
)
"""A stem that spells out what is left out: *except the supply of:*, *shall not apply to:*, *provided
that:*."""

ENDS = re.compile(
    r"(?:the|these|such|those|all)\s(?:\w+\s){0,2}?(?:measures?|provisions?|restrictions?|prohibitions?|requirements?"
    r"|paragraphs?)\b[^;]{0,200}?\bshall\s(?:cease|not\sapply|expire|terminate|be\s(?:lifted|terminated|reviewed))\b"
)
"""What ends or limits the measures and asks for nothing: *and that the measures shall cease to apply*."""

_PLACE = r"\d{1,3}(?:\s?\([a-z]{1,5}\)){0,3}"
_NOT_OF = re.compile(
    rf"\bparagraphs?\s(?P<places>{_PLACE}(?:(?:,\s?(?:and\s)?|\s(?:and|or)\s){_PLACE}){{0,12}})(?P<cited>\s(?:of|\(\w)[^,;:]{{0,40}})?"
    r"[^;:]{0,120}?\b(?:shall|do|does)\snot\s(?:apply|prevent)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\sof\s(?:this|the\spresent)\sresolution")
_LONGEST = 300  # characters of an exemption that stands elsewhere


def elsewhere(store: Store, symbols: Iterable[str]) -> Mapping[tuple[str, str, str], tuple[str, ...]]:
    """Exemptions by symbol, language and label of the paragraph that they except from, each with the place
    where it stands: *OP13: the measures imposed by paragraph 12 above do not apply to …*.
    """
    rows = store.connection.execute(
        "SELECT d.symbol, d.lang, p.pinpoint, p.text,"
        " (SELECT group_concat(text, ' ') FROM (SELECT text FROM paragraphs WHERE doc = p.doc"
        "  AND label LIKE p.label || '(%' AND p.label <> '' ORDER BY seq))"
        " FROM documents AS d JOIN paragraphs AS p ON p.doc = d.id"
        " WHERE d.symbol IN (SELECT value FROM json_each(?)) AND p.kind = 'operative'"
        " AND (p.text LIKE '%not apply%' OR p.text LIKE '%not prevent%') ORDER BY d.id, p.seq",
        (json.dumps(sorted(symbols)),),
    )
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for symbol, lang, pinpoint, text, points in rows:
        whole = " ".join(f"{text} {points or ''}".split())
        said = f"{pinpoint}: {_shortened(whole)}"
        for label in _places(text):
            found[symbol, lang, label].append(said)
    return {of: tuple(said) for of, said in found.items()}


def _places(text: str) -> Iterator[str]:
    match = _NOT_OF.search(text)
    if match and (not match["cited"] or _OWN.match(match["cited"])):
        yield from dict.fromkeys(
            same_number(re.sub(r"\s", "", one)) for one in re.findall(_PLACE, match["places"])
        )


def points_of(store: Store, symbol: str, lang: str, label: str) -> str:
    """The sub-paragraphs of a stem, as one text."""
    rows = store.connection.execute(
        "SELECT p.text FROM paragraphs AS p JOIN documents AS d ON d.id = p.doc"
        " WHERE d.symbol = ? AND d.lang = ? AND p.label LIKE ? || '(%' ORDER BY p.seq",
        (symbol, lang, label),
    )
    return " ".join(" ".join(text.split()) for (text,) in rows)


def _shortened(said: str) -> str:
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST].rsplit(' ', 1)[0]} …"
