"""Whether a demand establishes something itself, or only speaks of what is to be established."""

from __future__ import annotations

from mandex.corpus.acts import performance
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import is_chinese
from mandex.index.life.living import is_part
from mandex.index.life.provision import Provision
from mandex.index.life.step import above

# What an act stands behind that serves something else. Taken: *until a democratic South Africa is
# established*, *the mandate is designed to create the conditions*; left: *decides, at the request of the
# Government, to establish*.
_ASIDE = Expression(
    r"\b(?:until|in order|so as|designed|consider\w*|review|arrangements|conditions|assist|help\w*|advance"
    r"|prepare|commitment|recommendations|reverse|months of|all necessary means|having regard|eradication"
    r"|calls for)\b"
)
# What the Council establishes: *to establish, in accordance with rule 28, a Committee*; left: *to establish
# such guidelines as may be necessary*, *establish the Abyei Joint Security Police*.
_BODY = Expression(
    r"\b(?:committee|commission|mission|(?:interim|emergency|observer) force|operation|tribunal|office"
    r"|(?:panel|group|team)\b.{0,40}\bexperts?|(?:monitoring|working) (?:group|team|mechanism))\b"
)
_OPENS = Expression(
    r"^\W*(?:(?:also|further|therefore)\W+)?(?:decides?|authori[sz]es?|requests?|establish\w*|to establish)\b"
)
# *To establish the necessary operational links with the United Nations Operation in Burundi*
_LINKS = Expression(r"^\w+ (?:and \w+ )?(?:the |an? )?(?:[\w-]+ ){0,3}(?:links?|liaison)\b")
_IN_FORCE = Expression(r"\bshall enter into force\b")
_REACH = 200  # characters after the verb in which what it establishes is named


def founds(demand: Provision, clause: str) -> bool:
    """Whether a demand without a term establishes something; of a point of a list, a body.

    Points are tasks: *to support the planning and establishment of transitional security arrangements*, *to
    establish and maintain liaison with the parties*.
    """
    found = performance(clause)
    if found is None or is_chinese(clause):
        return found is not None
    if _LINKS.search(clause[found.at :]) or is_part(demand, clause[found.at :]):
        return False
    if not above(demand.label):
        return not _ASIDE.search(clause[: found.at])
    if _IN_FORCE.search(clause):
        return True
    opens = _OPENS.search(clause) is not None
    return opens and _BODY.search(clause[found.at : found.at + _REACH]) is not None
