"""Cross several prisms, or the groups of one indicator, from Python."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.api.chosen import SURVEY, cuts_of
from phare_cli.api.in_words import in_words_of_survey
from phare_cli.judging import subset as judging
from phare_cli.judging.subset import Selection, resolve_all
from phare_cli.nouns import option_checks as check
from phare_cli.nouns.survey import Survey
from phare_cli.nouns.table import Table
from phare_cli.recipes.cross import agreement
from phare_cli.recipes.cross import cross as crossing
from phare_cli.recipes.cross.prisms import parse_prisms


@in_words_of_survey
def cross(
    survey: Survey,
    prisms: Sequence[str],
    *,
    by: str | None = None,
    regions: Sequence[str] = (),
    stakeholders: Sequence[str] = (),
    segment: str | None = None,
    cuts: Sequence[float | str] = (),
    conf: float = 0.95,
) -> Table:
    """Return one row an item, with its figure and rank in each prism, and where it falls.

    *prisms* are indicators, each with a group and a direction if need be: ``fragilities:citizens``,
    ``unemployment:all:desc``. *by* ``stakeholder`` sets the groups of one of them side by side. *regions* and
    *stakeholders* name those to cross, all of them when left out; *segment* is a part of every group. *cuts* are what
    high is above, numbers or ``median``, one for all prisms or one each.

    Raises UnknownName for a name that the data do not hold, WrongOption for an option that cannot be used.
    """
    check.instance("survey", survey, Survey, SURVEY)
    named = check.names("prisms", prisms)
    over = None if by is None else check.one_of("--by", by, ("stakeholder",))
    data = judging.subset(survey, Selection())
    groups = resolve_all(survey, "stakeholder", check.names("--stakeholder", stakeholders))
    part = "" if segment is None else resolve_all(survey, "segment", [check.text("--segment", segment)])[0]
    where = resolve_all(survey, "region", check.names("--region", regions))
    above, level = cuts_of(cuts), check.conf(conf)
    if over is not None:
        return agreement.agree(
            data, named, stakeholders=groups, segment=part, regions=where, cuts=above, conf=level
        )
    parsed = parse_prisms(data, named, stakeholders=groups, segment=part)
    return crossing.cross(data, parsed, regions=where, cuts=above, conf=level)
