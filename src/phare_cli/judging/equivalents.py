"""References whose wording differs: found by what a project's codebook calls equivalent, never by likeness."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import product
from typing import NamedTuple

from phare_cli.language.codebook import codebook
from phare_cli.nouns.survey import Estimate

_NAMED = ("stakeholder", "segment", "indicator", "item")
FigureKey = tuple[str, ...]


class Wordings(NamedTuple):
    """One thing that a figure and its reference call by two names, of a *kind* of the codebook."""

    kind: str
    ours: str
    theirs: str


def renamed(estimate: Estimate, own: Collection[FigureKey]) -> Iterator[tuple[int, Estimate]]:
    """Yield *estimate* under each other name that the codebook calls equivalent, with how many names that changes.

    A name that *own*, the keys of its file, holds in the same round is another thing there, and no equivalent.
    """
    book = codebook()
    if not book.has_own:
        return
    spoken = [(kind, str(getattr(estimate, kind))) for kind in _NAMED]
    choices = [(name, *book.equivalents(kind, name)) for kind, name in spoken]
    for chosen in product(*choices):
        group, segment, indicator, item = chosen
        other = estimate._replace(stakeholder=group, segment=segment, indicator=indicator, item=item)
        changes = sum(name != before for name, (_, before) in zip(chosen, spoken, strict=True))
        if changes and other.key not in own:
            yield changes, other


def equivalents_of(
    lonely: Iterable[tuple[Estimate, tuple[str, str, str]]],
    *,
    among: Mapping[FigureKey, Estimate],
    own: Collection[FigureKey],
) -> Mapping[FigureKey, Estimate]:
    """Return, by the key of a figure, that of *among* (by key) that stands for it under other names.

    Each of *lonely* goes with the survey, the wave and the region to look in. Of several, the one with the fewest
    names changed is taken, and none where that leaves two; nor one that would stand for two figures of one region.
    """
    found: dict[FigureKey, Estimate] = {}
    for estimate, (survey, wave, region) in lonely:
        ways: dict[int, list[Estimate]] = {}
        for changes, other in renamed(estimate, own):
            reference = among.get(other._replace(survey=survey, wave=wave, region=region).key)
            if reference is not None and reference.value is not None:
                ways.setdefault(changes, []).append(reference)
        nearest = ways[min(ways)] if ways else []
        if len(nearest) == 1:
            found[estimate.key] = nearest[0]
    taken = Counter((*key[:3], *reference.key) for key, reference in found.items())
    return {key: reference for key, reference in found.items() if taken[(*key[:3], *reference.key)] == 1}


def is_same_question(estimate: Estimate, reference: Estimate) -> bool:
    """Tell whether two figures of two rounds answer one question, as far as they say.

    Two wordings are one where the codebook calls them equivalent, or the indicators that they belong to.
    """
    one, other = estimate.question, reference.question
    if not (one and other) or one == other or estimate.indicator != reference.indicator:
        return True
    book = codebook()
    one, other = (book.find("question", words) or words for words in (one, other))
    return one == other or other in book.equivalents("question", one)


def wordings_of(estimate: Estimate, reference: Estimate | None) -> list[Wordings]:
    """Return what a figure and the reference that was found for it call by two names, their question last."""
    if reference is None or not is_same_question(estimate, reference):
        return []
    kinds = (*_NAMED, "question") if estimate.question and reference.question else _NAMED
    spoken = [(kind, str(getattr(estimate, kind)), str(getattr(reference, kind))) for kind in kinds]
    return [Wordings(*each) for each in spoken if each[1] != each[2]]
