"""No stage costs more than linear in its input, or a text of a kilobyte could hold a run up for hours."""

from __future__ import annotations

import sys

import pytest
from torture import growth

# Each stage on every pattern behind one opening; the long form has all openings and formats.
STAGES = [stage for stage in growth.STAGES if stage not in ("kind of file", "read HTML", "read table")]


@pytest.mark.skipif(sys.platform == "win32", reason="the alarm that ends what hangs is of POSIX")
@pytest.mark.parametrize("stage", STAGES)
def test_no_stage_hangs_or_explodes(stage: str) -> None:
    worst = [
        found
        for found in growth.run(2_000, [stage], growth.PATTERNS, [growth.HEADS[1]])
        if found.seconds > 1.0 or (found.seconds > 0.1 and found.exponent > 1.6)
    ]
    # What is slow once may have been interrupted by another process.
    again = [growth.measure(f.stage, "", f.pattern, 2_000) for f in worst]
    assert not [found for found in again if found.seconds > 1.0 or found.exponent > 1.6]
