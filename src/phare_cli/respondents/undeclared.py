"""Tell of answers that a spec does not declare: how many, where the first stands, and never what it says."""

from __future__ import annotations

from phare_cli.nouns.message import Message, counted, sentence
from phare_cli.respondents.answers import Answers
from phare_cli.respondents.found import Findings
from phare_cli.respondents.readers import QuestionReader
from phare_cli.respondents.spec import QuestionKind


def tell_undeclared(reader: QuestionReader, file: str, findings: Findings) -> None:
    """Add a problem for each column of a question that holds answers nothing declares."""
    for undeclared in reader.undeclared:
        if undeclared.count:
            code, message = _problem(reader.answers, undeclared.count)
            findings.add(code, message, file, undeclared.line, undeclared.column)
    for column in reader.answers.ambiguous_columns():
        message = sentence(
            "this column of an option holds several answers: say which mean that it was chosen, with selected "
            "or not_selected."
        )
        findings.add("several-words", message, file, column=column)


def _problem(answers: Answers, count: int) -> tuple[str, Message]:
    question = answers.question
    if answers.too_many:
        return "too-many-answers", sentence(
            "the answers are too many to be options of “{indicator}”: declare its options, or leave it out.",
            indicator=question.indicator,
        )
    if question.kind is QuestionKind.SCORE:
        return "not-a-score", counted(
            "{count} answer, the first here, is no score from {lowest} to {highest}: declare it as missing, or "
            "other limits.",
            "{count} answers, the first here, are no scores from {lowest} to {highest}: declare them as missing, "
            "or other limits.",
            count,
            lowest=question.lowest,
            highest=question.highest,
        )
    return "undeclared-answer", counted(
        "{count} answer, the first here, is neither an option nor missing: declare it, or an item with other.",
        "{count} answers, the first here, are neither options nor missing: declare them, or an item with other.",
        count,
    )
