"""The constructions of a likeness of any quality: "as worried as secretaries", "not as happy about it as nurses"."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.relations.set_beside import STOPS, References
from phare_cli.recipes.verify.grammar.sentence import Sentence

_NO_QUALITY = frozenset("well soon long far for to such if though many much opposed regards".split())  # noqa: SIM905
_INSIDE = 7  # words from a quality to the second "as"


def likenesses(sentence: Sentence) -> Iterator[Relation]:
    """Yield "as QUALITY (about something) as NAME"; behind "not" or "so" it is less."""
    if sentence.words.language != "en":
        return
    references = References(sentence)
    for place, token in enumerate(sentence.tokens[:-2]):
        quality = sentence.word(place + 1)
        if token.word not in ("as", "so") or quality in _NO_QUALITY or not quality.isalpha():
            continue
        denial = sentence.words["negation"].before(sentence.tokens, place)
        if token.word == "so" and denial is None:
            continue
        second = _second(sentence, place + 2)
        if second is None:
            continue
        end, target = references.reference(second + 1)
        if isinstance(target, Mention) and target.start - second <= 2:
            kind = "change" if target.kind == "wave" else "comparison"
            direction = "equal" if denial is None else "down"
            start = place if denial is None else denial.start
            yield Relation(start, end, place + 2, kind, direction, target=target)


def _second(sentence: Sentence, start: int) -> int | None:
    """Return where the second "as" stands, in the same clause."""
    for at in range(start, min(start + _INSIDE, len(sentence.tokens) - 1)):
        if sentence.tokens[at].text in STOPS or sentence.tokens[at].kind == "number":
            return None
        if sentence.word(at) == "as":
            return at
    return None
