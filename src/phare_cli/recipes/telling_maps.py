"""Choose the maps that tell most where a page has no room for all, and say what draws one that is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from phare_cli.judging.precision import WEAK, flag_of
from phare_cli.judging.subset import WHOLE_GROUPS
from phare_cli.judging.verdicts import Judgement
from phare_cli.language.codebook import codebook
from phare_cli.language.shell_words import typed
from phare_cli.nouns.message import Form, Listing, Message, sentence
from phare_cli.nouns.survey import NATION, Estimate, Survey

MAP_KEY = ("survey", "wave", "unit", "stakeholder", "segment", "item")  # what the regions of one map share
_OPTIONS = ("survey", "wave", "stakeholder", "item")  # that choose one map among those of an indicator


def map_of(estimate: Estimate) -> tuple[str, ...]:
    """Return what tells the map of a figure from others of its indicator."""
    return tuple(getattr(estimate, name) for name in MAP_KEY)


def most_telling(
    drawn: Sequence[Estimate], judgements: Mapping[Estimate, Judgement], most: int
) -> tuple[list[Estimate], list[Estimate]]:
    """Return the figures of the *most* maps that tell most, and the others, each in their order.

    They tell most places apart from the whole; of as many, those whose firm figures lie furthest apart.
    """
    maps: dict[tuple[str, ...], list[Estimate]] = {}
    for each in drawn:
        maps.setdefault(map_of(each), []).append(each)

    def told(key: tuple[str, ...]) -> tuple[int, float]:
        judged = (judgements.get(each) for each in maps[key])
        apart = sum(judgement is not None and judgement.is_established for judgement in judged)
        firm = [each.value for each in maps[key] if each.value is not None and flag_of(each) not in WEAK]
        return (apart, max(firm) - min(firm) if firm else -1.0)

    kept = set(sorted(maps, key=told, reverse=True)[:most])
    return [each for each in drawn if map_of(each) in kept], [
        each for each in drawn if map_of(each) not in kept
    ]


def maps_left_out(
    left_out: Iterable[tuple[Estimate, Message]],
    judgements: Mapping[Estimate, Judgement],
    survey: Survey,
    to: str,
) -> Iterator[Message]:
    """Yield by what the maps shown were chosen, which are left out and what draws one of them from *survey*.

    Each figure of *left_out* has with it what its map is of.
    """
    maps = {map_of(each): (each, name) for each, name in left_out}
    if not maps:
        return
    if any(judgement.is_established for judgement in judgements.values()):
        yield sentence(
            "Maps shown: those that tell most places apart {from_region}, and of as many those whose figures lie "
            "furthest apart.",
            from_region=Form("region", to, "from"),
        )
    else:
        yield sentence("Maps shown: those whose figures lie furthest apart.")
    yield sentence(
        "Maps left out: {maps}. To draw one: {command}.",
        maps=Listing(tuple(name for _, name in maps.values()), last=";"),
        command=_command(next(iter(maps.values()))[0], survey, to),
    )


def _command(estimate: Estimate, survey: Survey, to: str) -> str:
    """Return the words at a shell that draw the map of *estimate*, one of those of its indicator in *survey*."""
    words = ["phare", "plot", codebook().slug("indicator", estimate.indicator), "--style", "map"]
    for kind in _OPTIONS:
        if kind == "item" or len({getattr(each, kind) for each in survey.estimates}) > 1:
            words += [f"--{kind}", codebook().slug(kind, getattr(estimate, kind))]
    if any(each.segment for each in survey.estimates):
        words += ["--segment", WHOLE_GROUPS]
    if to != NATION:
        words += ["--to", codebook().slug("region", to)]
    return " ".join(map(typed, words))
