"""What a question wishes to know of its matter: what founded or ended it, how it is now, who, which year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from mandex.corpus.acts import pattern
from mandex.corpus.expressions import Expression

Wish = Literal["establish", "end", "latest", "who"]

# *How long are they to stay*, 延长到几月几日, 还要待多久; not *how long is the border*.
_NOW = Expression(
    r"\b(?:current\w*|now|today|still|latest|newest|most recent|in force|mandates?"
    r"|(?:un)?til (?:when|what|which)|through when|how (?:much )?long(?:er)?\b.{0,60}?(?:stay|remain|last|run"
    r"|mandate|serve|work|operat\w+|deploy\w+|there|continue|apply|stand|valid|force)\w*"
    r"|(?:when|what date|what day|which day|what month|which month) (?:does|do|did|will|is|are|must|should)"
    r" .{0,60}(?:end|expire|run|leave|close|stop|finish|go home|withdraw|lapse|over|due)"
    r"|last day|end date|expiry|deadline|due to (?:end|expire|leave))\b"
    r"|目前|现行|现在|当前|最新|至今|到期|任务期限|任期|届满|截止|多久|多长时间|最后日期|期限|到何日|延到"
)
# Asks for the day of an end, unless for that of a beginning: 特派团是哪年设立的.
_WHEN = Expression(r"什[么幺]时候|何时|几月|几号|哪[天日年月]")
# What began: *how UNMISS began*, *origin of the force*, 部队怎么来的.
_BEGAN = Expression(
    r"\b(?:began|started|begun|origins?|came (?:about|into being)|born|birth of"
    r"|first (?:set up|deployed|sent)"
    r"|legal basis|created|what (?:set up|created|founded))\b"
    r"|怎[么幺]来的|由来|来历|起源|诞生|创立|哪年成立|依据什[么幺]成立|组建"
    r"|(?:什[么幺]时候|何时|哪一?年).{0,4}设[的立置]?"
)
# *Membership of Kosovo in the United Nations*, 台湾加入联合国: what only a recommendation answers that names
# the State; left: *member States must*.
ADMISSION = Expression(
    r"\b(?:(?:admission|membership|admitted|admit)\b.{0,60}\b(?:un|united nations)|member state of"
    r"|becomes? (?:a )?(?:un )?member|joins? the (?:un|united nations))\b"
    r"|加入联合国|入联合国|入联|入会|接纳.{1,20}(?:会员|联合国)"
)
_WISHES: tuple[tuple[Wish, tuple[Expression, ...]], ...] = (
    ("establish", (_BEGAN, pattern(("establishes",), "verbs", "nouns", "asked"))),
    ("end", (pattern(("ends", "lifts"), "verbs", "nouns", "asked"),)),
    ("latest", (_NOW, pattern(("extends",), "verbs", "nouns", "asked"))),
    ("who", (Expression(r"^\W*who(?:m|se)?\b|谁|何人|哪个机构"),)),
)
# *The embargo of 1990*, 1990年; not *paragraph 1990*, 2000万美元, *the 1980s*, 1980年代.
_YEAR = Expression(
    r"(?<![\d/.-])(19[4-9]\d|20[0-4]\d)(?![\d/-]|\.\d|['’]?s\b|年代|[万亿名人个吨]| million)(?:年)?"
)


def wishes(folded: str, *, whole: bool = False) -> Iterator[Wish]:
    """What a folded text wishes for; with `whole`, where it says nothing else."""
    found = [
        wish
        for wish, ways in _WISHES
        if any(way.fullmatch(folded) if whole else way.search(folded) for way in ways)
    ]
    yield from found
    if not {"establish", "latest"}.intersection(found) and (
        _WHEN.fullmatch(folded) if whole else _WHEN.search(folded)
    ):
        yield "latest"


def years(folded: str) -> frozenset[int]:
    """The years that a folded text names, its resolutions already taken out."""
    return frozenset(int(match[1]) for match in _YEAR.finditer(folded))
