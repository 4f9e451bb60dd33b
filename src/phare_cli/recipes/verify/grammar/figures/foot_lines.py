"""Read lines that say who was asked and where figures come from: "Méthodologie : ...", "Source: ..."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from phare_cli.documents.prose.lexicon import Cue
from phare_cli.language.codebook import codebook
from phare_cli.nouns.survey import Survey
from phare_cli.recipes.verify.grammar.claims import Claim
from phare_cli.recipes.verify.grammar.sentence import Sentence


def foot_of(sentence: Sentence) -> Cue | None:
    """Return the word that a line of method or of sources opens with; None where the line is another."""
    cue = sentence.words["foot"].at(sentence.tokens, 0)
    if cue is None:
        return None
    tokens = sentence.tokens
    after = next((at for at in range(cue.end, len(tokens)) if tokens[at].text == ":"), -1)
    if 0 < after + 1 < len(tokens) and tokens[after + 1].kind == "number":
        return None  # "Note : 6,1/10"
    return cue if after == cue.end or (after > 0 and tokens[cue.end].text == "(") else None


def told_in_foot(foot: Cue, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the claims of such a line: the bases, and what it says of an answer that it names itself.

    A rate of refusals is of no answer, nor is what no question of the data asks. A source may be another survey's: the
    bases of its line are wrong where it says of whom and where.
    """
    for claim in claims:
        if claim.kind == "base":
            is_told = {claim.scene.region, claim.scene.group} <= claim.named
            yield claim if is_told or foot.sense != "source" else claim._replace(is_unsure=True)
        elif not claim.is_lent and any(indicator for indicator, _ in claim.scene.topics):
            yield claim


def told_beside(survey: Survey) -> list[str]:
    """Return what the data say around their figures that holds digits: notes, universes, sources, in any language."""
    texts: dict[str, None] = {}
    for kind in ("note", "universe", "source"):
        for text in survey.names(kind):
            entry = codebook().entry(kind, text)
            for words in (text, *(entry.labels.values() if entry else ())):
                if any(map(str.isdigit, words)):
                    texts[words.replace("’", "'").casefold()] = None
    return list(texts)
