"""The interface's own words in the reader's language. Texts of documents are never translated."""

from __future__ import annotations

import csv
from collections.abc import Callable
from functools import cache
from importlib import resources

from starlette.requests import Request

from mandex.corpus.languages import version_of
from mandex.corpus.scripts import converter

LANGUAGES = {"en": "English", "zh-Hans": "简体中文", "zh-Hant": "繁體中文"}

_SCRIPTS = {"zh-Hans": "", "zh-Hant": "tw"}  # the vocabulary is kept in simplified characters


def interface(request: Request) -> str:
    """The language of the page: `?ui=`, else the reader's own by Accept-Language, else English."""
    asked = request.query_params.get("ui", "")
    if asked in LANGUAGES:
        return asked
    for part in request.headers.get("accept-language", "")[:200].split(","):
        tag = part.split(";")[0].strip().lower()
        if tag.startswith(("en", "zh")):
            return version_of(tag)
    return "en"


def translator(ui: str) -> Callable[[str], str]:
    """What turns an English phrase of a template into the language `ui`; a test finds what is missing."""
    table = _table(ui)
    return lambda phrase: table.get(phrase, phrase)


def namer(ui: str) -> Callable[[str], str]:
    """What says an actor or a topic as the reader calls it: `asset-freeze` is *asset freeze*, 资产冻结."""
    from mandex.corpus import lexicon  # noqa: PLC0415 - not every page names one

    def name(id_: str) -> str:
        entry = lexicon.actors().get(id_) or lexicon.topics().get(id_)
        if entry is None:
            return id_
        return entry.label_en if ui == "en" else converter(_SCRIPTS[ui])(entry.label_zh)

    return name


@cache
def _table(ui: str) -> dict[str, str]:
    if ui == "en":
        return {}
    text = resources.files("mandex.web").joinpath("words.csv").read_text("utf-8")
    return {row["en"]: row[ui] for row in csv.DictReader(text.splitlines()) if row[ui]}
