"""Files inside a file: members of an archive, attachments of a message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from mandex.corpus.errors import UnreadableFileError
from mandex.corpus.model import Problem
from mandex.ingest import readers
from mandex.ingest.raw import RawText

MOST_BYTES = 512 * 2**20  # of all members together, unpacked: as much as one file may have


def read_member(
    path: Path, name: str, data: bytes, sha256: str, *, ocr: bool, depth: int
) -> Iterator[RawText]:
    """The documents of one member, in the name of the file around it; a refusal where there is none."""
    try:
        found = readers.read(Path(name), data, ocr=ocr, depth=depth + 1)
    except UnreadableFileError as error:
        yield refusal(path, name, sha256, str(error), error.code)
        return
    for raw in found:
        inner = raw.facts.get("member")
        whole = f"{name}/{inner}" if inner else name
        problems = (replace(p, where=f"{whole}, {p.where}".rstrip(", ")) for p in raw.problems)
        yield replace(
            raw, source=str(path), sha256=sha256, problems=tuple(problems),
            facts={**raw.facts, "member": whole},
        )  # fmt: skip


def refusal(path: Path, name: str, sha256: str, message: str, code: str) -> RawText:
    """What stands for a member that could not be read: no text, and a problem that says why."""
    problem = Problem(code, "error", message, source=str(path), where=name)
    return RawText("", str(path), sha256, "", facts={"member": name}, problems=(problem,))


def passed_over(path: Path, names: Iterable[str]) -> tuple[Problem, ...]:
    """A note that names the members of kinds that are not read."""
    left = sorted(names)
    if not left:
        return ()
    more = f" and {len(left) - 10} more" if len(left) > 10 else ""
    message = f"members of other kinds were passed over: {', '.join(left[:10])}{more}"
    return (Problem("other-kind", "info", message, source=str(path)),)


def is_readable(name: str) -> bool:
    """Does a member bear a suffix of a kind that is read? Hidden files, and those of macOS, do not count."""
    parts = PurePosixPath(name).parts
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts)
    return not hidden and PurePosixPath(name).suffix.lower() in readers.SUFFIXES


def only_documents(path: Path, found: list[RawText], notes: tuple[Problem, ...]) -> list[RawText]:
    """What came of all members, the notes with the first document; raises where there is none."""
    documents = [raw for raw in found if raw.text]
    if not documents:
        reasons = [f"{p.where}: {p.message}" for raw in found for p in raw.problems] + [
            n.message for n in notes
        ]
        raise UnreadableFileError("holds no document" + "".join(f"; {reason}" for reason in reasons[:3]))
    first = replace(documents[0], problems=(*documents[0].problems, *notes))
    return [first if raw is documents[0] else raw for raw in found]
