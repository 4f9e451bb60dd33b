"""Take apart the name of what phare makes of a question: a net, a measure, row percents, ``Question (Part)``."""

import re
from collections.abc import Container
from typing import NamedTuple


class CompoundName(NamedTuple):
    """The *question* that something was made of, and what was: a net, a measure, that of a net."""

    question: str
    parts: tuple[str, ...]


def in_brackets(part: str) -> str:
    """Return the name of a part as it stands in the brackets of its question: without any of its own.

    >>> in_brackets("Solde (satisfaits moins insatisfaits)"), in_brackets("D'accord")
    ('Solde, satisfaits moins insatisfaits', "D'accord")
    """
    return re.sub(r"\s*\(([^()]*)\)", r", \1", part) if "(" in part else part


def compound_name(
    indicator: str, questions: Container[str], measures: Container[str] = ()
) -> CompoundName | None:
    """Return what an indicator was made of: one of some *questions* (ids), or one of some *measures* of any other.

    >>> compound_name("Accès (gares) (D'accord (ST))", {"Accès (gares)", "Accueil"})
    CompoundName(question='Accès (gares)', parts=("D'accord (ST)",))
    """
    if not indicator.endswith(")"):
        return None
    at = indicator.find(" (")
    while at > 0:
        made = CompoundName(indicator[:at], tuple(indicator[at + 2 : -1].split(") (")))
        if made.question in questions or (len(made.parts) == 1 and made.parts[0] in measures):
            return made
        at = indicator.find(" (", at + 1)
    return None
