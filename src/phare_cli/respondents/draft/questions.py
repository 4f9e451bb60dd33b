"""Write the questions that columns seem to hold, each under a name of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from phare_cli.language.folding import clean, fold
from phare_cli.language.known_by_words.residual_answers import is_silent
from phare_cli.nouns.message import counted, sentence
from phare_cli.respondents.choose_reader import option_labels, option_of, shared_path, shared_question
from phare_cli.respondents.draft.answer_codes import AnswerCodes
from phare_cli.respondents.draft.chosen_none_lines import chosen_none_lines
from phare_cli.respondents.draft.option_order import favourable, in_order, is_scale
from phare_cli.respondents.draft.profile import MOST_OPTIONS, Profile, name_one_twice, parted, stem
from phare_cli.respondents.draft.spec_lines import CHECK, Say, toml
from phare_cli.respondents.header_rows import code_of
from phare_cli.respondents.option_words import OptionWords, denies, find_words, is_other
from phare_cli.respondents.programs.unfinished_rows import Finished

_FORM_NAME = re.compile(r"[^\W\d_]{2,}(?:_[^\W_]+)+")
_QUALTRICS = " - Selected Choice"  # so it ends a question of options


def words_of(run: Sequence[Profile]) -> OptionWords | None:
    """Return which words of columns side by side say "chosen", where they are the options of one question."""
    answers_by_column = {column.name: _answers(column) for column in run}
    free = {column.name for column in run if is_other(column.name) or is_other(option_of(column.wording))}
    asked = [column for column in run if column.name not in free]
    says = any(not denies(fold(text)) for column in asked for text in answers_by_column[column.name] if text)
    if len(run) < 2 or not says or any(column.free for column in asked):
        return None
    words = find_words(
        answers_by_column, {column.name: f"{column.name} {column.wording}" for column in run}, free
    )
    return None if words.doubt or (words.mentions and name_one_twice(run)) else words


def _answers(column: Profile) -> set[str]:
    return {text for text in column.texts if not is_silent(text)}


class QuestionWriter:
    """Writes questions, each under a name of its own."""

    def __init__(
        self, say: Say, codes: AnswerCodes, *, has_paths: bool = False, finished: Finished | None = None
    ) -> None:
        """*has_paths* says that columns are called as Kobo calls them: ``group/question``, ``who_helps``.

        *finished* is what tells who went to the end of the questionnaire, where its program does.
        """
        self._say = say
        self._codes = codes
        self._finished = finished
        self._has_paths = has_paths
        self._indicators: set[str] = set()

    def set(self, columns: Sequence[Profile], words: OptionWords | None) -> list[str]:
        """Return the lines of a question with one column an option; the file itself says so where *words* is None."""
        lines = self._head(
            columns[0], "set", stem(columns[0].name) or columns[0].name, _shared_wording(columns)
        )
        blank = all(
            column.texts[""] and not any(map(denies, map(fold, column.answers))) for column in columns
        )
        if blank:
            lines += chosen_none_lines(self._finished, self._say)
        silent = sorted({text for column in columns for text in column.answers if is_silent(text)})
        if silent:
            lines.append(f"missing = [{', '.join(map(toml, silent))}]")
        items = _items(columns, words)
        what = self._say(sentence("column = item"))
        lines.append(f"[question.options]  # {what}{self._codes.of_options(items)}")
        for column, text in zip(columns, items, strict=True):
            item, remark = self._codes.of_own_answer(column.name, text)
            lines.append(f"{toml(column.name)} = {toml(item)}{remark}")
        return lines

    def mentions(self, columns: Sequence[Profile]) -> list[str]:
        """Return the lines of a question whose columns hold the first answer named, the second, the third."""
        texts: Counter[str] = Counter()
        for column in columns:
            texts.update(column.answers)
        lines = self._head(
            columns[0], "mentions", stem(columns[0].name) or columns[0].name, _shared_wording(columns)
        )
        lines.append(f"columns = [{', '.join(toml(column.name) for column in columns)}]")
        return [*lines, *self._options(texts)]

    def one(self, column: Profile) -> list[str]:
        """Return the lines of a question that stands in one column; none where it does not look like one."""
        if found := parted(column):
            return self._cell(column, *found)
        if column.is_score():
            return [*self._head(column, "score", code_of(column.name)), f"column = {toml(column.name)}"]
        if column.is_options():
            options = [text for text in dict.fromkeys(map(clean, column.answers)) if text]
            asked = [text for text in options if not is_silent(text)]
            if is_scale(asked):
                return self._scale(column, asked)
            head = self._head(column, "single", code_of(column.name))
            return [*head, f"column = {toml(column.name)}", *self._options(column.answers, column.codes)]
        return []

    def _scale(self, column: Profile, steps: Sequence[str]) -> list[str]:
        """Return a scale, of whose steps no answer is one."""
        head = self._head(column, "ordered", code_of(column.name))
        kind = head.index('kind = "ordered"')
        head[kind] += f"  {CHECK}" + self._say(sentence("its answers are degrees of one thing"))
        lines = [*head, f"column = {toml(column.name)}"]
        silent = [text for text in column.answers if is_silent(text)]
        if silent:
            why = self._say(sentence("they are no step of the scale, and left out of the base"))
            lines.append(f"missing = [{', '.join(map(toml, silent))}]  {CHECK}{why}")
        if above := favourable(in_order(steps)):
            what = self._say(sentence("their sum, which then opens a report"))
            name = " / ".join((above[0], *(step[:1].lower() + step[1:] for step in above[1:])))
            lines.append(f"# nets = {{ {toml(name)} = [{', '.join(map(toml, above))}] }}  # {what}")
        return [*lines, *self._options(dict.fromkeys(steps, 1), column.codes)]

    def _cell(self, column: Profile, separator: str, pieces: Counter[str]) -> list[str]:
        lines = self._head(column, "cell", code_of(column.name))
        why = self._say(sentence("it parts most cells"))
        lines += [f"column = {toml(column.name)}", f"separator = {toml(separator)}  {CHECK}{why}"]
        common = sorted(pieces, key=lambda piece: (-pieces[piece], piece))
        kept = [piece for piece in common if pieces[piece] > 2][:MOST_OPTIONS]
        if len(kept) < len(common):
            rest = len(common) - len(kept)
            message = counted(
                "{count} rarer answer counts as this item.", "{count} rarer answers count as this item.", rest
            )
            other = self._say(sentence("other answers"))
            lines.append(f"other = {toml(other)}  # {self._say(message)}")
        return [*lines, *self._options({piece: pieces[piece] for piece in kept})]

    def _options(
        self, texts: Mapping[str, int], codes: Mapping[str, str] = MappingProxyType({})
    ) -> Iterator[str]:
        """Yield the options, in the order of their codes where they have some."""
        silent = [text for text in texts if is_silent(text)]
        if silent:
            listed = ", ".join(map(toml, silent))
            how = self._say(sentence("and take it out of the options, to leave it out of the base"))
            yield f"# missing = [{listed}]  # {how}"
        options = [text for text in dict.fromkeys(map(clean, texts)) if text]
        asked = [text for text in options if not is_silent(text)]
        what = self._say(sentence("answer = item"))
        yield f"[question.options]  # {what}{self._codes.of_options(asked)}"
        place = {
            code: number for number, code in enumerate(in_order([codes.get(text, text) for text in asked]))
        }
        ordered = sorted(asked, key=lambda text: place[codes.get(text, text)])
        for text in (*ordered, *(text for text in options if is_silent(text))):
            yield f"{toml(text)} = {toml(spelled_out(self._codes.item_of(text, asked)))}"

    def _head(self, column: Profile, kind: str, indicator: str, wording: str | None = None) -> list[str]:
        """Return the first lines of a question that begins in *column*, in its words where *wording* does not say."""
        short = spelled_out(indicator.rpartition("/")[2]) if self._has_paths else indicator
        name = next((each for each in (short, indicator) if each not in self._indicators), column.name)
        place = 2
        while name in self._indicators:
            name = f"{column.name} ({place})"
            place += 1
        self._indicators.add(name)
        lines = ["", "[[question]]", f"indicator = {toml(name)}", f'kind = "{kind}"']
        asked = column.wording.strip() if wording is None else wording
        return [*lines, f"wording = {toml(asked)}"] if asked else lines


def _shared_wording(columns: Sequence[Profile]) -> str:
    """Return the question that all the labels of columns hold; none where each is an option alone."""
    first = columns[0]
    question, choice, _ = first.wording.partition(_QUALTRICS)
    asked = question if choice else first.wording.removesuffix(f"[{option_of(first.name)}]")
    if asked != first.wording:
        return asked.strip()
    if shared := shared_question([column.wording for column in columns]):
        return shared.rstrip(" -–—|:\u00a0\u202f")
    return "" if any(_labels(columns)) else asked.strip()


def spelled_out(name: str) -> str:
    """Return the name that a form gives to an answer or a question as a person writes it.

    >>> spelled_out("tout_a_fait"), spelled_out("Q3_2"), spelled_out("Plutôt")
    ('tout a fait', 'Q3_2', 'Plutôt')
    """
    return name.replace("_", " ") if _FORM_NAME.fullmatch(name) else name


def _items(columns: Sequence[Profile], words: OptionWords | None) -> list[str]:
    """Return the items of option columns: their labels, the word of each where it has its own, else their names."""
    labels = _labels(columns)
    path = shared_path([column.name for column in columns])
    times = Counter(text for column in columns for text in column.answers)
    several = sum(bool(column.answered) for column in columns) > 1
    items: list[str] = []
    for place, column in enumerate(columns):
        chosen = words.chosen.get(column.name) if words is not None else None
        own = [text for text in column.answers if chosen and fold(text) in chosen and not text.isdecimal()]
        is_own = several and len(own) == 1 and times[own[0]] == 1
        item = (
            labels[place]
            or (own[0] if is_own else "")
            or spelled_out(option_of(column.name.removeprefix(path)))
        )
        items.append(item if item not in items else column.name)
    return items


def _labels(columns: Sequence[Profile]) -> list[str]:
    """Return what the labels of columns say of each option, "" for all where they do not tell them apart."""
    labels = option_labels([column.wording for column in columns])
    named = any(option_of(column.name) in column.wording for column in columns)
    if not all(labels) or len(set(labels)) < len(labels) or named:
        return [""] * len(columns)
    return labels
