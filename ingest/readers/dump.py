"""JSON and JSON Lines: an object, a list of them, or one a line, each a document with its facts.

The names are those of a table of texts (`symbol`, `date`, `title`, `text`, `text_zh` …). A text may be a
string, a list of paragraphs, or a list of objects with a `text` each, as `export paragraphs` writes them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from mandex.corpus.errors import UnreadableFileError
from mandex.ingest.raw import RawText
from mandex.ingest.readers.table import has_texts, name_of, texts_of
from mandex.ingest.readers.text import decoded

# Under which a list of documents may lie inside one object.
_LISTS = ("documents", "data", "resolutions", "results", "items", "records", "rows", "hits", "docs")
_PARAGRAPHS = ("paragraphs", "paras", "sections", "operative_paragraphs")
_ENOUGH = 2
# A hundred megabytes of resolutions, with an object for each paragraph, hold half as many of either.
_MOST_INNER = 300_000
_MOST_VALUES = 3_000_000
_MOST_FIELDS = 1000  # of a document; more are a list of other things


def read(path: Path, data: bytes, sha256: str) -> list[RawText]:
    """Read the documents of a dump; `facts["row"]` counts them from 1.

    Raises `UnreadableFileError` where it is damaged, or no object in it holds a text.
    """
    if packed(data):
        raise UnreadableFileError(
            f"is JSON of more values than texts have ({_MOST_INNER:,} objects and lists, {_MOST_VALUES:,}"
            " with what stands between commas): split it",
            "too-large",
        )
    text, encoding = decoded(data)
    records = [r for value in _values(text.removeprefix("\ufeff")) for r in _records(value)]
    rows = [_row(record) for record in records]
    if not any(has_texts(row) for row in rows):
        raise UnreadableFileError(
            "is JSON without texts: give each object a `text`, or `text_zh` for Chinese"
        )
    return texts_of(path, sha256, _grouped(rows), encoding)


def packed(data: bytes) -> bool:
    """Whether JSON holds so many values that they are no texts: each takes up to a hundred times as much
    memory as its characters, so they are counted before it is parsed.
    """
    inner = data.count(b"{") + data.count(b"[")
    return inner > _MOST_INNER or inner + data.count(b",") > _MOST_VALUES


def _values(text: str) -> Iterator[Any]:
    """The whole as one value, else each line as one."""
    try:
        yield json.loads(text)
        return
    except RecursionError as error:
        raise UnreadableFileError("is JSON that is nested too deeply", "malformed-json") from error
    except ValueError as error:
        whole = error
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    for number, line in lines:
        try:
            yield json.loads(line)
        except (ValueError, RecursionError) as error:
            at_line = number if number > 1 or len(lines) >= _ENOUGH else getattr(whole, "lineno", 1)
            raise UnreadableFileError(
                f"is damaged JSON (line {at_line}: {error})", "malformed-json"
            ) from error


def _records(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        yield from (item for item in value if isinstance(item, dict))
    elif isinstance(value, dict):
        inner = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), None)
        yield from _records(inner) if inner is not None and "text" not in value else [value]


def _row(record: dict[str, Any]) -> dict[str, str]:
    if len(record) > _MOST_FIELDS:
        return {}
    row = {name_of(name): shown for name, value in record.items() if (shown := _shown(value))}
    name = next((name for name in _PARAGRAPHS if name in row), "")
    if name and "text" not in row:
        row["text"] = row.pop(name)
    return row


def _shown(value: Any) -> str:
    """A value as text; of a list each item a paragraph, of an object its text."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool | None):
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        return "\n\n".join(filter(None, (_item(item) for item in value)))
    return _item(value)


def _item(value: Any) -> str:
    if not isinstance(value, dict):
        return _shown(value) if not isinstance(value, list) else ""
    text, label = value.get("text"), value.get("label") or value.get("number") or ""
    return f"{label} {text}".strip() if isinstance(text, str) else ""


def _grouped(rows: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    """Rows as `export paragraphs` writes them (`doc`, `seq`, `label`, `text`) are one document together."""
    rows = list(rows)
    if not all({"doc", "seq", "text"} <= row.keys() for row in rows):
        return rows
    documents: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        paragraphs = documents.setdefault((row["doc"], row.get("lang", "")), [])
        paragraphs.append(_labelled(row.get("label", ""), row["text"]))
    return [
        {"symbol": symbol, "lang": lang, "text": "\n\n".join(paragraphs)}
        for (symbol, lang), paragraphs in documents.items()
    ]


def _labelled(label: str, text: str) -> str:
    """The last mark of a full label as it is printed: `1(a)(ii)` opens its paragraph with `(ii)`."""
    if not label:
        return text
    mark = label[label.rindex("(") :] if label.endswith(")") and "(" in label else f"{label}."
    return f"{mark} {text}"
