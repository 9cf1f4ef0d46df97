"""The base as a file: `doctor`, `backup`, `restore`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import click

from mandex.commands.opening import open_base
from mandex.commands.printing import say
from mandex.corpus.store import Store
from mandex.index import shared


@click.command()
@click.option("--repair", is_flag=True, help="Mend what can be mended; nothing is thrown away.")
@click.pass_context
def doctor(ctx: click.Context, repair: bool) -> None:
    """Examine the base: the file, the texts, the search index. Exit code 1 where something is wrong.

    With --repair the index is made anew from the texts, and a damaged file is replaced by a new one with all
    documents that can still be read whole; the damaged one is kept under another name, and the sources of the
    others are read again by the next `mandex ingest`. Of a base in a cluster all records there are looked at,
    and what is damaged or missing is put back from this machine's copy, if that is whole; a damaged copy is
    fetched anew.
    """
    from mandex.corpus.errors import StoreError

    opened, elsewhere = shared.examined(ctx.obj)
    store = ctx.with_resource(opened)
    found = [*(("", message) for message in elsewhere), *_faults(store)]
    for source, message in found:
        say(f"{source}: {message}" if source else message)
    if not found:
        say("the base is well")
        return
    if not repair:
        say("'mandex doctor --repair' mends what can be mended")
        ctx.exit(1)
    if elsewhere:
        _mend_cluster(store)
    if len(found) > len(elsewhere):
        store = _mended(ctx, store)
    left = list(_faults(store))
    if left:
        raise StoreError(f"this could not be mended: {left[0][1]}; restore a copy of the base")
    say("the base is well again")


def _faults(store: Store) -> Iterator[tuple[str, str]]:
    """Source and message of each fault; where the file itself is damaged, only that."""
    from mandex.corpus import upkeep
    from mandex.index.engines import health, open_engine
    from mandex.index.life.steps import unkept

    broken = [*upkeep.file_faults(store), *upkeep.schema_faults(store)]
    if not broken:
        broken = list(upkeep.text_faults(store))
        for message in health.faults(open_engine(store)):
            yield "", message
        if behind := len(unkept(store)):
            yield "", f"of {behind} documents what stands is not kept as this version reads it"
    for fault in broken:
        yield fault.source, fault.message


def _is_broken(store: Store) -> bool:
    from mandex.corpus import upkeep

    faults = chain(upkeep.file_faults(store), upkeep.schema_faults(store), upkeep.text_faults(store))
    return next(faults, None) is not None


def _mend_cluster(store: Store) -> None:
    from mandex.corpus.errors import StoreError

    if _is_broken(store):
        raise StoreError(
            f"both {store.address} and this machine's copy of it are damaged: run this on another machine, or"
            " restore the index from a snapshot"
        )
    shared.mend(store, say)


def _mended(ctx: click.Context, store: Store) -> Store:
    from mandex.corpus import upkeep
    from mandex.index.engines import open_engine
    from mandex.index.life.keeping import Keeper

    if store.address and _is_broken(store):
        store.close()
        say("this machine's copy is damaged: it is fetched anew")
        return ctx.with_resource(shared.fetched_anew(ctx.obj))
    if any(upkeep.schema_faults(store)) and not any(upkeep.file_faults(store)):
        upkeep.drop_triggers(store)
    if any(upkeep.file_faults(store)) or any(upkeep.schema_faults(store)):
        store.close()
        done = upkeep.salvage(ctx.obj)
        say(f"{done.saved} documents were saved, {done.lost} were lost; the damaged file is {done.aside}")
        store = open_base(ctx)
    again = {fault.source for fault in upkeep.text_faults(store)}
    engine = open_engine(store)
    for source in sorted(again):
        upkeep.forget_source(store, source)
        say(f"{source}: is to be read again: mandex ingest {source}")
    engine.rebuild()
    engine.close()
    Keeper(store).catch_up()
    return store


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_context
def backup(ctx: click.Context, file: Path) -> None:
    """Copy the base to one FILE, consistent whatever is written meanwhile; see `restore`."""
    from mandex.corpus import upkeep

    upkeep.backup(open_base(ctx), file)
    say(f"copied to {file}")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_context
def restore(ctx: click.Context, file: Path) -> None:
    """Put a copy made by `backup` in place of the base; what was there is kept under another name."""
    from mandex.corpus import upkeep
    from mandex.index.engines import open_engine
    from mandex.index.life.keeping import Keeper

    if shared.address_of(ctx.obj):
        raise click.UsageError(
            "a copy is restored into a folder: --kb FOLDER; a cluster has snapshots of its own"
        )
    aside = upkeep.restore(ctx.obj, file)
    if aside:
        say(f"what was there is now {aside}")
    store = open_base(ctx)
    engine = open_engine(store)
    engine.catch_up()
    engine.close()
    Keeper(store).catch_up()
    say(f"restored from {file}")
