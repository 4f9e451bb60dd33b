"""Know the columns of a file: their names, their wordings, and exports that spread them over several rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import zip_longest
from typing import TYPE_CHECKING

from phare_cli.files.delimiter import Fit
from phare_cli.files.numbers import number
from phare_cli.files.records import Record
from phare_cli.language.folding import clean, fold
from phare_cli.nouns.message import Message, sentence

if TYPE_CHECKING:
    from phare_cli.files.delimiter import FindHeader

# LimeSurvey writes "Q3[SQ001]. Wording [option]": the code is a name of the column too.
_CODED = re.compile(r"([\w]+(?:\[[^\]]*\])*)\.(?: |(?=\S+ ))(.*)", re.DOTALL)
_PLACE = re.compile("[1-9][0-9]{0,8}")
_SAMPLE = 20  # rows that tell how wide the table is
_FEW = 3  # a row of fewer names is no header under a title that nobody asks to be passed over
_WEBFORM = frozenset({"sid", "serial", "numero de serie", "numero"})
# What SurveyMonkey writes below a question that has one column, folded, in the languages of its exports.
_RESPONSE = frozenset(
    {
        "response", "open ended response", "reponse", "reponse ouverte", "antwort", "antwort in freitext", "respuesta",
        "respuesta abierta", "risposta", "risposta aperta", "resposta", "resposta aberta", "antwoord", "open antwoord",
    }
)  # fmt: skip
_RESPONDENT = frozenset(
    {"respondentid", "respondent id", "id du repondant", "id de repondant", "identifiant du repondant"}
)


@dataclass(frozen=True)
class ColumnNames:
    """The columns of a file. *rows* is how many records the header takes, *header_cells* what stands in them."""

    names: tuple[str, ...]
    wordings: tuple[str, ...]
    rows: int
    notice: Message | None = None
    header_cells: tuple[tuple[str, ...], ...] = ()

    def find(self, name: str) -> list[int]:
        """Return the columns that *name* is the name or the code of; several when it is ambiguous.

        A column without a name is found by its place, from 1.
        """
        cleaned = clean(name)
        for spelling, places in zip((cleaned, cleaned, fold(cleaned)), self._places, strict=True):
            if spelling in places:
                return list(places[spelling])
        place = int(cleaned) - 1 if _PLACE.fullmatch(cleaned) else len(self.names)
        return [place] if place < len(self.names) and not self.names[place] else []

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The code of each column."""
        return tuple(map(code_of, self.names))

    @cached_property
    def _places(self) -> Sequence[Mapping[str, Sequence[int]]]:
        """Where each name, each code and each folded name stands."""
        return [_places_of(texts) for texts in (self.names, self.codes, map(fold, self.names))]

    def widened(self, width: int) -> ColumnNames:
        """Return these columns, and as many without a name as make *width*: a sheet keeps no empty cell at its end."""
        more = max(0, width - len(self.names))
        if not more:
            return self
        blank = ("",) * more
        cells = tuple((*row, *("",) * (width - len(row))) for row in self.header_cells)
        return replace(
            self, names=(*self.names, *blank), wordings=(*self.wordings, *blank), header_cells=cells
        )

    def called(self, place: int) -> str:
        """Return the name of a column; one that has none is called by its place, from 1."""
        return self.names[place] or str(place + 1)

    def match(self, pattern: str) -> list[int]:
        """Return the columns whose name or code *pattern* fits; ``*`` stands for any text."""
        if "*" not in pattern:
            return self.find(pattern)
        pieces = clean(pattern).split("*")
        return [
            place
            for place, (name, code) in enumerate(zip(self.names, self.codes, strict=True))
            if fits(pieces, name) or fits(pieces, code)
        ]


def _places_of(texts: Iterable[str]) -> Mapping[str, Sequence[int]]:
    places: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        places.setdefault(text, []).append(place)
    return places


def fits(pieces: Sequence[str], text: str) -> bool:
    """Tell whether a text is these pieces with any text between them, in the time of its length."""
    first, *middle, last = pieces
    place, end = len(first), len(text) - len(last)
    if place > end or not text.startswith(first) or not text.endswith(last):
        return False
    for piece in middle:
        found = text.find(piece, place, end)
        if found < 0:
            return False
        place = found + len(piece)
    return True


