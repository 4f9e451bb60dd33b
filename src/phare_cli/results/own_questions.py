"""Keep a question under its own name that is called like one of phare's and answered otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from phare_cli.nouns.large.counted import are_columned
from phare_cli.nouns.survey import Estimate
from phare_cli.results.namesakes import is_apart, namesake

if TYPE_CHECKING:
    from phare_cli.results.names import Spelled


def with_own_questions(estimates: Sequence[Estimate], spelled: Spelled) -> Sequence[Estimate]:
    """Return the estimates of a file whose words are *spelled*, which then has none of what is kept apart."""
    names = {id: name for id, name in _namesakes(spelled) if is_apart(_items(estimates, id))}
    for id in names:
        del spelled["indicator", id]
    if not names:
        return estimates
    if are_columned(estimates):
        return estimates.renamed("indicator", names)
    return [
        each._replace(indicator=names[each.indicator]) if each.indicator in names else each
        for each in estimates
    ]


def has_namesakes(spelled: Spelled) -> bool:
    """Tell whether a file's words name a question as phare's, by another word than its id."""
    return any(True for _ in _namesakes(spelled))


def _namesakes(spelled: Spelled) -> Iterator[tuple[str, str]]:
    """Yield the ids of phare's questions with the word that a file has for each, none of whose words is the id."""
    for (kind, id), texts in spelled.items():
        name = next(iter(texts))
        if kind == "indicator" and id not in texts and namesake(name) == id:
            yield id, name


def _items(estimates: Sequence[Estimate], indicator: str) -> Iterable[str]:
    if are_columned(estimates):
        return [item for asked, item in estimates.combinations(("indicator", "item")) if asked == indicator]
    return (each.item for each in estimates if each.indicator == indicator)
