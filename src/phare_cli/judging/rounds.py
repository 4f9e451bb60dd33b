"""References of another survey or wave: which round is asked for, and which ones the data hold."""

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from phare_cli.judging.waves import WaveOrder
from phare_cli.language.codebook import codebook
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Listing, sentence
from phare_cli.nouns.survey import Estimate, Survey


class Round(NamedTuple):
    """The survey and the wave that a reference is taken from; None is that of the figure itself."""

    survey: str | None = None
    wave: str | None = None

    @property
    def is_own(self) -> bool:
        """Whether nothing was asked: a figure is compared within its own survey and wave."""
        return self == OWN_ROUND

    def of(self, estimate: Estimate) -> tuple[str, str]:
        """Return the survey and the wave of the reference of *estimate*."""
        return (
            estimate.survey if self.survey is None else self.survey,
            estimate.wave if self.wave is None else self.wave,
        )


OWN_ROUND = Round()


def is_other_round(estimate: Estimate, reference: Estimate) -> bool:
    """Tell whether two figures are of two surveys or waves: they are separate samples then, wherever they lie."""
    return (estimate.survey, estimate.wave) != (reference.survey, reference.wave)


def round_asked(survey: Survey, to_survey: str | None, to_wave: str | None) -> Round:
    """Return the round that the ids *to_survey* and *to_wave* name; its only wave where no wave is named.

    Raises WrongOption for a survey of several waves of which none is named, and for a wave that it does not have.
    """
    if to_survey is None:
        return Round(None, to_wave)
    waves = list(dict.fromkeys(each.wave for each in survey.estimates if each.survey == to_survey))
    if to_wave is None and len(waves) > 1:
        raise WrongOption(
            sentence(
                "“{survey}” has several waves: choose one with --to-wave, {waves}.",
                survey=to_survey,
                waves=Listing(tuple(filter(None, waves)), last="or"),
            )
        )
    wave = waves[0] if to_wave is None else to_wave
    if wave not in waves:
        raise WrongOption(
            sentence(
                "“{survey}” has no wave {wave}: it has {waves}.",
                survey=to_survey,
                wave=wave,
                waves=Listing(tuple(filter(None, waves)) or (sentence("no wave"),)),
            )
        )
    return Round(to_survey, wave)


def other_rounds(survey: Survey, lonely: Iterable[Estimate], to: str) -> list[tuple[Round, Round]]:
    """Return the rounds in which region *to* has a figure for one of *lonely*, under its names or such as are
    equivalent, in the order of time.

    Each goes with what to ask for: the survey is left out where it is that of the figure.
    """
    wanted: dict[tuple[str, ...], list[Estimate]] = {}
    for estimate in lonely:
        wanted.setdefault(_about(estimate), []).append(estimate)
    if codebook().has_own:
        from phare_cli.judging.equivalents import renamed  # few projects have words of their own

        keys = {each.key for each in survey.as_read().estimates}
        for estimate in tuple(chain.from_iterable(wanted.values())):
            for _, other in renamed(estimate, keys):
                wanted.setdefault(_about(other), []).append(estimate)
    found: dict[Round, Round] = {}
    for each in survey.as_read().estimates:
        if each.region != to or each.value is None:
            continue
        for estimate in wanted.get(_about(each), ()):
            if is_other_round(estimate, each):
                own = each.survey == estimate.survey
                found.setdefault(
                    Round(each.survey, each.wave), Round(None if own else each.survey, each.wave)
                )
    waves = WaveOrder.of(survey.as_read().estimates)
    return sorted(found.items(), key=lambda item: waves.key((item[0].survey or "", item[0].wave or "")))


def _about(estimate: Estimate) -> tuple[str, ...]:
    return (estimate.stakeholder, estimate.segment, estimate.indicator, estimate.item, estimate.unit)
