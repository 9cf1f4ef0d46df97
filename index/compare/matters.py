"""What a paragraph speaks of that it did not before, and speaks of no more: each phrase quoted.

*Requests the Secretary-General to report every six months* became *… every six months, and to inform troop
contributors of what impedes the mandate*: the clause came in. *[small arms -> arms and ammunition]*: one took
the other's place. Changes of tense, order, degree or connection alone are none, nor are dates, numbers and
citations, which are told as such.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from mandex.corpus.fold import HAN, is_chinese
from mandex.corpus.records import dataclass
from mandex.index.compare.names import completes, completes_head, one_body, spelt_out
from mandex.index.compare.phrases import Known, Phrase, clauses, phrases, together
from mandex.index.compare.qualifiers import qualifies
from mandex.index.compare.wording import content, spoken
from mandex.index.compare.words import Edit, common_start

_QUOTED = 160  # characters
_OWN = 0.5  # of the terms of a phrase, those that the other wording has nowhere
_OWN_OF_PART = 0.65  # of what fell out: more of it stands in the other parts
_EDGES = " \t\n,;:.，；。：、\0"
_OPEN = re.compile(r"\s*[(（]$")
_ABBREVIATION = re.compile(r"[A-Z]{3,}")
_ALSO_NAMED = re.compile(r"又称|又名|简称|下称|\bknown as\b")
_SIGNS = re.compile(r"[\W_]+")
_NAME = 60  # characters
_SYNONYM = 4  # characters
_SAY_NOTHING = "的和与及在于对不一"
# The rest of a Chinese phrase, where it is short: 支持[秘书长特别代表]的努力.
_STOP = r"\s，；。、：“”《》()（）"
_TAIL = re.compile(rf"(?<=[{_STOP}])[^{_STOP}\d]{{1,8}}$")
_HEAD = re.compile(rf"[^{_STOP}\d]{{1,8}}(?=[{_STOP}])")
# Of very short ones also what they are listed with: 充分、[平等]和有意义地参与.
_SHORT = 3
_WIDE = r"\s，；。“”《》()（）"
_WIDE_TAIL = re.compile(rf"(?<=[{_WIDE}])[^{_WIDE}\d]{{1,10}}$|^[^{_WIDE}\d]{{1,10}}$")
_WIDE_HEAD = re.compile(rf"[^{_WIDE}\d]{{1,10}}(?=[{_WIDE}])")
# The rest of an English name, or of what stands in brackets: *Special [Adviser]*, *resolution 2216 (2015[)]*.
_NAME_BEFORE = re.compile(r"(?:\b[A-Z][\w-]+\s)+$")
_NAME_AFTER = re.compile(r"\)")
_NOTHING = [""]
# What two changes leave standing between them, too short to part them.
_BRIDGE = re.compile(rf"[\s,;.()，；、。（）]*|\s*(?:[^\W{HAN}]+(?:[\s’'-]+|$)){{1,3}}|[{HAN}]{{1,3}}")


@dataclass(frozen=True, slots=True)
class Matter:
    """A phrase that only one of two wordings has, or one that took another's place."""

    old: str
    new: str


def matters(
    edits: Sequence[Edit], old: Mapping[str, int], new: Mapping[str, int],
    moved: Callable[[Phrase, bool], bool], *, parted: bool = False,
) -> Iterator[Matter]:  # fmt: skip
    """`old` and `new` count the terms of the two wordings; `moved` tells whether a phrase (True: of the
    new one) stands elsewhere in the other document. Where one of the paragraphs was split or merged
    (`parted`), what is in the other parts stands beside the edits, and more of a phrase must be its own.
    """
    before, after = ("".join(e.text for e in edits if e.operation != other) for other in ("add", "drop"))
    least = _OWN_OF_PART if parted else _OWN
    spelt = spelt_out(before, after)
    gone = Known({**new, **spelt[1]}, Counter(spoken(before)), together(content(after)), parted, least)
    came = Known({**old, **spelt[0]}, Counter(spoken(after)), together(content(before)), parted, _OWN)
    only: list[Matter] = []
    for run in _runs(edits):
        alone = run.old + run.new if run.only_old or run.only_new else ""
        if _said_otherwise(run.old, run.new) or completes(run.before, run.old + run.new):
            continue
        if completes_head(run.before, alone, run.after):
            continue
        out = [one for one in phrases(run.old, gone, alone=run.only_old) if not moved(one, False)]
        in_ = [one for one in phrases(run.new, came, alone=run.only_new) if not moved(one, True)]
        if not out and not in_:
            yield from _of_single_changes(run, gone, came, moved)
            only += (Matter(*sides) for change in run.changes if (sides := qualifies(*change)))
        if len(out) + len(in_) == 1:
            out, in_ = out or _instead(run.old, run.new), in_ or _instead(run.new, run.old)
        if len(out) == len(in_) == 1:
            one = Matter(run.quoted(out[0]), run.quoted(in_[0]))
            if spoken(one.old) != spoken(one.new):
                yield one
        else:
            yield from (Matter(run.quoted(one), "") for one in out)
            yield from (Matter("", run.quoted(one)) for one in in_)
    yield from (one for one in only if not any(_moved(one, other) for other in only))


