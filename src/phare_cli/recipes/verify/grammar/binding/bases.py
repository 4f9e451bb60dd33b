"""Find the counts of people who answered: "304 maires interrogés", "un échantillon de 2 000 personnes"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phare_cli.documents.prose.spoken_numbers import BARE, COUNT, PERCENT, SpokenNumber
from phare_cli.documents.prose.tokens import words_of
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound
from phare_cli.recipes.verify.grammar.claims import Claim, Scene
from phare_cli.recipes.verify.grammar.context import Context
from phare_cli.recipes.verify.grammar.figures.told_numbers import counts_of
from phare_cli.recipes.verify.grammar.names.mention import HERE, Mention
from phare_cli.recipes.verify.grammar.sentence import Sentence

_TO_PLACE = 4  # words between "of them" and where they live
_SMALLEST = 5  # people whom anyone would count
_ANYBODY = frozenset(("people", "gens"))  # of whichever group
_SIZES = frozenset(("n", "base", "bases", "effectif", "effectifs"))
_AMONG_THEM = frozenset("them whom which including dont eux elles".split())  # noqa: SIM905
_OF = frozenset(("de", "d'", "of", "from", "with"))
_AMONG = frozenset(("among", "amongst", "with"))
_AGAINST = frozenset("pour sur contre against versus".split())  # noqa: SIM905
_IN = frozenset("en dans au a in across nationally nationalement".split())  # noqa: SIM905
_JOINS = frozenset(", et and puis then a in en dans de at from des du au aux les the".split())  # noqa: SIM905


def base_claims(sentence: Sentence, bound: Sequence[Bound], context: Context) -> Iterator[Claim]:
    """Yield the bases that a sentence tells, where somebody was asked in it or in the heading above it."""
    if all(each.unit not in (COUNT, BARE) for each in sentence.numbers):
        return
    yield from _sample_sizes(sentence, bound, context)
    is_headed = _is_headed(sentence) and len(list(counts_of(sentence))) > 1
    is_led = (context.asks_who or context.is_of_bases or is_headed or _is_row(sentence, context)) and not any(
        each.unit == PERCENT for each in sentence.numbers
    )
    is_told = sentence.has("asked") or is_led or _is_carried_out(sentence) or _do_answer(sentence)
    if not is_told or sentence.has("hypothetical"):
        return
    group: Mention | None = None
    row: list[Mention] = []  # the groups of the counts that name theirs
    left_out = 0  # counts behind them that do not
    for number in counts_of(sentence):
        if number.said < _SMALLEST or number.decimals:
            continue
        if sentence.word(number.start - 2) == "%" and sentence.word(number.start - 1) != "(":
            continue  # "11% of 340 respondents" counts a part of them
        if sentence.words["audience"].before(sentence.tokens, number.start) is not None:
            continue  # "devant 180 participants" gathers them, and asks nobody
        named, end = _people(sentence, number.end)
        if sentence.word(end) == ":" and number.hedge:
            yield from _of_listed(sentence, number, end, context)
            continue
        answering = _who_answered(sentence, number, context) if named is None else None
        if named is None and answering is None and _is_part(sentence, number.end):
            continue  # "450 of whom own one for the first time"
        group = answering or group
        led_by = _place_before(sentence, number.start) if is_led else None
        if named is not None:
            row, left_out = ([named] if left_out else [*row, named]), 0
        if group is None and sentence.words["pronoun"].holds(sentence.word(0)):
            spoken_of = context.last.group or context.heading_scene().group
            group = Mention(0, 0, "group", spoken_of) if spoken_of else None
        before = number.start - (
            sentence.word(number.start - 1) in _OF
        )  # "de 640 actifs et de 4 200 en France"
        is_ellipsis = answering is not None or (
            group is not None and _is_ellipsis(sentence, before, number.end)
        )
        if named is None and end == number.end and not is_ellipsis and led_by is None:
            continue
        if is_ellipsis and named is None and len(row) > 1:
            group = row[
                left_out % len(row)
            ]  # "600 riverains et 180 commerçants à Roubaix, 520 et 250 à Brest"
            left_out += 1
        _, end_of_clause = sentence.clause(number.start)
        after = next((each.start for each in counts_of(sentence) if each.start > number.start), end_of_clause)
        of_age = named or next(
            (
                each
                for each in sentence.of_kind("group", number.end, after)
                if each.start - number.end <= 4
                and not (sentence.has("of which", number.end, each.start) or _is_anybody(sentence, each))
            ),
            None,
        )
        current = of_age if of_age is not None and of_age.id else group or of_age
        if named is not None and named.segment and group is not None and not named.id:
            current = named._replace(id=group.id)  # "1,600 apprentices, 620 girls among them"
        places = [led_by] if led_by is not None else _places_of(sentence, number.end, after, number.start)
        spoken_of = context.last.region if sentence.has("there") else None
        region = next(
            (context.here() if each.id == HERE else each.id for each in places), spoken_of or context.region()
        )
        wave = next((each.id for each in sentence.of_kind("wave")), None)
        scene = Scene(
            region=region,
            group=(current.id or None)
            if current is not None
            else (context.last.group if group is not None else None),
            segment=current.segment if current is not None else "",
            wave=wave,
            document_wave=context.wave(),
        )
        if scene.group is None and (of_age is None or not of_age.id):
            told = sentence.of_kind("group", 0, number.start)
            is_lent = bool(told) or context.is_group_said() or context.speaks_on(sentence)
            lent = context.last.group if is_lent else None
            spoken_of = told[-1].id if told and led_by is not None else lent
            scene = scene._replace(group=spoken_of or context.heading_scene().group)
        start, stop = sentence.tokens[number.start].start, sentence.tokens[max(end, number.end) - 1].end
        # Below the heading of a region, a line may tell of the whole survey.
        whole = (
            ()
            if places or context.names.whole in (region, None)
            else (scene._replace(region=context.names.whole),)
        )
        yield Claim("base", sentence.passage, start, stop, scene, number, maybe=whole)
        group = current


def _who_answered(sentence: Sentence, number: SpokenNumber, context: Context) -> Mention | None:
    """Return the group that a count without one is of: "As for mayors, 304 of them replied", "How many? 304."."""
    before = sentence.of_kind("group", 0, number.start)
    if before and sentence.words["of them"].at(sentence.tokens, number.end) is not None:
        _, end = sentence.clause(number.start)
        return before[-1] if sentence.has("asked", number.end, end) else None
    is_alone = number.start <= 1 and all(token.kind == "mark" for token in sentence.tokens[number.end :])
    is_asked = is_alone and context.follows_question and (context.asks_who or context.is_of_bases)
    return context.told_last if is_asked else None


def _is_row(sentence: Sentence, context: Context) -> bool:
    """Tell whether a line counts people behind a colon, and the sentence before told of a survey: "Wales: 900 men"."""
    colon = next((at for at, token in enumerate(sentence.tokens) if token.text == ":"), None)
    first = next((each.start for each in counts_of(sentence)), None)
    is_labelled = colon is not None and first == colon + 1 and not sentence.has("verb")
    return is_labelled and context.tells_survey


def _is_headed(sentence: Sentence) -> bool:
    """Tell whether counts are led by what they are, and at most by where: "Bases :", "Base bretonne 2024 :"."""
    named = {at for each in sentence.mentions for at in range(each.start, each.end)}
    end = next((at for at in range(1, len(sentence.tokens)) if at not in named), 1)
    return sentence.word(0) in _SIZES and sentence.word(end) == ":"


def _of_listed(sentence: Sentence, number: SpokenNumber, end: int, context: Context) -> Iterator[Claim]:
    """Yield a bound on those who are listed behind a colon, in any wave: "Fewer than 100 respondents: nurses, Kent"."""
    listed = [each for each in sentence.of_kind("group", end) if each.id or each.segment]
    place = next((each.id for each in sentence.of_kind("place", end) if each.id != HERE), context.region())
    scenes = [
        Scene(region=place, group=each.id or None, segment=each.segment, wave=wave)
        for each in listed[:1]
        for wave in context.names.waves
    ]
    if scenes:
        start, stop = sentence.tokens[number.start].start, sentence.tokens[end - 1].end
        yield Claim("base", sentence.passage, start, stop, scenes[0], number, maybe=tuple(scenes[1:]))


def _is_carried_out(sentence: Sentence) -> bool:
    """Tell whether something was done among people who are counted: "carried out in May among 3,024 residents"."""
    is_done = sentence.has("carried out")
    return is_done and any(sentence.word(each.start - 1) in _AMONG for each in counts_of(sentence))


def _do_answer(sentence: Sentence) -> bool:
    """Tell whether people who are counted say what they were asked for, and no share of them does."""
    return not any(each.unit == PERCENT for each in sentence.numbers) and sentence.has("answering")


def _is_part(sentence: Sentence, place: int) -> bool:
    """Tell whether a count is of some of the people told before it, and no place says of which."""
    lists = ("of which", "of them")
    if place >= len(sentence.tokens) or not any(
        sentence.words[name].at(sentence.tokens, place) for name in lists
    ):
        return False
    return not any(place <= each.start <= place + _TO_PLACE for each in sentence.of_kind("place"))


def _sample_sizes(sentence: Sentence, bound: Sequence[Bound], context: Context) -> Iterator[Claim]:
    """Yield the base of the figure before it: "64 % citent les prix (n = 900)"; of who is named where none is."""
    counts = list(counts_of(sentence))
    for number in sentence.numbers:
        if len(counts) > 1 and number in counts and sentence.word(0) in _SIZES:
            continue  # "Base: 900 nurses and 300 doctors" tells of each whom it counts
        is_led = sentence.word(number.start - 1) in ("=", ":") and sentence.word(number.start - 2) in _SIZES
        if not is_led or number.unit not in (COUNT, BARE) or number.decimals:
            continue
        if number.unit == COUNT and number.start == 2 and _people(sentence, number.end)[0] is not None:
            continue  # of whom it is stands behind it
        figures = [each.scene for each in bound if each.is_claim and each.number.end <= number.start]
        groups = [each for each in sentence.of_kind("group") if each.id or each.segment]
        if not figures and not groups:
            continue
        scene = (
            figures[-1]
            if figures
            else Scene(
                region=next(
                    (each.id for each in sentence.of_kind("place") if each.id != HERE), context.region()
                ),
                group=groups[-1].id or context.last.group,
                segment=groups[-1].segment,
                document_wave=context.wave(),
            )
        )
        start = sentence.tokens[number.start - 2].start
        yield Claim("base", sentence.passage, start, sentence.tokens[number.end - 1].end, scene, number)


def _place_before(sentence: Sentence, start: int) -> Mention | None:
    """Return the place that stands right before a count: "Aveyron 340, Gers : 260"."""
    end = start - 1 if sentence.word(start - 1) in (":", "(") else start
    return next((each for each in sentence.of_kind("place") if each.end == end), None)


def _places_of(sentence: Sentence, end: int, after: int, start: int) -> list[Mention]:
    """Return the places that a count is of: behind it, behind the counts that it is in one row with, else before it."""
    found = sentence.of_kind("place", end, after)
    if found:
        return found
    named = {at for each in sentence.mentions for at in range(each.start, each.end)}
    named |= {at for each in sentence.numbers for at in range(each.start, each.end)}
    for each in sentence.of_kind("place", after):
        between = [at for at in range(end, each.start) if at not in named]
        if all(sentence.word(at) in _JOINS for at in between):
            return [each]
        break
    first = next((each.start for each in counts_of(sentence)), start)
    return sentence.of_kind("place", 0, first)  # a place behind another count is of that one


def _people(sentence: Sentence, place: int) -> tuple[Mention | None, int]:
    """Return the group that a count is of, and where the words for it end; the same place where there are none."""
    mention = next((each for each in sentence.mentions if each.start == place), None)
    if mention is not None and (mention.kind == "group" or mention.is_people):
        is_told = mention.kind == "group" and not _is_anybody(sentence, mention)
        return (mention if is_told else None), mention.end
    if sentence.word(place) in ("of", "des") and place + 1 < len(sentence.tokens):
        part = next((each for each in sentence.of_kind("group") if 0 < each.start - place <= 2), None)
        if part is not None and part.id:
            return part, part.end  # "310 of the holders live in Scotland"
    apart = next(
        (each for each in sentence.of_kind("group") if 0 < each.start - place <= 2 and each.id), None
    )
    if apart is not None and {sentence.word(at) for at in range(place, apart.start)} <= set(
        words_of(apart.id)
    ):
        return apart, apart.end  # "590 paid staff" of "paid museum staff"
    cue = sentence.words["people"].at(sentence.tokens, place)
    if cue is not None:
        near = next((each for each in sentence.of_kind("group", cue.end) if each.start - cue.end <= 1), None)
        return near, cue.end
    return None, place


def _is_anybody(sentence: Sentence, group: Mention) -> bool:
    """Tell whether a name is of whichever group was asked: "1,593 people", where no group is called people."""
    return sentence.word(group.end - 1) in _ANYBODY - set(words_of(group.id))


def _is_ellipsis(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether a count leaves its people out: "900 de 75 à 84 ans", "ils étaient 3 200"."""
    is_of_place = any(each.start == end for each in sentence.of_kind("place"))
    if is_of_place and sentence.word(start - 2) == "out" and sentence.word(start - 1) == "of":
        return True  # "70 women, out of 490 nationally"
    if sentence.word(start - 1) in _AGAINST and (is_of_place or sentence.word(end) in _IN):
        return True  # "340 farmers, against 2,300 nationally"
    if sentence.word(start - 1) in _AMONG_THEM and sentence.word(end) in ("in", "en", "a", "dans"):
        return True  # "among them 1,020 in Sweden"
    return sentence.word(start - 1) in ("et", "and", ",", "etaient", "were", "sont", "are") and sentence.word(end) in (
        "de", "dans", "in", "of", "aged", "en", "chez", "a", "", ".", "from", ",", "and", "et", "to"
    )  # fmt: skip
