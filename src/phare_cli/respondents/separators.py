"""Find what parts the answers in a cell of several, from the distinct cells of the whole column. Counts nobody."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

NONE = "none"  # what to say where cells hold one answer each
# Marks that people hardly ever write inside an answer. A longer one stands before those it holds.
STRONG = (";#", ";", "||", "|", "\n", "\t", "•", "·", "¤", "§", "~", "::")
# Marks that answers hold too: they part where the pieces are answers elsewhere.
WEAK = (",", "/", "+", "&")
MARKS = frozenset((*STRONG, *WEAK))  # that part with blanks around them or without
_CODES = re.compile(r"[A-Za-z0-9_.-]+(?: [A-Za-z0-9_.-]+)*")
_ENOUGH = 0.5  # of the pieces must be answers elsewhere
_CODES_ENOUGH = 0.8
_MOST_JOINED = 300  # distinct cells: more of them are no combinations of a few answers
_LONGEST_JOINT = 6
_ALWAYS_TOGETHER = 6  # cells in which two pieces stand side by side, and neither without the other


class Parting(NamedTuple):
    """How the cells of a column are parted. *separator* is empty where each holds one answer.

    *whole* are answers that hold the separator themselves. *rivals* are other marks that might part as well:
    with any, nothing is certain.
    """

    separator: str
    whole: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()


def find_parting(cells: Collection[str], options: Collection[str] = ()) -> Parting:
    """Return what parts the answers in *cells*, the distinct ones of a column; *options* are known answers.

    A declared option holds what it holds: marks inside one part nothing.
    """
    longest = sorted(filter(None, options), key=len, reverse=True)
    bare = [_without(cell, longest) for cell in cells]
    strong = {mark: count for mark in STRONG if (count := sum(mark in cell for cell in bare))}
    if strong:
        return _strongest(strong)
    if options:
        found = [mark for mark in WEAK if any(mark in cell for cell in bare)]
        if found:
            return Parting(found[0], (), tuple(found[1:]))
    weak = {mark: _pieces(cells, mark) for mark in WEAK if any(_holds(cell, mark) for cell in cells)}
    if weak:
        return _weakest(weak)
    if all(_CODES.fullmatch(cell) for cell in cells) and any(" " in cell for cell in cells):
        pieces = [cell.split(" ") for cell in cells]
        if _reuse(pieces) >= _CODES_ENOUGH and not _inseparable(pieces, 2):
            return Parting(" ")
    joint = _joint(cells)
    return Parting(joint, (), (NONE,)) if joint else Parting("")


def _joint(cells: Collection[str]) -> str:
    """Return what most often stands between two answers of a cell that are cells of their own too, in two at least."""
    if not 2 < len(cells) <= _MOST_JOINED:
        return ""
    texts = sorted(filter(None, cells))
    between: Counter[str] = Counter()
    for cell in texts:
        for first in texts:
            if cell.startswith(first) and first != cell:
                rest = cell[len(first) :]
                last = max((each for each in texts if rest.endswith(each)), key=len, default="")
                joint = rest.removesuffix(last) if last else ""
                is_mark = joint == "\\n" or not (
                    joint.strip() == "" or joint[0].isalnum() or joint[-1].isalnum()
                )
                between.update([joint] if is_mark and len(joint) <= _LONGEST_JOINT else ())
    (joint, count) = max(between.items(), key=lambda each: each[1], default=("", 0))
    return joint if count > 1 else ""


def parts_of(cell: str, separator: str, whole: Sequence[str]) -> list[str]:
    """Return the answers in a cell; *whole* are those that may hold the separator, the longest first."""
    if not separator:
        return [cell] if cell.strip() else []
    parts: list[str] = []
    rest = cell.strip()
    while rest:
        part = next((answer for answer in whole if _heads(rest, answer, separator)), None)
        if part is None:
            at = _first(rest, separator)
            part = rest if at < 0 else rest[:at]
        rest = rest[len(part) :]
        rest = (rest if rest.startswith(separator) else rest.lstrip(" ")).removeprefix(separator).strip(" ")
        if part.strip():
            parts.append(part.strip())
    return parts


def _heads(text: str, answer: str, separator: str) -> bool:
    """Tell whether *text* opens with *answer*, followed by the separator or nothing."""
    if not answer or not text.startswith(answer):
        return False
    rest = text[len(answer) :]
    return not rest.strip() or rest.startswith(separator) or rest.lstrip(" ").startswith(separator)


def _strongest(cells: Mapping[str, int]) -> Parting:
    """Return the mark that stands in most *cells*; another that stands in half as many leaves a doubt."""
    ordered = sorted(
        ((count, mark) for mark, count in cells.items() if not _is_nested(mark, cells)), reverse=True
    )
    most, separator = ordered[0]
    rivals = tuple(mark for count, mark in ordered[1:] if 2 * count > most)
    return Parting(separator, (), rivals)


def _is_nested(mark: str, cells: Mapping[str, int]) -> bool:
    """Tell whether another mark stands for this one: ``;#`` for ``;`` where no cell holds the latter alone."""
    return any(
        (mark in other and cells[mark] == cells[other]) or (other in mark and cells[other] > cells[mark])
        for other in cells
        if other != mark
    )


