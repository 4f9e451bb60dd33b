"""Know which column of a file is which column of ours. Reads no figures."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from phare_cli.language.codebook import codebook
from phare_cli.language.folding import clean, fold
from phare_cli.language.place_words import place_named
from phare_cli.nouns.contract import COLUMNS, REQUIRED

# What phare writes beside the columns of the contract, and computes anew when it reads its own files.
COMPUTED = frozenset({"rank", "rank low", "rank high", "low", "high", "flag"})
# The ranks of respondents, unless a column of ranks stands beside them: then they are those of an answer of phare.
RANK_INTERVAL = ("rank_low", "rank_high")
# What people state beside a figure: never read as one, only checked against it.
STATED = {"rank": "rank", "rang": "rank", "gap": "gap", "ecart": "gap"}
_COUNTS = ("base", "effective_base")
# What a column of answers to any question is called: no name of one.
_OF_ANY_QUESTION = frozenset((
    "item", "items", "modalite", "modalites", "reponse", "reponses", "response option", "option", "options", "answer",
    "answers", "response", "responses", "choix", "choice", "libelle", "libelles", "intitule", "label", "categorie",
    "category", "variable", "indicateur", "indicator", "question",
))  # fmt: skip
_CODED = frozenset({"code", "codes", "insee", "num", "numero", "no", "id"})


class Header(NamedTuple):
    """One row of a file read as its header.

    *places* leads from a column of ours to its place in the row, *constants* to its one text. *repeated* are
    columns of ours that two of theirs claim, *unmapped* the columns that ``--map`` asks for in vain. *stated*
    leads to the ranks and gaps that the file states, *doubtful* from a column of ours to a place that its name does
    not make sure. *chosen* are the columns of ours that somebody spoke of.
    """

    line: int
    names: tuple[str, ...]  # theirs, clean
    places: Mapping[str, int]
    constants: Mapping[str, str]
    missing: tuple[str, ...]
    repeated: Mapping[str, tuple[int, ...]]
    unmapped: Mapping[str, str]
    stated: Mapping[str, int]
    doubtful: Mapping[str, int]
    chosen: Collection[str]

    @property
    def is_whole(self) -> bool:
        """Whether every required column has its place or constant."""
        return not (self.missing or self.repeated or self.unmapped)

    @property
    def width(self) -> int:
        """How many cells a row needs: those of the names without an empty tail."""
        return max((place for place, name in enumerate(self.names, 1) if name), default=0)

    @property
    def only_question(self) -> str:
        """The one question that all figures are taken for, where no column says which; else an empty text."""
        return "" if "indicator" in self.chosen else self.constants.get("indicator", "")

    @property
    def unused(self) -> tuple[str, ...]:
        """Their columns that have a name and no use here."""
        used = {*self.places.values(), *self.stated.values()}
        return tuple(
            name
            for place, name in enumerate(self.names)
            if name and place not in used and fold(name) not in COMPUTED
        )

    @property
    def known(self) -> int:
        """How many columns of ours the row itself names: what tells a header from other rows."""
        return len(self.places) + len(self.repeated)

    def name(self, column: str) -> str:
        """Return what the file calls a column of ours."""
        return self.names[self.places[column]] if column in self.places else column


def header_of(
    line: int, cells: Sequence[str], choices: Mapping[str, str], usual: Collection[str] = ()
) -> Header:
    """Return what a row means as a header, with what ``--map`` chose.

    *usual* are the columns of ours that a project chose for its own files: where the row has none of that name, it
    means what it says.
    """
    names = tuple(clean(cell) for cell in cells)
    if usual:
        choices = {
            ours: theirs
            for ours, theirs in choices.items()
            if ours not in usual or theirs.startswith("=") or _named(names, theirs)
        }
    places: dict[str, int] = {}
    repeated: dict[str, tuple[int, ...]] = {}
    unmapped: dict[str, str] = {}
    constants = {ours: theirs[1:] for ours, theirs in choices.items() if theirs.startswith("=")}
    for ours, theirs in choices.items():
        if theirs and ours not in constants:
            _place(ours, _named(names, theirs), places, repeated)
            if ours not in places and ours not in repeated:
                unmapped[ours] = theirs
    taken = set(places.values())
    stated = _stated(names, taken)
    computed = RANK_INTERVAL if "rank" in stated else ()
    claims: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        if place not in taken and (known := _ours(name)) and known not in choices and known not in computed:
            claims.setdefault(known, []).append(place)
    for ours, claimed in claims.items():
        _place(ours, _surest(ours, claimed, names), places, repeated)
    if "region" not in {*places, *repeated, *choices}:
        # Figures of départements, quartiers or countries: what places are called stands for the region.
        of_places = [at for at, name in enumerate(names) if _is_of_places(at, name, places)]
        _place("region", _by_name(of_places, names), places, {})
    doubtful: Mapping[str, int] = {}
    known_places = {
        *places.values(),
        *stated.values(),
        *(at for claimed in repeated.values() for at in claimed),
    }
    has_more = any(name and at not in known_places for at, name in enumerate(names))
    lacks = not {"indicator", "item", "stakeholder"} <= {*places, *choices}
    if has_more or lacks or "response" in repeated:
        from phare_cli.results.headers.likely_columns import (
            take_likely,
        )  # a header in phare's words lacks none

        doubtful = take_likely([*names], choices.keys(), places, repeated)
    accounted_for = {*places, *repeated, *unmapped, *(ours for ours, text in constants.items() if text)}
    missing = tuple(ours for ours in REQUIRED if ours not in accounted_for)
    header = Header(
        line, names, places, constants, missing, repeated, unmapped, stated, doubtful, choices.keys()
    )
    if missing != ("indicator",) or header.unused:
        return header
    question = _only_question(header)
    return header._replace(constants={**constants, "indicator": question}, missing=()) if question else header


def _only_question(header: Header) -> str:
    """Return what a file of one question calls it: its column of answers, by a word of their own (“Thème”)."""
    name = header.name("item")
    if "item" not in header.places or header.repeated or header.unmapped or fold(name) in _OF_ANY_QUESTION:
        return ""
    return name


def _surest(ours: str, claimed: Sequence[int], names: Sequence[str]) -> Sequence[int]:
    """Return the one of several columns that is called as the column itself, in either language, where it may win.

    A base is no other count, and a region no wider or narrower place; which of two values is meant, no word tells.
    """
    if len(claimed) < 2 or ours not in ("base", "region"):
        return claimed
    labels = {ours, *(fold(codebook().label("column", ours, language)) for language in ("en", "fr"))}
    named = [at for at in claimed if fold(names[at]) in labels]
    return named if len(named) == 1 else claimed


def _stated(names: Sequence[str], taken: Collection[int]) -> Mapping[str, int]:
    """Return where a file states ranks and gaps: the first column of each whose place is not *taken*."""
    stated: dict[str, int] = {}
    for place, name in enumerate(names):
        kind = STATED.get(fold(name)) if name and place not in taken else None
        if kind:
            stated.setdefault(kind, place)
    return stated


def _place(
    ours: str, claimed: Sequence[int], places: dict[str, int], repeated: dict[str, tuple[int, ...]]
) -> None:
    if len(claimed) == 1:
        places[ours] = claimed[0]
    elif claimed:
        repeated[ours] = tuple(claimed)


def _named(names: Sequence[str], theirs: str) -> list[int]:
    """Return the places of a column of theirs: those of its exact name, else of one that folds to the same."""
    exact = [place for place, name in enumerate(names) if name == clean(theirs)]
    return exact or [place for place, name in enumerate(names) if name and fold(name) == fold(theirs)]


def _ours(name: str) -> str | None:
    found = _canonical().get(name) or codebook().find("column", name) if name else None
    return None if found in _COUNTS and "%" in name else found  # “Répondants (%)” counts nobody


def _is_of_places(at: int, name: str, places: Mapping[str, int]) -> bool:
    return bool(name) and at not in places.values() and place_named(name) is not None


def _by_name(claimed: Sequence[int], names: Sequence[str]) -> Sequence[int]:
    """Return the one of several columns of places that has their names, where the others have the codes of the same."""
    named = [at for at in claimed if _CODED.isdisjoint(fold(names[at]).split())]
    is_one_kind = len({place_named(names[at]) for at in claimed}) == 1
    return named if len(named) == 1 and is_one_kind else claimed


@cache
def _canonical() -> Mapping[str, str]:
    return {column: column for column in COLUMNS}
