"""What a base in a cluster costs each command: beside the same commands on a folder with the same rows.

    python -m benchmarks.sharing ADDRESS [--rounds N]

The cluster must hold a base at ADDRESS (`opensearch://HOST:PORT/NAME`). Each question is put by a whole
command, to the address, whose copy is in step, and to the folder of that copy: in turn, the order changing
with every round. Told is processor time of the command, in milliseconds, least and median, and the ratio.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
from collections import defaultdict

from mandex.index import shared

_COMMAND = "import sys; from mandex.cli import main; main(sys.argv[1:])"
_QUESTIONS = (
    ("show", "2396 OP12"),
    ("cited-by", "1373"),
    ("search", "passenger name records"),
    ("lookup", "passenger name records"),
)


def main() -> None:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("address")
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    shared.opened(options.address).close()
    places = {"cluster": options.address, "folder": str(shared.folder_of(options.address))}
    spent: dict[tuple[str, ...], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for round_ in range(options.rounds):
        for question in _QUESTIONS:
            for name in sorted(places, reverse=bool(round_ % 2)):
                spent[question][name].append(_processor(places[name], question))
    print(f"{'processor, ms: least (median)':<34}{'cluster':>16}{'folder':>16}{'ratio':>14}")
    for question, by_place in spent.items():
        (least, median), (least_folder, median_folder) = (
            (min(by_place[name]), statistics.median(by_place[name])) for name in ("cluster", "folder")
        )
        cells = f"{least:7.0f} ({median:5.0f})  {least_folder:7.0f} ({median_folder:5.0f})"
        ratios = f"{least / least_folder:6.2f} ({median / median_folder:4.2f})"
        print(f"{' '.join(question):<34}{cells}  {ratios}")


def _processor(place: str, question: tuple[str, ...]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-c", _COMMAND, "--kb", place, *question],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


if __name__ == "__main__":
    main()
