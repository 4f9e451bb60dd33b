"""Tell whether a name is what something is compared with, so that no figure is said of it."""

from __future__ import annotations

from itertools import pairwise

from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.recipes.verify.grammar.binding.naming.led_names import group_led_from
from phare_cli.recipes.verify.grammar.binding.surroundings import Surroundings
from phare_cli.recipes.verify.grammar.names.mention import UNKNOWN, Mention


def is_reference(near: Surroundings, mention: Mention, figure: SpokenNumber | None) -> bool:
    """Tell whether a name is what something is compared with, and not what a bracket right behind it gives.

    So is whom a gap behind a figure is said of, which is nothing of the figure: "57 %, et l'écart est de 10 points pour
    les maires".
    """
    if figure is not None and any(
        each.kind == "gap" and figure.end <= each.start and group_led_from(near.sentence, each) == mention
        for each in near.relations
    ):
        return True
    for relation in near.relations:
        first = relation.target.start if relation.target is not None else relation.cue
        if first <= mention.start < relation.end and relation.kind in ("comparison", "gap", "change"):
            return True
    if mention.kind == "place" and mention.id != UNKNOWN and _is_of_superlative(near, mention):
        return True
    led = max(0, mention.start - 2)
    than = near.words["than"].first(near.tokens, led, mention.start)
    if than is None or (figure is not None and near.sentence.bracket(figure.start) == mention.end):
        return False  # "than those without employees (35%)"
    # "even worse off than nurses": whatever is behind "than" stands beside another.
    return (
        near.words.language == "en"
        or near.words["comparative"].first(near.tokens, max(0, than.start - 6), than.start) is not None
    )


def _is_of_superlative(near: Surroundings, place: Mention) -> bool:
    """Tell whether a place is where something is the most: "the happiest in Britain", "les plus heureux de France"."""
    if near.sentence.word(place.start - 1) not in ("in", "of", "de", "d'", "du", "en"):
        return False
    words = [near.sentence.word(at) for at in range(max(0, place.start - 4), place.start - 1)]
    if near.words.language == "en":
        return "the" in words and any(
            word == "most" or (word.endswith("est") and len(word) > 5) for word in words
        )
    return any(one in ("les", "le", "la") and other == "plus" for one, other in pairwise(words))
