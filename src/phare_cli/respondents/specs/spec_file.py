"""Read a spec file (TOML), every mistake in it told at once with the key it stands under."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf
from pathlib import Path

from phare_cli.files.toml import NotToml, parse_toml, read_toml
from phare_cli.nouns.errors import InvalidData, UnreadableInput
from phare_cli.nouns.message import Listing, Message, sentence
from phare_cli.nouns.problem import Problem
from phare_cli.respondents.conditions.condition import Condition
from phare_cli.respondents.conditions.condition_text import NotACondition, parse_condition
from phare_cli.respondents.spec import PLACES, NameSource, Question, QuestionKind, Spec, breakdowns_of
from phare_cli.respondents.specs.design_keys import read_clusters, read_replicates
from phare_cli.respondents.specs.net_keys import read_nets
from phare_cli.respondents.specs.number_keys import NUMBER_KEYS, read_statistics, read_unit
from phare_cli.respondents.specs.spec_keys import QUESTION, TOP, names_of

ORDERED = "ordered"  # a single answer, whose options are steps of a scale
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
    """Return the spec in a file. Raises UnreadableInput, or InvalidData with every problem found."""
    try:
        return _spec_of(read_toml(Path(path)), path)
    except NotToml as error:
        raise _not_toml(error, path) from None
    except FileNotFoundError:
        raise UnreadableInput(
            sentence("there is no file “{file}”: check the name and the folder you are in.", file=path)
        ) from None
    except OSError as error:
        raise UnreadableInput(
            sentence(
                "“{file}” cannot be read ({reason}): check that it is whole, or save it again.",
                file=path,
                reason=str(error),
            )
        ) from None


def parse_spec(text: str, name: str) -> Spec:
    """Return the spec that *text* holds; *name* is what to call it in problems."""
    try:
        return _spec_of(parse_toml(text), name)
    except NotToml as error:
        raise _not_toml(error, name) from None


def _not_toml(error: NotToml, name: str) -> InvalidData:
    return InvalidData(
        [Problem("not-toml", sentence("this is not TOML: {reason}.", reason=error.reason), name)]
    )


def _spec_of(entries: dict[str, object], name: str) -> Spec:
    reader = _SpecReader(name)
    spec = reader.spec(_Keys(entries, "", reader))
    if reader.problems:
        raise InvalidData(reader.problems)
    return spec


class _SpecReader:
    """Reads tables into nouns, and keeps what is wrong in them."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []

    def add(self, key: str, message: Message) -> None:
        self.problems.append(Problem("wrong-spec", message, self.name, column=key))

    def spec(self, top: _Keys) -> Spec:
        top.only(names_of(TOP))
        recode = top.table("recode")
        recode.only(PLACES)
        if top.get("nation") is True and top.get("in_national_sample") is False:
            self.add(
                "nation",
                sentence("regions that add up to the nation are in its sample: remove one of the two keys."),
            )
        questions = tuple(self.question(each) for each in top.tables("question"))
        if not questions:
            self.add("question", sentence("no question is declared. Add a [[question]] table for each one."))
        breakdowns = breakdowns_of(top.texts("segment"))
        named = {name: top.text(name) for name in PLACES if name != "segment"}
        places = {name: NameSource.of(text) for name, text in named.items() if text}
        return Spec(
            questions=questions,
            places=places | dict(zip(("segment",), breakdowns, strict=False)),
            more_breakdowns=breakdowns[1:],
            weight=top.text("weight"),
            id=top.text("id"),
            strata=top.texts("strata"),
            clusters=read_clusters(top.texts("cluster"), self.add),
            nests=top.flag("nest") if "nest" in top else False,
            replicates=read_replicates(top.texts("replicates"), top, self.add),
            drops_unweighed=self.drops_unweighed(top),
            where=self.where(top),
            missing=top.texts("missing"),
            codes=top.flag("codes") if "codes" in top else False,
            recodes={name: recode.text_table(name) for name in PLACES},
            departements=top.flag("departements") if "departements" in top else False,
            nation=top.flag("nation") if "nation" in top else None,
            in_national_sample=top.flag("in_national_sample") if "in_national_sample" in top else None,
            survey=top.text("survey"),
            universe=top.text("universe"),
            source=top.text("source"),
            url=top.text("url"),
            note=top.text("note"),
        )

    def drops_unweighed(self, top: _Keys) -> bool:
        word = top.text("no_weight") or "refuse"
        if word not in ("drop", "refuse"):
            known = Listing(("drop", "refuse"), last="or")
            self.add(
                "no_weight",
                sentence("{key} is one of {known}, not “{text}”.", key="no_weight", known=known, text=word),
            )
        return word == "drop"

    def where(self, table: _Keys) -> Condition | None:
        text = table.text("where")
        if not text:
            return None
        try:
            return parse_condition(text)
        except NotACondition as error:
            self.add(table.path("where"), error.message)
            return None

    def question(self, table: _Keys) -> Question:
        table.only(names_of(QUESTION))
        is_ordered = table.get("kind") == ORDERED
        kind = QuestionKind.SINGLE if is_ordered else table.choice("kind", QuestionKind, QuestionKind.SINGLE)
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
        columns = table.texts("columns") or tuple(filter(None, [table.text("column")]))
        if not columns and kind is QuestionKind.SET:
            columns = tuple(options)
        if not columns:
            self.add(table.path("column"), sentence('this question names no column. Add column = "...".'))
        if len(columns) > 1 and kind not in (QuestionKind.SET, QuestionKind.MENTIONS):
            self.add(
                table.path("columns"),
                sentence(
                    'a question of kind {kind} stands in one column. Try kind = "set".', kind=kind.value
                ),
            )
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
            nets=read_nets(table.get("nets"), kind, table.path("nets"), self.add),
            unit=read_unit(table, table.path("unit"), self.add) if is_number else "",
            per=table.text("per"),
            statistics=read_statistics(table, table.path("statistics"), self.add) if is_number else {},
        )


