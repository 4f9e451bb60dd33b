"""In which order the waves of a survey stand: that of time where their names tell it, else that of the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from phare_cli.nouns.survey import Estimate

Round = tuple[str, str]  # a survey and one of its waves


class WaveOrder:
    """The places of the waves of some surveys, and the surveys whose waves' names tell no order of time."""

    def __init__(self, rounds: Iterable[Round]) -> None:
        of_survey: dict[str, dict[str, None]] = {}
        for survey, wave in rounds:
            of_survey.setdefault(survey, {})[wave] = None
        self.unordered: dict[str, tuple[str, ...]] = {}
        self._places: dict[Round, int] = {}
        for survey, waves_of_survey in of_survey.items():
            waves = tuple(waves_of_survey)
            ordered = _ordered(waves)
            if ordered is None:
                self.unordered[survey] = waves
            for place, wave in enumerate(waves if ordered is None else ordered):
                self._places[survey, wave] = place

    @classmethod
    def of(cls, estimates: Iterable[Estimate]) -> WaveOrder:
        """Return the order of the waves that *estimates* hold."""
        return cls(dict.fromkeys((estimate.survey, estimate.wave) for estimate in estimates))

    def place(self, survey: str, wave: str) -> int:
        """Return where a wave stands among those of its survey, from 0."""
        return self._places[survey, wave]

    def place_of(self, estimate: Estimate) -> int:
        """Return where the wave of a figure stands."""
        return self._places[estimate.survey, estimate.wave]

    @classmethod
    def across(cls, rounds: Iterable[Round]) -> WaveOrder:
        """Return an order in which the waves of different surveys are compared by what their names tell of time."""
        given = tuple(dict.fromkeys(rounds))
        joint = cls(("", wave) for _, wave in given)
        order = cls(())
        order._places = {round: joint.place("", round[1]) for round in given}
        return order

    def key(self, round: Round) -> tuple[str, int]:
        """Return the sort key of a round: its survey, then its wave's place."""
        return (round[0], self._places[round])

    def newest(self, round: Round) -> tuple[int, str]:
        """Return the key whose greatest is the newest round, whatever its survey."""
        return (self._places[round], round[0])


def _ordered(waves: Sequence[str]) -> tuple[str, ...] | None:
    """Return *waves* in the order of time, None where nothing tells it; years and a single wave need no grammar."""
    if len(waves) < 2:
        return tuple(waves)
    if all(_is_year(wave) for wave in waves):
        return tuple(sorted(waves))
    from phare_cli.judging.wave_names import in_time  # most data have one wave, or years

    return in_time(waves)


def _is_year(wave: str) -> bool:
    """Tell whether a name is a year, or two: ``2013``, ``2015-2016``."""
    return (
        len(wave) in (4, 9)
        and wave.isascii()
        and (wave[:4] + wave[5:]).isdecimal()
        and wave[4:5] in ("", "-")
    )
