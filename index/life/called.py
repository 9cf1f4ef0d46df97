"""What the subject of a step is called in listings: UNMISS, *Panel of experts (South Sudan)*, *Travel ban and
asset freeze (Haiti)*.
"""

from __future__ import annotations

from collections.abc import Sequence

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.index.life.chains import has_one_life
from mandex.index.life.step import ENDING, Step, covers
from mandex.index.life.steps import Steps

_SHORT = {
    "components:ied": "components of explosive devices", "sectoral:inspection": "inspection of vessels",
    "sectoral:aviation": "flight ban", "sectoral:finance": "ban on financial services",
    "sectoral:labour": "ban on work permits", "sectoral:proliferation": "ban on sensitive items",
    "sectoral:transport": "controls on transport", "sectoral:vessels": "measures on vessels",
}  # fmt: skip
_KINDS = {"panel": "Panel of experts", "measures": "Measures", "authority": "Authorization"}
_LAYING = frozenset({"imposes", "extends", "continues"})
# *Extends the mandate of the 1540 Committee with the continued assistance of its group of experts*
_COMMITTEE = Expression(r"\bmandate of the (?P<name>(?:\d+ )?committee)\b")
_APPOINTS = Expression(r"\brecommends? to the general assembly that\b.{0,80}\bappointed\b|任命")
_REPORTS = Expression(
    r"\bextends the (?:monthly )?reporting re(?:quest|quirement)s?\b|延长.{0,20}报告(?:要求|请求)"
)
_PROVISIONS = Expression(r"^\W*(?:also |further )?reaffirms paragraphs? \d")
_FEW = 3  # kinds of measure that a name can hold


def called(step: Step, kept: Steps) -> str:
    """The subject of a step in words; measures by their kinds, or those of the paragraphs that it renews."""
    clause = fold(step.clause)
    kind, _, matter = step.subject.partition(" of ")
    committee = _COMMITTEE.search(clause)
    if kind in ("committee", "panel") and committee:
        return committee["name"].capitalize()
    if kind == "authority" and _APPOINTS.search(clause):
        return _about("Appointment", matter)
    if kind == "authority" and _REPORTS.search(clause):
        return _about("Reports", matter)
    if kind == "authority" and _PROVISIONS.search(clause):
        return _about("Provisions", matter)
    return _name(step.subject, _kinds(step, kept))


def _kinds(step: Step, kept: Steps) -> Sequence[str]:
    """The kinds of measure that a step lays down, or keeps or ends in the paragraphs that it names; none
    where it says none itself and one of these is not held.
    """
    if step.action not in _LAYING | ENDING or has_one_life(step.subject):
        return step.kinds
    kinds = dict.fromkeys(step.kinds)
    todo, seen = [step], {step.order}
    while todo:
        for cited, named in todo.pop().targets:
            aimed = [one for one in kept.of(cited) if named and covers(named, one.label)]
            if named and not step.kinds and not kept.of(cited):
                return ()
            laying = [one for one in aimed if one.action in _LAYING and one.order not in seen]
            seen |= {one.order for one in laying}
            kinds |= dict.fromkeys(kind for one in laying for kind in one.kinds)
            todo += [one for one in laying if not one.kinds]
    return tuple(kinds) if len(kinds) <= _FEW else step.kinds


def _name(subject: str, kinds: Sequence[str]) -> str:
    body = lexicon.bodies().get(subject.removesuffix(" strength").removesuffix(" office"))
    if body is not None:
        beside = next((f" ({one})" for one in ("strength", "office") if subject.endswith(f" {one}")), "")
        return body.label_en + beside
    kind, _, matter = subject.partition(" of ")
    said = _KINDS.get(kind) or _shared(kind)
    if kind == "measures" and kinds:
        *others, last = map(_kind, kinds)
        said = f"{', '.join(others)} and {last}" if others else last
        said = f"{said[0].upper()}{said[1:]}"
    return _about(said, matter)


def _kind(kind: str) -> str:
    """A kind of measure in words: *arms embargo*, *ban on diamonds*."""
    group, _, what = kind.rpartition(":")
    words = _SHORT.get(kind) or what.replace("-", " ")
    return f"ban on {words}" if group == "commodity" else words


def _about(said: str, matter: str) -> str:
    country = lexicon.countries().get(matter)
    about = country.label_en if country else matter
    return f"{said} ({about})" if about.strip("-") else said


def _shared(kind: str) -> str:
    body = lexicon.bodies().get(kind)
    return body.label_en if body else kind.capitalize()
