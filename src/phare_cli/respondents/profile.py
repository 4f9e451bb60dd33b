"""Look at each column of a file of respondents: how many answers, which ones, and what kind of column it may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from phare_cli.language.codebook import codebook
from phare_cli.language.folding import fold
from phare_cli.nouns.survey import NATION
from phare_cli.respondents.engine.batches import ColumnLabels, RespondentSource
from phare_cli.respondents.engine.number_columns import number
from phare_cli.respondents.header_rows import code_of

# Enough to know a column by; a draft is corrected by a person anyway.
MOST_ROWS = 200_000
MOST_TEXTS = 5_000
MOST_OPTIONS = 40

WEIGHT_NAMES = ("weight", "poids", "pond", "wgt", "redressement", "wt", "coef")
WAVE_NAMES = ("annee", "year", "wave", "vague", "edition")
PLACE_NAMES = {"region": ("reg",), "stakeholder": ("acteur", "stakeholder", "public", "groupe", "group")}
NO_ANSWER = frozenset({
    "nsp", "nspp", "ne sait pas", "ne se prononce pas", "refus", "99", "999", "sans reponse", "non reponse",
    "n a", "na", "no answer", "nr", "don t know", "prefer not to say", "refused", "dk",
})  # fmt: skip


@dataclass(slots=True)
class Profile:
    """What was seen of one column: its texts and how often each stands there."""

    place: int
    name: str
    wording: str
    texts: Counter[str] = field(default_factory=Counter)
    free: bool = False  # it varies so much that its texts were not all kept

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

    def share_named(self, kind: str) -> float:
        """Return what share of the rows hold a name that the codebook knows; codes count under a fitting name only."""
        named = any(word.startswith(PLACE_NAMES[kind]) for word in fold(code_of(self.name)).split())
        known = {
            text: count
            for text, count in self.answers.items()
            if (found := codebook().find(kind, text)) and found != NATION and (named or len(text) > 3)
        }
        return sum(known.values()) / self.answered if len(known) > 1 or (known and named) else 0.0

    def is_weight(self) -> bool:
        """Tell whether it may hold weights: its name says so and it holds numbers, or it holds decimals around 1."""
        values = self.numbers
        if not values or min(values) < 0.0:
            return False
        if any(word.startswith(WEIGHT_NAMES) for word in fold(code_of(self.name)).split()):
            return True
        return len(values) > 20 and any(value % 1 for value in values) and 0.5 < float(np.mean(values)) < 2.0

    def is_wave(self) -> bool:
        """Tell whether its name is that of a round and it holds few different texts."""
        named = any(word in WAVE_NAMES for word in fold(code_of(self.name)).split())
        return named and 1 <= len(self.answers) <= 30

    def is_score(self) -> bool:
        """Tell whether it holds whole notes from 0 or 1 to 10."""
        values = self.numbers
        whole = all(value.is_integer() and 0 <= value <= 10 for value in values)
        return bool(values) and whole and max(values) >= 8 and len(values) > 5

    def is_options(self) -> bool:
        """Tell whether it holds a few answers, each one given by several."""
        return (
            not self.free
            and 2 <= len(self.answers) <= MOST_OPTIONS
            and self.answered >= 2 * len(self.answers)
        )


def profiles(source: RespondentSource) -> list[Profile]:
    """Return what the columns of a file hold, from its first rows."""
    found = [
        Profile(place, name, wording)
        for place, (name, wording) in enumerate(zip(source.header.names, source.header.wordings, strict=True))
    ]
    rows = 0
    labels = ColumnLabels()
    for block in source.blocks(range(len(found))):
        for profile in found:
            if not profile.free:
                held = labels.of(profile.place)
                counts = np.bincount(block.codes(profile.place, held), minlength=len(held.texts))
                for code in np.flatnonzero(counts):
                    profile.texts[held.texts[code]] += int(counts[code])
                profile.free = len(profile.texts) > MOST_TEXTS
        rows += block.rows
        if rows >= MOST_ROWS:
            break
    return found


def parted(profile: Profile, separator: str) -> Counter[str] | None:
    """Return the answers in cells of several, by how many gave each; None when cells hold one answer only."""
    pieces: Counter[str] = Counter()
    cells = 0
    for text, count in profile.answers.items():
        held = [piece.strip() for piece in text.split(separator)]
        cells += count * (len(held) > 1)
        for piece in filter(None, held):
            pieces[piece] += count
    if cells < 0.05 * profile.answered or cells < 3:
        return None
    common = sum(count for _, count in pieces.most_common(MOST_OPTIONS))
    repeated = sum(pieces.values()) >= 3 * len(pieces) or common >= 0.7 * sum(pieces.values())
    shorter = len(pieces) < len(profile.answers)
    return pieces if repeated and shorter else None


def stem(name: str) -> str:
    """Return what the columns of one question share: ``Q3[SQ001]``, ``Q3_2`` and ``Q3 [Press]`` share ``Q3``."""
    code = name.partition(". ")[0] if "]. " in name else name
    head = code.partition("[")[0] if "[" in code else code.rstrip("0123456789")
    return head.rstrip(" _.-(")


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
