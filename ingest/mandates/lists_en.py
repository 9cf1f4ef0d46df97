"""Which names of an English clause stand together as one list, and what stands between them."""

from __future__ import annotations

from collections.abc import Sequence

from mandex.corpus.expressions import Expression
from mandex.corpus.phrases import Found
from mandex.ingest.mandates.names_en import phrase_start

# Asides between the addressee and the deed: , in consultation with the Secretary-General,
ASIDE = Expression(
    r",\s*(?:in(?!\s+particular)|with|including\s+(?:through|by|in|with)|through|within|acting|under|pursuant|following|upon|subject|as|where|when|if|after|by|"
    r"consistent|taking|while|without|inter|on|at|for|bearing|working|supported|drawing|addressing|noting|considering)\b(?!\s+well\s+as)[^,]*(?:,\s*including\s+(?:those\b|the\b|all\b|[A-Z])[^,]*)?(?=,|$)"
)
# By whom States act is not told: Member States acting nationally or through regional organizations, including
# the EU, to cooperate.
_BY_MEANS_OF = Expression(r"\bor\s+through\b[^,;:]*(?:,\s*including\b[^,;:]*)?")
_TOGETHER = Expression(
    r"\b(?:in (?:close )?(?:consultation|coordination|cooperation|conjunction|accordance)|with)\b.*$"
)
# What may stand between two of one list, where no *to* ends it.
_LINK = Expression(
    r"(?:[,;]|\band\b|\bor\b|\bas\s+well\s+as\b|\bincluding\b|\bin\s+particular\b|\bparticularly\b|\bespecially\b"
    r"|\bnotably\b|/|&)"
)
_LINK_WORDS = 7


# Who is listed beside others without a name of his own: donors and organizations; the organisations and
# States listed in paragraph 3; not: the Organization, organizations for which a name stands.
_AND_ORGANIZATIONS = Expression(r",?\s+(?:and|or)\s+(?:(?!of\b)\w+\s+){0,2}organi[sz]ations\b(?!\s+of\b)")
_ORGANIZATIONS_AND = Expression(r"\borgani[sz]ations\s+(?:and|or)\s+(?:\w+\s+)?$")
_ORGANIZED = frozenset({"international-organizations", "regional-organizations"})


def beside(clause: str, head: Sequence[Found]) -> list[str]:
    """The ids of the organizations that stand, unnamed, in one list with those addressed."""
    if not _ORGANIZED.isdisjoint(f.id for f in head):
        return []
    before = _ORGANIZATIONS_AND.search(clause, 0, phrase_start(clause, head[0]))
    return ["international-organizations"] if before or _AND_ORGANIZATIONS.match(clause, head[-1].end) else []


def find_asides(clause: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of `clause` between `start` and `end` that only say how, with whom or when."""
    out = [(match.start(), match.end()) for match in ASIDE.finditer(clause, start, end)]
    out += [(match.start(), match.end()) for match in _BY_MEANS_OF.finditer(clause, start, end)]
    if match := _TOGETHER.search(clause, start, end):
        out.append((match.start(), end))
    return out


# What the first of a list consists of, or tells whom: member States of ICGLR and …; to the Council and …
_OF_OR_TO = Expression(r"^\s*of\s(?!the\s+Secretary-General)|\b(?:to|from|against)\b|^\s*that\s")


def listed(clause: str, names: Sequence[Found]) -> list[Found]:
    """The names that stand together as one list from the first on."""
    out = list(names[:1])
    for name in names[1:]:
        gap = clause[out[-1].end : name.start]
        if gap == " (" and name.id == out[-1].id:  # the African Union (AU), the East African Community (EAC)
            out.append(name)
            continue
        if (
            _OF_OR_TO.search(gap)
            or len(gap.split()) > _LINK_WORDS
            or not (_LINK.search(gap) or name.start <= out[-1].end)
        ):
            break
        out.append(name)
    return out
