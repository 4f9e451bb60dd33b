"""The bases of row percents, which belong to a row: a column for all groups, or one for each that has its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from phare_cli.nouns.contract import ROW_PERCENT
from phare_cli.nouns.message import Listing, Message, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.nouns.table import Cell, Column, Kind, Show
from phare_cli.recipes.show.items_by_groups import row_key
from phare_cli.wording import foot

_BASE = sentence("Base")
_OF_GROUP = sentence("Base ({group})")
_UNTOLD = sentence("Base of a row: not shown where its columns differ in it ({groups}).")


@dataclass(frozen=True, slots=True)
class RowBases:
    """How many gave the answer of a row, by row and owner; several where nothing tells whose each of them is.

    An owner is a group, or a breakdown of one whose breakdowns lack different people; *owners* holds their names.
    """

    bases: Mapping[tuple[str, ...], Mapping[str, frozenset[float]]]
    owners: Mapping[str, Message]

    @classmethod
    def of(cls, shown: Sequence[Estimate]) -> RowBases:
        """Return the bases of the row percents among *shown*."""
        parts = [each for each in shown if each.measure == ROW_PERCENT and each.base is not None]
        alike = {(row_key(each), each.stakeholder): each.base for each in parts}
        torn = {each.stakeholder for each in parts if alike[row_key(each), each.stakeholder] != each.base}
        bases: dict[tuple[str, ...], dict[str, frozenset[float]]] = {}
        owners: dict[str, Message] = {}
        for each in parts:
            owner, name = _owner(each, by_breakdown=each.stakeholder in torn)
            of_row = bases.setdefault(row_key(each), {})
            of_row[owner] = of_row.get(owner, frozenset()) | {each.base or 0.0}
            owners.setdefault(owner, name)
        return cls(bases, owners)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of bases: one of a single owner, else one each."""
        if len(self.owners) == 1:
            return (Column("base", _BASE, Kind.BASE, Show.IF_ANY),)
        return tuple(
            Column(f"base_{owner}", Message(_OF_GROUP.text, {"group": name}), Kind.BASE, Show.IF_ANY)
            for owner, name in self.owners.items()
        )

    @property
    def notes(self) -> list[Message]:
        """What to know of bases that are not shown."""
        untold = {
            owner for of_row in self.bases.values() for owner, bases in of_row.items() if len(bases) > 1
        }
        names = tuple(name for owner, name in self.owners.items() if owner in untold)
        return [Message(_UNTOLD.text, {"groups": Listing(names)})] if names else []

    def of_row(self, key: tuple[str, ...]) -> tuple[Cell, ...]:
        """Return the cells of a row under :attr:`columns`."""
        of_row = self.bases.get(key, {})
        return tuple(_alone(of_row.get(owner, frozenset())) for owner in self.owners)


def _owner(estimate: Estimate, *, by_breakdown: bool) -> tuple[str, Message]:
    group = Message("{group}", {"group": foot.group(estimate._replace(segment=""))})
    if not by_breakdown or not estimate.breakdown:
        return estimate.stakeholder, group
    label = Message("{group}, {breakdown}", {"group": group, "breakdown": estimate.breakdown})
    return f"{estimate.stakeholder}/{estimate.breakdown}", label


def _alone(bases: frozenset[float]) -> float | None:
    return next(iter(bases)) if len(bases) == 1 else None