def code_of(name: str) -> str:
    """Return the code of a column: what stands before ``. `` in a LimeSurvey header, else the whole name."""
    found = _CODED.fullmatch(name)
    return found[1] if found else name


def wording_of(name: str) -> str:
    """Return the wording in a LimeSurvey header, empty when it holds none."""
    found = _CODED.fullmatch(name)
    return found[2].strip() if found else ""


def numbered(columns: int) -> ColumnNames:
    """Return the header of a file that has none: columns are called 1, 2, 3..."""
    names = tuple(str(place + 1) for place in range(columns))
    return ColumnNames(names, ("",) * columns, 0)


def read_header(first: Sequence[Sequence[str]]) -> ColumnNames:
    """Return the header in the *first* records of a file."""
    rows = [[clean(cell) for cell in row] for row in first]
    found = _understood(rows)
    return replace(found, header_cells=tuple(map(tuple, rows[: found.rows])))


def _understood(rows: Sequence[list[str]]) -> ColumnNames:
    names = rows[0]
    if len(rows) > 2 and any('"ImportId"' in cell for cell in rows[2]):
        notice = sentence("the three header rows of a Qualtrics export were recognised.")
        return ColumnNames(tuple(names), tuple(rows[1]), 3, notice)
    if len(rows) > 2 and len(_WEBFORM & {fold(cell) for cell in rows[2]}) > 0 and _mostly_empty(rows[:2]):
        notice = sentence("the three header rows of a Framaforms export were recognised.")
        return ColumnNames(*_webform(rows[1], rows[2]), 3, notice)
    if len(rows) > 1 and _are_answers_named_below(names, rows[1]):
        notice = sentence("the two header rows of a SurveyMonkey export were recognised.")
        width = max(len(names), len(rows[1]))  # a sheet has no cell for a name that is empty at its end
        return ColumnNames(*_named_below(*(row + [""] * (width - len(row)) for row in rows[:2])), 2, notice)
    return ColumnNames(tuple(names), tuple(map(wording_of, names)), 1)


def header_finder(
    asked_columns: Sequence[str], *, has_header: bool, is_sheet: bool = False
) -> FindHeader[ColumnNames]:
    """Return what finds the header of a file of which *asked_columns*, names or patterns, will be asked for.

    The rows of a *sheet* may be wider than its header, which keeps no empty cell at its end.
    """
    return partial(_find_header, asked_columns=tuple(asked_columns), has_header=has_header, is_sheet=is_sheet)


def _find_header(
    rows: Iterable[Record], asked_columns: tuple[str, ...], has_header: bool, is_sheet: bool
) -> Fit[ColumnNames] | None:
    """Return the header among the first rows: the first row, or one under a title, which is far narrower."""
    found = [(line, cells) for line, cells in rows if any(cell.strip() for cell in cells)]
    if not found:
        return None
    texts = [cells for _, cells in found]
    if not has_header:
        width = max(map(_width, texts)) if is_sheet else len(texts[0])
        return _fit(found, 0, numbered(width), asked_columns)

    def fit(place: int) -> Fit[ColumnNames]:
        header = read_header(texts[place : place + 3])
        if is_sheet:
            header = header.widened(_asked_width(asked_columns, texts[place + header.rows :]))
        return _fit(found, place, header, asked_columns)

    first = fit(0)
    if (first.is_whole and asked_columns) or first.header.rows > 1:
        return first
    under = [place for place in range(1, len(found)) if _are_titles(texts[:place], texts[place])]
    if not asked_columns:
        under = [place for place in under if _may_be_names(texts[place])]
    below = list(map(fit, under))
    if not asked_columns:
        wide = [fit for fit in below if len(fit.header.names) >= _FEW]
        chosen = wide[-1] if wide else first
        if not is_sheet:
            return chosen
        return Fit(chosen.header, chosen.line, chosen.rank, is_whole=_is_table(chosen, found))
    whole = next((fit for fit in below if fit.is_whole), None)
    return whole or max((first, *below), key=lambda fit: fit.rank[0])


