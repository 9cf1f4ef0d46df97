"""In which language the page speaks to a reader. Texts of documents are never translated."""

from __future__ import annotations

from starlette.requests import Request

from mandex.corpus.languages import version_of

LANGUAGES = {"en": "English", "zh-Hans": "简体中文", "zh-Hant": "繁體中文"}


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
