"""Tell what else a claim may be about, where its own words leave out what the text around lends it."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.documents.prose.passage import Role
from phare_cli.documents.prose.spoken_numbers import PERCENT
from phare_cli.recipes.verify.grammar.binding.own_subject import is_of_part, may_have_own, takes_up_topic
from phare_cli.recipes.verify.grammar.binding.strangers import foreign_words, unnamed_words
from phare_cli.recipes.verify.grammar.binding.surroundings import Surroundings
from phare_cli.recipes.verify.grammar.claims import Claim, Misgivings, Scene
from phare_cli.recipes.verify.grammar.context import Context
from phare_cli.recipes.verify.grammar.doubts.doubted_scenes import doubted_scenes
from phare_cli.recipes.verify.grammar.doubts.doubted_sides import (
    is_ahead_of_stranger,
    is_of_another_kind,
    is_of_either,
    is_of_other_sex,
    is_of_several_groups,
    is_part_of_its_own,
)
from phare_cli.recipes.verify.grammar.doubts.doubted_topics import (
    has_own_verb,
    is_named_in_part,
    stranger_of,
    tells_when,
)
from phare_cli.recipes.verify.grammar.doubts.named_around import named_around
from phare_cli.recipes.verify.grammar.figures.loose_figures import is_headed
from phare_cli.recipes.verify.grammar.names.mention import HERE, UNKNOWN, Mention
from phare_cli.recipes.verify.grammar.nets.scales import names_whole, says_strong, whole_of
from phare_cli.recipes.verify.grammar.sentence import Sentence

# Lists of what compares and ranks, whatever it is about.
_OF_RANKS = (
    "comparative", "bare comparative", "superlative", "degree", "ordinal", "ordinal head", "order", "peak", "record",
    "beside", "ahead", "multiple", "among regions", "among groups", "area noun", "whole", "nation", "carrier",
    "rate noun", "figure noun", "gap",
)  # fmt: skip
_WHOLE = 1.0  # from here on, the words of a name that stand in a sentence are most of it
_DETERMINERS = frozenset("le la les l' un une ce cette ces the a an this these our their".split())  # noqa: SIM905


def with_soft_context(claim: Claim, near: Surroundings) -> Claim:
    """Return *claim* with the scenes that its context allows as much, and those that stand in where nothing is held."""
    if claim.is_in_turn:
        return claim
    sentence, context = near.sentence, near.context
    places = [
        each
        for each in sentence.of_kind("place")
        if not any(relation.cue <= each.start < relation.end for relation in near.relations)
    ]
    others = tuple(_other_regions(claim.scene, places, context))
    is_of_one = context.home is not None or context.is_region_said()
    also, maybe = ((), others) if is_of_one else (others, ())
    whole = _whole_question(claim, near)
    is_part = is_part_of_its_own(claim, near)
    beside = _answers_beside(claim, sentence) if claim.scene.is_partly else []
    maybe = (
        *maybe,
        *_answers_shared(claim.scene, sentence, context),
        *whole,
        *beside,
        *_faint_topics(claim.scene, sentence, context),
    )
    fallbacks = (
        *_any_group(claim, near),
        *_whole_groups(claim.scene, sentence, context),
        *_other_groups(claim.scene, sentence, context),
        *_wider_topics(claim.scene, sentence),
        *_wider_regions(claim.scene, sentence, context),
    )
    return claim._replace(
        is_unsure=claim.is_unsure
        or (claim.kind == "figure" and sentence.has("left out"))
        or _has_own_quality(claim, near)
        or _is_lent_anew(claim, near)
        or is_of_either(claim, near)
        or is_ahead_of_stranger(claim, near)
        or is_of_several_groups(claim, near),
        also=also,
        maybe=(*claim.maybe, *maybe),
        fallbacks=fallbacks,
        misgivings=_MisgivingsOf(claim, near),
        is_guessed=claim.is_guessed or bool(whole) or is_part,
        is_headed=is_headed(sentence, claim.scene.group, context),
        is_part=is_part,
        is_lent=not sentence.topics,
        is_taken_up=not sentence.topics and claim.number is not None and takes_up_topic(near, claim.number),
        is_dated=tells_when(near),
        named=frozenset(each.id for each in sentence.mentions),
        names_nobody=sentence.passage.role is not Role.ITEM
        and not any(
            each.kind == "group" or (each.kind == "place" and not claim.is_loose)
            for each in sentence.mentions
        ),
    )


class _MisgivingsOf:
    """Gives the misgivings of a claim, worked out when they are first asked for."""

    __slots__ = ("_claim", "_found", "_near")

    def __init__(self, claim: Claim, near: Surroundings) -> None:
        self._claim, self._near = claim, near
        self._found: Misgivings | None = None

    def __call__(self) -> Misgivings:
        if self._found is None:
            self._found = _misgivings(self._claim, self._near)
        return self._found


def _misgivings(claim: Claim, near: Surroundings) -> Misgivings:
    return Misgivings(
        doubted_scenes(claim, near),
        named_around(claim, near),
        _is_shaky(claim, near) or is_of_other_sex(claim, near) or has_own_verb(claim, near),
        claim.kind == "figure" and is_named_in_part(claim, near),
        stranger_of(claim, near) if claim.kind == "figure" else "",
    )


def _answers_shared(scene: Scene, sentence: Sentence, context: Context) -> list[Scene]:
    """Return the scene of the answer that the name of a question may mean, where none is named and one was lent."""
    said = [each.topics for each in sentence.topics if not each.is_indicator]
    asked = {indicator for indicator, _ in scene.topics}
    if len(scene.topics) > 1 and len(asked) == 1 and not said and (own := context.answers.get(*asked)):
        return [scene._replace(topics=(own,), is_sum=False)]  # "Do people car-share? Four in ten do."
    return [
        scene._replace(topics=(topic,), is_sum=False)
        for each in sentence.topics
        for topic in each.may_be
        if (topic,) != scene.topics and scene.topics not in said and (not said or (topic,) in said)
    ]


def _faint_topics(scene: Scene, sentence: Sentence, context: Context) -> list[Scene]:
    """Return what a claim may be of that its words name too faintly to be called wrong of it: "struggle to hire".

    Words of no name may stand beside what a sentence names.
    """
    said = {topic for each in sentence.topics if not each.is_indicator for topic in each.topics}
    if said:
        return [scene._replace(is_foreign=False)] if scene.is_foreign and said & set(scene.topics) else []
    topics = context.faint.of(sentence.tokens)
    return [scene._replace(topics=(topic,), is_sum=False, is_foreign=False) for topic in topics]


def _any_group(claim: Claim, near: Surroundings) -> list[Scene]:
    """Return the scene of whatever group where a figure stands alone, and a heading alone lends it one."""
    is_lent = claim.is_loose and claim.scene.group is not None and not near.sentence.of_kind("group")
    return [claim.scene._replace(group=None, segment="")] if is_lent else []


def _whole_question(claim: Claim, near: Surroundings) -> list[Scene]:
    """Return the scene of a whole question that a figure's clause names, where one of its answers was lent."""
    if claim.kind != "figure" or claim.is_complement:
        return []
    whole = whole_of(claim.scene, near.context.scales)
    if whole is None:
        return []
    place = near.sentence.place_of(claim.start)
    start, end = near.sentence.clause(place)
    behind = min((each.start for each in near.figures if each.start > place), default=end)
    named = near.sentence.topics_in(start, min(end, behind))
    is_strong = any(says_strong(each, near.tokens, near.words) for each in named)  # which may be any assent
    return [whole] if is_strong or names_whole(claim.scene, named) else []


