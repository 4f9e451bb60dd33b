"""Find the region that a comparison refers to, or say what to name instead."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.judging.order import places
from phare_cli.judging.pairs import By
from phare_cli.judging.rounds import OWN_ROUND, Round, round_asked
from phare_cli.judging.subset import resolve, to_type
from phare_cli.language.codebook import codebook
from phare_cli.language.known_by_words.words_for_all import is_whole_name
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Listing, Name, sentence
from phare_cli.nouns.survey import NATION, Survey

_NAMED = 5  # regions that a sentence names; a longer list is for phare list


def reference_of(survey: Survey, to: str | None, by: By = By.REGION, *, asked: Sequence[str] = ()) -> str:
    """Return the id of the region that *to* names; for None the nation, else the region that the others are part of,
    by the data, by the codebook or as the only one that is called so.

    Raises WrongOption where groups, segments or waves are compared, which have no region to refer to, and where nobody
    named a region and the data hold no nation; UnknownName for a region that they do not hold.
    """
    if by is not By.REGION:
        if to is not None:
            raise WrongOption(
                sentence("--to names a region to compare with: leave it out with --by {by}.", by=by.value)
            )
        return NATION
    if to is not None:
        return resolve(survey, "region", to)
    published_regions = survey.names("region")
    if NATION in published_regions or not published_regions:
        return NATION
    whole = whole_in(survey)
    if whole is not None:
        return whole
    # A region is no reference to itself: those *asked* about are no example of one.
    own = {codebook().find("region", name) or name for name in asked}
    named = called_whole(survey)
    if named is not None and own != {named}:
        return named
    others = [id for id in places("region", published_regions) if id not in own]
    regions = tuple(to_type("region", id, published_regions) for id in (others or published_regions)[:_NAMED])
    raise WrongOption(
        sentence(
            "these data hold no figure for {nation}: name a reference with --to, such as {regions}. "
            "(phare list regions)",
            nation=Name("region", NATION),
            regions=Listing(regions, last="or"),
        )
    )


def usual_reference(survey: Survey) -> str:
    """Return the id of the region that a page stands beside unless another is named: the nation, or the whole."""
    return NATION if NATION in survey.names("region") else whole_in(survey) or called_whole(survey) or NATION


def whole_in(survey: Survey) -> str | None:
    """Return the region that the others are part of, by the data or by the codebook; None where there is none."""
    regions = survey.names("region")
    return declared_whole(survey) or (whole_of(regions) if regions else None)


def called_whole(survey: Survey) -> str | None:
    """Return the only region whose words are those for all of the others (Ensemble de la région), None elsewhere.

    Whether its respondents count theirs, no word tells.
    """
    regions = survey.names("region")
    named = [region for region in regions if is_whole_name(region)]
    return named[0] if len(named) == 1 and len(regions) > 1 else None


def declared_whole(survey: Survey) -> str | None:
    """Return the region that the data call the whole of the others; None where they hold no figure of it."""
    declared = survey.names("whole")
    return declared[0] if len(declared) == 1 and declared[0] in survey.names("region") else None


def whole_of(regions: Sequence[str]) -> str | None:
    """Return the one of *regions* that all others lie in, None where there is none."""
    book = codebook()
    around = {region: frozenset(book.around(region)) for region in regions}
    wholes = frozenset.intersection(*(around[region] | {region} for region in regions))
    return next((region for region in regions if region in wholes and len(regions) > 1), None)


def reference_round(survey: Survey, to_survey: str | None, to_wave: str | None, by: By = By.REGION) -> Round:
    """Return the round that references are taken from. Raises WrongOption, or UnknownName, for one that is none."""
    if to_survey is None and to_wave is None:
        return OWN_ROUND
    if by is not By.REGION:
        option = "--to-wave" if to_survey is None else "--to-survey"
        raise WrongOption(
            sentence(
                "{option} names where the reference of a region is taken from: leave it out with --by {by}.",
                option=option,
                by=by.value,
            )
        )
    return round_asked(
        survey,
        None if to_survey is None else resolve(survey, "survey", to_survey),
        None if to_wave is None else resolve(survey, "wave", to_wave),
    )
