"""The fixed words around claims: their statuses, their totals, the place of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import N_, Message, counted, sentence
from phare_cli.nouns.remark import STATUSES, MarkedDocument, Remark, SkippedNumber

STATUS_WORDS: Mapping[str, str] = {
    "right": N_("right"),
    "wrong": N_("wrong"),
    "overstated": N_("overstated"),
    "unknown": N_("unknown"),
    "ambiguous": N_("ambiguous"),
    "accepted": N_("accepted"),
}
_COUNTED: Mapping[str, Message] = {
    "right": counted("{count} right", "{count} right", 0),
    "wrong": counted("{count} wrong", "{count} wrong", 0),
    "overstated": counted("{count} overstated", "{count} overstated", 0),
    "unknown": counted("{count} unknown", "{count} unknown", 0),
    "ambiguous": counted("{count} ambiguous", "{count} ambiguous", 0),
    "accepted": counted("{count} accepted", "{count} accepted", 0),
}
SIGNS: Mapping[str, str] = {
    "right": "✓",
    "wrong": "✗",
    "overstated": "▲",
    "unknown": "?",
    "ambiguous": "?",
    "accepted": "✓",
}
_SKIPPED: Mapping[str, str] = {
    "date": N_("date"),
    "law": N_("law"),
    "amount": N_("amount"),
    "phone": N_("telephone"),
}
PLAIN_SIGNS: Mapping[str, str] = {**SIGNS, "right": "+", "wrong": "x", "overstated": "!", "accepted": "+"}


def totals(documents: Sequence[MarkedDocument], typesetter: Typesetter) -> str:
    """Return how many claims there are, and how many of each status: 31 claims: 24 right, 3 wrong."""
    of_each = [document.counts for document in documents]
    counts = {status: sum(each[status] for each in of_each) for status in STATUSES}
    total = sum(counts.values())
    if not total:
        return typesetter.say(sentence("No claim about survey results was found."))
    parts = tuple(
        _COUNTED[status]._replace(values={"count": count}) for status, count in counts.items() if count
    )
    listed = ", ".join(typesetter.say(part) for part in parts)
    return typesetter.say(
        counted("{count} claim: {listed}.", "{count} claims: {listed}.", total, listed=listed)
    )


def status_word(status: str, typesetter: Typesetter) -> str:
    """Return the word of a status in the reader's language."""
    return typesetter.text(STATUS_WORDS[status])


def place_of(document: MarkedDocument, remark: Remark) -> str:
    """Return where a claim stands: line and column, or the number of its paragraph."""
    if document.has_lines:
        return f"{document.name}:{remark.line}:{remark.column}"
    return f"{document.name} ¶{remark.line}"


def told(document: MarkedDocument, remark: Remark, typesetter: Typesetter) -> str:
    """Return what the data say of a claim, and its correction behind an arrow."""
    text = said_of(remark, typesetter)
    return text if remark.correction is None else f"{text} → {pasted(document, remark)}"


def said_of(remark: Remark, typesetter: Typesetter) -> str:
    """Return what the data say of a claim, behind the wave of their figure where they hold it in several."""
    text = typesetter.say(remark.says)
    if not remark.wave:
        return text
    return headed(typesetter.say(sentence("wave {wave}", wave=remark.wave)), text, typesetter)


def headed(heading: str, said: str, typesetter: Typesetter) -> str:
    """Return what is *said* behind its heading and a colon, as the reader's language sets one."""
    return typesetter.say(sentence("{heading}: {value}", heading=heading, value=said))


def comment_on(document: MarkedDocument, remark: Remark, typesetter: Typesetter) -> str:
    """Return what a comment beside a claim says: its status, what the data say, what may be pasted."""
    return f"{status_word(remark.status, typesetter)} – {told(document, remark, typesetter)}"


def pasted(document: MarkedDocument, remark: Remark) -> str:
    """Return the correction of a claim in the language of its document; empty where there is none."""
    return "" if remark.correction is None else Typesetter(document.language).say(remark.correction)


def skipped_of(document: MarkedDocument, typesetter: Typesetter) -> str:
    """Return the numbers of a document that are no claim, each with its place; empty where none was asked for."""
    if not document.skipped:
        return ""
    places = (f"{each.line}:{each.column} " if document.has_lines else "" for each in document.skipped)
    numbers = ", ".join(
        place + " ".join(each.words.split()) + _kind_of(each, typesetter)
        for place, each in zip(places, document.skipped, strict=True)
    )
    return headed(typesetter.say(sentence("No claim about results")), numbers, typesetter)


def _kind_of(skipped: SkippedNumber, typesetter: Typesetter) -> str:
    word = _SKIPPED.get(skipped.kind)
    return f" ({typesetter.text(word)})" if word is not None else ""
