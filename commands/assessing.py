"""What States must do, one obligation a row, how far they do it, and what is recommended."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from mandex.commands.opening import not_held, open_base, say_not_held
from mandex.commands.options import (
    AS_OF,
    LANG_SHOWN,
    between,
    first_day,
    known_topic,
    language_typed,
    limits,
    listing,
    values,
)
from mandex.commands.printing import Output, say
from mandex.commands.references import no_such_place, several, shown_in
from mandex.index import shared

if TYPE_CHECKING:
    from mandex.corpus.languages import Lang
    from mandex.corpus.store import Store
    from mandex.corpus.symbols import Reference
    from mandex.index.compare.profiles import Profile
    from mandex.index.compare.repeats import Keep
    from mandex.index.compare.requirement import Requirement
    from mandex.index.lookup.values import Vocabulary

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
@click.option("--topic", default="", callback=known_topic, shell_complete=values("topic"),
              help="Of one topic: asset-freeze, border-control …")  # fmt: skip
@click.option("--country", default="", help="That name this country.")
@click.option("--lang", default="", callback=language_typed,
              help=LANG_SHOWN)  # fmt: skip
@click.option(
    "--repeats",
    "keep",
    type=click.Choice(["first", "strongest", "latest", "all"]),
    default="first",
    show_default=True,
    help="Where an obligation stands several times, which one is shown.",
)
@click.option("--assessed", default="", metavar="COUNTRY", help="With its last assessment filled in (xlsx).")
@between("resolutions")
@AS_OF
@listing(_REQUIREMENT, also=("md", "docx"))
@click.pass_context
def requirements(
    ctx: click.Context, refs: tuple[str, ...], named: str, of: str, topic: str, country: str, lang: str,
    keep: str, assessed: str, since: str, until: str, as_of: str, out: Output,
) -> None:  # fmt: skip
    """What resolutions ask of States, split into single obligations, by theme and then by force.

    Of the resolutions named (1373 2396), of a profile's, or of all in the base. As xlsx it is a workbook to
    assess a country with: a sheet a theme, drop-downs, a summary; 'assess import' reads it back.

    Each row has its obligation's words, its stem where it is a point of one, and the exemptions from it,
    of the same paragraph or of another (OP13: ...).
    """
    from mandex.index.compare import requirements as finding
    from mandex.index.compare.profiled import resolutions
    from mandex.index.compare.profiles import load

    if assessed and out.format != "xlsx":
        raise click.UsageError("--assessed fills in a workbook: add --format xlsx")
    store, of = open_base(ctx, dated=True), actor(of)
    country, assessed = (place(name) if name else "" for name in (country, assessed))
    profile = load(named) if named else None
    wanted = _wanted(ctx, store, refs or (resolutions(store, profile, as_of) if profile else ()), lang)
    lang = lang or shown_in(store, wanted, out)
    symbols = tuple(dict.fromkeys(one.symbol for one in wanted))
    places = tuple((one.symbol, one.pinpoint) for one in wanted if one.pinpoint)
    asked = finding.Asked(symbols, of, topic, country, lang, as_of, places, since, until)
    found = finding.requirements(store, asked, profile, keep=cast("Keep", keep), shown=out.limit)
    if found and out.format in ("xlsx", "md", "docx"):
        _write(store, found[: out.limit], profile, assessed, out)
        return
    only = limits(of=of, topic=topic, country=country, lang=lang, since=since, until=until, as_of=as_of)
    missing = next(filter(None, (no_such_place(store, one) for one in wanted)), "")
    nothing = missing or f"no requirement{_named(wanted)} is found{only}"
    out.rows([row.row() for row in found], nothing=nothing)


def _named(wanted: Sequence[Reference]) -> str:
    return f" of {' or '.join(map(str, wanted))}" if 0 < len(wanted) < 4 else ""


def _write(
    store: Store, found: Sequence[Requirement], profile: Profile | None, assessed: str, out: Output
) -> None:
    from mandex.index.compare import assessments, workbook, written

    lang = cast("Lang", found[0].lang)
    if out.format == "xlsx":
        filled = assessments.answers(store, assessed) if assessed else {}
        if assessed and not filled:
            say(f"no assessment of {assessed} is kept: nothing is filled in")
        out.deliver(workbook.workbook(found, profile, lang=lang, country=assessed, filled=filled))
    elif out.format == "docx":
        out.deliver(written.document(found, profile, lang))
    else:
        out.deliver("".join(f"{line}\n" for line in written.markdown(found, profile, lang)).encode("utf-8"))


def _wanted(ctx: click.Context, store: Store, words: Sequence[str], lang: str = "") -> list[Reference]:
    """The references asked for; what the base does not hold in that language is said, the rest shown."""
    if not words:
        return []
    wanted = several(ctx, words)
    held = [one for one in wanted if any(v.startswith(lang) for v in store.languages(one.symbol))]
    if not held:
        not_held(ctx, store, wanted[0].symbol, lang)
    for one in wanted:
        if one not in held:
            say_not_held(store, one.symbol, lang)
    return held


def actor(name: str, option: str = "--of") -> str:
    """The id of an addressee, by id or by any of its names. Raises `click.BadParameter`."""
    from mandex.corpus import lexicon

    if name in lexicon.actors():
        return name
    found = lexicon.match_actors(name)
    return found[0].id if found else _known("actor", name, option)


def place(name: str) -> str:
    """The id of a country, by id or by any of its names. Raises `click.BadParameter`."""
    from mandex.corpus import lexicon

    if name in lexicon.countries():
        return name
    found = lexicon.match_countries(name)
    return found[0].id if found else _known("country", name, "--country")


def _known(name: Vocabulary, typed: str, option: str) -> str:
    from mandex.corpus.errors import BadQueryError
    from mandex.index.lookup.values import known_value

    try:
        return known_value(name, typed)
    except BadQueryError as error:  # with the nearest
        raise click.BadParameter(str(error), param_hint=option) from error


# -- assessments


@click.group()
def assess() -> None:
    """Assessments of countries: workbooks read back, kept by country and day, compared, summed up."""


@assess.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--country", default="", help="Whose assessment it is (default: what its summary says).")
@click.option("--date", "day", default="", callback=first_day, metavar="DATE",
              help="Of which day (default: what its summary says, else today).")  # fmt: skip
@click.pass_context
def import_(ctx: click.Context, file: Path, country: str, day: str) -> None:
    """Read a workbook that 'requirements --format xlsx' made and somebody filled in."""
    from datetime import date

    from mandex.index.compare import assessments, workbook

    filled = workbook.read(file)
    named = country or filled.country
    if not named:
        raise click.UsageError("whose assessment is it? Add --country, or fill in the summary sheet")
    when = day or first_day(ctx, ctx.command.params[0], filled.date) or date.today().isoformat()
    store = open_base(ctx, create=True)
    with shared.writing(store):
        count = assessments.keep(store, filled, country=place(named), date=when)
    for note in filled.notes:
        say(note)
    say(f"{count} rows of {place(named)} kept for {when}")


_COUNTRY = click.option("--country", default="", help="Of this country only.")


@assess.command("list")
@_COUNTRY
@click.option("--date", "day", default="", callback=first_day, metavar="DATE", help="Of this day only.")
@listing(("country", "date", "status", "provision", "flag", "obligation"))
@click.pass_context
def list_(ctx: click.Context, country: str, day: str, out: Output) -> None:
    """The rows kept; flagged where the provision has changed, ended or been replaced since."""
    from mandex.index.compare import assessments

    store = open_base(ctx)
    rows = list(assessments.kept(store, country=place(country) if country else "", date=day))
    out.rows(assessments.flagged(store, rows), nothing="no assessment is kept: see 'assess import'")


@assess.command()
@_COUNTRY
@click.option("--date", "day", default="", callback=first_day, metavar="DATE", help="Of this day only.")
@listing(("country", "date", "theme", "obligations", "fully", "largely", "partly", "not_implemented",
          "not_applicable", "not_assessed"))  # fmt: skip
@click.pass_context
def summary(ctx: click.Context, country: str, day: str, out: Output) -> None:
    """How far each theme is implemented: counts by status."""
    from mandex.index.compare import assessments

    found = assessments.summary(open_base(ctx), country=place(country) if country else "", date=day)
    out.rows(found, nothing="no assessment is kept: see 'assess import'")


@assess.command("changes")
@click.argument("country")
@click.option(
    "--from", "old", default="", callback=first_day, metavar="DATE", help="Default: the last but one."
)
@click.option("--to", "new", default="", callback=first_day, metavar="DATE", help="Default: the last.")
@listing(("provision", "old_status", "new_status", "changed", "obligation"))
@click.pass_context
def changes_(ctx: click.Context, country: str, old: str, new: str, out: Output) -> None:
    """What was answered otherwise between two assessments of a country."""
    from mandex.index.compare import assessments

    store, of = open_base(ctx), place(country)
    days = assessments.days(store, of)
    if len(days) < 2 and not (old and new):
        raise click.UsageError(f"two assessments of {of} are needed; kept are {', '.join(days) or 'none'}")
    found = assessments.changes(store, of, old or days[-2], new or days[-1])
    out.rows(found, nothing="nothing was answered otherwise")


# -- recommendations


@click.command()
@click.argument("refs", nargs=-1, metavar="[REF]...")
@click.option("--to", default="", metavar="ACTOR", help="Addressed to: member-states, Secretary-General …")
@click.option("--topic", default="", callback=known_topic, shell_complete=values("topic"),
              help="Of one topic: asset-freeze, border-control …")  # fmt: skip
@between("reports")
@click.option("--lang", default="", callback=language_typed, help="en, zh, zh-Hans or zh-Hant.")
@listing(("doc", "pinpoint", "addressee", "verb", "text"))
@click.pass_context
def recommendations(
    ctx: click.Context,
    refs: tuple[str, ...],
    to: str,
    topic: str,
    since: str,
    until: str,
    lang: str,
    out: Output,
) -> None:
    """What reports and letters recommend, to whom; and the later demand most like it, as a suggestion.

    Of the documents named, or of all reports and letters in the base.
    """
    from mandex.index.compare import recommendations as finding

    store = open_base(ctx)
    wanted = _wanted(ctx, store, refs)
    if part := next((str(one) for one in wanted if one.pinpoint), ""):
        raise click.UsageError(f"recommendations are those of whole documents, not of {part}")
    symbols = tuple(one.symbol for one in wanted)
    found = finding.recommendations(
        store,
        symbols=symbols,
        to=actor(to, "--to") if to else "",
        topic=topic,
        since=since,
        until=until,
        lang=lang,
    )
    only = limits(to=to, topic=topic, since=since, until=until, lang=lang)
    nothing = f"no recommendation{_named(wanted)} is found{only}"
    out.rows([one.row() for one in found], nothing=nothing)
