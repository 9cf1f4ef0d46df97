"""Old Word files (.doc), through LibreOffice where it is installed: no library reads them well."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from mandex.corpus.errors import UnreadableFileError
from mandex.ingest.raw import RawText
from mandex.ingest.readers import docx

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120


def read(path: Path, data: bytes, sha256: str) -> list[RawText]:
    """Read one old Word file: one document.

    Raises `UnreadableFileError` where LibreOffice is not installed, or cannot read it.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise UnreadableFileError(
            "is an old Word file (.doc): save it as .docx or PDF, or install LibreOffice, which Mandex then "
            "uses (on Debian and Ubuntu `apt install libreoffice-writer-nogui`)"
        )
    return [replace(raw, format="doc") for raw in docx.read(path, _converted(program, data), sha256)]


def _converted(program: str, data: bytes) -> bytes:
    """The file as .docx. LibreOffice gets a profile of its own: it runs only once in each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in.doc").write_bytes(data)
        command = [
            program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", name, str(folder / "in.doc"),
        ]  # fmt: skip
        try:
            subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True, cwd=folder)
            return (folder / "in.docx").read_bytes()
        except subprocess.TimeoutExpired as error:
            raise UnreadableFileError(
                f"is an old Word file that LibreOffice did not read in {_SECONDS} s"
            ) from error
        except (subprocess.CalledProcessError, OSError) as error:
            raise UnreadableFileError(
                "is an old Word file (.doc) that LibreOffice cannot read: is it damaged? save it as .docx"
            ) from error
