"""Files into the base and out of it: `ingest`, `update`, `remove`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from fnmatch import fnmatch
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mandex.commands.opening import open_base
from mandex.commands.options import COUNT, Source, since_day
from mandex.commands.printing import say
from mandex.commands.references import several
from mandex.corpus.model import Problem
from mandex.corpus.store import Store
from mandex.index import shared
from mandex.index.engines import NAMES
from mandex.index.output.cells import tame

if TYPE_CHECKING:  # the readers are imported when something is read
    from mandex.ingest.pipeline import Summary, Wanted


@click.command()
@click.argument("paths", nargs=-1, required=True, type=Source(path_type=Path, allow_dash=True))
@click.option("--lang", type=click.Choice(["en", "zh"]), help="Keep only documents in this language.")
@click.option("--workers", type=COUNT, help="Processes that read (default: one a core).")
@click.option("--engine", type=click.Choice(NAMES), help="Search engine to index with.")
@click.option("--cluster", default="", metavar="local|tcp://HOST:PORT",
              help="Have the files read by the workers of a Dask cluster.")  # fmt: skip
@click.option("--ocr", is_flag=True, help="Read scanned PDF pages with tesseract.")
@click.option("--exclude", multiple=True, metavar="PATTERN",
              help="Pass over files and folders of this name: drafts, '*.pdf' (repeatable).")  # fmt: skip
@click.option("--since", default="", callback=since_day, metavar="DATE",
              help="Of folders only files changed since: 2026-01-31, 'last month', 30d.")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Say what would be stored; store nothing.")
@click.pass_context
def ingest(
    ctx: click.Context, paths: tuple[Path, ...], lang: str | None, workers: int | None, engine: str | None,
    cluster: str, ocr: bool, exclude: tuple[str, ...], since: str, dry_run: bool,
) -> None:  # fmt: skip
    """Read files and folders into the knowledge base; '-' reads standard input, s3://BUCKET/FOLDER and the
    like a folder in an object store.

    Adds new documents, replaces changed ones, passes over unchanged ones. Every file that cannot be read is
    named with the reason; the others are read all the same.
    """
    from mandex.ingest import pipeline

    if cluster and find_spec("distributed") is None:
        raise click.UsageError("--cluster needs Dask: pip install 'mandex[dask]'")
    wanted = _wanted(exclude, since)
    given, paths = paths, tuple(_here(ctx, path) for path in paths)
    if dry_run:
        _dry_run(paths, workers, ocr, wanted)
        return
    if engine == "opensearch" and shared.address_of(ctx.obj):
        raise click.UsageError("a base in a cluster is searched in each machine's copy: name another engine")
    reader = None
    if cluster:
        from mandex.ingest import distributed

        reader = partial(distributed.read_files, address=cluster, workers=workers, ocr=ocr)
    store = open_base(ctx, create=True)
    with indexed(store, engine), _progress() as progress:
        summary = pipeline.ingest(
            paths, store, workers=workers, lang=lang or "", ocr=ocr, progress=progress, wanted=wanted,
            reader=reader,
        )  # fmt: skip
        _remember(store, given, {"lang": lang or "", "ocr": ocr, "exclude": list(exclude)})
    _report(ctx, summary)


def _here(ctx: click.Context, path: Path) -> Path:
    """A path of this machine: for the address of an object store that of a copy in the base's folder."""
    from mandex.ingest import remote

    address = remote.address_of(path)
    if not address:
        return path
    say(f"fetching what is new at {address}")
    return remote.copied(address, shared.folder_of(ctx.obj) / "remote")


def _report(ctx: click.Context, summary: Summary) -> None:
    """Say what came of a run, and what could not be read; the exit code follows."""
    for problem in summary.failures:
        say(f"{problem.source}: {problem.message}")
    _name_duplicates(summary.duplicates)
    _name_passed_over(summary.passed_over)
    counts = (f"{count} {_OUTCOMES[name]}" for name, count in summary.files.most_common())
    click.echo(", ".join(counts), err=True)
    if summary.failures:
        ctx.exit(2)
    if not summary.files.keys() & {"document", "duplicate", "unchanged"}:
        say("found no documents to read there")
        ctx.exit(1)


