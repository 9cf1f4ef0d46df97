"""Bodies that live, with a mandate of their own, and what is only a part of one."""

from __future__ import annotations

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold_case
from mandex.index.life.provision import Provision

# Bodies that have a mandate of their own to be extended; a committee or an agency is more often only
# involved.
LIVING_KINDS = frozenset({"mission", "force", "court"})

_LIVING = frozenset({"cted", "ombudsperson", "monitoring-team", "un-compensation-commission"})

# *To establish a joint planning unit in the office of the SRSG*, *a police component as part of ONUMOZ*, *a
# pool of judges in the Tribunal*, *a MINUJUSTH advance planning team*: a part of what there is.
_PART = Expression(
    r"^\w+ (?:of )?(?:an? |the )?(?:[\w-]+ ){0,4}?(unit|component|pool|team|cell|capacity|mechanism)\b"
)

_BODIES = ("team", "mechanism")  # which may be of their own


def is_living(id_: str) -> bool:
    """Whether a body has a mandate of its own, to be extended and ended."""
    return id_ in _LIVING or lexicon.bodies()[id_].kind in LIVING_KINDS


def is_part(demand: Provision, established: str) -> bool:
    """Whether what a demand establishes is a part of a body that it names too, not the body."""
    head = _PART.match(established)
    words = fold_case(demand.words[:400])
    named = [words[one.start : one.end] for one in lexicon.match_bodies(words) if is_living(one.id)]
    if head is None or (not named and head[1] in _BODIES):
        return False
    return not any(head[1] in name.casefold() for name in named)
