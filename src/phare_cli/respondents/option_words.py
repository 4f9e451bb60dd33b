"""Find which words of a set of option columns say "chosen", from the words of all its columns together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from enum import Enum
from typing import NamedTuple

from phare_cli.language.folding import fold

# Words that say "chosen" and nothing of what was chosen.
YES_WORDS = frozenset({
    "1", "oui", "yes", "y", "o", "x", "true", "vrai", "selected", "checked", "ticked", "chosen", "mentioned", "quoted",
    "coche", "cochee", "selectionne", "selectionnee", "cite", "citee", "choisi", "choisie", "mentionne",
    "mentionnee", "ja", "si", "sim", "tak", "da", "✓", "✔", "☑", "☒",
})  # fmt: skip
# What an export writes in the column of an option that was not chosen.
NO_WORDS = frozenset({
    "0", "non", "no", "n", "false", "faux", "nein", "nee", "nej", "nao", "nie", "unchecked", "unselected",
    "unticked", "✗", "✘", "☐",
})  # fmt: skip
_DENIED = re.compile(r"(?:not|non|pas|no|nicht|niet|ikke|inte|neither|aucun|jamais)\b.+")
_WHOLE = re.compile(r"(-?\d+)[.,]0+")
_TEXT_OF_OTHER = re.compile(r"(?:autres?|others?|sonstiges|otr[oa]s?)(?: .*)?")


# Q3_5_TEXT (Qualtrics), Q3[SQ001comment] (LimeSurvey), Q3_5_specify.
_TEXT_OF = re.compile(
    r"(.+)_(?:texte?|specify|preciser|precisez|précisez)|(.+\[.+)comment(\])", re.IGNORECASE
)


class Doubt(Enum):
    """Why nothing tells which words say "chosen"."""

    WORDS = "several words may say chosen"
    LONE = "one word stands alone, in every row"


class OptionWords(NamedTuple):
    """What the words of a set say. *chosen* are folded words by column; None takes any word that is no denial.

    *mentions* tells that the columns hold answers rather than a sign of one: the first named, the second...
    *doubt* is the column that leaves one, and why.
    """

    chosen: Mapping[str, frozenset[str] | None]
    mentions: bool = False
    doubt: tuple[str, Doubt] | None = None


def find_words(
    columns: Mapping[str, Collection[str]], names: Mapping[str, str], free: Collection[str] = ()
) -> OptionWords:
    """Return which words say "chosen" in *columns*: the distinct words of each, "" for an empty cell.

    *names* is what each column's name or label says of its option, *free* the columns of what people wrote
    themselves. Nothing is decided on one column alone: the
    same word says the same in all of them, or each column holds the name of its own option.
    """
    all_words = {
        column: frozenset(word for word in map(word_of, column_words) if word)
        for column, column_words in columns.items()
    }
    # A column of “other” that holds the words of the rest alone was ticked as they were, and holds no text.
    usual = frozenset().union(
        *(column_words for column, column_words in all_words.items() if column not in free)
    )
    free = [column for column in free if not all_words.get(column, frozenset()) <= usual]
    words = {column: column_words for column, column_words in all_words.items() if column not in free}
    assents = {
        column: frozenset(word for word in column_words if not denies(word))
        for column, column_words in words.items()
    }
    for rule in (_numbers, _yes, _own, _shared, _mentions):
        found = rule(columns, words, assents, names)
        if found is not None:
            return found._replace(chosen={**found.chosen, **dict.fromkeys(free, None)})
    doubted = max(assents, key=lambda column: len(assents[column]))
    return OptionWords({}, doubt=(doubted, Doubt.WORDS))


def is_too_often(twice: int, several: int) -> bool:
    """Tell whether so many of those who gave several answers gave one twice that these are no mentions.

    Who names a first, a second and a third does not name one again; who answers on a scale often does.
    """
    return 10 * twice > several


def is_other(name: str) -> bool:
    """Tell whether a column is that of a text people wrote themselves: ``[other]``, ``Autre (précisez)``.

    >>> is_other("Q3[other]"), is_other("Autre, précisez"), is_other("autrement")
    (True, True, False)
    """
    bracketed = re.search(r"\[([^\[\]]*)\]\s*$", name)
    last = fold(bracketed[1] if bracketed else re.split(r"[/_]", name)[-1])
    return _TEXT_OF_OTHER.fullmatch(last) is not None


def options_of_texts(names: Collection[str]) -> dict[str, str]:
    """Return the column of the option that each column of a text belongs to, by their names.

    >>> options_of_texts(["Q3_5", "Q3_5_TEXT", "Q3[1]", "Q3[1comment]", "Q3[other]", "Q4", "Q4_7_TEXT"])
    {'Q3_5_TEXT': 'Q3_5', 'Q3[1comment]': 'Q3[1]', 'Q4_7_TEXT': 'Q4'}
    """
    found = {name: _TEXT_OF.fullmatch(name) for name in names}
    options = {name: "".join(filter(None, match.groups())) for name, match in found.items() if match}
    of_questions = {name: re.sub(r"_\d+$", "", option) for name, option in options.items()}
    return {
        name: option if option in names else of_questions[name]
        for name, option in options.items()
        if option in names or of_questions[name] in names
    }


def word_of(text: str) -> str:
    """Return a cell of an option column folded; a code that was saved as a decimal is that code.

    >>> word_of("Oui "), word_of("1.0"), word_of("-1")
    ('oui', '1', '-1')
    """
    whole = _WHOLE.fullmatch(text.strip())
    return whole[1] if whole else fold(text)


def denies(word: str) -> bool:
    """Tell whether a folded word says "not chosen"."""
    return word in NO_WORDS or _DENIED.fullmatch(word) is not None


Words = Mapping[str, frozenset[str]]


def _numbers(
    columns: Mapping[str, Collection[str]], words: Words, assents: Words, names: Mapping[str, str]
) -> OptionWords | None:
    """Codes: 1 or 0; 1 or 2, as software for surveys codes yes and no; any other number beside 0."""
    every = frozenset().union(*words.values())
    if not every or not all(word.isdecimal() for word in every):
        return None
    numbers = {int(word) for word in every}
    if numbers <= {0, 1} or (numbers == {1, 2} and not _are_own(assents)):
        chosen = frozenset({"1"})
    elif len(numbers) == 2 and 0 in numbers:
        chosen = every - {"0"}
    else:
        return None
    return OptionWords(dict.fromkeys(words, chosen))


def _yes(
    columns: Mapping[str, Collection[str]], words: Words, assents: Words, names: Mapping[str, str]
) -> OptionWords | None:
    """Words that say yes in any survey; with none, nobody chose anything."""
    every = frozenset().union(*assents.values())
    return OptionWords(dict.fromkeys(words, every)) if every <= YES_WORDS else None


def _own(
    columns: Mapping[str, Collection[str]], words: Words, assents: Words, names: Mapping[str, str]
) -> OptionWords | None:
    """Each column holds one word that no other holds: the name of its option."""
    if not _are_own(assents):
        return None
    for column, column_words in assents.items():
        if (
            column_words
            and "" not in columns[column]
            and words[column] == column_words
            and not _names(column_words, names.get(column, ""))
        ):
            return OptionWords({}, doubt=(column, Doubt.LONE))
    return OptionWords(assents)


def _shared(
    columns: Mapping[str, Collection[str]], words: Words, assents: Words, names: Mapping[str, str]
) -> OptionWords | None:
    """One word is all that the columns hold beside denials and empty cells."""
    every = frozenset().union(*assents.values())
    if len(every) != 1:
        return None
    is_told = any("" in column_words for column_words in columns.values()) or any(
        words[column] != assents[column] for column in words
    )
    if is_told:
        return OptionWords(dict.fromkeys(words, every))
    return OptionWords({}, doubt=(next(column for column in assents if assents[column]), Doubt.LONE))


def _mentions(
    columns: Mapping[str, Collection[str]], words: Words, assents: Words, names: Mapping[str, str]
) -> OptionWords | None:
    """The columns share three answers or more: each holds one that was named, first, second or third."""
    count_by_word = Counter(word for each in assents.values() for word in each)
    shared = [word for word, times in count_by_word.items() if times > 1]
    answers = frozenset(count_by_word)
    if len(assents) < 2 or len(shared) < 2 or len(answers) < 3 or any(word in YES_WORDS for word in shared):
        return None
    return OptionWords(dict.fromkeys(words, answers), mentions=True)


def _are_own(assents: Words) -> bool:
    """Tell whether each column holds one word at most, and none of them holds another's."""
    lone = [word for column_words in assents.values() for word in column_words]
    return (
        len(lone) > 1
        and all(len(column_words) <= 1 for column_words in assents.values())
        and len(set(lone)) == len(lone)
    )


def _names(column_words: frozenset[str], name: str) -> bool:
    """Tell whether the word of a column stands in its name."""
    return any(word in fold(name) for word in column_words)
