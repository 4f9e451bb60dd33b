"""Say whom a figure is about and what it says, in the forms that the codebook holds. Concludes nothing."""

from __future__ import annotations

from phare_cli.judging.pairs import By, Pair
from phare_cli.language.codebook import codebook
from phare_cli.nouns.message import Figure, Fill, Form, Listing, Message, Name, Phrase, PlaceWord, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.wording import foot
from phare_cli.wording.clauses import (
    agrees,
    answer,
    at_the_end,
    clause_ids,
    has_form,
    is_answer,
    is_measure,
    is_share,
    placed,
    question_of_net,
    standing,
    summary_of,
    valued,
)
from phare_cli.wording.parts_and_wholes import part_word


def figures_beside(
    pair: Pair, context: Message | None = None, decimals: int | None = None, *, opens: bool = True
) -> Message:
    """Return a figure and its reference: In Bretagne, 45% of companies are engaged, against 37% in France.

    *context* stands beside the place, for the survey or the wave; *decimals* are those of the figures. What the
    codebook has no grammar for is named without any: Bretagne, citizens, worries, “air”: 45%, against 37% in France.
    *opens* tells whether the words open a sentence, with a capital.
    """
    figure = _told(pair.estimate, context, decimals, opens=opens)
    reference = pair.reference
    if reference is None or reference.value is None:
        return figure
    return sentence(
        "{figure}, against {reference}", figure=figure, reference=_reference(pair, reference, decimals)
    )


def row_label(pair: Pair, context: Message | None = None) -> Message:
    """Return what a row is about, in labels and without grammar, for a line that speaks of several rows.

    *context* stands beside the region, for the survey or the wave.
    """
    estimate = pair.estimate
    kind = {By.REGION: "region", By.STAKEHOLDER: "stakeholder", By.SEGMENT: "segment"}.get(pair.by)
    parts: dict[str, Fill] = {
        "region": _beside(Name("region", estimate.region), context),
        "group": foot.group(estimate),
        "indicator": Name("indicator", estimate.indicator),
        "item": Name("item", estimate.item),
        "reference": _named(pair, kind),
    }
    if question_of_net(estimate):
        return sentence("{region}, {group}, {indicator} (beside {reference})", **parts)
    return sentence("{region}, {group}, {indicator}, {item} (beside {reference})", **parts)


def _named(pair: Pair, kind: str | None) -> Fill:
    if pair.is_in_group:
        return sentence("the whole group")
    return Name(kind, pair.to) if kind else sentence("wave {wave}", wave=pair.to)


def respondents(estimate: Estimate) -> Phrase:
    """Return the respondents of a figure, as many: ``entreprises interrogées``."""
    book, group = codebook(), estimate.stakeholder
    id = f"asked/{group}"
    agreement = book.form("stakeholder", group, "agreement_fr") or ""
    if not book.holds("phrase", id):
        id = "asked/group" if agreement.endswith("p") else "asked/all"
    values: dict[str, Fill] = {
        "segment": Form("stakeholder", group, "after", segment=estimate.segment),
        "group": Form("stakeholder", group, "plain"),
        "e": "e" if agreement.startswith("f") else "",
    }
    return Phrase(id, values)


def where_to_ask(pair: Pair) -> Message | None:
    """Return where more respondents would have to be asked; None for two groups or segments, told otherwise."""
    if pair.is_in_group:
        return sentence("in this part of the group")
    if pair.by in (By.STAKEHOLDER, By.SEGMENT):
        return None
    if pair.by is By.WAVE:
        return sentence("in each of the two waves")
    if pair.is_of_other_round:
        return sentence("in each of the two samples")
    if pair.whole:
        return sentence("in {the_place}", the_place=part_word(pair, "the"))
    regions = (pair.estimate.region, pair.to)
    return sentence("in {each_place}", each_place=PlaceWord(regions, "each"))


