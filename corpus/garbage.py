"""The garbage collector, in runs that make many objects and hardly a circle of them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Python looks through the youngest objects after every 700 new ones, and through all of them again and again:
# for a document, whose records are all in use, an eighth of the time that reading takes.
_SELDOM = (50_000, 20, 100)


@contextmanager
def seldom() -> Iterator[None]:
    """Look for circles of objects seldom, and never among those that were there before."""
    were = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*were)
        gc.unfreeze()
