"""Recommendations of a document's paragraphs in their place: below a heading, in a list, in a letter.

The points below *The Panel recommends that the Committee:* ask the Committee, those below a heading
*Recommendations to the Government of Libya* the Government; *you* is whoever the letter is written to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mandex.corpus import lexicon
from mandex.corpus.fold import fold, is_chinese
from mandex.index.compare import actions, addressing, addressing_chinese
from mandex.index.compare.recommending import SECTION, Advice, advice

Names = tuple[str, ...]

_NUMBERING = re.compile(
    r"^(?:\(?(?:[A-Z]|\d{1,2}|[ivxIVX]{1,5})[.)]\s*|[一二三四五六七八九十]+[、.]\s*|\([一二三四五六七八九十]+\)\s*)"
)
# Recommendations to Member States; To the Security Council; For the Committee; left: Report to the Council.
_TO = re.compile(
    r"\b(?:[Rr]ecommendations?|[Gg]uidance|[Aa]ctions?)\s(?:\w+\s){0,2}?(?:to|for|by)\s(?P<to>.+)|^(?:To|For|By)\s(?P<at>.+)"
)
_TO_CHINESE = re.compile(
    r"(?:对|向|给|致)(?P<to>.+?)(?:提出)?的?建议|^(?:致|对)(?P<at>.+)$|^建议(?P<asks>.+)$"
)
_STEM_ENDS = (":", "：")
_POINT_ENDS = (":", "：", ";", "；", ",", "，", "; and", "; or", "；以及", "；并")
# Below a heading that says who is asked: *Strengthen the control of borders*, 加强边境管制; the verbs of
# `actions` and these.
_MORE_VERBS = (
    "abolish|abstain|approve|arrange|authorize|call|clarify|compile|conclude|consolidate|convene|"
    "dedicate|demand|dismantle|draft|educate|elaborate|enact|endorse|expand|finalize|finance|focus|"
    "follow|grant|harmonize|honour|incorporate|initiate|instruct|invite|issue|lift|limit|map|"
    "organize|oversee|publicize|recruit|redouble|refer|reform|reinstate|reiterate|remind|renew|repeal|"
    "replace|request|rescind|resolve|restore|resume|retain|return|revise|revoke|safeguard|send|"
    "simplify|standardize|streamline|suspend|task|tighten|transfer|urge|widen|write"
)
_IMPERATIVE = re.compile(
    rf"(?:To\s)?(?=[A-Z])(?i:(?:\w+ly\s)?(?:{_MORE_VERBS})\b|{actions.VERB})|(?:{actions.CHINESE_VERBS})"
)
# A point without a number: a bullet, an infinitive, a clause in small letters, *Strengthening borders*.
_BULLET = re.compile(r"[•·–—*-]\s*|To\s[a-z]|[a-z]|[A-Z][a-z]+ing\s")


class Place:
    """What stands above the paragraphs of one document, as they are read in order."""

    def __init__(self, title: str) -> None:
        self.section = ""
        self._to: Names = ()
        self._reader = _reader(title)
        self._stems: list[tuple[str, Advice]] = []
        self._goes_on = False  # whether the paragraph before ended a point, not the list

    def heading(self, text: str) -> None:
        """A heading: what is below is of its section, asked of those whom it names."""
        within = SECTION.search(self.section) is not None
        self._to = _addressed(text) or (_bare(text) if within else ())
        self.section = f"{self.section} – {text}" if self._to and within else text
        self._reader = _reader(text) or self._reader
        self._stems.clear()

    def advice(self, label: str, text: str) -> Iterator[Advice]:
        """The recommendations of a paragraph, in order; a stem is none, its points are."""
        stem = self._stem(label, text)
        found = list(advice(text, self.section, self._reader))
        if stem:
            found = list(_point(text, stem, found))
        elif self._to and not found and _IMPERATIVE.match(text):
            found = [Advice(0, len(text.rstrip()), text.split(maxsplit=1)[0], ())]
        to = stem.to if stem else self._to
        found = [one if one.to else replace(one, to=to) for one in found]
        if found and text[: found[-1].end].rstrip().endswith(_STEM_ENDS):
            self._stems.append((label, found.pop()))
        self._goes_on = text.rstrip().endswith(_POINT_ENDS)
        yield from found

    def _stem(self, label: str, text: str) -> Advice | None:
        """The innermost stem under which a paragraph stands; those that it leaves are forgotten."""
        while self._stems and not self._is_under(self._stems[-1][0], label, text):
            self._stems.pop()
        return self._stems[-1][1] if self._stems else None

    def _is_under(self, stem: str, label: str, text: str) -> bool:
        """Whether `108(a)` stands under 108; under a stem without a label, whatever has one; a point without
        a label under the stem before it.
        """
        if label:
            return label.startswith(f"{stem}(") if stem else True
        return self._goes_on and bool(_BULLET.match(text) or _IMPERATIVE.match(text))


def _point(text: str, stem: Advice, own: list[Advice]) -> Iterator[Advice]:
    """What a point of a list asks, up to the first sentence that recommends of its own."""
    end = own[0].start if own else len(text)
    if end > 0:
        yield Advice(0, len(text[:end].rstrip()), stem.verb, stem.to or addressing.subject_of_that(text))
    yield from own


def _reader(title: str) -> Names:
    """To whom a letter is written: *Letter dated … addressed to the Secretary-General*, 给秘书长的信."""
    match = re.search(r"\baddressed to (.+)|[给致](.+?)的", title)
    return tuple(found.id for found in lexicon.match_actors(match[1] or match[2])) if match else ()


def _addressed(heading: str) -> Names:
    """Whom a heading names as those asked."""
    match = (_TO_CHINESE if is_chinese(heading) else _TO).search(_NUMBERING.sub("", heading))
    return _named(next(filter(None, match.groups()))) if match else ()


def _bare(heading: str) -> Names:
    """Those of whom a heading holds nothing but the name: *Security Council*."""
    words = _NUMBERING.sub("", heading).rstrip(" :：")
    last = max((found.end for found in lexicon.match_actors(_plain(words))), default=0)
    return _named(words) if last == len(words) else ()


def _named(words: str) -> Names:
    said = words.rstrip(" :：")
    return (
        addressing_chinese.named_at_start(_plain(said))
        if is_chinese(said)
        else addressing.named_at_start(said)
    )


def _plain(words: str) -> str:
    return fold(words) if is_chinese(words) else words
