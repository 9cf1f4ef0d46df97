"""Mandex: a knowledge base of United Nations Security Council resolutions.

`open(folder)` gives a `Base`: search, lookup, show, cites, lineage, mandates and the rest, as typed records.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mandex.index.base import Base

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(kb: str | Path) -> Base:
    """The knowledge base in the folder `kb`, a context manager; raises `StoreError` where there is none."""
    from mandex.index.base import Base  # noqa: PLC0415 - `import mandex` stays free of cost

    return Base.open(kb)
