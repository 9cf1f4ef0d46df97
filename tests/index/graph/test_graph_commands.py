"""The commands of the graph: rows, what is said where there are none, exit codes, light imports."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from graph_cases import document, put

from mandex.cli import main
from mandex.corpus.store import Store


@pytest.fixture
def base(tmp_path: Path) -> Path:
    with Store.open(tmp_path, create=True) as store:
        put(
            store,
            document("S/RES/1373 (2001)", "PP reaffirms: Reaffirming @1267 (1999)"),
            document("S/RES/2617 (2021)", "PP recalls: Recalling @1373 (2001) and @1535 (2004)"),
            document("S/RES/2625 (2022)", "OP1 : Calls for an emergency session"),
        )
    return tmp_path


def run(base: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--kb", str(base), *arguments])


@pytest.mark.parametrize(
    ("arguments", "row"),
    [
        (("cites", "2617"), {"citing": "S/RES/2617 (2021)", "cited": "S/RES/1535 (2004)", "depth": 1}),
        (("cites", "SCR 2617", "--depth", "2", "-n", "3"), {"relation": "recalls", "places": ["PP1"]}),
        (("cites", "1373", "--similar"), None),
        (("cited-by", "第1373(2001)号决议"), {"citing": "S/RES/2617 (2021)", "times": 1}),
        (("cited-by", "1373", "--together"), {"symbol": "S/RES/1535 (2004)", "common": 1, "beside": 1}),
        (("cited-by", "1373", "--by-year"), {"year": 2021, "documents": 1, "mentions": 1}),
        (("path", "2617", "1267"), {"depth": 1, "cited": "S/RES/1373 (2001)"}),
    ],
)
def test_rows(base: Path, arguments: tuple[str, ...], row: dict[str, object] | None) -> None:
    result = run(base, *arguments, "--format", "json")
    if row is None:
        assert result.exit_code == 1
        return
    assert result.exit_code == 0
    first = json.loads(result.stdout.splitlines()[0])
    assert {key: first[key] for key in row} == row


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("cites", "2 (1946)"), "the text of S/RES/2 (1946) is not held"),
        (("cites", "2625"), "S/RES/2625 (2022) cites nothing"),
        (("cited-by", "2625"), "nothing held cites S/RES/2625 (2022)"),
        (("path", "1267", "2617"), "the other way round there is a chain"),
        (("path", "2617", "2625"), "no chain of citations leads from S/RES/2617 (2021) to S/RES/2625 (2022)"),
    ],
)
def test_nothing_to_show_is_said_and_exits_with_1(
    base: Path, arguments: tuple[str, ...], message: str
) -> None:
    result = run(base, *arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    *before, last = result.stderr.splitlines()
    assert message in last
    assert all("1267" in line for line in before)  # which is not held: that is said first


def test_answers_load_nothing_heavy(base: Path) -> None:
    script = (
        "import sys; from mandex.cli import main; main(sys.argv[1:], standalone_mode=False);"
        "print(*({'networkx', 'scipy', 'numpy', 'spacy', 'jieba', 'lxml', 'whoosh'} & set(sys.modules)))"
    )
    for arguments in (["cited-by", "1373"], ["path", "2617", "1267"], ["cited-by", "1373", "--together"]):
        command = [sys.executable, "-c", script, "--kb", str(base), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[-1] == "", arguments


@pytest.mark.parametrize("arguments", [("cites", "what"), ("cited-by", "9999")])
def test_a_reference_to_nothing_is_wrong_usage(base: Path, arguments: tuple[str, ...]) -> None:
    result = run(base, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert arguments[1] in result.stderr
