"""Say the figures of several groups in one clause, in the forms that the codebook holds. Concludes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from phare_cli.language.codebook import codebook
from phare_cli.language.names_in_sentences import SUMMARIES
from phare_cli.language.running_labels import is_an_answer
from phare_cli.nouns.message import Figure, Fill, Form, Listing, Message, Name, Phrase, sentence
from phare_cli.nouns.survey import Estimate


def figures_clause(
    estimates: Sequence[Estimate],
    *,
    capital: bool = True,
    context: Message | None = None,
    is_read: bool = False,
) -> Message:
    """Return the figures of several groups of one region, for one item, in one clause.

    In Bretagne, 47% of associations and 45% of companies are engaged. *context* names the round beside the place. With
    *is_read* it tells how to read a figure, and names a place that has no form at its end.
    """
    place = place_of(estimates[0], capital=capital)
    clause = _clause(estimates)
    if is_read and not has_form(estimates[0].region):
        return at_the_end(estimates[0].region, context, clause)
    is_said = isinstance(clause, Phrase) or is_answer(estimates[0]) or summary_of(estimates[0]) is not None
    if not is_said and not is_share(estimates[0]):
        if context is not None:
            return sentence("{place} ({context}), {clause}", place=place, context=context, clause=clause)
        return sentence("{place}, {clause}", place=place, clause=clause)
    return placed(estimates[0].region, place, context, clause, opens=capital)


def placed(region: str, place: Fill, context: Message | None, clause: Fill, *, opens: bool = True) -> Message:
    """Return a clause after where it holds; a place that has no form and opens the sentence stands before a colon."""
    runs_on = not opens or has_form(region)
    if context is not None and runs_on:
        return sentence("{place} ({context}), {clause}", place=place, context=context, clause=clause)
    if context is not None:
        return sentence("{place} ({context}): {clause}", place=place, context=context, clause=clause)
    if runs_on:
        return sentence("{place}, {clause}", place=place, clause=clause)
    return sentence("{place}: {clause}", place=place, clause=clause)


def has_form(region: str) -> bool:
    """Tell whether the codebook knows how a place is said in a sentence."""
    return codebook().form("region", region, "in_fr") is not None


def at_the_end(region: str, context: Message | None, clause: Fill) -> Message:
    """Return a clause before where it holds, as a person says it of a place that has no form: in 2026, 45% ... (North).

    A round that is no year has no form either: both stand before the clause.
    """
    place = Name("region", region)
    if context is None:
        return sentence("{clause} ({place})", clause=clause, place=place)
    if len(str(context)) == len("2026") and str(context).isdecimal():
        return sentence("in {year}, {clause} ({place})", year=str(context), clause=clause, place=place)
    return sentence("{place} ({context}), {clause}", place=place, context=context, clause=clause)


def place_of(estimate: Estimate, *, capital: bool) -> Fill:
    """Return where a figure is from: In Bretagne; the bare name where the codebook has no such form."""
    return Form("region", estimate.region, "where", capital=capital)


def _clause(estimates: Sequence[Estimate]) -> Fill:
    phrase = _phrase(estimates)
    if phrase is not None:
        return phrase
    if is_answer(estimates[0]):
        first, *others = estimates
        return answer(first, groups=Listing(_groups_of(first, others)))
    figures = Listing(tuple(valued(estimate) for estimate in estimates))
    summary = summary_of(estimates[0])
    if summary is not None:
        return sentence("{summary} is {figures}", summary=summary, figures=figures)
    if is_share(estimates[0]):
        return standing(estimates[0], figures)
    parts: dict[str, Fill] = {
        "indicator": Form("indicator", estimates[0].indicator, "plain"),
        "item": Form("item", estimates[0].item, "plain"),
        "figures": figures,
    }
    if question_of_net(estimates[0]):
        return sentence("{indicator}: {figures}", **parts)
    if is_measure(estimates[0]):
        return sentence("{indicator}, {item}: {figures}", **parts)
    return sentence("{indicator}, “{item}”: {figures}", **parts)


def is_measure(estimate: Estimate) -> bool:
    """Tell whether the item of a figure is what a number is (its mean, its median) rather than an answer."""
    return bool(estimate.measure) or codebook().find("measure", estimate.item) is not None


def summary_of(estimate: Estimate) -> Form | Message | None:
    """Return the mean, the median or the balance that a figure is, as a sentence names it; None for any other."""
    asked = question_of_net(estimate)
    if asked is not None and estimate.unit != "percent" and has_article(estimate.item):
        return sentence(
            "{the_item} of “{indicator}”",
            the_item=Form("item", estimate.item, "the"),
            indicator=Name("indicator", asked),
        )
    measure = codebook().find("measure", estimate.item)
    if measure not in SUMMARIES or estimate.measure not in ("", measure):
        return None
    return Form("indicator", estimate.indicator.removesuffix(f" ({measure})"), measure)


def has_article(item: str) -> bool:
    """Tell whether an item is known to be one thing that sentences name with an article: the balance."""
    from phare_cli.language.known_by_words.balances import is_balance  # few data hold one

    book = codebook()
    labels = (book.label("item", item, language) for language in ("fr", "en"))
    return all(map(is_balance, labels)) or None not in (
        book.form("item", item, "the_fr"),
        book.form("item", item, "the_en"),
    )


def is_answer(estimate: Estimate) -> bool:
    """Tell whether a figure is known to be what part of a group answered a question, by the data or by its words."""
    if estimate.unit != "percent" or is_measure(estimate):
        return False
    return bool(estimate.response) or estimate.is_step or is_said_as_answer(estimate)


def is_said_as_answer(estimate: Estimate) -> bool:
    """Tell whether the words of an item are those of an answer: “yes”, “rather satisfied”."""
    return is_an_answer(codebook().label("item", estimate.item, "fr")) and question_of_net(estimate) is None


def is_share(estimate: Estimate) -> bool:
    """Tell whether a figure is a percentage under an item, of which nothing says that people answered so."""
    return (
        estimate.unit == "percent"
        and not is_answer(estimate)
        and not is_measure(estimate)
        and question_of_net(estimate) is None
    )


def standing(estimate: Estimate, figures: Fill) -> Message:
    """Return at what an item that has no clause of its own stands: “air” stands at 45% among mayors (“worries”)."""
    return sentence(
        "“{item}” stands at {figures} (“{indicator}”)",
        item=Form("item", estimate.item, "plain"),
        figures=figures,
        indicator=Name("indicator", estimate.indicator),
    )


def question_of_net(estimate: Estimate) -> str | None:
    """Return the indicator whose answers a net joins, as the name of its own tells; None for what is no net."""
    return asked_of(estimate.indicator, estimate.item)


def asked_of(indicator: str, item: str) -> str | None:
    """Return the question whose answers a net joins that is the only *item* of *indicator*; None for what is no net."""
    if not indicator.endswith(")"):
        return None
    from phare_cli.language.compound_names import in_brackets  # few names are made of others

    for name in (item, in_brackets(item)):
        asked = indicator.removesuffix(f" ({name})")
        if asked != indicator:
            return asked
    asked, _, part = indicator[:-1].rpartition(" (")
    return asked if asked and codebook().find("item", part) == item else None


def answer(estimate: Estimate, *, groups: Fill, decimals: int | None = None) -> Message:
    """Return who gave an answer that has no clause of its own: 45% of residents answer “yes” to “sorting waste”."""
    parts: dict[str, Fill] = {
        "value": Figure(estimate.value, estimate.unit, decimals),
        "of_group": groups,
        "item": Form("item", estimate.item, "plain"),
        "indicator": Name("indicator", question_of_net(estimate) or estimate.indicator),
    }
    if question_of_net(estimate):
        return sentence("{value} {of_group} answer “{item}” (net) to “{indicator}”", **parts)
    if estimate.response == "multiple":
        parts["among"] = Form("indicator", estimate.indicator, "among")
        return sentence("{value} {of_group} name “{item}” {among}", **parts)
    return sentence("{value} {of_group} answer “{item}” to “{indicator}”", **parts)


def valued(estimate: Estimate, decimals: int | None = None) -> Message:
    """Return a figure with the group that it is of: 45% among mayors."""
    return sentence(
        "{value} {in_group}",
        value=Figure(estimate.value, estimate.unit, decimals),
        in_group=Form("stakeholder", estimate.stakeholder, "in", segment=estimate.segment),
    )


def _phrase(estimates: Sequence[Estimate]) -> Phrase | None:
    """Return the codebook's clause for shares of several groups; None where it has none, or not for all of them."""
    book, first = codebook(), estimates[0]
    agreements = [book.form("stakeholder", estimate.stakeholder, "agreement_fr") for estimate in estimates]
    if first.unit != "percent":
        return None
    for id in clause_ids(first):
        if book.holds("phrase", id) and "{value} {of_group}" in book.label("phrase", id, "en"):
            if None in agreements and agrees(id):
                continue
            return Phrase(id, _shares(estimates, [str(agreement) for agreement in agreements]))
    return None


