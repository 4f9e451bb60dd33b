"""Choose what to hide in one sample so that nobody who has all that is published can work out a small count.

A count that is hidden carries its proof, an exchange of respondents that no published figure shows and that changes it
by as many as are to be hidden (see :mod:`exchanges`). What has no such proof takes its whole question with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from phare_cli.recipes.tabulate.secrecy.exchanges import (
    Exchange,
    Room,
    exchange_answers,
    exchange_bases,
    exchange_many_answers,
    moves_of_people,
)
from phare_cli.recipes.tabulate.secrecy.exchanges_among_lines import exchange_among_lines
from phare_cli.recipes.tabulate.secrecy.hidden_lines import HiddenLines
from phare_cli.recipes.tabulate.secrecy.lattice import Lattice, Mask, Numbers, Place
from phare_cli.recipes.tabulate.secrecy.linked_questions import Links
from phare_cli.recipes.tabulate.secrecy.prices import SHARE_PRICE, weight_of
from phare_cli.respondents.spec import QuestionKind
from phare_cli.respondents.tally import Tally


def protect(tally: Tally, lattice: Lattice, links: Links, fewest: int) -> list[HiddenLines]:
    """Return what to hide of each question in one sample, so that no hidden count is known nearer than *fewest*."""
    people = lattice.lines([tally.respondents])[..., 0]
    by_question = _protect(tally, lattice, links, people, fewest, fewest)
    # That a line stands there says that somebody answered: of *fewest* people, all but one of the answers are left.
    if any((each.is_whole & each.with_answers & (people == fewest)).any() for each in by_question):
        return _protect(tally, lattice, links, people, fewest, fewest + 1)
    return by_question


def _protect(
    tally: Tally, lattice: Lattice, links: Links, people: Numbers, fewest: int, fewest_people: int
) -> list[HiddenLines]:
    by_question = [
        HiddenLines(lattice, sums, fewest, is_filter=place in links.filters)
        for place, sums in enumerate(tally.questions)
    ]
    gone = _hide_people(people, by_question, lattice, fewest_people)
    for hidden in by_question:
        if gone is None:
            hidden.hide_all()
            continue
        for place in _places(gone):
            hidden.hide_line(place)
        takes = np.minimum(hidden.base - 1.0, _leaving(people, by_question, hidden))
        takes = np.where(takes > 0.0, np.minimum(takes, hidden.spare), takes)
        room = Room(takes, people - hidden.base, gone | ~lattice.published)
        if not _Protection(hidden, room, lattice, fewest).run():
            hidden.hide_all()
    for first, *others in links.hidden_with_first:
        if any(by_question[number].any for number in (first, *others)):
            for number in others:
                by_question[number].hide_all()
    if any(hidden.any for hidden in by_question):
        for number in links.of_places:
            by_question[number].hide_all()
    return by_question


def _places(mask: Mask) -> Iterator[Place]:
    for first, second, third in np.argwhere(mask):
        yield int(first), int(second), int(third)


def _smallest_first(mask: Mask, counts: Numbers) -> list[Place]:
    return sorted(_places(mask), key=lambda place: (float(counts[place]), place))


def _hide_people(
    people: Numbers, by_question: Sequence[HiddenLines], lattice: Lattice, fewest: int
) -> Mask | None:
    """Return the lines of too few respondents, with those that would give them away; None: all of them."""
    gone: Mask = np.zeros(lattice.shape, dtype=bool)
    proven = gone.copy()
    cells = np.sum(
        [np.where(each.with_answers, 1.0 + each.counts.shape[3], 0.0) for each in by_question], axis=0
    )
    # As many as can move without leaving a question unanswered; filtered questions are hidden whole in such a sample.
    answered = [each.base for each in by_question if not each.question.filtering]
    moved = np.min([people, *(np.where(base > 0.0, base, people) for base in answered)], axis=0)
    leaving = _leaving(people, by_question, None)
    takes = np.minimum(moved - 1.0, leaving)
    for hidden in by_question:
        takes = np.where((takes > 0.0) & (hidden.base > 0.0), np.minimum(takes, hidden.spare), takes)
    room = Room(takes, moved, np.ones(lattice.shape, dtype=bool))
    for place in _smallest_first((people > 0.0) & (people < fewest), people):
        if proven[place]:
            continue
        prices = np.where(gone | ~lattice.published, 0.0, cells * weight_of(people))
        # A line that can gain so many can gain as many of an answer, too; else it is enough to gain and to lose them.
        found = exchange_bases(prices, room, place, fewest, gain=fewest)
        if found is None:
            found = exchange_bases(prices, room, place, fewest)
        if found is None:
            return None
        for each in found.places:
            gone[each] = proven[each] = True
    return gone


def _leaving(people: Numbers, by_question: Sequence[HiddenLines], moved: HiddenLines | None) -> Numbers:
    """Return how many may leave each line for a line where nobody answered some question: not who answered it.

    That nobody did is published: there is no row. *moved* is a question that those who leave did answer.
    """
    most = people
    for each in by_question:
        if each is not moved and not each.question.filtering and ((each.base == 0.0) & (people > 0.0)).any():
            most = np.where(each.base > 0.0, np.minimum(most, people - each.base), most)
    return most


def _leaf(place: Place, shape: tuple[int, ...]) -> Place | None:
    """Return the place of the only level that a line holds along every axis, None when it holds several."""
    if any(at == size - 1 and size > 2 for at, size in zip(place, shape, strict=True)):
        return None
    regions, groups, segments = (min(at, size - 2) for at, size in zip(place, shape, strict=True))
    return (regions, groups, segments)


class _Protection:
    """The search for what to hide of one question beside the lines of which nothing is published."""

    def __init__(self, hidden: HiddenLines, room: Room, lattice: Lattice, fewest: int) -> None:
        self._hidden = hidden
        self._room = room
        self._fewest = fewest
        self._published = lattice.published
        shape = (*lattice.shape, 1 if hidden.is_exclusive else 2, hidden.counts.shape[3])
        self._proven: Mask = np.zeros(shape, dtype=bool)

    def run(self) -> bool:
        """Hide lines, then what they give away, then small cells; tell whether everything hidden has its proof."""
        return self._bases() and self._hidden_lines() and self._cells()

    def _bases(self) -> bool:
        hidden = self._hidden
        proven = np.zeros(hidden.base.shape, dtype=bool)
        to_prove = (hidden.base > 0.0) & ((hidden.base < self._fewest) | hidden.lines)
        for place in _smallest_first(to_prove, hidden.base):
            if proven[place]:
                continue
            price = (1.0 + hidden.counts.shape[3]) * weight_of(hidden.base)
            prices = np.where(hidden.with_answers & ~hidden.lines, price, 0.0)
            found = exchange_bases(prices, self._room, place, self._fewest)
            if found is None:
                return False
            for each in found.places:
                hidden.hide_line(each)
                proven[each] = True
        return True

    def _hidden_lines(self) -> bool:
        """Prove each item of the hidden lines, or hide what more it takes."""
        hidden = self._hidden
        for place in _smallest_first(hidden.lines & (hidden.base > 0.0), hidden.base):
            for item in range(hidden.counts.shape[3]):
                for sign in self._signs(place, item):
                    if not self._prove_in_line(place, item, sign):
                        return False
        return True

    def _signs(self, place: Place, item: int) -> list[int]:
        """Return what is to be proven of an item in a hidden line: 0 those who gave it, 1 those who did not."""
        hidden = self._hidden
        given, not_given = self._top(item)
        # What nobody in the whole sample gave is said of every line; what all gave is the base, proven already.
        if given == 0.0 or not_given == 0.0:
            return []
        signs = [0] if hidden.is_exclusive else [0, 1]
        if self._published[place]:
            return signs
        count, base = float(hidden.counts[(*place, item)]), float(hidden.base[place])
        return [sign for sign in signs if 0.0 < (count, base - count)[sign] < self._fewest]

    def _top(self, item: int) -> tuple[float, float]:
        count, base = self._hidden.counts[-1, -1, -1, item], self._hidden.base[-1, -1, -1]
        return float(count), float(base - count)

    def _columns(self, item: int) -> tuple[Numbers, Numbers, Numbers | None]:
        """Return how many of each answer that excludes the others can leave a line, can change it, and can take it up.

        Of a single answer, all items; of several, those who gave *item* and those who did not.
        """
        hidden = self._hidden
        if hidden.is_exclusive:
            counts: Numbers = np.maximum(hidden.counts - hidden.keeps, 0.0)
            return counts, counts, hidden.base[..., None] - hidden.counts if hidden.several else None
        given = hidden.counts[..., item]
        both: Numbers = np.maximum(np.stack((given, hidden.base - given), axis=-1) - hidden.keeps, 0.0)
        takes, total = both.copy(), hidden.counts.sum(axis=-1)
        if hidden.question.kind is not QuestionKind.SET:
            # Nobody answers nothing: all the answers together are as many as the respondents at least.
            takes[..., 0] = np.minimum(takes[..., 0], np.maximum(total - hidden.base, 0.0))
        room = np.maximum(hidden.most_answers * np.maximum(hidden.base, 1.0) - total, 0.0)
        takes[..., 1] = np.minimum(takes[..., 1], room)
        return both, takes, None

    def _prices(self, item: int) -> Numbers:
        hidden = self._hidden
        share = hidden.counts / np.maximum(hidden.base, 1.0)[..., None]
        prices = np.where(
            hidden.cells | ~hidden.with_answers[..., None],
            0.0,
            weight_of(hidden.base)[..., None] + SHARE_PRICE * share,
        )
        if hidden.is_exclusive:
            # What nobody gave shows everywhere.
            prices[..., hidden.counts[-1, -1, -1] == 0.0] = np.inf
            return prices
        halves: Numbers = np.repeat(prices[..., [item]], 2, axis=-1) / 2.0
        return halves

    def _whole_takes(self, item: int) -> Numbers:
        """Return how many each column can lose in all: an item that is named only because it was found keeps one."""
        hidden = self._hidden
        found = 0.0 if hidden.question.options or hidden.question.kind is QuestionKind.SET else 1.0
        if hidden.is_exclusive:
            most: Numbers = np.maximum(hidden.counts[-1, -1, -1] - found, 0.0)
            return most
        return np.array([self._top(item)[0] - found, np.inf])

    def _prove_in_line(self, place: Place, item: int, sign: int) -> bool:
        """Prove an answer in a hidden line: respondents move to other hidden lines, or answers change as well."""
        if self._proven[(*place, sign, item)]:
            return True
        counts, takes, rooms = self._columns(item)
        column = item if self._hidden.is_exclusive else sign
        unseen = self._hidden.lines | ~self._published
        arrive = np.zeros(counts.shape[3])
        for up, down in moves_of_people(counts, self._room, unseen, place):
            if up[column] + down[column] >= self._fewest:
                return True
            arrive = np.maximum(arrive, up)
        prices, whole = self._prices(item), self._whole_takes(item)
        if (leaf := _leaf(place, self._hidden.base.shape)) is not None:
            # Those who arrive from other hidden lines may have given another answer before they change it.
            takes = takes.copy()
            takes[leaf] += np.where(np.arange(len(arrive)) == column, 0.0, arrive)
        found = exchange_answers(prices, takes, whole, place, column, self._fewest, rooms)
        if self._spare_whole(found, prices, takes, place, item, column, rooms):
            return True
        if found is None:
            return False
        self._hide(found, item, prove_others=leaf is None)
        return True

    def _hide(self, found: Exchange, item: int, *, prove_others: bool) -> None:
        """Hide what an exchange changes. It is the proof of its first column, and of the others if *prove_others*."""
        for each in found.places:
            for number, column in enumerate(found.columns):
                item_of = column if self._hidden.is_exclusive else item
                self._hidden.cells[(*each, item_of)] = True
                if number == 0 or prove_others:
                    self._proven[(*each, slice(None), item_of)] = True

    def _cells(self) -> bool:
        """Hide small answers, and prove every answer that is hidden in a line that shows."""
        hidden = self._hidden
        shows = ~hidden.lines & (hidden.base > 0.0)
        hidden.cells |= hidden.small & (shows & self._published)[..., None]
        to_prove = [
            (float(hidden.counts[(*place, item)]), place, item)
            for item in range(hidden.counts.shape[3])
            for place in _places(shows & hidden.small[..., item])
        ]
        while to_prove:
            for _, place, item in sorted(to_prove):
                if not self._proven[(*place, 0, item)] and not self._prove(place, item):
                    return False
            left = hidden.cells & (shows & self._published)[..., None] & ~self._proven[..., 0, :]
            to_prove = [(0.0, (int(at[0]), int(at[1]), int(at[2])), int(at[3])) for at in np.argwhere(left)]
        return True

    def _prove(self, place: Place, item: int) -> bool:
        prices, whole = self._prices(item), self._whole_takes(item)
        _, takes, rooms = self._columns(item)
        column = item if self._hidden.is_exclusive else 0
        found = exchange_answers(prices, takes, whole, place, column, self._fewest, rooms)
        if found is None and self._hidden.is_exclusive:
            found = exchange_many_answers(prices, takes, whole, place, column, self._fewest, rooms)
        if self._spare_whole(found, prices, takes, place, item, column, rooms):
            return True
        if found is None:
            return False
        self._hide(found, item, prove_others=len(found.columns) == 2)
        return True

    def _spare_whole(
        self, found: Exchange | None, prices: Numbers, takes: Numbers, place: Place, item: int, column: int,
        rooms: Numbers | None,
    ) -> bool:  # fmt: skip
        """Prove a count by an exchange among several lines, where *found* hides their whole at a higher price."""
        if found is not None and not found.is_through_whole:
            return False
        spared = exchange_among_lines(prices, takes, place, column, self._fewest, rooms)
        if spared is None or (found is not None and spared.cost >= found.cost):
            return False
        self._hide_among(spared, item)
        return True

    def _hide_among(self, found: Exchange, item: int) -> None:
        """Hide what an exchange among several lines changes: it is the proof of its first column in its own line."""
        items = found.columns if self._hidden.is_exclusive else (item,)
        for each in found.places:
            for item_of in items:
                self._hidden.cells[(*each, item_of)] = True
        for each in found.own_places:
            self._proven[(*each, slice(None), items[0])] = True