def _told(estimate: Estimate, context: Message | None, decimals: int | None, *, opens: bool) -> Message:
    phrase = _phrase(estimate, decimals)
    summary = summary_of(estimate)
    if phrase is None and (summary is not None or is_answer(estimate) or is_share(estimate)):
        form = "of" if summary is None else "in"
        groups = Form("stakeholder", estimate.stakeholder, form, segment=estimate.segment)
        place = Form("region", estimate.region, "where", capital=opens)
        if summary is not None:
            value = Figure(estimate.value, estimate.unit, decimals)
            told = sentence("{summary} is {value} {in_group}", summary=summary, value=value, in_group=groups)
        elif is_share(estimate):
            told = standing(estimate, valued(estimate, decimals))
        else:
            told = answer(estimate, groups=groups, decimals=decimals)
        if not opens and not has_form(estimate.region):
            return at_the_end(estimate.region, context, told)
        return placed(estimate.region, place, context, told, opens=opens)
    if phrase is None:
        parts: dict[str, Fill] = {
            "place": _beside(Name("region", estimate.region), context),
            "group": Form("stakeholder", estimate.stakeholder, "plain", segment=estimate.segment),
            "indicator": Form("indicator", estimate.indicator, "plain"),
            "item": Form("item", estimate.item, "plain"),
            "value": Figure(estimate.value, estimate.unit, decimals),
        }
        if question_of_net(estimate):
            return sentence("{place}, {group}, {indicator}: {value}", **parts)
        if is_measure(estimate):
            return sentence("{place}, {group}, {indicator}, {item}: {value}", **parts)
        return sentence("{place}, {group}, {indicator}, “{item}”: {value}", **parts)
    place = Form("region", estimate.region, "in", capital=opens)
    return sentence("{place}, {clause}", place=_beside(place, context), clause=phrase)


def _beside(place: Fill, context: Message | None) -> Fill:
    return place if context is None else sentence("{place} ({context})", place=place, context=context)


def _phrase(estimate: Estimate, decimals: int | None) -> Phrase | None:
    """Return the clause that the codebook has for a figure; None when it does not know all that the clause names."""
    book = codebook()
    if not has_form(estimate.region):
        return None
    agreement = book.form("stakeholder", estimate.stakeholder, "agreement_fr")
    for id in clause_ids(estimate):
        # A share is one of a group; a clause without "of the group" states a score.
        is_share = "{of_group}" in book.label("phrase", id, "en")
        if book.holds("phrase", id) and is_share == (estimate.unit == "percent"):
            if agreement is None and agrees(id):
                return None
            return Phrase(
                id,
                {
                    "value": Figure(estimate.value, estimate.unit, decimals),
                    "of_group": Form("stakeholder", estimate.stakeholder, "of", segment=estimate.segment),
                    "in_group": Form("stakeholder", estimate.stakeholder, "in", segment=estimate.segment),
                    "the_item": Form("item", estimate.item, "the"),
                    "of_item": Form("item", estimate.item, "of"),
                    "e": "e" if agreement and agreement.startswith("f") else "",
                },
            )
    return None


def _reference(pair: Pair, reference: Estimate, decimals: int | None) -> Message:
    value = Figure(reference.value, reference.unit, decimals)
    place: Fill
    if pair.is_of_other_round:
        place = _beside(Form("region", pair.to, "in"), _round(pair, reference))
    elif pair.by is By.REGION:
        place = Form("region", pair.to, "in")
    elif pair.is_in_group:
        form = "of" if reference.unit == "percent" else "in"
        group = Form("stakeholder", reference.stakeholder, form)
        return sentence("{value} {place}, the whole group", value=value, place=group)
    elif pair.by in (By.STAKEHOLDER, By.SEGMENT):
        form = "of" if reference.unit == "percent" else "in"
        place = Form("stakeholder", reference.stakeholder, form, segment=reference.segment)
    else:
        place = sentence("(wave {wave})", wave=pair.to)
    return sentence("{value} {place}", value=value, place=place)


def _round(pair: Pair, reference: Estimate) -> Message:
    """Return the survey and the wave of a reference, and what is called otherwise there."""
    from phare_cli.judging.equivalents import wordings_of  # few compare with another round

    named = ", ".join(filter(None, (reference.survey, reference.wave)))
    round: Message = Message("{name}", {"name": named or "–"})
    reworded = [each for each in wordings_of(pair.estimate, reference) if each.kind != "question"]
    if reworded:
        theirs = tuple(sentence("“{name}”", name=Name(kind, theirs)) for kind, _, theirs in reworded)
        round = sentence("{round}: {theirs}", round=round, theirs=Listing(theirs))
    return round
