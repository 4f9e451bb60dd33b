"""Tell which two waves a change runs between: "since 2019", "from 62% in 2019 to 72%", "qu'il y a trois ans"."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.recipes.verify.grammar.binding.asides import Asides
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound
from phare_cli.recipes.verify.grammar.claims import BEFORE, Claim, Scene
from phare_cli.recipes.verify.grammar.context import Context
from phare_cli.recipes.verify.grammar.names.mention import HERE, UNKNOWN, Mention
from phare_cli.recipes.verify.grammar.names.wave_mentions import age_of
from phare_cli.recipes.verify.grammar.names.years_apart import wave_before, years_told
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence

_WHOSE = ("region", "group", "segment")
_TWO = 2  # figures of a change
_YEARS_BEHIND = 7  # words between a change and the end of "in five years"
_TO_UNTIL = 4  # words between the two waves of a change
_LEADS = frozenset(("a", "to", "at", "jusqu'a"))
_TO_FIGURE = 2  # words from a change to the figure that it leads to
_HAS = frozenset(("has", "have", "had", "ont", "est", "sont"))
_TO = frozenset(("a", "to", "jusqu'a", "until"))
_AND = frozenset(("et", "and", "-", "–", "la", "the", "en", "in"))


class ChangeBinder:
    """Binds the changes of one sentence to their waves."""

    def __init__(
        self, sentence: Sentence, relations: Sequence[Relation], bound: Sequence[Bound], context: Context
    ) -> None:
        self._sentence, self._context, self._bound = sentence, context, bound
        self._asides = Asides(sentence, relations, bound)
        self._counted_from = [each.target for each in relations if each.kind == "change"]

    def bound(self, relation: Relation, claim: Claim) -> Claim:
        """Return a change with the later wave, and what it is counted from as its reference."""
        context, scene = self._context, claim.scene
        told = relation.target if isinstance(relation.target, Mention) else None
        years_before = self.years_before(relation, scene) if told is None else None
        waves = sorted(self._waves_of(relation, told), key=lambda wave: age_of(wave.id))
        if told is None and len({wave.id for wave in waves}) == 1 and waves[0].end <= relation.start:
            # "21% in 2011; by 2015 it was 37%, a rise of 16 points"
            own = (each for each in self._sentence.of_kind("wave", 0, relation.start))
            waves = sorted(own, key=lambda wave: age_of(wave.id))
        if years_before is None and len(waves) > 1 and waves[0].id != waves[-1].id:
            context.since, context.until = waves[0].id, waves[-1].id
            return claim._replace(
                scene=scene._replace(wave=waves[-1].id), reference=scene._replace(wave=waves[0].id)
            )
        pair = self._pair_told(relation) if told is None and not waves and years_before is None else None
        if pair is not None:
            context.since, context.until = pair[0].wave, pair[1].wave
            return claim._replace(
                scene=scene._replace(wave=pair[1].wave), reference=scene._replace(wave=pair[0].wave)
            )
        target = told or (waves[0] if waves and years_before is None else None)
        if target is not None and not context.names.is_newest(target.id):
            context.since, context.until = target.id, None
            scene = scene._replace(wave=None if scene.wave == target.id else scene.wave)
            return claim._replace(scene=scene, reference=scene._replace(wave=target.id))
        if years_before is not None and not waves:
            scene = scene._replace(wave=context.wave())  # "54 % en 2023 : 13 points de plus en deux ans"
        scene = scene._replace(wave=context.until or scene.wave)
        is_ago = (
            years_told(self._sentence.tokens, relation.cue, relation.end, self._sentence.words) is not None
        )
        before = years_before or (UNKNOWN if is_ago else context.since or BEFORE)
        return claim._replace(scene=scene, reference=scene._replace(wave=before))

    def _pair_told(self, relation: Relation) -> Sequence[Scene] | None:
        """Return the sides of the last two figures, the earlier first: "1 % (2024), contre 40 % (2022) ; soit ..."."""
        told = [each.scene for each in self._bound if each.is_claim and each.number.end <= relation.start]
        if len(told) < _TWO or None in (told[-1].wave, told[-2].wave) or told[-1].wave == told[-2].wave:
            return None
        one, other = sorted(told[-2:], key=lambda scene: age_of(scene.wave or ""))
        is_of_one = all(getattr(one, name) == getattr(other, name) for name in _WHOSE)
        return (one, other) if is_of_one and set(one.topics) & set(other.topics) else None

    def _waves_of(self, relation: Relation, told: Mention | None) -> list[Mention]:
        """Return the waves that a change may run between: of its own clause, and "than in 2018" is of no other."""
        start, end = self._sentence.clause(relation.start)
        waves = self._sentence.of_kind("wave", start, end)
        before = [
            each
            for each in waves
            if each.end <= relation.start and not self._asides.has(each) and each not in self._counted_from
        ]
        if told is None:
            asides = [each for each in waves if self._asides.has(each)]
            own = [each for each in waves if each not in asides]
            return [*own, *asides[:1]] if asides else waves
        if before:  # "En 2024, 62 % y vont, cinq points de plus qu'en 2019"
            return [before[-1], told]
        behind = [each for each in waves if told.end <= each.start <= told.end + _TO_UNTIL]
        words = {self._sentence.word(at) for each in behind[:1] for at in range(told.end, each.start)}
        return [told, *behind[:1]] if words & _TO or (words and words <= _AND) else []

    def years_before(self, relation: Relation, scene: Scene) -> str | None:
        """Return the wave that a change is counted from where its years are told: "19 points en trois ans"."""
        sentence, context = self._sentence, self._context
        end = min(relation.end + _YEARS_BEHIND, len(sentence.tokens))
        for at in range(relation.cue, end):
            if sentence.word(at) in ("en", "in", "over", "depuis", "que", "qu'", "than"):
                years = years_told(sentence.tokens, at + 1, end, sentence.words)
                clause = sentence.clause(relation.start)[0]
                is_own = bool(sentence.of_kind("wave", clause, relation.start))
                now = scene.wave if is_own else None
                return wave_before(context.names.waves, now or context.wave(), years)
        return None


def leads_to_others(
    sentence: Sentence,
    relation: Relation,
    bound: Sequence[Bound],
    told: Sequence[Mention],
    context: Context,
) -> bool:
    """Tell whether a verb of change leads to the figure of another group: "chez eux, la part grimpe à 55 %".

    *told* are the names that nothing is compared with. "Has slipped to 80%" is of the time before, and nobody else.
    """
    if relation.kind != "change" or relation.number is not None or relation.factor is not None:
        return False
    led = sentence.word(relation.end) in _LEADS and any(
        0 <= each.number.start - relation.end <= _TO_FIGURE for each in bound
    )
    is_ago = relation.direction == "equal" or not _HAS.isdisjoint(
        sentence.word(at) for at in range(relation.start - 1, relation.end)
    )
    if not led or is_ago or any(map(sentence.has, ("newest", "earlier"))) or sentence.of_kind("wave"):
        return False
    clause, end = sentence.clause(relation.start)
    inside = [each for each in told if clause <= each.start and each.end <= end]
    last = context.last
    return any(
        (each.id or last.group, each.segment) != (last.group, last.segment)
        if each.kind == "group"
        else each.id not in (HERE, last.region)
        for each in inside
        if each.kind in ("group", "place")
    )
