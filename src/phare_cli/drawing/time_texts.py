"""Say lines over time in a reader's language: labels, figures, steps, and what is told instead of the picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from phare_cli.drawing.texts import VALUE
from phare_cli.language.letters import legible
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import Fill, Listing, Message, sentence
from phare_cli.nouns.time_chart import TimeLine, TimeSection, WavePoint, WaveStep


@dataclass(frozen=True, slots=True)
class LineText:
    """A line in words: its name, its figures, a sentence a point and a step, its change and what that bears."""

    line: TimeLine
    label: str
    figures: tuple[str, ...]
    sentences: tuple[str, ...]
    steps: tuple[str, ...]
    change: str
    remark: str
    named_change: str

    @property
    def told(self) -> tuple[str, ...]:
        """All that the line shows."""
        return (*self.sentences, *((self.named_change,) if self.change else ()))


@dataclass(frozen=True, slots=True)
class TimeText:
    """A section in words, its panels by their titles."""

    section: TimeSection
    title: str
    waves: tuple[str, ...]
    panels: tuple[tuple[str, tuple[LineText, ...]], ...]

    @property
    def lines(self) -> tuple[LineText, ...]:
        """Every line of every panel."""
        return tuple(line for _, lines in self.panels for line in lines)


def time_text(section: TimeSection, typesetter: Typesetter) -> TimeText:
    """Return *section* in the words of *typesetter*, every text legible."""
    return TimeText(
        section,
        legible(typesetter.title(section.title)),
        tuple(map(legible, section.waves)),
        tuple(
            (
                legible(typesetter.title(panel.title)),
                tuple(_line(line, section, typesetter) for line in panel.lines),
            )
            for panel in section.panels
        ),
    )


def _line(line: TimeLine, section: TimeSection, typesetter: Typesetter) -> LineText:
    decimals = section.decimals if typesetter.decimals is None else None
    label = legible(typesetter.title(line.label))
    figures = [typesetter.figure(point.value, section.unit, decimals) for point in line.points]
    change, remark = ("", "") if line.whole is None else _judged(line.whole, section, typesetter)
    changed = ", ".join(filter(None, (change, remark)))
    named = typesetter.say(sentence("{heading}: {value}", heading=label, value=changed)) if changed else label
    return LineText(
        line,
        label,
        tuple(map(legible, figures)),
        tuple(
            legible(_point(label, point, figure, section, typesetter))
            for point, figure in zip(line.points, figures, strict=True)
        ),
        tuple(
            legible(
                typesetter.say(
                    sentence(
                        "{label}, {first} to {last}: {gap}, {verdict}",
                        label=label,
                        first=section.waves[step.start],
                        last=section.waves[step.end],
                        **dict(zip(("gap", "verdict"), _judged(step, section, typesetter), strict=True)),
                    )
                )
            )
            for step in line.steps
        ),
        legible(change),
        legible(remark),
        legible(named),
    )


def _judged(step: WaveStep, section: TimeSection, typesetter: Typesetter) -> tuple[str, str]:
    decimals = section.decimals if typesetter.decimals is None else None
    return typesetter.gap(step.gap, section.unit, decimals), typesetter.word(step.verdict, "wave")


def _point(label: str, point: WavePoint, figure: str, section: TimeSection, typesetter: Typesetter) -> str:
    wave = section.waves[point.place]
    remark = typesetter.word(point.remark) if point.remark else ""
    if point.low is None or point.high is None:
        said = sentence("{label}, {wave}: {figure}", label=label, wave=wave, figure=figure)
    else:
        interval = typesetter.interval(VALUE, point.low, point.high, section.unit)
        said = sentence(
            "{label}, {wave}: {figure} ({interval})", label=label, wave=wave, figure=figure, interval=interval
        )
    return ", ".join(filter(None, (typesetter.say(said), remark)))


def time_description(subtitle: str, sections: Sequence[TimeText], typesetter: Typesetter) -> str:
    """Return the picture as text for those who cannot see it: every title, label and figure, every step."""
    said: list[Fill] = [subtitle]
    for section in sections:
        said.append(section.title)
        for title, lines in section.panels:
            told = Listing(tuple(part for line in lines for part in (*line.told, *line.steps)), last=";")
            said.append(sentence("{title}: {marks}", title=title, marks=told) if title else told)
    ended = (Message("") if part == "" else sentence("{told}.", told=part) for part in said)
    return " ".join(filter(None, map(typesetter.say, ended)))
