"""What each key of phare.toml is for, with a line that may stand in one."""

from __future__ import annotations

from collections.abc import Mapping

from phare_cli.nouns.message import N_

_NONE = N_("nothing")
# What each key of phare.toml is for, what stands in for it, a line; what it may hold is said where it is read.
PROJECT_KEYS: Mapping[str, tuple[str, str, str]] = {
    "data": (
        N_("Results files in place of the shipped figures; paths lead from the folder of phare.toml."),
        N_("the figures that ship with phare"),
        'data = ["resultats.csv"]',
    ),
    "map": (
        N_(
            "Columns of another name, or constants, as --map gives them: which place holds the others "
            "(whole) and that its respondents include theirs (in_national_sample) is said once here."
        ),
        N_("columns by their own names"),
        'map = { region = "REG", wave = "=2024" }',
    ),
    "region": (
        N_(
            "The regions that commands show where none is named. One alone is what verify takes where a text names "
            "none."
        ),
        N_("all that the data hold"),
        'region = "PACA"',
    ),
    "lang": (N_("Language of answers and messages."), N_("that of the system"), 'lang = "fr"'),
    "decimals": (N_("Decimals to print."), N_("those of each unit: none of percents"), "decimals = 1"),
    "codebook": (
        N_("Codebook of your own; its path leads from the folder of phare.toml."),
        N_("the words of phare alone"),
        'codebook = "mots.csv"',
    ),
    "theme": (
        N_(
            "Colours, fonts and logo of pictures; its path leads from the folder of phare.toml. Also light or dark."
        ),
        "light",
        'theme = "maison.toml"',
    ),
    "pictures": (
        N_("Pictures that the pages of report have beside their own, as --picture gives them."),
        _NONE,
        'pictures = ["trend", "map"]',
    ),
    "missing": (
        N_("Marks and answers that stand for none, in results and of respondents, as --missing gives them."),
        N_("none but an empty cell, n.d., nd, – and -"),
        'missing = ["nsp", ":"]',
    ),
    "encoding": (
        N_(
            "Encoding of the files that data names, as --encoding gives it, and of a codebook that is no UTF-8: "
            "nothing is said of it then, and other files are read as without it."
        ),
        N_("UTF-8, else Windows-1252, which is told"),
        'encoding = "windows-1252"',
    ),
    "template": (
        N_(
            "Templates of the house for Word, LibreOffice and PowerPoint; paths lead from the folder of phare.toml."
        ),
        N_("the styles of phare"),
        'template = ["charte.dotx", "charte.ott", "charte.potx"]',
    ),
    "accept": (
        N_(
            "Claims that a person has accepted, as verify --accept takes them; its path leads from the folder of "
            "phare.toml."
        ),
        _NONE,
        'accept = "acceptes.toml"',
    ),
    "run": (
        N_("The steps of phare run, in their order: from answers to documents."),
        _NONE,
        'run = ["check", "update note.md"]',
    ),
    "conf": (N_("Confidence level of intervals and tests."), "0.95", "conf = 0.95"),
}
