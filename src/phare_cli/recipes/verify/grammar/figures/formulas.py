"""Tell formulas from sentences: "gap = p1 − p2 = 67% − 60% = +7 points" works a gap out, and claims nothing itself."""

from __future__ import annotations

from phare_cli.documents.prose.tokens import TokenRow
from phare_cli.recipes.verify.grammar.sentence import Sentence

_FEWEST = 3  # equals signs: "57% (n = 812, p = 0.03)" is a claim with its base and its test
_SIZES = frozenset(("n", "base", "bases", "effectif", "effectifs"))


_MARKS = ("▲", "▼")


def is_legend(sentence: Sentence) -> bool:
    """Tell whether a line explains a mark of a table, and says it of no figure: "▲ up: the figure has risen"."""
    text = sentence.passage.text.lstrip()
    return text.startswith(_MARKS) and ":" in text and not sentence.numbers


def is_formula(sentence: Sentence) -> bool:
    """Tell whether a sentence works a figure out, step by step; sizes alone ("n = 812, n = 300") are no steps."""
    row = sentence.tokens
    if isinstance(row, TokenRow) and "=" not in row.places:
        return False
    steps = [at for at, token in enumerate(row) if token.text == "=" and sentence.word(at - 1) not in _SIZES]
    return len(steps) >= _FEWEST
