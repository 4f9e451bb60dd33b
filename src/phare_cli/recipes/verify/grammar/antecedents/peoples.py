"""Find whom the name of a people stands for: "les Bretons" are whoever lives there, not the group spoken of before."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.recipes.verify.grammar.context import Context
from phare_cli.recipes.verify.grammar.names.groups_called import is_body
from phare_cli.recipes.verify.grammar.names.mention import UNKNOWN, Mention
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.stems import is_small

_LEADING = frozenset("les des aux nos ces the".split())  # noqa: SIM905
_BESIDE = 1  # words between a people and the group that it only tells more of: "les maires bretons"


def with_peoples(sentence: Sentence, context: Context) -> Sentence:
    """Return *sentence* with the group of each people that it names as such.

    That is who lives somewhere; where the data hold no such group and the text speaks of bodies, nobody that is known.
    """
    found = list(_peoples(sentence, context))
    if not found:
        return sentence
    return sentence.with_names([*sentence.mentions, *found])


def _peoples(sentence: Sentence, context: Context) -> Iterator[Mention]:
    people = [each for each in sentence.mentions if each.is_people and _is_noun(sentence, each)]
    for each in people:
        group = context.names.dwellers(sentence.tokens, each)
        if group or _is_beside_body(sentence, context):
            yield Mention(each.start, each.end, "group", group or UNKNOWN)


def _is_noun(sentence: Sentence, people: Mention) -> bool:
    """Tell whether words name a people, and do not tell more of a group: "Scots", "the Welsh", no "Welsh mayors"."""
    beside = range(people.start - _BESIDE, people.end + _BESIDE + 1)
    if any(each.start in beside or each.end - 1 in beside for each in sentence.of_kind("group")):
        return False
    last, before = sentence.tokens[people.end - 1], sentence.word(people.start - 1)
    is_many = last.word.endswith(("s", "x"))
    if sentence.words.language == "fr":
        return is_many and (before in _LEADING or last.is_capital)
    after = sentence.word(people.end)
    is_alone = (
        not after.isalpha() or is_small(after) or sentence.has("light verb", people.end, people.end + 1)
    )
    return is_many or (before == "the" and is_alone)


def _is_beside_body(sentence: Sentence, context: Context) -> bool:
    """Tell whether whom the text speaks of is a body, as a people is not: drivers may be those of Brittany."""
    named = [each.id for each in sentence.of_kind("group")]
    lent = (context.last.group, context.heading_scene().group, *context.names.groups[:1])
    spoken = next((each for each in (*named, *lent) if each), "")
    return spoken != UNKNOWN and is_body(spoken)
