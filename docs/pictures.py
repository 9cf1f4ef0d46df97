"""The pictures of the README: the page on a base of the bundled specimens, in the system's Chromium.

`python -m docs.pictures` writes `docs/pictures/*.png`; it needs the development packages, Chromium and a font
that has Chinese.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent
SPECIMENS = HERE.parent / "corpus" / "specimens"
PICTURES = {
    "home": "/",
    "answers": "/lookup?q=passenger+name+records&as_of=2032-10-10",
    "document": "/S/RES/9001(2031)?lang=en&with=zh&as_of=2032-10-10",
    "graph": "/graph?around=S/RES/9001+(2031)&depth=2",
}
SIZE = {"width": 1120, "height": 700}
COLOURS = 96  # text on paper needs no more, and a picture then has some 40 KB
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


def main() -> None:
    """Make a base, serve it, take the pictures."""
    mandex = str(Path(sys.executable).with_name("mandex"))
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([mandex, "--kb", folder, "ingest", str(SPECIMENS)], check=True, capture_output=True)
        command = [mandex, "--kb", folder, "serve", "--port", "0"]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
            assert server.stderr is not None
            told = re.search(r"http://\S+", server.stderr.readline())
            assert told is not None
            try:
                _take(told[0].rstrip("/"))
            finally:
                server.terminate()


def _take(root: str) -> None:
    (HERE / "pictures").mkdir(exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=_chromium(), args=list(QUIET))
        page = browser.new_context(viewport=SIZE, locale="en-GB").new_page()
        for name, address in PICTURES.items():
            page.goto(root + address)
            _keep(page, HERE / "pictures" / f"{name}.png")
        browser.close()


def _chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def _keep(page: Page, file: Path) -> None:
    page.wait_for_timeout(1_500)  # the graph settles
    page.screenshot(path=str(file))
    Image.open(file).convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE).save(file, optimize=True)
    print(f"{file.name}: {file.stat().st_size // 1000} KB")


if __name__ == "__main__":
    main()
