"""Tell figures of people whom the data do not name, and of what nobody answers: money, time, land."""

from __future__ import annotations

from phare_cli.documents.prose.spoken_numbers import PERCENT, SpokenNumber
from phare_cli.documents.prose.tokens import words_of
from phare_cli.recipes.verify.grammar.binding.strangers import unnamed_words
from phare_cli.recipes.verify.grammar.binding.surroundings import Surroundings
from phare_cli.recipes.verify.grammar.binding.whom import LINKS, is_of_pronoun
from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.relations.openings_of_lists import may_have
from phare_cli.recipes.verify.grammar.stems import singular, stem
from phare_cli.recipes.verify.grammar.topics import TopicMention

_TO_ANSWER = 8  # words from a figure to an answer behind it: "Avec 62 % de donateurs, les aînés donnent ..."
_TO_TAKEN = 5  # words from what is taken to its name: "la consommation hebdomadaire de bio"
_TAKEN = frozenset(("consommation", "consumption"))
_THEIR = frozenset(("leur", "leurs", "their"))
_APART = frozenset(("eux", "elles", "quant", "meanwhile", "however", "though"))
_DOERS = ("ers", "ors", "ists", "eurs", "euses", "istes")  # of those who do what a verb says
_TOLD = {"fr": ("ees", "es"), "en": ("ing",)}  # endings of what tells people apart
_WHERE = frozenset("chez dans en par sous sans avec a in with at without under on".split())  # noqa: SIM905
_LEADS = (
    ("du", "cote", "des"),
    ("cote",),
    ("quant", "aux"),
    ("pour", "les"),
    ("as", "for"),
    ("for",),
    ("with",),
)
_LEADING = frozenset(lead[0] for lead in _LEADS)
_THESE = frozenset(("ces", "these", "those"))
_OF_A_GROUP = frozenset("de d' des of in within at from".split())  # noqa: SIM905
_TO_COMMA = 7  # words from the comma behind an aside to the one before it
_TO_PEOPLE = 2  # words from a figure to those whom it counts
_ARE = frozenset("sont etaient seraient".split())  # noqa: SIM905


def is_of_strangers(near: Surroundings, figure: SpokenNumber, after: int) -> bool:
    """Tell whether a figure counts people whom the data do not name: "22% of pensioners"."""
    if figure.noun is not None:
        if any(
            each.is_people and each.start in range(*figure.noun) for each in near.sentence.of_kind("place")
        ):
            return False  # "six Vannetais sur dix"
        nouns = [near.sentence.word(at) for at in range(*figure.noun)]
        nouns = [word for word in nouns if word not in LINKS and len(word) > 2 and not _is_count(near, word)]
        people = near.words["people"]
        return bool(nouns) and not any(people.holds(word) or people.holds(f"{word}s") for word in nouns)
    if is_of_pronoun(near, figure) and _are_not_covered(near, figure):
        return True
    if _is_set_apart(near, figure) or _are_counted(near, figure) or _are_of_several(near, figure):
        return True
    clause, _ = near.sentence.clause(figure.start)
    if near.sentence.word(clause) in _LEADING and any(
        _opens_with(near, clause, lead) and _is_alone(near, clause + len(lead)) for lead in _LEADS
    ):
        return True  # "Du côté des colocataires, 31 % ..."
    at = figure.end
    if near.sentence.word(at) in ("in", "among", "chez", "parmi") and _is_alone(near, at + 1):
        return True  # "as opposed to 67% in towns"
    if near.sentence.word(at) not in ("des", "of", "d'", "de"):
        return False
    at += 1
    if near.sentence.word(at) in _THESE and near.words["at large noun"].holds(
        singular(near.sentence.word(at + 1))
    ):
        return False  # "40 % de ces structures"
    if near.sentence.word(at) in ("the", "les", "nos", "our", "all", "l'", "la", "ces", "ses"):
        at += 1
    if at >= after or near.tokens[at].kind != "word":
        return False
    word = near.sentence.word(at)
    if _are_told_apart(near, at):
        return True
    if (
        near.words["people"].at(near.tokens, at)
        or near.words["answer noun"].at(near.tokens, at)
        or _is_group_before(near, word, figure)
        or near.words["pronoun"].holds(word)
        or near.words["case"].holds(word)  # "dans 51 % des cas"
        or word in ("entre", "la", "cette", "plus", "ce", "us", "you", "nous", "vous", "whom", "which")
    ):
        return False
    if any(each.start <= at < each.end for each in near.sentence.mentions):
        return False
    if _are_of_its_own(near, at):
        return True
    named = [each for each in near.sentence.topics if at in each.places]
    if named and near.sentence.word(figure.end) in ("de", "d'") and at == figure.end + 1:
        return False  # "46 % de donateurs" says what people are, and not of whom the figure is
    if len(named) == 1 and _are_doers(word) and not figure.in_words:
        behind = [each for each in near.sentence.topics_in(at + 1, after) if not each.is_indicator]
        return bool(behind)  # "45% of swimmers mention the parking" is of swimmers alone
    return not named and not _are_what_is_done(near, figure, at)


