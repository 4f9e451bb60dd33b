"""Tell the rows that names may mean, before every name of the data is known. Reads nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from phare_cli.language.codebook import codebook
from phare_cli.language.folding import fold

if TYPE_CHECKING:
    from phare_cli.nouns.survey import Estimate


def _codes_of(regions: Iterable[str | None]) -> frozenset[str]:
    """Return the codes that a column of départements may have for those that are départements by their name."""
    from phare_cli.language.departements import departement  # only large files are filtered

    found = [departement(region) for region in regions if region]
    codes = {fold(each.code) for each in found if each is not None}
    return frozenset(codes | {code.lstrip("0") for code in codes})


class RowFilter:
    """The names that are asked of each column, as a person typed them: a row is wanted when every column is.

    A name that the codebook knows means its entry. Another means its own text, or whatever folds to the same.
    """

    def __init__(self, names: Mapping[str, Sequence[str]]) -> None:
        self.names = {column: tuple(texts) for column, texts in names.items() if texts}
        book = codebook()
        self._known = {
            column: {text: book.find(column, text) for text in texts} for column, texts in self.names.items()
        }
        self._folded = {
            column: frozenset(fold(text) for text, id in known.items() if id is None)
            for column, known in self._known.items()
        }
        self.has_doubts = False  # codes of regions may be those of départements, which other rows tell
        self._met: dict[str, dict[str, bool]] = {column: {} for column in self.names}

    def holds(self, column: str, id: str) -> bool:
        """Tell whether *id*, as reading gives it, may be meant by a name asked of *column*."""
        met = self._met[column]
        if id not in met:
            met[id] = id in self._known[column].values() or fold(id) in self._folded[column]
        return met[id]

    def spellings(self, column: str) -> frozenset[str]:
        """Return everything that a cell of *column* may fold to when it is wanted."""
        ids = set(self._known[column].values())
        entries = (entry for entry in codebook().entries(column) if entry.id in ids)
        spelled = self._folded[column] | {fold(name) for entry in entries for name in entry.names}
        return spelled | _codes_of(ids) if column == "region" else spelled

    def settles(self, estimates: Iterable[Estimate]) -> bool:
        """Tell whether *estimates*, all that are wanted, show what every name means without the rest of the data."""
        if self.has_doubts:
            return False
        left = {(column, id or text) for column, known in self._known.items() for text, id in known.items()}
        for estimate in estimates:
            left -= {(column, getattr(estimate, column)) for column in self.names}
            if not left:
                return True
        return not left
