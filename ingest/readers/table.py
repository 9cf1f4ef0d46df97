"""Tables of texts, one document per row and language, as in the CR-UNSC corpus of resolutions.

The header names the columns: `text` and `text_zh` hold the texts; `symbol` or `res_no`, `date`, `title`,
`meeting` and `vote` say what they are (the names of Fobbe's Corpus of Resolutions: UN Security Council).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from mandex.corpus.errors import UnreadableFileError
from mandex.corpus.model import Problem
from mandex.ingest.raw import RawText
from mandex.ingest.readers.text import decoded

_LONGEST_CELL = 50_000_000  # characters
_DELIMITERS = ",;\t|"
_TEXT_COLUMN = re.compile(r"(?:full_?)?text(?:_(?P<lang>[a-z]{2}(?:[_-][a-z]+)?))?")
_LANGUAGES = {"": "", "en": "en", "zh": "zh-Hans", "zh-hans": "zh-Hans", "zh-cn": "zh-Hans",
              "zh-hant": "zh-Hant", "zh-tw": "zh-Hant"}  # fmt: skip
# Other names under which people keep the same.
_COLUMNS = {
    "resolution_number": "res_no", "resolution_no": "res_no", "document_symbol": "symbol",
    "doc_symbol": "symbol", "文号": "symbol", "language": "lang", "adoption_date": "date",
    "date_adopted": "date", "日期": "date", "name": "title", "标题": "title", "subject": "title",
    "meeting_number": "meeting",
}  # fmt: skip
_FACTS = frozenset({"title", "meeting", "vote", "res_no", "symbol", "date", "lang", "doc", "seq", "label"})
_NAMED = 20  # columns or sheets named in a problem
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
    try:
        found = list(rows_of(rows))
    except csv.Error as error:
        raise UnreadableFileError(
            f"is a damaged table (line {rows.line_num}: {error})", "malformed-table"
        ) from error
    return texts_of(path, sha256, found, encoding)


def rows_of(rows: Iterable[Sequence[str]]) -> Iterator[dict[str, str]]:
    """The rows of a table after its header, each under the names of its columns."""
    iterator = iter(rows)
    columns = [name_of(name) for name in next(iterator, [])]
    _check(columns)
    for row in iterator:
        yield dict(zip(columns, row, strict=False))


def texts_of(
    path: Path, sha256: str, rows: Iterable[Mapping[str, str]], encoding: str = "utf-8"
) -> list[RawText]:
    """The documents of rows under normal names (see `name_of`). Raises `UnreadableFileError` for none."""
    rows = list(rows)
    out = [
        RawText(
            text=content, source=str(path), sha256=sha256, format="table", encoding=encoding,
            facts={**facts, "row": str(number)},
        )
        for number, row in enumerate(rows, 1)
        if row
        for content, facts in _documents(row, _text_columns(row))
    ]  # fmt: skip
    if not out:
        raise UnreadableFileError("is a table whose columns of texts are empty", "empty-file")
    unread = {name for row in rows for name in row if name and name not in _FACTS and not _is_text(name)}
    told = [name for name in sorted(unread) if any(_cell(row, name) for row in rows)]
    return left_out(out, "columns-left-out", "columns that are neither texts nor what is asked of them", told)


def left_out(out: list[RawText], code: str, what: str, names: Sequence[str]) -> list[RawText]:
    """The texts of a file, with a problem on record that says by `names` what of it was not read, if any."""
    if not names:
        return out
    message = f"{what}: {', '.join(names[:_NAMED])}"
    problem = Problem(code, "info", message, source=out[0].source)
    return [replace(out[0], problems=(*out[0].problems, problem)), *out[1:]]


def _is_text(name: str) -> bool:
    return _TEXT_COLUMN.fullmatch(name) is not None


def _delimiter(header: str) -> str:
    return max(_DELIMITERS, key=header.count)


def name_of(header: str) -> str:
    """The name of a column as it is asked for: `Full Text` is `full_text`, `content` is `text`."""
    name = re.sub(r"[\s-]+", "_", header.strip().lower())
    match = re.fullmatch(r"(content|body|fulltext|文本|正文|内容)(_.+)?", name)
    return "text" + (match[2] or "") if match else _COLUMNS.get(name, name)


def _text_columns(columns: Iterable[str]) -> dict[str, str]:
    """The columns that hold texts in languages that Mandex reads, each with its language."""
    return {
        name: _LANGUAGES[lang]
        for name in columns
        if (match := _TEXT_COLUMN.fullmatch(name))
        and (lang := (match["lang"] or "").replace("_", "-")) in _LANGUAGES
    }


def has_texts(columns: Iterable[str]) -> bool:
    """Does one of the names, as `name_of` gives them, name a column of texts?"""
    return bool(_text_columns(columns))


def _check(columns: Sequence[str]) -> None:
    if not has_texts(columns):
        raise UnreadableFileError(
            "is a table without a column of texts: name it `text`, or `text_zh` for Chinese", "not-a-document"
        )


def _documents(row: Mapping[str, str], texts: Mapping[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Text and facts of each language version in a row."""
    facts = {name: cell for name in ("title", "meeting", "vote") if (cell := _cell(row, name))}
    number = _cell(row, "res_no")
    symbol = _cell(row, "symbol") or (f"S/RES/{number}" if number.isdigit() else "")
    if symbol:
        facts["symbol"] = symbol
    date = _cell(row, "date")[:10]
    if _ISO_DATE.fullmatch(date):
        facts["date"] = date
    stated = _cell(row, "lang").lower()
    if stated and stated in _LANGUAGES:
        facts["lang"] = _LANGUAGES[stated]
    for name, lang in texts.items():
        content = row.get(name) or ""
        if content.strip() not in _MISSING:
            yield content, {**facts, "lang": lang} if lang else facts


def _cell(row: Mapping[str, str], name: str) -> str:
    value = (row.get(name) or "").strip()
    return "" if value in _MISSING else value
