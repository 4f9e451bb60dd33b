"""Know the columns that hold codes in place of answers, as an export “with answer codes” writes them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from phare_cli.language.known_by_words.coded_answers import are_codes, is_code
from phare_cli.language.known_by_words.residual_answers import is_silent
from phare_cli.nouns.message import Message, first_of, sentence
from phare_cli.respondents.draft.profile import Profile
from phare_cli.respondents.draft.spec_lines import CHECK, Say, check, comment, toml
from phare_cli.respondents.draft.who_answers import may_ask_who
from phare_cli.respondents.header_rows import code_of
from phare_cli.respondents.programs.noted_columns import LIMESURVEY

_YES_OR_NO = {"Y": sentence("Yes"), "N": sentence("No")}
_MOST_NAMED = 8  # columns that a line lists


class AnswerCodes:
    """What of a file of a *program* is codes, for a first spec to say."""

    def __init__(self, columns: Sequence[Profile], program: str, say: Say) -> None:
        self._say = say
        self._program = program
        self.columns = [column for column in columns if not column.codes and are_codes(_asked(column))]
        self._may_be_numbers = bool(self.columns) or (
            program == LIMESURVEY and any("Y" in column.answers and not column.free for column in columns)
        )

    def doubts(self) -> Iterator[str]:
        """Yield which columns hold codes, and what gives them words."""
        if self.columns:
            yield from check(self._say, self.told())

    def told(self) -> Message:
        """Return which columns hold codes, and what gives them words."""
        named = [sentence("“{name}”", name=code_of(column.name)) for column in self.columns]
        columns = first_of(named, _MOST_NAMED)
        example = min(text for text in self.columns[0].answers if is_code(text))
        if self._program == LIMESURVEY:
            return sentence(
                "answers are codes, as {code}, in {columns}. Export them from LimeSurvey with “Full answers” in place "
                "of “Answer codes”, or write behind each code of the spec what it means.",
                code=example,
                columns=columns,
            )
        return sentence(
            "answers are codes, as {code}, in {columns}. Export them with their labels, or write behind each code of "
            "the spec what it means.",
            code=example,
            columns=columns,
        )

    def of_options(self, texts: Collection[str]) -> str:
        """Return what stands behind the head of the options *texts* of a question, "" where they are words."""
        if are_codes(texts):
            return f"  {CHECK}" + self._say(sentence("codes: write behind each what it means"))
        if self._may_be_numbers and all(map(str.isdecimal, texts)):
            return f"  {CHECK}" + self._say(
                sentence("numbers: if they are codes, write behind each what it means")
            )
        return ""

    def item_of(self, text: str, texts: Collection[str]) -> str:
        """Return the item of an answer *text*, one of *texts*: itself, but for the Y and N of a program."""
        said = _YES_OR_NO.get(text) if set(texts) == _YES_OR_NO.keys() else None
        return text if said is None else self._say(said)

    def of_own_answer(self, column: str, item: str) -> tuple[str, str]:
        """Return the item and the remark of the *column* of a set that holds what people wrote of their own."""
        if item != "other" or not column.endswith("[other]"):
            return item, ""
        why = self._say(sentence("what people wrote of their own"))
        return self._say(sentence("Other")), f"  {CHECK}{why}"

    def who_lines(self) -> Iterator[str]:
        """Yield who answered, where codes do not tell: everybody, and the column that may say more."""
        asking = next(
            (each for each in self.columns if may_ask_who((code_of(each.name), each.wording))), None
        )
        why = self._say(sentence("codes do not say who answered; a column may"))
        yield f'stakeholder = "=all"  {CHECK}{why}'
        if asking is not None:
            yield f"# stakeholder = {toml(asking.name)}"

    def named_lines(self, key: str, column: Profile | None) -> Iterator[str]:
        """Yield the lines that give places their names, where their *column* holds codes."""
        if column not in self.columns or column is None:
            return
        yield ""
        yield from comment(self._say, sentence("What each code means."))
        yield f"[recode.{key}]  {CHECK}" + self._say(sentence("codes: write behind each what it means"))
        yield from (f"{toml(text)} = {toml(text)}" for text in sorted(column.answers))


def _asked(column: Profile) -> list[str]:
    return [text for text in column.answers if not is_silent(text)]