_NAMED = 2  # terms of what is added within a phrase


def _of_single_changes(
    run: _Run, gone: Known, came: Known, moved: Callable[[Phrase, bool], bool]
) -> Iterator[Matter]:
    """What each of several changes at one place brings or drops alone, where together they say nothing of
    their own: *[cases of -> reported] human rights [ -> and humanitarian law] violations*.
    """
    if len(run.changes) < 2 or gone.parted:
        return
    for old, new, _ in run.changes:
        side, known, is_new = (new, came, True) if new else (old, gone, False)
        if bool(old.strip()) != bool(new.strip()):
            for one in phrases(side, known, alone=True):
                if len(content(one.text)) >= _NAMED and not moved(one, is_new):
                    yield Matter("", quoted(one.text)) if is_new else Matter(quoted(one.text), "")


def _moved(one: Matter, other: Matter) -> bool:
    """Whether a word that only qualifies went from one place of the paragraph to another."""
    return any(
        a and b and a.split()[0] == b.split()[0] for a, b in ((one.old, other.new), (one.new, other.old))
    )


def of_both(
    found: Sequence[Matter], own: Sequence[Matter], edits: Sequence[Edit], own_edits: Sequence[Edit]
) -> Iterator[Matter]:
    """The matters of a pair of which one paragraph was split or merged: `found` in its `edits`, but what
    stands in another part and is not among `own_edits`; and of `own`, read off those, what says much and is
    not told with the others.
    """
    elsewhere = [_changed(edits, way) - _changed(own_edits, way) for way in ("drop", "add")]
    told = [
        one
        for one in found
        if all(
            2 * sum(term in terms for term in said) <= len(said)
            for side, terms in zip((one.old, one.new), elsewhere, strict=True)
            if (said := content(side))
        )
    ]
    yield from told
    for one in own:
        k = 0 if one.old else 1
        phrase, alone = (one.old, one.new)[k], not (one.old and one.new)
        if alone and len(set(content(phrase))) >= _MUCH:
            sides = ((two.old, two.new)[k] for two in told)
            if not any(side and (phrase in side or side in phrase) for side in sides):
                yield one


def _changed(edits: Sequence[Edit], way: str) -> set[str]:
    return set(content(" ".join(edit.text for edit in edits if edit.operation == way)))


_MUCH = 3  # terms


def _said_otherwise(old: str, new: str) -> bool:
    """*mid-term* for *midterm*; 共享 for 分享: a Chinese synonym has a character in common."""
    short, full = sorted((side.strip(_EDGES + "()（）") for side in (old, new)), key=len)
    if short in full and (_ABBREVIATION.fullmatch(short) or (short and _ALSO_NAMED.search(full))):
        return True  # *ISIL* for *Islamic State in Iraq and the Levant (ISIL)*
    if one_body(old.replace("\0", ""), new.replace("\0", "")):
        return True
    one, other = (_SIGNS.sub("", side).casefold().replace("advisor", "adviser") for side in (old, new))
    brief = is_chinese(one + other) and max(len(one), len(other)) <= _SYNONYM
    return (
        one == other
        or _is_misprint(one, other)
        or _are_misread(old, new)
        or _is_one_stem(old, new)
        or (brief and bool({*one} & {*other} - {*_SAY_NOTHING}))
    )


_MISPRINTED = 8  # letters of a word


def _is_misprint(one: str, other: str) -> bool:
    """Whether two words differ in a letter or two within: *authorized*, and *authonzed* as scanned."""
    short, full = sorted((one, other), key=len)
    if (
        len(short) < _MISPRINTED
        or len(full) - len(short) > 1
        or not (one + other).isalpha()
        or is_chinese(one)
    ):
        return False
    head = common_start(short, full)
    tail = common_start(short[::-1], full[::-1])
    return head > 0 and tail > 0 and len(full) - head - tail <= 2


