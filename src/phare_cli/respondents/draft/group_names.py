"""Name the groups that people say they are one of: “Un élu” speaks for “Élus”. Knows articles and plurals alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from phare_cli.language.catalogue import capitalised
from phare_cli.nouns.message import sentence
from phare_cli.respondents.draft.spec_lines import CHECK, Say, comment, toml

_ONE = re.compile(r"(une?|an?) ([^\W\d_][\w'’ -]*)", re.IGNORECASE)
# What follows one of these in the name of somebody says what they are of, and stays: chef d'entreprise.
_OF = re.compile(r" (?:de |d['’]|du |des |en |à |au |aux |à l['’]|of |in |from |at |for |pour |sans )")
_ENDS_FR = (("eau", "eaux"), ("eu", "eux"), ("al", "aux"))


def group_of(answer: str) -> str | None:
    """Return the group that somebody who gives an *answer* is one of; None where it does not say “one of them”.

    >>> group_of("Un chef d'entreprise"), group_of("Une agente territoriale"), group_of("A local authority")
    ("Chefs d'entreprise", 'Agentes territoriales', 'Local authorities')
    >>> group_of("Autre"), group_of("Un(e) habitant(e)")
    (None, None)
    """
    found = _ONE.fullmatch(answer.strip())
    if found is None:
        return None
    name, is_french = found[2], found[1].lower().startswith("u")
    link = _OF.search(name)
    head, rest = (name[: link.start()], name[link.start() :]) if link else (name, "")
    words = head.split()
    if is_french:
        words = [_many_fr(word) for word in words]
    else:
        words[-1] = _many_en(words[-1])
    return capitalised(" ".join(words) + rest)


def group_lines(answers: Sequence[str], say: Say) -> Iterator[str]:
    """Yield the lines that name the groups of a column by what its *answers* say that respondents are one of."""
    groups = {answer: group for answer in answers if (group := group_of(answer)) is not None}
    if not groups or len(set(groups.values())) < len(groups):
        return
    yield ""
    yield from comment(say, sentence("What a group is called, where its answer says what one of them is."))
    yield f"[recode.stakeholder]  {CHECK}" + say(sentence("answer = group"))
    yield from (f"{toml(answer)} = {toml(group)}" for answer, group in groups.items())


def _many_fr(word: str) -> str:
    if word[-1] in "sxz":
        return word
    return next((word.removesuffix(one) + many for one, many in _ENDS_FR if word.endswith(one)), f"{word}s")


def _many_en(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"
