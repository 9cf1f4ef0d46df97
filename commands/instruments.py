"""`instruments`: the treaties and declarations that the texts name."""

from __future__ import annotations

import click

from mandex.commands.assessing import place
from mandex.commands.opening import open_base
from mandex.commands.options import between, is_between, language_typed, limits, listing
from mandex.commands.printing import Output
from mandex.corpus.errors import NothingFoundError

_LISTED = ("id", "name", "date", "mentions", "ratify", "apply", "first", "last")
_NAMED = ("doc", "pinpoint", "lang", "asks", "countries", "text")


@click.command()
@click.argument("name", default="")
@click.option("--asks", type=click.Choice(["ratify", "apply"]),
              help="Only where somebody is asked to become a party, or to live up to it.")  # fmt: skip
@click.option("--year", type=int, help="Only documents of this year.")
@between("documents")
@click.option("--country", default="", help="Only paragraphs that name this country too.")
@click.option("--organ", default="", help="Only documents of this organ, as `export documents` has it.")
@click.option(
    "--lang", default="", callback=language_typed, help="The version to read: en, zh, zh-Hans or zh-Hant."
)
@listing(())
@click.pass_context
def instruments(
    ctx: click.Context, name: str, asks: str | None, year: int | None, since: str, until: str, country: str,
    organ: str, lang: str, out: Output,
) -> None:  # fmt: skip
    """International instruments that are named, with how often they are asked for; with NAME, where.

    NAME is an id (terrorist-bombings-convention), the beginning of one, or a name (NPT, Rome Statute).
    """
    from mandex.index import instruments as named

    store = open_base(ctx)
    if not (name or asks or year or since or until or country or organ or lang):
        out.rows(named.instruments(store), _LISTED, nothing="no instrument is named")
        return
    ids = named.ids_of(name) if name else named.all_ids()
    if not ids:
        near = " or ".join(named.nearest(name))
        known = f"the nearest are {near}; " if near else ""
        raise NothingFoundError(
            f"no instrument is known as {name!r}: {known}'mandex instruments' lists those named"
        )
    asked = named.Asked(asks or "", year, place(country) if country else "", organ)
    found = named.paragraphs(store, ids, lang)
    only = limits(asks=asks, year=year, since=since, until=until, country=country, organ=organ, lang=lang)
    rows = (row for row in found if asked.holds(row) and is_between(row["date"] or "", since, until))
    what = name or "an instrument"
    nothing = f"nothing held names {what}{f' as asked{only}' if only else ''}"
    out.rows(rows, _NAMED, nothing=nothing)
