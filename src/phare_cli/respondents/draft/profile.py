"""Look at each column of a file of respondents: how many answers, which ones, and what kind of column it may be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from phare_cli.language.codebook import codebook
from phare_cli.language.folding import fold
from phare_cli.language.known_by_words.residual_answers import is_silent
from phare_cli.nouns.survey import NATION
from phare_cli.respondents.design.clusters import names_clusters, words_of
from phare_cli.respondents.design.weight_names import may_name_weights, names_weights
from phare_cli.respondents.draft.who_answers import asks_who
from phare_cli.respondents.engine.batches import ColumnLabels, RespondentSource
from phare_cli.respondents.engine.number_columns import number
from phare_cli.respondents.engine.value_labels import NO_LABELS
from phare_cli.respondents.header_rows import code_of
from phare_cli.respondents.option_words import is_too_often
from phare_cli.respondents.programs.unfinished_rows import FinishColumn
from phare_cli.respondents.separators import STRONG, find_parting, parts_of

# Enough to know a column by; a draft is corrected by a person anyway.
MOST_ROWS = 200_000
FIRST_ROWS = 1000  # that are looked at across columns
MOST_TEXTS = 5_000
MOST_OPTIONS = 40
MOST_NUMBERS = 20  # of a question whose options are numbers

# Words that may stand in the name of a round beside that of a round itself.
_WAVE = frozenset({"annee", "year", "wave", "vague", "edition", "round", "vagues", "waves"})
_AROUND_WAVE = frozenset(
    {"d", "enquete", "survey", "numero", "num", "no", "id", "barometre", "de", "l", "la", "of", "the"}
)
# How exports call their respondents, the surest first: a household or a place is none.
_IDENTIFIERS = tuple(map(re.compile, (
    r"uuid|(?:.* )?instance ?id",
    r"(?:id(?:entifiant)?|num(?:ero)?|no?) ?(?:du |de |de la |d )?"
    r"(?:repondante?|reponse|participante?|enquete|questionnaire|soumission)|"
    r"(?:respondent|response|resp|participant|submission|interview|record|case|questionnaire) ?"
    r"(?:id|no|num|number)|idno|seqn|respnum|sys respnum|token",
    r"id|ident|identifiant|identifier|serial|numero de serie|sid",
)))  # fmt: skip
_DATE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}")
_TRAITS = frozenset({"age", "ages", "sexe", "sex", "genre", "gender"})
# What stands around it where it is asked of the respondent: “Genre de film” is another question.
_AROUND_TRAIT = frozenset((
    "quel", "quelle", "est", "votre", "vous", "avez", "etes", "situez", "dans", "en", "classe", "classes", "tranche",
    "tranches", "groupe", "categorie", "d", "de", "l", "la", "le", "du", "repondant", "repondante", "what", "which",
    "is", "are", "you", "your", "in", "do", "belong", "to", "group", "class", "range", "band", "respondent", "r",
    "recode", "the", "of", "old", "how",
))  # fmt: skip
_MOST_CLASSES = 12  # of what it parts people into
_STRATUM = frozenset({"strata", "stratum", "strate", "strates", "sdmvstra", "stratification", "strat"})
PLACE_NAMES = {"region": ("reg",), "stakeholder": ("acteur", "stakeholder", "public", "groupe", "group")}


@dataclass(slots=True)
class Profile:
    """What was seen of one column: its texts and how often each stands there."""

    place: int
    name: str
    wording: str
    texts: Counter[str] = field(default_factory=Counter)
    free: bool = False  # it varies so much that its texts were not all kept
    codes: dict[str, str] = field(
        default_factory=dict
    )  # of texts that are labels: their codes, in their order
    first_rows: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))  # see _marked
    counted: str | None = None  # the code that says that an option was chosen, where the file tells

    @property
    def answers(self) -> dict[str, int]:
        """The texts but the empty one."""
        return {text: count for text, count in self.texts.items() if text}

    @property
    def answered(self) -> int:
        """How many rows hold something."""
        return sum(self.answers.values())

    @property
    def numbers(self) -> list[float]:
        """The distinct numbers; empty when something else stands there too."""
        values = [number(text) for text in self.answers]
        return values if values and not np.isnan(values).any() else []

    @property
    def _scores(self) -> list[float]:
        """The numbers of its answers, of their codes where labels stand at a few of them only."""
        if self.codes and 2 * len(self.codes.keys() & self.answers.keys()) < len(self.answers):
            values = [number(self.codes.get(text, text)) for text in self.answers]
            return [] if np.isnan(values).any() else values
        return self.numbers

    def share_named(self, kind: str) -> float:
        """Return what share of the rows hold a name that the codebook knows; codes count under a fitting name only."""
        named = any(word.startswith(PLACE_NAMES[kind]) for word in fold(code_of(self.name)).split())
        known = {
            text: count
            for text, count in self.answers.items()
            if (found := codebook().find(kind, text)) and found != NATION and (named or len(text) > 3)
        }
        return sum(known.values()) / self.answered if len(known) > 1 or (known and named) else 0.0

    @property
    def words(self) -> list[str]:
        """The words of its name, folded: ``sampleWeight_2`` holds *sample*, *weight* and *2*."""
        return words_of(self.name)

    @property
    def mean(self) -> float:
        """The mean of its numbers over the rows that hold one."""
        values = {text: number(text) for text in self.answers}
        return sum(values[text] * count for text, count in self.answers.items()) / self.answered

    def is_weight(self) -> bool:
        """Tell whether its name or label and its numbers are those of weights, or its numbers are decimals around 1."""
        values = self.numbers
        if len(values) < 2 or min(values) < 0.0:
            return False
        if may_name_weights(self.name) or names_weights(self.wording):
            return not self.is_bodily()
        has_decimals = any(value % 1 for value in values)
        return len(values) > 20 and has_decimals and 0.95 < self.mean < 1.05

    def tells_who(self) -> bool:
        """Tell whether its name or label asks who the respondent is, and a few answers say it."""
        is_who = asks_who(
            (code_of(self.name), self.wording), [text for text in self.answers if not is_silent(text)]
        )
        return is_who and self.is_options() and not self.numbers

    def is_trait(self) -> bool:
        """Tell whether it holds what people are, by its name and a few classes: an age, a sex; no opinion."""
        said = [{*fold(text.replace("_", " ")).split()} for text in (code_of(self.name), self.wording)]
        is_said = any(words & _TRAITS and words <= _TRAITS | _AROUND_TRAIT for words in said)
        return is_said and self.is_options() and len(self.answers) <= _MOST_CLASSES and not self.numbers

    def is_bodily(self) -> bool:
        """Tell whether its numbers are those of people's bodies: none near 1, none of thousands, all of one size."""
        values = self.numbers
        return bool(values) and min(values) >= 20 and max(values) <= 300 and max(values) < 12 * min(values)

    def is_wave(self) -> bool:
        """Tell whether its name is that of a round, and of nothing else, and it holds few different texts."""
        words = set(self.words) - _AROUND_WAVE
        return bool(words) and words <= _WAVE and 1 <= len(self.answers) <= 30

    def identifies(self) -> int | None:
        """Return how sure its name says that it holds identifiers of respondents, 0 surest; None where it does not."""
        if self.answered < 2 or self.answered > 2 * len(self.answers):
            return None
        name = fold(code_of(self.name))
        return next((sure for sure, names in enumerate(_IDENTIFIERS) if names.fullmatch(name)), None)

    @property
    def repeated(self) -> int:
        """How many of the answers seen stand more than once."""
        return sum(count > 1 for count in self.answers.values())

    def is_cluster(self) -> bool:
        """Tell whether its name is that of what was drawn together."""
        return names_clusters(self.name)

    def is_stratum(self) -> bool:
        """Tell whether its name is that of parts sampled apart."""
        return bool(_STRATUM & set(self.words))

    def is_header_of(self) -> bool:
        """Tell whether its name is one of its answers, as where a file has no header."""
        return self.name in self.answers and not self.free

    def is_score(self) -> bool:
        """Tell whether it holds whole notes from 0 or 1 to 10."""
        values = self._scores
        whole = all(value.is_integer() and 0 <= value <= 10 for value in values)
        return bool(values) and whole and max(values) >= 8 and len(values) > 5

    def is_measure(self) -> bool:
        """Tell whether it holds numbers of many sizes: ages, sums of money. Those of identifiers stand once each."""
        return len(self.numbers) > MOST_NUMBERS and self.identifies() is None and not self.codes

    def is_options(self) -> bool:
        """Tell whether it holds a few answers, each one given by several."""
        options = len(self.answers)
        measures = not self.codes and len(self.numbers) > MOST_NUMBERS  # ages, weights, sums of money
        if measures or (options and all(map(_DATE.match, self.answers))):
            return False
        return not self.free and 2 <= options <= MOST_OPTIONS and self.answered >= 2 * options


