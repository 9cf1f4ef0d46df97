"""How well documents are read, against the United Nations' own markup, and what changed since last time.

`python -m benchmarks.accuracy [FORM…] [--record]` reads the marked-up resolutions of ../shared/data and the
renderings that ../shared/tools makes of them (all FORMs by default); prints F1 of structure and citations in
each language, how many documents cite alike in a rendering and in the plain one, and the documents that have
become better or worse since the last recorded state (benchmarks/accuracy.json, written by `--record`).
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from opencc import OpenCC

from mandex.corpus.store import Store
from mandex.index.output.rows import rows
from mandex.ingest.pipeline import ingest

SHARED = Path(__file__).parents[2] / "shared"
GOLD = SHARED / "data" / "un-scresolutions"
RECORD = Path(__file__).with_suffix(".json")
FORMS = ("akn", "plain", "wrapped", "blanks", "spaced", "trad")
MEASURES = ("preambular", "operative", "annex", "citations", "edges")
Counts = list[int]  # true positives, false positives, false negatives
# measure -> counts, for each document and language
Scores = dict[str, dict[str, Counts]]
Cited = dict[str, frozenset[str]]


def main() -> None:
    """Measure, compare with the record, and perhaps record."""
    record = json.loads(RECORD.read_text("utf-8")) if RECORD.exists() else {}
    chosen = [name for name in sys.argv[1:] if not name.startswith("-")] or FORMS
    golds = list(golds_of_resolutions())
    plain: Cited = {}
    for form in chosen:
        scores, cited = _measure(form, golds)
        _print(form, scores)
        plain = cited if form == "plain" else plain
        if form not in ("akn", "plain") and plain:
            same = sum(cited[name] == plain[name] for name in cited)
            print(f"         {same} of {len(cited)} documents cite the same as in plain text")
        _compare(scores, record.get(form, {}))
        record[form] = {name: _faults(found) for name, found in scores.items() if _faults(found)}
    if "--record" in sys.argv:
        RECORD.write_text(json.dumps(record, indent=0, sort_keys=True) + "\n", "utf-8")


def golds_of_resolutions() -> Iterator[dict[str, Any]]:
    """What the markup says of each resolution, file by file; malformed files have no say."""
    sys.path.insert(0, str(SHARED / "tools"))
    from gold import gold  # type: ignore[import-not-found]  # noqa: PLC0415

    for path in sorted(GOLD.rglob("*.xml")):
        try:
            found = gold(path)
        except SyntaxError:  # malformed markup: no gold to compare with
            continue
        if found["symbol"].startswith("S/RES/"):
            yield found


def _measure(form: str, golds: list[dict[str, Any]]) -> tuple[Scores, Cited]:
    from score import key, match  # type: ignore[import-not-found]  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        source = GOLD
        if form != "akn":
            source = Path(folder, "texts")
            render = [sys.executable, str(SHARED / "tools" / "render.py"), form, str(GOLD), str(source)]
            subprocess.run(render, check=True, capture_output=True)
        with Store.open(Path(folder, "kb"), create=True) as store:
            ingest([source], store)
            paragraphs, citations = _by_document(store, "paragraphs"), _by_document(store, "citations")
    printed = OpenCC("s2t").convert if form == "trad" else str
    scores: Scores = {}
    for gold in golds:
        name = f"{key(gold['symbol'])} {gold['lang']}"
        if name not in paragraphs or name in scores:
            continue
        scores[name] = {}
        for kind in ("preambular", "operative", "annex"):
            wanted = [
                p | {"text": printed(p["text"])}
                for p in gold["paragraphs"] + gold["annex"] if p["kind"] == kind
            ]  # fmt: skip
            found = [p for p in paragraphs[name] if p["kind"] == kind]
            scores[name][kind] = list(match(wanted, found)[:3])
        scores[name] |= _citation_scores(gold, citations[name], key)
    cited = {
        name: frozenset(row["target"] for row in citations[name] if row["target"] and row["status"] != "self")
        for name in scores
    }
    return scores, cited


def _by_document(store: Store, table: str) -> dict[str, list[dict[str, Any]]]:
    from score import key  # noqa: PLC0415

    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(store, table):
        found[f"{key(row['doc'])} {row['lang'][:2]}"].append(row)
    return found


def _citation_scores(gold: dict[str, Any], citations: list[dict[str, Any]], key: Any) -> dict[str, Counts]:
    """As the scoring tool counts: sets of targets, in documents of which the markup links two or more."""
    links = [link for p in gold["paragraphs"] for link in p["links"]]
    if len(links) < 2:
        return {}
    own = key(gold["symbol"])
    wanted = {key(link) for link in links if re.match(r"[SAE]/", link)} - {own}
    kinds = ("preambular", "operative")
    got = {key(c["target"]) for c in citations if c["target"] and c["kind"] in kinds} - {own}
    counts = {"citations": [len(wanted & got), len(got - wanted), len(wanted - got)]}
    wanted, got = ({t for t in targets if t.startswith("S/RES/")} for targets in (wanted, got))
    return counts | {"edges": [len(wanted & got), len(got - wanted), len(wanted - got)]}


def _print(form: str, scores: Scores) -> None:
    for lang in sorted({name.rsplit(" ", 1)[1] for name in scores}):
        totals: Counter[tuple[str, int]] = Counter()
        chosen = [found for name, found in scores.items() if name.endswith(" " + lang)]
        for found in chosen:
            for measure, counts in found.items():
                totals.update({(measure, i): count for i, count in enumerate(counts)})
        parts = []
        for measure in MEASURES:
            tp, fp, fn = (totals[measure, i] for i in range(3))
            parts.append(f"{measure} {2 * tp / ((2 * tp + fp + fn) or 1):.4f}")
        print(f"{form:8} {lang}  {len(chosen):5} documents  F1: {'  '.join(parts)}")


def _faults(found: dict[str, Counts]) -> dict[str, int]:
    return {measure: counts[1] + counts[2] for measure, counts in found.items() if counts[1] + counts[2]}


def _compare(scores: Scores, before: dict[str, dict[str, int]]) -> None:
    if not before:
        return
    for word, sign in (("gained", 1), ("lost", -1)):
        changed = []
        for name, found in scores.items():
            old, new = before.get(name, {}), _faults(found)
            change = sum(old.values()) - sum(new.values())
            if change * sign > 0:
                changed.append((abs(change), name))
        shown = ", ".join(f"{name} ({count})" for count, name in sorted(changed, reverse=True)[:8])
        print(f"         {word}: {len(changed)} documents{': ' if shown else ''}{shown}")


if __name__ == "__main__":
    main()
