"""The page on a base of the specimens."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from mandex.web.app import make_app


@pytest.fixture(scope="session")
def site(specimen_kb: Path) -> TestClient:
    """A reader of the page, on this machine."""
    return TestClient(make_app(specimen_kb, seconds=60), base_url="http://127.0.0.1", follow_redirects=False)
