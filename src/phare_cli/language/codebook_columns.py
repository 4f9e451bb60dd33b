"""The columns of a codebook and the kinds of its entries, once: what reads a codebook, drafts one and explains it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from phare_cli.nouns.message import N_


class CodebookColumn(NamedTuple):
    """One column of a codebook: what it holds, what stands in for it, its meaning, an example, other names of it."""

    name: str
    holds: str
    default: str
    meaning: str
    example: str
    aliases: tuple[str, ...] = ()


_TEXT, _TEXTS, _NONE = N_("text"), N_("texts, parted by |"), N_("nothing")
_REQUIRED, _LABEL = N_("required"), N_("the other label, else the id")
_SURE = N_("none, or what a rule is sure of")
COLUMNS = (
    CodebookColumn(
        "kind", N_("a kind"), _REQUIRED, N_("What is named: see the kinds."), "region", ("type", "nature")
    ),
    CodebookColumn(
        "id",
        _TEXT,
        _REQUIRED,
        N_("The name as the data have it."),
        "Grand Alès",
        ("identifiant", "nom", "name"),
    ),
    CodebookColumn("slug", _TEXT, N_("the id"), N_("What to type on a command line: paca."), "ales"),
    CodebookColumn("code", _TEXT, _NONE, N_("A code that means the same, as text: 93."), "30-A"),
    CodebookColumn(
        "en",
        _TEXT,
        _LABEL,
        N_("Label in English; the id where it is empty."),
        "Greater Alès",
        ("label", "label_en"),
    ),
    CodebookColumn(
        "fr",
        _TEXT,
        _LABEL,
        N_("Label in French; the id where it is empty."),
        "Alès Agglomération",
        ("libellé", "label_fr"),
    ),
    CodebookColumn(
        "aliases",
        _TEXTS,
        _NONE,
        N_("Other names that mean the same, parted by |."),
        "Alès|Alès Agglo",
        ("alias", "autres noms"),
    ),
    CodebookColumn(
        "equivalent",
        _TEXTS,
        _NONE,
        N_(
            "Of a group, a segment, an indicator, an item or a question: what another survey or wave calls it in "
            "other words, parted by |. It keeps its name; only compare --to-survey and --to-wave take one for the "
            "other, and say so."
        ),
        "transports|déplacements",
        ("équivalent", "equivalents"),
    ),
    CodebookColumn(
        "parent",
        N_("a region"),
        N_("the nation"),
        N_("Of a region: the region that it lies in, other than the nation."),
        "Gard",
    ),
    CodebookColumn(
        "place",
        N_("a word for places"),
        N_("area"),
        N_("Of a region: what it is called: département, commune, district, country."),
        "commune",
        ("lieu",),
    ),
    CodebookColumn(
        "tile",
        N_("a column and a row"),
        _NONE,
        N_("Of a region: its tile on a map, a column and a row as in a spreadsheet: D3."),
        "D3",
    ),
    CodebookColumn(
        "color",
        N_("a colour"),
        N_("that of the theme"),
        N_(
            "Of a region, a group, a segment, an indicator or an item: its colour in pictures, as a theme has it: "
            "#0072b2."
        ),
        "#0072b2",
        ("colour", "couleur"),
    ),
    CodebookColumn(
        "order",
        N_("number"),
        N_("that of the file"),
        N_("Place among its kind, a number; else that of the file."),
        "1",
        ("ordre",),
    ),
    CodebookColumn(
        "in_fr",
        _TEXT,
        _SURE,
        N_("In a French sentence: en Bretagne, dans le Gard, parmi les maires."),
        "dans l'agglomération d'Alès",
    ),
    CodebookColumn(
        "of_fr",
        _TEXT,
        _SURE,
        N_("In a French sentence: de Bretagne, du Gard, des maires, de l'emploi."),
        "de l'agglomération d'Alès",
    ),
    CodebookColumn(
        "the_fr",
        _TEXT,
        _SURE,
        N_("In a French sentence: la Bretagne, le Gard, les maires, l'emploi."),
        "l'agglomération d'Alès",
    ),
    CodebookColumn(
        "agreement_fr",
        N_("m, f, mp or fp"),
        _SURE,
        N_("What agrees with it in French: m, f, mp or fp."),
        "f",
    ),
    CodebookColumn(
        "after_fr",
        _TEXT,
        N_("the label"),
        N_("Of a segment, in French, after the name of its group: employeuses."),
        "employeuses",
    ),
    CodebookColumn(
        "first_fr",
        _TEXT,
        _NONE,
        N_("Of an indicator, in French: what its first item is, la première priorité."),
        "la première priorité",
    ),
    CodebookColumn(
        "in_en",
        _TEXT,
        N_("in, or among, and the label"),
        N_("In an English sentence: in Brittany, among mayors."),
        "in Greater Alès",
    ),
    CodebookColumn(
        "the_en",
        _TEXT,
        N_("the label"),
        N_("In an English sentence: the Gard, mayors, employment."),
        "Greater Alès",
    ),
    CodebookColumn(
        "after_en",
        _TEXT,
        N_("the label"),
        N_("Of a segment, in English, after the name of its group: with employees."),
        "with employees",
    ),
    CodebookColumn(
        "first_en",
        _TEXT,
        _NONE,
        N_("Of an indicator, in English: what its first item is, the first priority."),
        "the first priority",
    ),
    CodebookColumn(
        "remark", _TEXT, _NONE, N_("What you wish; it is not read."), "guessed: check", ("remarque", "note")
    ),
    CodebookColumn(
        "higher",
        N_("better or worse, mieux or pire"),
        _NONE,
        N_(
            "Of an indicator of figures: better or worse, where a higher one is; mieux and pire say the same."
        ),
        "better",
    ),
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
        "hold {in_group}, {the_item} and {of_item} too, and {e} where a French word takes an e for groups that are "
        "feminine (engagé{e}s), by agreement_fr"
    ),
    "universe": N_("whom a base stands for"),
    "source": N_("where figures were published"),
    "note": N_("a remark in the data"),
}
# A line of each kind, under kind;id;fr.
KIND_EXAMPLES: Mapping[str, str] = {
    "region": "region;Grand Alès;Alès Agglomération",
    "stakeholder": "stakeholder;agents;Agents publics",
    "segment": "segment;cadres;Cadres",
    "indicator": "indicator;craintes;Craintes",
    "item": "item;loyers;Prix des loyers",
    "question": "question;Que craignez-vous ?;Que craignez-vous ?",
    "phrase": "phrase;craintes/loyers;{value} {of_group} craignent pour leur loyer",
    "universe": "universe;18+;18 ans et plus",
    "source": "source;OBS;Observatoire d'Alès",
    "note": "note;prov.;Résultats provisoires",
}
REWORDED = ("stakeholder", "segment", "indicator", "item", "question")  # what surveys call by other words
PHRASE_PLACES = frozenset({"value", "of_group", "in_group", "the_item", "of_item", "e"})
ASKED_PLACES = frozenset({"segment"})  # of the phrases asked/GROUP
WORDS: Mapping[str, tuple[str, ...]] = {
    "agreement_fr": ("m", "f", "mp", "fp"),
    "higher": ("better", "worse"),
}
# What people write for such a word, folded.
SAID: Mapping[str, Mapping[str, str]] = {
    "higher": {
        "better": "better",
        "mieux": "better",
        "meilleur": "better",
        "meilleure": "better",
        "moins bien": "worse",
        "moins bon": "worse",
        "moins bonne": "worse",
        "pire": "worse",
        "worse": "worse",
    },
}
COLORED = ("region", "stakeholder", "segment", "indicator", "item")  # what pictures show by a colour
COLOR = re.compile(r"#[0-9a-fA-F]{6}")  # as themes have it too
TILE = re.compile(r"([A-Z])([1-9]\d?)")  # where a region stands on a map: D3
