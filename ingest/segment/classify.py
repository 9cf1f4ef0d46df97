"""Printed paragraphs become segments: which kind of document it is decides how they are walked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold_citing
from mandex.corpus.languages import Lang
from mandex.corpus.traced import Traced
from mandex.ingest.repairs.notes import drop_raised_marks, plain_marks
from mandex.ingest.segment import openers, papers, parts, resolution
from mandex.ingest.segment.unit import Segment, Unit

# Resolution 661 (1990) [of 6 August 1990]; 10 (1946). Resolution of 4 November 1946; 第2617(2021)号决议
_RESOLUTION_TITLE = Expression(
    r"(?i:(?:security council )?resolution \d{1,4}(?: ?\([^)]{4,10}\))?(?: of .{6,30})?"
    r"|\d{1,4} ?\(\d{4}\) ?\.? resolution of .{6,30})(?: ?[\[(]S/[^\])]{1,20}[\])])?"
    r"|(?:联合国)?(?:安理会|安全理事会)?第 ?\d{1,4} ?(?:\(\d{4}\))? ?号决议"
)
# France and Germany: draft resolution; 法国和德国:决议草案
_DRAFT_TITLE = Expression(r"(?i:.{3,300}[:：]\s?(?:revised )?draft resolution)|.{2,200}(?:决议|決議)草案")
# Whereas the Commission ...; Therefore the Security Council; 1. The Security Council requests ...
_OLD_OPENING = Expression(r"(?:\d\. )?(?:Whereas\b|(?:Therefore,? t|T)he Security Council\b|It is resolved)")
_TITLE_REACH = 40  # paragraphs among which a resolution's title must stand


def classify(units: Sequence[Unit], lang: Lang, *, marked: bool) -> list[Segment]:
    """The segments of a document from its printed paragraphs.

    A resolution that other text introduces (a letter, a circular, a gazette notice) is an annex of that
    text. `marked` tells that the source shows itself which figures are footnote marks (it raises them).
    """
    units = [unit for unit in units if unit.hint != "furniture"]
    titles = (i for i, unit in enumerate(units[:_TITLE_REACH]) if _is_resolution_title(unit))
    title = next(titles, None)
    council = resolution.opening(units, lang)
    if council is None and (title is None or not _enacts(units[title + 1 :], lang)):
        return _finished(list(papers.Walker(units).segments()), marked=marked)
    first = _first_paragraph(units, title, council)
    quoted = _first_quoted(units, first)
    if quoted is not None:
        return _finished(list(papers.Walker(units, quoted).segments()), marked=marked)
    head = _masthead(units[:first])
    return _finished([*head, *resolution.Walker(units[first:], lang).segments()], marked=marked)


def _enacts(units: Sequence[Unit], lang: Lang) -> bool:
    """Whether what follows a resolution's title is its text, where the Council is not named on its own.

    A summary under the same title is not: *Resolution 1373 requires all States to ...*
    """
    if any(parts.is_adoption(u.text.text) or _OLD_OPENING.match(u.text.text) for u in units[:_TITLE_REACH]):
        return True
    return bool(units) and bool(openers.opener(units[0].text.text, lang))


def _first_paragraph(units: Sequence[Unit], title: int | None, council: int | None) -> int:
    """Where the text begins: the Council is named first, but in the oldest resolutions."""
    if title is None or (council is not None and council < title):
        assert council is not None
        return council - _recitals_above(units[:council])
    between = [unit.text.text for unit in units[title + 1 : council]]
    only_masthead = all(parts.is_heading(text) or parts.is_adoption(text) for text in between)
    return council if council is not None and only_masthead else title + 1


def _recitals_above(units: Sequence[Unit]) -> int:
    """How many of the last units are recitals: in 1947 *Whereas ...* stands before *The Security Council*."""
    above = takewhile(lambda unit: unit.text.text.startswith("Whereas"), reversed(units))
    return sum(1 for _ in above)


def _first_quoted(units: Sequence[Unit], first: int) -> int | None:
    """Where a resolution begins that the text before it introduces; None where it is the document itself.

    Its title and the notice of its adoption belong to it: all that stands after the last sentence.
    """
    prose = [index for index, unit in enumerate(units[:first]) if parts.is_prose(unit.text.text)]
    return prose[-1] + 1 if prose else None


def _finished(segments: list[Segment], *, marked: bool) -> list[Segment]:
    """Paragraphs whole again around the notes, and without the notes' marks."""
    whole = list(_rejoined(segments))
    notes = [(index, s.label) for index, s in enumerate(whole) if s.kind == "footnote"]
    labels = {label for _, label in notes}
    plain = {} if marked else plain_marks([s.text.text if s.kind != "footnote" else "" for s in whole], notes)
    return [
        s if s.kind == "footnote"
        else replace(s, text=drop_raised_marks(s.text.replace("note-mark", plain.get(i, ())), labels))
        for i, s in enumerate(whole)
    ]  # fmt: skip


def _masthead(units: Sequence[Unit]) -> Iterator[Segment]:
    """Of what is printed above a resolution, its title and the notice of its adoption."""
    titled = False
    for unit in units:
        if parts.is_adoption(unit.text.text):
            yield Segment("signature", "", "", unit.text, unit.page)
        elif not titled and (
            unit.hint == "title" or _is_resolution_title(unit) or _DRAFT_TITLE.fullmatch(unit.text.text)
        ):
            yield Segment("title", "", "", unit.text, unit.page)
            titled = True


def _is_resolution_title(unit: Unit) -> bool:
    return _RESOLUTION_TITLE.fullmatch(fold_citing(unit.text.text)) is not None


def _rejoined(segments: list[Segment]) -> Iterator[Segment]:
    """Paragraphs that footnotes at the foot of a page cut in two, joined again."""
    index = 0
    while index < len(segments):
        segment = segments[index]
        stop = index + 1
        while stop < len(segments) and segments[stop].kind == "footnote":
            stop += 1
        if stop > index + 1 and stop < len(segments) and _goes_on(segment, segments[stop]):
            rest = segments[stop]
            joint = "" if _is_chinese(segment.text.text[-1:] + rest.text.text[:1]) else " "
            text = Traced.join(joint, [segment.text, rest.text])
            yield Segment(segment.kind, segment.label, segment.verb, text, segment.page)
            yield from segments[index + 1 : stop]
            index = stop + 1
        else:
            yield segment
            index += 1


def _goes_on(segment: Segment, following: Segment) -> bool:
    """Whether the text after the notes continues the one before them."""
    if (
        segment.kind in ("title", "heading", "table", "footnote", "signature")
        or following.kind != segment.kind
    ):
        return False
    if following.label or following.verb[:1].isupper() or segment.text.text[-1:] in ".。!?！？":
        return False
    return following.text.text[:1].islower() or _is_chinese(following.text.text[:1])


def _is_chinese(text: str) -> bool:
    return any("\u2e80" <= c <= "\u9fff" or "\uff00" <= c <= "\uffef" for c in text)
