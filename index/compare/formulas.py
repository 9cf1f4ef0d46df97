"""Whether two paragraphs share more than a formula, names, days and what they cite.

*Recalling the statement of its President of 17 September 1993 … the situation in Abkhazia*, *Recalling
resolution 858 (1993), in which it decided to establish the Observer Mission in Georgia*: one recital is no
renewal of the other.
"""

from __future__ import annotations

import re

from mandex.corpus.fold import is_chinese
from mandex.corpus.model import Paragraph
from mandex.index.compare.likeness import Likeness
from mandex.index.compare.parts import names
from mandex.index.compare.references import RECALLS
from mandex.index.compare.wording import content
from mandex.index.compare.words import common_start

_SHARED = 0.13  # of the terms that say what both are about, by weight
_SHARED_OF_SHORT = 0.33  # of those of the shorter alone
_TERMS = 2  # that both have, where both have as many
# Characters with which both begin: *Decides to extend the mandate of UNOMIG until*, 认识到邻国和区域组织.
_BEGUN = {True: 9, False: 40}
_REPORTED = re.compile(
    r"\bSecretary-General\b[^;]{0,160}\b(?:to\s(?:report|update)|(?:submit|provide)\b[^;]{0,60}\b(?:report|update)"
    r"|informed)|秘书长[^；]{0,60}(?:报告|通报)"
)


def share_more_than_a_formula(alike: Likeness, old: Paragraph, new: Paragraph) -> bool:
    """Whether two paragraphs that are little alike are about one thing."""
    if RECALLS.match(old.text) and RECALLS.match(new.text):
        return True  # a list of resolutions goes on whatever it lists
    if common_start(old.text, new.text) >= _BEGUN[is_chinese(new.text)]:
        return True
    if all(map(_REPORTED.search, (old.text, new.text))):
        return True  # what is reported changes with the year
    before, after = (frozenset(content(p.text)) - names(p.text) for p in (old, new))
    if not (new.is_recital or (before and after)):
        return True  # *Welcomes the report of the Secretary-General*: nothing tells them apart
    if len(before & after) < min(_TERMS, len(before), len(after)):
        return False
    one, other, shared = (alike.total(terms) for terms in (before, after, before & after))
    return 2 * shared >= _SHARED * (one + other) or 0 < _SHARED_OF_SHORT * min(one, other) <= shared


def in_common(alike: Likeness, old: Paragraph, new: Paragraph) -> float:
    """The share of the terms that say what two paragraphs are about, beside names, that both have; 1 where
    one of them has none: *Decides to extend the mandate of the Mission until 31 May*.
    """
    one, other = (frozenset(content(p.text)) - names(p.text) for p in (old, new))
    total = alike.total(one) + alike.total(other)
    return 2 * alike.total(one & other) / total if one and other and total else 1.0
