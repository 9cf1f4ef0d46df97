"""Damaged and mixed inputs: a reader answers or refuses; it never fails, hangs or takes the machine."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mandex.corpus.errors import MandexError
from mandex.ingest import pipeline
from torture.growth import PATTERNS, STAGES, seconds

LONGEST = 10.0  # seconds for one input

_TOKENS = [pattern.encode("utf-8") for pattern in PATTERNS]
_BYTES = (
    b"\x00",
    b"\xff",
    b"\x80",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\x1b]52;c;eA==\x07",
)
QUERIES = ("query", "question", "reference")


@dataclass(frozen=True, slots=True)
class Broken:
    """An input that was not answered as it should be, and how."""

    name: str
    data: bytes
    how: str


def mutant(seed: bytes, chance: random.Random) -> bytes:
    """A seed with some of its bytes changed, left out, doubled, moved, or mixed with hard tokens."""
    data = bytearray(seed)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at = chance.randrange(len(data) + 1)
        to = min(len(data), at + chance.choice((1, 2, 8, 64, 512)))
        match chance.randrange(6):
            case 0:
                del data[at:to]
            case 1:
                data[at:at] = chance.choice(_TOKENS) * chance.choice((1, 3, 50))
            case 2:
                data[at:at] = data[at:to] * chance.choice((1, 2, 20))
            case 3 if at < len(data):
                data[at] ^= 1 << chance.randrange(8)
            case 4:
                data[at:to] = chance.choice(_BYTES)
            case _:
                other = chance.randrange(len(data) + 1)
                data[at:to] = data[other : other + (to - at)]
    return bytes(data)


def read(seeds: Sequence[Path], count: int, seed: int = 0) -> Iterator[Broken | None]:
    """Read `count` mutants of the seeds; None for each that was answered or refused."""
    chance = random.Random(seed)
    contents = [(path, path.read_bytes()) for path in seeds]
    for number in range(count):
        path, content = chance.choice(contents)
        data = mutant(content, chance)
        yield _read(Path(f"{number}{path.suffix}"), data)


def _read(path: Path, data: bytes) -> Broken | None:
    found: list[pipeline.Reading] = []
    try:
        taken = seconds(lambda _: found.append(pipeline.read_data(path, data)), "")
    except Exception as error:
        return Broken(path.name, data, repr(error))
    if taken > LONGEST:
        return Broken(path.name, data, f"{taken:.0f} seconds")
    faults = [p.message for r in found for p in r.problems if p.code == "internal-error"]
    return Broken(path.name, data, faults[0]) if faults else None


def ask(seeds: Sequence[str], count: int, seed: int = 0) -> Iterator[Broken | None]:
    """Ask `count` mutants of queries, questions and references."""
    chance = random.Random(seed)
    for _ in range(count):
        stage = chance.choice(QUERIES)
        text = mutant(chance.choice(seeds).encode("utf-8"), chance).decode("utf-8", "replace")
        try:
            taken = seconds(lambda _, s=stage, t=text: STAGES[s](t), "")  # type: ignore[misc]
        except MandexError:
            taken = 0.0
        except Exception as error:
            yield Broken(stage, text.encode(), repr(error))
            continue
        yield Broken(stage, text.encode(), f"{taken:.0f} seconds") if taken > LONGEST else None
