"""How English texts of the United Nations cite (*United Nations Editorial Manual*, on references)."""

from __future__ import annotations

from typing import Final

from mandex.corpus.dates import MONTH
from mandex.corpus.expressions import Expression
from mandex.ingest.citations.grammar import LABEL, ROMAN, Cues, Grammar, act_cues, act_later

# 4 July 1967; 4 and 14 July 1967; 29 May (in a list, its year being the resolution's); OCR leaves full stops.
_DATE = (
    rf"\d{{1,2}}(?:\s?(?:,|and)\s\d{{1,2}})*\.?\s{MONTH}\.?"
    r"(?:,?\s\d{4}|\s\(\d{4}\)|(?=\s?[,;]\s\d|\s(?:and|or)\s))"
)
_OF_DATE = rf"(?:,?\s(?:of|dated|adopted\son)\s{_DATE})?"
_LINK = r"(?:\s\(as\s[a-z][^()]{0,60}\))?\s?(?:,\s?and|,\s?or|,|and|or|to|through|[-–—])\s?"
_AGAIN = r"(?:para(?:graph)?s?\.?\s|op\.\s?|OPs?\s?)"
# 4, 6 (as modified by the dates below), 7 and 8
_LABELS = rf"{LABEL}(?:{_LINK}{_AGAIN}?{LABEL}){{0,60}}"  # bounded: each link is a start
# resolution 2396 (2017), paragraphs 12 and 15, and paragraph 4 of resolution …: the last is of the next
_OF_THE_NEXT = rf"{LABEL}(?:(?:,\s|,?\sand\s){LABEL}){{0,3}}\sof\s"
_OWN_LABELS = rf"{LABEL}(?:{_LINK}(?:{_AGAIN}(?!{_OF_THE_NEXT}))?{LABEL}){{0,60}}"
_PARAGRAPHS = r"(?:operative\s|preambular\s|sub-?)?(?:[Pp]ara(?:graph)?s?\.?|OPs?|\bop\.)"
# the tenth preambular paragraph of …; …, tenth preambular paragraph
_ORDINAL = r"\b(?P<ordinal>[a-z]{5,11}(?:-[a-z]{5,7})?)\spreambular\sparagraph"
# subparagraphs (c), (d) and (e) of paragraph 3
_SUBPARAGRAPHS = (
    r"(?:(?:sub-?paragraphs?\s)?(?P<sub>\([a-z]{1,4}\)(?:(?:,\s|\sand\s|,\sand\s)\([a-z]{1,4}\))*)\sof\s)?"
)
_WHICH = (
    r"(?:(?:the|its|their|Security|Council|United|Nations|UN|General|Assembly|previous|earlier)"
    r"(?:['’]s)?\s){0,5}"
)
_ORGANS = (
    r"(?P<assembly>General\sAssembly|\bAssembly\b|UNGA)|(?P<ecosoc>Economic\sand\sSocial\sCouncil|ECOSOC)"
    r"|(?P<rights>Human\sRights\sCouncil)|(?P<council>Security\sCouncil)"
    r"|(?P<commission>Commission\son\sHuman\sRights)"
)
_REGIME = (
    r"(?:ISIL|also\sknown\sas|\(?Da.?esh\)?|Al.Qa.?ida(?:/Taliban)?|Taliban|[Ss]anctions|and|Analytical|Support"
    r"|DPRK|Libya|Sudan|Somalia|Iraq|Yemen|Iran)"
)
_BODY = (
    r"(?:[Cc]ommittee|Monitoring\s(?:Team|Group)|(?:Group|Panel)\sof\s[Ee]xperts"
    r"|[Ss]anctions?\s(?:[Ll]ist|[Rr]egime|[Mm]easures)|List\b|Ombudsperson)"
)

