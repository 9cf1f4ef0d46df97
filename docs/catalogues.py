"""Write the interface's catalogues: traditional Chinese from simplified, `.mo` from `.po` (`make docs`).

`commands/locale/zh-Hans.po` is written by hand; a test keeps the other files current.
"""

from __future__ import annotations

import io
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


def traditional() -> Catalog:
    """The same in traditional characters; words of the United Nations stay what they are."""
    convert = opencc.OpenCC("s2tw").convert
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
