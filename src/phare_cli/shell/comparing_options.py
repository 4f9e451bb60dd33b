"""The options of every command that sets a region beside another, and the terms of judgement that they ask for."""

# Annotations stand as values here, as in options.py: hence no __future__ import.
from collections.abc import Sequence
from typing import Annotated, NamedTuple

from phare_cli.judging.terms import STANDARD, Family, Sample, Terms
from phare_cli.nouns.message import N_
from phare_cli.nouns.survey import Survey
from phare_cli.shell import completion
from phare_cli.shell.declared import Option
from phare_cli.shell.options import CHOOSING, JUDGING, decimal

To = Annotated[
    str | None,
    Option(
        metavar="NAME",
        rich_help_panel=CHOOSING,
        show_default=False,
        autocompletion=completion.regions,
        help=N_("Region to compare with; France by default."),
    ),
]


class GapTerms(NamedTuple):
    """How gaps are judged, where the data are silent or a reader asks otherwise."""

    sample: Annotated[
        Sample | None,
        Option(
            rich_help_panel=JUDGING,
            help=N_(
                "Where the data do not say: is the region part of the national sample (nested) or not (separate)?"
            ),
        ),
    ] = None
    share: Annotated[
        list[str] | None,
        Option(
            metavar="REGION=PERCENT",
            rich_help_panel=JUDGING,
            help=N_(
                "Where the data do not say: what a region weighs in the nation, PACA=7.6, or with --by segment a part "
                "in its group; repeatable."
            ),
        ),
    ] = None
    family: Annotated[
        Family,
        Option(
            rich_help_panel=JUDGING,
            show_default=False,
            help=N_(
                "Which tests to adjust together: those of each indicator (by default), of the table, or none."
            ),
        ),
    ] = Family.INDICATOR
    power: Annotated[
        float | None,
        Option(
            parser=decimal,
            metavar="CHANCE",
            rich_help_panel=JUDGING,
            help=N_("Chance to establish a true gap that a base needed is worked out for; 0.8 by default."),
        ),
    ] = None


def are_asked(given: GapTerms) -> dict[str, bool]:
    """Return which options of *given* differ from what holds by default, by their names on the command line."""
    return {
        f"--{name}": value != default
        for name, value, default in zip(given._fields, given, GapTerms(), strict=True)
    }


def terms_of(
    given: GapTerms, conf: float, survey: Survey, *, is_panel: bool = False, of: str = "region"
) -> Terms:
    """Return the terms that a reader asks for; shares are of *of*, a region or a segment.

    Raises WrongOption for a share or a power that none can be.
    """
    power = STANDARD.power
    if given.power is not None:
        from phare_cli.nouns.option_checks import power as checked

        power = checked(given.power)
    return Terms(
        conf=conf,
        sample=given.sample,
        parts=_parts(given.share or (), survey, of),
        family=given.family,
        power=power,
        is_panel=is_panel,
    )


def _parts(given: Sequence[str], survey: Survey, of: str) -> dict[str, float]:
    """Return the part of the nation that each region named was said to be, by its id; of its group, a segment."""
    if not given:
        return {}
    from phare_cli.judging.subset import resolve
    from phare_cli.nouns.option_checks import not_a_share

    parts = {}
    for text in given:
        name, _, number = text.rpartition("=")
        try:
            percent = float(number.strip().removesuffix("%").replace(",", "."))
        except ValueError:
            raise not_a_share(text) from None
        if not name.strip() or not 0 < percent < 100:
            raise not_a_share(text)
        parts[resolve(survey, of, name.strip())] = percent / 100
    return parts