def _wanted(exclude: Sequence[str], since: str) -> Callable[[Path], bool] | None:
    """Which files of a folder are asked for: not under an excluded name, and changed since a day."""
    if not exclude and not since:
        return None
    earliest = datetime.fromisoformat(since).timestamp() if since else 0.0

    def wanted(file: Path) -> bool:
        if any(_matches(file, pattern) for pattern in exclude):
            return False
        try:
            return not since or file.stat().st_mtime >= earliest
        except OSError:
            return True  # the reader will say what is wrong

    return wanted


def _matches(file: Path, pattern: str) -> bool:
    """Whether a file, or a folder above it, has a name like `pattern`; with a stroke, the end of its path."""
    if "/" in pattern.strip("/"):
        return fnmatch(str(file), f"*/{pattern.strip('/')}")
    return any(fnmatch(part, pattern.strip("/")) for part in file.parts[1:])


def _remember(store: Store, paths: Sequence[Path], options: dict[str, Any]) -> None:
    """Remember the folders that were read, and how, for `update`."""
    from mandex.ingest.remote import address_of

    known = _remembered(store)
    for path in paths:
        if name := address_of(path) or (str(path.absolute()) if path.is_dir() else ""):
            known[name] = options
    with store.transaction():
        store.set_setting(_FOLDERS, json.dumps(known))  # escaped: a name may hold bytes that are no text


def _remembered(store: Store) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads(store.setting(_FOLDERS) or "{}")
    return found


_FOLDERS = "folders"


@click.command()
@click.option("--no-pull", is_flag=True, help="Read what is there; do not pull clones first.")
@click.option("--workers", type=COUNT, help="Processes that read (default: one a core).")
@click.pass_context
def update(ctx: click.Context, no_pull: bool, workers: int | None) -> None:
    """Read again the folders that `ingest` was given: what is new in them and what has changed.

    A folder in a clone is first brought up to date by `git pull --ff-only`; where that fails, the reason is
    said and what is there is read.
    """
    from mandex.ingest import pipeline
    from mandex.ingest.remote import address_of

    store = open_base(ctx)
    folders = _remembered(store)
    if not folders:
        say("this base has read no folder: mandex ingest FOLDER")
        ctx.exit(1)
    summary = pipeline.Summary()
    pulled: set[Path] = set()
    with indexed(store, None), _progress() as progress:
        for folder, options in folders.items():
            if not no_pull and not address_of(folder):
                _pull(Path(folder), pulled)
            run = pipeline.ingest(
                [_here(ctx, Path(folder))], store, workers=workers, lang=options["lang"], ocr=options["ocr"],
                progress=progress, wanted=_wanted(options["exclude"], ""),
            )  # fmt: skip
            summary.files += run.files
            summary.failures += run.failures
            summary.duplicates += run.duplicates
    _name_gone(store)
    _report(ctx, summary)


