"""Say what readers must know before they trust a crossing: cuts, ranks, rounds, groups, and what is not firm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from phare_cli.judging.pairs import EVERYONE
from phare_cli.nouns.message import Figure, Listing, Message, Name, counted, sentence
from phare_cli.nouns.survey import NATION
from phare_cli.recipes.cross.placing import UNDECIDED, Crossing, readings_by_prism
from phare_cli.recipes.cross.prisms import Direction, Prism, groups_of, labels
from phare_cli.recipes.cross.side_by_side import Reading, is_shared, round_name
from phare_cli.recipes.cross.side_decimals import SideDecimals, side_decimals
from phare_cli.recipes.cross.statements import names, where
from phare_cli.wording import foot


def how_to_read(crossings: Sequence[Crossing], prisms: Sequence[Prism], conf: float) -> list[Message]:
    """Return what high, undecided and the order mean here, and which prisms have no interval."""
    items = [item for crossing in crossings for item in crossing.common]
    if not items:
        return []
    name_of = labels(prisms)
    decimals = side_decimals(crossings)
    notes = [
        note
        for crossing in crossings
        for note in _cuts(crossing, decimals, prisms, is_alone=len(crossings) == 1)
    ]
    notes.append(
        sentence(
            "Ranks are among the items that every prism holds; the order is that of their sums. "
            "Figures are never added."
        )
    )
    if any(item.place == UNDECIDED for item in items):
        notes.append(
            sentence(
                "Undecided: the place changes within the figure's interval (Wilson's, at {level} confidence).",
                level=foot.level(conf),
            )
        )
    bare = {
        reading.prism.id
        for crossing in crossings
        for item in crossing.common
        for reading, facet in zip(crossing.readings, item.facets, strict=True)
        if facet is not None and facet.interval is None
    }
    if bare:
        named = tuple(name_of(prism) for prism in prisms if prism.id in bare)
        notes.append(
            counted(
                "Placed as published, no interval being known: {prisms}.",
                "Placed as published, no interval being known: {prisms}.",
                len(named),
                prisms=Listing(named),
            )
        )
    return notes


def _cuts(
    crossing: Crossing, decimals: Mapping[str, SideDecimals], prisms: Sequence[Prism], *, is_alone: bool
) -> list[Message]:
    """Return what high is above in each prism; nothing where nothing could be placed."""
    if not crossing.common or None in crossing.cuts:
        return []
    name_of = labels(prisms)
    parts = Listing(
        tuple(
            _cut(cut or 0.0, reading, name_of(reading.prism), decimals[reading.prism.id].cut)
            for cut, reading in zip(crossing.cuts, crossing.readings, strict=True)
        )
    )
    count = len(crossing.common)
    if all(crossing.is_asked):
        message = sentence("High: {parts}, as asked.", parts=parts)
    elif any(crossing.is_asked):
        message = counted(
            "High: {parts}, as asked or the median of the {count} item that every prism holds.",
            "High: {parts}, as asked or the median of the {count} items that every prism holds.",
            count,
            parts=parts,
        )
    else:
        message = counted(
            "High: {parts}, the median of the {count} item that every prism holds.",
            "High: {parts}, the median of the {count} items that every prism holds.",
            count,
            parts=parts,
        )
    return [message if is_alone else sentence("{where} – {said}", where=where(crossing), said=message)]


def _cut(cut: float, reading: Reading, name: Message | Name, decimals: int) -> Message:
    figure = Figure(cut, "" if reading.prism.is_statistic else reading.unit, decimals)
    if reading.prism.direction is Direction.ASC:
        return sentence("below {cut} ({prism})", cut=figure, prism=name)
    return sentence("above {cut} ({prism})", cut=figure, prism=name)


def about_prisms(crossings: Sequence[Crossing], prisms: Sequence[Prism]) -> list[Message]:
    """Return what readers must know before they read prisms together: rounds, groups, statistics, directions."""
    if not crossings:
        return []
    name_of = labels(prisms)
    notes = [note for crossing in crossings for note in _rounds(crossing, prisms)]
    if len(groups_of(prisms)) > 1:
        notes.append(
            sentence("The prisms stand for different groups: they meet on an item, not in the same people.")
        )
    statistics = tuple(name_of(prism) for prism in prisms if prism.is_statistic)
    if statistics:
        notes.append(
            counted(
                "Set against the nation, {nation} being 100 and taken as exact: {prisms}.",
                "Set against the nation, {nation} being 100 and taken as exact: {prisms}.",
                len(statistics),
                nation=Name("region", NATION),
                prisms=Listing(statistics),
            )
        )
    notes += [
        sentence(
            "{prism} has no direction: its highest figure is first. Where it is a statistic, say {desc} if higher "
            "is worse, {asc} if higher is better.",
            prism=name_of(prism),
            desc=f"{prism.id}:desc",
            asc=f"{prism.id}:asc",
        )
        for prism in prisms
        if prism.stakeholder == EVERYONE and prism.direction is None
    ]
    notes += [
        sentence("Lowest first: {prism}.", prism=name_of(prism))
        for prism in prisms
        if prism.direction is Direction.ASC
    ]
    return notes


def without_figure(crossings: Sequence[Crossing], prisms: Sequence[Prism]) -> list[Message]:
    """Return which items a prism names without a figure, or without the nation's to set it against."""
    name_of = labels(prisms)
    lines = []
    by_prism = readings_by_prism(crossings)
    for prism in prisms:
        absent = {
            item: estimate.value
            for reading in by_prism.get(prism.id, ())
            for item, estimate in reading.absent.items()
        }
        unnamed = [item for item, value in absent.items() if value is None]
        alone = [item for item, value in absent.items() if value is not None]
        if unnamed:
            lines.append(
                sentence(
                    "Named without a figure ({prism}): {items}.",
                    prism=name_of(prism),
                    items=names(unnamed),
                )
            )
        if alone:
            lines.append(
                sentence(
                    "Without a figure of the nation to be set against ({prism}): {items}.",
                    prism=name_of(prism),
                    items=names(alone),
                )
            )
    return lines


def _rounds(crossing: Crossing, prisms: Sequence[Prism]) -> list[Message]:
    """Return which rounds are crossed, where there was a choice or where they differ."""
    name_of = labels(prisms)
    read = crossing.readings
    left = [
        sentence(
            "{rounds} ({prism})",
            rounds=Listing(tuple(map(round_name, reading.others))),
            prism=name_of(reading.prism),
        )
        for reading in read
        if reading.others
    ]
    aside: list[Message] = []
    if is_shared(read):
        if left:
            aside.append(
                sentence(
                    "{region}: {round} is crossed, a round that the prisms share; left aside: {rounds}.",
                    region=Name("region", crossing.region),
                    round=round_name(read[0].round),
                    rounds=Listing(tuple(left), last=";"),
                )
            )
        return aside
    parts = tuple(
        sentence("{rounds} ({prism})", rounds=round_name(reading.round), prism=name_of(reading.prism))
        for reading in read
    )
    aside.append(
        sentence(
            "{region}: the prisms are of different rounds, {parts}.",
            region=Name("region", crossing.region),
            parts=Listing(parts),
        )
    )
    if left:
        aside.append(
            sentence(
                "{region}: left aside, {rounds}.",
                region=Name("region", crossing.region),
                rounds=Listing(tuple(left), last=";"),
            )
        )
    return aside
