"""Every disagreement with the links of the United Nations' own markup, and who is right.

    python -m benchmarks.links BASE [--list]

BASE holds the marked-up resolutions of ../shared/data. The markup links only part of what many texts cite,
so that F1 against it says less than what the two disagree on. A disagreement is settled

- by the text: a number printed with its year, or a symbol printed whole, is a citation, linked or not;
  what is linked in a note, Mandex keeps there; `%20` in an address stands for a blank;
- by reading: the others were read, and benchmarks/links.csv says who is right and why.

What is neither counts against Mandex. `--list` prints each disagreement with its verdict.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from benchmarks.accuracy import SHARED, golds_of_resolutions
from mandex.corpus import registry
from mandex.corpus.store import Store
from mandex.index.output.rows import rows

VERDICTS = Path(__file__).with_suffix(".csv")
CITING = ("preambular", "operative")
Version = tuple[str, str]  # the key of a symbol, and a language


@dataclass(frozen=True)
class Disagreement:
    """A target that one of the two has and the other has not."""

    doc: str
    lang: str
    target: str
    linked: bool


def main() -> None:
    """Count, settle, print."""
    texts: dict[Version, str] = {}
    found: list[Disagreement] = []
    agreed: Counter[tuple[str, bool]] = Counter()
    with Store.open(Path(sys.argv[1])) as store:
        cited, noted = _cited(store)
    for version, linked, text in _golds(cited):
        texts[version] = text
        doc, lang = version
        ours = cited[version] - {doc}
        agreed.update((lang, target.startswith("S/RES/")) for target in linked & ours)
        found += [Disagreement(doc, lang, target, True) for target in sorted(linked - ours)]
        found += [Disagreement(doc, lang, target, False) for target in sorted(ours - linked)]
    read = _verdicts()
    settled = {one: _settle(one, texts[one.doc, one.lang], cited, noted, read) for one in found}
    _print(agreed, settled)
    if "--list" in sys.argv:
        for one, (right, why) in settled.items():
            side = "linked only" if one.linked else "found only"
            print(f"{one.doc} {one.lang} {side} {one.target}: {right or 'open'}, {why}")


def _key(symbol: str) -> str:
    from score import key  # type: ignore[import-not-found]  # noqa: PLC0415

    return str(key(symbol))


def _cited(store: Store) -> tuple[Mapping[Version, set[str]], Mapping[Version, set[str]]]:
    """What each version of each document cites in its paragraphs, and what in its notes."""
    sys.path.insert(0, str(SHARED / "tools"))
    cited: dict[Version, set[str]] = defaultdict(set)
    noted: dict[Version, set[str]] = defaultdict(set)
    for row in rows(store, "citations"):
        where = cited if row["kind"] in CITING else noted
        if row["target"]:
            where[_key(row["doc"]), row["lang"][:2]].add(_key(row["target"]))
    return cited, noted


def _golds(cited: Mapping[Version, set[str]]) -> Iterator[tuple[Version, set[str], str]]:
    """Each resolution of which the markup links two or more: what it links, and its text without blanks."""
    seen: set[Version] = set()
    for marked in golds_of_resolutions():
        version = (_key(marked["symbol"]), marked["lang"])
        if version in seen or version not in cited:
            continue
        seen.add(version)
        links = [link for paragraph in marked["paragraphs"] for link in paragraph["links"]]
        if len(links) >= 2:
            linked = {_key(link) for link in links if link.startswith(("S/", "A/", "E/"))} - {version[0]}
            text = " ".join(paragraph["text"] for paragraph in marked["paragraphs"])
            yield version, linked, re.sub(r"\s+", "", text)


def _verdicts() -> Mapping[Disagreement, tuple[str, str]]:
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        return {
            Disagreement(row["doc"], row["lang"], row["target"], row["side"] == "linked"): (
                row["right"],
                row["why"],
            )
            for row in csv.DictReader(file)
        }


def _settle(
    one: Disagreement,
    text: str,
    cited: Mapping[Version, set[str]],
    noted: Mapping[Version, set[str]],
    read: Mapping[Disagreement, tuple[str, str]],
) -> tuple[str, str]:
    """Who is right (`mandex`, `markup` or, with both, `both`; empty where nobody has said), and why."""
    version = (one.doc, one.lang)
    if one.linked:
        if _key(unquote(one.target)) in cited[version]:
            return "both", "a blank written %20"
        if one.target in noted[version]:
            return "both", "linked in a note, kept with the note"
    elif _is_printed(one.target, text):
        return "mandex", "printed whole and not linked"
    return read.get(one, ("", "not read"))


def _is_printed(target: str, text: str) -> bool:
    number = re.fullmatch(r"S/RES/(\d+)", target)
    if number:
        printed = rf"(?<!\d){number[1]}\({registry.year(int(number[1]))}\)"
        return re.search(printed, text) is not None
    return "/RES/" not in target and target in text.upper()


def _print(agreed: Counter[tuple[str, bool]], settled: Mapping[Disagreement, tuple[str, str]]) -> None:
    for lang in sorted({lang for lang, _ in agreed}):
        ours = {one: verdict for one, verdict in settled.items() if one.lang == lang}
        for name, only in (("all citations", False), ("resolutions", True)):
            kept = {one: v for one, v in ours.items() if not only or one.target.startswith("S/RES/")}
            same = sum(n for (of, resolution), n in agreed.items() if of == lang and (resolution or not only))
            raw = _f1(same, sum(not one.linked for one in kept), sum(one.linked for one in kept))
            right = same + sum(_counts_right(one, verdict) for one, verdict in kept.items())
            extra = sum(v[0] not in ("mandex", "both") for one, v in kept.items() if not one.linked)
            missed = sum(v[0] not in ("mandex", "both") for one, v in kept.items() if one.linked)
            judged = _f1(right, extra, missed)
            print(f"{lang} {name:14} F1 against the links {raw:.4f}, after judgement {judged:.4f}")
        for (side, verdict), count in sorted(_reasons(ours).items()):
            print(f"   {count:4d} {side}: {verdict}")


def _counts_right(one: Disagreement, verdict: tuple[str, str]) -> bool:
    """Whether Mandex has something there that it should have."""
    return verdict[0] == "both" or (verdict[0] == "mandex" and not one.linked)


def _reasons(settled: Mapping[Disagreement, tuple[str, str]]) -> Counter[tuple[str, str]]:
    return Counter(
        ("linked only" if one.linked else "found only", f"{right or 'open'}, {why}")
        for one, (right, why) in settled.items()
    )


def _f1(right: int, extra: int, missed: int) -> float:
    return 2 * right / ((2 * right + extra + missed) or 1)


if __name__ == "__main__":
    main()