def _are_misread(old: str, new: str) -> bool:
    """Whether the words of one stretch are those of the other but for letters that scans confuse:
    *Peace-kceping*, *Voting* for *Noting*.
    """
    pairs = old.split(), new.split()
    if len(pairs[0]) != len(pairs[1]) or old == new or not (old + new).isascii():
        return False
    return all(one == other or _confused(one, other) for one, other in zip(*pairs, strict=True))


def _confused(one: str, other: str) -> bool:
    if len(one) != len(other) or len(one) < _CONFUSED_IN:
        return False
    unlike = [{a, b} for a, b in zip(one, other, strict=True) if a != b]
    return len(unlike) == 1 and any(unlike[0] <= letters for letters in _CONFUSED)


_CONFUSED_IN = 5  # letters of a word: *now*, *new* are two
_CONFUSED = tuple(
    map(frozenset, ("ceo", "il1!|t", "hbk", "nuvr", "VNM", "mn", "a6s", "BERP", "OQCG0", "gq9"))
)


_STEM, _ENDING = 6, 4  # letters in common, and of the rest


def _is_one_stem(old: str, new: str) -> bool:
    """Whether two words are of one stem: *[in violation of -> violating] the sovereignty*."""
    one, other = (
        _SMALL_WORDS.sub(" ", side.replace("\0", " ").casefold()).strip(_EDGES) for side in (old, new)
    )
    head = common_start(one, other)
    return (
        head >= _STEM
        and max(len(one), len(other)) - head <= _ENDING
        and (one + other).isalpha()
        and not is_chinese(one)
    )


_SMALL_WORDS = re.compile(r"\b(?:in|of|the|to|by|for|a|an)\b")
_BRIDGED = re.compile(r"\0[^\0]*\0")


_ALONE = re.compile(r"[a-z-]{6,}")  # *[steady -> significant] progress*


def _instead(side: str, beside: str) -> list[Phrase]:
    """What stood in the place of a phrase, though the other wording has it elsewhere as well: *the
    Government of [National Accord -> Libya]*.
    """
    if not _BRIDGED.sub("", side).strip(_EDGES):
        return []  # only what two changes leave between them: *[,] States[ and regional organizations]*
    text = side.replace("\0", "").strip(_EDGES)
    short = len(text) <= _NAME and len(list(clauses(side))) == 1
    return (
        [Phrase(side, ())]
        if short
        and (
            content(text)
            or all(_ALONE.fullmatch(one.strip()) for one in (side, beside))
            or (is_chinese(text) and 1 < len(text) <= _SYNONYM)
        )
        else []
    )


@dataclass(frozen=True, slots=True)
class _Run:
    """What was dropped and added at one place, with the words that two changes leave between them (between
    zeros); what was kept before and after it; `changes` are the single changes, each with what is kept after.
    """

    old: str
    new: str
    before: str
    after: str
    changes: tuple[tuple[str, str, str], ...]

    @property
    def only_old(self) -> bool:
        """Whether nothing stands in the place of what was dropped."""
        return not _BRIDGED.sub("", self.new)

    @property
    def only_new(self) -> bool:
        """Whether what was added stands in no place of what was dropped."""
        return not _BRIDGED.sub("", self.old)

    def quoted(self, phrase: Phrase) -> str:
        """A phrase with the rest of the Chinese words that the change cuts."""
        text = phrase.text
        sides = self.old, self.new
        first, last = (any(map(test, sides, (text, text))) for test in (str.startswith, str.endswith))
        if is_chinese(text):
            wide = first and last and len(text) <= _SHORT
            patterns = (_WIDE_TAIL, _WIDE_HEAD) if wide else (_TAIL, _HEAD)
            first, last = first and text[0] not in _EDGES, last and text[-1] not in _EDGES
        else:
            patterns, first = (_NAME_BEFORE, _NAME_AFTER), first and text[:1].isupper()
        head = (patterns[0].search(self.before[-_NAME:]) or _NOTHING)[0] if first else ""
        tail = (patterns[1].match(self.after) or _NOTHING)[0] if last else ""
        return quoted(head + text + tail)


