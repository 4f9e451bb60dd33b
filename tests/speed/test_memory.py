"""An hour of use leaks nothing: the same questions asked again and again leave nothing behind."""

from __future__ import annotations

import gc
import io
import sys
from collections.abc import Callable

from phare_cli import Look, Selection, compare, read, render, show, subset

RESULTS = b"""region,stakeholder,indicator,item,value,base
PACA,mayors,engagement,engaged,57,400
France,mayors,engagement,engaged,49,4000
France,mayors,fragilities,mobility,31,4000
"""
LEFT = 2_000  # blocks of memory: caches of bounded size may still fill


def blocks_after(times: int, question: Callable[[], object]) -> int:
    for _ in range(times):
        question()
    gc.collect()
    return sys.getallocatedblocks()


def test_ten_thousand_answers_leave_nothing_behind() -> None:
    survey = read(io.BytesIO(RESULTS))

    def question() -> None:
        render(show(subset(survey, Selection(regions=("PACA",)))), "csv", Look())

    before = blocks_after(100, question)

    assert blocks_after(10_000, question) - before < LEFT


def test_a_thousand_files_leave_nothing_behind() -> None:
    def question() -> None:
        survey = subset(read(io.BytesIO(RESULTS)), Selection(indicators=("engagement",)))
        render(compare(survey, regions=("Provence-Alpes-Côte d'Azur",)), "markdown", Look(language="fr"))

    before = blocks_after(100, question)

    assert blocks_after(1_000, question) - before < LEFT
