"""Where tests find things: the checkout, the bundled specimens, the real collections beside the checkout."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

ROOT = Path(__file__).parents[2]
SPECIMENS = ROOT / "corpus" / "specimens"
SHARED = ROOT.parent / "shared"
DATA = SHARED / "data"

Run = Callable[..., Result]
