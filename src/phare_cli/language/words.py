"""The fixed words of phare's own columns, as machines and as people read them; a verdict has its mark."""

from __future__ import annotations

from phare_cli.nouns.message import N_

# Code in machine formats: word on screen. Blank codes never reach a table.
WORDS = {
    "above": N_("▲ above"),
    "below": N_("▼ below"),
    "not_established": N_("≈ not established"),
    "untestable": N_("? untestable"),
    "base_missing": N_("base not published"),
    "reference_base_missing": N_("reference base not published"),
    "sample_unknown": N_("relation of the samples not known"),
    "different_universe": N_("different universe"),
    "different_question": N_("different question"),
    "rounding": N_("within published rounding"),
    "low_base": N_("low base"),
    "incoherent": N_("figures cannot both be right"),
    "no_reference": N_("no figure to compare with"),
    "not_a_percentage": N_("not a percentage"),
    "suppress": N_("too imprecise to publish"),
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
    "rate": N_("rate"),
    "ranking": N_("ranking"),
    "single": N_("single response"),
    "multiple": N_("multiple response"),
    "warning": N_("warning"),
    "problem": N_("problem"),
}
