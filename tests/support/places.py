"""Where tests find things: the checkout, the bundled specimens, the real collections beside the checkout."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

ROOT = Path(__file__).parents[2]
SPECIMENS = ROOT / "corpus" / "specimens"
SHARED = ROOT.parent / "shared"
DATA = SHARED / "data"

Run = Callable[..., Result]


def tracked(*options: str) -> list[Path]:
    """The files of the checkout that git knows, relative to it; `options` are those of `git ls-files`."""
    names = subprocess.run(
        ["git", "ls-files", "-z", *options], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    return [Path(name) for name in names.split("\0") if name]