def _marked(edits: Sequence[Edit]) -> Iterator[Edit]:
    """The edits, with what was only spelt, printed or named otherwise between zeros: the *[buffer zone ->
    Buffer Zone]* beside a change brings and drops nothing.
    """
    otherwise = False
    for edit, other in zip_longest(edits, edits[1:]):
        if edit.operation == "drop" and other and other.operation == "add":
            otherwise = _said_otherwise(edit.text, other.text)
        elif edit.operation != "add":
            otherwise = False
        yield replace(edit, text=f"\0{edit.text}\0") if otherwise else edit


def _runs(edits: Sequence[Edit]) -> Iterator[_Run]:
    old = new = bridge = before = gone = came = ""
    changes: list[tuple[str, str, str]] = []
    for edit in _marked(edits):
        if edit.operation == "keep":
            changes += [(gone, came, edit.text)] if gone or came else []
            gone = came = ""
            if (old or new) and _BRIDGE.fullmatch(edit.text):
                bridge = edit.text
                continue
            if old or new:
                yield _Run(old, new, before, bridge + edit.text, tuple(changes))
            old = new = bridge = ""
            changes = []
            before = edit.text
        else:
            if bridge:
                old, new = (side + f"\0{bridge}\0" if side else "" for side in (old, new))
                bridge = ""
            if edit.operation == "drop":
                old, gone = old + edit.text, gone + edit.text
            else:
                new, came = new + edit.text, came + edit.text
    if old or new:
        changes += [(gone, came, "")] if gone or came else []
        yield _Run(old, new, before, bridge, tuple(changes))


# Of what was kept around it: *[and calls upon all sides] to continue …*, *…, including to [ensure]*.
_LOOSE = re.compile(
    r"^(?:and|or|as\swell\sas|the|of|to|for|by|in)\s(?=\w)|(?:[\s,]+(?:and|or|including|to|of|by|the|in|for|its|their|on|with|that|a|an))+$"
)


# The rest of a date, a symbol or a list of resolutions that the change cuts: *[June -> December] 2008[ -> and
# to keep]*, *(S/[2008/26) and recalling …]*, *[1773 (2007), 1832 (2008) as well as the statements]*.
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_REST = re.compile(
    rf"(?:(?:[A-Z]{{2,8}}(?=\))|(?:{_MONTHS})(?:\s\d{{4}})?|\d{{4}}/\d{{1,4}}|\d{{1,4}}(?:\s?\(\d{{4}})?)"
    r"(?:\)*[,;]|\)+|(?=\sand\b))\s*(?:and\s|as\swell\sas\s)?)+(?=\w)"
)


def quoted(text: str) -> str:
    """On one line, without the stops at its edges."""
    said = " ".join(text.replace("\0", "").split()).strip(_EDGES).lstrip(") ")
    rest = _REST.match(said)
    said = _LOOSE.sub("", said[rest.end() :] if rest else said)
    return _OPEN.sub("", said)


def shortened(said: str) -> str:
    """A phrase as changes tell it: of a long one the beginning."""
    return said if len(said) <= _QUOTED else f"{said[:_QUOTED].rsplit(' ', 1)[0]} …"


_BODIES = re.compile(
    r"\b(?:Adviser|Envoy|Representative|Coordinator|Commissioner|Secretariat|Committee|Commission|Council|Panel|Group|Team|"
    r"Force|Mission|Office|Government|Governments|Union|Community|States?|Organization|Bank|Fund|Programme|Agency|"
    r"authorities|parties|donors|partners|institutions|leaders|agencies|organizations)\b"
)
_SMALL = frozenset(["of", "for", "the", "and", "to", "on", "in", "its", "all", "with"])
_CHINESE_BODIES = re.compile(
    r"^[^，；、的关予并以为]{0,12}(?:政府|当局|委员会|小组|特派团|部队|办事处|代表|特使|顾问|联盟|成员州|会员国|各国|捐助方|捐助者|伙伴|各方|双方|组织|机构|联合国|国际社会|秘书长|主席|高级专员|总干事)$"
)


def is_actor(matter: Matter) -> bool:
    """Whether a change is one of who acts or is addressed: *[the Panel -> the Committee and its Panel]*."""
    return all(_is_name(side) for side in (matter.old, matter.new) if side)


def _is_name(text: str) -> bool:
    if is_chinese(text):
        return bool(_CHINESE_BODIES.search(text))
    words = text.replace(",", " ").split()
    return bool(_BODIES.search(text)) and all(
        word in _SMALL or word[0].isupper() or _BODIES.fullmatch(word) for word in words
    )
