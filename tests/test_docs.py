"""The documentation keeps up with the code."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sqlite3
import tomllib
from pathlib import Path
from typing import get_args

import click
import pytest
from places import ROOT, tracked

from docs import manual
from mandex.cli import COMMANDS, main
from mandex.corpus.model import CitationStatus, Relation
from mandex.corpus.opening import FILENAME


def test_the_command_reference_is_current() -> None:
    """Run `make docs` after changing a command's help."""
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    assert (ROOT / "docs" / "cli.md").read_text("utf-8") == generate.reference()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_says_what_it_does_and_what_its_options_mean(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert (command.help or "").strip()
    for parameter in command.params:
        if parameter.param_type_name == "option":
            assert getattr(parameter, "help", ""), f"{name} {parameter.name} has no help"


def test_the_readme_names_only_commands_that_there_are() -> None:
    named = set(re.findall(r"\$ mandex (\S+)", (ROOT / "README.md").read_text("utf-8")))
    assert named
    assert named <= COMMANDS.keys()


def test_links_lead_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_site_has_every_page() -> None:
    named = re.findall(r"^ +- (?:.*: )?(\S+\.md)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    pages = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert set(named) == pages, "name it in mkdocs.yml"
    assert len(named) == len(pages)


def test_the_man_page_has_every_command_and_option() -> None:
    page = manual.page()
    for name in COMMANDS:
        command = main.get_command(click.Context(main), name)
        assert command is not None
        assert f".SS mandex {name}".replace("-", "\\-") in page
        for option in (one for one in command.params if isinstance(one, click.Option)):
            assert option.opts[-1].replace("-", "\\-") in page, option.name


def test_every_status_and_relation_is_explained() -> None:
    page = (ROOT / "docs" / "citations.md").read_text("utf-8")
    for value in (*get_args(CitationStatus), *get_args(Relation)):
        assert f"`{value}`" in page, value


def test_every_table_of_facts_has_its_source() -> None:
    sources = (ROOT / "docs" / "sources.md").read_text("utf-8")
    for table in (ROOT / "corpus" / "data").iterdir():
        assert table.name in sources, table.name


def test_every_dependency_has_a_lower_bound() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for requirement in project["dependencies"]:
        assert ">=" in requirement, requirement


def test_nothing_committed_is_large() -> None:
    for path in tracked("--cached", "--others", "--exclude-standard"):  # also what is about to be
        assert not (ROOT / path).is_file() or (ROOT / path).stat().st_size < 512 * 1024, path


def test_the_queries_of_the_page_on_sql_run(specimen_kb: Path) -> None:
    page = (ROOT / "docs" / "sql.md").read_text("utf-8")
    queries = re.findall(r"^```sql\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert len(queries) >= 3
    connection = sqlite3.connect(f"file:{specimen_kb / FILENAME}?mode=ro", uri=True)
    for view, columns in re.findall(r"^\| `(readable_\w+)` \|.*\| `([^`]+)` \|$", page, re.MULTILINE):
        cursor = connection.execute(f"SELECT * FROM {view}")
        assert [name for name, *_ in cursor.description] == columns.split(", ")
        assert not any(
            "[" in str(row[columns.split(", ").index("actors")]) for row in cursor if "actors" in columns
        )
    for query in queries:
        connection.execute(query).fetchall()
    connection.close()


def test_the_table_of_words_of_the_page_on_sql(specimen_kb: Path, tmp_path: Path) -> None:
    """In a copy of the base, words are found as printed, English and Chinese."""
    page = (ROOT / "docs" / "sql.md").read_text("utf-8")
    made, query = (re.search(rf"^```sql {name}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL) for name in
                   ("words.sql", "words"))  # fmt: skip
    assert made is not None
    assert query is not None
    shutil.copy(specimen_kb / FILENAME, tmp_path / "words.db")
    connection = sqlite3.connect(tmp_path / "words.db")
    connection.executescript(made[1])
    assert connection.execute(query[1]).fetchall()
    assert connection.execute(query[1].replace("passenger name record", "旅客姓名记录")).fetchall()
    connection.close()
