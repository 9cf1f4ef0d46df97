"""What the elements of a web page are: text, note, heading, or what the site puts around the document."""

from __future__ import annotations

import re
from typing import Any

from mandex.corpus.records import dataclass
from mandex.ingest.readers.blocks import raised

IGNORED = frozenset(
    {
        "script", "style", "noscript", "template", "head", "svg", "iframe", "object", "embed", "canvas",
        "audio", "video", "map", "input", "select", "button", "textarea", "datalist", "annotation",
        "annotation-xml",
    }
)  # fmt: skip
_NO_WORDS = frozenset({"script", "style", "head"})
INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
        "em", "font", "i", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp",
        "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img",
        # formulas
        "math", "semantics", "mrow", "mn", "mi", "mo", "mtext", "msup", "msub", "msubsup", "mfrac", "msqrt",
        "mstyle", "mspace",
    }
)  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
EMPHASIS = frozenset({"i", "em", "b", "strong", "cite", "u"})
_MAIN_ROLES = frozenset({"main", "article"})
_SITE_TAGS = frozenset({"nav", "aside", "footer"})
_SITE_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar"})

# Names (`id` and `class`) of what sites put around a text; each is a whole word of such a name.
_SITE_NAME = re.compile(
    r"""(?<![a-z])(?:
        nav(?:bar|box|igation)? | menus? | breadcrumbs? | sidebar | footer | toolbar | cookies? | banner
      | share | sharing | social | related | comments? | toc | pagination | pager | skip(?:link|-to)?
      | catlinks | printfooter | noprint | jump | portlet | interlanguage | site-?sub | content-?sub
      | licen[sc]e\w* | copyright | disclaimer
      | ws-?header\w* | header-?(?:container|template)\w* | headertemplate
    )(?![a-z])""",
    re.VERBOSE | re.IGNORECASE,
)
_NOT_SHOWN = re.compile(r"(?<![a-z])(?:mw-editsection|mw-cite-backlink|sr-only|visually-hidden)(?![a-z])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NOTE_NAME = re.compile(
    r"(?<![a-z])(?:_?ftn\d|_?edn\d|cite_note|references?|footnotes?|endnotes?|fn\d)", re.I
)
_MAIN = (
    "//*[@id='mw-content-text']",
    "//main",
    "//*[@role='main']",
    "//article",
)
# Shares of the page's text: what holds less is a teaser and not the content, what holds more is no furniture.
_MAIN_SHARE, _FURNITURE_SHARE = 0.2, 0.6


def main_of(root: Any) -> Any | None:
    """The element that holds the document itself, if the page marks one that holds enough of its text."""
    whole = size_of(root)
    for query in _MAIN:
        found = root.xpath(query)
        if len(found) == 1 and size_of(found[0]) > _MAIN_SHARE * whole:
            return found[0]
    return None


def size_of(element: Any) -> int:
    """How many characters of text an element holds."""
    return sum(map(len, element.itertext()))


def _name(element: Any) -> str:
    return f"{element.get('id', '')} {element.get('class', '')}"


def is_ignored(element: Any) -> bool:
    """Is an element never shown, or a control of the site?"""
    return (
        element.tag in IGNORED
        or element.get("hidden") is not None
        or bool(_HIDDEN.search(element.get("style", "")))
        or bool(_NOT_SHOWN.search(_name(element)))
    )


def not_shown(element: Any) -> str:
    """The words of an ignored element that somebody may miss: those of controls, pictures, hidden parts."""
    if not isinstance(element.tag, str) or element.tag in _NO_WORDS:
        return ""
    return " ".join("".join(element.itertext()).split())


def hint_of(element: Any, outer: str, page_size: int) -> str:
    """What an element makes of the blocks in it; furniture and notes colour all that is in them."""
    if outer in ("furniture", "footnote"):
        return outer
    tag, role, name = element.tag, element.get("role", ""), _name(element)
    if tag in _SITE_TAGS or role in _SITE_ROLES:
        return "furniture"
    if (
        tag not in ("html", "body", "main", "article")
        and role not in _MAIN_ROLES
        and _SITE_NAME.search(name)
        and size_of(element) < _FURNITURE_SHARE * page_size
    ):
        return "furniture"
    if tag in _HEADINGS:
        return "heading"
    if role in ("doc-footnote", "doc-endnotes") or _NOTE_NAME.search(name):
        return "footnote"
    return outer


@dataclass(slots=True)
class OpenList:
    """An open list: its kind (`ul`, `ol`), the number of its next item and the style of its numbers."""

    ordered: bool
    next: int
    style: str
    notes: bool


def open_list(element: Any, notes: bool) -> OpenList:
    """A list as its element opens; `notes` where it is a list of footnotes."""
    start = element.get("start", "1")
    style = element.get("type", "1")
    css = re.search(r"list-style(?:-type)?\s*:\s*([a-z-]+)", element.get("style", ""))
    if css:
        style = {"lower-alpha": "a", "lower-latin": "a", "lower-roman": "i", "upper-alpha": "A",
                 "upper-latin": "A", "upper-roman": "I", "none": ""}.get(css[1], style)  # fmt: skip
    first = int(start) if re.fullmatch(r"\d{1,6}", start) else 1
    return OpenList(element.tag == "ol", first, style, notes)


def item_label(of: OpenList, element: Any) -> str:
    """The number or bullet that a browser prints before an item."""
    value = element.get("value", "")
    number = int(value) if re.fullmatch(r"\d{1,6}", value) else of.next
    of.next = number + 1
    if not of.style:
        return ""
    if not of.ordered:
        return "• "
    if of.notes:
        return raised(str(number)) + " "
    # In UN documents letters stand in brackets, whatever the site's style sheet makes of them.
    counted = _counted(number, of.style)
    return f"{counted}. " if counted.isdigit() else f"({counted}) "


def _counted(number: int, style: str) -> str:
    if style in ("a", "A") and 1 <= number <= 26:
        return chr(ord(style) + number - 1)
    if style in ("i", "I") and 1 <= number < 40:
        tens, ones = divmod(number, 10)
        roman = "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]
        return roman if style == "i" else roman.upper()
    return str(number)


def is_data_row(element: Any) -> bool:
    """A row of short cells belongs to a table; long cells, and cells with paragraphs, are mere layout."""
    cells = [cell for cell in element if cell.tag in ("td", "th")]
    filled = [cell for cell in cells if "".join(cell.itertext()).strip()]
    return len(filled) > 1 and not any(
        len("".join(cell.itertext())) > 400
        or cell.find(".//table") is not None
        or len(cell.findall(".//p")) > 1
        for cell in cells
    )
