"""Write the interface's catalogues: traditional Chinese from simplified, `.mo` from `.po` (`make docs`).

`commands/locale/zh-Hans.po` is written by hand; a test keeps the other files current.
"""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from pathlib import Path

import opencc
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

_DAY = datetime(2026, 1, 1, tzinfo=UTC)
FOLDER = Path(__file__).parents[1] / "commands" / "locale"


def simplified() -> Catalog:
    """The catalogue that is written by hand."""
    with (FOLDER / "zh-Hans.po").open("rb") as file:
        return read_po(file, locale="zh_Hans")


# How Taiwan speaks of programs. Not OpenCC's `s2twp`: it makes files (檔案) of documents (文件).
_TAIWAN = {
    "文件夾": "資料夾", "文件名": "檔名", "鏈接": "連結", "默認": "預設", "用戶": "使用者", "網絡": "網路",
    "字段": "欄位", "終端上": "終端機上", "到終端": "到終端機", "論終端": "論終端機", "命令": "指令",
    "數據": "資料", "字節": "位元組", "軟件包": "套件", "壓縮包": "壓縮檔", "集羣": "叢集", "集群": "叢集",
    "進程": "行程", "服務器": "伺服器", "磁盤": "磁碟", "打印": "列印", "內存": "記憶體",
    "搜索": "搜尋", "緩存": "快取", "運行": "執行", "令牌": "權杖",
    "打開": "開啟", "退出碼": "結束碼", "後退出": "後結束", "端口": "連接埠",
    "數據庫": "資料庫", "解包": "解壓縮",
}  # fmt: skip


def traditional() -> Catalog:
    """The same in traditional characters with Taiwan's words for what a program does; words of the United
    Nations stay what they are.
    """
    characters = opencc.OpenCC("s2tw").convert
    words = re.compile("|".join(sorted(map(re.escape, _TAIWAN), key=len, reverse=True)))

    def convert(simplified: str) -> str:
        return words.sub(lambda m: _TAIWAN[m[0]], characters(simplified))

    made = Catalog(locale="zh_Hant", project="mandex", charset="utf-8", fuzzy=False)
    for message in simplified():
        if message.id:
            made.add(message.id, convert(str(message.string)))
    return made


def contents() -> dict[str, bytes]:
    """Each file that is made, by its name."""
    files = {"zh-Hans.mo": _mo(simplified()), "zh-Hant.mo": _mo(traditional())}
    out = io.BytesIO()
    write_po(out, traditional(), width=0, omit_header=True, sort_output=False)
    return {**files, "zh-Hant.po": out.getvalue()}


def _mo(catalog: Catalog) -> bytes:
    out = io.BytesIO()
    catalog.mime_headers = [("Content-Type", "text/plain; charset=utf-8")]
    catalog.revision_date = catalog.creation_date = _DAY  # the same texts make the same file
    write_mo(out, catalog)
    return out.getvalue()


if __name__ == "__main__":
    for name, content in contents().items():
        (FOLDER / name).write_bytes(content)
