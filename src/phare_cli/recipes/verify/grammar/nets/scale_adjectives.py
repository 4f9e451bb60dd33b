"""Tell where "local" only says which people or things are meant, and is no answer to "on which scale?"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from phare_cli.documents.prose.lexicon import Lexicon
from phare_cli.documents.prose.tokens import Token
from phare_cli.recipes.verify.grammar.names.topic_names import names_of
from phare_cli.recipes.verify.grammar.stems import is_small, singular, stem
from phare_cli.recipes.verify.grammar.topics import TopicMention

_FIRST = frozenset(("abord", "surtout", "plutot"))  # "sont d'abord régionaux"
_ONES = frozenset(("one", "ones"))  # "47% have regional partnerships and 43% local ones"
_VERBAL = {"fr": ("ent", "ons", "ez"), "en": ()}


def without_local_things(
    topics: Sequence[TopicMention], tokens: Sequence[Token], words: Lexicon, people: Collection[int]
) -> list[TopicMention]:
    """Return *topics* without adjectives of scale beside a noun of another matter: "local players", "réseau régional".

    They are answers still where nothing of another question is named, or beside a noun of scale: "échelon local"; but
    beside *people*, the places of names of groups, they are none: "regional companies".
    """
    return [each for each in topics if not _is_of_thing(each, topics, tokens, words, people)]


def _is_of_thing(
    topic: TopicMention,
    topics: Sequence[TopicMention],
    tokens: Sequence[Token],
    words: Lexicon,
    people: Collection[int],
) -> bool:
    at = topic.start
    if topic.end - at != 1 or not words["scale adjective"].holds(tokens[at].word):
        return False
    beside = at + (1 if words.language == "en" else -1)
    if not 0 <= beside < len(tokens) or tokens[beside].kind != "word":
        return False
    if beside in people or words["peer"].holds(tokens[beside].word):
        return True
    asked = {indicator for indicator, _ in topic.topics}
    if all({indicator for indicator, _ in each.topics} & asked for each in topics):
        return False
    noun = tokens[beside].word
    of_question = {word for indicator in asked for name in names_of("indicator", indicator) for word in name}
    is_noun = not is_small(noun) and not noun.endswith(_VERBAL[words.language] or (" ",))
    is_light = noun in _FIRST | _ONES or any(
        words[name].holds(noun) for name in ("light verb", "verb", "comparative")
    )
    is_of_scale = stem(noun) in of_question or words["scale noun"].holds(singular(noun))
    return is_noun and not is_light and not is_of_scale
