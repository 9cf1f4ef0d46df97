"""The Chinese interface has every word that it shows, and its catalogues are current."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click
import pytest
from every_command import READING
from places import ROOT, Run

from docs import catalogues
from mandex.cli import COMMANDS, main
from mandex.commands import language
from mandex.corpus.catalogue import translated, unfolded
from mandex.corpus.columns import value
from mandex.index.output import tables
from mandex.index.output.cells import cells_wide, one_line


def _helps() -> dict[str, str]:
    """Every help text, by the command that shows it."""
    context = click.Context(main)
    commands = {"mandex": main, **{name: main.get_command(context, name) for name in COMMANDS}}
    found: dict[str, str] = {}
    for name, command in commands.items():
        parts = (
            list(command.commands.items()) if isinstance(command, click.Group) and name != "mandex" else []
        )
        for called, one in [(name, command), *((f"{name} {sub}", part) for sub, part in parts)]:
            for text in [one.help, *(getattr(parameter, "help", "") for parameter in one.params)]:
                found.setdefault(unfolded(text or ""), called)
    return {text: name for text, name in found.items() if text}


@pytest.mark.parametrize("ui", ["zh-Hans", "zh-Hant"])
def test_no_help_is_missing(ui: str) -> None:
    missing = [f"{name}: {text}" for text, name in _helps().items() if translated(text, ui) == text]
    assert not missing, "add these to commands/locale/zh-Hans.po and run `make docs`:\n" + "\n".join(missing)


def test_catalogues_are_current() -> None:
    for name, content in catalogues.contents().items():
        assert (ROOT / "commands" / "locale" / name).read_bytes() == content, f"{name}: run `make docs`"


def test_placeholders_are_those_of_the_original() -> None:
    for message in catalogues.simplified():
        for n in range(5):
            assert (f"{{{n}}}" in message.id) == (f"{{{n}}}" in message.string), message.id


_SPEAKING = {
    "say",
    "UsageError",
    "BadParameter", "NothingFoundError", "MandexError", "BadReferenceError", "StoreError",
    "BadQueryError", "BadDateError",
}  # fmt: skip
# Put together from parts; the catalogue has what comes out: `{0} citations checked, {1} wrong`.
_COMPOSED = ("no ⟨⟩ is known as ⟨⟩; ⟨⟩", "⟨⟩⟨⟩; ⟨⟩ paragraphs have it without that",
             "⟨⟩; the nearest is ⟨⟩", "no citation of this kind⟨⟩⟨⟩", "nothing held names ⟨⟩⟨⟩",
             "no instrument is known as ⟨⟩: ⟨⟩'mandex instruments' lists those named",
             "⟨⟩ file⟨⟩ written to ⟨⟩",
             "⟨⟩, nor does the base hold it", "⟨⟩ ⟨⟩ are no paragraphs",
             "the two texts have no language⟨⟩ in common (⟨⟩)")  # fmt: skip


_CLUSTER = {"address.py", "cluster.py", "opensearch.py"}  # told to those who run one


def _template(node: ast.expr) -> str:
    """A message as the source has it, `⟨⟩` where something is put in."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "⟨⟩" for part in node.values)
    return ""


_TELLING = {"_nothing", "_unlike", "_unmet", "absent"}  # say why there are no rows


def _templates(said: ast.expr) -> Iterator[str]:
    """The messages that an expression may be; `⟨⟩` alone is put together elsewhere."""
    for branch in (said.body, said.orelse) if isinstance(said, ast.IfExp) else (said,):
        if re.search("[a-z]{3}", template := _template(branch)):
            yield template


def _returned(function: ast.FunctionDef) -> Iterator[str]:
    """The messages that a function returns."""
    for node in ast.walk(function):
        if isinstance(node, ast.Return) and node.value:
            yield from _templates(node.value)


def _messages() -> Iterator[tuple[str, str]]:
    for room in ("commands", "corpus", "index"):
        for path in sorted((ROOT / room).rglob("*.py")):
            if path.name in _CLUSTER:
                continue
            for call in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(call, ast.FunctionDef) and call.name in _TELLING:
                    yield from ((f"{path.name}:{call.lineno}", said) for said in _returned(call))
                if not isinstance(call, ast.Call):
                    continue
                name = getattr(call.func, "id", getattr(call.func, "attr", ""))
                said = [*call.args[:1]] if name in _SPEAKING else []
                said += [word.value for word in call.keywords if word.arg == "nothing"]
                for one in said:
                    yield from ((f"{path.name}:{call.lineno}", template) for template in _templates(one))


