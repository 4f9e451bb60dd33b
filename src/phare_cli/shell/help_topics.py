"""What ``phare help TOPIC`` explains beside commands: files, formats, blocks, statuses. A table each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from phare_cli.files.limits import COPY, DOCUMENT, JSON, MEMORY, PROSE, SECONDS, SIZE, TEMPLATE, WORKBOOK
from phare_cli.files.toml.explained_key import ExplainedKey
from phare_cli.language.codebook import codebook
from phare_cli.nouns.contract import CONTRACT, ContractColumn
from phare_cli.nouns.message import N_, Message, sentence
from phare_cli.nouns.table import Cell, Column, Kind, Show, Table
from phare_cli.shell.project.project_keys import PROJECT_KEYS

STATUSES = (
    (0, sentence("done")),
    (1, sentence("a check found something")),
    (2, sentence("wrong option or name")),
    (3, sentence("invalid data")),
    (4, sentence("input unreadable")),
    (5, sentence("output not writable")),
    (70, sentence("a bug in phare")),
    (130, sentence("interrupted with Ctrl-C; 143 and 129 when stopped by SIGTERM or SIGHUP")),
    (141, sentence("the reader of a pipe closed it")),
)
LIMITS = (
    (MEMORY, sentence("MB of memory that a run may take"), sentence("no limit")),
    (
        SIZE,
        sentence("MB that one file may hold, unpacked"),
        sentence(
            "{workbook} for a workbook, {document} for a document, {prose} where it is verified, {copy} where it is "
            "copied, {template} for a template, {json} for JSON",
            workbook=WORKBOOK >> 20,
            document=DOCUMENT >> 20,
            prose=PROSE >> 20,
            copy=COPY >> 20,
            template=TEMPLATE >> 20,
            json=JSON >> 20,
        ),
    ),
    (SECONDS, sentence("seconds that a run may take"), sentence("no limit")),
)
_NAME, _MEANING = Column("name", sentence("Name")), Column("meaning", sentence("Meaning"))
_KEY, _HOLDS = Column("key", sentence("Key")), Column("holds", sentence("Holds"))
_EXAMPLE = Column("example", sentence("Example"))
_DEFAULT = Column("default", sentence("By default"), show=Show.IF_ANY)

_BLOCKS = (
    (N_("Markdown, HTML"), "<!-- phare: show fragilities --region PACA -->", "<!-- /phare -->"),
    (
        N_("in a sentence"),
        "<!-- phare: value engagement region=PACA stakeholder=companies -->",
        "<!-- /phare -->",
    ),
    (N_("Markdown, as a reference"), "[//]: # (phare: show fragilities)", "[//]: # (/phare)"),
    ("MDX", "{/* phare: show fragilities */}", "{/* /phare */}"),
    ("reStructuredText", ".. phare: show fragilities", ".. /phare"),
    ("AsciiDoc", "// phare: show fragilities", "// /phare"),
    ("LaTeX", "% phare: show fragilities", "% /phare"),
    ("Word, LibreOffice, PowerPoint", "{{phare: value engagement -r PACA}}", ""),
)

_SCRIPTS = (
    (
        N_("standard output"),
        N_("the answer and nothing else; notices and errors go to standard error, with --quiet errors alone"),
    ),
    (
        "-f json, csv, tsv",
        N_("the same names and raw numbers under any language, for programs; other formats are for people"),
    ),
    (N_("exit status"), N_("0 to 5, 70, 130, 141: phare help exit-codes")),
    ("-", N_("standard input, as a file of --data")),
    ("PHARE_DATA", N_("results files, where no --data names any; parted as PATH is")),
    ("PHARE_LANG", N_("en or fr, where no --lang says it")),
    ("PHARE_TRUST", N_("folders whose phare.toml may belong to somebody else")),
    ("PHARE_DEBUG", N_("set, a bug shows where it is")),
    ("NO_COLOR, FORCE_COLOR", N_("set, colours never or always; --color goes before them")),
)


def _statuses() -> Table:
    columns = (Column("status", sentence("Status"), Kind.RANK), _MEANING)
    return _table(sentence("Exit statuses"), columns, STATUSES)


def _columns() -> Table:
    """Return the columns of a results file, those it must have first; machines read all there is to say of each."""
    columns = (
        Column("column", sentence("Column")),
        Column("required", sentence("Required")),
        _MEANING,
        Column("in_key", sentence("Part of the key"), show=Show.NEVER),
        _HOLDS._replace(show=Show.NEVER),
        Column("words", sentence("Words"), show=Show.NEVER),
        Column("aliases", sentence("Other names"), show=Show.NEVER),
    )
    ordered = sorted(CONTRACT, key=lambda column: not column.required)
    return _table(sentence("Columns of a results file"), columns, tuple(map(_explained, ordered)))


def _explained(column: ContractColumn) -> tuple[Cell, ...]:
    [entry] = [entry for entry in codebook().entries("column") if entry.id == column.name]
    aliases = dict.fromkeys(name for name in entry.names if name != column.name)
    return (
        column.name,
        column.required,
        column.meaning,
        column.in_key,
        column.kind,
        "|".join(column.words),
        "|".join(aliases),
    )


def _codebook() -> Table:
    from phare_cli.language.codebook_columns import COLUMNS, KINDS

    columns = (
        Column("part", sentence("Part"), Kind.WORD, Show.TITLE),
        _NAME,
        _MEANING,
        Column("aliases", sentence("Other names"), show=Show.IF_ANY),
    )
    rows: list[tuple[Cell, ...]] = [
        ("columns", column.name, sentence(column.meaning), ", ".join(column.aliases)) for column in COLUMNS
    ]
    rows += [("kinds", kind, sentence(meaning), "") for kind, meaning in KINDS.items()]
    return _table(sentence("A codebook of your own"), columns, rows)


def _spec() -> Table:
    from phare_cli.respondents.specs.spec_keys import KEYS, TOP

    note = sentence("phare tabulate FILE --draft writes a first spec; --spec reads it.")
    parts = {TOP: sentence("of the whole file")}
    return _keys(sentence("The keys of a spec"), KEYS, parts, note)


def _tables() -> Table:
    from phare_cli.results.crosstabs.layout_keys import KEYS, TABLE, WHOLE

    note = sentence("phare tidy FILE --draft writes what was understood as such a spec; --spec reads it.")
    parts = {key.section: sentence(key.section) for key in KEYS if key.section != TABLE}
    parts[WHOLE] = sentence("of the whole file, or of a table")
    return _keys(sentence("The keys of a spec of published tables"), KEYS, parts, note)


def _keys(title: Message, keys: Sequence[ExplainedKey], parts: Mapping[str, Message], note: Message) -> Table:
    """Return a line a key; *parts* are those of the file that are said in words."""
    columns = (
        Column("section", sentence("Part"), show=Show.TITLE),
        _KEY,
        _HOLDS,
        _DEFAULT,
        _MEANING,
        _EXAMPLE,
    )
    rows = [
        (
            parts.get(key.section, key.section),
            key.name,
            sentence(key.holds),
            sentence(key.default) if key.default else "",
            sentence(key.meaning),
            key.example,
        )
        for key in keys
    ]
    return _table(title, columns, rows, (note,))


def _margins() -> Table:
    from phare_cli.shell.respondents.side_file_columns import SIDE_FILES

    columns = (
        Column("option", sentence("Option"), show=Show.TITLE),
        Column("column", sentence("Column")),
        Column("required", sentence("Required"), show=Show.IF_ANY),
        _MEANING,
        _EXAMPLE,
    )
    rows = [
        (option, column, sentence(required) if required else "", sentence(meaning), example)
        for option, column, required, meaning, example in SIDE_FILES
    ]
    return _table(sentence("Margins and populations: a CSV or a workbook of these columns"), columns, rows)


def _project() -> Table:
    from phare_cli.shell.project.project_file import described

    holds = described()
    rows = [(key, holds[key], sentence(meaning), example) for key, (meaning, example) in PROJECT_KEYS.items()]
    notes = (
        sentence(
            "It is looked for from the working folder upwards, for a document from its own. Options go before the "
            "environment, and that before phare.toml."
        ),
    )
    return _table(sentence("The keys of phare.toml"), (_KEY, _HOLDS, _MEANING, _EXAMPLE), rows, notes)


def _formats() -> Table:
    from phare_cli.recipes.listing import list_formats
    from phare_cli.rendering import ENDINGS

    return list_formats(ENDINGS)


def _blocks() -> Table:
    columns = (
        Column("document", sentence("Document")),
        Column("opening", sentence("Begins")),
        Column("closing", sentence("Ends")),
    )
    rows = [(sentence(document), opening, closing) for document, opening, closing in _BLOCKS]
    notes = (
        sentence(
            "phare update DOCUMENT answers its blocks, phare update --check tells those that are stale."
        ),
        sentence(
            "A block holds a command that only shows: {commands}.", commands=", ".join(_block_commands())
        ),
        sentence(
            "The picture of plot is drawn beside the document: SVG, or PDF for LaTeX; --format png for Word."
        ),
    )
    return _table(sentence("Blocks in documents"), columns, rows, notes)


def _block_commands() -> tuple[str, ...]:
    from phare_cli.documents.scanners.marker import COMMANDS

    return COMMANDS


def _scripts() -> Table:
    rows = [(sentence(name), sentence(meaning)) for name, meaning in _SCRIPTS]
    return _table(sentence("What scripts may rely on"), (_NAME, _MEANING), rows)


def _limits() -> Table:
    """Return the limits that who runs phare may set, as variables of the environment."""
    columns = (
        Column("variable", sentence("Variable")),
        Column("meaning", sentence("Meaning")),
        Column("default", sentence("Without it")),
    )
    return _table(sentence("Limits that you may set in the environment"), columns, LIMITS)


def _table(
    title: Message,
    columns: tuple[Column, ...],
    rows: Sequence[tuple[Cell, ...]],
    notes: tuple[Message, ...] = (),
) -> Table:
    return Table(command="help", title=title, columns=columns, rows=tuple(rows), notes=notes)


TOPICS: Mapping[str, Callable[[], Table]] = {
    "exit-codes": _statuses,
    "columns": _columns,
    "codebook": _codebook,
    "spec": _spec,
    "tables": _tables,
    "margins": _margins,
    "phare.toml": _project,
    "formats": _formats,
    "blocks": _blocks,
    "scripts": _scripts,
    "limits": _limits,
}
