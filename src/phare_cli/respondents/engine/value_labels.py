"""Know the codes of a column beside the labels that stand for them, and tell codes that share one."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping

from phare_cli.language.folding import clean
from phare_cli.respondents.engine.number_columns import number

_LEADING = re.compile(r"[-+]?\d+(?:[.,]\d+)?(?!\w)")

Known = Callable[[str], bool]
"""Tells whether a text was declared: as an option, as no answer, as a name to recode."""


class ValueLabels:
    """The labels of the codes of one column, as texts; a blank label stands for nothing, and its code is shown."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        """Take *labels* as code -> label."""
        self._labels = {clean(code): text for code, label in labels.items() if (text := clean(label))}
        self._count_by_label = Counter(self._labels.values())
        self._met: dict[str, set[str]] = {}

    def __bool__(self) -> bool:
        return bool(self._labels)

    def label(self, code: str) -> str:
        """Return the label of a code, the code itself where it has none."""
        return self._labels.get(code, code)

    def own(self, code: str) -> str:
        """Return the label of a code that no other has, else the code itself."""
        label = self.label(code)
        return code if self._count_by_label[label] > 1 else label

    def codes(self, label: str) -> list[str]:
        """Return the codes that a label stands for."""
        return [code for code, known_label in self._labels.items() if known_label == label]

    def known(self, code: str, known: Known) -> str | None:
        """Return the text that was declared for a code: its label, or the code where that is no other's label."""
        label = self.label(code)
        if known(label):
            return label
        return code if code not in self._count_by_label and known(code) else None

    def shown(self, code: str, known: Known) -> str:
        """Return the text that stands for a code: what was declared for it, else its label."""
        declared = self.known(code, known)
        label = self.label(code)
        if code and (declared is None or declared == label):
            self._met.setdefault(label, set()).add(code)
        return label if declared is None else declared

    def scored(self, code: str) -> str:
        """Return the text that a score stands in: the code, or its label where labels number the scale otherwise.

        A label on a code takes no number away; but a code 1 that is called “0” or “0 - not at all” is a 0.
        """
        if not self._numbers_scale():
            return code
        label = self.label(code)
        return found[0] if (found := _LEADING.match(label)) else label

    def _numbers_scale(self) -> bool:
        """Tell whether a label is a number, and another than that of its code."""
        return any(
            not math.isnan(value := number(label)) and value != number(code)
            for code, label in self._labels.items()
        )

    @property
    def shared(self) -> Mapping[str, list[str]]:
        """The labels that were shown for several codes, with these."""
        return {
            label: [code for code in (*self._labels, label) if code in codes]
            for label, codes in self._met.items()
            if len(codes) > 1
        }


NO_LABELS = ValueLabels({})
