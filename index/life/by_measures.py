"""What became of demands that serve sanctions: they live and end with the measures on a matter."""

from __future__ import annotations

from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.corpus.store import Store
from mandex.index.life.asked import Asked, is_for_states, is_on_regime, is_on_states, serves_measures
from mandex.index.life.dissolved import dissolved, fallen, may_fall
from mandex.index.life.echoes import alike
from mandex.index.life.matters import Matters
from mandex.index.life.repeated import Repeated
from mandex.index.life.settling import Settler
from mandex.index.life.status import Standing
from mandex.index.life.step import ENDING, Step, root
from mandex.index.life.wording import OBLIGES

# What States are asked beside measures, and not for them: *urges Member States to reinforce the monitoring
# team*, *to honour pledges*, *to facilitate the evacuation*.
_AID = Expression(
    r"\b(?:pledges?|donors?|reinforce|evacuation|humanitarian agencies|recurrent financing|provision of funds"
    r"|appropriate contributions"
    r"|assist the people of)\b"
)
# What an embargo is about, and the notices that it asks for; left: components of explosives, which are banned
# beside it, the arms of those who fight pirates, *the delivery of humanitarian assistance*.
_ARMS = Expression(
    r"^(?!.*\b(?:items? in part|improvised|piracy)\b).*(?:\b(?:arms|weapons|ammunition|military equipment"
    r"|notify(?:ing)? the committee|notification (?:procedures?|referred to))\b|武器|弹药|军事装备)"
)
# *The measures cease to apply if the Committee removes them from the list* (1844 OP9), *the Secretariat
# shall, within one week after a name is removed* (1844 OP21); left: *the Commission shall interview*.
_OF_LISTS = Expression(r"\b(?:measures?|prohibitions?|provisions?|lists?|listed|name|removal)\b|措施|名单")
# Who oversees measures: *calls upon all Member States to facilitate the work of the Panel*.
_OVERSEERS = Expression(r"\bthe (?:committee|panel|group of experts|monitoring group)\b|委员会|专家[小组]")


