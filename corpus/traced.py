"""Text that remembers, character by character, where in its source it came from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from operator import attrgetter
from typing import NamedTuple

from mandex.corpus.expressions import Expression
from mandex.corpus.model import Edit, Span


class _Run(NamedTuple):
    """Characters from `start` on; verbatim runs advance in the source with each character, others stand
    for `source` .. `source + width` as a whole."""

    start: int
    source: int
    width: int
    verbatim: bool


_run = partial(tuple.__new__, _Run)  # in half the time that `_Run(...)` takes


class Replacement(NamedTuple):
    """Replace `start` .. `end` of a text by `text`."""

    start: int
    end: int
    text: str


_replacement = partial(tuple.__new__, Replacement)


_edit_start = attrgetter("span.start")


class Traced:
    """An immutable text with its map to the source.

    Every operation returns a new text. `edits` logs what `replace` and `sub` did under a name, ordered by
    their place in the source.
    """

    __slots__ = ("_runs", "_starts", "edits", "text")

    def __init__(self, text: str, runs: Sequence[_Run], edits: tuple[Edit, ...] = ()) -> None:
        self.text = text
        self._runs = tuple(runs)
        self._starts = [run[0] for run in self._runs]
        self.edits = edits

    @classmethod
    def of(cls, text: str, offset: int = 0) -> Traced:
        """A text as it stands in the source, from `offset` on."""
        return cls(text, [_Run(0, offset, len(text), True)])

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return f"Traced({self.text!r})"

    def source_span(self, start: int, end: int) -> Span:
        """The smallest source range from which characters `start` .. `end` came."""
        if start >= end:
            return self._source_point(start)
        at, source, _, verbatim = self._run_at(start)
        if verbatim:
            source += start - at
        at, last, width, verbatim = self._run_at(end - 1)
        return Span(source, last + (end - at if verbatim else width))

    def verbatim(self) -> Iterator[tuple[int, int]]:
        """The source ranges whose characters stand here as they were."""
        ends = [*self._starts[1:], len(self.text)]
        for run, end in zip(self._runs, ends, strict=True):
            if run.verbatim:
                yield run.source, run.source + end - run.start

    def _source_point(self, position: int) -> Span:
        """Where something inserted at `position` belongs: between characters, or into what an edit covers."""
        run = self._run_at(position)
        if position == run.start and position:
            before = self._run_at(position - 1)
            if not before.verbatim and before.source + before.width > run.source:
                # An earlier insertion has parted what one edit covers.
                return Span(before.source, before.source + before.width)
        if run.verbatim or position == run.start:
            point = self._source_start(position)
        elif position == len(self.text):
            point = run.source + run.width
        else:
            return Span(run.source, run.source + run.width)
        return Span(point, point)

    def _run_at(self, position: int) -> _Run:
        return self._runs[bisect_right(self._starts, position) - 1 if position > 0 else 0]

    def _source_start(self, position: int) -> int:
        run = self._run_at(position)
        return run.source + (position - run.start if run.verbatim else 0)

    def _source_end(self, position: int) -> int:
        run = self._run_at(position)
        return run.source + (position - run.start + 1 if run.verbatim else run.width)

    def __getitem__(self, part: slice) -> Traced:
        start, end, step = part.indices(len(self.text))
        if start == 0 and end == len(self.text) and step == 1:
            return self
        if step != 1:
            raise ValueError("a traced text is cut into contiguous parts only")
        runs = self._cut(start, end, 0)
        if not runs and self._runs:  # nothing, but nothing at a place
            runs = [_Run(0, self._source_start(start), 0, True)]
        return Traced(self.text[start:end], runs, self._edits_in(start, end))

    def _edits_in(self, start: int, end: int) -> tuple[Edit, ...]:
        """The edits that fall into the source range of `start` .. `end`."""
        if not self.edits or start >= end:
            return ()
        whole = self.source_span(start, end)
        first = bisect_left(self.edits, whole.start, key=_edit_start)
        last = bisect_right(self.edits, whole.end, key=_edit_start)
        return tuple(edit for edit in self.edits[first:last] if edit.span.end <= whole.end)

    def _cut(self, start: int, end: int, at: int) -> list[_Run]:
        """The runs of `start` .. `end`, moved so that `start` becomes `at`."""
        out: list[_Run] = []
        if start >= end:
            return out
        starts, runs = self._starts, self._runs
        index = bisect_right(starts, start) - 1 if start else 0
        begin = start
        while begin < end:
            first, source, width, verbatim = runs[index]
            index += 1
            stop = starts[index] if index < len(starts) and starts[index] < end else end
            if verbatim:
                out.append(_run((at + begin - start, source + begin - first, stop - begin, True)))
            else:
                out.append(_run((at + begin - start, source, width, False)))
            begin = stop
        return out

    def strip(self) -> Traced:
        """Without white space at either end."""
        left = len(self.text) - len(self.text.lstrip())
        return self[left : max(left, len(self.text.rstrip()))]

    def replace(self, name: str, replacements: Iterable[Replacement]) -> Traced:
        """Carry out replacements (in order, not overlapping), logged under `name`."""
        text = self.text
        pieces: list[str] = []
        runs: list[_Run] = []
        edits = list(self.edits)
        done = size = 0
        begun = stop = shift = 0  # a verbatim run, and how far it stands from its source
        for start, end, new in replacements:
            if start < done:
                raise ValueError(f"replacements overlap at {start}")
            before = text[start:end]
            if before == new:
                continue
            if end > stop:
                begun, stop, shift = self._verbatim_run(end)
            if begun <= done and start < end:  # as a rule: between two edits lies one run
                if done < start:
                    runs.append(_run((size, done + shift, start - done, True)))
                span = Span(start + shift, end + shift)
            else:
                runs += self._cut(done, start, size)
                span = self.source_span(start, end)
            pieces.append(text[done:start])
            size += start - done
            if new:
                runs.append(_run((size, span.start, span.end - span.start, False)))
                pieces.append(new)
                size += len(new)
            edits.append(Edit(name, span, before, new))
            done = end
        if not done and not pieces:
            return self
        runs += self._cut(done, len(text), size)
        pieces.append(text[done:])
        if not runs:
            runs = [_Run(0, self._source_start(0), 0, True)]
        return Traced("".join(pieces), runs, tuple(sorted(edits, key=_edit_start)))

    def _verbatim_run(self, end: int) -> tuple[int, int, int]:
        """Of the run that ends at or behind `end`: from where to where it goes, how far from its source it
        stands; nothing where it is not verbatim."""
        at = bisect_right(self._starts, end - 1) - 1 if end > 0 else 0
        first, source, _, verbatim = self._runs[at]
        if not verbatim:
            return end, end, 0
        return first, self._starts[at + 1] if at + 1 < len(self._starts) else len(self.text), source - first

    def sub(
        self, name: str, pattern: Expression, replacement: str | Callable[[re.Match[str]], str]
    ) -> Traced:
        """As `re.sub`, logged under `name`."""
        if not pattern.may_be_in(self.text):
            return self

        found: list[Replacement]
        if callable(replacement):
            found = [_replacement((*m.span(), replacement(m))) for m in pattern.finditer(self.text)]
        elif "\\" in replacement:
            found = [_replacement((*m.span(), m.expand(replacement))) for m in pattern.finditer(self.text)]
        else:
            found = [_replacement((*m.span(), replacement)) for m in pattern.finditer(self.text)]
        return self.replace(name, found) if found else self

    @staticmethod
    def join(separator: str, parts: Sequence[Traced]) -> Traced:
        """The parts with `separator` between them, which stands for the gap in the source.

        The edit `joined` has that gap as its span and says nothing of what stands there: it may be kept
        elsewhere in the document (a footnote between the halves of a paragraph).
        """
        pieces: list[str] = []
        runs: list[_Run] = []
        edits: list[Edit] = []
        size = 0
        previous: Traced | None = None
        for part in parts:
            if previous is not None and separator:
                gap_start = previous._source_end(len(previous.text) - 1) if previous.text else 0
                gap_end = max(gap_start, part._source_start(0))
                runs.append(_Run(size, gap_start, gap_end - gap_start, False))
                edits.append(Edit("joined", Span(gap_start, gap_end), "", separator))
                pieces.append(separator)
                size += len(separator)
            runs += part._cut(0, len(part.text), size)
            pieces.append(part.text)
            size += len(part.text)
            edits += part.edits
            previous = part
        return Traced("".join(pieces), runs or [_Run(0, 0, 0, True)], tuple(sorted(edits, key=_edit_start)))
