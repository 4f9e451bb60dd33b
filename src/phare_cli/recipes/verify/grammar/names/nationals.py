"""Tell the people of the nation from a group of the data that is called so too: "les Français" beside a region."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from phare_cli.documents.prose.tokens import Token
from phare_cli.language.codebook import codebook
from phare_cli.nouns.survey import NATION
from phare_cli.recipes.verify.grammar.names.mention import UNKNOWN, Mention

_LIVING = frozenset("de d' du des en dans a au aux vivant habitant residant of in from living".split())  # noqa: SIM905
_TWO = 2  # names that begin at one place, a group and who lives there
_TO_PLACE = 3  # words from who they are to where they live: "les Français vivant en Bretagne"


class Nationals:
    """Who lives in the nation of one survey; *general* is the group that whoever lives somewhere is of."""

    def __init__(self, regions: Collection[str], nation: str | None, general: str) -> None:
        self._general = general
        if nation in regions:
            self._nation = nation
        else:
            is_parted = any(codebook().holds("region", region) for region in regions)
            self._nation = UNKNOWN if is_parted else None

    def meant(
        self,
        found: list[Mention],
        tokens: Sequence[Token],
        place_at: Callable[[Sequence[Token], int], Mention | None],
    ) -> list[Mention]:
        """Return the names that begin at one place without the group, where they are who lives in the nation.

        Those who are told with another place are of that one: "les Français de Bretagne".
        """
        if len(found) < _TWO:
            return found
        people = next((each for each in found if each.is_people and each.id == NATION), None)
        groups = [each for each in found if each.kind == "group"]
        is_general = [(each.id, each.segment) for each in groups] == [(self._general, "")]
        if people is None or self._nation is None or not is_general or groups[0].end > people.end:
            return found
        return groups if _live_elsewhere(tokens, people.end, place_at) else [people._replace(id=self._nation)]


def _live_elsewhere(
    tokens: Sequence[Token], start: int, place_at: Callable[[Sequence[Token], int], Mention | None]
) -> bool:
    for at in range(start, min(start + _TO_PLACE, len(tokens))):
        if place_at(tokens, at) is not None:
            return at > start
        if tokens[at].word not in _LIVING:
            return False
    return False
