"""The words at which a demand falls into single obligations, in both languages."""

from __future__ import annotations

import re

# Verbs of what States are asked to do, as they stand after *and*. Left out are those that describe whom a
# measure is for (*those who finance, plan and commit …*) rather than what is to be done.
_VERBS = (
    "accede|act|address|adopt|afford|allow|amend|analy[sz]e|apply|assess|assist|avoid|become|bring|build|coordinate|collect|"
    "combat|comply|conduct|confront|consider|continue|contribute|cooperate|counter|criminalize|criminalise|create|"
    "cut|deny|deploy|designate|destroy|detect|develop|disclose|disrupt|distinguish|eliminate|employ|enable|"
    "encourage|enforce|engage|enhance|ensure|establish|examine|exchange|exercise|expedite|expel|explore|extend|"
    "extradite|facilitate|find|foster|freeze|fulfil|give|guarantee|help|hold|invest|reinforce|seek|strive|ban|bar|"
    "identify|implement|impose|participate|accelerate|penalize|gather|"
    "improve|include|increase|inform|inspect|integrate|intensify|interdict|introduce|investigate|join|keep|"
    "maintain|make|mitigate|monitor|notify|observe|offer|pay|preserve|prevent|prioritize|prohibit|promote|prosecute|protect|"
    "provide|publish|pursue|put|raise|ratify|recognize|reduce|refrain|register|regulate|rehabilitate|remain|"
    "remove|repatriate|report|prepare|specify|design|present|formulate|nominate|appoint|allocate|mobilize|consult|"
    "resettle|release|renew|restrict|refuse|reject|cease|halt|end|mainstream|empower|equip|fund|abide|reconsider|assume|desist|dissociate|"
    "maximize|minimize|require|respect|respond|review|secure|seize|share|sign|step up|stop|strengthen|"
    "terminate|discontinue|enact|grant|render|eradicate|broaden|deepen|propose|"
    "submit|support|suppress|take|train|undertake|update|uphold|use|verify|withdraw|work"
)
VERB = rf"(?:(?:(?:more\s)?\w+ly|also|further|duly)\s+)?(?:{_VERBS})\b(?!-|\s+of\b)"

_DOING = (
    "(?:" + "|".join(verb.removesuffix("e") + "ing" for verb in _VERBS.split("|") if " " not in verb) + ")"
)

EXTENDS = re.compile(
    r"\W*[A-Za-z]+(?:\s[a-z]+){0,2}\sthat\s(?=the\s(?:measures?|provisions?|prohibitions?|embargo|requirements?)\b"
    r"[^;:]{1,160}\bshall\salso\sapply\sto\b)"
)
"""*Decides that [the measures in paragraph 8 (b) of resolution 1718 (2006) shall also apply to all arms]*: a
duty of States, though none is named.
"""

STATES_SHOULD = re.compile(
    r"\W*(?:all\s)?(?:Member\s)?States\s+(?:shall|must|should)\s+(?:also\s+)?", re.IGNORECASE
)
"""*(g) States should consider supporting …*, below a stem that only stresses."""

OF_A_THING = re.compile(r"(?:[^,;]{1,80},\s)?(?P<who>[^,;]{1,120}?)\s(?:shall|must|should)\s")
"""*(d) To be more effective, counter-narrative measures should be tailored*: what stands before *should*."""

MAY = re.compile(
    r"\W*[A-Za-z]+(?:,[^,]{1,160},)?\s+to\s+authori[sz]e\b(?!.*\bshall\b(?!\sbe\sauthori[sz]ed))|"
    r"\W*[A-Za-z]+(?:\s[a-z]+){0,3}?\s+that\s+(?:all\s|the\s)?(?:Member\s)?States?\s+(?:[a-z]+ing\s[a-z]+\s)?may\b(?!\sonly\b)"
)
BELOW = re.compile(
    r"[a-z]+\s(?:the\s)?(?:following\s)?measures\s(?:set\sout|listed|described)\s"
    r"(?:below|in\sparagraphs?\b[^;]{1,60}\bbelow)\b"
)
"""*Decides that all States shall adopt the measures set out below*: what follows asks it."""
MAY_BE = re.compile(
    r"(?:these|such|those|they|the)\b(?:(?!\b(?:shall|must|should)\b)[^;]){1,200}?\smay\b(?!\sonly\b)"
)
"""*and that these vessels may be forfeit to the seizing State*."""
"""*Decides to authorise Member States to seize …*, *Decides that Member States may permit …*: nothing is
asked."""

