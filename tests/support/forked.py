"""`forked.py COMMANDS`: run each command (a JSON list of lists) in forks, its output each of `DOORS`.

One line of JSON a run: the door, the words, the exit code, what was said on standard error. The base is `kb`.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile

from mandex.cli import COMMANDS, main

# A pipe that nobody reads, a device that is always full, one that takes all.
DOORS = ("closed", "/dev/full", "/dev/null")


def _door(kind: str) -> int:
    if kind != "closed":
        return os.open(kind, os.O_WRONLY)
    read, write = os.pipe()
    os.close(read)
    return write


def _run(kind: str, words: list[str]) -> tuple[int, str]:
    with tempfile.TemporaryFile() as said:
        child = os.fork()
        if child == 0:
            os.dup2(_door(kind), 1)
            os.dup2(said.fileno(), 2)
            code = 70  # what is raised past the door
            try:
                main(["--kb", "kb", *words])
            except SystemExit as end:
                code = end.code if isinstance(end.code, int) else 0
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
        said.seek(0)
        return os.waitstatus_to_exitcode(status), said.read().decode("utf-8", "replace")


for module in set(COMMANDS.values()):
    __import__(f"mandex.commands.{module}")
for asked in json.loads(sys.argv[1]):
    for door in DOORS:
        print(json.dumps([door, asked, *_run(door, asked)]), flush=True)
