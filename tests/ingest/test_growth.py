"""No stage costs more than linear in its input, or a text of a kilobyte could hold a run up for hours."""

from __future__ import annotations

import sys

import pytest
from torture import growth

# Each stage on every pattern behind one opening; the long form turns all openings on them.
STAGES = [stage for stage in growth.STAGES if stage != "kind of file"]


@pytest.mark.skipif(sys.platform == "win32", reason="the alarm that ends what hangs is of POSIX")
@pytest.mark.parametrize("stage", STAGES)
def test_no_stage_hangs_or_explodes(stage: str) -> None:
    worst = [
        found
        for found in growth.run(4_000, [stage], growth.PATTERNS, [growth.HEADS[1]])
        if found.seconds > 2.0 or (found.seconds > 0.2 and found.exponent > 1.6)
    ]
    # What is slow once may have been interrupted by another process.
    again = [growth.measure(f.stage, "", f.pattern, 4_000) for f in worst]
    assert not [found for found in again if found.seconds > 2.0 or found.exponent > 1.6]
