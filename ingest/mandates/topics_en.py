"""What a clause in English is about, where phrases alone do not tell: words that speak of something else, and
what no list of phrases holds."""

from __future__ import annotations

from collections.abc import Mapping

from mandex.corpus.expressions import Expression
from mandex.ingest.mandates.contexts import Contexts, Frail

# Where the words of a topic speak of something else, by topic.
_OTHER: Mapping[str, str] = {
    "use-of-force": r"\b(?:States?"
    r"|Government)\s+shall\s+take\s+(?:all\s+)?(?:the\s+)?necessary\s+(?:measures|action)",
    "mission-establishment": r"\bestablished\s+(?:by|pursuant|in|under)\s[^.;]{0,140}?(?:[Mm]ission"
    r"|[Gg]roup)",
    "information-sharing": r"those\s+who\s+share\s+information",
    # a panel's unhindered access to documents
    "humanitarian-access": r"unhindered\s+access\s+for\s+the\s+Joint\s+Human"
    r"|[Uu]nhindered\s+access,?\s+in\s+particular"
    r"|Protection\s+of\s+Civilians\s+and\s+Humanitarian\s+Access"
    r"|humanitarian\s+and\s+development\s+workers"
    r"|(?:safe\s+and\s+)?unhindered\s+access,?\s+(?:in\s+particular,?\s+)?to\s+(?:persons|documents)"
    r"|unhindered\s+access\s+(?:and\s+safety\s+)?for\s+the\s+(?:Panel|Group)"
    r"|Resident\s+(?:Coordinator\s+)?and\s+Humanitarian\s+Coordinator"
    r"|unhindered\s+access\s+for\s+(?:UN[A-Z]+|MON\w+|MINU\w+|ONU\w+|the\s+(?:Mission|Force)\b)",
    # an airport
    "aviation-security": r"[Aa]irports?\b(?!\s+security)",
    "sexual-exploitation": r"""Government’s\s+[“\"]?zero.tolerance\s+policy""",
    "sanctions-implementation": r"(?:confidence.building|protective|security|preventive)\s+measures"
    r"|[Ss]anctions\s+(?:Monitoring|[Cc]ommittees?)",
    # a report that only tells where something stands; a delivery of arms is notified
    "reporting": r"(?:documented|contained|described|outlined|set\s+out|set\s+forth|referred\s+to|presented"
    r"|included)\s+(?:by\s+the\s+Secretary-General\s+)?in\s+(?:the|his)\s+[^.;,]{0,50}?[Rr]eports?\b(?:\s+on\b)?"
    r"|\brelated\s+to\s+the\s+report\s+on"
    r"|[Kk]eep\s+[^.;]{0,80}under\s+(?:continuous\s+)?review\s+and\s+informed"
    r"|[Pp]rovide\s+and\s+update|\bin\s+his\s+report\s+S/|\bunless\b[^.;]*"
    r"|[Mm]onitoring\s+and\s+[Rr]eporting"
    r"|\b(?:since|until)\s+the\s+reporting\s+period"
    r"|\b(?:if|until|once|when)\s+the\s+Secretary-General[^.;]{0,400}?(?:informs|reports)\b[^.;]*"
    r"|(?:[Rr]ecommend\w*|propos\w+|observ\w+|noted|stated|indicated|identified|findings?)\s+(?:\w+\s+){0,3}in\s+(?:the|his)\s+[^.;,]{0,50}?[Rr]eports?\b",
    # how something is to be done, whatever it is
    "human-rights": r"in\s+a\s+manner\s+consistent\s+with\s+respect\s+for\s+human\s+rights"
    r"|\bwith\s+(?:full\s+|due\s+)?respect\s+for\s+human\s+rights(?:\s+and\s+fundamental\s+freedoms)?"
    r"|[Hh]uman\s+rights\s+(?:organi[sz]ations|groups|actors|defenders\s+and\s+organi[sz]ations)"
    r"|\b(?:engag\w+|involved|participat\w+)\s+in\s+(?:[^.;,]{0,60},\s)?[^.;,]{0,60}human\s+rights\s+abuses"
    r"|violations\s+and\s+abuses\s+(?:committed\s+)?against\s+(?:women\s+and\s+)?children"
    r"|Convention\s+on\s+the\s+Rights\s+of\s+(?:the\s+Child|Persons)"
    r"|repression\s+of\s+(?:piracy|acts|armed|such|the\s+crime|terror)",
    "transition-drawdown": r"Somalia?(?:-led|n)?\s+(?:Security\s+)?Transition\s+Plan"
    r"|closure\s+of\s+(?:schools|diplomatic|the\s+(?:Tribunal|Court|school))",
    "nuclear-programme": r"Additional\s+Protocols?\s+(?:\w+\s+){0,4}to\s+the\s+(?:\d{4}\s+)?Geneva",
    # money of those who are fought, fees that are paid from frozen accounts
    "funding": r"participation\s+of\s+donors|reimbursement\s+of\s+incurred|funding\s+sources"
    r"|sources\s+of\s+funding|pledged\s+(?:to|its|their)\s+allegiance"
    r"|pledged\s+allegiance|financial\s+support\s+structures"
    r"|\bfunds\s+or\s+financial\s+resources",
    # an epithet: inclusive and accountable institutions
    "accountability": r"\baccountable(?:,?\s+(?:and\s+)?\w+){0,4}\s+(?:security|defen[cs]e|forces"
    r"|administration)"
    r"|\baccountable(?:,?\s+(?:and\s+)?\w+){0,4}\s+(?:governance|institutions?"
    r"|government)|Accountability\s+Framework"
    r"|Mutual\s+Accountability",
    # fighters go home in a programme of their own (DDRRR) and terrorists return, refugees do not; nor is a
    # demand on them that names their law among others
    "refugees-displaced": r"[Rr]efugee(?:,?\s+(?:and\s+)?(?:international\s+)?(?:humanitarian"
    r"|human\s+rights))*\s+law"
    r"|(?:terrorist|FTF)\w*\b[^.;]{0,60}?\breturnees"
    r"|(?:disarmament|DDR"
    r"|demobili[sz]ation)[^.;]{0,40}?repatriation(?:,?\s+(?:and\s+)?(?:resettlement"
    r"|reintegration|rehabilitation))*",
    "protection-of-civilians": r"Protection\s+of\s+Civilians\s+and\s+Humanitarian\s+Access"
    r"|\d\s+(?:\w+\s+)?civilians|non-combatant\s+roles"
    r"|access\b[^.;]{0,60}?\bcivilians"
    r"|attacks\s+(?:against|on)\s+civilian\s+(?:infrastructure|objects)",
    # an epithet of whom is addressed: Israel, the occupying Power, must refrain
    "sovereignty": r"territorial\s+(?:administration|police)|territorial\s+waters|sovereign\s+wealth"
    r"|,\s+the\s+occupying\s+Power,"
    r"|\b(?:with|in|while)\s+(?:(?:full|fully|due|strict)\s+)?respect(?:ing)?\s+(?:for|of"
    r"|to)?\s?[^.;,]{0,60}(?:sovereignty|sovereign|integrity|independence)(?:[^.;]{0,60}?(?:integrity"
    r"|independence|sovereignty))?"
    r"|[Kk]eep\s[^.;]{0,20}situation\s[^.;]{0,60}under\s+review"
    r"|[Tt]erritorial\s+(?:[Dd]efen[cs]e|sea|adjustments?|arms|units?|division)|sovereign\s+[Gg]overnment",
    # the parties named in the annexes of reports on children, a focal point for weapons
    "sanctions-listing": r"dialogue\s+with\s+all\s+listed\s+parties"
    r"|(?:part(?:y|ies))\s[^.;]{0,40}?(?:listed|named)\s+in\s+the\s+annex\w*"
    r"|(?:the\s+)?[Ff]ocal\s+[Pp]oint\s+for\s+(?![Dd]e)|designated\s+entity"
    r"|threat[^.;]{0,30}sanctions\s+list|consolidated\s+list\s+of\s+the\s+weapons",
    "political-process": r"(?:[Aa]ccordance|consistent|conformity|compliance"
    r"|line)\s+with\s+[^.;]{0,30}?[Cc]onstitution|[Tt]ransitional\s+[Gg]overnment"
    r"|dialogue\s+(?:among|between)\s+(?:civili[sz]ations|religions|cultures)"
    r"|dialogue\s+with\s+(?:the\s+)?(?:Member|Secret|United|Committee|Security)"
    r"|\bReconciliation\s+Commission|negotiations\s+on\s+(?:the|a)\s+draft"
    r"|consistent\s+with\s+the\s+transition\s+process"
    r"|lasting\s+solutions?\s+(?:for|to)\s+(?:\w+\s+){0,4}(?:refugees|IDPs|displace\w*)",
    "state-authority": r"security,\s+development\s+and\s+governance|Democracy,\s+Elections\s+and\s+Governance"
    r"|global\s+governance",
    "troop-ceiling": r"\ball\s+(?:police|military)\s+personnel|Military\s+Observer\s+Group",
    "peacebuilding": r"post-conflict(?=\s+(?:and\s+other\s+)?situations?)",
    # names speak of what is fought for: 人民自卫阵线, 法治塔巴拉, a Government of National Accord
    "self-defence": r"[Ss]elf-[Dd]efen[cs]e\s+(?:[Ff]orces?|[Gg]roups?|[Mm]ilitias?|[Uu]nits?"
    r"|[Mm]ovement|[Ff]ront)",
    "peace-agreement": r"Governments?\s+of\s+National\s+Accord"
    r"|\bsince\s+the\s+cessation\s+of\s+hostilities|\bCPA\s+parties"
    r"|withdraw\w*\s+all\s+(?:armed\s+)?mercenary"
    r"|^\s*(?:the\s+|both\s+)?parties\s+to\s+the\s+(?:\w+\s+){1,3}Agreements?"
    r"|Change\s+and\s+the\s+Paris\s+Agreement|comprehensive\s+peace(?=.building)|disengagement\s+(?:of\s+combatants|and\s+reintegration)|\bCPAs\b",
    # what an embargo forbids: technical assistance, training … related to military activities
    "capacity-building": r"(?:[Tt]echnical\s+(?:assistance|advice|training)"
    r"|\btraining)\b[^.;]{0,90}?\b(?:financial|other)\s+(?:or\s+other\s+)?assistance\b"
    r"|(?:equipment|mat[ée]riel)[^.;]{0,60}?related\s+technical\s+assistance(?:\s+(?:or|and)\s+training)?"
    r"|planning\s+of,?\s+training\s+for|training\s+in\s+this\s+regard|(?:recruitment"
    r"|planning),?\s+(?:and\s+)?training\s+of\s+terrorist\w*"
    r"|related\s+technical\s+assistance\s+(?:or|and)\s+training"
    r"|pre-?deployment[^.;]{0,30}?training(?:\s+for)?|in-mission\s+(?:awareness\s+)?training(?:\s+for)?"
    r"|in\s+situ\s+training,?\s+and\s+equipment",
    "armed-groups": r"associat\w+\s+with\s+(?:armed\s+forces\s+and\s+)?armed\s+groups",
    "regional-cooperation": r"nationally\s+or\s+through\s+regional\s+organi[sz]ations"
    r"|\bsuch\s+regional\s+organi[sz]ations|through\s+regional\s+organi[sz]ations\s+that",
    # in the performance of its mandate; the basic principles of peacekeeping, repeated with each mandate
    "peacekeeping-performance": r"principles\s+of\s+(?:\w+\s+)?peacekeeping"
    r"|women\s+in\s+(?:UN\s+|United\s+Nations\s+)?peacekeeping(?:\s+operations)?"
    r"|peacekeeping\s+(?:forces?|troops|personnel)\b|allegations\s+by\s+troop-?\s*\S*"
    r"|financial\s+performance|[Pp]erformance\s+of\s+the\s+(?:security|police|justice)"
    r"|[Pp]erformance\s+of\s+(?:its|their|his|the)\b"
    r"|pre-?deployment\s+and\s+in-mission|positions\s+in\s+peacekeeping"
    r"|mandates\s+of\s+(?:all\s+)?(?:relevant\s+)?(?:UN|United\s+Nations)\s+peacekeeping\s+operations"
    r"|performance\s+(?:on|of)\s+economic|[Pp]erformance\s+of\s+(?:these|such|their|official)",
    "border-control": r"cross-border\s+movement\s+of\s+currency",
    # of the population of a territory, not of a suspect
    "extradition": r"[Dd]eportations?\s+of\s+(?:\w+\s+){0,3}civilians",
    # judges are elected too
    "elections": r"[Ee]lections?\b[^.;]{0,120}?\bto\s+fill\s+(?:\w+\s+){1,2}vacanc"
    r"|[Ee]lections?\s+of\s+(?:\w+\s+){0,3}(?:members"
    r"|judges)\s+of\s+the\s+(?:International\s+)?Court",
    # of mediators, not of experts: the Panel of Eminent African Personalities
    "panel-of-experts": r"High-Level\s+Panel|Independent\s+Expert|international\s+experts"
    r"|(?:the\s+)?[Pp]anel\s+of\s+(?:[Ee]minent|the\s+Wise)"
    r"|experts\s+and\s+practitioners"
    r"|(?:Verification|Border|Ceasefire|Arrangements|Nations)\s+(?:and\s+)?[Mm]onitoring\s+[Mm]echanism",
    # what is extended is no mission's mandate: authorisations to inspect vessels, decisions
    "mission-mandate": r"[Ee]xtends?\s+until\s+[\w ]{4,20}\s+the\s+(?:authori[sz]ation|measure"
    r"|decision)\w*|(?:the|any)\s+further\s+extension\s+of\s+the\s+mandate"
    r"|renewed\s+cooperation[^.;]{0,60}mandate"
    r"|mandate\s+and\s+areas?\s+of\s+operations?",
    "protection-un-personnel": r"inviolability\s+of\s+(?:the\s+|its\s+)?(?:[\w-]+\s+){0,2}"
    r"(?:boundar|border|frontier)"
    r"|human\s+rights\s+of\b[^.;]{0,80}?freedom\s+of\s+movement"
    r"|freedom\s+of\s+movement\s+of\s+(?:all\s+)?(?:civilians"
    r"|the\s+population|people|goods)",
    "cooperation": r"\bin\s+(?:close\s+)?co-?operation\s+with\b(?:\s+the\s+\w+)?",
    "review-of-mandate": r"review\s+implementation\s+of\s+the\s+plan|key\s+benchmarks"
    r"|Joint\s+Assessment\s+Missions?",
    "health-emergencies": r"outbreaks?\s+of\s+(?:\w+\s+)?(?:conflict|hostilities|violence|fighting|war)\b",
    # what was extended before, a number that is kept under review
    "sanctions-review": r"[Kk]eeps?\s(?!(?:the|these|all)\s+(?:measures|sanctions))[^.;]{0,60}?"
    r"under\s+contin\w+\s+review(?![^.;]{0,160}measures)"
    r"|measures\s+pursuant\s+to\s+resolution\s+\d+\s+\(\d{4}\)\s+extended"
    r"|keep\s+this\s+number\s+under",
    # stockpiles of charcoal, transfers of wealth
    "small-arms": r"arms\s+and\s+related\s+mat[ée]riel\b[^.;]{0,40}?\bammunition"
    r"|charcoal\s+stockpiles?|illicit\s+transfers?\s+of\s+wealth"
    r"|access\s+to\s+weapons\s+storage"
    r"|(?:[Ss]upplies|[Dd]eliver\w+|[Ss]uppl(?:y|ied)"
    r"|[Ii]mport\w*)\s+(?:of\s+)?(?:any\s+)?weapons,?\s+(?:and\s+)?ammunition"
    r"|stockpile,?\s+(?:or\s+)?retain|stockpiles?\s+of\s+chemical",
    "multinational-force": r"Coalition\s+(?:des|of\s+Patriots)"
    r"|(?:(?:cooperation|coordination|consultation|conjunction|collaboration)\s+with"
    r"|support\s+of)\s+[^.;]{0,40}?(?:AMISOM|ATMIS|AUSSOM|EUFOR|KFOR|ISAF)",
    "confidence-building": r"violations?\s+of\s+the\s+military\s+status\s+quo",
    "ddr": r"Conference\s+on\s+Disarmament|Disarmament\s+and\s+Development"
    r"|disarmament\s+(?:negotiat|treat|obligat)\w+|nuclear\s+disarmament"
    r"|arms,\s+combatants|armed\s+combatants|flows?\s+of\s+(?:arms,\s+)?combatants"
    r"|foreign\s+combatants|non-combatants?"
    r"|[Aa]rms\s+control(?:,\s+|\s+and\s+)disarmament|disarmament,?\s+(?:and\s+)?(?:nuclear\s+)?non.proliferation"
    r"|[Nn]on.proliferation\s+and\s+(?:nuclear\s+)?disarmament|Office\s+(?:for|of)\s+Disarmament|distinguish\w*[^.;]{0,80}combatants",
    # passengers who are looked for: *to detect attempted entry into or transit through their territories*
    "travel-ban": r"\battempted\s[^.;]{0,30}?entry\s+into\s+or\s+transit\s+through"
    r"(?:\s+their\s+territories)?",
    "investigation": r"prevent(?:ing|ion\s+of),\s+detect(?:ing|ion\s+of)\s+and\s+investigat(?:ing|ion\s+of)",
    # soldiers for hire: the withdrawal of foreign forces, foreign fighters and mercenaries
    "foreign-terrorist-fighters": r"foreign\s+forces,?\s+(?:and\s+)?foreign\s+fighters"
    r"|mercenaries,\s+foreign\s+fighters|foreign\s+fighters\s+and\s+foreign\s+forces",
    "missing-persons": r"suspects\s+and\s+other\s+detainees",
    # to end use of schools as barracks
    "export-controls": r"\bend\s+use\s+of",
    "mine-action": r"including\s+UNMAS",
    "terrorist-financing": r"consultation\s+with[^.;]{0,120}?(?:Financial\s+Action\s+Task\s+Force|FATF)",
    "money-laundering": r"consultation\s+with[^.;]{0,120}?(?:Financial\s+Action\s+Task\s+Force|FATF)",
    "cargo-inspection": r"using\s+their\s+flag(?:ged)?\s+vessels",
    "committee-mandate": r"(?:consultation|coordination|cooperation|conjunction|guidance)\s+(?:with|from"
    r"|of)\s+the\s+[Cc]ommittee\s+established|(?:report\w*|provide\w*|submit\w*|designated"
    r"|inform\w*)\s[^.;]{0,40}?\b(?:to|by)\s+the\s+[Cc]ommittee\s+established"
    r"|[Cc]ooperate\s+(?:fully\s+)?with\s+the\s+Committee\s+established"
    r"|\bto\s+the\s+Committee\s+established"
    r"|provide\s+the\s+(?:Security\s+Council\s+)?Committee",
    "conflict-prevention": r"seized[^.;]{0,40}until\s+a\s+peaceful\s+solution"
    r"|\b(?:[Rr]ole|participation|involvement|engagement|representation"
    r"|inclusion)\b[^.;]{0,140}?\bprevention\s+and\s+resolution\s+of\s+conflicts?"
    r"|prevention\s+of\s+conflict.related|mission-wide\s+early\s+warning"
    r"|threat\s+analysis\s+and\s+early\s+warning",
    "economic-sanctions": r"establish\w*\s+(?:full\s+)?diplomatic\s+relations"
    r"|Convention\s+on\s+Diplomatic\s+Relations",
    "development-fund-compensation": r"Reparations?,?\s+and\s+Reconciliation",
    "youth": r"[Yy]oung\s+Patriots",
    "icc-referral": r"Interregional\s+Coordination\s+Cent",
}
# What alone tells nothing, by topic.
FRAIL: Mapping[str, Frail] = {
    # whom passengers are looked for among, of whom a panel tells; not: whom measures apply to
    "sanctions-listing": Frail(
        Expression(
            r"(?i)(?:as )?designated by the Committee|designated (?:individuals|entities|persons)"
            r"|designations?(?: of)?"
        ),
        Expression(
            r"(?i)\b(?:measures?|list\w*|criteria|frozen|freez\w*|assets?|appl(?:y|ies)|exempt\w*|delist\w*|remov\w*"
            r"|travel\s+ban|sanctions|propos\w*|identif\w+|updat\w+)\b"
            r"|\bdesignation\w*\s[^.;]{0,40}?\b(?:individuals|persons|entities)\b"
        ),
    ),
    # who keeps the peace somewhere, to whom something is told; not: what they lack, how they are led
    "peacekeeping-performance": Frail(
        Expression(
            r"(?i)(?:UN |United Nations )?peace.?keeping(?: operations?| missions?| forces?)?"
            r"|(?:troop.{1,4}(?:and )?)?(?:police.)?contributing(?: countries)?|police.contributing"
            r"|troop contributors"
            r"|police components?|United Nations Police|United Nations peace operations"
            r"|force requirements|contingent.owned equipment"
        ),
        Expression(
            r"(?i)\b(?:strengthen|improv|effective|efficien|capacit|capabilit|reform|lessons|technolog"
            r"|leadership|doctrine"
            r"|best practice|standards|guidance|consult|triangular|train|equip|rapid|multidimensional"
            r"|command"
            r"|resourc|financ|challenge|partnership|coordinat|provision|augment|uniformed)\w*"
            r"|\b(?:planning|plans)\b"
        ),
    ),
    # a mission's early warning of attacks, a border dispute
    "conflict-prevention": Frail(
        Expression(r"(?i)early.warning|disputes?"),
        Expression(
            r"(?i)\bprevent|mediat|conflict early warning|settle|resol(?:ve|ution\s+of)|solution"
            r"|peaceful"
        ),
    ),
    # a mission that looks into a threat, a need
    "review-of-mandate": Frail(
        Expression(r"(?i)assessment missions?|reviewing|independent reviews?"),
        Expression(
            r"\b(?:mandate|UN[A-Z]{3,}|MINU\w+|MON\w+|ONU\w+|AMISOM|ATMIS|Mission|Force|drawdown|downsiz"
            r"|re-?configur|presence|peace.?keeping)"
        ),
    ),
    # who is fit for a post, what a parliament decides, an inauguration of a building
    "elections": Frail(
        Expression(r"(?i)candidates?|inauguration|votes?"),
        Expression(r"(?i)\b(?:elect|poll|ballot|presiden|parliament|referend|campaign)"),
    ),
    "exemptions": Frail(
        Expression(r"(?i)exceptions?"),
        Expression(
            r"(?i)\b(?:measures?|sanctions|embargo|prohibit|impos|restrict|freez|unless\s+the\s+Committee)"
            r"|(?<!subject\sto\sthe\s)(?<!with\sthe\s)\bexceptions?\s+(?:provided|set\s+out|contained|specified|referred|in\s+paragraph)"
        ),
    ),
    # whoever knows something; an epithet of forces and institutions; who is told something
    "panel-of-experts": Frail(
        Expression(r"(?i)experts?"),
        Expression(r"(?i)\b(?:panels?|groups?\s+of|committees?|sanctions|embargo|measures|monitoring)\b"),
    ),
    "accountability": Frail(
        Expression(r"(?i)accountable"),
        Expression(
            r"(?i)\b(?:h[eo]ld\w*|made|making|bring\w*)\b|\baccountable\s+(?:to\s[^.;,]{0,60}?\s)?for\b"
        ),
    ),
    "committee-mandate": Frail(
        Expression(r"(?i)(?:committees? established|counter-terrorism committee)"),
        Expression(
            r"\bCommittees?\b[^.;]{0,160}?\b(?:shall|to\s+(?:undertake|continue|consider|review|monitor|examine"
            r"|report|keep|submit|intensify|prepare|study))\b|\b(?:tasks?|mandate|work|dissolve)\b"
        ),
    ),
    "mission-mandate": Frail(
        Expression(r"(?i)the continued presence of"),
        Expression(
            r"\b(?:UN[A-Z]{2,}|MINU|MONU|ONU|United\s+Nations|Mission|multinational|Union\s+Force|peace-?keep)"
        ),
    ),
    "mutual-legal-assistance": Frail(
        Expression(r"(?i)legal assistance"), Expression(r"(?i)\b(?:mutual|extradit|criminal\s+matters)")
    ),
    # an epithet of a State: strengthened democratic institutions
    "state-authority": Frail(Expression(r"(?i)democratic institutions")),
    # a parliament that approves, a transition from one mission to another
    "political-process": Frail(
        Expression(r"(?i)parliament|transition process(?:es)?|transitional period|political situation"),
        Expression(
            r"\b(?:[Pp]olitical|[Dd]emocra\w+|[Ll]iby\w+|[Nn]ational|[Ee]lect\w+"
            r"|[Cc]onstitution\w*|[Dd]ialogue)\b"
        ),
    ),
}
# What no list of phrases holds: numbers, and names of which there is no end.
_SHOWN: Mapping[str, str] = {
    # what is told: regular updates; not: to update the concept
    "reporting": r"\b[Ss]ubmit(?:,[^.;,]{0,60},)?\s[^.;,]{0,60}?\brecommendations\b"
    r"|\b[Pp]resent\s+(?:to\s+(?:it|the\s+\w+(?:\s+\w+)?)\s+)?an?\s+(?:\w+\s+){0,2}report\b"
    r"|[Ii]nclud\w*\s[^.;]{0,80}?\bin\s(?:his|its|the"
    r"|their)\s(?:[\w-]+\s){0,4}reports?\b"
    r"|\b(?:an|any|regular|written|oral|periodic|further|additional|detailed"
    r"|monthly)\s(?:\w+\s)?updates?\b",
    # of a committee; the Chair of the African Union is of none
    "committee-mandate": r"\b[Tt]he\sChair\b(?!\sof\b)",
    # the threat posed by ISIL and its affiliates
    "terrorism-suppression": r"\b(?:threats?|[Aa]ttacks?)\b[^.;]{0,70}?\bby\s(?:ISIL|Da.esh|Al.Qaida"
    r"|Al.Shabaab|Boko\sHaram)\b"
    r"|\b(?:ISIL|Da.esh|Al.Qaida|Al.Shabaab|Boko\sHaram)\b[^.;,]{0,60}\bthreat\b",
    "icj-election": r"\belections?\b[^.;]{0,120}?\bto\sfill\s(?:\w+\s){1,2}vacanc",
    # whoever is no soldier; a civilian component is none of them, nor are the 70 of AMISOM
    "protection-of-civilians": r"(?<!AMISOM\s)(?<!ATMIS\s)(?<!\d\s)(?<!access\sto\s)(?<!access\sfor\s)"
    r"\bcivilians\b",
    # up to 7137 military personnel, 17 000 troops
    "troop-ceiling": r"\b\d[\d,\u00a0 ]*\s(?:(?:additional|uniformed|individual"
    r"|civilian)\s)*(?:military|troops|police|soldiers|peacekeepers|personnel)\b"
    r"|\b\d[\d,\u00a0 ]*\s(?:customs\s|police\s|corrections\s)?officers\b"
    r"|\b[Ss]trength\s+of\s+(?:UN[A-Z]{3,}|MIN\w+|MON\w+|ONU\w+|the\s+(?:Mission|Force)\b)",
    # the security of UNOMIG personnel, attacks against MINUSMA
    "protection-un-personnel": r"\b(?:(?:safety|security|protection)\b[^.;,]{0,50}?\b(?:UN[A-Z]{2,}"
    r"|MINU\w+|MON\w+|ONU\w+|AMISOM|ATMIS|(?:the\s)?(?:Mission|Force|mission)|peacekeeping"
    r"|military\sobservers)(?:’s)?\s(?:personnel|staff|peacekeepers|troops)\b"
    r"|(?:attacks?|acts\sof\sviolence|threats?|violence)\s(?:on|to"
    r"|against)\s(?:the\s)?(?:UN[A-Z]{3,}|MINU\w+|MON\w+|ONU\w+|Mission\b|Force\b"
    r"|peacekeep))"
    r"|\bunhindered\s+access\s+for\s+(?:UN[A-Z]+|MON\w+|MINU\w+|ONU\w+|the\s+(?:Mission|Force)\b)",
    # to cease all firing, any hostile military activity; the 20 June 2011 Agreement, the Conakry Agreement,
    # the Abuja Accords
    "peace-agreement": r"\b[Cc]eas(?:e|ing|ation\sof)\s(?:forthwith\s|immediately\s)?(?:all\s|any\s)?"
    r"(?:firing|fighting|hostilit\w+"
    r"|hostile\smilitary|military\s(?:action|activit|operations)|acts\sof\sarmed\sforce)"
    r"|\b\d{1,2}\s(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)(?:\s\d{4})?\s(?:[A-Z]\w+\s)?(?:[Aa]greements?"
    r"|Accords?|Communiqué)\b"
    r"|(?<!arties\sto\sthe\s)(?<!Change\sand\sthe\s)\b(?!Safeguards|Security|Forces|National|Mission|Headquarters|Lease|Status"
    r"|Additional|Trade|Association|The|This)[A-Z]\w{3,}(?:\s(?:Peace|Political"
    r"|Framework|Ceasefire|II|III|Power.sharing))?\s(?:Agreements?"
    r"|Accords?)\b(?!\son\s(?:Trade|the\sStatus))|\b[A-Z]\w{3,}\sagreement\sof\s\d{1,2}\s",
    # the individuals listed in Annex I shall be subject to the measures
    "sanctions-listing": r"(?<!States\s)(?<!items\s)\b(?:listed|specified|named|identified"
    r"|designated)\sin\s(?:the\s)?[Aa]nnex"
    r"|\b(?:individuals|entities"
    r"|persons)\b[^.;]{0,120}\bsubject\sto\s(?:the\s)?(?:measures|sanctions)",
    # safe, timely and unhindered access
    "humanitarian-access": r"\b(?:safe|rapid|full|unimpeded"
    r"|unhindered)\b[^.;]{0,40}\baccess\b[^.;]{0,60}(?:humanitarian|relief|aid\b"
    r"|in\sneed|assistance|civilian)",
    # the mandate of UNMISS shall be to …; not a panel's, nor: shall be extended
    "mission-tasks": r"\bmandate\s+of\s+(?!(?:the\s+)?(?:Panel|Group|Committee|Monitoring|Team))"
    r"(?:[\w’-]+\s+){1,5}shall\s+(?:also\s+)?(?:be\s+(?:the|to|as)|include)\b",
    # to strengthen the partnership with the African Union; not: in cooperation with it
    "regional-cooperation": r"(?<!in\s)(?<!close\s)\b(?:[Cc]ooperat|[Pp]artnership|[Cc]oordinat)\w*\s+"
    r"(?:with|between)\s[^.;,]{0,40}?\b(?:League\s+of\s+Arab\s+States|African\s+Union|AU|ECOWAS"
    r"|European\s+Union|OSCE|IGAD|SADC|ASEAN|OAU|CARICOM|ECCAS)\b(?!\s+(?:Mission|Transition|Peacekeeping|Force))",
    # to coordinate with UNAMA
    "cooperation": r"\b[Cc]oordinate\s+with\s+(?:the\s+)?(?:UN[A-Z]+|MIN\w+|MON\w+|Mission"
    r"|Special\s+Representative)\b",
    # to strengthen the capacity of national institutions, not that of the mission itself
    "capacity-building": r"\b(?:[Bb]uild|[Ss]trengthen|[Ee]nhanc|[Dd]evelop|[Ii]mprov"
    r"|[Ii]ncreas)\w*\s(?:(?!operational|mobility|MINU|MONU|UN|AMISOM|its\b"
    r"|own\b)[\w’-]+\s){0,5}capacit(?:y|ies)\s(?:of|to|for|in"
    r"|at)\b(?!\s(?:the\s)?(?:[Mm]ission|[Ff]orce|UN|MIN|MON|AMISOM))"
    r"|(?:[Bb]uild|[Ss]trengthen|[Ee]nhanc|[Dd]evelop|[Ii]mprov"
    r"|[Ii]ncreas)\w*\s(?:\w+\s){0,3}(?!MINU|MONU"
    r"|UN[A-Z])\w+’s?\s(?:(?!operational)\w+\s)?capacit(?:y|ies)\b",
    # supplying such information
    "information-sharing": r"[Ss]upplying\s(?:such\s|any\s)?information"
    r"|\b[Pp]rovid(?:e|ing)\s(?:\w+\s)?(?:detailed|relevant|additional|timely)\sinformation\b",
    "mission-establishment": r"\b[Ss]et\sup\b[^.;]{0,40}\bUnited\sNations\s[^.;]{0,30}?(?:Force|Group"
    r"|Mission)\b"
    r"|\b(?:Group|Mission|Force"
    r"|Operation)\b[^.;]{0,60}?\bshall\s+be\s+established\b"
    r"|\brecommendations\b[^.;]{0,40}?\bsize,\s+structure\s+and\s+mandate\b",
    "remain-seized": r"^\s*(?:to\s)?keep\sthe\s(?:situation|matter|question"
    r"|item)\b[^.;]{0,80}?\bunder\s(?:\w+\s)?review\b",
    # to refrain from the supply of arms, equipment or other material
    "arms-embargo": r"\b(?:refrain|cease|desist|stop|withhold|prohibit|prevent)\w*\b[^.;]{0,80}?"
    r"\b(?:supply\w*|sale|shipment|export\w*"
    r"|provi(?:sion|ding))\b[^.;]{0,80}?\b(?:arms\b(?!\scontrol)|military\s(?:equipment|assistance|mat))"
    r"|\b(?:[Ss]upplies|[Dd]eliver\w+"
    r"|[Ss]upply)\s+of\s+(?:any\s+)?weapons,?\s+(?:and\s+)?ammunition\b",
    # the review of UNAMID
    # to extend UNAMA for a further period
    "mission-mandate": r"\b[Tt]erminat(?:e|ing)\s(?:the\s)?(?:mandate\sof\s(?:the\s)?)?(?:UN[A-Z]{2,}|MINU\w+"
    r"|MON\w+|ONU\w+)(?:’s\smandate)?\b"
    r"|\b[Ee]xtend\s+(?:UN[A-Z]{2,}|MINU\w+|MON\w+|ONU\w+|the\s+(?:Mission|Force))\s"
    r"|\b(?:Force|Mission|UN[A-Z]{3,})\b[^.;]{0,40}?\bmandate\s+(?:as\s+)?(?:defined|set\s+out"
    r"|laid\s+down|contained)\s+in\s+resolution",
    # to consider the modification or termination of these measures; not: to strengthen them, to impose some
    "sanctions-review": r"\b(?<!partial\s)(?:[Rr]eview(?:s|ing)?|lift(?:ing)?|adjust(?:ing|ment)?"
    r"|modif(?:y|ying|ication)"
    r"|terminat(?:e|ing|ion)|suspen(?:d|ding|sion))\b(?:,?\s(?:the|all|any|of|these|those|above|its|or|and|remaining"
    r"|implementation|appropriateness|continued|continuation|renewal|termination|lifting|modification|suspension"
    r"|arms|sanctions|travel|prohibitions?|imposed|targeted)){0,6}"
    r",?\s(?:measures\b(?!\sto\b)|sanctions|embargo|prohibitions?)\b",
    "political-process": r"\b(?:[Dd]iplomatic|[Nn]egotiated)\s+(?:solution|settlement)\b",
    "review-of-mandate": r"\b[Rr]eview\s+of\s+(?:UN[A-Z]+|MINU\w+|MONU\w+|AMISOM|the\s+[Mm]ission)\b",
}
CONTEXTS = Contexts(_OTHER, _SHOWN)
