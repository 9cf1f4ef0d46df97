"""How demands are worded that do not last: statements, single acts, things to be done at once, reports.

All patterns are over folded text of either language.
"""

from __future__ import annotations

from mandex.corpus.expressions import Expression

LASTING = frozenset({
    "reaffirm", "affirm", "reiterate", "confirm", "declare", "consider", "clarify", "reconfirm", "remind",
})  # fmt: skip
"""Verbs of statements that hold beyond their day: they say what is so. All others are made on it."""

WEIGHING = frozenset({
    "recognize", "stress", "emphasize", "underline", "underscore", "re-emphasize", "acknowledge",
    "highlight",
})  # fmt: skip
"""Verbs that only give weight (*underlines the importance of partnerships*), unless what they stress is how
something is to be done.
"""

DEMANDING = frozenset({"decide", "demand", "call", "urge"})
"""The forces of what a resolution lays on those it speaks to, which is meant where its carrying out is
demanded or reported on; left: what the Secretary-General is requested to do.
"""

ATTITUDE = Expression(
    r"^(?:\w+ ){1,3}(?:(?:its|their) (?:\w+,? ){0,3}(?:concerns?|condemnation|appreciation|gratitude|support"
    r"|commitments?|determination|resolve|conviction|willingness)"
    r"|the (?:\w+,? ){0,3}(?:importance|significance|contributions?|value|role))\b"
)
"""What tells how the Council thinks of something, whatever its verb: *reaffirms its grave concern*,
*reaffirms the important role of women*; left: *reaffirms that women have a vital role*.
"""

HOPES = Expression(
    r"^\W*(?:also |further )?(?:welcom\w+|commend\w*|looks? forward|deplores?|regrets?|condemns?"
    r"|expresses? (?:its )?(?:\w+ )?(?:hope|appreciation|gratitude|concern))\b"
)
"""What is said on one day, whatever duty it names: *looks forward to steps that must meet standards*."""

SHOULD = Expression(r"\b(?:should|(?:is|are) to|need(?:s|ed)? to be)\b|应")
"""*Stresses that Member States should follow these guidelines*."""

BY_DAY = Expression(r"^(?:by|no later than|not later than|before)\b|(?:之?前|以前)$")
"""A date that is one day, whatever rhythm is named beside it: *a final report by 1 May, monthly updates*."""

MEASURES = Expression(r"\b(?:measures (?:imposed|set out|in paragraph|provided)|sanctions)\b|制裁")

PRINCIPLES = Expression(
    r"\bsettlement\b|\bterritorial integrity\b|\bsovereignty\b|\bnull and void\b|\boccupying power\b"
    r"|\bno legal (?:validity|effect)\b|\bgeneva convention\b|领土完整|主权|占领国|日内瓦"
)
"""What the Council holds to until it says otherwise: *a Cyprus settlement must be based on a single
sovereignty*, *all such measures are null and void*.
"""

VOID = Expression(
    r"\b(?:null and void|(?:legally|illegal and) invalid|of no validity)\b"
    r"|\b(?:is|are) (?:(?:wholly|totally) )?invalid\b"
    r"|\bdoes not affect the continued application of the geneva convention\b"
    r"|\bno (?:international )?legal (?:validity|effect)\b"
    r"|\b(?:not to recogni[sz]e|no recognition|not to accord recognition)\b"
    r"|\bguarantee (?:of )?the inviolability\b|\brespect the inviolability of the international boundary\b"
    r"|\bdecisions of the commission\b[^.;]{0,60}\bare final\b"
    r"|完全无效|没有法律效力|不予承认|不承认"
)
"""What is declared void, and what nobody is to recognize: 446 OP1, 541 OP7, 662 OP1; a boundary that is
declared final and guaranteed: 833 OP4-6.
"""

RESTATES = Expression(r"\bits (?:previous )?decisions?\b[^.;]{0,80}\bthat\b|其.{0,20}决定,?即")
"""*Recalls its decision that the Syrian Arab Republic shall not use chemical weapons*."""

OBLIGES = Expression(r"\b(?:shall|must|do(?:es)? not apply)\b|不适用|应当?|必须|须")
"""In a statement that holds beyond its day: *recalls that all States shall prevent*."""

POLITICAL = frozenset({"request", "call", "urge", "encourage", "recommend", "demand", "authorize"})
"""Forces of demands that the next resolution of a series makes anew, or drops."""

