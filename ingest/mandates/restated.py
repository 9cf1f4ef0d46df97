"""Whether a statement restates a decision, which binds as that does though the statement only notes it."""

from __future__ import annotations

from mandex.corpus.expressions import Expression

# Taken: *Reaffirms its decision in paragraph 1 of resolution 2368 (2017) that all States shall take the
# following measures* (2734 OP1), *Recalls its decision that all Member States shall comply with the arms
# embargo*, *Reaffirms paragraph 14 of resolution 2699, which decided that all Member States shall*; left:
# *Reaffirms its decision to review the progress*, *recalls its decision that UNAMID would be reconfigured*,
# *Reaffirms that Member States must ensure*, of which the text names no decision.
_DECIDED = Expression(
    r"(?i)^\W*(?:\w+ ){0,2}(?:re-?affirms?|affirms?|recalls?|reiterates?|emphasi[sz]es|confirms?)\s"
    r"(?:[^.;:]{0,80}\bits\s(?:previous\s|earlier\s)?decisions?\b|[^.;:]{0,80}\bwhich\s(?:it\s)?decided\b)"
    r"[^.;:]{0,160}?\bthat\b[^.;:]{0,200}\b(?:shall|must)\b"
)
_DECIDED_ZH = Expression(
    r"^\W*(?:还|還|又|进一步|進一步)?(?:重申|回顾|回顧)[^。;；]{0,40}(?:安理会|安理會|其)[^。;；]{0,30}(?:决定|決定)"
    r"[^。;；]{0,100}(?:应|應|须|須|不得)"
)


def restates_decision(clause: str) -> bool:
    """Whether a clause that notes something states again what was decided that others shall do."""
    return _DECIDED.search(clause) is not None or _DECIDED_ZH.search(clause) is not None
