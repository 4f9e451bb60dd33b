"""What a document asserts: claims bound to names, before the data are asked."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from phare_cli.documents.prose.passage import ProsePassage
from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.recipes.verify.grammar.topic import Topic


class Scene(NamedTuple):
    """Whom, where, when and what words speak of; None is not said, UNKNOWN is said and not in the data.

    *named* are the indicators that are spoken of around the topic. *is_sum* says that a question is meant as a
    whole, *is_foreign* that its words carry something that no name of the data holds.
    """

    region: str | None = None
    group: str | None = None
    segment: str = ""
    topics: tuple[Topic, ...] = ()
    wave: str | None = None
    document_wave: str | None = None  # of the text around, where no wave is said
    named: tuple[str, ...] = ()
    unit: str = ""  # of the figures around a relation
    is_sum: bool = False
    adds_all: bool = False  # its answers are named one by one: none of them stands for its opposite
    is_foreign: bool = False
    is_partly: bool = False  # words beside its topic are of no name, so that it may be another


BEFORE = "before"  # the wave before the newest
NOW = "now"  # the newest, as a figure's own words say
NOWHERE = Scene()


def joined(scenes: Sequence[Scene]) -> Scene:
    """Return what several labels say together, the first of them first."""
    region, group, segment, topics, wave, *_ = NOWHERE
    named: list[str] = []
    for scene in scenes:
        region, group = region or scene.region, group or scene.group
        segment, topics, wave = segment or scene.segment, topics or scene.topics, wave or scene.wave
        named += scene.named
    return Scene(region, group, segment, topics, wave, named=tuple(named))


def moved(scene: Scene, one: Scene, other: Scene) -> Scene:
    """Return what stands beside *scene* as *other* stood beside *one*: another region, group, segment or wave."""
    return scene._replace(
        region=scene.region if one.region == other.region else other.region,
        group=scene.group if one.group == other.group else other.group,
        segment=scene.segment if one.segment == other.segment else other.segment,
        wave=scene.wave if one.wave == other.wave else other.wave,
    )


class SeveralPlaces(NamedTuple):
    """The several places that one claim is said of: *named*, or where none is all of the data, *number* of them.

    *is_each* says that they are meant one by one, *is_full* that none is left out, *is_none* that it is denied of each,
    *is_open* that which they are is not told, *is_reference* that they are what it is compared with.
    """

    named: tuple[str, ...] = ()
    number: int | None = None
    is_each: bool = False
    is_full: bool = False
    is_none: bool = False
    is_open: bool = False
    is_reference: bool = False


class Around(NamedTuple):
    """What is named around a figure whose own words do not tell it: whom (with their part), where and when."""

    people: tuple[tuple[str | None, str], ...] = ()
    regions: tuple[str, ...] = ()
    waves: tuple[str, ...] = ()


class Misgivings(NamedTuple):
    """What keeps a claim that is not right from being called wrong.

    *doubts* are other scenes that it may be of, *stranger* is the first word of its clause that is of no name.
    """

    doubts: tuple[Scene, ...] = ()
    around: Around = Around()  # that it may be of as well, so that it is wrong of none
    is_shaky: bool = False  # its words begin with what no name holds, and lend from the text before
    is_named_in_part: bool = False  # its words are part of a name at most, beside others of no name
    stranger: str = ""


class Claim(NamedTuple):
    """One assertion: the words that carry it (characters of a passage), its kind, and what it is about.

    *others* are further readings of the same words, any of which may hold. *reference* is what it is compared with.
    *also* are scenes that the context allows as much as its own, *maybe* less so, *fallbacks* those that stand in where
    none is held. *misgivings* are worked out when they are asked for: most claims are right.
    *is_loose* says that the words stand alone, as a headline or a quotation, so that no context may be lent to them.
    """

    kind: str  # figure, gap, comparison, order, change or base
    passage: ProsePassage
    start: int
    end: int
    scene: Scene
    number: SpokenNumber | None = None
    and_number: SpokenNumber | None = None  # the digits beside a number in words, or the upper end of a range
    others: tuple[Scene, ...] = ()
    reference: Scene | None = None
    direction: str = ""  # up, down or equal
    size: str = ""  # large or small
    factor: float | None = None
    factor_to: float | None = None  # the upper end of a range of multiples
    decimals: int = 0  # that its factor is said with
    hedge: str = ""  # of its factor
    rank: int | None = None
    is_one_of: bool = False  # some of the first ranks, or of the last: "among the first"
    first: int = 0  # of how many of the first ranks it is one: "the top three concerns"
    among: str = ""  # what an order runs over: item, group or region
    within: str | None = None  # the area of all whose places a rank is one, empty where it is not said
    is_complement: bool = False
    is_loose: bool = False
    is_range: bool = False
    is_cautious: bool = False  # its sentence says itself that nothing is established
    is_unsure: bool = (
        False  # a figure of several in a row that nothing tells apart; a gap whose sides are guessed
    )
    or_beside: tuple[Scene, ...] = ()  # what else a gap may be counted from
    also: tuple[Scene, ...] = ()
    maybe: tuple[Scene, ...] = ()
    fallbacks: tuple[Scene, ...] = ()
    misgivings: Callable[[], Misgivings] = Misgivings
    is_in_turn: bool = False  # of a row whose order says of whom each is, so that nothing else may be meant
    is_guessed: bool = False  # what it is of is told by a part of it alone
    is_part: bool = False  # of the figure before it, which no name tells: "47 %, dont 20 % depuis peu"
    names_nobody: bool = False  # its sentence names neither people nor a place
    is_headed: bool = False  # the heading of its section says whom its section is about
    is_lent: bool = False  # its sentence names no item and no question: the text before lends it one
    is_taken_up: bool = False  # and a pronoun, or a word like "share", stands for it
    is_dated: bool = False  # its sentence tells when, or how it has changed
    is_of_its_own_time: bool = False  # its wave is told of it alone: "contre 38 % en 2024"
    is_of_lent_wave: bool = False  # nothing but a figure beside it tells its wave
    named: frozenset[str] = frozenset()  # the places and groups of its sentence
    places: SeveralPlaces | None = None  # of all of which it is said

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def is_shaky(self) -> bool:
        """Whether what it is of is a guess."""
        return self.is_guessed or self.misgivings().is_shaky

    @property
    def is_exact(self) -> bool:
        """Whether its number is said in digits, and as it is: no fraction, and no "nearly"."""
        return self.number is not None and not (self.number.hedge or self.number.in_words)

    @property
    def said(self) -> float | None:
        """The number that is claimed: percents, points, a score, a base or a factor."""
        if self.number is None or self.is_range:
            return self.factor if self.factor_to is None else None
        signed = -1.0 if self.kind in ("gap", "change") and self.direction == "down" else 1.0
        return signed * self.number.said
