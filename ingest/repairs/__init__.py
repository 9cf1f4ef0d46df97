"""Small named repairs, each one kind of damage; every change is logged on the `Traced` text.

`REPAIRS` work on the whole text, line ends and all, before it is cut into paragraphs; `PARAGRAPH_REPAIRS`
on one printed paragraph. A repair is made only where it is certain.
"""

from __future__ import annotations

from mandex.corpus.traced import Traced
from mandex.ingest.repairs.base import Repair
from mandex.ingest.repairs.characters import (
    drop_invisible,
    part_ligatures,
    replace_look_alikes,
    replace_radicals,
)
from mandex.ingest.repairs.furniture import drop_page_furniture
from mandex.ingest.repairs.lines import join_lines, mark_divided_words
from mandex.ingest.repairs.scramble import unscramble
from mandex.ingest.repairs.slips import mend_citations, mend_letters, mend_numbers
from mandex.ingest.repairs.spacing import close_spaced_chinese, narrow_full_width, restore_line_ends
from mandex.ingest.repairs.web import drop_site_text

__all__ = ["PARAGRAPH_REPAIRS", "REPAIRS", "Repair", "repair_paragraph", "repair_text"]

REPAIRS: tuple[Repair, ...] = (
    Repair("invisible-mark", drop_invisible),
    Repair("radical", replace_radicals),
    Repair("ligature", part_ligatures),
    Repair("look-alike", replace_look_alikes),
    Repair("scrambled-letters", unscramble),
    Repair("site-text", drop_site_text),
    Repair("page-furniture", drop_page_furniture),
    Repair("full-width", narrow_full_width),
    Repair("spaced-chinese", close_spaced_chinese),
    Repair("lost-line-end", restore_line_ends),
    Repair("divided-word", mark_divided_words),
    Repair("misread-number", mend_numbers),
    Repair("misread-letter", mend_letters),
)

PARAGRAPH_REPAIRS: tuple[Repair, ...] = (
    Repair("invisible-mark", drop_invisible),
    Repair("radical", replace_radicals),
    Repair("look-alike", replace_look_alikes),
    Repair("scrambled-letters", unscramble),
    Repair("site-text", drop_site_text),
    Repair("line-end", join_lines),
    Repair("misread-citation", mend_citations),
)


def repair_text(text: Traced) -> Traced:
    """All repairs of whole texts, in order."""
    for repair in REPAIRS:
        text = repair.apply(text)
    return text


def repair_paragraph(text: Traced) -> Traced:
    """All repairs of single paragraphs, in order."""
    for repair in PARAGRAPH_REPAIRS:
        text = repair.apply(text)
    return text.strip()