def _pull(folder: Path, done: set[Path]) -> None:
    """Bring the clone that a folder lies in up to date, once; a folder outside any clone is left alone."""
    import subprocess

    clone = next((parent for parent in (folder, *folder.parents) if (parent / ".git").exists()), None)
    if clone is None or clone in done:
        return
    done.add(clone)
    try:
        pulled = subprocess.run(
            ["git", "-C", str(clone), "pull", "--ff-only", "--quiet"],
            capture_output=True, text=True, check=False, timeout=600, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        say(f"cannot pull {clone}: {error}; what is there is read")
        return
    if pulled.returncode:
        reason = " ".join(pulled.stderr.split()) or f"git ends with {pulled.returncode}"
        say(f"cannot pull {clone}: {reason}; what is there is read")


def _name_gone(store: Store) -> None:
    """Say which documents come from files that are no longer there; nothing stored is taken out unasked."""
    sources = [row[0] for row in store.connection.execute("SELECT DISTINCT source FROM documents")]
    gone = [
        source for source in sources if source.startswith("/") and not Path(source.split("!")[0]).exists()
    ]
    for source in gone[:_NAMED]:
        say(f"{source} is gone; its documents are kept: mandex remove {source}")
    if len(gone) > _NAMED:
        say(f"{len(gone) - _NAMED} more files are gone")


@click.command()
@click.argument("targets", nargs=-1, required=True, metavar="REF|SOURCE...")
@click.option("--lang", default="", help="Only this language version: en, zh, zh-Hans or zh-Hant.")
@click.pass_context
def remove(ctx: click.Context, targets: tuple[str, ...], lang: str) -> None:
    """Take documents out of the base: by reference, or all that a file or a folder gave.

    The files themselves are not touched; reading one again brings its documents back.
    """
    store = open_base(ctx)
    sources = [target for target in targets if _is_source(store, target)]
    references = several(ctx, [target for target in targets if target not in sources])
    if any(reference.pinpoint for reference in references):
        raise click.UsageError("only whole documents can be removed")
    removed: list[tuple[str, str]] = []
    with indexed(store, None):
        for source in sources:
            under = f"{_absolute(source).rstrip('/')}/"
            removed += store.remove(
                "(source = ? OR source = ? OR substr(source, 1, ?) = ?) AND lang LIKE ? || '%'",
                source, _absolute(source), len(under), under, lang,
            )  # fmt: skip
        for reference in references:
            removed += store.remove("symbol = ? AND lang LIKE ? || '%'", reference.symbol, lang)
    for symbol, language in removed:
        click.echo(tame(f"{symbol}  {language}"))
    if not removed:
        say(f"nothing held of {' '.join(targets)}{f' in {lang}' if lang else ''}")
        ctx.exit(1)
    say(f"{len(removed)} removed")


def _absolute(source: str) -> str:
    return str(Path(source).absolute())


def _is_source(store: Store, target: str) -> bool:
    """Whether a word names a file or a folder that documents came from, there still or not."""
    under = f"{_absolute(target).rstrip('/')}/"
    row = store.connection.execute(
        "SELECT 1 FROM documents WHERE source IN (?, ?) OR substr(source, 1, ?) = ? LIMIT 1",
        (target, _absolute(target), len(under), under),
    ).fetchone()
    return row is not None


def _name_duplicates(duplicates: Sequence[Problem]) -> None:
    for problem in duplicates[:_MOST_NAMED]:
        say(f"{problem.source}: {problem.message}")
    if len(duplicates) > _MOST_NAMED:
        more = len(duplicates) - _MOST_NAMED
        say(f"{more} more were passed over: mandex export problems --where code=duplicate-document")


_MOST_NAMED = 20  # duplicates named after a run; a collection in several formats has hundreds
_OUTCOMES = {
    "document": "files read", "duplicate": "duplicates passed over", "unchanged": "unchanged",
    "skipped": "of other kinds passed over", "failed": "could not be read",
}  # fmt: skip


def _name_passed_over(files: Sequence[Path]) -> None:
    for path in files[:_NAMED]:
        say(f"passed over {path}: of another kind, or about its folder; name it outright to try")
    if len(files) > _NAMED:
        say(f"passed over {len(files) - _NAMED} more files; `mandex export problems` names them")


# Files passed over that are named one by one.
_NAMED = 10


@contextmanager
def indexed(store: Store, name: str | None) -> Iterator[None]:
    """Write to a base, its search engine (the one named, else the base's) and steps kept in step with it."""
    from mandex.index.in_step import in_step

    with shared.writing(store), in_step(store, name or ""):
        yield


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None] | None]:
    """A bar on standard error, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label="reading", file=sys.stderr, show_pos=True) as bar:

        def show(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield show


def _dry_run(paths: Sequence[Path], workers: int | None, ocr: bool, wanted: Wanted | None) -> None:
    from mandex.ingest import pipeline

    found = pipeline.find_files(paths, wanted)
    failed = bool(found.problems)
    for problem in found.problems:
        say(f"{problem.source}: {problem.message}")
    for reading in pipeline.read_files(found.files, workers=workers, ocr=ocr):
        for document in reading.documents:
            size = f"{len(document.paragraphs)} paragraphs"
            click.echo(f"{document.symbol}  {document.lang}  {size}  {reading.path}")
        for problem in reading.problems:
            say(f"{reading.path}: {problem.message}")
        failed = failed or not reading.documents
    if failed:
        click.get_current_context().exit(2)
