"""Find whom a text names by those it spoke of: "leurs aînés", "their juniors", "than their counterparts"."""

from __future__ import annotations

from phare_cli.documents.prose.lexicon import Cue
from phare_cli.documents.prose.tokens import folded, words_of
from phare_cli.recipes.verify.grammar.context import Context
from phare_cli.recipes.verify.grammar.known_names import KnownNames
from phare_cli.recipes.verify.grammar.names.mention import HERE, Mention
from phare_cli.recipes.verify.grammar.relations.openings_of_lists import words_in
from phare_cli.recipes.verify.grammar.sentence import Sentence

_THEIR = frozenset(("leurs", "leur", "their"))
_TO_PLACE = 2  # words from "counterparts" to where they are


def with_relatives(sentence: Sentence, context: Context) -> Sentence:
    """Return *sentence* with the names that "their elders", "their juniors" and "their counterparts" stand for."""
    if _THEIR.isdisjoint(words_in(sentence)):
        return sentence
    found = [*_of_another_age(sentence, context), *_peers(sentence, context)]
    if not found:
        return sentence
    taken = {at for each in found for at in range(each.start, each.end)}
    kept = [each for each in sentence.mentions if taken.isdisjoint(range(each.start, each.end))]
    return sentence.with_names([*kept, *found])


def _owned(sentence: Sentence, name: str) -> list[Cue]:
    """Return the words of a list that stand behind a possessive."""
    cues = sentence.words[name].find(sentence.tokens)
    return [cue for cue in cues if sentence.word(cue.start - 1) in _THEIR]


def _of_another_age(sentence: Sentence, context: Context) -> list[Mention]:
    """Return the only group that is older, or younger, than the one that was spoken of."""
    found = []
    for name, way in (("elders", 1), ("juniors", -1)):
        for cue in _owned(sentence, name):
            before = [each.id for each in sentence.of_kind("group", 0, cue.start) if each.id]
            group = before[-1] if before else context.last.group
            others = _stages(context.names, sentence)
            beyond = [
                each for each, stage in others.items() if (stage - others.get(group or "", stage)) * way > 0
            ]
            if len(beyond) == 1:
                found.append(Mention(cue.start, cue.end, "group", beyond[0]))
    return found


def _stages(names: KnownNames, sentence: Sentence) -> dict[str, int]:
    """Return the stage of life of each group whose name says one: pupils of a collège come before those of a lycée."""
    stages: dict[str, int] = {}
    for group in names.groups:
        told = sentence.words["life stage"]
        said = [
            sense for sense in (told.sense_of(word) for word in (folded(group), *words_of(group))) if sense
        ]
        if said:
            stages[group] = int(said[0])
    return stages


def _peers(sentence: Sentence, context: Context) -> list[Mention]:
    """Return the whole for counterparts of whom no more is said, where the text speaks of a part of it."""
    whole, here = context.names.whole, context.region()
    named = {each.id for each in sentence.of_kind("place")} - {HERE}
    if whole is None or whole in named or not (named or here not in (None, whole)):
        return []
    return [
        Mention(cue.start, cue.end, "place", whole)
        for cue in _owned(sentence, "peer")
        if not context.names.is_of_answer(sentence.word(cue.start))  # "rendent service à leurs voisins"
        and not any(0 <= each.start - cue.end <= _TO_PLACE for each in sentence.mentions)
    ]