_DECIDES = (
    r"^\W*(?:also |further )?(?:decides?|resolves?|agrees?)(?:,[^,]{0,120},)? (?:also |further |therefore )?"
)
# Taken: *decides to convene a meeting*; left: *decides to remain seized*.
SINGLE = Expression(
    _DECIDES + r"(?:to (?:convene|hold|meet|dispatch|send|appoint|invite|consider|review|admit|request|issue"
    r"|include|adopt|elect|approve|endorse|condemn|call|undertake|conduct|defer|adjourn|proceed|transmit"
    r"|take (?:note|up)|accept|grant|concur|transmit|retain|delete|place|submit|discuss|examine|keep|evaluate"
    r"|assess)"
    r"|(?:that )?(?:the )?(?:council|security council|election|it will|a meeting)"
    r"|, in accordance with article 4 of the statute)"
    rf"|{_DECIDES}.{{0,160}}\b(?:shall take place|be (?:taken off|removed from) the list|be referred to)\b"
    rf"|{_DECIDES}.{{0,160}}\bto amend (?:articles?|the statute)\b"
    r"|^\W*(?:approves?|endorses?|adopts?|accepts?|elects?|appoints?|agrees? (?:to|with))\b"
    r"|^\W*recommends? to the general assembly|\bbe admitted to membership\b"
    r"|^.{0,8}(?:核可|批准|任命|决定(?:派|举行|审查|审议))"
)
"""Acts that are over when they are done."""

CALLS = Expression(r"^\W*(?:decides?\W+)?to (?:call upon|request|urge|invite|appeal)\b")
"""*Decides: (a) to call upon the parties* calls, and decides nothing that lasts."""

SEIZED = Expression(
    r"\b(?:remain|be|continue) (?:\w+ )?seized\b|\bseized of\b|继续(?:积极)?处理此案|处理此案"
)

# Taken: *the measures specified in paragraph 8 (d) shall apply also to the individuals listed in Annex I*
ADDS = Expression(
    r"\bmeasures (?:specified|imposed|set out|in)\b.{0,80}\bparagraphs?\b.{0,240}\bapply\b"
    r"|\blisted in (?:the )?annex|附件.{0,30}所列"
)

ON_ANOTHER = Expression(r"(?i)^[^.;]{0,80}\bon the implementation of resolution \d+ \(\d{4}\)")
"""*To report on the implementation of resolution 1701 (2006) every four months*, whatever else is renewed."""
ON_THIS = Expression(
    r"^(?!.*\bincluding (?:on )?the implementation of)(?:(?!\bimplementation of\b).)*"
    r"\bimplementation of (?:the provisions of )?"
    r"(?:this|the present) resolution\b|执行本决议"
)
"""What a report is on where it says nothing else; left: *on small arms, including on the implementation of
this resolution*.
"""

AT_ONCE = Expression(
    r"\b(?:immediate(?:ly)?|forthwith|at once|without (?:further )?delay|as soon as possible|promptly"
    r"|urgently|at the earliest|expeditiously|in due course|shortly)\b|立即|立刻|尽快|尽早|毫不拖延|紧急"
)
"""Asked for at once: over soon after."""

CEASES = Expression(
    r"\b(?:immediately|forthwith|at once)(?: and \w+)? (?:cease|stop|halt|refrain|desist|discontinue|end)\b"
    r"|\b(?:cease|stop|halt|refrain|desist|discontinue|end)(?: and \w+)? (?:immediately|forthwith|at once)\b"
    r"|立即(?:全面|完全)?停止"
)
"""What lasts until it is done, though at once is said: *immediately and completely cease all settlement
activities* (2334 OP2).
"""