THAT = re.compile(
    r"\W*[A-Za-z]+(?:\s[a-z]+){0,3}?\s*(?:,[^,]{0,160},\s*)?that\b|.{0,120}?\bdecisions?\b.{0,80}?\bthat\b"
    r"|\W*[A-Za-z]+\sto\sauthori[sz]e\b[^,;]{0,80},\sand\sthat\b"
)
"""*Decides that …*, *Recalls its decision, in resolution 1373 (2001), that …*, *Decides to authorize all
Member States to, and that all Member States shall, …*."""

NOT_TO = re.compile(r"\bnot\sto\s+$")
"""*Calls upon all States [not to] recognize*."""

NO_STATE = re.compile(r"\bno\s(?:Member\s)?States?\s$")
"""*Decides that no State [shall] make available any funds*: what must not be done."""

SHALL = re.compile(
    rf"\b(?:shall|must|should|will)\b(?:,\s(?!(?:{_VERBS})\b)(?:[^,]|,(?!\s(?:\w+\s)?(?:"
    + _VERBS
    + r")\b)){0,200},)?\s*(?:also|further)?\s*"
)
"""Before what is asked, with what may stand between commas: *shall, consistent with international law, …*."""

_GOING_ON = (
    r"(?!(?:implement|give\seffect\sto)\s(?:resolution|paragraph|this)[^,]{1,60}"
    r"\bto\s[a-z]+\s(?:such|a|an|the|their)\b)"
)
TO = re.compile(
    r"(?<!position )(?<!seek )(?<!order )(?<!intend )(?<!\btake )(?<!\btaken )(?<!strategies )"
    rf"\bto\s+(?={VERB}){_GOING_ON}"
)
"""Before what is asked: *Calls upon States to cooperate*; not *those in a position to do so*."""

STATES_TO = re.compile(
    r"\bStates\b(?:[^;]{0,200}?)(?<!\bparty )(?<!\bparties )(?<!intend )(?<!\btake )(?<!\btaken )(?<!access )"
    r"(?<!pursuant )(?<!according )(?<!relating )(?<!related )(?<!regard )(?<!respect )(?<!able )"
    r"(?<!position )(?<!known )(?<!believed )(?<!suspected )(?<!likely )"
    r"(?<!steps )(?<!strategies )(?<!due )(?<!threat )(?<!contrary )"
    r"\bto\s+(?=be\b|[a-z]{3,}\b)(?![a-z]*[^e]ed\b)"
    r"(?!do\sso|the\b|their\b|its\b|this\b|that\b|these\b|those\b|all\b|any\b|which\b)" + _GOING_ON
)
"""The same before any other verb; not *that have not yet presented a report on steps they have taken [to
implement resolution 1540 (2004)] to submit such a report*, nor *that issue travel documents [to listed
individuals] to note*."""

OF_WHOM = re.compile(
    r"\b(?:[Ss]tates|[Gg]overnments|those|countries|organi[sz]ations|donors|partners|parties)\s"
    r"(?:(?:[a-z]+ly\s)?(?!including\b)[a-z]+ing"
    r"|(?:which|that|who)\s(?:have\s|are\s|may\s|do\snot\s)?"
    r"(?:offered|agreed|pledged|promised|decided?|chosen?|wish(?:ed)?|want|intend(?:ed|ing)?|plan(?:ned|ning)?|seek(?:ing)?"
    r"|hope|continue|undertaken|committed|failed?|refused?))\sto\s+$"
)
"""What they do, or mean to do, who are asked for something else: *those planning [to transfer firearms], to
support*, *all States continuing [to have relations] to end such relations*, *which have offered [to
contribute] to fulfil such commitments*.
"""

ASIDE = re.compile(r"\bStates,\s(?:when|while|in|consistent|with|as|where)\b[^;]{0,200}?,\s+to\s+(?=[a-z])")
"""The same after an aside: *Urges States, when designing measures to counter …, to take into account*."""

EFFORTS = re.compile(
    r"\bto\s+(?:make|undertake|continue)\s(?:[a-z]+\s){0,4}efforts?,\s+including\s(?:by|through)\s[^,;]{1,80},\s+"
    r"to\s+(?=[a-z])"
)
"""The same where efforts are only what they are made for: *to make concerted efforts, including through
international cooperation, to raise awareness*."""

