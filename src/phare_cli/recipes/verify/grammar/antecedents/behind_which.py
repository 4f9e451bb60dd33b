"""Find which answer another stands behind where none is named: "la mobilité arrive loin derrière"."""

from __future__ import annotations

from phare_cli.recipes.verify.grammar.claims import Scene
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence

_BETWEEN = frozenset("que qu' loin bien nettement largement juste far well only just some way a long".split())  # noqa: SIM905
_TO_VERB = frozenset(("n'", "ne", "only", "also", "aussi"))
_ALONE = frozenset(("derriere", "devant", "behind", "ahead"))


def two_answers(
    sentence: Sentence, relation: Relation, scene: Scene, before: Scene
) -> tuple[Scene, Scene] | None:
    """Return an answer of this sentence and the one that was spoken of *before*, of the same people."""
    if relation.target is not None or sentence.word(relation.end - 1) not in _ALONE:
        return None
    start = relation.start
    while sentence.word(start - 1) in _BETWEEN:
        start -= 1
    verb = sentence.words["rank verb"].before(sentence.tokens, start)
    if verb is None:
        return None
    clause, _ = sentence.clause(relation.start)
    named = [each for each in sentence.topics_in(clause, relation.start) if not each.is_indicator]
    if not named or any(sentence.word(at) not in _TO_VERB for at in range(named[-1].end, verb.start)):
        return None  # "on lighting, they are ahead" is of them
    if len(before.topics) != 1 or named[-1].topics != scene.topics or len(scene.topics) != 1:
        return None
    is_of_one = before.topics[0][0] == scene.topics[0][0] and before.topics != scene.topics
    if not is_of_one:
        return None
    if not sentence.of_kind("group", 0, relation.start):
        scene = scene._replace(group=before.group, segment=before.segment)
    return scene, scene._replace(topics=before.topics)
