"""Documents as Akoma Ntoso 3.0 (OASIS, 2018), in the shapes that the United Nations uses for its own.

A preface with titles, a preamble with a container for each recital, numbered paragraphs with lists of points
below them, attachments, notes where their marks stand, a `ref` for each citation. Resolutions read again give
the same paragraphs; letters bound together keep their words, though not which of them is a signature.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from lxml import etree

from mandex.corpus import registry
from mandex.corpus.addresses import address
from mandex.corpus.model import Citation, Document, Paragraph
from mandex.corpus.symbols import resolution_number

_NS = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_LANGUAGES = {"en": "eng", "zh-Hans": "zho", "zh-Hant": "zho"}
_ILLEGAL = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LEVELS = re.compile(r"^[^(]+|\([^()]*\)")
_UNDATED = "0001-01-01"  # the schema asks for a day where none is known

Element = etree._Element


def akn(document: Document) -> bytes:
    """The document as one file."""
    return etree.tostring(
        _Writer(document).root(), encoding="UTF-8", xml_declaration=True, pretty_print=False
    )


def filename(document: Document) -> str:
    """A name for the file, of the symbol and the language."""
    plain = re.sub(r"[^\w.()-]+", "_", document.symbol.removeprefix("file:")).strip("_")
    return f"{plain}.{document.lang}.xml"


def _add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    child = etree.SubElement(parent, f"{{{_NS}}}{tag}", {k.rstrip("_"): v for k, v in attributes.items()})
    if text:
        child.text = _ILLEGAL.sub("", text)
    return child


class _Writer:
    """Writes one document; every identifier is given once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._citations = {
            seq: list(found) for seq, found in groupby(document.citations, lambda citation: citation.seq)
        }
        self._notes = _notes(document.paragraphs)

    def root(self) -> Element:
        document = self._document
        root = etree.Element(f"{{{_NS}}}akomaNtoso", nsmap={None: _NS})  # type: ignore[dict-item]
        name = document.type if document.type != "other" else "document"
        statement = _add(root, "statement", name=name)
        self._meta(statement, "main", document.lang)
        parts = _parts(document.paragraphs)
        self._preface(statement, parts)
        if parts["preamble"] or any(p.kind == "operative" for p in parts["main"]):
            self._preamble(statement, parts["preamble"])
        main = _add(statement, "mainBody")
        self._body(main, parts["main"])
        if not len(main):
            _add(main, "p")
        if parts["signature"]:
            conclusions = _add(statement, "conclusions", class_="lines")
            for paragraph in parts["signature"]:
                self._text(_add(conclusions, "p"), paragraph)
        if parts["annex"]:
            attachment = _add(_add(statement, "attachments"), "attachment")
            annex = _add(attachment, "doc", name="annex")
            self._meta(annex, "annex", document.lang)
            self._body(_add(annex, "mainBody"), parts["annex"])
        return root

    # -- metadata

    def _meta(self, parent: Element, part: str, lang: str) -> None:
        document = self._document
        work, language = self._work(), _LANGUAGES[lang]
        date = document.date if re.fullmatch(r"\d{4}-\d\d-\d\d", document.date) else _UNDATED
        meta = _add(parent, "meta")
        identification = _add(meta, "identification", source="#mandex")
        forms = (
            ("FRBRWork", work, "adoption", "author", "#un"),
            ("FRBRExpression", f"{work}{language}@/", "publication", "issuer", "#un"),
            ("FRBRManifestation", f"{work}{language}@.xml", "markup", "editor", "#mandex"),
        )
        for level, uri, name, role, author in forms:
            form = _add(identification, level)
            this = uri.replace(".xml", f"!{part}.xml") if uri.endswith(".xml") else f"{uri}!{part}/"
            _add(form, "FRBRthis", value=this)
            _add(form, "FRBRuri", value=uri)
            _add(form, "FRBRdate", date=date, name=name)
            _add(form, "FRBRauthor", href=author, as_=f"#{role}")
            if level == "FRBRWork":
                _add(form, "FRBRcountry", value="un")
            if level == "FRBRExpression":
                _add(form, "FRBRlanguage", language=language)
        if part == "main" and document.title:
            group = _add(meta, "classification", source="#un")
            _add(group, "keyword", value=_ILLEGAL.sub("", document.title) or "title", showAs="title",
                 dictionary="DHL")  # fmt: skip
        if part != "main":
            return
        references = _add(meta, "references", source="#mandex")
        _add(
            references, "TLCOrganization", eId="un", href="/ontology/organization/un", showAs="United Nations"
        )
        _add(
            references, "TLCOrganization", eId="mandex", href="/ontology/organization/mandex", showAs="Mandex"
        )
        for role in ("author", "issuer", "editor"):
            _add(references, "TLCRole", eId=role, href=f"/ontology/role/{role}", showAs=role)
        concept = "resolutionNumber"
        _add(references, "TLCConcept", eId=concept, href=f"/ontology/concept/{concept}", showAs=concept)

    def _work(self) -> str:
        """The address of the work, as the United Nations gives them."""
        document = self._document
        number = resolution_number(document.symbol)
        if number and document.year:
            day = document.date or document.year
            return f"/akn/un/statement/deliberation/unsc/{day}/{number}-{document.year}/"
        plain = re.sub(r"[^\w.-]+", "-", document.symbol).strip("-").lower()
        return f"/akn/un/statement/{document.date or 'undated'}/{plain}/"

    # -- parts

    def _preface(self, parent: Element, parts: Parts) -> None:
        preface = _add(parent, "preface")
        _add(_add(preface, "p"), "docNumber", self._document.symbol)
        for line in parts["above"]:
            self._text(_add(preface, "p", class_="text"), line)
        for title in parts["title"]:
            self._text(_add(_add(preface, "p"), "docTitle", refersTo="#resolutionNumber"), title)
        for line in parts["adoption"]:
            self._text(_add(preface, "p", class_="signature"), line)

    def _preamble(self, parent: Element, paragraphs: Sequence[Paragraph]) -> None:
        preamble = _add(parent, "preamble")
        if not paragraphs:  # what follows a preamble is operative, though it be empty
            _add(_add(preamble, "formula", name="enacting"), "p")
        for paragraph in paragraphs:
            if paragraph.kind == "heading":
                self._text(_add(preamble, "block", name="heading"), paragraph)
            elif paragraph.kind == "preambular":
                container = _add(preamble, "container", name=paragraph.verb or "recital")
                element = _add(container, "p")
                if paragraph.label:
                    _add(element, "inline", paragraph.label, name="number")
                self._text(element, paragraph)
            else:
                self._text(_add(preamble, "p"), paragraph)

    def _body(self, body: Element, paragraphs: Sequence[Paragraph]) -> None:
        """Paragraphs, each below the one whose number it continues."""
        units = list(_nested(paragraphs))
        for unit in units:
            if unit.paragraph is not None and unit.paragraph.kind == "heading":
                element = _add(body, "paragraph", class_="heading")
                if unit.paragraph.label:
                    _add(element, "num", unit.paragraph.label)
                self._text(_add(element, "heading"), unit.paragraph)
                _add(_add(element, "content"), "p")
            elif unit.paragraph is not None and unit.paragraph.kind == "signature":
                self._text(_add(body, "p", class_="signature"), unit.paragraph)
            elif unit.paragraph is not None and unit.paragraph.kind == "table":
                self._table(body, unit.paragraph)
            elif unit.plain and unit.paragraph is not None:
                self._text(_add(body, "p"), unit.paragraph)
            else:
                self._unit(body, "paragraph", unit)

    def _unit(self, parent: Element, tag: str, unit: _Unit) -> None:
        element = _add(parent, tag)
        if unit.number:
            _add(element, "num", unit.number)
        elif tag == "paragraph":
            element.set("class", "text")  # however short, no heading
        if unit.paragraph is None:  # of what is numbered within it alone
            points = _add(element, "list")
            for one in unit.below:
                self._unit(points, "point", one)
            return
        if not unit.below:
            self._text(_add(_add(element, "content"), "p"), unit.paragraph)
            return
        points = _add(element, "list")
        self._text(_add(_add(points, "intro"), "p"), unit.paragraph)
        for one in unit.below:
            self._unit(points, "point", one)

    # -- text

    def _table(self, body: Element, paragraph: Paragraph) -> None:
        """A row for each line, a cell for what stands between tabs; the notes with the last."""
        table, at = _add(body, "table", class_="cells"), 0
        for line in paragraph.text.split("\n"):
            row = _add(table, "tr")
            for cell in line.split("\t"):
                element = _add(_add(row, "td"), "p")
                self._words(element, paragraph, at, at + len(cell))
                at += len(cell) + 1
        self._add_notes(element, paragraph)

    def _text(self, element: Element, paragraph: Paragraph) -> None:
        """The words of a paragraph, and the notes at their end."""
        self._words(element, paragraph, 0, len(paragraph.text))
        self._add_notes(element, paragraph)

    def _words(self, element: Element, paragraph: Paragraph, at: int, end: int) -> None:
        """The words from `at` to `end`, the lead verb in italics, citations as references."""
        text = paragraph.text
        last = element[-1] if len(element) else None

        def put(words: str) -> None:
            words = _ILLEGAL.sub("", words)
            if last is None:
                element.text = (element.text or "") + words
            else:
                last.tail = (last.tail or "") + words

        if at == 0 and paragraph.verb and text.startswith(paragraph.verb) and paragraph.kind != "title":
            last = _add(element, "span", paragraph.verb, class_="italic")
            at = len(paragraph.verb)
        for citation in self._citations.get(paragraph.seq, ()):
            if citation.at.start < at or citation.at.end > end or not citation.target:
                continue
            put(text[at : citation.at.start])
            last = _add(element, "ref", text[citation.at.start : citation.at.end], href=_href(citation))
            at = citation.at.end
        put(text[at:end])

    def _add_notes(self, element: Element, paragraph: Paragraph) -> None:
        for note in self._notes.get(paragraph.seq, ()):
            marker = {"marker": note.label} if note.label else {}
            self._text(_add(_add(element, "authorialNote", **marker, placement="bottom"), "p"), note)


