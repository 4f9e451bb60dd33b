"""Check from Python the figures and claims of documents that a person wrote."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from phare_cli.api.chosen import SURVEY, file_name, terms_of
from phare_cli.api.in_words import in_words_of_survey
from phare_cli.judging.subset import resolve
from phare_cli.judging.terms import STANDARD, Family, Sample
from phare_cli.nouns import option_checks as check
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.nouns.remark import Verification
from phare_cli.nouns.survey import Survey


@in_words_of_survey
def verify(
    survey: Survey,
    *documents: str | Path,
    region: str | None = None,
    conf: float = 0.95,
    sample: Sample | str | None = None,
    shares: Mapping[str, float] | None = None,
    family: Family | str = Family.INDICATOR,
    power: float = STANDARD.power,
    accept: str | Path | None = None,
    all: bool = False,
) -> Verification:
    """Return what the figures of *survey* say of each claim of *documents*, files of any kind that verify reads.

    *region* is the one that documents speak of where they name none. Gaps are judged as by *compare*. *accept* is a
    file of claims that a person has accepted. ``table`` of the answer holds a row a claim: where it stands (line and
    column, from 1), ``status``, what was ``said`` and the ``value`` of the data, in the unit of the indicator; *all*
    adds a row for each number that is no claim. ``faults()`` gives the claims that are wrong or overstated, for which
    the command line ends in status 1; ``notices`` tell of acceptances that no claim meets and of a region to name.
    The answer shows itself in a notebook; *render* gives its formats, *render_bytes* a copy of a Word document with
    comments.

    No document is changed: figures are bound and corrected by the command line alone, which runs the commands of
    blocks. Raises UnreadableInput for what is no document, UnknownName for a region that the data do not hold,
    WrongOption for an option that cannot be used.
    """
    from phare_cli.documents.prose.open_prose import (
        read_prose,  # the grammar of claims, of use to who verifies
    )
    from phare_cli.recipes.verify.accepting import NOTHING, read_acceptances
    from phare_cli.recipes.verify.verify import verify as recipe

    check.instance("survey", survey, Survey, SURVEY)
    if not documents:
        raise WrongOption(sentence("verify is about documents: name one at least."))
    names = [file_name("documents", document) for document in documents]
    accepted = file_name("--accept", accept)
    here = None if region is None else resolve(survey, "region", check.text("--region", region))
    terms = terms_of(survey, conf=conf, sample=sample, shares=shares, family=family, power=power, panel=False)
    with_skipped = check.switch("all", all)
    return recipe(
        [read_prose(name) for name in names],
        survey,
        region=here,
        terms=terms,
        acceptances=read_acceptances(Path(accepted)) if accepted else NOTHING,
        with_skipped=with_skipped,
    )
