"""Find the numbers of a document that are no claim about results, each once and with its kind: a date, an amount."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from phare_cli.documents.prose.passage import Prose, ProsePassage, SourcePlace
from phare_cli.nouns.remark import SkippedNumber

_MONTHS = (
    "janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre"
    "|january|february|march|april|may|june|july|august|september|october|november|december"
)
_NUMBER = r"\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)*"
_LARGE = r"(?:[ \u00a0]?(?:k|m|md|mds|bn|millions?|milliards?|billions?|thousand)\b)?"
_ALONE = r"(?<![\w/%=&.-])"  # in no address and no longer word
# The first that fits takes the words: a phone before the numbers that it is made of.
_KINDS = {
    "phone": r"(?:\+\d{1,3}[ \u00a0]?(?:\(0\))?\d{1,4}|0\d{1,4})(?:[ \u00a0.-]?\d{2,4}){2,5}\b",
    "amount": (
        rf"[€£$][ \u00a0]?{_NUMBER}{_LARGE}"
        rf"|{_NUMBER}{_LARGE}[ \u00a0\u202f]?(?:d['’])?(?:[€£$]|(?:k€|m€|md€|euros?|dollars?|francs?|pounds?)\b)"
    ),
    "law": (
        r"\b(?:loi|décret|ordonnance|directive|règlement|article|articles|law|act|decree|section)"
        r"(?: n[o°]\.?)?[ \u00a0](?:[lrd]\.?[ \u00a0]?)?\d[\d/-]*"
    ),
    "date": (
        rf"\b\d{{1,2}}(?:er|st|nd|rd|th)?[ \u00a0](?:{_MONTHS})\b(?:[ \u00a0]\d{{4}})?"
        rf"|\b(?:{_MONTHS})[ \u00a0]\d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}})?|\b\d{{1,2}}/\d{{1,2}}/\d{{2,4}}\b"
    ),
}


def numbers_left(
    prose: Prose, found: Sequence[tuple[ProsePassage, int, int]], claimed: Collection[tuple[int, int]]
) -> dict[SourcePlace, SkippedNumber]:
    """Return the numbers of a document that are no claim, by their places.

    *found* are the numbers that were read, in words too; *claimed* the characters of claims, each with its passage.
    """
    by_passage: dict[int, list[tuple[int, int]]] = {}
    characters: dict[int, set[int]] = {}
    for key, at in claimed:
        characters.setdefault(key, set()).add(at)
    for passage, start, end in found:
        by_passage.setdefault(id(passage), []).append((start, end))
    places: dict[SourcePlace, SkippedNumber] = {}
    for passage in prose.passages:
        taken = characters.get(id(passage), set())
        for start, end, kind in sorted(_in_passage(passage, by_passage.get(id(passage), ()), taken)):
            place = prose.place(passage, start)
            places[place] = SkippedNumber(passage.text[start:end], place.line, place.column, kind)
    return places


def _in_passage(
    passage: ProsePassage, read: Sequence[tuple[int, int]], taken: set[int]
) -> Iterator[tuple[int, int, str]]:
    spans = [
        (*match.span(), kind)
        for kind, pattern in _KINDS.items()
        for match in re.finditer(_ALONE + f"(?:{pattern})", passage.text, re.IGNORECASE)
    ]
    for start, end, kind in (*spans, *((*each, "number") for each in read)):
        if taken.isdisjoint(range(start, end)):
            taken |= set(range(start, end))
            yield start, end, kind