def profiles(source: RespondentSource, finish: Sequence[tuple[int, FinishColumn]] = ()) -> list[Profile]:
    """Return what the columns of a file hold, from its first rows; *finish* counts who finished, where each stands."""
    found = [
        Profile(place, name, wording, counted=source.facts.counted(place))
        for place, (name, wording) in enumerate(zip(source.header.names, source.header.wordings, strict=True))
    ]
    rows = 0
    labels = ColumnLabels(range(len(found)))
    for block in source.blocks(range(len(found))):
        for profile in found:
            if not profile.free:
                column_labels = labels.of(profile.place)
                codes = block.codes(profile.place, column_labels)
                counts = np.bincount(codes, minlength=len(column_labels.texts))
                if not rows:
                    profile.first_rows = _marked(column_labels.texts)[codes[:FIRST_ROWS]]
                for code in np.flatnonzero(counts):
                    text = column_labels.texts[code]
                    label = source.facts.labels.get(profile.place, NO_LABELS).own(text)
                    if label != text:
                        profile.codes[label] = text
                    profile.texts[label] += int(counts[code])
                profile.free = len(profile.texts) > MOST_TEXTS
        for place, column in finish:
            column_labels = labels.of(place)
            column.add(column.lookup(column_labels, block.codes(place, column_labels)))
        rows += block.rows
        if rows >= MOST_ROWS:
            break
    return found