class _Keys(Mapping[str, object]):
    """One table of the file, read key by key; a value of the wrong kind is a problem and reads as nothing."""

    def __init__(self, entries: Mapping[str, object], path: str, reader: _SpecReader) -> None:
        self._entries, self._path, self._reader = entries, path, reader

    def __getitem__(self, key: str) -> object:
        return self._entries[key]

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def path(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key

    def only(self, known: tuple[str, ...]) -> None:
        """Find every key that is not among those *known*."""
        from difflib import get_close_matches

        for key in self._entries:
            if key in known:
                continue
            if near := get_close_matches(key, known, n=1):
                message = sentence("no key is called {key} here. Did you mean {near}?", key=key, near=near[0])
            else:
                listed = Listing(known, last="or")
                message = sentence("no key is called {key} here. Known here: {known}.", key=key, known=listed)
            self._reader.add(self.path(key), message)

    def text(self, key: str, *, required: bool = False, strip: bool = True) -> str:
        value = self._entries.get(key, "")
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            self._reader.add(self.path(key), sentence('{key} is a text: {key} = "...".', key=key))
            return ""
        if required and not value.strip():
            self._reader.add(self.path(key), sentence('{key} is missing. Add {key} = "...".', key=key))
        return value.strip() if strip else value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._entries.get(key, [])
        listed = value if isinstance(value, list) else [value]
        if any(isinstance(each, dict | list) for each in listed):
            self._reader.add(
                self.path(key), sentence('{key} is a list of texts: {key} = ["...", "..."].', key=key)
            )
            return ()
        return tuple(str(each) for each in listed)

    def table(self, key: str) -> _Keys:
        value = self._entries.get(key, {})
        if not isinstance(value, dict):
            self._reader.add(
                self.path(key), sentence("{key} is a table: [{key}] and lines below it.", key=key)
            )
            value = {}
        return _Keys(value, self.path(key), self._reader)

    def text_table(self, key: str) -> dict[str, str]:
        """Return a table of texts; a list of texts stands for each of them itself."""
        value = self._entries.get(key, {})
        if isinstance(value, list):
            return {each: each for each in self.texts(key)}
        table = self.table(key)
        return {name: table.text(name) for name in table}

    def tables(self, key: str) -> list[_Keys]:
        value = self._entries.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self._reader.add(self.path(key), sentence("write each {key} as a table: [[{key}]].", key=key))
            return []
        return [_Keys(each, f"{key}[{place}]", self._reader) for place, each in enumerate(value, 1)]

    def choice(self, key: str, kinds: type[QuestionKind], default: QuestionKind) -> QuestionKind:
        text = self.text(key) or default.value
        if text in [kind.value for kind in kinds]:
            return kinds(text)
        known = Listing((*(kind.value for kind in kinds), ORDERED), last="or")
        self._reader.add(
            self.path(key),
            sentence("{key} is one of {known}, not “{text}”.", key=key, known=known, text=text),
        )
        return default

    def flag(self, key: str) -> bool:
        value = self._entries.get(key)
        if not isinstance(value, bool):
            self._reader.add(self.path(key), sentence("{key} is true or false, without quotes.", key=key))
            return False
        return value

    def real(self, key: str, default: float) -> float:
        value = self._entries.get(key, default)
        if not isinstance(value, int | float) or isinstance(value, bool):
            self._reader.add(self.path(key), sentence("{key} is a number, without quotes.", key=key))
            return default
        return float(value)
