"""A first note: on about a screen, the newest figures of one place, in blocks that ``phare update`` keeps true."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.judging.order import places
from phare_cli.judging.reference import called_whole, whole_in
from phare_cli.judging.subset import plain_word
from phare_cli.judging.waves import WaveOrder
from phare_cli.language.catalogue import capitalised
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import Form, Message, sentence
from phare_cli.nouns.survey import NATION, Survey

_TITLE = sentence("Key figures")
_RESULTS = sentence("Results")
_KEPT = sentence(
    "What stands between the comments below comes from the data, and phare update keeps it true. Write around it."
)
_MORE = sentence("All that the data hold: {show}. A page of its own: {report}.")
_INDICATORS = 3
_RANKS = 3

Block = tuple[Message | str, str]  # its title and its command


def first_note(survey: Survey | None, typesetter: Typesetter) -> str:
    """Return the Markdown of a first note on *survey*; None where it is not known yet what it holds."""
    say = typesetter.say
    parts = [f"# {say(_TITLE)}", say(_KEPT)]
    blocks: list[Block] = [(_RESULTS, "show")]
    if survey is not None:
        blocks = list(_blocks(survey, typesetter))
    for title, command in blocks:
        heading = title if isinstance(title, str) else say(title)
        parts += [f"## {heading}", f"<!-- phare: {command} -->\n<!-- /phare -->"]
    if survey is not None:
        region = _word(survey, "region", _place(survey))
        page = f"phare report{region} -o page.docx" if region else "phare report --each region -o pages"
        parts.append(say(sentence(_MORE.text, show="`phare show`", report=f"`{page}`")))
    return "\n\n".join(parts) + "\n"


def _blocks(survey: Survey, typesetter: Typesetter) -> Iterator[Block]:
    newest = _newest(survey)
    place = _place(newest)
    shown = newest.of_regions([place])
    indicators = list(places("indicator", shown.names("indicator")))
    typed = [(id, plain_word("indicator", id, survey.names("indicator"))) for id in indicators]
    named = [(id, word) for id, word in typed if word is not None][:_INDICATORS]
    wave = _word(survey, "wave", next(iter(newest.names("wave")), ""))
    where = f"{_word(survey, 'region', place)}{wave}"
    if not named:
        yield _RESULTS, f"show{where}"
    for id, word in named:
        top = f" --top {_RANKS}" if _has_more_items(shown, id) else ""
        yield capitalised(typesetter.name("indicator", id)), f"show {word}{where}{top}"
    reference = _reference(survey)
    regions = newest.names("region")
    other = next((region for region in places("region", regions) if region != reference), None)
    beside = "" if other is None else _word(survey, "region", other)
    if reference in regions and beside and named:
        title = sentence("Beside {reference}", reference=Form("region", reference, "the"))
        groups = newest.where(lambda each: each.indicator == named[0][0]).names("stakeholder")
        group = _word(survey, "stakeholder", next(iter(places("stakeholder", groups))))
        yield title, f"compare {named[0][1]}{beside}{wave}{group}"


def _newest(survey: Survey) -> Survey:
    """Return the figures of the newest round, that of the first survey where several have one."""
    rounds = survey.rounds
    order = WaveOrder.across(rounds)
    newest = max(rounds, key=lambda round: order.newest(round)[0])
    return survey.where(lambda each: (each.survey, each.wave) == newest)


def _reference(survey: Survey) -> str:
    """Return the region that others stand beside without being asked to: the nation, or the whole."""
    return NATION if NATION in survey.names("region") else whole_in(survey) or called_whole(survey) or ""


def _place(survey: Survey) -> str:
    """Return the place of a first look: the nation or the whole, else the first."""
    regions = survey.names("region")
    reference = _reference(survey)
    return reference if reference in regions else next(iter(places("region", regions)))


def _word(survey: Survey, field: str, id: str) -> str:
    """Return the option that names *id* where there are others, with a blank before; an empty text elsewhere."""
    ids = survey.names(field)
    # The word of the data holds when they get an entry of their own.
    own = survey.spelled.get((field, id), "")
    word = plain_word(field, id, ids, own=own) if len(ids) > 1 and id else None
    return "" if word is None else f" --{field} {word}"


def _has_more_items(survey: Survey, indicator: str) -> bool:
    items = survey.where(lambda each: each.indicator == indicator and not each.is_step).names("item")
    return len(items) > _RANKS
