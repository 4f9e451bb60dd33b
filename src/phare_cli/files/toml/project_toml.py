"""Open a project's ``phare.toml``, whoever asks what it says."""

from pathlib import Path

from phare_cli.files.project_folder import refuse_stranger
from phare_cli.files.toml.toml import NotToml, TomlPage, read_toml_page
from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import sentence


def read_project_toml(path: Path) -> TomlPage:
    """Return what a ``phare.toml`` holds, with its text.

    Raises UnreadableInput for what is not TOML, cannot be read, or is another user's.
    """
    try:
        refuse_stranger(path)
        return read_toml_page(path)
    except NotToml as error:
        raise UnreadableInput(
            sentence(
                "{file} is not valid TOML: {detail}. Mend that line.", file=str(path), detail=error.reason
            )
        ) from error
    except OSError as error:
        raise UnreadableInput(
            sentence("{file} cannot be read: check its permissions.", file=str(path))
        ) from error
