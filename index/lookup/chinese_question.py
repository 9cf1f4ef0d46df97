"""What a question in Chinese speaks of: words of our vocabulary, of a dictionary, or pairs of characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace

from mandex.corpus import glossary
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import HAN
from mandex.index.lookup.concepts import Concept, concepts
from mandex.index.lookup.vocabulary import chinese

# What joins words: a pair of characters with one of these, which no dictionary has, is no word.
_JOINS = frozenset("再都也就才还已曾能会可让给最更很太只但却又没这那哪些个么什谁起")
# What counts and joins: two characters of which one is such are no word either: 都得, 次延, 三名.
_COUNTS = _JOINS | frozenset("要得次着过多几两三四五六七八九十名批天年月")
# Characters that are words by themselves where no longer word holds them: 朝鲜的煤; not 法 of 法庭.
_SINGLE = frozenset("煤铜镍锌铅枪")
_LOOKED_UP = 120  # characters of a question
_PAIR = 2  # characters
# Folded text has 幺 for 么.
_ASKING = Expression(
    r"几月几[日号]|[到在]?几[月号]|多久|多长时间|还要|还得|哪一?[天日年月]|怎[么幺]来的|该[找向]谁|为止"
    r"|哪一?[项个份条些号]?(?:安理会|安全理事会)?的?决议|安理会|安全理事会|是?[由谁]{1,2}(?=[任负设要必应来向])"
    r"|什[么幺]时候|什[么幺]|何时|多久|如何|怎样|怎[么幺]样?|为何|为什[么幺]|哪[些个项里]|是否|有没有|有关|关于|对于"
    r"|获得|得到|可以|能够|能否|能不能|进行|时候|情况|哪一?年|哪里|怎[么幺]办|一个|一些|这个|那个|其他|他们|我们|它们"
    r"|如果|但是|因为|所以|没有|还是|已经|曾经|是不是|多少|起来|什[么幺]样|通过|给予|方面|介绍|内容"
    r"|必须|应当|应该|规定|要求|需要|决议|条款|目前|现行|当前|现在|最新|请问|中的|之间|以及|问题"
    r"|[谁哪何的了是吗呢吧到须对将与和及在因从为以之有不应被把向于其需所请]"
)
# 第1373号, not the 73号 of it: a run of figures is looked at from its beginning only, however long it is
# 1974年, 2014年底, 2012年3月: what the years of the question stand for, not the 4年 of it.
_DATE = Expression(r"\d{4}年(?:[底初中末]|\d{1,2}月(?:\d{1,2}[日号])?)?")
_FIGURES = Expression(r"\d+")
# Two parties by a character each, as news has them, in either order: 以阿冲突, 巴以问题; what stands alone
# where known words are taken out, or before a noun of asking. Left: 以巴黎为.
_PARTIES = {
    "以阿": ("以色列", "阿拉伯"), "以巴": ("以色列", "巴勒斯坦"), "以黎": ("以色列", "黎巴嫩"),
    "以叙": ("以色列", "叙利亚"), "以埃": ("以色列", "埃及"), "以伊": ("以色列", "伊朗"),
    "以约": ("以色列", "约旦"), "印巴": ("印度", "巴基斯坦"), "俄乌": ("俄罗斯", "乌克兰"),
    "美伊": ("美国", "伊朗"), "埃厄": ("埃塞俄比亚", "厄立特里亚"),
}  # fmt: skip
_PARTIES |= {pair[::-1]: parties for pair, parties in _PARTIES.items()}
_PAIR_OF_PARTIES = Expression(rf"(?<![{HAN}])(?:{'|'.join(_PARTIES)})(?=[的间之双问局关争边和谈]|[^{HAN}]|$)")
# Brackets inside a name are part of it: 刚果(金); those around a remark are not.
_RUN = Expression(rf"(?<!\d)[\d{HAN}]*[{HAN}](?:[\d{HAN}]|\([{HAN}]\))*")
_BRACKETS = str.maketrans("()", "  ")


def concepts_in(folded: str, apart: Set[str] = frozenset()) -> Iterator[Concept]:
    """The concepts of the Chinese in a folded text, run by run; names with an id of `apart` are none."""
    runs = [_DATE.sub(" ", run) for run in _RUN.findall(folded)]
    if not runs:
        return
    known = {word: found for word, found in chinese(folded).items() if not _ASKING.fullmatch(word)}
    if apart:
        left = {word: [one for one in found if one.id not in apart] for word, found in known.items()}
        known = {word: found for word, found in left.items() if found}
    worded = (wording for wording in known if len(wording) > 1 or wording in _SINGLE)
    longest = sorted(worded, key=len, reverse=True)
    found: list[tuple[list[Concept], list[str]]] = []
    for run in runs:
        rest = run
        named: list[Concept] = []
        for wording in longest:
            if wording in rest:
                named += map(_as_plain, concepts(wording, known[wording]))
                rest = rest.replace(wording, " ")
        for pair in _PAIR_OF_PARTIES.findall(rest):
            rest = rest.replace(pair, " ")
            named += (one for party in _PARTIES[pair] for one in _party(party))
        found.append((named, _ASKING.sub(" ", _FIGURES.sub(" ", rest.translate(_BRACKETS))).split()))
    entries = _dictionary([piece for _, pieces in found for piece in pieces])
    for named, pieces in found:
        yield from named
        for piece in pieces:
            yield from _unknown(piece, entries)


def _party(said: str) -> Iterator[Concept]:
    """A country, or the Arabs, whom no list of countries has."""
    if said == "阿拉伯":
        yield Concept("word", said, (said, "arab"))
    else:
        yield from concepts(said, chinese(said)[said])


def _dictionary(pieces: Iterable[str]) -> Mapping[str, str]:
    """The dictionary's entries for what no vocabulary of ours has; of a whole page for the beginning only."""
    told, length = [], 0
    for piece in pieces:
        length += len(piece)
        if len(piece) > 1 and length <= _LOOKED_UP:
            told.append(piece)
    if not told:
        return {}
    from mandex.index.text.chinese import entries_of  # noqa: PLC0415 - few questions need it

    return entries_of(tuple(told))


def _as_plain(concept: Concept) -> Concept:
    """处理 says nothing even where some text has it for *punish*."""
    return replace(concept, kind="plain") if concept.said in glossary.plain() else concept


def _unknown(piece: str, entries: Mapping[str, str]) -> Iterator[Concept]:
    """Words of the dictionary, and pairs of characters where it has none."""
    if len(piece) < _PAIR:
        return
    from mandex.index.text.chinese import glosses, words  # noqa: PLC0415 - few questions need it

    for word in words(piece, entries):
        if word in glossary.plain():
            yield Concept("plain", word, (word,))
            continue
        found = glosses(word, entries)
        if not found and len(word) == _PAIR and not _COUNTS.isdisjoint(word):
            continue
        # What the dictionary has is a word, though it says it in a sentence: 昆明.
        is_word = bool(found) or word in entries
        yield Concept("word" if is_word else "piece", word, (word, *found))
        if not is_word:
            pairs = (word[start : start + 2] for start in range(len(word) - 1))
            yield from (
                Concept("pair", pair, (pair,)) for pair in pairs if pair != word and _JOINS.isdisjoint(pair)
            )
