"""Each command that asks or writes, called on a base of the specimens; OUT is a folder of the test's own."""

from __future__ import annotations

from places import SPECIMENS

READING: dict[str, tuple[str, ...]] = {
    "status": (),
    "show": ("S/RES/9003 (2032)",),
    "export": ("paragraphs",),
    "bibliography": ("1373 OP1",),
    "check": (),
    "compare": ("S/RES/9001 (2031)", "S/RES/9003 (2032)"),
    "requirements": ("S/RES/9001 (2031)",),
    "assess": ("list",),
    "recommendations": ("S/2032/117",),
    "search": ("assets",),
    "lookup": ("who must freeze assets?",),
    "lineage": ("S/RES/9003 (2032)",),
    "expiring": ("--as-of", "2032-01-01"),
    "reports-due": ("--as-of", "2032-01-01"),
    "regimes": (),
    "missions": (),
    "changes": ("--since", "2031-01-01"),
    "cites": ("S/RES/9001 (2031)",),
    "cited-by": ("1373",),
    "path": ("S/RES/9003 (2032)", "1373"),
    "graph": (),
    "instruments": (),
    "doctor": (),
}
WRITING: dict[str, tuple[str, ...]] = {
    "ingest": (str(SPECIMENS),),
    "remove": ("S/RES/9001 (2031)",),
    "backup": ("OUT/copy.db",),
    "restore": ("OUT/kept.db",),
}
# These ask for a browser, a clone, a port or a client that waits: their own tests have them.
ELSEWHERE = frozenset({"open", "update", "serve", "mcp", "demo"})
