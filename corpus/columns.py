"""What the cells of listings say in a language, by their columns: statuses, names, rhythms, places, reasons.

JSON, CSV and the like keep the codes that programs go by (`south-sudan`, `P1M`); what people read has names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from mandex.corpus.catalogue import said, translated, words
from mandex.corpus.scripts import converter

if TYPE_CHECKING:
    from mandex.corpus.lexicon import Entry


def value(column: str, cell: str, ui: str) -> str:
    """A cell in a language: a status, an actor, a reason; those of columns without a reader as they are."""
    reader = _READERS.get(column)
    return cell if ui == "en" or not cell or reader is None else reader(cell, ui)


@lru_cache(4096)
def _sentences(text: str, ui: str) -> str:
    """Messages that stand one after the other, parted by semicolons, which some also have within."""
    parts, out = text.split("; "), []
    while parts:
        for many in range(len(parts), 0, -1):
            one = "; ".join(parts[:many])
            if (told := said(one, ui, whole=many > 1, named=_named_in_passing)) or many == 1:
                out.append(told or one)
                parts = parts[many:]
                break
    return _written(_BETWEEN.sub("", "；".join(out)), ui)


# Beside symbols and days messages have a space, beside Chinese names none.
_BETWEEN: Final = re.compile(r"(?<=[\u4e00-\u9fff）]) (?=[\u4e00-\u9fff])")


def _written(chinese: str, ui: str) -> str:
    """In the characters of the interface, also what it says again of a question, which is folded."""
    return converter("tw")(chinese) if ui == "zh-Hant" else chinese


def _names(cell: str, ui: str) -> str:
    """Ids and statuses, one or several: *member-states; international-community*."""
    return "、".join(name(one, ui) for one in cell.split("; "))


def _places(cell: str, ui: str) -> str:
    """Where something is: *page 2*, *line 14*, *para 47*; pinpoints and names as they are."""
    return "；".join(_place(one, ui) for one in cell.split("; "))


# The last of a place: *page 2*, *fn 1*, *title ¶1*; *para 47* is 第47段.
_LAST: Final = re.compile(r"(?<![^ ])(?:para(?:graph)? (?P<number>\S+)|(?P<kind>[a-z]+) (?P<nth>¶?\d+))$")


def _place(place: str, ui: str) -> str:
    if translated(place, ui) != place:
        return translated(place, ui)
    return _LAST.sub(lambda m: f"第{m[1]}段" if m[1] else f"{translated(m[2], ui)} {m[3]}", place)


# *P1M*: every month; ISO 8601
_RHYTHM: Final = re.compile(r"P(\d{1,4})([YMWD])")
_UNITS: Final = {"Y": ("年", "年"), "M": ("月", "个月"), "W": ("周", "周"), "D": ("天", "天")}


def _rhythm(cell: str, ui: str) -> str:
    """How often: *P1M* is 每月, *P90D* 每90天."""
    match = _RHYTHM.fullmatch(cell)
    if not match:
        return cell
    one, many = _UNITS[match[2]]
    return _written(f"每{one}" if match[1] == "1" else f"每{match[1]}{many}", ui)


# *11,500 military personnel*, *140 police personnel more*
_COUNTED: Final = re.compile(r"(?P<count>\d[\d,]*) (?P<whom>[a-z ]+?)(?P<more> more)?")


def _strength(cell: str, ui: str) -> str:
    """How many of whom: *15,000 troops* is 15,000名士兵; what is not counted so stays as it is."""
    found = [_COUNTED.fullmatch(one) for one in cell.split(", ")]
    told = [(one, _known(one["whom"], ui)) for one in found if one]
    if len(told) < len(found) or not all(whom for _, whom in told):
        return cell
    return "、".join(
        f"{_written('增加' if one['more'] else '', ui)}{one['count']}名{whom}" for one, whom in told
    )


def _verb(cell: str, ui: str) -> str:
    """The verb of a demand: by the catalogue, else by its force (*calls upon* is 呼吁)."""
    from mandex.corpus import lexicon  # noqa: PLC0415 - as for `name`

    if (told := translated(cell, ui)) != cell:
        return told
    first = cell.split(" ", maxsplit=1)[0].casefold()
    forces = (verb.force for verb in lexicon.verbs() if first in (verb.form.casefold(), verb.lemma))
    force = next(forces, "")
    return translated(force, ui) if force else cell


# Agenda items as the register has them; what they are about is a country or a place that has a name.
_ITEMS: Final = tuple(
    (re.compile(english), chinese)
    for english, chinese in (
        (r"The situation in (?:the )?(.+)", "{}局势"),
        (r"Situation in (?:the )?(.+)", "{}局势"),
        (r"The situation (?:concerning|relating to) (?:the )?(.+)", "有关{}的局势"),
        (r"The situation between (.+)", "{}间局势"),
        (r"Items relating to the situation in (?:the )?(.+)", "与{}局势有关的项目"),
        (r"Question concerning the situation in (.+)", "{}局势问题"),
        (r"(?:The q|Q)uestions? (?:of|concerning|relating to) (?:the )?(.+)", "{}问题"),
        (r"The (.+) question", "{}问题"),
        (r"Reports? of the Secretary-General (?:on|in|—|concerning) (?:the )?(.+)", "秘书长关于{}的报告"),
        (r"Complaint by (?:the Government of )?(.+)", "{}的控诉"),
        (r"Non-proliferation(?: - |/| — )(.+)", "不扩散——{}"),
        (r"Middle East — (.+)", "中东——{}"),
    )
)


@lru_cache(2048)
def _item(cell: str, ui: str) -> str:
    """An agenda item, where all that it is about has a name."""
    if whole := _label(cell, ui, none=""):
        return whole
    for pattern, chinese in _ITEMS:
        match = pattern.fullmatch(cell)
        if match and (about := _label(match[1], ui, none="") or _label(f"the {match[1]}", ui, none="")):
            return _written(chinese, ui).format(about)
    return cell


# *measures of south-sudan*, *the panel of libya*: the subject of a step
_SUBJECT: Final = re.compile(r"(?:the )?(?P<kind>[a-z]+(?:-[a-z]+)*) of (?P<matter>.+)")


@lru_cache(4096)
def _titled(title: str, ui: str) -> str:
    """What a regime, a mission or a mandate is called: its parts that have a name, the others as they are."""
    if whole := _label(title, ui, none=""):
        return whole
    called, about = _parted(title)
    if called and (kind := _label(called, ui, none="")):
        return f"{kind}（{_titled(about, ui)}）"
    return f"{called}（{_label(about, ui)}）" if called and about != _label(about, ui) else title


def _parted(title: str) -> tuple[str, str]:
    """A title as what something is and what it is about; nothing where it says no such thing."""
    if title.endswith(")"):
        called, _, about = title.removesuffix(")").rpartition(" (")
        return called, about
    if match := _SUBJECT.fullmatch(title):
        return match["kind"], match["matter"]
    called, _, about = title.rpartition(" ")  # *unifil strength*, *rwanda office*
    return (called, about) if about in ("strength", "office") else ("", "")


def _label(english: str, ui: str, none: str | None = None) -> str:
    """A name, or several (*Asset freeze, travel ban and oil*), all known; else `none`, or as it is."""
    if whole := _known(english, ui):
        return whole
    parts = [_known(part, ui) for part in _LISTED.split(english)]
    if not all(parts) or len(parts) < 2:
        return english if none is None else none
    return "、".join(parts[:-1]) + "和" + parts[-1] if " and " in english else "、".join(parts)


_LISTED: Final = re.compile(r", | and ")


def _known(english: str, ui: str) -> str:
    """What the catalogue calls it, or the tables, by its name or by its identity (`1540-committee`)."""
    catalogue = words(ui)
    for written in (english, english.casefold(), english.capitalize()):
        if told := catalogue.get(written):
            return told
    if chinese := _labels().get(english.casefold()):
        return _written(chinese, ui)
    return told if (told := name(english, ui)) != english else ""


def _named_in_passing(part: str, ui: str) -> str | None:
    """A body or a matter that a sentence names: *UNIFIL*, *the panel of libya*; no symbols, no days."""
    if "/" in part or not part[:1].isalpha():
        return None
    told = _titled(part, ui)
    return told if told != part else None


@cache
def _labels() -> Mapping[str, str]:
    """The Chinese names of what has one, by the English ones."""
    found: dict[str, str] = {}
    for table in _tables():
        for one in table.values():
            found.setdefault(one.label_en.casefold(), one.label_zh)
    return found


def _tables() -> Iterator[Mapping[str, Entry]]:
    """The tables of names, those that most cells are in first: they are read only as far as is needed."""
    from mandex.corpus import lexicon  # noqa: PLC0415 - most of what is said names nobody

    yield from (lexicon.actors(), lexicon.topics(), lexicon.countries())
    yield from (lexicon.instruments(), lexicon.agreements(), lexicon.posts())


def name(id_: str, ui: str) -> str:
    """What people call an actor, a topic, a country or a status: `member-states` is 会员国."""
    known = words(ui).get(id_)
    if known or id_.isdigit() or not _ID.fullmatch(id_):
        return known or id_
    named = next((table[id_] for table in _tables() if id_ in table), None)
    if named is None:
        return id_
    return named.label_en if ui == "en" else _written(named.label_zh, ui)


_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_READERS: Final[Mapping[str, Callable[[str, str], str]]] = {
    **dict.fromkeys(("name", "subject", "regime", "mission", "successor", "to"), _titled),
    **dict.fromkeys(("reason", "why", "message", "target"), _sentences),
    **dict.fromkeys(("where", "place", "places", "since", "pinpoint", "cited_in", "not_in"), _places),
    **dict.fromkeys(
        (
            "status", "force", "actors", "topics", "topic", "kind", "type", "relation", "lang", "measure",
            "addressee", "theme", "severity", "what", "action", "asks", "countries", "country", "facet",
            "value", "fate", "code", "flag", "old_status", "new_status", "changed",
        ),
        _names,
    ),
    "every": _rhythm,
    "strength": _strength,
    "verb": _verb,
    "agenda_item": _item,
}  # fmt: skip
