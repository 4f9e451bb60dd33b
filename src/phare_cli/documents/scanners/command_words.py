"""Part a command that people typed into a document or a file of their project into its words."""

from __future__ import annotations

import re
import shlex

# What is quoted, an escaped sign; else a backslash before a letter, as paths of Windows have it.
_PARTS = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'|\\[^\w.]|\\(?=[\w.])', re.DOTALL)


def split_command(command: str) -> list[str]:
    r"""Return the words of *command* as a shell has them, but that backslashes of paths stay. Raises ValueError.

    >>> split_command(r"show l\'essentiel -d 'vague 3'\vague3.csv")
    ['show', "l'essentiel", '-d', 'vague 3\\vague3.csv']
    """
    return shlex.split(_PARTS.sub(lambda part: "\\\\" if part[0] == "\\" else part[0], command))
