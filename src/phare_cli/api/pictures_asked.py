"""Draw an indicator from Python: bars, dots, stacks, regions set side by side, lines over waves, a map, a quadrant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from phare_cli.api.chosen import SURVEY, cuts_of, terms_of
from phare_cli.api.in_words import in_words_of_survey
from phare_cli.judging import subset as judging
from phare_cli.judging.subset import Selection, resolve_all
from phare_cli.judging.terms import STANDARD, Family, Sample
from phare_cli.nouns import option_checks as check
from phare_cli.nouns.drawable import Drawable
from phare_cli.nouns.survey import Survey
from phare_cli.recipes.asked_picture import asked_picture, asked_quadrant
from phare_cli.recipes.cross.prisms import parse_prisms
from phare_cli.recipes.picture_options import CLASSES, PANELS, STYLES, FigureStyle, kind_asked


@in_words_of_survey
def plot(
    survey: Survey,
    indicator: str | Sequence[str],
    *,
    regions: Sequence[str] = (),
    compare: bool = False,
    to: str | None = None,
    by: str | None = None,
    style: str | None = None,
    panels: str | None = None,
    classes: str | None = None,
    conf: float = 0.95,
    sample: Sample | str | None = None,
    shares: Mapping[str, float] | None = None,
    family: Family | str = Family.INDICATOR,
    power: float = STANDARD.power,
    panel: bool = False,
    cross: str | None = None,
    cuts: Sequence[float | str] = (),
    items: Sequence[str] = (),
    top: int | None = None,
    suppress: bool = False,
    title: str | None = None,
) -> Drawable:
    """Return the picture of an *indicator*, or the cards of several: a notebook shows it, *draw* gives its file.

    *style* is ``bars``, ``dots`` with their intervals, ``stacked`` (that of an ordered scale where it is left out),
    ``diverging`` around the middle of a scale, ``heat`` (items by groups), ``map``, or ``cards``, a figure each beside
    *to*. *panels* draws bars, dots or lines beside one another, a panel a ``region``, a ``group`` or a ``segment``;
    *classes* shades a map or a heat table by ``equal`` steps or ``quantiles``. *compare* sets each region beside region
    *to*, the nation when left out; *by* ``wave`` draws lines over waves; *cross* names the prism that lies across,
    *indicator* being the one upwards, and *cuts* what high is above. *regions* are those to draw, all of them when left
    out, and so are *items*, drawn with the ranks and the verdicts that they have among all. *top* and *suppress* are
    those of *show*, the terms of a judgement those of *compare*. *title* stands above what the picture is called, in
    place of what it shows first; a blank one leaves its name above.

    Raises UnknownName for a name that the data do not hold, WrongOption for an option that cannot be used, or not
    with another.
    """
    check.instance("survey", survey, Survey, SURVEY)
    names = check.names("indicator", indicator or "")
    over = None if by is None else check.one_of("--by", by, ("wave",))
    across = None if cross is None else check.text("--cross", cross)
    above, level = cuts_of(cuts), check.conf(conf)
    how = FigureStyle(
        None if style is None else check.one_of("--style", style, STYLES),
        None if panels is None else check.one_of("--panels", panels, PANELS),
        None if classes is None else check.one_of("--classes", classes, CLASSES),
        None if top is None else check.whole("--top", top),
        check.switch("suppress", suppress),
        check.names("--item", items),
    )
    terms = terms_of(
        survey, conf=level, sample=sample, shares=shares, family=family, power=power, panel=panel
    )
    kind = kind_asked(
        {
            "--compare": check.switch("--compare", compare),
            "--cross": across is not None,
            "--by wave": over is not None,
            "--to": to is not None,
            "--sample": terms.sample is not None,
            "--share": bool(terms.parts),
            "--family": terms.family is not STANDARD.family,
            "--power": terms.power != STANDARD.power,
            "--panel": terms.is_panel,
            **how.options,
            "--cut": bool(above),
        }
    )
    places = resolve_all(survey, "region", check.names("--region", regions))
    reference = None if to is None else check.text("--to", to)
    own = None if title is None else check.text("--title", title)
    if across is not None:
        data = judging.subset(survey, Selection())
        prisms = parse_prisms(data, [*names, across])
        return asked_quadrant(
            data, prisms, regions=places, cuts=above, conf=level, title=own, items=how.items
        )
    return asked_picture(
        survey,
        Selection(indicators=names, regions=check.names("--region", regions)),
        kind,
        how,
        indicators=tuple(dict.fromkeys(resolve_all(survey, "indicator", names))),
        regions=places,
        to=reference,
        terms=terms,
        title=own,
    )
