"""Find answers that hold the name of a group, which are said of others: "trust in vets" is of no vet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from phare_cli.documents.prose.tokens import Token
from phare_cli.recipes.verify.grammar.names.mention import Mention, NamePhrases
from phare_cli.recipes.verify.grammar.stems import is_small, stem, words_that_count


class AnswersAboutGroups:
    """The answers of one survey in whose names a group is named, found in any form of their words."""

    def __init__(self, names: Iterable[str]) -> None:
        self._as_written = NamePhrases()
        self._by_first_stem: dict[str, list[tuple[str, ...]]] = {}
        for name in names:
            self._as_written.add(name, Mention(0, 0, "answer", ""))
            stems = words_that_count(name)
            if len(stems) > 1:
                self._by_first_stem.setdefault(stems[0], []).append(stems)

    def at(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
        """Yield where such an answer begins and ends: "refuse de nouveaux patients", "refusent ..."."""
        for place in range(len(tokens)):
            found = self._as_written.at(tokens, place) if tokens[place].kind == "word" else None
            if found is not None:
                yield place, found.end
        if self._by_first_stem:
            yield from self._inflected(tokens)

    def _inflected(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
        said = [
            (at, stem(token.word))
            for at, token in enumerate(tokens)
            if token.kind == "mark" or not is_small(token.word)
        ]
        for first, (start, opening) in enumerate(said):
            for stems in self._by_first_stem.get(opening, ()):
                behind = said[first : first + len(stems)]
                if tuple(word for _, word in behind) == stems:
                    yield start, behind[-1][0] + 1
