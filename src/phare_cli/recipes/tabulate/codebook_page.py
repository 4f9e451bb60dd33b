"""The codebook of a survey as a page: each question with its wording, its options, its bases and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from phare_cli.nouns.message import Fill, Listing, Message, Name, counted, sentence, verbatim
from phare_cli.nouns.survey import NATION, Estimate
from phare_cli.nouns.table import Cell, Column, Kind, Show, Source, Table
from phare_cli.recipes.tabulate.estimates import Answer
from phare_cli.recipes.tabulate.populations import ALL_GROUPS
from phare_cli.recipes.tabulate.secrecy.hiding import Secrecy
from phare_cli.respondents.conditions.condition import written
from phare_cli.respondents.question_sums import QuestionSums
from phare_cli.respondents.spec import Question, QuestionKind, Spec
from phare_cli.respondents.tally import Tally

COLUMNS = (
    Column("wave", sentence("Wave"), show=Show.TITLE),
    Column("indicator", sentence("Indicator"), Kind.NAME, Show.TITLE),
    Column("question", sentence("Question"), show=Show.TITLE),
    Column("columns", sentence("Columns of the file"), show=Show.IF_VARIED),
    Column("stakeholder", sentence("Group"), Kind.NAME, Show.IF_VARIED, once=True),
    Column("region", sentence("Region"), Kind.NAME, Show.IF_VARIED, once=True),
    Column("item", sentence("Item"), Kind.NAME),
    Column("answers", sentence("Answers in the file"), show=Show.IF_ANY),
    Column("base", sentence("Base"), Kind.BASE),
    Column("missing", sentence("Not asked or no answer"), Kind.BASE),
    Column("value", sentence("Value"), Kind.VALUE),
    Column("unit", sentence("Unit"), show=Show.NEVER),
    Column("low", sentence("Low"), Kind.VALUE, Show.IF_ANY),
    Column("high", sentence("High"), Kind.VALUE, Show.IF_ANY),
)


def questionnaire(
    tally: Tally,
    answers: Sequence[Sequence[Answer]],
    spec: Spec,
    shown: Mapping[tuple[str, ...], Estimate],
    secrecy: Secrecy,
    weighting: Sequence[Message],
) -> Table:
    """Return one row an item of each question, for the widest population of each group.

    *weighting* says what respondents weigh. *shown* holds the estimates as they are published, by key; *secrecy* hides
    the counts beside them.
    """
    rows: list[tuple[Cell, ...]] = []
    for sums, each in zip(tally.questions, answers, strict=True):
        rows += _rows(sums, each, tally, shown, secrecy)
    title = sentence("Codebook of {survey}", survey=spec.survey) if spec.survey else sentence("Codebook")
    sources = (Source(spec.source, spec.url),) if spec.source else ()
    return Table(
        "tabulate", title, COLUMNS, tuple(rows), tuple(_notes(tally, spec, secrecy, weighting)), sources
    )


def _rows(
    sums: QuestionSums,
    answers: Sequence[Answer],
    tally: Tally,
    shown: Mapping[tuple[str, ...], Estimate],
    secrecy: Secrecy,
) -> Iterator[tuple[Cell, ...]]:
    texts_by_item = _answers_by_item(sums.question)
    nation = any(answer.domain.is_nation for answer in answers)
    for answer in answers:
        estimate = answer.estimate
        if estimate.segment or (nation and estimate.region != NATION) or estimate.stakeholder == ALL_GROUPS:
            continue
        published = shown[estimate.key]
        # What is rounded beside hidden figures shows in no interval.
        kept = published.value is not None and published.standard_error == estimate.standard_error
        missing = int(tally.respondents.counts[answer.domain.cells].sum() - (estimate.base or 0.0))
        low, high = answer.interval or (None, None)
        yield (
            estimate.wave,
            estimate.indicator,
            sums.question.wording,
            ", ".join(sums.question.columns),
            estimate.stakeholder,
            estimate.region,
            estimate.item,
            texts_by_item.get(estimate.item, ""),
            published.base,
            missing if published.base is not None and secrecy.tells(missing) else None,
            published.value,
            estimate.unit,
            low if kept else None,
            high if kept else None,
        )


def _answers_by_item(question: Question) -> dict[str, str]:
    """Return the texts of the file that stand for each item, where they are not the item itself."""
    texts_by_item: dict[str, list[str]] = {}
    for text, item in question.options.items():
        if text != item:
            texts_by_item.setdefault(item, []).append(text)
    return {item: ", ".join(texts) for item, texts in texts_by_item.items()}


def _notes(tally: Tally, spec: Spec, secrecy: Secrecy, weighting: Sequence[Message]) -> Iterator[Message]:
    if secrecy.tells_rows:
        yield counted("{count} row was read.", "{count} rows were read.", tally.rows)
    yield from weighting
    if spec.strata:
        yield sentence("Strata stand in {columns}.", columns=Listing(spec.strata))
    if spec.clusters:
        yield sentence("Respondents were drawn together by {columns}.", columns=Listing(spec.clusters))
    if spec.replicates:
        yield sentence(
            "Variances are those of the replicate weights {columns} ({method}).",
            columns=Listing(spec.replicates.columns),
            method=spec.replicates.method.value,
        )
    if spec.missing:
        yield sentence("No answer is written {texts}, or left empty.", texts=_quoted(spec.missing))
    if spec.where:
        yield sentence("Results are of those with {filter}.", filter=written(spec.where))
    for question in spec.questions:
        yield from _question_notes(question)


def _question_notes(question: Question) -> Iterator[Message]:
    name = Name("indicator", question.indicator)
    if question.missing:
        yield sentence(
            "{indicator}: no answer is also written {texts}.", indicator=name, texts=_quoted(question.missing)
        )
    for column, texts in question.asked.items():
        yield sentence(
            "{indicator}: asked of those who answered {texts} in {column}.",
            indicator=name,
            texts=_quoted(texts, last="or"),
            column=column,
        )
    if question.where:
        yield sentence("{indicator}: of those with {filter}.", indicator=name, filter=written(question.where))
    if question.universe:
        yield sentence("{indicator}: {universe}.", indicator=name, universe=question.universe)
    if question.other and question.kind is not QuestionKind.SET:
        yield sentence(
            "{indicator}: every other answer counts as {item}.",
            indicator=name,
            item=Name("item", question.other),
        )


def _quoted(texts: Sequence[str], last: str = "and") -> Listing:
    parts: tuple[Fill, ...] = tuple(
        sentence("“{text}”", text=text) if text else verbatim("∅") for text in texts
    )
    return Listing(parts, last)
