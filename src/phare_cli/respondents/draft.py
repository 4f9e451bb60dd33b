"""Write a first spec by looking at a file, for a person to correct. It guesses, and says that it does."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from phare_cli.language.folding import fold
from phare_cli.nouns.message import Message, counted, sentence
from phare_cli.respondents.choose_reader import option_of
from phare_cli.respondents.engine.batches import RespondentSource
from phare_cli.respondents.header_rows import code_of
from phare_cli.respondents.option_words import YES_WORDS, denies, find_words, is_other
from phare_cli.respondents.profile import MOST_OPTIONS, NO_ANSWER, Profile, parted, profiles, runs, stem

Say = Callable[[Message], str]

SEPARATORS = (";", ", ", "|")


def draft(source: RespondentSource, say: Say) -> str:
    """Return a spec in TOML for a file; *say* puts its comments in the reader's language."""
    columns = profiles(source)
    lines = [
        *_comment(
            say,
            sentence("A first spec for {file}, by looking at it. Correct it, then run:", file=source.name),
        ),
        *_comment(say, sentence("phare tabulate {file} --spec THIS.toml -o results.csv", file=source.name)),
        "",
        f"survey = {_text(Path(source.name).stem)}",
        *_places(columns, say),
    ]
    told = _told(columns)
    left = [column for column in columns if column.place not in told]
    sets = [[columns[place] for place in places] for places in source.sets.values() if places]
    in_sets = {column.place for each in sets for column in each}
    skipped: list[Profile] = []
    for each in sets:
        lines += _set(each, say)
    for run in runs([column for column in left if column.place not in in_sets]):
        if _is_set(run):
            lines += _set(run, say)
            continue
        for column in run:
            question = list(_question(column, say))
            lines += question
            if not question:
                skipped.append(column)
    if skipped:
        said = sentence("Left out: free texts, dates, identifiers, columns with one answer or none:")
        lines += ["", *_comment(say, said), *(f"#   {_text(column.name)}" for column in skipped)]
    return "\n".join(lines) + "\n"


def _told(columns: Sequence[Profile]) -> set[int]:
    """Return the columns that tell where or who a respondent is rather than what they answered."""
    best = (_best(columns, "region"), _best(columns, "stakeholder"), _first(columns, Profile.is_weight))
    return {column.place for column in (*best, _first(columns, Profile.is_wave)) if column is not None}


def _places(columns: Sequence[Profile], say: Say) -> Iterator[str]:
    yield ""
    wave = _first(columns, Profile.is_wave)
    yield from _place("wave", wave, "", say, sentence('The round of the survey: a column, or "=2024".'))
    region = sentence('Where respondents are: a column, or "=France", "=PACA" for all of them.')
    yield from _place("region", _best(columns, "region"), "=France", say, region)
    who = sentence(
        'Who answered: a column, or "=citizens", "=mayors", "=associations", "=companies" for all.'
    )
    yield from _place("stakeholder", _best(columns, "stakeholder"), "=citizens", say, who)
    weight = sentence("The column of weights; without one, every respondent weighs the same.")
    yield from _place("weight", _first(columns, Profile.is_weight), "", say, weight)
    yield from _comment(say, sentence("Part of a group, such as an age: results for each part are added."))
    yield '# segment = "AGE"'
    yield from _comment(say, sentence("Answers that mean no answer, in every question."))
    yield '# missing = ["NSP", "99"]'


def _place(key: str, column: Profile | None, constant: str, say: Say, what: Message) -> Iterator[str]:
    yield from _comment(say, what)
    if column is not None:
        yield f"{key} = {_text(column.name)}"
    elif constant:
        yield f"{key} = {_text(constant)}  # {say(sentence('nothing in the file says it: check'))}"
    else:
        yield f'# {key} = "..."'


def _best(columns: Sequence[Profile], kind: str) -> Profile | None:
    """Return the column whose texts are most often names of a kind, if they mostly are."""
    shares = [(column.share_named(kind), -column.place, column) for column in columns if not column.free]
    share, _, best = max(shares, key=lambda each: each[:2], default=(0.0, 0, None))
    return best if share >= 0.6 else None


