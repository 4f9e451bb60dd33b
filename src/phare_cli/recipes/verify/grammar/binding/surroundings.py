"""What stands around the figures of one sentence while they are bound, one after the other."""

from collections.abc import Sequence
from typing import NamedTuple

from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.recipes.verify.grammar.antecedents.held_against import Span, span_of
from phare_cli.recipes.verify.grammar.claims import Scene
from phare_cli.recipes.verify.grammar.context import Context
from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence


class Bound(NamedTuple):
    """A figure with what it was bound to, and whether its words are those of a complement.

    *others* are further readings; *zone* is where its topic was looked for.
    """

    number: SpokenNumber
    scene: Scene
    is_complement: bool = False
    others: tuple[Scene, ...] = ()
    is_claim: bool = True
    zone: tuple[int, int] = (0, 0)
    is_unsure: bool = False  # one of several in a row that nothing tells apart
    is_in_turn: bool = False  # its place in a row says of whom it is
    is_guessed: bool = False  # what it is of is told by a part of it alone
    is_aside: bool = False  # a relative clause says it of what another is set beside
    is_uncounted: bool = False  # a share of money, of time, of what nobody answers


class Surroundings:
    """A sentence with its figures and relations, the context, and the figures that are bound already."""

    __slots__ = (
        "bound",
        "context",
        "figures",
        "held",
        "is_loose",
        "relations",
        "sentence",
        "tells_time",
        "tokens",
        "words",
    )

    def __init__(
        self,
        sentence: Sentence,
        figures: Sequence[SpokenNumber],
        relations: Sequence[Relation],
        context: Context,
        is_loose: bool,
        held: Sequence[Span],
    ) -> None:
        self.sentence, self.tokens, self.words = sentence, sentence.tokens, sentence.words
        self.figures, self.relations, self.context = figures, relations, context
        self.is_loose = is_loose
        self.held = held  # where figures are held against others
        self.bound: list[Bound] = []
        self.tells_time: bool | None = (
            None  # whether anything says when its figures are of, once it was asked
        )

    def held_behind(self, place: int) -> list[Mention]:
        """Return the names behind *place* of what is held against something there: "contre 52 % à l'échelle ..."."""
        span = span_of(self.held, place - 1)
        return [each for each in self.sentence.mentions if span is not None and place <= each.start < span[1]]

    def is_held(self, place: int, beside: int) -> bool:
        """Tell whether *place* stands with what is held against something, and *beside* does not."""
        span = span_of(self.held, place) if self.held else None
        return span is not None and not span[0] <= beside < span[1]
