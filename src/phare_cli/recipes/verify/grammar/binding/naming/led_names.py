"""Find whom words right behind a relation say it is of: "10 points pour les maires", "have risen among farmers"."""

from __future__ import annotations

from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.relations.relation import FOR, Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence

_DETERMINERS = frozenset("les the des la le l' nos our".split())  # noqa: SIM905
_TO_LED = 4  # words from a relation to the end of whose it is


def group_led_from(sentence: Sentence, relation: Relation) -> Mention | None:
    """Return the group that stands right behind a relation, led by "for" or "among"."""
    behind = sentence.of_kind("group", relation.end, relation.end + _TO_LED)[:1]
    words = {sentence.word(at) for each in behind for at in range(relation.end, each.start)}
    is_led = words <= FOR | _DETERMINERS and bool(words & FOR)
    return behind[0] if is_led else None