_ASKED = (
    r"(?:requested|required|mandated|authori[sz]ed|called\sfor|provided\sfor|stipulated|demanded|prescribed|directed"
    r"|envisaged)"
)
# What drafters write before a citation, and what that makes of it.
_CUES = {
    # renews its request made in resolution 2240: no mandate is renewed
    "reaffirms": (
        r"[Rr]eaffirm(?!ed\s(?:in|by)\b)", r"[Rr]eiterat", r"[Cc]onfirm(?:s|ing)?\b",
        r"[Rr]enews?\s(?:the|its)\s(?:\w+\s)?(?:requests?|calls?|demands?|appeals?)\b",
    ),
    "decides": (
        r"[Dd]ecid(?:es|ing)\b", r"[Aa]uthoriz(?:es|ing)\b", r"[Aa]pprov(?:es|ing)\b", r"[Aa]gree(?:s|ing)\b",
    ),
    **act_cues("en"),
    "implements": (
        r"[Ii]mplement(?:s|ing|ation|ed)?\b",
        r"[Cc]ompl(?:y|iance|ies|ying)\s(?:fully\s)?(?:(?:including\s)?by\s[^.;,]{1,90}?\s)?with",
        r"[Cc]arr(?:y|ying)\sout", r"[Cc]onduct(?:ing)?\sthe\stasks", r"[Aa]dher(?:es?|ing|ence)\sto",
        r"[Ff]ulfil(?:s|ling)?\s(?:its|their|all|the)\s(?:\w+\s)?(?:obligations?|commitments?)",
    ),
    "recalls": (r"[Rr]ecall(?:s|ing)?\b", r"[Bb]earing\sin\smind", r"[Mm]indful"),
    "welcomes": (r"[Ww]elcom(?:es|ing)\b", r"[Ee]ndors(?:es|ing)\b", r"[Cc]ommend(?:s|ing)\b"),
    "pursuant": (r"[Pp]ursuant\sto", r"[Ii]n\spursuance\sof", r"[Bb]ased\son"),
    "accords": (
        r"[Cc]onsistent\swith", r"[Ii]n\s(?:accordance|conformity|line|compliance)\swith",
        r"[Aa]ccording\sto", r"\b[Aa]s\sper\b",
        r"[Uu]nder\sthe\sconditions\s(?:set|set\sout|provided|laid\sdown)\b",
    ),
    # A thing asked for in a document is done under it. Where it stands or who made it is no basis:
    # *imposed by*, *established by*, *endorsed by*, *contained in*, *as recognized in* leave what governs.
    "asked": (rf"{_ASKED}\s(?:by|in|under|of|for\sin)\b",),
    # as requested in; *as set out in*, *as described in*, *as modified by* only say where a thing stands
    # the report requested in: it is made at that request, whatever it tells of
    "as_asked": (
        rf"[Aa]s\s(?:{_ASKED}|agreed)\s(?:by|in|under)\b",
        r"[Ii]n\sresponse\sto\sthe\s(?:Security\s)?Council’s\srequest\sin\b",
        rf"(?:report(?:s|ing)?|updates?|briefings?)\s{_ASKED}\s(?:by|in|under)\b",
    ),
    "mentions": (
        r"[Nn]ot(?:es|ing)\b", r"[Tt]ak(?:es|ing)\s(?:note|into\saccount)", r"[Cc]onsider(?:s|ing|ed)\b",
        r"[Vv]iolat(?:ions?|es|ing|ed)\b", r"[Cc]ontravention\sof", r"[Bb]reach(?:es)?\sof",
    ),
    "other": tuple(
        # its requests are no act
        rf"{verb[:4]}(?<!\bits\s.)(?<!\bthe\s.)(?<!\bhis\s.){verb[4:]}(?:e?s|ing)\b"
        for verb in (
            "[Rr]equest", "[Uu]rg", "[Ee]ncourag", "[Ee]mphasiz", "[Ss]tress", "[Ii]nvit", "[Dd]emand",
            "[Dd]irect", "[Cc]ondemn", "[Aa]ffirm", "[Cc]all", "[Ee]xpress", "[Dd]eclar",
            "[Uu]nder(?:lin|scor)", "[Rr]ecogniz",
        )
    ),
}  # fmt: skip

