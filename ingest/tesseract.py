"""The program `tesseract`: a picture of a page in, lines of words with places and confidence out."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from mandex.corpus.errors import UnreadableFileError
from mandex.corpus.records import dataclass

Picture = NDArray[np.uint8]  # rows of grey dots, 0 black to 255 white

_PROGRAM = "tesseract"
_LANGUAGES = ("eng", "chi_sim", "chi_tra")
_SECONDS = 900  # of a page; on a busy machine a dense one has needed more than 300
_WORD, _LINE = "5", "4"  # levels of a row in tesseract's TSV


@dataclass(frozen=True, slots=True)
class Word:
    """A recognised word, places in dots from the top left corner; `confidence` goes from 0 to 100."""

    text: str
    left: int
    width: int
    confidence: float

    @property
    def right(self) -> int:
        """Where it ends."""
        return self.left + self.width


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A recognised line of words."""

    top: int
    height: int
    words: tuple[Word, ...]

    @property
    def bottom(self) -> int:
        """Where it ends: about its base line."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Recognised:
    """What one language's data made of a picture."""

    language: str
    lines: tuple[ReadLine, ...]

    @property
    def confidence(self) -> float:
        """How sure tesseract is of a character, on average: 0 to 100."""
        words = [(word.confidence, len(word.text)) for line in self.lines for word in line.words]
        return sum(c * size for c, size in words) / max(1, sum(size for _, size in words))

    @property
    def text(self) -> str:
        """All words, for counting what they are written with."""
        return "".join(word.text for line in self.lines for word in line.words)


@cache
def languages() -> tuple[str, ...]:
    """The languages read here that tesseract has data for.

    Raises `UnreadableFileError`, saying what to install, where there is none.
    """
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


def recognise(picture: Picture, language: str) -> Recognised:
    """Read a picture of 300 dots an inch. Raises `UnreadableFileError` where tesseract gives up."""
    table = _run(["stdin", "stdout", "-l", language, "--dpi", "300", "tsv"], _pgm(picture))
    return Recognised(language, tuple(lines_of(table)))


def turned(picture: Picture) -> int:
    """By how many quarters of a circle, clockwise, a page is to be turned; 0 where nothing tells."""
    try:
        answer = _run(["stdin", "stdout", "--psm", "0", "--dpi", "300"], _pgm(picture))
    except UnreadableFileError:  # too few characters to tell, or no data for orientation
        return 0
    found = dict(line.split(": ", 1) for line in answer.splitlines() if ": " in line)
    sure = float(found.get("Orientation confidence", "0")) >= _SURE_OF_TURN
    return int(found.get("Rotate", "0")) // 90 if sure else 0


_SURE_OF_TURN = 2.0


def lines_of(table: str) -> Sequence[ReadLine]:
    """The lines of words in tesseract's TSV; blank words and lines without any are left out."""
    lines: list[tuple[int, int, list[Word]]] = []
    for row in (line.split("\t") for line in table.splitlines()[1:]):
        left, top, width, height = map(int, row[6:10])
        if row[0] == _LINE:
            lines.append((top, height, []))
        elif row[0] == _WORD and row[11].strip():
            lines[-1][2].append(Word(row[11].strip(), left, width, float(row[10])))
    return [ReadLine(top, height, tuple(words)) for top, height, words in lines if words]


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


def _pgm(picture: Picture) -> bytes:
    height, width = picture.shape
    return b"P5\n%d %d\n255\n" % (width, height) + picture.tobytes()
