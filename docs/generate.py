"""Write docs/cli.md from the commands' own help. `python -m docs.generate`; a test keeps the file current."""

from __future__ import annotations

import io
import os
from contextlib import redirect_stdout
from pathlib import Path

from mandex.cli import COMMANDS, main

TARGET = Path(__file__).with_name("cli.md")
_HEAD = """# The command line

Generated from the commands' own help by `make docs`; do not edit.

Exit codes of every command: 0 found or done, 1 nothing found (or `check` found faults), 2 wrong usage, or
some file could not be read (the rest is done, and each failure is named on standard error).
"""


def reference() -> str:
    """The whole page."""
    parts = [_HEAD, _section([])]
    parts += [_section([name]) for name in sorted(COMMANDS)]
    return "\n".join(parts)


def _section(arguments: list[str]) -> str:
    out = io.StringIO()
    os.environ["COLUMNS"] = "100"
    with redirect_stdout(out):
        main([*arguments, "--help"], prog_name="mandex", standalone_mode=False)
    title = " ".join(["mandex", *arguments])
    return f"## {title}\n\n```text\n{out.getvalue().rstrip()}\n```\n"


if __name__ == "__main__":
    TARGET.write_text(reference(), encoding="utf-8")
