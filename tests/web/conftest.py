"""The page on a base of the specimens."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from mandex.web.app import make_app


@pytest.fixture(scope="session")
def shown(specimen_kb: Path) -> Starlette:
    """The application on the specimens."""
    return make_app(specimen_kb, seconds=60)


@pytest.fixture
def site(shown: Starlette) -> TestClient:
    """A reader of the page, on this machine, who was never here before."""
    return TestClient(shown, base_url="http://127.0.0.1", follow_redirects=False)
