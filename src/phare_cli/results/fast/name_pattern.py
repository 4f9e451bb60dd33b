"""Make one regular expression that finds, in bytes, every row whose cells may fold to given names. Misses none.

It follows ASCII letters and digits one by one, as folding does, and lets through whatever begins alike and goes on
with another byte: what is found has to be judged by the names themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

# What folding makes a blank of or leaves out, but for the delimiter and the ends of lines.
_OTHER = rb"\x80-\xff"
_FOLLOWED = 12  # letters of a name: more cost more to compile than they keep away
_END, _MORE = "", "..."

Tree = dict[str, "Tree"]


def pattern(asked: Mapping[int, Iterable[str]], delimiter: str) -> re.Pattern[bytes]:
    """Return what matches the end of a line before each row in which the cells at all places of *asked* may be wanted.

    *asked* leads from the place of a cell to the folded names that it may have. An empty cell is found too: its row
    may be no figure at all.
    """
    mark = re.escape(delimiter.encode())
    blanks = _blanks(delimiter)
    cell = b"[^" + mark + rb"\n]*+"
    parts, passed = [rb"\n"], 0
    for place in sorted(asked):
        parts.append((cell + mark) * (place - passed))
        parts.append(b"(?:%s)" % _cell(asked[place], mark, blanks))
        passed = place
    return re.compile(b"".join(parts))


def _blanks(delimiter: str) -> bytes:
    """Return, as the inside of a set, the ASCII that folds to a blank and may stand in a cell."""
    codes = [code for code in range(128) if not chr(code).isalnum() and chr(code) not in f"\n{delimiter}"]
    firsts = [code for code in codes if code - 1 not in codes]
    lasts = [code for code in codes if code + 1 not in codes]
    return b"".join(b"\\x%02x-\\x%02x" % ends for ends in zip(firsts, lasts, strict=True))


def _cell(folded: Iterable[str], mark: bytes, blanks: bytes) -> bytes:
    tree: Tree = {}
    for name in folded:
        branch = tree
        is_followed = any(map(str.isalnum, name))  # a name made of marks folds to itself
        for letter in name[:_FOLLOWED] if is_followed else "":
            branch = branch.setdefault(letter, {})
        branch[_END if is_followed and len(name) <= _FOLLOWED else _MORE] = {}
    tree[_END] = {}
    some = b"[" + blanks + b"]"
    # Most cells begin with another letter: one look at it is enough.
    first = b"".join((letter + letter.upper()).encode() for letter in tree if letter.isascii())
    begins = rb"(?!\Z)" if _MORE in tree else b"(?=[" + first + _OTHER + blanks + mark + rb"\n])"
    return begins + some + b"*+" + _branch(tree, mark, some)


def _branch(tree: Tree, mark: bytes, some: bytes) -> bytes:
    ways = [b"[" + _OTHER + b"]"]
    for letter, rest in tree.items():
        if letter == _MORE:
            return b""
        if letter == _END:
            ways.append(some + b"*+(?=[" + mark + rb"\n])")
        elif letter == " ":
            ways.append(some + b"++" + _branch(rest, mark, some))
        elif letter.isascii() and letter.isalnum():
            ways.append(b"[" + (letter + letter.upper()).encode() + b"]" + _branch(rest, mark, some))
        # Any other letter is not ASCII in the file either, or a name made of marks: let through above.
    return b"(?:" + b"|".join(ways) + b")"