def _href(citation: Citation) -> str:
    target = citation.target or ""
    number = resolution_number(target)
    adopted = registry.adoption(number) if number else None
    if adopted:
        return f"/akn/un/statement/deliberation/unsc/{adopted.adopted}/{number}-{adopted.year}/"
    return re.sub(r"\s", "%20", address(target, "") or f"/akn/un/{target}")


# -- structure


class _Unit:
    """A paragraph of the body, and those below it."""

    def __init__(self, paragraph: Paragraph | None, number: str, *, plain: bool = False) -> None:
        self.paragraph, self.number, self.plain = paragraph, number, plain
        self.below: list[_Unit] = []


_LAST = ("signature", "footnote")
Parts = dict[str, list[Paragraph]]


def _parts(paragraphs: Sequence[Paragraph]) -> Parts:
    """Which part each paragraph belongs to; notes go with the paragraph before them.

    Signatures stand at the end, before the annex; those that stand elsewhere stay where they are.
    """
    parts: Parts = {
        name: [] for name in ("above", "title", "adoption", "preamble", "main", "signature", "annex")
    }
    title = next((i for i, p in enumerate(paragraphs) if p.kind == "title"), 0)
    above = title if all(p.kind in ("body", "footnote") for p in paragraphs[:title]) else 0
    last_recital = max((p.seq for p in paragraphs if p.kind == "preambular"), default=0)
    first_annex = next((p.seq for p in paragraphs if p.kind == "annex"), 10**9)
    while first_annex < 10**9 and first_annex > 1 and paragraphs[first_annex - 2].kind == "heading":
        first_annex -= 1
    last = max((p.seq for p in paragraphs if p.seq < first_annex and p.kind not in _LAST), default=0)
    for p in paragraphs:
        if p.seq <= above and p.kind == "body":
            parts["above"].append(p)
        elif p.kind == "signature" and not any(parts[name] for name in ("preamble", "main", "annex")):
            parts["adoption"].append(p)
        elif p.kind == "title" or (p.kind == "signature" and last < p.seq < first_annex):
            parts[p.kind].append(p)
        elif p.kind != "footnote":
            name = "preamble" if p.seq <= last_recital else "annex" if p.seq >= first_annex else "main"
            parts[name].append(p)
    return parts


