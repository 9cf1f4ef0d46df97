"""The scripts in which Chinese can be shown: characters are converted, words stay those of the text."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

# OpenCC's configurations. Not `s2twp`: it says 軟體 where the document says 軟件.
_OPENCC: Final = {"hans": "t2s", "hant": "s2t", "hk": "s2hk", "tw": "s2tw"}
SCRIPTS: Final = tuple(_OPENCC)


@cache
def converter(script: str) -> Callable[[str], str]:
    """What shows a text in one of `SCRIPTS`; any other name leaves it as printed."""
    if script not in _OPENCC:
        return str
    from opencc import OpenCC  # noqa: PLC0415 - a second to load, and few ask for it

    convert: Callable[[str], str] = OpenCC(_OPENCC[script]).convert
    return convert
