"""How Chinese texts of the United Nations cite. Texts come folded: half-width, in simplified characters."""

from __future__ import annotations

from typing import Final

from mandex.corpus.expressions import Expression
from mandex.ingest.citations.grammar import LABEL, Cues, Grammar, act_cues, act_later

# Tokenized text has blanks anywhere.
_B = r"\s{0,2}"
_JOIN = r"(?:、|,|;|和|及|以及|与|或|暨|至|到|-)"
_DATE = rf"\d{{4}}{_B}年{_B}\d{{1,2}}{_B}月{_B}\d{{1,2}}{_B}日{_B}(?:的|通过的)?"
_END = rf"{_B}(?:号|號)?{_B}决{_B}议"
_LABELS = rf"{LABEL}(?:{_B}段?{_B}{_JOIN}{_B}(?:第{_B})?{LABEL})*"
_PARAGRAPHS = (
    rf"(?:(?:执行|序言)(?:部分)?)?{_B}第{_B}(?P<labels>{_LABELS}){_B}分?段"
    r"(?:\s{0,2}(?P<sub>(?:\([a-z0-9]{1,4}\)|[㈠-㈩])+(?:(?:、|和|及|至)(?:\([a-z0-9]{1,4}\)|[㈠-㈩])+)*)(?:分段|段)?)?"
)
_ANNEX = (
    r"(?P<attached>附件|附文|附录)"
    r"(?:(?P<annex>[一二三四五六七八九十]{1,3}|[IVX]{1,5}|[A-H](?![A-Za-z])|\d{1,2}))?"
)

# What is carried out is another thing: 执行军火禁运的第2292(2016)号决议.
_OTHER = r"[^,;。、第关有安理相]{1,14}的$"
# What drafters write before a citation, and what that makes of it. The Council decides where a clause begins
# with 决定, not in 回顾安理会决定.
_CUES = {
    "decides": (
        r"(?:^|(?<=[,;。]))\s?(?:还|又|并|进一步|特此|因此|兹|此外|,)*(?:决定|授权|核准)",
        "(?<=本决议中)决定", "^(?:再次)?将",
    ),
    **{**act_cues("zh"), "extends": (*act_cues("zh")["extends"], "国家应继续(?=对)")},
    "implements": (
        "(?<=确保)符合", rf"(?:执行(?!局|主任|部分|情况|进展)|实施)(?!{_OTHER})",
        "遵守", "遵从", "履行", "落实",
    ),
    # 再次请, as English reiterates its request; not what was reaffirmed before, 所重申的措施
    "reaffirms": (
        "(?<!所)重申(?!的)", "再次(?:申明|请|促请|呼吁|要求)", "(?<!评估)确认",
    ),
    "recalls": ("回顾", "忆及", "铭记"),
    # not what was endorsed before, 回顾安理会认可了, nor 指认可能
    "welcomes": ("欢迎", "欣见", "(?<![所指])认可(?![能了的])", "赞扬"),
    "accords": ("根据", "依照", "按照", "依据", "遵照", "依循", "按", "(?<!不)符合"),
    "as_asked": ("如(?=[^,;。]{1,40}?(?:所?要求|请求))",),
    "mentions": ("(?<=,)指出", "表示注意到", "注意到", "考虑到", "审议", "违反", "违背"),
    "other": (
        "(?<![申提聘])请(?!求)", "敦促", "促请", "呼吁", "鼓励", "强调", "着重", "邀请",
        "(?:^|(?<=[,;。并还又]))要求", "指示", "谴责", "申明", "表示", "宣布", "特别指出",
    ),
}  # fmt: skip

