"""What a reader asks of a report, and what every section of one is made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from phare_cli.judging.pairs import Sample
from phare_cli.judging.verdicts import Judgement, judge
from phare_cli.nouns.document import Exhibit
from phare_cli.nouns.survey import NATION, Estimate, Survey
from phare_cli.recipes.compare.compare import pairs

KEY = ("survey", "wave", "region", "stakeholder", "segment", "indicator", "item", "unit")


@dataclass(frozen=True, slots=True)
class PageRequest:
    """What a reader asks of a page. *to* is the region to compare with (an id), *top* the ranks to keep in each group.

    *given* are facts of the survey that the data do not hold, by name. *front_matter* and *captions* are for
    Markdown: a YAML header, and captions with labels as Quarto reads them.
    """

    to: str = NATION
    conf: float = 0.95
    sample: Sample | None = None
    top: int | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    front_matter: bool = False
    captions: bool = False


@dataclass(frozen=True, slots=True)
class PageMaterial:
    """What every section of a report is made from."""

    survey: Survey
    regions: tuple[str, ...]
    wanted: PageRequest

    @property
    def own(self) -> list[Estimate]:
        """The estimates of the page's regions."""
        return [each for each in self.survey.estimates if each.region in self.regions]

    @property
    def is_one_round(self) -> bool:
        return len({(each.survey, each.wave) for each in self.own}) == 1

    @property
    def is_compared(self) -> bool:
        to = self.wanted.to
        return set(self.regions) != {to} and to in self.survey.names("region")

    def judgements(self) -> list[Judgement]:
        """Return what may be concluded of every figure of the page beside its reference."""
        if not self.is_compared:
            return []
        return judge(
            pairs(self.survey, regions=self.regions, to=self.wanted.to),
            conf=self.wanted.conf,
            sample=self.wanted.sample,
        )


def first_row(exhibit: Exhibit, estimates: Sequence[Estimate]) -> Estimate:
    """Return the one of *estimates* that the first row of a table shows; of its first region where it shows several."""
    row = next(exhibit.table.records())
    names = [name for name in KEY if name in row]
    return next(each for each in estimates if all(getattr(each, name) == row[name] for name in names))
