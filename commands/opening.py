"""The base that a command works on, and what is said where it lacks a document."""

from __future__ import annotations

import click

from mandex.commands.printing import say
from mandex.corpus.store import Store
from mandex.index import shared


def open_base(ctx: click.Context, *, create: bool = False, dated: bool = False) -> Store:
    """The base of this call; closed when the command ends.

    A command that asks what stands (`dated`) is slow, and knows less, on a base that another version
    kept: that is said.
    """
    store = ctx.with_resource(shared.opened(ctx.obj, create=create, tell=say))
    if store.address and shared.is_offline():
        say(f"answered from this machine's copy: {store.address} was not asked ({shared.OFFLINE})")
    if dated:
        from mandex.index.life.steps import is_kept

        if not is_kept(store):
            say(
                "another version of Mandex kept this base: what stands is read anew each time,"
                " and what is demanded anew goes unseen; 'mandex doctor --repair' keeps it"
            )
    return store


def not_held(ctx: click.Context, store: Store, symbol: str, lang: str) -> None:
    """Say what is held of it instead, or at least what the register knows; exit code 1."""
    say_not_held(store, symbol, lang)
    ctx.exit(1)


def say_not_held(store: Store, symbol: str, lang: str) -> None:
    """Say what is held of it instead, or at least what the register knows."""
    from mandex.corpus import registry
    from mandex.corpus.symbols import resolution_number

    held = store.languages(symbol)
    versions = f"; it is held in {', '.join(held)}" if held else ""
    say(f"the base does not hold {symbol}{f' in {lang}' if lang else ''}{versions}")
    if lang.startswith("zh") and (other := next((one for one in held if one.startswith("zh")), "")):
        script = "hant" if lang == "zh-Hant" else "hans"
        say(f"--lang {other} --script {script} shows it in these characters")
    number = resolution_number(symbol)
    if not held and number and (known := registry.adoption(number)):
        vote = known.vote or "vote unknown"
        say(f"{symbol} was adopted on {known.adopted} ({vote}): {known.agenda_item or 'item unknown'}")
