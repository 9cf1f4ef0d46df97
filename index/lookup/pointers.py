"""What a question asks that paragraphs do not answer: which command does, or that the base cannot know.

*Who cites 1373* asks for documents, *how many peacekeepers are in Haiti* for a strength, *who is on the list*
for names that committees keep. The answers to the words of such a question stand beside what is said here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mandex.corpus import lexicon, registry
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.corpus.spellings import find_resolutions
from mandex.index.lookup.question import Question

_A_RESOLUTION = 1000  # a number from here on that is no year is a resolution's, whatever stands beside it
_SAYS_NOTHING = ("plain", "wish", "resolution", "year")  # kinds of concepts
_ITS = r"(?:s/res/|(?:un)?scr|(?:security council )?resolution|第)?\s?\d{3,4}"
# *The 1267 Monitoring Team*, 1718委员会
_OF_A_BODY = Expression(
    r"(?<!\d)(\d{3,4}) ?(?:\w+ )?(?:committee|monitoring|team|panel|group|sanctions|regime|list)\b"
    r"|(?<!\d)(\d{3,4})(?:号决议)?(?:制裁)?(?:委员会|监测组|专家|制裁|名单)"
)
# *Is 687 still in force*, *what did 242 decide*
_SUBJECT = Expression(r"\b(?:is|was|does|did|has|had) (\d{3,4}) (?!(?:\w+ )?(?:men|people|troops)\b)[a-z]")
# *Who cites 1373*, *which refer to 1325*, 哪些决议引用了1373; left: *cites the need for 500 men*
_CITING = Expression(
    rf"\b(?:who|which|what|how often|how many|where|everything|all)\b.{{0,40}}"
    rf"\b(?:cit(?:es?|ed|ing)|quot(?:es?|ed|ing)|refer(?:s|red|ring|ences?)? to|mention(?:s|ed)?)\b"
    rf".{{0,20}}?{_ITS}"
    rf"|(?:谁|哪些|哪几|哪个|多少).{{0,12}}(?:引用|援引|提及|提到).{{0,8}}?{_ITS}"
    rf"|{_ITS}.{{0,12}}(?:被.{{0,8}}(?:引用|援引|提及)|\bcited by\b)"
)
# *What does 1373 cite*, 1373号决议引用了什么
_CITED = Expression(
    rf"\bwhat (?:do(?:es)?|did) {_ITS}(?: \(\d{{4}}\))? (?:cite|quote|refer to|mention)\b"
    rf"|{_ITS}(?:\(\d{{4}}\))?号?(?:决议)?(?:引用|援引|提到)了?(?:什[么幺]|哪些)"
)
_VOTE = Expression(
    r"\b(?:vote[ds]?|voting|abstain(?:ed|s)?|abstentions?|veto(?:ed|es)?|co-?sponsor(?:s|ed)?)\b"
    r"|投了?(?:赞成|反对|弃权)?票|弃权|表决|否决"
)
# *Who abstained*, *which members voted against*; left: *what had to happen before Namibians voted*
_WHO_VOTED = Expression(
    rf"\b(?:who|which (?:\w+ )?(?:countries|members|states)|how did [\w' ]{{2,30}}?) (?:{_VOTE.pattern})"
    r"|(?:谁|哪些国家|哪国|哪些理事国|哪个国家).{0,6}(?:投|弃权|否决)"
)
# *Which countries are under sanctions*, 哪些国家受制裁
_SANCTIONED = Expression(
    r"\b(?:which|what|list|all) (?:of )?(?:the )?(?:countries|states|regimes|sanctions regimes)\b.{0,30}\b"
    r"(?:sanction(?:s|ed)?|embargo(?:es|ed)?|in force)\b|\blist of (?:un |all )?sanctions(?: regimes)?\b"
    r"|哪些国家.{0,12}(?:制裁|禁运)|(?:有|现行|目前).{0,6}哪些制裁"
)
# *How many peacekeepers are in Haiti*, *which missions are there*, 海地有多少维和人员
_STRENGTH = Expression(
    r"\bhow (?:many|big|large|strong)\b.{0,30}\b(?:peacekeepers|troops|blue helmets|soldiers|police(?:men)?"
    r"|personnel|observers|missions|peacekeeping)\b|\b(?:which|what|list|all)\b.{0,24}"
    r"\b(?:peacekeeping )?(?:missions|operations) (?:are|exist|run|still|now)\b"
    r"|\bstrength of (?:the )?(?:mission|force)\b|多少.{0,6}(?:维和人员|维和部队|兵力|士兵|军人|警察|特派团)"
    r"|哪些(?:维和|特派团|维持和平)"
)
# *Who is listed under the Haiti sanctions*, *names on the list*, 制裁名单上有谁
_LISTED = Expression(
    r"\b(?:who|which (?:persons|people|individuals|entities|names))\b.{0,20}"
    r"\b(?:listed|on the (?:\w+ ){0,3}list|sanctioned|designated|blacklisted)\b"
    r"|\bis [a-z' -]{3,40} (?:on the (?:\w+ ){0,3}sanctions list|sanctioned)\b"
    r"|(?:谁|哪些人|哪些个人|哪些实体).{0,12}(?:名单|列名|被制裁)|名单上?.{0,6}(?:有谁|有哪些|哪些人)"
)
_CRITERIA = Expression(r"\b(?:can|may|could|criteria|should|must)\b|可以|标准|可被|应")  # *who may be listed*
# *Which mandates expire this year*, 哪些任务下个月到期
_ENDING = Expression(
    r"\b(?:which|what)\b.{0,20}\b(?:mandates|missions|measures|sanctions|resolutions|authori[sz]ations)\b"
    r".{0,20}\b(?:expires?|expiring|ends?|ending|runs? out|lapses?|due)\b"
    r"|哪些.{0,12}(?:到期|届满)"
)
_DUE = Expression(
    r"\b(?:which|what)\b.{0,16}\breports?\b.{0,16}\b(?:due|outstanding|expected)\b"
    r"|哪些报告.{0,12}(?:到期|应交|应提交|要交)"
)


def named(question: str, asked: Question) -> tuple[int, ...]:
    """The resolutions that a question names by number, and not only by figures that may count something:
    `resolution 687`, *what does 2231 require*, *is 687 still in force*; not *Air India flight 182*, nor
    *the 1267 Committee*.
    """
    written = {one.number for one in find_resolutions(question)}
    only = all(one.kind in _SAYS_NOTHING for one in asked.concepts)
    itself = {n for one in asked.concepts if one.kind == "resolution" for n in one.numbers}
    folded = fold(question)
    itself -= {int(match[1] or match[2]) for match in _OF_A_BODY.finditer(folded)}
    subjects = {int(match[1]) for match in _SUBJECT.finditer(folded)}
    alone = (n for n in itself if only or n >= _A_RESOLUTION or n in subjects)
    meant = written.intersection(asked.numbers).union(alone)
    return tuple(number for number in sorted(meant) if registry.adoption(number))


def pointers(question: str, asked: Question, is_held: Callable[[int], bool]) -> Iterator[str]:
    """What answers a question, or its like, beside paragraphs, in sentences; how a resolution was adopted
    that is not held is said with that.
    """
    folded, where = fold(question), _country(asked)
    numbers = named(question, asked)
    number = numbers[0] if len(numbers) == 1 else 0
    if number and _CITED.search(folded):
        yield f"'mandex cites {number}' lists what it cites"
    elif number and _CITING.search(folded):
        yield f"'mandex cited-by {number}' lists what cites it"
    if _WHO_VOTED.search(folded) or (number and _VOTE.search(folded)):
        if is_held(number) and (known := registry.adoption(number)):
            yield known.told
        yield "how each member voted is not held, only how many voted for, against, or abstained"
    if _LISTED.search(folded) and not _CRITERIA.search(folded):
        yield (
            "the lists of names that committees keep are not held;"
            f" 'mandex regimes{where}' says what is imposed and by whom"
        )
    elif _SANCTIONED.search(folded):
        yield "'mandex regimes' lists what is imposed, country by country"
    if _STRENGTH.search(folded):
        yield f"'mandex missions{where}' lists missions with their strength"
    if _DUE.search(folded):
        yield "'mandex reports-due' lists reports by the day on which they are due"
    elif _ENDING.search(folded):
        yield "'mandex expiring' lists mandates and measures by the day on which they end"


def _country(asked: Question) -> str:
    """The one country that a question names, as commands understand it, after a blank; else empty."""
    countries = [one for one in asked.concepts if one.kind == "country"]
    if len(countries) != 1:
        return ""
    said = countries[0].said
    return f" {lexicon.countries()[countries[0].id].label_en if said.isascii() else said}"
