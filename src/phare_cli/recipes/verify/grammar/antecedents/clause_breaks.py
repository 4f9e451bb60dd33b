"""Tell where another clause is set against the one before: ", while ...", ", mais ..."."""

from __future__ import annotations

from phare_cli.recipes.verify.grammar.sentence import Sentence


def is_contrasted(sentence: Sentence, comma: int) -> bool:
    """Tell whether another clause begins behind a comma: ", while the share who ..."."""
    is_comma = sentence.word(comma) == "," and comma + 1 < len(sentence.tokens)
    cue = sentence.words["contrast"].at(sentence.tokens, comma + 1) if is_comma else None
    return cue is not None and sentence.word(cue.end) != ","  # "43 %, en revanche, ne le citent pas"


def break_behind(sentence: Sentence, start: int, end: int) -> int:
    """Return where another clause begins between two places, *end* where none does."""
    breaks = (
        at for at in range(start, end) if sentence.word(at) in (";", ":") or is_contrasted(sentence, at)
    )
    return next(breaks, end)


def last_contrast(sentence: Sentence, start: int, end: int) -> int:
    """Return where the last clause that is set against the one before it begins between two places, else *start*."""
    return max((at for at in range(start, end) if is_contrasted(sentence, at)), default=start)
