"""What a clause in Chinese is about, where phrases alone do not tell: words that speak of something else, and
what no list of phrases holds."""

from __future__ import annotations

from collections.abc import Mapping

from mandex.corpus.expressions import Expression, Expressions

_OTHER: Mapping[str, str] = {
    "humanitarian-access": r"安全[和、]不受阻碍[^。；]{0,40}(?:专家|小组|接触)|人道主义工作者和发展工作者"
    r"|畅通无阻[^。；]{0,24}(?:通行|准入)[^。；]{0,60}(?:小组|专家|接触个人"
    r"|文件|人员、文件)|(?:自由、?|自由和)不受阻碍[^，。；]{0,12}(?:进出|通行)"
    r"|《[^《》]{0,24}人道主义[^《》]{0,6}准入协[议定]》|国际人道主义法"
    r"|(?:通行(?:便利)?|不受阻碍地?)[^。；]{0,40}?(?:文件|场地)",
    "aviation-security": r"机场(?!安保|安全)",
    "sexual-exploitation": r"[财金][务融]不当行为|侵犯人权[^，。；]{0,30}零容忍",
    "sanctions-implementation": r"(?:优先|缓解|政策|信任)措施的?执行|保护措施|建立信任措施|安保措施|预防措施"
    r"|制裁委员会",
    "reporting": r"提供[^，。；]{0,40}的[^，。；]{0,14}的报告|提供的[^。；]{0,40}报告"
    r"|金融报告中心的报告|(?:意向|经)[^，。；]{0,8}通知委员会"
    r"|经[^，。；]{0,8}事先通知[^，。；]{0,6}|提交安全理事会(?=，以便)|除非[^。；]*",
    "human-rights": r"以尊重人权[^，。]{0,20}的方式",
    "youth": r"青年党",
    "remain-seized": r"继续处理(?=[^，。；]{2,40}建议)",
    "transition-drawdown": r"(?:执行|实施|支持实施)过渡计划|(?:费用|开支)[^。；]{0,16}缩减|这些缩减"
    r"|索马里(?:主导的)?过渡计划",
    "nuclear-programme": r"(?<!联合)全面行动计划|日内瓦[^，。；]{0,12}附加议定书",
    "funding": r"(?:培训|训练|技术援助)[^。；]{0,20}?(?:财政|金融|资金)(?:援助|支助)|资金来源"
    r"|(?:为|向)[^，。；]{0,20}(?:武装团体|恐怖主义|恐怖分子)[^，。；]{0,20}供资"
    r"|资金或财政资源|提供资金、金融资产",
    # coltan is no iron ore: 钶钽铁矿石
    "economic-sanctions": r"钶钽铁矿石|相关金融交易|提供金融服务[^。；]{0,30}恐怖",
    "accountability": r"问责综合框架|问责(?:制)?框架",
    # fighters go home in a programme of their own (DDRRR), refugees do not
    "refugees-displaced": r"安置(?:无罪|被判|获释)|重新安置(?:无罪|被判)"
    r"|复员、?[^，。；]{0,4}遣返[^，。；]{0,12}安置",
    "information-sharing": r"识别信息|信息和通[信讯]|虚假信息|错误信息|旅客信息|信息技术",
    "ict-terrorism": r"信息和通信系统",
    "protection-of-civilians": r"联合国人员和平民部分|《[^《》]{0,12}保护平民[^《》]{0,16}协[议定]》"
    r"|平民(?:专家|人员|部分|组成部分|生活|领导)",
    "women-peace-security": r"性别(?:歧视|暴力)",
    "sovereignty": r"主权主张|内政、联邦|内政部|主权财富|自主权",
    "sanctions-listing": r"安全理事会指认的其他恐怖|增列的组织|综合清单|经指认的\S{0,4}",
    # within other words: 冲突和|解决争端; a plan for peacebuilding
    "political-process": r"和平进程各阶段|(?:依照|根据|按照|遵守|符合)[^，。；]{0,12}宪法|和解决|建设和平计划"
    r"|过渡政府|谈判[^，。]{0,6}(?:准入|人道)|文明间对话",
    # within other words: 实施政府
    "state-authority": r"实施政府",
    "troop-ceiling": r"名\)特派团文职|最多由[^，。]{0,8}名",
    "mission-establishment": r"以取代|取代非索过渡|设立[^，。；]{0,24}?(?:机制|总部|小组)"
    r"|设立一个[^，。；]{0,16}?(?:机制|委员会|小组|工作组|基金|办公室)"
    r"|决定设立[^，。；]{0,30}?委员会",
    "conflict-prevention": r"预防冲突(?=各方|方)",
    "peacebuilding": r"重建高级协调员|冲突后(?=局势|情况)",
    "investigation": r"尽职调查|执行情况调查",
    "medical-care": r"保健(?=方面)",
    "watch-lists": r"本国国家数据库|所有权[^，。]{0,12}数据库|海盗数据库|现有数据库|数据库使用"
    r"|(?:武器|弹药)[^，。]{0,8}数据库",
    # names speak of what is fought for: 人民自卫阵线, 法治塔巴拉, a Government of National Accord
    "self-defence": r"自卫(?:阵线|力量|团体|军|武装|组织|队)",
    "rule-of-law": r"移交给?司法机构|惩戒股|执法和司法当局|法治(?:塔巴拉|国家抵抗|刚果)",
    "peace-agreement": r"和平进程各阶段|停火和过渡期安全安排监测|停止敌对行动、保护平民和人道主义"
    r"|民族和解政府",
    # what an embargo forbids: technical assistance, training … related to military activities
    "capacity-building": r"能力建设团|提供培训和援助的"
    r"|(?:增强|加强|提高|增加)[^，。；]{0,24}(?:执行任务|行动|作战|业务"
    r"|机动)的?(?:行动)?能力"
    r"|(?:技术援助|技术咨询|技术培训|培训|训练)[^。；]{0,24}(?:财政|金融|资金"
    r"|其他)(?:或其他)?(?:援助|协助)|军事活动有关的[^。；]{0,16}(?:援助|培训|训练)",
    "ssr": r"刚果国家警察",
    "committee-mandate": r"(?:联盟|协调)委员会主席|(?:基层组织|分支)、附属机构|附属机构、分化",
    "armed-groups": r"与武装团体(?:和部队)?有关联|与武装部队和武装团体有(?:联系|关联)",
    "regional-cooperation": r"国际[和、]区域组织|国际组织和区域组织",
    # in the performance of its mandate; the basic principles of peacekeeping, repeated with each mandate
    "peacekeeping-performance": r"联合国系统[^，。；]{0,24}业绩|决议的业绩"
    r"|(?:指控|调查)[^，。；]{0,12}部队派遣国|维和行动中的妇女|(?:维和|维持和平)(?:基本)?原则|安全部门[^，。；]{0,12}业绩",
    "exemptions": r"特权和?豁免|作为例外|例外(?:情况|地)",
    "icc-referral": r"特别刑事法院",
    "border-control": r"边界安全区",
    "food-security": r"口粮和燃料",
    "protection-journalists": r"社交媒体|媒体代表",
    # within other words: 审议会员国
    "elections": r"[审决建协]议会员|据称不再|法院[^，。；]{0,12}选举|选举[^，。；]{0,12}法院",
    "panel-of-experts": r"(?:关于)?专家[小组]+(?:的)?(?:活动|出差)|高级别小组|分析和处理小组|停火监测机制"
    r"|联合监测机制|专家和从业",
    "mission-mandate": r"并?就?是否[^，。；]{0,10}延长任务期?限?|(?:决议)?延长任期的专家|此次延长任务期?"
    r"|进一步延长核查团任务|延长和修改这一任务|决定的期限延|延长任务?期限?的|续延(?:这一|此类)授权"
    r"|续设(?:专家|监[察测])|续延的|是否[^，。]{0,8}延长任务期限?",
    "protection-un-personnel": r"(?:平民|民众)[^，。；]{0,4}行动自由",
    "cooperation": r"[与同][^，。；]{1,60}密切合作(?=执行|，并与|，确定)"
    r"|^[与同][^，。；]{1,60}密切合作(?=，)"
    r"|，[^，。；]{0,4}[与同][^，。；]{1,60}密切合作",
    "review-of-mandate": r"关键基准",
    "sanctions-review": r"不断审查(?![^。；]{0,90}措施)|延长的[^，。；]{0,20}措施"
    r"|不断审查[^，。；]{0,20}(?:设置|人数|编制|构成)|审[查议]此?人数",
    "multinational-force": r"以往特派团",
    "confidence-building": r"军事现状|武装团体与[^，。；]{0,6}社区间|现状(?=[^，。；]{0,8}(?:报告|评估))",
    "ddr": r"解除武装团体",
    "foreign-terrorist-fighters": r"外国部队、外国[作战斗]+人员",
    "mine-action": r"爆炸物(?=[^，。；]{0,10}(?:军用|民用|及相关材料))|包括与?地雷行动处",
    "development-fund-compensation": r"赔偿(?=受害|与和解)|(?:支付|酌情)赔偿",
    # within other words: 规约所定罪行
    "prosecution": r"所定罪行",
    "maritime-security": r"(?:索马里|利比亚)沿海海域",
    "terrorism-suppression": r"洗钱和打击资助恐怖主义行为相关工作",
}
# Where the words of a topic speak of something else, by topic.
OTHER = {topic: Expression(pattern) for topic, pattern in _OTHER.items()}
# What no list of phrases holds: numbers, and names of which there is no end.
SHOWN = Expressions(
    {
        # 向安理会报告, 监测和报告; not 监测和报告机制
        "reporting": r"(?:监测|审查|观察|监督|跟踪)[和并、]报告(?!机制)"
        r"|(?:具体|进一步|继续|当局|即|列入|[^会]还)报告(?![所中的])"
        r"|要求的(?:特别|第二次|第[一二三]次)?报告|其?(?:年度|相关|进度)报告(?!所|附件)"
        r"|提供关于[^，。；]{0,40}的报告"
        r"|向(?!秘书长)[^，。；]{1,40}?报告(?![员书人会团中后期机制]|所载|附件)"
        r"|(?:当局|秘书长|国家|专员|还)报告(?![所中的])[^，。；]{0,30}(?:进展|情况)",
        # 青年党构成的威胁
        "terrorism-suppression": r"(?:伊黎伊斯兰国|达伊沙|基地组织|青年党)[^，。；]{0,30}威胁",
        # 2 101名警察, 最多650名军事人员
        "troop-ceiling": r"\d\s?名(?:(?:军事|部队|警察|警务|特派团|维和|联合国(?:维和|警))"
        r"|[^，。；]{0,6}(?:人员|军人|士兵))",
        # 袭击联马稳定团
        "protection-un-personnel": r"针对联[\u4e00-\u9fff]{1,5}[^，。；]{0,12}?(?:袭击|攻击)"
        r"|(?:袭击|攻击"
        r"|威胁)[^，。；]{0,8}(?:联[\u4e00-\u9fff]{1,4}[团队]|特派团|稳定团"
        r"|维和)"
        r"|(?:稳定团|特派团|部队|支助团|援助团)[^，。；]{0,6}人员[^，。；]{0,6}安[全保]",
        # 《内罗毕协定》
        "peace-agreement": r"《(?:[^《》]{0,24}(?:和平|停火|政治|和解|冲突|脱离|比绍|朱巴"
        r"|阿尔及尔)[^《》]{0,24}"
        r"|[\u4e00-\u9fff]{2,5})协[议定]》(?<!地位协定》)(?<!保障协定》)(?<!保障监督协定》)",
        # 应受…措施的制约
        "sanctions-listing": r"附件[^，。；]{0,6}所列[^，。；]{0,8}(?:个人|实体)"
        r"|(?:个人|实体)[^。；]{0,60}措施的?制约",
        # 充分、安全和不受阻碍的通行
        "humanitarian-access": r"(?:安全|迅速|快速|充分|不受阻碍|无阻)[^，。；]{0,12}(?:通行"
        r"|准入)[^。；]{0,60}(?:援助|救济|人道|平民|民众)",
        # 与联黎部队合作, not: 与…合作，执行
        "cooperation": r"[与同][^，。；]{1,50}?合作(?:的重要性|(?=打击|确定|调查|起诉|并提供|实施关于)"
        r"|(?=[；。]|$|，(?:以便|以协助|协助|确定|包括|促进|以提高)))"
        r"|加强[^，。；]{1,50}?之?间的?合作",
        "capacity-building": r"(?:建设|发展|提高|加强"
        r"|增强)[^，。；]{0,20}?的?(?<!行动)(?<!业务)(?<!任务的)(?<!自助)能力(?!建设团)",
        "information-sharing": r"(?:分享|共享|交流)[^。；]{0,120}?信息|提供任何[^，。；]{0,40}信息",
        # 措施，包括其中重申的内容，延续至
        "sanctions-review": r"措施[^。；]{0,40}?(?:延续|延长)至",
    }
)
