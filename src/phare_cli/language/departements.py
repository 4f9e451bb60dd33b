"""Know the départements of France: their codes, their names in a sentence, the region that each lies in.

Code officiel géographique of Insee, 2024: 101 départements in 18 regions; codes are text.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from phare_cli.language.codebook_entry import Entry
from phare_cli.language.folding import fold

DEPARTEMENTS = Path(__file__).with_name("departements.csv")
# "de" before an article, and the agreement that an article tells.
OF = {"le": "du", "la": "de la", "les": "des", "l'": "de l'", "": "de"}
_CODE = r"\d{1,3}|2[ab]"
AGREEMENTS = {"le": "m", "les": "mp"}


class Departement(NamedTuple):
    """One département; *region* is the id of the region that it lies in, *article* that of its name in French."""

    code: str
    name: str
    region: str
    article: str
    in_fr: str
    tile: str  # its place on a map of equal tiles, a column and a row as in a spreadsheet

    @property
    def of_fr(self) -> str:
        """Its name after *de*; of two rivers, and after *en*, it takes no article (d'Eure-et-Loir)."""
        if "-et-" in self.name and self.in_fr.startswith("en "):
            return joined("d'" if self.article == "l'" else "de", self.name)
        return joined(OF[self.article], self.name)

    @property
    def forms(self) -> Mapping[str, str]:
        """Its name as sentences need it, as the columns of the codebook call the forms; its region as ``parent``."""
        the_en = f"the {self.name}" if self.article == "les" else self.name
        return {
            "in_fr": self.in_fr,
            "of_fr": self.of_fr,
            "the_fr": joined(self.article, self.name),
            "agreement_fr": AGREEMENTS.get(self.article, "f"),
            "in_en": f"in {the_en}",
            "the_en": the_en,
            "parent": self.region,
            "place": "departement",
        }


def joined(article: str, name: str) -> str:
    """Return a name after its article or preposition.

    >>> joined("l'", "Ain"), joined("du", "Gard"), joined("", "Paris")
    ("l'Ain", 'du Gard', 'Paris')
    """
    return f"{article}{name}" if article.endswith("'") or not article else f"{article} {name}"


@cache
def departements() -> tuple[Departement, ...]:
    """Return the départements in the order of their codes; five are regions as well, under the same name."""
    with DEPARTEMENTS.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    return tuple(map(Departement._make, rows))


@cache
def _by_code_or_name() -> Mapping[str, Departement]:
    known = departements()
    # A digit that stands in no name parts them: one long text is folded in a fraction of the time of many short ones.
    names = fold(" 0 ".join([each.name for each in known])).split(" 0 ")
    return {each.code.lower(): each for each in known} | dict(zip(names, known, strict=True))


def departement(text: str) -> Departement | None:
    """Return the département that a code or a name means; a zero that a spreadsheet took away is put back.

    A code beside its name is both: *29 - Finistère*.

    >>> departement("6").name, departement("2a").region, departement("30 - Gard").code, departement("29 - Gard")
    ('Alpes-Maritimes', 'Corse', '30', None)
    """
    folded = fold(text)
    known = _by_code_or_name()
    found = known.get(folded.zfill(2) if folded.isdecimal() else folded)
    if found is None and (parts := code_and_name(folded)) is not None:
        code, name = parts
        found = known.get(name) if known.get(name) is known.get(code.zfill(2)) else None
    return found


def code_and_name(folded: str) -> tuple[str, str] | None:
    """Return the code and the name of which a folded text is made, in either order; None where it is not.

    >>> code_and_name("29 finistere"), code_and_name("corse du sud 2a"), code_and_name("finistere")
    (('29', 'finistere'), ('2a', 'corse du sud'), None)
    """
    first, _, rest = folded.partition(" ")
    before, _, last = folded.rpartition(" ")
    if rest and _is_code(first):
        return first, rest
    return (last, before) if before and _is_code(last) else None


def _is_code(word: str) -> bool:
    return word[:1].isdecimal() and re.fullmatch(_CODE, word) is not None


def region_of_all(names: Iterable[str]) -> str | None:
    """Return the region (an id) in which all départements among some names lie, None for fewer than two.

    What is no département of its own says nothing: *Reste de l'Occitanie*, *Ne sait pas*.

    >>> region_of_all(["Gard", "Hérault", "Reste de l'Occitanie"]), region_of_all(["30", "13"])
    ('Occitanie', None)
    """
    found = {each for each in map(departement, names) if each is not None}
    regions = {each.region for each in found}
    return regions.pop() if len(found) > 1 and len(regions) == 1 else None


def departement_name(text: str) -> str:
    """Return the name of the département that a code or a name means, the text itself where there is none.

    >>> departement_name("6"), departement_name("Bretagne")
    ('Alpes-Maritimes', 'Bretagne')
    """
    found = departement(text)
    return text if found is None else found.name


@cache
def entries_by_name() -> Mapping[str, Entry]:
    """Return the départements as a codebook has its entries, by folded name."""
    return {
        fold(each.name): Entry(
            "region",
            each.name,
            fold(each.name).replace(" ", "-"),
            "",
            {"en": each.name, "fr": each.name},
            (),
            each.forms,
        )
        for each in departements()
    }


def found_place(folded: str, ids: Mapping[str, str]) -> str | None:
    """Return the id of a département by its folded name, or of it or a region by its code and name together.

    *ids* are those of regions, by their folded names and codes.
    """
    known = entries_by_name().get(folded)
    if known is not None:
        return known.id
    parts = code_and_name(folded)
    if parts is None:
        return None
    code, name = parts
    region = ids.get(name)
    if region is not None and region == ids.get(code.zfill(2)):
        return region
    found = departement(folded)
    return None if found is None else found.name