def _marked(texts: Sequence[str]) -> NDArray[np.int64]:
    """Return a number for each answer, the same for the same one in any column; 0 for what is none."""
    return np.array([0 if is_silent(text) else hash(text) for text in texts], dtype=np.int64)


def name_one_twice(columns: Sequence[Profile]) -> bool:
    """Tell whether respondents give one answer in two of these columns: then none is a second mention."""
    rows = np.sort(np.stack([column.first_rows for column in columns]), axis=0)
    twice = ((rows[1:] == rows[:-1]) & (rows[1:] != 0)).any(axis=0)
    several = (rows != 0).sum(axis=0) > 1
    return is_too_often(int(twice.sum()), int(several.sum()))


def stem(name: str) -> str:
    """Return what the columns of one question share.

    >>> stem("Q3[SQ001]"), stem("Q3_2"), stem("Q3_other"), stem("Q3 [Press]"), stem("g/brakes/work")
    ('Q3', 'Q3', 'Q3', 'Q3', 'g/brakes')
    """
    code = name.partition(". ")[0] if "]. " in name else name
    if "[" in code:
        head = code.partition("[")[0]
    elif "/" in code:
        head = code.rpartition("/")[0]
    else:
        head, is_other = re.subn(r"[_ .-](?:others?|autres?)$", "", code, flags=re.IGNORECASE)
        head = head if is_other else code.rstrip("0123456789")
    return head.rstrip(" _.-(/")


def parted(profile: Profile) -> tuple[str, Counter[str]] | None:
    """Return what parts the answers in cells of several, and how many gave each; None when cells hold one answer."""
    answers = profile.answers
    parting = find_parting(answers)
    if not parting.separator or parting.rivals:
        return None
    pieces: Counter[str] = Counter()
    several = 0
    for text, count in answers.items():
        parts = parts_of(text, parting.separator, parting.whole)
        several += count * (len(parts) > 1)
        for piece in parts:
            pieces[piece] += count
    if several < max(3, 0.05 * profile.answered):
        return None
    common = sum(count for _, count in pieces.most_common(MOST_OPTIONS))
    repeated = sum(pieces.values()) >= 3 * len(pieces) or common >= 0.7 * sum(pieces.values())
    # “Oui, plutôt” beside “Non, plutôt pas” is one answer: of several, some are given alone.
    alone = any(piece in answers or f"{piece}{parting.separator}" in answers for piece in pieces)
    is_several = repeated and len(pieces) < len(answers) and (alone or parting.separator in STRONG)
    return (parting.separator, pieces) if is_several else None


def runs(columns: Sequence[Profile]) -> Iterator[list[Profile]]:
    """Yield the columns that stand side by side and share a stem, together."""
    run: list[Profile] = []
    for column in columns:
        if run and (not stem(column.name) or stem(column.name) != stem(run[-1].name)):
            yield run
            run = []
        run.append(column)
    if run:
        yield run
