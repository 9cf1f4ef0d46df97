"""Machines that share a base on the double of a server (`fake_opensearch`)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import pytest
from fake_opensearch import Fake, Json, running
from places import SPECIMENS
from sharing import Machine, Machines


@pytest.fixture(scope="module")
def server() -> Iterator[Fake]:
    with running() as made:
        yield made


@pytest.fixture
def fake(server: Fake) -> Fake:
    """A cluster that holds nothing."""
    server.reset({})
    return server


@pytest.fixture
def machine(fake: Fake, tmp_path: Path) -> Machines:
    return lambda name: Machine(f"{fake.address}/un", tmp_path / name)


@dataclass(frozen=True)
class Written:
    """What a machine has written into the cluster, to begin with."""

    held: dict[str, dict[str, Json]]
    cache: Path

    def begin(self, fake: Fake, one: Machine) -> None:
        """The cluster and a machine's cache as they were afterwards."""
        fake.reset(self.held)
        shutil.copytree(self.cache, one.cache)


@pytest.fixture(scope="module")
def written(server: Fake, tmp_path_factory: pytest.TempPathFactory) -> Written:
    server.reset({})
    one = Machine(f"{server.address}/un", tmp_path_factory.mktemp("cache"))
    one.well("ingest", str(SPECIMENS), "--workers", "1")  # in one order: ties are broken by it
    return Written(deepcopy(server.held), one.cache)


@pytest.fixture
def one(fake: Fake, machine: Machines, written: Written) -> Machine:
    """The machine that has written the specimens."""
    made = machine("one")
    written.begin(fake, made)
    return made
