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

from mandex.corpus.fold import is_chinese, same_number
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
# 上文第3段规定的措施不适用于……; not 第1970(2011)号决议第9段.
_NOT_OF_IN_CHINESE = re.compile(
    rf"第(?P<places>{_PLACE}(?:(?:段?和第?|、|段?及第?){_PLACE}){{0,12}})段[^；。]{{0,60}}?不(?:再|应)?适用"
)
# *the measures imposed by paragraph 9 of resolution 1970 (2011) no longer applied to the supply to Libya of*.
_OF_THE_EMBARGO = re.compile(
    r"\b(?:(?:not|no\slonger)\sappl(?:y|ied|ies)\sto\s(?:the\s)?(?:sale|supply|supplies)\b|不(?:再|应)?适用于[^；。：]{0,20}(?:出售|供应))"
)
EMBARGO = re.compile(r"\barms\sembargo\b|军火禁运|武器禁运")
"""What is excepted from for what is supplied, where a row names the embargo and not its paragraph."""

OF_THE_EMBARGO = "embargo"
_CITED = 12  # characters: *第1425(2002)号决议第1和[第2段]*
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
        " AND (p.text LIKE '%not apply%' OR p.text LIKE '%not prevent%' OR p.text LIKE '%no longer appl%'"
        "  OR p.text LIKE '%不%适用%') ORDER BY d.id, p.seq",
        (json.dumps(sorted(symbols)),),
    )
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for symbol, lang, pinpoint, text, points in rows:
        whole = " ".join(f"{text} {points or ''}".split())
        said = f"{pinpoint}: {_shortened(whole)}"
        places = tuple(_places(text))
        for label in places:
            found[symbol, lang, label].append(said)
        embargo = None if places else _OF_THE_EMBARGO.search(whole)
        if embargo:
            found[symbol, lang, OF_THE_EMBARGO].append(f"{pinpoint}: {_shortened(whole[embargo.start() :])}")
    return {of: tuple(said) for of, said in found.items()}


def _places(text: str) -> Iterator[str]:
    match = _NOT_OF_IN_CHINESE.search(text) if is_chinese(text) else _NOT_OF.search(text)
    if match is None:
        return
    if is_chinese(text):
        own = "议" not in text[max(0, match.start() - _CITED) : match.start()]
    else:
        own = not match["cited"] or bool(_OWN.match(match["cited"]))
    if own:
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
