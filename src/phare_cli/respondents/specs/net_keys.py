"""Read the nets of a question, and those of a command line: items joined under a name, or some less others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from phare_cli.language.folding import fold
from phare_cli.nouns.message import Listing, Message, sentence
from phare_cli.respondents.spec import Net, QuestionKind

_MINUS = " minus "
_NAMED = 8  # items that a sentence names
ONE_ANSWER = sentence(
    "some items less others are those of a question of one answer, or of a score: of several answers somebody may have "
    "given both."
)
Add = Callable[[str, Message], None]
"""Takes what is wrong with a key."""


def read_nets(
    entries: object, kind: QuestionKind, path: str, add: Add, *, known: Collection[str] = ()
) -> dict[str, Net]:
    """Return the nets of a question by name: a list of items, or a table of those of *plus* and of *minus*.

    *known* are the items that there are, where the question declares them all.
    """
    if not isinstance(entries, Mapping):
        return {}
    nets = {}
    for name, value in entries.items():
        sides = value if isinstance(value, Mapping) else {"plus": value}
        net = Net(_items(sides.get("plus")), _items(sides.get("minus", [])))
        if not net.plus or not set(sides) <= {"plus", "minus"} or ("minus" in sides and not net.minus):
            add(
                f"{path}.{name}",
                sentence(
                    'a net is a list of items, ["9", "10"], or a table of two, {example}.',
                    example='{ plus = ["9", "10"], minus = ["0-6"] }',
                ),
            )
        if net.minus and kind not in (QuestionKind.SINGLE, QuestionKind.SCORE):
            add(f"{path}.{name}", ONE_ANSWER)
        for item in (*net.plus, *net.minus) if known else ():
            if not _is_among(item, known):
                add(f"{path}.{name}", _unknown(item, known))
        nets[str(name)] = net
    return nets


def _is_among(item: str, known: Collection[str]) -> bool:
    """Tell whether an item is one of those *known*, or may be a range of some: “0-6”."""
    return fold(item) in set(map(fold, known)) or (
        item[0].isdigit() and any(text[0].isdigit() for text in known)
    )


def _unknown(item: str, known: Collection[str]) -> Message:
    from difflib import get_close_matches

    spelled = {fold(text): text for text in known}
    near = get_close_matches(fold(item), list(spelled), n=1)
    if near:
        return sentence(
            "no item of this question is called “{item}”. Did you mean “{near}”?",
            item=item,
            near=spelled[near[0]],
        )
    named = Listing(tuple(dict.fromkeys(known))[:_NAMED])
    return sentence("no item of this question is called “{item}”. Items: {items}.", item=item, items=named)


def net_of(text: str) -> Net:
    """Return the net that a text lists, ``A,B`` or ``A,B minus C``; one without items where it lists none."""
    plus, is_less, minus = text.partition(_MINUS)
    net = Net(_listed(plus), _listed(minus))
    return Net(()) if is_less and not net.minus else net


def _listed(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, text.split(","))))


def _items(value: object) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    return tuple(
        str(item).strip() for item in items if isinstance(item, str | int | float) and str(item).strip()
    )