EACH_TIME = Expression(
    r"\b(?:in the event (?:of|that)|in cases? (?:of|where)|whenever|case[- ]by[- ]case)\b"
    r"|\bwhen (?:it|they) (?!select)\w+|\bwhen (?:undertaking|conducting|under attack)\b"
    r"|\b(?:after|following|upon) (?:an?|any|each|every|significant) (?!transition)"
    r"|\b(?:report\w*|attention|inform\w*|notif\w+|bring)\b[^.;]{0,60}\b(?:any|each|every|all) (?:\w+ ){0,2}"
    r"(?:violations?|incidents?|breach\w*|actions?|instances?|attempts?|cases?|interference)\b"
    r"|\b(?:report\w*|inform\w*|notif\w+)\b[^.;]{0,60}\b(?:of|about|on) any\b"
    r"|\bif (?:they|it|one) (?:becomes?|learns?)\b|\bshould \w+(?: \w+){0,4} fail\b"
    r"|\bon the basis of any information\b"
    r"|\b(?:any|each|every) (?:member )?states? (?:which|that|who)\b"
    r"|(?:发生|出现|进行|遭遇|发现|收到|得知|未能)[^,。;]{0,40}(?:时|后|情况下)|(?:行为|事件)后"
)
"""What is owed each time that something happens: *to submit promptly an initial report when it undertakes an
inspection*, *immediately following an act of piracy*, *to report any violation immediately*; left:
*immediately after the signature of the Accords*.
"""

EVER_AGAIN = Expression(
    r"\b(?:continuous(?:ly)?|regular(?:ly)?|annual(?:ly)?|case[- ]by[- ]case)\b"
    r"|\bin the mandates of\b|\bmandates? of (?:all )?(?:united nations )?(?:peace|special political)"
    r"|\bin all (?:its|relevant|future)\b|不断|定期|每年|个案|逐案"
)
"""What the Council decides to do again and again, or in whatever it decides later: *to include policing in
the mandates of peacekeeping operations*, *to keep the measures under continuous review*.
"""

NEXT = Expression(
    r"\b(?:his|her|its|their|the) next (?:\w+ ){0,2}(?:report|briefing)\b|下一(?:次|份).{0,6}报告"
)
"""Told once: *to include in his next annual report*, *to submit his next report by 31 October*."""

# Left: *consultations to inform its work*, *to update the necessary guidance*.
REPORTS = Expression(
    r"\b(?:report|inform(?! (?:its|their|the) (?:work|efforts|activities))|submit"
    r"|update(?! (?:its|their|the necessary)\b)|brief|recommendations)\b|报告|通报|汇报|提交"
)
RHYTHM = Expression(
    r"\b(?:every|each|annual(?:ly)?|month(?:ly|s)|regular(?:ly)?|periodic(?:ally)?|keep the council"
    r"|quarterly|continue|biannual(?:ly)?|semi-annual(?:ly)?|biennial)\b|每|定期|经常|随时|继续"
    r"|\bin (?:all )?(?:of )?(?:his|her|its|their|the|relevant) (?!next|upcoming)(?:\w+ )?reports\b"
    r"(?! of\b| dated)"
)
"""A report that is owed again and again, or that tells what all of them shall: *in all his reports on
country-specific situations*; left: *in his upcoming reports*, *the recommendations in the reports of the
Group*.
"""

MAY_EACH_TIME = Expression(
    r"^\W*(?:also |further )?decides (?:that )?(?:the |all )?(?:committee|(?:member )?states?"
    r"|secretary-general|panel) may (?:\w+ )?(?:designate|decide|extend|grant|authori[sz]e|list|suspend)\b"
)
"""What may be done, each time for so long: *decides that the Committee may designate vessels … for a period
of ninety days*, which run from each designation.
"""


# *The measures set out in paragraphs 5 to 9 are suspended with immediate effect*; for a time they are spared.
_SUSPENDED = Expression(
    r"\b(?:measures?|sanctions|restrictions)\b[^.;]{0,200}\b(?:are|shall be) (?:\w+ )?suspended\b"
    r"|^\W*(?:also |further )?decides to suspend the (?:measures?|sanctions|restrictions)\b"
    r"|措施.{0,40}(?:应|立即|予以)?暂停"
)


# *Decides that the exception provided for in paragraph 4 (b) of resolution 1267 will cease to have effect*:
# the freeze of that paragraph goes on
_EXCEPTION = Expression(r"^\W*(?:also |further )?decides (?:that|to \w+) the (?:exception|exemption)s?\b")


def ends_exception(clause: str) -> bool:
    """Whether a clause that ends something ends what is excepted from a measure, and not that."""
    return _EXCEPTION.search(clause.lower()) is not None


def suspends(clause: str) -> bool:
    """Whether a clause suspends measures, for a time or until they are put back."""
    return _SUSPENDED.search(clause.lower()) is not None
