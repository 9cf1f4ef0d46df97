"""Akoma Ntoso for the United Nations (AKN4UN): the structure comes from the markup, not from the layout.

The files of UNxml/SCresolutions mark preambular containers, numbered paragraphs, lists and attachments.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from mandex.corpus.errors import UnreadableFileError
from mandex.corpus.model import Problem
from mandex.ingest.raw import RawText
from mandex.ingest.readers.akn_body import write_part
from mandex.ingest.readers.akn_markup import AKN, beginning, collapse, parse, plain
from mandex.ingest.readers.akn_writer import Writer

_LANGUAGES = {"eng": "en", "zho": "zh-Hans"}


def read(path: Path, data: bytes, sha256: str) -> list[RawText]:
    """Read one Akoma Ntoso file: one document.

    Malformed markup is recovered where it can be, with a `malformed-xml` problem. Raises
    `UnreadableFileError` where the file declares entities or holds no text.
    """
    if b"<!ENTITY" in data.replace(b"\x00", b""):  # in UTF-16 every other byte is zero
        raise UnreadableFileError(
            "declares XML entities, which no resolution needs and an entity bomb does; "
            "remove the DOCTYPE to read it", "malformed-xml",
        )  # fmt: skip
    root, problems = parse(data)
    statement = next((e for e in root if isinstance(e.tag, str)), None)
    if statement is None:
        raise UnreadableFileError("is Akoma Ntoso without any content", "not-a-document")
    facts = _facts(root, statement)
    if facts["type"] == "presidential-statement" and facts.get("symbol", "").startswith("S/RES/"):
        message = f"is a statement of the President marked with the symbol of a resolution, {facts['symbol']}"
        problems.append(Problem("symbol-conflict", "warning", message, where="masthead"))
        del facts["symbol"]
    writer = Writer()
    for part in statement:
        write_part(writer, part)
    if not writer.blocks:
        raise UnreadableFileError("is Akoma Ntoso without any paragraph", "not-a-document")
    raw = RawText(
        text="".join(writer.pieces), source=str(path), sha256=sha256, format="akn",
        blocks=tuple(writer.blocks), facts=facts, problems=(*problems, *writer.problems),
    )  # fmt: skip
    return [raw]


# -- what the markup states outright


def _facts(root: etree._Element, statement: etree._Element) -> dict[str, str]:
    titles = {e.get("refersTo", "").lstrip("#"): plain(e) for e in root.iter(AKN + "docTitle")}
    heading = titles.get("resolutionNumber") or titles.get("title1") or titles.get("sponsors", "")
    facts = {
        "symbol": next((t for e in root.iter(AKN + "docNumber") if "S/" in (t := plain(e))), "").rstrip("*"),
        "type": _type(titles, beginning(statement, 2000)),
        "lang": _LANGUAGES.get(_attribute(root, "FRBRlanguage", "language"), ""),
        "date": next((d for d in _dates(root) if not d.startswith("0001")), ""),
        "adoption": titles.get("adoption", ""),
        "title": next(
            (e.get("value", "") for e in root.iter(AKN + "keyword") if e.get("dictionary") == "DHL"), heading
        ),
        "agenda": next(
            (e.get("showAs", "") for e in root.iter(AKN + "keyword") if e.get("dictionary") == "S/"), ""
        ),
        "vote": _vote(root),
    }
    return {name: collapse(value) for name, value in facts.items() if value}


def _type(titles: Mapping[str, str], opening: str) -> str:
    if titles.get("sponsors"):
        return "draft"
    if "title1" in titles or "Statement by the President of the Security Council" in opening:
        return "presidential-statement"
    return "resolution"


def _dates(root: etree._Element) -> Iterator[str]:
    """Adoption first, then publication."""
    for name in ("adoption", "publication"):
        for element in root.iter(AKN + "FRBRdate"):
            if element.get("name") == name:
                yield element.get("date", "")


def _attribute(root: etree._Element, tag: str, name: str) -> str:
    return next((e.get(name, "") for e in root.iter(AKN + tag)), "")


def _vote(root: etree._Element) -> str:
    """`15-0-0` (for, against, abstaining), where the file counts the votes."""
    counts = {}
    for element in root.iter(AKN + "count"):
        value = element.get("value", "")
        if value.isdigit():
            counts[element.get("refersTo", "").lstrip("#")] = int(value)
    if "inFavour" not in counts:
        return ""
    return "-".join(str(counts.get(name, 0)) for name in ("inFavour", "against", "abstaining"))
