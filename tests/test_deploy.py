"""What is deployed fits what Mandex understands."""

from __future__ import annotations

import pytest
from places import ROOT

from mandex.cli import main


def test_the_composition_names_a_cluster_and_a_command_that_there_are() -> None:
    yaml = pytest.importorskip("yaml", reason="comes with mandex[dask]")
    cluster = pytest.importorskip("mandex.index.engines.cluster", reason="needs mandex[opensearch], an extra")
    composed = yaml.safe_load((ROOT / "deploy" / "compose.yml").read_text("utf-8"))
    services = composed["services"]
    address = cluster.parse(services["ingest"]["environment"]["MANDEX_OPENSEARCH"])
    assert {host.partition(":")[0] for host in address.hosts} <= services.keys()
    name, *arguments = services["ingest"]["command"]
    command = main.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    command.make_context(name, [*arguments[:-1], str(ROOT)])
