"""The comparatives of any quality: "lonelier than first-years", "harder hit than farmers", "worse off than others"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.relations.relation import APART, Relation
from phare_cli.recipes.verify.grammar.relations.set_beside import STOPS, References
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.stems import content_of, stem
from phare_cli.recipes.verify.grammar.topic import Topic

_ENDING = "er"
_SHORTEST = 5  # letters of "safer"
_TO_THAN = 6  # words between a quality and "than"
_BEFORE = 6  # words before it, one of which may be the comparative that "than" goes with


def quality_comparatives(sentence: Sentence) -> Iterator[Relation]:
    """Yield an English comparative by its ending, beside whoever stands behind "than"."""
    if sentence.words.language != "en":
        return
    tokens, words, references = sentence.tokens, sentence.words, References(sentence)
    answers = {at for each in sentence.topics for at in each.places if not each.is_indicator}
    for place, token in enumerate(tokens):
        if not _is_quality(sentence, place) or words["comparative"].first(
            tokens, max(0, place - _BEFORE), min(place + _TO_THAN, len(tokens))
        ):
            continue
        than = next((at for at in range(place + 1, place + 1 + _TO_THAN) if _ends(sentence, at)), len(tokens))
        if sentence.word(than) != "than" or token.is_capital:
            continue
        end, target = references.reference(than + 1)
        if isinstance(target, Mention):
            kind = "change" if target.kind == "wave" else "comparison"
            yield Relation(place, end, place + 1, kind, "up" if place in answers else APART, target=target)


def with_way_of_answer(relation: Relation, sentence: Sentence, topics: Sequence[Topic]) -> Relation:
    """Return a comparative that goes up where its quality is that of its answer: lonelier, of who feels lonely."""
    if relation.direction != APART or relation.kind != "comparison" or not topics:
        return relation
    quality = stem(_positive(sentence.word(relation.cue - 1)))
    is_of_all = all(quality in content_of(item) for _, item in topics)
    return relation._replace(direction="up") if is_of_all else relation


def _is_quality(sentence: Sentence, place: int) -> bool:
    word = sentence.word(place)
    if word == "worse":
        return True
    is_of_ending = word.endswith(_ENDING) and len(word) >= _SHORTEST and word.isalpha()
    return is_of_ending and not sentence.words["no comparative"].holds(word)


def _ends(sentence: Sentence, place: int) -> bool:
    """Tell whether a place is "than", or one that no comparative goes on behind."""
    if place >= len(sentence.tokens):
        return True
    token = sentence.tokens[place]
    return token.word == "than" or token.text in STOPS or token.kind == "number"


def _positive(word: str) -> str:
    """Return the adjective of a comparative: "lonely" of "lonelier", "hard" of "harder"."""
    root = word.removesuffix(_ENDING)
    if root.endswith("i"):
        return f"{root[:-1]}y"
    return root[:-1] if root[-2:-1] == root[-1:] and root[-1:] not in "ls" else root
