"""Settings of a process that answers for long."""

from __future__ import annotations

import ctypes
import gc
import os
from typing import Final

# Options of `mallopt` in GNU's library. All threads take memory from one place: a place for each would hold
# as much as the largest answer took that the thread ever gave. What pages give back is kept for the next,
# but for what only a very large one took.
_ARENA_MAX: Final = -8, 1
_MMAP_THRESHOLD: Final = -3, 4 << 20
_TRIM_THRESHOLD: Final = -1, 16 << 20


def settle() -> None:
    """Make the settings; before the first thread starts.

    Objects in circles are looked for seldom, since answers leave few, and not among what is loaded already.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 3, 5)
    if os.name == "posix" and hasattr(library := ctypes.CDLL(None), "mallopt"):
        for option, value in (_ARENA_MAX, _MMAP_THRESHOLD, _TRIM_THRESHOLD):
            library.mallopt(option, value)
