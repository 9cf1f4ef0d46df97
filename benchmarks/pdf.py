"""Speed and memory of the PDF reader, beside pdfplumber's own `extract_text` over the same files.

usage: python -m benchmarks.pdf [FOLDER] [--sample N]    (FOLDER: ../shared/data/pdf)
Prints seconds for all pages, the ratio, and how memory grows over a file of 500 pages.
"""

from __future__ import annotations

import argparse
import io
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pypdfium2

from mandex.corpus.errors import UnreadableFileError
from mandex.ingest.readers import read

PAGES = 500
RUNS = 5  # the quickest counts: a second is short enough for other work on the machine to disturb it


def main() -> None:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("../shared/data/pdf"))
    parser.add_argument("--sample", type=int, default=0, help="only the first N files")
    parser.add_argument("--memory-of", type=int, help=argparse.SUPPRESS)  # a run of its own: see below
    options = parser.parse_args()
    files = with_text(options.folder)[: options.sample or None]
    if not files:
        sys.exit(f"no PDF files with text in {options.folder}")
    if options.memory_of:
        measure_memory(files, options.memory_of)
        return
    compare(files)
    for pages in (PAGES // 10, PAGES):
        arguments = [str(options.folder), "--memory-of", str(pages)]
        subprocess.run([sys.executable, "-m", "benchmarks.pdf", *arguments], check=True)


def with_text(folder: Path) -> list[Path]:
    def is_readable(path: Path) -> bool:
        try:
            return bool(read(path, path.read_bytes()))
        except UnreadableFileError:
            return False

    return [path for path in sorted(folder.glob("*.pdf")) if is_readable(path)]


def compare(files: list[Path]) -> None:
    pages = sum(len(pypdfium2.PdfDocument(path)) for path in files)
    print(f"{len(files)} files, {pages} pages")
    ours = min(timed(lambda: [read(path, path.read_bytes()) for path in files]) for _ in range(RUNS))
    theirs = timed(lambda: [plumb(path) for path in files])
    print(f"mandex      {ours:7.2f} s  {1000 * ours / pages:6.1f} ms a page (paragraphs, notes, verbs)")
    print(f"pdfplumber  {theirs:7.2f} s  {1000 * theirs / pages:6.1f} ms a page (text)")
    print(f"ratio       {theirs / ours:7.1f}")


def timed(work: Callable[[], object]) -> float:
    start = time.process_time()  # other work on the machine does not count
    work()
    return time.process_time() - start


def plumb(path: Path) -> int:
    size = 0
    with pdfplumber.open(path) as document:
        for page in document.pages:
            size += len(page.extract_text())
            page.close()
    return size


def measure_memory(files: list[Path], pages: int) -> None:
    data = long_file(files, pages)
    before = peak()
    (raw,) = read(Path("long.pdf"), data)
    print(f"{pages:5} pages: {len(raw.text):9,} characters, file {len(data) / 2**20:5.1f} MiB, "
          f"memory grew by {peak() - before:6.1f} MiB")  # fmt: skip


def long_file(files: list[Path], pages: int) -> bytes:
    """The files' pages over and over in one file."""
    out = pypdfium2.PdfDocument.new()
    while len(out) < pages:
        for path in files:
            source = pypdfium2.PdfDocument(path)
            out.import_pages(source, list(range(min(len(source), pages - len(out)))))
            source.close()
    buffer = io.BytesIO()
    out.save(buffer)
    out.close()
    return buffer.getvalue()


def peak() -> float:
    """The most memory this process has held, in MiB (Linux counts in KiB, macOS in bytes)."""
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / 2**20 if sys.platform == "darwin" else used / 2**10


if __name__ == "__main__":
    main()
