"""A first look: `demo`."""

from __future__ import annotations

import shlex

import click

DEMO: tuple[list[str], ...] = (
    ["status"],
    ["search", "passenger name records"],
    ["search", "旅客姓名记录"],
    ["search", "任务期限"],
    ["lookup", "哪项决议要求收集旅客姓名记录"],
    ["show", "S/RES/9001 (2031) OP1"],
    ["show", "S/RES/9001 (2031) OP2", "--with", "zh"],
    ["cites", "S/RES/9002 (2032)"],
    ["cited-by", "1373"],
    ["expiring", "--as-of", "2032-10-10", "--within", "2y"],
    ["check", "S/RES/9002 (2032)"],
)


@click.command()
@click.pass_context
def demo(ctx: click.Context) -> None:
    """Build a base from the bundled specimens in a temporary folder and walk through the commands."""
    from importlib.resources import as_file, files
    from tempfile import TemporaryDirectory

    door = ctx.find_root().command
    with as_file(files("mandex.corpus") / "specimens") as specimens, TemporaryDirectory() as folder:
        for arguments in (["ingest", str(specimens)], *DEMO):
            click.secho(f"\n$ mandex {shlex.join(arguments)}", bold=True)
            door.main(["--kb", folder, *arguments], prog_name="mandex", standalone_mode=False)
