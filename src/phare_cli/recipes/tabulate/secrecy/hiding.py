"""Hide of the results what would show, or give away, a small group of respondents, and say what that cost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor, log10

from phare_cli.measuring.bounds import LOW_BASE
from phare_cli.nouns.contract import CROSSED, ROW_PERCENT
from phare_cli.nouns.message import Message, counted
from phare_cli.nouns.survey import NATION, Estimate
from phare_cli.recipes.tabulate.estimates import Answer
from phare_cli.recipes.tabulate.populations import ALL_GROUPS, Domain
from phare_cli.recipes.tabulate.secrecy.hidden_lines import HiddenLines
from phare_cli.recipes.tabulate.secrecy.lattice import LineKey, Place, lattices
from phare_cli.recipes.tabulate.secrecy.linked_questions import Links
from phare_cli.recipes.tabulate.secrecy.privacy import protect
from phare_cli.respondents.question_sums import Joined
from phare_cli.respondents.spec import Spec
from phare_cli.respondents.tally import Tally
from phare_cli.wording import foot

FEW_PEOPLE = 5  # respondents, under whom a figure may tell of one of them


@dataclass(frozen=True, slots=True)
class Secrecy:
    """What is hidden of every question, line by line; nothing where *fewest* is under 2.

    *nowhere* is how many respondents stand in no line, *joins* what nets are made of, by their places, *parts* the
    lines of the parts of each group, by its wave, its region and its name.
    """

    fewest: int
    lines: Mapping[LineKey, tuple[Sequence[HiddenLines], Place]]
    nowhere: int
    joins: Mapping[int, Joined]
    parts: Mapping[tuple[str, ...], Sequence[Place]]

    @classmethod
    def of(cls, tally: Tally, populations: Sequence[Domain], spec: Spec, fewest: int) -> Secrecy:
        """Return what to hide so that no count of 1 to *fewest* - 1 respondents can be read or worked out."""
        links = Links.of(spec)
        joins = {number: each.joins for number, each in enumerate(tally.questions) if each.joins}
        # A net is hidden by the items that it joins.
        tally = replace(tally, questions=tally.questions[: len(spec.questions)])
        lines: dict[LineKey, tuple[Sequence[HiddenLines], Place]] = {}
        people = tally.respondents.counts
        nowhere = int(people.sum())
        for lattice in lattices(tally.cells, populations) if fewest > 1 else ():
            hidden = protect(tally, lattice, links, fewest)
            lines |= {key: (hidden, place) for key, place in lattice.named_lines()}
            nowhere -= int(people[lattice.cells].sum())
        parts = defaultdict[tuple[str, ...], list[Place]](list)
        for key, (_, place) in lines.items():
            if key[3]:
                parts[key[:3]].append(place)
        return cls(fewest, lines, nowhere, joins, parts)

    @property
    def tells_rows(self) -> bool:
        """Whether it may be said how many rows the files have: less what is shown, they are what is hidden."""
        return self.tells(self.nowhere) and all(self.shows_people(line) for line in self.lines)

    def conceal(self, number: int, answers: Sequence[Answer]) -> list[Estimate]:
        """Return the estimates of question *number* without what is hidden."""
        return [self._conceal(number, answer) for answer in answers]

    def shows_people(self, line: LineKey) -> bool:
        """Tell whether it may be said how many respondents a population has."""
        questions, place = self.lines.get(line, ((), (0, 0, 0)))
        return not any(hidden.lines[place] for hidden in questions)

    def tells(self, count: int) -> bool:
        """Tell whether a count that stands in no result may be said."""
        return count == 0 or count >= self.fewest

    def cost(self, by_question: Sequence[Sequence[Answer]]) -> tuple[int, int]:
        """Return how many results are hidden for themselves, and how many for what they would give away."""
        primary = total = 0
        for number, answers in enumerate(by_question):
            for answer in answers:
                questions, place = self._found(answer)
                if questions and self._hides(number, answer):
                    total += 1
                    primary += self._is_counted(number, answer) and questions[number].is_small(
                        place, answer.item, self.fewest
                    )
        return primary, total - primary

    def _found(self, answer: Answer) -> tuple[Sequence[HiddenLines], Place]:
        return self.lines.get(answer.domain.key, ((), (0, 0, 0)))

    def _is_counted(self, number: int, answer: Answer) -> bool:
        """Tell whether a result is a count of its own, which neither nets nor row and cell percents are."""
        return number not in self.joins and answer.estimate.measure not in CROSSED

    def _of(self, number: int) -> int:
        """Return the place of the question that a result is of: of a net, the one that it joins answers of."""
        return self.joins[number].question if number in self.joins else number

    def _hides(self, number: int, answer: Answer) -> bool:
        """Tell whether a result is hidden: a count for what it is, what is made of counts where one of them is."""
        questions, place = self._found(answer)
        hidden = questions[self._of(number)]
        items = self.joins[number].items if number in self.joins else (answer.item,)
        if answer.estimate.measure not in CROSSED:
            return any(hidden.hides(place, item) for item in items)
        if answer.item == (1 if number in self.joins else hidden.counts.shape[3]):
            items = ()  # the line of all who answered
        parts = self._parts_beside(answer.domain)
        if any(hidden.lines[part] for part in parts):
            return True
        asked = parts if answer.estimate.measure == ROW_PERCENT else [place]
        return any(hidden.hides(part, item) for part in asked for item in items)

    def _parts_beside(self, part: Domain) -> Sequence[Place]:
        """Return the lines of all the parts of a group, of which *part* is one."""
        return self.parts.get(part.key[:3], ())

    def _conceal(self, number: int, answer: Answer) -> Estimate:
        estimate = answer.estimate
        questions, place = self._found(answer)
        if not questions:
            return estimate
        hidden = questions[self._of(number)]
        is_hidden = self._hides(number, answer)
        if is_hidden:
            note = "; ".join(filter(None, (estimate.note, foot.HIDDEN.text)))
            estimate = _without_precision(estimate)._replace(value=None, standard_error=None, note=note)
        if hidden.lines[place] or (is_hidden and estimate.measure in CROSSED):
            estimate = _without_precision(estimate)._replace(base=None, nation_share=None)
        if any(each.any for each in questions):
            # Two shares of a group and one base tell the base of all its parts.
            estimate = estimate._replace(group_share=None)
        if self._hides_nation(self._of(number), answer.domain):
            # The base of a region over its part is that of the nation.
            estimate = estimate._replace(nation_share=None)
        if hidden.cells[place].any() or (hidden.several and hidden.any):
            # Where an item that shows may stand tells of those that do not; and of who gave two of them.
            estimate = estimate._replace(rank_low=None, rank_high=None)
        return _coarse(estimate) if hidden.any else estimate

    def _hides_nation(self, number: int, domain: Domain) -> bool:
        """Tell whether the base of the nation that a population is part of is hidden."""
        questions, place = self.lines.get((domain.wave, NATION, *domain.key[2:]), ((), (0, 0, 0)))
        return bool(questions and questions[number].lines[place])


def _without_precision(estimate: Estimate) -> Estimate:
    return estimate._replace(effective_base=None, degrees_of_freedom=None)


def _coarse(estimate: Estimate) -> Estimate:
    """Round what a design says beside hidden figures to two digits, never for the better: it tells of each stratum."""
    base, error, share = estimate.effective_base, estimate.standard_error, estimate.nation_share
    degrees = estimate.degrees_of_freedom
    return estimate._replace(
        effective_base=base if base in (None, estimate.base) else -_up(-base),
        standard_error=None if error is None else _up(error),
        degrees_of_freedom=None if degrees is None else -_up(-degrees),
        nation_share=None if share is None else round(share, 2),
    )


def _up(value: float) -> float:
    """Return a number to two significant digits, upwards."""
    if value == 0.0:
        return value
    digits = 1 - floor(log10(abs(value)))
    return ceil(value * 10.0**digits) / 10.0**digits


def cost_of(primary: int, secondary: int, fewest: int) -> Message:
    """Say how many results are hidden, and why."""
    return counted(
        "{count} result is hidden: fewer than {fewest} respondents ({primary}), or given away by the others "
        "({secondary}).",
        "{count} results are hidden: fewer than {fewest} respondents ({primary}), or given away by the others "
        "({secondary}).",
        primary + secondary,
        primary=primary,
        secondary=secondary,
        fewest=fewest,
    )


def rest_on_few(estimates: Iterable[Estimate]) -> Message | None:
    """Say how many figures rest on so few respondents that they tell of people; None in a file that is a mere trial."""
    bases = [each.base for each in estimates if each.base and each.value is not None]
    few = sum(base < FEW_PEOPLE for base in bases)
    if not few or not any(base >= LOW_BASE for base in bases):
        return None
    return counted(
        "{count} figure rests on fewer than {fewest} respondents: --min-count {fewest} hides it.",
        "{count} figures rest on fewer than {fewest} respondents: --min-count {fewest} hides them.",
        few,
        fewest=FEW_PEOPLE,
    )


def masked_wholes(answers: Iterable[Answer], shown: Mapping[tuple[str, ...], Estimate]) -> Message | None:
    """Say that a whole is masked for the sake of its parts, and what to do instead; None where none of some size is.

    *shown* are the results as published, by their keys.
    """
    masked = sum(
        (each.estimate.base or 0.0) >= LOW_BASE
        and each.estimate.value is not None
        and shown[each.estimate.key].value is None
        for each in answers
        if not each.estimate.segment
        and (each.estimate.stakeholder == ALL_GROUPS or each.estimate.region == NATION)
    )
    if not masked:
        return None
    return counted(
        "{count} result of the whole is hidden, as it would give away what is hidden of its parts: regroup "
        "small groups, or leave out --segment.",
        "{count} results of the whole are hidden, as they would give away what is hidden of their parts: "
        "regroup small groups, or leave out --segment.",
        masked,
    )