ENGLISH: Final = Grammar(
    word="esolution",
    # 865 (1993) of 22 September 1993, 878 (1993) of 29 October 1993 and resolution 1127 (1997)
    separator=Expression(
        rf"{_OF_DATE}(?:\s\d{{1,3}}(?=[,;]|\sand))?\s{{0,2}}"
        r"(?:[,;]\s?(?:and|or)?|and|or|as\swell\sas|to|through|[-–—&])?\s{0,2}(?:CTC\sand\s)?"
        r"(?:its\s|of\s|in\s)?(?:[Rr]esolutions?\s{1,2})?"
    ),
    opener=Expression(
        r"(?:\b(?P<statement>[Pp]residential\s[Ss]tatements?)|\b[Rr]es(?:olutions?\b|\.|\b)|RESOLUTIONS?|SCRs?\)?)"
        r"\s{0,2}(?:Nos?\.?\s?|[Nn]umbers?\s)?$"
    ),
    # relevant resolutions, including 2712 and 2720; paragraph 6 of 2057; Committees (1267, CTC and 1540)
    loose=Expression(
        r"(?:\b[Rr]esolutions\b[^.;\d()]{0,100}\b(?:including|namely|notably|such\sas|in\sparticular)\s"
        rf"|{_PARAGRAPHS}\s{_LABELS}\sof\s|\b[Cc]ommittees?\s\(?)$"
    ),
    ended=Expression(r"\s?(?:[,.;:)\]]|$)(?!\d)|\s(?:and|or|of|on|as)\b"),
    resumed=Expression(r",?\s(?:on|entitled|concerning)\s"),
    # the statements of 18 February 2015 (2015/6), of 26 June 2015 (2015/13)
    paper=Expression(
        r"\b(?:(?P<statement>[Ss]tatements?)|[Nn]otes?|[Ll]etters?|[Rr]eports?)\b[^.;]*?"
        rf"\s\d{{1,2}}\s{MONTH}\s(?P<year>\d{{4}})\s\($"
    ),
    plural=Expression(r"(?:[Rr]esolutions|RESOLUTIONS|SCRs)\b[^a-z]*$"),
    closer=None,
    numbered=None,
    # the 1540 Committee, the 1267/1989/2253 ISIL (Da’esh) and Al-Qaida Sanctions Committee
    committee=Expression(rf"(?:\s\((?:19|20)\d\d\))?\s(?:[(“\"]?{_REGIME}[”\",)]{{0,2}}\s){{0,8}}{_BODY}"),
    organs=Expression(_ORGANS),
    # resolution 16/25 of the Human Rights Council; resolution 2004/18 of the Board of Governors
    whose=Expression(rf"\sof\sthe\s(?:United\sNations\s)?(?:{_ORGANS}|(?P<foreign>[A-Z][a-z]+))"),
    # paragraphs 6 (c) and 7 of resolution …, and 9 of resolution …, annex II to document …, section E of …
    before=Expression(
        rf"(?:{_ORDINAL}|(?:{_SUBPARAGRAPHS}{_PARAGRAPHS}\s|(?:(?<=,\s)|(?<=and\s))(?=(?:\d{{1,3}}(?:,|\sand|,\sand)\s){{0,3}}\d{{1,3}}\sof\sresolution\s))"
        rf"(?P<labels>{_LABELS})|(?P<attached>(?i:annex|enclosure|appendix))\s?(?P<annex>{ROMAN})?"
        r"|[Ss]ection\s(?P<section>[A-H]|[IVX]+))"
        rf"\s(?:of|to|in|from)\s(?:{_WHICH}(?:[Rr]esolutions?|documents?|(?:UN)?SCR)\s{{1,2}})?$"
    ),
    # …, in particular paragraphs 2, 3 and 4 thereof; …, annex II; …, para. 12
    after=Expression(
        rf"(?:,\s{_ORDINAL})|{_OF_DATE}\)?\s?(?:,\s?|\(|\s)?"
        r"(?:(?:and|in\sparticular|especially|notably|including|specifically|see)\s){0,2}"
        r"(?:(?:in|of|its|the|at)\s){0,2}"
        rf"(?>{_PARAGRAPHS}\s?(?P<labels>{_OWN_LABELS})(?![0-9])(?:\s?thereof)?"
        rf"|(?P<attached>(?i:annex|enclosure|appendix))(?:\s(?P<annex>{ROMAN}))?(?:,\s{_PARAGRAPHS}\s(?P<inner>{LABEL}))?"
        r"|(?:(?<=\)\s)|(?<=\),\s))pp\.\s?(?P<preambular>\d{1,3}))"
        r"(?!\s?(?:above|below|of\b|\(\d{4}))"
    ),
    # Each of these begins with one letter and looks back from there, which spares a try at every word.
    own=Expression(r"[Rr]esolution\b(?:(?<=\b[Tt]his\s.{10})|(?<=\bpresent\s.{10}))"),
    again=Expression(
        r"[Rr]esolution\b(?:(?<=\bthat\s.{10})|(?<=\bthe\ssame\s.{10})|(?<=\bthe\ssaid\s.{10})"
        r"|(?<=\baforementioned\s.{10})|(?<=\babove-mentioned\s.{10}))"
    ),
    lead=Expression(
        rf"(?:(?:{_PARAGRAPHS}\s(?P<labels>{_LABELS})|(?P<attached>(?i:annex))(?:\s(?P<annex>{ROMAN}))?)"
        r"\s(?:of|in|to)\s)?(?:[Tt]he\s)?[\w-]+\s[Rr]esolution$"
    ),
    above=Expression(
        rf"[Pp]ara(?:graph)?s?\.?\s(?P<labels>{_LABELS}),?\s(?:above|below|(?P<thereof>thereof))\b"
    ),
    rival=Expression(
        r"\b(?:[Rr]eport|[Ll]etter|[Nn]ote|[Aa]greement|Charter|[Tt]reaty|[Cc]onvention|[Pp]rotocol)"
    ),
    # resolutions , and (links lost); resolution (2001), resolution [XXXX] (2026); its resolution .
    elided=Expression(
        r"[Rr]esolutions?(?:[\s_….X\[\]-]{0,16}(?P<year>\((?:19|20)\d\d\))"
        r"|(?P<list>\s{1,2},(?:\s?,)*(?:\s?and\b)?|(?:\s?,){2,}(?:\s?and\b)?)"
        r"|(?:(?<=\bits\sresolution)|(?<=\bof\sresolution)|(?<=\bto\sresolution)|(?<=with\sresolution)"
        r"|(?<=implement\sresolution))\s\.(?![^\s”]))"
    ),
    gap=Expression(r",|and\b"),
    adopted=Expression(rf"(?P<day>\d{{1,2}})\s(?P<month>{MONTH})\s(?P<year>\d{{4}})[^.;\d]*$"),
    day=Expression(rf",?\sof\s(?P<day>\d{{1,2}})\.?\s(?P<month>{MONTH})\s(?P<year>\d{{4}})"),
    # the Council's resolution of 4 April 1946
    dated=Expression(
        r"resolution(?:(?<=\bits\s.{10})|(?<=\bthe\s.{10})|(?<=\bCouncil\s.{10}))\s(?:of|dated|adopted\son)"
        rf"\s(?P<day>\d{{1,2}})\.?\s(?P<month>{MONTH})\s(?P<year>\d{{4}})(?!\s?\[)"
    ),
    stop=Expression(r"[.;]\s(?=[A-Z“])|;|\s\|\s"),
    cues=Cues(_CUES, prefix=r"\b(?=\w)"),
    later=Expression(act_later("en")),
    joined=Expression(
        rf"(?:[\s,()]|{_PARAGRAPHS}|{_LABELS}|{_DATE}|(?:and|or|as\swell\sas|of|to|in|by|its|the|both|also"
        r"|[Rr]esolutions?|Security|Council|UNSCRs?|annex|section"
        r"|(?:as\s)?(?:clarified\sand\s)?(?:modified|amended|extended|renewed|reaffirmed|supplemented|strengthened|updated"
        r"|expanded)"
        r"(?=\s(?:in|by|under)\b)"
        # resolution 1325 (2000), and subsequent resolutions on women and peace, including 2242 (2015)
        r"|(?:all\s)?(?:subsequent|previous|other|related|relevant)\s(?:relevant\s)?resolutions(?:[^.;:()]{0,90}?,\s"
        r"including)?)\b)*+"
    ),
    carried=Expression(r"\s?(?:and\s)?(?:its\s|Security\sCouncil\s)?(?:\w+\s)?[Rr]esolutions?\s"),
    touching=Expression(
        # what is done under it; *obligations under resolution 1373* only stand there
        r"\b(?:(?:(?!imposed|renewed|established\sunder\sthe)\w+(?:ed|ing|taken|given|made)\s|taken\s|given\s|made\s"
        r"|(?:impos(?:e|ing)|to)\s(?:\w+\s)?sanctions\s)under"
        r"|Under|(?<=[,;]\s)under|[Pp]er)\s(?:(?:the|its|Security|Council|provisions\sof)\s)*"
        rf"(?:{_PARAGRAPHS}\s{_LABELS}\sof\s)?$"
    ),
    carried_out=Expression(r"[^.;:]{0,160}?\b(?:is|are|be)\s(?:\w+ly\s)?implemented\b"),
    under=None,
    told=None,
)
