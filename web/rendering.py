"""Pages from templates. Everything is escaped; no text of a document ever becomes markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from html import escape
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from mandex.corpus import addresses as official
from mandex.corpus import catalogue
from mandex.corpus.scripts import converter
from mandex.index.output.cells import plain
from mandex.web.addresses import Changing, address, anchor, places
from mandex.web.words import LANGUAGES, interface

_PHRASE = re.compile(r"""\{\{ _\((["'])([^"']+)\1\) \}\}""")  # {{ _("Search") }}; not {{ _(one) }}


class _Phrases(Extension):
    """What a template says in any case is put into it once, in the language of the page."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        ui = str(self.environment.globals["ui"])
        return _PHRASE.sub(lambda said: escape(catalogue.translated(said[2], ui)), source)


@cache
def _environment(ui: str) -> Environment:
    """The templates in one language, with what all of them need."""
    made = Environment(
        loader=PackageLoader("mandex.web"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    made.filters |= {"plain": plain, "spotted": spotted, "places": places}
    made.globals |= {
        "address": address, "anchor": anchor, "hits": hits, "official": official.address,
        "languages": LANGUAGES, "ui": ui, **_words(ui),
    }  # fmt: skip
    made.add_extension(_Phrases)
    return made


class Renderer:
    """Writes pages; all of them have the same menu."""

    def __init__(self, menu: Sequence[tuple[str, str]]) -> None:
        self._menu = menu
        self._menus: dict[tuple[str, str], Markup] = {}

    def page(self, request: Request, template: str, context: Mapping[str, Any], code: int = 200) -> Response:
        """A page in the reader's language and script."""
        ui = interface(request)
        script = request.query_params.get("script", "")
        html = _environment(ui).get_template(template).render(
            **context, request=request, hrefs=Hrefs(request), script=script,
            shown=converter(script), menu=self._menu_of(ui, request.url.path),
        )  # fmt: skip
        return HTMLResponse(html, code)

    def _menu_of(self, ui: str, here: str) -> Markup:
        """The menu in a language, the page marked that is shown: the same on every other page."""
        here = next((path for path, _ in self._menu if path == here), "")
        if (ui, here) not in self._menus:
            said = _environment(ui).get_template("menu.html").render(menu=self._menu, here=here)
            self._menus[ui, here] = Markup(said)  # noqa: S704 - from a template, which escapes
        return self._menus[ui, here]


def _words(ui: str) -> dict[str, Callable[..., str]]:
    """What says in the reader's language a phrase, a message, a name, and the value of a column."""
    return {
        "_": lambda phrase: catalogue.translated(phrase, ui),
        "said": lambda message: catalogue.message(message, ui),
        "named": lambda id_: catalogue.name(id_, ui),
        "told": lambda column, cell: catalogue.value(column, cell, ui),
    }


class Hrefs:
    """Addresses that change one value of the present one and keep the others."""

    def __init__(self, request: Request) -> None:
        self._path = request.url.path
        self._to = Changing(self._path, dict(request.query_params))

    def __call__(self, **changed: Any) -> str:
        """The present address with some values changed; empty ones go."""
        return self._to(**changed)

    def twin(self, ending: str) -> str:
        """The rows of this page as a file."""
        path = "/index" if self._path == "/" else self._path
        return f"{path}.{ending}{self._to().removeprefix(self._path)}"


def hits(rows: Sequence[Mapping[str, Any]], shown: Callable[[str], str]) -> Markup:
    """What a search found, as the items of a list: written here, which takes a third of a template's time."""
    return Markup("\n".join(_hit(row, shown) for row in rows))  # noqa: S704 - every value is escaped


def _hit(row: Mapping[str, Any], shown: Callable[[str], str]) -> str:
    doc, pinpoint = row["doc"], row["pinpoint"]
    return (
        f'<li>\n<h2><a href="{escape(address(doc, pinpoint))}">{escape(doc)} {escape(pinpoint)}</a>'
        f" <time>{escape(row['date'])}</time></h2>\n"
        f'<p lang="{escape(row["lang"])}">{spotted(row["snippet"], row["highlights"], shown)}</p>\n'
        f'<p class="about">{escape(shown(row["title"]))}</p>\n</li>'
    )


def spotted(text: str, places: Sequence[tuple[int, int]], shown: Callable[[str], str]) -> Markup:
    """The text escaped, with what answers in `<mark>`; `shown` converts the script.

    The places are in order and do not overlap.
    """
    pieces, done = [], 0
    for start, end in places:
        before, place = shown(text[done:start]), shown(text[start:end])
        pieces.append(f"{escape(before, quote=False)}<mark>{escape(place, quote=False)}</mark>")
        done = end
    pieces.append(escape(shown(text[done:]), quote=False))
    return Markup("".join(pieces))  # noqa: S704 - every piece of the text is escaped
