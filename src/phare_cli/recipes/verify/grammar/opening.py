"""Tell of which region and which wave a document without a title is, by its first lines and the names that it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from phare_cli.documents.prose.passage import ProsePassage
from phare_cli.documents.prose.spoken_numbers import PERCENT, POINTS, SCORE
from phare_cli.documents.prose.tokens import sentences_of, tokens_of
from phare_cli.recipes.verify.grammar.known_names import KnownNames
from phare_cli.recipes.verify.grammar.names.mention import HERE, UNKNOWN
from phare_cli.recipes.verify.grammar.sentence import Sentence

LONGEST = 3000  # tokens of a sentence; nobody writes one, and none is read to its end
_FRONT = 2  # tokens before a name that a sentence begins with
_LINE = 120  # characters of a line that may hold a date


def main_region(passages: Sequence[ProsePassage], names: KnownNames) -> str | None:
    """Return the region that a text is of: named by its first figure, and far more often than any other.

    None where a sentence begins with the nation, whose figures may then be meant anywhere.
    """
    named: Counter[str] = Counter()
    is_told = False
    for passage in passages:
        for tokens in sentences_of(tokens_of(passage.text)):
            for each in names.find(tokens[:LONGEST]):
                if each.kind == "place" and each.id not in (HERE, names.whole):
                    named[each.id] += 1
                elif each.kind == "place" and each.id != HERE and each.start <= _FRONT:
                    return None
            is_told = is_told or any(token.text == "%" or "," in token.text[1:] for token in tokens)
            if is_told and not named:
                return None
    first = next(iter(named), UNKNOWN)
    others = sum(named.values()) - named[first]
    return first if first != UNKNOWN and named[first] > max(1, 2 * others) else None


def dated_of(sentences: Iterable[Sentence], names: KnownNames) -> str | None:
    """Return the year that the first lines of a document are dated of, where it is a wave's."""
    for sentence in sentences:
        is_line = len(sentence.passage.text) <= _LINE
        if not is_line or any(each.unit in (PERCENT, POINTS, SCORE) for each in sentence.numbers):
            continue  # a year in a sentence with figures is theirs
        for wave in sentence.of_kind("wave"):
            is_start = sentence.word(wave.start - 1) in ("depuis", "since", "entre", "between")
            if not is_start and any(wave.id in name for name in names.waves):
                return wave.id
    return None
