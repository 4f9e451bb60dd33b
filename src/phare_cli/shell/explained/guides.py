"""Which guide of the documentation tells of a subject that somebody asks help on."""

from __future__ import annotations

from phare_cli.nouns.meant.meant_words import plain
from phare_cli.nouns.message import Message, sentence

# The titles of the guides, by their files in docs/guides; what each tells of.
TITLES = {
    "region-page": sentence("The page of a region"),
    "own-survey": sentence("Your own survey"),
    "published-table": sentence("A published table"),
    "true-documents": sentence("Documents that stay true"),
    "verify": sentence("Check a text"),
    "ci": sentence("Continuous integration"),
    "own-words": sentence("Words of your own"),
    "word": sentence("Recipes for Word"),
    "python": sentence("Python, notebooks and Quarto"),
}
_TOLD = {
    "region-page": "region-page page-region chiffres-cles key-figures",
    "own-survey": "limesurvey kobo qualtrics sphinx google forms spss questionnaire answers reponses respondents "
    "repondants survey enquete weights weight poids ponderation",
    "published-table": "crosstab crosstabs published-table tri-croise convert conversion pdf",
    "true-documents": "true-documents document documents markdown",
    "verify": "prose claim claims affirmations press communique text texte",
    "ci": "ci github gitlab action hook pre-commit continuous-integration integration",
    "own-words": "label labels libelle libelles vocabulaire alias aliases own-words departement departements",
    "word": "word docx odt libreoffice writer powerpoint pptx office bureautique",
    "python": "python pandas notebook jupyter quarto api",
}


def guide_to(subject: str) -> Message | None:
    """Return the title of the guide that tells of a *subject*, None where none does."""
    asked = plain(subject)
    return next((TITLES[guide] for guide, told in _TOLD.items() if asked in told.split()), None)
