"""Find the counts of people who answered: "304 maires interrogés", "un échantillon de 2 000 personnes"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phare_cli.documents.prose.spoken_numbers import PERCENT
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound
from phare_cli.recipes.verify.grammar.claims import Claim, Scene
from phare_cli.recipes.verify.grammar.context import Context
from phare_cli.recipes.verify.grammar.names.mention import HERE, Mention
from phare_cli.recipes.verify.grammar.sentence import Sentence, counts_of

_SMALLEST = 5  # people whom anyone would count


def base_claims(sentence: Sentence, bound: Sequence[Bound], context: Context) -> Iterator[Claim]:
    """Yield the bases that a sentence tells, where somebody was asked in it."""
    is_answer = context.asks_who and not any(each.unit == PERCENT for each in sentence.numbers)
    if not (sentence.has("asked") or is_answer) or sentence.has("hypothetical"):
        return
    group: Mention | None = None
    for number in counts_of(sentence):
        if number.said < _SMALLEST or number.decimals:
            continue
        if sentence.word(number.start - 2) == "%":
            continue  # "11% of 340 respondents" counts a part of them
        named, end = _people(sentence, number.end)
        if group is None and sentence.words["pronoun"].holds(sentence.word(0)):
            spoken_of = context.last.group or context.heading_scene().group
            group = Mention(0, 0, "group", spoken_of) if spoken_of else None
        if (
            named is None
            and end == number.end
            and not (group is not None and _is_ellipsis(sentence, number.start, number.end))
        ):
            continue
        after = next(
            (each.start for each in counts_of(sentence) if each.start > number.start), len(sentence.tokens)
        )
        of_age = named or next(
            (each for each in sentence.of_kind("group", number.end, after) if each.start - number.end <= 4),
            None,
        )
        current = of_age if of_age is not None and of_age.id else group or of_age
        places = sentence.of_kind("place", number.end, after) or sentence.of_kind("place", 0, number.start)
        region = next((context.here() if each.id == HERE else each.id for each in places), context.region())
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
            scene = scene._replace(group=context.last.group or context.heading_scene().group)
        start, stop = sentence.tokens[number.start].start, sentence.tokens[max(end, number.end) - 1].end
        # Below the heading of a region, a line may tell of the whole survey.
        whole = (
            ()
            if places or context.names.whole in (region, None)
            else (scene._replace(region=context.names.whole),)
        )
        yield Claim("base", sentence.passage, start, stop, scene, number, maybe=whole)
        group = current
    del bound


def _people(sentence: Sentence, place: int) -> tuple[Mention | None, int]:
    """Return the group that a count is of, and where the words for it end; the same place where there are none."""
    mention = next((each for each in sentence.mentions if each.start == place), None)
    if mention is not None and (mention.kind == "group" or mention.is_people):
        return (mention if mention.kind == "group" else None), mention.end
    cue = sentence.words["people"].at(sentence.tokens, place) if place < len(sentence.tokens) else None
    if cue is not None:
        near = next((each for each in sentence.of_kind("group", cue.end) if each.start - cue.end <= 1), None)
        return near, cue.end
    return None, place


def _is_ellipsis(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether a count leaves its people out: "900 de 75 à 84 ans", "ils étaient 3 200"."""
    return sentence.word(start - 1) in ("et", "and", ",", "etaient", "were", "sont", "are") and sentence.word(end) in (
        "de", "dans", "in", "of", "aged", "en", "chez", "a", "", ".", "from", ",", "and", "et", "to"
    )  # fmt: skip
