"""The assessment workbook: a sheet a theme with drop-downs to fill in, a summary with counts and a chart.

Every text is written as text: a cell that begins with an equals sign is no formula. What was filled in is
read back from the columns named in `ANSWERS`, whatever else was added, moved or sorted.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mandex.corpus.errors import UnreadableFileError
from mandex.corpus.languages import Lang
from mandex.corpus.records import dataclass
from mandex.index.compare.profiles import Profile

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from mandex.index.compare.requirement import Requirement

STATUSES = ("fully", "largely", "partly", "not implemented", "not applicable")
ANSWERS = ("status", "evidence", "gaps", "recommendation", "assistance needed", "due")
_COLUMNS = (
    ("key", 0), ("mark", 0), ("provision", 24), ("force", 11), ("stem", 30), ("obligation", 60),
    ("exemptions", 36), ("other language", 40), ("stands", 10), ("until", 12), ("also in", 24),
    ("status", 17), ("evidence", 36), ("gaps", 36), ("recommendation", 36), ("assistance needed", 28),
    ("due", 12),
)  # fmt: skip
_NAMES = [name for name, _ in _COLUMNS]
_SUMMARY = "Summary"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NAMED = 28  # characters of the name of a sheet, which may have 31
_LONGEST = 32_000  # a cell of a workbook holds 32,767 characters


@dataclass(frozen=True, slots=True)
class Answer:
    """One row as an assessor filled it in. `key` names the obligation, `mark` its wording then."""

    key: str
    mark: str
    theme: str
    provision: str
    force: str
    obligation: str
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Filled:
    """A workbook as it came back: of which country and day, its rows, and what was odd about it."""

    country: str
    date: str
    rows: tuple[Answer, ...]
    notes: tuple[str, ...] = field(default=())


def key(row: Requirement) -> str:
    """What names an obligation: the provision and its number there."""
    return f"{row.place} #{row.n}"


def mark(row: Requirement) -> str:
    """What changes with the wording of an obligation."""
    return hashlib.sha256(" ".join(row.obligation.split()).encode("utf-8")).hexdigest()[:12]


# -- out


def workbook(
    rows: Sequence[Requirement], profile: Profile | None, *, lang: Lang = "en", country: str = "",
    filled: Mapping[str, Mapping[str, str]] | None = None,
) -> bytes:  # fmt: skip
    """The workbook of these requirements; `filled` are answers given before, by key."""
    from openpyxl import Workbook  # noqa: PLC0415 - slow to import, and for this format only

    book = Workbook()
    summary = book.active
    assert summary is not None
    summary.title = _SUMMARY
    sheets: list[tuple[str, str, int]] = []
    for theme, found in _by_theme(rows).items():
        label = profile.label(theme, lang) if profile else theme
        sheet = book.create_sheet(_title(label, [name for name, _, _ in sheets]))
        _fill(sheet, found, filled or {})
        sheets.append((sheet.title, label, len(found)))
    _summarize(summary, sheets, profile.title_en if profile else "Requirements", country)
    return _saved(book)


def _saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _by_theme(rows: Sequence[Requirement]) -> dict[str, list[Requirement]]:
    themes: dict[str, list[Requirement]] = {}
    for row in rows:
        themes.setdefault(row.theme, []).append(row)
    return themes


def _title(label: str, taken: Sequence[str]) -> str:
    """A name that a sheet may have: of 31 characters, without []:*?/\\, and no other's."""
    plain = " ".join(re.sub(r"[\[\]:*?/\\']", " ", label).split()) or "theme"
    if len(plain) > _NAMED:
        plain = re.sub(r"[ ,]+(?:and|or|of|the|in|for)?$", "", plain[: _NAMED + 1].rsplit(" ", 1)[0][:_NAMED])
    used = {name.casefold() for name in (*taken, _SUMMARY)}
    return next(
        name
        for n in range(1, 1000)
        if (name := plain if n == 1 else f"{plain[:26]} {n}").casefold() not in used
    )


