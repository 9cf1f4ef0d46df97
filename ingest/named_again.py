"""What a document says for an instrument that it has named before: *the Convention*, 《公约》, *the Optional
Protocol thereto*, *the Statute of the Tribunal*.

A short name is the one that the document defines (*(“the Convention”)*), else the nearest earlier instrument
whose name has that word, else the statute of the court that it names; where none is to be had it stays open.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cached_property

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.phrases import Found

_WORDS = ("Convention", "Statute", "Treaty", "Covenant", "公约", "规约", "条约")
# Taken: under The Convention, said Convention, 《公约》; left, and what they name remembered as unknown:
# the Tokyo Convention, Convention on Migratory Species, 《某某公约》.
_WORD = Expression(
    r"(?P<word>Convention|Statute|Treaty|Covenant)\b"
    r"(?P<own>\s+(?:of|on|for|relating|against|concerning|[A-Z]))?"
    r"|《(?P<title>[^《》]{0,60})(?P<word_zh>公约|规约|条约)》"
)
# Taken: the Statute of that Tribunal; left: the Statute of the Permanent Court of International Justice.
_OF_COURT = Expression(r"\s+of\s+(?:the|that|this)\s+(?:International\s+)?(?:Tribunal|Court|Mechanism)\b")
_SHORT = Expression(r"\b(?:[Tt]he|[Ss]aid|[Tt]his|[Tt]hat)\s+$")
# … of 10 December 1982 (“The Convention”), 《联合国海洋法公约》(《公约》)
_DEFINES = Expression(
    r"[^.;。；(（]{0,40}[(（]\s*(?:hereinafter\s+)?(?:以下(?:简)?称|下称)?[“\"‘']?(?:[Tt]he\s+)?《?"
    r"(?P<word>Convention|Statute|Treaty|Covenant|公约|规约|条约)》?[”\"’']?\s*[)）]"
)
_STATUTES = {
    "body:icty": "instrument:icty-statute", "body:ictr": "instrument:ictr-statute",
    "body:residual-mechanism": "instrument:residual-mechanism-statute", "body:icj": "instrument:icj-statute",
    "body:icc": "instrument:rome-statute", "body:special-tribunal-lebanon": "instrument:stl-statute",
}  # fmt: skip
_ICTY = "instrument:icty-statute"
# Names that the tribunals share; which one is meant the document says.
_SHARED = Expression(r"(?:Statute of the (?:International )?Tribunal|Tribunal’s Statute|^国际法庭规约)$")
_TRIBUNALS = ("body:icty", "body:ictr", "body:special-tribunal-lebanon")
_MECHANISM = Expression(r"\bMechanism\b|余留机制")
_MUCH_MORE = 3

# Taken: the Optional Protocols thereto, and its Protocol; left: the Protocol on Prohibitions.
_PROTOCOL = Expression(
    r"\b(?:(?P<whose>its|their)|the)\s+(?P<name>(?:(?:Optional|Additional|\d{4})\s+)?Protocols?)\b"
    r"(?P<thereto>\s+thereto)?(?!\s+(?:to|relating)\b)(?:[^.;,]{0,20}\b(?P<year>(?:19|20)\d\d)\b)?"
    r"|及其(?:各项)?(?P<zh>任择议定书|(?:19|20)\d\d年议定书|议定书)"
)
_ANNEXED: Mapping[str, tuple[str, ...]] = {
    "instrument:cedaw": ("instrument:cedaw-optional-protocol",),
    "instrument:child-convention": (
        "instrument:child-armed-conflict-protocol", "instrument:child-sale-protocol"),
    "instrument:refugee-convention": ("instrument:refugee-protocol",),
    "instrument:maritime-navigation-convention": ("instrument:maritime-navigation-protocol-2005",),
    "instrument:convention-against-torture": ("instrument:torture-optional-protocol",),
    "instrument:un-personnel-convention": ("instrument:un-personnel-optional-protocol",),
    "instrument:crpd": (), "instrument:oau-terrorism-convention": (),
}  # fmt: skip
_NEAR = 130  # characters between a convention and its protocol
_LONGEST = 400  # characters of a name
_FEW = 60  # things named before a place, of which one may be the court meant
# Additional Protocols thereto of 1977 and 2005, 1977年和2005年附加议定书: the one of 2005 is the third.
_THIRD = Expression(r"1977\s+and\s+(?P<en>2005)\b|1977年和(?P<zh>2005年\W?附加议定书)")


def named_again(texts: Mapping[int, str], named: Sequence[tuple[int, Found]]) -> list[tuple[int, Found]]:
    """The things named, with those that are named again by a short name; ids are `kind:id`."""
    by: dict[int, list[Found]] = {seq: [] for seq in texts}
    for seq, found in named:
        by[seq].append(found)
    courts = _Courts(named)
    reader = _ShortNames(courts, _only(named))
    out: list[tuple[int, Found]] = []
    for seq, text in texts.items():
        here = sorted(by[seq], key=lambda found: found.start)
        if any(found.id == _ICTY for found in here):
            beside = _Beside(text, here)
            here = [_statute(text, found, beside, courts) for found in here]
        if "rotocol" in text or "议定书" in text:
            here = _with_protocols(text, here)
        out += [(seq, found) for found in here]
        if any(word in text for word in _WORDS):
            out += [(seq, found) for found in reader.find(text, here)]
    return out


def _only(named: Sequence[tuple[int, Found]]) -> dict[str, str]:
    """By word the one instrument of the document whose title has it, though named by letters: NPT."""
    only: dict[str, str] = {}
    instruments = lexicon.instruments()
    for id_ in {found.id for _, found in named if found.id.startswith("instrument:")}:
        entry = instruments.get(id_.removeprefix("instrument:"))
        for word in _WORDS if entry else ():
            if entry and word in entry.label_en:
                only[word] = "" if word in only else id_
    return only


class _Beside:
    """The things named in one paragraph, by their places: no question goes through all of them."""

    def __init__(self, text: str, named: Sequence[Found]) -> None:
        """`named` are in the order of the text."""
        self._text = text
        self._named = named
        self._starts = [found.start for found in named]

    def over(self, start: int, end: int) -> list[Found]:
        """Those that share a character with `start` .. `end`."""
        first, last = bisect_left(self._starts, start - _LONGEST), bisect_left(self._starts, end)
        return [found for found in self._named[first:last] if found.end > start]

    def before(self, end: int, ids: Container[str]) -> Found | None:
        """The last of these that begins before `end`, of the few dozen that stand there."""
        last = bisect_left(self._starts, end)
        near = reversed(self._named[max(0, last - _FEW) : last])
        return next((found for found in near if found.id in ids), None)

    @cached_property
    def mechanism(self) -> int:
        """Where a mechanism is first spoken of; the end of the text where none is."""
        found = _MECHANISM.search(self._text)
        return found.start() if found else len(self._text)


class _Courts:
    """The courts that a document names."""

    def __init__(self, named: Sequence[tuple[int, Found]]) -> None:
        self._counts = Counter(found.id for _, found in named if found.id in _STATUTES)

    def statute(self, beside: _Beside, start: int, end: int, among: Sequence[str] = ()) -> str:
        """That of the court named nearest before `end` in the paragraph, else that named most."""
        among = among or tuple(_STATUTES)
        if near := beside.before(end, among):
            return _STATUTES[near.id]
        if "body:residual-mechanism" in among and beside.mechanism < start:
            return _STATUTES["body:residual-mechanism"]
        most = [(n, id_) for id_, n in self._counts.most_common() if id_ in among]
        if not most or (len(most) > 1 and most[0][0] < _MUCH_MORE * most[1][0]):
            return ""
        return _STATUTES[most[0][1]]


def _statute(text: str, found: Found, beside: _Beside, courts: _Courts) -> Found:
    """*The Statute of the Tribunal* in a document on that for Rwanda is that tribunal's."""
    if found.id != _ICTY or not _SHARED.search(text[found.start : found.end]):
        return found
    return found._replace(id=courts.statute(beside, 0, found.start, _TRIBUNALS) or found.id)


