"""Tell of which region and which wave a document without a title is, by its first lines and the names that it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from phare_cli.documents.prose.passage import LIST, ProsePassage, Role
from phare_cli.documents.prose.spoken_numbers import PERCENT, POINTS, SCORE
from phare_cli.documents.prose.tokens import Token, sentences_of, tokens_of
from phare_cli.recipes.verify.grammar.known_names import KnownNames
from phare_cli.recipes.verify.grammar.names.mention import HERE, UNKNOWN, Mention
from phare_cli.recipes.verify.grammar.names.wave_mentions import is_start, is_told_by_its_ends
from phare_cli.recipes.verify.grammar.sentence import Sentence

LONGEST = 3000  # tokens of a sentence; nobody writes one, and none is read to its end
_FRONT = 2  # tokens before a name that a sentence begins with
_BETWEEN = frozenset(("entre", "between"))
_ARTICLES = frozenset("le la les l' the en in".split())  # noqa: SIM905
_TITLE = 2  # level of a line of plain text that is the title of what follows
_LEAD = 8  # tokens of a line that leads a list
_LINE = 120  # characters of a line that may hold a date
_TO_MONTH = 6  # words from a place to the end of the month: ", le mercredi 13 mars"
_EXCEPTED = 3  # words from "except" to the place that it leaves out


def home_of(titled: Sequence[Sentence], passages: Sequence[ProsePassage], names: KnownNames) -> str | None:
    """Return the region that a text is of whose title names none that is known."""
    return main_region(passages, names) or region_called_otherwise(titled, passages, names)


def main_region(passages: Sequence[ProsePassage], names: KnownNames) -> str | None:
    """Return the region that a text is of: the only one that it announces, or the one that its first figure is of.

    A region is announced in words without a figure, before any figure. The other must be named far more often than
    any other, or be the only one of a text that speaks of "the region"; None where a sentence begins with the nation,
    whose figures may then be meant anywhere.
    """
    named: Counter[str] = Counter()
    announced: set[str] = set()
    is_told = is_of_nation = is_of_region = False
    for passage in passages:
        for tokens in sentences_of(tokens_of(passage.text)):
            told = any(
                token.text == "%" or (token.kind == "number" and set(",.") & set(token.text))
                for token in tokens
            )
            is_of_bases = names.words["asked"].first(tokens) is not None
            for each in names.find(tokens[:LONGEST]):
                if each.kind != "place":
                    continue
                if each.id == HERE:
                    is_of_region = True
                    continue
                if (
                    names.words["except"].first(tokens, max(0, each.start - _EXCEPTED), each.start)
                    is not None
                ):
                    continue
                if each.id == names.whole:
                    is_set_beside = names.words["than"].before(tokens, each.start) is not None
                    is_of_nation = is_of_nation or (each.start <= _FRONT and not is_set_beside)
                    continue
                if not is_told and _is_dateline(names, tokens, each):
                    continue  # "Dublin, 5 December 2025" tells where a page was written
                named[each.id] += 1
                if each.id != UNKNOWN and not (is_told or told or is_of_nation or is_of_bases):
                    announced.add(each.id)
            is_told = is_told or told
            if is_told and not named:
                return None
    if len(announced) == 1:
        return announced.pop()
    first = next(iter(named), UNKNOWN)
    if first == UNKNOWN or is_of_nation:
        return None
    others = sum(named.values()) - named[first]
    is_only = is_of_region and len(named.keys() - {UNKNOWN}) == 1
    return first if is_only or named[first] > max(1, 2 * others) else None


def region_called_otherwise(
    titled: Sequence[Sentence], passages: Sequence[ProsePassage], names: KnownNames
) -> str | None:
    """Return the one region that a text names and its first figure is of, where the title calls it by another name."""
    if not any(each.id == UNKNOWN and not each.is_people for one in titled for each in one.of_kind("place")):
        return None
    named: set[str] = set()
    first = ""
    for passage in passages:
        for tokens in sentences_of(tokens_of(passage.text)):
            places = [each for each in names.find(tokens[:LONGEST]) if each.kind == "place"]
            known = [each for each in places if each.id not in (HERE, UNKNOWN, names.whole)]
            named.update(each.id for each in known)
            if not first and any(token.text == "%" for token in tokens):
                first = known[0].id if known and known[0].start <= _FRONT else UNKNOWN
    return first if named == {first} else None


def _is_dateline(names: KnownNames, tokens: Sequence[Token], place: Mention) -> bool:
    """Tell whether a place stands before the day on which a text was written: "Rennes, le 12 mars 2025"."""
    if place.end >= len(tokens) or tokens[place.end].text != ",":
        return False
    month = names.words["month"].first(tokens, place.end, min(place.end + _TO_MONTH, len(tokens)))
    return month is not None and not any(token.text == "." for token in tokens[place.end : month.start])


def dated_of(sentences: Iterable[Sentence], names: KnownNames) -> str | None:
    """Return the year that the first lines of a document are dated of, where it is a wave's and the only one.

    A heading behind text dates its own section.
    """
    is_behind_text = False
    for sentence in sentences:
        is_heading = sentence.passage.role is Role.HEADING
        is_behind_text = is_behind_text or not is_heading
        if is_heading and is_behind_text:
            continue
        is_line = len(sentence.passage.text) <= _LINE
        if not is_line or any(each.unit in (PERCENT, POINTS, SCORE) for each in sentence.numbers):
            continue  # a year in a sentence with figures is theirs
        dated = {
            wave.id: None
            for wave in sentence.of_kind("wave")
            if not _is_start(wave, sentence) and any(wave.id in name for name in names.waves)
        }
        if dated:
            return next(iter(dated)) if len(dated) == 1 else None
    return None


def _is_start(wave: Mention, sentence: Sentence) -> bool:
    """Return whether a wave is where a change begins; a wave of two years is told by both (2015-2016)."""
    if is_told_by_its_ends(wave, sentence.tokens):
        return False
    return sentence.word(wave.start - 1) in _BETWEEN or is_start(sentence.tokens, wave, sentence.words)


def lead_level(sentences: Sequence[Sentence], *, is_above_text: bool) -> int | None:
    """Return the level of a line that leads a list, or is the title of the text below it; None where it is neither."""
    if not _leads_list(sentences):
        return None
    return _TITLE if is_above_text and _is_title_line(sentences[0]) else LIST


def _leads_list(sentences: Sequence[Sentence]) -> bool:
    """Tell whether a line only says of whom or where what follows is: "Occitanie, automobilistes :"."""
    if len(sentences) != 1 or len(sentences[0].tokens) > _LEAD or sentences[0].numbers:
        return False
    last = sentences[0].tokens[-1]
    is_open = last.text == ":" or last.kind == "word"
    has_verb = sentences[0].has("verb") or sentences[0].has("light verb")
    return is_open and bool(sentences[0].mentions or sentences[0].topics) and not has_verb


def _is_title_line(sentence: Sentence) -> bool:
    """Tell whether a line is a place or people and nothing else, as titles in plain text are: "West Midlands"."""
    named = {at for each in sentence.mentions for at in range(each.start, each.end) if each.id != UNKNOWN}
    rest = [sentence.word(at) for at in range(len(sentence.tokens)) if at not in named]
    return bool(named) and all(word in _ARTICLES for word in rest)


def leads_table(sentences: Sequence[Sentence]) -> bool:
    """Tell whether a line above a table says what its figures are: "Share naming jobs among their fears:"."""
    is_open = len(sentences) == 1 and sentences[0].tokens[-1].text == ":"
    figures = (
        each for sentence in sentences for each in sentence.numbers if each.unit in (PERCENT, POINTS, SCORE)
    )
    return is_open and bool(sentences[0].topics) and next(figures, None) is None
