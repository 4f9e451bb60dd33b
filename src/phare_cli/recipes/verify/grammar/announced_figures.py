"""Tell sentences that only announce a figure: "The number to remember.", "Le chiffre à retenir sur l'emploi."."""

from __future__ import annotations

from phare_cli.recipes.verify.grammar.sentence import Sentence

_OPENING, _CLOSING = ("“", "«", '"'), ("”", "»")
_LONGEST = 10  # tokens of such a sentence


def announces_figure(sentence: Sentence) -> bool:
    """Tell whether a short sentence without a verb or a number speaks of a figure, and tells none."""
    is_question = sentence.tokens[-1].text == "?"
    if is_question and sentence.words["announcing"].at(sentence.tokens, 0) is not None:
        return True  # "Did you know?"
    if is_question and _asks_in_quotation(sentence):
        return True
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


def _asks_in_quotation(sentence: Sentence) -> bool:
    """Tell whether a quotation that names nobody opens before a question mark and goes on: ‘“Noise? 41%.”’."""
    opening = max((at for at, token in enumerate(sentence.tokens) if token.text in _OPENING), default=None)
    if opening is None or any(token.text in _CLOSING for token in sentence.tokens[opening + 1 :]):
        return False
    straight = sum(token.text == '"' for token in sentence.tokens)
    is_open = sentence.tokens[opening].text != '"' or straight % 2 == 1
    return is_open and not sentence.of_kind("group", opening) and not sentence.of_kind("place", opening)
