"""Write the key-figures page of a region, or of several side by side, from Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from phare_cli.api.chosen import SURVEY, terms_of
from phare_cli.api.in_words import in_words_of_survey
from phare_cli.judging import subset as judging
from phare_cli.judging.reference import usual_reference
from phare_cli.judging.subset import WHOLE_GROUPS, Selection, resolve, resolve_all
from phare_cli.judging.terms import STANDARD, Family, Sample
from phare_cli.nouns import option_checks as check
from phare_cli.nouns.document import Document
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.nouns.picture_kind import PictureKind
from phare_cli.nouns.survey import Survey
from phare_cli.recipes.report import report as recipe
from phare_cli.recipes.report.facts import fact_name
from phare_cli.recipes.report.page import PageRequest


@in_words_of_survey
def report(
    survey: Survey,
    regions: Sequence[str],
    *,
    indicators: Sequence[str] = (),
    segments: str = "all",
    to: str | None = None,
    conf: float = 0.95,
    sample: Sample | str | None = None,
    shares: Mapping[str, float] | None = None,
    family: Family | str = Family.INDICATOR,
    power: float = STANDARD.power,
    panel: bool = False,
    top: int | None = None,
    facts: Mapping[str, str] | None = None,
    title: str | None = None,
    pictures: Sequence[str] = (),
    short: bool = False,
) -> Document:
    """Return the key-figures page of *regions*, beside the nation, or region *to*, where the data hold it.

    *indicators* name those to tell of, in their order; all of them when left out. *segments* is ``all``, or ``none``
    for whole groups alone. *top* keeps the first ranks of each group with every tie. *facts* are those of the survey
    that the data do not hold, by name (``sponsor``, ``dates``); *title* stands in place of the page's own. Gaps are
    judged as by *compare*. Its pictures are for the formats that show them; *pictures* asks for more of them,
    ``trend``, ``map`` or ``heat``. *short* makes a page of one sheet of A4: what opens it, one table of the first
    figures, how they were made.

    Raises UnknownName for a name that the data do not hold, WrongOption for an option that cannot be used.
    """
    check.instance("survey", survey, Survey, SURVEY)
    named = check.names("--region", regions)
    if not named:
        raise WrongOption(sentence("a report is about a region: name one at least."))
    parts = check.one_of("--segments", segments, ("all", "none"))
    selection = Selection(
        indicators=check.names("indicators", indicators), segments=(WHOLE_GROUPS,) if parts == "none" else ()
    )
    request = PageRequest(
        to=usual_reference(survey) if to is None else resolve(survey, "region", check.text("--to", to)),
        terms=terms_of(
            survey, conf=conf, sample=sample, shares=shares, family=family, power=power, panel=panel
        ),
        top=None if top is None else check.whole("--top", top),
        facts=_facts(facts),
        indicators=resolve_all(survey, "indicator", selection.indicators),
        title="" if title is None else check.text("--title", title).strip(),
        pictures=tuple(
            check.word("pictures", kind, PictureKind) for kind in check.names("pictures", pictures)
        ),
        short=check.switch("--short", short),
    )
    if request.short and request.pictures:
        raise check.not_with("--short", "--picture")
    ids = resolve_all(survey, "region", named)
    return recipe.report(judging.subset(survey, selection), regions=ids, request=request, pictures=True)


def _facts(given: object) -> dict[str, str]:
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise WrongOption(
            sentence("--fact takes a name and a text, sponsor=TEXT, not “{text}”.", text=str(given))
        )
    return {fact_name(str(name)): check.text("--fact", text).strip() for name, text in given.items()}
