"""Tell sentences that only announce a figure: "The number to remember.", "Le chiffre à retenir sur l'emploi."."""

from __future__ import annotations

from phare_cli.recipes.verify.grammar.sentence import Sentence

_LONGEST = 10  # tokens of such a sentence


def announces_figure(sentence: Sentence) -> bool:
    """Tell whether a short sentence without a verb or a number speaks of a figure, and tells none."""
    if sentence.numbers or len(sentence.tokens) > _LONGEST or sentence.of_kind("group"):
        return False
    is_told = any(map(sentence.has, ("quoting", "figure noun", "to remember")))
    return is_told and not sentence.has("verb") and not sentence.has("light verb")
