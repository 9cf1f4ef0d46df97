"""The regime that a listed group is under: that whose newest texts name it most (*Taliban*, *Al-Shabaab*).

Which groups there are is known, under which measures they are is not: their names are looked for in what
the resolutions on the measures of each matter say. A country that these texts name has no regime for that.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict

from mandex.corpus import lexicon
from mandex.corpus.fold import fold, has_words
from mandex.index.life.standing import Register

_NEWEST = 3  # resolutions on the measures of a matter that are read
_MOSTLY = 0.5  # of the paragraphs that name a group: then it is that regime's
_LEAST = 3  # letters of a name


def matter_of_group(register: Register, name: str) -> str:
    """The matter of the regime that a group, or groups (*ISIL/Da'esh*), are under; empty where none is."""
    names = _names_of({fold(one).strip() for one in name.split("/")})
    laying = register.kept.acting(("imposes", "extends", "continues"), "measures of ")
    docs: dict[str, list[int]] = defaultdict(list)
    for step in reversed(laying):
        if step.doc not in docs[step.matter] and len(docs[step.matter]) < _NEWEST:
            docs[step.matter].append(step.doc)
    of = {doc: matter for matter, newest in docs.items() for doc in newest}
    rows = register.store.connection.execute(
        "SELECT p.doc, p.text FROM json_each(?) AS j JOIN paragraphs AS p ON p.doc = j.value"
        " WHERE p.kind IN ('operative', 'preambular')",
        (json.dumps(list(of)),),
    )
    said: Counter[str] = Counter()
    for doc, text in rows if names else ():
        words = fold(text)
        if any(one in words and has_words(words, one) for one in names):
            said[of[doc]] += 1
    return next((matter for matter, count in said.most_common(1) if count > _MOSTLY * said.total()), "")


def _names_of(said: set[str]) -> list[str]:
    """All names of the groups of which one is said: *塔利班* is the Taliban."""
    known = lexicon.named_things()["group"].values()
    terms = [{fold(term) for term in (one.id, *one.terms_en, *one.terms_zh)} for one in known]
    return [one for group in terms if group & said for one in group if len(one) >= _LEAST]