def clause_ids(estimate: Estimate) -> tuple[str, ...]:
    """Return the clauses of the codebook that may tell a figure: that of its answer, then that of its question.

    The answer of a net is one of the question whose answers it joins, too.
    phare's own clauses name answers of a list: steps of a scale are an answer to another question of the same name.
    """
    own: tuple[str, ...] = (f"{estimate.indicator}/{estimate.item}",)
    asked = question_of_net(estimate)
    if asked is not None:
        own = (*own, f"{asked}/{estimate.item}")
    is_other = estimate.is_step and not codebook().is_own("phrase", estimate.indicator)
    return own if is_other else (*own, estimate.indicator)


def agrees(phrase: str) -> bool:
    """Tell whether a clause of the codebook agrees with its group in French."""
    return "{e}" in codebook().label("phrase", phrase, "fr")


def _shares(estimates: Sequence[Estimate], agreements: Sequence[str]) -> Mapping[str, Fill]:
    """Return what fills "{value} {of_group} are engaged": the first group, then each other with its figure."""
    first, *others = estimates
    return {
        "value": Figure(first.value, first.unit),
        "of_group": Listing(_groups_of(first, others)),
        "the_item": Form("item", first.item, "the"),
        "of_item": Form("item", first.item, "of"),
        "e": "e" if all(agreement.startswith("f") for agreement in agreements) else "",
    }


def _groups_of(first: Estimate, others: Sequence[Estimate]) -> tuple[Fill, ...]:
    """Return the first group, and each other with its figure."""
    return (
        _of_group(first),
        *(
            sentence("{value} {of_group}", value=Figure(other.value, other.unit), of_group=_of_group(other))
            for other in others
        ),
    )


def _of_group(estimate: Estimate) -> Form:
    return Form("stakeholder", estimate.stakeholder, "of", segment=estimate.segment)
