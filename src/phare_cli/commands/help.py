"""``phare help``: the help of a command, or a topic that belongs to none."""

from typing import Annotated

from typer._click import Context

from phare_cli.nouns.errors import UnknownTopic, WrongOption
from phare_cli.nouns.message import N_
from phare_cli.shell.declared import Argument, Option
from phare_cli.shell.options import Output
from phare_cli.shell.session import Session


def _topics(ctx: Context, incomplete: str) -> list[str]:
    """Return what a shell may offer: commands, and topics in the reader's language too."""
    from phare_cli.shell.command_list import COMMANDS
    from phare_cli.shell.completion import language_of_line
    from phare_cli.shell.explained.topic_words import EXPLAINED, words_offered
    from phare_cli.shell.help_topics import TOPICS

    names = (*COMMANDS, *words_offered(TOPICS, EXPLAINED, language_of_line(ctx)))
    return [name for name in dict.fromkeys(names) if name.startswith(incomplete)]


def _told_under(word: str, session: Session) -> str:
    """Return the only topic or command that tells of what a word names, having said so; else the word."""
    from phare_cli.nouns.meant.meant_words import topics_on
    from phare_cli.nouns.message import sentence
    from phare_cli.rendering import ENDINGS
    from phare_cli.shell.command_list import COMMANDS
    from phare_cli.shell.explained.topic_words import LISTED, word_typed
    from phare_cli.shell.help_topics import TOPICS

    known = (*COMMANDS, *TOPICS)
    if word in known or word_typed(word, LISTED) in LISTED:
        return word
    told = ("formats",) if word.casefold() in ENDINGS else topics_on(word, known)
    if len(told) != 1:
        return word
    session.notify([sentence("“{name}” is explained under {topic}.", name=word, topic=told[0])])
    return told[0]


def help_(
    session: Session,
    context: Context,
    topic: Annotated[
        str | None,
        Argument(
            metavar="[TOPIC]",
            show_default=False,
            autocompletion=_topics,
            help=N_(
                "A command, or exit-codes, columns, codebook, spec, tables, margins, phare.toml, theme, formats, "
                "blocks, scripts, limits."
            ),
        ),
    ] = None,
    *,
    man: Annotated[
        bool,
        Option(
            "--man",
            help=N_("Print a page of the manual: phare help --man show | man -l -"),
        ),
    ] = False,
    output: Output,
) -> None:
    from phare_cli.shell.command_list import COMMANDS
    from phare_cli.shell.help_topics import TOPICS
    from phare_cli.shell.table_delivery import deliver_table

    if topic is not None and topic not in (*COMMANDS, *TOPICS):
        from phare_cli.shell.explained.topic_words import EXPLAINED, word_typed

        topic = _told_under(word_typed(topic, EXPLAINED), session)
    root = context.find_root()
    if man:
        from phare_cli.shell.manual_page import manual_page
        from phare_cli.shell.table_delivery import put

        if topic is not None and topic not in COMMANDS:
            raise UnknownTopic(topic, tuple(COMMANDS))
        put(manual_page(topic, root.command, session.language), None, session)
    elif topic is None:
        root.command.get_help(root)
    elif topic in TOPICS:
        deliver_table(TOPICS[topic](), output, session)
    elif topic in COMMANDS:
        from phare_cli.shell.command_list import load
        from phare_cli.shell.typer_app import Command

        command = load(topic, Command)
        with command.make_context(topic, [], parent=root, resilient_parsing=True) as inner:
            command.get_help(inner)
    else:
        from phare_cli.shell.own.misplaced_words import command_for

        meant = command_for(topic)
        if meant is not None:
            raise WrongOption(meant)
        from phare_cli.shell.explained.guides import guide_to

        raise UnknownTopic(topic, (*COMMANDS, *TOPICS), "phare help --help", guide_to(topic))
