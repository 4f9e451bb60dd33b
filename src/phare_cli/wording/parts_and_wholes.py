"""Call a place inside another, and the one that holds it, by what they are. Concludes nothing."""

from __future__ import annotations

from phare_cli.judging.pairs import Pair, regional
from phare_cli.nouns.message import Fill, Form, PlaceWord, sentence
from phare_cli.nouns.survey import NATION

_NATION = {"of": sentence("of the nation"), "in": sentence("in the nation"), "the": sentence("the nation")}


def part_word(pair: Pair, form: str) -> PlaceWord:
    """Return the word for the place of a pair that lies in the other, in a form of PlaceWord: la région."""
    region, _ = regional(pair)
    return PlaceWord((region.region,), form)


def whole_word(region: str, form: str) -> Fill:
    """Return the place that holds the other: the nation, or a larger place by its name (``of``, ``in``, ``the``)."""
    return _NATION[form] if region == NATION else Form("region", region, form)
