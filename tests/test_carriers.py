"""Programs that people use open what we write, each where it is there; `make carriers` brings them all."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs import carriers
from docs.programs import PROGRAMS, Program


@pytest.fixture(scope="module")
def written(specimen_kb: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("carriers")
    carriers.write(folder, specimen_kb, "2032-10-10")
    return folder


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_opens(written: Path, program: Program) -> None:
    if not program.version():
        pytest.skip(f"{program.name} is not here")
    assert program.opens(written)
