"""Write a first spec by looking at a file, for a person to correct. It guesses, and says that it does."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from phare_cli.language.shell_words import typed
from phare_cli.nouns.message import Message, counted, sentence
from phare_cli.respondents.choose_reader import columns_below
from phare_cli.respondents.draft.answer_codes import AnswerCodes
from phare_cli.respondents.draft.group_names import group_lines
from phare_cli.respondents.draft.places import doubts, find_places, place_lines
from phare_cli.respondents.draft.profile import profiles, runs
from phare_cli.respondents.draft.questions import QuestionWriter, words_of
from phare_cli.respondents.draft.spec_lines import CHECK, Say, check, comment, toml
from phare_cli.respondents.draft.unfinished_lines import unfinished_lines
from phare_cli.respondents.engine.batches import RespondentSource
from phare_cli.respondents.header_rows import code_of
from phare_cli.respondents.option_words import options_of_texts
from phare_cli.respondents.programs.noted_columns import KOBO, noted_columns
from phare_cli.respondents.programs.unfinished_rows import finish_columns


class Draft(NamedTuple):
    """A first spec in TOML, how many questions it asks, and what is told of codes that stand for answers."""

    text: str
    questions: int
    told: Message | None = None


def draft(source: RespondentSource, say: Say) -> Draft:
    """Return a spec in TOML for a file; *say* puts its comments in the reader's language."""
    finish, noted = finish_columns(source.header), noted_columns(source.header)
    columns = profiles(source, finish)
    places = find_places(columns, noted.places)
    finished = next((column.finished for _, column in finish if column.finished), None)
    codes = AnswerCodes(columns, noted.program, say)
    writer = QuestionWriter(say, codes, has_paths=noted.program == KOBO, finished=finished)
    lines = [
        *comment(
            say,
            sentence("A first spec for {file}, by looking at it. Correct it, then run:", file=source.name),
        ),
        *comment(
            say, sentence("phare tabulate {file} --spec THIS.toml -o results.csv", file=typed(source.name))
        ),
        *doubts(columns, places, say),
        *codes.doubts(),
        "",
        f"survey = {toml(Path(source.name).stem)}  {CHECK}" + say(sentence("the name of the file")),
        *place_lines(places, say, codes),
        *unfinished_lines([found for _, column in finish if (found := column.found)], say),
        *group_lines(list(places.stakeholder.answers) if places.stakeholder else [], say),
        *codes.named_lines("region", places.region),
    ]
    below = columns_below([column.name for column in columns])
    parents = {column.place for column in columns if column.name and below[column.name] > 1}
    unnamed = [column for column in columns if not column.name]
    twins = [
        column
        for column in columns
        if column.name and column.place not in noted.places and len(source.header.find(column.name)) > 1
    ]
    others = {column.place for column in places.identifiers if column is not places.id}
    texts = set(options_of_texts([code_of(column.name) for column in columns]))
    written = {column.place for column in columns if code_of(column.name) in texts}
    by_program = noted.places - places.columns
    skipped = [column for column in columns if column.place in (parents | others | written) - by_program]
    taken = places.columns | parents | written | {column.place for column in twins} | by_program
    left = [column for column in columns if column.name and column.place not in taken]
    sets = [[columns[place] for place in declared_set.places] for declared_set in source.facts.sets.values()]
    in_sets = {column.place for each in sets for column in each}
    questions = [
        writer.mentions(each) if each[0].counted is None else writer.set(each, None) for each in sets
    ]
    for run in runs([column for column in left if column.place not in in_sets]):
        words = words_of(run)
        if words is not None and words.mentions:
            questions.append(writer.mentions(run))
        elif words is not None:
            questions.append(writer.set(run, words))
        else:
            for column in run:
                question = writer.one(column)
                questions.append(question)
                if not question:
                    skipped.append(column)
    for question in questions:
        lines += question
    if unnamed:
        message = counted(
            "{count} column has no name: it is called by its place, “{place}”.",
            "{count} columns have no name: they are called by their places, the first “{place}”.",
            len(unnamed),
            place=unnamed[0].place + 1,
        )
        lines += ["", *check(say, message)]
    if twins:
        message = sentence("Left out: columns that share their name with another. Name each its own way:")
        lines += ["", *check(say, message), *(f"#   {toml(column.name)}" for column in twins)]
    if by_program:
        message = sentence("Left out: what {program} notes of each answer itself:", program=noted.program)
        named = [column.name for column in columns if column.place in by_program and column.name]
        lines += ["", *comment(say, message), *(f"#   {toml(name)}" for name in named)]
    measures = [column for column in skipped if column.is_measure()]
    if measures:
        message = sentence('Left out: numbers, of which kind = "number" and a unit ask for the mean:')
        lines += ["", *comment(say, message), *(f"#   {toml(column.name)}" for column in measures)]
    rest = [column for column in skipped if column not in measures]
    if rest:
        message = sentence("Left out: free texts, dates, identifiers, columns with one answer or none:")
        lines += ["", *comment(say, message), *(f"#   {toml(column.name)}" for column in rest)]
    told = codes.told() if codes.columns else None
    return Draft("\n".join(lines) + "\n", sum(map(bool, questions)), told)