_STRESSES = r"(?:re-)?(?:stress|emphasi[sz]|underscor|underlin|highlight)"
_RECALLS = r"(?:reiterat|reaffirm|recall|affirm)"
_THAT_IS_SAID = (
    r"\w*(?:\s+(?:further|also))?(?:,[^,]{1,60},|,?\s+in\s+(?:this|that)\s+(?:regard|context|respect),?)?\s+"
)
_DUTY = r"(?:obligation|responsibility|dut(?:y|ies))"
_THEY = r"(?:all\s+)?(?:(?:Member|[a-z]{4,})\s+)?States\b"

UNDER_A_NOUN = re.compile(
    rf"\W*(?:also\s|further\s)?(?:{_STRESSES}{_THAT_IS_SAID}the\s+(?:(?:\w+\s+and\s+)?\w+\s+)?"
    r"(?:need\s+(?:to\s+(?=[a-z]+\b)|for\s+(?=(?:\w+\s+){0,3}implementation\b))"
    r"|importance\s+of\s+(?=[a-z]+ing\b(?!\sof)|cooperation\b))"
    r"(?![a-z]+\s+(?:\w+\s+){0,5}(?:this|the)\s+(?:resolution|obligation))"
    rf"|(?:{_STRESSES}|{_RECALLS}){_THAT_IS_SAID}(?:the\s+(?:\w+\s+)?"
    rf"(?:importance\s+(?:of\s+{_THEY}\s+(?=[a-z]+ing\b)|for\s+{_THEY}\s+to\s+(?=[a-z]))"
    rf"|{_DUTY}s?\s+of\s+{_THEY}\s+to\s+(?=[a-z]))"
    rf"|{_THEY}[’']\s+{_DUTY}s?\s+to\s+(?=[a-z])"
    rf"|that\s+{_THEY}\s+have\s+(?:the|a|an)\s+(?:primary\s+)?{_DUTY}\s+to\s+(?=[a-z]))"
    rf"|remind\w*\s+{_THEY}\s+to\s+(?=[a-z])"
    rf"|remind\w*\s+{_THEY}\s+of\s+their\s+{_DUTY}s?\s+(?:[^,;]{{1,60}}?\s)??to\s+(?=[a-z])"
    rf"|(?:recogni[sz]|{_STRESSES}|{_RECALLS}){_THAT_IS_SAID}the\s+need\s+for\s+{_THEY}"
    r"(?:(?:,|\sand)\s[^;]{0,160}?)?\s+to\s+(?=[a-z]))",
    re.IGNORECASE,
)
"""What is asked under a noun: *Stresses the need for effective implementation of asset freezing*,
*stresses the importance of assisting women and children*, *Reiterates the obligation of Member
States to refrain*, *Affirms that all States have the responsibility to protect*, *Recognizes the need for
Member States to undertake measures*.

Left: *underlines the importance of fulfilling this obligation*, which says again what is asked before it.
"""

SUBJUNCTIVE = re.compile(
    r"(?<=[\w, ]{3})(?<!\band\s)\bthat\s+(?:all\s+parties\s+and\s+)?(?:all\s+)?(?:Member\s+)?States"
    r"(?:,\s(?:particularly|especially|including)\s[^,;]{1,60},)?\s+(?!shall|must|should|will|are|have|may)"
    rf"(?:[a-z]+ing\s[^,;]{{1,60}}?\s(?={VERB}))?"
)
"""*Urges that Member States consider …*, *demands that all parties and all States ensure …*."""

