"""Tell whose figure is that of those who are left: "the rest, 33%"."""

from __future__ import annotations

from phare_cli.documents.prose.lexicon import Cue
from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.recipes.verify.grammar.binding.surroundings import Surroundings

_LEAVING = frozenset(("leaving", "leaves"))


def others_aside(near: Surroundings, figure: SpokenNumber) -> Cue | None:
    """Return who is left one word before a figure: "the rest, 33%", not "thought of leaving; 60% of them"."""
    cue = near.words["others"].before(near.tokens, figure.start - 1)
    if cue is None or near.tokens[figure.start - 1].kind == "word":
        return cue
    is_verb = near.sentence.word(cue.end - 1) in _LEAVING
    return None if is_verb or near.sentence.word(figure.start - 1) == ";" else cue
