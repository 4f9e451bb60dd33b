"""Number the cells that respondents fall into: one a wave, region, group, segment and stratum."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from phare_cli.files.findings import Findings
from phare_cli.language.codebook import codebook
from phare_cli.language.departement_codes import CodesMean
from phare_cli.language.departements import departement
from phare_cli.language.folding import clean, fold
from phare_cli.nouns.message import sentence
from phare_cli.nouns.survey import NATION
from phare_cli.respondents.engine.coded import Coded
from phare_cli.respondents.engine.labels import Codes
from phare_cli.respondents.engine.lookup import Lookup
from phare_cli.respondents.engine.number_ranges import NumberRanges
from phare_cli.respondents.engine.value_labels import ValueLabels
from phare_cli.respondents.find_columns import ColumnFinder
from phare_cli.respondents.spec import PLACES, Spec

Spelled = dict[tuple[str, str], dict[str, None]]
_WIDEST_TABLE = 1 << 20
# More names than this in a place are no regions, groups or segments: they may be what respondents wrote.
MOST_NAMES = 500
MOST_TEXTS = 1000  # kept of a place: more are no regions and no groups


_OF_DEPARTEMENTS = (CodesMean.DEPARTEMENTS, CodesMean.THEIR_REGIONS)


class RespondentCell(NamedTuple):
    """Where a respondent belongs; "" where that is not told."""

    wave: str = ""
    region: str = ""
    stakeholder: str = ""
    segment: str = ""
    stratum: tuple[str, ...] = ()


class Names:
    """The names of one place, numbered: what a label becomes after its recode and the codebook."""

    def __init__(
        self,
        place: str,
        recode: Mapping[str, str],
        codes_mean: CodesMean = CodesMean.REGIONS,
        whole: str = "",
        spelled: Spelled | None = None,
    ) -> None:
        """Start without any. *codes_mean* is what codes are read as, of regions, of départements or of theirs.

        *spelled* takes up what the files, or the spec, call each name, by place and name.
        """
        self.names: list[str] = []
        self.texts: set[str] = set()  # as they stand in the files
        self._spelled = spelled
        self._codes_mean = codes_mean
        self._numbers: dict[str, int] = {}
        self._place = place
        if whole:  # who lives in the whole, and in no part that is told, counts in the whole alone
            recode = {**recode, whole: NATION}
        self._whole = codebook().find(place, whole) or whole
        self._recode = {clean(text): name for text, name in recode.items()}
        self._ranges = NumberRanges(recode)
        self._folded = {fold(text): name for text, name in recode.items()}

    def knows(self, text: str) -> bool:
        """Tell whether a text is recoded."""
        return text in self._recode or fold(text) in self._folded or self._ranges.name(text) is not None

    def number(self, text: str) -> int:
        """Return the number of the name that *text* means."""
        name = self.name(text)
        if self._spelled is not None and len(self._spelled) <= MOST_TEXTS:
            self._spelled.setdefault((self._place, name), {})[clean(self._recoded(text))] = None
        if text and len(self.texts) <= MOST_TEXTS:
            self.texts.add(text)
        number = self._numbers.setdefault(name, len(self.names))
        if number == len(self.names):
            self.names.append(name)
        return number

    def name(self, text: str) -> str:
        """Return the codebook id, or the text itself; "" for no name, and for the nation among regions."""
        recoded = self._recoded(text)
        if self._place not in ("region", "stakeholder") or not recoded:
            return recoded
        if self._codes_mean in _OF_DEPARTEMENTS and (found := departement(recoded)):
            id = found.name if self._codes_mean is CodesMean.DEPARTEMENTS else found.region
        else:
            id = codebook().find(self._place, recoded) or recoded
        is_nation = self._place == "region" and id == NATION and self._codes_mean is not CodesMean.COUNTRIES
        return "" if is_nation or id == self._whole else id

    def _recoded(self, text: str) -> str:
        recoded = self._recode.get(text)
        if recoded is None:
            recoded = self._folded.get(fold(text), self._ranges.name(text) or text) if text else text
        return recoded


class Cells:
    """The cells met so far, in the order in which they were met; *strata* are the columns that make a stratum."""

    def __init__(
        self,
        recodes: Mapping[str, Mapping[str, str]],
        strata: int,
        codes_mean: CodesMean = CodesMean.REGIONS,
        whole: str = "",
        spelled: Spelled | None = None,
    ) -> None:
        places = [
            Names(place, recodes.get(place, {}), codes_mean, whole)
            if place == "region"
            else Names(place, recodes.get(place, {}), spelled=spelled if place == "stakeholder" else None)
            for place in PLACES
        ]
        self.names = (*places, *(Names("stratum", {}) for _ in range(strata)))
        self.cells: list[RespondentCell] = []
        self._numbers: dict[tuple[int, ...], int] = {}
        self._sizes: list[int] = []
        self._table = np.empty(
            0, dtype=np.intp
        )  # of each combination of names, while there are so many of them

    def require_few_names(self, spec: Spec, file: str, findings: Findings) -> None:
        """Raise InvalidData where a place has more names than regions, groups and segments have."""
        for place, names in zip(PLACES, self.names, strict=False):
            if len(names.names) > MOST_NAMES:
                message = sentence(
                    "more than {most} names stand in the column of the {place}: choose another column.",
                    most=MOST_NAMES,
                    place=place,
                )
                findings.problem("too-many-names", message, file, column=spec.place(place).column)
                findings.raise_any()

    def numbers(self, places: Sequence[NDArray[np.signedinteger] | int], rows: int) -> Codes:
        """Return the cell of each row; *places* holds name numbers, a single one where all rows share it."""
        sizes = [max(1, len(each.names)) for each in self.names]
        combined = np.zeros(rows, dtype=np.intp)
        for numbers, size in zip(places, sizes, strict=True):
            if size > 1:
                combined = combined * size + numbers
        width = math.prod(sizes)
        if width > _WIDEST_TABLE:
            present, inverse = np.unique(combined, return_inverse=True)
            cell_of_each = np.array([self._number(int(each), sizes) for each in present], dtype=np.intp)
            return cell_of_each[inverse]
        if sizes != self._sizes:
            self._sizes, self._table = sizes, np.full(width, -1, dtype=np.intp)
        cells = self._table[combined]
        if int(cells.min(initial=0)) < 0:
            for each in np.flatnonzero((self._table < 0) & (np.bincount(combined, minlength=width) > 0)):
                self._table[each] = self._number(int(each), sizes)
            cells = self._table[combined]
        return cells

    def _number(self, combined: int, sizes: list[int]) -> int:
        key: list[int] = []
        for size in reversed(sizes):
            combined, place = divmod(combined, size)
            key.append(place)
        numbers = tuple(reversed(key))
        number = self._numbers.setdefault(numbers, len(self.cells))
        if number == len(self.cells):
            named = [names.names[place] for names, place in zip(self.names, numbers, strict=True)]
            wave, region, stakeholder, segment = named[: len(PLACES)]
            self.cells.append(RespondentCell(wave, region, stakeholder, segment, tuple(named[len(PLACES) :])))
        return number


class CellReader:
    """Finds the cell of each row of one file."""

    def __init__(self, cells: Cells, spec: Spec, columns: ColumnFinder, strata: Sequence[str]) -> None:
        self.cells = cells
        places = [spec.place(name) for name in PLACES]
        names = [place.column for place in places] + list(strata)
        self._columns = [columns.one(name) if name else -1 for name in names]
        self._lookups = [
            Lookup(_number_of(each, columns.labels(place)))
            for each, place in zip(cells.names, self._columns, strict=True)
        ]
        constants = [place.constant for place in places] + [""] * len(strata)
        self._constants = [names.number(text) for names, text in zip(cells.names, constants, strict=True)]

    def read(self, coded: Coded) -> Codes:
        """Return the cell of each row of a block."""
        places = [
            constant if column < 0 else coded.column(column, lookup)
            for column, lookup, constant in zip(self._columns, self._lookups, self._constants, strict=True)
        ]
        return self.cells.numbers(places, coded.block.rows)


def _number_of(names: Names, labels: ValueLabels) -> Callable[[str], int]:
    """Return what numbers the name of a cell, of its label where it is a code."""
    return (lambda code: names.number(labels.shown(code, names.knows))) if labels else names.number
