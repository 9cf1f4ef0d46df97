"""The day on which one mission hands over to another: *authority be transferred from AFISMA to MINUSMA on 1
July 2013*, *subsume BINUCA into MINUSCA as of the date of the adoption*. It ends the one that hands over.
"""

from __future__ import annotations

from collections.abc import Iterator

from mandex.corpus import lexicon
from mandex.corpus.dates import find_dates
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold_case
from mandex.index.life.provision import Provision

_HANDS_OVER = Expression(
    r"(?i)\b(?:transfer(?: of)? authority|authority (?:shall |will )?be transferred|subsume)"
    r"(?P<whose>[^;]{3,200}?) (?:to|into|and) (?P<heir>[^;]{3,120}?)"
    r" (?:(?P<that>on that date)|as of the date of (?:the )?(?P<now>adoption)|(?:will take place )?on (?=\d))"
)
_FORCES = ("decide", "request", "authorize")


def handed_over(demand: Provision, adopted: str, matter: str) -> Iterator[tuple[str, int, str]]:
    """The missions that a demand of a resolution on `matter` has hand over, each with the place in its words,
    and the day (ISO, empty for that of its adoption).
    """
    words = demand.words
    said = _HANDS_OVER.search(words) if demand.force in _FORCES else None
    if said is None:
        return
    bodies = lexicon.bodies()
    heirs = [one.id for one in lexicon.match_bodies(fold_case(said["heir"])) if bodies[one.id].is_mission]
    day = adopted if said["now"] else ""
    for found in find_dates(words):
        if found.end <= said.start() if said["that"] else found.start == said.end():
            day = found.iso
    if not heirs or not day:
        return
    whose = {one.id: one.start for one in lexicon.match_bodies(fold_case(said["whose"]))}
    for id_, at in whose.items():
        # *EUFOR* in a resolution on Chad is not that of Bosnia and Herzegovina
        known = bodies[id_].countries
        if bodies[id_].is_mission and id_ not in heirs and (not known or matter in known):
            yield id_, said.start("whose") + at, day if day > adopted else ""
