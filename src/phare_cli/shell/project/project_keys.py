"""What each key of phare.toml is for, with a line that may stand in one."""

from __future__ import annotations

from collections.abc import Mapping

from phare_cli.nouns.message import N_

# What each key of phare.toml is for; what it may hold is said where it is read.
PROJECT_KEYS: Mapping[str, tuple[str, str]] = {
    "data": (
        N_("Results files in place of the shipped figures; paths lead from the folder of phare.toml."),
        'data = ["resultats.csv"]',
    ),
    "map": (
        N_("Columns of another name, or constants, as --map gives them."),
        'map = { region = "REG", wave = "=2024" }',
    ),
    "region": (N_("The regions that commands show where none is named."), 'region = "PACA"'),
    "lang": (N_("Language of answers and messages."), 'lang = "fr"'),
    "decimals": (N_("Decimals to print."), "decimals = 1"),
    "codebook": (
        N_("Codebook of your own; its path leads from the folder of phare.toml."),
        'codebook = "mots.csv"',
    ),
    "theme": (
        N_(
            "Colours, fonts and logo of pictures; its path leads from the folder of phare.toml. Also light or dark."
        ),
        'theme = "maison.toml"',
    ),
    "pictures": (
        N_("Pictures that the pages of report have beside their own, as --picture gives them."),
        'pictures = ["trend", "map"]',
    ),
    "missing": (
        N_("Marks and answers that stand for none, in results and of respondents, as --missing gives them."),
        'missing = ["nsp", ":"]',
    ),
    "template": (
        N_(
            "Templates of the house for Word, LibreOffice and PowerPoint; paths lead from the folder of phare.toml."
        ),
        'template = ["charte.dotx", "charte.ott", "charte.potx"]',
    ),
    "run": (
        N_("The steps of phare run, in their order: from answers to documents."),
        'run = ["check", "update note.md"]',
    ),
    "conf": (N_("Confidence level of intervals and tests."), "conf = 0.95"),
}
