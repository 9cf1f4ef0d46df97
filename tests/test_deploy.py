"""What is deployed fits what Mandex understands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from places import ROOT

from mandex.cli import main
from mandex.index.engines.address import parse

yaml = pytest.importorskip("yaml", reason="comes with mandex[dask]")


def _is_understood(arguments: list[str]) -> None:
    """Reads the arguments as the command would; raises where it does not know them."""
    name, *rest = [str(ROOT) if one == "/documents" else one for one in arguments]
    command = main.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    command.make_context(name, rest)


def test_the_composition_names_a_cluster_and_a_command_that_there_are() -> None:
    composed = yaml.safe_load((ROOT / "deploy" / "compose.yml").read_text("utf-8"))
    services = composed["services"]
    address = parse(services["ingest"]["environment"]["MANDEX_OPENSEARCH"])
    assert {host.partition(":")[0] for host in address.hosts} <= services.keys()
    _is_understood(services["ingest"]["command"])


@pytest.fixture(scope="module")
def manifests() -> dict[tuple[str, str], Any]:
    """What the manifests make, by kind and name."""
    found = yaml.safe_load_all((ROOT / "deploy" / "kubernetes.yml").read_text("utf-8"))
    return {(one["kind"], one["metadata"]["name"]): one["spec"] for one in found}


def _pods(manifests: dict[tuple[str, str], Any]) -> Iterator[tuple[str, Any]]:
    for (_, name), spec in manifests.items():
        work = spec["jobTemplate"]["spec"] if "jobTemplate" in spec else spec
        if "template" in work:
            yield name, work["template"]


def test_the_manifests_name_commands_hosts_and_claims_that_there_are(
    manifests: dict[tuple[str, str], Any],
) -> None:
    services = {name for kind, name in manifests if kind == "Service"}
    claims = {name for kind, name in manifests if kind == "PersistentVolumeClaim"}
    for name, pod in _pods(manifests):
        assert pod["metadata"]["labels"] == {"app": name}
        for container in pod["spec"]["containers"]:
            if "args" in container:
                _is_understood(container["args"])
            said = {one["name"]: one.get("value", "") for one in container.get("env", ())}
            if "MANDEX_OPENSEARCH" in said:
                for host in parse(said["MANDEX_OPENSEARCH"]).hosts:
                    assert host.partition(":")[0].split(".")[-1] in services
        for volume in pod["spec"].get("volumes", ()):
            assert volume["persistentVolumeClaim"]["claimName"] in claims
    for (kind, name), spec in manifests.items():
        if kind == "Service":
            assert spec["selector"]["app"] in {pod for pod, _ in _pods(manifests)}, name


def test_the_nodes_find_each_other(manifests: dict[tuple[str, str], Any]) -> None:
    nodes = manifests["StatefulSet", "search"]
    said = {one["name"]: one.get("value") for one in nodes["template"]["spec"]["containers"][0]["env"]}
    names = [f"search-{number}" for number in range(nodes["replicas"])]
    assert said["cluster.initial_cluster_manager_nodes"].split(",") == names
    assert said["discovery.seed_hosts"].split(",") == [f"{name}.search" for name in names]
