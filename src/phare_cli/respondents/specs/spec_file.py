"""Read a spec file (TOML), every mistake in it told at once with the key it stands under."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from math import inf

from phare_cli.files.toml.toml import NotToml, parse_toml
from phare_cli.files.toml.toml_keys import TomlKeys, TomlProblems, not_toml, read_toml_file
from phare_cli.language.folding import clean
from phare_cli.nouns.errors import InvalidData
from phare_cli.nouns.message import Message, sentence
from phare_cli.respondents.conditions.condition import Condition
from phare_cli.respondents.conditions.condition_text import NotACondition, parse_condition
from phare_cli.respondents.engine.number_ranges import turned_range
from phare_cli.respondents.spec import PLACES, NameSource, Question, QuestionKind, Spec, breakdowns_of
from phare_cli.respondents.specs.design_keys import read_clusters, read_replicates
from phare_cli.respondents.specs.net_keys import read_nets
from phare_cli.respondents.specs.number_keys import NUMBER_KEYS, read_statistics, read_unit
from phare_cli.respondents.specs.spec_keys import QUESTION, TOP, names_of

ORDERED = "ordered"  # a single answer, whose options are steps of a scale
_KINDS = (*(kind.value for kind in QuestionKind), ORDERED)
_NOT_OF_KIND = {
    QuestionKind.SINGLE: ("separator", "selected", "not_selected", "item", "lowest", "highest", *NUMBER_KEYS),
    QuestionKind.SET: ("separator", "other", "item", "lowest", "highest", *NUMBER_KEYS),
    QuestionKind.CELL: ("selected", "not_selected", "item", "lowest", "highest", *NUMBER_KEYS),
    QuestionKind.MENTIONS: (
        "separator",
        "selected",
        "not_selected",
        "item",
        "lowest",
        "highest",
        *NUMBER_KEYS,
    ),
    QuestionKind.SCORE: ("separator", "selected", "not_selected", "options", "other", *NUMBER_KEYS),
    QuestionKind.NUMBER: ("separator", "selected", "not_selected", "options", "other", "nets", "item"),
}


def read_spec(path: str) -> Spec:
    """Return the spec in a file, with its problems: others may be told beside them. Raises UnreadableInput.

    Raises InvalidData where the file is no TOML.
    """
    page = read_toml_file(path)
    return _spec_of(page.entries, path, page.text)


def parse_spec(text: str, name: str) -> Spec:
    """Return the spec that *text* holds; *name* is what to call it in problems. Raises InvalidData with all of them."""
    try:
        spec = _spec_of(parse_toml(text), name, text)
    except NotToml as error:
        raise not_toml(error, name) from None
    if spec.problems:
        raise InvalidData(spec.problems)
    return spec


def _spec_of(entries: dict[str, object], name: str, text: str) -> Spec:
    problems = TomlProblems(name, text)
    spec = _SpecReader(problems.add).spec(TomlKeys(entries, "", problems.add))
    return replace(spec, problems=problems.found)


class _SpecReader:
    """Reads tables into nouns; what is wrong in them is told to *add*, under its key."""

    def __init__(self, add: Callable[[str, Message], None]) -> None:
        self.add = add

    def spec(self, top: TomlKeys) -> Spec:
        top.only(names_of(TOP))
        recode = top.table("recode")
        recode.only(PLACES)
        if top.get("nation") is True and top.get("in_national_sample") is False:
            self.add(
                "nation",
                sentence("regions that add up to the nation are in its sample: remove one of the two keys."),
            )
        if top.text("whole") and top.get("nation") is False:
            self.add(
                "whole", sentence("it names what the regions add up to: remove nation = false, or this key.")
            )
        questions = tuple(self.question(each) for each in top.tables("question"))
        if not questions:
            self.add("question", sentence("no question is declared. Add a [[question]] table for each one."))
        breakdowns = breakdowns_of(top.texts("segment"))
        named = {name: top.text(name) for name in PLACES if name != "segment"}
        places = {name: NameSource.of(text) for name, text in named.items() if text}
        recodes = {name: recode.text_table(name) for name in PLACES}
        for name, renamed in recodes.items():
            self.require_ranges(renamed, recode.path(name))
        return Spec(
            questions=questions,
            places=places | dict(zip(("segment",), breakdowns, strict=False)),
            more_breakdowns=breakdowns[1:],
            weight=top.text("weight"),
            id=top.text("id"),
            strata=top.texts("strata"),
            clusters=read_clusters(top.texts("cluster"), self.add),
            nests=top.flag("nest"),
            replicates=read_replicates(top.texts("replicates"), top, self.add),
            drops_unweighed=self.drops_unweighed(top),
            where=self.where(top),
            missing=top.texts("missing"),
            codes=top.flag("codes"),
            recodes=recodes,
            departements=top.flag("departements"),
            nation=True if top.text("whole") else top.flag("nation") if "nation" in top else None,
            whole=top.text("whole"),
            in_national_sample=top.flag("in_national_sample") if "in_national_sample" in top else None,
            survey=top.text("survey"),
            universe=top.text("universe"),
            source=top.text("source"),
            url=top.text("url"),
            note=top.text("note"),
            is_written=True,
        )

    def require_ranges(self, names: Iterable[str], key: str) -> None:
        turned = turned_range(names)
        if turned is not None:
            message = sentence(
                "the range “{text}” ends before it begins, and no number lies in it: write its lower end first.",
                text=turned,
            )
            self.add(key, message)

    def drops_unweighed(self, top: TomlKeys) -> bool:
        return top.choice("no_weight", ("drop", "refuse")) == "drop"

    def where(self, table: TomlKeys) -> Condition | None:
        text = table.text("where")
        if not text:
            return None
        try:
            return parse_condition(text)
        except NotACondition as error:
            self.add(table.path("where"), error.message)
            return None

    def question(self, table: TomlKeys) -> Question:
        table.only(names_of(QUESTION))
        is_ordered = table.get("kind") == ORDERED
        kind = QuestionKind.SINGLE if is_ordered else QuestionKind(table.choice("kind", _KINDS) or "single")
        for key in _NOT_OF_KIND[kind]:
            if key in table:
                self.add(
                    table.path(key),
                    sentence("a question of kind {kind} has no {key}. Remove it.", kind=kind.value, key=key),
                )
        options = table.text_table("options")
        if is_ordered and not options:
            self.add(
                table.path("options"),
                sentence("the steps of an ordered question are its options, in their order. Add them."),
            )
        self.require_ranges(options, table.path("options"))
        answers = () if kind is QuestionKind.SET else frozenset(map(clean, options))
        for text in table.texts("missing"):
            if clean(text) in answers:
                message = sentence(
                    "“{text}” stands for no answer here, and is an option: take it out of one.", text=text
                )
                self.add(table.path("missing"), message)
        is_table = isinstance(table.get("columns"), Mapping)
        if is_table:
            self.add(
                table.path("columns"),
                sentence(
                    "columns is a list of texts. A question of kind set names its columns, each with its item, under "
                    '[question.options]: "Q1[1]" = "emploi".'
                ),
            )
        columns = () if is_table else table.texts("columns") or tuple(filter(None, [table.text("column")]))
        if not columns and kind is QuestionKind.SET:
            columns = tuple(options)
        is_said_wrong = is_table or isinstance(table.get("column"), list | dict)
        if not columns and not is_said_wrong:
            self.add(table.path("column"), sentence('this question names no column. Add column = "...".'))
        if len(columns) > 1 and kind not in (QuestionKind.SET, QuestionKind.MENTIONS):
            self.add(
                table.path("columns"),
                sentence(
                    'a question of kind {kind} stands in one column. Try kind = "set".', kind=kind.value
                ),
            )
        is_open = bool(table.text("other")) or (kind is QuestionKind.SET and columns != tuple(options))
        is_number = kind is QuestionKind.NUMBER
        lowest = table.real("lowest", -inf if is_number else 0.0)
        highest = table.real("highest", inf if is_number else 10.0)
        if not lowest < highest:
            self.add(table.path("highest"), sentence("the highest score must be above the lowest."))
        return Question(
            indicator=table.text("indicator", required=True),
            kind=kind,
            columns=columns,
            wording=table.text("wording"),
            options=options,
            other=table.text("other"),
            separator=table.text("separator", strip=False),
            missing=table.texts("missing"),
            selected=table.texts("selected"),
            not_selected=table.texts("not_selected"),
            asked={column: table.table("asked").texts(column) for column in table.table("asked")},
            where=self.where(table),
            universe=table.text("universe"),
            item=table.text("item") or "mean",
            lowest=lowest,
            highest=highest,
            is_ordered=is_ordered,
            nets=read_nets(
                table.get("nets"),
                kind,
                table.path("nets"),
                self.add,
                known=() if is_open else tuple(filter(None, options.values())),
            ),
            unit=read_unit(table, table.path("unit"), self.add) if is_number else "",
            per=table.text("per"),
            statistics=read_statistics(table, table.path("statistics"), self.add) if is_number else {},
        )
