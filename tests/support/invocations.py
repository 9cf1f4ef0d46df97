"""Every command with every option: how tests of the door call each. A new option needs a value here."""

from __future__ import annotations

from collections.abc import Iterator

import click

from mandex.cli import COMMANDS, main

_THEN = ("--as-of", "2032-10-10")
# What each command is given besides its options; files are in the folder where it runs (see `WRITTEN`).
ARGUMENTS: dict[str, tuple[str, ...]] = {
    "bibliography": ("9001", "OP1"),
    "changes": ("--since", "2031", *_THEN),
    "check": ("draft.txt",),
    "cited-by": ("1373",),
    "cites": ("9002",),
    "compare": ("9001", "9003"),
    "expiring": ("--within", "2y", *_THEN),
    "export": ("paragraphs",),
    "graph": ("--around", "1373"),
    "ingest": ("draft.txt",),
    "lineage": ("9002",),
    "lookup": ("passenger", "name", "records"),
    "missions": ("--all", *_THEN),
    "open": ("9001", "--print"),
    "path": ("9002", "1373"),
    "regimes": ("--all", *_THEN),
    "remove": ("9003",),
    "reports-due": ("--within", "2y", *_THEN),
    "requirements": ("9001",),
    "search": ("records",),
    "show": ("9001",),
    "backup": ("copy.db",),
    "restore": ("kept.db",),
    "assess import": ("filled.xlsx", "--country", "Kenya"),
    "assess changes": ("Kenya",),
}  # fmt: skip
# Commands that change the base, or run until they are ended.
WRITERS = {"ingest", "update", "remove", "doctor", "backup", "restore", "assess import"}
ENDLESS = {"serve", "mcp"}
DRAFT = "Pursuant to resolution 1373 (2001) and resolution 2396 (2018), Member States shall act.\n"

VALUES: dict[str, tuple[str, ...]] = {
    "--actor": ("member-states",), "--around": ("1373",),
    "--as-of": ("2032-10-10", "1 Jan 2033", "next month"), "--asks": ("ratify", "apply"),
    "--assessed": ("Kenya",), "--clause": ("Member States",), "--country": ("Kenya",),
    "--date": ("2032-10-10",), "--depth": ("3",), "--engine": ("fts5", "whoosh"), "--exclude": ("*.pdf",),
    "--facets": ("lang,year,actor",), "--force": ("binding",), "--from": ("2031",),
    "--lang": ("en", "zh"), "--like": ("9001 OP1",), "--limit": ("2",), "--of": ("member-states",),
    "--organ": ("Security Council",), "--output": ("out.csv",), "--profile": ("counter-terrorism",),
    "--relation": ("recalls",), "--repeats": ("first", "all"), "--resolution": ("9001",),
    "--since": ("2031", "90d"), "--to": ("2033",), "--topic": ("border-control",),
    "--type": ("resolution",),
    "--sort": ("newest", "oldest"), "--until": ("2032-12",), "--where": ("kind=operative",),
    "--with": ("zh",), "--within": ("2y", "6m"), "--workers": ("1",), "--year": ("2032",),
}  # fmt: skip
# Where one word has two meanings.
_OTHERWISE: dict[tuple[str, str], tuple[str, ...]] = {
    ("graph", "--by"): ("authority", "cited-by"),
    ("search", "--by"): ("document",),
    ("graph", "--from"): ("edges.csv",),
    ("bibliography", "--style"): ("bibtex", "ris", "csl-json", "oscola", "bluebook", "aglc", "un"),
    ("recommendations", "--to"): ("member-states",),
    ("ingest", "--lang"): ("en",),
    ("changes", "--as-of"): ("2032-10-10", "1 Jan 2033"),
}
# Options that take the place of the arguments, or want others.
_INSTEAD: dict[tuple[str, str], tuple[str, ...]] = {
    ("search", "--like"): (),
    ("compare", "--clause"): (),
    ("compare", "--series"): ("9002",),
    ("compare", "--lang"): ("9001", "9008"),
    ("check", "--languages"): (),
    ("export", "--as-of"): ("standing",),
    ("requirements", "--assessed"): ("9001", "-o", "out.xlsx"),
    ("export", "--all"): ("akn", "-o", "folder"),
}
# Formats that go with other arguments.
_FORMATS: dict[tuple[str, str], tuple[str, ...]] = {
    ("export", "akn"): ("akn", "9001"),
    ("export", "conllu"): ("sentences",),
    ("export", "tmx"): ("aligned",),
    **{("export", style): ("documents",)
       for style in ("bibtex", "ris", "csl-json", "oscola", "bluebook", "aglc", "un")},
}  # fmt: skip
# Has its own tests: a cluster takes seconds to start.
_ELSEWHERE = {("ingest", "--cluster")}
_BINARY = {"xlsx", "parquet", "docx"}


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command by its words: `show`, `assess import`."""
    ctx = click.Context(main)
    for name in COMMANDS:
        command = main.get_command(ctx, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from ((f"{name} {part}", one) for part, one in command.commands.items())
        else:
            yield name, command


def plainly(name: str) -> list[str]:
    """The command with nothing but what it must have."""
    return [*name.split(), *ARGUMENTS.get(name, ())]


def invocations(name: str, command: click.Command) -> Iterator[list[str]]:
    """The command plainly, then with each of its options and each value of it."""
    yield plainly(name)
    for option in command.params:
        if isinstance(option, click.Option) and (name, max(option.opts, key=len)) not in _ELSEWHERE:
            yield from _with(name, option)


def _with(name: str, option: click.Option) -> Iterator[list[str]]:
    flag = max(option.opts, key=len)
    given = _INSTEAD.get((name, flag), ARGUMENTS.get(name, ()))
    if option.is_flag:
        yield [*name.split(), *given, flag]
        return
    if flag == "--format":
        assert isinstance(option.type, click.Choice)
        for value in option.type.choices:
            to = ("-o", f"out.{value}") if value in _BINARY else ()
            yield [*name.split(), *_FORMATS.get((name, value), given), flag, value, *to]
        return
    for value in _OTHERWISE.get((name, flag)) or VALUES[flag]:
        yield [*name.split(), *given, flag, value]
