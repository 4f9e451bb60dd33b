"""What the reader of a file may be told about it: column names, encoding, decimal mark, scale, sheet, marks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from phare_cli.files.numbers import DECIMAL_MARKS, number
from phare_cli.language.codebook import codebook
from phare_cli.language.folding import clean
from phare_cli.nouns.contract import COLUMNS, NUMBERS
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Listing, Name, sentence

if TYPE_CHECKING:
    from phare_cli.files.file_options import FileOptions
    from phare_cli.results.row_filter import RowFilter
    from phare_cli.results.withheld import Withheld

# The codebook's kinds of the words that a column takes.
WORD_KINDS = {"response": "response", "scale": "scale", "measure": "measure", "in_national_sample": "yesno"}
_MARKS = {**DECIMAL_MARKS, ",": ",", ".": "."}
_SCALES = ("percent", "fraction")
_NOTHING_MAPPED: Mapping[str, str] = MappingProxyType({})


class Rules:
    """What holds for every file of a run. Raises WrongOption for a choice that does not exist.

    *map* leads from a column of ours to theirs; ``=2012`` is the constant 2012, the empty text no column. *usual_map*
    are those of them that a project chose for its own files, of which another need not have the columns.
    *decimal* is ``comma`` or ``point``, *scale* is ``percent`` or ``fraction``; None lets the file decide.
    *missing* are the marks that stand for no figure, or beside one: ``:``, ``c``, ``..``; *usual_missing* those of
    them that a project declares for all its files, of which not each holds them.
    *row_filter* names the rows to read figures of; the others are checked for their structure alone.
    *departements* says that the codes of regions were found to be those of départements.
    """

    def __init__(
        self,
        map: Mapping[str, str] = _NOTHING_MAPPED,
        encoding: str | None = None,
        decimal: str | None = None,
        scale: str | None = None,
        sheet: str | None = None,
        missing: Sequence[str] = (),
        usual_missing: Sequence[str] = (),
        row_filter: RowFilter | None = None,
        departements: bool = False,
        usual_map: Collection[str] = (),
    ) -> None:
        _check_map(map)
        for option, given, words in (("--decimal", decimal, tuple(_MARKS)), ("--scale", scale, _SCALES)):
            if given is not None and not (isinstance(given, str) and given in words):
                raise _not_one_of(option, given, words)
        if missing != ():
            from phare_cli.nouns.option_checks import names  # of use to few runs

            missing = names("--missing", missing)
        self.map: Final = map
        self.usual_map: Final = usual_map
        self.encoding: Final = encoding
        self.decimal: Final = decimal
        self.scale: Final = scale
        self.sheet: Final = sheet
        self.missing: Final = missing
        self.usual_missing: Final = usual_missing
        self.row_filter: Final = row_filter
        self.departements: Final = departements
        _ = self.options  # an encoding or a sheet that cannot be is refused before any file is opened

    def for_rows(self, row_filter: RowFilter) -> Rules:
        """Return the same rules for the rows that are wanted."""
        return Rules(**{**vars(self), "row_filter": row_filter})

    def of_departements(self) -> Rules:
        """Return the same rules, the codes of regions being those of départements."""
        return Rules(**{**vars(self), "departements": True})

    @property
    def marks(self) -> frozenset[str]:
        """The marks that stand for no figure, clean."""
        return frozenset(map(clean, self.missing)) - {""}

    def withheld(self) -> Withheld | None:
        """Return what knows these marks in the cells of one file; None where none was declared."""
        if not self.missing:
            return None
        from phare_cli.results.withheld import Withheld  # few files need it

        return Withheld(self.marks, self.decimal_mark)

    @property
    def options(self) -> FileOptions | None:
        """How the files are written, as opening them needs to know it; None where nothing was said."""
        if self.encoding is None and self.sheet is None:
            return None
        from phare_cli.files.file_options import FileOptions  # most runs say nothing, and wait for nothing

        return FileOptions(encoding=self.encoding, sheet=self.sheet)

    @property
    def decimal_mark(self) -> str | None:
        """The decimal mark itself, None when the file decides."""
        return _MARKS[self.decimal] if self.decimal else None


def parse_map(choices: Iterable[str]) -> Mapping[str, str]:
    """Return what ``--map`` was given as a mapping: ``region=CountryCode`` a column, ``wave==2012`` a constant.

    A column of ours may be named as a header may name it. Raises WrongOption.

    >>> parse_map(["region=CountryCode", "wave==2012"])
    {'region': 'CountryCode', 'wave': '=2012'}
    """
    chosen: dict[str, str] = {}
    for choice in choices:
        named, equals, theirs = choice.partition("=")
        if not equals:
            raise WrongOption(
                sentence(
                    "--map {text} says no column: write --map {name}=COLUMN for a column of the file, "
                    "--map {name}==TEXT for one text in every row.",
                    text=choice,
                    name=named if named in COLUMNS else "region",
                )
            )
        ours = named if named in COLUMNS else codebook().find("column", named)
        if ours is None:
            raise _unknown_column(named)
        if ours in chosen:
            raise WrongOption(sentence("--map names {column} twice: keep one of them.", column=ours))
        chosen[ours] = theirs
    return chosen


def _check_map(choices: object) -> None:
    """Raise WrongOption for what leads from no column of ours, or to no text."""
    if not isinstance(choices, Mapping) or not all(
        isinstance(text, str) for text in (*choices, *choices.values())
    ):
        raise WrongOption(
            sentence(
                "map takes names of columns by those of phare: {example}.",
                example='{"region": "CountryCode"}',
            )
        )
    for ours, theirs in choices.items():
        if ours not in COLUMNS:
            raise _unknown_column(ours)
        if theirs.startswith("="):
            _check_constant(ours, theirs[1:])


def _not_one_of(option: str, given: object, words: Sequence[str]) -> WrongOption:
    from phare_cli.nouns.option_checks import not_one_of  # of use to who mistyped alone

    return not_one_of(option, given, [word for word in words if word.isalpha()])


def _check_constant(ours: str, text: str) -> None:
    """Raise WrongOption for a constant that no cell of its column could hold."""
    kind = WORD_KINDS.get(ours)
    if kind is not None and codebook().find(kind, text) is None:
        words = Listing(tuple(Name(kind, entry.id) for entry in codebook().entries(kind)), last="or")
        raise WrongOption(
            sentence(
                "“{text}” cannot be {column} of every row: write {words}.",
                text=text,
                column=ours,
                words=words,
            )
        )
    if ours in NUMBERS and number(text) is None:
        raise WrongOption(
            sentence("“{text}” cannot be {column} of every row: it is not a number.", text=text, column=ours)
        )


def _unknown_column(name: str) -> WrongOption:
    return WrongOption(
        sentence(
            "--map knows no column called “{name}”: the columns are {columns}.",
            name=name,
            columns=Listing(COLUMNS),
        )
    )


NO_RULES = Rules()