def _are_what_is_done(near: Surroundings, figure: SpokenNumber, at: int) -> bool:
    """Tell whether a bare plural says what people are, of an answer before it: "le vélo, avec 12 % de pratiquants"."""
    is_bare = near.sentence.word(figure.end) in ("de", "d'") and at == figure.end + 1
    clause, _ = near.sentence.clause(figure.start)
    before = [
        each for each in near.sentence.topics_in(clause, figure.end + _TO_ANSWER) if not each.is_indicator
    ]
    word = near.sentence.word(at)
    told = {stem(of_name) for each in before for _, item in each.topics for of_name in words_of(item)}
    is_said = any(each.start < figure.start for each in before) and near.words["doer"].holds(word)
    return is_bare and (is_said or stem(word) in told)


def _are_told_apart(near: Surroundings, place: int) -> bool:
    """Tell whether a participle of no name tells people apart: "des personnes hébergées chez un proche"."""
    at = place + 1
    is_people = near.words["people"].at(near.tokens, place) is not None
    if not is_people or at + 1 >= len(near.tokens) or near.words["asked"].at(near.tokens, at) is not None:
        return False
    word = near.sentence.word(at)
    is_participle = word.endswith(_TOLD[near.words.language]) and near.sentence.word(at + 1) in _WHERE
    return is_participle and at in unnamed_words(near.sentence, at, at + 1)


def _is_count(near: Surroundings, word: str) -> bool:
    """Tell whether a word only counts: "une sur deux"."""
    return word in ("sur", "out") or near.words["cardinal"].holds(word)


def _opens_with(near: Surroundings, clause: int, lead: tuple[str, ...]) -> bool:
    """Tell whether a clause begins with some words."""
    return tuple(near.sentence.word(clause + at) for at in range(len(lead))) == lead


def _is_alone(near: Surroundings, place: int) -> bool:
    """Tell whether one plural noun that names nothing known stands at *place*, and a mark behind it."""
    if place + 1 >= len(near.tokens) or near.tokens[place + 1].kind != "mark":
        return False
    word = near.sentence.word(place)
    is_plural = word.endswith("s") and not word.endswith("ss") and word.isalpha()
    is_free = not near.words["carrier"].holds(word) and not near.words["people"].holds(word)
    return is_plural and is_free and place in unnamed_words(near.sentence, place, place + 1)


def _are_of_its_own(near: Surroundings, place: int) -> bool:
    """Tell whether a noun names who belongs to a group, and not the group: "58 % des salariés d'associations"."""
    behind = place + 2 if near.sentence.word(place + 1) in _OF_A_GROUP else len(near.tokens)
    behind += near.sentence.word(behind) in ("the", "les", "l'", "la")
    return any(each.start == behind and each.id for each in near.sentence.of_kind("group"))


def _are_doers(word: str) -> bool:
    return word.endswith(_DOERS) and len(word) > len("xxers")


def _is_group_before(near: Surroundings, word: str, figure: SpokenNumber) -> bool:
    """Tell whether people are those of a group named before: "Toujours au niveau CAP, 36 % des apprentis"."""
    groups = near.sentence.of_kind("group", 0, figure.start)
    return bool(groups) and singular(word) in map(singular, words_of(groups[-1].id))


def _is_set_apart(near: Surroundings, figure: SpokenNumber) -> bool:
    """Tell whether the clause of a figure sets people apart whom nothing names: "Les élus, eux, sont 55 %"."""
    clause, _ = near.sentence.clause(figure.start)
    words = [near.sentence.word(at) for at in range(clause, min(clause + 4, figure.start))]
    if len(words) < 4 or words[0] not in ("les", "the") or words[2] != "," or words[3] not in _APART:
        return False
    named: list[Mention | TopicMention] = [*near.sentence.mentions, *near.sentence.topics]
    return not any(clause <= each.start < clause + 2 for each in named)


def _are_of_several(near: Surroundings, figure: SpokenNumber) -> bool:
    """Tell whether the subject of "are 66 %" is a noun that several groups share: "les médecins sont 66 %"."""
    clause, _ = near.sentence.clause(figure.start)
    if near.sentence.word(figure.start - 1) not in _ARE or near.sentence.of_kind(
        "group", clause, figure.start
    ):
        return False
    shared = near.context.names.shared
    return any(singular(near.sentence.word(at)) in shared for at in range(clause, figure.start))