def _has_own_quality(claim: Claim, near: Surroundings) -> bool:
    """Tell whether a comparison names a quality that no name holds, and what it is about was lent: "more anxious"."""
    sentence = near.sentence
    is_told = near.figures or any(not each.is_indicator for each in sentence.topics)
    if claim.kind not in ("comparison", "order") or is_told:
        return False
    inside = [at for at, token in enumerate(sentence.tokens) if claim.start <= token.start < claim.end]
    known = {
        at for name in _OF_RANKS for cue in near.words[name].find(sentence.tokens) for at in range(*cue[:2])
    }
    words = unnamed_words(sentence, inside[0], inside[-1] + 1)
    return any(at not in known for at in words)


def _is_lent_anew(claim: Claim, near: Surroundings) -> bool:
    """Tell whether a paragraph opens with what a question is called, and the text before lent one of its answers."""
    if claim.kind in ("figure", "base") or not near.context.is_new_paragraph:
        return False
    topics = near.sentence.topics
    is_asked = any(each.is_indicator and set(claim.scene.topics) < set(each.topics) for each in topics)
    is_told = any(not each.is_indicator for each in topics)
    is_first = not any(near.tokens[each.start].start < claim.start for each in near.figures)
    return is_first and is_asked and not is_told


def _answers_beside(claim: Claim, sentence: Sentence) -> list[Scene]:
    """Return the scenes of the other answers that the words of a figure name in part as well."""
    asked = {indicator for indicator, _ in claim.scene.topics}
    behind = [sentence.tokens[each.start].start for each in sentence.numbers if each.unit == PERCENT]
    end = min((start for start in behind if start >= claim.end), default=len(sentence.passage.text))
    return [
        claim.scene._replace(topics=each.topics, is_sum=False)
        for each in sentence.topics
        if claim.end <= sentence.tokens[each.start].start < end
        and not each.is_indicator
        and {indicator for indicator, _ in each.topics} == asked
        if each.topics != claim.scene.topics
    ]


