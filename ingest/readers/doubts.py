"""Is this text a document at all, and was it read well? Questions a reader asks before it hands text on."""

from __future__ import annotations

import re

# What servers say instead of the document. Only a short text can be nothing but such a notice.
_NOTICE_LENGTH = 1500
_NOTICE = re.compile(
    r"""
      \bdocument\b.{0,60}\bdoes\ not\ exist          # the UN's Official Document System
    | \b(?:page|file|document)\b.{0,20}\bnot\ (?:be\ )?found\b
    | \b(?:404|403|502|503)\b.{0,20}\b(?:error|forbidden|not\ found|unavailable)
    | \berror\b.{0,10}\b(?:404|403|502|503)\b
    | \baccess\ denied\b
    | \bthere\ is\ no\ document\b
    | \b(?:page|file|article|resource)\b.{0,40}\bdoes\ not\ exist\b
    | \bno\ longer\ available\ at\ this\ address
    | \bdoes\ not\ have\ an\ article\ with\ this\ exact\ name\b
    | \bthere\ is\ currently\ no\ text\ in\ this\ page\b
    | \bpage\b.{0,40}\b(?:could|can)\ ?not\ be\ found\b
    | (?:[页頁]面|网页|網頁|文件|文[档檔]|条目|條目).{0,6}不存在
    | 找不到.{0,6}(?:[页頁]面|网页|網頁|文件|文[档檔])
    | (?:此|本|该)[页頁]面.{0,4}没有(?:任何)?(?:文字|内容)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
# Titles that only such pages bear; *Page not found | Security Council*, *404*.
_NOTICE_TITLE = re.compile(
    r"\W*(?:(?:error )?(?:404|403|50[0234])(?:\W+(?:error|page|not found|forbidden|unavailable|bad gateway))*"
    r"|(?:page|document|file) (?:not found|does not exist|unavailable)|not found|access denied|[页頁]面不存在"
    r"|找不到[页頁]面)(?:\W*$|\s+[|–—·-]\s.*)", re.IGNORECASE,
)  # fmt: skip
_NEEDS_SCRIPT = re.compile(
    r"(?:enable|requires?|needs?|turn\s+on|without|activate)\s+(?:the\s+use\s+of\s+)?javascript"
    r"|javascript\s+(?:is|must\s+be|to\s+be|seems\s+to\s+be)\s+(?:required|disabled|enabled|turned|needed)"
    r"|(?:启用|啟用|开启|開啟|打开)\s?javascript|checking\s+(?:if\s+the\s+site|your\s+browser)"
    r"|^\W*(?:loading|please\s+wait|加载中|載入中)\W*$",
    re.IGNORECASE,
)

# Words as only a machine misreads them: Decen!ber, prelinj.nary, Ig82, EIiGLTSH, thirty-s€venth.
_MISREAD = re.compile(
    r"""(?=.*[a-z])(?:
        [A-Za-z]*[a-z][A-Z][A-Za-z]*                        # a capital inside a word
      | [A-Za-z]+[.,;:!|€£§\\~^{}<>=_'`"]+[a-z][A-Za-z]*      # punctuation inside a word
      | [A-Za-z]+\d+[A-Za-z]* | \d+[A-Za-z]{2,}[0-9A-Za-z]*  # figures inside a word
      | [!|€£§\\~^{}<>=_`]+[a-z]+ | [A-Za-z]+[!|€£§\\~^{}<>=_]+
    )""",
    re.VERBOSE,
)
# Sound words that look so: 9836th, 12bis, McDonald, O'Brien, NGOs, Council's.
_SOUND = re.compile(
    r"\d+(?:st|nd|rd|th|bis|ter|[a-z]) | (?:Mc|Mac|De|al|d|D|O)'?[A-Z].* | [A-Z]+s | .*'s",
    re.VERBOSE | re.IGNORECASE,
)
_LATIN = re.compile(r"[A-Za-z]")
_ADDRESS = re.compile(r"[/@]|www|\.(?:org|com|net|int)\b")  # symbols and links are no words
_TRIMMED = '()[]“”"’‘,;:.'
_ENOUGH_WORDS = 60
_SAMPLE = 30_000  # characters that speak for a whole text, which one machine has read

# Shares of misread words. Clean documents stay below 0.002 (names such as MoECC); the OCR texts of the
# 1946-1994 resolutions that people could work with below 0.01.
POOR_OCR = 0.02
NOISE = 0.05
# In a line of such a text: fewer letters than a mark, more misread words than a title survives.
_STRAY, _ILLEGIBLE = 3, 0.4


def is_error_notice(text: str) -> bool:
    """Is it a server's notice that there is no such document, saved in the document's place?"""
    return len(text) < _NOTICE_LENGTH and bool(_NOTICE.search(text))


def is_error_title(title: str) -> bool:
    """Is a web page's title one that only a server's notice of an error bears?"""
    return bool(_NOTICE_TITLE.fullmatch(" ".join(title.split())))


def needs_script(text: str) -> bool:
    """Does a web page say only that it shows nothing without JavaScript?"""
    return len(text) < _NOTICE_LENGTH and bool(_NEEDS_SCRIPT.search(text))


def misread_share(text: str) -> float:
    """The share of Latin words that only bad OCR produces; 0 for texts too short to tell."""
    words, misread = _count(text[:_SAMPLE])
    return misread / words if words >= _ENOUGH_WORDS else 0.0


def is_noise(text: str) -> bool:
    """Is a line or paragraph of a poorly read text illegible, or a stray mark?"""
    words, misread = _count(text)
    return len(re.findall(r"\w", text)) < _STRAY or (words > 1 and misread >= _ILLEGIBLE * words)


def _count(text: str) -> tuple[int, int]:
    """How many words with Latin letters there are, and how many of them are misread."""
    words = misread = 0
    for token in text.split():
        word = token.strip(_TRIMMED)
        if word.isalpha() and (word.islower() or word[1:].islower() or word.isupper()):
            words += word.isascii()
        elif _LATIN.search(word) and not _ADDRESS.search(token):
            words += 1
            plain = word.replace("’", "'")
            misread += bool(_MISREAD.fullmatch(plain) and not _SOUND.fullmatch(plain))
    return words, misread
