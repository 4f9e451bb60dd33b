"""Know names that are codes of one list, as questionnaires number answers: A1, AO02, SQ003. Says what none means."""

from __future__ import annotations

import re
from collections.abc import Collection

# A1, AO02, SQ003; no T3 nor F2, which are homes, nor M1, a year of study.
_CODE = re.compile(r"(AO?|SQ|[CRXZ])0*\d{1,3}")
_OTHERS = frozenset({"-oth-", "other"})  # so LimeSurvey calls an answer of one's own, and its column


def is_code(text: str) -> bool:
    """Tell whether a text looks like the code of an answer."""
    return _CODE.fullmatch(text) is not None


def are_codes(texts: Collection[str]) -> bool:
    """Tell whether answers are codes of one list, and none of them a word.

    >>> are_codes(["A1", "A2", "-oth-"]), are_codes(["T1", "T2"]), are_codes(["A1", "Other"])
    (True, False, False)
    """
    asked = [text for text in texts if text and text not in _OTHERS]
    found = [code for text in asked if (code := _CODE.fullmatch(text))]
    return 1 < len(found) == len(asked) and len({code[1] for code in found}) == 1