def _are_counted(near: Surroundings, figure: SpokenNumber) -> bool:
    """Tell whether the subject of "are 41 %" is people whom nothing names: "Les agents de gare sont 41 % à ..."."""
    if near.words.language != "fr":
        return False
    start, _ = near.sentence.clause(figure.start)
    verb = _before_aside(near, figure.start - 1, start)
    if near.sentence.word(verb) not in _ARE:
        return False
    before = range(start, verb)
    words = [near.sentence.word(at) for at in before if near.sentence.word(at + 1) != "," or at == start]
    if any(near.words[name].holds(word) for name in ("people", "pronoun") for word in words):
        return False
    is_named = any(
        (start <= each.start < figure.start and each.kind == "group")
        or (each.is_people and each.start == start + 1 and near.context.names.dwellers(near.tokens, each))
        for each in near.sentence.mentions
    )  # "Les Bretons sont 58 % à ..." counts who lives there
    first = next((at for at in before if near.sentence.word(at) in ("les", "des", "nos", "ces")), None)
    return first == start and not is_named


def _before_aside(near: Surroundings, place: int, start: int) -> int:
    """Return the word before a figure, of what commas set between them none: "sont, paraît-il, 70 %"."""
    if near.sentence.word(place) != ",":
        return place
    commas = (
        at for at in range(place - 1, max(start, place - _TO_COMMA), -1) if near.sentence.word(at) == ","
    )
    return next(commas, place + 1) - 1


def _are_not_covered(near: Surroundings, figure: SpokenNumber) -> bool:
    """Tell whether "of them" takes up people whom a survey leaves out: "It does not cover nuns, though 66% of them"."""
    cue = near.words["not covered"].first(near.tokens, 0, figure.start)
    return cue is not None and not near.sentence.of_kind("group", cue.end, figure.start)


def _is_of_people(near: Surroundings, at: int) -> bool:
    """Tell whether what is taken is what people were asked about: "la consommation de bio", "leur consommation"."""
    if near.sentence.word(at) not in _TAKEN:
        return False
    behind = near.sentence.topics_in(at + 1, at + _TO_TAKEN)
    return near.sentence.word(at - 1) in _THEIR or any(not each.is_indicator for each in behind)


def is_uncounted(near: Surroundings, figure: SpokenNumber, after: int) -> bool:
    """Tell whether a percentage is of money, of time, of what nobody answers: so are "2 gaps of 6"."""
    if figure.unit != PERCENT:
        return False
    if figure.noun is not None and near.words["reported"].first(near.tokens, *figure.noun) is not None:
        return True
    if not may_have(near.sentence, "uncounted") or is_of_pronoun(near, figure):
        return False
    known = {place for each in near.sentence.topics for place in each.places}
    known |= {at for each in near.relations for at in range(each.start, each.end)}
    known |= {at for each in near.sentence.of_kind("group") for at in range(each.start, each.end)}
    asked = {
        word for each in near.sentence.topics for indicator, _ in each.topics for word in words_of(indicator)
    }
    known |= {at for at in range(figure.start) if near.sentence.word(at) in asked}  # "taux de départ"
    if near.sentence.word(figure.end) in ("de", "du", "des", "d'", "of", "sur", "in"):
        money = near.words["uncounted"].first(near.tokens, figure.end, min(figure.end + 4, len(near.tokens)))
        named = {each.start for each in near.sentence.of_kind("group")}
        if money is not None and money.start not in known and money.end not in named:
            return True  # "38% of general-interest associations" is of those
    clause, _ = near.sentence.clause(figure.start)
    before = [
        cue
        for cue in near.words["uncounted"].find(near.tokens, clause, figure.start)
        if not known & set(range(cue.start, cue.end))
        and near.sentence.word(cue.start - 1) not in ("meme", "same")  # "dans le même temps"
        and not _is_of_people(near, cue.start)
        and not near.words["comparative"].holds(near.sentence.word(cue.end))  # "fares better"
    ]
    others = any(clause <= each.start < figure.start for each in near.figures if each.unit == PERCENT)
    is_by = near.sentence.word(figure.start - 1) in ("by", "par")
    is_of_people = is_by and any(
        0 < each.start - figure.end <= _TO_PEOPLE for each in near.sentence.of_kind("group")
    )
    if not before or others or is_of_people or near.sentence.of_kind("group", before[-1].end, figure.start):
        return False  # "the cost of travel is mentioned by 16% of adults"
    between = near.tokens[before[-1].end : figure.start]
    # "Milk prices rose over the period, by 12%": what is counted is the subject of the clause.
    return not any(token.text in "," for token in between) or before[0].start - clause <= 2
