"""Tables of texts, one document per row and language, as in the CR-UNSC corpus of resolutions.

The header names the columns: `text` and `text_zh` hold the texts; `symbol` or `res_no`, `date`, `title`,
`meeting` and `vote` say what they are (the names of Fobbe's Corpus of Resolutions: UN Security Council).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from mandex.corpus.errors import UnreadableFileError
from mandex.ingest.raw import RawText
from mandex.ingest.readers.text import decoded

_LONGEST_CELL = 50_000_000  # characters
_DELIMITERS = ",;\t|"
_TEXT_COLUMN = re.compile(r"(?:full_?)?text(?:_(?P<lang>[a-z]{2}(?:[_-][a-z]+)?))?")
_LANGUAGES = {"": "", "en": "en", "zh": "zh-Hans", "zh-hans": "zh-Hans", "zh-cn": "zh-Hans",
              "zh-hant": "zh-Hant", "zh-tw": "zh-Hant"}  # fmt: skip
_MISSING = frozenset({"", "NA", "N/A", "NULL", "None", "nan"})
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def read(path: Path, data: bytes, sha256: str) -> list[RawText]:
    """Read a table: a document for each filled text cell; `facts["row"]` counts rows from 1 after the header.

    Raises `UnreadableFileError` where no column or no row holds a text, or the quoting is broken.
    """
    text, encoding = decoded(data)
    text = text.removeprefix("\ufeff").replace("\x00", "")
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text.split("\n", 1)[0]))
    out: list[RawText] = []
    try:
        columns = _names(next(rows, []))
        texts = _text_columns(columns)
        for number, row in enumerate(rows, 1):
            for content, facts in _documents(dict(zip(columns, row, strict=False)), texts):
                out.append(
                    RawText(
                        text=content, source=str(path), sha256=sha256, format="table", encoding=encoding,
                        facts={**facts, "row": str(number)},
                    )
                )  # fmt: skip
    except csv.Error as error:
        raise UnreadableFileError(
            f"is a damaged table (line {rows.line_num}: {error})", "malformed-table"
        ) from error
    if not out:
        raise UnreadableFileError("is a table whose columns of texts are empty", "empty-file")
    return out


def _delimiter(header: str) -> str:
    return max(_DELIMITERS, key=header.count)


def _names(header: Sequence[str]) -> list[str]:
    return [name.strip().lower().replace(" ", "_") for name in header]


def _text_columns(columns: Sequence[str]) -> dict[str, str]:
    """The columns that hold texts in languages that Mandex reads, each with its language."""
    found = {
        name: _LANGUAGES[lang]
        for name in columns
        if (match := _TEXT_COLUMN.fullmatch(name))
        and (lang := (match["lang"] or "").replace("_", "-")) in _LANGUAGES
    }
    if not found:
        raise UnreadableFileError(
            "is a table without a column of texts: name it `text`, or `text_zh` for Chinese", "not-a-document"
        )
    return found


def _documents(row: Mapping[str, str], texts: Mapping[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Text and facts of each language version in a row."""
    facts = {name: cell for name in ("title", "meeting", "vote") if (cell := _cell(row, name))}
    number = _cell(row, "res_no")
    symbol = _cell(row, "symbol") or (f"S/RES/{number}" if number.isdigit() else "")
    if symbol:
        facts["symbol"] = symbol
    if _ISO_DATE.fullmatch(_cell(row, "date")):
        facts["date"] = _cell(row, "date")
    for name, lang in texts.items():
        content = row.get(name) or ""
        if content.strip() not in _MISSING:
            yield content, {**facts, "lang": lang} if lang else facts


def _cell(row: Mapping[str, str], name: str) -> str:
    value = (row.get(name) or "").strip()
    return "" if value in _MISSING else value
