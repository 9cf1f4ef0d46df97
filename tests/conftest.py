"""What several tests share: a base of the specimens, the real collections where they are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, settings
from places import DATA, SPECIMENS, Run

from mandex.cli import main
from mandex.commands import language

# No absolute time: the first call compiles expressions and reads vocabulary, and a machine may be busy.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same width for every run, whether or not a terminal is there, and the language that no test before
    has left.
    """
    monkeypatch.setenv("COLUMNS", "160")
    language.speak("en")


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of real collections; tests that need it are marked `corpus`."""
    if not DATA.is_dir():
        pytest.skip(f"{DATA} is not there: this test reads real documents")
    return DATA


@pytest.fixture(scope="session")
def whole_kb() -> Path:
    """A base of the whole collection, named by MANDEX_WHOLE; not to be written to."""
    folder = os.environ.get("MANDEX_WHOLE", "")
    if not folder:
        pytest.skip("MANDEX_WHOLE names no base of the whole collection")
    return Path(folder)


@pytest.fixture(scope="session")
def specimen_kb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A knowledge base of the bundled specimens; not to be written to."""
    folder = tmp_path_factory.mktemp("specimens")
    result = CliRunner().invoke(main, ["--kb", str(folder), "ingest", str(SPECIMENS)])
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture
def mandex(specimen_kb: Path) -> Run:
    """Run a command on the base of the specimens: `mandex("show", "1373")`."""

    def run(*arguments: str, kb: Path = specimen_kb, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(main, ["--kb", str(kb), *arguments], input=stdin)

    return run
