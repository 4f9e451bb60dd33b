"""Print the script of a shell, or install it where that shell looks for it, with the line that makes it look there."""

from __future__ import annotations

import os
from pathlib import Path
from shlex import quote

from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.nouns.option_checks import not_one_of
from phare_cli.shell.completing.shell_scripts import SCRIPTS
from phare_cli.shell.session import Session
from phare_cli.shell.table_delivery import put, put_own
from phare_cli.shell.typer_app import CURRENT
from phare_cli.shell.whole.new_folders import new_folders

_OF_A_PROFILE = ("powershell", "pwsh")
_ZSH_LINE = "fpath+=~/.zfunc; autoload -Uz compinit; compinit"


def show_script(shell: str, session: Session) -> None:
    """Print the script of *shell*. Raises WrongOption for one that phare does not know."""
    put(SCRIPTS[_known("--show-completion", shell)], None, session)


def install_script(shell: str, session: Session) -> None:
    """Write the script of *shell* and, once, the line that has it read. Raises WrongOption, or UnwritableOutput."""
    known = _known("--install-completion", shell)
    home = Path.home()
    line, reader = "", home
    if known == "bash":
        file = home / ".bash_completions" / "phare.sh"
        line, reader = f"source {quote(str(file))}", home / ".bashrc"
    elif known == "zsh":
        file = home / ".zfunc" / "_phare"
        line, reader = _ZSH_LINE, Path(os.environ.get("ZDOTDIR") or home) / ".zshrc"
    elif known == "fish":
        file = (
            Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
            / "fish"
            / "completions"
            / "phare.fish"
        )
    else:
        file = _profile(known)
    if known in _OF_A_PROFILE:
        written = [_with_line(file, SCRIPTS[known].strip())]
    else:
        written = [(SCRIPTS[known].encode("utf-8"), file), *([_with_line(reader, line)] if line else ())]
    with new_folders(path.parent for _, path in written):
        put_own(written, session)
    session.remark(
        sentence(
            "phare: completion of {shell} stands in {file}: open a new terminal.", shell=known, file=str(file)
        )
    )


def _known(option: str, shell: str) -> str:
    if shell == CURRENT:
        from typer._completion_shared import _get_shell_name

        found = _get_shell_name() or ""
        if found not in SCRIPTS:
            raise WrongOption(
                sentence("{option} does not see which shell this is: name one, {option} bash.", option=option)
            )
        return found
    if shell not in SCRIPTS:
        raise not_one_of(option, shell, tuple(SCRIPTS))
    return shell


def _profile(shell: str) -> Path:
    """Return the file that PowerShell reads first, which it alone knows."""
    import subprocess

    try:
        run = subprocess.run(
            [shell, "-NoProfile", "-NonInteractive", "-Command", "[Console]::Out.Write($PROFILE)"],
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        raise WrongOption(
            sentence(
                "{shell} cannot be run here: add what --show-completion {shell} prints to its profile.",
                shell=shell,
            )
        ) from None
    return Path(run.stdout.decode("utf-8", errors="replace").strip())


def _with_line(file: Path, line: str) -> tuple[bytes, Path]:
    """Return a file that a shell reads with a line more, unless it holds it; nothing else in it changes."""
    before = file.read_bytes() if file.is_file() else b""
    if line.encode("utf-8") in before:
        return before, file
    between = b"" if not before or before.endswith(b"\n") else b"\n"
    return before + between + line.encode("utf-8") + b"\n", file
