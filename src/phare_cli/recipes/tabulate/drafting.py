"""What ``phare tabulate --draft`` answers: a first spec for a file, in the reader's language."""

from __future__ import annotations

from contextlib import closing

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import Message
from phare_cli.respondents.draft import draft
from phare_cli.respondents.found import Findings
from phare_cli.respondents.open_file import FileOptions, open_source


def draft_spec(
    path: str,
    typesetter: Typesetter,
    *,
    encoding: str = "",
    delimiter: str = "",
    sheet: str = "",
    has_header: bool = True,
) -> tuple[str, tuple[Message, ...]]:
    """Return a spec file for *path* and the notices that reading it gave."""
    findings = Findings()
    options = FileOptions(encoding=encoding, delimiter=delimiter, sheet=sheet, has_header=has_header)
    with closing(open_source(path, options, findings)) as source:
        text = draft(source, typesetter.say)
    return text, tuple(findings.notices)
