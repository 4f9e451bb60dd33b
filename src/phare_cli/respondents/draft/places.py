"""Find the columns that tell where or who a respondent is rather than what they answered, and write them down."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from phare_cli.language.codebook import codebook
from phare_cli.language.departements import region_of_all
from phare_cli.language.place_words import place_named
from phare_cli.nouns.message import Message, counted, sentence
from phare_cli.respondents.draft.answer_codes import AnswerCodes
from phare_cli.respondents.draft.profile import MOST_ROWS, Profile
from phare_cli.respondents.draft.replicate_columns import find_replicates, replicate_lines
from phare_cli.respondents.draft.spec_lines import CHECK, Say, check, comment, toml
from phare_cli.respondents.header_rows import code_of


class Places(NamedTuple):
    """The columns that tell where or who a respondent is rather than what they answered; None where none does."""

    wave: Profile | None
    region: Profile | None
    stakeholder: Profile | None
    weight: Profile | None
    other_weights: tuple[Profile, ...]
    clusters: tuple[Profile, ...]
    replicates: tuple[Profile, ...]
    strata: tuple[Profile, ...]
    bodily: tuple[Profile, ...]
    identifiers: tuple[Profile, ...]  # the surest first
    traits: tuple[Profile, ...]  # what parts a group: an age, a sex

    @property
    def columns(self) -> set[int]:
        """Where they stand in the file."""
        one = (self.wave, self.region, self.stakeholder, self.weight)
        return {
            each.place
            for each in (
                *filter(None, one), *self.other_weights, *self.clusters, *self.replicates, *self.strata,
                *self.identifiers, *self.traits,
            )
        }  # fmt: skip

    @property
    def id(self) -> Profile | None:
        """The surest column of identifiers of which none stands twice, in a file that is no burden to remember."""
        return _first(self.identifiers, lambda column: not column.repeated and column.answered < MOST_ROWS)


def find_places(whole: Sequence[Profile], noted: Collection[int] = ()) -> Places:
    """Return the places of a file; what its program *noted* itself, by its columns, may identify and nothing else."""
    columns = [column for column in whole if column.place not in noted]
    # A spec reads “=PACA” as a constant: a column of that name can be no place.
    named = [column for column in columns if not column.name.startswith("=")]
    replicates = find_replicates(columns)
    weights = [column for column in columns if column.is_weight() and column not in replicates]
    identifiers = [column for column in whole if column.identifies() is not None]
    return Places(
        _first(named, Profile.is_wave),
        _best(named, "region") or _first(named, _holds_places),
        _best(named, "stakeholder") or _first(named, Profile.tells_who),
        weights[0] if weights else None,
        tuple(weights[1:]),
        tuple(column for column in columns if column.is_cluster()),
        replicates,
        tuple(column for column in columns if column.is_stratum()),
        tuple(
            column
            for column in columns
            if column not in weights and {"weight", "poids"} & set(column.words) and column.is_bodily()
        ),
        tuple(sorted(identifiers, key=lambda column: column.identifies() or 0)),
        tuple(column for column in columns if column.is_trait()),
    )


def doubts(columns: Sequence[Profile], places: Places, say: Say) -> Iterator[str]:
    """Yield what a person should look at first."""
    if sum(column.is_header_of() for column in columns) > max(1, len(columns) // 10):
        yield from check(
            say, sentence("names of columns are answers too: if the file has no header, say --no-header.")
        )
    for column in places.bodily:
        message = sentence(
            "{column} may be a body weight, and was not taken for that of respondents.", column=column.name
        )
        yield from check(say, message)


def place_lines(places: Places, say: Say, codes: AnswerCodes) -> Iterator[str]:
    yield ""
    yield from _place(
        "wave", places.wave, "", say, sentence('The round of the survey: a column, or "=2024".')
    )
    region = sentence('Where respondents are: a column, or "=France", "=PACA" for all of them.')
    yield from _place("region", places.region, "=France", say, region)
    if places.region is not None:
        yield from _whole_lines(places.region, say)
    who = sentence(
        'Who answered: a column, or "=citizens", "=mayors", "=associations", "=companies" for all.'
    )
    if places.stakeholder is None and codes.columns:
        yield from comment(say, who)
        yield from codes.who_lines()
    else:
        yield from _place("stakeholder", places.stakeholder, "=citizens", say, who)
    weight = sentence("The column of weights; without one, every respondent weighs the same.")
    yield from _place("weight", places.weight, "", say, weight)
    if places.weight is not None:
        yield from _weightless_lines(places.weight, say)
    if places.other_weights:
        others = counted(
            "this column may hold weights too: {columns}.",
            "these columns may hold weights too: {columns}.",
            len(places.other_weights),
            columns=_listed(places.other_weights),
        )
        yield from check(say, others)
    if places.strata:
        strata = sentence("Columns of the strata: effective bases then come from the design.")
        yield from comment(say, strata)
        names = ", ".join(toml(column.name) for column in places.strata)
        why = say(sentence("its name says so"))
        yield f"# strata = [{names}]  {CHECK}{why}"
    if places.clusters:
        clusters = sentence("The column of what was drawn together; intervals and tests then come from it.")
        yield from comment(say, clusters)
        why = say(sentence("its name says so"))
        yield f"# cluster = [{toml(places.clusters[0].name)}]  {CHECK}{why}"
        if len(places.clusters) > 1:
            others = counted(
                "this column may hold clusters too: {columns}.",
                "these columns may hold clusters too: {columns}.",
                len(places.clusters) - 1,
                columns=_listed(places.clusters[1:]),
            )
            yield from check(say, others)
    yield from replicate_lines(places.replicates, say)
    yield from _identifier_lines(places, say)
    yield from comment(say, sentence("Part of a group, such as an age: results for each part are added."))
    yield f"# segment = {_segments(places.traits)}"
    yield from comment(say, sentence("Answers that mean no answer, in every question."))
    yield '# missing = ["NSP", "99"]'


def _whole_lines(regions: Profile, say: Say) -> Iterator[str]:
    """Yield what regions may add up to: the one region of départements that all lie in it, else the nation."""
    whole = region_of_all(regions.answers)
    if whole is None and not any(codebook().find("region", text) for text in regions.answers):
        message = sentence(
            "What do these places add up to? With a name in this line, rows of that place are added."
        )
        yield from comment(say, message)
        yield '# whole = "..."'
        return
    if whole is None:
        nation = sentence("Do these regions add up to the nation? With true, rows of France are added.")
        yield from comment(say, nation)
        yield "# nation = true"
        return
    region = sentence("Do these départements add up to their region? With this line, its rows are added.")
    yield from comment(say, region)
    why = say(sentence("the region that they lie in"))
    yield f"# whole = {toml(whole)}  {CHECK}{why}"


def _weightless_lines(weight: Profile, say: Say) -> Iterator[str]:
    """Yield what is done with rows that have no weight: refused, unless some of those seen have none."""
    message = sentence(
        "A row that counts and has no weight is a problem; this line leaves such rows out, and says how many."
    )
    yield from comment(say, message)
    if blank := weight.texts[""]:
        why = say(counted("{count} row has none", "{count} rows have none", blank))
        yield f'no_weight = "drop"  {CHECK}{why}'
    else:
        yield '# no_weight = "drop"'


def _identifier_lines(places: Places, say: Say) -> Iterator[str]:
    """Yield the first column whose identifiers stand once each, and tell of surer ones that stand twice."""
    if not places.identifiers:
        return
    yield from comment(
        say, sentence("The column of identifiers: one that stands twice in a wave and group is a problem.")
    )
    for column in places.identifiers:
        if column is places.id:
            why = say(sentence("its name says so, and none stands twice"))
            yield f"id = {toml(column.name)}  {CHECK}{why}"
            return
        if column.repeated:
            why = say(counted("{count} stands twice or more", "{count} stand twice or more", column.repeated))
        else:
            why = say(sentence("its name says so"))
        yield f"# id = {toml(column.name)}  {CHECK}{why}"


def _segments(traits: Sequence[Profile]) -> str:
    """Return the columns that may part groups, as a spec names them; an example where there is none."""
    names = [toml(column.name) for column in traits] or ['"AGE"']
    return names[0] if len(names) == 1 else f"[{', '.join(names)}]"


def _listed(columns: Sequence[Profile]) -> str:
    return ", ".join(column.name for column in columns)


def _place(key: str, column: Profile | None, constant: str, say: Say, what: Message) -> Iterator[str]:
    yield from comment(say, what)
    if column is not None:
        why = say(sentence("by its name and what it holds"))
        yield f"{key} = {toml(column.name)}  {CHECK}{why}"
    elif constant:
        why = say(sentence("nothing in the file says it"))
        yield f"{key} = {toml(constant)}  {CHECK}{why}"
    else:
        yield f'# {key} = "..."'


def _holds_places(column: Profile) -> bool:
    """Tell whether a column is called as one of places is, and holds few enough of them: Quartier de résidence."""
    answers = len(column.answers)
    is_told = place_named(code_of(column.name)) is not None or place_named(column.wording) is not None
    return is_told and not column.free and answers >= 2 and column.answered >= 2 * answers


def _best(columns: Sequence[Profile], kind: str) -> Profile | None:
    """Return the column whose texts are most often names of a kind, if they mostly are."""
    shares = [(column.share_named(kind), -column.place, column) for column in columns if not column.free]
    share, _, best = max(shares, key=lambda each: each[:2], default=(0.0, 0, None))
    return best if share >= 0.6 else None


def _first(columns: Sequence[Profile], is_it: Callable[[Profile], bool]) -> Profile | None:
    return next((column for column in columns if is_it(column)), None)
