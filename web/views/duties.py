"""What States must do, and the instruments that they are asked to join or to apply."""

from __future__ import annotations

from itertools import islice

from mandex.corpus.errors import BadQueryError
from mandex.index import instruments as named
from mandex.index.base import Base
from mandex.index.compare import profiles, recommendations, requirements
from mandex.index.compare.profiled import resolutions
from mandex.index.compare.profiles import Profile
from mandex.index.compare.requirement import Requirement
from mandex.index.lookup.values import known_value
from mandex.web.params import AS_OF, LANG, OFFSET, Asked, Param
from mandex.web.views import Answered, View

_MOST = 12  # resolutions in one question


def wanted(base: Base, asked: Asked) -> tuple[list[Requirement], Profile | None]:
    """The obligations in the resolutions named (`refs`), else in those of a profile, by its themes."""
    profile = profiles.load(asked["profile"]) if asked["profile"] else None
    words = [word.strip() for word in asked["refs"].split(",") if word.strip()]
    if len(words) > _MOST:
        raise BadQueryError(f"at most {_MOST} resolutions at a time")
    symbols = [base.store.reference(word).symbol for word in words]
    if profile and not words:
        symbols = resolutions(base.store, profile, asked["as_of"])
    held = tuple(symbol for symbol in symbols if base.store.languages(symbol))
    if not held:
        raise BadQueryError("None of these resolutions is held.")
    of, topic = known_value("actor", asked["of"]), asked["topic"] and known_value("topic", asked["topic"])
    which = requirements.Asked(held, of, topic, lang=asked["lang"], as_of=asked["as_of"])
    return requirements.requirements(base.store, which, profile), profile


def _requirements(base: Base, asked: Asked) -> Answered:
    shown = {"profiles": profiles.names()}
    if not (asked["refs"] or asked["profile"]):
        return Answered((), shown, message="Name resolutions (1373, 2396), or choose a profile.")
    rows = [row.row() for row in wanted(base, asked)[0]]
    first, many = asked["from"], asked["n"]
    return Answered(rows[first : first + many], {**shown, "more": len(rows) > first + many}, len(rows))


def _instruments(base: Base, asked: Asked) -> Answered:
    first, many = asked["from"], asked["n"]
    if not asked["name"]:
        rows = named.instruments(base.store)
        return Answered(rows[first : first + many], {"more": len(rows) > first + many}, len(rows))
    ids = named.ids_of(asked["name"])
    if not ids:
        return Answered(message="No instrument is known by this name.")
    found = list(islice(named.paragraphs(base.store, ids, asked["lang"]), first, first + many + 1))
    columns = ("doc", "pinpoint", "asks", "countries", "text")
    return Answered(found[:many], {"more": len(found) > many, "columns": columns})


def _recommendations(base: Base, asked: Asked) -> Answered:
    symbols = [base.store.reference(word).symbol for word in asked["refs"].split(",") if word.strip()]
    if len(symbols) > _MOST:
        raise BadQueryError(f"at most {_MOST} documents at a time")
    found = recommendations.recommendations(
        base.store, symbols=symbols, to=known_value("actor", asked["to"]) if asked["to"] else "",
        topic=known_value("topic", asked["topic"]) if asked["topic"] else "", since=asked["since"],
        lang=asked["lang"],
    )  # fmt: skip
    first, many = asked["from"], asked["n"]
    rows = [one.row() for one in found[first : first + many]]
    return Answered(rows, {"more": len(found) > first + many}, len(found))


_MANY = Param("n", "At most so many rows.", "integer", 100, least=1)
VIEWS = (
    View(
        "/requirements", "Requirements", "What resolutions ask of States, one obligation a row, by theme.",
        _requirements,
        (
            Param("refs", "Resolutions, with commas: 1373, 2396."),
            Param("profile", "A ready list of resolutions and themes.", choices=("", *profiles.names())),
            Param("of", "Whose obligations.", default="member-states"),
            Param("topic", "Of one topic."), LANG, AS_OF, _MANY, OFFSET,
        ),
        "requirements.html",
        ("theme", "force", "doc", "pinpoint", "obligation", "status", "repeats"),
    ),
    View(
        "/recommendations", "Recommendations",
        "What reports and letters recommend, to whom, and the later demand most like it.", _recommendations,
        (
            Param("refs", "Reports or letters, with commas."),
            Param("to", "Addressed to: member-states, Secretary-General …"), Param("topic", "Of one topic."),
            Param("since", "Of reports since this day.", "date"), LANG, _MANY, OFFSET,
        ),
        columns=("doc", "pinpoint", "addressee", "text", "theme", "basis", "taken_up"),
    ),
    View(
        "/instruments", "Instruments", "International instruments that the texts name; with a name, where.",
        _instruments, (Param("name", "An instrument: NPT, Rome Statute, an id."), LANG, _MANY, OFFSET),
        columns=("name", "date", "mentions", "ratify", "apply", "first", "last"),
    ),
)  # fmt: skip
