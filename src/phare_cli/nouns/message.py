"""Hold a sentence until its reader's language is known. Nothing here translates."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

# What a note is about that explains marks of a picture which letters on a screen do not draw.
DRAWN = "drawn"
# What a note is about that explains signs which letters on a screen print, and no picture draws.
PRINTED = "printed"
# What a note is about that says what to type: for who is at a command line, and no reader of a document or a picture.
TYPED = "typed"
# What a note is about that says how to ask for another answer than the one it stands under.
ANOTHER = "another"
NOTHING: Mapping[str, "Fill"] = MappingProxyType({})


class Name(NamedTuple):
    """A codebook entry to be called by its label: ``Name("region", "France")``."""

    kind: str
    id: str


class Figure(NamedTuple):
    """A number to be printed as the reader's language prints it, in *unit*."""

    value: float | None
    unit: str = "number"
    decimals: int | None = None


class Gap(NamedTuple):
    """A difference of two figures in *unit*, points for percents; without its sign unless *signed*."""

    value: float
    unit: str
    signed: bool = False
    decimals: int | None = None


class Range(NamedTuple):
    """Both ends of an interval of figures in *unit*, of gaps when *signed*; printed ends are rounded outward."""

    low: float
    high: float
    unit: str
    signed: bool = False
    decimals: int | None = None


class Form(NamedTuple):
    """A codebook entry in the form that a sentence needs: ``Form("region", "Bretagne", "in")``, en Bretagne.

    *form* is ``in``, ``of`` or ``the``, as columns of the codebook have them by language; ``where``, as ``in`` or
    the bare label; ``from``, *de* with the article in French; ``among``, of what was asked; ``plain``, the label inside
    a sentence; ``after``, a blank and the segment alone; ``typed``, what a command line takes for it; or ``pasted``,
    its label between the quotes of a shell. *segment* follows the name of a group; *capital* opens a sentence.
    """

    kind: str
    id: str
    form: str
    segment: str = ""
    capital: bool = False


class PlaceWord(NamedTuple):
    """The word for what all *regions* but the nation are: région, département, quartier, pays.

    *form* is ``one``, ``many``, ``a``, ``the``, ``of``, ``no`` or ``each`` (each of the two); *capital* opens a
    sentence or a title. *place* names the kind itself, whatever the regions.
    """

    regions: tuple[str, ...]
    form: str
    capital: bool = False
    place: str = ""


class Phrase(NamedTuple):
    """A pattern that the codebook holds for each language (its kind ``phrase``), and what fills its places."""

    id: str
    values: Mapping[str, "Fill"] = NOTHING


class Listing(NamedTuple):
    """Several things named one after the other, with commas and a last *and* or *or*; all semicolons for ``;``."""

    parts: tuple["Fill", ...]
    last: str = "and"


class Message(NamedTuple):
    """An English sentence with ``{named}`` places, what fills them, and its plural form if it has one.

    The English text is the key of the gettext catalogue. With *plural*, ``values["count"]`` decides. A note *about* a
    column of its table, by its machine name, says nothing where people do not see that column; nor does one about
    what is DRAWN where letters stand for it, nor one about what is TYPED, PRINTED or ANOTHER in a document or in a
    picture.
    """

    text: str
    values: Mapping[str, "Fill"] = NOTHING
    plural: str | None = None
    about: str = ""

    def of_column(self, name: str) -> "Message":
        """Return the same sentence as a note about the column called *name* alone."""
        return self._replace(about=name)

    @property
    def is_for_readers(self) -> bool:
        """Whether it is for who reads a document or a picture too."""
        return self.about not in (TYPED, PRINTED, ANOTHER)

    def __str__(self) -> str:
        """The sentence as a traceback shows it: in English, names by their ids and figures as Python prints them."""
        pattern = self.text if self.plural is None or self.values["count"] == 1 else self.plural
        return pattern.format_map({name: _plain(fill) for name, fill in self.values.items()})


Fill = str | int | float | Name | Figure | Gap | Range | Form | PlaceWord | Phrase | Listing | Message


def sentence(text: str, /, **values: Fill) -> Message:
    """Return *text* as a message; the catalogue's tools look for calls of this name."""
    return Message(text, values)


def counted(one: str, many: str, count: int, /, **values: Fill) -> Message:
    """Return a message whose form follows *count*, which also fills its ``{count}``."""
    return Message(one, {**values, "count": count}, many)


def first_of(parts: Sequence[Fill], most: int) -> Listing:
    """Return a listing of the first *most* of some things, and of how many more there are."""
    rest = len(parts) - most
    more = [counted("{count} more", "{count} more", rest)] if rest > 0 else []
    return Listing((*parts[:most], *more))


def verbatim(text: str) -> Message:
    """Return *text* as a message that no catalogue changes: a name or a note out of the data."""
    return Message("{text}", {"text": text})


def N_(text: str) -> str:
    """Mark a text that is looked up in the catalogue where it is shown, as gettext's users do."""
    return text


def _plain(fill: Fill) -> str:
    match fill:
        case Name(_, id) | Form(_, id):
            return id
        case PlaceWord(_, form):
            return {"one": "region", "many": "regions", "each": "each region"}.get(form, f"{form} region")
        case Figure(value, unit) | Gap(value, unit):
            return f"{value} {unit}"
        case Range(low, high, unit):
            return f"{low} to {high} {unit}"
        case Phrase(id, values):
            return f"{id}({', '.join(map(_plain, values.values()))})"
        case Listing(parts, last):
            *before, end = map(_plain, parts)
            if last == ";" or not before:
                return "; ".join([*before, end])
            return f"{', '.join(before)} {last} {end}"
        case int():
            return f"{fill:,}"
        case _:
            return str(fill)
