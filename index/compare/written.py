"""Requirements to read on paper: Markdown, and a document of a word processor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from mandex.corpus.languages import Lang
from mandex.index.compare.profiles import Profile
from mandex.index.compare.requirement import Requirement
from mandex.index.output import word


def markdown(rows: Sequence[Requirement], profile: Profile | None, lang: Lang) -> Iterator[str]:
    """Lines: a heading for each theme and force, an entry for each obligation."""
    yield f"# {_title(profile, lang)}"
    for theme, of_theme in groupby(rows, lambda row: row.theme):
        yield from ("", f"## {_label(theme, profile, lang)}")
        for force, of_force in groupby(of_theme, lambda row: row.force):
            yield from ("", f"### {force}", "")
            for row in of_force:
                yield f"- **{row.place}** {_plain(row.whole)}{_plain(_notes(row))}"


def document(rows: Sequence[Requirement], profile: Profile | None, lang: Lang) -> bytes:
    """The same as DOCX."""
    return word.document(_paragraphs(rows, profile, lang))


def _paragraphs(rows: Sequence[Requirement], profile: Profile | None, lang: Lang) -> Iterator[str]:
    yield word.paragraph(word.run(_title(profile, lang), bold=True), level=1)
    for theme, of_theme in groupby(rows, lambda row: row.theme):
        yield word.paragraph(word.run(_label(theme, profile, lang), bold=True), level=2)
        for row in of_theme:
            head = word.run(f"{row.place} ({row.force}) ", bold=True)
            yield word.paragraph(head, word.run(row.whole + _notes(row)))


def _title(profile: Profile | None, lang: Lang) -> str:
    if profile is None:
        return "Requirements"
    return profile.title_en if lang == "en" or not profile.title_zh else profile.title_zh


def _label(theme: str, profile: Profile | None, lang: Lang) -> str:
    return profile.label(theme, lang) if profile else theme


def _notes(row: Requirement) -> str:
    """Whether it stands, where it stands again, and what is excepted."""
    until = f" until {row.until}" if row.until else ""
    said = [f"{row.status}{until}"] if row.status else []
    said += [f"also in {', '.join(row.repeats)}"] if row.repeats else []
    said += [f"exempted: {' / '.join(row.exemptions)}"] if row.exemptions else []
    return f" [{'; '.join(said)}]" if said else ""


def _plain(text: str) -> str:
    """Text in which nothing is markup."""
    return re.sub(r"([\\`*_<>\[\]#|])", r"\\\1", text)
