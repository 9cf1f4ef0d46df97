"""What a resolution adopts under Chapter VII of the Charter: the hinge *Acting under* and its scope.

Only words by which the Council now acts count. A preamble that recalls an earlier resolution *adopted under
Chapter VII*, or a paragraph that speaks of a *Chapter VII mandate*, does not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from mandex.corpus.expressions import Expression
from mandex.corpus.languages import Lang, by_tongue
from mandex.corpus.model import Paragraph
from mandex.ingest.script import fold

_ITS_ARTICLES = (
    r"Articles?\s+(?:39|4[0-2])\b(?:\s+and\s+4[0-2])?\s+of\s+the\s+(?:United\s+Nations\s+)?Charter\b"
)
_ACTING_EN = Expression(
    r"\bacting\b"  # and not "acted"
    r"[^.;:]{0,100}?\b(?:under|wider)\b[^.;:]{0,60}?"  # for this purpose … under Article 41 of
    r"\bChapter\s+(?:VII|Vll|VIl|7)\b"  # with OCR's l for I, and wider for under
    # Articles 39 to 42 are of Chapter VII, of which older texts do not speak: 232, 598, 660
    rf"|\bacting\s+(?:under|in\s+accordance\s+with)\s+{_ITS_ARTICLES}",
    re.IGNORECASE,
)
# Decides, under Chapter VII of the Charter of the United Nations, that; Authorizes UNMISET, under Chapter VII
# Orders the Governments concerned, pursuant to Article 40 of the Charter, to (54)
# Calls upon the parties, as a further provisional measure under Article 40 of the Charter, to (62)
_DECIDING_EN = Expression(
    r"(?:Decides|Authori[sz]es|Demands)(?:\s+[\w-]+)?\s*,\s+under\s+Chapter\s+(?:VII|7)\b"
    r"|(?:Decides|Demands|Orders|Calls upon)\b[^.;:]{0,90}?,\s+(?:in\s+accordance\s+with|pursuant\s+to"
    rf"|as\s+a\s+(?:further\s+)?provisional\s+measure\s+under)\s+{_ITS_ARTICLES}"
)
# Someone acting in an earlier resolution: recalling resolution 1973, in which the Council, acting …
_EARLIER_EN = Expression(
    r"(?:\b(?:in|by|through|under) which\b|\bwhere(?:by|in)\b"
    r"|\bresolutions? \d+[^,;]*,? (?:adopted|when|while)\b)[^.;]*$",
    re.IGNORECASE,
)
_ACTING_ZH = Expression(
    r"(?:根据|依据|依照|按照|依|遵照)[^。；，]{0,12}?宪章》?[^。；，]{0,6}?第(?:七|7)章[^。；，]{0,12}?采取行动"
)
_EARLIER_ZH = Expression(r"(?:其中|通过的|当时|曾)[^。；，]*$")
# A preambular paragraph that recalls may still end in the hinge: Reaffirming …, and acting under Chapter VII,
_RECALLING = Expression(r"(?:Recall|Reaffirm|Reiterat|Noting|Welcom)|(?:回顾|重申|忆及|注意到|欢迎)")
HINGE_WIDTH = 90
"""So many characters from its first word to what it introduces, if it introduces something."""
# A hinge whose sentence goes on to the paragraphs that follow: decides as follows:
_AS_FOLLOWS = Expression(r"(?:as follows|the following|如下)\s*[:：]?\s*$")


def hinge(text: str, lang: Lang) -> int | None:
    """Where the Council says in this paragraph that it acts under Chapter VII; None where it does not."""
    if by_tongue(lang, en=_DECIDING_EN, zh=_ACTING_ZH).match(text):
        return 0
    acting, earlier = by_tongue(lang, en=(_ACTING_EN, _EARLIER_EN), zh=(_ACTING_ZH, _EARLIER_ZH))
    for match in acting.finditer(text):
        if not earlier.search(text, 0, match.start()):
            return match.start()
    return None


def chapter_vii(paragraphs: Sequence[Paragraph], lang: Lang) -> bool:
    """Whether the document adopts anything under Chapter VII."""
    texts = {p.seq: fold(p.text) if lang == "zh-Hant" else p.text for p in paragraphs}
    return bool(scope(paragraphs, texts, lang))


def scope(paragraphs: Sequence[Paragraph], texts: Mapping[int, str], lang: Lang) -> Mapping[int, int]:
    """Which paragraphs (`seq`) are under Chapter VII, and from which offset of their text on.

    A hinge in the preamble covers all that follows; one between operative paragraphs covers its section,
    up to the next heading; one inside a numbered paragraph covers the rest of it and its sub-paragraphs.
    `texts` are the paragraphs' texts by `seq`, in simplified script. The hinge's own paragraph is among them.
    """
    covered: dict[int, int] = {}
    whole = section = numbered = False
    within = ""  # label of a paragraph whose sub-paragraphs are covered
    for paragraph in paragraphs:
        if paragraph.kind not in ("preambular", "operative", "body", "heading"):
            continue
        text = texts[paragraph.seq]
        at = hinge(text, lang) if paragraph.kind != "body" else None
        if at and paragraph.kind == "preambular" and _RECALLING.match(text):
            at = at if len(text) - at < HINGE_WIDTH else None
        if at is None and paragraph.kind == "heading":
            section = False
        if paragraph.label and paragraph.kind == "operative":
            numbered = True
        if within and not _is_under(paragraph.label, within):
            within = ""
        if at is not None:
            covered[paragraph.seq] = at
            if paragraph.kind == "preambular" or (not paragraph.label and not numbered):
                whole = True  # before all that is numbered it closes the preamble
            elif not paragraph.label or _AS_FOLLOWS.search(text):
                section = True
            else:
                within = paragraph.label
        elif paragraph.kind in ("operative", "body") and (whole or section or within):
            covered[paragraph.seq] = 0
    return covered


def _is_under(label: str, stem: str) -> bool:
    """Whether a label belongs to a sub-paragraph of `stem`; unlabelled and loose ones count as such."""
    return not label or label.startswith((stem + "(", "("))
