"""Count the places of an area that the data hold, and those that there are: 3 of the 13 départements of Occitanie."""

from collections.abc import Collection
from typing import NamedTuple

from phare_cli.language.codebook import codebook
from phare_cli.language.departements import departement, departements
from phare_cli.nouns.survey import NATION

_OVERSEAS = ("Guadeloupe", "Martinique", "Guyane", "La Réunion", "Mayotte")


class PlacesHeld(NamedTuple):
    """How many places of an area the data hold, and how many there are."""

    held: int
    known: int

    @property
    def are_all(self) -> bool:
        return self.held >= self.known


def places_held(place: str, others: Collection[str], within: str) -> PlacesHeld | None:
    """Return how many départements or regions like *place* the data hold, itself and *others*, *within* an area.

    An area that is not named is the region that all of them lie in, else France without what lies overseas. None
    where no list knows how many there are.
    """
    of_place = departement(place)
    if of_place is None:
        is_region = codebook().holds("region", place) and place != NATION and not codebook().around(place)
        regions = {each.region for each in departements()} - set(_OVERSEAS)
        if not is_region or place not in regions:
            return None
        return PlacesHeld(len(regions & {place, *others}), len(regions))
    held = [each for each in map(departement, {place, *others}) if each is not None]
    areas = {each.region for each in held}
    area = within if within in areas else next(iter(areas)) if len(areas) == 1 and within != NATION else None
    if area is None:
        known = [each for each in departements() if each.region not in _OVERSEAS]
    else:
        known = [each for each in departements() if each.region == area]
    return PlacesHeld(len({each.code for each in held} & {each.code for each in known}), len(known))
