"""Read a document from its first passage to its last, and gather the claims that it makes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import copy
from itertools import pairwise
from types import MappingProxyType

from phare_cli.documents.prose.lexicon import TELLING, Lexicon, language_of, lexicon
from phare_cli.documents.prose.passage import CAPTION, Prose, ProsePassage, Role
from phare_cli.documents.prose.spoken_numbers import SCORE
from phare_cli.documents.prose.tokens import Token, TokenRow, sentences_of, tokens_of, words_of
from phare_cli.nouns.survey import Survey
from phare_cli.recipes.verify.grammar.anaphora import last_two, with_former_and_latter
from phare_cli.recipes.verify.grammar.antecedents.areas_around import with_areas
from phare_cli.recipes.verify.grammar.antecedents.held_against import held_against
from phare_cli.recipes.verify.grammar.antecedents.peoples import with_peoples
from phare_cli.recipes.verify.grammar.antecedents.relatives import with_relatives
from phare_cli.recipes.verify.grammar.antecedents.several_places import with_several_places
from phare_cli.recipes.verify.grammar.antecedents.strange_places import with_strange_places
from phare_cli.recipes.verify.grammar.antecedents.times import counted_from
from phare_cli.recipes.verify.grammar.antecedents.whole_groups import with_whole_groups
from phare_cli.recipes.verify.grammar.binding.bases import base_claims
from phare_cli.recipes.verify.grammar.binding.bind_figures import bind_figures
from phare_cli.recipes.verify.grammar.binding.relating import RelationBinder
from phare_cli.recipes.verify.grammar.binding.rows.listed_ranks import (
    ListedRanks,
    rank_of_item,
    ranks_led,
    with_listed,
)
from phare_cli.recipes.verify.grammar.binding.rows.series import in_series
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound, Surroundings
from phare_cli.recipes.verify.grammar.binding.waves.own_times import is_of_its_own_time
from phare_cli.recipes.verify.grammar.claims import NOWHERE, Claim, Scene, joined
from phare_cli.recipes.verify.grammar.context import Context, scene_of
from phare_cli.recipes.verify.grammar.figures.foot_lines import foot_of, told_beside, told_in_foot
from phare_cli.recipes.verify.grammar.figures.formulas import is_formula, is_legend
from phare_cli.recipes.verify.grammar.figures.futures import tells_future
from phare_cli.recipes.verify.grammar.figures.loose_figures import is_loose
from phare_cli.recipes.verify.grammar.figures.money import is_about_money
from phare_cli.recipes.verify.grammar.figures.section_numbers import words_behind_numbers
from phare_cli.recipes.verify.grammar.figures.told_numbers import figures_of, is_figure
from phare_cli.recipes.verify.grammar.figures.units_lacking import lacking_units
from phare_cli.recipes.verify.grammar.known_names import KnownNames
from phare_cli.recipes.verify.grammar.nets.scales import scales_of
from phare_cli.recipes.verify.grammar.opening import LONGEST, dated_of, home_of, lead_level, leads_table
from phare_cli.recipes.verify.grammar.relations.finding import RelationFinder, without_degrees
from phare_cli.recipes.verify.grammar.relations.halves import is_factor
from phare_cli.recipes.verify.grammar.relations.in_headings import asserted_in_heading
from phare_cli.recipes.verify.grammar.relations.unasserted import moves_a_thing
from phare_cli.recipes.verify.grammar.remembering import move, remember, remember_relations
from phare_cli.recipes.verify.grammar.sentence import Sentence, take_apart
from phare_cli.recipes.verify.grammar.soft_context import with_soft_context
from phare_cli.recipes.verify.grammar.table_cells import HeadWords, cell_claims
from phare_cli.recipes.verify.grammar.together import are_one
from phare_cli.recipes.verify.grammar.topics import Topics

NOTHING: Mapping[str, tuple[str, str]] = MappingProxyType({})
_FIRST = 4  # passages that may tell the date of a document
_AROUND = 8  # names that a figure without its own may be of


class Reader:
    """Reads one document against the names of one survey, and what the document was found to call its groups."""

    def __init__(
        self,
        prose: Prose,
        survey: Survey,
        *,
        region: str | None = None,
        language: str | None = None,
        learned: Mapping[str, tuple[str, str]] = NOTHING,
    ) -> None:
        declared = prose.language[:2].lower()
        self._tokens = words_behind_numbers(prose.passages)  # and those of passages that told the language
        self.language = language or (
            declared
            if declared in ("fr", "en")
            else self._spoken(prose.passages, besides=_words_of_names(survey))
        )
        self.words: Lexicon = lexicon(self.language)
        self.names, self.topics = KnownNames(survey, self.words), Topics(survey)
        for name, (group, segment) in learned.items():
            self.names.learn(name, group, segment)
        self.scored = frozenset(
            (each.indicator, each.item) for each in survey.estimates if each.unit.startswith("score")
        )
        scales = scales_of(self.topics)
        self.context = Context(self.names, self.topics, lacking_units(survey), scales)
        self._prose, self._region = prose, region
        self._foreign = told_beside(survey)
        self._ranks: ListedRanks | None = None  # those that the list which is read tells in turn
        self.year_of_data: str | None = None  # that the page tells of data that tell no wave
        self.numbers: list[tuple[ProsePassage, int, int]] = []  # every number, a claim or none
        self._below: dict[int, Role] = {}  # what follows each passage
        self._opening: dict[int, list[Sentence]] = {}  # of the title and the first passages
        self._heads: dict[str, HeadWords] = {}  # the heads of tables, which each of their cells has

    def _spoken(self, passages: Sequence[ProsePassage], *, besides: Collection[str]) -> str:
        """Return the language of a document, by the words that it begins with but for those *besides*."""
        tokens: list[Token] = []
        for passage in passages:
            if len(tokens) >= TELLING:
                break
            tokens += self._tokens.setdefault(id(passage), tokens_of(passage.text))
        return language_of(tokens, besides=besides)

    def claims(self) -> list[Claim]:
        """Return the claims of the document in its order."""
        passages = self._prose.passages
        title = next((passage for passage in passages if passage.role is Role.HEADING), None)
        self._below = {id(one): other.role for one, other in pairwise(passages)}
        first = [*passages[:_FIRST], *([title] if title else [])]
        self._opening = {id(passage): list(self._sentences(passage)) for passage in first}
        titled = self._opening[id(title)] if title else []
        self.context.open_document(titled, self._region)
        if self.context.document_wave is None and not any(each.of_kind("wave") for each in titled):
            dated = (sentence for passage in passages[:_FIRST] for sentence in self._opening[id(passage)])
            self.context.document_wave = dated_of(dated, self.names)
        if self.context.home is None and not self.context.is_shared:
            self.context.home = home_of(titled, passages, self.names)
        claims: list[Claim] = []
        for passage in passages:
            claims += sorted(self._passage(passage), key=lambda claim: claim.start)
        return claims

    def _sentences(self, passage: ProsePassage) -> Iterator[Sentence]:
        for tokens in sentences_of(self._tokens.get(id(passage)) or tokens_of(passage.text)):
            if all(token.kind == "mark" for token in tokens[:LONGEST]):
                continue
            row = TokenRow(tokens[:LONGEST])
            sentence = take_apart(passage, row, self.names, self.topics, self.words)
            sentence = with_strange_places(sentence) if self.names.regions else sentence
            yield with_areas(sentence, self.names)

    def _passage(self, passage: ProsePassage) -> Iterator[Claim]:
        opening = self._opening.pop(id(passage), None)
        sentences = list(self._sentences(passage)) if opening is None else opening
        self.numbers += [
            (passage, sentence.tokens[number.core].start, sentence.tokens[number.end - 1].end)
            for sentence in sentences
            for number in sentence.numbers
        ]
        if passage.role is Role.CELL:
            if len(sentences) == 1 and not self._is_other(passage.labels):
                heads = [self._head(text) for text in passage.labels]
                corner = heads[2].scene(self.context) if len(heads) > 2 else NOWHERE
                for claim in cell_claims(sentences[0], heads, self.context, self.scored):
                    self.context.last = self.context.last._replace(
                        topics=claim.scene.topics, group=corner.group or self.context.last.group
                    )
                    yield claim
            return
        if passage.role is not Role.ITEM:
            self.context.leave_list()
        below = self._below.get(id(passage))
        is_above_table = below is Role.CELL and leads_table(sentences)
        level = CAPTION if is_above_table else lead_level(sentences, is_above_text=below is Role.PARAGRAPH)
        if passage.role is Role.PARAGRAPH and level is not None:
            scenes = [scene_of(sentence, self.context) for sentence in sentences]
            self.context.enter_heading(passage._replace(level=level), joined(scenes))
            self._ranks = ranks_led(sentences, self.context)
            return
        if passage.role is Role.HEADING:
            self.context.is_of_bases = any(sentence.has("asked") for sentence in sentences)
            if sentences:
                scenes = [scene_of(sentence, self.context) for sentence in sentences]
                self.context.enter_heading(passage, joined(scenes))
                since = next(filter(None, map(counted_from, sentences)), None)
                self.context.since = since or self.context.since
                self.context.pair = last_two([each for sentence in sentences for each in sentence.mentions])
            self._ranks = ranks_led(sentences, self.context)
            for sentence in sentences:
                yield from self._sentence(sentence, is_heading=True)
                self.context.follow(sentence, is_question=_is_question(sentence))
            return
        self.context.leave_table()
        self.context.enter_paragraph()
        if sentences and (foot := foot_of(sentences[0])) is not None:
            around = self.context  # what a foot tells holds for itself alone
            self.context = copy(around)
            for sentence in sentences:
                yield from told_in_foot(foot, self._sentence(sentence, is_heading=False))
            self.context = around
            return
        is_item = passage.role is Role.ITEM
        self._ranks = self._ranks if is_item else ranks_led(sentences, self.context)
        if is_item and sentences and self._ranks is not None:
            self._ranks = self._ranks.next()
            yield from rank_of_item(self._ranks, sentences[0], self._prose.source, self.context)
        for sentence in sentences:
            yield from self._sentence(sentence, is_heading=False)
            self.context.is_new_paragraph = False
            self.context.follow(sentence, is_question=_is_question(sentence))
            self.context.asks_who = self.context.follows_question and sentence.has("asked")
            self.context.tells_survey = sentence.has("survey noun") and not sentence.has("verb")
        self.context.is_in_list = passage.role is Role.ITEM

    def _sentence(self, sentence: Sentence, *, is_heading: bool) -> Iterator[Claim]:
        context = self.context
        if is_about_money(sentence) or is_formula(sentence) or is_legend(sentence):
            return
        sentence = with_former_and_latter(sentence, context.told, context.told_last)
        sentence = with_whole_groups(with_relatives(sentence, context), context)
        sentence = with_peoples(sentence, context)
        context.tell(sentence)
        is_future = tells_future(sentence)
        figures = [] if is_future else list(figures_of(sentence, is_scored=self._is_scored(sentence)))
        figures = [
            each for each in figures if is_figure(sentence, each) and not moves_a_thing(sentence, each)
        ]
        told = self._spans_told(sentence.passage) if figures else []
        figures = [
            figure
            for figure in figures
            if not any(start <= sentence.tokens[figure.core].start < end for start, end in told)
        ]
        is_set_aside = is_future or (_is_question(sentence) and (is_heading or not figures))
        relations = [] if is_set_aside else RelationFinder(sentence).find()
        if is_heading:
            relations = list(asserted_in_heading(sentence, relations))
        sentence = without_degrees(sentence, relations)
        counted = {relation.number for relation in relations}
        figures = [figure for figure in figures if figure not in counted and not is_factor(figure, relations)]
        loose = is_loose(sentence, figures, self.context)
        if not figures and not relations:
            move(context, sentence)
        near = Surroundings(sentence, figures, relations, context, loose, held_against(sentence, figures))
        bound = in_series(near, bind_figures(near))
        figured = list(self._figure_claims(sentence, bound, loose))
        counts = list(base_claims(sentence, bound, context))
        if figured or counts or relations:
            near.context = copy(context)  # as it is here, for what is asked of a claim once all is read
        found = [with_soft_context(claim, near) for claim in (*figured, *counts)]
        kept = [each for each in bound if each.is_claim]
        related = with_listed(RelationBinder(sentence, relations, kept, context).claims(), sentence)
        found += [with_soft_context(claim, near) for claim in related]
        yield from with_several_places(found, sentence, self.names.whole)
        own = [each for each in sentence.mentions if not any(r.cue <= each.start < r.end for r in relations)]
        context.around = (*reversed(own), *context.around)[:_AROUND]
        remember(context, sentence, kept, relations, related)
        remember_relations(context, kept, related)

    def _spans_told(self, passage: ProsePassage) -> list[tuple[int, int]]:
        """Return where a passage repeats what the data note of universes and sources: no claim of its own."""
        text = passage.text.replace("’", "'").casefold()
        return [(start, start + len(words)) for words in self._foreign if (start := text.find(words)) >= 0]

    def _is_scored(self, sentence: Sentence) -> bool:
        """Tell whether a sentence speaks of scores: its words, or the topic that was spoken of."""
        if not self.scored:
            return False
        if self.context.unit == SCORE or sentence.has("scale word"):
            return True
        return any(topic in self.scored for mention in sentence.topics for topic in mention.topics)

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
            if after is not None and together and together != "again":
                skip = place + 1
                end = (
                    sentence.tokens[min(after.number.end, len(sentence.tokens) - 1)].end
                    if together == "digits"
                    else sentence.tokens[after.number.end - 1].end
                )
            yield Claim(
                "figure", sentence.passage, start, end, each.scene, number,
                after.number if after is not None and together else None,
                each.others if together in ("", "again") else (), is_complement=each.is_complement,
                is_loose=is_loose and not self._is_told(sentence, each.scene),
                is_range=together == "range",
                is_unsure=each.is_unsure, is_in_turn=each.is_in_turn, is_guessed=each.is_guessed,
                is_of_its_own_time=is_of_its_own_time(sentence, bound, place),
            )  # fmt: skip

    @staticmethod
    def _is_told(sentence: Sentence, scene: Scene) -> bool:
        """Tell whether a quotation or an item of a list says whom and what, so that a wave alone is left out."""
        is_item = sentence.passage.role is Role.ITEM
        is_headline = sentence.has("quoting") or sentence.has("figure noun")
        is_speech = bool(sentence.of_kind("group")) and not is_headline
        return (
            (is_item or is_speech)
            and scene.group is not None
            and any(not each.is_indicator for each in sentence.topics)
        )

    def _is_other(self, labels: Sequence[str]) -> bool:
        """Tell whether a column holds ranks, bases or intervals, and no figures."""
        column = tokens_of(labels[1]) if len(labels) > 1 else []
        both = (lexicon("fr"), lexicon("en"))  # the names of a page may be of another language than its heads
        return bool(column) and any(words["other column"].at(column, 0) is not None for words in both)

    def _head(self, text: str) -> HeadWords:
        if text not in self._heads:
            passage, row = ProsePassage(text, tuple(range(len(text)))), TokenRow(tokens_of(text))
            self._heads[text] = HeadWords.of(take_apart(passage, row, self.names, self.topics, self.words))
        return self._heads[text]


def _is_question(sentence: Sentence) -> bool:
    return sentence.tokens[-1].text == "?"


def _words_of_names(survey: Survey) -> frozenset[str]:
    """Return the words that the data call things by, which may be of another language than a text about them."""
    kinds = ("region", "stakeholder", "segment", "indicator", "item")
    return frozenset(word for kind in kinds for name in survey.names(kind) for word in words_of(name))
