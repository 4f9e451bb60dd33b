"""The columns of a codebook and the kinds of its entries, once: what reads a codebook, drafts one and explains it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from phare_cli.nouns.message import N_


class CodebookColumn(NamedTuple):
    """One column of a codebook: its name, what it holds and its other names."""

    name: str
    meaning: str
    aliases: tuple[str, ...] = ()


COLUMNS = (
    CodebookColumn("kind", N_("What is named: see the kinds."), ("type", "nature")),
    CodebookColumn("id", N_("The name as the data have it."), ("identifiant", "nom", "name")),
    CodebookColumn("slug", N_("What to type on a command line: paca.")),
    CodebookColumn("code", N_("A code that means the same, as text: 93.")),
    CodebookColumn("en", N_("Label in English; the id where it is empty."), ("label", "label_en")),
    CodebookColumn("fr", N_("Label in French; the id where it is empty."), ("libellé", "label_fr")),
    CodebookColumn("aliases", N_("Other names that mean the same, parted by |."), ("alias", "autres noms")),
    CodebookColumn(
        "equivalent",
        N_(
            "Of a group, a segment, an indicator, an item or a question: what another survey or wave calls it in "
            "other words, parted by |. It keeps its name; only compare --to-survey and --to-wave take one for the "
            "other, and say so."
        ),
        ("équivalent", "equivalents"),
    ),
    CodebookColumn("parent", N_("Of a region: the region that it lies in, other than the nation.")),
    CodebookColumn(
        "place", N_("Of a region: what it is called: département, commune, district, country."), ("lieu",)
    ),
    CodebookColumn("tile", N_("Of a region: its tile on a map, a column and a row as in a spreadsheet: D3.")),
    CodebookColumn(
        "color",
        N_(
            "Of a region, a group, a segment, an indicator or an item: its colour in pictures, as a theme has it: "
            "#0072b2."
        ),
        ("colour", "couleur"),
    ),
    CodebookColumn("order", N_("Place among its kind, a number; else that of the file."), ("ordre",)),
    CodebookColumn("in_fr", N_("In a French sentence: en Bretagne, dans le Gard, parmi les maires.")),
    CodebookColumn("of_fr", N_("In a French sentence: de Bretagne, du Gard, des maires, de l'emploi.")),
    CodebookColumn("the_fr", N_("In a French sentence: la Bretagne, le Gard, les maires, l'emploi.")),
    CodebookColumn("agreement_fr", N_("What agrees with it in French: m, f, mp or fp.")),
    CodebookColumn("after_fr", N_("Of a segment, in French, after the name of its group: employeuses.")),
    CodebookColumn(
        "first_fr", N_("Of an indicator, in French: what its first item is, la première priorité.")
    ),
    CodebookColumn("in_en", N_("In an English sentence: in Brittany, among mayors.")),
    CodebookColumn("the_en", N_("In an English sentence: the Gard, mayors, employment.")),
    CodebookColumn("after_en", N_("Of a segment, in English, after the name of its group: with employees.")),
    CodebookColumn(
        "first_en", N_("Of an indicator, in English: what its first item is, the first priority.")
    ),
    CodebookColumn("remark", N_("What you wish; it is not read."), ("remarque", "note")),
    CodebookColumn("higher", N_("Of an indicator of figures: better or worse, where a higher one is.")),
)

# What a project may name. Words that decide how figures are read, units among them, are phare's own.
KINDS: Mapping[str, str] = {
    "region": N_("a region of any kind: département, district, country; the nation is France"),
    "stakeholder": N_("a group that was asked"),
    "segment": N_("a part of a group"),
    "indicator": N_("what was asked"),
    "item": N_("an answer"),
    "question": N_("the wording of a question, to say what is equivalent to it"),
    "phrase": N_(
        "a clause for an indicator or INDICATOR/ITEM, such as {value} {of_group} find partnerships useful; it may "
        "hold {in_group}, {the_item} and {of_item} too"
    ),
    "universe": N_("whom a base stands for"),
    "source": N_("where figures were published"),
    "note": N_("a remark in the data"),
}
REWORDED = ("stakeholder", "segment", "indicator", "item", "question")  # what surveys call by other words
PHRASE_PLACES = frozenset({"value", "of_group", "in_group", "the_item", "of_item", "e"})
ASKED_PLACES = frozenset({"segment"})  # of the phrases asked/GROUP
WORDS: Mapping[str, tuple[str, ...]] = {
    "agreement_fr": ("m", "f", "mp", "fp"),
    "higher": ("better", "worse"),
}
COLORED = ("region", "stakeholder", "segment", "indicator", "item")  # what pictures show by a colour
COLOR = re.compile(r"#[0-9a-fA-F]{6}")  # as themes have it too
TILE = re.compile(r"([A-Z])([1-9]\d?)")  # where a region stands on a map: D3