def _fill(sheet: Worksheet, rows: Sequence[Requirement], filled: Mapping[str, Mapping[str, str]]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    for column, (name, width) in enumerate(_COLUMNS, 1):
        head = sheet.cell(1, column, name)
        head.font, head.fill = Font(bold=True), PatternFill("solid", fgColor="DCE6F1")
        dimension = sheet.column_dimensions[get_column_letter(column)]
        dimension.width, dimension.hidden = width or 8, not width
    for line, row in enumerate(rows, 2):
        values = {
            "key": key(row), "mark": mark(row), "provision": row.place, "force": row.force,
            "stem": row.stem, "obligation": row.obligation, "exemptions": "\n".join(row.exemptions),
            "other language": row.other, "stands": row.status,
            "until": row.until, "also in": "; ".join(row.repeats), **filled.get(key(row), {}),
        }  # fmt: skip
        for column, name in enumerate(_NAMES, 1):
            _write(sheet, line, column, values.get(name, ""))
            sheet.cell(line, column).alignment = Alignment(wrap_text=True, vertical="top")
    choice = DataValidation("list", formula1=f'"{",".join(STATUSES)}"', allow_blank=True)
    choice.error = "One of: " + ", ".join(STATUSES)
    sheet.add_data_validation(choice)
    letter = get_column_letter(_NAMES.index("status") + 1)
    choice.add(f"{letter}2:{letter}{max(len(rows) + 1, 2)}")
    sheet.freeze_panes = f"{get_column_letter(_NAMES.index('obligation') + 2)}2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(_COLUMNS))}{len(rows) + 1}"


def _write(sheet: Worksheet, line: int, column: int, value: str) -> None:
    """A text as text, even where it begins like a formula."""
    text = _ILLEGAL.sub("", value)[:_LONGEST]
    if not text:
        return
    cell = sheet.cell(line, column, text)
    cell.data_type = "s"
    cell.quotePrefix = text[0] in "=+-@\t\r"


def _summarize(sheet: Worksheet, sheets: Sequence[tuple[str, str, int]], title: str, country: str) -> None:
    from openpyxl.chart import BarChart, Reference  # noqa: PLC0415
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    _write(sheet, 1, 1, title)
    sheet["A1"].font = Font(bold=True, size=14)
    for line, (name, value) in enumerate((("Country", country), ("Date (2026-11-22)", "")), 2):
        _write(sheet, line, 1, name)
        _write(sheet, line, 2, value)
    head = ("Theme", "Obligations", *STATUSES, "not assessed")
    for column, name in enumerate(head, 1):
        sheet.cell(5, column, name).font = Font(bold=True)
    status = get_column_letter(_NAMES.index("status") + 1)
    for line, (name, label, count) in enumerate(sheets, 6):
        _write(sheet, line, 1, label)
        sheet.cell(line, 2, count)
        for column, one in enumerate(STATUSES, 3):
            sheet.cell(line, column, f"=COUNTIF('{name}'!{status}2:{status}{count + 1},\"{one}\")")
        sheet.cell(line, len(head), f"=B{line}-SUM(C{line}:G{line})")
    last = 5 + len(sheets)
    for column in range(2, len(head) + 1):
        letter = get_column_letter(column)
        sheet.cell(last + 1, column, f"=SUM({letter}6:{letter}{last})" if sheets else 0).font = Font(
            bold=True
        )
    sheet.cell(last + 1, 1, "All").font = Font(bold=True)
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap = "bar", "stacked", 100
    chart.title, chart.height, chart.width = "Implementation by theme", max(7.5, len(sheets)), 24
    chart.add_data(
        Reference(sheet, min_col=3, max_col=len(head), min_row=5, max_row=last), titles_from_data=True
    )
    chart.set_categories(Reference(sheet, min_col=1, min_row=6, max_row=last))
    sheet.add_chart(chart, f"A{last + 4}")
    sheet.column_dimensions["A"].width = 44


# -- back


def read(path: Path, content: bytes | None = None) -> Filled:
    """A workbook that came back, as a file or as its `content`. Raises `UnreadableFileError` for one that is
    none of ours.
    """
    from openpyxl import load_workbook  # noqa: PLC0415

    try:
        book = load_workbook(path if content is None else io.BytesIO(content))
    except Exception as error:  # openpyxl raises whatever a broken archive makes it raise
        raise UnreadableFileError(f"{path} cannot be read as a workbook: {error}") from error
    rows, notes = [], []
    for sheet in book.worksheets:
        if sheet.title != _SUMMARY:
            found, odd = _rows(sheet)
            rows += found
            notes += odd
    if not rows:
        raise UnreadableFileError(
            f"{path} is no assessment workbook: no sheet has the columns key and status"
        )
    country, day = "", ""
    if _SUMMARY in book.sheetnames:
        country, day = _text(book[_SUMMARY]["B2"].value), _text(book[_SUMMARY]["B3"].value)
    return Filled(country, day, tuple(rows), tuple(notes))


def _rows(sheet: Worksheet) -> tuple[list[Answer], list[str]]:
    """The rows of one sheet, and what was odd: a status that is none, a key that stands twice."""
    lines: Iterator[tuple[Any, ...]] = sheet.iter_rows(values_only=True)
    places = {_text(name): at for at, name in enumerate(next(lines, ()))}
    if not {"key", "status"} <= places.keys():
        return [], []
    rows: dict[str, Answer] = {}
    notes = []
    for line in lines:
        cells = {name: _text(line[at]) for name, at in places.items() if at < len(line)}
        if not cells.get("key"):
            if any(cells.values()):
                said = next(filter(None, cells.values()))[:60]
                notes.append(f"{sheet.title}: a row without a key was left out: {said}")
            continue
        answers = {name: cells[name] for name in ANSWERS if cells.get(name)}
        status = " ".join(answers.get("status", "").lower().split())
        if status in STATUSES:
            answers["status"] = status
        elif status:
            notes.append(
                f"{sheet.title}: {cells['key']} has the status {answers['status']!r}, which counts as not"
                f" assessed: it is none of {', '.join(STATUSES)}"
            )
        if cells["key"] in rows:
            notes.append(f"{sheet.title}: {cells['key']} stands twice; the last row counts")
        rows[cells["key"]] = Answer(
            cells["key"], cells.get("mark", ""), sheet.title, cells.get("provision", ""),
            cells.get("force", ""), cells.get("obligation", ""), answers,
        )  # fmt: skip
    return list(rows.values()), notes


def _text(value: Any) -> str:
    """A cell as text: a day as ISO, a whole number without its point."""
    if value is None:
        return ""
    if hasattr(value, "date"):
        return str(value.date().isoformat())
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
