"""Write corpus/data/needs.json: what the expressions of all modules need. `python -m docs.needs`.

A row that is missing costs a moment at the first use of its expression, nothing else.
"""

from __future__ import annotations

import gc
import importlib
import json
import pkgutil
from typing import Any

import mandex
from mandex.corpus.expressions import Expression
from mandex.corpus.needs import KEPT, key_of, needs_of
from mandex.corpus.symbols import parse


def written() -> dict[str, list[Any]]:
    """What is to be kept: of every expression that exists once all modules are loaded."""
    for module in pkgutil.walk_packages(mandex.__path__, "mandex."):
        if module.name.startswith(("mandex.corpus.", "mandex.ingest.", "mandex.index.")):
            importlib.import_module(module.name)
    parse("2396 OP12")  # some are made when a reference is first read
    found = {(one.pattern, one.flags) for one in gc.get_objects() if isinstance(one, Expression)}
    return {
        key_of(*one): [*needs_of(*one)[:2], list(map(list, needs_of(*one).groups))] for one in sorted(found)
    }


if __name__ == "__main__":
    rows = (
        f"{json.dumps(key)}:{json.dumps(row, ensure_ascii=False)}" for key, row in sorted(written().items())
    )
    KEPT.write_text("{" + ",\n".join(rows) + "}\n", encoding="utf-8")
