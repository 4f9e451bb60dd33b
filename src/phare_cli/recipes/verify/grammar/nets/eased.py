"""Turn a comparison around whose words are the reverse of its answer: "easier" is fewer with "difficulties"."""

from __future__ import annotations

from phare_cli.documents.prose.lexicon import OPPOSITE, Lexicon, lexicon
from phare_cli.documents.prose.tokens import tokens_of, words_of
from phare_cli.recipes.verify.grammar.claims import Claim
from phare_cli.recipes.verify.grammar.names.topic_names import labels_of


def eased(claim: Claim, words: Lexicon) -> Claim:
    """Return *claim*, the other way round where it says that something is easier, and its answer that it is hard."""
    if claim.kind not in ("comparison", "change") or claim.direction not in OPPOSITE:
        return claim
    is_easier = words["easier"].first(tokens_of(claim.text)) is not None
    are_hard = bool(claim.scene.topics) and all(_is_hardship(item) for _, item in claim.scene.topics)
    return claim._replace(direction=OPPOSITE[claim.direction]) if is_easier and are_hard else claim


def _is_hardship(item: str) -> bool:
    """Tell whether the name of an answer says that something is hard, or lacking."""
    lists = (lexicon(language)["hardship"] for language in ("fr", "en"))
    names = {word for name in labels_of(item) for word in words_of(name)}
    return any(each.holds(word) for each in lists for word in names)
