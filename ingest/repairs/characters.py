"""Characters that show nothing, and radicals that stand for the characters they look like.

Both look on paper like text without them, and hide words from every search: *De\u00adcides* has no verb,
and 延⻓ is not 延长. The source keeps them; the log says where they stood.
"""

from __future__ import annotations

import re
import unicodedata

from mandex.corpus.traced import Traced

# Soft hyphens within a line, zero-width characters, marks of direction. A soft hyphen at the end of a line
# tells that the word goes on: it is left for `join_lines`.
_INVISIBLE = re.compile(
    "\u00ad(?![ \\t]*[\\n\\r\\f\\v])|[\u200b-\u200f\u061c\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff]"
)
# Unicode decomposes the Kangxi radicals (U+2F00 ...), but of the supplement (U+2E80 ...) only two; the rest
# are from its table EquivalentUnifiedIdeograph, as far as they are whole characters.
_SUPPLEMENT = dict(
    zip(
        "⺜⺝⺟⺠⺧⺩⺫⺬⺮⺶⺷⺹⻁⻄⻅⻆⻇⻉⻊⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻰⻱⻳",
        "日月母民牛王目示竹羊羊老虎西见角角贝足车長长门雨青韦页风飞食首马骨鬼鱼鸟卤麦黄黾齐齐齿齿龙龟龟",
        strict=True,
    )
)
_RADICAL = re.compile("[\u2e80-\u2eff\u2f00-\u2fdf]")


def drop_invisible(text: Traced) -> Traced:
    """Without soft hyphens, zero-width characters and marks of direction: *De\u00adcides* is *Decides*."""
    return text.sub("invisible-mark", _INVISIBLE, "")


def replace_radicals(text: Traced) -> Traced:
    """延⻓ is 延长, 2⽉28⽇ is 2月28日."""
    return text.sub(
        "radical", _RADICAL, lambda m: _SUPPLEMENT.get(m[0]) or unicodedata.normalize("NFKC", m[0])
    )
