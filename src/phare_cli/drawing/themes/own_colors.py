"""The colours that a project's own codebook gives to what a picture shows, in place of those of its theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from phare_cli.drawing.sheet import (
    Box,
    DescribedGroup,
    DrawnPart,
    OwnColor,
    Paint,
    Sheet,
    Stroke,
    Tone,
    Words,
)
from phare_cli.drawing.themes.theme import COLORS, painted
from phare_cli.language.codebook import codebook
from phare_cli.nouns.message import Fill, Form, Listing, Message, Name

CLASSES = frozenset(tone for tone in Tone if tone.startswith("class-"))
# Of several names that one label holds, an answer is nearer to a figure than who gave it, and that than where.
_NEAREST = ("item", "segment", "stakeholder", "region", "indicator")
Around = Sequence[Message | None]  # what a mark is called, then what stands above it, the nearest first


def own_color(said: Message | None, kinds: Sequence[str] = _NEAREST) -> OwnColor | None:
    """Return the colour of what is *said* by name, None where the project gives it none."""
    book = codebook()
    if said is None or not book.has_own:
        return None
    names = sorted(
        (name for name in _names(said) if name.kind in kinds), key=lambda name: kinds.index(name.kind)
    )
    found = ((name, book.form(name.kind, name.id, "color")) for name in names)
    return next((OwnColor(color, name) for name, color in found if color), None)


def of_indicator(title: Message) -> OwnColor | None:
    """Return the colour of the indicator that a *title* names, whatever else it names."""
    return own_color(title, ("indicator",))


def tones_of(marks: Sequence[Around], usual: Sequence[Paint], title: Message) -> list[Paint]:
    """Return the tone of each of *marks*: one level of names colours them all, the nearest that has a colour.

    What that level gives no colour keeps its *usual* tone. An indicator, in the *title*, colours all.
    """
    for names in zip(*marks, strict=True) if codebook().has_own else ():
        found = [own_color(name) for name in names]
        if any(found):
            return [own or tone for own, tone in zip(found, usual, strict=True)]
    whole = of_indicator(title)
    return list(usual) if whole is None else [whole for _ in usual]


def free_tones(tones: Sequence[Paint], usual: Sequence[Paint]) -> list[Paint]:
    """Return *tones* of lines that cross, those that are *usual* ones as far from the colours of others as may be."""
    own = [tone.color for tone in tones if isinstance(tone, OwnColor)]
    if not own or len(own) == len(tones):
        return list(tones)
    from phare_cli.drawing.themes.doubtful_colors import (
        distance,  # few charts have colours of a project's own
    )

    def nearness(tone: Paint) -> float:
        return -min(distance(painted(tone, COLORS), color) for color in own)

    free = iter(sorted(usual, key=nearness))
    return [tone if isinstance(tone, OwnColor) else next(free) for tone in tones]


def in_hue(tone: Tone, own: OwnColor | None) -> Paint:
    """Return *tone*, a class, in the hue of a colour of the project's and as light as it is."""
    return tone if own is None else OwnColor(own.color, own.name, tone)


def shaded_sheet(sheet: Sheet, subtitle: Message, title: Message) -> Sheet:
    """Return *sheet* with its classes in the hue of what all its figures are about, which its titles name."""
    own = own_color(subtitle) or of_indicator(title)
    return sheet if own is None else replace(sheet, parts=tuple(_hued(part, own) for part in sheet.parts))


def own_colors_in(sheet: Sheet) -> dict[Name, str]:
    """Return the colours of a project's own that *sheet* is drawn in, by what has each."""
    found: dict[Name, str] = {}
    for group in sheet.parts:
        for part in group.parts if isinstance(group, DescribedGroup) else (group,):
            tone = getattr(part, "tone", None)
            if isinstance(tone, OwnColor) and tone.shade is None:
                found[tone.name] = tone.color
    return found


def shared(tones: Sequence[Paint]) -> Paint:
    """Return the tone in which a legend draws what has *tones*: theirs, or a grey where there are several."""
    return tones[0] if len(set(tones)) == 1 else Tone.MUTED


def _hued(part: DrawnPart | DescribedGroup, own: OwnColor) -> DrawnPart | DescribedGroup:
    if isinstance(part, DescribedGroup):
        return replace(part, parts=tuple(_hued_part(each, own) for each in part.parts))
    return _hued_part(part, own)


def _hued_part(part: DrawnPart, own: OwnColor) -> DrawnPart:
    match part:
        case Box(tone=Tone() as tone) if tone in CLASSES:
            return replace(part, tone=in_hue(tone, own))
        case Words(on=Tone() as tone) | Stroke(on=Tone() as tone) if tone in CLASSES:
            return replace(part, on=in_hue(tone, own))
        case _:
            return part


def _names(fill: Fill) -> Iterator[Name]:
    match fill:
        case Name():
            yield fill
        case Form(kind, id, segment=segment):
            yield from ((Name("segment", segment),) if segment else ())
            yield Name(kind, id)
        case Listing(parts):
            for part in parts:
                yield from _names(part)
        case Message(values=values):
            for part in values.values():
                yield from _names(part)