def _doubts() -> Iterator[tuple[str, str]]:
    """What is said of files that cannot be read, or not wholly."""
    for path in sorted((ROOT / "ingest").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            said: Sequence[ast.expr] = ()
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "message":
                said = [node.value]
            elif isinstance(node, ast.Call):
                name = getattr(node.func, "id", "")
                said = node.args[:1] if name == "UnreadableFileError" else []
                said = node.args[2:3] if name == "Problem" else said
            for one in said:
                if re.search("[a-z]{3}", template := _template(one)):
                    yield f"{path.name}:{node.lineno}", template


def test_no_message_is_missing() -> None:
    language.speak("zh-Hans")
    try:
        missing = [
            f"{where}: {template}"
            for where, template in (*_messages(), *_doubts())
            if template not in _COMPOSED and language.message(template) == template
        ]
    finally:
        language.speak("en")
    assert not missing, "add these to commands/locale/zh-Hans.po and run `make docs`:\n" + "\n".join(missing)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("ui", ["zh-Hans", "zh-Hant"])
def test_help_is_wholly_chinese_and_within_the_terminal(
    monkeypatch: pytest.MonkeyPatch, mandex: Run, ui: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for name in ("", *sorted(COMMANDS), "assess import"):
        shown = mandex("--ui", ui, *name.split(), "--help").stdout
        assert not re.search(r"Usage|Options:|Commands:|Show this|default:|OPTIONS|INTEGER", shown), shown
        assert max(map(cells_wide, shown.splitlines())) <= width, shown


WRONG = [
    (("nosuch",), "没有 'nosuch' 这个命令"),
    (("show",), "缺少参数 '文号...'"),
    (("search", "a", "-n", "x"), "'-n' / '--limit' 的值无效：'x' 不是大于等于 1 的整数"),
    (("lookup", "a", "--force", "y"), "'y' 不在可选值之列"),
    (("cites", "1373", "--sinc", "3"), "没有 '--sinc' 这个选项"),
    (("expiring", "--within", "lots"), "'lots' 不是 90d、12w、6m、2y、下个月这样的时长"),
    (("show", "gibberish"), "'gibberish' 不指任何文件：决议请写作 1373"),
    (("changes", "--since", "someday"), "'someday' 不是日期：日期请写作"),
]


@pytest.mark.parametrize(("command", "says"), WRONG, ids=str)
def test_wrong_usage_is_told_in_chinese(mandex: Run, command: tuple[str, ...], says: str) -> None:
    result = mandex("--ui", "zh-Hans", *command)
    assert result.exit_code == 2
    assert says in result.stderr
    assert not re.search("Usage|Try|Error", result.stderr)


def test_help_that_comes_before_the_language_is_that_of_the_system(
    monkeypatch: pytest.MonkeyPatch, mandex: Run
) -> None:
    monkeypatch.setenv("MANDEX_UI", "zh-Hans")
    assert "用法" in mandex("--help").stdout
    monkeypatch.setenv("MANDEX_UI", "en")
    assert "Usage" in mandex("--help").stdout


REASONS = [
    # a message with a semicolon within, and the next one
    ("ran out on 2025-07-15; S/RES/2787 (2025) on the same agenda item, not held, may have renewed it; over",
     "已于 2025-07-15 到期；同一议程项目下没有收录的 S/RES/2787 (2025) 可能已予延长；over"),
    # two messages, neither of which is a part of the other
    ("kept in force by S/RES/2769 (2025) OP2; ran out on 2026-05-15, and nothing held renews it",
     "由 S/RES/2769 (2025) OP2 保持有效；已于 2026-05-15 到期，馆藏文件没有延长它的"),
    # a message within a message, whose semicolon is the inner one's
    ("asked under the mandate of UNSMIL: ran out on 2026-05-15; S/RES/2819 (2026) on the same agenda item,"
     " not held, may have renewed it",
     "在联利支助团的任务下提出：已于 2026-05-15 到期；"
     "同一议程项目下没有收录的 S/RES/2819 (2026) 可能已予延长"),
]  # fmt: skip


@pytest.mark.parametrize(("english", "chinese"), REASONS)
def test_reasons_are_told_sentence_by_sentence(english: str, chinese: str) -> None:
    assert value("reason", english, "zh-Hans") == chinese
    assert value("reason", english, "en") == english


TITLES = [
    ("Iraq", "伊拉克"),
    ("Gang Suppression Force (Haiti)", "打击帮派部队"),  # the country is part of its name
    ("The Committee (unnumbered) (Libya)", "委员会（未编号）（利比亚）"),
    ("Asset freeze, travel ban and oil (Libya)", "资产冻结、旅行禁令和石油（利比亚）"),
    ("1540-committee, ctc", "1540委员会、反恐怖主义委员会"),  # those who report
    ("Panel of experts (Libya)", "专家小组（利比亚）"),
    ("Asset freeze and travel ban (Haiti)", "资产冻结和旅行禁令（海地）"),
    ("MONUSCO (strength)", "联刚稳定团（兵力）"),
    ("Gang Suppression Thing", "Gang Suppression Thing"),  # no name is made up
]


@pytest.mark.parametrize(("english", "chinese"), TITLES)
def test_regimes_and_mandates_have_their_chinese_names(english: str, chinese: str) -> None:
    assert value("name", english, "zh-Hans") == chinese


PLACES = [
    ("page 2", "页 2"),
    ("line 14", "行 14"),
    ("OP3", "OP3"),
    ("masthead", "刊头"),
]


@pytest.mark.parametrize(("english", "chinese"), PLACES)
def test_places_of_doubts_are_told_in_chinese(english: str, chinese: str) -> None:
    assert value("where", english, "zh-Hans") == chinese


# Their cells are words of documents, or the codes that other commands are asked by.
_OWN_WORDS = {"text", "snippet", "clause", "obligation", "title", "surface", "source", "measure", "id",
              "left", "right", "symbol", "doc", "label", "agenda_item"}  # fmt: skip
_NAMES_OF_DOCUMENTS = re.compile(
    r"\b(?:[A-Z]+/[\w./()-]+(?: \(\d{4}\))?|(?:OP|PP)\d+(?:\([a-z]+\))*|Annex(?: [IVX]+)?|PageRank|\(\d{4}\))"
    r"|第[IVX]+段|'[a-z ]+'|doc_id"
)
_ENGLISH = re.compile(r"[A-Za-z]{2}|\bP\d")
_LISTINGS = {
    **{name: given for name, given in READING.items() if name not in ("status", "show", "export", "doctor")},
    "lookup": ("资产",),
    "expiring ": ("--from", "2030", "--to", "2034"),
    "regimes ": ("--all",),
    "missions ": ("--all",),
    "search ": ("assets", "--facets", "lang,type,kind,force,actor,topic,country"),
    "instruments ": ("un-charter",),
    "check ": ("--languages",),
    "compare ": ("--series", "S/RES/9003 (2032)"),
    **{f"export {table}": ("--format", "table") for table in ("citations", "mandates", "standing", "entities",
                                                              "problems", "documents", "paragraphs")},
}  # fmt: skip


@pytest.mark.parametrize("listing", _LISTINGS)
def test_tables_have_no_english_but_the_words_of_documents(
    monkeypatch: pytest.MonkeyPatch, mandex: Run, listing: str
) -> None:
    english: list[str] = []

    def table(
        rows: Sequence[Mapping[str, object]], columns: Sequence[str], *_: object, **how: Any
    ) -> list[str]:
        english.extend(head for head in map(how["name"], columns) if _ENGLISH.search(head))
        cells = ((c, how["value"](c, one_line(row.get(c)))) for c in columns for row in rows)
        english.extend(
            f"{column}: {cell}" for column, cell in cells
            if column not in _OWN_WORDS and _ENGLISH.search(_NAMES_OF_DOCUMENTS.sub("", cell))
        )  # fmt: skip
        return []

    monkeypatch.setattr(tables, "table", table)
    result = mandex("--ui", "zh-Hans", *listing.split(), *_LISTINGS[listing])
    assert result.exit_code in (0, 1), result.output
    said = result.stderr.replace("mandex: ", "").replace(listing.rsplit(maxsplit=1)[-1], "")
    told = _NAMES_OF_DOCUMENTS.sub("", said)
    english += [line for line in told.splitlines() if re.search("[a-z]{4}", line)]
    assert not [one for one in dict.fromkeys(english) if one != "PageRank"]


# Put together from parts; the catalogue has what comes out.
_REASONS_COMPOSED = (
    "part of what was due", ", as well as ", "chair of the ⟨⟩", "⟨⟩ ⟨⟩ ⟨⟩ ⟨⟩", "mandate of the ⟨⟩ committee",
    "⟨⟩ by ⟨⟩⟨⟩", "⟨⟩ by ⟨⟩ until ⟨⟩", ", and last gone back to by ⟨⟩", "⟨⟩, asked for on ⟨⟩",
    "something to be done at once", ", and known for it", "the nearest are ⟨⟩",
    " at the latest: the text names the month", "comes into force on", "no ⟨⟩ is known as ⟨⟩; ⟨⟩",
    "⟨⟩; known by that name: ⟨⟩", "imposes the same anew, and nothing held speaks of this one since",
    "its last term held ran out on ⟨⟩; ⟨⟩ on the same agenda item,", "⟨⟩ not held, may have renewed it: ⟨⟩",
    "it is over, but since when is not known", "⟨⟩; ⟨⟩ and others may have renewed it",
)  # fmt: skip
_LIKE_REASONS = re.compile(r"(?:[a-z⟨⟩'’,;:-]+(?: |$)){4,}")


def _reasons() -> Iterator[tuple[str, str]]:
    """What `index.life` says of what stands: its literals of four words and more that are no expressions."""
    for path in sorted((ROOT / "index" / "life").glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        inside = {
            id(part)
            for node in ast.walk(tree)
            if isinstance(node, (ast.JoinedStr, ast.Expr))
            or (isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in
                ("Expression", "compile", "execute"))
            for part in ast.walk(node)
            if part is not node and (isinstance(node, (ast.JoinedStr, ast.Call)) or part is node.value)
        }  # fmt: skip
        for node in ast.walk(tree):
            if id(node) not in inside and isinstance(node, (ast.Constant, ast.JoinedStr)):
                template = _template(node)
                if _LIKE_REASONS.fullmatch(template.replace(" ⟨⟩", " ⟨⟩ ").replace("  ", " ").strip()):
                    yield f"{path.name}:{node.lineno}", template


def test_no_reason_is_missing() -> None:
    """Nor a part of one, which another message may have put into Chinese by halves."""
    missing = [
        f"{where}: {said}"
        for where, said in _reasons()
        if said not in _REASONS_COMPOSED and re.search("[a-z]{4}", value("reason", said, "zh-Hans"))
    ]
    assert not missing, "add these to commands/locale/zh-Hans.po and run `make docs`:\n" + "\n".join(missing)


CELLS = [
    ("regime", "south-sudan", "南苏丹"),
    ("regime", "threats to international peace and security caused by terrorist acts",
     "恐怖行为对国际和平与安全造成的威胁"),
    ("mission", "multinational-force of liberia", "多国部队（利比里亚）"),  # one for each country
    ("subject", "measures of south-sudan", "措施（南苏丹）"),
    ("subject", "unifil strength", "联黎部队（兵力）"),
    ("subject", "Components of explosive devices and inspection of vessels (Somalia)",
     "爆炸装置部件和船只检查（索马里）"),
    ("to", "general-assembly, security-council", "大会、安全理事会"),
    ("every", "P1M", "每月"),
    ("every", "P90D", "每90天"),
    ("every", "P1MT2H", "P1MT2H"),  # no rhythm that is known
    ("strength", "15,000 troops", "15,000名士兵"),
    ("strength", "1,608 police personnel, 140 police personnel more", "1,608名警务人员、增加140名警务人员"),
    ("strength", "12 llamas", "12 llamas"),
    ("verb", "calls upon", "呼吁"),  # by its force
    ("verb", "should", "应当"),
    ("agenda_item", "The situation in Mali", "马里局势"),
    ("agenda_item", "Letter dated 1 May from nobody", "Letter dated 1 May from nobody"),
    ("pinpoint", "para 47", "第47段"),
    ("pinpoint", "OP4", "OP4"),
    ("name", "Charter of the United Nations", "联合国宪章"),
    ("reason", "a task of the panel of libya: ran out on 2026-05-15",
     "专家小组（利比亚）的任务：已于 2026-05-15 到期"),
    ("reason", "the mandate of UNIFIL is over: ended by S/RES/2790 (2025) OP1",
     "联黎部队的任期已结束：由 S/RES/2790 (2025) OP1 终止"),
    ("message", "resolution 1373 is of 2001", "第 1373 号决议是 2001 年的"),
]  # fmt: skip


@pytest.mark.parametrize(("column", "english", "chinese"), CELLS)
def test_cells_say_names_rhythms_and_reasons(column: str, english: str, chinese: str) -> None:
    assert value(column, english, "zh-Hans") == chinese
    assert value(column, english, "en") == english


def test_what_a_reason_says_again_of_a_question_is_in_the_readers_characters() -> None:
    assert value("why", "冻结资产: demand", "zh-Hant") == "凍結資產：見於要求"
