"""Turn a Verification into text, one module a format, each imported when it is asked for. Nothing here prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Listing, sentence
from phare_cli.nouns.remark import Verification
from phare_cli.rendering.look import Look

# The endings of a file's name that say a format.
ENDINGS: Mapping[str, str] = {
    ".txt": "table",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "tsv",
    ".sarif": "sarif",
}
Renderer = Callable[[Verification, Look], str]


def _terminal() -> Renderer:
    from phare_cli.rendering.claims.claim_lines import render_lines

    return render_lines


def _markdown() -> Renderer:
    from phare_cli.rendering.claims.claim_list import render_list

    return render_list


def _page() -> Renderer:
    from phare_cli.rendering.claims.marked_page import render_marked

    return render_marked


def _sarif() -> Renderer:
    from phare_cli.rendering.claims.sarif import render_sarif

    return render_sarif


def _github() -> Renderer:
    from phare_cli.rendering.claims.github import render_github

    return render_github


_LOADERS: Mapping[str, Callable[[], Renderer]] = {
    "table": _terminal,
    "markdown": _markdown,
    "html": _page,
    "sarif": _sarif,
    "github": _github,
}


FORMATS = ("table", "markdown", "html", "json", "csv", "tsv", "sarif", "github")


def render_claims(verification: Verification, format: str, look: Look) -> str:
    """Return *verification* in a format of people or of a build; those of tables are of its table."""
    if format in _LOADERS:
        return _LOADERS[format]()(verification, look)
    from phare_cli.rendering import render

    return render(verification.table, format, look)


def claim_format(asked: str | None, path: Path | None) -> str:
    """Return the format asked for, or that of the file's ending. Raises WrongOption for an ending that says none."""
    if asked is not None:
        return asked
    if path is None:
        return "table"
    if path.name.lower().endswith(".sarif.json"):
        return "sarif"
    format = ENDINGS.get(path.suffix.lower())
    if format is None:
        from phare_cli.nouns.option_checks import with_meant  # of use to who mistyped alone

        found = sentence(
            "the ending of {file} is none that verify writes: use {endings}, or choose with --format.",
            file=str(path),
            endings=Listing((*ENDINGS, ".docx", ".odt"), last="or"),
        )
        raise WrongOption(with_meant(found, str(path), (*ENDINGS, ".docx", ".odt")))
    return format
