"""One body under two names: *the Mission* and *MINUSCA*, *the Panel* and *the Panel of Experts*, *Special
Jurisdiction for Peace* and *SJP*, *the Government* and *the Government of Nepal*.
"""

from __future__ import annotations

import re

from mandex.corpus import lexicon
from mandex.corpus.fold import is_chinese
from mandex.index.compare.wording import spoken

_HEADS = (
    "Mission|Force|Panel|Group|Committee|Commission|Court|Tribunal|Mechanism|Government|Operation|Office|"
    "Agreement|Secretary-General|Representative|Envoy|Council|Team"
)
_HEAD = re.compile(rf"(?:the\s)?(?P<head>{_HEADS})(?:[’']s)?", re.IGNORECASE)
_ACRONYM = re.compile(r"(?:the\s)?(?P<letters>[A-Z][A-Za-z-]{0,10}[A-Z])(?:[’']s)?")
_MISSION = re.compile(r"UN|MIN|MON|.*(?:MIL|MIS|SOM)$")
_MISSIONS = frozenset(["Mission", "Force", "Operation", "Office"])
_SMALL = frozenset(["of", "for", "the", "and", "to", "on", "in", "de", "la"])
_COUNTRY = re.compile(r"(?:the|that|this)\scountry")
_IN = re.compile(
    r"^(?:of|in|on|for|to|from|within|throughout)\s"
)  # *restoration [of Somalia -> in the country]*
_ARTICLE = 4  # characters: *the *
_STOPS = " \t\n,;:."
_LONGEST = 120  # characters
_SAID_BEFORE = re.compile(rf"\b(?:{_HEADS})\s*$")
# What completes a name: *the Government[ of Nepal]*, *the Panel[ of Experts]*.
_COMPLETED = re.compile(
    r"\s*of\s(?:the\s)?(?P<rest>[A-Z][\w’'.-]*(?:\s(?:of|and|the|[A-Z][\w’'.-]*)){0,6})\s*"
)


def one_body(old: str, new: str) -> bool:
    """Whether two stretches name the same body, where one took the other's place."""
    if max(len(old), len(new)) > _LONGEST or not (old.strip() and new.strip()):
        return False
    if is_chinese(old + new):
        return False
    if any(_ACRONYM.fullmatch(side.strip(_STOPS)) for side in (old, new)) and _known_as(old) & _known_as(new):
        return True
    old, new = (_IN.sub("", side.strip(_STOPS)) for side in (old, new))
    old, new = _own(old.split(), new.split())
    if not (old and new):
        return False
    if any(_COUNTRY.fullmatch(side) for side in (old, new)):
        return any(lexicon.match_countries(side) for side in (old, new))
    return _short_for(old, new) or _short_for(new, old)


def _known_as(stretch: str) -> set[str]:
    """The actor that a stretch names and no more: *UNAVEM*, *the United Nations Angola Verification
    Mission*.
    """
    said = stretch.strip(_STOPS)
    found = lexicon.match_actors(said)
    return {name.id for name in found if name.end == len(said) and name.start <= _ARTICLE}


def completes(before: str, added: str) -> bool:
    """Whether what was added (or dropped) alone only completes the name of a body before it."""
    match = _COMPLETED.fullmatch(added)
    if match is None or not _SAID_BEFORE.search(before):
        return False
    return match["rest"] == "Experts" or any(
        found.start == 0 and found.end == len(match["rest"])
        for found in lexicon.match_countries(match["rest"])
    )


def completes_head(before: str, added: str, after: str) -> bool:
    """Whether what was added (or dropped) alone only completes the name of a body after it, or around it:
    *the[ International] Tribunal*, *the [United Nations Interim ]Force[ in Lebanon]*.
    """
    match = _ADJECTIVES.fullmatch(added.replace("\0", ""))
    if match and (match["body"] or _BODY.match(after)):
        return True
    words, around, rest = added.partition("\0")
    if not (_THE.search(before) and _CAPITALS.fullmatch(words)):
        return False
    return bool(_AROUND.fullmatch(rest) if around else _BODY.match(after))


_THE = re.compile(r"\bthe\s*$")
_CAPITALS = re.compile(r"\s*(?:[A-Z][\w’-]+\s*){1,6}")
_AROUND = re.compile(rf"(?:{_HEADS})\0\s(?:in|for|on|of)\s[^,;\0]{{3,60}}")


_ADJECTIVES = re.compile(rf"\s*(?:International|Joint|Special|High-level)\s*(?P<body>(?:{_HEADS})\b\W*)?")
_BODY = re.compile(rf"\s*(?:{_HEADS})\b")


def _in_full(letters: str, text: str) -> str:
    """The words of a text that some initials stand for; empty where it has none."""
    if not letters.isupper() or not letters.isalpha():
        return ""
    words = rf"[^\W\d_]*[\s-]+(?:(?:{'|'.join(sorted(_SMALL))})\s+)?".join(letters)
    found = re.search(rf"\b{words}[^\W\d_]*", text, re.IGNORECASE)
    return found[0] if found else ""


def spelt_out(old: str, new: str) -> tuple[dict[str, int], dict[str, int]]:
    """The terms that each of two texts says too, since the other has initials of what it says in full, or in
    full what it has initials of: *WACI*, *the West Africa Coast Initiative*.
    """
    says: tuple[dict[str, int], dict[str, int]] = ({}, {})
    if is_chinese(old + new):
        return says
    initials = [dict.fromkeys(_INITIALS.findall(text)) for text in (old, new)]
    for k, other in enumerate((new, old)):
        alone = [letters for letters in initials[k] if letters not in initials[1 - k]]
        for letters in alone[:_MOST]:
            if full := _in_full(letters, other):
                says[k].update(dict.fromkeys(spoken(full), 1))
                says[1 - k].update(dict.fromkeys(spoken(letters), 1))
    return says


_INITIALS = re.compile(r"\b[A-Z]{3,10}\b")
_MOST = 12  # initials that are looked for: each costs a reading of the other text


def _own(old: list[str], new: list[str]) -> tuple[str, str]:
    """Both without the words with which both begin and end."""
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    return " ".join(old), " ".join(new)


def _short_for(short: str, full: str) -> bool:
    if head := _HEAD.fullmatch(short):
        named = head["head"].capitalize()
        acronym = _ACRONYM.fullmatch(full)
        is_mission = bool(acronym and named in _MISSIONS and _MISSION.match(acronym["letters"]))
        return is_mission or (named in full.split() and _is_name(full))
    acronym = _ACRONYM.fullmatch(short)
    if acronym is None or not _is_name(full):
        return False
    letters = acronym["letters"].replace("-", "").upper()
    return _initials(full, small=False) == letters or _initials(full, small=True) == letters


def _is_name(text: str) -> bool:
    return all(word[0].isupper() or word in _SMALL or not word[0].isalnum() for word in text.split())


def _initials(name: str, *, small: bool) -> str:
    words = re.split(r"[\s-]+", re.sub(r"\([^)]*\)", "", name))
    return "".join(word[0] for word in words if word and (small or word not in _SMALL)).upper()
