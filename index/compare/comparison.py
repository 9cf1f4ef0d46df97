"""Two texts compared: paragraph by paragraph, word by word, and what changed in substance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from mandex.corpus.model import Document, Paragraph
from mandex.corpus.records import dataclass
from mandex.index.compare.across import across_parts
from mandex.index.compare.alignment import Relation, align
from mandex.index.compare.kept import Kept
from mandex.index.compare.parted import of_the_whole
from mandex.index.compare.sides import ORDER, Change, Side
from mandex.index.compare.substance import changes
from mandex.index.compare.translated import Translated
from mandex.index.compare.whole import Whole
from mandex.index.compare.words import Edit, differences

_PRINTED = 0.34  # likeness: what is kept by its number is less like what keeps it


@dataclass(frozen=True, slots=True)
class Difference:
    """A paragraph of the new text beside what it goes back to; `old` or `new` is None where one has none.
    Of one that is kept by its number, `new_place` is the paragraph that keeps it.

    `edits` turn the text of `old` into that of `new`; `likeness` runs from 0 to 1.
    """

    relation: Relation
    old: Paragraph | None
    new: Paragraph | None
    changes: tuple[Change, ...]
    edits: tuple[Edit, ...]
    likeness: float
    old_place: str = ""
    new_place: str = ""

    def row(self) -> dict[str, Any]:
        """As a row of `compare`."""
        return {
            "old_seq": self.old.seq if self.old else None, "new_seq": self.new.seq if self.new else None,
            "old_label": self.old.label if self.old else "", "new_label": self.new.label if self.new else "",
            "kind": self.paragraph.kind, "old_place": self.old_place, "new_place": self.new_place,
            "relation": self.relation, "changes": [change.row() for change in self.changes],
            "old_text": self.old.text if self.old else "", "new_text": self.new.text if self.new else "",
            "words": [[edit.operation, edit.text] for edit in self.edits], "likeness": self.likeness,
        }  # fmt: skip

    @property
    def paragraph(self) -> Paragraph:
        """The new paragraph, or the old one where it was dropped."""
        found = self.new or self.old
        assert found is not None
        return found

    @property
    def substance(self) -> tuple[Change, ...]:
        """The changes of substance."""
        return tuple(change for change in self.changes if not change.moved)

    @property
    def references(self) -> tuple[Change, ...]:
        """The references that were only brought up to date."""
        return tuple(change for change in self.changes if change.moved)

    @property
    def weight(self) -> tuple[int, int]:
        """For sorting, the weightiest first: substance, then operative paragraphs new and dropped."""
        demands = 0 if self.paragraph.kind == "operative" else 1
        if self.substance:
            return min(ORDER.index(change.what) for change in self.substance), demands
        order: tuple[Relation, ...] = (
            "new",
            "dropped",
            "split",
            "merged",
            "moved-changed",
            "changed",
            "moved",
        )
        return len(ORDER) + (order.index(self.relation) if self.relation in order else 9), demands


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents and their differences in the order of the new text."""

    old: Document
    new: Document
    differences: tuple[Difference, ...]

    def count(self) -> Counter[str]:
        """How many paragraphs fared how; titles only name the text."""
        return Counter(str(d.relation) for d in self.differences if d.paragraph.kind != "title")

    def weightiest(self) -> list[Difference]:
        """All that changed, substance first."""
        said = (d for d in self.differences if d.paragraph.kind != "title")
        changed = [d for d in said if d.relation != "same" or d.changes]
        return sorted(changed, key=lambda difference: difference.weight)

    def references(self) -> list[Difference]:
        """The paragraphs with references that were only brought up to date, in the order of the new text."""
        return [difference for difference in self.differences if difference.references]


def compare(old: Document, new: Document, originals: tuple[Document, Document] | None = None) -> Comparison:
    """Compare two texts in one language; `originals` are the same two in English, where these are none."""
    before, after = Side(old), Side(new)
    old_places, new_places = places(old.paragraphs), places(new.paragraphs)
    pairs = align(old.paragraphs, new.paragraphs, old.number)
    whole, found = Whole(old.paragraphs, new.paragraphs, pairs), []
    sides = [
        (
            old.paragraphs[pair.old] if pair.old is not None else None,
            new.paragraphs[pair.new] if pair.new is not None else None,
        )
        for pair in pairs
    ]
    all_edits = [
        tuple(differences(one.text if one else "", other.text if other else "")) for one, other in sides
    ]
    told = of_the_whole(pairs, all_edits)
    what_changed = across_parts(pairs, [
        changes(before, one, after, other, edits, own, whole.beside(pair)) if one and other else []
        for pair, (one, other), edits, own in zip(pairs, sides, all_edits, told, strict=True)
    ])  # fmt: skip
    if originals:
        english = Translated((old, new), originals, [places(one.paragraphs) for one in originals])
        what_changed = [
            english.told(what, old_places[one.seq], new_places[other.seq]) if one and other else what
            for (one, other), what in zip(sides, what_changed, strict=True)
        ]
    kept = Kept(old, new)
    for pair, (one, other), edits, what in zip(pairs, sides, all_edits, what_changed, strict=True):
        by = kept.by(one) if one and pair.relation == "dropped" else None
        keeper = kept.by_number(one, other.seq) if one and other and pair.likeness < _PRINTED else by
        told_of_it = kept.told(one, keeper, what) if one and keeper else what
        seq = other.seq if other else by.seq if by else None
        found.append(
            Difference(
                "kept" if by else pair.relation, one, other, tuple(told_of_it), edits, pair.likeness,
                old_places[one.seq] if one else "", new_places[seq] if seq is not None else "",
            )
        )  # fmt: skip
    return Comparison(old, new, tuple(found))


def apply(paragraphs: Sequence[Paragraph], found: Sequence[Difference]) -> list[Paragraph]:
    """The new text out of the old one: what a comparison is worth is that this gives the new exactly.

    Only the edits are used, and the place, kind and number of each new paragraph. Raises `ValueError` where
    the old paragraphs are not those compared.
    """
    old = {paragraph.seq: paragraph for paragraph in paragraphs}
    out: dict[int, Paragraph] = {}
    for difference in found:
        if difference.new is None:
            continue
        source = old[difference.old.seq].text if difference.old else ""
        out[difference.new.seq] = replace(difference.new, text=_edited(source, difference.edits))
    return [out[seq] for seq in sorted(out)]


def _edited(text: str, edits: Sequence[Edit]) -> str:
    out, at = "", 0
    for edit in edits:
        if edit.operation == "add":
            out += edit.text
            continue
        if not text.startswith(edit.text, at):
            raise ValueError(f"the comparison is of another text: {edit.text!r} is not at {at}")
        at += len(edit.text)
        out += edit.text if edit.operation == "keep" else ""
    return out


def places(paragraphs: Sequence[Paragraph]) -> dict[int, str]:
    """Where each paragraph stands, for people: its pinpoint, PP3 for the third preambular paragraph, else its
    kind and its number in reading order. By `seq`.
    """
    out, preambular = {}, 0
    for paragraph in paragraphs:
        preambular += paragraph.is_recital
        counted = (
            f"PP{preambular}" if paragraph.kind == "preambular" else f"{paragraph.kind} ¶{paragraph.seq}"
        )
        out[paragraph.seq] = paragraph.pinpoint or counted
    return out
