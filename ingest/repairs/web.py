"""What web sites and databases print around a document."""

from __future__ import annotations

from mandex.corpus.expressions import Expression
from mandex.corpus.traced import Replacement, Traced

# Wikisource: the notice that a text is in the public domain ends the page.
_LICENCE = Expression(
    r"(?m)^[ \t]*(?:本作品(?:来自|來自)(?:联合国|聯合國)|本作品在.{0,40}公有领域|Public domain"
    r"|This work (?:is|comes|has been) .{0,60}(?:public domain|United Nations))"
)
_LICENCE_REACH = 2500  # characters at the end of the page in which it stands
# Thesaurus terms that a database puts before a text: %%%TERRORISM|CRIMINAL JUSTICE|
_KEYWORDS = Expression(r"(?m)^%%%[^\n]*\n?")


def drop_site_text(text: Traced) -> Traced:
    """Without licence footers and keyword headers."""
    changes = [Replacement(m.start(), m.end(), "") for m in _KEYWORDS.finditer(text.text)]
    licence = _LICENCE.search(text.text, max(0, len(text) - _LICENCE_REACH))
    if licence:
        changes.append(Replacement(licence.start(), len(text), ""))
    return text.replace("site-text", changes) if changes else text
