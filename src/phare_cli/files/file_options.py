"""What a reader may say of how a file is written: encoding, delimiter, sheet, header. Refuses what cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from phare_cli.files.delimiter import is_delimiter
from phare_cli.files.kind import FileKind, called
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Fill, Message, sentence

WORKBOOKS: frozenset[FileKind] = frozenset({"xlsx", "xls", "xlsb", "ods"})
_TEXTS: frozenset[FileKind] = frozenset({"text"})
_PAGES: frozenset[FileKind] = frozenset({"html"})
# Files of SPSS and Stata of some years ago do not say in what encoding their texts are.
_STATISTICAL: frozenset[FileKind] = frozenset({"sav", "dta"})
# What Python calls so and no file is written in; escapes may stand for half a letter, which no answer could hold.
_NO_ENCODINGS = (
    "charmap", "undefined", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7", "mbcs", "oem"
)  # fmt: skip
_UNFIT = sentence("“{file}” is {kind}, which takes no {option}: leave the option out.")


@dataclass(frozen=True, slots=True)
class FileOptions:
    """How files are written; everything left None is found out. Raises WrongOption for what cannot be.

    *delimiter* and *decimal* are the marks themselves. *has_header* is False where the first row is one of answers.
    """

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    decimal: str = ""
    has_header: bool = True
    block_size: int = 1 << 22  # bytes, where a file is read in blocks

    def __post_init__(self) -> None:
        if self.encoding is not None and not _is_text_encoding(self.encoding):
            raise WrongOption(
                sentence(
                    "no encoding is called “{text}”: try --encoding utf-8, windows-1252 or utf-16.",
                    text=str(self.encoding),
                )
            )
        if self.delimiter is not None and not is_delimiter(self.delimiter):
            raise WrongOption(
                sentence(
                    "“{text}” cannot part cells: --delimiter takes one mark such as ; , | or the word tab.",
                    text=self.delimiter,
                )
            )
        if self.sheet is not None and not (isinstance(self.sheet, str) and self.sheet.strip()):
            raise WrongOption(sentence("{name} takes a name, as text.", name="--sheet"))

    def require_fit(self, files: Sequence[tuple[str, FileKind]]) -> None:
        """Raise WrongOption for an option that none of *files*, each a name and a kind, can take."""
        for option, kinds in self._used():
            if files and not any(kind in kinds for _, kind in files):
                name, kind = files[0]
                values: dict[str, Fill] = {"file": name, "kind": called(kind), "option": option}
                raise WrongOption(Message(_UNFIT.text, values))

    def _used(self) -> Iterator[tuple[str, frozenset[FileKind]]]:
        if self.encoding is not None:
            yield "--encoding", _TEXTS | _STATISTICAL | _PAGES
        if self.delimiter is not None:
            yield "--delimiter", _TEXTS
        if self.sheet is not None:
            yield "--sheet", WORKBOOKS
        if not self.has_header:
            yield "--no-header", _TEXTS | WORKBOOKS


def _is_text_encoding(name: object) -> bool:
    import codecs
    import io

    if not isinstance(name, str) or not name:
        return False
    try:
        io.TextIOWrapper(io.BytesIO(), encoding=name).detach()
    except (LookupError, ValueError):
        return False
    return codecs.lookup(name).name not in _NO_ENCODINGS