class _ShortNames:
    """Reads a document's paragraphs in order and remembers what the short names mean by then."""

    def __init__(self, courts: _Courts, only: Mapping[str, str]) -> None:
        self._courts = courts
        self._only = only
        self._defined: dict[str, str] = {}
        self._last: dict[str, str] = {}

    def find(self, text: str, here: Sequence[Found]) -> Iterator[Found]:
        """The short names of the next paragraph, of which `here` are the things named."""
        beside = _Beside(text, here)
        instruments = _Beside(text, [found for found in here if found.id.startswith("instrument:")])
        for match in _WORD.finditer(text):
            word, chinese = match["word"] or match["word_zh"], match["word_zh"] is not None
            start, end = match.span("word_zh" if chinese else "word")
            name = next(iter(instruments.over(start, end)), None)
            if name is not None:
                self._remember(text, word, name)
            elif _names_another(text, match):
                self._last[word] = ""
            elif id_ := self._meant(word, beside, start):
                yield Found(id_, start, end)

    def _remember(self, text: str, word: str, name: Found) -> None:
        self._last[word] = name.id
        defines = _DEFINES.match(text, name.end)
        if defines and defines["word"] == word:
            self._defined[word] = name.id

    def _meant(self, word: str, beside: _Beside, start: int) -> str:
        known = self._defined.get(word) or self._last.get(word, self._only.get(word, ""))
        if known or word not in ("Statute", "规约"):
            return known
        return self._courts.statute(beside, start, start + 80)


def _names_another(text: str, match: re.Match[str]) -> bool:
    """Whether the word is part of the name of an instrument that is not known; *the Statute of that Tribunal*
    is none."""
    if match["word_zh"]:
        return bool(match["title"])
    own = match["own"]
    of = match["word"] == "Statute" and _OF_COURT.match(text, match.end("word"))
    return bool(own and not of) or not _SHORT.search(text, max(0, match.start() - 8), match.start())


def _with_protocols(text: str, here: Sequence[Found]) -> list[Found]:
    """The things named, with the protocols that are named through their convention."""
    gone: set[Found] = set()
    out: list[Found] = []
    beside = _Beside(text, here)
    for match in _PROTOCOL.finditer(text):
        start, end = match.span("zh" if match["zh"] else "name")
        if not (match["zh"] or match["whose"] or match["thereto"] or match["year"]):
            continue
        near = beside.over(max(0, start - _NEAR), start)
        before = [f for f in near if f.id in _ANNEXED and f.end <= start]
        taken = beside.over(start, end)
        if before and all(f.id == "instrument:iaea-additional-protocol" for f in taken):
            gone.update(taken)
            out += [Found(id_, start, end) for id_ in _annexed(before[-1].id, match)]
    if any(f.id == "instrument:additional-protocols-1977" for f in here):
        for third in _THIRD.finditer(text):
            start, end = third.span("zh" if third["zh"] else "en")
            out.append(Found("instrument:additional-protocol-iii", start, end))
    return sorted([*(f for f in here if f not in gone), *out], key=lambda f: f.start)


def _annexed(convention: str, match: re.Match[str]) -> tuple[str, ...]:
    """One Optional Protocol of two, with no more said, is that on children in armed conflict."""
    protocols = _ANNEXED[convention]
    one = bool(match["name"]) and not match["name"].endswith("s")
    return protocols[:1] if one else protocols