class ByMeasures:
    """Rules on demands in resolutions on a matter with sanctions."""

    def __init__(self, store: Store, settler: Settler, matters: Matters) -> None:
        self._db = store.connection
        self._settler = settler
        self._matters = matters
        self._sanctioned: dict[str, bool] = {}
        self._imposing: dict[str, list[Step]] = {}
        self._repeated = Repeated(store, settler, matters)
        self._restates: dict[str, str | None] = {}
        self._gone: dict[str, Standing | None] = {}
        self._last: dict[str, str] = {}  # the last resolution on a matter that restates its measures

    def restated(self, asked: Asked) -> Standing | None:
        """What stands in a resolution that lays down measures *as previously imposed* is set out anew, all of
        it, by the next that does.
        """
        place = self._laying_anew(asked.symbol, asked.matter) if asked.number else ""
        if not place:
            return None
        return Standing(
            "replaced", f"{place} lays down the same measures anew, and all that goes with them", place
        )

    def laid_anew(self, step: Step) -> Standing | None:
        """A measure of such a resolution, or what adjusts one: in force through the next."""
        if not step.subject.startswith("measures of "):
            return None
        place = self._laying_anew(step.symbol, step.matter) or self._kept_instead(step)
        return Standing("replaced", f"{place} lays down the same measures anew", place) if place else None

    def fallen(self, step: Step, stands: Standing) -> Standing:
        """How a measure stands, or what adjusts one, that may have fallen with a committee which what is not
        held dissolved.
        """
        of_measures = step.subject == f"measures of {step.matter}" and step.action not in ENDING
        if not of_measures or not step.kinds or not may_fall(stands.status):
            return stands
        settler = self._settler
        gone = dissolved(settler.horizon.sayings, settler.kept, settler.as_of, step.matter)
        if gone is None or step.adopted > gone.until:
            return stands
        return fallen(self._settler.kept, gone, step.matter, step.kinds, stands)

    def _kept_instead(self, step: Step) -> str:
        """Where a later resolution imposes a measure in the same words, if the texts since keep only that:
        2806 reaffirms paragraph 4 of 2776, which says what paragraph 4 of 2713 said. Empty where none does.
        """
        if step.action != "imposes" or step.until:
            return ""
        chains = self._settler.chains
        following = chains.following(step)
        if any(one.action in ENDING for one in following):
            return ""
        kept = max((one.number for one in following), default=step.number)
        for later in reversed(self._settler.kept.on(step.subject)):
            if later.number <= kept:
                return ""
            same = later.action == "imposes" and later.kinds[:1] == step.kinds[:1]
            same = same and alike(fold(step.clause), fold(later.clause))
            if same and any(one.number > later.number for one in chains.following(later)):
                return later.place
        return ""

    def _laying_anew(self, symbol: str, matter: str) -> str:
        """Where the last resolution lays down anew the measures of an earlier one; empty if none does."""
        if self._restating(symbol) is None:
            return self._repeated.by_lost(symbol, matter)
        if matter not in self._last:
            newest = reversed(self._matters.on(matter))
            restating = (one.symbol for one in newest if self._restating(one.symbol) is not None)
            self._last[matter] = next(restating, symbol)
        last = self._last[matter]
        return f"{last} {self._restating(last)}" if symbol != last else ""

    def _restating(self, symbol: str) -> str | None:
        """Where a resolution lays down measures as previously imposed; None where it does not."""
        if symbol not in self._restates:
            row = self._db.execute(
                "SELECT min(p.pinpoint) FROM documents AS d JOIN mandates AS m ON m.doc = d.id"
                " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq"
                " WHERE d.symbol = ? AND d.lang = (SELECT min(lang) FROM documents WHERE symbol = d.symbol)"
                " AND (m.measure LIKE '%measures as previously imposed%' OR m.measure LIKE"
                " '%measures imposed by paragraph%as referred to in the list created pursuant to%')",
                (symbol,),
            ).fetchone()
            self._restates[symbol] = row[0]
        return self._restates[symbol]

    def with_regime(self, asked: Asked) -> Standing | None:
        """What was decided for measures that are all over."""
        noted = asked.force == "note" and not OBLIGES.search(asked.clause)
        serves = serves_measures(asked) or self._is_of_overseers(asked)
        if not asked.number or noted or not serves:
            return None
        imposed = self._imposed(asked.matter)
        if not imposed or self._is_under_sanctions(asked.matter) or asked.is_theme:
            return None
        last = self._settler.of_step(imposed[-1])
        return Standing("spent", f"the measures that it serves are over: {last.reason}", last.by, last.until)

    def with_lifted(self, asked: Asked) -> Standing | None:
        """What was decided or asked about arms under an embargo that was lifted since, and no text after that
        goes back to: *decides that the Government shall notify the Committee of deliveries of weapons*.
        """
        if not asked.number or asked.force == "note" or not _ARMS.search(asked.clause):
            return None
        steps = self._settler.kept.on(f"measures of {asked.matter}")
        lifted = [one for one in steps if one.action in ENDING and "arms-embargo" in one.kinds]
        last = next((one for one in reversed(lifted) if one.number > asked.number), None)
        if last is None or self._settler.horizon.last_spoken_of(asked.symbol) > last.adopted:
            return None
        return Standing(
            "ended", f"about arms under the embargo that {last.place} lifted", last.place, last.adopted
        )

    def _is_of_overseers(self, asked: Asked) -> bool:
        """Whether a demand beside measures speaks of those who oversee them."""
        own = (one.subject.startswith("measures of ") for one in self._settler.kept.of(asked.symbol))
        return _OVERSEERS.search(asked.clause) is not None and any(own)

    def is_part(self, asked: Asked) -> bool:
        """Whether a demand on States is part of a regime that lives."""
        if not self._is_under_sanctions(asked.matter):
            return False
        own = [
            one
            for one in self._settler.kept.of(asked.symbol)
            if one.subject.startswith(("measures of ", "authority of "))
            and one.action in ("imposes", "amends")
            and self._settler.of_step(one).lives
        ]
        if asked.force == "decide":
            beside = any(one.action == "imposes" and root(one.label) == root(asked.label) for one in own)
            return beside or is_for_states(asked) or (bool(own) and _is_of_regime(asked))
        aid = _AID.search(asked.clause) and not serves_measures(asked)
        # *directs the Committee to notify all Member States*
        directed = asked.force == "demand" and is_on_regime(asked.mandate)
        return bool(own) and (directed or is_on_states(asked.mandate)) and not aid

    def serves(self, asked: Asked) -> bool:
        """Whether a statement speaks of measures that live, or to States and committees where some do, or
        stands beside some.
        """
        if not self._is_under_sanctions(asked.matter):
            return serves_measures(asked)  # imposed elsewhere, or `with_regime` would have known their end
        own = (one for one in self._settler.kept.of(asked.symbol) if one.subject.startswith("measures of "))
        return is_for_states(asked) or any(self._settler.of_step(one).lives for one in own)

    def _is_under_sanctions(self, matter: str) -> bool:
        """Whether measures on a matter live: what binds beside them is not overtaken by the years."""
        if matter not in self._sanctioned:
            newest = reversed(self._imposed(matter))
            self._sanctioned[matter] = any(self._settler.of_step(step).lives for step in newest)
        return self._sanctioned[matter]

    def _imposed(self, matter: str) -> list[Step]:
        if matter not in self._imposing:
            about = self._settler.kept.about(matter, "imposes", "extends")
            self._imposing[matter] = [step for step in about if _lays(step)]
        return self._imposing[matter]


def _is_of_regime(asked: Asked) -> bool:
    """Whether a decision beside measures is about them, or laid on the country for which they are."""
    return asked.matter in asked.mandate.actors or _OF_LISTS.search(asked.clause) is not None


def _lays(step: Step) -> bool:
    """Whether a step imposes measures, or renews some whose founding text need not be held."""
    return step.action == "imposes" or (step.action == "extends" and step.subject.startswith("measures of "))
