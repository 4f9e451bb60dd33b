"""Offer the names of the data when a shell asks for them with TAB, and never what a shell would run.

They are words of the reader's language where these need no quotes. The data are those that the line names so far,
else those of a run without --data. A file that cannot be read offers nothing.
What typer would leave out for its case or its accents is offered: it is asked for the words of an empty one, and the
word begun stands beside (BEGUN).
"""

# Annotations stand as values here, not as text that Typer would have Python compile for every command: hence no
# __future__ import.
import os
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from typer._click import Context

from phare_cli.language.catalogue import LANGUAGES

BEGUN = "phare.begun"  # the word that was begun, among what a context keeps


def regions(ctx: Context, incomplete: str) -> list[str]:
    """Return region slugs: a shell would leave ``Provence-Alpes-Côte d'Azur`` unquoted."""
    return _names("region", ctx, incomplete)


def stakeholders(ctx: Context, incomplete: str) -> list[str]:
    """Return stakeholder groups."""
    return _names("stakeholder", ctx, incomplete)


def segments(ctx: Context, incomplete: str) -> list[str]:
    """Return parts of groups, and ``none`` for whole groups."""
    whole = ["none"] if "none".startswith(incomplete) else []
    return [*whole, *_names("segment", ctx, incomplete)]


def indicators(ctx: Context, incomplete: str) -> list[str]:
    """Return indicators."""
    return _names("indicator", ctx, incomplete)


def items(ctx: Context, incomplete: str) -> list[str]:
    """Return the items of the indicator that the line names, of all where it names none."""
    return _names("item", ctx, incomplete)


def waves(ctx: Context, incomplete: str) -> list[str]:
    """Return waves."""
    return _names("wave", ctx, incomplete)


def surveys(ctx: Context, incomplete: str) -> list[str]:
    """Return survey programmes."""
    return _names("survey", ctx, incomplete)


def columns(ctx: Context, incomplete: str) -> list[str]:
    """Return the columns of the answers that the line names, by their codes: those that need no quotes."""
    from phare_cli.files.file_options import FileOptions
    from phare_cli.files.findings import Findings
    from phare_cli.judging.subset import PLAIN
    from phare_cli.nouns.errors import PhareError
    from phare_cli.respondents.open_file import sources

    files = [file for file in ctx.params.get("responses") or () if file != "-"]
    options = FileOptions(encoding=ctx.params.get("encoding"), sheet=ctx.params.get("sheet"))
    try:
        with closing(sources(files[:1], options, Findings(quotes_cells=False))) as opened:
            codes = [code for source in opened for code in source.header.codes]
    except (PhareError, OSError):
        return []
    return sorted(
        {code for code in codes if PLAIN.fullmatch(code) and begins(code, ctx.meta.get(BEGUN, incomplete))}
    )


def language_of_line(ctx: Context) -> str:
    """Return the language of who types a line: the one that it asks for, else that of the project or the system."""
    from phare_cli.shell.session import Session

    session = ctx.find_root().obj
    return session.language if isinstance(session, Session) else "en"


def _names(kind: str, ctx: Context, incomplete: str) -> list[str]:
    from phare_cli.judging.subset import Selection, subset
    from phare_cli.nouns.errors import PhareError
    from phare_cli.results import Rules, parse_map, read
    from phare_cli.shell.own.own_words import own_words
    from phare_cli.shell.project.settings import find_settings
    from phare_cli.shell.session import Session, data_files

    typed, language = ctx.params, language_of_line(ctx)
    try:
        session = Session(settings=find_settings(Path.cwd()), environ=os.environ, is_quiet=True)
        files = [file for file in data_files(typed.get("data") or (), session) if file != "-"]
        rules = Rules(
            map={**session.settings.map, **parse_map(typed.get("map") or ())},
            encoding=typed.get("encoding") or (None if typed.get("data") else session.settings.encoding),
            sheet=typed.get("sheet"),
        )
        with own_words(session, typed.get("codebook")):
            survey = read(*files, rules=rules) if files else None
            if survey is None:
                return []
            if kind == "item":
                within = typed.get("indicators") or ()
                survey = subset(survey, Selection(indicators=tuple(within)))
            ids = survey.names(kind)
            begun = ctx.meta.get(BEGUN, incomplete)
            words = [_word(kind, id, ids, begun, language) for id in ids]
    except (PhareError, OSError):
        return []
    return sorted(set(filter(None, words)))


def _word(kind: str, id: str, ids: Sequence[str], begun: str, language: str) -> str | None:
    """Return a word for *id* that begins as was typed: of the reader's language, else of another."""
    from phare_cli.judging.subset import plain_word

    languages = (language, *(each for each in LANGUAGES if each != language))
    words = (plain_word(kind, id, ids, each) for each in languages)
    return next((word for word in words if word is not None and begins(word, begun)), None)


def begins(word: str, incomplete: str) -> bool:
    """Tell whether a word begins as was typed, case and accents apart."""
    from phare_cli.language.folding import fold

    return word.startswith(incomplete) or fold(word).startswith(fold(incomplete))
