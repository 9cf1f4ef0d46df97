"""Tools for language models: the questions of the command line over the Model Context Protocol, read-only.

Every answer carries its pinpoint and the address of the official document, so that what a model says of it
can be checked. The server speaks over standard input and output; see https://modelcontextprotocol.io.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from mcp.server.mcpserver import MCPServer

from mandex.corpus import addresses
from mandex.corpus.errors import MandexError
from mandex.index.base import Base
from mandex.index.compare import requirements as requiring
from mandex.index.compare.texts import compared
from mandex.index.lookup.values import known_value
from mandex.index.output import standings
from mandex.index.output.showing import row

Rows = list[dict[str, Any]]
_MOST = 50
_ABOUT = (
    "Security Council resolutions: what they require, whether it stands, who cites whom. Cite every answer by"
    " its document and pinpoint; texts are unofficial copies, `official` leads to the printed document."
)


def server(folder: Path) -> MCPServer:
    """The server on the base in `folder`; each call opens it for itself."""
    made: MCPServer = MCPServer("mandex", instructions=_ABOUT)
    for tool in TOOLS:
        made.tool(name=tool.__name__, description=tool.__doc__)(_on(folder, tool))
    return made


def _on(folder: Path, tool: Any) -> Any:
    """The tool with its base opened; faults come back as a sentence, not as a crash."""
    from functools import wraps  # noqa: PLC0415
    from inspect import signature  # noqa: PLC0415
    from typing import get_type_hints  # noqa: PLC0415

    @wraps(tool)
    def called(*args: Any, **given: Any) -> Rows:
        try:
            with Base.open(folder) as base:
                return tool(base, *args, **given)  # type: ignore[no-any-return]
        except MandexError as error:
            return [{"error": str(error)}]

    kinds = {name: kind for name, kind in get_type_hints(tool).items() if name != "base"}
    asked = [
        parameter.replace(annotation=kinds[name])
        for name, parameter in signature(tool).parameters.items()
        if name in kinds
    ]
    told = signature(tool).replace(parameters=asked, return_annotation=kinds["return"])
    called.__signature__ = told  # type: ignore[attr-defined]
    called.__annotations__ = kinds
    return called


def lookup(base: Base, question: str, current: bool = False, limit: int = 10) -> Rows:
    """Which paragraph requires something, of whom, how bindingly, until when, and whether it stands."""
    return _official(base.lookup(question, current=current, limit=min(limit, _MOST)).rows())


def search(base: Base, query: str, limit: int = 10) -> Rows:
    """Full text: words, "phrases", AND OR NOT, field:value such as year:2014 or symbol:2396."""
    return _official(base.search(query, limit=min(limit, _MOST)).rows())


def show(base: Base, reference: str, lang: str = "") -> Rows:
    """A document or a paragraph by its reference, such as `2396 OP12`."""
    shown = base.show(reference, lang=lang)
    return _official([row(shown, p) for p in shown.paragraphs]) if shown else [{"error": "not held"}]


def cites(base: Base, reference: str) -> Rows:
    """What a document or a paragraph cites, in which relation, and where."""
    return base.cites(reference).rows()


def cited_by(base: Base, reference: str) -> Rows:
    """What cites a document or a paragraph, in which relation, and where."""
    return base.cited_by(reference).rows()


def lineage(base: Base, reference: str) -> Rows:
    """The renewals of a mandate, oldest first, each with its status."""
    return _official(base.lineage(reference).rows())


def expiring(base: Base, within_days: int = 90) -> Rows:
    """Mandates and measures that end within so many days."""
    return _official(base.expiring(within=within_days).rows())


def standing(base: Base, reference: str, as_of: str = "") -> Rows:
    """Whether the paragraphs of a resolution stand on a day (ISO; empty: today), until when and why."""
    shown = base.show(reference)
    if shown is None:
        return [{"error": "not held"}]
    stands = standings.standings(base.store, shown, as_of)
    return _official([row for row in standings.rows(shown, stands) if row["status"]])


def compare(base: Base, older: str, newer: str, lang: str = "") -> Rows:
    """What changed from one resolution to another, paragraph by paragraph, what stayed the same left out."""
    found = compared(base.store, base.store.reference(older), base.store.reference(newer), lang)
    return [one.row() for one in found.weightiest()[:_MOST]]


def requirements(base: Base, references: list[str], of: str = "member-states", topic: str = "") -> Rows:
    """What resolutions ask of States (or `of` another actor), one obligation a row, and whether it stands."""
    symbols = tuple(base.store.reference(one).symbol for one in references)
    asked = requiring.Asked(symbols, known_value("actor", of), known_value("topic", topic) if topic else "")
    return _official([one.row() for one in requiring.requirements(base.store, asked)])


TOOLS = (
    lookup, search, show, standing, cites, cited_by, lineage, expiring, compare, requirements,
)  # fmt: skip


def _official(rows: Sequence[Mapping[str, Any]]) -> Rows:
    return [{**one, "official": addresses.address(one["doc"], one.get("lang", ""))} for one in rows]
