"""The parts that UN documents of every type share: notes, headings, annexes, signatures, adoption notices."""

from __future__ import annotations

from mandex.corpus.expressions import Expression
from mandex.ingest.segment import labels, openers

# An annex opens with its name alone (Annex II, 附件一, 附录) or with the letter's title (... 的信的附件).
_ANNEX = Expression(
    r"\[?(?:Annex|ANNEX|Appendix|APPENDIX|Enclosure|ENCLOSURE|Attachment)(?:\s(?:[IVX]+|[A-Z]|\d{1,2}))?\.?\]?"
    r"|(?:Annex|Appendix|Enclosure)(?:\s(?:[IVX]+|[A-Z]|\d{1,2}))?\s?(?:to|[-–—:])\s.{1,150}"
    r"|(?:附件|附录|附錄|附文|增编)\s?[一二三四五六七八九十\d]{0,2}"
    r"|.{4,80}的(?:附件|附文|附录|附錄)\s?[一二三四五六七八九十]{0,2}"
    r"|[A-Z][a-z]{2,20}\sAnnex|[\u4e00-\u9fff]{2,4}附件"  # Designation Annex, 指认附件 (2794 (2025))
)
# (Signed) Name, 姓名(签名)
_SIGNATURE = Expression(r"\(Signed\)|[(（](?:签名|簽名|签字|簽字)[)）]$")
# Adopted unanimously at the 2330th meeting; Adopted by the Security Council at its 3229th meeting, on ...
_ADOPTION = Expression(
    r"\[?(?:Adopted\s(?:unanimous|without\s(?:a\s)?v|by\s|at\s|on\s)|安全理事会\d{4}年.{3,20}第\s?\d+\s?次会议通过)"
)
# 53 Official Records ...; ¹ 包括...; 2/ S/24635.; * Reissued for technical reasons; no full stop after it
_NOTE = Expression(
    r"(?P<label>[¹²³⁰-⁹]{1,3}|[ᵃ-ᶻ]|\d{1,3}(?![\d.,:;)/])|\d{1,2}(?=/\s)/?|[*†‡]{1,3}|[a-z](?=\s(?:See|Ibid|A/|S/|E/)))\s{0,3}"
    r"(?=[A-Z“\"(（《\u4e00-\u9fff])"
)
_NOTE_WORDS = Expression(
    r"(?:See|Ibid|Official Records|Adopted|Subsequently|For the|Document|Circulated|Previously|Reissued"
    r"|Resolutions|The (?:draft|text|report|member|resolution)|United Nations, Treaty|[SAE8]/"
    r"|(?:One|Two|Three|Four|No|In|At|As|Later|On)\s)"
)
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NUMBERED_HEADING = Expression(r"(?P<label>[一二三四五六七八九十]{1,3}|[IVX]{1,5}|[A-Z])\s?[.、．]\s?(?=\S)")
_SENTENCE_END = Expression(r"[.;:,。；：，？?!！][\"”’」』)）\]]?[¹²³⁰-⁹]{0,3}(?:\s?\d{1,3})?$")
# What web sites say of themselves.
_SITE_NOTICE = Expression(r"(?i:\bcookies?\b|javascript|copyright|all rights reserved)|维基文库|維基文庫")
_WORDS = Expression(r"[A-Za-z]{2,}|[\u4e00-\u9fff]")
_PROSE_WORDS = 8  # "Distr.: General" and "Original: English." have fewer
_HEADING_LENGTH = 90
# [Original: French]; (spoke in French); The paragraph should read, of a corrigendum; “the full invasion”;
# not “CHAPTER XI
_NO_HEADING = Expression(
    r"^\[(?:Original|原件)\s?[:：]|^\((?:spoke in |以.{1,4}语发言)|\bshould (?:now )?read$|^[“\"‘][a-z]"
)
_RECITAL_WORDS = 5
_MID_SENTENCE = 60  # shorter ones without a full stop are headings or names


def is_annex(text: str) -> bool:
    """Whether a paragraph is the name with which an annex opens."""
    return _ANNEX.fullmatch(text) is not None


def is_signature(text: str) -> bool:
    """Whether a paragraph carries somebody's signature."""
    return len(text) < (300 if text.startswith("(Signed)") else 160) and _SIGNATURE.search(text) is not None


def is_adoption(text: str) -> bool:
    """Whether a paragraph says when and how the resolution was adopted."""
    return len(text) < 400 and _ADOPTION.match(text) is not None


def note(text: str, *, closing: bool) -> tuple[str, int]:
    """A footnote's number and where its words begin; `closing`: the text proper has ended.

    Before the end of the text a plain number counts only before words that notes open with.
    """
    match = _NOTE.match(text)
    if not match or openers.finite(text[match.end() :]):
        return "", 0
    label = match["label"].rstrip("/").translate(_SUPERSCRIPT)
    plain = match["label"][0].isascii()
    if plain and not closing and not (label.isdigit() and _NOTE_WORDS.match(text, match.end())):
        return "", 0
    return label, match.end()


def ends_sentence(text: str) -> bool:
    """Whether a paragraph ends with a mark that ends a sentence or clause."""
    return _SENTENCE_END.search(text) is not None


def is_prose(text: str) -> bool:
    """Whether a paragraph is a sentence of some length, as none stands in a masthead.

    >>> is_prose("The following resolution is published for general information:")
    True
    >>> is_prose("Adopted by the Security Council at its 9871st meeting, on 28 February 2025.")
    False
    """
    if not ends_sentence(text) or is_adoption(text) or _SITE_NOTICE.search(text):
        return False
    return len(_WORDS.findall(text)) >= _PROSE_WORDS


def is_heading(text: str) -> bool:
    """Short, without a mark at its end, and no beginning of a paragraph that lost its end.

    >>> is_heading("Recalling the statement of 9 October 1985 by the")
    False
    """
    if len(text) >= _HEADING_LENGTH or ends_sentence(text) or labels.marker(text) is not None:
        return False
    if never_heads(text):
        return False
    return not (text.count(" ") >= _RECITAL_WORDS and openers.opener(text, "en"))


def never_heads(text: str) -> bool:
    """Whether a line is no heading though it is short, or in bold or italics."""
    return _NO_HEADING.search(text) is not None


def numbered_heading(text: str, *, set_off: bool = False) -> tuple[str, int]:
    """The number of a heading such as *II. Findings* or 一. 导言, and where its words begin.

    One that its type sets off from the text may be long.
    """
    match = _NUMBERED_HEADING.match(text)
    if not match or (not set_off and len(text) >= _HEADING_LENGTH) or ends_sentence(text):
        return "", 0
    return match["label"], match.end()


def introduces_list(text: str) -> bool:
    """Whether a paragraph announces a list: it ends in a colon, or in the middle of a sentence."""
    return text[-1:] in ":：" or (len(text) > _MID_SENTENCE and not ends_sentence(text))
