"""Compiled regular expressions, kept beside the bytecode of this package.

Python compiles an expression anew in every process, which takes as long as parsing a page of its own source:
the forty that a lookup meets were a tenth of its processor time. Like the bytecode of a module, what they are
compiled to is kept in `__pycache__`, for this version of Python and no other. Nothing is kept where bytecode
is not (`PYTHONDONTWRITEBYTECODE`, a folder that may not be written); then they are compiled, as ever.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import re
import sys
from array import array
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any, cast

_MOST = 1 << 20  # bytes: reading more takes longer than it spares
# What `_sre.compile` is told of an expression: its flags, its code as bytes, the groups and their names.
Parts = tuple[int, bytes, int, dict[str, int]]
_Key = tuple[str, int]

_new: dict[_Key, Parts] = {}  # compiled by this process


def compiled(pattern: str, flags: int = 0, tree: Any = None) -> re.Pattern[str]:
    """The expression as `re.compile` makes it; `tree` is what it was parsed to, if it was."""
    key = pattern, int(flags)
    parts = _kept().get(key) or _new.get(key)
    if parts is None:
        parts = _new[key] = _parts(_parser.parse(pattern, flags) if tree is None else tree, int(flags))
    set_, code, groups, names = parts
    named: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        named[number] = name
    words = array("I", code).tolist()
    return cast("re.Pattern[str]", _compiler._sre.compile(pattern, set_, words, groups, names, tuple(named)))


def _parts(tree: Any, flags: int) -> Parts:
    state, code = tree.state, _compiler._code(tree, flags)
    return int(flags | state.flags), array("I", code).tobytes(), state.groups - 1, dict(state.groupdict)


def keep() -> None:
    """Keep what this process compiled for those after it."""
    path = _path()
    if not _new or path is None or sys.dont_write_bytecode:
        return
    data = marshal.dumps((sys.version, {**_kept(), **_new}))
    if len(data) > _MOST:
        return
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        beside.write_bytes(data)
        beside.replace(path)


def _path() -> Path | None:
    """Where they are kept; None where Python keeps no bytecode."""
    cached = __spec__.cached if __spec__ else None
    return Path(cached).with_suffix(".expressions") if cached else None


@cache
def _kept() -> Mapping[_Key, Parts]:
    path = _path()
    try:
        # As trusted as the bytecode beside it.
        version, found = marshal.loads(path.read_bytes()) if path else ("", {})  # noqa: S302
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return cast("Mapping[_Key, Parts]", found) if version == sys.version else {}
