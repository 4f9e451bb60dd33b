"""What ``phare check`` says of the colours in a project's own codebook, beside the paper of the project's pictures."""

from __future__ import annotations

from phare_cli.language.codebook import codebook
from phare_cli.language.codebook_columns import COLORED
from phare_cli.nouns.message import Name
from phare_cli.nouns.problem import Problem
from phare_cli.shell.session import Session


def doubts_of_colors(session: Session) -> list[Problem]:
    """Return a warning for each colour of the codebook in use that can hardly be seen, or told from another."""
    book = codebook()
    own = ((Name(kind, id), book.form(kind, id, "color")) for kind in COLORED for id in book.own(kind))
    colors = {name: color for name, color in own if color}
    if not colors:
        return []
    from phare_cli.drawing.themes.doubtful_colors import doubtful_colors
    from phare_cli.shell.own.house_theme import chosen_theme

    file = next(iter(session.codebooks))
    return [
        Problem("doubtful-color", each.message, file, column="color", cell=each.color, warning=True)
        for each in doubtful_colors(colors, chosen_theme(None, session))
    ]
