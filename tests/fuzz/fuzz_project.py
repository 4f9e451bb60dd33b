"""Any bytes as a phare.toml: choices of the right kind, or a sentence."""

from __future__ import annotations

from frame import folder, speak_error

from phare_cli.nouns.errors import PhareError
from phare_cli.shell.project.settings import find_settings

SEEDS = (
    b"",
    b'data = ["a.csv", "-"]\nregion = "PACA"\nlang = "fr"\ndecimals = 1\nconf = 0.9\n'
    b'[map]\nregion = "CountryCode"\nwave = "=2012"\n',
    b'\xef\xbb\xbfdata = "a.csv"\nregion = ["01", "93"]\n',
    b'codebook = "mots.csv"\ntemplate = "modele.docx"\n',
)
TOKENS = (
    "data",
    "map",
    "region",
    "lang",
    "decimals",
    "conf",
    "codebook",
    "template",
    "[map]",
    "= [",
    "= {",
    "nan",
    "inf",
    "true",
    '"""',
)
FOLDER = folder()


def fuzz(data: bytes) -> None:
    """Read *data* as the choices of a project. Any exception but a PhareError is a finding."""
    (FOLDER / "phare.toml").write_bytes(data)
    try:
        settings = find_settings(FOLDER)
    except PhareError as error:
        speak_error(error)
        return
    assert all(isinstance(name, str) for name in (*settings.data, *settings.region))
    assert all(isinstance(name, str) for pair in settings.map.items() for name in pair)
    assert settings.lang in (None, "en", "fr")
    assert settings.decimals is None or 0 <= settings.decimals <= 6
    assert settings.conf is None or 0.5 <= settings.conf < 1
