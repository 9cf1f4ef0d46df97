"""`requirements.lock` locks what `pyproject.toml` asks for, each file by its hash."""

from __future__ import annotations

import re
import tomllib

from places import ROOT

_PINNED = re.compile(
    r"^([a-z0-9._-]+)==(\d\S*)(?: ; (?:.+?))? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.M
)
_ASKED = re.compile(r"([A-Za-z0-9._-]+)>=([0-9.]+)")


def _version(text: str) -> tuple[int, ...]:
    return tuple(
        int(part) for part in re.findall(r"\d+", text.split("+", maxsplit=1)[0].split("post", maxsplit=1)[0])
    )


def test_the_lock_has_every_dependency_and_its_hashes() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    pinned: dict[str, tuple[int, ...]] = {}
    for name, version, _ in _PINNED.findall(lock):
        pinned[name] = min(_version(version), pinned.get(name, _version(version)))
    lines = [line for line in lock.splitlines() if line and not line.startswith(("#", " "))]
    assert len(lines) == len(_PINNED.findall(lock)), "a package without a hash"
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    for one in asked:
        match = _ASKED.fullmatch(one)
        assert match, one
        name, least = match[1].lower().replace("_", "-"), _version(match[2])
        assert name in pinned, f"{name} is not locked: make lock"
        assert pinned[name] >= least, f"{name} is locked below {match[2]}: make lock"
