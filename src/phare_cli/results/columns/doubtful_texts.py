"""Tell which texts of a column stand in rows that may be no figure, or wrong: totals, names that are none, headers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from phare_cli.language.folding import fold
from phare_cli.nouns.contract import REQUIRED
from phare_cli.results import names
from phare_cli.results.rules import WORD_KINDS

Flags = NDArray[np.bool_]


class DoubtfulTexts:
    """The doubtful texts of columns whose cells mean what *readers* say, under these *headings*."""

    def __init__(self, readers: Mapping[str, Callable[[str], str]], headings: Iterable[str]) -> None:
        self._readers = readers
        self._headings = frozenset(map(fold, headings))
        self._flags: dict[str, Flags] = {}

    def among(self, column: str, texts: Sequence[str]) -> Flags:
        """Return which of the *texts* of a column are doubtful: those looked at before, and more at their end."""
        flags = self._flags.get(column, np.zeros(0, dtype=bool))
        if len(flags) < len(texts):
            added = [self._is_doubtful(column, text) for text in texts[len(flags) :]]
            flags = self._flags[column] = np.concatenate([flags, np.array(added, dtype=bool)])
        return flags

    def _is_doubtful(self, column: str, text: str) -> bool:
        if column in WORD_KINDS:
            return names.word(WORD_KINDS[column], text) is None
        if fold(text) in self._headings:
            return True
        id = self._readers[column](text)
        return (column in REQUIRED and not id) or (column == "item" and names.is_total(id))
