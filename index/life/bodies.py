"""The lives of missions, forces, panels and courts: begun, renewed, given tasks anew, closed."""

from __future__ import annotations

from mandex.corpus import lexicon
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index.life.chains import has_one_life
from mandex.index.life.settling import Settler
from mandex.index.life.status import Standing
from mandex.index.life.step import ENDING, Step
from mandex.index.life.subjects import PANELS, SHARED

_ANEW = 6  # demands from which on a renewal sets out anew what is asked; fewer only prolong (2778: two)


@dataclass(frozen=True, slots=True)
class Life:
    """The life of a body: its first and last step, and how it stands."""

    subject: str
    first: Step
    last: Step
    stands: Standing

    @property
    def closed(self) -> bool:
        """Whether its mandate is over."""
        return self.stands.status in ("ended", "replaced", "spent")


class Bodies:
    """The bodies of a base, by the subjects of their steps."""

    def __init__(self, store: Store, settler: Settler) -> None:
        self._db = store.connection
        self._settler = settler
        self._lives: dict[str, Life | None] = {}
        self._sizes: dict[str, int] = {}

    def subject(self, actor: str, matter: str) -> str:
        """The subject of an actor's steps: panels are many, and named by what they are about."""
        if actor in PANELS:
            return f"panel of {matter}"
        return f"{actor} of {matter}" if actor in SHARED else actor

    def life(self, subject: str) -> Life | None:
        """The life of a body; None where no step begins, renews or ends it."""
        if subject not in self._lives:
            self._lives[subject] = self._read(subject)
        return self._lives[subject]

    def _read(self, subject: str) -> Life | None:
        if not has_one_life(subject):
            return None
        steps = [one for one in self._settler.kept.on(subject) if one.action not in ("exempts", "amends")]
        if not steps:
            return None
        telling = [one for one in steps if one.until or one.action in ENDING] or steps
        final = [one for one in telling if one.number == telling[-1].number]
        ends = [one for one in final if one.action in ENDING]
        # What follows in the same resolution is for the administration: *to re-establish the Panel until*.
        last = ends[-1] if ends else max(final, key=lambda one: one.until)
        stands = self._settler.of_step(last)
        if last.action in ENDING:
            day = last.until or last.adopted
            over = day <= self._settler.as_of
            why = f"ended by {last.place}" if over else f"{last.place} ends it on {day}"
            stands = Standing("ended" if over else "current", why, last.place, day)
        elif stands.lives and (heir := self.heir(subject, last)):
            stands = Standing(
                "replaced", f"{heir.place} puts {heir.subject} in its place", heir.place, heir.adopted
            )
        return Life(subject, steps[0], last, stands)

    def heir(self, subject: str, last: Step) -> Step | None:
        """The step that establishes what is known to have taken over from a body. That a clause names the
        body shows nothing: a support office is founded for the force that stands (2793 OP10).
        """
        body = lexicon.bodies().get(subject)
        if body is None or last.until >= self._settler.as_of:
            return None
        founded = self._settler.kept.about(last.matter, "establishes") if body.became else ()
        for step in founded:
            later = step.subject != subject and step.number >= last.number
            if later and step.subject in body.became and has_one_life(step.subject):
                return step
        return None

    def renewals(self, subject: str, after: int) -> list[Step]:
        """The steps that renewed a body after a resolution, oldest first."""
        steps = self._settler.kept.on(subject)
        return [one for one in steps if one.number > after and one.action not in ("exempts", "amends")]

    def sets_out_anew(self, symbol: str) -> bool:
        """Whether a resolution sets out what it asks, and does not only prolong."""
        if symbol not in self._sizes:
            row = self._db.execute(
                "SELECT count(*) FROM mandates AS m JOIN documents AS d ON d.id = m.doc WHERE d.symbol = ?"
                " AND d.lang = (SELECT min(lang) FROM documents WHERE symbol = d.symbol)"
                " AND m.force <> 'note'",
                (symbol,),
            ).fetchone()
            self._sizes[symbol] = int(row[0])
        return self._sizes[symbol] >= _ANEW
