"""Know by their names the columns of replicate weights: repwt1 to repwt80, brr_1, jk01, pwgtp1."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from phare_cli.language.folding import fold
from phare_cli.nouns.message import sentence
from phare_cli.respondents.draft.profile import Profile
from phare_cli.respondents.draft.spec_lines import CHECK, Say, comment, toml
from phare_cli.respondents.header_rows import code_of

FEWEST = 4  # columns that are replicates and no other weights
_NUMBERED = re.compile(r"(.*?)\d+")
_STEM = re.compile(
    r"(?:w ?|pw|wt|wgt)?(?:rep|repl|replicate|replique|repw|repwt|repwgt|reppwt|wrep|wtrep|brr|brrwt|fay|jk|jkw|jkwt"
    r"|jack|jackknife|bs|bsw|bswt|boot|bootstrap|bootwt|pwgtp|wgtp|fstr|fstur)(?: weight| weights| wt| wgt| poids)?"
)
_METHODS = (
    ("brr", "brr"),
    ("fay", "brr"),
    ("jk", "jk1"),
    ("jack", "jk1"),
    ("bs", "bootstrap"),
    ("boot", "bootstrap"),
)


def find_replicates(columns: Sequence[Profile]) -> tuple[Profile, ...]:
    """Return the columns of replicate weights, those of the stem that most of them share; none where few do."""
    by_stem: dict[str, list[Profile]] = {}
    for column in columns:
        numbered = _NUMBERED.fullmatch(code_of(column.name))
        if numbered and _STEM.fullmatch(fold(numbered[1].replace("_", " ").replace(".", " "))):
            by_stem.setdefault(numbered[1], []).append(column)
    most = max(by_stem.values(), key=len, default=[])
    return tuple(most) if len(most) >= FEWEST else ()


def replicate_lines(columns: Sequence[Profile], say: Say) -> Iterator[str]:
    """Yield the lines of a first spec that name replicate weights."""
    if not columns:
        return
    stem = code_of(columns[0].name).rstrip("0123456789")
    folded = fold(stem)
    method = next((made for start, made in _METHODS if folded.startswith(start)), "...")
    yield from comment(
        say, sentence("Replicate weights, and how they were made: brr, jk1, jkn, bootstrap or sdr.")
    )
    why = say(sentence("its name says so"))
    yield f"# replicates = [{toml(stem + '*')}]  {CHECK}{why}"
    yield f"# method = {toml(method)}"