def _notes(paragraphs: Sequence[Paragraph]) -> dict[int, list[Paragraph]]:
    """The notes after each paragraph, by its seq."""
    notes: dict[int, list[Paragraph]] = {}
    bearer = 0
    for paragraph in paragraphs:
        if paragraph.kind != "footnote":
            bearer = paragraph.seq
        else:
            notes.setdefault(bearer, []).append(paragraph)
    return notes


def _nested(paragraphs: Sequence[Paragraph]) -> Iterator[_Unit]:
    """The paragraphs of the highest rank, those below them hung on by their numbers."""
    above: list[tuple[str, _Unit]] = []
    first: list[_Unit] = []
    for paragraph in paragraphs:
        levels = _LEVELS.findall(paragraph.label)
        if len(levels) < 2:
            above.clear()
        while above and not paragraph.label.startswith(f"{above[-1][0]}("):
            above.pop()
        for depth in range(len(levels[: len(above)]), len(levels) - 1):  # *19 (b)* where 19 is not above it
            below = _Unit(None, _printed(levels[depth]))
            (above[-1][1].below if above else first).append(below)
            above.append(("".join(levels[: depth + 1]), below))
        number = _printed(levels[-1]) if levels else ""
        unit = _Unit(paragraph, number, plain=paragraph.kind == "body" and not paragraph.label)
        (above[-1][1].below if above else first).append(unit)
        if paragraph.label:
            above.append((paragraph.label, unit))
    yield from first


def _printed(level: str) -> str:
    return level if level.startswith("(") else f"{level}."
