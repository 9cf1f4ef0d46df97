"""Pages from templates. Everything is escaped; no text of a document ever becomes markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping, MutableMapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from html import escape
from typing import Any, Literal
from urllib.parse import quote, quote_plus

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from mandex.corpus import addresses as official
from mandex.corpus import catalogue, columns
from mandex.corpus.fold import is_chinese
from mandex.corpus.records import dataclass
from mandex.corpus.scripts import converter
from mandex.index.lookup.values import entries
from mandex.index.output.cells import plain
from mandex.index.output.showing import title_in
from mandex.web.addresses import Changing, address, anchor, places
from mandex.web.params import Asked
from mandex.web.words import LANGUAGES, interface

_PATH = "/()"  # of an address, as people read it
_Q = "q"
_WORDS, _ROWS = (
    "\ue000",
    "\ue001",
)  # stand for the words and the rows of a page of results: no template has these
_SLOTS = re.compile(f"({_WORDS}|{quote_plus(_WORDS)}|{_ROWS})")
_SKELETONS = 256  # kept: of each language and choice of filters


class _Phrases(Extension):
    """What a template says in any case is put into it once, in the language of the page."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return catalogue.filled_in(source, str(self.environment.globals["ui"]))


class _Environment(Environment):
    """Templates that all need the same: Jinja would look it up in a chain, and copy that for each page."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}


@cache
def _environment(ui: str) -> Environment:
    """The templates in one language, with what all of them need."""
    made = _Environment(
        loader=PackageLoader("mandex.web"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    made.filters |= {"plain": plain, "spotted": spotted, "places": places}
    made.globals |= {
        "address": address, "anchor": anchor, "hits": hits, "official": official.address,
        "titled_in": titled_in, "entitled": title_in, "languages": LANGUAGES, "ui": ui, **_words(ui),
    }  # fmt: skip
    made.add_extension(_Phrases)
    return made


@dataclass(frozen=True, slots=True)
class _At:
    """What a page shows of its request: where it is, in which language and script, what was typed."""

    ui: str
    path: str
    given: tuple[tuple[str, str], ...]  # what its links keep
    script: str
    words: str  # in the box

    def asking(self, words: str) -> _At:
        """The same with other words."""
        given = tuple((name, words if name == _Q else value) for name, value in self.given)
        return _At(self.ui, self.path, given, self.script, words)


def _at(request: Request, asked: Asked | None) -> _At:
    params = request.query_params
    own = ((name, value) for name in ("ui", "script") if (value := params.get(name)))
    given = (*(asked.given.items() if asked else ()), *own)
    ui = interface(request)
    script = params.get("script") or ("hant" if ui == "zh-Hant" else "")  # else as it is printed
    return _At(ui, request.scope["path"], given, script, params.get(_Q, ""))


class Renderer:
    """Writes pages; all of them have the same menu."""

    def __init__(self, menu: Sequence[tuple[str, str]]) -> None:
        self._menu = menu
        self._menus: dict[tuple[str, str], Markup] = {}
        self._skeletons: dict[Hashable, list[str]] = {}

    def page(self, request: Request, template: str, context: Mapping[str, Any], code: int = 200) -> Response:
        """A page in the reader's language and script."""
        at = _at(request, context.get("asked"))
        if template == "search.html" and context["answered"].rows and "facets" not in context:
            return HTMLResponse(self._results(at, template, context), code)
        return HTMLResponse(self._rendered(at, template, context), code)

    def _rendered(self, at: _At, template: str, context: Mapping[str, Any]) -> str:
        return _environment(at.ui).get_template(template).render(
            **context, hrefs=Hrefs(at.path, dict(at.given)), q=at.words, script=at.script,
            shown=converter(at.script), menu=self._menu_of(at.ui, at.path),
        )  # fmt: skip

    def _results(self, at: _At, template: str, context: Mapping[str, Any]) -> str:
        """A page of results: such pages differ in the words and the rows alone, which are put between pieces
        that are kept.
        """
        blank = at.asking(_WORDS)
        kind = blank, context["more"]
        if kind not in self._skeletons:
            asked = replace(context["asked"], values={**context["asked"].values, _Q: _WORDS})
            html = self._rendered(blank, template, {**context, "asked": asked, "hits": lambda *_: _ROWS})
            if len(self._skeletons) >= _SKELETONS:
                self._skeletons.clear()
            self._skeletons[kind] = _SLOTS.split(html)
        put = {
            _WORDS: escape(at.words), quote_plus(_WORDS): quote_plus(at.words),
            _ROWS: hits(context["answered"].rows, converter(at.script)),
        }  # fmt: skip
        return "".join(put.get(piece, piece) for piece in self._skeletons[kind])

    def _menu_of(self, ui: str, here: str) -> Markup:
        """The menu in a language, the page marked that is shown: the same on every other page."""
        here = next((path for path, _ in self._menu if path == here), "")
        if (ui, here) not in self._menus:
            said = _environment(ui).get_template("menu.html").render(menu=self._menu, here=here)
            self._menus[ui, here] = Markup(said)  # noqa: S704 - from a template, which escapes
        return self._menus[ui, here]


