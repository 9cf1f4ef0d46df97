"""Files in, documents in the store: both cores read, one writer writes, a run can be stopped and resumed."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import stat
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field, replace
from importlib import resources
from io import BufferedReader
from pathlib import Path

from mandex.corpus import naming
from mandex.corpus.errors import UnreadableFileError
from mandex.corpus.garbage import seldom
from mandex.corpus.model import Document, Problem
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.ingest import readers
from mandex.ingest.assemble import assemble
from mandex.ingest.raw import RawText, without_halves
from mandex.ingest.readings import Reading, fault_of, store_all, together
from mandex.ingest.workers import MEMORY, OUT_OF_MEMORY, Died, Limits
from mandex.ingest.workers import run as running

# A text of this size would be some forty thousand pages; whatever it is, it is no document of ours.
MAX_BYTES = 512 * 2**20
# What comes out of one file: a corpus of all resolutions in one table has some 60 million characters, the
# longest report 1,500 pages.
MOST_CHARACTERS = 400_000_000  # of all documents of a file
MOST_OF_ONE = 10_000_000  # characters of a document: some 4,000 pages
MOST_BLOCKS = 500_000
MOST_PAGES = 20_000
_TOO_MUCH_MEMORY = "needs more memory than a file may take: it was left out"

_ADDRESS = re.compile(r"(https?|ftp):/+(\S+)", re.IGNORECASE)
# Files about a folder, not documents in it: README.md, LICENSE.txt; `readme-1540.txt` is one.
_ABOUT_FOLDER = re.compile(
    r"(?:readme|licen[cs]e|copying|changelog|contributing|code_of_conduct)", re.IGNORECASE
)
STANDARD_INPUT = Path("-")

Wanted = Callable[[Path], bool]
Progress = Callable[[int, int], None]


Reader = Callable[[Sequence[Path]], Iterator[Reading]]


@dataclass(slots=True)
class Summary:
    """What a run did: files by outcome (`document`, `duplicate`, `skipped`, `failed`, `unchanged`)."""

    files: Counter[str] = field(default_factory=Counter)
    failures: list[Problem] = field(default_factory=list)
    duplicates: list[Problem] = field(default_factory=list)
    passed_over: list[Path] = field(default_factory=list)


@seldom()
def ingest(
    paths: Iterable[Path], store: Store, *, workers: int | None = None, lang: str = "", ocr: bool = False,
    progress: Progress | None = None, wanted: Wanted | None = None,
    reader: Reader | None = None,
) -> Summary:  # fmt: skip
    """Read files and folders into the store; unchanged files (by content hash) are passed over.

    `lang` (`en`, `zh`) keeps only documents in that language; of the files found in folders only those that
    are `wanted` are looked at. `reader` reads the files instead of processes of this machine.
    `progress(done, total)` is called after each file. A file that cannot be read is a failure in the summary
    and a problem in the store; the run goes on.
    """
    summary = Summary()
    found = find_files(paths, wanted)
    summary.failures += found.problems
    summary.passed_over = found.others
    for some in together(map(_passed_over, found.others)):
        store_all(store, some)
    changed = [path for path in found.files if not _is_known(store, path, summary)]
    sources = [naming.written(path) for path in found.others]
    readings = reader(changed) if reader else read_files(changed, workers=workers, ocr=ocr)
    wanted_only = (_only(read, lang) for read in readings)
    written = (one for some in together(wanted_only) for one in store_all(store, some))
    for done, reading in enumerate(written, 1):
        sources.append(naming.written(reading.path))
        faults = reading.problems[:1] if not reading.documents else _members_refused(reading)
        summary.failures += [replace(p, source=sources[-1]) for p in faults]
        if progress:
            progress(done, len(changed))
    # A later file may have turned an earlier one into a duplicate: what counts is the state at the end.
    summary.files.update(outcome for source in sources if (outcome := store.outcome(source)))
    summary.duplicates += (p for source in sorted(sources) for p in store.duplicates(source))
    return summary


def _is_known(store: Store, path: Path, summary: Summary) -> bool:
    """Whether a file is as it was when it was last read; what failed then is named again."""
    source = naming.written(path)
    known = store.known_hash(source)
    if not known or known != _hash(path):
        return False
    failures = store.failures(source)
    summary.failures += failures
    summary.files["failed" if store.outcome(source) == "failed" else "unchanged"] += 1
    return True


def _hash(path: Path) -> str:
    try:
        with _opened(path) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, UnreadableFileError):
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
            if kind := _not_readable(file):
                found.problems.append(_failure(file, kind, "not-a-file"))
                continue
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


def _not_readable(path: Path) -> str:
    """Why a name in a folder is no file that can be read; empty where it is one."""
    try:
        return _irregular(path.stat().st_mode)
    except OSError as error:
        return f"cannot be opened: {error.strerror}"


def _failure(path: Path, message: str, code: str = "unreadable-file") -> Problem:
    return Problem(code, "error", message, source=naming.written(path))


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


@dataclass(frozen=True, slots=True)
class _Task:
    path: Path
    ocr: bool
    size: int
    data: bytes | None = None  # of standard input, which only the process that was started has


def read_files(paths: Sequence[Path], *, workers: int | None = None, ocr: bool = False) -> Iterator[Reading]:
    """Read files in processes of their own, in no particular order.

    A file at which its process ends, or that takes more than its limits, is named, and the run goes on.
    """
    tasks = [_task(path, ocr) for path in paths]
    if len(tasks) > 1:
        _prepare()
    for task, result in running(_do, tasks, _limits, workers or os.cpu_count() or 1):
        yield result if isinstance(result, Reading) else _not_survived(task, result)


def _prepare() -> None:
    """Read a short text of ours in each language: workers that are forked then share the vocabulary and the
    expressions that this loads, instead of loading them one by one."""
    for name in _SPECIMENS:
        read_data(Path(name), resources.files("mandex.corpus").joinpath("specimens", name).read_bytes())


_SPECIMENS = ("resolution-9001.en.xml", "resolution-9001.zh.xml")


def _task(path: Path, ocr: bool) -> _Task:
    if path == STANDARD_INPUT:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        return _Task(Path(f"stdin:{hashlib.sha256(data).hexdigest()[:12]}"), ocr, len(data), data)
    try:
        return _Task(path, ocr, path.stat().st_size)
    except OSError:
        return _Task(path, ocr, 0)  # the reader will say what is wrong


def _do(task: _Task) -> Reading:
    return read_file(task.path, ocr=task.ocr) if task.data is None else read_data(task.path, task.data)


def _limits(task: _Task) -> Limits:
    """Some twenty times what the slowest of real files took for its size."""
    mebibytes = min(task.size, MAX_BYTES) / 2**20
    slower = 60 if task.ocr else 1
    return Limits((8 + 8 * mebibytes) * slower, (MEMORY + 16 * task.size) * (3 if task.ocr else 1))


def _not_survived(task: _Task, died: Died) -> Reading:
    message = f"ended the process that read it ({_cause(died)}): it was left out"
    code = "reader-died"
    if died.late:
        seconds = f"{_limits(task).seconds:.0f}"
        message, code = f"took more than {seconds} seconds to read: it was left out", "too-slow"
    elif died.exitcode == OUT_OF_MEMORY:
        message, code = _TOO_MUCH_MEMORY, "too-large"
    return Reading(task.path, "", problems=(Problem(code, "error", message),))


def _cause(died: Died) -> str:
    if died.exitcode < 0:
        return f"signal {signal.Signals(-died.exitcode).name}, out of memory perhaps"
    return f"exit code {died.exitcode}"


def read_file(path: Path, *, ocr: bool = False) -> Reading:
    """Read one file without storing anything, in this process. Never raises for what the file holds."""
    if path == STANDARD_INPUT:
        return _do(_task(path, ocr))
    try:
        with _opened(path) as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        return Reading(path, "", problems=(Problem("unreadable-file", "error", message),))
    except UnreadableFileError as error:
        return Reading(path, "", problems=(Problem(error.code, "error", str(error)),))
    return read_data(path, data, ocr=ocr)


def _opened(path: Path) -> BufferedReader:
    """A regular file, open. Raises `UnreadableFileError` for pipes and devices, which might never end."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if kind := _irregular(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise UnreadableFileError(kind, "not-a-file")
    return os.fdopen(descriptor, "rb")