def _weakest(of_marks: dict[str, list[list[str]]]) -> Parting:
    """Return the mark whose pieces are answers elsewhere; none of them doing so, or two alike, leaves a doubt."""
    scored = sorted(((_reuse(pieces), mark) for mark, pieces in of_marks.items()), reverse=True)
    best, separator = scored[0]
    if best < _ENOUGH:
        return Parting(separator, (), (NONE, *(mark for _, mark in scored[1:])))
    rivals = tuple(mark for score, mark in scored[1:] if score >= _ENOUGH and score > best / 2)
    return Parting(separator, _whole(of_marks[separator], separator), rivals)


def _holds(cell: str, mark: str) -> bool:
    return _first(cell, mark) >= 0


def _first(text: str, mark: str) -> int:
    """Return where *mark* first stands outside brackets, -1 when it does not; only weak marks hide in brackets."""
    if mark not in WEAK or "(" not in text:
        return text.find(mark)
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth <= 0 and text.startswith(mark, place):
            return place
    return -1 if depth <= 0 else text.find(mark)  # a bracket that nothing closes hides nothing


def _pieces(cells: Iterable[str], mark: str) -> list[list[str]]:
    return [parts_of(cell, mark, ()) for cell in cells]


def _reuse(cells: Sequence[Sequence[str]]) -> float:
    """Return the share of the pieces of parted cells that stand in another cell too."""
    cells_by_piece = Counter(piece for cell in cells for piece in set(cell))
    parted = [piece for cell in cells if len(cell) > 1 for piece in cell]
    return sum(cells_by_piece[piece] > 1 for piece in parted) / len(parted) if parted else 0.0


def _inseparable(cells: Sequence[Sequence[str]], least: int) -> set[tuple[str, str]]:
    """Return the pairs that stand side by side in *least* cells or more, neither ever without the other."""
    after: dict[str, set[str]] = defaultdict(set)
    before: dict[str, set[str]] = defaultdict(set)
    times: Counter[tuple[str, str]] = Counter()
    for cell in cells:
        for first, second in zip(["", *cell], [*cell, ""], strict=True):
            after[first].add(second)
            before[second].add(first)
            times[first, second] += 1
    return {
        (first, second)
        for (first, second), count in times.items()
        if first and second and count >= least and after[first] == {second} and before[second] == {first}
    }


def _whole(cells: Sequence[Sequence[str]], separator: str) -> tuple[str, ...]:
    """Return the answers that hold the separator: pieces that never part, the second of them in small letters."""
    joint = ", " if separator == "," else f" {separator} "
    often = _inseparable(cells, _ALWAYS_TOGETHER)
    following = {
        first: second
        for first, second in _inseparable(cells, 2)
        if (first[:1].isupper() and second[:1].islower()) or (first, second) in often
    }
    answers = []
    for first in following.keys() - set(following.values()):
        chain = [first]
        while chain[-1] in following:
            chain.append(following[chain[-1]])
        answers.append(joint.join(chain))
    return tuple(sorted(answers, key=lambda answer: (-len(answer), answer)))


def _without(cell: str, options: Sequence[str]) -> str:
    """Return what is left of a cell when the known answers, the longest first, are taken out of it."""
    rest = cell
    for option in options:
        rest = rest.replace(option, " ")
    return rest
