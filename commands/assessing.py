"""What States must do, one obligation a row: `requirements`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from mandex.commands.opening import not_held, open_base
from mandex.commands.options import AS_OF, listing
from mandex.commands.printing import Output, say
from mandex.commands.references import several

if TYPE_CHECKING:
    from mandex.corpus.store import Store
    from mandex.index.compare.profiles import Profile

_REQUIREMENT = ("theme", "force", "doc", "pinpoint", "n", "status", "obligation")


@click.command()
@click.argument("refs", nargs=-1, metavar="[REF]...")
@click.option(
    "--profile",
    "named",
    default="",
    metavar="NAME|FILE",
    help="Its resolutions and themes: counter-terrorism, sanctions, 1540, women-peace-security.",
)
@click.option("--of", default="member-states", show_default=True, metavar="ACTOR", help="Whose obligations.")
@click.option("--topic", default="", help="Of one topic: asset-freeze, border-control …")
@click.option("--country", default="", help="That name this country.")
@click.option("--lang", default="", help="en, zh, zh-Hans or zh-Hant (default: English where it is held).")
@click.option(
    "--repeats",
    "keep",
    type=click.Choice(["first", "strongest", "latest", "all"]),
    default="first",
    show_default=True,
    help="Where an obligation stands several times, which one is shown.",
)
@AS_OF
@listing(_REQUIREMENT, also=("md", "docx"))
@click.pass_context
def requirements(
    ctx: click.Context, refs: tuple[str, ...], named: str, of: str, topic: str, country: str, lang: str, keep: str,
    as_of: str, out: Output,
) -> None:  # fmt: skip
    """What resolutions ask of States, split into single obligations, by theme and then by force.

    Of the resolutions named (1373 2396), of a profile's, or of all in the base. As xlsx it is a workbook to
    assess a country with: a sheet a theme, drop-downs, a summary; 'assess import' reads it back.
    """
    from mandex.index.compare import requirements as finding
    from mandex.index.compare.profiles import load

    store = open_base(ctx)
    profile = load(named) if named else None
    symbols = _symbols(ctx, store, refs or (profile.resolutions if profile else ()))
    asked = finding.Asked(symbols, actor(of), topic, place(country) if country else "", lang, as_of)
    found = finding.requirements(store, asked, profile, keep=keep)  # type: ignore[arg-type] - one of the choices
    _deliver(found, profile, out)


def _symbols(ctx: click.Context, store: Store, words: Sequence[str]) -> tuple[str, ...]:
    """The documents asked for; what the base does not hold is said, and the rest is shown."""
    if not words:
        return ()
    wanted = [reference.symbol for reference in several(words)]
    held = [symbol for symbol in wanted if store.languages(symbol)]
    if not held:
        not_held(ctx, store, wanted[0], "")
    for symbol in wanted:
        if symbol not in held:
            say(f"the base does not hold {symbol}")
    return tuple(held)


def actor(name: str) -> str:
    """The id of an addressee, by id or by any of its names. Raises `click.BadParameter`."""
    from mandex.corpus import lexicon

    if name in lexicon.actors():
        return name
    found = lexicon.match_actors(name)
    if not found:
        raise click.BadParameter(
            f"{name!r} is no addressee that is known, such as member-states", param_hint="--of"
        )
    return found[0].id


def place(name: str) -> str:
    """The id of a country, by id or by any of its names. Raises `click.BadParameter`."""
    from mandex.corpus import lexicon

    if name in lexicon.countries():
        return name
    found = lexicon.match_countries(name)
    if not found:
        raise click.BadParameter(f"{name!r} is no country that is known", param_hint="--country")
    return found[0].id