FURTHER = re.compile(
    r"[,;]?\s+(?:and|as\swell\sas)(?:,\s[^,;]{1,140},)?\s+"
    r"(?:(?:also|further|in\sparticular|(?:as|where)\sappropriate|in\sthis\s(?:context|regard)),?\s+)?to\s+"
    r"(?!(?:do\sso|the|their|all|information|persons|those|other|groups|individuals|entities|(?!bring\b)[a-z]+ing)\b)(?=\w)"
    rf"|;\s+(?:and\s+)?(?:to\s+)?(?={VERB})"
    r"|,?\s+and\s+(?:(?:[a-z]+ly|also|further|they|thereafter|henceforth)\s+)?(?:also\s+)?shall\s+(?=[a-z])"
    rf"|,?\s+and,?\s+(?:(?:as|where)\sappropriate,?\s+)?(?={VERB})"
    r"|,?\s+as\swell\sas\s+(?!trafficking|financing|training|funding|smuggling|laundering)(?=[a-z]+ing\s+(?!of\b))"
    r"|,?\s+and\s+that,?\s+|,?\s+as\swell\sas\sits\scalls?\s(?:for|on|upon)\s(?:all\s)?(?:Member\s)?States\sto\s+"
    r"|;\s+and\s+its\s+decision[^;]{0,80}?\bthat\s(?:all\s)?(?:Member\s)?States\sshall\s+"
    r"|,?\s+(?:and|as\swell\sas)\s+(?=(?:[a-z]+,?\s(?:and\s)?){0,3}unhindered\s+access\b"
    r"|technical\s(?:assistance|training),(?=[^;]{0,80}\bmilitary\b)"
    r"|their\s(?:[a-z]+\s)?(?:participation|engagement|involvement)\b)"
    r"|,\s+and\s+for\s+(?:all\s+)?(?:Member\s+)?States\s+(?:[Pp]arties\s+)?to\s+"
    r"|,\s+and\s+(?=(?:[a-z-]+\s){1,4}should\s(?:be\s)?[a-z]+)"
    r"|,\s+and\s+(?=the\s(?:transfer|provision|supply)\sof\sfinancial\b|other\saction\sto\b)"
    r"|\s+(?:or|and)\s+(?=from\s[a-z]+ing\b)"
    r"|,\s+and,?\s+(?=if\s[^;]{1,200}?,\s(?:further\s)?(?:decides\sto\s)?requires?\s(?:such|the)\s(?:Member\s)?States?\sto\b)"
    rf"|,\s+and\s+(?={_DOING}\s+their\b)|\s+and\s+(?={_DOING}\sand\s{_DOING}\s)"
)
"""A further obligation: *, and unhindered access*, *, and technical assistance, training* of an embargo,
*, and the transfer of financial resources*, *, and other action to*, *or from rendering*, *, and, if items
are found, further requires such State to*, *, and to ensure*, *; to take*, *and cooperate*, *as well as
sharing*, *and that*, *Strengthen their capacities, and developing their capabilities*.

Left: *and bilateral mechanisms*, *as well as sharing of data*."""

LISTED = re.compile(rf",\s+(?:to\s+(?={VERB})|(?={VERB}\s+(?!and\b|or\b)))")
"""A verb after a comma alone: an obligation only in a list that *and* closes.

Left: *investigate, disrupt and dismantle*, which share their object.
"""

ONE_MORE = re.compile(r"(?:act|adopt|consider|establish|intensify|take)\b")
"""A verb that names an act and no end, so that what has *to* before it is no purpose even where no *and*
closes the list: *to conduct research to enhance knowledge of the links[, to intensify] the exchange*.
"""

_FINITE = rf"(?:is|are|be|was|were|has|have|can|may|shall|should|must|do|does|not|{_VERBS})\b"
WAITS = re.compile(
    rf"\bensure\sthat(?:\s(?!{_FINITE})[\w’'-]+){{1,8}},\s(?:in|where|when|as|while|if|at|with|consistent|pursuant|before|after"
    rf"|during|upon|under)\b[^;]*$"
)
"""Who is to do what, before an aside: the verb that follows is the first, no further one: *ensure that
mediators, in situations where …, [engage]*."""

HALF = re.compile(rf"(?:{_VERBS}|prosecute|about|plan|to|in|of|with|for|by|on|upon|or|\w+ly)")
"""The word before *and* where what follows shares its object."""

HALF_OF_LIST = re.compile(r",\s(?:process|store)$")
"""Verbs that are nouns as well: *collect, process [and analyse]*; not *subject to a judicial process*."""

JOINS = re.compile(r"\b(?:and|or|as\swell\sas)\s+$")

OF_ACTS = re.compile(
    r"\b(?:acts?|actions?|activit(?:y|ies)|measures?|steps?)\s(?:which|that)\s(?:[a-z]+\s){0,4}?"
    r"(?:could|can|may|might|would)\b[^,;]*$"
)
"""What acts may do that States are to refrain from, which goes on after *and*: *any action which could
jeopardize the agreement [and increase the tension]*."""

BY_STATES = re.compile(
    r"\bby\s+(?:all\s+|the\s+|authorities\sfrom\s)?(?:Member\s|neighbouring\s)?(?:States|countries)\b"
)
"""*encourages assistance by Member States to …*: what they are encouraged to is named before."""

