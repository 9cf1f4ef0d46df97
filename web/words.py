"""In which language the page speaks to a reader. Texts of documents are never translated."""

from __future__ import annotations

import re

from starlette.requests import Request

from mandex.corpus.languages import version_of

CHOSEN = "ui"  # the cookie that keeps a choice from page to page
LANGUAGES = {"en": "English", "zh-Hans": "简体中文", "zh-Hant": "繁體中文"}
_CHOICE = re.compile(rb"(?:^|&)ui=([A-Za-z-]+)(?=&|$)")


def interface(request: Request) -> str:
    """The language of the page: `?ui=`, else what was chosen before, else the reader's own, else English."""
    asked = request.query_params.get("ui", "")
    if asked in LANGUAGES:
        return asked
    if (chosen := request.cookies.get(CHOSEN, "")) in LANGUAGES:
        return chosen
    for part in request.headers.get("accept-language", "")[:200].split(","):
        tag = part.split(";")[0].strip().lower()
        if tag.startswith(("en", "zh")):
            return version_of(tag)
    return "en"


def chosen(query: bytes) -> tuple[tuple[bytes, bytes], ...]:
    """The header that keeps what a query chooses; none where it chooses nothing."""
    found = _CHOICE.search(query)
    if found is None or found[1].decode() not in LANGUAGES:
        return ()
    kept = b"%s=%s; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly" % (CHOSEN.encode(), found[1])
    return ((b"set-cookie", kept),)
