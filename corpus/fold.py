"""Folding of what is printed or typed in several ways, one character for one, so that offsets stay true.

`fold` is for matching whole texts: lower case, no accents, simplified Chinese, half-width forms.
`fold_citing` keeps case and folds only what symbols and citations are made of: full-width forms, the many
dashes and blanks, and the traditional characters of the citing vocabulary (號 for 号, 決議 for 决议).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from mandex.corpus.compiled import compiled

FIRST_HAN = "\u2e80"  # characters from here on are Chinese, or marks set among them
HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_LIKE_ASCII = str.maketrans(
    "‐‑‒–—―−﹣－“”„‟«»〝〞「」『』‘’‚‛′`´",
    "---------\"\"\"\"\"\"\"\"\"\"\"\"'''''''",
)  # fmt: skip


class _Folding(dict[int, str]):
    """The table for `str.translate`, filled as characters are met: most texts meet a few hundred."""

    def __missing__(self, code: int) -> str:
        char = _plain(chr(code))  # first: a radical or a compatibility form may stand for a character
        if char >= FIRST_HAN:
            char = _simplified().get(char, char)
        self[code] = char
        return char


@cache
def _simplified() -> dict[str, str]:
    """Traditional to simplified, character for character, as OpenCC's `tw2s` has it (see docs/sources.md)."""
    table = Path(__file__).with_name("data").joinpath("simplified.txt").read_text("utf-8")
    traditional, simplified = table.splitlines()
    return dict(zip(traditional, simplified, strict=True))


def _plain(char: str) -> str:
    """One character without case, accent or width; always one character."""
    parts = unicodedata.normalize("NFKD", char.translate(_LIKE_ASCII))
    if len(parts) > 1 and all(unicodedata.combining(c) for c in parts[1:]):
        parts = parts[0]
    if len(parts) == 1:
        char = parts.translate(_LIKE_ASCII)  # again: a narrow or upright mark may stand for one of these
    return char.lower()[0] if not char.isspace() else " "


_FOLDING = _Folding()
_FOLDED = bytes(ord(_FOLDING[code]) if code < 0x80 else code for code in range(0x100))


_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")
_CHINESE = "[^\x00-\u2e80]+"
_FEW = 16  # one byte in so many: the quotation marks and dashes of an English paragraph


def fold(text: str) -> str:
    """The text for matching, of the same length: lower case, plain letters, simplified Chinese."""
    if not text.isascii() and len(text.encode("utf-8", "replace")) - len(text) < len(text) // _FEW:
        text = _BEYOND_ASCII.sub(_folded_run, text)
    return replaced(text, _FOLDED) if text.isascii() else text.translate(_FOLDING)


def replaced(text: str, table: bytes) -> str:
    """A text of ASCII with each character as a table of 256 has it, in a tenth of the time of `translate`."""
    return text.encode("ascii").translate(table).decode("ascii")


def _folded_run(run: re.Match[str]) -> str:
    return run[0].translate(_FOLDING)


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    """Compiled at its first use: classes of so many characters take a millisecond."""
    return compiled(pattern)


def fold_case(text: str) -> str:
    """Simplified Chinese for matching, English as it is: the vocabulary tells US from us."""
    return text if text.isascii() else _expression(_CHINESE).sub(lambda run: fold(run[0]), text)


def is_chinese(text: str) -> bool:
    """Whether a text holds at least one Chinese character."""
    return not text.isascii() and bool(_expression(f"[{HAN}]").search(text))


_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－﹣"), "-")
_BLANKS = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\t\r\n"), " ")
_BRACKETS = str.maketrans("〔〕﹙﹚［］⁄∕", "()()[]//")
_PAIRS = (
    "號号 決决 議议 會会 員员 經经 濟济 聲声 關关 執执 組组 織织 團团 協协 權权 過过 鑒鉴 據据 "
    "專专 門门 監监 測测 說说 項项 屆届 與与 為为 從从 開开 對对 應应 當当 稱称 該该 還还 這这 "
    "設设 訂订 續续 長长 顧顾 認认 歡欢 確确 實实 貫贯 補补 終终 廢废 規规 區区 類类 義义 務务 "
    "職职 責责 條条 約约 際际 國国 聯联 報报 導导 論论 題题 擴扩 將将 現现 發发 啟启 機机 構构 "
    "來来 結结 處处 調调 書书 單单 運运 繼继 種种 參参 見见 納纳 備备"
)
_PRINT = _FULL_WIDTH | _DASHES | _BLANKS | _BRACKETS


class _Citing(dict[int, int | str]):
    """The table for `str.translate`, which notes what it does not hold: a miss costs three hits."""

    def __missing__(self, code: int) -> int:
        self[code] = code
        return code


_ALL = _Citing(_PRINT | {ord(pair[0]): pair[1] for pair in _PAIRS.split()})
_ANY = f"[{re.escape(''.join(map(chr, _ALL)))}]"  # most texts hold none
_SHORT = 200  # characters, which are folded as fast as looked through


def fold_citing(text: str) -> str:
    """Half-width forms, plain hyphens and blanks, simplified citing vocabulary; as long as `text`."""
    if text.isascii() and text.isprintable():  # neither tabs nor line ends
        return text
    return text.translate(_ALL) if len(text) < _SHORT or _expression(_ANY).search(text) else text


def has_words(text: str, words: str) -> bool:
    """Whether a folded text holds some folded words as words of their own: *mali*, not in *somalia*; in
    Chinese anywhere.
    """
    if words not in text or not words.isascii():
        return words in text
    return re.search(rf"(?<![a-z0-9]){re.escape(words)}(?![a-z0-9])", text) is not None


_CHINESE_POINTS = str.maketrans(
    dict(
        zip(
            "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"), strict=True
        )
    )
)


def same_number(label: str) -> str:
    """A printed number as the other language version prints it: 26(b)(㈠) as 26(b)(i)."""
    return label if label.isascii() else label.translate(_CHINESE_POINTS)