INFINITIVE = re.compile(rf"(?<!\bobligations\s)(?<!\bobligation\s)\bto\s+(?:{VERB}|screen\b|determine\b)")
"""A purpose, or what one is able to do; not *implement obligations to collect data and develop …*."""
PURPOSE = re.compile(
    r"\b(?:in\sorder\sto|so\sas\sto|(?:with\sa\sview\sto|aimed\sat)(?!\s[a-z]+ing\b)|for\sthe\spurposes?\sof|essential\sto|be\sable\sto|for\suse\sin|as\sa\smeans\sto|including\sto)\b"
)

ENDS = re.compile(rf"[a-z]+(?:,\s{VERB}[^,]{{0,40}})+$")
"""A purpose of several verbs: *in order to find, deny safe haven [and bring to justice]*."""

REMARK = re.compile(
    r",\s+(?:also\s)?(?:noting|underlining|stressing|recogni[sz]ing|recalling|emphasi[sz]ing|acknowledging)\b"
)
"""What is only said beside what is asked: *, noting the numbers subject to recruitment [and use]*."""

LIST = re.compile(r"\w+(?:,\s\w+)*,\s\w+\s(?:and|or)\s\w+")
"""Commas that part nothing: *at air, land and sea ports*."""

_AGAINST = r"(?:prevent|counter|combat|deny|suppress|stop|address|eliminate|fight|deter|detect|disrupt)\b"
AGAINST = re.compile(rf"(?:\w+ly\s)?{_AGAINST}")
FOR_ENDS = re.compile(rf"(?<=\w\s)to\s+(?:\w+ly\s)?{_AGAINST}(?!.*[,;]\sand\s)")
"""An end that more ends may follow: *cooperate to prevent terrorist acts [and to counter the threat]*."""

THING = re.compile(
    r"(?:(?:technical|financial)\s(?:assistance|training)|training|assistance)\b,?\s(?!(?:of|for|to)\s(?:be|the)\b)"
    r"|the\s(?:transfer|provision|supply|sale|financing)\sof\b|from\s[a-z]+ing\b|other\saction\sto\b|(?:[a-z]+,?\s(?:and\s)?){0,3}unhindered\saccess\b"
)
PREVENTS = re.compile(r"\b(?P<verb>prevent|prohibit|not\sto\s[a-z]+|stop|ban|deny)\s")
FROM_WHAT = re.compile(r"^(?P<verb>.*?)\sfrom\s")
FIRST_VERB = re.compile(rf"(?P<verb>\b(?:{_VERBS}))\b(?!-)")
"""What is named without a verb of its own: *technical assistance, training*, *the transfer of financial
resources*, *from rendering aid*; what it shares of what stands before it: the verb, or all before *from*.
"""

THE_DOING = re.compile(r"the\s\w+\sof\b")
FURTHER_DOING = re.compile(r",\s+(?:and\s)?(?=the\s\w+\sof\b)")
"""Actions named by nouns: *through the development of laws, the collection of data on threats, attacks*."""

PURPOSE_OF_DOING = re.compile(r"\bpurposes?\sof\s\w+ing\b[^,]*$")
"""What still belongs to a purpose: *for the purposes of mitigating risks [and supplying …]*."""

MEANS = re.compile(
    r",?\s*(?:including|in\sparticular|inter\salia|notably|especially)(?:,[^,]{1,60},|\salso|\sinter\salia)?\s+"
    rf"(?:by|through)(?:,\s[^,]{{1,40}},)?\s+(?!(?:all\s)?(?:Member\s)?States\b)|,\s*including(?:,\s[^,]{{1,40}},)?\s+(?={_DOING}[\s,]|supplying\s|awareness-raising\b)"
    r"|,\s+which\s+should\s+include,?\s+(?:inter\salia,\s+)?(?=[a-z]+ing\b)"
    rf"|,?\s+(?:by|through),\sinter\salia,\s+(?={_DOING}\s)"
)
"""*including by*, *including, where appropriate, through*, *inter alia by*, *including considering*, *which
should include, inter alia, assessing*."""

WANTS_OBJECT = re.compile(rf"(?:,\s|\band\s|\bor\s|\bto\s){_AGAINST}$")
"""Before an aside, not means: *to detect, deter, prevent and combat, including through cooperation, the
illicit trafficking*.
"""