def _is_table(fit: Fit[ColumnNames], found: Sequence[Record]) -> bool:
    """Tell whether a sheet holds a table and no page of notes: columns side by side, and rows below."""
    rows = sum(line > fit.line for line, _ in found) - (fit.header.rows - 1)
    return sum(map(bool, fit.header.names)) > 1 and rows > 1


def _width(row: Sequence[str]) -> int:
    return max((place for place, cell in enumerate(row, 1) if cell.strip()), default=0)


def _asked_width(asked_columns: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    """Return how wide the *rows* of a sheet are, as far as columns are asked for by their place; all of it with none.

    What stands beside a table in one row is a remark.
    """
    widest = max(map(_width, rows), default=0)
    if asked_columns:
        return max(
            (int(name) for name in asked_columns if name.isdecimal() and int(name) <= widest), default=0
        )
    return sorted(map(_width, rows))[-2] if len(rows) > 1 else 0


def _are_titles(above: Sequence[Sequence[str]], row: Sequence[str]) -> bool:
    """Tell whether rows are titles of a table whose header is *row*: none fills half as many cells."""
    filled = _filled(row)
    return all(2 * _filled(title) <= filled for title in above)


def _may_be_names(row: Sequence[str]) -> bool:
    """Tell whether the cells of a row may be names of columns: none is a number, none stands twice."""
    texts = [cell.strip() for cell in row if cell.strip()]
    return len(set(texts)) == len(texts) and not any(map(number, texts))


def _filled(row: Sequence[str]) -> int:
    return sum(1 for cell in row if cell.strip())


def _fit(
    found: Sequence[Record], place: int, header: ColumnNames, asked_columns: Sequence[str]
) -> Fit[ColumnNames]:
    width = len(header.names)
    match_count = sum(bool(header.match(name)) for name in asked_columns)
    same = sum(len(cells) == width for _, cells in found[place : place + _SAMPLE])
    return Fit(
        header,
        found[place][0],
        (match_count, int(width > 1), same, width),
        is_whole=match_count == len(asked_columns),
    )


def _are_answers_named_below(names: Sequence[str], row: Sequence[str]) -> bool:
    """Tell whether a row under the names says which answer each column holds, as SurveyMonkey writes it.

    Columns of the respondent have nothing below, a question of one column has “Response”, and the answers of a
    question of several stand under its name and the empty names after it. No respondent leaves so much empty.
    """
    pairs = list(zip_longest(names, row, fillvalue=""))
    answers = [answer for _, answer in pairs if answer]
    if not answers or not any(names) or any(map(number, answers)):
        return False
    are_responses = [fold(answer) in _RESPONSE for answer in answers]
    if all(are_responses):
        return any(name and not answer for name, answer in pairs)
    has_unnamed = any(answer and not name for name, answer in pairs)
    is_respondent = not row[0] and fold(names[0]) in _RESPONDENT
    return has_unnamed and (any(are_responses) or is_respondent)


def _named_below(names: Sequence[str], row: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name each column by its question, ``question [answer]`` where the row below says which answer it holds."""
    whole, wordings, question = [], [], ""
    for name, answer in zip(names, row, strict=True):
        question = name or question
        is_answer = bool(answer) and not (name and fold(answer) in _RESPONSE)
        whole.append(f"{question} [{answer}]" if is_answer and question else name)
        wordings.append(question if is_answer else "")
    return tuple(whole), tuple(wordings)


def _mostly_empty(rows: Sequence[Sequence[str]]) -> bool:
    cells = [cell for row in rows for cell in row]
    return 2 * sum(map(bool, cells)) < len(cells)


def _webform(questions: Sequence[str], labels: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name each column ``question [option]`` under a question of several columns, by its label elsewhere.

    The export writes the question over its first option only. The group ends where a question of one column
    would repeat no label; the file does not say where, so a label is joined to the question only where it
    stands under it or repeats elsewhere.
    """
    names, wordings, question = [], [], ""
    for above, label in zip(questions, labels, strict=False):
        question = above or question
        repeated = labels.count(label) > 1 and question
        names.append(f"{question} [{label}]" if above or repeated else label)
        wordings.append(above)
    return tuple(names), tuple(wordings)