def _words(ui: str) -> dict[str, Callable[..., str]]:
    """What says in the reader's language a phrase, a message, a name, the value of a column, and choices."""
    return {
        "_": lambda phrase: catalogue.translated(phrase, ui),
        "said": lambda message: catalogue.message(message, ui),
        "named": lambda id_: columns.name(id_, ui),
        "told": lambda column, cell: columns.value(column, cell, ui),
        "options": _options(ui),
        "choices": _choices(ui),
    }


class Hrefs:
    """Addresses that change one value of the present one and keep the others."""

    def __init__(self, path: str, given: Mapping[str, str]) -> None:
        self._path = quote(path, safe=_PATH)
        self._to = Changing(self._path, given)

    def __call__(self, **changed: Any) -> str:
        """The present address with some values changed; empty ones go."""
        return self._to(**changed)

    def twin(self, ending: str) -> str:
        """The rows of this page as a file."""
        path = "/index" if self._path == "/" else self._path
        return f"{path}.{ending}{self._to.query}"


def hits(rows: Sequence[Mapping[str, Any]], shown: Callable[[str], str]) -> Markup:
    """What a search found, as the items of a list: written here, which takes a third of a template's time."""
    return Markup("\n".join(_hit(row, shown) for row in rows))  # noqa: S704 - every value is escaped


def _hit(row: Mapping[str, Any], shown: Callable[[str], str]) -> str:
    before, doc, after = _document(row["doc"], row["date"], row["lang"])
    mark, place = _place(row["pinpoint"])
    return (
        f"{before}{mark}{doc}{place}{after}{_marked(row['snippet'], row['highlights'], shown)}</p>\n"
        f'<p class="about" lang="{titled_in(row["title"])}">{_escaped(shown(row["title"]))}</p>\n</li>'
    )


def titled_in(title: str) -> str:
    """The language of a title, for who reads it aloud: some Chinese versions are entitled in English."""
    return "zh" if is_chinese(title) else "en"


@lru_cache(4096)  # a document answers many questions
def _document(doc: str, date: str, lang: str) -> tuple[str, str, str]:
    """What stands before the mark of a place in its address, before its name, and after it."""
    return (
        f'<li>\n<h2><a href="{escape(address(doc, lang=lang))}',
        escape(doc),
        f'</a> <time>{escape(date)}</time></h2>\n<p lang="{escape(lang)}">',
    )


@lru_cache(1024)
def _place(pinpoint: str) -> tuple[str, str]:
    """The mark of a place in an address, which ends there, and its name."""
    return f'{escape(address("", pinpoint).removeprefix("/"))}">', f" {escape(pinpoint)}"


def spotted(text: str, places: Sequence[tuple[int, int]], shown: Callable[[str], str]) -> Markup:
    """The text escaped, with what answers in `<mark>`; `shown` converts the script.

    The places are in order and do not overlap.
    """
    return Markup(_marked(text, places, shown))  # noqa: S704 - every piece of the text is escaped


def _marked(text: str, places: Sequence[tuple[int, int]], shown: Callable[[str], str]) -> str:
    as_it_is = shown is str and _escaped(text) == text  # as most are: no piece of it need be looked at
    said = str if as_it_is else lambda piece: _escaped(shown(piece))
    pieces: list[str] = []
    done = 0
    for start, end in places:
        pieces += said(text[done:start]), "<mark>", said(text[start:end]), "</mark>"
        done = end
    pieces.append(said(text[done:]))
    return "".join(pieces)


def _escaped(text: str) -> str:
    """Text between tags: `html.escape` without quotation marks, of which a page of results has hundreds."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _choices(ui: str) -> Callable[..., Markup]:
    """What writes the values of a vocabulary for a `<datalist>`: classes and bodies, not every State."""

    @lru_cache(8)
    def choices(vocabulary: Literal["actor", "topic"]) -> Markup:
        known = [
            one for one in entries(vocabulary).values() if one.kind not in ("country", "group", "mission")
        ]
        return Markup("").join(
            Markup('<option value="{}">{}</option>').format(one.id, columns.name(one.id, ui)) for one in known
        )

    return choices


def _options(ui: str) -> Callable[..., Markup]:
    """What writes the choices of a `<select>`, the one chosen marked; `none` is what the empty one is called,
    and languages are called what they call themselves.
    """
    own = {**LANGUAGES, "zh": "中文"}

    @lru_cache(64)
    def options(values: tuple[str, ...], chosen: str, none: str = "") -> Markup:
        return Markup("").join(
            Markup('<option value="{}"{}{}>{}</option>').format(
                value,
                Markup(' lang="{}"').format(value) if value in own else "",
                Markup(" selected") if value == chosen else "",
                own.get(value) or catalogue.translated(value or none, ui),
            )
            for value in values
        )

    return options