OF_PERSONS = re.compile(r"\bas\sbeing\s[^;]{1,400}$")
"""Before means that are of those designated, not of States: *persons designated as being engaged in
proliferation[, including through the involvement in procurement]*."""

TRAINED = re.compile(rf"(?:{MEANS.pattern})" + r"[a-z]+ing\b[^;]*$")
TRAINED_TO = re.compile(rf"(?:{MEANS.pattern})" + r"[a-z]+ing\b[^;]*,\s+to\s+[a-z]+\b[^;]*$")
"""Before a further purpose of an action: *including by training officers, to investigate*."""

BACK = re.compile(
    r",?\s+(?:and|as\swell\sas)\s+to\s+(?:\w+\s){1,3}(?:such|these|those)\s(?:measures|steps)\b"
)
"""What takes up again that which the actions were named for: *and to review and assess such measures*."""

AIMED = re.compile(r"\b(?:in\sorder|so\sas|with\sa\sview)\sto\s+(?:[a-z]+,\s+){0,9}[a-z]+$")
"""A purpose of verbs alone, before one more: *in order to prevent, protect[, respond to and recover]*."""

ONLY_FOR = re.compile(r"(?:undertak|tak)(?:e|ing)\s(?:[a-z]+\s){0,2}(?:measures|steps|action),")
"""What asks only what its purpose says: *taking appropriate measures, at the national level, to prevent*."""

AFTER_MEANS = re.compile(
    r",\s+(?:in\saccordance\swith|consistent\swith|in\sconformity\swith|in\scompliance\swith|while\s|with\s(?:full\s)?respect|"
    r"with\sa\sview\sto|as\sappropriate|in\sorder\sto|so\sas\sto|where\sappropriate$|with\sthe\s(?:aim|goal)|"
    r"(?:also\s)?(?:underlining|stressing|recognizing|noting|recalling|emphasizing|bearing|taking\sinto\s(?:account|consideration)))"
)
"""What qualifies the whole again, after a list of actions."""

_NO_ACTION = (
    "training|trafficking|financing|planning|funding|laundering|smuggling|proceeding|proceedings|building|"
    "understanding|screening|policing|existing|ongoing|following|during|being|including|according|outgoing|"
    "neighbouring|brokering|emerging|wellbeing|beginning|meeting|hearing|finding|housing|banking|mining|shipping|something|underlining|stressing|recognizing|noting|welcoming|recalling|emphasizing|bearing"
)
_ING = rf"(?!(?:{_NO_ACTION})\b)(?:(?:\w+ly|also|further)\s+)?(?!(?:{_NO_ACTION})\b)[a-z-]+ing\b(?!\s+of\b)"
GERUND = re.compile(
    rf"(?:[,;]\s+(?:and\s+)?|\s+and\s+|,?\s+as\swell\sas\s+)(?:(?:(?:to|as|where|when|in|if|inter|for)\b[^,]{{0,40}}?,\s)?(?:by|through)\s+)?(?={_ING})|(?:,\s+)?\s*\band(?:,\s[^,]{{1,40}},)?\s+(?:by|through)\s+"
    r"|\s+and\sthat\s(?=they\s)"
)
"""The next action of a list: *, preventing …*, *and developing …*, *and, to the extent attainable, by …*."""
GERUND_FIRST = re.compile(rf"(?={_ING})")
WHOM = re.compile(r"(?:(?:\w+ly|by)\s)?(?:urging|encouraging|inviting|requesting|requiring)\s(?!.*\sto\s)")
"""Whom States are to ask, before *to*: *by urging importers[, processing industries and consumers to …]*."""
DUTY_FIRST = re.compile(rf"{_DOING}\b")
"""*as well as strengthening cooperation and sharing experience*; not *funding for training, equipment*."""
DOING = re.compile(rf"(?:\b(?:at|of|for|by|in)|,)\s{_DOING}$")
"""The word before *and* where what follows shares its object: *aimed at preventing [and suppressing it]*."""
ACTION = re.compile(
    rf"(?={_ING})|[^,]{{0,60}}?(?<!\binforma)(?:ing|tion|sion|ment|ance|ence|use|exchange|assistance|cooperation|sharing|programmes?)\b"
)
"""What *through* may name as an action; not *through seaports*, *through information technologies*."""
BY_ING = re.compile(rf"\bby\s+(?={_ING})")
FURTHER_BY = re.compile(rf"[,;]?\s+(?:and\s+|as\swell\sas\s+)?by\s+(?={_ING})")
"""A further way of doing it: *cooperate by sharing information, by collaborating … and by facilitating …*."""
CLOSED_LIST = re.compile(r",\s+(?:and|as\swell\sas)\s")

