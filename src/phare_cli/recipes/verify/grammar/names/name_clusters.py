"""Gather the words of one name that stand near one another in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from phare_cli.documents.prose.tokens import Token

FAR = 6  # words between two words of one name


def clusters(places: Sequence[tuple[int, str]], tokens: Sequence[Token]) -> Iterable[list[tuple[int, str]]]:
    """Yield the words of one name that stand near one another, each word of it once, no clause's end between."""
    cluster: list[tuple[int, str]] = []
    for place, each in places:
        if cluster and (
            place - cluster[-1][0] > FAR
            or each in {other for _, other in cluster}
            or any(token.text in ";:()%" for token in tokens[cluster[-1][0] : place])
        ):
            yield cluster
            cluster = []
        cluster.append((place, each))
    if cluster:
        yield cluster