def _irregular(mode: int) -> str:
    """What something is that is neither file nor folder; empty for these."""
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return ""
    if stat.S_ISFIFO(mode):
        return "is a pipe, not a file: give what comes from it on standard input (`-`)"
    return "is a device or a socket, not a file"


def read_data(path: Path, data: bytes, *, ocr: bool = False) -> Reading:
    """Read the content of a file; `path` only names it."""
    if len(data) > MAX_BYTES:
        message = f"is too large: Mandex reads files up to {MAX_BYTES >> 20} MiB; split it"
        return Reading(path, "", problems=(Problem("too-large", "error", message),))
    name = Path(naming.written(path))
    sha256 = hashlib.sha256(data).hexdigest()
    documents: list[Document] = []
    problems: list[Problem] = []
    try:
        for raw in map(without_halves, _within_bounds(readers.read(name, data, ocr=ocr, sha256=sha256))):
            if not raw.text:
                problems += raw.problems
                continue
            try:
                documents.append(assemble(raw))
            except UnreadableFileError as error:
                problems.append(Problem(error.code, "error", str(error), where=_place(raw)))
    except UnreadableFileError as error:
        problems.append(Problem(error.code, "error", str(error)))
    except MemoryError:
        return Reading(path, "", problems=(Problem("too-large", "error", _TOO_MUCH_MEMORY),))
    except RecursionError:
        problems.append(Problem("too-deep", "error", "is nested too deep to be read"))
    except Exception as error:  # a fault of ours in one file must not end the run of thousands
        return Reading(path, sha256, problems=(fault_of(error),))
    return Reading(path, sha256, tuple(documents), tuple(problems))


def _within_bounds(found: Iterable[RawText]) -> Iterator[RawText]:
    """The documents of a file, while they are of a size that documents have."""
    size = 0
    for raw in found:
        own = len(raw.text)
        size += own
        if (
            own > MOST_OF_ONE
            or size > MOST_CHARACTERS
            or len(raw.blocks) > MOST_BLOCKS
            or len(raw.pages) > MOST_PAGES
        ):
            raise UnreadableFileError(
                f"holds {size:,} characters in {len(raw.blocks):,} blocks on {len(raw.pages):,} pages, more"
                " than any document has: split it",
                "too-large",
            )
        yield raw
