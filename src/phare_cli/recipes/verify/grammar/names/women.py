"""Tell women by the ending of a French noun: "les Réunionnaises", "des lectrices" are the women who were asked."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.documents.prose.lexicon import Lexicon
from phare_cli.documents.prose.tokens import Token, folded
from phare_cli.recipes.verify.grammar.names.mention import Mention

_LIVING = "aises oises iennes eennes aines ines anes onnes ardes andes audes".split()  # noqa: SIM905
_DOING = ("trices", "euses")  # of what somebody does
_COUNTING = frozenset(("des", "les", "aux"))
_LONGEST_ENDING = 8  # letters of "rices" and of what must stand before it


class Women:
    """The only group of women of one survey, where there is one; *groups* are those that it holds."""

    def __init__(self, groups: Sequence[str], words: Lexicon) -> None:
        named = [group for group in groups if words["sex noun"].sense_of(folded(group)) == "f"]
        self.group = named[0] if words.language == "fr" and len(named) == 1 else ""

    def live_there(self, word: str) -> bool:
        """Tell whether a folded word for who lives somewhere is of women alone."""
        return bool(self.group) and word.endswith(tuple(_LIVING))

    def at(self, tokens: Sequence[Token], place: int) -> Mention | None:
        """Return the women whom a word at *place* names by what they do."""
        word = tokens[place].word
        is_named = self.group and word.endswith(_DOING) and len(word) >= _LONGEST_ENDING
        if not is_named or not place or tokens[place - 1].word not in _COUNTING:
            return None
        return Mention(place, place + 1, "group", self.group)

    def opens(self, word: str) -> bool:
        """Tell whether a folded word may be such a noun."""
        return bool(self.group) and word.endswith(_DOING)
