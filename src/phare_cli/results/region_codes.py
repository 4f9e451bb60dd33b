"""Settle by a whole table whether the codes of its regions are those of départements, and tell how they are read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from phare_cli.files.findings import Findings
from phare_cli.nouns.message import Message, Name, sentence

if TYPE_CHECKING:
    from phare_cli.language.departement_codes import FoundCodes
    from phare_cli.results.rules import Rules

_KEPT = 1 << 16  # no file has more places; of one that seems to, the rest is read and not kept


class CodesOfDepartements(Exception):
    """A table was read as one of regions, and its codes are those of départements: *told* says why."""

    def __init__(self, told: Message, line: int, column: str) -> None:
        super().__init__()
        self.told, self.line, self.column = told, line, column


class RegionTexts:
    """What reads the column of regions, and keeps what stands in it."""

    def __init__(self, read: Callable[[str], str]) -> None:
        self._read, self._met = read, dict[str, str]()

    def __call__(self, text: str) -> str:
        found = self._met.get(text)
        if found is None:
            found = self._read(text)
            if len(self._met) < _KEPT:
                self._met[text] = found
        return found

    def settle(self, rules: Rules, column: str, file: str, line: int, findings: Findings) -> None:
        """Tell how codes were read that a region and a département have both; nothing where there is none.

        Raises CodesOfDepartements where they are those of départements. Where only the rows asked for were read, the
        others may settle it: the filter of *rules* has doubts then.
        """
        if rules.departements or not any(text.strip()[:1].isdecimal() for text in self._met):
            return
        from phare_cli.language.departement_codes import (  # few files have codes
            CodesMean,
            found_codes,
            is_named_for_departements,
        )

        found = found_codes(self._met)
        if found is None or is_named_for_departements(column):
            return
        if rules.row_filter is not None:
            rules.row_filter.has_doubts = True
        elif found.mean is CodesMean.DEPARTEMENTS:
            raise CodesOfDepartements(_departements(found, column), line, column)
        else:
            findings.reading("codes-of-regions", _regions(found, column), file, line, column)


def _departements(found: FoundCodes, column: str) -> Message:
    if not found.either:
        return sentence(
            "the codes of “{column}” are read as those of départements: “{alone}” is {departement}.",
            column=column,
            alone=found.alone,
            departement=_departement(found.alone),
        )
    return sentence(
        "the codes of “{column}” are read as those of départements, as “{alone}” is no region: {code} is "
        "{departement}, and not {region}.",
        column=column,
        alone=found.alone,
        code=found.either,
        departement=_departement(found.either),
        region=_region(found.either),
    )


def _regions(found: FoundCodes, column: str) -> Message:
    return sentence(
        "the codes of “{column}” are read as those of regions, and may be those of départements: {code} is {region}, "
        "and not {departement}. If they are départements, call the column departement.",
        column=column,
        code=found.either,
        region=_region(found.either),
        departement=_departement(found.either),
    )


def _departement(code: str) -> Name:
    from phare_cli.language.departements import departement_name

    return Name("region", departement_name(code))


def _region(code: str) -> Name:
    from phare_cli.language.departement_codes import region_of

    return Name("region", region_of(code) or code)
