"""Words that set two figures side by side, before it is known which."""

from typing import NamedTuple

from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.topics import TopicMention

APART = "apart"  # the direction of words that say that two figures differ, and not which way
# Words that lead whom something is said of.
FOR = frozenset(("pour", "chez", "parmi", "for", "among"))
# The way that a change by a factor goes, and the factor.
MULTIPLES = {
    "double": ("up", 2.0),
    "more double": ("up", 2.0),
    "triple": ("up", 3.0),
    "more triple": ("up", 3.0),
    "half": ("down", 0.5),
}


class Relation(NamedTuple):
    """Words that set two figures side by side, from token *start* to *end*, its reference included.

    *cue* is where its own words end and what it is compared with begins; *target* is that, a name or a topic.
    *subject* is whom or where it is said of, where its construction tells.
    """

    start: int
    end: int
    cue: int
    kind: str
    direction: str = ""
    size: str = ""
    number: SpokenNumber | None = None
    factor: float | None = None
    factor_to: float | None = None  # the upper end of a range of multiples
    decimals: int = 0  # that its factor is said with
    hedge: str = ""  # of its factor
    rank: int | None = None
    target: Mention | TopicMention | None = None
    subject: Mention | None = None
    among: str = ""  # what an order runs over, where its construction tells
    is_one_of: bool = False  # "among the first": some of the first ranks, none in particular
    first: int = 0  # how many of the first ranks are told: "the top three concerns"
    is_of_others: bool = False  # "the other adults": the group is the same, the place is not

    def covers(self, place: int) -> bool:
        return self.start <= place < self.end
