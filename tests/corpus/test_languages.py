"""What differs by language is chosen in one way, and a new language cannot be forgotten anywhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from places import ROOT

from mandex.corpus.languages import PREFERENCE, Lang, Tongue, by_tongue, tongue


@pytest.mark.parametrize("lang", get_args(Lang))
def test_every_version_has_a_language(lang: Lang) -> None:
    assert tongue(lang) in get_args(Tongue)
    assert by_tongue(lang, en="en", zh="zh") == tongue(lang)


def test_english_counts_where_it_is_held() -> None:
    assert PREFERENCE[0] == "en"
    # The views of the store take the first in alphabetical order.
    assert list(PREFERENCE) == sorted(PREFERENCE)


def test_no_module_chooses_by_else() -> None:
    """`ENGLISH if lang == "en" else CHINESE` would read a third language as Chinese."""
    open_else = re.compile(r"""if \S*lang\S* == "\w+" else""")
    for room in ("corpus", "ingest", "index", "commands"):
        for path in (ROOT / room).rglob("*.py"):
            assert not open_else.search(path.read_text("utf-8")), path


def test_the_type_checker_names_every_place_that_a_new_language_must_fill(tmp_path: Path) -> None:
    """With French in both types, mypy complains in `languages` and at each `by_tongue` that lacks it."""
    source = (ROOT / "corpus" / "languages.py").read_text("utf-8")
    source = source.replace('["en", "zh-Hans", "zh-Hant"]', '["en", "fr", "zh-Hans", "zh-Hant"]')
    source = source.replace('Literal["en", "zh"]', 'Literal["en", "fr", "zh"]')
    (tmp_path / "languages.py").write_text(source, "utf-8")
    (tmp_path / "use.py").write_text(
        "from languages import by_tongue\nprint(by_tongue('fr', en=1, zh=2))\n", "utf-8"
    )
    told = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "languages.py", "use.py"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    ).stdout  # fmt: skip
    assert told.count("assert_never") == 2, told
    filled = re.sub(r"case \"en\":\n", 'case "en" | "fr":\n', source)
    filled = filled.replace("*, en: T, zh: T", "*, en: T, fr: T, zh: T")
    (tmp_path / "languages.py").write_text(filled, "utf-8")
    told = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "languages.py", "use.py"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    ).stdout  # fmt: skip
    assert 'use.py:2: error: Missing named argument "fr"' in told, told
