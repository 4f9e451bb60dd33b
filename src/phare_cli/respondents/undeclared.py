"""Tell of answers that a spec does not declare: how many, where the first stands, and never what it says."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from phare_cli.files.findings import Findings
from phare_cli.language.codebook import codebook
from phare_cli.language.departement_codes import (
    CodesMean,
    are_departements,
    codes_of_departements,
    may_be_departements,
)
from phare_cli.language.departements import departement
from phare_cli.nouns.message import N_, Listing, Message, Name, counted, sentence
from phare_cli.respondents.answers import Answers
from phare_cli.respondents.choose_reader import FileReader
from phare_cli.respondents.numbers.number_question import NumberQuestion
from phare_cli.respondents.option_words import Doubt, OptionWords, is_too_often
from phare_cli.respondents.readers import Mentions
from phare_cli.respondents.separators import NONE, Parting
from phare_cli.respondents.spec import QuestionKind, Spec

_MOST_WHOLE = 5  # answers kept whole that are said
_SEVERAL = sentence(
    "this column of an option holds several answers: say in a spec which mean that it was chosen, with selected or "
    'not_selected, or that its columns hold what was named first, second..., with kind = "mentions".'
)
_LONE = sentence(
    "this column of an option holds one word, in every row, and nothing tells whether it says that the option was "
    "chosen: say so, with selected or not_selected."
)
_NAMES = {"\n": N_("line breaks"), "\t": N_("tabs"), " ": N_("blanks"), NONE: N_("nothing")}


def tell_undeclared(reader: FileReader, file: str, findings: Findings) -> None:
    """Add a problem for each column of a question that holds answers nothing declares."""
    if isinstance(reader, NumberQuestion):
        reader.tell(findings)
    for undeclared in reader.undeclared:
        if undeclared.count:
            code, message = _problem(reader.answers, undeclared.count)
            findings.problem(code, message, file, undeclared.line, undeclared.column)
    for label, code in reader.answers.ends.items():
        message = sentence(
            "“{label}” stands for {code}, an end of the scale of “{indicator}”: labels take no score away. If it is no "
            "answer, say so by its code: --missing {code}.",
            label=label,
            code=code,
            indicator=reader.answers.question.indicator,
        )
        findings.problem("end-of-scale", message, file, column=reader.undeclared[0].column)
    if isinstance(reader, Mentions) and is_too_often(reader.twice, reader.several):
        message = sentence(
            "the columns of “{indicator}” hold one answer twice for many respondents: they are questions of one scale "
            "rather than what was named first, second... Ask each by itself: --single COLUMN.",
            indicator=reader.answers.question.indicator,
        )
        findings.problem("repeated-mentions", message, file, column=reader.undeclared[0].column)
    for column in reader.answers.ambiguous_columns():
        findings.problem("several-words", _SEVERAL, file, column=column)


def _problem(answers: Answers, count: int) -> tuple[str, Message]:
    question = answers.question
    if answers.has_errors:
        return "error-cell", counted(
            "{count} cell, the first here, holds the error of a formula (#N/A, #DIV/0!...): mend or empty it, or "
            "declare it as missing.",
            "{count} cells, the first here, hold the errors of formulas (#N/A, #DIV/0!...): mend or empty them, or "
            "declare them as missing.",
            count,
        )
    if answers.too_many:
        return "too-many-answers", sentence(
            "the answers are too many to be options of “{indicator}”: declare its options, or leave it out.",
            indicator=question.indicator,
        )
    if question.kind is QuestionKind.SCORE:
        return "not-a-score", counted(
            "{count} answer, the first here, is no score from {lowest} to {highest}: declare it with --missing, or "
            "other limits with lowest and highest in a spec.",
            "{count} answers, the first here, are no scores from {lowest} to {highest}: declare them with --missing, "
            "or other limits with lowest and highest in a spec.",
            count,
            lowest=question.lowest,
            highest=question.highest,
        )
    return "undeclared-answer", counted(
        "{count} answer, the first here, is neither an option nor missing: declare it, or an item with other.",
        "{count} answers, the first here, are neither options nor missing: declare them, or an item with other.",
        count,
    )


def tell_senses(read: Sequence[tuple[str, Sequence[FileReader]]], findings: Findings) -> None:
    """Say how several answers were told apart where no spec says it, and add a problem where nothing tells."""
    reported: set[str] = set()
    for file, readers in read:
        for reader in readers:
            answers = reader.answers
            if answers.question.indicator in reported or answers.sense is None or not answers.finds_sense:
                continue
            reported.add(answers.question.indicator)
            if isinstance(answers.sense, Parting):
                _tell_parting(
                    answers.sense, answers.question.indicator, file, reader.undeclared[0].column, findings
                )
            else:
                _tell_words(answers.sense, answers, file, findings)


def _tell_parting(parting: Parting, indicator: str, file: str, column: str, findings: Findings) -> None:
    if parting.rivals:
        separators = Listing(tuple(map(_mark, (parting.separator, *parting.rivals))), last="or")
        message = sentence(
            "nothing tells for certain what parts the answers in a cell: {marks}. Say it with --separator, or "
            "separator in a spec.",
            marks=separators,
        )
        findings.problem("unknown-separator", message, file, column=column)
    elif not parting.separator:
        findings.notice(
            sentence(
                "each cell of “{indicator}” was read as one answer; --separator says otherwise.",
                indicator=indicator,
            )
        )
    elif parting.separator != ";":
        findings.notice(
            sentence(
                "the answers of “{indicator}” were parted at {mark}; --separator says otherwise.",
                indicator=indicator,
                mark=_mark(parting.separator),
            )
        )
    for answer in parting.whole[:_MOST_WHOLE]:
        findings.notice(
            sentence(
                "“{answer}” was kept as one answer of “{indicator}”.", answer=answer, indicator=indicator
            )
        )


def _mark(separator: str) -> Message:
    name = _NAMES.get(separator)
    return Message(name) if name else sentence("“{mark}”", mark=separator)


def _tell_words(words: OptionWords, answers: Answers, file: str, findings: Findings) -> None:
    if words.doubt is not None:
        column, why = words.doubt
        several = why is Doubt.WORDS
        findings.problem(
            "several-words" if several else "lone-word", _SEVERAL if several else _LONE, file, column=column
        )
        return
    codes = {
        code
        for column_words in words.chosen.values()
        if column_words
        for code in column_words
        if code.isdecimal()
    } - {"1"}
    every = {word for column_words in answers.words.values() for word in column_words}
    if len(codes) == 1 or every - {""} == {"1", "2"}:
        findings.notice(
            sentence(
                "in the columns of “{indicator}”, {code} was read as chosen; selected in a spec says otherwise.",
                indicator=answers.question.indicator,
                code=next(iter(codes), "1"),
            )
        )


def tell_departements(texts: Collection[str], spec: Spec, file: str, findings: Findings) -> None:
    """Add a problem where a column of regions holds codes of départements, and say which is meant where both may be."""
    column = spec.place("region").column
    if not column or not texts:
        return
    if spec.departements:
        unknown = [text for text in sorted(texts) if departement(text) is None]
        if unknown:
            message = sentence("“{text}” is no département, by its code or its name.", text=unknown[0])
            findings.problem("unknown-departement", message, file, column=column)
    elif spec.codes_mean is CodesMean.DEPARTEMENTS:
        if may_be_departements(texts):
            message = sentence(
                "the codes of “{column}” were read as those of départements; --departements sums them to their "
                "regions.",
                column=column,
            )
            findings.notice(message)
    elif are_departements(texts):
        codes = codes_of_departements(texts)
        examples = sorted(codes, key=lambda text: (codebook().find("region", text) is not None, text))[:3]
        message = sentence(
            "these are codes of départements ({examples}), not of regions: --departements sums them to their regions, "
            "and a column that is called departement keeps each apart.",
            examples=", ".join(examples),
        )
        findings.problem("departements", message, file, column=column)
    elif may_be_departements(texts):
        code = min(codes_of_departements(texts))
        findings.notice(
            sentence(
                "the codes of “{column}” were read as those of regions ({code} is {region}); --departements reads them "
                "as those of départements.",
                column=column,
                code=code,
                region=Name("region", codebook().find("region", code) or code),
            )
        )
