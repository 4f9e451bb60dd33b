"""Read a page that names its year with data that tell no wave: as of that year where its method says it, else say how.

A survey made in 2026 is held in a file without a column of waves, and "en 2026" means just that file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from phare_cli.documents.prose.lexicon import Lexicon
from phare_cli.documents.prose.passage import Prose, ProsePassage, Role
from phare_cli.documents.prose.tokens import TokenRow, sentences_of, tokens_of
from phare_cli.nouns.message import Message, counted, sentence
from phare_cli.recipes.verify.figure_verdicts import UNKNOWN_STATUS, Finding
from phare_cli.recipes.verify.grammar.claims import Claim, Scene
from phare_cli.recipes.verify.grammar.names.wave_mentions import is_year

_METHOD = ("asked", "carried out", "survey noun")


def year_of_method(prose: Prose, words: Lexicon) -> str | None:
    """Return the one year that a page's titles and its sentences of method name; None where they name more, or none."""
    years = {year for passage in prose.passages for year in _years_told(passage, words)}
    return next(iter(years)) if len(years) == 1 else None


def _years_told(passage: ProsePassage, words: Lexicon) -> Iterator[str]:
    """Yield the years of a passage that says when people were asked: "Enquête menée en mai 2026", "Baromètre 2026"."""
    if passage.role is Role.CELL or not any(letter.isdigit() for letter in passage.text):
        return
    for tokens in sentences_of(tokens_of(passage.text)):
        row = TokenRow(tokens)
        years = [token.word for token in row if is_year(token.word)]
        if years and any(words[name].first(row) is not None for name in _METHOD):
            yield from years


def of_no_wave(claim: Claim, year: str) -> Claim:
    """Return *claim* with a year for no wave: it is that of data that tell none."""

    def scene(one: Scene) -> Scene:
        return one._replace(
            wave=None if one.wave == year else one.wave,
            document_wave=None if one.document_wave == year else one.document_wave,
        )

    def scenes(several: Sequence[Scene]) -> tuple[Scene, ...]:
        return tuple(map(scene, several))

    misgivings = claim.misgivings()._replace(doubts=scenes(claim.misgivings().doubts))
    return claim._replace(
        scene=scene(claim.scene),
        reference=None if claim.reference is None else scene(claim.reference),
        others=scenes(claim.others),
        or_beside=scenes(claim.or_beside),
        also=scenes(claim.also),
        maybe=scenes(claim.maybe),
        misgivings=lambda: misgivings,
        fallbacks=scenes(claim.fallbacks),
    )


def read_as_of(document: str, year: str) -> Message:
    """Return that a document was read as of the year of its method."""
    return sentence(
        "{document}: the data tell no wave and are read as of {year}, which the page says of its survey",
        document=document,
        year=year,
    )


def year_to_map(
    document: str, judged: Sequence[tuple[Claim, Finding]], judge: Callable[[Claim], Finding]
) -> Message | None:
    """Return what to say of claims of a year that would be known if the data were of it; None where there are none."""
    told = Counter(
        claim.scene.wave
        for claim, finding in judged
        if finding.status == UNKNOWN_STATUS
        and claim.scene.wave is not None
        and is_year(claim.scene.wave)
        and judge(of_no_wave(claim, claim.scene.wave)).status != UNKNOWN_STATUS
    )
    if not told:
        return None
    [(year, count)] = told.most_common(1)
    return counted(
        "{document}: {count} claim names {year} and the data tell no wave: --map wave=={year} says that they are of it",
        "{document}: {count} claims name {year} and the data tell no wave: --map wave=={year} says that they are of it",
        count,
        document=document,
        year=year,
    )
