"""Tell sentences that only announce a figure: "The number to remember.", "Le chiffre à retenir sur l'emploi."."""

from __future__ import annotations

from phare_cli.recipes.verify.grammar.sentence import Sentence

_LONGEST = 10  # tokens of such a sentence


def announces_figure(sentence: Sentence) -> bool:
    """Tell whether a short sentence without a verb or a number speaks of a figure, and tells none."""
    if sentence.words["announcing"].at(sentence.tokens, 0) is not None and sentence.tokens[-1].text == "?":
        return True  # "Did you know?"
    if sentence.numbers or len(sentence.tokens) > _LONGEST or sentence.of_kind("group"):
        return False
    is_told = any(map(sentence.has, ("quoting", "figure noun", "to remember")))
    own = {
        at
        for name in ("quoting", "to remember")
        for cue in sentence.words[name].find(sentence.tokens)
        for at in range(cue.start, cue.end)
    }  # "The figure to remember." has no verb beside these
    verbs = (cue for name in ("verb", "light verb") for cue in sentence.words[name].find(sentence.tokens))
    return is_told and all(cue.start in own for cue in verbs)