def _first(columns: Sequence[Profile], is_it: Callable[[Profile], bool]) -> Profile | None:
    return next((column for column in columns if is_it(column)), None)


def _is_set(run: Sequence[Profile]) -> bool:
    """Tell whether columns are the options of one question: together they tell which words say "chosen"."""
    if len(run) < 2 or not any(_chosen(column) for column in run):
        return False
    held = {column.name: {text for text in column.texts if fold(text) not in NO_ANSWER} for column in run}
    free = {column.name for column in run if is_other(column.name)}
    words = find_words(held, {column.name: column.name for column in run}, free)
    return words.doubt is None and not words.mentions


def _chosen(column: Profile) -> list[str]:
    if column.free:
        return ["", ""]
    return [text for text in column.answers if fold(text) not in NO_ANSWER and not denies(fold(text))]


def _set(columns: Sequence[Profile], say: Say) -> Iterator[str]:
    yield from _head(columns[0], "set", stem(columns[0].name) or columns[0].name, shared=True)
    blank = all(column.texts[""] and not any(map(denies, map(fold, column.answers))) for column in columns)
    if blank:
        said = sentence(
            "Nothing says who was asked and chose none: the base is those who chose one at least."
        )
        yield from _comment(say, said)
    silent = sorted({text for column in columns for text in column.answers if fold(text) in NO_ANSWER})
    if silent:
        yield f"missing = [{', '.join(map(_text, silent))}]"
    yield "[question.options]  # " + say(sentence("column = item"))
    for column in columns:
        words = _chosen(column)
        yes = not words or fold(words[0]) in YES_WORDS
        yield f"{_text(column.name)} = {_text(option_of(column.name) if yes else words[0])}"


def _question(column: Profile, say: Say) -> Iterator[str]:
    for separator in SEPARATORS:
        if pieces := parted(column, separator):
            yield from _cell(column, separator, pieces, say)
            return
    if column.is_score():
        yield from _head(column, "score", code_of(column.name))
        yield f"column = {_text(column.name)}"
    elif column.is_options():
        yield from _head(column, "single", code_of(column.name))
        yield f"column = {_text(column.name)}"
        yield from _options(list(column.answers), say)


def _cell(column: Profile, separator: str, pieces: dict[str, int], say: Say) -> Iterator[str]:
    yield from _head(column, "cell", code_of(column.name))
    yield f"column = {_text(column.name)}"
    yield f"separator = {_text(separator)}"
    common = sorted(pieces, key=lambda piece: (-pieces[piece], piece))
    kept = [piece for piece in common if pieces[piece] > 2][:MOST_OPTIONS]
    if len(kept) < len(common):
        rest = len(common) - len(kept)
        said = counted(
            "{count} rarer answer counts as this item.", "{count} rarer answers count as this item.", rest
        )
        yield f'other = "other"  # {say(said)}'
    yield from _options(kept, say)


def _options(texts: Sequence[str], say: Say) -> Iterator[str]:
    silent = [text for text in texts if fold(text) in NO_ANSWER]
    if silent:
        listed = ", ".join(map(_text, silent))
        how = say(sentence("and take it out of the options, to leave it out of the base"))
        yield f"# missing = [{listed}]  # {how}"
    yield "[question.options]  # " + say(sentence("answer = item"))
    for text in sorted(texts):
        yield f"{_text(text)} = {_text(text)}"


def _head(column: Profile, kind: str, indicator: str, *, shared: bool = False) -> Iterator[str]:
    yield ""
    yield "[[question]]"
    yield f"indicator = {_text(indicator)}"
    yield f'kind = "{kind}"'
    wording = column.wording.removesuffix(f"[{option_of(column.name)}]") if shared else column.wording
    if wording.strip():
        yield f"wording = {_text(wording.strip())}"


def _comment(say: Say, message: Message) -> Iterator[str]:
    for line in say(message).splitlines():
        yield f"# {line}"


def _text(text: str) -> str:
    """Return a text as TOML writes it."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
