"""Optical character recognition of scanned pages, by the program `tesseract` where it is installed.

Data of several languages at once mixes their scripts on one line. So a page is read with one, which is that
of the page before as long as it answers with confidence; else each is tried, and the surest is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from statistics import median

import numpy as np
import pypdfium2

from mandex.ingest.readers.pdf_glyphs import Fragment, Page
from mandex.ingest.slant import straightened
from mandex.ingest.tesseract import Picture, ReadLine, Recognised, Word, languages, recognise, turned

_DOTS_PER_POINT = 300 / 72  # tesseract is trained on 300 dots per inch
_LARGEST = 12_000  # dots along an edge: a page that claims to be wider than a metre is not rendered so finely
# Confidence: the right data answers with 85 and more, the wrong script's with 35 to 50, on a turned page less
_SURE, _LOST = 80.0, 60.0
# Heights of lines differ with their letters; only a third more or less is another type size.
_SAME_SIZE = 1 / 3
_CHINESE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f"
_HAN = re.compile(f"[{_CHINESE}]")
_FEW_HAN = 0.2  # of the characters: less is a page in English
# Chinese is printed without spaces, also beside figures; justified lines show gaps up to a character wide.
_JOINED = 1.2
_NARROW, _WIDE = 0.5, 0.8  # of the type size: a figure and a Chinese character, beside each other
_LABEL = re.compile(r"(?:\d{1,3}\.|\([a-z0-9一二三四五六七八九十]{1,4}\))$")


class Scanner:
    """Reads the pages of one document, and learns from each which language the next may be in."""

    def __init__(self) -> None:
        installed = languages()
        self._language = installed[0]
        self._untold = [language for language in installed if language.startswith("chi")]

    def read(self, page: pypdfium2.PdfPage) -> Page:
        """The words of a scanned page with their places, as from a page with a text layer.

        Raises `UnreadableFileError` where tesseract or its data is not installed, or gives up.
        """
        width, height = page.get_size()
        scale = min(_DOTS_PER_POINT, _LARGEST / max(width, height, 1))
        picture = _picture(page, scale)
        found = self._read(picture)
        if found.confidence < _LOST and (quarters := turned(picture)):
            picture = np.ascontiguousarray(np.rot90(picture, -quarters))
            found = self._read(picture)
            width, height = (height, width) if quarters % 2 else (width, height)
        if found.language.startswith("chi"):
            found = straightened(picture, found, _reader(found.language))
        return Page(width, height, tuple(fragments(found.lines, scale)))

    def _read(self, picture: Picture) -> Recognised:
        """With the language of the page before; with the others too, where that leaves doubts."""
        best = recognise(picture, self._language)
        if best.confidence >= _SURE and not self._may_be_english(best):
            return best
        chinese = self._untold if len(self._untold) == 1 else ["chi_sim"]
        for language in ("eng", *chinese):
            if language in languages() and language != self._language:
                best = max(best, recognise(picture, language), key=lambda found: found.confidence)
        if best.language in self._untold and len(self._untold) > 1:
            best = self._told(best, picture)
        self._language = best.language
        return best

    def _may_be_english(self, found: Recognised) -> bool:
        """Data for Chinese knows Latin letters too, but not as well."""
        text = found.text
        return found.language != "eng" and len(_HAN.findall(text)) < _FEW_HAN * len(text)

    def _told(self, found: Recognised, picture: Picture) -> Recognised:
        """Simplified or traditional: told once, on the first page in Chinese."""
        other = next(language for language in self._untold if language != found.language)
        best = max(found, recognise(picture, other), key=lambda either: either.confidence)
        self._untold = [best.language]
        return best


def _reader(language: str) -> Callable[[Picture], Recognised]:
    return lambda picture: recognise(picture, language)


def _picture(page: pypdfium2.PdfPage, scale: float) -> Picture:
    """The page in grey."""
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        rows = np.frombuffer(bytes(bitmap.buffer), np.uint8)[: bitmap.height * bitmap.stride]
        return np.ascontiguousarray(rows.reshape(bitmap.height, bitmap.stride)[:, : bitmap.width])
    finally:
        bitmap.close()


def fragments(lines: tuple[ReadLine, ...], scale: float) -> Iterator[Fragment]:
    """Words with the base line and the height of their line; dots become points.

    Of Chinese a fragment is what stands together: its words have no spaces between them.
    """
    usual = median(line.height for line in lines) if lines else 0.0
    for line in lines:
        size = usual if abs(line.height - usual) <= _SAME_SIZE * usual else line.height
        for text, left, right in _joined(line.words, size):
            yield Fragment(text, left / scale, right / scale, line.bottom / scale, size / scale)


def _joined(words: tuple[Word, ...], size: float) -> Iterator[tuple[str, int, int]]:
    text, left, right, reach = "", 0, 0, 0
    for word in words:
        if text and word.left - reach <= _JOINED * size and _is_chinese(text[-1], word.text[0]):
            text += " " + word.text if _LABEL.match(text) else word.text
        else:
            if text:
                yield _spaced(text), left, right
            text, left = word.text, word.left
        right = word.right
        reach = max(right, word.left + _least_width(word.text, size))
    if text:
        yield _spaced(text), left, right


def _least_width(text: str, size: float) -> int:
    """What a word takes at the least: tesseract boxes a number now and then by half."""
    chinese = len(_HAN.findall(text))
    return int((_NARROW * (len(text) - chinese) + _WIDE * chinese) * size)


def _is_chinese(before: str, after: str) -> bool:
    return bool(_HAN.match(before) or _HAN.match(after))


def _spaced(text: str) -> str:
    return text if _HAN.match(text[-1]) else text + " "
