"""``phare list``: what is in the data."""

from typing import Annotated

from typer._click import Context
from typer._click.types import ParamType

from phare_cli.nouns.message import N_
from phare_cli.recipes.listing import FIELDS, Topic, list_formats, list_names
from phare_cli.shell.declared import Argument
from phare_cli.shell.options import Choice, Input, Output
from phare_cli.shell.session import Session


def _words(ctx: Context, incomplete: str) -> list[str]:
    """Return what a shell may offer: the words for what can be listed, in the reader's language too."""
    from phare_cli.shell.completion import language_of_line
    from phare_cli.shell.explained.topic_words import LISTED, words_offered

    words = words_offered([each.value for each in Topic], LISTED, language_of_line(ctx))
    return [word for word in words if word.startswith(incomplete)]


class _TopicWord(ParamType):
    """A word for what can be listed, in either language; *choices* are told where it is missing."""

    name = "str"
    choices = tuple(each.value for each in Topic)

    def convert(self, value: str, param: object, ctx: object) -> str:
        return value


def list_(
    session: Session,
    topic: Annotated[
        str,
        Argument(
            metavar="TOPIC",
            show_default=False,
            autocompletion=_words,
            click_type=_TopicWord(),
            help=N_("What to list: regions, stakeholders, indicators, items, waves, sources or formats."),
        ),
    ],
    *,
    input: Input,
    choice: Choice,
    output: Output,
) -> None:
    from phare_cli.judging.subset import Selection, subset
    from phare_cli.rendering import ENDINGS
    from phare_cli.shell.data import read_counts, read_survey, selection_of
    from phare_cli.shell.table_delivery import deliver_table

    asked = _topic(topic, session)
    if asked is Topic.FORMATS:
        table = list_formats(ENDINGS)
    else:
        selection = selection_of(choice, session, None)
        held = read_counts(input, session, FIELDS[asked]) if selection == Selection() else None
        table = list_names(held or subset(read_survey(input, session), selection), asked)
    deliver_table(table, output, session)


def _topic(word: str, session: Session) -> Topic:
    """Return what a word asks to be listed, in English or French. Raises WrongOption for another."""
    names = [each.value for each in Topic]
    if word in names:
        return Topic(word)
    from phare_cli.shell.explained.topic_words import LISTED, word_typed, words_offered

    found = word_typed(word, LISTED)
    if found not in names:
        from phare_cli.nouns.errors import WrongOption
        from phare_cli.nouns.message import Message
        from phare_cli.nouns.option_checks import not_one_of
        from phare_cli.shell.own.misplaced_words import command_for

        meant = command_for(word)
        if meant is not None:
            raise WrongOption(meant)

        offered = words_offered(names, LISTED, session.language)[: len(names)]
        raise not_one_of(session.say(Message("TOPIC")), word, offered)
    return Topic(found)
