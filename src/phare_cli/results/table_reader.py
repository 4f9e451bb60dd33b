"""Read the rows of one table under its header, or say what the header lacks. Knows no file formats."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from phare_cli.files.findings import Findings, shown
from phare_cli.files.fitting import Row
from phare_cli.nouns.contract import REQUIRED
from phare_cli.nouns.message import Fill, Listing, Message, counted, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.results.headers.header import Header
from phare_cli.results.rows import EstimatesByKey, Rows
from phare_cli.results.rules import Rules

_NAMES_SHOWN = 12
_COLUMNS = "columns"  # of a notice: the names that its sentence quotes
_ANSWERS_LACK = 3  # columns of results
_EMPTY = sentence("the file is empty: it needs a header and one row for each figure.")
_NO_ROWS = sentence("the file has a header and no figure below it: add one row for each figure.")
_TWICE = sentence(
    "{columns} would all be {column}, and there can be one only. Say which: --map {column}=COLUMN."
)
_SAME_NAME = sentence(
    "{count} columns are called “{name}”, and there can be one {column} only. Rename all but one of them."
)
_UNMAPPED = sentence(
    "there is no column “{theirs}” to read {column} from. The file has {names}. Correct --map {column}."
)
_NAMELESS = sentence("only columns without a name")
UNUSED = counted("{file}: the column {names} is not used.", "{file}: the columns {names} are not used.", 1)
_BASE_LACKS = sentence("{file}: no column is read as the base; “{theirs}” may be it: {map}.")
_WHICH_BASE = sentence("{file}: no column is read as the base; {columns} may be it: {map}.")


def read_table(
    header: Header | None,
    rows: Iterable[Row],
    file: str,
    rules: Rules,
    findings: Findings,
    seen: EstimatesByKey,
) -> list[Estimate]:
    """Return the estimates of the rows below *header*, having told *findings* what is wrong."""
    if header is None:
        findings.problem("empty-file", _EMPTY, file)
        return []
    if not header.is_whole:
        _tell_header(header, file, findings)
        return []
    before = findings.problem_count
    estimates = list(Rows(header, file, rules, findings, seen).estimates(rows))
    if not estimates and findings.problem_count == before and rules.row_filter is None:
        findings.problem("no-rows", _NO_ROWS, file, header.line)
    tell_unused(header, file, findings)
    return estimates


def tell_unused(header: Header, file: str, findings: Findings) -> None:
    """Tell of the columns whose names leave a doubt, and of those that nothing is read from."""
    if header.doubtful or header.only_question:
        from phare_cli.results.headers.guessed_columns import guesses  # most headers leave no doubt

        for guess in guesses(header, file):
            findings.notice(guess)
    if header.unused:
        _tell_bases(header, file, findings)
        values: dict[str, Fill] = {
            "file": file,
            "names": _names(header.unused),
            "count": len(header.unused),
            _COLUMNS: "\t".join(header.unused),
        }
        findings.notice(Message(UNUSED.text, values, UNUSED.plural))


def _tell_bases(header: Header, file: str, findings: Findings) -> None:
    """Tell which columns may be the base that no column is read as: without one, nothing is tested."""
    from phare_cli.results.headers.map_lines import base_option, possible_bases  # few files hold more columns

    bases = possible_bases(header)
    if len(bases) == 1:
        values: dict[str, Fill] = {
            "file": file,
            "theirs": shown(bases[0]),
            "map": base_option(bases),
            "base": bases[0],
        }
        findings.notice(Message(_BASE_LACKS.text, values))
    elif bases:
        values = {"file": file, "columns": _names(bases, last="or"), "map": base_option(bases)}
        findings.notice(Message(_WHICH_BASE.text, values))


def bases_that_may_be(notices: Iterable[Message]) -> list[str]:
    """Return the columns that *notices* tell as those that may be the base, each the only one of its file."""
    return [str(notice.values["base"]) for notice in notices if notice.text == _BASE_LACKS.text]


def columns_left_out(notices: Iterable[Message]) -> list[str]:
    """Return the columns that *notices* tell as those that nothing is read from."""
    return [
        column
        for notice in notices
        if notice.text == UNUSED.text
        for column in str(notice.values[_COLUMNS]).split("\t")
    ]


def _tell_header(header: Header, file: str, findings: Findings) -> None:
    for column, theirs in header.unmapped.items():
        message = Message(
            _UNMAPPED.text, {"theirs": shown(theirs), "column": column, "names": _names(header.names)}
        )
        findings.missing_column(message, file, header.line, column)
    if header.missing:
        findings.missing_column(_missing(header, file), file, header.line)
    for column, places in header.repeated.items():
        claiming = [header.names[place] for place in places]
        values: dict[str, Fill] = {"column": column}
        if len(set(claiming)) == 1:
            values |= {"count": len(claiming), "name": shown(claiming[0])}
            message = Message(_SAME_NAME.text, values)
        else:
            message = Message(_TWICE.text, {**values, "columns": _names(claiming)})
        findings.problem("duplicate-column", message, file, header.line, shown(claiming[-1]))


def _missing(header: Header, file: str) -> Message:
    """Return which columns are not there; a file that lacks most of them may hold answers, a row a respondent."""
    message = _not_there(header)
    if len(header.missing) < _ANSWERS_LACK:
        return message
    from phare_cli.language.shell_words import typed  # few files hold answers

    return sentence(
        "{found} Answers, one row a respondent, are counted first: {look}. A published table, with groups or answers "
        "side by side, is made tidy first: {tidy}",
        found=message,
        look=f"phare tabulate {typed(file)} --draft",
        tidy=f"phare tidy {typed(file)}",
    )


def _not_there(header: Header) -> Message:
    from phare_cli.results.headers.map_lines import missing_line  # of use to headers that lack something

    message = counted(
        "the column {missing} is missing. The file has {names}. Say where to find it: {map}, or ==TEXT in place of "
        "=COLUMN for the same in every row.",
        "the columns {missing} are missing. The file has {names}. Say where to find them: {map}, or ==TEXT in place "
        "of =COLUMN for the same in every row.",
        len(header.missing),
        missing=Listing(header.missing),
        map=missing_line(header),
        names=_names(header.names),
    )
    taken = [
        sentence("{column} = “{theirs}”", column=column, theirs=shown(header.names[place]))
        for column in REQUIRED
        if (place := header.places.get(column)) is not None and header.names[place] != column
    ]
    return (
        sentence("{said} Understood: {taken}.", said=message, taken=Listing(tuple(taken)))
        if taken
        else message
    )


def _names(names: Iterable[str], *, last: Literal["and", "or"] = "and") -> Fill:
    """Return names in quotes for a sentence, the first of them when there are many."""
    quoted = [sentence("“{name}”", name=shown(name)) for name in names if name]
    if not quoted:
        return _NAMELESS
    if len(quoted) > _NAMES_SHOWN:
        return Listing((*quoted[: _NAMES_SHOWN - 1], _others(len(quoted) - _NAMES_SHOWN + 1)))
    return Listing(tuple(quoted), last)


def _others(count: int) -> Message:
    return counted("{count} other", "{count} others", count)
