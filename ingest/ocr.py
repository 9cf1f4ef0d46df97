"""Optical character recognition of scanned pages, by the program `tesseract` where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from statistics import median

import pypdfium2

from mandex.corpus.errors import UnreadableFileError
from mandex.ingest.readers.pdf_glyphs import Fragment, Page

_PROGRAM = "tesseract"
_LANGUAGES = ("eng", "chi_sim", "chi_tra")
_DOTS_PER_POINT = 300 / 72  # tesseract is trained on 300 dots per inch
_LARGEST = 12_000  # dots along an edge: a page that claims to be wider than a metre is not rendered so finely
_SECONDS = 300
_WORD, _LINE = "5", "4"  # levels of a row in tesseract's TSV
# Heights of lines differ with their letters; only a third more or less is another type size.
_SAME_SIZE = 1 / 3


def read_scan(page: pypdfium2.PdfPage) -> Page:
    """The words of a scanned page with their places, as from a page with a text layer.

    Raises `UnreadableFileError` where tesseract or its English data is not installed, or gives up.
    """
    languages = _languages()
    width, height = page.get_size()
    scale = min(_DOTS_PER_POINT, _LARGEST / max(width, height, 1))
    table = _run(["stdin", "stdout", "-l", "+".join(languages), "--dpi", "300", "tsv"], _picture(page, scale))
    return Page(width, height, tuple(_words(table, scale)))


@cache
def _languages() -> tuple[str, ...]:
    if shutil.which(_PROGRAM) is None:
        raise UnreadableFileError(
            "has no text layer, and tesseract, which --ocr needs, is not installed: on Debian and Ubuntu "
            "`apt install tesseract-ocr tesseract-ocr-chi-sim tesseract-ocr-chi-tra`, "
            "on macOS `brew install tesseract tesseract-lang`", "no-text-layer",
        )  # fmt: skip
    installed = set(_run(["--list-langs"], b"").split())
    found = tuple(language for language in _LANGUAGES if language in installed)
    if not found:
        raise UnreadableFileError(
            "has no text layer, and tesseract has no data for English or Chinese: "
            "`apt install tesseract-ocr-eng tesseract-ocr-chi-sim`", "no-text-layer",
        )  # fmt: skip
    return found


def _run(arguments: list[str], picture: bytes) -> str:
    try:
        done = subprocess.run(
            [_PROGRAM, *arguments], input=picture, capture_output=True, timeout=_SECONDS, check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # ingestion has its own workers
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise UnreadableFileError(
            f"has a page that tesseract did not read in {_SECONDS} s", "bad-ocr"
        ) from error
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UnreadableFileError(
            f"has a page that tesseract cannot read: {reason[-1] if reason else error}", "bad-ocr"
        ) from error
    return done.stdout.decode("utf-8", "replace")


def _picture(page: pypdfium2.PdfPage, scale: float) -> bytes:
    """The page as a grey picture in the PGM format."""
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        rows = bytes(bitmap.buffer)
        header = b"P5\n%d %d\n255\n" % (bitmap.width, bitmap.height)
        if bitmap.stride == bitmap.width:
            return header + rows
        starts = range(0, bitmap.height * bitmap.stride, bitmap.stride)
        return header + b"".join(rows[start : start + bitmap.width] for start in starts)
    finally:
        bitmap.close()


def _words(table: str, scale: float) -> list[Fragment]:
    """Words with the base line and the height of their line; dots become points."""
    rows = [row.split("\t") for row in table.splitlines()[1:]]
    heights = [int(row[9]) for row in rows if row[0] == _LINE]
    usual = median(heights) if heights else 0.0
    words: list[Fragment] = []
    bottom, size = 0, 0.0
    for row in rows:
        left, top, width, height = map(int, row[6:10])
        if row[0] == _LINE:
            bottom = top + height
            size = usual if abs(height - usual) <= _SAME_SIZE * usual else height
        elif row[0] == _WORD and row[11].strip():
            words.append(
                Fragment(row[11] + " ", left / scale, (left + width) / scale, bottom / scale, size / scale)
            )
    return words
