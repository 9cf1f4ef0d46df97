"""From the text of paragraphs to citations: atoms into lists, lists into mentions, mentions into records."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold_citing
from mandex.corpus.languages import Lang, by_tongue
from mandex.corpus.model import Citation, Paragraph, Span
from mandex.corpus.spellings import find_resolutions
from mandex.ingest.citations.checks import judge
from mandex.ingest.citations.chinese import CHINESE
from mandex.ingest.citations.english import ENGLISH
from mandex.ingest.citations.grammar import Grammar
from mandex.ingest.citations.items import Item
from mandex.ingest.citations.lists import FAR, LEAST_BARE, CitedList, cited_lists
from mandex.ingest.citations.mentions import Mention
from mandex.ingest.citations.names import named
from mandex.ingest.citations.places import back_references, cover, dated, lost, pinpoint
from mandex.ingest.citations.relations import relate

_SUFFIX = Expression(
    r"\s?(?:,\s?and|,|;|and|和|及|以及)\s?"
    r"(?:(?P<printed>(?P<word>Add|Rev|Corr)\.\s?\d{1,4}(?:/(?:Add|Rev|Corr)\.\s?\d{1,3})?)"
    # after a comma alone it would be a footnote's number
    r"|(?<!,\s)(?P<next>\d{1,2})(?![0-9(/]|\.\d|\s[A-Za-z]))"
)
_BASE = Expression(r"/(?:Add|Corr)\.\d+$")


_FIGURE = re.compile(r"\d")  # no symbol and no number is without one

# A stem whose points are decided with it: Further decides that:, 还决定：
_DECIDES = Expression(r"(?:Also\s|Further\s)?[Dd]ecides\b|(?:还|又|进一步)?(?:决定|決定)")


def _as_it_stands(seq: int, start: int, end: int) -> Span:
    return Span(start, end)


def _as_printed(text: str) -> str:
    return text


def find_citations(
    paragraphs: Sequence[Paragraph],
    *,
    symbol: str,
    date: str,
    lang: Lang,
    source: Callable[[int, int, int], Span] = _as_it_stands,
) -> list[Citation]:
    """The citations of a document in order of place; `symbol` and ISO `date` are its own (may be empty).

    `Citation.at` is a range of `Paragraph.text`; `source` says where in the source a range of paragraph `seq`
    stands. A resolution's masthead cites nothing.
    """
    grammar = by_tongue(lang, en=ENGLISH, zh=CHINESE)
    folded = by_tongue(lang, en=_as_printed, zh=fold_citing)
    found: list[Citation] = []
    # Drafts and amendments have symbols like any other document.
    is_resolution = any(paragraph.kind in ("preambular", "operative") for paragraph in paragraphs)
    decides = False  # whether the last paragraph that is no point of a list opens with a decision
    for paragraph in paragraphs:
        is_point = paragraph.kind == "operative" and "(" in paragraph.label
        if not is_point:
            decides = paragraph.kind == "operative" and _DECIDES.match(paragraph.text) is not None
        if paragraph.kind == "title" and symbol.startswith("S/RES/"):
            continue
        text = folded(paragraph.text)
        mentions = find_mentions(text, grammar, is_resolution=is_resolution)
        decided = is_point and decides
        relations = relate(text, mentions, grammar, decided=decided) if mentions else ()
        for mention, relation in zip(mentions, relations, strict=True):
            start, end = mention.start, mention.end
            verdict = judge(mention, symbol, date)
            found.append(
                Citation(
                    seq=paragraph.seq, at=Span(start, end), span=source(paragraph.seq, start, end),
                    surface=paragraph.text[start:end], target=verdict.target, pinpoint=mention.pinpoint,
                    relation=relation, status=verdict.status, suggest=verdict.suggest, gaps=mention.gaps,
                )
            )  # fmt: skip
    return found


def find_mentions(text: str, grammar: Grammar, *, is_resolution: bool = True) -> list[Mention]:
    """The mentions in one paragraph, in order of place. Chinese text must be folded.

    *This resolution* is the document itself only if that `is_resolution`; elsewhere it is quoted.
    """
    mentions: list[Mention] = []
    for cited in cited_lists(text, grammar) if _FIGURE.search(text) else ():
        mentions += _believed(text, cited, grammar, mentions[-1].end if mentions else 0)
    if grammar.word in text:  # spares most paragraphs two searches
        mentions += lost(text, grammar)
        mentions += dated(text, mentions, grammar)
    mentions += _spelled(text, mentions, grammar)
    mentions += back_references(text, mentions, grammar, is_resolution=is_resolution)
    mentions.sort(key=lambda mention: (mention.start, mention.end))
    return mentions


def _believed(text: str, cited: CitedList, grammar: Grammar, done: int) -> Iterator[Mention]:
    """The mentions of a list, as far as its form and its surroundings bear them out; what stands before
    `done` belongs to the list before it.
    """
    names = [(item, found) for item in cited.items if (found := tuple(named(text, item, cited)))]
    if not names:
        return
    first, alone = cited.items[0], len(cited.items) == 1
    before = None
    # *paragraph 5 of* resolution, *paragraph 5 of the* resolution: what stands before ends with a blank
    spaced = text[max(0, first.start - 1) : first.start].isspace()
    if spaced and grammar.before and (cited.named or first.shape in ("yeared", "symbol")):
        before = grammar.before.search(text, max(done, first.start - FAR), first.start)
    shared = grammar.after.match(text, cited.items[-1].end) if cited.close else None
    for item, found in names:
        start, end = (cited.head, cited.close.end()) if alone and cited.close else (item.start, item.end)
        places = [item.part] if item.part else []
        after = grammar.after.match(text, item.end)
        if after:
            places.append(pinpoint(after))
            end = after.end()
        elif shared:  # 第2441(2018)和2509(2020)号决议第2段
            places.append(pinpoint(shared))
        elif before and (item is first or cited.plural):
            places.append(pinpoint(before))
            start = before.start() if alone else start
        for name in found:
            yield Mention(
                start, end, cited.head, name.target, name.number, name.year, ", ".join(places), date=name.date
            )
        if item.shape == "symbol" and not item.number:
            yield from _suffixed(text, item)


def _spelled(text: str, mentions: Sequence[Mention], grammar: Grammar) -> Iterator[Mention]:
    """Resolutions in forms that letters and web pages have, but not official texts: UNSCR1325, SRES1325,
    第一三二五号决议. What the grammar has read already is left to it.
    """
    found = [one for one in find_resolutions(text) if one.year or one.number >= LEAST_BARE]
    covered = cover(text, mentions) if found else b""
    for one in found:
        if covered.find(1, one.start, one.end) < 0:
            after = grammar.after.match(text, one.end)
            place, end = (pinpoint(after), after.end()) if after else ("", one.end)
            yield Mention(one.start, end, one.start, number=one.number, year=one.year, pinpoint=place)


def _suffixed(text: str, item: Item) -> Iterator[Mention]:
    """What `S/25354, Corr.1 and Add.1 and 2` names besides S/25354."""
    end, word = item.end, ""
    base = _BASE.sub("", item.session)
    while more := _SUFFIX.match(text, end):
        end = more.end()
        if not (more["word"] or word):
            return
        word = more["word"] or word
        printed = "".join(more["printed"].split()) if more["printed"] else f"{word}.{more['next']}"
        place = more.span("printed" if more["printed"] else "next")
        yield Mention(*place, item.start, f"{base}/{printed}")