def _is_shaky(claim: Claim, near: Surroundings) -> bool:
    """Tell whether a claim takes its group or its topic from before, and its clause begins with words of neither."""
    sentence = near.sentence
    place = sentence.place_of(claim.start)
    clause = sentence.clause(place)[0]
    is_named = claim.kind == "base" or any(not each.is_indicator for each in sentence.topics)
    if near.context.asks_unknown and not is_named:
        return True  # "Has access improved? Yes, by seven points."
    if claim.scene.is_partly:
        return True
    if claim.kind == "figure" and (is_of_another_kind(near, clause) or _says_more(claim, near)):
        return True
    has_group = any(clause <= each.start for each in sentence.of_kind("group"))
    has_topic = any(clause <= each.start for each in sentence.topics)
    if (
        (has_group and (has_topic or claim.kind == "base"))
        or near.context.speaks_on(sentence)
        or sentence.passage.role is not Role.PARAGRAPH
    ):
        return False
    are_many = sentence.word(0) == "les" if near.words.language == "fr" else sentence.word(0).endswith("s")
    if are_many and sentence.word(clause - 1) == ":" and not sentence.of_kind("group"):
        clause = 0  # "Students in halls were not spared: 24% cut back on food."
    opens = {clause} if near.words.language == "en" else set()  # "Dogs are walked by 59%"
    return any(
        at in opens or sentence.word(at - 1) in _DETERMINERS or sentence.word(at - 2) in _DETERMINERS
        for at in foreign_words(near, clause, place)
    )


def _says_more(claim: Claim, near: Surroundings) -> bool:
    """Tell whether a clause names its topic by part of its name at most, and says something that is no name."""
    if claim.number is None:
        return False
    if is_of_part(near, claim.number):
        return True
    named = [each.score for each in near.sentence.topics if set(each.topics) & set(claim.scene.topics)]
    return max(named, default=0.0) < _WHOLE and may_have_own(near, claim.number)


def _other_regions(scene: Scene, places: Sequence[Mention], context: Context) -> list[Scene]:
    """Return the scene in the region named last, where a document without a region of its own names none here."""
    last = context.last.region
    if scene.region == UNKNOWN or (
        context.paragraph.region is not None and scene.region == context.paragraph.region
    ):
        return []
    if len(places) == 1 and places[0].start > 2 and scene.region == context.region() != places[0].id:
        # "57 % des citoyens et 67 % des associations de la région": the place behind may be that of both.
        return [scene._replace(region=_id_of(places[0], context))]
    is_within = not context.is_new_paragraph
    if places or (not is_within and (context.home is not None or context.is_region_said())):
        return []
    if context.region() is not None and scene.region == last != context.region():
        return [scene._replace(region=context.region())]  # what "there" is may be no region
    if last in (None, UNKNOWN, scene.region) or scene.region != context.region():
        return []
    return [scene._replace(region=last)]


def _id_of(place: Mention, context: Context) -> str:
    return context.here() if place.id == HERE else place.id


def _other_groups(scene: Scene, sentence: Sentence, context: Context) -> list[Scene]:
    """Return the scene of whatever group, where its own was lent by a sentence before and by no pronoun."""
    if scene.group == UNKNOWN and not sentence.of_kind("group") and context.last.group == UNKNOWN:
        return [scene._replace(group=context.known_group, segment="")] if context.known_group else []
    is_lent = (
        scene.group is not None
        and not sentence.of_kind("group")
        and (not context.speaks_on(sentence) or sentence.has("there"))
        and not any(sentence.words["pronoun"].holds(sentence.word(at)) for at in range(3))
    )
    return [scene._replace(group=None, segment="")] if is_lent else []


def _whole_groups(scene: Scene, sentence: Sentence, context: Context) -> list[Scene]:
    """Return the scene of a whole group, where the text before lent a part of it of which the data hold nothing."""
    if not scene.segment or scene.group in (None, UNKNOWN):
        return []
    is_told = sentence.of_kind("group") or context.speaks_on(sentence)
    return [] if is_told else [scene._replace(segment="")]


def _wider_regions(scene: Scene, sentence: Sentence, context: Context) -> list[Scene]:
    """Return the scene in the region of the whole text, where a sentence before lent its own to this one."""
    whole = context.home or context.names.whole
    is_lent = not sentence.of_kind("place") and scene.region == context.paragraph.region != UNKNOWN
    return [scene._replace(region=whole)] if is_lent and whole not in (None, scene.region) else []


def _wider_topics(scene: Scene, sentence: Sentence) -> list[Scene]:
    """Return the scene with every item of the indicator that the sentence names, where one of them was lent."""
    named = [each for each in sentence.topics if each.is_indicator]
    wide = [each.topics for each in named if set(scene.topics) < set(each.topics)]
    said = {topic for each in sentence.topics if not each.is_indicator for topic in each.topics}
    if not wide or said & set(scene.topics):
        return []
    return [scene._replace(topics=wide[0], is_sum=False)]
