"""Tell whom or what a claim cannot be of as it was bound: women for men, who something is ahead for."""

from __future__ import annotations

from phare_cli.documents.prose.tokens import words_of
from phare_cli.recipes.verify.grammar.binding.strangers import foreign_words, unnamed_words
from phare_cli.recipes.verify.grammar.binding.surroundings import Surroundings
from phare_cli.recipes.verify.grammar.claims import Claim
from phare_cli.recipes.verify.grammar.names.mention import Mention

_FOR = frozenset("for among pour chez parmi in dans en".split())  # noqa: SIM905
_OF = frozenset("of de des d' les the chez parmi among both %".split())  # noqa: SIM905
_BOTH = frozenset("et and des de of les the among chez parmi".split())  # noqa: SIM905
_TO_PRONOUN = 3  # words from the start of a sentence to who it takes up

_OPENING = frozenset("of among by all most the many for , and et ( %".split())  # noqa: SIM905


def is_of_other_sex(claim: Claim, near: Surroundings) -> bool:
    """Tell whether "elles" takes up women, and the group that it was bound to is of men."""
    if not any(near.sentence.word(at) == "elles" for at in range(_TO_PRONOUN)) or not claim.scene.group:
        return False
    sexes = near.words["sex noun"]
    return any(sexes.sense_of(word) == "m" for word in words_of(f"{claim.scene.group} {claim.scene.segment}"))


def is_part_of_its_own(claim: Claim, near: Surroundings) -> bool:
    """Tell whether a figure is of a part of the one before it that no name tells: "47 %, dont 20 % depuis peu"."""
    if claim.kind != "figure" or claim.number is None:
        return False
    start = claim.number.start
    if near.words["of which"].before(near.tokens, start) is None:
        return False
    before = [each.scene for each in near.bound if each.number.end <= start]
    said = (claim.scene.topics, claim.scene.is_sum)
    behind = range(claim.number.end, len(near.tokens))
    if any(near.context.names.is_of_answer(near.sentence.word(at)) for at in behind):
        return False  # "of which 34% strongly", where an answer is "strongly trust"
    return bool(before) and (before[-1].topics, before[-1].is_sum) == said


def is_ahead_of_stranger(claim: Claim, near: Surroundings) -> bool:
    """Tell whether a comparison is with something of no name, for whom it names: "ahead of the car for pupils"."""
    for each in near.relations:
        if near.tokens[each.start].start != claim.start or not isinstance(each.target, Mention):
            continue
        is_placed = near.words["ahead"].first(near.tokens, each.start, each.cue) is not None
        led = near.sentence.word(each.target.start - 1) in _FOR
        return is_placed and led and bool(unnamed_words(near.sentence, each.cue, each.target.start))
    return False


def is_of_several_groups(claim: Claim, near: Surroundings) -> bool:
    """Tell whether a figure is of two groups taken together, of which no data tell: "40% of carers and of nurses"."""
    if claim.kind != "figure" or claim.number is None:
        return False
    groups = near.sentence.of_kind("group", claim.number.end)
    if len(groups) < 2 or groups[0].id != claim.scene.group or groups[1].id in ("", groups[0].id):
        return False
    led = {near.sentence.word(at) for at in range(claim.number.end, groups[0].start)}
    between = [near.sentence.word(at) for at in range(groups[0].end, groups[1].start)]
    is_joined = between[:1] in (["et"], ["and"]) and set(between) <= _BOTH
    return led <= _OF and is_joined and not near.sentence.has("respectively")


def is_of_either(claim: Claim, near: Surroundings) -> bool:
    """Tell whether a rank in a clause of its own may be of either of two groups: "..., and hiking leads the list"."""
    if claim.kind != "order" or claim.reference is not None:
        return False
    if sum(each.kind == "group" for each in near.context.told) != 2:
        return False
    place = near.sentence.place_of(claim.start)
    comma = max((at for at in range(place) if near.tokens[at].text == ","), default=len(near.tokens))
    is_own = near.sentence.word(comma + 1) in _OPENING
    is_told = any(each.start > comma for each in near.figures) or near.sentence.of_kind("group", comma)
    return is_own and not is_told and bool(near.sentence.topics_in(comma, place))


def is_of_another_kind(near: Surroundings, clause: int) -> bool:
    """Tell whether a word beside a group's name makes another of it: "cat owners", "propriétaires de chats"."""
    sentence = near.sentence
    groups = [each for each in sentence.of_kind("group", clause) if each.id]
    if len(groups) != 1:
        return False
    group = groups[0]
    if near.words.language == "en":
        before = sentence.word(group.start - 1)
        is_noun = not before.endswith(("ed", "ing", "ly", "ish", "ful", "al", "ous", "ive", "ic"))
        opens = group.start < 2 or sentence.word(group.start - 2) in _OPENING
        is_free = opens and not near.words["adjective"].holds(before) and before not in words_of(group.id)
        return is_noun and is_free and bool(foreign_words(near, group.start - 1, group.start))
    is_led = sentence.word(group.end) in ("de", "d'") and group.end + 1 < len(sentence.tokens)
    return is_led and bool(foreign_words(near, group.end + 1, group.end + 2))
