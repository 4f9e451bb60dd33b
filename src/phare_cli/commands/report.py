"""``phare report``: the key-figures page of a region, of several side by side, or one page for each."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

from phare_cli.nouns.message import N_
from phare_cli.nouns.picture_kind import PictureKind
from phare_cli.nouns.survey import Survey
from phare_cli.shell import completion
from phare_cli.shell.comparing_options import GapTerms, To, terms_of
from phare_cli.shell.declared import Option
from phare_cli.shell.options import (
    ANSWER,
    CHOOSING,
    JUDGING,
    WRITTEN,
    Choice,
    Coloring,
    Conf,
    Decimals,
    Input,
    Lang,
    Output,
    PageFormat,
    Template,
)
from phare_cli.shell.session import Session

Each = Literal["region"]  # what may have a page each
Parts = Literal["all", "none"]  # whether a page tells of the parts of groups


def report(
    session: Session,
    *,
    input: Input,
    choice: Choice,
    each: Annotated[
        Each | None,
        Option(
            rich_help_panel=CHOOSING,
            help=N_("Write a page for each region of the data, into the folder of --output."),
        ),
    ] = None,
    indicator: Annotated[
        list[str] | None,
        Option(
            metavar="NAME",
            rich_help_panel=CHOOSING,
            autocompletion=completion.indicators,
            help=N_("Indicator to tell of, in the order asked; repeatable. All by default."),
        ),
    ] = None,
    segments: Annotated[
        Parts,
        Option(
            rich_help_panel=CHOOSING,
            show_default=False,
            help=N_("Parts of groups: all (by default), or none, for whole groups alone."),
        ),
    ] = "all",
    to: To = None,
    judging: GapTerms,
    panel: Annotated[
        bool,
        Option(
            "--panel",
            rich_help_panel=JUDGING,
            help=N_("The waves asked the same people, and are no independent samples."),
        ),
    ] = False,
    top: Annotated[
        int | None,
        Option(
            metavar="N", rich_help_panel=CHOOSING, help=N_("Keep the first N ranks of each group, ties kept.")
        ),
    ] = None,
    picture: Annotated[
        list[PictureKind] | None,
        Option(
            rich_help_panel=CHOOSING,
            show_default=False,
            help=N_(
                "Show beside the pictures of a page, for each indicator that has the figures, its lines over waves "
                "(trend), the map of all regions (map) or a table of items and groups in shades (heat); repeatable. In "
                "HTML, Word, LibreOffice and PowerPoint."
            ),
        ),
    ] = None,
    short: Annotated[
        bool,
        Option(
            "--short",
            rich_help_panel=ANSWER,
            help=N_(
                "One sheet of A4: what opens the page, one table of the first figures, how they were made."
            ),
        ),
    ] = False,
    conf: Conf = None,
    format: Annotated[
        PageFormat | None,
        Option(
            "--format",
            "-f",
            rich_help_panel=ANSWER,
            help=N_("Format of the page: table (by default), markdown, html, json, docx, odt, pptx or xlsx."),
        ),
    ] = None,
    output: Annotated[
        Path | None,
        WRITTEN,
        Option(
            "--output",
            "-o",
            metavar="FILE",
            rich_help_panel=ANSWER,
            help=N_(
                "Write to a file; its ending chooses the format (.md, .html, .docx, .odt...). With --each: the folder."
            ),
        ),
    ] = None,
    front_matter: Annotated[
        bool,
        Option(
            "--front-matter",
            rich_help_panel=ANSWER,
            help=N_("In Markdown: begin with a YAML header, for Quarto and pandoc."),
        ),
    ] = False,
    captions: Annotated[
        bool,
        Option(
            "--captions",
            rich_help_panel=ANSWER,
            help=N_("In Markdown: give tables captions and labels, as Quarto reads them."),
        ),
    ] = False,
    heading_level: Annotated[
        int,
        Option(
            "--heading-level",
            metavar="N",
            min=1,
            max=5,
            show_default=False,
            rich_help_panel=ANSWER,
            help=N_(
                "In Markdown and HTML: the level of the page's title, 1 by default; sections stand one below."
            ),
        ),
    ] = 1,
    title: Annotated[
        str | None,
        Option(
            metavar="TEXT",
            rich_help_panel=ANSWER,
            help=N_("Title of the page, in place of the key figures of its region."),
        ),
    ] = None,
    fact: Annotated[
        list[str] | None,
        Option(
            metavar="NAME=TEXT",
            rich_help_panel=ANSWER,
            help=N_(
                "Say a fact of the survey that the data do not hold, sponsor='Le RAMEAU'; repeatable. Facts: sponsor, "
                "conducted-by, dates, sampling, mode..."
            ),
        ),
    ] = None,
    template: Template = None,
    lists_styles: Annotated[
        bool,
        Option(
            "--list-styles",
            rich_help_panel=ANSWER,
            help=N_(
                "List the names of styles that are looked for in a template, and whether --template has them."
            ),
        ),
    ] = False,
    lang: Lang = None,
    decimals: Decimals = None,
    color: Coloring = "auto",
) -> None:
    from phare_cli.judging.reference import usual_reference
    from phare_cli.judging.subset import resolve, resolve_all, subset
    from phare_cli.recipes.report.facts import facts_given
    from phare_cli.recipes.report.page import PageRequest
    from phare_cli.rendering import Look
    from phare_cli.shell.data import conf_of, read_survey, selection_of
    from phare_cli.shell.own.house_template import template_of
    from phare_cli.shell.page_delivery import (
        deliver_each,
        deliver_page,
        page_format,
        refuse_pictureless,
        refuse_strays,
    )

    if lists_styles:
        _list_styles(template, Output(format, output, lang, decimals, color), session)
        return
    _refuse(each=each, regions=choice.region, output=output, title=title)
    if segments == "none":
        choice = choice._replace(segment=_whole_groups(choice.segment))
    chosen = page_format(format, output, is_folder=each is not None)
    if not session.in_parts:  # which has headings of its own
        refuse_strays(chosen, {"--front-matter": front_matter, "--captions": captions}, heading_level)
    if picture:
        refuse_pictureless(chosen, is_short=short)
    given = facts_given(fact or ())
    level = conf_of(conf, session)
    survey = read_survey(input, session)
    selection = selection_of(choice, session, indicator)
    request = PageRequest(
        # Without a nation in the data a page is written that compares nothing.
        to=usual_reference(survey) if to is None else resolve(survey, "region", to),
        terms=terms_of(judging, level, survey, is_panel=panel),
        top=top,
        facts=given,
        indicators=resolve_all(survey, "indicator", selection.indicators),
        title=(title or "").strip(),
        pictures=() if short else tuple(picture or map(PictureKind, session.settings.pictures)),
        short=short,
    )
    look = Look(
        language=session.language,
        decimals=session.settings.decimals if decimals is None else decimals,
        front_matter=front_matter,
        captions=captions,
        heading_level=heading_level,
        whole=not session.in_document,
        template=template_of(template, chosen, session) if template or session.settings.template else None,
    )
    # The reference region must stay in the data: regions are chosen by the recipe.
    within = subset(survey, selection._replace(regions=()))
    if each is not None and output is not None:
        deliver_each(within, output, chosen, request, look, session, is_usual=format is None)
        return
    regions = resolve_all(survey, "region", _named(selection.regions, survey))
    deliver_page(within, regions, output, chosen, request, look, session, color=color)


def _list_styles(template: Path | None, output: Output, session: Session) -> None:
    """Deliver the styles that are looked for in a template, in the one given where there is one."""
    from phare_cli.rendering.office.style_list import list_styles
    from phare_cli.shell.own.house_template import kind_of, read_template
    from phare_cli.shell.table_delivery import deliver_table

    kind = None if template is None else kind_of(template)
    deliver_table(list_styles(kind, None if template is None else read_template(template)), output, session)


def _named(regions: Sequence[str], survey: Survey) -> Sequence[str]:
    """Return *regions*, or raise WrongOption when there is none: it offers the whole that the data hold."""
    from phare_cli.judging.reference import whole_in
    from phare_cli.language.codebook import codebook
    from phare_cli.language.shell_words import typed
    from phare_cli.nouns.errors import WrongOption
    from phare_cli.nouns.message import sentence

    if regions:
        return regions
    held = survey.names("region")
    offered = held[0] if len(held) == 1 else whole_in(survey)
    said = sentence(
        "a report is about a region: name it with --region, or write a page for each with --each region."
    )
    if offered is not None:
        said = sentence(
            "a report is about a region: name it, such as --region {region}, or write a page for each with --each "
            "region.",
            region=typed(codebook().slug("region", offered)),
        )
    raise WrongOption(said)


def _whole_groups(named: Sequence[str] | None) -> list[str]:
    """Return the choice of whole groups alone. Raises WrongOption where parts of groups are named beside it."""
    from phare_cli.judging.subset import WHOLE_GROUPS
    from phare_cli.nouns.errors import WrongOption
    from phare_cli.nouns.message import sentence

    if any(name != WHOLE_GROUPS for name in named or ()):
        raise WrongOption(
            sentence("--segments none leaves every part of a group out: leave it out, or --segment.")
        )
    return [WHOLE_GROUPS]


def _refuse(
    *, each: Each | None, regions: Sequence[str] | None, output: Path | None, title: str | None
) -> None:
    """Raise WrongOption for --each without a folder, with a region named, or with a title for all its pages."""
    from phare_cli.nouns.errors import WrongOption
    from phare_cli.nouns.message import sentence

    if each is None:
        return
    if title is not None:
        raise WrongOption(
            sentence("--each gives every page the name of its region: leave --title out, or --each.")
        )
    if regions:
        raise WrongOption(
            sentence("--each writes a page for every region: leave --region out, or leave --each out.")
        )
    if output is None or str(output) == "-":
        raise WrongOption(sentence("--each writes many pages: name the folder for them with --output."))
