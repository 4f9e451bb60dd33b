"""Find waves: by a year, by two years, by their number or name, or by their place in time ("the first wave")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from phare_cli.documents.prose.lexicon import Lexicon
from phare_cli.documents.prose.tokens import Token, words_of
from phare_cli.recipes.verify.grammar.names.mention import Mention

_CENTURIES = ("19", "20")
_NUMBERED = ("vague", "wave", "round", "edition")
_UP_TO = frozenset(("et", "and", "a", "to"))  # between the two years of one wave: "entre 2018 et 2022"
_IN_TIME = (("first wave", 0), ("last wave", -1))
_SINCE = frozenset(("depuis", "since"))
_IN = frozenset(("en", "in", "a", "the", "la"))
_ROMAN = r"[ivxl]+"


class WaveMentions:
    """The waves of one survey, in the order of time."""

    def __init__(self, waves: Sequence[str], words: Lexicon) -> None:
        self.waves = sorted(waves, key=age_of)
        self._words = words
        self._phrases = [(words_of(wave), wave) for wave in waves if not wave[:1].isdigit()]
        self._opening = words.firsts(name for name, _ in _IN_TIME) | {
            *_NUMBERED,
            *(first for told, _ in self._phrases for first in told[:1]),
        }

    def opens(self, word: str) -> bool:
        """Tell whether a wave may be named by words that begin with *word*."""
        return word in self._opening

    def at(self, tokens: Sequence[Token], place: int) -> Mention | None:
        """Return the wave that is named at *place*."""
        return (
            self._years(tokens, place)
            or self._numbered(tokens, place)
            or self._by_name(tokens, place)
            or self._in_time(tokens, place)
        )

    def _years(self, tokens: Sequence[Token], place: int) -> Mention | None:
        token = tokens[place]
        if token.kind != "number" or not is_year(token.text):
            return None
        second = tokens[place + 2] if place + 2 < len(tokens) else None
        if second is not None and tokens[place + 1].word in _UP_TO and is_year(second.text):
            ends = int(token.text), int(second.text)
            known = [years_of(wave) for wave in self.waves]
            if ends in known and not {(year, year) for year in ends} & set(known):
                return Mention(place, place + 3, "wave", f"{token.text}-{second.text}")
        is_figure = place + 3 < len(tokens) and self._words["per cent"].at(tokens, place + 3) is not None
        is_range = second is not None and tokens[place + 1].text in "-–/" and not is_figure
        if (
            second is not None and is_range and _is_short_year(second.text)
        ):  # "12 March 2024 – 52% ..." is none
            end = second.text if len(second.text) == 4 else token.text[:2] + second.text
            return Mention(place, place + 3, "wave", f"{token.text}-{end}")
        after = tokens[place + 1].text if place + 1 < len(tokens) else ""
        if after in ("%", "€") or (
            after in "-/" and after and second is not None and second.kind == "number"
        ):
            return None
        return Mention(place, place + 1, "wave", token.text)

    @staticmethod
    def _numbered(tokens: Sequence[Token], place: int) -> Mention | None:
        token = tokens[place]
        if token.word not in _NUMBERED or place + 1 >= len(tokens):
            return None
        number = tokens[place + 1]
        if number.kind != "number" and not re.fullmatch(_ROMAN, number.word):
            return None
        return Mention(place, place + 2, "wave", f"{token.word} {number.word}")

    def _by_name(self, tokens: Sequence[Token], place: int) -> Mention | None:
        for words, wave in self._phrases:
            if words and tuple(token.word for token in tokens[place : place + len(words)]) == words:
                return Mention(place, place + len(words), "wave", wave)
        return None

    def _in_time(self, tokens: Sequence[Token], place: int) -> Mention | None:
        for name, at in _IN_TIME:
            cue = self._words[name].at(tokens, place) if len(self.waves) > 1 else None
            if cue is not None:
                return Mention(place, cue.end, "wave", self.waves[at])
        return None


def is_told_by_its_ends(wave: Mention, tokens: Sequence[Token]) -> bool:
    """Tell whether a wave is named by the words between its two years: "entre 2018 et 2022", one wave of the data."""
    return wave.end - wave.start > 1 and tokens[wave.start + 1].word in _UP_TO


def is_start(tokens: Sequence[Token], wave: Mention, words: Lexicon) -> bool:
    """Tell whether a wave is what a change is counted from: "depuis 2019", "moins qu'en 2019", "compared with 2019"."""
    start = wave.start - (wave.start > 0 and tokens[wave.start - 1].word in _IN)
    if (start > 0 and tokens[start - 1].word in _SINCE) or words["than"].before(tokens, start):
        return True
    beside = words["counted from"]
    cue = beside.before(tokens, wave.start) or beside.before(tokens, start)
    return cue is not None and cue.end - cue.start > 1


def is_year(text: str) -> bool:
    """Tell whether a word is a year of this century or the one before."""
    return len(text) == 4 and text.isdecimal() and text[:2] in _CENTURIES


def _is_short_year(text: str) -> bool:
    return is_year(text) or (len(text) == 2 and text.isdecimal())


def age_of(wave: str) -> tuple[int, ...]:
    """Return the sort key of a wave by the years or the numbers of its name; what has none comes first."""
    return years_of(wave) or tuple(int(number) for number in re.findall(r"\d+", wave))


def years_of(text: str) -> tuple[int, int] | None:
    """Return the first and last year that the name of a wave holds."""
    years = [int(year) for year in re.findall(r"(?:19|20)\d\d", text)]
    return (min(years), max(years)) if years else None
