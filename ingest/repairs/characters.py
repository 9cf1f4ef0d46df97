"""Characters that show nothing, radicals and letters that stand for the characters they look like.

They look on paper like text without them, and hide words from every search: *De\u00adcides* has no verb,
延⻓ is not 延长, and *\u0421alls upon* with a Cyrillic letter calls upon nobody. The source keeps them; the
log says where they stood.
"""

from __future__ import annotations

import unicodedata

from mandex.corpus.expressions import Expression
from mandex.corpus.traced import Traced

# Soft hyphens within a line, zero-width characters, marks of direction. A soft hyphen at the end of a line
# tells that the word goes on: it is left for `join_lines`.
_INVISIBLE = Expression(
    "[\u00ad\u200b-\u200f\u061c\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff]"
    "(?:(?<!\u00ad)|(?![ \\t]*[\\n\\r\\f\\v]))"
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
_RADICAL = Expression("[\u2e80-\u2eff\u2f00-\u2fdf]")
_LIGATURE = Expression("[\ufb00-\ufb06]")  # of ff, fi, fl, ffi, ffl, st; not Œ nor æ, which are letters

# Cyrillic and Greek letters beside a Latin one, in a word or a symbol; words wholly Russian stay.
_ALIKE = str.maketrans(
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0406\u0408\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf",
    "ABEKMHOPCTXIJaeopcyxijABEZHIKMNOPTYXo",
)
_MIXED = Expression(f"[{''.join(map(chr, _ALIKE))}](?:(?<=[A-Za-z].)|(?=/?[A-Za-z]))")


def drop_invisible(text: Traced) -> Traced:
    """Without soft hyphens, zero-width characters and marks of direction: *De\u00adcides* is *Decides*."""
    return text.sub("invisible-mark", _INVISIBLE, "")


def replace_radicals(text: Traced) -> Traced:
    """延⻓ is 延长, 2⽉28⽇ is 2月28日."""
    return text.sub(
        "radical", _RADICAL, lambda m: _SUPPLEMENT.get(m[0]) or unicodedata.normalize("NFKC", m[0])
    )


def part_ligatures(text: Traced) -> Traced:
    """*A\ufb03rms* is *Affirms*."""
    return text.sub("ligature", _LIGATURE, lambda m: unicodedata.normalize("NFKC", m[0]))


def replace_look_alikes(text: Traced) -> Traced:
    """*\u0421alls upon*, its first letter Cyrillic, is *Calls upon*; Россия stays."""
    return text.sub("look-alike", _MIXED, lambda m: m[0].translate(_ALIKE))


def latin(text: str) -> str:
    """Without letters of other scripts beside Latin ones, for what markup says of a text (its verb)."""
    return text if text.isascii() else _MIXED.sub(lambda m: m[0].translate(_ALIKE), text)