CONJUNCTION = re.compile(
    r"[\s,;]*(?:(?:and|or|as\swell\sas)\b\s*)?(?:,(?!\sif\b)[^,]{1,40},\s*|,[^,;]{1,140},\s+(?=to\s))?(?:(?:also|further|in\sparticular(?=\sto\b)),?\s+)?"
    r"(?:for\s(?:all\s)?(?:Member\s)?States\s(?:[Pp]arties\s)?to\s+"
    r"|its\scalls?\s(?:for|on|upon)\s(?:all\s)?(?:Member\s)?States\sto\s+"
    r"|its\sdecision[^;]{0,80}?\bthat\s(?:all\s)?(?:Member\s)?States\sshall\s+|that\s+|to\s+|(?:by|through)\s+"
    r"|(?:[a-z]+\s+)?(?:also\s+)?shall\s+)?"
)
"""What leads from one obligation to the next, to be left out of both."""

WITH_WHAT = re.compile(r"(?:employing|using|applying|introducing|adopting)\s")
NO_OBJECTS = re.compile(
    r",\s+(?:and\s)?(?:including|such|to|in|with|for|where|as|who|which|that|through|by)\b"
)
"""Of one action with means (`WITH_WHAT`): *employing risk assessments, screening procedures, and the analysis
of data* is a list of objects that this leaves; *increasing awareness, including with …, to investigate …,
and to identify* is none."""

# -- Chinese

_OF_A_STATE = (
    "石油|警察|元首|机构|当局|主管|安全|委员会|海关|法律|法规|政府|协调|计划|工作队|战略|利益|银行|军|预算"
)
_ZH_STATES = (
    r"(?:所有|各|有关|相关|其他)?(?:会员国|國家|国家"
    rf"(?!{_OF_A_STATE})|各国|會員國|缔约国|成员国|所有国家)"
)
CHINESE_VERBS = (
    "确保|確保|加强|加強|采取|採取|防止|预防|分享|交流|交换|合作|开展|制定|制订|建立|提供|支持|改善|改进|考虑|执行|落实|实施|"
    "打击|制止|查明|评估|调查|起诉|引渡|冻结|禁止|遵守|尊重|促进|推动|推广|提高|扩大|增加|保护|协助|帮助|报告|提交|通报|通知|"
    "批准|加入|成为|通过|修订|审查|要求|利用|使用|收集|处理|分析|回应|应对|继续|努力|减少|消除|鼓励|培训|监测|协调|向|将|使"
)
CHINESE_HEAD = re.compile(
    rf"[^，。；]{{0,12}}?{_ZH_STATES}(?:(?:[^。；]{{0,60}}，)?(?:均|都)?(?:应当|应|須|须|必须))?"
    rf"(?:，?(?:根据|依照|按照|遵循|以符合)[^，。；]{{2,60}}，)?"
)
"""*促请会员国*, *决定所有国家应*: what stands before what is asked."""
CHINESE_FURTHER = re.compile(rf"；|，(?:并且|并|以及|同时|还)(?={CHINESE_VERBS})|，以及")
CHINESE_CONJUNCTION = re.compile(r"[\s，；、]*(?:并且|并|以及|同时|还)?")
CHINESE_MEANS = re.compile(
    r"，?(?:包括|其中包括|特别是|尤其是)(?:为此而?)?(?:通过|借助|为此)?(?=(?:" + CHINESE_VERBS + "))"
)
CHINESE_THING = re.compile(
    r"与[^，；]{2,60}有关的|提供(?:武装|雇佣|财政|技术|资金)|供应|转让|出售|(?:技术|财政)(?:援助|培训)"
)
CHINESE_PREVENTS = re.compile("(?P<verb>防止|禁止|制止|阻止)")
"""以及[防止]与军事活动有关的技术援助，包括[防止]提供武装雇佣军人员: what shares the verb before it."""
CHINESE_ADDRESSED = re.compile(
    rf"[，还又并此外进一步]*(?:请|要求|敦促|促请|呼吁|吁请|鼓励|邀请)(?:(?!{CHINESE_VERBS})[^，；。]){{0,24}}"
)
"""Whom a demand addresses, before it says anything."""
