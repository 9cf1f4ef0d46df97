"""The house rules: imports run one way, the packages are complete, nothing strays into the wheel."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from places import ROOT, tracked

ALLOWED = {
    "corpus": {"corpus"},
    "ingest": {"corpus", "ingest"},
    "index": {"corpus", "index"},
    "commands": {"corpus", "ingest", "index", "commands", "web"},
    "web": {"corpus", "ingest", "index", "web"},
    "cli.py": {"corpus", "commands"},
}


def sources(room: str) -> list[Path]:
    top = ROOT / room
    return [top] if top.is_file() else sorted(top.rglob("*.py"))


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("room", ALLOWED)
def test_imports_run_one_way(room: str) -> None:
    for path in sources(room):
        rooms = {name.split(".")[1] for name in imported(path) if name.startswith("mandex.")}
        assert rooms <= ALLOWED[room], path


def test_only_the_door_and_the_commands_import_click() -> None:
    for room in ("corpus", "ingest", "index"):
        for path in sources(room):
            assert not any(name.split(".")[0] == "click" for name in imported(path)), path


def test_no_two_modules_import_each_other() -> None:
    """Not even inside functions: who changes one of two such modules has to know both."""
    uses: dict[str, set[str]] = {}
    for room in ALLOWED:
        for path in sources(room):
            name = ".".join(("mandex", *path.relative_to(ROOT).with_suffix("").parts))
            uses[name.removesuffix(".__init__")] = imported(path)

    def module(name: str) -> str:
        """What is really imported: the longest part of a dotted name that is a module."""
        while name and name not in uses:
            name = name.rpartition(".")[0]
        return name

    graph = {name: {module(one) for one in found} - {name, ""} for name, found in uses.items()}
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(f"a circle of imports: {' -> '.join(error.args[1])}")


def test_the_page_on_the_architecture_names_every_room() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    named = set(re.findall(r"^\| `([a-z_/]+)/` \|", page, re.MULTILINE))
    folders = {path.parent.as_posix() for path in tracked()} - {"."}
    deep = {"tests", "benchmarks", "docs"}  # rooms inside these are described where they stand
    rooms = {f if f.split("/")[0] not in deep else f.split("/")[0] for f in folders if not f.startswith(".")}
    assert {room for room in rooms if "assets" not in room} == named


def test_every_package_is_declared() -> None:
    declared = set(tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"])
    there = {
        ".".join(("mandex", *path.parent.relative_to(ROOT).parts))
        for room in ALLOWED
        for path in (ROOT / room).rglob("__init__.py")
    }
    assert declared == there | {"mandex"}


def test_the_root_holds_the_door_and_the_name() -> None:
    assert sorted(path.name for path in ROOT.glob("*.py")) == ["__init__.py", "cli.py"]


def test_the_wheel_works_with_the_source_out_of_reach(tmp_path: Path) -> None:
    source, lib = tmp_path / "source", tmp_path / "lib"
    leftovers = shutil.ignore_patterns(".*", "build", "dist", "*.egg-info", "tests", "__pycache__")
    shutil.copytree(ROOT, source, ignore=leftovers)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(lib), str(source)]
    subprocess.run(pip, check=True, cwd=tmp_path)
    script = (
        "import pkgutil, importlib, sys, mandex\n"
        "names = [m.name for m in pkgutil.walk_packages(mandex.__path__, 'mandex.')]\n"
        "assert len(names) > 20, names\n"
        "for name in names: importlib.import_module(name)\n"
        "assert mandex.__path__[0].startswith(sys.argv[1] + '/lib'), mandex.__path__\n"
        "from mandex.corpus import registry, store\n"
        "assert registry.year(1373) == 2001\n"
        "store.Store.open(__import__('pathlib').Path(sys.argv[1], 'kb'), create=True)\n"
    )
    env = {"PYTHONPATH": str(lib)}
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=True, cwd=tmp_path, env=env)
