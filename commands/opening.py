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
    """Say what is held of it instead, or at least what the register knows and who cites it."""
    from mandex.corpus import registry
    from mandex.corpus.symbols import resolution_number

    held = store.languages(symbol)
    citing = 0 if held else _citing(store, symbol)  # first: of a damaged base nothing is said
    versions = f"; it is held in {', '.join(held)}" if held else ""
    say(f"the base does not hold {symbol}{f' in {lang}' if lang else ''}{versions}")
    if lang.startswith("zh") and (other := next((one for one in held if one.startswith("zh")), "")):
        script = "hant" if lang == "zh-Hant" else "hans"
        say(f"--lang {other} --script {script} shows it in these characters")
    if held:
        return
    number = resolution_number(symbol)
    if number and (known := registry.adoption(number)):
        say(known.told)
    if citing:
        say(f"{citing} documents held cite it: 'mandex cited-by {number or symbol}' lists them")


def _citing(store: Store, symbol: str) -> int:
    [many] = store.connection.execute(
        "SELECT count(DISTINCT d.symbol) FROM citations AS c JOIN documents AS d ON d.id = c.doc"
        " WHERE c.cited = ? AND c.status <> 'self'",
        (symbol,),
    ).fetchone()
    return int(many)


def say_if_not_held(store: Store, *symbols: str) -> None:
    """Say which of some documents are not held in any language: what they say themselves is not known."""
    for symbol in dict.fromkeys(symbols):
        if not store.languages(symbol):
            say_not_held(store, symbol, "")
