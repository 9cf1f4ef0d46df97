"""Folding of what is printed or typed in several ways, one character for one, so that offsets stay true.

Only what document symbols and citations are made of: full-width forms, the many dashes and blanks, and the
traditional characters of the citing vocabulary (號 for 号, 決議 for 决议). Whole texts are folded elsewhere.
"""

from __future__ import annotations

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
_ALL = _PRINT | {ord(pair[0]): pair[1] for pair in _PAIRS.split()}


def fold_citing(text: str) -> str:
    """Half-width forms, plain hyphens and blanks, simplified citing vocabulary; as long as `text`."""
    return text.translate(_ALL)
