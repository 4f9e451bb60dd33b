"""What ``phare help TOPIC`` explains beside commands: files, formats, blocks, statuses. A table each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from phare_cli.files.limits import COPY, DOCUMENT, JSON, MEMORY, PROSE, SECONDS, SIZE, TEMPLATE, WORKBOOK
from phare_cli.files.toml.explained_key import ExplainedKey
from phare_cli.language.codebook import codebook
from phare_cli.nouns.contract import CONTRACT, ContractColumn
from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.table import Cell, Column, Kind, Show, Table
from phare_cli.shell.explained.topic_columns import DEFAULT, EXAMPLE, HOLDS, KEY, MEANING, NAME
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
    (MEMORY, sentence("MB of memory that a run may take"), sentence("no limit"), f"{MEMORY}=500 phare show"),
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
        f"{SIZE}=10 phare show",
    ),
    (SECONDS, sentence("seconds that a run may take"), sentence("no limit"), f"{SECONDS}=60 phare show"),
)


def _statuses() -> Table:
    columns = (Column("status", sentence("Status"), Kind.RANK), MEANING)
    return _table(sentence("Exit statuses"), columns, STATUSES)


def _columns() -> Table:
    """Return the columns of a results file, those it must have first; machines read all there is to say of each."""
    columns = (
        Column("column", sentence("Column")),
        Column("required", sentence("Required")),
        MEANING,
        Column("in_key", sentence("Part of the key"), show=Show.NEVER),
        HOLDS._replace(show=Show.NEVER),
        Column("words", sentence("Words"), show=Show.NEVER),
        Column("aliases", sentence("Other names")),
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
        ", ".join(aliases),
    )


def _codebook() -> Table:
    from phare_cli.language.codebook_columns import COLUMNS, KIND_EXAMPLES, KINDS

    columns = (
        Column("part", sentence("Part"), Kind.WORD, Show.TITLE),
        NAME,
        HOLDS._replace(show=Show.IF_ANY),
        DEFAULT,
        MEANING,
        EXAMPLE,
        Column("aliases", sentence("Other names"), show=Show.IF_ANY),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            "columns",
            column.name,
            sentence(column.holds),
            sentence(column.default),
            sentence(column.meaning),
            column.example,
            ", ".join(column.aliases),
        )
        for column in COLUMNS
    ]
    rows += [
        ("kinds", kind, "", "", sentence(meaning), KIND_EXAMPLES[kind], "") for kind, meaning in KINDS.items()
    ]
    notes = (
        sentence(
            "A codebook is a CSV or a workbook, of the columns that you need: --codebook reads it, or the key codebook "
            "of phare.toml; phare codebook --draft begins one."
        ),
        sentence("The lines that show the kinds stand under the header {header}.", header="kind;id;fr"),
    )
    return _table(sentence("A codebook of your own"), columns, rows, notes)


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


def _theme() -> Table:
    from phare_cli.rendering.theme_keys import KEYS, WHOLE

    notes = (
        sentence(
            "--theme reads it, and the key theme of phare.toml. Colours are written like #0072b2. Letters need a "
            "contrast of 4.5 with their paper, and classes must be told apart in grey."
        ),
    )
    parts = {WHOLE: sentence("of the whole file")}
    return _keys(sentence("The keys of a theme of pictures"), KEYS, parts, *notes)


def _keys(title: Message, keys: Sequence[ExplainedKey], parts: Mapping[str, Message], note: Message) -> Table:
    """Return a line a key; *parts* are those of the file that are said in words."""
    columns = (
        Column("section", sentence("Part"), show=Show.TITLE),
        KEY,
        HOLDS,
        DEFAULT,
        MEANING,
        EXAMPLE,
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
    from phare_cli.respondents.specs.side_file_columns import SIDE_FILES

    columns = (
        Column("option", sentence("Option"), show=Show.TITLE),
        Column("column", sentence("Column")),
        HOLDS,
        DEFAULT,
        MEANING,
        EXAMPLE,
    )
    rows = [
        (
            column.section,
            sentence(column.name) if " " in column.name else column.name,
            sentence(column.holds),
            sentence(column.default),
            sentence(column.meaning),
            column.example,
        )
        for column in SIDE_FILES
    ]
    return _table(sentence("Margins and populations: a CSV or a workbook of these columns"), columns, rows)


def _project() -> Table:
    from phare_cli.shell.project.project_file import described

    holds = described()
    rows = [
        (key, holds[key], sentence(default), sentence(meaning), example)
        for key, (meaning, default, example) in PROJECT_KEYS.items()
    ]
    notes = (
        sentence(
            "It is looked for from the working folder upwards, for a document from its own. Options go before the "
            "environment, and that before phare.toml."
        ),
    )
    columns = (KEY, HOLDS, DEFAULT, MEANING, EXAMPLE)
    return _table(sentence("The keys of phare.toml"), columns, rows, notes)


def _formats() -> Table:
    from phare_cli.shell.explained.formats_explained import formats_topic

    return formats_topic()


def _blocks() -> Table:
    from phare_cli.shell.explained.blocks_explained import blocks_topic

    return blocks_topic()


def _scripts() -> Table:
    from phare_cli.shell.explained.scripts_explained import scripts_topic

    return scripts_topic()


def _limits() -> Table:
    """Return the limits that who runs phare may set, as variables of the environment."""
    columns = (
        Column("variable", sentence("Variable")),
        Column("meaning", sentence("Meaning")),
        Column("default", sentence("Without it")),
        EXAMPLE,
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
    "theme": _theme,
    "formats": _formats,
    "blocks": _blocks,
    "scripts": _scripts,
    "limits": _limits,
}
