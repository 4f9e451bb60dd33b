"""Write the claims of documents as Markdown: the totals, then a table of those that want attention, then the rest."""

from __future__ import annotations

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import sentence
from phare_cli.nouns.remark import MarkedDocument, Remark, Verification
from phare_cli.rendering.claims.claim_words import SIGNS, comment_on, headed, place_of, skipped_of, totals
from phare_cli.rendering.inline import inline
from phare_cli.rendering.look import Look


def render_list(verification: Verification, look: Look) -> str:
    """Return the totals and a list of claims by document, those that the data bear last."""
    typesetter = Typesetter(look.language, look.decimals)
    lines = [totals(verification.documents, typesetter)]
    for document in verification.documents:
        lines += ["", f"## {_plain(document.name)}", ""]
        kept = [remark for remark in document.remarks if remark.is_told]
        lines += [_item(document, remark, typesetter) for remark in kept]
        right = [remark for remark in document.remarks if not remark.is_told]
        if right:
            words = ", ".join(_plain(remark.words) for remark in right)
            lines.append(typesetter.say(sentence("- ✓ right: {words}", words=words)))
        if skipped := skipped_of(document, typesetter):
            lines.append(f"- {_plain(skipped)}")
        if not document.remarks:
            lines.append(typesetter.say(sentence("No claim about survey results was found.")))
    return "\n".join(lines) + "\n"


def _item(document: MarkedDocument, remark: Remark, typesetter: Typesetter) -> str:
    place = place_of(document, remark)
    said = _plain(comment_on(document, remark, typesetter))
    return (
        f"- {SIGNS[remark.status]} {_plain(place)} {headed(f'**{_plain(remark.words)}**', said, typesetter)}"
    )


def _plain(text: str) -> str:
    return inline(text, "markdown")