CHINESE: Final = Grammar(
    word="决",
    # 第1535(2004)号、第1787(2007)号和2004年3月26日第2395(2017)号决议
    separator=Expression(rf"{_B}号?{_B}(?:{_JOIN}{_B})?(?:{_DATE})?{_B}第?{_B}"),
    # 第1373号, (2001年)第1373号
    opener=Expression(
        r"(?=[(12大联理决第主])(?:"  # spares most places the rest
        rf"(?:\(?(?P<year>(?:19|20)\d\d)年\)?{_B}|(?P<organ>大会|联大|(?<!安全)理事会){_B}|(?P<called>决{_B}议){_B})?第{_B}$"
        r"|(?P<statement>主席声明\(?)$)"
    ),
    # 安理会决议1373
    loose=Expression(rf"决{_B}议{_B}$"),
    ended=Expression(rf"{_B}(?:[,。;:、)]|$|和|及|以及)"),
    resumed=None,
    paper=None,
    plural=Expression(rf"第{_B}$"),
    closer=Expression(_END),
    # 大会第60/180号和安理会第1645(2005)号决议, but not 大会第60/551号决定
    numbered=Expression(rf"{_B}号(?!{_B}(?:决{_B}定|文件|报告|建议))"),
    # 1540委员会, 1267/1989/2253伊黎伊斯兰国(达伊沙)和基地组织制裁委员会
    committee=Expression(
        rf"{_B}\"?\(?(?:伊黎伊斯兰国|达伊沙|基地组织|塔利班|分析|支助|制裁|和|与|\(|\)|\s){{0,8}}"
        rf"(?:委{_B}员{_B}会|制裁名单|制裁制度|监测组|专家小组)"
    ),
    organs=Expression(
        r"(?P<assembly>大会|联大)|(?P<ecosoc>经济及社会理事会|经济和社会理事会|经社理事会)|(?P<rights>人权理事会)"
        r"|(?P<council>安全理事会|安理会)|(?P<commission>人权委员会)"
    ),
    whose=None,
    before=None,
    # 第1373(2001)号决议执行部分第6段, 第2397(2017)号决议第5和第8段, S/2015/939,附件二
    after=Expression(
        rf"(?:{_B}号?{_B}决{_B}议|{_B}号?{_B}文{_B}件)?{_B}\)?{_B}(?:的|[,(])?{_B}(?:(?:特别是|尤其是|包括)其?{_B})?"
        rf"(?:{_ANNEX}(?:{_B},?{_B}第(?P<inner>{LABEL})段)?|{_PARAGRAPHS})"
    ),
    own=Expression(rf"本{_B}决{_B}议(?:{_B}的?(?:{_PARAGRAPHS}|{_ANNEX}))?"),
    again=Expression(rf"(?:该|同一|这项|上述|此项){_B}决{_B}议(?!草案)(?:{_B}的?{_PARAGRAPHS})?"),
    lead=None,
    above=Expression(rf"(?:上文|下文|上述|以上|以下){_B}{_PARAGRAPHS}(?P<thereof>(?!))?"),
    rival=Expression(r"报告|信|协定|宪章|条约|公约"),
    # 第、、以及号决议: links lost
    elided=Expression(rf"第(?P<list>(?:\s|、|,|和|及|以及|与)*)号(?:{_B}决{_B}议)?(?P<year>(?!))?"),
    gap=Expression(r"以及|及|、|,|和|与"),
    adopted=Expression(
        rf"(?P<year>\d{{4}}){_B}年{_B}(?P<month>\d{{1,2}}){_B}月{_B}(?P<day>\d{{1,2}}){_B}日{_B}(?:通过)?的?$"
    ),
    day=None,
    dated=Expression(
        rf"(?P<year>\d{{4}}){_B}年{_B}(?P<month>\d{{1,2}}){_B}月{_B}(?P<day>\d{{1,2}}){_B}日{_B}(?:的|通过的){_B}决{_B}议"
    ),
    stop=Expression(r"[。;]"),
    cues=Cues(_CUES),
    later=Expression(
        rf"(?<!商定)(?:{act_later('zh')})(?!(?:任务|任期)?的)"
    ),  # 审查第11段续延的措施 extends nothing
    joined=Expression(
        rf"(?:[\s,、()]|{_DATE}|{_LABELS}|段|分段|第|号|决议|和|及|与|或|以及|的|其|该|安理会|安全理事会"
        r"|(?:所[\u4e00-\u9fff]{2}|所设、|规定)?并?(?:后|其后|最近)?经|(?:修[正订]|延长|澄清|更新)的)*+"
    ),
    carried=None,
    touching=None,
    carried_out=None,
    # 第1373(2001)号决议第6段所设委员会, 第2139(2014)号决议的执行情况, …所决定的措施的执行情况
    under=Expression(
        rf"(?:{_END})?{_B}\)?(?:(?:{_PARAGRAPHS}){_B})?(?:(?:和|及|以及)(?:本|其他)?[^,;。]{{0,8}}?决议)?"
        r"(?:(?P<implements>的?(?:得到|得以|未获|未得到|获得)?(?:全球|全面|充分|有效|切实)*(?:执行|遵守|落实)"
        r"|(?:所(?!设)[\u4e00-\u9fff]{1,4}|规定|续?延续?|修订)[^,;。]{0,60}?(?:措施|规定|义务|任务(?!授权))的?"
        r"[^,;。]{0,8}?(?:执行|遵守|落实)(?:情况|进展)?"
        r"|的?(?:持续|总体)?(?:适用和)?(?:相关|有关|所有)?(?:规定|内容)?的?(?:总体)?(?:执行|遵守|落实)(?:情况|进展|工作)?"
        r"|(?:所述|概述|提及)[^,;。]{1,24}?的(?:最新)?(?:执行|遵守|落实)(?:情况|进展)"
        r"|[^,;。\d]{0,24}相关决议的执行工作)"
        # what was made or asked for under it; 规定的, 所述, 所载 only say where a thing stands, 所设机制 by
        # what it was founded; or what is built on it: 以第1701(2006)号决议第8段所述原则为基础
        r"|所?(?:设(?:立)?(?![想定]|的?(?:联合国)?(?:协调人|[^,;。委]{0,40}?(?:调查组|机制|制裁制度)))"
        r"|授权|要求|指认|核定)"
        r"(?:[的和并、]|[\u4e00-\u9fff]{2})|规定(?:[须应]|的全面(?:年度)?(?:通报|报告))|所述[^,;。]{0,12}?为基础)"
    ),
    # 根据下文第9段所列措施的执行情况: in the light of them; 按上文第3段所述, 按所规定措施: where it stands
    told=Expression(
        rf"(?:{_END})?{_B}\)?(?:(?:{_PARAGRAPHS}){_B})?(?:中?所[述列载](?!以)[^,;。]{{1,40}}?(?:进展|执行情况|结果)"
        r"|中?所[述列](?!以|任务优先|内容|决议|[^,;。]{0,6}方面)|的?具体规定|所?规定的?措施|的规定(?:予以)?指认|中的建议|中?着重提出|中概述"
        r"|(?:中|中?所[述载])?的?列名标准|(?:修[正订]|延长(?:期限)?)的标准"
        r"|号文件的规定|(?:各项)?目标)"
    ),
)
