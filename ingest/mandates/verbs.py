"""Which drafting verbs a paragraph carries, and where: `Decides`, `Also requests`, 决定, 又请.

The *lead* verb opens the paragraph, perhaps after a few words (*In this regard,* 为此); *further* verbs open
clauses of their own (*…, and requests …*, ，并请…). The source of the vocabulary is
`corpus/data/verbs.csv`; a verb is marked there as one that opens clauses inside a paragraph, where many
others (*supports*, *states*) mostly are nouns or belong to someone else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.languages import Lang, by_tongue
from mandex.corpus.lexicon import Verb
from mandex.corpus.records import dataclass
from mandex.ingest.mandates.tasks_zh import goes_on, is_task


@dataclass(frozen=True, slots=True)
class VerbAt:
    """A verb and where it is printed, with its adverbs: `start` .. `end` of the text."""

    verb: Verb
    start: int
    end: int


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


# Adverbs printed as part of the verb: Strongly condemns, Also requests, Remains however …
_EN_BEFORE = (
    "again", "also", "anew", "deeply", "equally", "explicitly", "expressly", "firmly",
    "fully", "further", "furthermore", "gravely", "however", "likewise", "meanwhile", "once again",
    "once more",
    "particularly", "resolutely", "seriously", "similarly", "solemnly",
    "specifically", "strongly", "then", "therefore", "thus", "unequivocally", "unreservedly", "urgently",
    "vigorously", "warmly", "accordingly", "hereby",
)  # fmt: skip
# Those that may stand apart: *further, requests*; not: *to implement the review swiftly and fully, requests*.
_EN_APART = r"(?<!fully)(?<!strongly)(?<!firmly)(?<!urgently)(?<!seriously)(?<!equally)(?<!specifically),\s"
_EN_AFTER = ("again", "also", "further", "once again", "therefore", "anew", "strongly", "once more")
# *Further* is no part of the verb where it belongs to what follows: encourages further efforts, not *Decides
# further that*, *Requests further the Secretary-General*.
_NOT_OF_NOUN = (
    r"(?<!\bfurther(?=\s(?!(?:the|that|to|all|on|upon|of|its|his|their|in|any|each|every|both|those|these|this|such|with|for|at|as"
    r"|pursuant|until|and|grave|concern|attention)\b)[a-z]))"
)
# What may stand between the verb and its preposition: Calls also upon, Looks forward.
_EN_SPLIT = Expression(r"(calls|takes|draws|pays) (?=on$|upon$|for$|note$|attention$|tribute$)")
# Forms that are plural nouns as well; they are verbs where an object or a clause follows.
_NOUNS_TOO = frozenset({
    "requests", "calls", "demands", "states", "notes", "appeals", "supports", "orders", "transfers",
    "reviews", "views", "offers", "increases", "mandates", "shares", "grants", "registers",
})  # fmt: skip
_HAS_OBJECT = Expression(
    r",?\s+(?:(?:the|that|it|them|him|her|all|any|each|every|its|his|in|to|on|upon|also|further|again|once|strongly|for|with|"
    r"both|other|those|these|this|such|as|a|an|enhanced|increased|their|full|immediate|relevant|timely|continued|regular"
    r"|ongoing|efforts|broad|steps|taking|strengthening|international|one|initial|troop-?|contributing)(?:\b|(?<=-))|[A-Z“\d])"
)
# What these do is said at once: *requests in this regard the Secretary-General*, *notes with concern*,
# *appeals to all States*; not: *requests in writing*, *calls for help to the States*.
_IS_VERB = {
    "requests": Expression(r"\s+in\s+(?:this|that)\s"),
    "demands": Expression(r"\s+in\s+(?:this|that)\s"),
    "notes": Expression(r"\s+(?:with|in\s+(?:this|that|particular|addition))\s"),
    "appeals": Expression(r"\s+(?:to|for)\s"),
}
# Who speaks, in statements, and the quotation mark before.
_EN_LEAD_IN = r"(?:[“\"'(\[\s]*(?:The Security Council,?\s+|The Council,?\s+|It\s+)?)"
# A clause before the lead verb: In this regard, / In particular, / Notwithstanding paragraph 3,
_EN_CLAUSE_BEFORE = (
    r"(?:(?:In|While|With|Without|Notwithstanding|For|To|Having|Due|Taking|Bearing|On|As|Given|Pursuant|"
    r"Following|Consistent|Until|Pending|Subject|After|Upon|Mindful|Where|If|By|Under|Concerned|Deeply|Firmly|"
    r"Based)\b[^.;:]{0,400}?,?\s+(?:and\s+)?)"
)
# What separates a further verb from what precedes it: , and in this regard / . In this respect, it / , The
# Security Council / . The Council, in this context,
_EN_SPEAKS = r"(?:the\s+(?:Security\s+)?Council|it)\b,?\s+"
_EN_TIES = r"(?:as\s+such,?\s+|(?:in|to|on|for|at|with)\s+(?:this|that|the\s+same)\s+(?:\w+\s+)??\w+,?\s+)"
_EN_BREAK = (
    r"(?:[,;:.)][”\"]?\s+(?:and\s+|but\s+|or\s+)?|\band\s+)"
    rf"(?:(?i:{_EN_TIES}(?:{_EN_SPEAKS})?)|(?:The\s+(?:Security\s+)?Council|(?<=[.;]\s)It)\b,?\s+{_EN_TIES}?"
    r"|(?:Furthermore|Moreover|In\s+addition|Finally|Accordingly|Therefore),?\s+(?i:" + _EN_SPEAKS + r")?)?"
)
# A sentence of its own in which the Council is named, or speaks as *It*.
_EN_ANEW = (
    rf"\.[”\"]?\s+(?:(?i:{_EN_TIES}))?(?:[Tt]he\s+(?:Security\s+)?Council|(?P<it>[Ii]t))\b,?\s+"
    rf"(?:{_EN_TIES})?"
)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """How a lead verb opens a paragraph or follows an opening clause, how a further verb follows a break.

    `unusual` are leads in another form (*Decide*, *While noting*, 将……延长); after a full stop the Council
    says `anew` what elsewhere is said by others (*. The Council supports*). Each pattern has the groups
    `verb` and `form`.
    """

    opening: Expression
    unusual: Expression
    after_clause: Expression
    further: Expression
    anew: Expression


@cache
def _english() -> _Patterns:
    inside = [verb.form for verb in lexicon.verbs() if verb.lang == "en" and verb.inside]
    before = rf"(?:(?:{_any_of(_EN_BEFORE)})(?:\s|{_EN_APART})\s*)*"
    after = rf"(?:\s+(?:{_any_of(_EN_AFTER)})\b{_NOT_OF_NOUN})?"
    printed = rf"(?P<verb>{before}(?P<form>{_form(_forms('en'))})\b{after})"
    printed_inside = rf"(?P<verb>{before}(?P<form>{_form(inside)})\b{after})"
    other = rf"(?P<verb>(?:While\s+|Also\s+|Further\s+)?(?P<form>{_form(_other_forms())})\b)"
    return _Patterns(
        Expression(_EN_LEAD_IN + printed, re.IGNORECASE),
        Expression(_EN_LEAD_IN + other, re.IGNORECASE),
        Expression(_EN_LEAD_IN + _EN_CLAUSE_BEFORE + printed_inside),
        Expression(_EN_BREAK + printed_inside),
        Expression(_EN_ANEW + printed),
    )


@cache
def _other_forms() -> dict[str, Verb]:
    """Infinitives (a slip for the third person) and participles (of clauses that only introduce)."""
    out: dict[str, Verb] = {}
    for verb in lexicon.verbs():
        first, _, rest = verb.form.partition(" ")
        if verb.lang != "en" or first == "is":
            continue
        base = first[:-2] if first.endswith("sses") else first[:-1]
        participle = base.removesuffix("e") + "ing"
        out[f"{base} {rest}".strip()] = verb
        out[f"{participle} {rest}".strip()] = replace(verb, force="note")
    return out


def _form(forms: Iterable[str]) -> str:
    """The forms, with room for an adverb before a preposition (*Calls again upon*)."""
    split = rf"\1 (?:(?:{_any_of(_EN_AFTER)}) )?"
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    parted = (_ITS.sub(_EN_ITS, _EN_SPLIT.sub(split, form)) for form in ordered)
    return "|".join(parted).replace(" ", r"\s+")


# What may stand before and behind *its*: reiterates, in this regard, its call; reaffirms its repeated call.
_EN_ITS = r"(?:,? (?:also|once again|in (?:this|that) \\w+),?)? its (?:(?:previous|repeated|urgent) )?"
_ITS = re.compile(r" its (?=(?:call|request|demand)s?\b)")
_AROUND_ITS = re.compile(
    r"(?:,? (?:also|once again|in (?:this|that) \w+),?)? its (?:(?:previous|repeated|urgent) )?"
    r"(?=(?:call|request|demand)s?\b)"
)


# Adverbs and particles printed with a Chinese verb: 还决定, 强烈谴责, 关切地注意到.
_ZH_BEFORE = (
    "还", "又", "再", "也", "再次", "再度", "进一步", "强烈", "大力", "继续", "特别", "紧急", "全力",
    "完全", "坚决", "坚定", "郑重", "一再", "同时", "另外", "此外", "依然", "仍然", "但", "却", "深为",
    "深感", "深表", "充分", "尤其", "明确", "毫不含糊地", "断然", "衷心", "热烈", "诚挚", "满意地", "赞赏地",
    "关切地", "严重关切地", "遗憾地", "震惊地", "欣慰地", "感兴趣地", "高兴地", "尤为", "极为", "严正",
    "严厉", "赞许地", "肯定地", "深切", "特", "着重", "重新", "随时", "最强烈地", "最强烈",
)  # fmt: skip
# Who speaks, and what ties the paragraph to the one before: 为此, 在这方面.
_ZH_LEAD_IN = (
    r"(?:[“「『\s（(]*(?:安全理事会|安理会)?)"
    r"(?:(?:为此|因此|在这方面|在此方面|在这一方面|就此|对此|在这种情况下|鉴于此|为此目的|有鉴于此|尤其|特别是)[，,]?)?"
)
_ZH_CLAUSE_BEFORE = r"(?:[^。；：]{0,120}?，)"
# A further verb follows a stop, or 并 where that can join only demands.
_ZH_BREAK = (
    r"(?:[，；。,;]\s*并?|(?<=[\u4e00-\u9fff])并(?=请|促请|敦促|鼓励|吁请|呼吁|邀请|授权|决定))"
    r"(?:安全理事会|安理会)?(?:(?:为此|因此|在这方面|就此|对此|此外|同时|为此目的|而且)[，,]?)?"
)


@cache
def _chinese() -> _Patterns:
    inside = [verb.form for verb in lexicon.verbs() if verb.lang != "en" and verb.inside]
    before = rf"(?:{_any_of(_ZH_BEFORE)})*"
    lead = rf"(?P<verb>{before}(?P<form>{_any_of(_forms('zh-Hans'))}))"
    further = rf"(?P<verb>{before}(?P<form>{_any_of(inside)}))(?!的|者|书|权|是否)"
    return _Patterns(
        Expression(_ZH_LEAD_IN + lead),
        Expression(r"将[^，。；]{2,40}?(?P<verb>(?P<form>延长|维持|终止|展延))"),
        Expression(_ZH_LEAD_IN + _ZH_CLAUSE_BEFORE + further),
        Expression(_ZH_BREAK + further),
        Expression(r"[。；](?:安全理事会|安理会)(?:还|又|也|并)?" + lead),
    )


def _forms(lang: Lang) -> list[str]:
    return [verb.form for verb in lexicon.verbs() if verb.lang == lang]


@cache
def _by_form(lang: Lang) -> dict[str, Verb]:
    return {verb.form: verb for verb in lexicon.verbs() if verb.lang == lang}


def _verb_of(match: re.Match[str], lang: Lang) -> VerbAt:
    form = match["form"]
    if lang == "en":
        words = _AROUND_ITS.sub(" its ", " ".join(form.lower().split())).split()
        plain = [word for word in words if word not in _EN_AFTER]  # calls again upon
        known = _by_form("en")
        verb = known.get(" ".join(words)) or known.get(" ".join(plain)) or _other_forms()[" ".join(words)]
    else:
        verb = _by_form("zh-Hans")[form]
    return VerbAt(verb, match.start("verb"), match.end("verb"))


def _is_noun(match: re.Match[str]) -> bool:
    """Whether an ambiguous form is a noun here: *requests for delisting*, *States that have not yet*."""
    form = match["form"].lower()
    if form not in _NOUNS_TOO and form != "considers":
        return False
    follows = match.string[match.end("verb") :]
    if form == "considers":  # anybody considers something, the Council that something is so
        return not re.match(r",?\s+(?:that|therefore|in\s+this)\b", follows)
    if form == "supports" and match.string.endswith(("with, and ", "of, and "), 0, match.start("verb")):
        return True  # to ensure that it is coordinated with, and supports, the work of the country team
    if form == "states":
        return not re.match(r",? that it\b", follows)
    if re.match(r"\s*:", follows):  # …, and requests: (a) the Government to continue …
        return False
    if form in _IS_VERB and _IS_VERB[form].match(follows):
        return False
    if re.match(r"\s+(?:for|to|in|on|with|as)\b", follows):
        return True
    return not _HAS_OBJECT.match(follows)


def lead_verb(text: str, lang: Lang, *, nested: bool = False, own: bool = False) -> VerbAt | None:
    """The verb that opens a paragraph; `nested` says that it is a sub-paragraph, where nouns are likelier.

    `own` says that the points of its list are acts of the Council, not tasks. `text` is without its label;
    in traditional Chinese it must be folded to simplified.
    """
    patterns = _patterns(lang)
    match = patterns.opening.match(text)
    if match and not (nested and (_is_noun(match) or (not own and is_task(match, lang)))):
        return _verb_of(match, lang)
    if nested:
        return None
    if match := patterns.unusual.match(text):
        verb = _verb_of(match, lang)
        return by_tongue(lang, en=_with_second(text, verb), zh=verb)
    match = patterns.after_clause.match(text)
    return _verb_of(match, lang) if match else None


# Condemn specifically, and call for the immediate cessation of, acts of …; Welcomes and encourages
_AND_VERB = Expression(r"(?:\s+\w+ly)?,?\s+and\s+")


def _with_second(text: str, first: VerbAt) -> VerbAt:
    """The first of two infinitives with one object, or both where the second demands more."""
    joined = _AND_VERB.match(text, first.end)
    match = _english().unusual.match(text, joined.end()) if joined else None
    if match is None:
        return first
    second = _verb_of(match, "en")
    return VerbAt(second.verb, first.start, second.end) if _demands_more(second.verb, first.verb) else first


# 欢迎并鼓励, 确认和鼓励, 强调迫切需要并促请
_AND_VERB_ZH = Expression(r"(?:[^，。；]{0,6}?并|和)")


def stronger_of_two(verb: Verb, beyond: str, lang: Lang) -> Verb:
    """The verb that is marked together with another, *Welcomes and encourages*, or that other where it
    demands more."""
    joined = by_tongue(lang, en=_AND_VERB, zh=_AND_VERB_ZH).match(beyond)
    match = _patterns(lang).opening.match(beyond, joined.end()) if joined else None
    second = _verb_of(match, lang).verb if match else verb
    return second if _demands_more(second, verb) else verb


def _demands_more(one: Verb, other: Verb) -> bool:
    return lexicon.FORCES.index(one.force) < lexicon.FORCES.index(other.force)


def marked_point(text: str) -> VerbAt | None:
    """The verb of a point whose first word the source marks as its verb, with all its force.

    *Decides in that regard to: (b) request the 1540 Committee to …*; *reaffirms …: (a) Requesting the
    Peacebuilding Commission to …*. A task is left: *Encouraging and assisting the parties*.
    """
    match = _english().unusual.match(text)
    if match is None:
        return None
    found = _verb_of(match, "en")
    known = next((v for v in _forms_of(found.verb.lemma) if v.inside and v.force in _ASKING), None)
    return replace(found, verb=known) if known and _HAS_OBJECT.match(text, found.end) else None


def own_force(verb: Verb) -> Verb:
    """What a participle that is all the verb of a paragraph asks, as the third person does.

    *4. Calling upon the authorities to resolve any outstanding issues*; not: *Directing attacks against …*.
    """
    if verb.lemma == "direct":
        return verb
    return next((known for known in _forms_of(verb.lemma) if known.force in _ASKING), verb)


_ASKING = frozenset({"demand", "authorize", "request", "call", "urge", "encourage", "recommend"})


# What a point under a bare *Decides:* asks: (a) To call once again upon the parties to …; (c) To request the
# Secretary-General to …; not: (b) To renew the mandate of ….
_ASKING_INFINITIVE = Expression(
    r"(?P<verb>[Tt][Oo]\s+(?:(?:also|further)\s+)?(?P<first>call|request|invite|urge|authori[sz]e|appeal|recommend|encourage)"
    r"(?:\s+(?:again|once\s+(?:again|more)))?(?:\s+(?P<second>upon|on|for|to))?)\s"
)
_BRITISH = {"authorise": "authorize"}


def asking_infinitive(text: str) -> VerbAt | None:
    """The verb of a point that asks, in the infinitive, where the stem above it is nothing but a verb."""
    match = _ASKING_INFINITIVE.match(text)
    if match is None:
        return None
    lemma = " ".join(filter(None, (_BRITISH.get(match["first"], match["first"]), match["second"])))
    verb = next(_forms_of(lemma), None) or next(_forms_of(match["first"]), None)
    return VerbAt(verb, match.start("verb"), match.end("verb")) if verb else None


def _forms_of(lemma: str) -> Iterator[Verb]:
    return (verb for verb in lexicon.verbs() if verb.lang == "en" and verb.lemma == lemma)


def further_verbs(text: str, start: int, lang: Lang, *, nested: bool = False) -> Iterator[VerbAt]:
    """The verbs that open clauses of their own from `start` on; `nested`: in a point of a list."""
    patterns = _patterns(lang)
    found = [
        _verb_of(match, lang)
        for match in patterns.further.finditer(text, start)
        if not (_is_noun(match) or (nested and (goes_on(match) or match["form"] == "supports")))
    ]
    if lang == "en" and (leading := _leads_in(text, start)):
        found = [verb for verb in found if verb.end <= leading.start] + [leading]
    if not any(0 <= text.find(stop, start) < len(text) - 2 for stop in ".。；"):
        yield from found  # but for its last, no full stop is in it
        return
    known = {verb.start for verb in found}
    for match in patterns.anew.finditer(text, start):
        verb = _verb_of(match, lang)
        if verb.start in known or _is_noun(match):
            continue
        if lang != "en" or not match["it"] or verb.verb.force == "note":
            found.append(verb)
    yield from sorted(found, key=lambda verb: verb.start)


# By what the last clause leads over to a list: Decides to extend the mandate, requesting it to focus on the
# following areas:; Extends the mandate of UNSMIL, and further mandates UNSMIL to undertake:
_LEADS_IN = Expression(
    r",\s+(?:and\s+)?(?P<verb>(?:further\s+|also\s+)?(?P<form>requesting|mandates))\s+(?=it\b|the\b|[A-Z])[^.;:]*:\s*$"
)


def _leads_in(text: str, start: int) -> VerbAt | None:
    """The verb, mostly a participle, of the clause that a paragraph ends with where a list follows."""
    match = _LEADS_IN.search(text, start) if text.rstrip().endswith(":") else None
    if match is None:
        return None
    lemma = {"requesting": "request", "mandates": "mandate"}[match["form"]]
    return VerbAt(next(_forms_of(lemma)), match.start("verb"), match.end("verb"))


def _patterns(lang: Lang) -> _Patterns:
    return by_tongue(lang, en=_english, zh=_chinese)()
