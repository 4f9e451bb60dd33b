"""Read a document from its first passage to its last, and gather the claims that it makes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phare_cli.documents.prose.lexicon import Lexicon, language_of, lexicon
from phare_cli.documents.prose.passage import Prose, ProsePassage, Role
from phare_cli.documents.prose.spoken_numbers import PERCENT, SCORE, SpokenNumber
from phare_cli.documents.prose.tokens import sentences_of, tokens_of
from phare_cli.nouns.survey import Survey
from phare_cli.recipes.verify.grammar.binding.bases import base_claims
from phare_cli.recipes.verify.grammar.binding.bind_figures import bind_figures
from phare_cli.recipes.verify.grammar.binding.relating import RelationBinder
from phare_cli.recipes.verify.grammar.binding.series import in_series
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound, Surroundings
from phare_cli.recipes.verify.grammar.binding.together import are_one
from phare_cli.recipes.verify.grammar.claims import Claim, Scene, joined
from phare_cli.recipes.verify.grammar.context import Context, scene_of
from phare_cli.recipes.verify.grammar.known_names import UNKNOWN, KnownNames, Mention
from phare_cli.recipes.verify.grammar.relations.finding import RelationFinder
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence, figures_of, take_apart
from phare_cli.recipes.verify.grammar.table_cells import cell_claims
from phare_cli.recipes.verify.grammar.topics import Topics

_DETERMINERS = frozenset("the this that one a un une le la ce cet cette".split())  # noqa: SIM905


class Reader:
    """Reads one document against the names of one survey."""

    def __init__(
        self, prose: Prose, survey: Survey, *, region: str | None = None, language: str | None = None
    ) -> None:
        tokens = [token for passage in prose.passages for token in tokens_of(passage.text)]
        declared = prose.language[:2].lower()
        self.language = language or (declared if declared in ("fr", "en") else language_of(tokens))
        self.words: Lexicon = lexicon(self.language)
        self.names, self.topics = KnownNames(survey, self.words), Topics(survey)
        self.scored = frozenset(
            (each.indicator, each.item) for each in survey.estimates if each.unit.startswith("score")
        )
        self.context = Context(self.names)
        self._prose, self._region = prose, region
        self.numbers: list[tuple[ProsePassage, int, int]] = []  # every number, a claim or none

    def claims(self) -> list[Claim]:
        """Return the claims of the document in its order."""
        passages = self._prose.passages
        title = next((passage for passage in passages if passage.role is Role.HEADING), None)
        self.context.open_document(list(self._sentences(title)) if title else [], self._region)
        if self.context.document_wave is None and not (
            title and any(each.of_kind("wave") for each in self._sentences(title))
        ):
            self.context.document_wave = self._dated(passages[:4])
        claims: list[Claim] = []
        for passage in passages:
            claims += sorted(self._passage(passage), key=lambda claim: claim.start)
        return claims

    def _dated(self, passages: Sequence[ProsePassage]) -> str | None:
        """Return the year that the first lines of a document are dated of, where it is a wave's."""
        for passage in passages:
            if len(passage.text) > 120:
                continue
            for sentence in self._sentences(passage):
                for wave in sentence.of_kind("wave"):
                    if any(wave.id in name for name in self.names.waves):
                        return wave.id
        return None

    def _sentences(self, passage: ProsePassage) -> Iterator[Sentence]:
        for tokens in sentences_of(tokens_of(passage.text)):
            yield take_apart(passage, tokens, self.names, self.topics, self.words)

    def _passage(self, passage: ProsePassage) -> Iterator[Claim]:
        sentences = list(self._sentences(passage))
        self.numbers += [
            (passage, sentence.tokens[number.core].start, sentence.tokens[number.end - 1].end)
            for sentence in sentences
            for number in sentence.numbers
        ]
        if passage.role is Role.CELL:
            if len(sentences) == 1:
                labels = [self._label(text) for text in passage.labels if text]
                yield from cell_claims(sentences[0], joined(labels), self.context, self.scored)
            return
        if passage.role is Role.HEADING:
            if sentences:
                scenes = [scene_of(sentence, self.context) for sentence in sentences]
                self.context.enter_heading(passage, joined(scenes))
            for sentence in sentences:
                yield from self._sentence(sentence, is_heading=True)
            return
        self.context.enter_paragraph()
        for sentence in sentences:
            yield from self._sentence(sentence, is_heading=False)
            self.context.is_new_paragraph = False

    def _sentence(self, sentence: Sentence, *, is_heading: bool) -> Iterator[Claim]:
        context = self.context
        figures = (
            [] if sentence.has("future") else list(figures_of(sentence, is_scored=self._is_scored(sentence)))
        )
        figures = [figure for figure in figures if not _is_gap_number(figure)]
        relations = [] if is_heading else RelationFinder(sentence).find()
        counted = {relation.number for relation in relations}
        figures = [figure for figure in figures if figure not in counted]
        is_loose = self._is_loose(sentence, figures)
        if not figures and not relations:
            self._move(sentence)
        bound = bind_figures(Surroundings(sentence, figures, relations, context, is_loose))
        bound = in_series(sentence, bound, context)
        yield from self._figure_claims(sentence, bound, is_loose)
        yield from base_claims(sentence, bound, context)
        kept = [each for each in bound if each.is_claim]
        related = list(RelationBinder(sentence, relations, kept, context).claims())
        yield from related
        self._remember(sentence, kept, relations)
        compared = [claim for claim in related if claim.kind in ("comparison", "gap") and claim.reference]
        context.beside = compared[-1].reference if compared else context.beside
        if related and not kept:
            context.last = related[0].scene._replace(wave=None)

    def _is_scored(self, sentence: Sentence) -> bool:
        """Tell whether a sentence speaks of scores: its words, or the topic that was spoken of."""
        if not self.scored:
            return False
        topics = [topic for mention in sentence.topics for topic in mention.topics]
        if sentence.has("scale word") or self.context.unit == SCORE:
            return True
        return bool(topics) and any(topic in self.scored for topic in topics)

    def _is_loose(self, sentence: Sentence, figures: Sequence[SpokenNumber]) -> bool:
        """Tell whether a figure stands as a headline or a quotation: nothing around it may be lent to it."""
        if not figures:
            return False
        first = figures[0]
        before = {sentence.tokens[at].text for at in range(max(0, first.start - 2), first.start)}
        if sentence.passage.role is Role.QUOTATION or before & set('«“"'):
            return True
        if sentence.word(first.start - 1) != ":":
            return False
        after = sentence.tokens[first.end :]
        is_reported = (
            sentence.word(first.end) == ","
            and sentence.words["reporting"].at(sentence.tokens, first.end + 1) is not None
        )
        is_label = is_reported or all(token.kind == "mark" for token in after)
        return sentence.has("quoting", 0, first.start) or (
            is_label and len(figures) == 1 and first.start <= 14
        )

    def _move(self, sentence: Sentence) -> None:
        """Take the wave that a sentence without a figure sets."""
        waves = list(dict.fromkeys(each.id for each in sentence.of_kind("wave")))
        years = [wave for wave in waves if wave[:4].isdigit()]
        if len(years) == 2 and len(waves) == 2:
            self.context.document_wave = "-".join(sorted(years))
        groups = sentence.of_kind("group")
        if groups and groups[-1].id:
            self.context.last = self.context.last._replace(group=groups[-1].id, segment=groups[-1].segment)
        places = [each for each in sentence.of_kind("place") if each.id not in ("here", UNKNOWN)]
        if places and places[0].start <= 2 and _is_fronted(sentence, places[0]):
            self.context.paragraph = self.context.paragraph._replace(region=places[0].id)

    def _figure_claims(self, sentence: Sentence, bound: Sequence[Bound], is_loose: bool) -> Iterator[Claim]:
        skip = -1
        for place, each in enumerate(bound):
            number = each.number
            if place == skip:
                continue
            start, end = sentence.tokens[number.start].start, sentence.tokens[number.end - 1].end
            if not each.is_claim:
                continue
            after = bound[place + 1] if place + 1 < len(bound) else None
            together = are_one(sentence, each, after)
            if after is not None and together:
                skip = place + 1
                end = (
                    sentence.tokens[min(after.number.end, len(sentence.tokens) - 1)].end
                    if together == "digits"
                    else sentence.tokens[after.number.end - 1].end
                )
            yield Claim(
                "figure", sentence.passage, start, end, each.scene, number,
                after.number if after is not None and together else None,
                each.others if not together else (), is_complement=each.is_complement, is_loose=is_loose,
                is_range=together == "range",
                is_unsure=each.is_unsure,
            )  # fmt: skip

    def _remember(self, sentence: Sentence, bound: Sequence[Bound], relations: Sequence[Relation]) -> None:
        """Hold what the sentence spoke of for those after it."""
        context = self.context
        if not bound:
            self._remember_names(sentence)
            return
        outside = [each for each in bound if self._is_main(sentence, each)] or list(bound[:1])
        last = outside[-1].scene
        context.unit = bound[-1].number.unit
        local = [
            each
            for each in sentence.of_kind("place")
            if each.id != self.names.nation and not any(relation.covers(each.start) for relation in relations)
        ]
        opening = next(
            (each for each in sentence.of_kind("place") if each.start <= 2 and _is_fronted(sentence, each)),
            None,
        )
        if (
            opening is not None
            and len(local) == 1
            and opening.id not in ("here", UNKNOWN, self.names.nation)
            and not opening.is_people
        ):
            context.paragraph = context.paragraph._replace(region=opening.id)
        context.last = last._replace(wave=None)
        context.recent = (*context.recent, *(each.scene for each in bound))[-2:]

    def _is_main(self, sentence: Sentence, bound: Bound) -> bool:
        """Tell whether a figure is what its sentence speaks of, and not set beside it or a part of it."""
        before = {sentence.word(at) for at in range(max(0, bound.number.start - 2), bound.number.start)}
        asides = ("contre", "against", "dont", "including", "which", "whom", "versus")
        return sentence.bracket(bound.number.start) is None and not before & set(asides)

    def _remember_names(self, sentence: Sentence) -> None:
        items = [mention for mention in sentence.topics if not mention.is_indicator]
        groups = [each for each in sentence.of_kind("group") if each.id]
        last = self.context.last
        if items:
            last = last._replace(topics=items[0].topics, is_sum=False)
        elif sentence.topics:
            topics = sentence.topics[0].topics
            if len({indicator for indicator, _ in topics}) == 1 and topics[0][0] not in {
                i for i, _ in last.topics
            }:
                last = last._replace(topics=topics, named=(topics[0][0],))
        if groups:
            last = last._replace(group=groups[0].id, segment=groups[0].segment)
        self.context.last = last

    def _label(self, text: str) -> Scene:
        tokens = tokens_of(text)
        sentence = take_apart(
            ProsePassage(text, tuple(range(len(text)))), tokens, self.names, self.topics, self.words
        )
        return scene_of(sentence, self.context)


def _is_fronted(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a place opens its sentence behind a preposition: "En Corse, ...", and so holds beyond it."""
    before = {sentence.word(at) for at in range(mention.start + 1)}
    return bool(before & {"en", "in", "a", "au", "aux", "dans", "across", "within", "chez"})


def _is_gap_number(number: SpokenNumber) -> bool:
    return number.unit not in (PERCENT, SCORE)
