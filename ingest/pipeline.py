"""Files in, documents in the store: both cores read, one writer writes, a run can be stopped and resumed."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from pathlib import Path

from mandex.corpus.errors import UnreadableFileError
from mandex.corpus.model import Document, Problem
from mandex.corpus.store import Store
from mandex.ingest import readers
from mandex.ingest.assemble import assemble
from mandex.ingest.raw import RawText

# A text of this size would be some forty thousand pages; whatever it is, it is no document of ours.
MAX_BYTES = 512 * 2**20
# Files that are on their way at one time, per worker: enough to keep it busy, few enough to hold in memory.
_IN_FLIGHT = 4
# Below this many files, starting worker processes costs more than it gains.
_WORTH_A_POOL = 8

_ADDRESS = re.compile(r"(https?|ftp):/+(\S+)", re.IGNORECASE)
# Files about a folder, not documents in it: README.md, LICENSE.txt; `readme-1540.txt` is one.
_ABOUT_FOLDER = re.compile(
    r"(?:readme|licen[cs]e|copying|changelog|contributing|code_of_conduct)", re.IGNORECASE
)
STANDARD_INPUT = Path("-")

Wanted = Callable[[Path], bool]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one file: its documents, or problems that say why there are none."""

    path: Path
    sha256: str
    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()
    skipped: bool = False


@dataclass(slots=True)
class Summary:
    """What a run did: files by outcome (`document`, `duplicate`, `skipped`, `failed`, `unchanged`)."""

    files: Counter[str] = field(default_factory=Counter)
    failures: list[Problem] = field(default_factory=list)
    duplicates: list[Problem] = field(default_factory=list)
    passed_over: list[Path] = field(default_factory=list)


def ingest(
    paths: Iterable[Path], store: Store, *, workers: int | None = None, lang: str = "", ocr: bool = False,
    progress: Progress | None = None, wanted: Wanted | None = None,
) -> Summary:  # fmt: skip
    """Read files and folders into the store; unchanged files (by content hash) are passed over.

    `lang` (`en`, `zh`) keeps only documents in that language; of the files found in folders only those that
    are `wanted` are looked at. `progress(done, total)` is called after each
    file. A file that cannot be read is a failure in the summary and a problem in the store; the run goes on.
    """
    summary = Summary()
    found = find_files(paths, wanted)
    summary.failures += found.problems
    summary.passed_over = found.others
    for path in found.others:
        _store(store, _passed_over(path))
    changed = [path for path in found.files if not _is_known(store, path, summary)]
    sources = [str(path) for path in found.others]
    for done, reading in enumerate(read_files(changed, workers=workers, ocr=ocr), 1):
        sources.append(_store(store, _only(reading, lang)))
        faults = reading.problems[:1] if not reading.documents else _members_refused(reading)
        summary.failures += [replace(p, source=sources[-1]) for p in faults]
        if progress:
            progress(done, len(changed))
    # A later file may have turned an earlier one into a duplicate: what counts is the state at the end.
    summary.files.update(outcome for source in sources if (outcome := store.outcome(source)))
    summary.duplicates += (p for source in sorted(sources) for p in store.duplicates(source))
    return summary


def _is_known(store: Store, path: Path, summary: Summary) -> bool:
    known = store.known_hash(str(path))
    if known is None or known != _hash(path):
        return False
    summary.files["unchanged"] += 1
    return True


def _hash(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""  # the reader will say what is wrong


def _only(reading: Reading, lang: str) -> Reading:
    """Without documents in other languages; the file is then looked at again by a run that wants them."""
    kept = tuple(d for d in reading.documents if d.lang.startswith(lang))
    if len(kept) == len(reading.documents):
        return reading
    note = Problem("other-language", "info", f"holds documents in other languages than {lang}")
    return replace(reading, documents=kept, sha256="", skipped=not kept, problems=(*reading.problems, note))


def _members_refused(reading: Reading) -> list[Problem]:
    """Files inside a file that could not be read, though others could."""
    return [replace(p, message=f"{p.where}: {p.message}") for p in reading.problems if p.severity == "error"]


def _store(store: Store, reading: Reading) -> str:
    """Write what came of a file; the name it is stored under."""
    source = str(reading.path)
    problems = [replace(p, source=source) for p in reading.problems]
    store.put_file(source, reading.sha256, reading.documents, problems, skipped=reading.skipped)
    return source


# -- which files


@dataclass(slots=True)
class Found:
    """The files under some paths, absolute, in order: those to read, and `others` of no kind we read."""

    files: list[Path] = field(default_factory=list)
    others: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def find_files(paths: Iterable[Path], wanted: Wanted | None = None) -> Found:
    """What there is to read under `paths`; a path that is not there is a problem.

    A folder is walked through without hidden entries (a clone's `.git`) and without following links; in it
    only files with a known suffix are read, and of those only the `wanted`. A file that is named outright is
    read whatever its suffix.
    """
    found = Found()
    seen: set[Path] = set()
    for path in paths:
        if path == STANDARD_INPUT:
            found.files.append(path)
            continue
        top = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
        if not top.exists():
            found.problems.append(_absent(path, top))
        for file in _walk(top, found.problems) if top.is_dir() else [top] if top.exists() else []:
            if file in seen or (wanted and file != top and not wanted(file)):
                continue
            seen.add(file)
            known = file == top or (
                file.suffix.lower() in readers.SUFFIXES and not _ABOUT_FOLDER.fullmatch(file.stem)
            )
            (found.files if known else found.others).append(file)
    return found


def _walk(top: Path, problems: list[Problem]) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        problems.append(_failure(Path(str(error.filename)), f"cannot be opened: {error.strerror}"))

    for folder, subfolders, names in os.walk(top, onerror=unreadable):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(names) if not name.startswith("."))


