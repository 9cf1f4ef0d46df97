"""MediaWiki source, as Wikisource and Wikipedia hand it out with *edit* or in their dumps.

What a template shows is not known without the wiki: its words are kept out of the text but for those that
only dress their argument, and a note on record counts the others.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from mandex.corpus.errors import UnreadableFileError
from mandex.corpus.model import Problem
from mandex.ingest.raw import RawText
from mandex.ingest.readers.blocks import CELL_BREAK, LINE_BREAK, BlockWriter, raised, without_comments
from mandex.ingest.readers.text import decoded

# <ref name="a"/>, <ref>Text</ref>; one that is not closed before the next opens is none.
_REF = re.compile(
    r"<ref\b[^<>]*?/>|<ref\b[^<>]*>(?P<note>(?:(?!<ref\b).)*?)</ref\s*>", re.DOTALL | re.IGNORECASE
)
_SUP = re.compile(r"<sup>([^<]{1,20})</sup>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
# The innermost template; of those that only dress their text, the text.
_TEMPLATE = re.compile(r"\{\{([^{}]*)\}\}")
_DRESSING = re.compile(
    r"(?:center|c|right|left|smaller|larger|sc|bold|italic|nowrap|lang|u|b|i|p|居中|右对齐)$", re.IGNORECASE
)
_MARK = "\x02"  # stands for a note's mark, number by number
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_FILE = re.compile(
    r"\[\[\s*(?:file|image|category|文件|圖像|图像|分类|分類|[a-z]{2,3}(?:-[a-z]+)?)\s*:[^\[\]]*\]\]",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\[https?://[^\s\]]+\s*([^\]]*)\]")
_QUOTES = re.compile(r"'{2,5}")
# United Nations Security Council Resolution 2775; 聯合國安全理事會第2617號決議
_RESOLUTION = re.compile(
    r"(?:united nations )?security council resolution (?P<en>\d{1,4})"
    r"|(?:[联聯]合[国國])?安(?:理[会會]|全理事[会會])第(?P<zh>\d{1,4})[号號][决決][议議]", re.IGNORECASE
)  # fmt: skip
_MAGIC = re.compile(r"__[A-Z]+__")
_MOST_ROUNDS = 40  # templates in templates


def read(path: Path, data: bytes, sha256: str) -> list[RawText]:
    """Read the source of one wiki page: one document. Raises `UnreadableFileError` where it shows no text."""
    text, encoding = decoded(data)
    writer = _Writer()
    text = _prepared(text.removeprefix("\ufeff").replace("\r\n", "\n"), writer)
    for line in text.split("\n"):
        writer.line(line)
    writer.finish()
    if not writer.out.blocks:
        raise UnreadableFileError("is the source of a wiki page without text")
    return [
        RawText(
            text=writer.out.text, source=str(path), sha256=sha256, format="wikitext", encoding=encoding,
            blocks=tuple(writer.out.blocks), facts=writer.facts, problems=writer.problems(path),
            dropped=tuple(writer.dropped),
        )
    ]  # fmt: skip


def _heading(line: str) -> str:
    """The text of == a heading ==, its marks as many as stand on both sides; empty where the line is none."""
    before, after = len(line) - len(line.lstrip("=")), len(line) - len(line.rstrip("="))
    texts = (line[marks:-marks].strip() for marks in range(min(before, after, 6), 0, -1))
    return next(filter(None, texts), "")


def _prepared(text: str, writer: _Writer) -> str:
    """The page without what is not shown; notes and templates handed to the writer."""

    def note(match: re.Match[str]) -> str:
        if match["note"] is None:
            return ""
        writer.notes.append(match["note"])
        return _MARK

    text = _REF.sub(note, without_comments(text))
    text = _SUP.sub(lambda m: raised(m[1]), text)
    for _ in range(_MOST_ROUNDS):
        text, count = _TEMPLATE.subn(lambda m: writer.template(m[1]), text)
        if not count:
            break
    text = _FILE.sub(writer.passed_over, text)
    text = _ADDRESS.sub(lambda m: m[1], _LINK.sub(lambda m: m[1], text))
    return _MAGIC.sub("", _TAG.sub("", _BREAK.sub(LINE_BREAK, text)))


class _Writer:
    """Lines into blocks: an empty line, a heading, a list item or a table's row ends the open one."""

    def __init__(self) -> None:
        self.out = BlockWriter(own_labels=True)
        self.facts: dict[str, str] = {}
        self.notes: list[str] = []
        self.dropped: list[tuple[str, str]] = []
        self._left_out: Counter[str] = Counter()
        self._counts: list[int] = []
        self._marks = 0
        self._in_table = False

    def template(self, source: str) -> str:
        """What is shown of a template: its last argument where it only dresses it."""
        name, *arguments = [part.strip() for part in source.split("|")]
        if name.lower() == "header":
            self._header(arguments)
            return ""
        if _DRESSING.match(name) and arguments:
            return arguments[-1].partition("=")[2] or arguments[-1]
        self.dropped.append(("template", source))
        self._left_out[name.split("\n")[0][:40]] += 1
        return ""

    def passed_over(self, match: re.Match[str]) -> str:
        """A picture with its caption, a category, a link to another language."""
        self.dropped.append(("picture-or-category", match[0]))
        return ""

    def _header(self, arguments: list[str]) -> None:
        """Wikisource's header names the text."""
        fields = {k.strip(): v.strip() for k, _, v in (a.partition("=") for a in arguments)}
        title = _QUOTES.sub("", _LINK.sub(lambda m: m[1], fields.get("title", "")))
        if title:
            self.facts["subject"] = title
        resolution = _RESOLUTION.fullmatch(title)
        if resolution:
            self.facts["symbol"] = f"S/RES/{resolution['en'] or resolution['zh']}"

    def line(self, line: str) -> None:
        """One line of the page."""
        stripped = line.strip()
        heading = _heading(stripped)
        if stripped.startswith("{|"):
            self.out.close()
            self._in_table = True
        elif self._in_table:
            self._table(stripped)
        elif heading:
            self._new_paragraph()
            self._inline(heading)
            self.out.close("heading")
        elif not stripped or re.fullmatch(r"-{4,}", stripped):
            self._new_paragraph()
        elif stripped[0] in "#*:;":
            self._item(stripped)
        else:
            if self._counts:
                self._new_paragraph()
            self.out.add(" " if self.out.has_text else "")
            self._inline(stripped)

    def _item(self, line: str) -> None:
        marks = re.match(r"[#*:;]+", line)
        assert marks is not None
        self.out.close()
        level = len(marks[0])
        del self._counts[level:]
        self._counts += [0] * (level - len(self._counts))
        label = "• " if marks[0][-1] == "*" else ""
        if marks[0][-1] == "#":
            self._counts[level - 1] += 1
            label = _numbered(self._counts[level - 1], level)
        self._inline(line[level:].strip())
        self.out.close(label=label)

    def _table(self, line: str) -> None:
        if line.startswith(("|-", "|}", "|+")):
            self.out.close("table")
            self._in_table = not line.startswith("|}")
            if line.startswith("|+"):  # its title, perhaps after attributes: |+ style="x" | Troops
                self._inline(re.sub(r"^[^|\[\]]*=[^|\[\]]*\|", "", line[2:]).strip())
                self.out.close()
        elif line.startswith(("|", "!")):
            for cell in re.split(r"\|\||!!", line[1:]):
                self.out.add(CELL_BREAK)
                self._inline(re.sub(r"^[^|\[\]]*=[^|\[\]]*\|", "", cell).strip())
        elif line:
            self.out.add(LINE_BREAK)
            self._inline(line)

    def _inline(self, text: str) -> None:
        """Italics and bold are emphasis; marks of notes count up."""
        emphasis, at = False, 0
        for match in re.finditer(rf"{_QUOTES.pattern}|{_MARK}", text):
            self.out.add(text[at : match.start()], emphasis)
            at = match.end()
            if match[0] == _MARK:
                self._marks += 1
                self.out.add(raised(str(self._marks)))
            else:
                emphasis = not emphasis
        self.out.add(text[at:], emphasis)

    def _new_paragraph(self) -> None:
        self.out.close()
        self._counts.clear()

    def finish(self) -> None:
        """The last paragraph, then the notes."""
        self.out.close("table" if self._in_table else "")
        for number, note in enumerate(self.notes, 1):
            self._inline(" ".join(note.split()))
            self.out.close("footnote", raised(str(number)) + " ")

    def problems(self, path: Path) -> tuple[Problem, ...]:
        """What was left out because only the wiki knows what it shows."""
        if not self._left_out:
            return ()
        names = ", ".join(f"{name} ({count})" for name, count in self._left_out.most_common(5))
        message = f"{self._left_out.total()} templates of the wiki are not in the text: {names}"
        return (Problem("furniture", "info", message, source=str(path)),)


def _numbered(number: int, level: int) -> str:
    """The number that a wiki shows before an item; in UN documents, letters and Roman figures below it."""
    if level == 1:
        return f"{number}. "
    if level == 2 and number <= 26:
        return f"({chr(ord('a') + number - 1)}) "
    return f"({number}) "
