"""The words that phare prints of its own for a code: verdicts, reasons, flags, kinds. The codes are for programs."""

from __future__ import annotations

from phare_cli.nouns.message import N_

# What stands after a figure that must not be relied upon, where a table has no room for the word of its flag.
FLAG_SIGNS = {"low_base": "†", "suppress": "‡"}
# The fixed words of phare's own columns: code in machine formats, word on screen. Blank codes never reach a table.
WORDS = {
    "above": N_("▲ above"),
    "below": N_("▼ below"),
    "wave above": N_("▲ up"),
    "wave below": N_("▼ down"),
    "not_established": N_("○ not established"),
    "untestable": N_("untestable"),
    "base_missing": N_("base not published"),
    "reference_base_missing": N_("reference base not published"),
    "sample_unknown": N_("relation of the samples not known"),
    "different_universe": N_("different universe"),
    "different_question": N_("different question"),
    "rounding": N_("within published rounding"),
    "low_base": N_("low base"),
    "incoherent": N_("figures do not fit together"),
    "no_reference": N_("no figure to compare with"),
    "share_unknown": N_("share of the nation not known"),
    "no_standard_error": N_("standard error not published"),
    "no_test": N_("no test of such figures"),
    "suppress": N_("too imprecise to publish"),
    "few_in_a_cell": N_("few in a cell"),
    "review": N_("to review: 0 or 100%"),
    "high_on_both": N_("high on both"),
    "high_on_one": N_("high on one only"),
    "low_on_both": N_("low on both"),
    "high_on_all": N_("high on all"),
    "high_on_some": N_("high on some"),
    "low_on_all": N_("low on all"),
    "high": N_("high"),
    "low": N_("low"),
    "undecided": N_("undecided"),
    "region": N_("region"),
    "stakeholder": N_("group"),
    "segment": N_("segment"),
    "indicator": N_("indicator"),
    "item": N_("item"),
    "columns": N_("columns"),
    "kinds": N_("kinds"),
    "own": N_("yours"),
    "shipped": N_("phare's"),
    "none": N_("none"),
    "rate": N_("rate"),
    "ranking": N_("ranking"),
    "scale": N_("ordered scale"),
    "single": N_("single response"),
    "multiple": N_("multiple response"),
    "warning": N_("warning"),
    "fresh": N_("up to date"),
    "new": N_("not answered yet"),
    "stale": N_("stale"),
    "edited": N_("changed by hand"),
    "problem": N_("problem"),
}


def code_of(names: str, code: str) -> str:
    """Return under which code of WORDS a word stands where it has one for what it *names*: a verdict, of waves.

    >>> code_of("wave", "above"), code_of("wave", "low_base"), code_of("", "above")
    ('wave above', 'low_base', 'above')
    """
    own = f"{names} {code}"
    return own if own in WORDS else code
