"""An OpenSearch cluster of a few nodes on loopback, for tests.

python tests/support/cluster.py fetch    download the server into the cache (56 MB)
"""

from __future__ import annotations

import hashlib
import json
import os
import pwd
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

VERSION = "2.19.6"
URL = (
    "https://repo1.maven.org/maven2/org/opensearch/distribution/integ-test-zip/opensearch/"
    f"{VERSION}/opensearch-{VERSION}.zip"
)
SHA1 = "8e071b0fee7911b226f68bdead8946002e6b6e36"  # as published beside it
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mandex"
ARCHIVE = CACHE / f"opensearch-{VERSION}.zip"
HEAP = "512m"
_PATIENCE = 400.0  # seconds for a node to answer, on a busy machine


def missing() -> str:
    """Why no cluster can be started here; empty where one can."""
    if shutil.which("java") is None:
        return "no Java here"
    if not ARCHIVE.exists():
        return f"{ARCHIVE} is not there: make cluster fetches it"
    return ""


def fetch() -> None:
    """Download the server, unless the cache has it; it must be what was published."""
    if ARCHIVE.exists():
        return
    CACHE.mkdir(parents=True, exist_ok=True)
    part = ARCHIVE.with_suffix(".part")
    with urllib.request.urlopen(URL) as answer, part.open("wb") as file:
        shutil.copyfileobj(answer, file)
    digest = hashlib.sha1(part.read_bytes()).hexdigest()
    if digest != SHA1:
        raise SystemExit(f"{URL} has the checksum {digest}, not {SHA1}: not used")
    part.rename(ARCHIVE)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@dataclass
class Cluster:
    """Nodes that form one cluster; `folder` is emptied by whoever gave it."""

    folder: Path
    size: int = 3
    ports: list[int] = field(default_factory=list)
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def address(self) -> str:
        """All nodes, as an address without a name."""
        return "opensearch://" + ",".join(f"127.0.0.1:{port}" for port in self.ports)

    def start(self) -> None:
        """Start all nodes and wait until they have found each other."""
        with zipfile.ZipFile(ARCHIVE) as archive:
            archive.extractall(self.folder)
        self.ports = [_free_port() for _ in range(self.size)]
        self._transport = [_free_port() for _ in range(self.size)]
        self._own(self.folder)
        for number in range(self.size):
            self.processes.append(self._started(number))
        self.wait(self.size)

    def _own(self, *folders: Path) -> None:
        """OpenSearch does not run as root: root gives its folders to nobody."""
        self._user: str | None = None
        if os.geteuid() == 0:
            self._user = "nobody"
            owner = pwd.getpwnam("nobody")
            for path in (path for folder in folders for path in (folder, *folder.rglob("*"))):
                os.chown(path, owner.pw_uid, owner.pw_gid)

    def _started(self, number: int) -> subprocess.Popen[bytes]:
        home = self.folder / f"opensearch-{VERSION}"
        config = self.folder / f"config{number}"
        shutil.copytree(home / "config", config, dirs_exist_ok=True)
        names = [f"node{n}" for n in range(self.size)]
        hosts = [f"127.0.0.1:{port}" for port in self._transport]
        (config / "opensearch.yml").write_text(
            json.dumps(
                {
                    "cluster.name": "mandex-test", "node.name": names[number],
                    "path.data": str(self.folder / f"data{number}"),
                    "path.logs": str(self.folder / f"logs{number}"),
                    "network.host": "127.0.0.1", "http.port": self.ports[number],
                    "transport.port": self._transport[number], "discovery.seed_hosts": hosts,
                    "cluster.initial_cluster_manager_nodes": names,
                    "cluster.routing.allocation.disk.threshold_enabled": False,
                }
            )
        )  # fmt: skip
        own = [self.folder / f"{name}{number}" for name in ("data", "logs", "tmp")]
        for folder in own:
            folder.mkdir(exist_ok=True)
        self._own(config, *own)  # not those of nodes that run: what they write comes and goes
        command = [
            "java", f"-Xms{HEAP}", f"-Xmx{HEAP}", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-Djava.security.manager=allow", f"-Djava.io.tmpdir={self.folder / f'tmp{number}'}",
            f"-Dopensearch.path.home={home}", f"-Dopensearch.path.conf={config}",
            "-Dopensearch.distribution.type=zip", "-Dlog4j2.disable.jmx=true",
            "-cp", f"{home}/lib/*", "org.opensearch.bootstrap.OpenSearch",
        ]  # fmt: skip
        with (self.folder / f"out{number}").open("wb") as out:
            return subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT,
                user=self._user, cwd=self.folder,
            )  # fmt: skip

    def kill(self, number: int) -> None:
        """Kill a node as a power cut would."""
        self.processes[number].kill()
        self.processes[number].wait()

    def restart(self, number: int) -> None:
        """Start a killed node again, with the data that it had."""
        self.processes[number] = self._started(number)

    def wait(self, nodes: int, status: str = "yellow") -> None:
        """Wait until so many nodes are together; raises `TimeoutError` with what the nodes said."""
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            for port, process in zip(self.ports, self.processes, strict=True):
                if process.poll() is None and self._is_well(port, nodes, status):
                    return
            time.sleep(0.5)
        said = "\n".join((self.folder / f"out{n}").read_text()[-1500:] for n in range(self.size))
        raise TimeoutError(f"the cluster did not come up:\n{said}")

    def _is_well(self, port: int, nodes: int, status: str) -> bool:
        address = f"http://127.0.0.1:{port}/_cluster/health"
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                found = json.load(answer)
        except (OSError, ValueError):
            return False
        well = ("green",) if status == "green" else ("green", "yellow")
        return found["number_of_nodes"] >= nodes and found["status"] in well

    def stop(self) -> None:
        """End all nodes."""
        for process in self.processes:
            process.kill()
        for process in self.processes:
            process.wait()


if __name__ == "__main__":
    if sys.argv[1:] != ["fetch"]:
        sys.exit(__doc__)
    fetch()
    print(ARCHIVE)
