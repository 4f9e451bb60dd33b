"""Find the words that several answers of one question share: "satisfied" is "very" and "fairly satisfied" together."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from phare_cli.documents.prose.lexicon import lexicon
from phare_cli.documents.prose.tokens import Token
from phare_cli.recipes.verify.grammar.topic import Topic

_DEGREES = frozenset("very fairl somewh strong quite rather tres plutot assez totale aucune".split())  # noqa: SIM905

_JOINS = frozenset(("or", "and", "ou", "et", "nor", "ni"))  # "very or fairly"


def strengthens_another(tokens: Sequence[Token], place: int, word: str) -> bool:
    """Tell whether a word of degree strengthens the word behind it, and names no answer: "very few visitors"."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    is_degree = word in _DEGREES and tokens[place].word.startswith(word)
    return is_degree and after is not None and after.kind == "word" and after.word not in _JOINS


def cores_of(
    by_topic: Mapping[Topic, Sequence[tuple[tuple[str, ...], bool]]], single: Collection[str]
) -> dict[str, tuple[Topic, ...]]:
    """Return the words that several answers of one question share ("satisfied"): they name all of these together."""
    sharing: dict[str, dict[Topic, bool]] = {}
    for topic, names in by_topic.items():
        if topic[0] in single:
            for stems, is_negative in names:
                for each in stems:
                    sharing.setdefault(each, {})[topic] = is_negative
    cores = {}
    for each, topics in sharing.items():
        kept = tuple(topic for topic, is_negative in topics.items() if not is_negative)
        adverbs = (lexicon(language)["adverb"].holds(each) or each in _DEGREES for language in ("fr", "en"))
        is_pair = len(kept) == 1 and len(topics) > 1  # "trusting" is "tend to trust", not "tend not to trust"
        if (len(kept) > 1 or is_pair) and len({indicator for indicator, _ in kept}) == 1 and not any(adverbs):
            cores[each] = kept
    return cores
