"""Offer the names of the data when a shell asks for them with TAB, and never what a shell would run.

They are words of the reader's language where these need no quotes. The data are those that the line names so far,
else those of a run without --data. A file that cannot be read offers nothing.
"""

from __future__ import annotations

import os
from pathlib import Path

import typer


def regions(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return region slugs: a shell would leave ``Provence-Alpes-Côte d'Azur`` unquoted."""
    return _names("region", ctx, incomplete)


def stakeholders(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return stakeholder groups."""
    return _names("stakeholder", ctx, incomplete)


def segments(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return parts of groups, and ``none`` for whole groups."""
    whole = ["none"] if "none".startswith(incomplete) else []
    return [*whole, *_names("segment", ctx, incomplete)]


def indicators(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return indicators."""
    return _names("indicator", ctx, incomplete)


def items(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the items of the indicator that the line names, of all where it names none."""
    return _names("item", ctx, incomplete)


def waves(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return waves."""
    return _names("wave", ctx, incomplete)


def surveys(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return survey programmes."""
    return _names("survey", ctx, incomplete)


def _names(kind: str, ctx: typer.Context, incomplete: str) -> list[str]:
    from phare_cli.judging.subset import Selection, plain_word, subset
    from phare_cli.nouns.errors import PhareError
    from phare_cli.results import Rules, parse_map, read
    from phare_cli.shell.own.own_words import own_words
    from phare_cli.shell.project.settings import find_settings
    from phare_cli.shell.session import Session, data_files

    typed, asked_by = ctx.params, ctx.find_root().obj
    language = asked_by.language if isinstance(asked_by, Session) else "en"
    try:
        session = Session(settings=find_settings(Path.cwd()), environ=os.environ, is_quiet=True)
        files = [file for file in data_files(typed.get("data") or (), session) if file != "-"]
        rules = Rules(
            map={**session.settings.map, **parse_map(typed.get("map") or ())},
            encoding=typed.get("encoding"),
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
            words = [plain_word(kind, id, ids, language) for id in ids]
    except (PhareError, OSError):
        return []
    return sorted({word for word in words if word is not None and word.startswith(incomplete)})