def _failure(path: Path, message: str, code: str = "unreadable-file") -> Problem:
    return Problem(code, "error", message, source=str(path))


def _absent(path: Path, top: Path) -> Problem:
    """A path that is not there, or a web address, which a path loses a slash of: `https:/undocs.org/…`."""
    address = _ADDRESS.match(str(path))
    if not address:
        return _failure(top, "does not exist: check the path", "no-such-file")
    url = f"{address[1]}://{address[2]}"
    message = (
        "is a web address, and Mandex reads only files: save the page in the browser (as a web page or PDF), "
        f"or fetch it with `curl -LO '{url}'`, and give the file"
    )
    return Problem("web-address", "error", message, source=url)


def _place(raw: RawText) -> str:
    """Which of a file's documents a doubt is about."""
    row = f"row {raw.facts['row']}" if "row" in raw.facts else ""
    return raw.facts.get("symbol") or ", ".join(filter(None, (raw.facts.get("member", ""), row)))


def _passed_over(path: Path) -> Reading:
    reason = f"has no suffix of a kind that Mandex reads ({path.suffix or 'none'})"
    if _ABOUT_FOLDER.fullmatch(path.stem):
        reason = "is about its folder"
    message = f"{reason}; name it outright to try"
    return Reading(path, "", problems=(Problem("other-kind", "info", message),), skipped=True)


# -- reading, in workers


def read_files(paths: Sequence[Path], *, workers: int | None = None, ocr: bool = False) -> Iterator[Reading]:
    """Read files, in no particular order; a file whose worker dies is named, and the run goes on."""
    workers = workers or os.cpu_count() or 1
    if workers == 1 or len(paths) < _WORTH_A_POOL or STANDARD_INPUT in paths:
        for path in paths:
            yield read_file(path, ocr=ocr)
        return
    left = list(reversed(paths))
    while left:
        suspects = yield from _read_in_pool(left, workers, ocr)
        for path in suspects:
            yield _read_alone(path, ocr)


def _read_in_pool(left: list[Path], workers: int, ocr: bool) -> Generator[Reading, None, list[Path]]:
    """Read what is `left`, taking it off; when a worker dies, end with the files that were under way."""
    pending: dict[Future[Reading], Path] = {}
    with ProcessPoolExecutor(workers, initializer=_ignore_interrupt) as pool:
        try:
            while left or pending:
                while left and len(pending) < workers * _IN_FLIGHT:
                    path = left.pop()
                    pending[pool.submit(read_file, path, ocr=ocr)] = path
                finished, _ = wait(pending, return_when=FIRST_COMPLETED)
                for future in finished:
                    reading = future.result()
                    del pending[future]
                    yield reading
        except BrokenProcessPool:
            return list(pending.values())
    return []


def _read_alone(path: Path, ocr: bool) -> Reading:
    """Read one file in a process of its own, which may die."""
    with ProcessPoolExecutor(1, initializer=_ignore_interrupt) as pool:
        try:
            return pool.submit(read_file, path, ocr=ocr).result()
        except BrokenProcessPool:
            message = "ended the process that read it (out of memory, perhaps): it was left out"
            return Reading(path, _hash(path), problems=(Problem("reader-died", "error", message),))


def _ignore_interrupt() -> None:
    """Ctrl-C is for the process that writes; workers end when it closes them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def read_file(path: Path, *, ocr: bool = False) -> Reading:
    """Read one file without storing anything. Never raises for what the file holds."""
    if path == STANDARD_INPUT:
        data = sys.stdin.buffer.read()
        return read_data(Path(f"stdin:{hashlib.sha256(data).hexdigest()[:12]}"), data, ocr=ocr)
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            message = f"is {size >> 20} MiB; Mandex reads files up to {MAX_BYTES >> 20} MiB: split it"
            return Reading(path, _hash(path), problems=(Problem("too-large", "error", message),))
        return read_data(path, path.read_bytes(), ocr=ocr)
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        return Reading(path, "", problems=(Problem("unreadable-file", "error", message),))


def read_data(path: Path, data: bytes, *, ocr: bool = False) -> Reading:
    """Read the content of a file; `path` only names it."""
    sha256 = hashlib.sha256(data).hexdigest()
    documents: list[Document] = []
    problems: list[Problem] = []
    try:
        for raw in readers.read(path, data, ocr=ocr):
            if not raw.text:
                problems += raw.problems
                continue
            try:
                documents.append(assemble(raw))
            except UnreadableFileError as error:
                problems.append(Problem(error.code, "error", str(error), where=_place(raw)))
    except UnreadableFileError as error:
        problems.append(Problem(error.code, "error", str(error)))
    except Exception as error:  # a fault of ours in one file must not end the run of thousands
        place = traceback.extract_tb(error.__traceback__)[-1]
        message = (
            f"could not be read because of a fault in Mandex ({type(error).__name__}: {error}, "
            f"{Path(place.filename).name}:{place.lineno}); please report it"
        )
        return Reading(path, sha256, problems=(Problem("internal-error", "error", message),))
    return Reading(path, sha256, tuple(documents), tuple(problems))
