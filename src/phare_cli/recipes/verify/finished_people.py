"""Tell whether a count of people may be of more than those who finished, of whom alone results are."""

from __future__ import annotations

import re

from phare_cli.language.folding import fold
from phare_cli.nouns.survey import Estimate
from phare_cli.recipes.verify.grammar.claims import Claim

# Each is compiled for a count of people above the base: few pages hold one.
_FINISHED = (
    r"\b(?:terminee?s?|acheve\w*|complete?s?|completed|finie?s?|finished|fully|jusqu au bout"
    r"|en entier|en totalite|entierement|integralement"
    r"|exploitables?|valides?|validee?s?|valid|usable|retenue?s?)\b"
)
_ENDS = r"[.!?]\s"


def may_be_of_more(claim: Claim, base: Estimate) -> bool:
    """Tell whether a count above a *base* of finished questionnaires may be of all who began one.

    It may not where its own sentence says that they finished.
    """
    number = claim.number
    if number is None or base.base is None or number.said <= base.base:
        return False
    return (
        re.search(_FINISHED, fold(base.universe)) is not None
        and re.search(_FINISHED, fold(_around(claim))) is None
    )


def _around(claim: Claim) -> str:
    """Return the sentence that a claim stands in."""
    text = claim.passage.text
    ends = re.compile(_ENDS)
    start = max((each.end() for each in ends.finditer(text, 0, claim.start)), default=0)
    end = ends.search(text, claim.end)
    return text[start : end.start() if end else len(text)]
